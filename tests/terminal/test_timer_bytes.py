"""What the timer costs a slow console: the cells in the title row that change, once a second at the end, no more."""

import os
import re
from pathlib import Path

import pytest

import innovate_tui
from tests.terminal.conftest import sample_in
from tests.terminal.console import open_console

MOVE = re.compile(rb"\x1b\[(\d+);(\d+)H")
A_TICK = 60
"""Bytes at most for one look at the clock: where to, and the letters that change, with their colour."""


def test_a_tick_sends_the_cells_of_the_timer_and_nothing_else(tmp_path: Path) -> None:
    with open_console(tmp_path, str(sample_in(tmp_path))) as console:
        console.wait("Diamond 9", "Saved")
        console.press("t")
        console.wait("The timer is not running")
        console.press(*"++")
        console.settle(0.2)
        assert console.silence(1.2) == b"", "nothing ticks before it is started"
        console.press("space")
        console.wait("min left")
        console.press("esc")
        console.press("t", "space")
        console.wait("paused")
        console.settle(0.3)
        assert console.silence(1.2) == b"", "nor while it is paused"


@pytest.fixture
def pressed_for_time(tmp_path: Path) -> dict[str, str]:
    """An environment in which a step of a minute has last two minutes: nobody waits for those of a longer one."""
    (tmp_path / "sitecustomize.py").write_text("from innovate_tui.workshop import clock\nclock.SHORT = 0.0\n")
    return {"PYTHONPATH": os.pathsep.join([str(tmp_path), str(Path(innovate_tui.__file__).parents[1])])}


def test_in_the_last_two_minutes_a_second_is_a_few_bytes_in_the_first_row(
    tmp_path: Path, pressed_for_time: dict[str, str]
) -> None:
    with open_console(tmp_path, str(sample_in(tmp_path)), environ=pressed_for_time) as console:
        console.wait("Diamond 9", "Saved")
        console.press("o")
        console.wait("Overview")
        console.press("2")
        console.wait("Share the influences")
        console.press("t", "space")
        console.wait("space pause")
        console.press("esc")
        console.wait(":5")  # not before: under a box the title is brought up once a minute
        console.settle(0.3)
        sent = console.silence(2.5)
        ticks = [int(match.group(1)) for match in MOVE.finditer(sent)]
        assert ticks, "it ticks"
        assert set(ticks) == {1}
        assert len(sent) <= 4 * A_TICK
        console.press("w")
        console.settle(0.3)
        assert console.silence(1.5) == b"", "under a box the title is brought up once a minute"
