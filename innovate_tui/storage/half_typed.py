"""The title that somebody types on Home while there is no session yet, and so no journal: kept until there is one.

It lies in a folder of its own among those of sessions, so that all that is kept is listed and wiped by one command.
"""

import contextlib
import os
from pathlib import Path

from innovate_tui.storage.locations import make_private
from innovate_tui.storage.safe_write import put_lightly
from innovate_tui.workshop.spoken import one_line

FOLDER = "new-session"
NAME = "title.txt"
MOST = 2_000
"""Letters of a title that are kept."""


def keep(states: Path, title: str) -> None:
    """Keep what the title is by now; nothing is kept of an empty one. What cannot be kept is no trouble to anybody."""
    path = states / FOLDER / NAME
    with contextlib.suppress(OSError):
        if title.strip():
            make_private(path.parent)
            put_lightly(path, title[:MOST].encode("utf-8", "replace"))
        else:
            path.unlink(missing_ok=True)
            path.parent.rmdir()


def kept(states: Path) -> str:
    """The title that was being typed when the program was killed; nothing where none was."""
    try:
        handle = os.open(states / FOLDER / NAME, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
        with os.fdopen(handle, "rb") as file:
            return one_line(file.read(4 * MOST).decode("utf-8", "replace"))[:MOST].strip()
    except OSError:
        return ""
