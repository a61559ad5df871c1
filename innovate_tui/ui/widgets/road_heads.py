"""Stages and events over the timeline: what keys mean on them. They are carried as cards are, by the month. Pure."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from innovate_tui.ui.widgets.board_view import FIXED, IN_HAND, Direction
from innovate_tui.ui.widgets.road_scene import Answer, RoadScene, RoadView, Zoomed, zoomed
from innovate_tui.ui.widgets.road_sight import in_sight
from innovate_tui.workshop.road_edits import MarkEvent, PlaceStage, RemoveEvent
from innovate_tui.workshop.roadmap import Event, Span
from innovate_tui.workshop.stages import Stage
from innovate_tui.workshop.timeline import Month


def on_head(view: RoadView) -> bool:
    """Whether the cursor, or the hand, is on a stage or an event."""
    return view.where in ("stage", "event")


def begins(scene: RoadScene, view: RoadView) -> Month:
    """The month in which the chosen stage begins, or the chosen event falls."""
    if view.where == "stage":
        return scene.road.stages[Stage(view.at)].first
    return Month.of(scene.road.events[view.at].on)


# --- carrying ---------------------------------------------------------------------------------------------------------


def picked_up(scene: RoadScene, view: RoadView) -> Answer:
    """Space: the chosen stage or event in hand, over the month where it stands."""
    if scene.fixed:
        return Answer(view, say=FIXED)
    held = replace(view, hand=view.at, month=begins(scene, view), last="", linking="", copying="", link="")
    return Answer(in_sight(scene, held))


def carried(scene: RoadScene, view: RoadView, way: Direction) -> RoadView:
    """What is in hand a month earlier or later."""
    if way in ("up", "down") or view.month is None:
        return view
    return hovering(scene, view, view.month + (1 if way == "right" else -1))


def hovering(scene: RoadScene, view: RoadView, month: Month) -> RoadView:
    """What is in hand over a month, as far as there are any in the timeframe."""
    timeline = scene.road.timeline
    if timeline is None:
        return view
    return in_sight(scene, replace(view, month=min(max(month, timeline.start), timeline.last)))


def put_down(scene: RoadScene, view: RoadView) -> Answer:
    """What is in hand down in its month; where it came from nothing changes."""
    if view.month is None or view.month == begins(scene, view):
        return Answer(replace(view, hand="", month=None), say="It stands where it stood.")
    return Answer(view, edit=moved(scene, view, view.month))


def moved(scene: RoadScene, view: RoadView, month: Month) -> PlaceStage | MarkEvent:
    """A stage as long as it was, from another month on; an event on the same day of another month."""
    if view.where == "stage":
        span = _moved_span(scene.road.stages[Stage(view.at)], month)
        return PlaceStage(Stage(view.at), span.first, span.last, span.guess)
    event = scene.road.events[view.at]
    return MarkEvent(event.id, _moved_day(event.on, month), event.title, event.kind)


def _moved_span(span: Span, month: Month) -> Span:
    return span._replace(first=month, last=month + (span.last - span.first))


def _moved_day(day: date, month: Month) -> date:
    return date(month.year, month.month, min(day.day, monthrange(month.year, month.month)[1]))


def stages_shown(scene: RoadScene, view: RoadView) -> Mapping[Stage, Span]:
    """The stages, the one in hand where it would stand."""
    stages = scene.road.stages
    if not (view.hand and view.where == "stage" and view.month):
        return stages
    held = Stage(view.hand)
    return {**stages, held: _moved_span(stages[held], view.month)}


def events_shown(scene: RoadScene, view: RoadView) -> Mapping[str, Event]:
    """The events, the one in hand where it would stand."""
    events = scene.road.events
    if not (view.hand and view.where == "event" and view.month):
        return events
    return {**events, view.hand: events[view.hand]._replace(on=_moved_day(events[view.hand].on, view.month))}


# --- length, and taking off -------------------------------------------------------------------------------------------


def stretched(scene: RoadScene, view: RoadView, by: int) -> Answer:
    """+ and -: a stage a period longer or shorter."""
    if view.hand:
        return Answer(view, say=IN_HAND)
    if view.where == "event":
        return Answer(view, say="An event is one day. Enter changes it, space picks it up.")
    look, span = zoomed(scene, view), scene.road.stages[Stage(view.at)]
    month = end_of(look, look.column(span.first), look.column(span.last) + by)
    if month is None:
        return Answer(view, say=no_further(by))
    return Answer(view, edit=PlaceStage(Stage(view.at), span.first, month, span.guess))


def end_of(look: Zoomed, first: int, last: int) -> Month | None:
    """The month in which something ends that goes up to a column; none where that cannot be."""
    return look.periods[last].last if first <= last < len(look.periods) else None


def no_further(by: int) -> str:
    """Why something goes no longer or no shorter."""
    return "It goes to the end of the timeframe already." if by > 0 else "It is one period long already."


def removed(view: RoadView) -> PlaceStage | RemoveEvent:
    """0: the chosen stage or event off the timeline."""
    return PlaceStage(Stage(view.at), None, None) if view.where == "stage" else RemoveEvent(view.at)
