"""What stands beneath the lanes of the roadmap: the chosen card in words, or the tray. Pure."""

from collections.abc import Iterator, Sequence

from innovate_tui.ui.cells import Sheet, fitted, wrapped
from innovate_tui.ui.widgets.beside_board import Box
from innovate_tui.ui.widgets.frame import SIGNS
from innovate_tui.ui.widgets.road_layout import RoadLayout
from innovate_tui.ui.widgets.road_scene import RoadScene, RoadView
from innovate_tui.ui.widgets.road_words import detail, origin_short


def paint_beneath(sheet: Sheet, plan: RoadLayout, scene: RoadScene, view: RoadView) -> None:
    """The chosen card, stage or event in words; the tray where the cursor is in it, or at the side."""
    box = plan.bottom
    in_tray = view.where == "tray" and scene.road.timeline is not None and bool(scene.tray)
    over_tray = in_tray and plan.side is None  # the rows under the card's name are those of the tray
    shown = detail(scene, view)
    head = shown.head
    y, right = box.y, box.right - 2
    if head.title:
        if over_tray:
            sheet.words(1, y, "►", "strong")
        x = sheet.words(2, y, head.letter or " ", "strong") + 1
        x = sheet.words(x, y, SIGNS[head.kind], head.kind) + 1 if head.kind else 2
        roomy = box.height > 3 and not over_tray
        title = wrapped(head.title, right - x) if roomy else (head.title,)
        row = y + len(title)
        texts = ((head.facts, "dim"), *shown.lines) if roomy and head.facts else shown.lines
        rows = 0 if over_tray else box.bottom - row
        lines, whole = shared_out([(wrapped(text, box.width - 8), ink) for text, ink in texts], rows)
        whole = whole or over_tray
        if not whole and shown.read_all:
            right = sheet.right(right, y, shown.read_all, "key") - 2
        facts = "" if roomy else _facts(head.facts, right - x - len(head.title) - 2)
        if facts:
            right = sheet.right(right, y, facts, "dim") - 2
        for more, line in enumerate(title):
            sheet.words(x, y + more, line, "strong", right - x if not more else box.width - x - 2)
        for at, (line, ink) in enumerate(lines):
            sheet.words(6, row + at, line, ink, box.width - 8)
    if plan.side is not None:
        sheet.upright(plan.side.x, plan.side.y, plan.side.height)
        _tray(sheet, Box(plan.side.x + 1, plan.side.y, plan.side.width - 1, plan.side.height), scene, view)
    elif over_tray:
        _tray(sheet, Box(0, y + 1, box.width, box.height - 1), scene, view)


def _facts(facts: str, room: int) -> str:
    """As many of the facts as there is room for, the first ones first."""
    parts = facts.split(" · ")
    return next((said for many in range(len(parts), 0, -1) if len(said := " · ".join(parts[:many])) <= room), "")


def shared_out(texts: Sequence[tuple[Sequence[str], str]], rows: int) -> tuple[list[tuple[str, str]], bool]:
    """The lines of some texts in a few rows, a row to each before any has a second; whether all of them are there.

    A text that is cut ends in "…".
    """
    given = [int(at < rows) for at in range(len(texts))]
    for at, (lines, _) in enumerate(texts):
        given[at] += max(0, min(len(lines) - given[at], rows - sum(given))) if given[at] else 0
    found = []
    for (lines, ink), many in zip(texts, given, strict=True):
        cut = many < len(lines)
        found += [(f"{line} …" if cut and at + 1 == many else line, ink) for at, line in enumerate(lines[:many])]
    return found, all(many == len(lines) for (lines, _), many in zip(texts, given, strict=True))


def tray_cells(box: Box, scene: RoadScene, view: RoadView) -> Iterator[tuple[str, int, int, int]]:
    """The cards of the tray in sight in a box: each with its cell and its width."""
    wide = scene.tray_columns
    top, rows = (box.y + 1, box.height - 1) if wide == 1 else (box.y, box.height)
    page = max(1, wide * rows)
    at = scene.tray.index(view.at) if view.where == "tray" and view.at in scene.tray else 0
    if wide == 1:
        first = max(0, min(at - rows + 1, len(scene.tray) - rows)) if at >= rows else 0
    else:
        first = at // page * page
    room = (box.width - 2) // wide
    for number, card in enumerate(scene.tray[first : first + page]):
        yield card, box.x + 1 + (number % wide) * room, top + number // wide, room - 1


def _tray(sheet: Sheet, box: Box, scene: RoadScene, view: RoadView) -> None:
    if scene.tray_columns == 1:
        words = f"Waiting to be placed · {len(scene.tray)}" if scene.tray else "Every card has a place."
        sheet.words(box.x + 1, box.y, words, "dim", box.width - 2)
    for card, x, y, room in tray_cells(box, scene, view):
        feature = scene.cards[card]
        here = view.where == "tray" and view.at == card and not view.hand
        ink = "in-hand" if view.hand == card else "chosen" if here else "text"
        if here or view.hand == card:
            sheet.fill(x, y, room, 1, ink)
            sheet.words(x, y, "►", ink)
        plain = ink == "text"
        sheet.words(x + 1, y, feature.letter or " ", "strong" if plain else ink)
        sheet.words(x + 3, y, SIGNS[feature.kind], feature.kind if plain else ink)
        end = sheet.words(x + 5, y, feature.in_list, ink, room - 5)
        more = origin_short(scene, card) if scene.tray_columns == 1 else ""
        if more and x + room - end > 8:
            sheet.right(x + room - 1, y, fitted(more, x + room - end - 3), "dim" if plain else ink)
        elif not more and scene.offer_of[card].came_from and scene.tray_columns > 1 and end < x + room - 2:
            sheet.words(end + 1, y, "•", "key" if plain else ink)
