"""What was written is looked after: taken away, spoilt or hidden by another disk, none of it is lost on the quiet."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from innovate_tui.storage import keeper as keeper_module
from innovate_tui.storage.keeper import Keeper, Keeping, Status
from innovate_tui.storage.locks import Hold, Lock
from innovate_tui.storage.session_reading import read_session
from innovate_tui.storage.session_text import session_bytes
from innovate_tui.storage.standing import is_remnant
from innovate_tui.workshop.deck import Deck
from innovate_tui.workshop.session import Session
from tests.storage.names import names_in

EXAMPLE = (Path(__file__).parent.parent / "formats" / "issue-2.toml").read_bytes()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "stick" / "a.toml"
    path.parent.mkdir()
    path.write_bytes(EXAMPLE)
    return path


@pytest.fixture
def written(deck: Deck) -> Session:
    """What is written in each of these."""
    return replace(read_session(EXAMPLE, deck).session, title="Written")


@pytest.fixture
def keeper(path: Path, deck: Deck, written: Session) -> Iterator[Keeper]:
    """One that has written, and has nothing to write."""
    lock = Lock(path)
    assert lock.take() is Hold.OURS
    keeper = Keeper(path, deck, EXAMPLE, lambda status: None, lock=lock, back_off=(0.02,))
    keeper.save(written)
    assert keeper.flush(5)
    yield keeper
    keeper.close(1)


SPOILT: dict[str, Callable[[Path], object]] = {
    "taken away": lambda path: path.unlink(),
    "emptied": lambda path: path.write_bytes(b""),
    "zeros": lambda path: path.write_bytes(b"\0" * 700),
    "cut short": lambda path: path.write_bytes(path.read_bytes()[:400]),
}


@pytest.mark.parametrize("how", SPOILT)
def test_what_was_taken_away_or_spoilt_stands_again_before_the_program_ends(
    keeper: Keeper, path: Path, deck: Deck, written: Session, how: str
) -> None:
    SPOILT[how](path)
    assert keeper.close(5)
    assert path.read_bytes() == session_bytes(written, deck)
    assert names_in(path.parent) == ["a.toml"]


@pytest.mark.parametrize("how", SPOILT)
def test_and_by_itself_while_nobody_does_anything(
    path: Path, deck: Deck, written: Session, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeper_module, "LOOK", 0.01)
    keeper, data = Keeper(path, deck, EXAMPLE, lambda status: None), session_bytes(written, deck)
    keeper.save(written)
    assert keeper.flush(5)
    SPOILT[how](path)
    with keeper._changed:
        assert keeper._changed.wait_for(lambda: path.exists() and path.read_bytes() == data, 5)
    keeper.close(1)


def test_what_somebody_else_wrote_in_its_place_stays_and_ours_goes_on_in_a_copy(
    keeper: Keeper, path: Path, deck: Deck, written: Session
) -> None:
    path.write_bytes(b"shopping = 'milk'\n")
    assert keeper.flush(5)
    assert path.read_bytes() == b"shopping = 'milk'\n"
    assert keeper.path != path
    assert keeper.status.conflict_with == path
    assert keeper.path.read_bytes() == session_bytes(written, deck)


def test_what_was_never_written_here_is_not_looked_after(path: Path, deck: Deck) -> None:
    keeper = Keeper(path, deck, EXAMPLE, lambda status: None)
    path.unlink()
    assert keeper.close(5)
    assert not path.exists()


def test_behind_a_stick_that_was_pulled_out_nothing_is_written(
    keeper: Keeper, path: Path, deck: Deck, written: Session, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The folder that a stick was mounted at is there, and empty; what is written in it nobody finds again."""
    kept, away = path.read_bytes(), tmp_path / "in a pocket"
    path.parent.rename(away)
    path.parent.mkdir()
    monkeypatch.setattr(keeper_module, "disk_of", lambda folder: -1)
    keeper.save(replace(written, title="Later"))
    assert not keeper.flush(5)
    assert (keeper.status.keeping, keeper.status.reason) == (Keeping.NOT_SAVED, "Its disk is gone.")
    assert not list(path.parent.iterdir()), "no file, and no lock either"
    path.parent.rmdir()
    away.rename(path.parent)
    assert path.read_bytes() == kept
    assert keeper.flush(5), "it is the same stick, whatever the system calls it now"
    assert read_session(path.read_bytes(), deck).session.title == "Later"


def test_on_another_stick_with_a_file_of_that_name_nothing_is_written(
    keeper: Keeper, path: Path, written: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.write_bytes(b"shopping = 'milk'\n")
    before = names_in(path.parent)
    monkeypatch.setattr(keeper_module, "disk_of", lambda folder: -1)
    keeper.save(replace(written, title="Later"))
    assert not keeper.flush(5)
    assert keeper.status.reason == "Its disk is gone."
    assert names_in(path.parent) == before


def test_a_folder_in_its_place_is_said_in_plain_words(keeper: Keeper, path: Path, written: Session) -> None:
    path.unlink()
    path.mkdir()
    keeper.save(replace(written, title="Later"))
    assert not keeper.flush(5)
    assert keeper.status.reason == "A folder stands there."


def test_a_stick_that_is_gone_is_said_though_nobody_does_anything(
    path: Path, deck: Deck, written: Session, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    told: list[Status] = []
    monkeypatch.setattr(keeper_module, "LOOK", 0.01)
    lock = Lock(path)
    assert lock.take() is Hold.OURS
    keeper = Keeper(path, deck, EXAMPLE, told.append, lock=lock, back_off=(0.02,))
    keeper.save(written)
    assert keeper.flush(5)
    with keeper._changed:  # it is pulled out in one go
        monkeypatch.setattr(keeper_module, "disk_of", lambda folder: -1)
        path.parent.rename(tmp_path / "in a pocket")
        path.parent.mkdir()
    with keeper._changed:
        assert keeper._changed.wait_for(lambda: told[-1].reason == "Its disk is gone.", 5)
    assert Keeping.NOT_SAVED in {each.keeping for each in told}
    assert not keeper.flush(1), "it is not on disk any more"
    assert not list(path.parent.iterdir()), "no file, and no lock either"
    path.parent.rmdir()
    (tmp_path / "in a pocket").rename(path.parent)
    assert keeper.flush(5)
    keeper.close(1)


@pytest.mark.parametrize(
    ("there", "whole", "remnant"),
    [
        (b"", b"ab", True),
        (b"\0\0", None, True),
        (b"a", b"ab", True),
        (b"ab", b"ab", False),
        (b"b", b"ab", False),
        (b"a", None, False),
    ],
)
def test_a_remnant_has_nothing_that_is_not_ours(there: bytes, whole: bytes | None, remnant: bool) -> None:
    assert is_remnant(there, whole) is remnant
