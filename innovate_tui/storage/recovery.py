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
from innovate_tui.storage.journal import ENDING, Found, Opening, Stood, left_behind, opening_of_file, states
from innovate_tui.storage.listing import changed_at
from innovate_tui.storage.processes import is_gone
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
    ended = [(found, told) for found in _about(folder, path, session.id) if (told := _told(found, deck))]
    if not ended:
        return None
    # a journal that another one goes on from says nothing of its own
    begun = [told[0].now for _, told in ended]
    apart = [
        (found, told)
        for found, told in ended
        if not same(told[-1].now, session) or _draft(found) is not None
        if not any(told[-1].now == start for start in begun if start is not told[0].now)
    ]
    if not apart:
        let_go(found.path for found, _ in ended)
        return None
    found, told = apart[-1]
    steps = list(_steps(found.events, told))
    at = next((number for number in reversed(range(len(told))) if same(told[number].now, session)), None)
    return Recovered(
        told[-1],
        found.opening.ahead + len(steps) if at is None else len(list(_steps(found.events[at:], told[at:]))),
        told[-1].past[-1] if told[-1].past else None,
        _draft(found),
        at is None and not _is_as_opened(found.opening),
        _written(found),
        found.opening.changes + len(steps),
        tuple(each.path for each, _ in ended),
        tuple(others[-1].now for _, others in apart[:-1]),
    )


def stranded(states_folder: Path) -> tuple[Stranded, ...]:
    """The journals left behind whose session has no file any more, the last one first. Reads their heads alone."""
    newest: dict[str, Stranded] = {}
    for path in _journals(states_folder):
        opening = opening_of_file(path)
        if opening is None or not is_gone(opening.writer) or Path(opening.path).exists():
            continue
        known = newest.get(opening.session)
        if known is None or known.opening.moment < opening.moment:
            newest[opening.session] = Stranded(path, opening)
    return tuple(sorted(newest.values(), key=lambda each: each.opening.moment, reverse=True))


def is_waiting(folder: Path, path: Path) -> bool:
    """Whether a journal of the session in this file was left behind; only the heads of journals are read."""
    openings = (opening_of_file(each) for each in _in(folder))
    return any(each is not None and is_gone(each.writer) and Path(each.path) == path for each in openings)


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


def _about(folder: Path, path: Path, session: str) -> Iterator[Found]:
    """The journals of that file; of its session, too, where the file that they tell of is there no more."""
    for found in left_behind(folder):
        its = Path(found.opening.path)
        if found.opening.session == session and (its == path or not its.exists()):
            yield found


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
