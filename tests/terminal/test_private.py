"""What a whole session leaves on the disk is its owner's alone, and it speaks to no network and to no other program."""

import os
import shutil
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.proofs.network import CALL
from tests.terminal.console import environment, open_console
from tests.terminal.hostile import at, gone

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows guards the folder, not its modes")

REACHES_OUT = """
import os, sys
def heard(event, given):
    if event.startswith(OUT) and not (event == "socket.__new__" and given[1] == 1):
        with open(os.environ["HEARD"], "a") as file:
            file.write(event + "\\n")
OUT = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.startfile", "webbrowser.", "urllib.")
sys.addaudithook(heard)
"""
"""A program that writes down whenever it is about to open a connection or to begin another program.

A pair of sockets within the process is how the event loop wakes itself; it leads nowhere.
"""


@pytest.fixture
def open_handed() -> Iterator[None]:
    """A system that gives everything to everybody, unless it is told otherwise."""
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.mark.usefixtures("open_handed")
def test_after_a_whole_session_nobody_else_may_read_any_of_it(tmp_path: Path) -> None:
    heard = {"HEARD": str(tmp_path.with_suffix(".heard"))}
    with open_console(tmp_path, environ=heard, before=REACHES_OUT) as console:
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
    with open_console(tmp_path, environ=heard, before=REACHES_OUT) as console:
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
    assert not tmp_path.with_suffix(".heard").exists(), tmp_path.with_suffix(".heard").read_text(encoding="ascii")


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not here: python -m tests.proofs network is more")
def test_the_system_is_asked_for_no_connection(tmp_path: Path, sample_file: Path) -> None:
    out = tmp_path / "calls"
    words = ("strace", "-f", "-qq", "-e", "trace=network", "-o", str(out), sys.executable, "-m", "innovate_tui")
    ran = subprocess.run(
        [*words, "show", str(sample_file)], capture_output=True, env=environment(tmp_path), check=False
    )
    assert ran.returncode == 0
    assert [line for line in out.read_text(encoding="utf-8").splitlines() if CALL.search(line)] == []


def others_may(folder: Path) -> list[str]:
    """What below a folder others may read, write or enter."""
    found = sorted(each for each in folder.rglob("*") if not each.is_symlink())
    modes = [(each, stat.S_IMODE(each.stat().st_mode)) for each in found]
    return [f"{mode:03o} {each.relative_to(folder)}" for each, mode in modes if mode & 0o077]
