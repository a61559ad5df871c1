"""What this console can show: how many colours, and whether more than ASCII."""

import os
import sys
from collections.abc import Mapping

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from innovate_tui.ui.cells import ASCII
from innovate_tui.ui.palette import DARK, PLAIN, SIXTEEN, THEMES


class AsciiFilter(LineFilter):
    """The same signs for a console that has only ASCII, one cell for one."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Translate the text of a line."""
        return [Segment(text.translate(ASCII), style, control) for text, style, control in segments]


def colourless(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether a person wants no colour at all (no-color.org)."""
    return bool(environment.get("NO_COLOR"))


def first_theme(color_system: str | None, environment: Mapping[str, str] = os.environ) -> str:
    """The theme to begin with: what the console can show, else what `INNOVATE_THEME` names, else dark."""
    if colourless(environment):
        return PLAIN
    if color_system == "standard":
        return SIXTEEN
    wanted = f"innovate-{environment.get('INNOVATE_THEME', '')}"
    return wanted if wanted in THEMES else DARK


def needs_ascii(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether the console can show no more than ASCII: its encoding says so, or a person does."""
    stream = sys.__stdout__ if sys.platform == "win32" else sys.__stderr__
    encoding = (getattr(stream, "encoding", None) or "utf-8").lower().replace("-", "")
    return bool(environment.get("INNOVATE_ASCII")) or not encoding.startswith("utf")
