"""What a slow console or a remote desktop has to swallow: bytes for a key, bytes while nothing happens.

These hold `LeanScreen`: without its repair of the focus, or without its exact and sparing updates, they are missed.
"""

import re
import statistics
from collections.abc import Iterator

import pytest

from tests.terminal.conftest import sample_in
from tests.terminal.console import KEYS, Console, open_console

ARROWS = ("left", "up", "down", "right", "up", "down", "left", "down", "up", "right", "up", "left") * 2
BOARD_ONLY, WITH_THE_WORDS = 1200, 2200
"""Bytes at most for an arrow key on a full diamond at 80×24, median."""
MOVE = re.compile(rb"\x1b\[(\d+);\d+H")
BOARD = range(3, 21)
"""Rows of the board in a window of 80×24, as a terminal counts them."""


@pytest.fixture(scope="module")
def console(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Console]:
    """A full diamond."""
    folder = tmp_path_factory.mktemp("bytes")
    with open_console(folder, str(sample_in(folder))) as console:
        console.wait("Diamond 9", "Saved")
        console.press("D")
        yield console


def on_the_board(sent: bytes) -> int:
    """How many of the bytes paint rows of the board."""
    moves = list(MOVE.finditer(sent))
    ends = [move.start() for move in moves[1:]] + [len(sent)]
    return sum(end - move.start() for move, end in zip(moves, ends, strict=True) if int(move.group(1)) in BOARD)


def test_an_arrow_key_on_a_full_diamond_sends_little(console: Console) -> None:
    whole, board = [], []
    for name in ARROWS:
        console.send(KEYS[name])
        sent = console.settle()
        if sent:
            whole.append(len(sent))
            board.append(on_the_board(sent))
    assert len(whole) > len(ARROWS) // 2
    assert statistics.median(board) > 100, "the cursor moved"
    assert statistics.median(board) <= BOARD_ONLY
    assert statistics.median(whole) <= WITH_THE_WORDS
    assert max(whole) <= 2 * WITH_THE_WORDS


def answer(console: Console, key: str) -> bytes:
    """All that a key sends, however late it begins to come."""
    before = len(console.raw)
    console.send(key)
    console.wait(lambda shown: len(shown.raw) > before)
    console.settle()
    return bytes(console.raw[before:])


def test_opening_and_closing_a_list_does_not_send_the_screen_again_for_the_focus(console: Console) -> None:
    console.press("p")
    console.wait("All commands")
    console.settle(0.2)
    sent = answer(console, "w")
    assert len(sent) < 6000, "a letter in the list repaints the list"
    console.press("esc")
    console.settle(0.2)


def test_going_to_the_next_field_repaints_two_fields_and_not_the_screen(console: Console) -> None:
    console.press("D", "w")
    console.wait("Why it stands at 1")
    console.settle(0.2)
    assert len(answer(console, "\t")) < 5000
    console.press("esc")


def test_nothing_is_sent_while_nothing_happens(console: Console) -> None:
    console.settle(0.2)
    assert console.silence(1.0) == b""
