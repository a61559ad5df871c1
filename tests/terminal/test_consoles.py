"""Terminals that can do less: no colour, only ASCII, a dumb one, none at all, a small one."""

import subprocess
import sys
from pathlib import Path

from tests.terminal.console import COLOUR, environment, open_console


def test_the_first_screen_comes_and_says_where_work_is_kept(tmp_path: Path) -> None:
    with open_console(tmp_path) as console:
        console.wait("INNOVATE", "Start alone", "Start with a group", "Your work is kept in", "? help")
        assert console.lines[-1].strip().endswith("? help")


def test_with_no_color_no_colour_is_sent_and_the_cursor_still_shows(tmp_path: Path, sample_file: Path) -> None:
    with open_console(tmp_path, str(sample_file), environ={"NO_COLOR": "1"}) as console:
        console.wait("Diamond 9", "Saved")
        console.press("D", "p", "down", "esc")
        console.wait(lambda console: "╔ 1 ■" in console.text and "All commands" not in console.text)
        console.press("w")
        console.wait("Why it stands at 1")
        assert COLOUR.findall(console.raw) == []
        assert b"\x1b[38" not in console.raw
        assert b"\x1b[48" not in console.raw
        assert b"\x1b[1" in console.raw


def test_with_ascii_alone_every_byte_of_ours_is_ascii(tmp_path: Path) -> None:
    with open_console(tmp_path, environ={"INNOVATE_ASCII": "1"}) as console:
        console.wait("Start alone", "Your work is kept in")
        console.press("1")
        console.wait("Title")
        console.send("Family hubs\r")
        console.wait("Diamond 9", "Saved")
        console.press("D", "1", "p", "esc", "w", "esc", "g", "v")
        console.wait("v back")
        assert "+ 1 #" in console.text or "H" in console.text
        assert console.raw.isascii()


def test_a_dumb_terminal_gets_one_line(tmp_path: Path) -> None:
    with open_console(tmp_path, environ={"TERM": "dumb"}) as console:
        assert console.ended() == 1
        assert b"\x1b" not in console.raw
        assert console.raw.strip().count(b"\n") == 0
        assert b"needs a terminal" in console.raw


def test_a_pipe_gets_one_line(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "innovate_tui"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env=environment(tmp_path),
        timeout=20,
        check=False,
    )
    assert ran.returncode == 1
    assert ran.stdout == b""
    assert ran.stderr.count(b"\n") == 1
    assert b"innovate-tui show FILE.toml" in ran.stderr


def test_a_window_that_becomes_too_small_says_so_and_comes_back(tmp_path: Path, sample_file: Path) -> None:
    with open_console(tmp_path, str(sample_file)) as console:
        console.wait("Diamond 9", "Saved")
        console.resize(52, 18)
        console.wait("This window is 52 × 18.", "Nothing is lost.")
        console.resize(80, 24)
        console.wait("Diamond 9", "┌ 1 ■", "? help")
