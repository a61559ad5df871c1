"""The overview as one canvas: arrows choose, digits and enter open. How it looks is in `overview_painter`."""

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.events import Key, MouseDown
from textual.message import Message

from innovate_tui.ui.cells import Picture
from innovate_tui.ui.commands import ENTER, NEXT_CARD, bindings
from innovate_tui.ui.widgets.canvas import Canvas
from innovate_tui.ui.widgets.overview_painter import OverviewScene, entry_at, moved, paint_overview

ARROWS = {"up": -1, "down": 1}


class OverviewPage(Canvas, can_focus=True):
    """The page. Give it scenes with `show`; hear `Chosen` and `Opened`."""

    DEFAULT_CSS = "OverviewPage { height: 1fr; }"
    BINDINGS: ClassVar[list[BindingType]] = bindings((ENTER, NEXT_CARD))

    class Chosen(Message):
        """Another entry is under the cursor."""

    @dataclass
    class Opened(Message):
        """An entry is to be opened."""

        place: str
        """Where it leads; nothing where no entry has the digit that was pressed."""
        digit: str = ""
        """The digit that was pressed; nothing for enter and the mouse."""

    def __init__(self) -> None:
        super().__init__(id="page")
        self.scene = OverviewScene()
        self.at = ""

    def paint(self, width: int, height: int) -> Picture:
        """The page at a size."""
        return paint_overview(self.scene, self.at, width, height)

    def show(self, scene: OverviewScene) -> None:
        """Show another state of the session."""
        self.scene = scene
        if scene.entry(self.at) is None:
            self.at = moved(scene, "", 0)
        self.repaint()

    def look_at(self, place: str) -> None:
        """Choose the entry of a place."""
        if self.scene.entry(place) is not None:
            self.at = place
            self.repaint()

    def on_key(self, event: Key) -> None:
        """Arrows choose, digits open."""
        if event.key in ARROWS:
            self.action_entry(ARROWS[event.key])
        elif event.character and event.character.isascii() and event.character.isdecimal():
            hit = next((entry.place for entry in self.scene.entries if entry.key == event.character), "")
            self.post_message(self.Opened(hit, event.character))
        else:
            return
        event.stop()
        event.prevent_default()

    def action_entry(self, by: int) -> None:
        """Up or down the page."""
        self.at = moved(self.scene, self.at, by)
        self.repaint()
        self.post_message(self.Chosen())

    def action_enter(self) -> None:
        """Open what is chosen."""
        self.post_message(self.Opened(self.at))

    def on_mouse_down(self, event: MouseDown) -> None:
        """Choose what is under the mouse; what is chosen already is opened."""
        place = entry_at(self.scene, *self.size, event.y)
        if place and place == self.at:
            self.action_enter()
        elif place:
            self.at = place
            self.repaint()
            self.post_message(self.Chosen())
