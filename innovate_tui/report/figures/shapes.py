"""The vocabulary of every drawing: six shapes in millimetres, y downward, and the colours by what they are for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, NamedTuple

Point = tuple[float, float]


class Colour(StrEnum):
    """Colours by role. Only the kinds of card are coloured; every coloured thing also has an ink outline and a sign.

    Ink on white has a contrast of 16:1, quiet 7:1. The bands are about 26 steps of luminance apart, so that they stay
    apart when the page is printed in grey.
    """

    INK = "#14232D"
    QUIET = "#4A5963"
    RULE = "#83919A"
    PANEL = "#F1F4F5"
    PAPER = "#FFFFFF"
    ENABLER = "#F4C20D"
    ENABLER_FACE = "#FFF8E0"
    INFLUENCE = "#DB6A1F"
    INFLUENCE_FACE = "#FDEEE3"
    NEXT_LEVEL = "#17406D"
    NEXT_LEVEL_FACE = "#E6EEF6"

    def __init__(self, code: str) -> None:
        self.rgb = int(code[1:3], 16), int(code[3:5], 16), int(code[5:7], 16)
        """Red, green and blue, 0 to 255."""


class Box(NamedTuple):
    """A rectangle by its upper left corner."""

    x: float
    y: float
    w: float
    h: float
    fill: Colour | None = None
    stroke: Colour | None = None
    weight: float = 0.25
    radius: float = 0.0


class Shape(NamedTuple):
    """A closed outline."""

    points: tuple[Point, ...]
    fill: Colour | None = None
    stroke: Colour | None = None
    weight: float = 0.25


class Stroke(NamedTuple):
    """An open line, with dash and gap where it is broken."""

    points: tuple[Point, ...]
    colour: Colour = Colour.INK
    weight: float = 0.25
    dash: tuple[float, float] | None = None


class Disc(NamedTuple):
    """A circle by its centre."""

    x: float
    y: float
    r: float
    fill: Colour | None = None
    stroke: Colour | None = None
    weight: float = 0.25


Anchor = Literal["left", "centre", "right"]


class Words(NamedTuple):
    """One line of text: x of its anchor, y of its baseline, its size in points."""

    x: float
    y: float
    text: str
    size: float
    bold: bool = False
    colour: Colour = Colour.INK
    anchor: Anchor = "left"


Mark = Box | Shape | Stroke | Disc | Words


def moved(mark: Mark, dx: float, dy: float) -> Mark:
    """A mark somewhere else."""
    if isinstance(mark, Shape | Stroke):
        return mark._replace(points=tuple((x + dx, y + dy) for x, y in mark.points))
    return mark._replace(x=mark.x + dx, y=mark.y + dy)


def scaled(mark: Mark, by: float) -> Mark:
    """A mark so many times as large, with all its distances, its lines and its letters."""
    match mark:
        case Shape() | Stroke():
            grown = mark._replace(points=tuple((x * by, y * by) for x, y in mark.points), weight=mark.weight * by)
            if isinstance(grown, Stroke) and grown.dash:
                return grown._replace(dash=(grown.dash[0] * by, grown.dash[1] * by))
            return grown
        case Words():
            return mark._replace(x=mark.x * by, y=mark.y * by, size=mark.size * by)
        case Disc():
            return mark._replace(x=mark.x * by, y=mark.y * by, r=mark.r * by, weight=mark.weight * by)
        case Box():
            x, y, w, h, weight, radius = (
                each * by for each in (mark.x, mark.y, mark.w, mark.h, mark.weight, mark.radius)
            )
            return mark._replace(x=x, y=y, w=w, h=h, weight=weight, radius=radius)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A finished picture, `w` by `h`, its marks counted from its upper left corner."""

    w: float
    h: float
    marks: tuple[Mark, ...]


def dashed_outline(corners: Sequence[Point], *, colour: Colour = Colour.INK, weight: float = 0.45) -> list[Mark]:
    """A closed outline in dashes, each side for itself so that every corner begins with a dash."""
    sides: Iterable[tuple[Point, Point]] = zip(corners, (*corners[1:], corners[0]), strict=True)
    return [Stroke((start, end), colour, weight, (1.6, 1.0)) for start, end in sides]
