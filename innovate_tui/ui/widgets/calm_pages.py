"""Words in one calm column, with air around them, in as many pages as they need. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from innovate_tui.ui.cells import Picture, Sheet, wrapped

COLUMN = 66
"""Characters of a line at the most: what a voice reads without losing its place."""
LEFT = 3


@dataclass(frozen=True, slots=True)
class Told:
    """Something to read: a line that stands out or not, what belongs under it, and how far it stands in."""

    text: str
    ink: str = "text"
    under: str = ""
    inset: int = 0
    item: bool = False
    """One of a list of short sentences: with a dot before it, and without air."""


Row = tuple[int, str, str]
"""A line of a page: how far it stands in, its text, its ink."""


def rows_of(told: Told, room: int) -> list[Row]:
    """The lines of one thing."""
    if told.item:
        lines = wrapped(told.text, room - 2)
        return [(2 * bool(at), line if at else f"• {line}", told.ink) for at, line in enumerate(lines)]
    rows = [(told.inset, line, told.ink) for line in wrapped(told.text, room - told.inset)]
    if told.under:
        rows += [(told.inset + 3, line, "text") for line in wrapped(told.under, room - told.inset - 3)]
    return rows


def pages_of(parts: Iterable[tuple[str, tuple[Told, ...]]], width: int, height: int) -> list[list[Row]]:
    """The pages of some parts, each with a heading: a part begins on a new page where it does not fit on this one.

    No line of a thing is parted from its others, unless they are more than a page; a heading is never the last line.
    """
    room, most = min(COLUMN, width - 2 * LEFT), max(4, height - 1)
    pages: list[list[Row]] = [[]]
    for heading, things in parts:
        blocks = [rows_of(each, room) for each in things]
        whole = 1 + sum(len(block) + (not each.item) for each, block in zip(things, blocks, strict=True))
        if pages[-1] and len(pages[-1]) + 1 + whole > most:
            pages.append([])
        for at, block in enumerate(blocks):
            head = [(0, heading, "strong")] if at == 0 else []
            air = [(0, "", "text")] if head and not things[at].item else []
            for piece in _pieces([*head, *air, *block], most):
                gap = [(0, "", "text")] if pages[-1] and (head or not things[at].item) else []
                if pages[-1] and len(pages[-1]) + len(gap) + len(piece) > most:
                    pages.append([])
                    gap = []
                pages[-1] += [*gap, *piece]
    return pages


def _pieces(rows: list[Row], most: int) -> Iterator[list[Row]]:
    for start in range(0, len(rows), most):
        yield rows[start : start + most]


def paint_page(pages: list[list[Row]], page: int, width: int, height: int, left: int | None = None) -> Picture:
    """One page in the middle of the window or from a column on, and which of how many it is."""
    sheet = Sheet(width, height)
    page = min(page, len(pages) - 1)
    left = max(LEFT, (width - COLUMN) // 2) if left is None else left
    top = min(2, max(0, (height - 1 - max(len(each) for each in pages)) // 3))
    for y, (inset, text, ink) in enumerate(pages[page], top):
        sheet.words(left + inset, y, text, ink)
    if len(pages) > 1:
        sheet.right(width - 2, height - 1, f"page {page + 1} of {len(pages)}", "dim")
    return sheet.picture()
