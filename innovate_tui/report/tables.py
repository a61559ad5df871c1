"""A table becomes strips: a row each, never broken, the header again on every page."""

from collections.abc import Mapping

from innovate_tui.report import lettering
from innovate_tui.report.document import Cell, Table, language_of
from innovate_tui.report.figures.marks import badge, text_lines
from innovate_tui.report.figures.shapes import Box, Colour, Mark, Stroke
from innovate_tui.report.pages import BODY, LEFT, SMALL, SMALL_LINE, WIDE, Drawn, Element, Role
from innovate_tui.report.strips import BADGE_W, Stack, Strip, continued, said, space
from innovate_tui.workshop.features import Kind

GUTTER = 4.0
ROW_LINE = 5.4
PAD = 2.9
"""Above and below the words of a row."""
MOST_LINES = 32
"""A cell longer than this ends in an ellipsis: a row is never broken, and has to stand on a page."""
MOST_HIGH = 215.0
"""A row with its remarks is no higher than this, for the same reason."""
FEW_LETTERS = 1.5
"""A text with more letters than this to a millimetre of its column takes four lines and more."""
BAND_H = 8.0
"""How high a row is that says what those under it have in common."""

_LINE = Stroke(((LEFT, 0.0), (LEFT + WIDE, 0.0)), Colour.RULE, 0.25)
"""Over every row, and under the last."""


def table_stack(table: Table, parent: Element, kind_names: Mapping[Kind, str]) -> Stack:
    """The strips of a table: the header, then a row under a fine rule each."""
    element = Element(Role.TABLE, parent)
    columns = _columns([column.share for column in table.columns])
    header = Element(Role.ROW, element)
    head = []
    for column, (x, _) in zip(table.columns, columns, strict=True):
        cell = Element(Role.HEADER, header, language=language_of(column.title))
        marks = text_lines((said(column.title),), x, 0, SMALL, SMALL_LINE, bold=True, colour=Colour.QUIET)
        head.append(Drawn(cell, tuple(marks)))
    again = tuple(Drawn(None, drawn.marks) for drawn in head)
    rows = [
        _band(row[0], element, len(columns))
        if len(row) == 1 < len(columns)
        else _row(row, columns, element, kind_names)
        for row in table.rows
    ]
    end = Strip(0.3, (Drawn(None, (_LINE,)),))
    return Stack(
        (space(2.0, keep=True), Strip(5.2, tuple(head), True), *rows[:-1], *_kept(rows[-1:]), end, space(4)),
        within=lambda: (Strip(5.2, again, True),),
        rows=True,
    )


def _columns(shares: list[int]) -> list[tuple[float, float]]:
    """Where each column begins and how wide it is."""
    unit = (WIDE - GUTTER * (len(shares) - 1)) / sum(shares)
    columns, x = [], LEFT
    for share in shares:
        columns.append((x, unit * share))
        x += unit * share + GUTTER
    return columns


def _band(cell: Cell, table: Element, columns: int) -> Strip:
    """A grey row across: what the rows under it have in common, kept with the first of them."""
    row = Element(Role.ROW, table)
    header = Element(Role.HEADER, row, language=language_of(cell.runs), span=columns)
    title = lettering.cut(said(cell.runs), WIDE - 6, 1, BODY, True)
    marks: list[Mark] = text_lines(title, LEFT + 2, PAD, BODY, ROW_LINE, bold=True)
    beside = LEFT + 2 + max((lettering.width(line, BODY, True) for line in title), default=0.0) + GUTTER
    room = LEFT + WIDE - 2 - beside
    note = lettering.cut(said(cell.note), WIDE - 4, 4, BODY)
    high = BAND_H
    ground = Box(LEFT, 0, WIDE, high, Colour.PANEL)
    if len(note) == 1 and lettering.width(note[0], BODY) <= room:
        marks += text_lines(note, beside, PAD, BODY, ROW_LINE)
    elif note:
        marks += text_lines(note, LEFT + 2, PAD + ROW_LINE, BODY, ROW_LINE)
        high += ROW_LINE * len(note)
        ground = Box(LEFT, 0, WIDE, high, Colour.PANEL)
    again = lettering.cut(continued(said(cell.runs)), WIDE - 6, 1, BODY, True)
    words = text_lines(again, LEFT + 2, PAD, BODY, ROW_LINE, bold=True)
    repeated = Drawn(None, (Box(LEFT, 0, WIDE, BAND_H, Colour.PANEL), _LINE, *words))
    drawn = (Drawn(None, (ground, _LINE)), Drawn(header, tuple(marks)))
    return Strip(high, drawn, True, again=(Strip(BAND_H, (repeated,), True),))


def _row(
    cells: tuple[Cell, ...], columns: list[tuple[float, float]], table: Element, kind_names: Mapping[Kind, str]
) -> Strip:
    row = Element(Role.ROW, table)
    drawn = [Drawn(None, (_LINE,))]
    deepest = 0.0
    for number, (cell, (x, w)) in enumerate(zip(cells, columns, strict=True)):
        role = Role.CELL if number else Role.HEADER
        element = Element(role, row, language=language_of(cell.runs), row_header=not number)
        inset = BADGE_W if cell.kind else 0.0
        if cell.kind:
            sign = Element(Role.FIGURE, element, alternative=kind_names.get(cell.kind, str(cell.kind)))
            drawn.append(Drawn(sign, tuple(badge(cell.kind, x, PAD - 0.6))))
        text = said(cell.runs)
        lines = _lines(text, w - inset)
        # what runs backward begins on the right of its column; a card's title stays beside its badge
        begins, anchor = lettering.edge("" if inset else text, x + inset, w - inset)
        marks: list[Mark] = text_lines(lines, begins, PAD, BODY, ROW_LINE, anchor=anchor)
        high = ROW_LINE * len(lines)
        if note := said(cell.note):
            remark = [line for text in note.split("\n") for line in lettering.cut(text, w - inset, 12, SMALL)]
            remark = remark[: int((MOST_HIGH - high) / SMALL_LINE)]
            marks += text_lines(remark, x + inset, PAD + high, SMALL, SMALL_LINE, colour=Colour.QUIET)
            high += SMALL_LINE * len(remark)
        drawn.append(Drawn(element, tuple(marks)))
        deepest = max(deepest, high)
    return Strip(PAD + deepest - 2.2 + PAD, tuple(drawn))


def _lines(text: str, w: float) -> list[str]:
    """The lines of a cell: a few of about equal length, more of them as they fall."""
    if len(text) > w * FEW_LETTERS and len(lines := lettering.lines(text, w, BODY)) <= MOST_LINES:
        return lines
    return lettering.cut(text, w, MOST_LINES, BODY)


def _kept(rows: list[Strip]) -> list[Strip]:
    """The last row, kept with the line that ends the table."""
    return [Strip(row.high, row.drawn, True) for row in rows]
