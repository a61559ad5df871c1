"""Who reads what as one canvas. What keys mean is in `people_view`, how it looks in `people_painter`."""

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.events import Key, MouseDown
from textual.message import Message

from innovate_tui.ui.cells import Picture
from innovate_tui.ui.commands import ENTER, NEXT_CARD, bindings
from innovate_tui.ui.widgets import people_view
from innovate_tui.ui.widgets.canvas import Canvas
from innovate_tui.ui.widgets.people_painter import paint_people, under
from innovate_tui.ui.widgets.people_view import Answer, PeopleScene, View
from innovate_tui.workshop.session import CAPITALS

ARROWS = {"up": -1, "down": 1}
ALONG = {"left": -1, "right": 1}


class PeoplePage(Canvas, can_focus=True):
    """The page. Give it scenes with `show`; hear `Said` and `Opened`."""

    DEFAULT_CSS = "PeoplePage { height: 1fr; }"
    BINDINGS: ClassVar[list[BindingType]] = bindings((ENTER, NEXT_CARD))

    @dataclass
    class Said(Message):
        """Something else is chosen, a change is wanted, or only the answer to a key is due."""

        answer: Answer

    class Opened(Message):
        """What is chosen is to be read."""

    def __init__(self) -> None:
        super().__init__(id="page")
        self.scene = PeopleScene()
        self.view = View()

    def paint(self, width: int, height: int) -> Picture:
        """The page at a size."""
        return paint_people(self.scene, self.view, width, height)

    def show(self, scene: PeopleScene) -> None:
        """Show another state of the session, or another kind of card."""
        before = self.scene
        self.scene = scene
        self.view = people_view.settled(before, scene, self.view)
        self.repaint()

    def go(self, view: View, say: str = "") -> None:
        """Choose a person or a card."""
        self._take(Answer(view, say=say))

    def _take(self, answer: Answer) -> None:
        self.view = answer.view
        self.repaint()
        self.post_message(self.Said(answer))

    def on_key(self, event: Key) -> None:
        """Arrows, capitals and digits; the other keys are commands."""
        if event.key in ARROWS:
            self.action_entry(ARROWS[event.key])
        elif event.key in ALONG:
            self.go(people_view.along(self.scene, self.view, ALONG[event.key]))
        elif event.character and event.character in CAPITALS:
            self._take(people_view.capital(self.scene, self.view, event.character))
        elif event.character and event.character in "0123456789":
            self._take(people_view.digit(self.scene, self.view, int(event.character)))
        else:
            return
        event.stop()
        event.prevent_default()

    def action_entry(self, by: int) -> None:
        """Up or down the rows."""
        self.go(people_view.moved(self.scene, self.view, by))

    def action_enter(self) -> None:
        """Read what is chosen."""
        self.post_message(self.Opened())

    def on_mouse_down(self, event: MouseDown) -> None:
        """Choose what is under the mouse; what is chosen already is opened."""
        found = under(self.scene, self.view, *self.size, event.x, event.y)
        if found is None:
            return
        if (found.at, found.card) == (self.view.at, self.view.card):
            self.action_enter()
        else:
            self.go(found)
