"""The questions as one canvas. What keys mean is in `questions_view`, how it looks in `questions_painter`."""

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.events import Key, MouseDown, MouseScrollDown, MouseScrollUp
from textual.message import Message

from innovate_tui.ui.cells import Picture
from innovate_tui.ui.commands import ENDS, ENTER, NEXT_CARD, bindings
from innovate_tui.ui.widgets import questions_view
from innovate_tui.ui.widgets.canvas import Canvas
from innovate_tui.ui.widgets.questions_painter import clicked, paint_questions
from innovate_tui.ui.widgets.questions_view import Scene, View

ARROWS = {"up": -1, "down": 1}


class QuestionsPage(Canvas, can_focus=True):
    """The page. Give it scenes with `show`; hear `Moved` and `Opened`."""

    DEFAULT_CSS = "QuestionsPage { height: 1fr; }"
    BINDINGS: ClassVar[list[BindingType]] = bindings((ENTER, NEXT_CARD, *ENDS))

    @dataclass
    class Moved(Message):
        """Something else is chosen, or only the answer to a key is due."""

        say: str

    @dataclass
    class Opened(Message):
        """A question is to be answered, or a thought to be put in other words."""

        target: str

    def __init__(self) -> None:
        super().__init__(id="page")
        self.scene = Scene()
        self.view = View()

    def paint(self, width: int, height: int) -> Picture:
        """The page at a size."""
        return paint_questions(self.scene, self.view, width, height)

    def show(self, scene: Scene) -> None:
        """Show another state of the session."""
        self.view = questions_view.settled(self.scene, scene, self.view)
        self.scene = scene
        self.repaint()

    def look_at(self, target: str, say: str = "") -> None:
        """Choose a question or a thought."""
        if target in self.scene.ids:
            self._go(View(target), say)

    def _go(self, view: View, say: str = "") -> None:
        self.view = view
        self.repaint()
        self.post_message(self.Moved(say))

    # --- keys ---------------------------------------------------------------------------------------------------------

    def on_key(self, event: Key) -> None:
        """Arrows, digits and capitals; the other keys are commands."""
        if event.key in ARROWS:
            self.action_entry(ARROWS[event.key])
        elif event.character and (answer := questions_view.pressed(self.scene, self.view, event.character)):
            self._go(answer.view, answer.say)
        else:
            return
        event.stop()
        event.prevent_default()

    def action_entry(self, by: int) -> None:
        """Up or down the page."""
        self._go(questions_view.moved(self.scene, self.view, by))

    def action_end(self, last: bool) -> None:
        """To the first or the last."""
        self._go(questions_view.ended(self.scene, self.view, last))

    def action_enter(self) -> None:
        """Write."""
        if self.view.at in self.scene.ids:
            self.post_message(self.Opened(self.view.at))

    # --- mouse --------------------------------------------------------------------------------------------------------

    def on_mouse_down(self, event: MouseDown) -> None:
        """Choose what is under the mouse; what is chosen already is opened."""
        at = clicked(self.scene, self.view, (self.size.width, self.size.height), event.y)
        if at is self.view:
            return
        if at.at == self.view.at:
            self.action_enter()
        else:
            self._go(at)

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """The wheel goes down the page."""
        event.stop()
        if self.scene.ids and self.view.at != self.scene.ids[-1]:
            self.action_entry(1)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """The wheel goes up the page."""
        event.stop()
        if self.scene.ids and self.view.at != self.scene.ids[0]:
            self.action_entry(-1)
