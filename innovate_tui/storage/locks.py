"""Who has a session open: a small file beside it, so that a second laptop or window is told before both write.

The file says which process, on which machine, since when, and a random key; nothing of any person. A lock is stale
when its process is provably gone. One of another machine is never proved stale from here: how long ago it gave a sign
of life is said, and a person decides. Whoever loses a lock notices before the next save, and writes no more.
"""

import contextlib
import errno
import json
import os
import secrets
import time
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple

from innovate_tui.storage.processes import Process, is_gone, process_in, this_process
from innovate_tui.storage.safe_write import make_whole

SIGN_OF_LIFE = timedelta(minutes=1)
"""How often the one that holds a lock says so."""
IN_THE_MAKING = (0.01, 0.04)
"""Seconds for which whoever makes a lock is given time to write into it."""
_LARGEST = 4096


class Holder(NamedTuple):
    """Who holds a lock."""

    process: Process
    key: str
    since: datetime
    alive: datetime
    """Its last sign of life, by the clock of whoever gave it."""

    @property
    def is_here(self) -> bool:
        """Whether it is another window on this machine."""
        return self.process.is_of_this_machine


class Hold(StrEnum):
    """How it stands with a lock that was asked for."""

    OURS = "ours"
    HELD = "held"
    """Somebody else has the session open."""
    NONE = "none"
    """The folder takes no lock: it is read-only, full or gone."""


class Lock:
    """The lock on one session's file, asked for by this window."""

    def __init__(self, session: Path) -> None:
        self._path = lock_path(session)
        self._key = secrets.token_hex(8)
        self._since = datetime.now(UTC)
        self._said = self._since

    def take(self) -> Hold:
        """Take it if nobody has it, or if whoever had it is provably gone."""
        for _ in range(3):
            try:
                make_whole(self._path, self._said_by_us())
            except FileExistsError:
                holder = self._holder()
                if holder is not None and holder.key == self._key:
                    return Hold.OURS
                if holder is not None and not is_gone(holder.process):
                    return Hold.HELD
                if not self._break(holder):
                    return Hold.NONE
            except OSError:
                return Hold.NONE
            else:
                return Hold.OURS
        return Hold.HELD

    def take_over(self) -> Hold:
        """Take it whoever has it: they notice, and write no more."""
        fresh = self._path.with_name(f"{self._path.name}-{self._key}")
        try:
            make_whole(fresh, self._said_by_us())
            os.replace(fresh, self._path)  # noqa: PTH105 - a system call, for faults to be injected
        except OSError:
            with contextlib.suppress(OSError):
                fresh.unlink()
            return Hold.NONE
        return Hold.OURS

    def is_ours(self) -> bool:
        """Whether it is still ours. One that somebody took away by hand is taken again.

        One that cannot be read just now has not been lost: a disk that fails says nothing of another window.
        """
        try:
            holder = _read(self._path)
        except FileNotFoundError:
            return self.take() is not Hold.HELD
        except OSError as error:
            return error.errno != errno.ELOOP
        return holder is not None and holder.key == self._key

    def say_alive(self, now: datetime | None = None) -> None:
        """Give a sign of life, if it is time for one and the lock is ours."""
        moment = now or datetime.now(UTC)
        if abs(moment - self._said) < SIGN_OF_LIFE or not self.is_ours():
            return
        self._said = moment
        self.take_over()

    def let_go(self) -> None:
        """Take it away, if it is ours."""
        holder = holder_of(self._path)
        if holder is not None and holder.key == self._key:
            with contextlib.suppress(OSError):
                self._path.unlink()

    def _said_by_us(self) -> bytes:
        plain = {
            **this_process().plain(),
            "key": self._key,
            "since": self._since.isoformat(),
            "alive": self._said.isoformat(),
        }
        return json.dumps(plain).encode("ascii")

    def _holder(self) -> Holder | None:
        """Who holds it. One that says nothing may be in the making, where no file can be made whole: look again."""
        for wait in (*IN_THE_MAKING, None):
            holder = holder_of(self._path)
            if holder is not None or wait is None or not _is_empty(self._path):
                return holder
            time.sleep(wait)
        return None

    def _break(self, stale: Holder | None) -> bool:
        """Take a stale lock away; whether it is gone. What somebody else took meanwhile is put back."""
        aside = self._path.with_name(f"{self._path.name}-{secrets.token_hex(4)}")
        try:
            os.rename(self._path, aside)  # noqa: PTH104 - as above
        except FileNotFoundError:
            return True
        except OSError:
            return False
        found = holder_of(aside)
        if found is not None and (stale is None or found.key != stale.key):
            with contextlib.suppress(OSError):
                os.link(aside, self._path)
        with contextlib.suppress(OSError):
            aside.unlink()
        return True


def lock_path(session: Path) -> Path:
    """The lock of a session's file, beside it; hidden where names with a dot are."""
    real = Path(os.path.realpath(session))
    return real.with_name(f".{real.name}.lock")


def _is_empty(path: Path) -> bool:
    try:
        return path.lstat().st_size == 0
    except OSError:
        return False


def holder_of(path: Path) -> Holder | None:
    """Who holds the lock in a file; none where there is none, or where it says nothing that can be understood."""
    try:
        return _read(path)
    except OSError:
        return None


def _read(path: Path) -> Holder | None:
    """The same; raises `OSError` where the file cannot be read."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    try:
        plain = json.loads(os.read(handle, _LARGEST))
    except (ValueError, RecursionError):
        return None
    finally:
        with contextlib.suppress(OSError):
            os.close(handle)
    return _holder_in(plain) if isinstance(plain, dict) else None


def _holder_in(plain: Mapping[str, Any]) -> Holder | None:
    process, key = process_in(plain), plain.get("key")
    try:
        since, alive = (datetime.fromisoformat(str(plain.get(each))) for each in ("since", "alive"))
    except ValueError:
        return None
    if process is None or not isinstance(key, str) or since.tzinfo is None or alive.tzinfo is None:
        return None
    return Holder(process, key, since, alive)
