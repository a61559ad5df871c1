"""Screens that send a terminal no more than what changed, and say plainly when the window is too small.

Two things of Textual 8.2.8 are put right here, and a test that counts bytes in a real pseudo-terminal holds them: a
change of focus repaints the whole screen whatever the style sheet says, and a repainted stretch of a line is sent from
the left edge of its widget on. Over a remote desktop or a slow console both are seen.
"""

from collections.abc import Mapping
from typing import Any

from rich.console import Console
from rich.control import Control
from rich.style import Style
from textual._compositor import ChopsUpdate, Compositor  # private: the only way to the bytes of an update
from textual.app import ComposeResult
from textual.events import Resize
from textual.reactive import Reactive
from textual.screen import ModalScreen, Screen
from textual.widget import Widget

from innovate_tui.ui.cells import Picture
from innovate_tui.ui.palette import DARK, inks
from innovate_tui.ui.widgets.canvas import Canvas
from innovate_tui.ui.widgets.frame import paint_too_small

SMALLEST = (60, 20)
"""Columns and rows below which a screen says only that the window is too small."""


class ExactUpdate(ChopsUpdate):
    """An update that sends each changed stretch and nothing to its left."""

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


class TooSmall(Canvas):
    """The one sentence of a window that is too small; the style sheet shows it only then."""

    def paint(self, width: int, height: int) -> Picture:
        """The sentence at a size."""
        return paint_too_small(width, height)


class LeanScreen(Screen[Any]):
    """A screen whose focus costs two widgets, not all of them, and whose updates are exact."""

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

    styles_in_use: Mapping[str, Style] = inks(DARK)
    """The style of each ink; the app hands others down when the theme changes."""

    def __init__(self) -> None:
        super().__init__()
        self._compositor = ExactCompositor()

    def compose(self) -> ComposeResult:
        """What the screen is made of, and the sentence for a small window."""
        yield from self.body()
        yield TooSmall(id="too-small")

    def body(self) -> ComposeResult:
        """The widgets of the screen itself."""
        yield from ()

    def on_mount(self) -> None:
        """Put on the theme that is in use."""
        self.wear(self.styles_in_use)

    def wear(self, styles: Mapping[str, Style]) -> None:
        """Take the inks of a theme, and hand them to every canvas."""
        self.styles_in_use = styles
        for canvas in self.query(Canvas):
            canvas.wear(styles)

    def say(self, sentence: str) -> None:
        """One sentence in the status line, on screens that have one."""

    def on_resize(self, event: Resize) -> None:
        """Below the smallest size show one sentence and nothing else."""
        wide, high = SMALLEST
        self.set_class(event.size.width < wide or event.size.height < high, "-too-small")


class LeanModal(ModalScreen[Any]):
    """A box over a screen: one deep, the board dimmed behind it and still readable."""

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

    def __init__(self, styles: Mapping[str, Style]) -> None:
        super().__init__()
        self._styles_in_use = styles

    def on_mount(self) -> None:
        """Put on the theme that is in use."""
        for canvas in self.query(Canvas):
            canvas.wear(self._styles_in_use)

    def keep_words(self) -> bool:
        """Close with what has been typed, as the program is about to end; False where there are no words."""
        return False
