"""The roadmap of a small window, one period at a time: what is in the period, and where the arrows lead. Pure."""

from dataclasses import replace

from innovate_tui.ui.widgets.board_view import Direction
from innovate_tui.ui.widgets.road_heads import events_shown, stages_shown
from innovate_tui.ui.widgets.road_scene import RoadScene, RoadView, Where, zoomed
from innovate_tui.ui.widgets.road_sight import in_sight, paged
from innovate_tui.workshop.timeline import Month

Item = tuple[Where, str]


def items_in(scene: RoadScene, view: RoadView, page: int) -> tuple[Item, ...]:
    """What a period holds: the stages that go through it, its events, and the cards that begin or go on in it."""
    periods = zoomed(scene, view).periods
    if not periods:
        return ()
    period = periods[page]
    stages = sorted(stages_shown(scene, view).items(), key=lambda each: each[1].first.count)
    events = sorted(events_shown(scene, view).values(), key=lambda event: (event.on, event.id))
    heads: list[Item] = [("stage", str(stage)) for stage, span in stages if period.meets(span.first, span.last)]
    heads += [("event", event.id) for event in events if period.holds(Month.of(event.on))]
    standing = zoomed(scene, view).lanes.standing
    cards: list[Item] = [
        ("road", card.id) for card in scene.road.in_time if standing[card.id].first <= page <= standing[card.id].last
    ]
    return (*(() if view.linking else heads), *cards)


def moved(scene: RoadScene, view: RoadView, way: Direction) -> RoadView:
    """Left and right turn the period, up and down go through what is in it and on into the tray."""
    if way in ("left", "right"):
        return turned(scene, view, 1 if way == "right" else -1)
    items, tray = items_in(scene, view, view.page), scene.tray if not view.linking else ()
    by = 1 if way == "down" else -1
    if view.where == "tray" and tray:
        to = (tray.index(view.at) if view.at in tray else 0) + by
        if to < 0:
            return _at(scene, replace(view, back=view.at), items[-1]) if items else view
        return replace(view, at=tray[min(to, len(tray) - 1)])
    here: Item = (view.where, view.at)
    to = (items.index(here) if here in items else -1) + by
    if to >= len(items):
        return replace(view, where="tray", at=view.back if view.back in tray else tray[0]) if tray else view
    return _at(scene, view, items[max(to, 0)]) if items else view


def turned(scene: RoadScene, view: RoadView, by: int) -> RoadView:
    """Another period, and the cursor on the first thing in it; where there is none, in the tray.

    While a link is drawn only cards count: it goes on to the next period with one.
    """
    last = len(zoomed(scene, view).periods) - 1
    page = view.page + by
    while view.linking and 0 <= page <= last and not items_in(scene, view, page):
        page += by
    if not 0 <= page <= last:
        return view
    view = replace(view, back=view.at if view.where == "tray" else view.back)
    items = items_in(scene, view, page)
    if items:
        return _at(scene, paged(scene, view, page), items[0])
    tray = scene.tray
    at = view.back if view.back in tray else tray[0] if tray else ""
    return paged(scene, replace(view, where="tray", at=at), page)


def _at(scene: RoadScene, view: RoadView, item: Item) -> RoadView:
    return in_sight(scene, replace(view, where=item[0], at=item[1]))
