"""The doctor: what a folder is fit for is found out by doing it, and nothing is left there."""

import errno
import os
import shutil
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

import pytest

from innovate_tui.storage import doctor
from innovate_tui.storage.doctor import Verdict, examine, shortened
from innovate_tui.storage.locks import Hold, Lock


def bad(folder: Path, *, stress: bool = False) -> str:
    return " ".join(each.words for each in examine(folder, stress=stress) if each.verdict is Verdict.BAD)


def there(folder: Path) -> list[str]:
    """What stands in a folder, but for what the program keeps for itself."""
    return [each.name for each in folder.iterdir() if each.name != "state"]


def test_an_ordinary_folder_is_fit_and_left_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_bytes(b"mine")
    found = examine(tmp_path, stress=True)
    assert {each.verdict for each in found} == {Verdict.GOOD}
    assert len(found) == 8
    assert there(tmp_path) == ["mine.toml"]


def test_of_a_folder_that_is_not_there_the_one_above_is_looked_at(tmp_path: Path) -> None:
    found = examine(tmp_path / "a" / "b")
    assert found[0].verdict is Verdict.LOOK
    assert "not there yet" in found[0].words
    assert not bad(tmp_path / "a" / "b")
    assert there(tmp_path) == []


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    assert "no folder" in bad(tmp_path / "a")


@pytest.mark.parametrize(
    ("name", "fault", "words"),
    [
        ("replace", errno.EACCES, "You may not write there."),
        ("fsync", errno.EIO, "The disk fails to write."),
        ("write", errno.ENOSPC, "The disk is full."),
        ("mkdir", errno.EROFS, "Nothing can be made in it. The disk can only be read."),
        ("rename", errno.EPERM, "Files cannot be kept: You may not write there."),
    ],
)
def test_what_the_system_refuses_is_bad(
    name: str, fault: int, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any, **__: Any) -> NoReturn:
        raise OSError(fault, os.strerror(fault))

    monkeypatch.setattr(os, name, refuse)
    assert words in bad(tmp_path)
    assert there(tmp_path) == []


def test_one_fault_is_told_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> NoReturn:
        raise OSError(errno.EIO, "fails")

    monkeypatch.setattr(os, "fsync", refuse)
    assert bad(tmp_path) == "Files cannot be kept: The disk fails to write."


def test_of_a_full_disk_nothing_else_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(0))
    assert [each.words for each in examine(tmp_path, stress=True)] == ["The disk is full: 0 MB are free."]


def test_locks_that_do_not_hold_are_bad(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Lock, "take", lambda _: Hold.OURS)
    assert "Locks do not hold" in bad(tmp_path)
    assert f"{doctor.STRESS} locks did not hold" in bad(tmp_path, stress=True)


def test_a_save_that_is_not_in_one_step_is_seen_under_stress(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def in_place(path: Path, data: bytes, *, new: bool = False) -> None:
        with path.open("wb") as file:
            for start in range(0, len(data), 1000):
                file.write(data[start : start + 1000])
                file.flush()

    monkeypatch.setattr(doctor, "write_safely", in_place)
    assert "read by halves" in bad(tmp_path, stress=True)


class Usage(NamedTuple):
    free: int


@pytest.mark.parametrize(
    ("free", "verdict"),
    [(900_000, Verdict.BAD), (1_000_000, Verdict.LOOK), (49_999_999, Verdict.LOOK), (50_000_000, Verdict.GOOD)],
)
def test_room_is_measured(free: int, verdict: Verdict, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(free))
    assert next(each for each in examine(tmp_path) if "MB" in each.words).verdict is verdict


def test_a_folder_that_goes_to_a_cloud_is_said(tmp_path: Path) -> None:
    folder = tmp_path / "OneDrive - Council" / "Innovate"
    folder.mkdir(parents=True)
    assert "It goes to OneDrive" in examine(folder)[-1].words


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("/home/jo", "~"),
        ("/home/jo/Innovate", "~/Innovate"),
        ("/home/jo/OneDrive - Leeds/Jo Bloggs/Innovate", "~/…/Innovate"),
        ("/media/jo/stick", "/…/stick"),
        ("/srv", "/srv"),
    ],
)
def test_paths_are_shortened(path: str, shown: str) -> None:
    assert shortened(Path(path), Path("/home/jo")) == shown
