"""The foot of every page but the cover: whose summary it is, and the number of the page."""

from innovate_tui.report import lettering, phrases, scripts
from innovate_tui.report.figures.shapes import Colour, Words
from innovate_tui.report.pages import FOOT, LEFT, LYING_FOOT, LYING_LEFT, LYING_WIDE, WIDE, Drawn

SIZE = 10.0
FOOTER_W = WIDE - 24.0
"""What the number of the page leaves to the line beside it."""


def footer_line(parts: list[str]) -> str:
    """Title, whose, day in one line. A long title gives way to the rest; where the rest is long too, all is cut."""
    if not parts:
        return ""
    rest = "".join(f" · {scripts.apart(part)}" for part in parts[1:])
    room = FOOTER_W - lettering.width(rest, SIZE)
    if room < FOOTER_W / 3:
        return "".join(lettering.cut(parts[0] + rest, FOOTER_W, 1, SIZE))
    return scripts.apart("".join(lettering.cut(parts[0], room, 1, SIZE))) + rest


def footer(line: str, number: int, of: int, *, lying: bool = False) -> Drawn:
    """The foot of one page."""
    left, wide, foot = (LYING_LEFT, LYING_WIDE, LYING_FOOT) if lying else (LEFT, WIDE, FOOT)
    count = phrases.PAGE_OF.replace("{pages}", str(of)).replace("{page}", str(number))
    words = Words(left, foot, line, SIZE, colour=Colour.QUIET)
    return Drawn(None, (words, Words(left + wide, foot, count, SIZE, colour=Colour.QUIET, anchor="right")))
