"""The kept rounds as one canvas: arrows and digits choose one, tab goes from its changes to the boards as they were."""

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.events import Key, MouseDown
from textual.message import Message

from innovate_tui.ui.cells import Picture
from innovate_tui.ui.commands import PAGE, TURN, bindings
from innovate_tui.ui.widgets.canvas import Canvas
from innovate_tui.ui.widgets.rounds_painter import RoundsScene, page_count, paint_rounds, round_at

ARROWS = {"up": -1, "down": 1}
READ_ON = (PAGE.saying("next page", "next page"), *TURN)


class RoundsPage(Canvas, can_focus=True):
    """The page. Give it scenes with `show`; hear `Chosen` and `Turned`."""

    DEFAULT_CSS = "RoundsPage { height: 1fr; }"
    BINDINGS: ClassVar[list[BindingType]] = bindings(READ_ON)

    @dataclass
    class Chosen(Message):
        """Another round is to be shown."""

        round: str

    @dataclass
    class Turned(Message):
        """Another page is to be shown."""

        page: int

    def __init__(self) -> None:
        super().__init__(id="page")
        self.scene = RoundsScene()

    def paint(self, width: int, height: int) -> Picture:
        """The page at a size."""
        return paint_rounds(self.scene, width, height)

    def show(self, scene: RoundsScene) -> None:
        """Show another round, or another side of it."""
        self.scene = scene
        self.repaint()

    def on_key(self, event: Key) -> None:
        """Arrows and digits choose a round; the other keys are commands."""
        ids = [entry.id for entry in self.scene.rounds]
        if event.key in ARROWS and ids:
            here = ids.index(self.scene.at) if self.scene.at in ids else 0
            self.post_message(self.Chosen(ids[(here + ARROWS[event.key]) % len(ids)]))
        elif event.character and event.character in "123456789" and int(event.character) <= len(ids):
            self.post_message(self.Chosen(ids[int(event.character) - 1]))
        else:
            return
        event.stop()
        event.prevent_default()

    @property
    def page_count(self) -> int:
        """How many pages there are at this size."""
        return page_count(self.scene, *self.size) if all(self.size) else 1

    def action_turn(self, by: int) -> None:
        """Another page; at both ends it stays."""
        self.post_message(self.Turned(min(max(min(self.scene.page, self.page_count - 1) + by, 0), self.page_count - 1)))

    def action_read_on(self) -> None:
        """The next page, then the first again."""
        self.post_message(self.Turned((self.scene.page + 1) % self.page_count))

    def on_mouse_down(self, event: MouseDown) -> None:
        """Choose the round under the mouse."""
        if target := round_at(self.scene, *self.size, event.x, event.y):
            self.post_message(self.Chosen(target))
