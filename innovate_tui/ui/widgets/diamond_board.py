"""The diamond with its tray as one canvas: keys and mouse become a view and, where a change is wanted, an edit.

It posts what the person did and changes nothing of the session itself. What keys mean is in `diamond_view`, how it
looks in `diamond_painter`.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import ClassVar

from textual.binding import BindingType
from textual.events import Key, MouseDown, MouseMove, MouseUp
from textual.message import Message

from innovate_tui.ui.cells import Picture
from innovate_tui.ui.commands import CARRY, ENTER, INSERT, LIFT, NEXT_THING, bindings
from innovate_tui.ui.widgets import diamond_view
from innovate_tui.ui.widgets.canvas import Canvas
from innovate_tui.ui.widgets.diamond_painter import guide_pages, layout, paint_diamond, question_rows, tray_rows
from innovate_tui.ui.widgets.diamond_view import Answer, Direction, Scene, Spot, View
from innovate_tui.workshop.diamond import Diamond
from innovate_tui.workshop.edits import Edit, Lift, Put
from innovate_tui.workshop.session import CAPITALS

ARROWS: dict[str, Direction] = {"up": "up", "down": "down", "left": "left", "right": "right"}


class DiamondBoard(Canvas, can_focus=True):
    """The board. Give it scenes with `show`; hear `Moved`, `Wanted` and `Opened`."""

    DEFAULT_CSS = "DiamondBoard { height: 1fr; }"
    BINDINGS: ClassVar[list[BindingType]] = bindings((LIFT, CARRY, ENTER, NEXT_THING, INSERT))

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

    def __init__(self) -> None:
        super().__init__(id="board")
        self.scene = Scene({}, Diamond())
        self.view = View()
        self.large = False
        self._pressed: Spot | None = None
        self._dragged = False

    def paint(self, width: int, height: int) -> Picture:
        """The board at a size."""
        return paint_diamond(self.scene, self.view, width, height, large=self.large)

    def show(self, scene: Scene, after: Edit | None = None) -> None:
        """Show another state of the session; the cursor goes where the edit leaves it."""
        plan = layout(*self.size, reviewing=bool(scene.questions), large=self.large) if all(self.size) else None
        scene = replace(scene, as_list=plan.as_list if plan else False)
        view = diamond_view.after_edit(self.scene, scene, self.view, after) if after else self.view
        self.scene, self.view = scene, diamond_view.settled(scene, view)
        self.repaint()

    def on_resize(self) -> None:
        """Another size may turn the places into a list."""
        self.show(self.scene)

    @property
    def guide_page_count(self) -> int:
        """How many pages the guide beside the board has at this size."""
        return len(guide_pages(self.scene, *self.size)) if self.scene.guide else 0

    def look_at(self, card: str) -> None:
        """Put the cursor on a card, or on a question."""
        place = self.scene.diamond.place_of(card)
        spot = Spot(place=place) if place else Spot(item=card)
        self.view = diamond_view.settled(self.scene, replace(self.view, at=spot, last="", hand=""))
        self.repaint()

    # --- keys ---------------------------------------------------------------------------------------------------------

    def on_key(self, event: Key) -> None:
        """Arrows, capitals and digits; the other keys are commands."""
        if event.key in ARROWS:
            answer = diamond_view.arrow(self.scene, self.view, ARROWS[event.key])
        elif event.character and event.character in CAPITALS:
            answer = diamond_view.capital(self.scene, self.view, event.character)
        elif event.character and event.character in "123456789":
            answer = diamond_view.digit(self.scene, self.view, int(event.character))
        else:
            self.view = replace(self.view, capitals=0)
            return
        event.stop()
        event.prevent_default()
        self._take(answer)

    def action_lift(self) -> None:
        """Back to the tray."""
        self._ask(diamond_view.lift)

    def action_carry(self) -> None:
        """Pick up, put down."""
        self._ask(diamond_view.carry)

    def action_enter(self) -> None:
        """Read, or put down."""
        self._ask(diamond_view.enter)

    def action_next_thing(self) -> None:
        """The next thing in reading order."""
        self._ask(diamond_view.next_thing)

    def action_insert(self) -> None:
        """Wait for a digit that says where to insert."""
        self._ask(diamond_view.insert)

    def put_back(self) -> bool:
        """Esc: what is in hand goes back, a digit is no longer awaited. False where there was neither."""
        if not self.view.hand and not self.view.inserting:
            return False
        self._ask(diamond_view.put_back)
        return True

    def _ask(self, key: Callable[[Scene, View], Answer]) -> None:
        self._take(key(self.scene, self.view))

    def _take(self, answer: Answer) -> None:
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

    def spot_at(self, x: int, y: int) -> Spot | None:
        """What stands under a cell."""
        plan = layout(*self.size, reviewing=bool(self.scene.questions), large=self.large)
        if place := plan.place_at(x, y):
            return Spot(place=place)
        if self.large or self.scene.guide or not plan.side.holds(x, y):
            return None
        if self.scene.questions:
            for item, row, lines in question_rows(self.scene, self.view, plan.side):
                if row <= y < row + len(lines):
                    return Spot(item=item.id)
            return None
        return next((Spot(item=card) for card, row in tray_rows(self.scene, plan.side).items() if row == y), None)

    def on_mouse_down(self, event: MouseDown) -> None:
        """Choose what is under the mouse; with a card in hand, put it down there."""
        spot = self.spot_at(event.x, event.y)
        self._pressed, self._dragged = spot, False
        if spot is None:
            return
        if self.view.hand and spot.place:
            self._take(diamond_view.put_down(self.scene, replace(self.view, over=spot.place)))
            self._pressed = None
            return
        self.capture_mouse()
        over = spot.place or self.view.over
        self._take(Answer(replace(self.view, at=spot, over=over, last="", hand="")))

    def on_mouse_move(self, event: MouseMove) -> None:
        """A card follows the mouse once it is dragged."""
        if self._pressed is None:
            return
        spot = self.spot_at(event.x, event.y)
        card = diamond_view.chosen(self.scene, replace(self.view, at=self._pressed))
        if spot == self._pressed or card not in self.scene.cards:
            return
        if self.scene.diamond.fixed:
            self._pressed = None
            self._take(Answer(self.view, say=diamond_view.FIXED))
            return
        self._dragged = True
        over = spot.place if spot and spot.place else self.view.over
        if self.view.hand != card or over != self.view.over:
            self._take(Answer(replace(self.view, hand=card, over=over)))

    def on_mouse_up(self, event: MouseUp) -> None:
        """Put the dragged card down, in a place or back in the tray; a click alone has chosen."""
        self.release_mouse()
        pressed, dragged = self._pressed, self._dragged
        self._pressed, self._dragged = None, False
        if pressed is None or not dragged:
            return
        card, spot = self.view.hand, self.spot_at(event.x, event.y)
        self.view = replace(self.view, hand="", at=pressed)
        if spot and spot.place:
            edit: Edit | None = Put(card, spot.place) if self.scene.diamond.place_of(card) != spot.place else None
        else:
            edit = Lift(card) if self.scene.diamond.place_of(card) else None
        self._take(Answer(self.view, edit=edit))
