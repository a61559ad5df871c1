"""What comes from the terminal, heard so that what is pasted is words and never keys.

Textual takes an escape sequence within a paste that it does not know for keys that were pressed, one for each of its
characters: a text copied from somewhere could close a box, or move a card. Most terminals let none of them into a
paste; this is for those that do.
"""

import sys
from collections.abc import Iterable

from textual._xterm_parser import XTermParser
from textual.driver import Driver
from textual.message import Message

BEGIN, END = "\x1b[200~", "\x1b[201~"
"""What a terminal puts round a paste."""
REMOVED = chr(0xFEFF)
"""Stands for what was taken out, so that whoever cleans the words can count it."""
ACTING = dict.fromkeys((0x00, 0x1B), REMOVED)
"""What the parser would act on, or drop without a word: everything else reaches whoever cleans the words."""


class PastedInput:
    """Takes what begins a sequence out of what is pasted, however it is cut into pieces on its way."""

    def __init__(self) -> None:
        self._pasting = False
        self._before = ""
        """The end of what came last: within a paste it is held back, as it may be the beginning of its end."""

    def cleaned(self, data: str) -> str:
        """The next piece, as it may be heard."""
        done: list[str] = []
        while data:
            data = self._within(data, done) if self._pasting else self._outside(data, done)
        return "".join(done)

    def _outside(self, data: str, done: list[str]) -> str:
        """Pass on everything up to the beginning of a paste; what is left."""
        both = self._before + data
        at = both.find(BEGIN)
        end = len(data) if at < 0 else at + len(BEGIN) - len(self._before)
        done.append(data[:end])
        self._pasting = at >= 0
        self._before = "" if self._pasting else both[1 - len(BEGIN) :]
        return data[end:]

    def _within(self, data: str, done: list[str]) -> str:
        """Pass on words up to the end of the paste; what is left."""
        both = self._before + data
        words, ended, rest = both.partition(END)
        held = 0 if ended else max(size for size in range(len(END)) if words.endswith(END[:size]))
        self._before = words[len(words) - held :]
        done.append(words[: len(words) - held].translate(ACTING) + ended)
        self._pasting = not ended
        return rest


class CarefulParser(XTermParser):
    """Textual's, with pastes that hold no sequences."""

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._input = PastedInput()

    def feed(self, data: str) -> Iterable[Message]:
        """The messages of the next piece. Nothing at all is the end."""
        cleaned = self._input.cleaned(data)
        return super().feed(cleaned) if cleaned or not data else ()


def hear_carefully(driver: Driver) -> None:
    """Give the driver that parser; it makes one when it begins to listen, by a name of its module."""
    for name in (type(driver).__module__, "textual.drivers.win32"):
        module = sys.modules.get(name)
        if module is not None and hasattr(module, "XTermParser"):
            module.XTermParser = CarefulParser  # type: ignore[attr-defined]  # asked above
