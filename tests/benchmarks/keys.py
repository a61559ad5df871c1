"""An arrow key on a full diamond: the bytes that a terminal has to take, and the processor time it costs."""

import re
import statistics
import tempfile
from collections.abc import Sequence
from itertools import cycle, islice
from pathlib import Path

from tests.benchmarks.check import SAMPLE
from tests.benchmarks.figure import Figure, ratio, spread
from tests.benchmarks.program import Program, bare, innovate, running
from tests.terminal.console import KEYS
from tests.terminal.test_grid_bytes import ARROWS, twelve_cards

RIGHT, LEFT, UP, DOWN = b"\x1b[C", b"\x1b[D", b"\x1b[A", b"\x1b[B"
ROUND = (RIGHT, LEFT, UP, DOWN)
DIAMOND = b"\x1bOR"
"""F3."""
MIDDLE = b"C"
"""The capital of the sample's card in the middle of the diamond: from there every arrow leads to another card."""
BOARD = range(2, 20)
"""The rows of the board at 80x24, from 0; the chosen card and the status line are beneath."""
MOVE = re.compile(rb"\x1b\[(\d+);(\d+)H")
ESCAPE = re.compile(rb"\x1b\[[0-9;?<>=]*[a-zA-Z]")
QUIET = 0.06
"""Seconds of silence after which an answer is complete: more than three frames."""


def bytes_on_the_board(keys: int = 60) -> Figure:
    """What a key sends for the board alone."""
    board, _ = _sent(keys)
    return Figure(
        "An arrow key on a full diamond: the board alone", statistics.median(board), 1_200, "bytes", _more(board)
    )


def bytes_with_words(keys: int = 60) -> Figure:
    """What a key sends in all: board, chosen card, status line."""
    _, whole = _sent(keys)
    return Figure(
        "An arrow key on a full diamond, with the words beneath", statistics.median(whole), 2_200, "bytes", _more(whole)
    )


def processor_time(keys: int = 120, rounds: int = 4) -> Figure:
    """Processor time of a key, taking turns with a bare app that repaints as many rows of as many cells."""
    ours: list[float] = []
    theirs: list[float] = []
    rows, cells = _shape(20)
    for _ in range(rounds):
        with running(*innovate(), session=SAMPLE) as program:
            _to_the_middle(program)
            ours.append(cost(program, keys))
        with running(*bare("canvas", str(rows), str(cells))) as program:
            program.until("c")
            program.settle()
            theirs.append(cost(program, keys))
    return Figure(
        "An arrow key on a full diamond: processor time",
        ratio(ours, theirs),
        1.5,
        more=(
            spread("a key", ours, "ms", 1000) + f" of {keys} keys",
            spread(f"a bare canvas with {rows} rows of {cells} cells", theirs, "ms", 1000),
        ),
    )


def grid_beside_diamond(keys: int = 120, rounds: int = 4) -> Figure:
    """Processor time of an arrow key on a grid of twelve cards, taking turns with one on the diamond."""
    diamond: list[float] = []
    grid: list[float] = []
    arrows = tuple(KEYS[name].encode() for name in ARROWS)
    with tempfile.TemporaryDirectory() as folder:
        twelve = twelve_cards(Path(folder))
        for _ in range(rounds):
            with running(*innovate(), session=SAMPLE) as program:
                _to_the_middle(program)
                diamond.append(cost(program, keys))
            with running(*innovate(), session=twelve) as program:
                program.until("Four Quadrants")
                program.settle()
                for key in (b",", b",", b"M"):  # it opens at matching; the grid is two steps before
                    program.answer(key, QUIET)
                grid.append(cost(program, keys, arrows))
    return Figure(
        "An arrow key on a grid of 12 cards: time against the diamond",
        ratio(grid, diamond),
        1.0,
        more=(spread("the grid", grid, "ms", 1000), spread("the diamond", diamond, "ms", 1000)),
    )


def _to_the_middle(program: Program) -> None:
    program.until("Saved")  # the sample opens on its roadmap
    program.settle()
    program.answer(DIAMOND, QUIET)
    program.until("Diamond 9")
    program.settle()
    program.answer(MIDDLE, QUIET)


def _answers(keys: int) -> list[bytes]:
    with running(*innovate(), session=SAMPLE) as program:
        _to_the_middle(program)
        return [program.answer(key, QUIET) for key in islice(cycle(ROUND), keys)]


def _sent(keys: int) -> tuple[list[int], list[int]]:
    """The bytes of each key: for the board, and in all."""
    board, whole = [], []
    for answer in _answers(keys):
        words = sum(len(part) for row, part in _rows(answer) if row not in BOARD)
        board.append(len(answer) - words)
        whole.append(len(answer))
    return board, whole


def _rows(answer: bytes) -> list[tuple[int, bytes]]:
    """An answer in stretches, each with its row; a cursor that only goes home belongs to no row of words."""
    moves = list(MOVE.finditer(answer))
    ends = [move.start() for move in moves[1:]] + [len(answer)]
    parts = [(int(move[1]) - 1, answer[move.start() : end]) for move, end in zip(moves, ends, strict=True)]
    return [(row, part) for row, part in parts if ESCAPE.sub(b"", part)]


def _shape(keys: int) -> tuple[int, int]:
    """How many stretches a key repaints, and how many cells each has, in the median."""
    stretches = [_rows(answer) for answer in _answers(keys)]
    cells = [sum(len(ESCAPE.sub(b"", part).decode()) for _, part in each) for each in stretches]
    rows = round(statistics.median(len(each) for each in stretches))
    return rows, round(statistics.median(cells) / rows)


def cost(program: Program, keys: int, arrows: Sequence[bytes] = ROUND) -> float:
    """Seconds of processor time for a key."""
    before = program.processor_time()
    for key in islice(cycle(arrows), keys):
        program.answer(key, QUIET)
    return (program.processor_time() - before) / keys


def _more(sent: list[int]) -> tuple[str, ...]:
    return (f"from {min(sent):,} to {max(sent):,} in {len(sent)} keys",)
