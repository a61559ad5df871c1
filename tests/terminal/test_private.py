"""What a whole session leaves on the disk is its owner's alone, whatever the system would have given to others."""

import os
import signal
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal.console import open_console
from tests.terminal.hostile import at, gone

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows guards the folder, not its modes")


@pytest.fixture
def open_handed() -> Iterator[None]:
    """A system that gives everything to everybody, unless it is told otherwise."""
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.mark.usefixtures("open_handed")
def test_after_a_whole_session_nobody_else_may_read_any_of_it(tmp_path: Path) -> None:
    with open_console(tmp_path) as console:
        console.wait("Start alone", "Your work is kept in")
        console.press("2")
        console.wait("Title")
        console.send("Family hubs\r")
        console.wait("Exports go")
        console.press("1")
        console.wait(at("Diamond 9"), "Saved")
        console.press("D", "1", "w")
        console.wait("Why it stands at 1")
        console.send("Nobody else's")
        console.wait("Nobody else's")
        console.press("esc")
        console.wait(gone("Why it stands at 1"))
        console.press("e")
        console.wait("goes into the")
        console.press("enter")
        console.wait("Exports/", seconds=60)
        console.press("enter")
        seen = others_may(tmp_path)
        console.signal(signal.SIGKILL)
        console.ended()
    with open_console(tmp_path) as console:
        console.wait("Go on with")
        console.press("enter")
        console.wait("Saved", at("Diamond 9"))
        console.press(";")
        console.wait("Park a thought")
        console.send("And later")
        console.press("enter", "ctrl+q")
        assert console.ended() == 0
    files = [each for each in tmp_path.rglob("*") if each.is_file()]
    assert {".toml", ".pdf"} <= {each.suffix for each in files}
    assert list((tmp_path / "state").rglob("versions/*.toml"))
    assert seen == []
    assert others_may(tmp_path) == []


def others_may(folder: Path) -> list[str]:
    """What below a folder others may read, write or enter."""
    found = sorted(each for each in folder.rglob("*") if not each.is_symlink())
    modes = [(each, stat.S_IMODE(each.stat().st_mode)) for each in found]
    return [f"{mode:03o} {each.relative_to(folder)}" for each, mode in modes if mode & 0o077]
