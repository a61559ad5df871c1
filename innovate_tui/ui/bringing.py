"""What the app does with a session that came inside a PDF: it becomes a file here. Knows no screens.

The PDF is never written to, and nothing that is here already is written over. Storage is imported where it is needed;
whatever cannot be done is a `NotBegun` with a sentence, and then nothing has changed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from innovate_tui.ui.desk import Desk, as_an_answer
from innovate_tui.ui.minting import mint, now

if TYPE_CHECKING:  # for the type checker alone
    from innovate_tui.storage.session_file import OpenFile


@dataclass(frozen=True)
class Here:
    """The session of that id which is here already."""

    path: Path
    same: bool
    """It is as the PDF has it."""
    when: str
    """When it was changed last, in words."""


def here_already(opened: OpenFile) -> Here | None:
    """The session with the id of the one in the PDF that was changed last, in the folder of sessions."""
    from innovate_tui.storage.bounded_toml import NotReadable, read_bytes
    from innovate_tui.storage.listing import recent_sessions
    from innovate_tui.storage.locations import sessions_folder
    from innovate_tui.workshop.spelling import ago

    there = next((each for each in recent_sessions(sessions_folder()) if each.id == opened.session.id), None)
    if there is None:
        return None
    try:
        same = read_bytes(there.path) == opened.data
    except NotReadable:
        same = False
    when = ago(there.modified.astimezone(), now())
    return Here(there.path, same, f"{when[0].lower()}{when[1:]}")


def brought(desk: Desk, opened: OpenFile) -> Path:
    """The session of the PDF as a new file in the folder of sessions, byte for byte. Raises `NotBegun`."""
    from innovate_tui.storage.safe_write import write_safely

    with as_an_answer("The session cannot be written"):
        path = desk.path_for(opened.session)
        write_safely(path, opened.data, new=True)
    return path


def brought_as_copy(desk: Desk, opened: OpenFile) -> Path:
    """The same as a session of its own, beside the one that is here. Raises `NotBegun`."""
    from innovate_tui.storage.safe_write import write_safely
    from innovate_tui.storage.session_text import session_bytes

    title = f"{opened.session.title}, from a PDF".removeprefix(", ")
    session = replace(opened.session, id=mint("s", 8), title=title)
    with as_an_answer("The session cannot be written"):
        path = desk.path_for(session)
        write_safely(path, session_bytes(session, opened.deck), new=True)
    return path
