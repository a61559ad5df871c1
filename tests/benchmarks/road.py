"""The Roadmap with many cards: an arrow key beside the grid's, and the picture of ten times as many cards."""

import tempfile
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

from innovate_tui.storage.deck_files import open_content
from innovate_tui.storage.locations import content_folder
from innovate_tui.ui.widgets import road_links, road_view
from innovate_tui.ui.widgets.board_view import Direction
from innovate_tui.ui.widgets.road_painter import paint_road
from innovate_tui.ui.widgets.road_scene import RoadScene, RoadView
from tests.benchmarks.figure import Figure, ratio, spread
from tests.benchmarks.keys import QUIET, cost
from tests.benchmarks.program import innovate, running
from tests.terminal.console import KEYS
from tests.terminal.test_grid_bytes import ARROWS, twelve_cards
from tests.terminal.test_road_bytes import forty_cards
from tests.ui.road_scenes import crowded, scene

WIDE, HIGH = 160, 46
"""The board in a window of 160x50."""
STEPS: tuple[Direction, ...] = ("right", "down", "right", "down", "left", "down")


def road_beside_grid(keys: int = 120, rounds: int = 4) -> Figure:
    """Processor time of an arrow key on a roadmap of forty cards, taking turns with one on a grid of twelve."""
    road: list[float] = []
    grid: list[float] = []
    arrows = tuple(KEYS[name].encode() for name in ARROWS)
    with tempfile.TemporaryDirectory() as folder:
        forty, twelve = forty_cards(Path(folder)), twelve_cards(Path(folder))
        for _ in range(rounds):
            with running(*innovate(), session=forty) as program:
                program.until("links here")  # it opens on its roadmap
                program.settle()
                program.answer(b"P", QUIET)
                road.append(cost(program, keys, arrows))
            with running(*innovate(), session=twelve) as program:
                program.until("Four Quadrants")
                program.settle()
                for key in (b",", b",", b"M"):  # it opens at matching; the grid is two steps before
                    program.answer(key, QUIET)
                grid.append(cost(program, keys, arrows))
    return Figure(
        "An arrow key on a roadmap of 40 cards: time against the grid",
        ratio(road, grid),
        1.5,
        more=(spread("the roadmap", road, "ms", 1000), spread("the grid", grid, "ms", 1000)),
    )


def many_cards(rounds: int = 5) -> Figure:
    """A frame of 400 cards and 200 links against one of 40 and 20, at every stop of a walk with the arrows.

    It is the first frame on another card, where the lines of its links are sought: what a key costs. The same frame
    painted again is told beside.
    """
    content = open_content(content_folder())
    shown = {
        cards: scene(content.deck(), crowded(content.deck(), cards, cards // 2), WIDE, HIGH) for cards in (40, 400)
    }
    first: dict[int, list[float]] = {cards: [] for cards in shown}
    again: dict[int, list[float]] = {cards: [] for cards in shown}
    for _ in range(rounds):
        for cards, each in shown.items():
            for sought, known in _walk(each):
                first[cards].append(sought)
                again[cards].append(known)
    return Figure(
        "A frame of 400 cards and 200 links at 160x50, against 40 and 20",
        ratio(first[400], first[40]),
        3.0,
        more=(
            *(spread(f"{cards} cards, after a move", each, "ms", 1000) for cards, each in first.items()),
            *(spread(f"{cards} cards, painted again", each, "ms", 1000) for cards, each in again.items()),
        ),
    )


def _walk(shown: RoadScene, keys: int = 40) -> Iterator[tuple[float, float]]:
    """For each key the seconds of its frame: with its lines to be sought, and painted again."""
    view = RoadView(where="road", at="c-0")
    for way in islice(cycle(STEPS), keys):
        view = road_view.arrow(shown, view, way).view
        road_links.routed.cache_clear()
        yield _painted(shown, view), _painted(shown, view)


def _painted(shown: RoadScene, view: RoadView) -> float:
    """Seconds of processor time for a frame."""
    begun = time.process_time()
    paint_road(shown, view, WIDE, HIGH)
    return time.process_time() - begun
