"""A drawing as SVG: the same shapes as on the page, for a browser or a slide. Knows no workshop.

Millimetres become the units of the view box. Every line of words is held to the width that was measured for it, so that
it stays in its box where the font is not at hand. Words are data: they are escaped, and nothing else comes from them.
"""

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from innovate_tui.report import lettering
from innovate_tui.report.figures.shapes import Anchor, Box, Colour, Disc, Drawing, Mark, Point, Shape, Stroke, Words
from innovate_tui.report.lettering import MM

FONTS = "'Atkinson Hyperlegible Next', 'Atkinson Hyperlegible', Arial, 'Liberation Sans', sans-serif"
_ANCHORS: Mapping[Anchor, str] = {"left": "start", "centre": "middle", "right": "end"}
_BACKWARD: Mapping[Anchor, str] = {"left": "end", "centre": "middle", "right": "start"}
"""The same for words that are written from right to left: they start where others end."""


def svg(drawing: Drawing, title: str, *, name: str = "", language: str = "", alone: bool = False) -> str:
    """A drawing as one element, with a sentence on what it shows. `name` makes its ids unlike those of others.

    One that stands `alone` is a whole file, with a margin and a white ground; any other begins where its page does.
    """
    edge = 4.0 if alone else 1.0
    box = " ".join(map(_number, (-edge, -edge, drawing.w + 2 * edge, drawing.h + 2 * edge)))
    size = f' width="{_number(drawing.w + 2 * edge)}mm" height="{_number(drawing.h + 2 * edge)}mm"'
    size = size if alone else ' preserveAspectRatio="xMinYMin"'
    tongue = f' lang="{escape(language)}"' if language else ""
    known_as = f"{name}-title"
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}"{size}{tongue} role="img" '
        f'aria-labelledby="{known_as}" font-family="{FONTS}">',
        f'<title id="{known_as}">{escape(_legal(title))}</title>',
    ]
    if alone:
        ground = Box(-edge, -edge, drawing.w + 2 * edge, drawing.h + 2 * edge, Colour.PAPER)
        lines.append(mark_svg(ground))
    lines += map(mark_svg, drawing.marks)
    return "\n".join((*lines, "</svg>"))


def svg_file(drawing: Drawing, title: str, language: str) -> bytes:
    """A drawing as the bytes of a file of its own."""
    body = svg(drawing, title, name="picture", language=language, alone=True)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'.encode()


def mark_svg(mark: Mark) -> str:
    """One shape."""
    match mark:
        case Words():
            return _words(mark)
        case Box():
            where = _attributes(x=mark.x, y=mark.y, width=mark.w, height=mark.h)
            round_ = f' rx="{_number(mark.radius)}"' if mark.radius else ""
            return f"<rect{where}{round_}{_paint(mark)}/>"
        case Disc():
            return f"<circle{_attributes(cx=mark.x, cy=mark.y, r=mark.r)}{_paint(mark)}/>"
        case Shape():
            return f'<polygon points="{_points(mark.points)}"{_paint(mark)}/>'
        case Stroke():
            dash = f' stroke-dasharray="{" ".join(map(_number, mark.dash))}"' if mark.dash else ""
            look = f'fill="none" stroke="{mark.colour}" stroke-width="{_number(mark.weight)}"{dash}'
            return f'<polyline points="{_points(mark.points)}" {look}/>'


def stacked(drawings: Sequence[Drawing], between: float = 3.0) -> Drawing:
    """Drawings one under the other, as one."""
    marks: list[Mark] = []
    y = 0.0
    for drawing in drawings:
        marks += (_lower(mark, y) for mark in drawing.marks)
        y += drawing.h + (between if drawing.h else 0.0)
    return Drawing(max(drawing.w for drawing in drawings), max(y - between, 0.0), tuple(marks))


def _lower(mark: Mark, by: float) -> Mark:
    if isinstance(mark, Shape | Stroke):
        return mark._replace(points=tuple((x, y + by) for x, y in mark.points))
    return mark._replace(y=mark.y + by)


def _words(words: Words) -> str:
    """A line of words. Where a font lacks a letter its width is not known, and the words are left to the browser."""
    if not words.text.strip():
        return ""
    size = words.size * MM
    held = ""
    if len(words.text) > 1 and lettering.has_glyphs(words.text):
        wide = lettering.width(words.text, words.size, words.bold)
        held = f' textLength="{_number(wide)}" lengthAdjust="spacingAndGlyphs"'
    bold = ' font-weight="700"' if words.bold else ""
    anchor = "" if words.anchor == "left" else f' text-anchor="{_ANCHORS[words.anchor]}"'
    if lettering.right_to_left(words.text):
        anchor = f' direction="rtl" text-anchor="{_BACKWARD[words.anchor]}"'
    where = _attributes(x=words.x, y=words.y)
    look = f' font-size="{_number(size)}"{bold}{anchor} fill="{words.colour}"{held}'
    return f"<text{where}{look}>{escape(_legal(words.text), quote=False)}</text>"


def _paint(form: Box | Disc | Shape) -> str:
    line = f' stroke="{form.stroke}" stroke-width="{_number(form.weight)}"' if form.stroke else ""
    return f' fill="{form.fill or "none"}"{line}'


def _attributes(**values: float) -> str:
    return "".join(f' {name}="{_number(value)}"' for name, value in values.items())


def _points(points: Sequence[Point]) -> str:
    return " ".join(f"{_number(x)},{_number(y)}" for x, y in points)


def _number(value: float) -> str:
    """Hundredths of a millimetre, without zeros that say nothing."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if f"{value:.2f}" != "-0.00" else "0"


def _legal(text: str) -> str:
    """A text without the characters that no XML may hold."""
    return "".join(_letters(text))


def _letters(text: str) -> Iterator[str]:
    for letter in text:
        code = ord(letter)
        if letter in "\t\n" or 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or code > 0xFFFF:
            yield letter
