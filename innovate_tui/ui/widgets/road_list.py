"""The roadmap where the window is too small for a timeline: one period at a time, as a list. Pure."""

from innovate_tui.ui.cells import Sheet
from innovate_tui.ui.widgets.frame import SIGNS
from innovate_tui.ui.widgets.road_heads import events_shown, on_head, stages_shown
from innovate_tui.ui.widgets.road_layout import DIGITS, RoadLayout
from innovate_tui.ui.widgets.road_page import Item, items_in
from innovate_tui.ui.widgets.road_scene import RoadScene, RoadView, zoomed
from innovate_tui.workshop.road_wording import STAGES, period_words
from innovate_tui.workshop.spelling import long_date
from innovate_tui.workshop.stages import Stage
from innovate_tui.workshop.timeline import Period

TOP = 3
"""Rows above the list: the period, all periods with their digits, a rule."""
HELD: Item = ("tray", "in hand")
"""The row of a card in hand."""


def list_rows(scene: RoadScene, view: RoadView) -> tuple[Item, ...]:
    """What stands in the list, row by row; a card in hand comes last."""
    rows = items_in(scene, view, view.page)
    if view.hand and not on_head(view):
        return (*(row for row in rows if row != ("road", view.hand)), HELD)
    return rows


def list_window(plan: RoadLayout, scene: RoadScene, view: RoadView) -> tuple[int, tuple[Item, ...]]:
    """How many rows of the list are above the sight, and those in it."""
    rows, room = list_rows(scene, view), max(1, plan.lanes.height - TOP)
    here = HELD if HELD in rows else (view.where, view.at)
    at = rows.index(here) if here in rows else 0
    first = max(0, min(at - room // 2, len(rows) - room))
    return first, rows[first : first + room]


def paint_list(sheet: Sheet, plan: RoadLayout, scene: RoadScene, view: RoadView) -> None:
    """The period, the digits of all periods, and what is in it with the cursor in sight."""
    _period(sheet, plan, scene, view)
    first, rows = list_window(plan, scene, view)
    for y, row in enumerate(rows, TOP):
        held = row == HELD or (bool(view.hand) and row == (view.where, view.at))
        here = held or (not view.hand and row == (view.where, view.at))
        ink = "in-hand" if held else "chosen" if here else "text"
        if here:
            sheet.fill(1, y, plan.width - 2, 1, ink)
            sheet.words(1, y, "║" if held else "►", ink)
        _row(sheet, plan, scene, view, row, y, ink)
    if not rows:
        words = f"Nothing here yet. Choose a card, then press {view.page - view.column + 1}."
        sheet.words(3, TOP, words, "text", plan.width - 5)
    if first > 0:
        sheet.words(plan.width - 1, TOP, "↑", "dim")
    if first + len(rows) < len(list_rows(scene, view)):
        sheet.words(plan.width - 1, plan.lanes.bottom - 1, "↓", "dim")


def _period(sheet: Sheet, plan: RoadLayout, scene: RoadScene, view: RoadView) -> None:
    """The period with its energy, which one of how many it is, and the digit of each in sight."""
    look = zoomed(scene, view)
    before, after = "◄ " if view.page else "", " ►" if view.page + 1 < len(look.periods) else ""
    energy = f"energy {look.energies[view.page]} · " if scene.road.cards else ""
    place = f"{energy}{before}{view.page + 1} of {len(look.periods)}{after}"
    right = sheet.right(plan.width - 2, 0, place, "dim")
    sheet.words(3, 0, period_words(look.periods[view.page], year=True), "strong", right - 4)
    x = 3
    for number, period in enumerate(look.periods[view.column : view.column + DIGITS], 1):
        here = view.column + number - 1 == view.page
        ink = "chosen" if here else "text"
        words = f"{number} {period_words(Period(0, period.first, period.first))}"
        if here:
            sheet.words(x - 1, 1, f"►{words}", ink)
        else:
            sheet.words(x, 1, words, ink)
            sheet.words(x, 1, str(number), "key")
        x += len(words) + 1
    sheet.rule(1, 2, plan.width - 2)


def _row(sheet: Sheet, plan: RoadLayout, scene: RoadScene, view: RoadView, row: Item, y: int, ink: str) -> None:
    where, at = row
    right = plan.width - 2
    if where == "stage":
        span = stages_shown(scene, view)[Stage(at)]
        right = sheet.right(right, y, period_words(Period(0, span.first, span.last), year=True), ink)
        title = scene.stage_titles.get(Stage(at), STAGES[Stage(at)])
        sheet.words(3, y, f"├─ {title}{'?' if span.guess else ''}", ink, right - 4)
        return
    if where == "event":
        event = events_shown(scene, view)[at]
        right = sheet.right(right, y, long_date(event.on), ink)
        if ink == "text":
            sheet.words(3, y, "▼", "warning")
        sheet.words(3 if ink != "text" else 5, y, f"▼ {event.title}" if ink != "text" else event.title, ink, right - 4)
        return
    card = scene.road.cards.get(view.hand if row == HELD else at)
    feature = scene.cards[card.feature if card else view.hand]
    plain = ink == "text"
    sheet.words(3, y, feature.letter or " ", "strong" if plain else ink)
    sheet.words(5, y, SIGNS[feature.kind], feature.kind if plain else ink)
    facts = "in hand" if row == HELD else f"{card.energy}{_beyond(scene, view, at)}" if card else ""
    right = sheet.right(right, y, facts, ink)
    mark = f" {scene.marks(card.id)}" if card and scene.marks(card.id) else ""
    sheet.words(7, y, f"{feature.title}{mark}", ink, right - 8)


def _beyond(scene: RoadScene, view: RoadView, card: str) -> str:
    """From when, or to when, a card goes that does not begin and end in the period."""
    look = zoomed(scene, view)
    standing = look.lanes.standing[card]
    since = f", from {period_words(look.periods[standing.first])}" if standing.first < view.page else ""
    until = f", to {period_words(look.periods[standing.last])}" if standing.last > view.page else ""
    return since + until
