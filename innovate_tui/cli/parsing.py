"""The parser of the command line's words, and how a session is opened for a verb."""

import argparse
from pathlib import Path
from typing import Any

from innovate_tui.cli.saying import problem, visible
from innovate_tui.storage import locations
from innovate_tui.storage.bounded_toml import NotReadable, is_pdf
from innovate_tui.storage.deck_files import Content, open_content
from innovate_tui.storage.session_file import OpenFile, open_session

DONE, NOT_DONE, MISUSED = 0, 1, 2


class Parser(argparse.ArgumentParser):
    """A parser whose complaints do nothing to a terminal."""

    def _print_message(self, message: str, file: Any = None) -> None:
        super()._print_message("\n".join(visible(line) for line in message.split("\n")), file)


def content_of(folder: Path | None) -> Content:
    """The decks to choose from: those of the folder that was named, else those of the program."""
    return open_content(locations.content_folder() if folder is None else folder)


def open_to_read(file: Path, content: Content) -> OpenFile:
    """A session, from a file of its own or from the PDF that it is attached to. Raises as `open_session` does."""
    if not is_pdf(file):
        return open_session(file, content)
    from innovate_tui.storage.attached import open_attached

    return open_attached(file, content)


def open_aloud(file: Path, content: Content) -> OpenFile | None:
    """A session with its notices and troubles said; none, with the reason said, where it cannot be opened.

    It is only read, and so it may be one that is attached to a PDF.
    """
    try:
        opened = open_to_read(file, content)
    except NotReadable as trouble:
        problem(str(trouble))
        return None
    for notice in opened.notices:
        problem(f"{file}: {notice}")
    for kept in opened.session.troubles:
        problem(f"{file}: {kept.where}: {kept.trouble} {kept.mend}".strip())
    return opened
