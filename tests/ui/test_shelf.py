"""What is done with sessions that are not open: as plain values, without a screen."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from innovate_tui.storage.deck_files import Content
from innovate_tui.storage.locks import Hold, Lock
from innovate_tui.storage.session_reading import read_session
from innovate_tui.storage.versions import keep_version, versions
from innovate_tui.storage.whereabouts import remember
from innovate_tui.ui.desk import Desk, NotBegun
from innovate_tui.ui.shelf import Shelf

MOMENT = datetime(2026, 3, 12, 10, 18, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: Content) -> Path:
    """A folder with one session, the sample."""
    monkeypatch.setenv("INNOVATE_FOLDER", str(tmp_path / "Innovate"))
    monkeypatch.setattr("innovate_tui.storage.locations.state_folders", lambda: tmp_path / "state")
    (tmp_path / "Innovate").mkdir()
    (tmp_path / "Innovate" / "one.toml").write_bytes(content.sample())
    return tmp_path / "Innovate"


@pytest.fixture
def shelf(content: Content) -> Shelf:
    """The shelf."""
    return Shelf(Desk(content))


def test_a_file_that_has_not_changed_is_not_read_again(
    folder: Path, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = str(folder / "one.toml")
    assert shelf.scene(binned=False).rows[0].state == ""
    first = shelf.state(one)
    monkeypatch.setattr(Desk, "open", None)
    assert shelf.state(one) == first
    assert shelf.scene(binned=False).rows[0].state == first[0]


def test_what_is_kept_of_a_session_that_stands_on_a_stick_is_not_let_go_of(
    folder: Path, shelf: Shelf, content: Content, tmp_path: Path
) -> None:
    session = read_session(content.sample(), content.deck()).session
    state, stick = tmp_path / "state" / session.id, tmp_path / "stick" / "one.toml"
    assert keep_version(state, content.sample(), 3, MOMENT) is not None
    stick.parent.mkdir()
    stick.write_bytes(content.sample())
    remember(state, session.id, stick, content.sample())
    binned = shelf.remove(str(folder / "one.toml")).id
    assert "stay" in shelf.let_go((binned,)).said
    assert versions(state)
    (folder / "one.toml").write_bytes(content.sample())
    binned = shelf.remove(str(folder / "one.toml")).id
    stick.unlink()
    assert "with what this computer kept" in shelf.let_go((binned,)).said
    assert not state.exists()


def test_what_cannot_be_read_is_said_and_raises_nothing(folder: Path, shelf: Shelf) -> None:
    (folder / "one.toml").write_bytes(b"\0" * 9)
    words, damaged = shelf.state(str(folder / "one.toml"))
    assert damaged
    assert words.startswith("It cannot be read: ")
    assert shelf.state(str(folder / "gone.toml"))[1]


@pytest.mark.parametrize("what", ["rename", "remove"])
def test_nothing_is_done_with_a_session_that_a_window_has_open(what: str, folder: Path, shelf: Shelf) -> None:
    one = folder / "one.toml"
    before = one.read_bytes()
    lock = Lock(one)
    assert lock.take() is Hold.OURS
    with pytest.raises(NotBegun, match="another window"):
        shelf.rename(str(one), "New") if what == "rename" else shelf.remove(str(one))
    assert one.read_bytes() == before
    lock.let_go()


def test_another_title_never_writes_over_what_somebody_writes_meanwhile(
    folder: Path, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = folder / "one.toml"
    from innovate_tui.storage import session_text

    real = session_text.session_bytes

    def slowly(*asked: object) -> bytes:
        one.write_bytes(b"other")
        return real(*asked)  # type: ignore[arg-type]  # handed on as they are

    monkeypatch.setattr(session_text, "session_bytes", slowly)
    with pytest.raises(NotBegun):
        shelf.rename(str(one), "New")
    assert one.read_bytes() == b"other"


def test_a_copy_of_a_rehearsal_stays_one(folder: Path, shelf: Shelf, content: Content) -> None:
    opened = Desk(content).sample()
    done = shelf.copy(str(opened.path))
    assert read_session(Path(done.id).read_bytes(), content.deck()).session.practice
    assert Path(done.id).name.startswith("practice-")


def test_a_damaged_session_goes_into_the_bin_and_comes_back_as_it_was(folder: Path, shelf: Shelf) -> None:
    one = folder / "one.toml"
    one.write_bytes(b"\0" * 9)
    there = shelf.remove(str(one))
    assert not one.exists()
    assert [row.name for row in shelf.scene(binned=True).rows] == ["one"]
    shelf.restore(there.id)
    assert one.read_bytes() == b"\0" * 9
    with pytest.raises(NotBegun):
        shelf.restore(there.id)
