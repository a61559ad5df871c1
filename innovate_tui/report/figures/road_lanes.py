"""Which row each card of a roadmap stands in: pure, and bounded by count, so that the same cards stand the same.

Cards never overlap. Among the ways to stand, a row that the group chose comes first; then linked cards near each other
with nothing between them, few crossing lines, and a recurring feature in a row of its own.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

GAP = 5.0
"""Between two cards of one row: a line may end there."""
PASSES = 3
"""How often every card is tried in other rows."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A card as it wants to stand: its size, where it begins, and how far it may be pushed to the right."""

    id: str
    feature: str
    x: float
    latest: float
    w: float
    h: float
    lane: int | None = None
    """The row that the group gave it, counted from 0."""


Spot = tuple[int, float]
"""A row, and where in it a card begins."""
Pairs = Sequence[tuple[str, str]]


def lanes(slots: Sequence[Slot], pairs: Pairs, rows: int, wide: float) -> dict[str, Spot] | None:
    """Where each card stands; none if they have no room in so many rows."""
    placed = _placed(slots, pairs, rows, wide, choosy=True) or _placed(slots, pairs, rows, wide, choosy=False)
    return _improved(slots, pairs, rows, placed) if placed is not None else None


def fits(slots: Sequence[Slot], rows: int, wide: float) -> bool:
    """Whether the cards have room in so many rows."""
    return _placed(slots, (), rows, wide, choosy=False) is not None


def packed(slots: Sequence[Slot], rows: int, wide: float) -> list[Slot]:
    """As many of the cards as have room in so many rows, the earlier ones first."""
    ends = [-GAP] * rows
    kept = []
    for slot in slots:
        spots = _free(slot, ends, wide)
        if spots:
            row, x = min(spots, key=lambda spot: (spot[1], spot[0]))
            ends[row] = x + slot.w
            kept.append(slot)
    return kept


def _free(slot: Slot, ends: Sequence[float], wide: float) -> list[Spot]:
    """The rows in which a card has room behind the last one of the row, and where."""
    found = []
    for row, end in enumerate(ends):
        x = max(slot.x, end + GAP)
        if x > max(slot.latest, slot.x):
            continue
        x = min(x, wide - slot.w)
        if x >= end + GAP - 1e-6:
            found.append((row, x))
    return found


def _placed(slots: Sequence[Slot], pairs: Pairs, rows: int, wide: float, *, choosy: bool) -> dict[str, Spot] | None:
    """The cards one after another, each in the row that suits it best, or else just where there is room."""
    ends = [-GAP] * rows
    where: dict[str, Spot] = {}
    last: dict[str, int] = {}
    near: dict[str, list[str]] = {}
    for one, other in pairs:
        near.setdefault(one, []).append(other)
        near.setdefault(other, []).append(one)
    for slot in slots:
        spots = _free(slot, ends, wide)
        if not spots:
            return None

        def price(spot: Spot, slot: Slot = slot) -> float:
            row, x = spot
            if not choosy:
                return x
            total = 0.3 * (x - slot.x) + 0.004 * (ends[row] + GAP)
            if slot.lane is not None:
                total += 8.0 * abs(row - slot.lane)
            elif slot.feature in last:
                total += 1.2 * abs(row - last[slot.feature])
            for other in near.get(slot.id, ()):
                if other in where:
                    total += 2.5 * abs(row - where[other][0])
            return total

        row, x = min(spots, key=lambda spot: (price(spot), spot[0]))
        where[slot.id] = (row, x)
        ends[row] = x + slot.w
        last[slot.feature] = row
    return where


def _improved(slots: Sequence[Slot], pairs: Pairs, rows: int, where: dict[str, Spot]) -> dict[str, Spot]:
    """The same with cards moved straight up or down where that makes the picture simpler."""
    sized = {slot.id: slot for slot in slots}
    best = _cost(slots, pairs, where, sized)
    for _ in range(PASSES):
        before = best
        for slot in slots:
            for row in range(rows):
                row_now, x = where[slot.id]
                if row == row_now or not _clear(slot, row, x, where, sized):
                    continue
                tried = {**where, slot.id: (row, x)}
                cost = _cost(slots, pairs, tried, sized)
                if cost < best - 1e-9:
                    where, best = tried, cost
        if best >= before:
            break
    return where


def _clear(slot: Slot, row: int, x: float, where: Mapping[str, Spot], sized: Mapping[str, Slot]) -> bool:
    """Whether a card has room at a place of another row."""
    right = x + slot.w + GAP
    for other, (there, left) in where.items():  # asked for every card and row: a loop is quicker than `all`
        if there == row and other != slot.id and right > left + 1e-6 and left + sized[other].w + GAP > x + 1e-6:
            return False
    return True


def _cost(slots: Sequence[Slot], pairs: Pairs, where: Mapping[str, Spot], sized: Mapping[str, Slot]) -> float:
    """How tangled a picture is."""
    total = 0.0
    spans = []
    for one, other in pairs:
        if where[one][1] > where[other][1]:
            one, other = other, one
        (row, x), (row_2, x_2) = where[one], where[other]
        right = x + sized[one].w
        total += 3.0 * abs(row - row_2)
        if right > x_2 and abs(row - row_2) > 1:
            total += 6.0
        low, high = (row, row_2) if row < row_2 else (row_2, row)
        for between, at in where.values():
            if x < at < x_2:
                if low < between < high:
                    total += 0.8
                elif between == row == row_2 and right < at < x_2 - 1:
                    total += 6.0
        spans.append((x, x_2, row, row_2))
    for number, (a, b, row, row_2) in enumerate(spans):
        for c, d, row_3, row_4 in spans[number + 1 :]:
            if max(a, c) < min(b, d) and (row - row_3) * (row_2 - row_4) < 0:
                total += 5.0
    last: dict[str, int] = {}
    for slot in slots:
        row = where[slot.id][0]
        if slot.lane is not None:
            total += 8.0 * abs(row - slot.lane)
        elif slot.feature in last:
            total += 1.0 * abs(row - last[slot.feature])
        last[slot.feature] = row
    return total
