"""Which periods of the timeline are in sight: panned, or looked at in other divisions. Pure."""

from dataclasses import replace

from innovate_tui.ui.widgets.board_view import IN_HAND
from innovate_tui.ui.widgets.road_scene import NO_TIMEFRAME, ZOOMS, Answer, RoadScene, RoadView, Zoomed, zoomed
from innovate_tui.workshop.stages import Stage
from innovate_tui.workshop.timeline import Division, Month


def last_column(scene: RoadScene, view: RoadView) -> int:
    """The last period that may stand first."""
    return max(0, len(zoomed(scene, view).periods) - scene.columns)


def under_hand(look: Zoomed, view: RoadView) -> int:
    """The column that what is in hand hovers over."""
    return look.column(view.month) if view.month else view.over[0]


def in_sight(scene: RoadScene, view: RoadView) -> RoadView:
    """Panned as little as shows what is chosen, or where the card in hand hovers."""
    look = zoomed(scene, view)
    if view.hand:
        first = last = under_hand(look, view)
    elif view.where == "road" and view.at in look.lanes.standing:
        standing = look.lanes.standing[view.at]
        first, last = standing.first, standing.last
    elif view.where == "stage" and Stage(view.at) in scene.road.stages:
        span = scene.road.stages[Stage(view.at)]
        first = last = look.column(span.first)
    elif view.where == "event" and view.at in scene.road.events:
        first = last = look.column(Month.of(scene.road.events[view.at].on))
    else:
        return view
    column = view.column
    if last >= column + scene.columns:
        column = last - scene.columns + 1
    if first < column:
        column = first
    return replace(view, column=min(max(column, 0), last_column(scene, view)))


def pan(scene: RoadScene, view: RoadView, *, end: bool) -> Answer:
    """Home and end: the first and the last periods."""
    column = last_column(scene, view) if end else 0
    shown = replace(view, column=column, capitals=0)
    periods = zoomed(scene, view).periods
    if view.hand and periods:
        edge = len(periods) - 1 if end else 0
        month = periods[edge].first if view.month else None
        shown = replace(shown, over=(edge, view.over[1]), month=month)
    return Answer(shown)


def zoom(scene: RoadScene, view: RoadView) -> Answer:
    """Month, quarter, half-year, and the group's own division again. Looking changes nothing."""
    if scene.road.timeline is None:
        return Answer(view, say=NO_TIMEFRAME)
    if view.hand:
        return Answer(view, say=IN_HAND)
    own = scene.road.timeline.periods
    ways = [way for way in ZOOMS if way is None or scene.zoomed(way).periods != own]  # the group's own division once
    at = ways.index(view.zoom) if view.zoom in ways else 0
    month = zoomed(scene, view).periods[view.column].first
    turned = replace(view, zoom=ways[(at + 1) % len(ways)], capitals=0)
    turned = replace(turned, column=zoomed(scene, turned).column(month))
    turned = in_sight(scene, replace(turned, column=min(turned.column, last_column(scene, turned))))
    words = {None: "as you agreed", Division.MONTH: "in months", Division.QUARTER: "in quarters"}
    return Answer(turned, say=f"The timeline {words.get(turned.zoom, 'in half-years')}. z goes on.")
