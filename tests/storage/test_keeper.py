"""The keeper: the newest value is on disk, nobody waits for it, and what others wrote is never overwritten."""

import errno
import re
import signal
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from innovate_tui.storage import keeper as keeper_module
from innovate_tui.storage.keeper import Keeper, Keeping, Status
from innovate_tui.storage.safe_write import NotWritten, write_safely
from innovate_tui.storage.session_pieces import Pieces
from innovate_tui.storage.session_reading import read_session
from innovate_tui.workshop.deck import Deck
from innovate_tui.workshop.session import Session
from tests.storage.names import names_in

EXAMPLE = (Path(__file__).parent.parent / "formats" / "issue-2.toml").read_bytes()


class Heard:
    """Every status that a keeper told."""

    def __init__(self) -> None:
        self.told: list[Status] = []

    def __call__(self, status: Status) -> None:
        self.told.append(status)

    @property
    def keepings(self) -> list[Keeping]:
        return [status.keeping for status in self.told]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.toml"
    path.write_bytes(EXAMPLE)
    return path


@pytest.fixture
def session(deck: Deck) -> Session:
    return read_session(EXAMPLE, deck).session


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def keeper(path: Path, deck: Deck, heard: Heard) -> Iterator[Keeper]:
    keeper = Keeper(path, deck, EXAMPLE, heard, back_off=(0.02,))
    yield keeper
    keeper.close(1)


def titled(session: Session, title: str) -> Session:
    return replace(session, title=title)


def fail(*_: object, **__: object) -> None:
    raise NotWritten("x", "The disk is full.", "Make room on it.")


def test_a_change_is_on_disk_at_once_and_said(
    keeper: Keeper, heard: Heard, path: Path, session: Session, deck: Deck
) -> None:
    keeper.save(titled(session, "New"))
    assert keeper.flush()
    assert read_session(path.read_bytes(), deck).session.title == "New"
    assert heard.keepings == [Keeping.SAVING, Keeping.SAVED]
    assert heard.told[-1].moment is not None
    assert keeper.status == heard.told[-1]


def test_nothing_is_written_where_nothing_changed(keeper: Keeper, path: Path, session: Session) -> None:
    before = path.stat()
    keeper.save(session)
    assert keeper.flush()
    assert path.stat().st_ino == before.st_ino


def test_typing_never_waits_and_only_the_newest_is_written(
    keeper: Keeper, path: Path, session: Session, deck: Deck, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[bytes] = []
    slow = threading.Event()

    def slowly(path: Path, data: bytes, **_: object) -> None:
        slow.wait(5)
        written.append(data)
        write_safely(path, data)

    monkeypatch.setattr(keeper_module, "write_safely", slowly)
    begun = time.perf_counter()
    for number in range(300):
        keeper.save(titled(session, f"T{number}"))
    assert time.perf_counter() - begun < 0.5
    slow.set()
    assert keeper.flush()
    assert len(written) <= 2
    assert read_session(path.read_bytes(), deck).session.title == "T299"


@pytest.mark.parametrize(("taken", "rested"), [(0.01, 0.1), (0.05, 0.5), (30.0, 1.0)])
def test_what_takes_long_to_write_is_written_less_often_and_within_a_second(taken: float, rested: float) -> None:
    assert keeper_module.rest_after(taken) == pytest.approx(rested)


def test_between_two_values_it_rests_unless_somebody_waits(path: Path, deck: Deck, session: Session) -> None:
    saving, saved = threading.Semaphore(0), threading.Semaphore(0)

    def heard(status: Status) -> None:
        (saving if status.keeping is Keeping.SAVING else saved).release()

    keeper = Keeper(path, deck, EXAMPLE, heard, rest=lambda taken: 3600)
    keeper.save(titled(session, "First"))
    assert saved.acquire(timeout=5)
    assert saving.acquire(timeout=5)
    keeper.save(titled(session, "Second"))
    assert not saving.acquire(timeout=0.1)
    assert keeper.flush(5)
    assert saved.acquire(timeout=5)
    keeper.save(titled(session, "Third"))
    assert keeper.close(5)
    assert read_session(path.read_bytes(), deck).session.title == "Third"


def test_a_full_disk_is_said_and_tried_again_until_there_is_room(
    keeper: Keeper, heard: Heard, path: Path, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeper_module, "write_safely", fail)
    keeper.save(titled(session, "New"))
    assert not keeper.flush(2)
    assert heard.told[-1] == Status(
        Keeping.NOT_SAVED, path, None, "The disk is full.", "Make room on it.", conflict_with=None
    )
    assert path.read_bytes() == EXAMPLE
    monkeypatch.setattr(keeper_module, "write_safely", write_safely)
    until = time.monotonic() + 2
    while keeper.status.keeping is not Keeping.SAVED and time.monotonic() < until:
        time.sleep(0.01)
    assert b"New" in path.read_bytes()


@pytest.mark.parametrize("error", [OSError(errno.EIO, "gone"), ValueError("a fault of ours"), MemoryError()])
def test_no_fault_ends_the_keeping(
    error: Exception, keeper: Keeper, heard: Heard, path: Path, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fault(*_: object) -> bytes:
        raise error

    whole = Pieces.bytes_of
    monkeypatch.setattr(Pieces, "bytes_of", fault)
    keeper.save(titled(session, "New"))
    assert not keeper.flush(2)
    assert heard.told[-1].reason
    monkeypatch.setattr(Pieces, "bytes_of", whole)
    assert keeper.flush(2)
    assert b"New" in path.read_bytes()


def test_a_listener_that_fails_does_not_end_the_keeping(path: Path, deck: Deck, session: Session) -> None:
    def fault(_: Status) -> None:
        raise RuntimeError("the screen is gone")

    keeper = Keeper(path, deck, EXAMPLE, fault)
    keeper.save(titled(session, "New"))
    assert keeper.close()
    assert b"New" in path.read_bytes()


def test_what_somebody_else_wrote_is_never_overwritten(
    keeper: Keeper, heard: Heard, path: Path, session: Session, deck: Deck
) -> None:
    path.write_bytes(b"format = 1\ntheirs = 1\n# end\n")
    keeper.save(titled(session, "Ours"))
    assert keeper.flush()
    assert path.read_bytes() == b"format = 1\ntheirs = 1\n# end\n"
    copy = heard.told[-1].path
    assert re.fullmatch(r"a\.conflict-[^-].*-\d{8}-\d{6}\.toml", copy.name)
    assert heard.told[-1].conflict_with == path
    assert keeper.path == copy
    keeper.save(titled(session, "Ours, later"))
    assert keeper.flush()
    assert read_session(copy.read_bytes(), deck).session.title == "Ours, later"
    assert names_in(path.parent) == sorted([path.name, copy.name])


def test_a_file_that_is_yet_to_be_made_is_made(tmp_path: Path, deck: Deck, session: Session, heard: Heard) -> None:
    keeper = Keeper(tmp_path / "new.toml", deck, None, heard)
    keeper.save(session)
    assert keeper.close()
    assert (tmp_path / "new.toml").read_bytes() == EXAMPLE


def test_a_file_that_somebody_removed_comes_back(keeper: Keeper, path: Path, session: Session) -> None:
    path.unlink()
    keeper.save(titled(session, "New"))
    assert keeper.flush()
    assert b"New" in path.read_bytes()


def test_closing_never_hangs_where_nothing_can_be_written(
    path: Path, deck: Deck, session: Session, heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeper_module, "write_safely", fail)
    keeper = Keeper(path, deck, EXAMPLE, heard)
    keeper.save(titled(session, "New"))
    begun = time.perf_counter()
    assert not keeper.close()
    assert not keeper.close()
    assert time.perf_counter() - begun < 2


def test_closing_writes_what_is_left_and_ends_the_thread(
    path: Path, deck: Deck, session: Session, heard: Heard
) -> None:
    before = set(threading.enumerate())
    keeper = Keeper(path, deck, EXAMPLE, heard)
    keeper.save(titled(session, "Last"))
    assert keeper.close()
    assert keeper.close()
    assert b"Last" in path.read_bytes()
    mine = set(threading.enumerate()) - before
    assert not any(thread.name == "keeper" and thread.is_alive() for thread in mine)


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no such signals here")
def test_closing_is_safe_from_a_signal_in_the_middle_of_saving(
    path: Path, deck: Deck, session: Session, heard: Heard
) -> None:
    keeper = Keeper(path, deck, EXAMPLE, heard)
    closed: list[bool] = []
    before = signal.signal(signal.SIGALRM, lambda *_: closed.append(keeper.close(2)))
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.03)
        number = 0
        until = time.monotonic() + 5
        while not closed and time.monotonic() < until:
            number += 1
            keeper.save(titled(session, f"T{number}"))
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    assert closed == [True]
