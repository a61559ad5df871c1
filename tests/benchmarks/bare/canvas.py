"""The least that a Textual canvas can be: at each key it repaints so many rows of cells, and does nothing else."""

import sys

from rich.segment import Segment
from rich.style import Style
from textual.app import App, ComposeResult
from textual.events import Key
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

ROWS, CELLS = int(sys.argv[1]), int(sys.argv[2])
STYLES = (Style(color="#F1F4F6", bgcolor="#12161C", bold=True), Style(color="#F1F4F6", bgcolor="#2E4A66", bold=True))


class Canvas(Widget, can_focus=True):
    """One widget as large as the screen."""

    DEFAULT_CSS = "Canvas { width: 1fr; height: 1fr; }"
    turn = 0

    def render_line(self, y: int) -> Strip:
        """A row in one of two styles."""
        width = self.size.width
        return Strip([Segment("canvas "[self.turn] * width, STYLES[self.turn])], width)

    def on_key(self, event: Key) -> None:
        """Repaint as many cells as was asked for."""
        event.stop()
        self.turn = 1 - self.turn
        self.refresh(*(Region(2, 1 + row, CELLS, 1) for row in range(ROWS)))


class Bare(App[None]):
    """One canvas."""

    def compose(self) -> ComposeResult:
        """The canvas."""
        yield Canvas()

    def on_mount(self) -> None:
        """Keys go to the canvas."""
        self.query_one(Canvas).focus()


Bare().run()
