"""The Cards screen as a picture: the list of letters, a thin line, a calm column of text in pages.

A pure function of what there is to read, where the reader is, and the size. The column is never wider than 66
characters, which is as much as an eye follows with ease.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rich.cells import cell_len

from innovate_tui.ui.cells import Picture, Sheet, fitted, wrapped
from innovate_tui.ui.widgets.cards_reading import Entry, Library, Piece, Reading
from innovate_tui.ui.widgets.cards_view import View
from innovate_tui.ui.widgets.frame import SIGNS, WIDE

COLUMN = 66
"""Characters in a line of text at most."""
FEWEST = 2
"""Lines of a paragraph that are never alone at the foot or the head of a page."""
ASIDE = 12
"""Columns at most by which a wide window moves the text away from the list."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Where list, line and text stand in a size."""

    width: int
    height: int

    @property
    def named(self) -> bool:
        """Whether the list shows the cards' names."""
        return self.width >= WIDE

    @property
    def line(self) -> int:
        """The column of the thin line."""
        return 29 if self.named else 9

    @property
    def text(self) -> int:
        """The first column of the text."""
        left = self.line + 3
        return left + min(ASIDE, max(0, self.width - left - COLUMN - 2) // 4)

    @property
    def column(self) -> int:
        """Characters in a line of text."""
        return max(8, min(COLUMN, self.width - self.text - 2))


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text: stretches of words from a column on, in an ink."""

    runs: tuple[tuple[int, str, str], ...] = ()
    target: str = ""
    anchor: str = ""


Page = tuple[Line, ...]


def paint_cards(library: Library, view: View, width: int, height: int) -> Picture:
    """The whole of it."""
    sheet = Sheet(width, height)
    plan = Plan(width, height)
    _list(sheet, plan, library, view)
    _text(sheet, plan, library, view)
    return sheet.picture()


# --- the list ---------------------------------------------------------------------------------------------------------


def list_rows(library: Library, view: View, height: int) -> tuple[tuple[int, Entry], ...]:
    """The entries in sight, each with its row: all of them, with air between the kinds, where there is room."""
    shelf = library.shelf
    breaks = [number for number, entry in enumerate(shelf) if number and entry.section != shelf[number - 1].section]
    if len(shelf) + len(breaks) <= height:
        return tuple((number + sum(at <= number for at in breaks), entry) for number, entry in enumerate(shelf))
    at = library.position[view.at]
    first = max(0, min(at - height // 2, len(shelf) - height))
    return tuple(enumerate(shelf[first : first + height]))


def _list(sheet: Sheet, plan: Plan, library: Library, view: View) -> None:
    rows = list_rows(library, view, plan.height)
    sheet.upright(plan.line, 0, plan.height)
    for row, entry in rows:
        _entry(sheet, plan, row, entry, chosen=entry.id == view.at)
    if rows and rows[0][1] != library.shelf[0]:
        sheet.words(plan.line, 0, "↑", "strong")
    if rows and rows[-1][1] != library.shelf[-1]:
        sheet.words(plan.line, plan.height - 1, "↓", "strong")


def _entry(sheet: Sheet, plan: Plan, row: int, entry: Entry, *, chosen: bool) -> None:
    ink = "chosen" if chosen else "text"
    if chosen:
        sheet.fill(1, row, plan.line - 1, 1, ink)
        sheet.words(1, row, "►", ink)
    x = 2
    if entry.is_card:
        sheet.words(x, row, entry.letter, ink if chosen else "strong")
        x = 4
    if entry.kind:
        x = sheet.words(x, row, SIGNS[entry.kind], ink if chosen else entry.kind) + 1
    if plan.named:
        sheet.words(x, row, entry.name, ink if entry.is_card or chosen else "dim", plan.line - x - 1)
    elif not entry.is_card:
        sheet.words(x, row, entry.label, ink if chosen else "dim", plan.line - x)
    if entry.mark:
        mark = {"+": "strength", "-": "development"}[entry.mark]
        sheet.words(plan.line - 2 if plan.named else x, row, entry.mark, ink if chosen else mark)


# --- the text ---------------------------------------------------------------------------------------------------------


def _text(sheet: Sheet, plan: Plan, library: Library, view: View) -> None:
    reading = library.reading(view.at)
    pages = paged(reading, plan.column, plan.height)
    number = page_at(pages, view)
    for row, line in enumerate(pages[number]):
        for x, words, ink in line.runs:
            sheet.words(plan.text + x, row, words, ink)
    if len(pages) > 1:
        sheet.right(plan.text + plan.column, plan.height - 1, f"page {number + 1} of {len(pages)}", "dim")


def page_at(pages: Sequence[Page], view: View) -> int:
    """The number of the page that is in sight."""
    if view.anchor:
        for number, page in enumerate(pages):
            if any(line.anchor == view.anchor for line in page):
                return number
    return min(view.page, len(pages) - 1)


@lru_cache(maxsize=64)
def paged(reading: Reading, column: int, height: int) -> tuple[Page, ...]:
    """A reading in pages of a height, each with its heading. The last row is left for the number of the page.

    A heading goes with what it is over, a line that leads up to something with that, and a paragraph is parted only
    where two lines of it stay on each side.
    """
    pages: list[Page] = []
    room = max(6, height - 1)
    page = list(_head(reading, column, room))
    top = len(page)
    flow = [_lines(piece, column) for piece in reading.pieces]
    for number, piece in enumerate(reading.pieces):
        lines = flow[number]
        while lines:
            fresh = len(page) == top
            gap = 0 if fresh or piece.near or lines is not flow[number] else 1
            left = max(0, room - len(page) - gap)
            if _fits(reading.pieces, flow, number, left) if lines is flow[number] else len(lines) <= left:
                taken = len(lines)
            elif piece.leads_on and not fresh:
                taken = 0
            else:
                taken = min(left, len(lines) - FEWEST)
                if taken < FEWEST:
                    taken = min(left, len(lines)) if fresh else 0
            if taken:
                page += [Line()] * gap
                page += lines[:taken]
                lines = lines[taken:]
            if lines:
                pages.append(tuple(page))
                page = list(_head_again(reading, column))
                top = len(page)
    pages.append(tuple(page))
    return tuple(pages)


def _fits(pieces: Sequence[Piece], flow: Sequence[tuple[Line, ...]], number: int, left: int) -> bool:
    """Whether a piece stands whole in the rows that are left, with the beginning of what it leads up to."""
    needs = len(flow[number])
    while pieces[number].leads_on and number + 1 < len(pieces):
        number += 1
        lines = len(flow[number])
        needs += 0 if pieces[number].near else 1
        needs += lines if pieces[number].leads_on or lines < 2 * FEWEST else FEWEST
    return needs <= left


def _head(reading: Reading, column: int, rows: int) -> tuple[Line, ...]:
    """Title and facts of the first page. A title that would fill it is cut."""
    aside = fitted(reading.aside, column // 2)
    room = column - cell_len(aside) - 2 if aside else column
    title = wrapped(reading.title, room)
    if len(title) > rows // 2:
        title = (*title[: rows // 2 - 1], fitted(f"{title[rows // 2 - 1]} …", room))
    lines = [Line(((0, line, "strong"),)) for line in title]
    if aside:
        lines[0] = Line((*lines[0].runs, (column - cell_len(aside), aside, "text")))
    lines += [Line(((0, line, "dim"),)) for line in wrapped(reading.facts, column) if line]
    return (*lines, Line())


def _head_again(reading: Reading, column: int) -> tuple[Line, ...]:
    """The title once more, in one line, on every further page."""
    return (Line(((0, fitted(reading.title, column), "strong"),)), Line())


def _lines(piece: Piece, column: int) -> tuple[Line, ...]:
    lead = sum(cell_len(words) for words, _ in piece.lead)
    indent = piece.indent + lead
    found = []
    for number, words in enumerate(wrapped(piece.text, max(8, column - indent))):
        runs = [(indent, words, piece.ink)]
        x = piece.indent
        for sign, ink in piece.lead if number == 0 else ():
            runs.append((x, sign, ink))
            x += cell_len(sign)
        found.append(Line(tuple(runs), piece.target, piece.anchor if number == 0 else ""))
    return tuple(found)
