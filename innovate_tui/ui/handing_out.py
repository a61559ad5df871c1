"""What leaves the room: a session as its choice has it, in the folder for exports. Knows no screens."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from innovate_tui.ui.desk import Export, Stopped

if TYPE_CHECKING:  # for the type checker alone
    from innovate_tui.workshop.deck import Deck
    from innovate_tui.workshop.session import Session


USUAL, SOON = sys.getswitchinterval(), 0.0005
"""Seconds after which a thread that works lets the interface go on, where that waits for it."""


@contextmanager
def standing_aside() -> Iterator[None]:
    """What is done inside, in a thread, keeps no key waiting: Python changes threads ten times as often meanwhile."""
    sys.setswitchinterval(SOON)
    try:
        yield
    finally:
        sys.setswitchinterval(USUAL)  # not what it was before: two of these may end in any order


def load() -> None:
    """What an export needs, and fpdf2 with it: done while somebody still chooses, it costs them nothing later.

    All of it stays, so that Python need not look for what could go: that would keep a key waiting the longest.
    """
    gc.disable()
    try:
        with standing_aside():
            from innovate_tui.report import formats, pdf, summary, tagged_output  # noqa: F401 - loaded for what comes
    finally:
        gc.freeze()
        gc.enable()


def hand_out(session: Session, deck: Deck, step: Callable[[str], object]) -> Export:
    """What the session's choice asks for. Never raises; never overwrites.

    `step` is told what is done next, and asked without words all the time; it raises `Stopped` where it shall not be
    done: then nothing is written.
    """
    from innovate_tui.report.choice import said_of_attached
    from innovate_tui.report.formats import chosen
    from innovate_tui.storage.bounded_toml import NotReadable
    from innovate_tui.storage.locations import exports_folder, free_path, make_private
    from innovate_tui.storage.safe_write import NotWritten, write_safely
    from innovate_tui.storage.session_file import file_words
    from innovate_tui.storage.session_text import session_bytes

    folder, included = exports_folder(), session.included
    try:
        attached = session_bytes(session, deck) if included.attaches else b""
        files = chosen(session, deck, step, attached=attached)
        if not files:
            return Export(None, "Nothing stands on a board yet, so there is no picture to write.")
        step("Writing it down.")
        make_private(folder)
        if included.to.one_file:
            path = free_path(folder, file_words(session), f"{'-brief' if included.brief else ''}.{included.to}")
            write_safely(path, files[""].data, new=True)
        else:
            path = free_path(folder, file_words(session), "-tables" if included.to == "csv" else "-boards")
            write_folder(path, {name: file.data for name, file in files.items()})
    except Stopped:
        return Export(None, stopped=True)
    except (NotReadable, NotWritten) as trouble:
        return Export(None, f"{trouble.what if isinstance(trouble, NotReadable) else trouble.reason} {trouble.mend}")
    except OSError as error:
        return Export(None, f"{error.strerror or 'The folder cannot be reached.'} ({folder})")
    except Exception as error:  # noqa: BLE001 - nobody is to wait for a document that never comes
        return Export(None, f"The program made a mistake ({type(error).__name__}). Nothing is lost.")
    missing = tuple(str(each) for file in files.values() for each in file.unprintable)
    return Export(path, unprintable=missing, attached=said_of_attached(session) if attached else "")


def write_folder(path: Path, files: Mapping[str, bytes]) -> None:
    """Write several files into a folder of their own: all of them, or none and no folder."""
    from innovate_tui.storage.safe_write import write_safely

    path.mkdir(mode=0o700)
    try:
        for name, data in files.items():
            write_safely(path / name, data, new=True)
    except BaseException:
        for name in files:
            (path / name).unlink(missing_ok=True)
        path.rmdir()
        raise
