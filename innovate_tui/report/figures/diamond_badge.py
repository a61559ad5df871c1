"""The number of a place in a lozenge as small as a letter, coloured as on the small diamond."""

from innovate_tui.report.figures.marks import text_lines
from innovate_tui.report.figures.shapes import Colour, Mark, Shape
from innovate_tui.report.figures.small import lozenge_colours

SIDE = 5.6


def place_badge(place: int, x: float, y: float) -> list[Mark]:
    """A lozenge of 5.6 by 5.6 whose upper left corner lies there."""
    fill, colour = lozenge_colours(place)
    half = SIDE / 2
    corners = ((x + half, y), (x + SIDE, y + half), (x + half, y + SIDE), (x, y + half))
    number = text_lines((str(place),), x + half, y + half - 1.25, 10, 5, bold=True, colour=colour, anchor="centre")
    return [Shape(corners, fill, Colour.INK, 0.2), *number]
