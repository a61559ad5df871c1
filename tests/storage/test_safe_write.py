"""A file is the old one or the new one, whatever call of the system fails, and the temporary file is gone."""

import errno
import os
import stat
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from innovate_tui.storage import safe_write
from innovate_tui.storage.safe_write import NotWritten, sweep, write_safely
from tests.storage.names import names_in

CALLS = ("open", "write", "fsync", "close", "read", "replace", "stat", "fchmod")


class FaultyOs:
    """The `os` module with every call noted, and one of them failing."""

    def __init__(self, fails_at: int = 0, error: int = errno.EIO, *, for_ever: bool = False) -> None:
        self.calls: list[str] = []
        self.fails_at = fails_at
        self.error = error
        self.for_ever = for_ever

    def __getattr__(self, name: str) -> Any:
        real = getattr(os, name)
        if name not in CALLS:
            return real

        def call(*arguments: Any, **named: Any) -> Any:
            self.calls.append(name)
            number = len(self.calls)
            if number == self.fails_at or (self.for_ever and 0 < self.fails_at <= number):
                if name == "close":
                    real(*arguments)
                raise OSError(self.error, os.strerror(self.error))
            return real(*arguments, **named)

        return call


@pytest.fixture
def faulty(monkeypatch: pytest.MonkeyPatch) -> Callable[..., FaultyOs]:
    def put_in(*arguments: Any, **named: Any) -> FaultyOs:
        wrapper = FaultyOs(*arguments, **named)
        monkeypatch.setattr(safe_write, "os", wrapper)
        return wrapper

    return put_in


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "a.toml"
    path.write_bytes(b"old")
    return path


def test_a_file_is_written_and_nothing_else_is_left(target: Path) -> None:
    write_safely(target, b"new")
    assert target.read_bytes() == b"new"
    assert names_in(target.parent) == ["a.toml"]


def test_the_disk_has_the_bytes_before_they_take_the_place_and_the_folder_after(
    target: Path, faulty: Callable[..., FaultyOs]
) -> None:
    calls = faulty().calls
    write_safely(target, b"new")
    kept = [call for call in calls if call in ("write", "fsync", "read", "replace")]
    assert kept == ["write", "fsync", "read", "read", "replace", "fsync"]


@pytest.mark.parametrize("error", [errno.EIO, errno.ENOSPC, errno.EACCES, errno.EROFS, errno.ESTALE])
@pytest.mark.parametrize("for_ever", [False, True])
def test_whatever_call_fails_the_old_file_is_whole(
    error: int, for_ever: bool, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counting = FaultyOs()
    monkeypatch.setattr(safe_write, "os", counting)
    write_safely(target, b"new" * 1000)
    for number, call in enumerate(counting.calls, 1):
        target.write_bytes(b"old")
        monkeypatch.setattr(safe_write, "os", FaultyOs(number, error, for_ever=for_ever))
        after_replace = "replace" in counting.calls[: number - 1]
        harmless = (after_replace and error == errno.EACCES) or (call == "fchmod" and not for_ever)
        if harmless:
            write_safely(target, b"new" * 1000)
        else:
            with pytest.raises(NotWritten) as trouble:
                write_safely(target, b"new" * 1000)
            assert str(trouble.value).startswith(f"{target}: ")
            assert trouble.value.reason
            assert trouble.value.mend
        assert target.read_bytes() == (b"new" * 1000 if after_replace or harmless else b"old")
        assert names_in(target.parent) == ["a.toml"], call


def test_short_writes_are_carried_on(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wrapper = FaultyOs()
    wrapper.write = lambda handle, data: os.write(handle, data[:3])  # type: ignore[attr-defined]  # stands in for os
    monkeypatch.setattr(safe_write, "os", wrapper)
    write_safely(target, b"many letters")
    assert target.read_bytes() == b"many letters"


def test_a_disk_that_reads_back_something_else_is_found_out(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wrapper = FaultyOs()
    wrapper.write = lambda handle, data: os.write(handle, bytes(data).replace(b"e", b"\0"))  # type: ignore[attr-defined]  # stands in for os
    monkeypatch.setattr(safe_write, "os", wrapper)
    with pytest.raises(NotWritten, match="fails to write"):
        write_safely(target, b"new")
    assert target.read_bytes() == b"old"
    assert names_in(target.parent) == ["a.toml"]


def test_an_interruption_leaves_the_old_file_and_no_other(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    wrapper = FaultyOs()
    wrapper.fsync = stop  # type: ignore[attr-defined]  # stands in for os
    monkeypatch.setattr(safe_write, "os", wrapper)
    with pytest.raises(KeyboardInterrupt):
        write_safely(target, b"new")
    assert names_in(target.parent) == ["a.toml"]
    assert target.read_bytes() == b"old"


@pytest.mark.parametrize(("code", "attempts"), [(5, 7), (32, 7), (33, 7), (17, 1)])
def test_windows_is_asked_again_while_somebody_reads_the_file(
    code: int, attempts: int, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float] = []
    tried: list[int] = []

    def refuse(*_: object) -> None:
        tried.append(1)
        error = PermissionError(13, "in use")
        error.winerror = code  # type: ignore[attr-defined,unused-ignore]  # stands in for os
        raise error

    wrapper = FaultyOs()
    wrapper.replace = refuse  # type: ignore[attr-defined]  # stands in for os
    monkeypatch.setattr(safe_write, "os", wrapper)
    monkeypatch.setattr(time, "sleep", waits.append)
    with pytest.raises(NotWritten) as trouble:
        write_safely(target, b"new")
    assert (len(tried), len(waits)) == (attempts, attempts - 1)
    assert ("Another program holds it." in str(trouble.value)) == (attempts > 1)


def test_a_file_that_is_new_never_takes_the_place_of_another(target: Path) -> None:
    with pytest.raises(NotWritten, match="A file stands there already"):
        write_safely(target, b"new", new=True)
    assert target.read_bytes() == b"old"
    write_safely(target.with_name("b.toml"), b"new", new=True)
    assert target.with_name("b.toml").read_bytes() == b"new"


def test_a_file_that_appears_meanwhile_is_not_taken_for_none(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = target.with_name("b.toml")
    wrapper = FaultyOs()
    wrapper.fsync = lambda _: other.write_bytes(b"theirs")  # type: ignore[attr-defined]  # stands in for os
    monkeypatch.setattr(safe_write, "os", wrapper)
    with pytest.raises(NotWritten, match="A file stands there already"):
        write_safely(other, b"new", new=True)
    assert other.read_bytes() == b"theirs"


@pytest.mark.skipif(os.name == "nt", reason="no permissions of this kind")
def test_permissions_stay_and_new_files_are_their_owners_alone(target: Path) -> None:
    target.chmod(0o664)
    write_safely(target, b"new")
    assert stat.S_IMODE(target.stat().st_mode) == 0o664
    write_safely(target.with_name("b.toml"), b"new")
    assert stat.S_IMODE(target.with_name("b.toml").stat().st_mode) == 0o600


def test_a_link_stays_a_link(target: Path) -> None:
    link = target.parent / "link.toml"
    link.symlink_to(target)
    write_safely(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_places_where_no_file_can_be(target: Path) -> None:
    for path, words in {
        target.parent: "A folder stands there",
        target.parent / "none" / "a.toml": "The folder is not there",
        target / "a.toml": "The folder is not there",
        Path(os.devnull): "No file can stand there",
        target.with_name("x" * 300): "The name is too long",
        Path("a\0b"): "cannot be the name of a file",
    }.items():
        with pytest.raises(NotWritten, match=words):
            write_safely(path, b"new")


def test_what_a_killed_program_left_is_swept_and_nothing_else(tmp_path: Path) -> None:
    mine, stale = tmp_path / f".innovate-{os.getpid()}-00000000.tmp", tmp_path / ".innovate-4194305-00000000.tmp"
    for path in (mine, stale, tmp_path / "a.toml", tmp_path / ".innovate-notes.tmp"):
        path.write_bytes(b"x")
    sweep(tmp_path, stale.stat().st_mtime + 60)
    assert stale.exists()
    sweep(tmp_path, stale.stat().st_mtime + 4000)
    assert names_in(tmp_path) == sorted([mine.name, "a.toml", ".innovate-notes.tmp"])
    sweep(tmp_path / "none", 0)


def test_each_reason_leaves_room_in_a_row_for_where_the_work_is() -> None:
    """The status row has 78 columns at the smallest window that is at ease."""
    for number, (reason, _) in safe_write._REASONS.items():
        if number == errno.EEXIST:  # nothing that is kept meets that
            continue
        assert len(f"! Not saved: {reason} Safe on this laptop; ctrl+s elsewhere.") <= 78, reason
