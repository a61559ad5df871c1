"""However the program ends, everything typed is on disk and the terminal is as it was."""

import os
import pty
import signal
import time
import tomllib
from pathlib import Path
from typing import IO, cast

import pytest
from textual.drivers._writer_thread import MAX_QUEUED_WRITES, WriterThread

from innovate_tui.ui.lasting_output import LastingOutput
from tests.terminal.console import Console, open_console

ALT_SCREEN_LEFT = b"\x1b[?1049l"
CURSOR_ON = b"\x1b[?25h"
MOUSE_OFF = (b"\x1b[?1000l", b"\x1b[?1003l", b"\x1b[?1006l")
PASTE_OFF = b"\x1b[?2004l"


def restored(raw: bytes) -> bool:
    """Whether the last word on every mode that was turned on is that it is off again."""
    pairs = [(off[:-1] + b"h", off) for off in (ALT_SCREEN_LEFT, PASTE_OFF, *MOUSE_OFF)]
    return all(raw.rfind(off) > raw.rfind(on) for on, off in pairs) and raw.rfind(CURSOR_ON) > raw.rfind(b"\x1b[?25l")


def written(file: Path, wanted: str, seconds: float) -> bool:
    """Whether a file holds a text within so many seconds."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if file.exists() and wanted in file.read_text(encoding="utf-8"):
            return True
        time.sleep(0.02)
    return False


def typing(console: Console, text: str) -> None:
    """Open the box for the reason of card D and type."""
    console.wait("Diamond 9", "Saved")
    console.press("D", "w")
    console.wait("Why it stands at 1")
    console.send(text)
    console.wait(text)


def test_leaving_with_ctrl_q_gives_the_terminal_back(tmp_path: Path) -> None:
    with open_console(tmp_path) as console:
        console.wait("Start alone", "Your work is kept in")
        assert b"\x1b[?1049h" in console.raw
        console.send("\x11")
        assert console.ended() == 0
        assert restored(console.raw)


def test_what_is_typed_is_in_the_file_within_two_seconds_without_leaving(tmp_path: Path, sample_file: Path) -> None:
    with open_console(tmp_path, str(sample_file)) as console:
        typing(console, " Late words")
        assert written(sample_file, "Late words", 2)
        console.send("\x11")
        assert console.ended() == 0
        assert restored(console.raw)
        tomllib.loads(sample_file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_loses_no_word_and_gives_the_terminal_back(tmp_path: Path, sample_file: Path, number: int) -> None:
    with open_console(tmp_path, str(sample_file)) as console:
        typing(console, " Late words")
        console.signal(number)
        assert console.ended(5) == 128 + number
        assert restored(console.raw)
        assert "Late words" in sample_file.read_text(encoding="utf-8")


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="nothing here says whether a process is stopped")
def test_a_program_that_is_suspended_gives_the_terminal_back_and_goes_on_where_it_was(
    tmp_path: Path, sample_file: Path
) -> None:
    def stopped(console: Console) -> bool:
        stat = Path(f"/proc/{console.process.pid}/stat").read_text(encoding="ascii")
        return stat.rpartition(")")[2].split()[0] == "T"

    with open_console(tmp_path, str(sample_file)) as console:
        typing(console, " Late words")
        console.signal(signal.SIGTSTP)
        console.wait(stopped)
        console.settle()
        assert restored(console.raw)
        console.send(" and more")  # while nobody reads it
        console.signal(signal.SIGCONT)
        console.wait("Why it stands at 1", "Late words and more")
        assert not restored(console.raw)
        console.press("ctrl+q")
        assert console.ended() == 0
        assert restored(console.raw)
        assert "Late words and more" in sample_file.read_text(encoding="utf-8")


def test_a_signal_keeps_a_card_that_is_being_written(tmp_path: Path, sample_file: Path) -> None:
    with open_console(tmp_path, str(sample_file)) as console:
        console.wait("Diamond 9", "Saved")
        console.press("f", "a")
        console.wait("A card of your own")
        console.send("A good building")
        console.wait("A good building")
        console.signal(signal.SIGTERM)
        assert console.ended(5) == 143
        assert "A good building" in sample_file.read_text(encoding="utf-8")


def test_closing_the_window_ends_the_program_and_keeps_the_words(tmp_path: Path, sample_file: Path) -> None:
    with open_console(tmp_path, str(sample_file)) as console:
        typing(console, " Late words")
        console.hang_up()
        console.process.wait(2)
        assert "Late words" in sample_file.read_text(encoding="utf-8")


def test_a_terminal_that_is_gone_without_a_signal_ends_the_program_too(tmp_path: Path, sample_file: Path) -> None:
    with open_console(tmp_path, str(sample_file), controlling=False) as console:
        typing(console, " Late words")
        console.hang_up()
        assert console.process.wait(5) == 129
        assert "Late words" in sample_file.read_text(encoding="utf-8")


@pytest.mark.parametrize("controlling", [True, False])
def test_a_window_closed_over_a_stalled_line_ends_the_program_too(
    tmp_path: Path, sample_file: Path, controlling: bool
) -> None:
    with open_console(tmp_path, str(sample_file), size=(200, 60), controlling=controlling) as console:
        typing(console, " Late words")
        console.press("esc", "z")
        for _ in range(20):  # nobody reads the screens that are sent, and what holds them on their way is full
            console.send("z")
            time.sleep(0.03)
        console.hang_up()
        assert console.process.wait(5) == 129
        assert "Late words" in sample_file.read_text(encoding="utf-8")


def test_what_writes_to_a_terminal_that_is_gone_does_not_make_anybody_wait() -> None:
    master, slave = pty.openpty()
    with os.fdopen(slave, "w") as terminal:
        writer = WriterThread(cast("IO[str]", LastingOutput(terminal)))
        writer.start()
        os.close(master)
        for _ in range(3 * MAX_QUEUED_WRITES):
            writer._queue.put("a picture", timeout=5)  # as `write` does, but not for ever
        writer.stop()
        assert not writer.is_alive()
