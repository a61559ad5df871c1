"""The roadmap as a list, where the window is too small for a timeline. Pure."""

from innovate_tui.ui.cells import Sheet
from innovate_tui.ui.widgets.frame import SIGNS
from innovate_tui.ui.widgets.road_layout import DIGITS, RoadLayout
from innovate_tui.ui.widgets.road_scene import RoadScene, RoadView, Where, zoomed
from innovate_tui.ui.widgets.road_words import name
from innovate_tui.workshop.road_wording import STAGES, period_words
from innovate_tui.workshop.timeline import Month


def list_lines(scene: RoadScene, view: RoadView) -> list[tuple[str, Where | None, str]]:
    """The list of a small window: each period with its stages and events, then its cards: words, sort and id."""
    look = zoomed(scene, view)
    lines: list[tuple[str, Where | None, str]] = []
    for number, period in enumerate(look.periods):
        digit = f"{number - view.column + 1} " if 0 <= number - view.column < DIGITS else ""
        lines.append((f"{digit}{period_words(period, year=True)}", None, ""))
        for stage, span in scene.road.stages.items():
            if period.holds(span.first) or (number == 0 and span.first < period.first):
                title = scene.stage_titles.get(stage, STAGES[stage])
                lines.append((f"├─ {title}{'?' if span.guess else ''}", "stage", str(stage)))
        for event in sorted(scene.road.events.values(), key=lambda each: each.on):
            if period.holds(Month.of(event.on)):
                lines.append((f"▼ {event.title}", "event", event.id))
        for card in scene.road.in_time:
            if look.column(card.first) == number:
                lines.append((name(scene, card.feature), "road", card.id))
    return lines


def list_window(plan: RoadLayout, scene: RoadScene, view: RoadView) -> tuple[int, list[tuple[str, Where | None, str]]]:
    """The rows of the list in sight, and how many are above them."""
    lines = list_lines(scene, view)
    at = next((row for row, line in enumerate(lines) if line[1:] == (view.where, view.at)), 0)
    if view.hand:
        look = zoomed(scene, view)
        wanted = period_words(look.periods[view.over[0]], year=True)
        at = next((row for row, line in enumerate(lines) if line[1] is None and line[0].endswith(wanted)), 0)
    room = plan.lanes.height
    first = max(0, min(at - room // 2, len(lines) - room))
    return first, lines[first : first + room]


def paint_list(sheet: Sheet, plan: RoadLayout, scene: RoadScene, view: RoadView) -> None:
    """The list, with the cursor in sight."""
    look = zoomed(scene, view)
    over = period_words(look.periods[view.over[0]], year=True) if view.hand else ""
    _, lines = list_window(plan, scene, view)
    for y, (words, where, at) in enumerate(lines):
        here = where is not None and (view.where, view.at) == (where, at) and not view.hand
        here = here or bool(over and where is None and words.endswith(over))
        ink = "in-hand" if here and view.hand else "chosen" if here else "text"
        if here:
            sheet.fill(1, y, plan.width - 2, 1, ink)
            sheet.words(1, y, "►", ink)
        if where is None:
            sheet.words(2, y, words, ink if here else "strong", plan.width - 4)
            continue
        if where != "road":
            sheet.words(5, y, words, ink, plan.width - 7)
            continue
        card = scene.road.cards[at]
        feature = scene.cards[card.feature]
        sheet.words(5, y, feature.letter or " ", ink if here else "strong")
        sheet.words(7, y, SIGNS[feature.kind], ink if here else feature.kind)
        right = sheet.right(plan.width - 2, y, str(card.energy), ink)
        sheet.words(9, y, f"{feature.title} {scene.marks(at)}".rstrip(), ink, right - 10)
