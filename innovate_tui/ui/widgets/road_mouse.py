"""What stands under a cell of the roadmap, for the mouse. Pure."""

from innovate_tui.ui.widgets.beside_board import Box
from innovate_tui.ui.widgets.road_beneath import tray_cells
from innovate_tui.ui.widgets.road_layout import (
    MARGIN,
    RoadLayout,
    band_rows,
    events_at,
    in_sight_across,
    month_x,
    scroll,
)
from innovate_tui.ui.widgets.road_list import HELD, TOP, list_window
from innovate_tui.ui.widgets.road_scene import RoadScene, RoadView, Where, zoomed
from innovate_tui.workshop.timeline import Month


def item_at(plan: RoadLayout, scene: RoadScene, view: RoadView, x: int, y: int) -> tuple[Where, str] | None:
    """What stands under a cell: a card, a stage, an event, or a card of the tray."""
    if scene.road.timeline is None:
        return None
    trays = Box(0, plan.bottom.y + 1, plan.bottom.width, plan.bottom.height - 1)
    tray = plan.side and Box(plan.side.x + 1, plan.side.y, plan.side.width - 1, plan.side.height)
    if tray or view.where == "tray":
        for card, left, row, room in tray_cells(tray or trays, scene, view):
            if row == y and left <= x < left + room:
                return "tray", card
    if plan.as_list:
        _, rows = list_window(plan, scene, view)
        row = y - TOP
        found = rows[row] if plan.lanes.holds(x, y) and 0 <= row < len(rows) else None
        return None if found == HELD else found
    if plan.lanes.holds(x, y):
        row = y - plan.lanes.y + scroll(plan, scene, view)
        for block in in_sight_across(plan, scene, view)[0]:
            if block.x <= x < block.right and block.y <= row < block.y + block.height:
                return "road", block.card
    for left, row, room, event in events_at(plan, scene, view):
        if row == y and left <= x < left + room:
            return "event", event
    look = zoomed(scene, view)
    for number, stages in enumerate(band_rows(scene, view, plan.columns)):
        for stage in stages:
            span = scene.road.stages[stage]
            start, end = month_x(plan, look, view, span.first), month_x(plan, look, view, span.last + 1) - 2
            if y == 2 + number and start <= x <= end:
                return "stage", str(stage)
    return None


def over_at(plan: RoadLayout, scene: RoadScene, view: RoadView, x: int, y: int) -> tuple[int, int] | None:
    """The column and the lane under a cell."""
    if plan.as_list or not plan.lanes.holds(x, y):
        return None
    look = zoomed(scene, view)
    column = min(max((x - MARGIN) // plan.pitch, 0), plan.columns - 1) + view.column
    row = y - plan.lanes.y + scroll(plan, scene, view)
    lane = sum(1 for top in look.lanes.tops if top <= row) - 1
    beyond = row > look.lanes.height
    return min(column, len(look.periods) - 1), look.lanes.count if beyond else max(0, lane)


def month_at(plan: RoadLayout, scene: RoadScene, view: RoadView, x: int) -> Month:
    """The month under a column of cells."""
    periods = zoomed(scene, view).periods
    column, into = divmod(max(0, min(x - MARGIN, plan.columns * plan.pitch - 1)), plan.pitch)
    period = periods[min(column + view.column, len(periods) - 1)]
    return period.first + into * period.months // plan.pitch
