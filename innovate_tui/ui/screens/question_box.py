"""A question in a box, with a key for each way to go on. `esc` leaves everything as it is."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from rich.style import Style
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import Key, MouseDown
from textual.geometry import Size

from innovate_tui.ui.cells import Picture, Sheet, wrapped
from innovate_tui.ui.commands import Command
from innovate_tui.ui.screens.lean_screen import LeanModal
from innovate_tui.ui.widgets.canvas import Canvas
from innovate_tui.ui.widgets.frame import KeyBar

Way = tuple[str, str, str]
"""A way to go on: what it is called in the program, its key as people read it, and what it does."""
LATER = Command("later", ("escape",), "esc", "not now")


def paint_question(title: str, asked: str, ways: Sequence[Way], width: int) -> Picture:
    """The box at a width, as high as its words need."""
    lines = wrapped(asked, width - 6)
    keys = max(len(key) for _, key, _ in ways)
    told = [(key, wrapped(words, width - 8 - keys)) for _, key, words in ways]
    sheet = Sheet(width, 4 + len(lines) + sum(1 + len(each) for _, each in told))
    sheet.double(0, 0, width, sheet.height)
    sheet.words(2, 0, f" {title} ", "strong", width - 4)
    y = 2
    for line in lines:
        sheet.words(3, y, line, "strong")
        y += 1
    for key, each in told:
        y += 1
        sheet.words(3, y, key, "key")
        for line in each:
            sheet.words(5 + keys, y, line, "text")
            y += 1
    return sheet.picture()


class Question(Canvas, can_focus=True):
    """The box itself."""

    DEFAULT_CSS = "Question { height: auto; }"

    def __init__(self, title: str, asked: str, ways: Sequence[Way]) -> None:
        super().__init__(id="question")
        self._told = (title, asked, tuple(ways))

    def paint(self, width: int, height: int) -> Picture:
        """The box at a size."""
        return paint_question(*self._told, width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The rows that the words need."""
        return paint_question(*self._told, width).height


class QuestionBox(LeanModal):
    """Asks, and gives back which way was chosen, or nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape,f10", "later", "not now")]

    def __init__(self, styles: Mapping[str, Style], title: str, asked: str, ways: Sequence[tuple[Way, str]]) -> None:
        """Each way with what the footer calls it."""
        super().__init__(styles)
        self._ways = tuple(way for way, _ in ways)
        self._question = Question(title, asked, self._ways)
        self._keys = (*(Command(f"choose('{way[0]}')", (way[1],), way[1], words) for way, words in ways), LATER)

    def compose(self) -> ComposeResult:
        """The box, and its keys in the last row of the screen."""
        yield self._question
        yield KeyBar(id="keys")

    def begin(self) -> None:
        """Begin in the box."""
        self._question.focus()
        self.query_one(KeyBar).offer(self._keys)

    def on_key(self, event: Key) -> None:
        """The key of a way takes it."""
        hit = next((way[0] for way in self._ways if way[1] in (event.key, event.character)), None)
        if hit is not None:
            event.stop()
            self.dismiss(hit)

    def on_mouse_down(self, event: MouseDown) -> None:
        """A click outside the box and its keys leaves everything as it is."""
        if event.widget is not self._question and not self.query_one(KeyBar).region.contains(
            event.screen_x, event.screen_y
        ):
            self.dismiss(None)

    def action_choose(self, way: str) -> None:
        """Take a way."""
        self.dismiss(way)

    def action_later(self) -> None:
        """Leave everything as it is."""
        self.dismiss(None)
