"""Opening the app. Apart from the words of the command line, so that the first picture of Home waits for none."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from innovate_tui.cli.saying import problem

if TYPE_CHECKING:  # for the type checker alone: the first picture of Home waits for no deck
    from innovate_tui.storage.deck_files import Content


def open_app(file: Path | None = None, content: "Content | None" = None) -> int:
    """Open the app, at a session if one is named and with other decks than its own if they are given; the exit code.

    A PDF is opened by the session that is attached to it, which becomes a file of its own.

    A session that does not read is met with what survives of it; where nothing does, and for a deck that cannot be
    used, raises `NotReadable` or `DeckTrouble` before anything is shown.
    """
    if not is_terminal():
        problem("The app needs a terminal. Without one, use: innovate-tui show FILE.toml, or export FILE.toml")
        return 1
    from innovate_tui.ui.app import InnovateApp

    app = InnovateApp(content)
    if file is not None:
        from innovate_tui.storage.bounded_toml import NotReadable, is_pdf

        if is_pdf(file):
            from innovate_tui.storage.attached import open_attached

            app.bring_first(open_attached(file, app.desk.content))
            app.run()
            return app.return_code or 0
        try:
            # a journal names the file by its whole path: the next start may be in another folder
            app.open_first(app.desk.open(file)._replace(path=file.absolute()))
        except NotReadable as trouble:
            from innovate_tui.ui.rescuing import in_short

            if not app.meet_first(file.absolute(), in_short(file, trouble)):
                raise
    app.run()
    return app.return_code or 0


def is_terminal() -> bool:
    """Whether there is a terminal that can show the app."""
    ends = all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))
    return ends and os.environ.get("TERM") != "dumb"
