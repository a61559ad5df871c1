"""The title of a session that is about to begin is kept while it is typed, and let go with the last letter."""

import os
import stat
import sys
from pathlib import Path

import pytest

from innovate_tui.cli import main
from innovate_tui.storage.half_typed import FOLDER, MOST, NAME, keep, kept
from innovate_tui.storage.locations import state_folders


def test_each_letter_replaces_what_was_kept_and_nothing_is_left_of_none(tmp_path: Path) -> None:
    assert kept(tmp_path) == ""
    for title in ("Fa", "Family hübs"):
        keep(tmp_path, title)
        assert kept(tmp_path) == title
        assert [each.name for each in (tmp_path / FOLDER).iterdir()] == [NAME]
    keep(tmp_path, " ")
    assert kept(tmp_path) == ""
    assert list(tmp_path.iterdir()) == []


def test_what_somebody_else_put_there_is_one_line_without_control_characters_and_short(tmp_path: Path) -> None:
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / NAME).write_bytes(b"A\x1b]52;\nB\xff" + b"x" * 20_000)
    assert kept(tmp_path).startswith("A]52; B")
    assert len(kept(tmp_path)) <= MOST


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows neither these modes nor links for everybody")
def test_nobody_else_reads_it_and_no_link_is_followed(tmp_path: Path) -> None:
    keep(tmp_path, "Family hubs")
    path = tmp_path / FOLDER / NAME
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    precious = tmp_path / "precious"
    precious.write_text("hers", encoding="utf-8")
    path.unlink()
    path.symlink_to(precious)
    assert kept(tmp_path) == ""
    keep(tmp_path, "Family hubs")
    assert (precious.read_text(encoding="utf-8"), kept(tmp_path)) == ("hers", "Family hubs")


def test_where_nothing_can_be_kept_typing_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "open", full)
    keep(tmp_path, "Family hubs")
    assert kept(tmp_path) == ""


def test_it_is_listed_and_wiped_with_all_that_is_kept(state: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert state_folders().is_relative_to(state)
    keep(state_folders(), "Family hubs")
    assert main(["kept"]) == 0
    assert capsys.readouterr().out.startswith(f"{FOLDER}  the title of a session that was about to begin  1 KiB\n")
    assert main(["kept", "--wipe", FOLDER]) == 0
    assert kept(state_folders()) == ""
