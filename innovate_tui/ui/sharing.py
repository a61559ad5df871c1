"""What the app does about other windows and laptops: locks, copies that stand beside a session, another folder.

Only apps use it. Storage is imported where it is needed; whatever cannot be done is a `NotBegun` with a sentence.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from innovate_tui.ui.desk import NotBegun, as_an_answer
from innovate_tui.ui.minting import now

if TYPE_CHECKING:  # for the type checker alone
    from innovate_tui.storage.joining import Joined
    from innovate_tui.storage.keeper import Status
    from innovate_tui.storage.locks import Holder, Lock
    from innovate_tui.storage.session_file import OpenFile
    from innovate_tui.workshop.deck import Deck
    from innovate_tui.workshop.session import Session

READ_ONLY = "You are only reading: another window writes this session. q leaves."
TAKEN_OVER = "! Another window has this session now. Nothing is written here; q leaves."
TYPED_ON = "! Another window has this session now. What you type goes into a copy."
NO_LOCK = "This folder takes no files. What you change, ctrl+s saves elsewhere."
LONGEST_HOST = 20
"""Characters of the name of a machine that are shown."""
NOTHING_NEW = "The other copy has nothing that is not here."


def taken_over(status: Status) -> str:
    """What is said where another window has taken the session over, and where the last words went."""
    if status.conflict_with is None:
        return TAKEN_OVER
    return "! Another window has this session now. Your last words: a copy beside it."


def apart(status: Status) -> str:
    """That the work goes on in a copy, where another program wrote something else over its file."""
    there = status.conflict_with.name if status.conflict_with is not None else ""
    return f"Your work is in {status.path.name} now: another program wrote over {there}"


class Locking:
    """The lock on the session that is open, or about to be."""

    def __init__(self) -> None:
        self._path: Path | None = None
        self._lock: Lock | None = None

    def has(self, path: Path) -> bool:
        """Whether it was already settled who writes the session in a file."""
        return self._path == path

    def ask_for(self, path: Path) -> Holder | None:
        """Take the lock on a file, or say who has it. Where a folder takes no lock nobody has it."""
        from innovate_tui.storage.locks import Hold, Lock, holder_of, lock_path

        self.let_go()
        lock = Lock(path)
        hold = lock.take()
        if hold is Hold.HELD and (holder := holder_of(lock_path(path))) is not None:
            return holder
        self._path, self._lock = path, lock if hold is Hold.OURS else None
        return None

    def take_over(self, path: Path) -> None:
        """Take the lock whoever has it."""
        from innovate_tui.storage.locks import Hold, Lock

        lock = Lock(path)
        self._path, self._lock = path, lock if lock.take_over() is Hold.OURS else None

    @property
    def none_can_be_made(self) -> bool:
        """Whether the folder takes no lock."""
        return self._path is not None and self._lock is None

    def hand_over(self, path: Path) -> Lock | None:
        """The lock on a file, for its keeper, who lets go of it."""
        if not self.has(path):
            self.ask_for(path)
        lock, self._path, self._lock = self._lock, None, None
        return lock

    def let_go(self) -> None:
        """Let go of a lock that nobody took."""
        if self._lock is not None:
            self._lock.let_go()
        self._path, self._lock = None, None


def said_of(holder: Holder) -> str:
    """Who has a session open, in a sentence; nothing of a person is known."""
    from innovate_tui.workshop.spelling import ago
    from innovate_tui.workshop.spoken import one_line

    moment = now()
    since = ago(holder.since.astimezone(), moment)
    if holder.is_here:
        return f"It is open in another window on this computer. Opened: {since[0].lower()}{since[1:]}."
    alive = ago(holder.alive.astimezone(), moment)
    return (
        f"It is open on another computer, {one_line(holder.process.host)[:40]}. "
        f"Last sign of life: {alive[0].lower()}{alive[1:]}."
    )


def copies_beside(opened: OpenFile) -> tuple[Path, ...]:
    """The other copies of a session in its folder."""
    from innovate_tui.storage.joining import copies_of

    return copies_of(opened.path, opened.session.id)


def original_beside(opened: OpenFile) -> Path | None:
    """The file in its folder that a session is a second copy of; none where that does not read."""
    from innovate_tui.storage.bounded_toml import NotReadable, read_bytes
    from innovate_tui.storage.joining import original_of
    from innovate_tui.storage.session_reading import read_session

    original = original_of(opened.path, opened.session.id)
    if original is None:
        return None
    try:
        read_session(read_bytes(original), opened.deck)
    except (OSError, NotReadable):
        return None
    return original


def copy_in_short(opened: OpenFile) -> str:
    """That there is a second copy of a session, from which machine and when, or that this is the copy; else nothing."""
    from innovate_tui.storage.joining import maker_of
    from innovate_tui.storage.listing import changed_at
    from innovate_tui.workshop.spelling import lately
    from innovate_tui.workshop.spoken import one_line

    copies = copies_beside(opened)
    if not copies:
        original = original_beside(opened)
        return f"The second copy of {original.name}" if original else ""
    try:
        when = lately(changed_at(copies[0]).astimezone(), now())
    except OSError:
        return ""
    host = one_line(maker_of(copies[0], opened.path))[:LONGEST_HOST]
    what = "With a second copy" if len(copies) == 1 else f"With {len(copies)} other copies, the last"
    return ", ".join(part for part in (what, f"from {host}" if host else "", when) if part)


def brought_together(opened: OpenFile, copies: tuple[Path, ...]) -> tuple[Session, int, int]:
    """The session with all that its copies have, how much that is, and how many clashes. Raises `NotBegun`."""
    from innovate_tui.storage.ancestry import ancestor_in
    from innovate_tui.storage.bounded_toml import read_bytes
    from innovate_tui.storage.joining import joined
    from innovate_tui.storage.locations import state_folder
    from innovate_tui.storage.session_text import session_bytes

    session, taken, clashes = opened.session, 0, 0
    with as_an_answer("A copy cannot be read"):
        mine = session_bytes(session, opened.deck)
        for path in copies:
            data, theirs = session_bytes(session, opened.deck), read_bytes(path)
            # where it is not known what both go back to nothing is taken for gone: what either has stays
            base = ancestor_in(state_folder(session.id), mine, theirs)
            both = joined(base, data, session, theirs, opened.deck)
            session, taken, clashes = both.session, taken + both.taken, clashes + both.clashes
    return session, taken, clashes


def into_the_bin(copies: tuple[Path, ...], session: str) -> None:
    """Put copies away that have been brought in. Raises `NotBegun`; what went before that is in the bin."""
    from innovate_tui.storage.bin import put_in
    from innovate_tui.storage.locations import state_folder

    with as_an_answer("A copy cannot be put into the bin"):
        for path in copies:
            put_in(path, state_folder(session), now())


def with_what_came(came: Joined, session: Session, deck: Deck) -> Session:
    """The session as it is now with what came in from another laptop."""
    from innovate_tui.storage.joining import taken_in

    both = taken_in(came, session, deck)
    return replace(both, spent=session.spent)  # minutes are this laptop's own


def came_in(taken: int, clashes: int) -> str:
    """What came in, in a sentence."""
    from innovate_tui.workshop.wording import count

    came = f"{count(taken, 'change')} made elsewhere {'was' if taken == 1 else 'were'} brought in." if taken else ""
    both = "One clash: both kept, ! settles it." if clashes == 1 else f"{clashes} clashes: all kept, ! settles them."
    return " ".join(each for each in (came, both if clashes else "") if each) or NOTHING_NEW


def place_in(folder: str, path: Path) -> Path:
    """A free path for a session's file in another folder, which is made if need be. Raises `NotBegun`."""
    from innovate_tui.storage.locations import free_path, make_private

    into = Path(os.path.expanduser(folder.strip()))  # noqa: PTH111 - Path's own raises for a user nobody knows
    if not folder.strip() or not into.is_absolute():
        raise NotBegun("A folder needs a whole path, such as the one that stood there.")
    with as_an_answer("The folder cannot be made", "Choose another."):
        make_private(into)
    return free_path(into, path.stem, ".toml")


def other_folder(path: Path) -> str:
    """A folder to save in that is not the one of a file: that of all sessions, else the user's own, else none."""
    from innovate_tui.storage.locations import sessions_folder

    places = (sessions_folder(), Path.home() / "Innovate", Path.home(), Path.cwd())
    return str(next((each for each in places if each != path.parent and _takes_files(each)), ""))


def _takes_files(folder: Path) -> bool:
    """Whether it may be written in, or made, as far as the system tells beforehand."""
    there = next((each for each in (folder, *folder.parents) if each.exists()), folder)
    return os.access(there, os.W_OK)
