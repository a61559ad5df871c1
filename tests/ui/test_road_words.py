"""What the Roadmap says in its last rows: a step in one row, and the keys that matter at it."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import permutations

import pytest

from innovate_tui.ui.widgets.road_linking import LEAD_WHERE
from innovate_tui.ui.widgets.road_scene import CHOOSE_FIRST, FOR_CARDS, NO_TIMEFRAME, PLACE_FIRST, RoadScene, RoadView
from innovate_tui.ui.widgets.road_words import detail, footer, in_short, where
from innovate_tui.workshop.deck import Act, Deck, Mode
from innovate_tui.workshop.roadmap import Energy, Link
from tests.ui.road_scenes import scene, year

DO = "What goes together? What comes first? Link cards with k."


@pytest.mark.parametrize(
    ("room", "said"),
    [
        (78, DO),
        (55, "What goes together? What comes first? g says more."),
        (40, "What goes together? g says more."),
        (20, "g says what to do in this step."),
    ],
)
def test_a_step_is_told_in_the_sentences_that_end_in_sight(room: int, said: str) -> None:
    assert in_short(DO, room) == said


def test_every_step_that_ships_is_told_at_80_columns(deck: Deck) -> None:
    for mode in Mode:
        for act, words in deck.tools["roadmap"].steps_for(mode):
            said = in_short(words.do, 78)
            assert len(said) <= 78
            assert said != "g says what to do in this step.", (mode, act)


@pytest.fixture
def shown(deck: Deck) -> RoadScene:
    return scene(deck, year(deck))


@pytest.mark.parametrize("act", [Act.TIMEFRAME, Act.STAGES])
def test_where_stages_are_noted_the_first_key_adds_them(shown: RoadScene, act: Act) -> None:
    assert footer(shown, RoadView(at=shown.tray[0]), act)[0].words == "add an event, a stage"
    assert footer(shown, RoadView(at=shown.tray[0]), Act.BUILD)[0].words == "that card"


def test_what_is_too_long_for_a_row_leaves_out_what_a_card_needs(shown: RoadScene) -> None:
    said = []
    for feature, needed in permutations(shown.cards, 2):
        long = shown.road.cards["c-9"]._replace(id="c-x", feature=feature, energy=Energy.MEDIUM)
        first = shown.road.cards["c-5"]._replace(id="c-y", feature=needed)
        road = shown.road.with_card(long).with_card(first).linked(Link("l-x", "c-y", "c-x"))
        said.append(where(replace(shown, road=road), RoadView(where="road", at="c-x")))
    assert max(map(len, said)) <= 78
    assert {"Needs" in sentence for sentence in said} == {True, False}


def test_where_the_roadmap_is_fixed_the_first_key_fixes_it(shown: RoadScene) -> None:
    assert [command.action for command in footer(shown, RoadView(), Act.FIX)[:2]] == ["fix", "export"]
    fixed = replace(shown, road=shown.road.fix(datetime(2027, 1, 5, tzinfo=UTC)))
    assert "unfix" in [command.words for command in footer(fixed, RoadView(), Act.FIX)]
    linking = RoadView(where="road", at="c-4", linking="c-4")
    assert footer(shown, linking, Act.FIX)[0].action != "fix"


@pytest.mark.parametrize("sentence", [LEAD_WHERE, NO_TIMEFRAME, CHOOSE_FIRST, FOR_CARDS, PLACE_FIRST])
def test_what_is_always_said_ends_in_sight(sentence: str) -> None:
    assert len(sentence) <= 78


@pytest.mark.parametrize("linked", [True, False])
def test_what_is_said_while_a_link_is_drawn_ends_in_sight_whatever_the_cards(shown: RoadScene, linked: bool) -> None:
    cards, links = shown.road.cards, shown.road.links if linked else {}
    for first, second in permutations((each.id for each in shown.cards.values()), 2):
        ends = {"c-0": cards["c-0"]._replace(feature=first), "c-4": cards["c-4"]._replace(feature=second)}
        road = shown.road._replace(cards={**cards, **ends}, links=links)
        for at in ends:
            said = where(replace(shown, road=road), RoadView(where="road", at=at, linking="c-0"))
            assert len(said) <= 78, said


def test_a_link_is_told_whole_beneath_the_lanes_by_shorter_names_where_it_must_be(shown: RoadScene) -> None:
    said = []
    for first, second in permutations((each.id for each in shown.cards.values()), 2):
        ends = {"c-0": shown.road.cards["c-0"]._replace(feature=first)}
        ends["c-4"] = shown.road.cards["c-4"]._replace(feature=second)
        road = shown.road._replace(cards={**shown.road.cards, **ends})
        view = RoadView(where="road", at="c-4", link="l-1")
        told = detail(replace(shown, road=road), view)
        said.append(told.lines[0][0])
    assert max(map(len, said)) <= 73
