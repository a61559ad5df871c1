"""Where lines leave and reach the cards of a roadmap: two at one side of a card stand apart, so that each can be seen.

A line that would leave where another does slides aside, the way it turns: the one that turns first slides farthest, and
none crosses another for it. One that has no room to slide stays.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from innovate_tui.report.figures.shapes import Point

Area = tuple[float, float, float, float]
"""Left, top, width and height."""
ASIDE = 3.0
"""Millimetres between two lines at one side of a card."""
WITHIN = 1.2
"""How near a line may stand to a card's corner, and how near it may pass another card."""
NEAR = 1.7
"""Lines nearer than this look like one."""


def apart(
    boxes: Mapping[str, Area], pairs: Sequence[tuple[str, str]], paths: Sequence[list[Point]]
) -> list[list[Point]]:
    """The same lines, with their ends apart where several stand at one side of a card."""
    found = [list(path) for path in paths]
    sides: dict[tuple[str, bool, float], list[tuple[int, bool]]] = defaultdict(list)
    for number, (pair, path) in enumerate(zip(pairs, found, strict=True)):
        for last in (False, True):
            if path:
                edge, onward = _end(path, last)
                level = edge[1] == onward[1]
                sides[pair[last], level, edge[0] if level else edge[1]].append((number, last))
    for (card, level, _), ends in sides.items():
        if len(ends) > 1:
            _slide(boxes, card, int(level), ends, found)
    return found


def _slide(
    boxes: Mapping[str, Area], card: str, axis: int, ends: Iterable[tuple[int, bool]], paths: list[list[Point]]
) -> None:
    """The ends at one side of a card, one after the other; `axis` is the one along the side, 0 across, 1 down."""
    low, long = boxes[card][axis], boxes[card][axis + 2]
    taken: list[float] = []

    def order(end: tuple[int, bool]) -> tuple[bool, float, int]:
        """Lines that go straight on first, they cannot slide; then those that turn late."""
        number, last = end
        edge, onward = _end(paths[number], last)
        return len(paths[number]) > 2, -abs(onward[1 - axis] - edge[1 - axis]), number

    for number, last in sorted(ends, key=order):
        path = paths[number]
        at = _end(path, last)[0][axis]
        if len(path) > 2 and any(abs(at - other) < ASIDE - 0.01 for other in taken):
            way = path[::-1] if last else path
            turn = way[2][axis] - way[1][axis]
            for step in (ASIDE, 2 * ASIDE):
                to = at + (step if turn > 0 else -step)
                if step + WITHIN > abs(turn) or not low + WITHIN <= to <= low + long - WITHIN:
                    break
                moved = [_moved(point, axis, to) for point in way[:2]]
                others = [path for other, path in enumerate(paths) if other != number]
                if all(abs(to - other) > ASIDE - 0.01 for other in taken) and _free(boxes, card, moved, axis, others):
                    way = [*moved, *way[2:]]
                    paths[number] = way[::-1] if last else way
                    at = to
                    break
        taken.append(at)


def _end(path: Sequence[Point], last: bool) -> tuple[Point, Point]:
    """Where a line stands at a card, and where it goes from there."""
    return (path[-1], path[-2]) if last else (path[0], path[1])


def _moved(point: Point, axis: int, to: float) -> Point:
    return (to, point[1]) if axis == 0 else (point[0], to)


def _free(
    boxes: Mapping[str, Area], card: str, piece: Sequence[Point], axis: int, others: Iterable[Sequence[Point]]
) -> bool:
    """Whether a piece of line passes every other card, and runs beside no other line."""
    along = 1 - axis
    start, end = sorted(point[along] for point in piece)
    at = piece[0][axis]
    for name, box in boxes.items():
        low, foot = box[axis] - WITHIN, box[axis] + box[axis + 2] + WITHIN
        if name != card and low < at < foot and start < box[along] + box[along + 2] and box[along] < end:
            return False
    return not any(
        abs(one[axis] - two[axis]) < 0.02 and abs(one[axis] - at) < NEAR and first < end and start < then
        for one, two, first, then in _pieces(others, along)
    )


def _pieces(paths: Iterable[Sequence[Point]], along: int) -> Iterator[tuple[Point, Point, float, float]]:
    """Every piece of the lines, with where it begins and ends along an axis."""
    for path in paths:
        for one, two in pairwise(path):
            yield one, two, min(one[along], two[along]), max(one[along], two[along])
