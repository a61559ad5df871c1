"""What journals still hold of a session that its file does not: after a crash, a power cut, a stick that was pulled.

Nothing is decided here and nothing is overwritten: what was recovered and the file both stay until somebody has chosen.
"""

import contextlib
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from innovate_tui.storage.bounded_toml import NotReadable
from innovate_tui.storage.journal import (
    ENDING,
    Found,
    Opening,
    Stood,
    is_idle,
    left_behind,
    opening_of_file,
    states,
)
from innovate_tui.storage.listing import changed_at
from innovate_tui.storage.whereabouts import is_as_left
from innovate_tui.workshop.deck import Deck
from innovate_tui.workshop.edits import Edit
from innovate_tui.workshop.events import Did, Drafted, Event, Noted
from innovate_tui.workshop.history import History, Step
from innovate_tui.workshop.session import Session


@dataclass(frozen=True, slots=True)
class Recovered:
    """A session as a journal has it, which is not as its file has it."""

    history: History
    """Undo goes on where it was."""
    changes: int
    """How many changes are in it that are not in the file."""
    last: Step | None
    """The last step."""
    draft: Drafted | None
    """Words of a box that was still open and were no edit yet."""
    elsewhere: bool
    """The file is none that the journal's own run can have written: it was changed by somebody else."""
    moment: datetime
    """When something was last written to the journal, UTC."""
    so_far: int
    """How many changes have been made to the session, as far as is known."""
    journals: tuple[Path, ...]
    """All that were read; they go once somebody has chosen."""
    others: tuple[Session, ...] = ()
    """What other journals had come to: to be kept as versions."""


class Stranded(NamedTuple):
    """A journal that was left behind, of which only the beginning was read."""

    path: Path
    opening: Opening


def recovered(folder: Path, path: Path, session: Session, deck: Deck) -> Recovered | None:
    """What the journals in a session's state folder have beyond its file; none where that is nothing.

    Journals that have nothing more than the file are taken away.
    """
    ended = _ended(folder, path, session.id, deck)
    apart = _apart(ended, session)
    if not apart:
        let_go(found.path for found, _ in ended)
        return None
    found, told = apart[-1]
    at = next((number for number in reversed(range(len(told))) if same(told[number].now, session)), None)
    lost = _as_told(ended, apart)
    if at is None:
        return replace(lost, elsewhere=not (_is_as_opened(found.opening) or is_as_left(folder, path)))
    return replace(lost, changes=len(list(_steps(found.events[at:], told[at:]))))


def rescued(folder: Path, path: Path, session_id: str, deck: Deck) -> Recovered | None:
    """What the journals say of a session whose file is gone, or does not read; none where there are none.

    Nothing is taken away: they may be all that there is of it.
    """
    ended = _ended(folder, path, session_id, deck)
    return _as_told(ended, _last_ones(ended) or ended[-1:]) if ended else None


def work_waits(folder: Path, path: Path, session: Session, deck: Deck) -> bool:
    """Whether there is more of a session than its file has; journals are read only where one was left behind.

    None is taken away: whoever opens the session is told how it stands.
    """
    return is_waiting(folder, path) and bool(_apart(_ended(folder, path, session.id, deck), session))


def stranded(states_folder: Path, looked_in: Path) -> tuple[Stranded, ...]:
    """The journals left behind whose session has no file any more, the last one first. Reads their heads alone.

    Those too whose file stands where nobody looks, such as on a stick that is back: not in the folder `looked_in`.
    """
    newest: dict[str, Stranded] = {}
    for path in _journals(states_folder):
        opening = opening_of_file(path)
        if opening is None or not is_idle(path, opening):
            continue
        its = Path(opening.path)
        if its.parent == looked_in.absolute() and its.exists():
            continue
        known = newest.get(opening.session)
        if known is None or known.opening.moment < opening.moment:
            newest[opening.session] = Stranded(path, opening)
    return tuple(sorted(newest.values(), key=lambda each: each.opening.moment, reverse=True))


def journal_of(states_folder: Path, path: Path) -> Stranded | None:
    """The last journal that was left behind of the session in this file, found by the file's path alone.

    For a file that says nothing of itself any more, or is gone. Reads the heads of journals.
    """
    found = [
        Stranded(journal, opening)
        for journal in _journals(states_folder)
        if (opening := opening_of_file(journal)) is not None
        and Path(opening.path) == path.absolute()
        and is_idle(journal, opening)
    ]
    return max(found, key=lambda each: each.opening.moment, default=None)


def is_waiting(folder: Path, path: Path) -> bool:
    """Whether a journal of the session in this file was left behind; only the heads of journals are read."""
    for journal in _in(folder):
        opening = opening_of_file(journal)
        if opening is not None and is_idle(journal, opening) and _tells_of(opening, path):
            return True
    return False


def let_go(journals: Iterable[Path]) -> None:
    """Take journals away: what they held is on disk elsewhere, or was decided against and kept as a version."""
    for path in journals:
        with contextlib.suppress(OSError):
            path.unlink()


def same(one: Session, other: Session) -> bool:
    """Whether two values are the same work: time that went by, and titles a file had written in, are none."""
    return replace(one, spent=other.spent, deck=other.deck) == other


def steps_ahead(history: History, session: Session) -> int:
    """How many steps a history is ahead of what stands in its file; 0 where it is the same work."""
    steps, then = 0, history
    while not same(then.now, session) and then.past:
        steps, then = steps + 1, then.undo()
    return 0 if same(history.now, session) else max(1, steps)


def _is_as_opened(opening: Opening) -> bool:
    """Whether the file is still the one that was opened."""
    try:
        return hashlib.sha256(Path(opening.path).read_bytes()).hexdigest() == opening.base
    except OSError:
        return False


_Ended = list[tuple[Found, Sequence[History]]]


def _ended(folder: Path, path: Path, session: str, deck: Deck) -> _Ended:
    """The journals of a session that are written no more, with the histories that each goes through."""
    found = (each for each in left_behind(folder) if each.opening.session == session and _tells_of(each.opening, path))
    return [(each, told) for each in found if (told := _told(each, deck))]


def _apart(ended: _Ended, session: Session) -> _Ended:
    """Those that have something which the file has not."""
    return [
        (found, told)
        for found, told in _last_ones(ended)
        if not same(told[-1].now, session) or _draft(found) is not None
    ]


def _last_ones(ended: _Ended) -> _Ended:
    """Those that no other one goes on from: what the others say is in these."""
    begun = [told[0].now for _, told in ended]
    return [
        (found, told)
        for found, told in ended
        if not any(told[-1].now == start for start in begun if start is not told[0].now)
    ]


def _as_told(ended: _Ended, apart: _Ended) -> Recovered:
    """What the last of them says; what the others of those that stand apart had come to goes with it."""
    found, told = apart[-1]
    steps = len(list(_steps(found.events, told)))
    return Recovered(
        told[-1],
        found.opening.ahead + steps,
        told[-1].past[-1] if told[-1].past else None,
        _draft(found),
        False,
        _written(found),
        found.opening.changes + steps,
        tuple(each.path for each, _ in ended),
        tuple(others[-1].now for _, others in apart[:-1]),
    )


def _tells_of(opening: Opening, path: Path) -> bool:
    """Whether a journal is of that file, or of one that is there no more and may have become it."""
    its = Path(opening.path)
    return its == path or not its.exists()


def _told(found: Found, deck: Deck) -> Sequence[History]:
    """The histories that a journal goes through; none where it starts from nothing that can be read."""
    try:
        return list(states(found, deck))
    except NotReadable:
        return ()


def _steps(events: Sequence[Event | Stood], histories: Sequence[History]) -> Iterator[Event | Stood]:
    """The events that somebody would call a change: typing in one field is one of them."""
    typing: Edit | None = None
    for event, before, then in zip(events, histories, histories[1:], strict=False):
        if isinstance(event, Drafted | Noted) or then.now == before.now:
            continue
        edit = event.edit if isinstance(event, Did) and event.edit.typed else None
        if edit is None or typing is None or not edit.continues(typing):
            yield event
        typing = edit


def _draft(found: Found) -> Drafted | None:
    """The words of a box that was still open."""
    drafts = [event for event in found.events if isinstance(event, Drafted)]
    return drafts[-1] if drafts and drafts[-1].words.strip() else None


def _written(found: Found) -> datetime:
    try:
        return changed_at(found.path)
    except OSError:
        return found.opening.moment


def _journals(states_folder: Path) -> Iterator[Path]:
    with contextlib.suppress(OSError):
        for folder in states_folder.iterdir():
            yield from _in(folder)


def _in(folder: Path) -> Iterator[Path]:
    with contextlib.suppress(OSError):
        for path in folder.iterdir():
            if path.name.endswith(ENDING) and path.is_file() and not path.is_symlink():
                yield path
