"""How results and problems are said: results to standard output, problems to standard error in one line each."""

import contextlib
import errno
import os
import sys
from typing import IO

from innovate_tui.workshop.spoken import is_control


def say(text: str) -> None:
    """Print a result."""
    if sys.stdout is None:
        raise OSError(errno.EBADF, "there is no standard output")
    lines = text.split("\n")
    sys.stdout.write("\n".join(visible(line) for line in lines))


def problem(line: str) -> None:
    """Print a problem, in one line."""
    if sys.stderr is not None:
        with contextlib.suppress(OSError):
            print(visible(line), file=sys.stderr)


def visible(text: str) -> str:
    """Text in one line that does nothing to a terminal: a file's name may hold anything."""
    return "".join("?" if is_control(each) else each for each in text)


def prepare(stream: IO[str] | None) -> None:
    """Let a stream take every character: as UTF-8 on Windows, and elsewhere by its number if need be."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8" if sys.platform == "win32" else None, errors="backslashreplace")


def let_go_of_output() -> None:
    """Keep Python from complaining at its end that nobody reads its output any more."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
