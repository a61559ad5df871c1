"""A session that becomes another one as a whole: an earlier version of it, or what two copies make together."""

from dataclasses import dataclass
from typing import ClassVar

from innovate_tui.workshop.edit import Edit


@dataclass(frozen=True, slots=True)
class Become(Edit):
    """The step of it, in words. It has no record of plain values: a journal keeps the whole session instead."""

    name: ClassVar[str] = "become"
    words: str
    """As a clause: "went back to how it was at 14:02"."""
