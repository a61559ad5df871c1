"""A terminal to write to that may go at any moment: what writes to it goes on, and the program can end."""

import contextlib
import os
from typing import IO


class LastingOutput:
    """What Textual's writing thread writes to.

    That thread ends at the first error, and then the app waits for ever to hand over its next picture: after a window
    that was closed while a slow line still had a screen to send, no signal would reach the program any more.
    """

    def __init__(self, terminal: IO[str]) -> None:
        self._terminal = terminal

    def write(self, text: str) -> None:
        """Write, for as long as there is a terminal."""
        try:
            self._terminal.write(text)
        except OSError:
            self._let_go()

    def flush(self) -> None:
        """Send what was written, for as long as there is a terminal."""
        try:
            self._terminal.flush()
        except OSError:
            self._let_go()

    def fileno(self) -> int:
        """The number of the terminal's file. Raises `OSError` where it has none."""
        return self._terminal.fileno()

    def _let_go(self) -> None:
        """What is written from now on goes nowhere: Python's own last words too, which would spoil the exit code."""
        with contextlib.suppress(OSError, ValueError):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self._terminal.fileno())
            os.close(nowhere)
