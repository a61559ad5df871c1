"""The keeper of one session: it has the newest value on disk as soon as it can, and says how that stands.

It works on a thread of its own, so that nobody who types ever waits for a disk. Values that come while it writes are
coalesced: only the newest is written next. It never overwrites what somebody else has changed, and it never gives up.
"""

import hashlib
import os
import platform
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from innovate_tui.storage.bounded_toml import NotReadable
from innovate_tui.storage.locations import slug
from innovate_tui.storage.safe_write import NotWritten, sweep, write_safely
from innovate_tui.storage.session_text import session_bytes
from innovate_tui.workshop.deck import Deck
from innovate_tui.workshop.session import Session

BACK_OFF = (1.0, 2.0, 5.0, 10.0, 30.0)
"""Seconds until the next attempt after one, two, … that failed; a new value is tried at once."""


class Keeping(StrEnum):
    """How the newest value stands."""

    SAVED = "saved"
    SAVING = "saving"
    NOT_SAVED = "not-saved"


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


class Keeper:
    """Keeps one session in one file.

    `on_disk` are the bytes that were read from the file, or nothing where the file is yet to be made. `report` hears
    every `Status`, on the keeper's thread: it has to hand it over to its own. `save`, `flush` and `close` may be called
    from any thread and from signal handlers, and raise nothing.
    """

    def __init__(
        self,
        path: Path,
        deck: Deck,
        on_disk: bytes | None,
        report: Callable[[Status], None],
        *,
        back_off: tuple[float, ...] = BACK_OFF,
    ) -> None:
        self._deck = deck
        self._report = report
        self._back_off = back_off
        self._changed = threading.Condition()
        self._newest: Session | None = None
        self._written: Session | None = None
        self._failures = 0
        self._attempts = 0
        self._closing = False
        self._last = _hash(on_disk)
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

    def save(self, session: Session) -> None:
        """Take the newest value; it is written as soon as the disk allows, and this returns at once."""
        with self._changed:
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
            self._changed.notify_all()
            self._changed.wait_for(
                lambda: self._is_kept or self._closing or (self._attempts > attempts and self._failures > 0),
                timeout,
            )
            return self._is_kept

    def close(self, timeout: float = 5.0) -> bool:
        """Write what is not yet on disk and end the thread; whether everything is on disk."""
        kept = self.flush(timeout)
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        if threading.current_thread() is not self._thread:
            self._thread.join(timeout)
        return kept

    @property
    def _is_kept(self) -> bool:
        return self._newest is self._written

    def _run(self) -> None:
        sweep(self.path.parent, time.time())
        while True:
            with self._changed:
                self._changed.wait_for(self._is_due, self._pause())
                if self._closing:
                    return
                session = self._newest
                if session is None or self._is_kept:
                    continue
            self._tell(Status(Keeping.SAVING, self.path, self._status.moment, conflict_with=self._status.conflict_with))
            status = self._keep(session)
            with self._changed:
                self._attempts += 1
                if status.keeping is Keeping.SAVED:
                    self._written, self._failures = session, 0
                elif self._newest is session:
                    self._failures += 1
                self._status = status
                self._changed.notify_all()
            self._tell(status)

    def _is_due(self) -> bool:
        return self._closing or (not self._is_kept and self._failures == 0)

    def _pause(self) -> float | None:
        """Seconds until the next attempt; none to wait for something to happen."""
        if self._is_kept or not self._failures:
            return None
        return self._back_off[min(self._failures, len(self._back_off)) - 1]

    def _tell(self, status: Status) -> None:
        self._status = status
        with suppress(Exception):  # whoever listens may be gone; the session still has to be kept
            self._report(status)

    def _keep(self, session: Session) -> Status:
        """Write a value, and say how it stands. Nothing escapes: the thread has to live."""
        before = self._status
        path, conflict_with = before.path, before.conflict_with
        try:
            data = session_bytes(session, self._deck)
            found = _hash(_read(path))
            if found == _hash(data):
                self._last = found
                return Status(Keeping.SAVED, path, datetime.now().astimezone(), conflict_with=conflict_with)
            if found is not None and found != self._last:
                conflict_with = conflict_with or path
                path = _beside(conflict_with, datetime.now().astimezone())
                write_safely(path, data, new=True)
            else:
                write_safely(path, data)
            self._last = _hash(data)
            return Status(Keeping.SAVED, path, datetime.now().astimezone(), conflict_with=conflict_with)
        except NotWritten as trouble:
            reason, mend = trouble.reason, trouble.mend
        except NotReadable as trouble:
            reason, mend = trouble.what, trouble.mend
        except OSError as error:
            reason, mend = f"The file cannot be reached ({error.strerror or error}).", "Is its disk still there?"
        except Exception as error:  # noqa: BLE001 - a fault of ours must not end the keeping
            reason, mend = f"The program made a mistake ({type(error).__name__}).", "Export the session, and tell us."
        return Status(Keeping.NOT_SAVED, before.path, before.moment, reason, mend, before.conflict_with)


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _hash(data: bytes | None) -> bytes | None:
    return None if data is None else hashlib.sha256(data).digest()


def _beside(path: Path, now: datetime) -> Path:
    """The name of a conflict copy: the file's own, this machine's and the moment."""
    host = slug(platform.node() or os.environ.get("COMPUTERNAME", ""), "computer")[:20]
    return path.with_name(f"{path.stem}.conflict-{host}-{now:%Y%m%d-%H%M%S}{path.suffix}")
