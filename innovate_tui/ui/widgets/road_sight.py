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
    """Panned, or the page turned, as little as shows what is chosen, or where the card in hand hovers."""
    look = zoomed(scene, view)
    if view.hand:
        first = last = end = under_hand(look, view)
    elif view.where == "road" and view.at in look.lanes.standing:
        standing = look.lanes.standing[view.at]
        first, last, end = standing.first, standing.last, standing.last
    elif view.where == "stage" and Stage(view.at) in scene.road.stages:
        span = scene.road.stages[Stage(view.at)]
        first = last = look.column(span.first)
        end = look.column(span.last)
    elif view.where == "event" and view.at in scene.road.events:
        first = last = end = look.column(Month.of(scene.road.events[view.at].on))
    else:
        return paged(scene, view, view.page) if scene.as_list else view
    if scene.as_list:
        return paged(scene, view, view.page if first <= view.page <= end else first)
    return replace(view, column=_panned(scene, view, first, last))


def _panned(scene: RoadScene, view: RoadView, first: int, last: int) -> int:
    """The first column in sight, so that some columns are."""
    column = view.column
    if last >= column + scene.columns:
        column = last - scene.columns + 1
    return min(max(min(first, column), 0), last_column(scene, view))


def paged(scene: RoadScene, view: RoadView, page: int) -> RoadView:
    """At a page, and panned so that its digit is in sight."""
    page = max(0, min(page, len(zoomed(scene, view).periods) - 1))
    return replace(view, page=page, column=_panned(scene, view, page, page))


def pan(scene: RoadScene, view: RoadView, *, end: bool) -> Answer:
    """Home and end: the first and the last periods."""
    column = last_column(scene, view) if end else 0
    shown = replace(view, column=column, capitals=0)
    periods = zoomed(scene, view).periods
    if view.hand and periods:
        edge = len(periods) - 1 if end else 0
        month = periods[edge].first if view.month else None
        shown = replace(shown, over=(edge, view.over[1]), month=month)
    if scene.as_list:
        shown = paged(scene, shown, len(periods) - 1 if end else 0)
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
    month = zoomed(scene, view).periods[view.page if scene.as_list else view.column].first
    turned = replace(view, zoom=ways[(at + 1) % len(ways)], capitals=0)
    first = zoomed(scene, turned).column(month)
    turned = replace(turned, column=first, page=first)
    turned = in_sight(scene, replace(turned, column=min(turned.column, last_column(scene, turned))))
    words = {None: "as you agreed", Division.MONTH: "in months", Division.QUARTER: "in quarters"}
    return Answer(turned, say=f"The timeline {words.get(turned.zoom, 'in half-years')}. z goes on.")
