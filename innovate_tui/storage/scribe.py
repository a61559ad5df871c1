"""The scribe of the session that is open: writes its journal in the same turn in which something happens, and now and
then, on the keeper's thread, keeps what was saved as a version.

A history that is replayed begins with nothing to undo, whereas the one of the screens goes further back than a journal
that was begun anew. So the scribe knows how many steps lie before its journal: where an undo or a redo leads there, it
writes the whole session down and not the event.
"""

import contextlib
import hashlib
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from innovate_tui.storage.bounded_toml import NotReadable, decoded
from innovate_tui.storage.journal import Journal, Opening, Stood, opening_of
from innovate_tui.storage.session_text import Seal, seal_of, session_bytes
from innovate_tui.storage.versions import APART, Version, keep_version, name_next, versions
from innovate_tui.storage.whereabouts import remember
from innovate_tui.workshop.deck import Deck
from innovate_tui.workshop.events import Became, Event, Redid, Undid, changes_in
from innovate_tui.workshop.history import History
from innovate_tui.workshop.session import Session
from innovate_tui.workshop.wording import change

TRY_AGAIN = 20.0
"""Seconds after which a journal that could not be written is begun anew, at the next change."""


class Scribe:
    """Writes down what happens to one session. It never raises, and stops nobody from typing."""

    def __init__(
        self,
        folder: Path,
        history: History,
        deck: Deck,
        path: Path,
        *,
        data: bytes | None,
        changes: int = 0,
        ahead: int = 0,
        tell: Callable[[str], None],
    ) -> None:
        """Begin a journal in the session's state folder.

        `data` are the bytes of its file, if it has one; `changes` were made before, and `ahead` of them, which a crash
        would have taken, are not in it.
        """
        self._deck, self._path, self._tell = deck, path, tell
        self._history = history
        self._before = len(history.past)
        self._undone = 0
        self._folder = folder
        self._opened = None if ahead else data
        """The file as it was opened, until it is kept as a version."""
        self._started = history.now
        self._opened_at, self._kept_at = datetime.now(UTC), datetime.min.replace(tzinfo=UTC)
        self._began_with = changes
        self._version: Version | None = None
        """The newest version, as long as it is not written beside it what was done next."""
        self._next = ""
        """What was done next, as a clause."""
        self._saved_as: Path | None = None
        toml = data if data is not None and not ahead else session_bytes(history.now, deck)
        base = "" if data is None else hashlib.sha256(data).hexdigest()
        opening = opening_of(history.now.id, path, base)._replace(changes=changes, ahead=ahead)
        self.journal = Journal(folder, opening, toml, tell)
        self._try_at = time.monotonic() + TRY_AGAIN

    @property
    def kept(self) -> bool:
        """Whether what happens is written down on this machine, besides the file."""
        return self.journal.kept

    @property
    def changes(self) -> int:
        """How many changes have been made, those before this run included as far as they are known."""
        return self.journal.changes

    def write(self, event: Event | Became, history: History) -> None:
        """Write down what has just happened, and how the history is now."""
        changes = changes_in(event, self._history, history)
        if changes and not self._next:
            self._next = self._words_of(event, history)
        self._history = history
        if isinstance(event, Became):
            self.journal.write(Stood(session_bytes(event.session, self._deck), event.words), changes)
            self._undone = 0
        elif self._leads_before(event, history):
            self.journal.write(Stood(session_bytes(history.now, self._deck)), changes)
            self._before, self._undone = len(history.past), 0
        else:
            self.journal.write(event, changes)
            self._undone += isinstance(event, Undid) - isinstance(event, Redid)
        if self.journal.wants_to_begin_anew:
            now = history.now
            self.journal.begin_anew(lambda: session_bytes(now, self._deck))
            self._before, self._undone = len(history.past), 0
        elif not self.kept and time.monotonic() >= self._try_at:
            self._try_again()

    def _try_again(self) -> None:
        """Go on in a new journal where the old one could not be written any more; where that cannot be, say nothing."""
        self._try_at = time.monotonic() + TRY_AGAIN
        fresh = Journal(self._folder, self._opening(), session_bytes(self._history.now, self._deck), lambda words: None)
        if not fresh.kept:
            fresh.close(done=True)
            return
        old, self.journal = self.journal, fresh
        self._before, self._undone = len(self._history.past), 0
        old.close(done=True)
        self._tell("This laptop keeps a second copy again of what you type.")

    def _opening(self) -> Opening:
        """The beginning of a journal that starts from how it is now."""
        return opening_of(self._history.now.id, self._path, "")._replace(changes=self.journal.changes)

    def start_over(self, history: History) -> None:
        """Go on from this history, and leave nothing of what went before in any journal or version to come."""
        old = self.journal
        self._opened, self._version, self._next = None, None, ""
        self._history, self._before, self._undone = history, len(history.past), 0
        self.journal = Journal(self._folder, self._opening(), session_bytes(history.now, self._deck), self._tell)
        old.close(done=True)

    def saved(self, path: Path, data: bytes | None = None) -> None:
        """The file has been written: keep a version of it, if it is time. For the keeper's thread; never raises.

        `data` is what was written there.
        """
        self._saved_as = path
        if data is not None:
            remember(self._folder, self._started.id, path, data)
        if not self.kept:
            self.journal.drop()  # it ends before what the file has, and would be taken for what the file lacks
        with contextlib.suppress(OSError):
            moment = datetime.now(UTC)
            if self._opened is not None:
                opened, self._opened = as_version(self._opened, self._started, self._deck), None
                kept = keep_version(self._folder, opened, self._began_with, self._opened_at, soon=True)
                self._version, self._kept_at = kept or next(iter(versions(self._folder)), None), moment
            if self._version is not None and self._next:
                name_next(self._version, self._next)
                self._version = None
            if not timedelta() <= moment - self._kept_at < APART:
                kept = keep_version(self._folder, path.read_bytes(), self.changes, moment, soon=True)
                self._version, self._next, self._kept_at = kept, "", moment

    def close(self, *, done: bool) -> None:
        """Write no more. With `done`, everything is on disk elsewhere and the journal goes.

        What was reached is kept as a version then, so that each sitting leaves one.
        """
        if done and self._saved_as is not None:
            with contextlib.suppress(OSError):
                data = self._saved_as.read_bytes()
                keep_version(self._folder, data, self.changes, datetime.now(UTC), soon=True)
        self.journal.close(done=done)

    def _words_of(self, event: Event | Became, history: History) -> str:
        """What has just happened, as a clause."""
        undone = isinstance(event, Undid)
        steps = history.future if undone else history.past
        if not steps:
            return ""
        words = change(steps[-1].edit, steps[-1].before, steps[-1].after, self._deck)
        return f"undoing: {words}" if undone else words

    def _leads_before(self, event: Event, history: History) -> bool:
        """Whether a replay of the journal would not come to this history by this event."""
        return len(history.past) < self._before or (isinstance(event, Redid) and not self._undone)


def as_version(data: bytes, session: Session, deck: Deck) -> bytes:
    """The bytes of a file to keep as a version: made anew where its last line does not vouch for them."""
    try:
        right = seal_of(decoded(data, "")) is Seal.RIGHT
    except NotReadable:
        right = False
    return data if right else session_bytes(session, deck)
