"""Where things live, and names that every system takes."""

import os
import sys
from pathlib import Path

import pytest

from innovate_tui.storage import locations
from innovate_tui.storage.locations import (
    exports_folder,
    free_path,
    sessions_folder,
    slug,
    state_folder,
    synchronised_by,
)


def test_the_content_is_found() -> None:
    assert (locations.content_folder() / "decks" / "innovate" / "deck.toml").is_file()


def test_sessions_go_to_the_documents_unless_a_person_says_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    for name in ("XDG_DOCUMENTS_DIR", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    assert sessions_folder({}).name == "Innovate"
    assert sessions_folder({}) == tmp_path / "Documents" / "Innovate"
    assert exports_folder({"INNOVATE_FOLDER": "/x"}) == Path("/x/Exports").absolute()
    assert sessions_folder({"INNOVATE_FOLDER": "~/y"}) == tmp_path / "y"
    assert state_folder("s-1/../..").name == "s-1"
    assert tmp_path in state_folder("s-1").parents


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("/home/a/Documents/Innovate", ""),
        ("/home/a/OneDrive - Eastmere Council/Documents/Innovate", "OneDrive"),
        ("/home/a/Dropbox/Innovate", "Dropbox"),
        ("/home/a/Library/CloudStorage/GoogleDrive-a@b.c/My Drive", "Google Drive"),
        ("/home/a/Library/Mobile Documents/com~apple~CloudDocs/Innovate", "iCloud"),
    ],
)
def test_a_folder_that_goes_to_a_cloud_is_known_by_its_path(folder: str, name: str) -> None:
    assert synchronised_by(Path(folder), {}) == name


def test_a_folder_that_goes_to_a_cloud_is_known_by_the_environment() -> None:
    environment = {"OneDriveCommercial": "/work/cloud", "OneDrive": ""}
    assert synchronised_by(Path("/work/cloud/Innovate"), environment) == "OneDrive"
    assert synchronised_by(Path("/work/other"), environment) == ""


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Family hubs: a calmer front door", "family-hubs-a-calmer-front-door"),
        ("  Équipe  n° 2 / b ", "équipe-n-2-b"),
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "_con"),
        ("lpt¹", "_lpt¹"),
        ("", "session"),
        ("...", "session"),
        ("\x1b]52;c\x07\u202ea", "52-c-a"),
        ("x" * 300, "x" * 60),
        ("中" * 300, "中" * 60),
        ("a\udc80b", "a-b"),
    ],
)
def test_a_file_name_does_nothing_anywhere(words: str, name: str) -> None:
    assert slug(words) == name
    assert len(slug(words).encode()) <= 210


def test_a_name_that_is_taken_gets_a_number(tmp_path: Path) -> None:
    assert free_path(tmp_path, "A b", ".pdf").name == "a-b.pdf"
    (tmp_path / "A-B.pdf").touch()
    (tmp_path / "a-b-2.PDF").touch()
    assert free_path(tmp_path, "A b", ".pdf").name == "a-b-3.pdf"
    assert free_path(tmp_path / "none", "A b", ".pdf").name == "a-b.pdf"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows guards the folder, not its modes")
def test_a_folder_that_is_made_is_its_owners_alone_and_so_is_what_was_missing_above_it(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        (tmp_path / "there").mkdir()
        for _ in range(2):
            locations.make_private(tmp_path / "there" / "a" / "b")
    finally:
        os.umask(before)
    modes = [(tmp_path / "there" / each).stat().st_mode & 0o777 for each in (".", "a", "a/b")]
    assert modes == [0o777, 0o700, 0o700]
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(FileExistsError):
        locations.make_private(tmp_path / "file")
    with pytest.raises(NotADirectoryError):
        locations.make_private(tmp_path / "file" / "a")


def test_a_folder_that_is_never_there_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.mkdir

    def gone(path: str | Path, mode: int = 0o777) -> None:
        if Path(path).is_relative_to(tmp_path):
            raise FileNotFoundError(2, "gone")
        real(path, mode)

    monkeypatch.setattr(os, "mkdir", gone)
    with pytest.raises(FileNotFoundError):
        locations.make_private(tmp_path / "a" / "b")
