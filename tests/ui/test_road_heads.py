"""Stages and events are carried as cards are, by the month; they stretch, and come off, with the keys of cards."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from innovate_tui.ui.widgets import road_sight, road_view
from innovate_tui.ui.widgets.board_view import FIXED, IN_HAND
from innovate_tui.ui.widgets.road_layout import road_layout
from innovate_tui.ui.widgets.road_mouse import month_at
from innovate_tui.ui.widgets.road_scene import RoadScene, RoadView
from innovate_tui.ui.widgets.road_words import footer, where
from innovate_tui.workshop.deck import Act, Deck
from innovate_tui.workshop.edits import Edit
from innovate_tui.workshop.road_edits import MarkEvent, PlaceStage, RemoveEvent
from innovate_tui.workshop.roadmap import EventKind
from innovate_tui.workshop.stages import Stage
from tests.ui.golden import looks_like
from tests.ui.road_scenes import JANUARY, painted, scene, year

STAGE = RoadView(where="stage", at="designing")
EVENT = RoadView(where="event", at="e-1")


@pytest.fixture
def shown(deck: Deck) -> RoadScene:
    return scene(deck, year(deck))


def held(shown: RoadScene, view: RoadView) -> RoadView:
    return road_view.carry(shown, view).view


def carried(shown: RoadScene, view: RoadView, *ways: str) -> RoadView:
    for way in ways:
        view = road_view.arrow(shown, view, way).view  # type: ignore[arg-type]  # a direction
    return view


def put(shown: RoadScene, view: RoadView) -> Edit | None:
    return road_view.enter(shown, view).edit


def test_a_stage_is_carried_by_the_month_and_keeps_its_length(shown: RoadScene) -> None:
    view = carried(shown, held(shown, STAGE), "right", "right", "left", "right", "up", "down")
    assert where(shown, view) == "In hand: Designing. June 2027 to November 2027. Enter puts it down."
    assert put(shown, view) == PlaceStage(Stage.DESIGNING, JANUARY + 5, JANUARY + 10, guess=True)


def test_an_event_keeps_its_day_or_the_last_one_of_a_shorter_month(shown: RoadScene) -> None:
    view = carried(shown, held(shown, EVENT), "right")
    assert where(shown, view) == "In hand: council elections. 6 June 2027. Enter puts it down."
    assert put(shown, view) == MarkEvent("e-1", date(2027, 6, 6), "council elections", EventKind.ELECTION)
    events = dict(shown.road.events)
    events["e-1"] = events["e-1"]._replace(on=date(2027, 5, 31))
    late = replace(shown, road=shown.road._replace(events=events))
    assert put(late, carried(late, held(late, EVENT), "right")) == MarkEvent(
        "e-1", date(2027, 6, 30), "council elections", EventKind.ELECTION
    )


@pytest.mark.parametrize("view", [STAGE, EVENT])
def test_what_is_in_hand_stays_within_the_timeframe_and_in_sight(shown: RoadScene, view: RoadView) -> None:
    first = carried(shown, held(shown, view), *["left"] * 40)
    assert first.month == JANUARY
    last = carried(shown, held(shown, view), *["right"] * 40)
    assert last.month == JANUARY + 26
    assert last.column == 4
    assert road_sight.pan(shown, last, end=False).view.month == JANUARY


@pytest.mark.parametrize("view", [STAGE, EVENT])
def test_put_down_where_it_stood_or_put_back_nothing_changes(shown: RoadScene, view: RoadView) -> None:
    there = road_view.enter(shown, held(shown, view))
    assert (there.edit, there.say, there.view) == (None, "It stands where it stood.", view)
    back = road_view.put_back(shown, carried(shown, held(shown, view), "right"))
    assert (back.edit, back.view) == (None, view)


@pytest.mark.parametrize("view", [STAGE, EVENT])
def test_nothing_is_picked_up_where_all_is_fixed(shown: RoadScene, view: RoadView) -> None:
    fixed = replace(shown, road=shown.road.fix(datetime(2027, 1, 5, tzinfo=UTC)))
    assert road_view.carry(fixed, view).say == FIXED
    assert road_view.settled(fixed, held(shown, view)).hand == ""


def test_a_digit_takes_it_to_a_period_in_hand_or_not(shown: RoadScene) -> None:
    wanted = PlaceStage(Stage.DESIGNING, JANUARY, JANUARY + 5, guess=True)
    assert road_view.digit(shown, STAGE, 1).edit == wanted
    assert road_view.digit(shown, held(shown, STAGE), 1).edit == wanted


def test_longer_shorter_and_off(shown: RoadScene) -> None:
    assert road_view.stretch(shown, STAGE, 1).edit == PlaceStage(Stage.DESIGNING, JANUARY + 3, JANUARY + 11)
    assert road_view.stretch(shown, STAGE, -1).edit == PlaceStage(Stage.DESIGNING, JANUARY + 3, JANUARY + 5)
    assert road_view.stretch(shown, held(shown, STAGE), 1).say == IN_HAND
    assert road_view.stretch(shown, EVENT, 1).say.startswith("An event is one day.")
    assert road_view.lift(shown, STAGE).edit == PlaceStage(Stage.DESIGNING, None, None)
    assert road_view.lift(shown, held(shown, EVENT)).edit == RemoveEvent("e-1")


def test_after_a_change_the_cursor_is_on_it_and_after_it_came_off_on_the_next_of_its_sort(shown: RoadScene) -> None:
    edit = PlaceStage(Stage.DESIGNING, JANUARY + 20, JANUARY + 22)
    after = road_view.after_edit(shown, shown, held(shown, STAGE), edit)
    assert (after.where, after.at, after.hand, after.month) == ("stage", "designing", "", None)
    rest = {key: event for key, event in shown.road.events.items() if key != "e-1"}
    gone = replace(shown, road=shown.road._replace(events=rest))
    assert road_view.after_edit(shown, gone, held(shown, EVENT), RemoveEvent("e-1")).at == "e-2"


@pytest.mark.parametrize("view", [STAGE, EVENT])
def test_the_last_row_says_how_to_carry(shown: RoadScene, view: RoadView) -> None:
    assert "pick up" in [command.words for command in footer(shown, view, Act.BUILD)]
    words = [command.words for command in footer(shown, held(shown, view), Act.BUILD)]
    assert words[:2] == ["by a month", "put down"]


@pytest.mark.parametrize("view", [STAGE, EVENT])
def test_in_hand_it_is_drawn_where_it_would_stand(shown: RoadScene, view: RoadView) -> None:
    there = carried(shown, held(shown, view), "right", "right", "right", "right")
    looks_like(f"roadmap-{view.where}-in-hand-80x24", painted(shown, there, 80, 20))


def test_the_mouse_is_over_a_month(shown: RoadScene) -> None:
    plan = road_layout(80, 20, shown, STAGE)
    months = [month_at(plan, shown, STAGE, plan.x(1) + x) for x in (0, 4, 5, 9, 10, 14)]
    assert months == [JANUARY + each for each in (3, 3, 4, 4, 5, 5)]
    assert month_at(plan, shown, STAGE, 0) == JANUARY
    assert month_at(plan, shown, STAGE, 79) == JANUARY + 14
