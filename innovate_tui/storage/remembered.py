"""All that the program keeps for itself, by session: what there is, and how to be rid of it.

Journals, earlier versions and the bin lie in one folder of this machine, a folder for each session. Nothing else does.
"""

import contextlib
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from innovate_tui.storage import bin as bins
from innovate_tui.storage import versions
from innovate_tui.storage.journal import ENDING, opening_of_file
from innovate_tui.storage.listing import listed
from innovate_tui.storage.processes import is_gone


class Remembered(NamedTuple):
    """What is kept of one session."""

    folder: Path
    session: str
    """The session's id, as the name of the folder has it."""
    title: str
    """As its newest version or its file in the bin says; nothing where neither does."""
    versions: int
    journals: int
    binned: int
    size: int
    """Bytes of all of it."""
    in_use: bool
    """Whether a window that runs has it open: its journal is not taken away from it."""


def remembered(states: Path) -> tuple[Remembered, ...]:
    """What is kept of every session, by its id."""
    return tuple(_remembered(folder) for folder in _folders(states) if any(_files(folder)))


def wipe(one: Remembered) -> bool:
    """Take away all that is kept of a session but the journal of a window that has it open; whether all of it went."""
    for path in _files(one.folder):
        if not (path.name.endswith(ENDING) and _is_in_use(path)):
            with contextlib.suppress(OSError):
                path.unlink()
    left = any(_files(one.folder))
    if not left:
        shutil.rmtree(one.folder, ignore_errors=True)
    return not left


def _remembered(folder: Path) -> Remembered:
    journals = [path for path in _files(folder) if path.name.endswith(ENDING)]
    binned = [path for path in _files(folder) if path.parent.name == bins.FOLDER and path.suffix == ".toml"]
    kept = versions.versions(folder)
    heads = (listed(path, datetime.now(UTC)) for path in (*(each.path for each in kept[:1]), *binned[:1]))
    title = next((head.title for head in heads if head is not None and head.title), "")
    size = 0
    for path in _files(folder):
        with contextlib.suppress(OSError):
            size += path.stat().st_size
    in_use = any(map(_is_in_use, journals))
    return Remembered(folder, folder.name, title, len(kept), len(journals), len(binned), size, in_use)


def _is_in_use(journal: Path) -> bool:
    opening = opening_of_file(journal)
    return opening is not None and not is_gone(opening.writer)


def _folders(states: Path) -> Iterator[Path]:
    with contextlib.suppress(OSError):
        yield from sorted(each for each in states.iterdir() if each.is_dir() and not each.is_symlink())


def _files(folder: Path) -> Iterator[Path]:
    """The files of a session's folder, and of the folders in it; what is a link is only a name and never followed."""
    with contextlib.suppress(OSError):
        for path in list(folder.iterdir()):
            if path.is_dir() and not path.is_symlink():
                yield from _files(path)
            else:
                yield path
