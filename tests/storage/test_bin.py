"""The bin: what is taken out of its folder is kept whole, comes back whole, and is gone only when it is let go."""

import errno
import json
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from innovate_tui.storage import safe_write
from innovate_tui.storage.bin import Binned, in_bins, let_go, put_back, put_in
from innovate_tui.storage.bounded_toml import NotReadable
from innovate_tui.storage.listing import Listed
from innovate_tui.storage.locks import Hold, Lock
from innovate_tui.storage.safe_write import NotWritten, write_safely
from tests.storage.test_session_file import by_hand

NOON = datetime(2026, 5, 6, 12, 0, tzinfo=UTC)
DATA = by_hand('title = "Family hubs"\ngroup = "Team A"\n[people]\n')


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A session in a folder."""
    folder = tmp_path / "Innovate"
    folder.mkdir()
    file = folder / "family-hubs.toml"
    file.write_bytes(DATA)
    return file


@pytest.fixture
def states(tmp_path: Path) -> Path:
    """The folder of state folders."""
    return tmp_path / "state"


def one(states: Path) -> Binned:
    """The only one in the bin."""
    (binned,) = in_bins(states)
    return binned


def test_what_is_put_in_the_bin_is_there_whole_and_comes_back_to_where_it_was(file: Path, states: Path) -> None:
    put_in(file, states / "s-1", NOON)
    assert not file.exists()
    assert list(file.parent.iterdir()) == []
    binned = one(states)
    assert (binned.session.title, binned.session.group, binned.came_from) == ("Family hubs", "Team A", file)
    assert binned.session.modified == NOON
    assert binned.session.path.read_bytes() == DATA
    assert put_back(binned, file.parent) == file
    assert file.read_bytes() == DATA
    assert in_bins(states) == ()
    assert not (states / "s-1" / "bin").exists()


def test_it_is_private(file: Path, states: Path) -> None:
    put_in(file, states / "s-1", NOON)
    if os.name == "posix":
        assert (states / "s-1" / "bin").stat().st_mode & 0o077 == 0
        assert one(states).session.path.stat().st_mode & 0o077 == 0


def test_the_bin_may_be_on_another_disk(file: Path, states: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.replace

    def within_one_disk(source: Path, target: Path) -> None:
        if Path(source).parent != Path(target).parent:
            raise OSError(errno.EXDEV, "another disk")
        real(source, target)

    monkeypatch.setattr(os, "replace", within_one_disk)
    monkeypatch.setattr(os, "rename", within_one_disk)
    put_in(file, states / "s-1", NOON)
    put_back(one(states), file.parent)
    assert file.read_bytes() == DATA


def test_what_comes_back_never_takes_anybodys_place(file: Path, states: Path) -> None:
    put_in(file, states / "s-1", NOON)
    file.write_bytes(b"another")
    back = put_back(one(states), file.parent)
    assert back == file.with_name("family-hubs-2.toml")
    assert file.read_bytes() == b"another"


def test_what_has_no_folder_any_more_comes_back_into_the_usual_one(file: Path, states: Path, tmp_path: Path) -> None:
    put_in(file, states / "s-1", NOON)
    file.parent.rmdir()
    usual = tmp_path / "Usual"
    assert put_back(one(states), usual) == usual / "family-hubs.toml"


@pytest.mark.parametrize("fault", ["write", "read back", "unlink"])
def test_at_every_moment_one_whole_copy_stands(
    file: Path, states: Path, fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise OSError(errno.EIO, "the disk does not answer")

    with monkeypatch.context() as broken:
        if fault == "write":
            broken.setattr(os, "write", fails)
        elif fault == "read back":
            broken.setattr(safe_write, "_read_back", lambda _: b"other")
        else:
            broken.setattr(Path, "unlink", fails)
        with pytest.raises(NotWritten):
            put_in(file, states / "s-1", NOON)
    assert file.read_bytes() == DATA


def test_a_file_that_somebody_writes_meanwhile_stays(file: Path, states: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def slowly(path: Path, data: bytes, *, new: bool = False) -> None:
        write_safely(path, data, new=new)
        if path.suffix == ".toml":
            file.write_bytes(DATA + b"# more")

    monkeypatch.setattr("innovate_tui.storage.bin.write_safely", slowly)
    with pytest.raises(NotWritten):
        put_in(file, states / "s-1", NOON)
    assert file.read_bytes() == DATA + b"# more"
    assert in_bins(states) == ()


def test_a_session_that_a_window_has_open_is_not_taken_away(file: Path, states: Path) -> None:
    lock = Lock(file)
    assert lock.take() is Hold.OURS
    with pytest.raises(NotWritten, match="another window"):
        put_in(file, states / "s-1", NOON)
    lock.let_go()
    put_in(file, states / "s-1", NOON)


def test_what_is_let_go_is_gone_with_all_that_was_kept_of_it(file: Path, states: Path) -> None:
    (states / "s-1" / "versions").mkdir(parents=True)
    (states / "s-1" / "versions" / "old.toml").write_bytes(DATA)
    (states / "s-2").mkdir()
    put_in(file, states / "s-1", NOON)
    let_go(one(states), ())
    assert [each.name for each in states.iterdir()] == ["s-2"]


def test_what_another_file_of_the_session_needs_stays(file: Path, states: Path) -> None:
    (states / "s-1" / "versions").mkdir(parents=True)
    put_in(file, states / "s-1", NOON)
    let_go(one(states), {states / "s-1"})
    assert (states / "s-1" / "versions").is_dir()
    file.write_bytes(DATA)
    put_in(file, states / "s-1", NOON)
    file.write_bytes(DATA)
    put_in(file, states / "s-1", NOON)
    let_go(in_bins(states)[0], ())
    assert len(in_bins(states)) == 1
    assert (states / "s-1" / "versions").is_dir()


def test_damaged_and_foreign_things_in_a_bin_do_no_harm(file: Path, states: Path, tmp_path: Path) -> None:
    file.write_bytes(b"\0" * 100)
    put_in(file, states / "s-1", NOON)
    assert one(states).session.damaged
    folder = states / "s-1" / "bin"
    (folder / "nonsense.toml").write_bytes(DATA)
    (folder / "20260506T120000Z-x.toml").symlink_to(tmp_path)
    note = next(folder.glob("*.json"))
    for words in ("[", "[]", '{"from": 1}', '{"from": "../../plain.toml"}', '{"from": "/etc/passwd"}'):
        note.write_text(words)
        assert one(states).came_from.parent == folder
    note.write_text(json.dumps({"from": str(file)}))
    assert put_back(one(states), file.parent) == file
    with pytest.raises((NotWritten, NotReadable)):
        put_back(Binned(one_gone(file), file), file.parent)


def one_gone(file: Path) -> Listed:
    """A session whose file is not in the bin any more."""
    return Listed(file.with_name("gone.toml"), "", "", NOON)
