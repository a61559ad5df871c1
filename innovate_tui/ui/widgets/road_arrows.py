"""Where the arrows lead on the roadmap: along time and lanes, up to events and stages, down to the tray. Pure."""

from dataclasses import replace

from innovate_tui.ui.widgets.board_view import Direction
from innovate_tui.ui.widgets.road_lanes import Standing
from innovate_tui.ui.widgets.road_scene import RoadScene, RoadView, Where, head_items, zoomed
from innovate_tui.ui.widgets.road_sight import in_sight
from innovate_tui.workshop.stages import Stage
from innovate_tui.workshop.timeline import Month


def carried(scene: RoadScene, view: RoadView, way: Direction) -> RoadView:
    """The card in hand one period or one lane on."""
    look, (column, lane) = zoomed(scene, view), view.over
    if way in ("left", "right"):
        column = min(max(column + (1 if way == "right" else -1), 0), len(look.periods) - 1)
        return in_sight(scene, replace(view, over=(column, lane)))
    if scene.as_list:  # no lanes are in sight
        return view
    lane = min(max(lane + (1 if way == "down" else -1), 0), look.lanes.count)
    return replace(view, over=(column, lane), laned=True)


def in_tray(scene: RoadScene, view: RoadView, way: Direction) -> RoadView:
    """From a card of the tray: to another one, or up to the timeline."""
    tray, wide = scene.tray, scene.tray_columns
    at = tray.index(view.at) if view.at in tray else 0
    if way == "up" and (at < wide or not tray):
        return _into_road(scene, replace(view, back=view.at))
    if wide == 1 and way in ("left", "right"):
        return _into_road(scene, replace(view, back=view.at)) if way == "left" else view
    step = {"left": -1, "right": 1, "up": -wide, "down": wide}[way]
    if not tray:
        return view
    to = (at + step) % len(tray) if way in ("left", "right") or wide == 1 else min(at + step, len(tray) - 1)
    return replace(view, at=tray[to])


def _into_road(scene: RoadScene, view: RoadView) -> RoadView:
    """From the tray up: to the lowest card in sight, else to what stands over the timeline."""
    look = zoomed(scene, view)
    sight = range(view.column, view.column + scene.columns)
    seen = [each for each in look.lanes.standing.values() if each.first in sight or each.last in sight]
    pool = seen or list(look.lanes.standing.values())
    if pool:
        lowest = max(pool, key=lambda each: (each.lane, -each.first))
        return in_sight(scene, replace(view, where="road", at=lowest.card))
    heads = head_items(scene)
    if not heads:
        return view
    where, at = heads[-1]
    return in_sight(scene, replace(view, where=where, at=at))


def _to_tray(scene: RoadScene, view: RoadView) -> RoadView:
    if not scene.tray or view.linking:
        return view
    return replace(view, where="tray", at=view.back if view.back in scene.tray else scene.tray[0])


def on_road(scene: RoadScene, view: RoadView, way: Direction) -> RoadView:
    """From a card of the timeline: to the nearest one that way, else up to the events or down to the tray."""
    look = zoomed(scene, view)
    here = look.lanes.standing.get(view.at)
    if here is None:
        return view
    best = min(
        (each for each in look.lanes.standing.values() if _ahead(here, each, way) > 0),
        key=lambda each: (_ahead(here, each, way) + 3 * _aside(here, each, way), each.first, each.lane),
        default=None,
    )
    if best is not None:
        return in_sight(scene, replace(view, at=best.card))
    if way == "down":
        return _to_tray(scene, view)
    return _to_head(scene, view, here.first) if way == "up" else view


def _ahead(here: Standing, other: Standing, way: Direction) -> int:
    """How far something is in a direction, nothing where it is not that way."""
    across = other.first - here.first
    down = other.lane - here.lane
    return {"right": across, "left": -across, "down": down, "up": -down}[way]


def _aside(here: Standing, other: Standing, way: Direction) -> int:
    """How far something is from the straight way."""
    if way in ("left", "right"):
        return abs(other.lane - here.lane)
    return max(0, other.first - here.last, here.first - other.last)


def _to_head(scene: RoadScene, view: RoadView, column: int) -> RoadView:
    """To the event, else the stage, that is nearest over a column."""
    if view.linking:
        return view
    for where in ("event", "stage"):
        items = [each for each in head_items(scene) if each[0] == where]
        if items:
            nearest = min(items, key=lambda each: abs(_head_column(scene, view, each) - column))
            return in_sight(scene, replace(view, where=nearest[0], at=nearest[1]))
    return view


def _head_column(scene: RoadScene, view: RoadView, item: tuple[Where, str]) -> int:
    look = zoomed(scene, view)
    if item[0] == "stage":
        return look.column(scene.road.stages[Stage(item[1])].first)
    return look.column(Month.of(scene.road.events[item[1]].on))


def on_head(scene: RoadScene, view: RoadView, way: Direction) -> RoadView:
    """Along the stages or the events, up from events to stages, down to the cards."""
    items = [each for each in head_items(scene) if each[0] == view.where]
    here: tuple[Where, str] = (view.where, view.at)
    at = items.index(here) if here in items else 0
    if way in ("left", "right"):
        to = min(max(at + (1 if way == "right" else -1), 0), len(items) - 1)
        return in_sight(scene, replace(view, at=items[to][1]))
    column = _head_column(scene, view, here)
    others = [each for each in head_items(scene) if each[0] != view.where]
    crossing = (way == "up" and view.where == "event") or (way == "down" and view.where == "stage")
    if others and crossing:
        nearest = min(others, key=lambda each: abs(_head_column(scene, view, each) - column))
        return in_sight(scene, replace(view, where=nearest[0], at=nearest[1]))
    if way == "up":
        return view
    cards = zoomed(scene, view).lanes.standing.values()
    if not cards:
        return _to_tray(scene, view)
    nearest_card = min(cards, key=lambda each: (each.lane, abs(each.first - column)))
    return in_sight(scene, replace(view, where="road", at=nearest_card.card))
