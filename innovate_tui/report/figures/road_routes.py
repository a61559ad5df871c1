"""How the lines between the cards of a roadmap run: round the cards, with few corners and few crossings.

A shortest walk on the tracks that the cards leave between them. Walking costs its length, and corners, crossings and
running beside another line cost more. Bounded by count: a line that is not found by then is not drawn, and whoever
draws it says so in another way.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from heapq import heappop, heappush
from itertools import pairwise
from math import inf

from innovate_tui.report.figures.road_doors import Area, apart
from innovate_tui.report.figures.shapes import Point
from innovate_tui.report.waiting import go_on

CLEAR, STUB = 1.1, 2.2
"""How near a line may pass a card, and how far it leaves one straight."""
CORNER, CROSSING, BESIDE, BACKWARD = 7.0, 16.0, 60.0, 0.4
NEAR = 1.7
"""Lines nearer than this look like one."""
MOST_STEPS = 3000
"""What the search for one line may take."""
TANGLE = 80.0
"""What a line may cost more than its length: with more corners, crossings and detours nobody could follow it."""
_WAYS = ((0, 1, 0, 0, True), (1, 0, 1, 0, False), (2, -1, 0, -1, True), (3, 0, -1, -1, False))
"""Right, down, left, up: the step in columns and rows, where its piece of track begins, whether it runs across."""
_TURNS = tuple(tuple(way for way in _WAYS if way[0] != (came + 2) % 4) for came in range(4))
"""The ways to go on: anywhere but back."""


def routes(boxes: Mapping[str, Area], pairs: Sequence[tuple[str, str]], w: float, h: float) -> list[list[Point]]:
    """The corner points of a line for each pair of cards; empty where none was found."""
    tracks = _Tracks(boxes, w, h)

    def length(number: int) -> float:
        (x, y, wide, _), (x_2, y_2, _, _) = (boxes[end] for end in pairs[number])
        return abs(x_2 - x - wide) + abs(y_2 - y)

    found: list[list[Point]] = [[] for _ in pairs]
    for number in sorted(range(len(pairs)), key=lambda number: (length(number), number)):
        go_on()
        found[number] = tracks.line(*pairs[number])
    return apart(boxes, pairs, found)


class _Tracks:
    """The tracks between cards, and what runs on them already."""

    def __init__(self, boxes: Mapping[str, Area], w: float, h: float) -> None:
        self.boxes = boxes
        self.xs = _apart(
            (at for x, _, wide, _ in boxes.values() for at in (x - STUB, x + wide / 2, x + wide + STUB)), w
        )
        self.ys = _apart((at for _, y, _, high in boxes.values() for at in (y - 1.5, y + high / 2, y + high + 1.5)), h)
        across = [after - at for at, after in pairwise(self.xs)]
        below = [after - at for at, after in pairwise(self.ys)]
        self.to_right = [wide for wide in (*across, inf) for _ in self.ys]
        """What a step to the right from each place costs: its length, and more because of lines that are there.

        Through a card, or out of the field, it costs no end. The places go down column by column.
        """
        self.to_below = [high for _ in self.xs for high in (*below, inf)]
        """The same of a step down."""
        self.down: list[tuple[float, float, float]] = []
        """Pieces of line that run up or down: where, from and to."""
        self.doors: dict[tuple[str, int], int] = defaultdict(int)
        for x, y, wide, high in boxes.values():
            left, top, right, foot = x - CLEAR, y - CLEAR, x + wide + CLEAR, y + high + CLEAR
            columns = range(max(0, bisect_left(self.xs, left) - 1), min(len(self.xs), bisect_left(self.xs, right)))
            rows = range(max(0, bisect_left(self.ys, top) - 1), min(len(self.ys), bisect_left(self.ys, foot)))
            for i in columns:
                for j in rows:
                    if top < self.ys[j] < foot:
                        self.to_right[i * len(self.ys) + j] = inf
                    if left < self.xs[i] < right:
                        self.to_below[i * len(self.ys) + j] = inf

    def _doors(self, card: str) -> list[tuple[int, int, int, Point]]:
        """The places outside a card where lines begin: column, row, the way out, and the point on its edge."""
        x, y, wide, high = self.boxes[card]
        middle, centre = y + high / 2, x + wide / 2
        found = []
        for way, place, edge in (
            (0, (x + wide + STUB, middle), (x + wide, middle)),
            (1, (centre, y + high + 1.5), (centre, y + high)),
            (2, (x - STUB, middle), (x, middle)),
            (3, (centre, y - 1.5), (centre, y)),
        ):
            i, j = _at(self.xs, place[0]), _at(self.ys, place[1])
            if i is not None and j is not None:
                found.append((i, j, way, edge))
        return found

    def line(self, first: str, second: str) -> list[Point]:
        """The best line from one card to another: straight where one stands over the other."""
        if straight := self._straight(first, second):
            return straight
        starts = [door for door in self._doors(first) if door[2] != 2]
        later = self.boxes[second][0] > self.boxes[first][0] + self.boxes[first][2]
        goals = {
            (i, j): ((way + 2) % 4, edge, (0.0 if later else 12.0) if way == 2 else 5.0, way)
            for i, j, way, edge in self._doors(second)
            if way != 0 or not later
        }
        x, y, wide, high = self.boxes[second]
        xs, ys, to_right, to_below, high_by = self.xs, self.ys, self.to_right, self.to_below, len(self.ys)
        far_x = [max(x - STUB - at, 0.0, at - x - wide - STUB) for at in xs]
        far_y = [max(y - 1.5 - at, 0.0, at - y - high - 1.5) for at in ys]
        most = TANGLE + min((far_x[i] + far_y[j] for i, j, *_ in starts), default=0.0)
        most += BACKWARD * max(0.0, self.boxes[first][0] - x - wide)
        # what a line has to cost at least from a place on: its length, and a corner where it goes the other way there
        far_x = [far * (1 + BACKWARD) if at > x else far for at, far in zip(xs, far_x, strict=True)]
        turned_x, turned_y = ([far and far + CORNER for far in fars] for fars in (far_x, far_y))
        heap: list[tuple[float, int, float, int, int, int]] = []
        back: list[tuple[int, int, int]] = []
        best: dict[int, float] = {}
        edges: dict[int, tuple[Point, int]] = {}
        for i, j, way, edge in starts:
            price = (0.0 if way == 0 else 5.0) + 3.0 * self.doors[first, way]
            edges[len(back)] = (edge, way)
            heappush(heap, (price, len(back), price, i, j, way))
            back.append((i, j, -1))
        steps = 0
        while heap and steps < MOST_STEPS:
            _, node, spent, i, j, way = heappop(heap)
            if way == -1:
                return self._drawn(back[node][2], back, edges, goals[i, j], first, second)
            here = i * high_by + j
            if best.get(here * 4 + way, inf) < spent:
                continue
            steps += 1
            if (i, j) in goals:
                into, _, price, side = goals[i, j]
                if into != (way + 2) % 4:
                    total = spent + price + (CORNER if into != way else 0) + 3.0 * self.doors[second, side]
                    if total <= most:
                        heappush(heap, (total, len(back), total, i, j, -1))
                        back.append((i, j, node))
            for turn, di, dj, ahead, across in _TURNS[way]:
                price = spent + (to_right[here + ahead * high_by] if across else to_below[here + ahead])
                if turn != way:
                    price += CORNER
                if price > most:
                    continue
                i_2, j_2 = i + di, j + dj
                if turn == 2:
                    price += BACKWARD * (xs[i] - xs[i_2])
                hoped = price + (far_x[i_2] + turned_y[j_2] if across else turned_x[i_2] + far_y[j_2])
                state = (i_2 * high_by + j_2) * 4 + turn
                if hoped <= most and price < best.get(state, inf):
                    best[state] = price
                    heappush(heap, (hoped, len(back), price, i_2, j_2, turn))
                    back.append((i_2, j_2, node))
        return []

    def _straight(self, first: str, second: str) -> list[Point]:
        """A line straight down or up between two cards with nothing in between."""
        (x, y, w, h), (x_2, y_2, w_2, h_2) = self.boxes[first], self.boxes[second]
        left, right = max(x, x_2) + 3.0, min(x + w, x_2 + w_2) - 3.0
        top, foot = (y + h, y_2) if y < y_2 else (y_2 + h_2, y)
        if right < left or foot <= top:
            return []
        for share in (0.5, 0.25, 0.75):
            at = left + (right - left) * share
            if any(
                a < at + 1 and at - 1 < a + c and b < foot and top < b + d for a, b, c, d in self._others(first, second)
            ):
                continue
            if any(abs(at - other) < 3.0 and top < low and high < foot for other, high, low in self.down):
                continue
            self._make_dear(at, top, at, foot)
            return [(at, top), (at, foot)] if y < y_2 else [(at, foot), (at, top)]
        return []

    def _others(self, *cards: str) -> Iterable[Area]:
        return (box for card, box in self.boxes.items() if card not in cards)

    def _drawn(
        self,
        node: int,
        back: Sequence[tuple[int, int, int]],
        edges: Mapping[int, tuple[Point, int]],
        goal: tuple[int, Point, float, int],
        first: str,
        second: str,
    ) -> list[Point]:
        """The points of a line that was found; its tracks are dear from now on."""
        points: list[Point] = []
        root = node
        while node != -1:
            i, j, before = back[node]
            points.append((self.xs[i], self.ys[j]))
            root, node = node, before
        points.reverse()
        edge, way = edges[root]
        self.doors[first, way] += 1
        self.doors[second, goal[3]] += 1
        line = corners([edge, *points, goal[1]])
        for (x, y), (x_2, y_2) in pairwise(line):
            self._make_dear(min(x, x_2), min(y, y_2), max(x, x_2), max(y, y_2))
        return line

    def _make_dear(self, left: float, top: float, right: float, foot: float) -> None:
        """Nothing should run beside a piece of line, nor cross it without need."""
        across = right - left > foot - top
        if not across:
            self.down.append((left, top, foot))
        columns, rows = self._steps(self.xs, left, right), self._steps(self.ys, top, foot)
        to_right, to_below, high_by = self.to_right, self.to_below, len(self.ys)
        if across:
            crossed, beside = range(*self._between(self.xs, left, right)), self._near(self.ys, top)
            for i in columns:
                for j in beside:
                    to_right[i * high_by + j] += BESIDE
            for i in crossed:
                for j in rows:
                    to_below[i * high_by + j] += CROSSING
        else:
            crossed, beside = range(*self._between(self.ys, top, foot)), self._near(self.xs, left)
            for j in rows:
                for i in beside:
                    to_below[i * high_by + j] += BESIDE
            for j in crossed:
                for i in columns:
                    to_right[i * high_by + j] += CROSSING

    @staticmethod
    def _steps(places: Sequence[float], first: float, last: float) -> range:
        """The steps from place to place that share some way with a piece of line, or hold a point."""
        if last - first < 0.02:
            number = bisect_right(places, first + 0.01) - 1
            return range(max(0, number), number + 1)
        return range(max(0, bisect_right(places, first + 0.01) - 1), bisect_left(places, last - 0.01))

    @staticmethod
    def _between(places: Sequence[float], first: float, last: float) -> tuple[int, int]:
        """The places on a piece of line."""
        return bisect_left(places, first - 0.01), bisect_right(places, last + 0.01)

    @staticmethod
    def _near(places: Sequence[float], place: float) -> range:
        """The places so near that lines on them would look like one."""
        return range(bisect_left(places, place - NEAR), bisect_right(places, place + NEAR))


def _apart(places: Iterable[float], most: float) -> list[float]:
    """Places in order, each once, within the field."""
    return sorted({round(place, 2) for place in places if 0.4 <= place <= most - 0.4})


def _at(places: Sequence[float], place: float) -> int | None:
    """The number of a place, if it is one."""
    number = bisect_left(places, round(place, 2) - 0.001)
    return number if number < len(places) and abs(places[number] - place) < 0.02 else None


def corners(points: Sequence[Point]) -> list[Point]:
    """Only the points where a line turns, and its ends."""
    kept: list[Point] = []
    for point in points:
        if kept and abs(kept[-1][0] - point[0]) < 0.02 and abs(kept[-1][1] - point[1]) < 0.02:
            continue
        if len(kept) > 1:
            (a, b), (c, d) = kept[-2], kept[-1]
            if (abs(a - c) < 0.02 and abs(c - point[0]) < 0.02) or (abs(b - d) < 0.02 and abs(d - point[1]) < 0.02):
                kept.pop()
        kept.append(point)
    return kept
