"""Where the cards of the quadrants stand in cells: values 0 to 100 on two axes, and the cells of four quadrants.

A half of an axis has so many cells; 49 is always in the low half and 50 in the high one. Where cards would cover each
other they are spread to the nearest free cells of their quadrant, so that sign and capital of each can be seen.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rich.cells import cell_len

from innovate_tui.workshop.quadrants import HIGH, LEAST, MOST, Quadrant, quadrant_at

Values = tuple[int, int]
"""Importance and threat."""
LOWS, HIGHS = HIGH - LEAST, MOST - HIGH + 1
"""Values of the low half and of the high half."""
SMALLEST = 3
"""Cells of a sign, a gap and a capital."""
SIDEWAYS = 2
"""How much further a column counts than a row when cards are spread: names need the row to themselves."""


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of one quadrant: columns and rows. All four are of one size."""

    columns: int = 25
    rows: int = 7

    def at(self, importance: int, threat: int) -> tuple[int, int]:
        """The cell of a position: columns from the left, rows from the top, of both halves together."""
        return _cell(importance, self.columns), 2 * self.rows - 1 - _cell(threat, self.rows)

    def values(self, x: int, y: int) -> Values:
        """The position that a cell stands for, cut to the grid."""
        x, y = min(max(x, 0), 2 * self.columns - 1), min(max(y, 0), 2 * self.rows - 1)
        return _value(x, self.columns), _value(2 * self.rows - 1 - y, self.rows)

    def moved(self, values: Values, across: int, up: int) -> Values:
        """A position one cell further; where there are more cells than values, one value further."""
        importance, threat = values
        return _moved(importance, self.columns, across), _moved(threat, self.rows, up)


def _cell(value: int, cells: int) -> int:
    """The cell of a value along one axis of two halves."""
    return value * cells // LOWS if value < HIGH else cells + (value - HIGH) * cells // HIGHS


def _value(cell: int, cells: int) -> int:
    """The middle one of the values that a cell stands for."""
    if cell < cells:
        first, last = _ceil(cell * LOWS, cells), _ceil((cell + 1) * LOWS, cells) - 1
        return min((first + max(first, last)) // 2, HIGH - 1)
    first, last = _ceil((cell - cells) * HIGHS, cells), _ceil((cell - cells + 1) * HIGHS, cells) - 1
    return min(HIGH + (first + max(first, last)) // 2, MOST)


def _moved(value: int, cells: int, by: int) -> int:
    if not by:
        return value
    cell = min(max(_cell(value, cells) + by, 0), 2 * cells - 1)
    there = _value(cell, cells)
    if cells >= LOWS:
        there = value + by
    return min(max(there, LEAST), MOST)


def _ceil(number: int, by: int) -> int:
    return -(-number // by)


@dataclass(frozen=True, slots=True)
class Sign:
    """Where a card's sign stands, and on which side of it capital and name go: 1 right, -1 left."""

    x: int
    y: int
    side: int = 1
    room: int = 0
    """Cells for the name, the gap before it left out."""

    @property
    def cells(self) -> tuple[int, int]:
        """The first cell and the one after the last, name included."""
        length = SMALLEST + (self.room + 1 if self.room else 0)
        return (self.x, self.x + length) if self.side > 0 else (self.x + 1 - length, self.x + 1)


def signs(
    cells: Cells, cards: Mapping[str, Values], names: Mapping[str, str], over: Sign | None = None
) -> dict[str, Sign]:
    """Every card's sign and the room for its name. The first cards keep their cells; later ones make way.

    All of them make way for what hovers over the grid.
    """
    wide = {card: cell_len(names.get(card, "")) for card in cards}
    for whole in (True, False):
        found, taken = _stood(cells, cards, wide if whole else {}, over)
        if len(found) == len(cards):
            break
    for card, sign in found.items():
        row = taken[sign.y]
        row.difference_update(range(*sign.cells))
        sign = found[card] = _named(cells, sign, wide[card], row)
        row.update(range(*sign.cells))
    for card in cards.keys() - found.keys():  # no cell is free any more
        found[card] = Sign(*cells.at(*cards[card]))
    return found


def _stood(
    cells: Cells, cards: Mapping[str, Values], wide: Mapping[str, int], over: Sign | None
) -> tuple[dict[str, Sign], list[set[int]]]:
    """The signs that find a free cell, and what is taken in each row; cards of no finer position come last."""
    taken: list[set[int]] = [set() for _ in range(2 * cells.rows)]
    if over is not None:
        taken[over.y].update(range(*over.cells))
    found: dict[str, Sign] = {}
    for card in sorted(cards, key=lambda card: cards[card] == quadrant_at(*cards[card]).middle):
        sign = _free(cells, cards[card], wide.get(card, 0), taken)
        if sign is not None:
            found[card] = sign
            taken[sign.y].update(range(*sign.cells))
    return found, taken


def _free(cells: Cells, values: Values, needs: int, taken: list[set[int]]) -> Sign | None:
    """The nearest cell of the same quadrant where sign and capital cover nothing, if there is one.

    A card in the middle of a quadrant was put there by its number and has no finer position: it moves as far as its
    name needs, so that the name can be read whole.
    """
    x, y = cells.at(*values)
    quadrant = quadrant_at(*values)
    left, top = quadrant_cells(cells, quadrant)
    loose = values == quadrant.middle
    if loose:
        x = max(left + 1, min(x, left + cells.columns - SMALLEST - 2 - needs)) if cells.columns > SMALLEST else left
    exact = Sign(x, y, 1, needs if loose else 0)
    if _fits(cells, exact, taken[y]):
        return exact
    spots = sorted(
        ((row - y) ** 2 + SIDEWAYS * (column - x) ** 2, row < y, column < x, column, row)
        for row in range(top, top + cells.rows)
        for column in range(left, left + cells.columns)
    )
    for room in (needs, 0) if loose else (0,):
        for *_, column, row in spots:
            for side in (1, -1):
                sign = Sign(column, row, side, room)
                if _fits(cells, sign, taken[row]):
                    return sign
    return None


def _fits(cells: Cells, sign: Sign, row: Iterable[int]) -> bool:
    """Whether a sign with its name stays in its half and a cell away from what is in its row."""
    first, end = sign.cells
    half = cells.columns if sign.x >= cells.columns else 0
    return half <= first and end <= half + cells.columns and not set(range(first - 1, end + 1)) & set(row)


def _named(cells: Cells, sign: Sign, needs: int, row: set[int]) -> Sign:
    """The side with room for the whole name, the right one first; else the one with more room."""
    best = sign
    for side in (1, -1):
        for room in range(needs, 0, -1):
            wide = Sign(sign.x, sign.y, side, room)
            if _fits(cells, wide, row):
                best = wide if room > best.room else best
                break
    return best


def quadrant_cells(cells: Cells, quadrant: Quadrant) -> tuple[int, int]:
    """The first column and the first row of a quadrant."""
    return cells.columns if quadrant.important else 0, 0 if quadrant.threatening else cells.rows
