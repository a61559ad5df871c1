"""What stands over the lanes of the roadmap: years, periods, stages, events. Pure."""

from innovate_tui.ui.cells import Sheet, fitted
from innovate_tui.ui.widgets.road_heads import stages_shown
from innovate_tui.ui.widgets.road_layout import GUTTER, MARGIN, RoadLayout, band_rows, events_at, month_x
from innovate_tui.ui.widgets.road_scene import RoadScene, RoadView, Zoomed, zoomed
from innovate_tui.ui.widgets.road_sight import under_hand
from innovate_tui.workshop.road_wording import STAGES, period_words
from innovate_tui.workshop.stages import Stage


def paint_head(sheet: Sheet, plan: RoadLayout, scene: RoadScene, view: RoadView) -> None:
    """Years, periods, stages, events and the rule beneath them."""
    look = zoomed(scene, view)
    sight = look.periods[view.column : view.column + plan.columns]
    here = _current(scene, view, look)
    right = plan.lanes.width - 1
    for column, period in enumerate(sight):
        x = plan.x(column)
        if column == 0 or period.first.year != sight[column - 1].first.year:
            sheet.words(x, 0, str(period.first.year), "dim")
        sheet.words(x, 1, str(column + 1), "key")
        ink = "strong" if here == view.column + column else "text"
        sheet.words(x + 2, 1, period_words(period), ink, plan.pitch - 3)
    if len(look.periods) > plan.columns:
        last = view.column + plan.columns
        words = f"{view.column + 1}–{last} of {len(look.periods)}"
        before, after = "◄ " if view.column else "", " ►" if last < len(look.periods) else ""
        sheet.right(right, 0, f"{before}{words}{after}", "dim")
    for row, stages in enumerate(band_rows(scene, view, plan.columns)):
        for stage in stages:
            _band(sheet, plan, scene, view, stage, 2 + row)
    for x, y, room, event in events_at(plan, scene, view):
        focused = view.where == "event" and view.at == event
        ink = "in-hand" if view.hand else "chosen"
        title = scene.road.events[event].title
        sheet.words(x, y, "▼", ink if focused else "warning")
        sheet.words(x + 1, y, f" {title}", ink if focused else "text", room - 1)
        if focused:
            sheet.words(x - 1, y, "║" if view.hand else "►", ink)
    sheet.rule(1, plan.lanes.y - 1, plan.lanes.width - 2)


def _current(scene: RoadScene, view: RoadView, look: Zoomed) -> int:
    """The column of what is chosen, or over which the hand is."""
    if view.hand:
        return under_hand(look, view)
    standing = look.lanes.standing.get(view.at) if view.where == "road" else None
    return standing.first if standing else -1


def _band(sheet: Sheet, plan: RoadLayout, scene: RoadScene, view: RoadView, stage: Stage, y: int) -> None:
    look, span = zoomed(scene, view), stages_shown(scene, view)[stage]
    start, end = month_x(plan, look, view, span.first), month_x(plan, look, view, span.last + 1) - 2
    left, right = MARGIN, plan.x(plan.columns) - GUTTER
    if end < left or start > right:
        return
    focused = view.where == "stage" and view.at == stage
    held = focused and bool(view.hand)
    line, ink = ("═", "in-hand" if held else "chosen") if focused else ("─", "line")
    x, last = max(start, left), max(min(end, right), max(start, left) + 3)
    sheet.fill(x, y, last - x + 1, 1, ink, line)
    if start >= left:
        sheet.words(x, y, "╠" if focused else "├", ink)
    if end <= right:
        sheet.words(last, y, "╣" if focused else "┤", ink)
    title = scene.stage_titles.get(stage, STAGES[stage]) + ("?" if span.guess else "") + (" (in hand)" if held else "")
    room = last - x - 3
    if room > 2:
        sheet.words(x + 2, y, f" {fitted(title, room - 1)} ", ink if focused else "text")
