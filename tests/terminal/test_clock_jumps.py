"""The clock of the laptop is put forward and back, by hours and by years: nothing is lost and nothing stands still."""

import signal
from collections.abc import Callable
from pathlib import Path

from innovate_tui.storage.session_text import Seal, seal_of
from tests.terminal.console import Console, open_console

HOUR, YEAR = 3600, 365 * 86400
JUMPS = (3 * HOUR, -9 * HOUR, 5 * YEAR, -7 * YEAR)
"""Seconds by which the clock is wrong, one after the other."""
TURNS = f"""
import datetime, signal, time
real, real_time, wrong, jumps = datetime.datetime, time.time, [0], iter({JUMPS})
class Meta(type):
    def __instancecheck__(self, value):
        return isinstance(value, real)
class Turned(real, metaclass=Meta):
    @classmethod
    def now(cls, tz=None):
        return real.now(tz) + datetime.timedelta(seconds=wrong[0])
datetime.datetime = Turned
time.time = lambda: real_time() + wrong[0]
def turn(*_):
    wrong[0] = next(jumps)
signal.signal(signal.SIGUSR1, turn)
"""
"""A program whose clock is put right or wrong whenever it is told so."""


def parked(console: Console, thought: str) -> None:
    """Park a thought."""
    console.press(";")
    console.wait("Park a thought")
    console.send(thought)
    console.wait(thought)
    console.press("enter")
    console.wait(lambda it: "A thought for later." not in it.text)


def test_whatever_the_clock_says_what_is_done_is_saved_and_is_there_after_a_crash(
    tmp_path: Path, sample_file: Path
) -> None:
    def holds(*words: str) -> Callable[[Console], bool]:
        return lambda _: all(each in sample_file.read_text(encoding="utf-8") for each in words)

    thoughts = [f"Thought number {number}" for number in range(len(JUMPS))]

    with open_console(tmp_path, str(sample_file), before=TURNS) as console:
        console.wait("Diamond 9", "Saved")
        console.press("t")
        console.wait("space")
        console.press("space", "esc")
        for thought in thoughts:
            console.signal(signal.SIGUSR1)
            parked(console, thought)
            console.wait(holds(thought), "Saved")
        at_last = sample_file.read_bytes()
        parked(console, "Thought at the end")
        console.signal(signal.SIGKILL)
        console.ended()
    sample_file.write_bytes(at_last)  # as if the crash had come before it was saved
    with open_console(tmp_path, str(sample_file)) as console:  # the clock is right again
        console.wait("Welcome back.", "Go on with what was recovered")
        console.press("enter")
        console.wait("Diamond 9", holds("Thought at the end", *thoughts))
        console.press("ctrl+r")
        console.wait("Earlier versions")
        console.press("esc", "ctrl+q")
        assert console.ended() == 0
    versions = [each.read_text(encoding="utf-8") for each in (tmp_path / "state").rglob("versions/*.toml")]
    assert versions
    assert {seal_of(each) for each in versions} == {Seal.RIGHT}
