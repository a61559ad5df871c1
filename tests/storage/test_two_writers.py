"""Two windows on one session: what both wrote is kept, the lock is honoured, and all of it is told."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from innovate_tui.storage import keeper as keeper_module
from innovate_tui.storage.joining import copies_of, taken_in
from innovate_tui.storage.keeper import Keeper, Keeping, Status
from innovate_tui.storage.locks import Hold, Lock, lock_path
from innovate_tui.storage.safe_write import NotWritten, write_safely
from innovate_tui.storage.session_reading import read_session
from innovate_tui.storage.session_text import session_bytes
from innovate_tui.workshop.deck import Deck
from innovate_tui.workshop.edits import Describe, Park
from innovate_tui.workshop.session import Session
from tests.proofs.writers import prove
from tests.storage.names import names_in

EXAMPLE = (Path(__file__).parent.parent / "formats" / "issue-2.toml").read_bytes()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.toml"
    path.write_bytes(EXAMPLE)
    return path


@pytest.fixture
def session(deck: Deck) -> Session:
    return read_session(EXAMPLE, deck).session


@pytest.fixture
def told() -> list[Status]:
    return []


@pytest.fixture
def locked(path: Path, deck: Deck, told: list[Status], monkeypatch: pytest.MonkeyPatch) -> Iterator[Keeper]:
    """A keeper that has the lock, and looks at it often."""
    monkeypatch.setattr(keeper_module, "LOOK", 0.02)
    lock = Lock(path)
    assert lock.take() is Hold.OURS
    keeper = Keeper(path, deck, EXAMPLE, told.append, lock=lock, back_off=(0.02,))
    yield keeper
    keeper.close(1)


def parked(session: Session, text: str, deck: Deck) -> Session:
    return Park(f"n-{text}", text).apply(session, deck)


def written(path: Path, deck: Deck) -> Session:
    return read_session(path.read_bytes(), deck).session


def test_of_many_interleavings_nothing_is_lost() -> None:
    proof = prove(12)
    assert not proof.faults, str(proof)


def test_what_another_laptop_wrote_is_merged_and_told(
    path: Path, deck: Deck, session: Session, told: list[Status]
) -> None:
    keeper = Keeper(path, deck, EXAMPLE, told.append)
    path.write_bytes(session_bytes(parked(session, "theirs", deck), deck))
    ours = parked(session, "ours", deck)
    keeper.save(ours)
    assert keeper.flush()
    assert {"n-ours", "n-theirs"} <= set(written(path, deck).parked)
    came = told[-1].joined
    assert came is not None
    assert (came.taken, came.clashes) == (1, 0)
    assert came.mine == ours
    assert "n-theirs" in came.session.parked
    later = parked(ours, "later", deck)
    both = taken_in(came, later, deck)
    assert {"n-ours", "n-theirs", "n-later"} <= set(both.parked)
    keeper.take(came, both)
    assert keeper.close()
    assert written(path, deck) == both
    assert told[-1].joined is None
    assert names_in(path.parent) == ["a.toml"]


def test_what_came_in_stays_though_it_was_not_taken_yet(
    path: Path, deck: Deck, session: Session, told: list[Status]
) -> None:
    keeper = Keeper(path, deck, EXAMPLE, told.append)
    path.write_bytes(session_bytes(parked(session, "theirs", deck), deck))
    for text in ("one", "two"):
        session = parked(session, text, deck)
        keeper.save(session)
        assert keeper.flush()
    keeper.close()
    assert {"n-one", "n-two", "n-theirs"} <= set(written(path, deck).parked)


def test_where_both_changed_the_same_both_are_kept(path: Path, deck: Deck, session: Session) -> None:
    told: list[Status] = []
    keeper = Keeper(path, deck, EXAMPLE, told.append)
    path.write_bytes(session_bytes(Describe("title", "Theirs").apply(session, deck), deck))
    keeper.save(Describe("title", "Ours").apply(session, deck))
    assert keeper.close()
    assert told[-1].joined is not None
    assert told[-1].joined.clashes == 1
    assert written(path, deck).title == "Ours"
    assert b"Theirs" in path.read_bytes()


def test_another_session_is_never_merged(path: Path, deck: Deck, session: Session, told: list[Status]) -> None:
    other = session_bytes(replace(session, id="s-another1"), deck)
    keeper = Keeper(path, deck, EXAMPLE, told.append)
    path.write_bytes(other)
    keeper.save(parked(session, "ours", deck))
    assert keeper.close()
    assert path.read_bytes() == other
    assert told[-1].conflict_with == path
    assert "n-ours" in written(told[-1].path, deck).parked


def test_what_is_written_at_the_last_moment_is_not_overwritten(path: Path) -> None:
    with pytest.raises(NotWritten, match="Somebody else"):
        write_safely(path, b"ours", over=b"what we saw")
    assert path.read_bytes() == EXAMPLE
    assert names_in(path.parent) == ["a.toml"]
    write_safely(path, b"ours", over=EXAMPLE)
    assert path.read_bytes() == b"ours"


def test_whoever_loses_the_lock_says_so_and_writes_no_more(
    locked: Keeper, path: Path, deck: Deck, session: Session, told: list[Status]
) -> None:
    lost = threading.Event()
    locked._report = lambda status: lost.set() if status.keeping is Keeping.LOST else None
    assert Lock(path).take_over() is Hold.OURS
    assert lost.wait(5), "said without anything being written"
    locked.save(session)
    assert locked.flush()
    assert path.read_bytes() == EXAMPLE


def test_what_was_not_yet_written_then_stands_in_a_copy(
    locked: Keeper, path: Path, deck: Deck, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeper_module, "LOOK", 600)
    locked.flush()
    assert Lock(path).take_over() is Hold.OURS
    for text in ("one", "two"):
        session = parked(session, text, deck)
        locked.save(session)
        assert locked.flush()
        assert locked.status.keeping is Keeping.LOST
    assert path.read_bytes() == EXAMPLE
    assert written(locked.path, deck) == session
    copies = [name for name in names_in(path.parent) if ".conflict-" in name]
    assert len(copies) == 1
    assert copies_of(path, session.id) == (locked.path,)


def slept(keeper: Keeper, monkeypatch: pytest.MonkeyPatch) -> None:
    """The laptop sleeps: its keeper looks at nothing until something is saved again."""
    monkeypatch.setattr(keeper_module, "LOOK", 600)
    keeper.flush()


@pytest.mark.parametrize("still_there", [True, False], ids=["who-took-it-still-writes", "who-took-it-has-gone"])
def test_a_laptop_that_slept_while_somebody_took_over_overwrites_nothing(
    still_there: bool, locked: Keeper, path: Path, deck: Deck, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    slept(locked, monkeypatch)
    other = Lock(path)
    assert other.take_over() is Hold.OURS
    theirs = parked(session, "theirs", deck)
    path.write_bytes(session_bytes(theirs, deck))
    if not still_there:
        other.let_go()
    locked.save(parked(session, "ours", deck))
    assert locked.flush()
    there = written(path, deck)
    assert "n-theirs" in there.parked
    if still_there:
        assert there == theirs
        assert "n-ours" in written(locked.path, deck).parked
        assert locked.path != path
        assert other.is_ours()
    else:
        assert "n-ours" in there.parked
        assert locked.status.joined is not None


def test_what_came_in_can_be_taken_out_again_and_the_other_side_sees_that(
    locked: Keeper, path: Path, deck: Deck, session: Session
) -> None:
    path.write_bytes(session_bytes(parked(session, "theirs", deck), deck))
    ours = parked(session, "ours", deck)
    locked.save(ours)
    assert locked.flush()
    came = locked.status.joined
    assert came is not None
    locked.take(came, taken_in(came, ours, deck))
    assert locked.flush()
    assert {"n-ours", "n-theirs"} <= {*written(path, deck).parked}
    locked.save(ours)
    assert locked.flush()
    assert written(path, deck) == ours
    assert locked.status.joined is None


def test_who_takes_over_in_the_middle_of_a_save_is_not_overwritten(
    locked: Keeper, path: Path, deck: Deck, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    slept(locked, monkeypatch)
    theirs = session_bytes(parked(session, "theirs", deck), deck)
    real = write_safely

    def between(target: Path, data: bytes, *, new: bool = False, over: bytes | None = None) -> None:
        monkeypatch.setattr(keeper_module, "write_safely", real)
        assert Lock(path).take_over() is Hold.OURS
        path.write_bytes(theirs)
        real(target, data, new=new, over=over)

    monkeypatch.setattr(keeper_module, "write_safely", between)
    locked.save(parked(session, "ours", deck))
    locked.flush()
    assert locked.flush()
    assert path.read_bytes() == theirs
    assert "n-ours" in written(locked.path, deck).parked
    assert locked.status.keeping is Keeping.LOST


def test_the_lock_goes_with_the_keeper(locked: Keeper, path: Path) -> None:
    assert lock_path(path).exists()
    locked.close()
    assert not lock_path(path).exists()


def test_a_disk_that_does_not_answer_is_said_while_it_does_not(
    path: Path, deck: Deck, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers, said = threading.Event(), threading.Event()

    def slowly(path: Path, data: bytes, **named: bytes) -> None:
        answers.wait(10)
        write_safely(path, data)

    def hear(status: Status) -> None:
        if status.keeping is Keeping.NOT_SAVED:
            assert status.reason == "The disk does not answer."
            said.set()

    monkeypatch.setattr(keeper_module, "write_safely", slowly)
    keeper = Keeper(path, deck, EXAMPLE, hear, slow=0.01)
    keeper.save(parked(session, "ours", deck))
    assert said.wait(5)
    answers.set()
    assert keeper.flush()
    assert keeper.status.keeping is Keeping.SAVED
    keeper.close()


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("a-LAPTOP7.toml", True),
        ("a.sync-conflict-20260101-120000-ABCDEFG.toml", True),
        ("a (Jo's conflicted copy 2026-01-01).toml", True),
        ("a.conflict-host-20260101-120000.toml", True),
        ("b.toml", False),
        ("a-other.txt", False),
    ],
)
def test_copies_that_stand_beside_it_are_found(
    name: str, is_one: bool, path: Path, deck: Deck, session: Session
) -> None:
    copy = path.with_name(name)
    copy.write_bytes(EXAMPLE)
    assert copies_of(path, session.id) == ((copy,) if is_one else ())
    copy.write_bytes(session_bytes(replace(session, id="s-another1"), deck))
    assert copies_of(path, session.id) == ()
