"""What this machine has of sessions whose file is gone or does not read: found, told in words, and written as a file.

Only apps use it. Storage is imported where it is needed; whatever cannot be done is a `NotBegun` with a sentence, and
then nothing has been taken away.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from innovate_tui.ui.desk import NotBegun, as_an_answer
from innovate_tui.ui.minting import mint, now

if TYPE_CHECKING:  # for the type checker alone
    from innovate_tui.storage.deck_files import Content
    from innovate_tui.storage.listing import Listed
    from innovate_tui.storage.salvage import Salvage
    from innovate_tui.storage.session_file import OpenFile

JOURNAL = ".journal"
"""What a session without a file is known by ends like this."""

WAITS = "Recovered work waits"


@dataclass(frozen=True)
class Rescue:
    """The newest there is of a session, as a whole file."""

    when: str
    """When it was like that, in words."""
    data: bytes
    words: str
    """Its title, which its file is named after."""
    changes: int
    """How many changes are in it that only a journal has; 0 for a version."""
    journals: tuple[Path, ...] = ()
    """They go once it is a file."""


def waits(opened: OpenFile) -> bool:
    """Whether there is more of a session than its file has."""
    from innovate_tui.storage.locations import state_folder
    from innovate_tui.storage.recovery import work_waits

    return work_waits(state_folder(opened.session.id), opened.path, opened.session, opened.deck)


def without_file(folder: Path) -> tuple[Listed, ...]:
    """Sessions whose file is gone, such as with a stick, or is elsewhere and may lack work; known by their journals.

    What is in the bin is not gone.
    """
    from innovate_tui.storage.locations import state_folders

    if not any(state_folders().glob(f"*/*{JOURNAL}")):
        return ()
    from innovate_tui.storage.bin import in_bins
    from innovate_tui.storage.journal import read_journal
    from innovate_tui.storage.listing import listed_in, recent_sessions
    from innovate_tui.storage.recovery import stranded

    gone = stranded(state_folders(), folder)
    if not gone:
        return ()
    binned = {str(each.came_from) for each in in_bins(state_folders())}
    there = {each.id for each in recent_sessions(folder)}
    found = []
    for each in gone:
        journal = read_journal(each.path)
        if journal is None or each.opening.path in binned or each.opening.session in there:
            continue
        head = listed_in(journal.toml, each.path, each.opening.moment)
        if head is not None:
            found.append(head)
    return tuple(found)


def where_it_was(journal: Path) -> Path:
    """The file that a session without one had. Raises `NotBegun` where it cannot be said any more."""
    from innovate_tui.storage.journal import opening_of_file

    opening = opening_of_file(journal)
    if opening is None:
        raise NotBegun("What was kept of it is not there any more.")
    return Path(opening.path)


def of_the_missing(journal: Path, content: Content) -> Rescue:
    """What there is of a session whose file is gone. Raises `NotBegun`."""
    from innovate_tui.storage.journal import opening_of_file
    from innovate_tui.storage.salvage import salvage

    path, opening = where_it_was(journal), opening_of_file(journal)
    found = salvage(journal.parent, path, opening.session, content) if opening is not None else None
    if found is None:
        raise NotBegun("What was kept of it cannot be read any more.")
    return _told(found, journal.parent)


def journal_of(path: Path) -> Path | None:
    """What is left of the session in a file that is not there; nothing where that is nothing."""
    from innovate_tui.storage import recovery
    from innovate_tui.storage.locations import state_folders

    found = recovery.journal_of(state_folders(), path)
    return found.path if found is not None else None


def of_the_damaged(path: Path, content: Content) -> Rescue | None:
    """What there is of a session whose file does not read; nothing where that is nothing."""
    from innovate_tui.storage.locations import state_folder
    from innovate_tui.storage.salvage import salvage

    for session in _whose(path):
        folder = state_folder(session)
        found = salvage(folder, path, session, content)
        if found is not None:
            return _told(found, folder)
    return None


def in_short(path: Path, trouble: Exception) -> str:
    """Why a file does not read, without what else to do about it: a way on is about to be offered."""
    from innovate_tui.storage.bounded_toml import NotReadable

    cause = trouble.__cause__ if isinstance(trouble, NotBegun) else trouble
    return f"{path.name}: {cause.what}" if isinstance(cause, NotReadable) else str(trouble)


def _whose(path: Path) -> Iterator[str]:
    """The ids of the sessions that a damaged file may be: as its head says, by the journals, by what it is called.

    A power cut may leave a file with nothing in it; then only what this machine has tells whose it was.
    """
    from innovate_tui.storage import recovery
    from innovate_tui.storage.listing import listed, listed_in
    from innovate_tui.storage.locations import slug, state_folders
    from innovate_tui.storage.versions import best_surviving
    from innovate_tui.storage.whereabouts import kept_in

    head = listed(path, now())
    if head is not None and head.id:
        yield head.id
    journal = recovery.journal_of(state_folders(), path)
    if journal is not None:
        yield journal.opening.session
    yield from kept_in(state_folders(), path)
    if path.suffix != ".toml" or (head is not None and head.id):
        return
    named = []
    with contextlib.suppress(OSError):
        for folder in state_folders().iterdir():
            best = best_surviving(folder)
            was = listed_in(best[1], path, best[0].moment) if best is not None else None
            if was is not None and slug(_named_after(was)) == path.stem:
                named.append(was.id)
    if len(named) == 1:  # of two that are called alike nobody knows which it was
        yield named[0]


def _named_after(head: Listed) -> str:
    """The words that the file of a session is named after, by its head."""
    return " ".join(part for part in ("practice" if head.practice else "", head.title, head.group) if part)


def _told(found: Salvage, folder: Path) -> Rescue:
    from innovate_tui.storage.listing import listed_in
    from innovate_tui.storage.session_text import session_bytes
    from innovate_tui.storage.versions import is_kept, keep_version
    from innovate_tui.workshop.edits import Park
    from innovate_tui.workshop.refusal import Refused
    from innovate_tui.workshop.spelling import ago

    when = ago(found.moment.astimezone(), now())
    when = f"{when[0].lower()}{when[1:]}"
    if found.lost is None or found.opened is None:
        head = listed_in(found.data, folder, found.moment)
        return Rescue(when, found.data, head.title if head else "", 0)
    lost, deck = found.lost, found.opened.deck
    for other in lost.others:  # of these nobody is asked: they stand among the versions
        data = session_bytes(other, deck)
        if not keep_version(folder, data, lost.so_far, found.moment, soon=True) and not is_kept(folder, data):
            raise NotBegun("There is no room on this laptop to keep what was recovered. Make some, then open it.")
    history = lost.history
    if lost.draft is not None:
        with contextlib.suppress(Refused):
            history = history.do(Park(mint("n"), f"{lost.draft.box}: {lost.draft.words}"), deck)
    return Rescue(when, session_bytes(history.now, deck), history.now.title, lost.changes, lost.journals)


def beside(rescue: Rescue, path: Path) -> Path:
    """It as a file beside the one that does not read, which stays. Raises `NotBegun`."""
    from innovate_tui.storage.locations import free_path

    return _written(rescue, free_path(path.parent, f"{path.stem} restored", ".toml"))


def brought_here(journal: Path, content: Content) -> Path:
    """A session whose file is gone as one in the folder of sessions. Raises `NotBegun`."""
    from innovate_tui.storage.locations import free_path, sessions_folder

    rescue = of_the_missing(journal, content)
    return _written(rescue, free_path(sessions_folder(), rescue.words, ".toml"))


def _written(rescue: Rescue, path: Path) -> Path:
    """It as a file at a free path; its journals go once that stands. Raises `NotBegun`."""
    from innovate_tui.storage.locations import make_private
    from innovate_tui.storage.recovery import let_go
    from innovate_tui.storage.safe_write import write_safely

    with as_an_answer("What was recovered cannot be written"):
        make_private(path.parent)
        write_safely(path, rescue.data, new=True)
    let_go(rescue.journals)
    return path
