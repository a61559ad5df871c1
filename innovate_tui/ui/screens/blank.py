"""A black screen, so that the room looks up. Whatever is under it stays as it is, boxes too, and the clock goes on."""

from collections.abc import Mapping

from rich.style import Style
from textual.app import ComposeResult
from textual.events import Key, MouseDown, Paste

from innovate_tui.ui.cells import Picture, Sheet
from innovate_tui.ui.palette import blank_inks
from innovate_tui.ui.screens.lean_screen import LeanScreen
from innovate_tui.ui.widgets.canvas import Canvas

WORDS = "Any key shows the screen again"


def paint_blank(width: int, height: int) -> Picture:
    """Nothing, and one line at the bottom."""
    sheet = Sheet(width, height)
    sheet.words(1, height - 1, WORDS, "dim", width - 2)
    return sheet.picture()


class Black(Canvas):
    """The black itself, in every theme."""

    DEFAULT_CSS = "Black { height: 1fr; }"

    def paint(self, width: int, height: int) -> Picture:
        """The screen at a size."""
        return paint_blank(width, height)

    def wear(self, styles: Mapping[str, Style]) -> None:
        """Black stays black."""
        super().wear(blank_inks(styles))


class BlankScreen(LeanScreen):
    """The blank screen. Gives back what was said meanwhile, for the screen beneath to say."""

    DEFAULT_CSS = """
    BlankScreen #too-small { display: none; }
    BlankScreen.-too-small Black { display: block; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._said = ""

    def body(self) -> ComposeResult:
        """Nothing but black."""
        yield Black()

    def say(self, sentence: str) -> None:
        """Nothing is said here; the last of it is said afterwards."""
        self._said = sentence

    def show_again(self) -> None:
        """Show what is beneath."""
        self.dismiss(self._said)

    def on_key(self, event: Key) -> None:
        """Any key shows the screen again, and does nothing else."""
        event.stop()
        event.prevent_default()
        self.show_again()

    def on_paste(self, event: Paste) -> None:
        """Pasting is as good as a key, and pastes nothing."""
        event.stop()
        self.show_again()

    def on_mouse_down(self, event: MouseDown) -> None:
        """So is a click."""
        event.stop()
        self.show_again()
