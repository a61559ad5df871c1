"""Links on the Roadmap: drawn, gone along, given a word on why, turned into another kind, taken away."""

from dataclasses import replace

import pytest

from innovate_tui.ui.widgets import road_linking, road_view
from innovate_tui.ui.widgets.road_scene import LINK, RoadScene, RoadView
from innovate_tui.ui.widgets.road_words import detail, footer, told, told_of_link, where
from innovate_tui.workshop.deck import Act, Deck
from innovate_tui.workshop.edits import Edit
from innovate_tui.workshop.road_edits import LinkCards, SetEnergy, Unlink, WriteLinkReason
from innovate_tui.workshop.roadmap import Energy, LinkKind
from tests.ui.road_scenes import scene, year

ON = RoadView(where="road", at="c-4", link="l-1", came="c-0")


@pytest.fixture
def shown(deck: Deck) -> RoadScene:
    return scene(deck, year(deck))


def test_j_goes_along_every_link_of_a_card_and_remembers_which(shown: RoadScene) -> None:
    view = RoadView(where="road", at="c-0")
    along = []
    for _ in range(3):
        view = road_linking.jump(shown, view).view
        along.append((view.at, view.link))
    assert along == [("c-4", "l-1"), ("c-5", "l-2"), ("c-4", "l-2")]
    back = road_linking.jump(shown, RoadView(where="road", at="c-5")).view
    assert (back.at, road_linking.jump(shown, back).view.at) == ("c-4", "c-0")  # on, and not back where it came from
    assert road_linking.jump(shown, RoadView(where="road", at="c-6")).say == "No link here. k draws one."


def test_what_it_is_needed_before_comes_first_then_what_goes_with_it_then_what_it_needs(shown: RoadScene) -> None:
    extra = shown.road.linked(shown.road.links["l-3"]._replace(id="l-9", first="c-4", second="c-8"))
    assert [card for _, card in road_linking.linked(extra, "c-4")] == ["c-5", "c-8", "c-0"]


@pytest.mark.parametrize(
    ("first", "second", "link"), [("c-6", "c-7", "l-new"), ("c-0", "c-4", "l-1"), ("c-4", "c-0", "l-1")]
)
def test_keys_act_on_the_link_just_drawn_new_or_changed(shown: RoadScene, first: str, second: str, link: str) -> None:
    edit = LinkCards("l-new", first, second, LinkKind.CONNECTION)
    after = replace(
        shown, road=shown.road.linked(shown.road.links["l-1"]._replace(id="l-new", first=first, second=second))
    )
    drawn = road_view.after_edit(shown, after, RoadView(where="road", at=second, linking=first), edit)
    assert (drawn.link, drawn.linking) == (link, "")


def test_on_a_link_enter_changes_it_and_0_takes_it_away(shown: RoadScene) -> None:
    assert road_view.enter(shown, ON).read == LINK
    assert road_view.lift(shown, ON).edit == Unlink("l-1")
    assert road_view.lift(shown, replace(ON, link="")).edit != Unlink("l-1")


@pytest.mark.parametrize("key", ["arrow", "capital", "next_thing", "carry", "k", "c"])
def test_whatever_is_chosen_next_leaves_the_link(shown: RoadScene, key: str) -> None:
    answers = {
        "arrow": lambda: road_view.arrow(shown, ON, "left"),
        "capital": lambda: road_view.capital(shown, ON, "T"),
        "next_thing": lambda: road_view.next_thing(shown, ON),
        "carry": lambda: road_view.carry(shown, ON),
        "k": lambda: road_linking.link(shown, ON),
        "c": lambda: road_linking.copy(shown, ON),
    }
    assert answers[key]().view.link == ""


@pytest.mark.parametrize(
    ("edit", "left"), [(SetEnergy("c-4", Energy.SMALL), ""), (WriteLinkReason("l-1", "It pays."), "l-1")]
)
def test_another_change_leaves_the_link_a_word_on_it_does_not(shown: RoadScene, edit: Edit, left: str) -> None:
    assert road_view.after_edit(shown, shown, ON, edit).link == left


def test_a_link_that_is_gone_is_chosen_no_longer(shown: RoadScene) -> None:
    gone = replace(shown, road=shown.road.unlinked("l-1"))
    assert road_view.settled(gone, ON).link == ""
    assert road_view.settled(shown, ON).link == "l-1"


def test_the_status_and_the_last_row_name_the_link_and_its_keys(shown: RoadScene) -> None:
    assert where(shown, ON).endswith("w says why.")
    assert "is needed before" in where(shown, ON)
    together = RoadView(where="road", at="c-1", link="l-3", came="c-3")
    assert where(shown, together).endswith("go together. w says why.")
    assert [command.words for command in footer(shown, ON, Act.BUILD)][:3] == ["why linked", "change link", "unlink"]


def with_why(shown: RoadScene) -> RoadScene:
    road = shown.road.saying_link_why("l-1", "It pays\nfor it.").saying_why("c-4", "It is\nwhere we begin.")
    return replace(shown, road=road, cautions={"c-4": ("Too much at once.",)})


def test_beneath_the_lanes_the_link_stands_first_with_its_word_on_why_and_once(shown: RoadScene) -> None:
    lines = [line for line, _ in detail(with_why(shown), ON).lines]
    assert lines[0] == "Buy-in at all levels, Jan–Mar, is needed before Coproduction, Apr–Jun. “It pays for it.”"
    assert lines[1] == "Leads to Coproduction, Oct–Dec."


def test_all_of_a_card_is_told_with_the_keys_that_change_it(shown: RoadScene) -> None:
    keys = {each.id: each.key for each in told(with_why(shown), "c-4") if each.key}
    assert keys == {"why": "w", "l-1": "1", "l-2": "2", "owner": "x", "read": "r"}
    words = [each.words for each in told(with_why(shown), "c-4")]
    assert words[0].endswith("Large, April 2027 to June 2027.")
    assert "Why here: “It is where we begin.”" in words
    assert "To think about: Too much at once." in words


def test_a_link_tells_what_it_is_now_and_what_it_could_be(shown: RoadScene) -> None:
    words = [each.words for each in told_of_link(with_why(shown), with_why(shown).road.links["l-1"])]
    assert ["so it is now" in each for each in words] == [True, False, False, False, False]
    assert words[3] == "Why: “It pays for it.”"
    together = [each.words for each in told_of_link(shown, shown.road.links["l-3"])]
    assert ["so it is now" in each for each in together] == [False, False, True, False, False]
