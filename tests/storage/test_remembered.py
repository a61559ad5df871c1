"""What the program keeps for itself is listed and wiped; the session's own file is none of that."""

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from innovate_tui.cli import main
from innovate_tui.storage.bin import put_in
from innovate_tui.storage.journal import Journal, opening_of
from innovate_tui.storage.locations import state_folders
from innovate_tui.storage.processes import Process
from innovate_tui.storage.remembered import remembered, wipe
from innovate_tui.storage.versions import keep_version, name_next

EXAMPLE = (Path(__file__).parent.parent / "formats" / "issue-2.toml").read_bytes()
MOMENT = datetime(2026, 11, 22, 14, 2, tzinfo=UTC)


def silent(_: str) -> None:
    raise AssertionError("nothing was to be said")


def gone() -> Process:
    """A process that has ended."""
    code = "from innovate_tui.storage.processes import this_process as t; print(*t(), sep='\\n')"
    number, started, host, *_ = subprocess.check_output([sys.executable, "-c", code], text=True).splitlines()
    return Process(int(number), started, host)


@pytest.fixture
def file(tmp_path: Path, state: Path) -> Path:
    """A session with a version, a journal that was left behind, and a copy in the bin."""
    file, copy, folder = tmp_path / "hubs.toml", tmp_path / "copy.toml", state_folders() / "s-1"
    for path in (file, copy):
        path.write_bytes(EXAMPLE)
    assert folder.is_relative_to(state)
    kept = keep_version(folder, EXAMPLE, 3, MOMENT)
    assert kept is not None
    name_next(kept, "a thought was parked")
    Journal(folder, opening_of("s-1", file, "")._replace(writer=gone()), EXAMPLE, silent).close(done=False)
    put_in(copy, folder, MOMENT)
    return file


def test_everything_is_counted_and_all_of_it_goes(file: Path) -> None:
    (one,) = remembered(state_folders())
    assert (one.session, one.versions, one.journals, one.binned, one.in_use) == ("s-1", 1, 1, 1, False)
    assert one.title
    assert one.size > 2 * len(EXAMPLE)
    assert wipe(one)
    assert not one.folder.exists()
    assert file.read_bytes() == EXAMPLE


def test_the_journal_of_a_window_that_has_it_open_stays(file: Path) -> None:
    ours = Journal(state_folders() / "s-1", opening_of("s-1", file, ""), EXAMPLE, silent)
    (one,) = remembered(state_folders())
    assert one.in_use
    assert not wipe(one)
    assert [path for path in one.folder.rglob("*") if path.is_file()] == [ours.path]
    ours.close(done=True)


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_that_was_planted_is_taken_away_and_not_followed(file: Path, tmp_path: Path) -> None:
    (other := tmp_path / "other").mkdir()
    (other / "mine.txt").write_text("mine", encoding="utf-8")
    (state_folders() / "s-1" / "versions" / "away").symlink_to(other)
    (one,) = remembered(state_folders())
    assert wipe(one)
    assert (other / "mine.txt").exists()


def test_one_command_lists_and_wipes(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["kept"]) == 0
    said = capsys.readouterr().out
    assert "s-1  1 earlier version, 1 journal, 1 session in the bin  " in said
    assert str(state_folders()) in said
    assert main(["kept", "--wipe", "s-2"]) == 1
    assert "Nothing is kept of s-2." in capsys.readouterr().err
    assert main(["kept", "--wipe", "s-1"]) == 0
    assert capsys.readouterr().out.startswith("wiped  s-1  1 earlier version")
    assert main(["kept", "--wipe"]) == 0
    assert main(["kept"]) == 0
    assert capsys.readouterr().out == "Nothing is kept.\n" * 2
