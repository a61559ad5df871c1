"""Which lane of the timeline each card stands in, and on which rows. Pure; bounded by cards × lanes.

A lane that the group chose comes first, then the lane in which a feature stood before; else the lane that grows least.
Nothing ever overlaps: a card whose lane is taken goes to the nearest one that is free.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from innovate_tui.workshop.roadmap import Energy

ROWS = {Energy.SMALL: 1, Energy.MEDIUM: 2, Energy.LARGE: 3}
"""A card's size is its height (R37)."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A card that wants to stand somewhere."""

    card: str
    feature: str
    first: int
    """Its first column, counted from 0."""
    last: int
    rows: int
    lane: int | None = None
    """The lane that the group gave it, counted from 0."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a card stands."""

    card: str
    first: int
    last: int
    lane: int
    y: int
    """Its first row, counted from the top of all lanes."""
    rows: int


@dataclass(frozen=True, slots=True)
class Lanes:
    """All cards in their lanes."""

    standing: dict[str, Standing]
    tops: tuple[int, ...] = ()
    """The first row of each lane."""
    height: int = 0
    """Rows of all lanes together."""

    @property
    def count(self) -> int:
        """How many lanes there are."""
        return len(self.tops)


def arranged(wishes: Sequence[Wish], room: int) -> Lanes:
    """Every card in a lane, in the order given, with air between the lanes."""
    taken: list[set[int]] = []
    heights: list[int] = []
    stood: dict[str, int] = {}
    lane_of: dict[str, int] = {}
    for wish in sorted(wishes, key=lambda wish: (wish.lane is None, wish.lane or 0)):
        columns = range(wish.first, wish.last + 1)
        lane = _lane(wish, columns, taken, heights, stood)
        while len(taken) <= lane:
            taken.append(set())
            heights.append(0)
        taken[lane].update(columns)
        heights[lane] = max(heights[lane], wish.rows)
        stood.setdefault(wish.feature, lane)
        lane_of[wish.card] = lane
    heights = [max(1, rows) for rows in heights]
    tops, y = [], 0
    for rows, air in zip(heights, _air(room - sum(heights), len(heights) - 1), strict=True):
        tops.append(y)
        y += rows + air
    standing = {
        wish.card: Standing(wish.card, wish.first, wish.last, lane_of[wish.card], tops[lane_of[wish.card]], wish.rows)
        for wish in wishes
    }
    return Lanes(standing, tuple(tops), y)


def _air(room: int, gaps: int) -> list[int]:
    """Rows of air beneath each lane: up to two as far as there is room, one where the lanes have to be scrolled anyway.

    Without air cards of one kind run into each other.
    """
    air = gaps if room < 0 else min(room, 2 * gaps)
    each, more = divmod(air, gaps) if gaps > 0 else (0, 0)
    return [*(each + (gap < more) for gap in range(gaps)), 0] if gaps >= 0 else []


def _lane(wish: Wish, columns: range, taken: Sequence[set[int]], heights: Sequence[int], stood: dict[str, int]) -> int:
    """The lane for a card: the one wished for, else the feature's own, else the one that grows least."""
    wanted = wish.lane if wish.lane is not None else stood.get(wish.feature)
    if wanted is not None and (wanted >= len(taken) or taken[wanted].isdisjoint(columns)):
        return min(wanted, len(taken))
    free = [lane for lane, there in enumerate(taken) if there.isdisjoint(columns)]
    if not free:
        return len(taken)
    if wish.lane is not None and wanted is not None:
        return min((*free, len(taken)), key=lambda lane: (abs(lane - wanted), lane))
    return min((*free, len(taken)), key=lambda lane: (_growth(wish.rows, lane, heights), lane))


def _growth(rows: int, lane: int, heights: Sequence[int]) -> int:
    return rows + 1 if lane >= len(heights) else max(0, rows - heights[lane])
