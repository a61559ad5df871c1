"""What stands beside a board, painted: the tray, and the questions to step back with. The same on all.

Each painter draws into a box of a sheet; the functions that give rows say as well what is under the mouse.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from innovate_tui.ui.cells import Sheet, fitted, wrapped
from innovate_tui.ui.widgets.board_view import BoardScene, SideItem
from innovate_tui.ui.widgets.frame import SIGNS

LIST_BELOW = (80, 18)
"""Columns and rows of board below which it is a list (a window of 80×24 leaves a board of 80×18)."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in cells."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The column after it."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """The row after it."""
        return self.y + self.height

    def holds(self, x: int, y: int) -> bool:
        """Whether a cell is in it."""
        return self.x <= x < self.right and self.y <= y < self.bottom


def beside(width: int, *, reviewing: bool = False) -> int:
    """The columns beside a board in a window of so many."""
    return (28 if width < 100 else 34 if width < 140 else 42) - reviewing


# --- the tray ---------------------------------------------------------------------------------------------------------


def tray_rows(scene: BoardScene, side: Box) -> dict[str, int]:
    """The row of each card of the tray, by its id. Headings and gaps give way where there is little room."""
    count = sum(len(cards) for _, cards in scene.shelves)
    needed = count + len(scene.shelves) * 2 - 1
    gaps = 1 if needed <= side.height else 0
    rows, y = {}, side.y
    for _, cards in scene.shelves:
        y += 1
        for card in cards:
            rows[card] = y
            y += 1
        y += gaps
    return rows


def paint_tray(sheet: Sheet, side: Box, scene: BoardScene, rows: Mapping[str, int], chosen: str, hand: str) -> int:
    """The cards that are not placed, under their headings; the row after the last of them."""
    for title, cards in scene.shelves:
        sheet.words(side.x + 2, rows[cards[0]] - 1, title, "dim")
        for card in cards:
            _tray_row(sheet, side, rows[card], scene, card, chosen=card == chosen and not hand, in_hand=card == hand)
    return max(rows.values(), default=side.y - 2) + 1


def _tray_row(
    sheet: Sheet, side: Box, y: int, scene: BoardScene, card: str, *, chosen: bool = False, in_hand: bool = False
) -> None:
    feature = scene.cards[card]
    ink = "chosen" if chosen else "text"
    right = side.right - 1
    if chosen:
        sheet.fill(side.x + 1, y, side.width - 2, 1, ink)
        sheet.words(side.x + 1, y, "►", "chosen")
    sheet.words(side.x + 2, y, feature.letter, "chosen" if chosen else "strong")
    sheet.words(side.x + 4, y, SIGNS[feature.kind], ink if chosen else feature.kind)
    name = "(in hand)" if in_hand else feature.in_list
    end = sheet.words(side.x + 6, y, name, ink, right - side.x - 6)
    if marks := scene.marks(card):
        end = sheet.words(end + 1, y, marks, ink)
    expert = scene.experts.get(card, "").partition(",")[0]  # without a role: it has little room here
    if expert and side.width >= 34 and right - end > 5:
        sheet.right(right - 1, y, fitted(expert, right - end - 2), ink if chosen else "dim")


def paint_notes(sheet: Sheet, side: Box, y: int, notes: tuple[str, ...]) -> None:
    """Paragraphs from a row on, as far as there is room."""
    for note in notes:
        lines = wrapped(note, side.width - 3)
        if y + len(lines) > side.bottom:
            break
        for line in lines:
            sheet.words(side.x + 2, y, line, "dim")
            y += 1
        y += 1


# --- the questions to step back with ----------------------------------------------------------------------------------


def questions_from(scene: BoardScene, chosen: str, side: Box, y: int) -> list[tuple[SideItem, int, tuple[str, ...]]]:
    """Each question with its first row, from a row on, and its lines: the chosen one whole, the others in few words.

    Few words that are too many for one row have two where there is room for them.
    """
    shown: list[tuple[SideItem, int, tuple[str, ...]]] = []
    width = side.width - 5
    for at, item in enumerate(scene.questions):
        to_come = scene.questions[at + 1 :]
        spare = side.bottom - y - len(to_come)
        few = wrapped(item.short or item.question, width)
        wanted = sum(len(wrapped(each.question if chosen == each.id else each.short, width)) - 1 for each in to_come)
        fits = len(few) + wanted <= spare
        lines: tuple[str, ...] = few if fits else (fitted(item.short or item.question, width),)
        if chosen == item.id and spare > 1:
            whole = wrapped(item.question, width)
            lines = whole if len(whole) <= spare else (*whole[: spare - 1], f"{whole[spare - 1]} …")
        shown.append((item, y, lines))
        y += len(lines)
    return shown


def question_rows_wanted(scene: BoardScene, side: Box) -> int:
    """How many rows the questions need beside a board so that none is cut, whichever of them is chosen."""
    few = [len(wrapped(item.short or item.question, side.width - 5)) for item in scene.questions]
    whole = [len(wrapped(item.question, side.width - 5)) for item in scene.questions]
    return sum(few) + max((all_of_it - some for all_of_it, some in zip(whole, few, strict=True)), default=0)


def paint_questions(sheet: Sheet, side: Box, scene: BoardScene, chosen: str, hand: str, y: int) -> None:
    """The questions from a row on, under their heading; ≡ is answered."""
    sheet.words(side.x + 1, y - 1, "Step back", "dim")
    for number, (item, row, lines) in enumerate(questions_from(scene, chosen, side, y), 1):
        here = chosen == item.id and not hand
        ink = "chosen" if here else "text"
        if here:
            sheet.fill(side.x, row, side.width - 1, len(lines), ink)
            sheet.words(side.x, row, "►", ink)
        sheet.words(side.x + 1, row, str(number), ink if here else "strong")
        for below, line in enumerate(lines):
            sheet.words(side.x + 3, row + below, line, ink, side.width - 5)
        if item.answered:
            sheet.words(side.right - 2, row, "≡", ink)
