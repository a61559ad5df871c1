"""The cards of the pack as they lie on a sheet: faces, backs and blank ones, and the marks to cut along.

All measures are those of the A4 pack; the A3 pack is the same, larger by the square root of two, so that cards fit the
board of their own pack and an A4 pack can be enlarged on a copier. A kind is told by its sign, by the pattern of its
edge and by its word; nobody needs the colour.
"""

from collections.abc import Iterator
from typing import NamedTuple

from innovate_tui.report import lettering
from innovate_tui.report import pack_phrases as say
from innovate_tui.report.document import Runs
from innovate_tui.report.figures.marks import LOOKS, sign, text_lines
from innovate_tui.report.figures.shapes import Box, Colour, Disc, Mark, Stroke, dashed_outline
from innovate_tui.report.lettering import LEADING, MM
from innovate_tui.report.strips import said
from innovate_tui.workshop.features import Kind


class CardSize(NamedTuple):
    """Width and height of a card in millimetres."""

    w: float
    h: float


LARGE, MEDIUM, SMALL = CardSize(60.0, 42.4), CardSize(49.5, 35.0), CardSize(39.0, 27.6)
"""Large ones are for the diamond, medium ones for the quadrants, and all three for the roadmap (R17)."""
TITLE_SIZES = (17.0, 16.0, 15.0, 14.0, 13.0, 12.0, 11.0, 10.0, 9.0)
BACK_SIZES = (13.0, 12.0, 11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0)
PAD = 2.0
TICK, OFF = 1.8, 0.5
"""How long a mark to cut along is, and how far it stays from the corner."""


class Face(NamedTuple):
    """What stands on a card. Without a letter and a title it is a blank one."""

    kind: Kind
    kind_name: Runs
    letter: str = ""
    title: Runs = ()
    takeaway: Runs = ()
    short: Runs = ()
    """Its name on a board, for a card on which the title has no room."""

    @property
    def blank(self) -> bool:
        """It is for a feature of the group's own (D12)."""
        return not self.title


def front(face: Face, x: float, y: float, size: CardSize) -> list[Mark]:
    """A card from the front: the edge with its sign, the letter large, the title, the word of its kind."""
    w, h = size
    look = LOOKS[face.kind]
    edge = max(5.4, 0.15 * h)
    left, wide = x + edge + PAD, w - edge - 2 * PAD
    marks: list[Mark] = [
        Box(x, y, w, h, Colour.PAPER if face.blank else look.face),
        Box(x, y, edge, h, look.band),
        *_pattern(face.kind, x, y, edge, h),
    ]
    at = edge / 2
    marks += [
        Box(x, y, edge, edge, look.band),
        sign(face.kind, x + at, y + at, 0.3 * edge),
        Stroke(((x + edge, y), (x + edge, y + h)), weight=0.3),
    ]
    letter_size = 0.72 * h
    high = lettering.capital(letter_size, True)
    name, foot = said(face.kind_name), y + h - PAD
    word_size = 9.0 if lettering.width(name, 9) <= wide else 8.0
    marks += text_lines(
        lettering.cut(name, wide, 1, word_size),
        left,
        foot - lettering.capital(word_size),
        word_size,
        4,
        colour=Colour.QUIET,
    )
    top, bottom = y + PAD + high + 1.4, foot - lettering.capital(word_size) - 1.4
    if face.blank:
        side = high + 0.8
        marks += dashed_outline(
            ((left, y + PAD), (left + side, y + PAD), (left + side, y + PAD + side), (left, y + PAD + side)),
            colour=Colour.RULE,
            weight=0.3,
        )
        marks += text_lines((say.OWN_LETTER,), left + side + 1.2, y + PAD + side - 1.9, 8, 4, colour=Colour.QUIET)
        marks += _rules(left, top + 0.8, wide, bottom - top - 0.8, 2)
        marks += dashed_outline(((x, y), (x + w, y), (x + w, y + h), (x, y + h)))
        return marks
    marks += text_lines((face.letter,), left, y + PAD, letter_size, 0, bold=True)
    fitted, lines = lettering.fit(said(face.title), wide, bottom - top, TITLE_SIZES)
    if lines[-1].endswith("…") and face.short:
        fitted, lines = lettering.fit(said(face.short), wide, bottom - top, TITLE_SIZES)
    step = fitted * MM * LEADING
    deep = lettering.capital(fitted, True) + (len(lines) - 1) * step
    marks += text_lines(lines, left, top + (bottom - top - deep) / 2, fitted, step, bold=True)
    marks.append(Box(x, y, w, h, None, Colour.INK, 0.3))
    return marks


def back(face: Face, x: float, y: float, size: CardSize) -> list[Mark]:
    """A card from behind: its letter and the takeaway; on a blank one lines for why it is needed."""
    w, h = size
    pad = PAD + 1.0
    wide, foot = w - 2 * pad, y + h - pad
    head = say.OWN_WHY if face.blank else f"{face.letter} · {say.TAKEAWAY}" if face.letter else say.TAKEAWAY
    marks: list[Mark] = text_lines((head,), x + pad, y + pad, 9, 4, bold=True)
    top = y + pad + 4.6
    if face.blank:
        marks += _rules(x + pad, top, wide, foot - top, 4)
    else:
        fitted, lines = _filling(said(face.takeaway), wide, foot - top)
        marks += text_lines(lines, x + pad, top, fitted, fitted * MM * LEADING)
    marks.append(Box(x, y, w, h, None, Colour.INK, 0.3))
    return marks


def fold(x: float, y: float, w: float) -> tuple[Mark, ...]:
    """The line at which a card is folded: dots, in place of the two edges that meet there."""
    line = ((x, y), (x + w, y))
    return Stroke(line, Colour.PAPER, 0.6), Stroke(line, Colour.INK, 0.4, (0.4, 1.4))


def cut_marks(x: float, y: float, w: float, h: float) -> Iterator[Mark]:
    """The marks at the corners of what is to be cut out, outside of it."""
    for side, way in ((x, -1), (x + w, 1)):
        for end, up in ((y, -1), (y + h, 1)):
            yield Stroke(((side + way * OFF, end), (side + way * (OFF + TICK), end)), weight=0.2)
            yield Stroke(((side, end + up * OFF), (side, end + up * (OFF + TICK))), weight=0.2)


def _pattern(kind: Kind, x: float, y: float, w: float, h: float) -> Iterator[Mark]:
    """The edge of a kind: plain, striped, or dotted."""
    if kind is Kind.INFLUENCE:
        step, at = w * 0.55, w
        while at <= h:
            yield Stroke(((x, y + at), (x + w, y + at - w)), Colour.INK, 0.45)
            at += step
    elif kind is Kind.NEXT_LEVEL:
        at = 1.6 * w
        while at + w * 0.3 <= h:
            yield Disc(x + w / 2, y + at, w * 0.13, Colour.PAPER)
            at += 0.6 * w


def _rules(x: float, y: float, w: float, h: float, count: int) -> Iterator[Mark]:
    """Lines to write on."""
    for number in range(1, count + 1):
        line = y + h * number / count
        yield Stroke(((x, line), (x + w, line)), Colour.RULE, 0.25)


def _filling(text: str, wide: float, high: float) -> tuple[float, list[str]]:
    """Running text as large as it fits; where it does not, as much as does, ending in an ellipsis."""
    for size in BACK_SIZES:
        lines = lettering.lines(text, wide, size)
        if lettering.capital(size) + (len(lines) - 0.7) * size * MM * LEADING <= high:
            return size, lines
    last = BACK_SIZES[-1]
    return last, lettering.cut(text, wide, max(1, int(high / (last * MM * LEADING))), last)
