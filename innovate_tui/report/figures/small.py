"""The boards small, with their numbers and signs only: for the cover."""

from itertools import product

from innovate_tui.report import lettering
from innovate_tui.report.document import DiamondPicture, Picture, QuadrantsPicture, RoadmapPicture
from innovate_tui.report.figures.marks import LOOKS, sign, text_lines
from innovate_tui.report.figures.shapes import Box, Colour, Disc, Drawing, Mark, Shape, Stroke, dashed_outline
from innovate_tui.report.figures.small_road import small_roadmap
from innovate_tui.workshop.diamond import BOTTOM, ROWS, TOP
from innovate_tui.workshop.quadrants import MOST, Quadrant, quadrant_at

FILLED, OPEN = 0.965, 0.91
"""How much of its field a small lozenge fills: an empty one less, so that dashes do not lie beside dashes."""
RATIO = 126.5 / 84.0
"""How wide a small picture is for its height."""


def small(picture: Picture | RoadmapPicture, w: float, h: float) -> Drawing:
    """A board as small as that."""
    if isinstance(picture, RoadmapPicture):
        return small_roadmap(picture, w, h)
    return small_diamond(picture, w, h) if isinstance(picture, DiamondPicture) else small_quadrants(picture, w, h)


def small_diamond(picture: DiamondPicture, w: float, h: float) -> Drawing:
    """Nine lozenges with numbers, `w` by `h`: 1 to 3 yellow, 4 to 6 pale, 7 to 9 ink, empty ones dashed."""
    half_w, half_h = w / 6, h / 6
    size = 15.0 if h >= 45 else 12.0
    marks: list[Mark] = []
    for row, places in enumerate(ROWS):
        for column, place in enumerate(places):
            x = w / 2 + (2 * column - (len(places) - 1)) * half_w
            y = half_h * (row + 1)
            taken = place in picture.cards
            across, down = (side * (FILLED if taken else OPEN) for side in (half_w, half_h))
            corners = ((x, y - down), (x + across, y), (x, y + down), (x - across, y))
            fill, colour = lozenge_colours(place) if taken else (Colour.PAPER, Colour.QUIET)
            if taken:
                marks.append(Shape(corners, fill, Colour.INK, 0.25))
            else:
                marks += dashed_outline(corners, colour=Colour.RULE, weight=0.3)
            top = y - lettering.capital(size, True) / 2
            marks += text_lines((str(place),), x, top, size, 6, bold=True, colour=colour, anchor="centre")
    return Drawing(w, h, tuple(marks))


def lozenge_colours(place: int) -> tuple[Colour, Colour]:
    """The ground of a place and the ink on it."""
    if place in TOP:
        return Colour.ENABLER, Colour.INK
    if place in BOTTOM:
        return Colour.INK, Colour.PAPER
    return Colour.ENABLER_FACE, Colour.INK


def small_quadrants(picture: QuadrantsPicture, w: float, h: float) -> Drawing:
    """The grid, `w` by `h`, with a disc for every influence: none hides another, and none leaves its quadrant."""
    marks: list[Mark] = [
        Box(w / 2, 0, w / 2, h / 2, Colour.PANEL),
        Box(0, 0, w, h, None, Colour.INK, 0.3),
        Stroke(((w / 2, 0), (w / 2, h)), weight=0.25),
        Stroke(((0, h / 2), (w, h / 2)), weight=0.25),
    ]
    for quadrant in Quadrant:
        here = [each for each in picture.cards if quadrant_at(each.importance, each.threat) is quadrant]
        r = next((r for r in (h / 19, h / 26, h / 38) if len(here) * 2.5 * (2 * r + 0.6) ** 2 <= w * h / 4), h / 60)
        left, top = w / 2 * quadrant.important + r + 1, h / 2 * (not quadrant.threatening) + r + 1
        wide, high = w / 2 - 2 * r - 2, h / 2 - 2 * r - 2
        free = _spots(left, top, wide, high, 2 * r + 0.6)
        taken: list[tuple[float, float]] = []
        for each in here:
            x = min(max(each.importance / MOST * w, left), left + wide)
            y = min(max((1 - each.threat / MOST) * h, top), top + high)
            spots = sorted(((x, y), *free), key=lambda spot: (spot[0] - x) ** 2 + (spot[1] - y) ** 2)
            clear = (s for s in spots if all((s[0] - a) ** 2 + (s[1] - b) ** 2 >= (2 * r + 0.4) ** 2 for a, b in taken))
            if (spot := next(clear, None)) is not None:
                taken.append(spot)
                marks.append(Disc(*spot, r, LOOKS[each.card.kind].band, Colour.INK, 0.25))
                marks.append(sign(each.card.kind, *spot, r * 0.45))
    return Drawing(w, h, tuple(marks))


def _spots(left: float, top: float, wide: float, high: float, step: float) -> list[tuple[float, float]]:
    """A lattice of places within a quadrant."""
    columns, rows = int(wide / step) + 1, int(high / step) + 1
    return [(left + column * step, top + row * step) for column, row in product(range(columns), range(rows))]
