"""The sheets of the pack: cards to cut out, and the boards that they are glued onto. Pure, in millimetres.

Drawn once for A4 and made larger for A3. Nothing stands closer to the edge of the paper than a printer can print.
"""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Literal, NamedTuple

from innovate_tui.report import lettering
from innovate_tui.report import pack_phrases as say
from innovate_tui.report.document import QuadrantsPicture, Runs, language_of
from innovate_tui.report.figures.marks import empty_place, text_lines
from innovate_tui.report.figures.quadrants import quadrants
from innovate_tui.report.figures.shapes import Box, Colour, Mark, Stroke, Words, moved, scaled
from innovate_tui.report.pack_faces import LARGE, MEDIUM, SMALL, CardSize, Face, back, cut_marks, fold, front
from innovate_tui.report.pages import PAGE_H, PAGE_W, Drawn, Element, Page, Role, Sheet
from innovate_tui.report.phrases import STRONGEST, WEAKEST
from innovate_tui.report.strips import said
from innovate_tui.workshop.diamond import ROWS

LARGER = 2**0.5
"""What the A3 pack is to the A4 pack."""
MARGIN = 10.0
TOP = 20.0
"""Where cards and boards begin, under the head of a sheet."""
BETWEEN = 5.0
"""The least distance between two cards: the marks of both stand in it."""
AROUND = 0.7
"""How much larger a place of the board is than the card, on each side."""
SIZED = (LARGE, MEDIUM, SMALL)
PERIODS = 12


class Paper(StrEnum):
    """The paper that cards and boards are printed on."""

    A4 = "a4"
    A3 = "a3"

    @property
    def name_of_page(self) -> Literal["A4", "A3"]:
        """What pages of it are called."""
        return "A3" if self is Paper.A3 else "A4"


class Group(NamedTuple):
    """What is to be cut out as one, or a board: what it is to a reader, and its marks where they stand on A4."""

    marks: tuple[Mark, ...]
    words: Runs = ()
    """Of a card: whose language it is in."""
    alternative: Runs = ()
    """Of a picture: what it shows."""


def sheet(title: Runs, head: str, groups: Iterable[Group], paper: Paper, *, lying: bool = False) -> Sheet:
    """A finished sheet with a head in words, what the contents call it, and what stands on it."""
    by = LARGER if paper is Paper.A3 else 1.0
    part = Element(Role.PART)
    wide = (PAGE_H if lying else PAGE_W) - 2 * MARGIN
    name = Element(Role.HEADING, part, level=2)
    size = 11.0 if lettering.width(head, 11, True) <= wide else 9.0
    line = text_lines(lettering.cut(head, wide, 1, size, True), MARGIN, MARGIN, size, 5, bold=True)
    drawn = [Drawn(name, tuple(scaled(mark, by) for mark in line))]
    for group in groups:
        if group.alternative:
            shows = group.alternative
            element = Element(Role.FIGURE, part, alternative=said(shows), language=language_of(shows))
        else:
            element = Element(Role.PARAGRAPH, part, language=language_of(group.words))
        cut = tuple(mark for mark in group.marks if isinstance(mark, Stroke) and mark.weight == 0.2)
        drawn.append(Drawn(element, tuple(scaled(mark, by) for mark in group.marks if mark not in cut)))
        if cut:
            drawn.append(Drawn(None, tuple(scaled(mark, by) for mark in cut)))
    return Sheet(Page(drawn=drawn, lying=lying, paper=paper.name_of_page), part, title)


# --- cards ------------------------------------------------------------------------------------------------------------


def room_for(size: CardSize) -> tuple[int, int]:
    """How many columns and rows of cards with their backs an upright sheet has room for."""
    columns = int((PAGE_W - 2 * MARGIN + BETWEEN) / (size.w + BETWEEN))
    return columns, int((PAGE_H - TOP - MARGIN + BETWEEN) / (2 * size.h + BETWEEN))


def folding_cards(faces: Sequence[Face], size: CardSize, blank: Sequence[Face]) -> Iterator[list[Group]]:
    """Sheets of cards with their backs hanging under them; what is left of the last one is filled with blank cards."""
    columns, rows = room_for(size)
    across = (PAGE_W - columns * size.w - (columns - 1) * BETWEEN) / 2
    for page in _filled(faces, blank, columns * rows):
        groups = []
        for number, face in enumerate(page):
            x = across + number % columns * (size.w + BETWEEN)
            y = TOP + number // columns * (2 * size.h + BETWEEN)
            marks = (
                *front(face, x, y, size),
                *back(face, x, y + size.h, size),
                *fold(x, y + size.h, size.w),
                *cut_marks(x, y, size.w, 2 * size.h),
            )
            groups.append(_card(face, marks))
        yield groups


def sized_cards(faces: Sequence[Face], blank: Sequence[Face]) -> Iterator[list[Group]]:
    """Sheets of cards in all three sizes, those of one card beside each other (R16, R17)."""
    rows = int((PAGE_H - TOP - MARGIN + BETWEEN) / (LARGE.h + BETWEEN))
    between = (PAGE_W - 2 * MARGIN - sum(size.w for size in SIZED)) / (len(SIZED) - 1)
    for page in _filled(faces, blank, rows):
        groups = []
        for row, face in enumerate(page):
            x, y = MARGIN, TOP + row * (LARGE.h + BETWEEN)
            for size in SIZED:
                groups.append(_card(face, (*front(face, x, y, size), *cut_marks(x, y, size.w, size.h))))
                x += size.w + between
        yield groups


def _card(face: Face, marks: tuple[Mark, ...]) -> Group:
    if face.blank:
        return Group(marks, alternative=face.kind_name)
    return Group(marks, words=face.title)


def _filled(faces: Sequence[Face], blank: Sequence[Face], room: int) -> Iterator[list[Face]]:
    """The cards sheet by sheet: all of them, each blank once at the least, and more blanks in turn to the end."""
    all_of_them = [*faces, *blank]
    while blank and len(all_of_them) % room:
        all_of_them.append(blank[(len(all_of_them) - len(faces)) % len(blank)])
    for first in range(0, len(all_of_them), room):
        yield all_of_them[first : first + room]


# --- boards -----------------------------------------------------------------------------------------------------------


def places() -> dict[int, Box]:
    """The nine places of the diamond's board, each with room for a large card."""
    w, h = LARGE.w + 2 * AROUND, LARGE.h + 2 * AROUND
    gap, row_gap = (PAGE_W - 2 * MARGIN - 3 * w) / 2, 3.0
    boxes = {}
    for row, here in enumerate(ROWS):
        left = (PAGE_W - len(here) * w - (len(here) - 1) * gap) / 2
        for column, place in enumerate(here):
            boxes[place] = Box(left + column * (w + gap), TOP + 2 + row * (h + row_gap), w, h)
    return boxes


def diamond_board(alternative: Runs) -> Group:
    """The sheet that the nine cards are glued onto (D10)."""
    boxes = places()
    marks: list[Mark] = []
    for place, box in boxes.items():
        marks += empty_place(place, box.x, box.y, box.w, box.h)
    side = boxes[1].x - MARGIN - 4
    for (title, words), place in ((STRONGEST, 1), (WEAKEST, 9)):
        y = boxes[place].y
        marks += text_lines((title,), MARGIN, y + 1, 14, 7, bold=True)
        marks += text_lines(lettering.lines(words, side, 11), MARGIN, y + 8, 11, 5)
    marks += _lines_for_a_group(MARGIN, PAGE_H - MARGIN - 1, PAGE_W - 2 * MARGIN)
    return Group(tuple(marks), alternative=alternative)


GRID_TOP = 16.0
GRID_W, GRID_H = PAGE_H - 2 * MARGIN, PAGE_W - MARGIN - GRID_TOP - 8.0


def quadrants_board(picture: QuadrantsPicture, alternative: Runs) -> Group:
    """The sheet of the four quadrants, its axes in words (Q13)."""
    drawing = quadrants(picture, GRID_W, GRID_H)
    marks = [moved(mark, MARGIN, GRID_TOP) for mark in drawing.marks]
    marks += _lines_for_a_group(MARGIN, PAGE_W - MARGIN, GRID_W)
    return Group(tuple(marks), alternative=alternative)


def road_board(alternative: Runs) -> Group:
    """The sheet of the roadmap: rows for stages, events and periods, and room for cards (R11)."""
    left, right = MARGIN + 20.0, PAGE_H - MARGIN
    bottom, y = PAGE_W - MARGIN - 8.0, 17.0
    marks: list[Mark] = []
    for x, words in ((left, say.ROAD_FROM), (left + 60, say.ROAD_TO)):
        marks.append(Words(x, y + 1, words, 11, True))
        marks.append(Stroke(((x + 12, y + 1.5), (x + 55, y + 1.5)), Colour.RULE, 0.3))
    marks.append(Words(right, y + 1, say.ROAD_HINT, 9, colour=Colour.QUIET, anchor="right"))
    y += 5
    rows = ((say.ROAD_STAGES, 15.0), (say.ROAD_EVENTS, 12.0), (say.ROAD_PERIODS, 10.0), (say.ROAD_CARDS, 0.0))
    period = (right - left) / PERIODS
    for name, high in rows:
        foot = y + high if high else bottom
        marks += text_lines((name,), MARGIN, y + 2, 11, 5, bold=True)
        marks.append(Box(left, y, right - left, foot - y, None, Colour.INK, 0.35))
        if name in (say.ROAD_PERIODS, say.ROAD_CARDS):
            dash = None if high else (0.8, 1.6)
            for number in range(1, PERIODS):
                x = left + number * period
                marks.append(Stroke(((x, y), (x, foot)), Colour.RULE, 0.25, dash))
        y = foot
    marks += _lines_for_a_group(MARGIN, PAGE_W - MARGIN, PAGE_H - 2 * MARGIN)
    return Group(tuple(marks), alternative=alternative)


def strips(stages: Sequence[tuple[Runs, Runs]]) -> list[Group]:
    """Strips for the upper edge of a wall's paper: stages with the name of their pair, periods, events (R12)."""
    wide, groups = PAGE_H - 2 * MARGIN, []
    y = TOP - 2
    for number, (title, pair) in enumerate(stages):
        w, h = (wide - BETWEEN) / 2, 19.0
        x = MARGIN + number % 2 * (w + BETWEEN)
        at = y + number // 2 * (h + BETWEEN)
        size, lines = lettering.fit(said(title), w - 8, h - 7, (24.0, 20.0, 16.0, 12.0))
        strip = _outline(x, at, w, h)._replace(fill=Colour.PANEL)
        words = text_lines(lines, x + 4, at + 3, size, size * 0.42, bold=True)
        small = text_lines(lettering.cut(said(pair), w - 8, 1, 9), x + 4, at + h - 5, 9, 4, colour=Colour.QUIET)
        groups.append(Group((strip, *words, *small, *cut_marks(x, at, w, h)), words=title))
    y += (len(stages) + 1) // 2 * (19.0 + BETWEEN)
    w, h = (wide - 3 * BETWEEN) / 4, 16.0
    while y + h <= PAGE_W - MARGIN:
        label = say.STRIP_EVENT if y + 2 * h + BETWEEN > PAGE_W - MARGIN else say.STRIP_PERIOD
        for column in range(4):
            x = MARGIN + column * (w + BETWEEN)
            marks: list[Mark] = [
                Box(x, y, w, h, None, Colour.INK, 0.3),
                Words(x + 2.5, y + 4.5, label, 9, colour=Colour.QUIET),
            ]
            rule = Stroke(((x + 2.5, y + h - 3), (x + w - 2.5, y + h - 3)), Colour.RULE, 0.25)
            groups.append(Group((*marks, rule, *cut_marks(x, y, w, h))))
        number += 1
        y += h + BETWEEN
    return groups


def _outline(x: float, y: float, w: float, h: float) -> Box:
    return Box(x, y, w, h, None, Colour.INK, 0.3)


def _lines_for_a_group(x: float, y: float, w: float) -> Iterator[Mark]:
    """Where a group writes its name and the day."""
    for at, words, long in ((x, say.GROUP_LINE, w * 0.6), (x + w * 0.65, say.DATE_LINE, w * 0.35)):
        yield Words(at, y, words, 11, True)
        yield Stroke(((at + 14, y + 0.5), (at + long, y + 0.5)), Colour.RULE, 0.3)
