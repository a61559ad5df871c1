"""An export while it is written: what is done now, a key that stops it, and in the end its whole path, to be copied."""

from collections.abc import Mapping
from threading import Event
from typing import ClassVar

from rich.style import Style
from textual.app import ComposeResult
from textual.binding import BindingType

from innovate_tui.ui.cells import Picture, Sheet, wrapped
from innovate_tui.ui.commands import Command
from innovate_tui.ui.screens.lean_screen import LeanModal
from innovate_tui.ui.widgets.canvas import Canvas
from innovate_tui.ui.widgets.frame import KeyBar

STOPPING = "Stopping. Nothing more is written."
WAIT = (Command("close", ("escape",), "esc", "stop"),)
DONE = (Command("leave", ("enter",), "enter", "close"),)
WRITTEN = (*DONE, Command("copy", ("c",), "c", "copy the path"))
APART = "   "
KEYS = f"enter close{APART}c copy the path"
COPIED = "Handed to the terminal to copy. If nothing can be pasted, it does not allow that: select with shift held."


def paint_writing(words: str, keys: str, width: int, height: int) -> Picture:
    """The box at a size; a path is wrapped over as many rows as it needs."""
    sheet = Sheet(width, height)
    sheet.double(0, 0, width, height)
    sheet.words(2, 0, " Export ", "strong")
    for row, text in enumerate(wrapped(words, width - 6)[: height - 4]):
        sheet.words(3, 1 + row, text, "text")
    column = 3
    for each in keys.split(APART):
        key, said = each.split(" ", 1)
        column = sheet.words(sheet.words(column, height - 2, key, "key") + 1, height - 2, said, "text") + len(APART)
    return sheet.picture()


class WritingLines(Canvas, can_focus=True):
    """The box itself."""

    def __init__(self, words: str, keys: str) -> None:
        super().__init__(id="writing")
        self.words = words
        self.keys = keys

    def paint(self, width: int, height: int) -> Picture:
        """The box at a size."""
        return paint_writing(self.words, self.keys, width, height)


class WritingBox(LeanModal):
    """Says how far an export is. `stopped` is set where somebody wants it no more."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,q", "close", "stop"),
        ("enter,space", "leave", "close"),
        ("c", "copy", "copy the path"),
    ]

    def __init__(self, styles: Mapping[str, Style]) -> None:
        super().__init__(styles)
        self.stopped = Event()
        self._over = False
        self._path = ""
        self._lines = WritingLines("Writing.", "esc stop")

    def compose(self) -> ComposeResult:
        """The box, and its keys in the last row of the screen."""
        yield self._lines
        yield KeyBar(id="keys")

    def begin(self) -> None:
        """Begin in the box."""
        self._lines.focus()
        self.query_one(KeyBar).offer(WAIT)

    def say(self, words: str) -> None:
        """What is done now."""
        if not self.stopped.is_set() and not self._over:
            self._show(words, "esc stop")

    def done(self, words: str, path: str = "") -> None:
        """It is written: where, in full, until somebody closes the box."""
        self._over, self._path = True, path
        self._show(words, KEYS if path else "enter close")
        self.query_one(KeyBar).offer(WRITTEN if path else DONE)

    def _show(self, words: str, keys: str) -> None:
        self._lines.words, self._lines.keys = words, keys
        if self._lines.is_attached:
            self._lines.repaint()

    def action_leave(self) -> None:
        """Close what is over; what is not goes on."""
        if self._over:
            self.dismiss(None)

    def action_copy(self) -> None:
        """Ask the terminal to copy the path; it does not say whether it did."""
        if self._path and COPIED not in self._lines.words:
            self.app.copy_to_clipboard(self._path)
            self._show(f"{self._lines.words}\n{COPIED}", self._lines.keys)

    def action_close(self) -> None:
        """Stop what is being written; pressed again, or when it is over, close."""
        if self._over or self.stopped.is_set():
            self.dismiss(None)
            return
        self.stopped.set()
        self._show(STOPPING, "esc close")
