"""The guide of a step, painted: over the tray in a small window, in a column of its own in a wide one. Pure.

Its title and minutes stand on every page. A part stays whole where it fits; where it does not, two lines of it at least
stand on either page, and its heading again over the rest.
"""

from itertools import dropwhile

from innovate_tui.ui.cells import Picture, Sheet, wrapped
from innovate_tui.ui.widgets.beside_board import Box
from innovate_tui.ui.widgets.board_view import Guide
from innovate_tui.workshop.guide_wording import GuidePart

BESIDE_FROM = 120
"""Columns of a window from which the guide has a column of its own, and the board its tray."""
COLUMN = 40
"""The columns of it, a line at its left included."""
FEWEST = 2
"""Lines of a part that are left on a page, or begin one."""
HEAD_ROWS, FOOT_ROWS = 2, 1
"""Title and minutes above every page; what goes on, beneath."""
GOES_ON = "g goes on"

Line = tuple[str, str]
"""Words and their ink."""


def pages(guide: Guide, width: int, height: int) -> tuple[tuple[Line, ...], ...]:
    """The guide broken into pages for so many columns and rows, without what stands on every page; always one."""
    room = max(1, height - HEAD_ROWS - bool(guide.minutes) - FOOT_ROWS)
    found: list[list[Line]] = [[]]
    for part in guide.parts:
        lines = _lines(part, width)
        while lines:
            page = found[-1]
            gap: list[Line] = [("", "text")] if page else []
            free = room - len(page) - len(gap) - 1
            taken = _taken(len(lines), free)
            if not taken and page:
                found.append([])
                continue
            taken = taken or max(1, min(free, len(lines)))
            page += [*gap, (part.head, "strong"), *lines[:taken]]
            lines = list(dropwhile(lambda line: not line[0], lines[taken:]))
            if lines:
                found.append([])
    return tuple(tuple(page) for page in found)


def _taken(count: int, free: int) -> int:
    """How many of so many lines go into so many rows: all, or what leaves two on either page; else none."""
    if count <= free:
        return count
    taken = min(free, count - FEWEST)
    return taken if taken >= FEWEST else 0


def _lines(part: GuidePart, width: int) -> list[Line]:
    """The paragraphs of a part as lines, with a blank line between two of them."""
    lines: list[Line] = []
    for paragraph in part.paragraphs:
        if lines:
            lines.append(("", "text"))
        lines += [(line, "text") for text in paragraph.split("\n") if text.strip() for line in wrapped(text, width)]
    return lines


def pages_in(guide: Guide, box: Box) -> int:
    """How many pages the guide has in a box."""
    return len(pages(guide, *_room(box)))


def paint_guide(sheet: Sheet, box: Box, guide: Guide) -> None:
    """A page of the guide in a box."""
    found = pages(guide, *_room(box))
    page = min(guide.page, len(found) - 1)
    x, y = box.x + 2, box.y
    sheet.words(x, y, guide.title, "strong", box.width - 3)
    if guide.minutes:
        y += 1
        sheet.words(x, y, guide.minutes, "dim", box.width - 3)
    for row, (line, ink) in enumerate(found[page], y + HEAD_ROWS):
        sheet.words(x, row, line, ink)
    if page + 1 < len(found):
        sheet.words(x, box.bottom - 1, f"{GOES_ON} · {page + 1} of {len(found)}", "dim", box.width - 3)


def _room(box: Box) -> tuple[int, int]:
    return max(1, box.width - 3), box.height


def column(width: int, height: int) -> Box:
    """The room for the words in a column of its own, right of its line."""
    return Box(0, 1, width, height - 1)


def paint_column(guide: Guide | None, width: int, height: int) -> Picture:
    """The column at the right of a wide window, with a line at its left."""
    sheet = Sheet(width, height)
    if guide is not None:
        sheet.upright(0, 0, height)
        paint_guide(sheet, column(width, height), guide)
    return sheet.picture()
