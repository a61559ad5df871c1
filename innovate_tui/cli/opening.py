"""Opening the app. Apart from the words of the command line, so that the first picture of Home waits for none."""

import os
import sys
from pathlib import Path

from innovate_tui.cli.saying import problem


def open_app(file: Path | None = None, content: Path | None = None) -> int:
    """Open the app, at a session and with another deck if they are named; the exit code."""
    if not is_terminal():
        problem("The app needs a terminal. Without one, use: innovate-tui show FILE.toml, or export FILE.toml")
        return 1
    from innovate_tui.ui.app import run_app

    code: int = run_app(file, content)
    return code


def is_terminal() -> bool:
    """Whether there is a terminal that can show the app."""
    ends = all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))
    return ends and os.environ.get("TERM") != "dumb"
