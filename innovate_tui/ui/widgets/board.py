"""A board as one canvas: keys and mouse become a view and, where a change is wanted, an edit.

It posts what the person did and changes nothing of the session itself. What keys mean is in the board's own module of
`Keys`; how it looks is its painter's.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import ClassVar, Generic

from textual.binding import BindingType
from textual.events import Key, MouseDown, MouseMove, MouseUp
from textual.message import Message

from innovate_tui.ui.commands import CARRY, ENTER, LIFT, NEXT_THING, Command, bindings
from innovate_tui.ui.widgets.board_view import FIXED, Answer, Direction, Keys, S, V
from innovate_tui.ui.widgets.canvas import Canvas
from innovate_tui.workshop.edits import Edit
from innovate_tui.workshop.session import CAPITALS

ARROWS: dict[str, Direction] = {"up": "up", "down": "down", "left": "left", "right": "right"}
ON_BOARD: tuple[Command, ...] = (LIFT, CARRY, ENTER, NEXT_THING)
"""The commands that a board itself answers."""


class Board(Canvas, Generic[S, V], can_focus=True):
    """Any board. Give it scenes with `show`; hear `Moved`, `Wanted` and `Opened`."""

    DEFAULT_CSS = "Board { height: 1fr; }"
    BINDINGS: ClassVar[list[BindingType]] = bindings(ON_BOARD)

    @dataclass
    class Moved(Message):
        """The cursor, the hand or only the answer to a key changed. Repaint the board with what is said of it.

        So both go to the terminal in one frame: the board alone would be sent at once, and the words a frame later.
        """

        say: str

    @dataclass
    class Wanted(Message):
        """A change of the session is wanted."""

        edit: Edit

    @dataclass
    class Opened(Message):
        """A card is to be read, or a question to be answered."""

        target: str

    def __init__(self, keys: Keys[S, V], scene: S, view: V, id: str = "board") -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.scene, self.view = scene, view
        self.large = False
        self._keys_mean = keys
        self._pressed: V | None = None
        self._pressed_at: object = None
        self._dragged = False

    # --- what a board says of itself ----------------------------------------------------------------------------------

    def fitting(self, scene: S) -> S:
        """The scene as this board shows it at its size."""
        return scene

    @property
    def guide_page_count(self) -> int:
        """How many pages the guide beside the board has at this size."""
        return 0

    def point(self, x: int, y: int) -> object:
        """What is under a cell, to tell a click from a drag; none where nothing can be chosen."""
        raise NotImplementedError

    def grabbing(self, x: int, y: int) -> V | None:
        """The view with the cursor on what stands under a cell."""
        raise NotImplementedError

    def draggable(self, pressed: V) -> str:
        """What follows the mouse from where it was pressed: a card, or nothing."""
        card = self._keys_mean.chosen(self.scene, pressed)
        return card if card in self.scene.cards else ""

    def hovering(self, view: V, x: int, y: int) -> V | None:
        """The view with the hand over a cell, or none where nothing can be put down."""
        return None

    def dropped(self, pressed: V, card: str, x: int, y: int) -> Edit | None:
        """The change when a dragged card is let go over a cell."""
        return None

    # --- showing ------------------------------------------------------------------------------------------------------

    def show(self, scene: S, after: Edit | None = None) -> None:
        """Show another state of the session; the cursor goes where the edit leaves it."""
        scene = self.fitting(scene)
        view = self._keys_mean.after_edit(self.scene, scene, self.view, after) if after else self.view
        self.scene, self.view = scene, self._keys_mean.settled(scene, view)
        self.repaint()

    def on_resize(self) -> None:
        """Another size may turn the board into a list."""
        self.show(self.scene)

    def look_at(self, card: str) -> None:
        """Put the cursor on a card, or on a question."""
        fresh = replace(self.view, last="", hand="")
        self.view = self._keys_mean.settled(self.scene, self._keys_mean.reach(self.scene, fresh, card))
        self.repaint()

    @property
    def chosen(self) -> str:
        """What is under the cursor: a card, a question, or nothing."""
        return self._keys_mean.chosen(self.scene, self.view)

    @property
    def subject(self) -> str:
        """The card that a key about a placed card acts on: the one just placed, else the chosen one."""
        return self._keys_mean.subject(self.scene, self.view)

    # --- keys ---------------------------------------------------------------------------------------------------------

    def on_key(self, event: Key) -> None:
        """Arrows, capitals and digits; the other keys are commands."""
        keys = self._keys_mean
        if event.key in ARROWS:
            answer = keys.arrow(self.scene, self.view, ARROWS[event.key])
        elif event.character and event.character in CAPITALS:
            answer = keys.capital(self.scene, self.view, event.character)
        elif event.character and event.character in "123456789":
            answer = keys.digit(self.scene, self.view, int(event.character))
        else:
            self.view = replace(self.view, capitals=0)
            return
        event.stop()
        event.prevent_default()
        self.take(answer)

    def action_lift(self) -> None:
        """Back to the tray."""
        self.ask(self._keys_mean.lift)

    def action_carry(self) -> None:
        """Pick up, put down."""
        self.ask(self._keys_mean.carry)

    def action_enter(self) -> None:
        """Read, or put down."""
        self.ask(self._keys_mean.enter)

    def action_next_thing(self) -> None:
        """The next thing in reading order."""
        self.ask(self._keys_mean.next_thing)

    def put_back(self) -> bool:
        """Esc: what is in hand goes back, a digit is no longer awaited. False where there was neither."""
        if not self._keys_mean.waiting(self.view):
            return False
        self.ask(self._keys_mean.put_back)
        return True

    def ask(self, key: Callable[[S, V], Answer[V]]) -> None:
        """Do what a key means."""
        self.take(key(self.scene, self.view))

    def take(self, answer: Answer[V]) -> None:
        """Go on from an answer, and tell the screen. A board that is shown large is only looked at."""
        if self.large and (answer.edit is not None or answer.read or self._keys_mean.waiting(answer.view)):
            return
        self.view = answer.view
        if answer.edit is not None:
            self.post_message(self.Wanted(answer.edit))
            return
        if answer.read:
            self.repaint()
            self.post_message(self.Opened(answer.read))
        else:
            self.post_message(self.Moved(answer.say))

    # --- mouse --------------------------------------------------------------------------------------------------------

    def on_mouse_down(self, event: MouseDown) -> None:
        """Choose what is under the mouse; with a card in hand, put it down there."""
        self._pressed, self._dragged = None, False
        if self.view.hand and (over := self.hovering(self.view, event.x, event.y)) is not None:
            self.take(self._keys_mean.enter(self.scene, over))
            return
        grabbed = self.grabbing(event.x, event.y)
        if grabbed is None:
            return
        self.capture_mouse()
        self._pressed, self._pressed_at = grabbed, self.point(event.x, event.y)
        self.take(Answer(grabbed))

    def on_mouse_move(self, event: MouseMove) -> None:
        """A card follows the mouse once it is dragged."""
        pressed = self._pressed
        if pressed is None:
            return
        card = "" if self.large else self.draggable(pressed)
        if self.point(event.x, event.y) == self._pressed_at or not card:
            return
        if self.scene.fixed:
            self._pressed = None
            self.take(Answer(self.view, say=FIXED))
            return
        self._dragged = True
        view = self.view if self.view.hand == card else self._in_hand(pressed, card)
        over = self.hovering(view, event.x, event.y) or view
        if over != self.view:
            self.take(Answer(over))

    def on_mouse_up(self, event: MouseUp) -> None:
        """Put the dragged card down, on the board or back in the tray; a click alone has chosen."""
        self.release_mouse()
        pressed, dragged = self._pressed, self._dragged
        self._pressed, self._dragged = None, False
        if pressed is None or not dragged:
            return
        card = self.view.hand
        self.take(Answer(pressed, edit=self.dropped(pressed, card, event.x, event.y)))

    def _in_hand(self, view: V, card: str) -> V:
        return replace(view, hand=card)
