"""Small signs and the card: drawn once here, the same on every board and beside running text.

A kind has a colour and a sign of its own, the same as on the screen: enablers a square, influences a triangle,
next-level features a disc. The sign alone is enough; nobody needs the colour.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from innovate_tui.report import lettering, likeness
from innovate_tui.report.figures.shapes import Anchor, Box, Colour, Disc, Mark, Shape, Words, dashed_outline
from innovate_tui.report.lettering import LEADING, MM
from innovate_tui.report.waiting import go_on
from innovate_tui.workshop.features import Kind


@dataclass(frozen=True, slots=True)
class KindLook:
    """The colours of a kind: its band, the card's face, and what is drawn on the band."""

    band: Colour
    face: Colour
    on_band: Colour


LOOKS: Mapping[Kind, KindLook] = MappingProxyType(
    {
        Kind.ENABLER: KindLook(Colour.ENABLER, Colour.ENABLER_FACE, Colour.INK),
        Kind.INFLUENCE: KindLook(Colour.INFLUENCE, Colour.INFLUENCE_FACE, Colour.INK),
        Kind.NEXT_LEVEL: KindLook(Colour.NEXT_LEVEL, Colour.NEXT_LEVEL_FACE, Colour.PAPER),
    }
)
TITLE_SIZES = (16.0, 15.0, 14.0, 13.0, 12.0, 11.0, 10.0)
BAND, PAD = 5.0, 2.2
"""The band of a card that has no number, and the air on either side of a title."""
BADGE = 4.2
"""The side of a badge, in millimetres."""


def text_lines(
    lines: Sequence[str],
    x: float,
    top: float,
    size: float,
    leading: float,
    *,
    bold: bool = False,
    colour: Colour = Colour.INK,
    anchor: Anchor = "left",
) -> list[Mark]:
    """Lines downward, the capitals of the first one beginning at `top`."""
    first = top + lettering.capital(size, bold)
    return [Words(x, first + row * leading, line, size, bold, colour, anchor) for row, line in enumerate(lines)]


def sign(kind: Kind, x: float, y: float, r: float) -> Mark:
    """The sign of a kind round its centre, in the colour that stands out from its band."""
    colour = LOOKS[kind].on_band
    match kind:
        case Kind.ENABLER:
            return Box(x - 0.9 * r, y - 0.9 * r, 1.8 * r, 1.8 * r, colour)
        case Kind.INFLUENCE:
            foot = y + 0.85 * r
            return Shape(((x, y - 1.1 * r), (x + 1.15 * r, foot), (x - 1.15 * r, foot)), colour)
        case Kind.NEXT_LEVEL:
            return Disc(x, y, r, colour)


def badge(kind: Kind, x: float, y: float) -> list[Mark]:
    """A sign on its colour, for running text: a card as small as a letter."""
    middle = BADGE / 2
    return [
        Box(x, y, BADGE, BADGE, LOOKS[kind].band, Colour.INK, 0.2, 0.6),
        sign(kind, x + middle, y + middle, BADGE * 0.27),
    ]


def speech(x: float, y: float, size: float = 4.2) -> Mark:
    """A speech bubble: not everyone agrees."""
    foot = y + size * 0.68
    right, tip = x + size, y + size
    tail = ((x + size * 0.5, foot), (x + size * 0.28, tip), (x + size * 0.24, foot))
    return Shape(((x, y), (right, y), (right, foot), *tail, (x, foot)), Colour.PAPER, Colour.INK, 0.35)


def ranked_card(
    kind: Kind, number: int, title: str, x: float, y: float, w: float, h: float, *, own: bool
) -> list[Mark]:
    """A card with its place: the number and the kind's sign on a solid band, the title large on a tinted face."""
    number_mark = _place_number(number, x + 5, y, LOOKS[kind].on_band)
    at = (x + 5, y + h - 4.2, 1.5)
    return _card(kind, title, (x, y, w, h), TITLE_SIZES, band=10, at=at, own=own, on_band=number_mark)


def kind_card(
    kind: Kind,
    title: str,
    x: float,
    y: float,
    w: float,
    h: float,
    sizes: tuple[float, ...],
    *,
    own: bool,
    like: int = 0,
) -> list[Mark]:
    """A card with nothing but its kind's sign on the band. Another one's title begins with `like` words of its own."""
    go_on()
    at = (x + BAND / 2, y + h / 2, min(1.5, h * 0.17))
    if like:
        title = likeness.told(title, like, lambda each: _fitted(each, w, h, sizes, BAND)[1])
    return _card(kind, title, (x, y, w, h), sizes, band=BAND, at=at, own=own)


def _card(
    kind: Kind,
    title: str,
    box: tuple[float, float, float, float],
    sizes: tuple[float, ...],
    *,
    band: float,
    at: tuple[float, float, float],
    own: bool,
    on_band: Sequence[Mark] = (),
) -> list[Mark]:
    """Band, face, sign and title of a card; the outline is dashed where the group added it."""
    (x, y, w, h), look = box, LOOKS[kind]
    marks: list[Mark] = [Box(x, y, w, h, look.face), Box(x, y, band, h, look.band), *on_band, sign(kind, *at)]
    size, lines = _fitted(title, w, h, sizes, band)
    step = size * MM * LEADING
    high = lettering.capital(size, True) + (len(lines) - 1) * step
    marks += text_lines(lines, x + band + PAD, y + (h - high) / 2, size, step, bold=True)
    if own:
        marks += dashed_outline(((x, y), (x + w, y), (x + w, y + h), (x, y + h)))
    else:
        marks.append(Box(x, y, w, h, None, Colour.INK, 0.3))
    return marks


def _fitted(title: str, w: float, h: float, sizes: tuple[float, ...], band: float) -> tuple[float, list[str]]:
    """The size of a card's title, and its lines."""
    return lettering.fit(title, w - band - 2 * PAD, h - (3.0 if h > 20 else 1.0), sizes)


def empty_place(number: int, x: float, y: float, w: float, h: float) -> list[Mark]:
    """A place without a card: its number in a dashed outline, all of it quiet."""
    corners = ((x, y), (x + w, y), (x + w, y + h), (x, y + h))
    return [*dashed_outline(corners, colour=Colour.RULE, weight=0.3), *_place_number(number, x + 5, y, Colour.QUIET)]


def _place_number(number: int, x: float, y: float, colour: Colour) -> list[Mark]:
    return text_lines((str(number),), x, y + 3.4, 26, 10, bold=True, colour=colour, anchor="centre")
