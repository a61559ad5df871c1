"""A screen that sends a terminal no more than what changed.

Two things of Textual 8.2.8 are put right here, and a test that counts bytes in a real pseudo-terminal holds them: a
change of focus repaints the whole screen whatever the style sheet says, and a repainted stretch of a line is sent from
the left edge of its widget on. Over a remote desktop or a slow console both are seen.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.control import Control
from textual._compositor import ChopsUpdate, Compositor  # private: the only way to the bytes of an update
from textual.reactive import Reactive
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget


class ExactUpdate(ChopsUpdate):
    """An update that sends each changed stretch and nothing to its left."""

    chops: Sequence[Mapping[int, Strip | None]]

    def render_segments(self, console: Console) -> str:
        """The bytes for the terminal."""
        sent: list[str] = []
        for y, x1, x2 in self.spans:
            for end, (x, strip) in zip(self.chop_ends[y], self.chops[y].items(), strict=False):
                if strip is None or x >= x2 or end <= x1:
                    continue
                left, right = max(x, x1), min(end, x2)
                sent.append(Control.move_to(left, y).segment.text)
                sent.append(strip.crop(left - x, right - x).render(console))
        return "".join(sent)


class ExactCompositor(Compositor):
    """A compositor whose partial updates are exact."""

    def render_partial_update(self) -> ChopsUpdate | None:
        """What has changed since the last update, or nothing."""
        update = super().render_partial_update()
        return update and ExactUpdate(update.chops, update.spans, update.chop_ends)


class LeanScreen(Screen[Any]):
    """A screen whose focus costs two widgets, not all of them, and whose updates are exact."""

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

    def __init__(self) -> None:
        super().__init__()
        self._compositor = ExactCompositor()
