"""Links between the cards of the timeline as lines of cells: they go round the cards, join, cross and end in `►`.

Each line is the cheapest way from one card to another: short, with few bends and crossings; lines of one kind that
share an end may share their cells. Dependencies come first; a dotted connection goes round them, or straight across
and beneath, or is left to words. Where all would tangle, no line is drawn but those of the chosen card, and words take
over.
Pure, and bounded by a count of steps for a whole picture, so that the same roadmap is always drawn the same and nobody
waits for it.
"""

import heapq
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import NamedTuple

from innovate_tui.ui.cells import DOWN, JOINS, LEFT, RIGHT, UP

MOST = 10
"""Lines in sight beyond which the picture would tangle."""
MOST_CROSSINGS = 2
"""Crossings beyond which it would."""
LONGEST_LINE = 16
"""Cells of a line, on the average of all, beyond which they would."""
STEPS = 6_000
"""Cells looked at for all the lines of a picture before the rest are left to words."""
STEPS_OF_ONE = 400
"""The same for those of the chosen card in a tangle: they are sought anew at every key."""
BEND, CROSSING, HUGGING, ROUND, SHARED = 2.0, 5.0, 1.5, 6.0, 0.6
"""What a bend costs, a crossing, a cell beside a card, an end on a card's other side, and a cell of a line that has an
end in common; any other cell costs 1."""
MOVES = {UP: (0, -1), DOWN: (0, 1), LEFT: (-1, 0), RIGHT: (1, 0)}
BACK = {UP: DOWN, DOWN: UP, LEFT: RIGHT, RIGHT: LEFT}
ONWARD = {way: tuple((turn, step) for turn, step in MOVES.items() if turn != BACK[way]) for way in MOVES}
HEADS = {RIGHT: "►", LEFT: "◄"}
SIDEWAYS = (LEFT, RIGHT)
COVERED, FREE, BESIDE = range(3)

Place = tuple[int, int]
State = tuple[int, int, int]
"""A cell and the direction in which it is entered."""


class Block(NamedTuple):
    """A card in sight: nothing goes through it."""

    card: str
    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The column after it."""
        return self.x + self.width


class Wire(NamedTuple):
    """A link to draw. An end out of sight lies beyond the left or the right."""

    first: str
    second: str
    arrow: bool = True
    """A dependency ends in an arrow, a connection is dotted."""
    first_beyond: int = 0
    """-1: its first card is out of sight at the left, 1: at the right."""
    second_beyond: int = 0

    def ends(self, card: str) -> bool:
        """Whether it ends on a card."""
        return card in (self.first, self.second)


@dataclass
class Drawing:
    """Lines, cell by cell."""

    cells: dict[Place, tuple[str, tuple[Wire, ...]]] = field(default_factory=dict)
    undrawn: tuple[Wire, ...] = ()
    """Links that found no way."""
    crossings: int = 0
    tangled: bool = False
    """Whether only the chosen card's links are drawn, as all of them would tangle."""
    steps: int = 0
    """Cells looked at to find them."""


def drawn(blocks: tuple[Block, ...], wires: tuple[Wire, ...], width: int, height: int, chosen: str) -> Drawing:
    """The lines in a window of lanes; only those of the chosen card where all of them would tangle.

    Where it is the connections that tangle, they are left to words, and the dependencies drawn.
    One link alone is drawn however it has to go.
    """
    if len(wires) == 1:
        return routed(blocks, wires, width, height)
    needed = tuple(wire for wire in wires if wire.arrow)
    for some in (wires, needed) if len(wires) <= MOST else ():
        whole = routed(blocks, some, width, height)
        long = len(whole.cells) > LONGEST_LINE * (len(some) + 2)
        tidy = whole.crossings <= MOST_CROSSINGS and not long and not any(wire.arrow for wire in whole.undrawn)
        if tidy and whole.cells:
            left = tuple(wire for wire in wires if wire not in some)
            return replace(whole, undrawn=whole.undrawn + left)
    mine = tuple(wire for wire in wires if wire.ends(chosen))[:MOST]
    return replace(routed(blocks, mine, width, height, STEPS_OF_ONE), tangled=True)


@lru_cache(maxsize=32)
def routed(blocks: tuple[Block, ...], wires: tuple[Wire, ...], width: int, height: int, steps: int = STEPS) -> Drawing:
    """Every line that finds a way, dependencies first and the shortest of them, until so many steps are made."""
    sheet = _Lines(blocks, width, height, steps)
    undrawn = [wire for wire in sorted(wires, key=sheet.length) if not sheet.draw(wire)]
    return Drawing(dict(sheet.cells()), tuple(undrawn), sheet.crossings, steps=steps - sheet.steps)


@lru_cache(maxsize=8)
def _ground(blocks: tuple[Block, ...], width: int, height: int) -> bytes:
    """Row by row what each cell is: covered by a card, free, or free and right before a card."""
    ground = bytearray([FREE]) * (width * height)
    for block in blocks:
        for y in range(max(block.y, 0), min(block.y + block.height, height)):
            if 0 < block.x <= width and ground[y * width + block.x - 1] == FREE:
                ground[y * width + block.x - 1] = BESIDE
            left, right = max(block.x, 0), min(block.right, width)
            ground[y * width + left : y * width + right] = bytes([COVERED]) * (right - left)
    return bytes(ground)


@dataclass
class _Run:
    """What goes through a cell."""

    sides: int = 0
    lined: int = 0
    """Those of its sides where a dependency goes out: a connection beneath it joins none."""
    head: str = ""
    wires: list[Wire] = field(default_factory=list)


class _Lines:
    """Lines drawn so far."""

    def __init__(self, blocks: tuple[Block, ...], width: int, height: int, steps: int) -> None:
        self._blocks: Mapping[str, Block] = {block.card: block for block in blocks}
        self._width, self._height = width, height
        self._ground = _ground(blocks, width, height)
        self._runs: dict[Place, _Run] = {}
        self.steps = steps
        self.crossings = 0

    def cells(self) -> Iterator[tuple[Place, tuple[str, tuple[Wire, ...]]]]:
        """What stands in each cell, and whose it is."""
        for place, run in self._runs.items():
            yield place, (run.head or (JOINS[run.lined] if run.lined else "·"), tuple(run.wires))

    def length(self, wire: Wire) -> tuple[bool, int, str, str]:
        """What is drawn first: dependencies, and those whose ends are near each other."""
        one, other = self._blocks.get(wire.first), self._blocks.get(wire.second)
        apart = abs(other.x - one.x) + abs(other.y - one.y) if one and other else self._width
        return not wire.arrow, apart, wire.first, wire.second

    def draw(self, wire: Wire) -> bool:
        """Draw a line if there is a way for it."""
        way = self._way(wire)
        if not way:
            return False
        for at, (x, y, entered) in enumerate(way):
            run = self._runs.setdefault((x, y), _Run())
            if run.wires and not any(_share(wire, other) for other in run.wires):
                self.crossings += 1
            last = at + 1 == len(way)
            sides = BACK[entered] | (entered if last else way[at + 1][2])
            run.sides |= sides
            run.lined |= sides if wire.arrow else 0
            run.wires.append(wire)
            if last and wire.arrow:
                run.head = HEADS[entered]
        return True

    def _way(self, wire: Wire) -> list[State]:
        """The cheapest way, cell by cell."""
        goals = dict(self._ends(wire, first=False))
        came: dict[State, State | None] = {}
        cost: dict[State, float] = {}
        heap: list[tuple[float, float, State]] = []
        ahead = self._ahead(wire, goals)
        for state, price in self._ends(wire, first=True):
            if not wire.arrow and self._foreign(state, wire):
                continue
            if (extra := self._price(state, wire)) is not None:
                cost[state] = price + extra
                came[state] = None
                heapq.heappush(heap, (cost[state] + ahead(state), -cost[state], state))
        done: set[State] = set()
        best: tuple[float, State] | None = None
        while heap and self.steps:
            least, spent, state = heapq.heappop(heap)
            price = -spent
            if best is not None and least >= best[0]:
                break
            if state in done:
                continue
            done.add(state)
            self.steps -= 1
            if state in goals and not self._foreign(state, wire) and (best is None or price + goals[state] < best[0]):
                best = (price + goals[state], state)
            for following, more in self._onward(state, wire):
                total = price + more
                if total < cost.get(following, total + 1):
                    cost[following] = total
                    came[following] = state
                    heapq.heappush(heap, (total + ahead(following), -total, following))
        if best is None:
            return []
        way: list[State] = []
        at: State | None = best[1]
        while at is not None:
            way.append(at)
            at = came[at]
        return way[::-1]

    def _ahead(self, wire: Wire, goals: Mapping[State, float]) -> Callable[[State], float]:
        """What a line has still to pay at the least from a cell: the cells to its end, and the bends."""
        left, right = min(x for x, _, _ in goals), max(x for x, _, _ in goals)
        top, foot = min(y for _, y, _ in goals), max(y for _, y, _ in goals)
        cell = SHARED if any(_share(wire, other) for run in self._runs.values() for other in run.wires) else 1.0
        level = all(way in SIDEWAYS for _, _, way in goals)
        bends = {
            (way, across, down): BEND * _bends(way, across, down, level=level)
            for way in MOVES
            for across in (-1, 0, 1)
            for down in (-1, 0, 1)
        }

        def ahead(state: State) -> float:
            x, y, way = state
            across, far = (1, left - x) if x < left else (-1, x - right) if x > right else (0, 0)
            down, deep = (1, top - y) if y < top else (-1, y - foot) if y > foot else (0, 0)
            return cell * (far + deep) + bends[way, across, down]

        return ahead

    def _ends(self, wire: Wire, *, first: bool) -> Iterator[tuple[State, float]]:
        """Where a line may begin or end, as the direction in which it goes there, and what that costs."""
        card, beyond = (wire.first, wire.first_beyond) if first else (wire.second, wire.second_beyond)
        block = self._blocks.get(card)
        if block is None:
            x = 0 if beyond < 0 else self._width - 1
            way = (RIGHT if beyond < 0 else LEFT) if first else (LEFT if beyond < 0 else RIGHT)
            for y in range(self._height):
                yield (x, y, way), 0.0
            return
        for row in range(block.height):
            y = block.y + row
            off = (block.height - 1 - row) * 0.5 if first else abs(row - block.height // 2) * 1.2
            if first:
                yield (block.right, y, RIGHT), off
                yield (block.x - 1, y, LEFT), off + ROUND
                continue
            yield (block.x - 1, y, RIGHT), off
            yield (block.right, y, LEFT), off + ROUND
            if not wire.arrow:  # without an arrow it may come along the card's edge
                for way in (UP, DOWN):
                    yield (block.x - 1, y, way), off
                    yield (block.right, y, way), off + ROUND

    def _onward(self, state: State, wire: Wire) -> Iterator[tuple[State, float]]:
        x, y, way = state
        foreign = self._foreign(state, wire)
        for turn, (across, down) in ONWARD[way]:
            if foreign and turn != way:
                continue
            following = (x + across, y + down, turn)
            price = self._price(following, wire)
            if price is not None:
                yield following, price if turn == way else price + BEND

    def _foreign(self, state: State, wire: Wire) -> bool:
        """Whether a cell holds lines that have no end in common with this one: it goes straight across."""
        run = self._runs.get(state[:2])
        return run is not None and not any(_share(wire, other) for other in run.wires)

    def _price(self, state: State, wire: Wire) -> float | None:
        """What it costs to go into a cell; none where one cannot."""
        x, y, way = state
        if not (0 <= x < self._width and 0 <= y < self._height):
            return None
        ground = self._ground[y * self._width + x]
        if ground == COVERED:
            return None
        plain = 1.0 + HUGGING if ground == BESIDE and way not in SIDEWAYS else 1.0
        run = self._runs.get((x, y))
        if run is None:
            return plain
        if run.head and not any(wire.second == other.second and wire.arrow for other in run.wires):
            return None
        if any(_share(wire, other) for other in run.wires):
            return plain - 1.0 + SHARED
        straight = LEFT | RIGHT if way in (UP, DOWN) else UP | DOWN
        return 1.0 + CROSSING if run.sides == straight and not run.head else None


def _bends(way: int, across: int, down: int, *, level: bool) -> int:
    """How many bends are left at the least for a line that goes one way and has its end across, down, or both.

    `across` and `down` are -1, 0 or 1; `level` says that it has to end sideways.
    """
    along, aside = MOVES[way]
    if across * along < 0 or down * aside < 0:  # it has to turn round
        return 2
    if way in SIDEWAYS:
        return (2 if level else 1) if down else 0
    return 1 if level or across else 0


def _share(wire: Wire, other: Wire) -> bool:
    """Whether two lines of one kind begin, or end, on the same card: only these may run in the same cells."""
    return wire.arrow == other.arrow and (wire.first == other.first or wire.second == other.second)
