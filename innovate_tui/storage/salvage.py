"""What this machine has of a session whose file is gone or does not read: its journals, or else its best version."""

from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from innovate_tui.storage.bounded_toml import NotReadable
from innovate_tui.storage.deck_files import Content
from innovate_tui.storage.journal import left_behind
from innovate_tui.storage.recovery import Recovered, rescued
from innovate_tui.storage.session_file import OpenFile, opened_from
from innovate_tui.storage.versions import best_surviving


class Salvage(NamedTuple):
    """The newest there is of a session."""

    moment: datetime
    """When it was like that, UTC."""
    data: bytes
    """A whole file of it; of a journal, how that began."""
    opened: OpenFile | None = None
    """The session as the journal began, with its deck."""
    lost: Recovered | None = None
    """What the journals say; nothing where it is a version."""


def salvage(folder: Path, path: Path, session_id: str, content: Content) -> Salvage | None:
    """The newest that the state folder of a session has of it; none where nothing survives. Takes nothing away."""
    best = best_surviving(folder)
    version = Salvage(best[0].moment, best[1]) if best else None
    journal = _in_journals(folder, path, session_id, content)
    both = [each for each in (version, journal) if each is not None]
    return max(both, key=lambda each: each.moment) if both else None


def _in_journals(folder: Path, path: Path, session_id: str, content: Content) -> Salvage | None:
    for found in reversed(left_behind(folder)):
        if found.opening.session != session_id:
            continue
        try:
            opened = opened_from(path, found.toml, content)
        except NotReadable:
            continue
        lost = rescued(folder, path, session_id, opened.deck)
        if lost is not None:
            return Salvage(lost.moment, found.toml, opened, lost)
    return None
