"""Matching: what every key means, and how the two lists look."""

from dataclasses import replace

import pytest

from innovate_tui.ui.palette import INKS
from innovate_tui.ui.widgets import match_view as keys
from innovate_tui.ui.widgets.board_view import Guide
from innovate_tui.ui.widgets.match_painter import KEPT, match_guide_pages, paint_match
from innovate_tui.ui.widgets.match_view import MatchScene, MatchView
from innovate_tui.workshop.deck import Deck
from innovate_tui.workshop.edits import Match
from innovate_tui.workshop.features import Kind
from innovate_tui.workshop.guide_wording import GuidePart
from innovate_tui.workshop.quadrants import Mitigation, Position, Quadrants
from innovate_tui.workshop.session import OwnFeature, cards_of
from tests.decks import session
from tests.ui.golden import looks_like

BOARDS = {"80x24": (80, 20), "100x30": (100, 26), "200x60": (200, 56), "60x20": (60, 16)}
WHY = "The inspectorate was told of the pilot in March, before it began."
PLACES = {
    "politics": Position(20, 20),
    "regulation": Position(80, 80),
    "funding": Position(85, 70),
    "culture": Position(75, 25),
    "media": Position(25, 75),
}
HELPS = {
    "regulation": {"risk": Mitigation(WHY), "buy-in": Mitigation()},
    "funding": {"evidence": Mitigation(), "buy-in": Mitigation()},
    "culture": {"coproduction": Mitigation()},
}


@pytest.fixture(scope="module")
def scene(deck: Deck) -> MatchScene:
    """Four that ask for help, three of them matched."""
    return MatchScene(cards_of(session(), deck).all, Quadrants(PLACES, HELPS))


def quadrants(scene: MatchScene, **more: Position) -> MatchScene:
    return replace(scene, quadrants=scene.quadrants._replace(cards={**PLACES, **more}))


def helper(scene: MatchScene, number: int) -> str:
    return scene.helpers[number - 1]


def test_who_asks_for_help_stands_in_the_order_of_the_deck(scene: MatchScene) -> None:
    assert scene.influences == ("regulation", "funding", "culture", "media")
    assert keys.settled(scene, MatchView()).at == "regulation"


def test_a_digit_switches_a_match_on_and_off(scene: MatchScene) -> None:
    on = keys.digit(scene, MatchView(at="media"), 1)
    assert on.edit == Match("media", helper(scene, 1))
    off = keys.digit(scene, MatchView(at="regulation"), 4)
    assert off.edit == Match("regulation", "risk", matched=False)
    assert "6 to choose from" in keys.digit(scene, MatchView(at="media"), 9).say


def test_w_is_about_the_match_just_switched_on_else_about_the_first(scene: MatchScene) -> None:
    answer = keys.digit(scene, MatchView(at="media"), 2)
    assert answer.edit is not None
    after = replace(scene, quadrants=scene.quadrants.match("media", helper(scene, 2)))
    view = keys.settled(after, keys.after_edit(scene, after, answer.view, answer.edit))
    assert keys.pair(after, view) == ("media", helper(scene, 2))
    assert keys.pair(scene, MatchView(at="regulation")) == ("regulation", "risk")
    assert keys.pair(scene, MatchView(at="media")) == ("media", "")


def test_right_goes_into_the_numbered_list_where_space_and_enter_switch(scene: MatchScene) -> None:
    view = keys.arrow(scene, MatchView(at="media"), "right").view
    assert view.inside
    assert keys.chosen(scene, view) == helper(scene, 1)
    view = keys.arrow(scene, view, "up").view
    assert keys.carry(scene, view).edit == keys.enter(scene, view).edit == Match("media", helper(scene, 6))
    assert keys.waiting(view)
    assert not keys.arrow(scene, view, "left").view.inside
    assert not keys.put_back(scene, view).view.inside


def test_capitals_go_to_influences_and_to_what_helps(scene: MatchScene) -> None:
    assert keys.capital(scene, MatchView(at="media"), "L").view.at == "funding"
    view = keys.capital(scene, MatchView(at="media"), "P").view
    assert (view.inside, view.match, view.at) == (True, helper(scene, 2), "media")
    assert "low on both" in keys.capital(scene, MatchView(at="media"), "J").say
    assert "not a card for this board" in keys.capital(scene, MatchView(at="media"), "A").say


def test_tab_goes_to_who_has_no_match_yet(scene: MatchScene) -> None:
    assert keys.next_thing(scene, MatchView(at="regulation")).view.at == "media"
    assert keys.next_thing(scene, MatchView(at="media")).view.at == "media"


def test_0_takes_the_match_back(scene: MatchScene) -> None:
    assert keys.lift(scene, MatchView(at="culture")).edit == Match("culture", "coproduction", matched=False)
    assert "No match" in keys.lift(scene, MatchView(at="media")).say


def test_an_influence_that_is_low_on_both_now_keeps_its_matches_and_stands_last(scene: MatchScene) -> None:
    lower = quadrants(scene, regulation=Position(20, 20))
    assert lower.influences == ("funding", "culture", "media", "regulation")
    assert KEPT in paint_match(lower, MatchView(at="funding"), 80, 20).as_text()


def test_z_shows_the_same_matches_from_the_other_side_and_comes_back(scene: MatchScene) -> None:
    turned = keys.turn(scene, MatchView(at="funding")).view
    assert turned.turned
    assert turned.at == "evidence"
    assert keys.pair(scene, turned) == ("funding", "evidence")
    assert keys.digit(scene, turned, 1).edit == Match("regulation", "evidence")
    assert keys.put_back(scene, turned).view.at == "funding"


def test_where_nothing_asks_for_help_every_key_says_so(scene: MatchScene) -> None:
    calm = replace(scene, quadrants=Quadrants())
    view = keys.settled(calm, MatchView())
    for answer in (keys.digit(calm, view, 1), keys.carry(calm, view), keys.next_thing(calm, view)):
        assert answer.say == keys.NONE_DUE
    assert "Nothing asks for help" in " ".join(paint_match(calm, view, 80, 20).as_text().split())


@pytest.mark.parametrize("window", BOARDS)
@pytest.mark.parametrize("ascii_only", [False, True], ids=["", "ascii"])
def test_the_two_lists_look_as_they_did(scene: MatchScene, window: str, ascii_only: bool) -> None:
    text = paint_match(scene, MatchView(at="regulation"), *BOARDS[window]).as_text(ascii_only=ascii_only)
    assert text.isascii() or not ascii_only
    looks_like(f"match-{window}{'-ascii' if ascii_only else ''}", text)


def test_the_other_way_round_looks_as_it_did(scene: MatchScene) -> None:
    view = keys.turn(scene, MatchView(at="funding")).view
    looks_like("match-turned-80x24", paint_match(scene, view, 80, 20).as_text())


def test_five_influences_and_a_choice_under_the_cursor_look_as_they_did(scene: MatchScene) -> None:
    five = quadrants(scene, politics=Position(30, 90))
    view = keys.arrow(five, MatchView(at="politics"), "right").view
    looks_like("match-five-80x24", paint_match(five, view, 80, 20).as_text())


LONG = Guide("A step", "5 min planned", (GuidePart("Do", ("Do this. " * 80,)),))
"""A guide of several pages."""


def test_every_gap_can_be_seen_at_any_size_and_nothing_leaves_the_picture(scene: MatchScene, deck: Deck) -> None:
    own = [OwnFeature(f"own-{each}", f"Our own {each}", kind) for each, kind in enumerate([*Kind] * 5)]
    cards = cards_of(session(own=own), deck).all
    places = {card: Position(75, 75) for card, each in cards.items() if each.kind is Kind.INFLUENCE}
    many = MatchScene(cards, Quadrants(places, HELPS))
    for width, height in (*BOARDS.values(), (80, 10), (60, 5), (3, 2), (1, 1), (300, 90)):
        for each in (
            scene,
            many,
            replace(scene, guide=Guide("A step", "5 min planned", (GuidePart("Do", ("Do this. " * 80,)),))),
        ):
            for view in (MatchView(at="media"), MatchView(at="risk", turned=True), MatchView()):
                picture = paint_match(each, view, width, height)
                assert (picture.width, picture.height) == (width, height)
                assert {ink for row in picture.rows for _, ink in row} <= set(INKS)
    assert "?" in paint_match(scene, MatchView(at="regulation"), 80, 20).as_text().split("Media")[1]
    for at in many.influences:
        assert many.cards[at].letter in paint_match(many, MatchView(at=at), 80, 20).as_text()


def test_the_guide_takes_the_place_of_the_left_list_and_the_numbers_stay(scene: MatchScene) -> None:
    told = (GuidePart("Do", ("Ask its expert. " * 60,)),)
    guided = replace(scene, guide=Guide("Match what would help", parts=told))
    text = paint_match(guided, MatchView(at="media"), 80, 20).as_text()
    assert "Match what would help" in text
    assert "1 [ ]" in text
    assert match_guide_pages(guided, 80, 20) > 1
    assert match_guide_pages(scene, 80, 20) == 0


@pytest.mark.parametrize("turned", [False, True])
def test_in_a_narrow_window_the_headings_of_both_lists_end_in_sight(scene: MatchScene, turned: bool) -> None:
    for card in scene.left(MatchView(turned=turned)):
        heading = paint_match(scene, MatchView(at=card, turned=turned), 60, 16).as_text().split("\n")[1]
        assert "…" not in heading
        assert scene.cards[card].in_list in heading
