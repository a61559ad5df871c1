"""What Windows answers where a scanner, an indexer or a cloud holds a file: asked again, said, and nothing is lost.

Nothing here runs on Windows: its answers are put in the place of the system's.
"""

import errno
import os
import sys
import time
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NoReturn

import pytest
from platformdirs.windows import Windows

from innovate_tui.storage import keeper as keeper_module
from innovate_tui.storage import locations, safe_write
from innovate_tui.storage.keeper import Keeper, Keeping, Status
from innovate_tui.storage.locks import Hold, Lock, lock_path
from innovate_tui.storage.processes import this_process
from innovate_tui.storage.safe_write import NotWritten, folder_to_disk, make_whole, write_safely
from innovate_tui.storage.session_reading import read_session
from innovate_tui.workshop.deck import Deck

EXAMPLE = (Path(__file__).parent.parent / "formats" / "issue-2.toml").read_bytes()
HELD = [5, 32, 33]
"""Access denied, sharing violation, lock violation."""


def held(code: int) -> PermissionError:
    """What Windows raises for a file that another program holds."""
    error = PermissionError(errno.EACCES, "The process cannot access the file")
    error.winerror = code  # type: ignore[attr-defined,unused-ignore]  # only Windows has it
    return error


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.toml"
    path.write_bytes(EXAMPLE)
    return path


@pytest.fixture
def on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the module that writes files ran there."""
    monkeypatch.setattr(safe_write, "sys", SimpleNamespace(platform="win32"))
    return


@pytest.mark.parametrize("code", HELD)
def test_a_file_that_is_held_for_a_while_is_written_once_it_is_let_go(
    code: int, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float] = []
    real = os.replace

    def replace_later(source: Path, target: Path) -> None:
        if len(waits) < 4:
            raise held(code)
        real(source, target)

    monkeypatch.setattr(time, "sleep", waits.append)
    monkeypatch.setattr(os, "replace", replace_later)
    write_safely(path, b"new")
    assert path.read_bytes() == b"new"
    assert waits == [0.05, 0.1, 0.2, 0.4]
    assert [each.name for each in path.parent.glob("*")] == ["a.toml"]


@pytest.mark.parametrize("code", HELD)
def test_a_file_that_is_held_for_good_is_said_to_be_and_stays(
    code: int, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any) -> NoReturn:
        raise held(code)

    monkeypatch.setattr(time, "sleep", lambda _: None)
    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(NotWritten, match=r"Another program holds it\. Close it there\."):
        write_safely(path, b"new")
    assert path.read_bytes() == EXAMPLE
    assert [each.name for each in path.parent.glob("*")] == ["a.toml"]


@pytest.mark.parametrize("code", HELD)
def test_a_session_whose_file_cannot_be_read_just_now_is_kept_once_it_can(
    code: int, path: Path, deck: Deck, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Status] = []
    real, refused = keeper_module._read, [held(code), held(code)]

    def read(target: Path) -> bytes | None:
        if refused:
            raise refused.pop()
        return real(target)

    monkeypatch.setattr(keeper_module, "_read", read)
    session = replace(read_session(EXAMPLE, deck).session, title="New")
    keeper = Keeper(path, deck, EXAMPLE, told.append, back_off=(0.01,))
    keeper.save(session)
    while refused:
        keeper.flush()
    assert keeper.flush()
    keeper.close()
    assert Keeping.NOT_SAVED in [each.keeping for each in told]
    assert read_session(path.read_bytes(), deck).session == session


def test_no_folder_is_brought_to_the_disk_there(on_windows: None, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", None)
    folder_to_disk(path.parent)


@pytest.mark.parametrize(
    ("error", "made"), [(FileExistsError(errno.EEXIST, "there"), False), (held(5), True), (held(32), True)]
)
def test_a_lock_is_made_by_a_name_that_is_taken_once(
    error: OSError, made: bool, on_windows: None, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any) -> NoReturn:
        raise error

    monkeypatch.setattr(os, "rename", refuse)
    target = path.with_name("lock")
    if made:
        make_whole(target, b"ours")
        assert target.read_bytes() == b"ours"
        with pytest.raises(FileExistsError):
            make_whole(target, b"theirs")
    else:
        with pytest.raises(FileExistsError):
            make_whole(target, b"ours")
    assert not list(path.parent.glob(".innovate-*"))


@pytest.mark.parametrize("code", HELD)
def test_a_lock_that_is_being_looked_at_by_a_scanner_is_not_lost(
    code: int, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = Lock(path)
    assert lock.take() is Hold.OURS
    with monkeypatch.context() as scanned:
        real = os.open

        def refuse(name: Any, *arguments: Any, **named: Any) -> int:
            if Path(name) == lock_path(path):
                raise held(code)
            return real(name, *arguments, **named)

        scanned.setattr(os, "open", refuse)
        assert lock.is_ours()
    assert lock.is_ours()


@pytest.mark.parametrize("code", HELD)
def test_a_stale_lock_that_is_held_leaves_the_session_without_one_and_raises_nothing(
    code: int, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stale = '{"process": 1, "started": "x", "host": "%s", "key": "k", "since": "%s", "alive": "%s"}'
    moment = "2026-03-12T09:00:00+00:00"
    lock_path(path).write_text(stale % (this_process().host, moment, moment), encoding="ascii")

    def refuse(*_: Any) -> NoReturn:
        raise held(code)

    monkeypatch.setattr(os, "rename", refuse)
    assert Lock(path).take() is Hold.NONE


def test_what_the_program_keeps_is_in_the_local_folder_and_not_in_the_roaming_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LOCALAPPDATA", r"C:\Users\asha\AppData\Local")
    monkeypatch.setenv("APPDATA", r"C:\Users\asha\AppData\Roaming")
    if sys.platform != "win32":  # there the folder is asked of the system, here of the environment
        from platformdirs import windows

        monkeypatch.setattr(windows, "get_win_folder", windows.get_win_folder_from_env_vars)
    found = Windows("innovate-tui", appauthor=False).user_state_path
    assert str(found).replace("/", "\\") == r"C:\Users\asha\AppData\Local\innovate-tui"


@pytest.mark.parametrize(
    "words", ["CON", "nul", "Aux.", "com1", "LPT9", "CON ", "conin$", "a. ", "a...", " .", "COM¹", "x" * 300]
)
def test_no_file_gets_a_name_that_windows_keeps_for_itself(words: str, tmp_path: Path) -> None:
    path = locations.free_path(tmp_path, words, ".toml")
    stem = path.name.split(".")[0]
    assert stem.casefold() not in {"con", "prn", "aux", "nul", "conin$", "conout$", "com1", "com¹", "lpt9"}
    assert path.stem == path.stem.rstrip(". ")
    assert path.stem
    assert len(path.name) <= 70
