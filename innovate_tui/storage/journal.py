"""The journal of one run of the program: what happens to a session, written down as it happens, on this machine alone.

One file a run, in the session's state folder, only ever added to: a record is its length, a checksum and JSON. A
record goes to the system in one call before the screen is painted, so that a killed program loses nothing that was
seen; a thread brings it to the disk itself within a quarter of a second, for a power cut. Reading stops at the first
record that is not whole: a torn end is ordinary.

A journal that cannot be written never stops anybody from typing. It says so once, and tries no more.
"""

import contextlib
import errno
import json
import os
import secrets
import struct
import threading
import zlib
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from innovate_tui.storage.locations import make_private
from innovate_tui.storage.processes import Process, is_gone, process_in, this_process
from innovate_tui.storage.safe_write import folder_to_disk
from innovate_tui.storage.session_reading import read_session
from innovate_tui.workshop.deck import Deck
from innovate_tui.workshop.events import Event, after, from_plain, to_plain
from innovate_tui.workshop.history import History
from innovate_tui.workshop.refusal import Refused

FORMAT = 1
ENDING = ".journal"
FORCE_EVERY = 0.25
"""Seconds after which what was written is on the disk itself."""
COMPACT_AT = 1 << 20
"""Bytes after which the journal begins anew, with the session as it is then."""
LARGEST_RECORD = 8 << 20
"""Bytes; no record of ours is that long, so a longer one is no record."""
LARGEST = 64 << 20
"""Bytes of a journal that are read at all."""
HEAD = 16_384
"""Bytes in which the first record stands: the path of a file is no longer."""
_HEAD = struct.Struct("<II")


class Opening(NamedTuple):
    """What a journal begins with: whose it is, and what it starts from."""

    session: str
    """The session's id."""
    path: str
    """Its file."""
    base: str
    """The SHA-256 of the file's bytes when the session was opened; empty for one that had no file yet."""
    moment: datetime
    writer: Process
    changes: int = 0
    """How many changes went before, in a journal that this one goes on from."""
    ahead: int = 0
    """How many of them the file did not have yet."""


class Stood(NamedTuple):
    """The whole session at a moment, where what happened before does not lead to it."""

    toml: bytes
    words: str = ""
    """What the step was that led to it, as a clause; nothing where it was none."""


class Found(NamedTuple):
    """A journal as it was read."""

    path: Path
    opening: Opening
    toml: bytes
    """The session that it starts from."""
    events: tuple[Event | Stood, ...]


class Journal:
    """The journal of the session that is open. Call it from one thread; its own only waits for disks."""

    def __init__(self, folder: Path, opening: Opening, toml: bytes, tell: Callable[[str], None]) -> None:
        """Begin it. `tell` is given a sentence, once, should the journal not be kept."""
        self._folder, self._opening, self._tell = folder, opening, tell
        self._handle: int | None = None
        self._path = folder
        self._size = 0
        self._in_folder = False
        """Whether the folder is known to know of the file, after a power cut too."""
        self.changes = opening.changes
        self._next: _Next | None = None
        self._dirty = threading.Event()
        self._ended = threading.Event()
        self._guard = threading.Lock()
        with self._said_if_not_kept():
            self._handle, self._path, self._size = _begun(folder, opening, toml)
        self._thread = threading.Thread(target=self._force, name="journal", daemon=True)
        self._thread.start()

    @property
    def path(self) -> Path:
        """Its file."""
        return self._path

    @property
    def kept(self) -> bool:
        """Whether it is being written."""
        return self._handle is not None

    def write(self, event: Event | Stood, changes: int = 1) -> None:
        """Write down what has just happened. Returns once the system has it; never raises.

        `changes` is how many changes it was for those who made it: typing on in a field is none.
        """
        self.changes += changes
        with self._said_if_not_kept():
            if self._handle is None:
                return
            record = _framed(_plain(event))
            _write_whole(self._handle, record)
            self._size += len(record)
            if self._next is not None:
                self._next.since.append(record)
                self._take_over()
            self._dirty.set()

    @property
    def wants_to_begin_anew(self) -> bool:
        """Whether it has grown so long that `begin_anew` is worth its while."""
        return self._size > COMPACT_AT and self._next is None and self.kept

    def begin_anew(self, toml: Callable[[], bytes]) -> None:
        """Go on in a new file that starts from the session as it is now, made by `toml` on a thread of its own.

        Whatever happens meanwhile is written to both files, so that at each moment one of them says everything.
        """
        self._next = following = _Next()
        opening = self._opening._replace(changes=self.changes, moment=datetime.now().astimezone())

        def prepare() -> None:
            with contextlib.suppress(Exception):  # the old journal is whole, and goes on
                begun = _begun(self._folder, opening, toml())
                os.fsync(begun[0])
                folder_to_disk(self._folder)
                following.begun = begun
            following.ready.set()

        threading.Thread(target=prepare, name="journal anew", daemon=True).start()

    def _take_over(self) -> None:
        """Leave the old file for the new one, if that is ready."""
        assert self._next is not None
        if not self._next.ready.is_set():
            return
        following, self._next = self._next, None
        if following.begun is None:
            self._size = 0  # it could not be; try again in a while
            return
        handle, path, size = following.begun
        rest = b"".join(following.since)
        _write_whole(handle, rest)
        os.fsync(handle)
        with self._guard:
            old, old_path = self._handle, self._path
            self._handle, self._path, self._size = handle, path, size + len(rest)
            if old is not None:
                os.close(old)
        old_path.unlink(missing_ok=True)

    def force(self) -> None:
        """Bring everything to the disk now."""
        self._dirty.clear()
        with self._guard, contextlib.suppress(OSError):
            if self._handle is not None:
                os.fsync(self._handle)
                if not self._in_folder:
                    folder_to_disk(self._folder)
                    self._in_folder = True

    def close(self, *, done: bool) -> None:
        """Write no more. With `done`, everything is on disk elsewhere and the journal is taken away."""
        self._ended.set()
        self._dirty.set()
        self._thread.join(0.5)
        self.force()
        if self._next is not None and self._next.ready.wait(0.5) and self._next.begun is not None:
            with contextlib.suppress(OSError):
                os.close(self._next.begun[0])
                self._next.begun[1].unlink()
        self._next = None
        with self._guard, contextlib.suppress(OSError):
            if self._handle is not None:
                os.close(self._handle)
                self._handle = None
                if not done:
                    _LEFT.add(self._path)
        if done:
            self.drop()

    def drop(self) -> None:
        """Take its file away, one that could not be written to its end too: everything in it is on disk elsewhere."""
        with self._guard, contextlib.suppress(OSError):
            if self._handle is None and self._path != self._folder:
                self._path.unlink(missing_ok=True)

    def _force(self) -> None:
        while not self._ended.is_set():
            self._dirty.wait()
            if self._ended.wait(FORCE_EVERY):
                return
            self.force()

    @contextlib.contextmanager
    def _said_if_not_kept(self) -> Iterator[None]:
        """Go on without a journal, and say so once, if it cannot be written."""
        try:
            yield
        except (OSError, ValueError) as error:
            full = isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT)
            reason = "its disk is full" if full else "nothing can be written"
            with self._guard, contextlib.suppress(OSError):
                if self._handle is not None:
                    os.close(self._handle)
                self._handle = None
            self._tell(f"! This laptop keeps no second copy: {reason}. The file is saved as ever.")


class _Next:
    """A new journal in the making, and what happened since it was begun."""

    def __init__(self) -> None:
        self.begun: tuple[int, Path, int] | None = None
        self.since: list[bytes] = []
        self.ready = threading.Event()


_LEFT: set[Path] = set()
"""Journals that this process has closed and left lying: it writes them no more, as if it were gone."""


def opening_of(session: str, path: Path, base: str) -> Opening:
    """The beginning of a journal of this process, now."""
    return Opening(session, str(path), base, datetime.now().astimezone(), this_process())


def left_behind(folder: Path) -> tuple[Found, ...]:
    """The journals in a session's state folder that are provably written no more, the oldest first."""
    found = []
    with contextlib.suppress(OSError):
        for path in folder.iterdir():
            if path.name.endswith(ENDING) and path.is_file() and not path.is_symlink():
                journal = read_journal(path)
                if journal is not None and is_idle(path, journal.opening):
                    found.append(journal)
    return tuple(sorted(found, key=lambda each: each.opening.moment))


def is_idle(path: Path, opening: Opening) -> bool:
    """Whether a journal is provably written no more."""
    return path in _LEFT or is_gone(opening.writer)


def opening_of_file(path: Path) -> Opening | None:
    """What a journal begins with, and no more of it; none where that is not whole. Never raises."""
    try:
        with path.open("rb") as file:
            return _opening_in(next(_records(file.read(HEAD))))
    except (OSError, StopIteration, ValueError):
        return None


def read_journal(path: Path) -> Found | None:
    """A journal as far as it is whole; none where not even its beginning is. Never raises."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST)
    except OSError:
        return None
    records = _records(data)
    try:
        head = next(records)
        opening = _opening_in(head)
        toml = next(records)["toml"].encode("utf-8")
    except (StopIteration, KeyError, AttributeError, ValueError, TypeError):
        return None
    events: list[Event | Stood] = []
    for record in records:
        try:
            events.append(_stood_in(record) or from_plain(record))
        except (ValueError, TypeError, KeyError):
            break  # of a later version, or damaged in a way that the checksum does not see: nothing after it is sure
    return Found(path, opening, toml, tuple(events))


def replay(found: Found, deck: Deck) -> History:
    """The session of a journal with all that happened to it. Raises `NotReadable` where it starts from none."""
    *_, last = states(found, deck)
    return last


def states(found: Found, deck: Deck) -> Iterator[History]:
    """The session that a journal starts from, then as it was after each of its events. Raises `NotReadable`."""
    history = History(read_session(found.toml, deck, str(found.path)).session)
    yield history
    for event in found.events:
        with contextlib.suppress(Refused):  # a deck that has changed since may refuse what the one then took
            if isinstance(event, Stood):
                session = read_session(event.toml, deck, str(found.path)).session
                history = history.become(session, event.words) if event.words else History(session)
            else:
                history = after(history, event, deck)
        yield history


def _begun(folder: Path, opening: Opening, toml: bytes) -> tuple[int, Path, int]:
    """A new journal file with its beginning: its handle, its path, its size. Raises `OSError`."""
    make_private(folder)
    path = folder / f"{opening.writer.number}-{secrets.token_hex(4)}{ENDING}"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND
    flags |= getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    handle = os.open(path, flags, 0o600)
    try:
        head = {
            "format": FORMAT,
            "session": opening.session,
            "path": opening.path,
            "base": opening.base,
            "moment": opening.moment,
            "changes": opening.changes,
            **({"ahead": opening.ahead} if opening.ahead else {}),
            **opening.writer.plain(),
        }
        data = _framed(head) + _framed({"toml": toml.decode("utf-8")})
        _write_whole(handle, data)
    except BaseException:
        os.close(handle)
        with contextlib.suppress(OSError):
            path.unlink()
        raise
    return handle, path, len(data)


def _opening_in(head: Mapping[str, Any]) -> Opening:
    """The opening in a first record. Raises `ValueError` where it is none of ours."""
    writer = process_in(head)
    session, path, base, moment = (head.get(key) for key in ("session", "path", "base", "moment"))
    texts = isinstance(session, str) and isinstance(path, str) and isinstance(base, str)
    changes, ahead = (number if type(number := head.get(key)) is int else 0 for key in ("changes", "ahead"))
    if head.get("format") != FORMAT or writer is None or not texts or not isinstance(moment, datetime):
        raise ValueError("no journal of this program")
    return Opening(str(session), str(path), str(base), moment, writer, changes, ahead)


def _plain(event: Event | Stood) -> dict[str, Any]:
    if isinstance(event, Stood):
        return {"toml": event.toml.decode("utf-8"), "words": event.words}
    return to_plain(event)


def _stood_in(record: Mapping[str, Any]) -> Stood | None:
    toml, words = record.get("toml"), record.get("words")
    return Stood(toml.encode("utf-8"), words) if isinstance(toml, str) and isinstance(words, str) else None


def _framed(plain: Mapping[str, Any]) -> bytes:
    """A record with its length and its checksum."""
    words = json.dumps(plain, ensure_ascii=False, separators=(",", ":"), default=_as_words)
    body = words.encode("utf-8", "surrogatepass")
    return _HEAD.pack(len(body), zlib.crc32(body)) + body


def _records(data: bytes) -> Iterator[dict[str, Any]]:
    """The records that are whole, up to the first that is not."""
    at = 0
    while at + _HEAD.size <= len(data):
        length, checksum = _HEAD.unpack_from(data, at)
        body = data[at + _HEAD.size : at + _HEAD.size + length]
        if length > LARGEST_RECORD or len(body) < length or zlib.crc32(body) != checksum:
            return
        try:
            record = json.loads(body, object_hook=_as_moments)
        except (ValueError, RecursionError):
            return
        if not isinstance(record, dict):
            return
        yield record
        at += _HEAD.size + length


def _as_words(value: object) -> dict[str, str]:
    """A moment or a day, for JSON."""
    if isinstance(value, datetime):
        return {"moment": value.isoformat()}
    if isinstance(value, date):
        return {"day": value.isoformat()}
    raise TypeError(f"{type(value).__name__} cannot stand in a journal")


def _as_moments(value: dict[str, Any]) -> object:
    """A moment or a day, from JSON."""
    if len(value) == 1:
        if isinstance(value.get("moment"), str):
            return datetime.fromisoformat(value["moment"])
        if isinstance(value.get("day"), str):
            return date.fromisoformat(value["day"])
    return value


def _write_whole(handle: int, data: bytes) -> None:
    """All of it: a system may take less at a time."""
    left = memoryview(data)
    while left:
        left = left[os.write(handle, left) :]
