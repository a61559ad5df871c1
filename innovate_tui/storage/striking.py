"""Words taken out of what this machine keeps besides a session's file: its versions, its bin, its journals."""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from innovate_tui.storage import bin as bins
from innovate_tui.storage import versions
from innovate_tui.storage.bounded_toml import NotReadable, read_bytes
from innovate_tui.storage.journal import ENDING, opening_of_file
from innovate_tui.storage.processes import is_gone
from innovate_tui.storage.safe_write import NotWritten, write_safely
from innovate_tui.storage.session_reading import read_session
from innovate_tui.storage.session_text import session_bytes
from innovate_tui.workshop.deck import Deck
from innovate_tui.workshop.striking import struck


class Beside(NamedTuple):
    """What was done besides the session's own file."""

    changed: int
    """Versions, and sessions in the bin, that had the words."""
    gone: int
    """Those that could not be read, and went whole: nobody knows what is in them."""
    left: int
    """Those that the disk would not let go of, with the words in them."""


def strike_beside(folder: Path, words: str, deck: Deck) -> Beside:
    """Take words out of the versions and the bin in a session's state folder, and its old journals away."""
    changed = gone = left = 0
    for path in _files(folder):
        try:
            session = read_session(read_bytes(path), deck, str(path)).session
            found = struck(session, words)
            if found.places:
                write_safely(path, session_bytes(found.session, deck))
                changed += 1
        except NotReadable:
            left, gone = (left, gone + 1) if _removed(path) else (left + 1, gone)
        except NotWritten:
            left, gone = (left, gone + 1) if _removed(path) else (left + 1, gone)
        _removed(path.with_suffix(versions.WORDS))  # it may name what was struck
    for path in _in(folder):
        if path.name.endswith(ENDING):
            opening = opening_of_file(path)
            if opening is None or is_gone(opening.writer):
                left += not _removed(path)
    return Beside(changed, gone, left)


def _files(folder: Path) -> Iterator[Path]:
    yield from (each.path for each in versions.versions(folder))
    yield from (path for path in _in(folder / bins.FOLDER) if path.suffix == ".toml")


def _in(folder: Path) -> Iterator[Path]:
    with contextlib.suppress(OSError):
        yield from [each for each in folder.iterdir() if each.is_file() and not each.is_symlink()]


def _removed(path: Path) -> bool:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return True
