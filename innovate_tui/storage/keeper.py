"""The keeper of one session: it has the newest value on disk as soon as it can, and says how that stands.

It works on a thread of its own, so that nobody who types ever waits for a disk. Values that come while it writes are
coalesced: only the newest is written next. It never overwrites what somebody else has changed, and it never gives up:
what another laptop wrote is merged in and told of, and where that cannot be, a copy is kept beside it. Whoever loses
the lock writes no more.
"""

import os
import platform
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from innovate_tui.storage.bounded_toml import NotReadable
from innovate_tui.storage.joining import Joined, joined
from innovate_tui.storage.locations import slug
from innovate_tui.storage.locks import Lock
from innovate_tui.storage.safe_write import NotWritten, in_plain_words, sweep, write_safely
from innovate_tui.storage.session_pieces import Pieces
from innovate_tui.storage.standing import Mark, disk_of, is_remnant, mark_of
from innovate_tui.workshop.deck import Deck
from innovate_tui.workshop.session import Session

BACK_OFF = (1.0, 2.0, 5.0, 10.0, 30.0)
"""Seconds until the next attempt after one, two, … that failed; a new value is tried at once."""
SLOW = 1.5
"""Seconds of writing after which it is said that the disk does not answer."""
LOOK = 2.0
"""Seconds between two looks at the lock and at the file while nothing is to be written."""
_AS_LONG, _LONGEST_REST = 10.0, 1.0
"""How many times as long as a value took to be written is rested before the next, and seconds of it at the most."""


def rest_after(taken: float) -> float:
    """Seconds between a value that took so many seconds and the next, unless somebody waits for that.

    A large session is not written anew at each letter: making its text costs those who type some of their time.
    """
    return min(_AS_LONG * taken, _LONGEST_REST)


class Keeping(StrEnum):
    """How the newest value stands."""

    SAVED = "saved"
    SAVING = "saving"
    NOT_SAVED = "not-saved"
    LOST = "lost"
    """Another window has taken the session over; nothing is written here any more."""


@dataclass(frozen=True, slots=True)
class Status:
    """How the newest value stands, and where."""

    keeping: Keeping
    path: Path
    """Where the session is kept now: a conflict copy, if somebody else changed the file."""
    moment: datetime | None = None
    """When it was last saved."""
    reason: str = ""
    """Why it is not saved, in plain words."""
    mend: str = ""
    conflict_with: Path | None = None
    """The file that somebody else changed, from which this session now stands apart."""
    joined: Joined | None = None
    """What came in from somebody else, until whoever works on the session has taken it."""


class Keeper:
    """Keeps one session in one file.

    `on_disk` are the bytes that were read from the file, or nothing where the file is yet to be made. `report` hears
    every `Status`, on a thread of the keeper's: it has to hand it over to its own. `save`, `flush` and `close` may be
    called from any thread and from signal handlers, and raise nothing. The `lock` is ours when it is handed over; the
    keeper gives its signs of life and lets go of it.
    """

    def __init__(
        self,
        path: Path,
        deck: Deck,
        on_disk: bytes | None,
        report: Callable[[Status], None],
        *,
        lock: Lock | None = None,
        back_off: tuple[float, ...] = BACK_OFF,
        slow: float = SLOW,
        rest: Callable[[float], float] = rest_after,
    ) -> None:
        self._deck = deck
        self._pieces = Pieces(deck)
        self._report = report
        self._lock = lock
        self._back_off = back_off
        self._slow = slow
        self._rest = rest
        self._rested = 0.0
        """When it has rested long enough, by the monotonic clock."""
        self._waiting = 0
        """How many wait for the newest value to be on disk: meanwhile nothing rests."""
        self._changed = threading.Condition()
        self._newest: Session | None = None
        self._written: Session | None = None
        self._failures = 0
        self._attempts = 0
        self._closing = False
        self._base = on_disk
        """The bytes that the values given to us go back to."""
        self._file = on_disk
        """The bytes that we last saw in the file: others than `_base` until what came in has been taken."""
        self._mark: Mark | None = None
        """How the file was left by what was last written."""
        self._disk: int | None = None
        """The disk that the file was last seen on."""
        self._asked = self._looked = 0
        """How often it was asked whether what was written still stands, and how often that was looked at."""
        self._taken: Joined | None = None
        self._status = Status(Keeping.SAVED, path)
        self._thread = threading.Thread(target=self._run, name="keeper", daemon=True)
        self._thread.start()

    @property
    def status(self) -> Status:
        """How the newest value stands now."""
        return self._status

    @property
    def path(self) -> Path:
        """Where the session is kept now."""
        return self._status.path

    @property
    def written(self) -> bytes | None:
        """The bytes that were last seen in the file, as they were written or read."""
        return self._file

    def save(self, session: Session) -> None:
        """Take the newest value; it is written as soon as the disk allows, and this returns at once."""
        with self._changed:
            self._newest = session
            self._failures = 0
            self._changed.notify_all()

    def take(self, joined: Joined, session: Session) -> None:
        """Take the newest value, which now holds what came in from somebody else."""
        with self._changed:
            self._base, self._taken = joined.data, joined
            self._newest = session
            self._failures = 0
            self._changed.notify_all()

    def flush(self, timeout: float = 5.0) -> bool:
        """Wait until the newest value is on disk, for at most so many seconds; whether it is.

        If it could not be written before, one more attempt is made.
        """
        with self._changed:
            attempts = self._attempts
            self._failures = 0
            self._waiting += 1
            self._asked += self._newest is not None  # what was never written here is not ours to look after
            asked = self._asked
            self._changed.notify_all()
            self._changed.wait_for(
                lambda: (
                    (self._is_kept and self._looked >= asked)
                    or self._closing
                    or (self._attempts > attempts and self._failures > 0)
                ),
                timeout,
            )
            self._waiting -= 1
            return self._is_kept

    def close(self, timeout: float = 5.0) -> bool:
        """Write what is not yet on disk and end the thread; whether everything is on disk."""
        until = time.monotonic() + timeout
        kept = self.flush(timeout)
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        if threading.current_thread() is not self._thread:
            self._thread.join(max(0.2, until - time.monotonic()))
        self.let_go()
        return kept

    def let_go(self) -> None:
        """Let go of the lock: nothing is written any more."""
        if self._lock is not None:
            self._lock.let_go()

    @property
    def _is_kept(self) -> bool:
        return self._newest is self._written

    def _run(self) -> None:
        self._disk = disk_of(self.path.parent)
        sweep(self.path.parent, time.time())
        while True:
            with self._changed:
                self._changed.wait_for(self._is_wanted, self._pause())
                self._changed.wait_for(self._is_due, max(0.0, self._resting()))
                if self._closing:
                    return
            self._turn()

    def _turn(self) -> None:
        """Write the newest value; where there is none, look whether the lock is ours and the file as it was left."""
        with self._changed:
            session, base, asked = self._newest, self._base, self._asked
        if session is not None and not self._is_kept:
            self._write(session, base)
        elif not self._is_gone():
            self._look_at_lock()
        if session is not None and self._status.keeping is Keeping.SAVED and self._is_touched():
            with self._changed:
                base = self._base
            self._write(session, base)
        with self._changed:
            self._looked = asked
            self._changed.notify_all()

    def _write(self, session: Session, base: bytes | None) -> None:
        """Write a value, and say how it stands; when the disk does not answer, say that meanwhile."""
        self._tell(replace(self._status, keeping=Keeping.SAVING))
        late = threading.Timer(self._slow, self._say_late)
        late.daemon = True
        late.start()
        began = time.monotonic()
        status, gone_on = self._keep(session, base)
        late.cancel()
        with self._changed:
            self._attempts += 1
            if self._base is base:  # else a value has come meanwhile that holds what came in
                self._base = gone_on
            if status.joined is self._taken:
                status = replace(status, joined=None)
            if status.keeping in (Keeping.SAVED, Keeping.LOST):
                self._written, self._failures = session, 0
                ended = time.monotonic()
                self._rested = ended + self._rest(ended - began)
            else:
                self._written = None  # what stood there may be gone
                self._failures += self._newest is session
            self._status = status
            self._changed.notify_all()
        self._tell(status)

    def _say_late(self) -> None:
        status = self._status
        if status.keeping is Keeping.SAVING:
            self._tell(replace(status, keeping=Keeping.NOT_SAVED, reason="The disk does not answer.", mend="Go on."))

    def _look_at_lock(self) -> None:
        """Give a sign of life; say so once if another window has taken the session over."""
        if self._lock is None or self._status.keeping is Keeping.LOST:
            return
        self._lock.say_alive()
        if not self._lock.is_ours():
            self._tell(replace(self._status, keeping=Keeping.LOST))

    def _is_touched(self) -> bool:
        """Whether somebody took away, cut short or wrote over what was written."""
        return self._mark is not None and mark_of(self.path) != self._mark

    def _is_gone(self) -> bool:
        """Whether another disk stands where the file was, and the file does not."""
        return self._is_another_disk() and not self.path.exists()

    def _is_another_disk(self) -> bool:
        disk = disk_of(self.path.parent)
        return None not in (disk, self._disk) and disk != self._disk

    def _is_wanted(self) -> bool:
        return self._closing or self._asked > self._looked or (not self._is_kept and self._failures == 0)

    def _is_due(self) -> bool:
        return self._closing or self._resting() <= 0

    def _resting(self) -> float:
        """Seconds until the next value is written."""
        return 0.0 if self._waiting else self._rested - time.monotonic()

    def _pause(self) -> float | None:
        """Seconds until the next attempt; none to wait for something to happen."""
        if self._is_kept or not self._failures:
            return None if self._lock is None and self._newest is None else LOOK
        return self._back_off[min(self._failures, len(self._back_off)) - 1]

    def _tell(self, status: Status) -> None:
        self._status = status
        with suppress(Exception):  # whoever listens may be gone; the session still has to be kept
            self._report(status)

    def _keep(self, session: Session, base: bytes | None) -> tuple[Status, bytes | None]:
        """Write a value that goes back to `base`; how it stands then, and what later values go back to.

        Nothing escapes: the thread has to live.
        """
        before = self._status
        try:
            data = self._pieces.bytes_of(session)
            if self._is_gone():
                raise _disk_gone(before.path)
            if before.keeping is Keeping.LOST or (self._lock is not None and not self._lock.is_ours()):
                return self._kept_apart(data, base, lost=True), data
            there = _read(before.path)
            if there is None:  # somebody took it away: it comes back
                there = self._file
            elif there == data:
                self._file = data
            if there == data == self._file or there == base or is_remnant(there or b"", self._file):
                if there != data or not before.path.exists():
                    write_safely(before.path, data, over=there)
                self._file = data
                self._has_seen(before.path)
                return replace(before, keeping=Keeping.SAVED, moment=_now(), reason="", mend="", joined=None), data
            return self._join(data, session, base, there or b""), data
        except NotWritten as trouble:
            reason, mend = trouble.reason, trouble.mend
        except NotReadable as trouble:
            reason, mend = trouble.what, trouble.mend
        except OSError as error:
            reason, mend = in_plain_words(error)
        except Exception as error:  # noqa: BLE001 - a fault of ours must not end the keeping
            reason, mend = f"The program made a mistake ({type(error).__name__}).", "Export the session, and tell us."
        return replace(before, keeping=Keeping.NOT_SAVED, reason=reason, mend=mend), base

    def _has_seen(self, path: Path) -> None:
        """The file stands there as it was written."""
        self._mark, self._disk = mark_of(path), disk_of(path.parent)

    def _join(self, data: bytes, session: Session, base: bytes | None, there: bytes) -> Status:
        """Write a value together with what somebody else wrote; apart from it, where they cannot be joined."""
        status = self._status
        try:
            both = joined(base, data, session, there, self._deck)
        except (NotReadable, ValueError):
            if self._is_another_disk():
                raise _disk_gone(status.path) from None
            return self._kept_apart(data, base, lost=False)
        if both.data != there or not status.path.exists():
            write_safely(status.path, both.data, over=there)
        self._file = both.data
        self._has_seen(status.path)
        came = None if both.data == data else both
        return replace(status, keeping=Keeping.SAVED, moment=_now(), reason="", mend="", joined=came)

    def _kept_apart(self, data: bytes, base: bytes | None, *, lost: bool) -> Status:
        """Write a value into a copy beside the file, which is somebody else's now."""
        before = self._status
        if data == base and lost:
            return replace(before, keeping=Keeping.LOST)
        moment, path = _now(), before.path
        apart = before.conflict_with or path
        if before.conflict_with is None or not lost:
            path = _beside(apart, moment)
            write_safely(path, data, new=True)
        else:
            write_safely(path, data)
        self._file = data
        self._has_seen(path)
        keeping = Keeping.LOST if lost else Keeping.SAVED
        return Status(keeping, path, moment, conflict_with=apart)


def _disk_gone(path: Path) -> NotWritten:
    return NotWritten(path, "Its disk is gone.", "Put it back in, or choose another place.")


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _now() -> datetime:
    return datetime.now().astimezone()


def _beside(path: Path, now: datetime) -> Path:
    """The name of a conflict copy: the file's own, this machine's and the moment."""
    host = slug(platform.node() or os.environ.get("COMPUTERNAME", ""), "computer")[:20]
    return path.with_name(f"{path.stem}.conflict-{host}-{now:%Y%m%d-%H%M%S}{path.suffix}")
