"""The roadmap small: its stages, its known events and its cards, without a word on it."""

from collections.abc import Callable

from innovate_tui.report.document import RoadmapPicture, TimedCard
from innovate_tui.report.figures.marks import LOOKS
from innovate_tui.report.figures.shapes import Box, Colour, Drawing, Mark, Shape, Stroke
from innovate_tui.workshop.roadmap import Energy
from innovate_tui.workshop.timeline import Month

BAND = 3.0
"""The height of a stage."""
SIZES = {Energy.SMALL: (0.62, 0.55), Energy.MEDIUM: (0.8, 0.72), Energy.LARGE: (1.0, 0.9)}
"""How wide and high a card is, of the largest and of its row."""
LEAST_ROWS, MOST_ROWS = 5, 12


def small_roadmap(picture: RoadmapPicture, w: float, h: float) -> Drawing:
    """The roadmap, `w` by `h`. A card begins at its left edge and is as large as its energy; one without room is not
    drawn.
    """
    start = picture.timeline.start
    month = w / (picture.timeline.last - start + 1)

    def at(other: Month) -> float:
        return (other - start) * month

    marks: list[Mark] = []
    rows_of_stages: list[float] = []
    for stage in picture.stages:
        left, right = max(0.0, at(stage.first)), min(w, at(stage.last) + month)
        if left >= right:
            continue
        row = next((number for number, end in enumerate(rows_of_stages) if end <= left + 0.01), len(rows_of_stages))
        if row == len(rows_of_stages):
            rows_of_stages.append(right)
        rows_of_stages[row] = right
        if row < 3:
            marks.append(Box(left + 0.2, row * (BAND + 0.5), right - left - 0.4, BAND, Colour.INK))
    top = min(len(rows_of_stages), 3) * (BAND + 0.5) + 1.0
    for event in picture.events:
        x = at(Month.of(event.on)) + (event.on.day - 1) / 31 * month
        if 0 <= x <= w:
            marks.append(Stroke(((x, top), (x, h)), Colour.INK, 0.25, (0.9, 0.7)))
            marks.append(Shape(((x, top - 1), (x + 0.9, top), (x, top + 0.9), (x - 0.9, top)), Colour.INK))
    marks += _cards(picture, at, w, top + 1.2, h)
    marks.append(Stroke(((0, h), (w, h)), Colour.INK, 0.3))
    return Drawing(w, h, tuple(marks))


def _cards(picture: RoadmapPicture, at: Callable[[Month], float], w: float, top: float, h: float) -> list[Mark]:
    """The cards in rows, each in the first that is free where it begins."""
    for rows in range(LEAST_ROWS, MOST_ROWS + 1):
        placed = _packed(picture.cards, at, w, (h - top) / rows, rows)
        if len(placed) == len(picture.cards) or rows == MOST_ROWS:
            break
    marks: list[Mark] = []
    for card, x, y, wide, high in placed:
        look = LOOKS[card.card.kind]
        marks.append(Box(x, top + y, wide, high, look.band, Colour.INK, 0.2))
    return marks


def _packed(
    cards: tuple[TimedCard, ...], at: Callable[[Month], float], w: float, pitch: float, rows: int
) -> list[tuple[TimedCard, float, float, float, float]]:
    largest = pitch * 1.7
    ends = [-1.0] * rows
    placed = []
    for number, card in enumerate(cards):
        across, down = SIZES[card.energy]
        wide, high = largest * across, pitch * 0.82 * down
        x = min(at(card.first), w - wide)
        # begin with another row each time, so that the picture is as high as the board's own
        row = next((r % rows for r in range(number, number + rows) if ends[r % rows] <= x), None)
        if row is not None:
            ends[row] = x + wide + 0.5
            placed.append((card, x, row * pitch + (pitch - high) / 2, wide, high))
    return placed
