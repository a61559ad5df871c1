"""The list of cards and the text of one, as one canvas. What keys mean is in `cards_view`, how it looks in
`cards_painter`."""

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.events import Key, MouseDown, MouseScrollDown, MouseScrollUp
from textual.message import Message

from innovate_tui.ui.cells import Picture
from innovate_tui.ui.commands import ENDS, NEXT_CARD, PAGE, TURN, bindings
from innovate_tui.ui.widgets import cards_view
from innovate_tui.ui.widgets.canvas import Canvas
from innovate_tui.ui.widgets.cards_painter import Page, Plan, list_rows, page_at, paged, paint_cards
from innovate_tui.ui.widgets.cards_reading import Library
from innovate_tui.ui.widgets.cards_view import LAST, Answer, View
from innovate_tui.workshop.session import CAPITALS

ARROWS = {"up": -1, "down": 1}
PAGES = {"left": -1, "right": 1}


class CardsReader(Canvas, can_focus=True):
    """The reader. Give it libraries with `show`; hear `Moved`."""

    DEFAULT_CSS = "CardsReader { height: 1fr; }"
    BINDINGS: ClassVar[list[BindingType]] = bindings((PAGE, *TURN, *ENDS, NEXT_CARD))

    @dataclass
    class Moved(Message):
        """Another entry or page is open, or only the answer to a key is due."""

        say: str

    def __init__(self, library: Library) -> None:
        super().__init__(id="reader")
        self.library = library
        self.view = View()

    def paint(self, width: int, height: int) -> Picture:
        """The reader at a size."""
        return paint_cards(self.library, self.view, width, height)

    def show(self, library: Library) -> None:
        """Show another state of the session."""
        self.view = cards_view.settled(self.library, library, self.view)
        self.library = library
        self.repaint()

    def open(self, target: str, say: str = "") -> None:
        """Open an entry, by its id or a card's."""
        self._go(cards_view.opened(self.library, self.view, target), say)

    @property
    def pages(self) -> tuple[Page, ...]:
        """The pages of the open entry at this size."""
        return paged(self.library.reading(self.view.at), Plan(*self.size).column, self.size.height)

    @property
    def page(self) -> int:
        """The page in sight, from 0."""
        return page_at(self.pages, self.view)

    def _go(self, view: View, say: str = "") -> None:
        self.view = view
        self.repaint()
        self.post_message(self.Moved(say))

    def _take(self, answer: Answer) -> None:
        self._go(answer.view, answer.say)

    # --- keys ---------------------------------------------------------------------------------------------------------

    def on_key(self, event: Key) -> None:
        """Arrows and capitals; the other keys are commands."""
        if event.key in ARROWS:
            self.action_entry(ARROWS[event.key])
        elif event.key in PAGES:
            self.action_turn(PAGES[event.key])
        elif event.character and event.character in CAPITALS:
            self._take(cards_view.capital(self.library, self.view, event.character))
        else:
            return
        event.stop()
        event.prevent_default()

    def action_entry(self, by: int) -> None:
        """Up or down the list."""
        self._go(cards_view.moved(self.library, self.view, by))

    def go_to_kind(self, by: int) -> None:
        """To the next kind, or the one before."""
        self._go(cards_view.next_kind(self.library, self.view, by))

    def action_read_on(self) -> None:
        """The next page; after the last, the next entry. Who has read all of theirs is told so."""
        if self.view.at == self.library.reads and self.page + 1 == len(self.pages):
            self._take(Answer(self.view, "That was the last of them. esc goes back."))
            return
        self._go(cards_view.read_on(self.library, self.view, self.page, len(self.pages)))

    def action_turn(self, by: int) -> None:
        """Another page of this entry."""
        self._take(cards_view.turned(self.view, self.page, len(self.pages), by))

    def action_end(self, last: bool) -> None:
        """The first or the last page."""
        self._go(View(self.view.at, LAST if last else 0))

    # --- mouse --------------------------------------------------------------------------------------------------------

    def target_at(self, x: int, y: int) -> str:
        """What a click on a cell opens: an entry of the list, or what a line of the text leads to."""
        plan = Plan(*self.size)
        if x < plan.line:
            return next((entry.id for row, entry in list_rows(self.library, self.view, plan.height) if row == y), "")
        page = self.pages[self.page]
        inside = plan.text <= x < plan.text + plan.column
        return page[y].target if inside and y < len(page) else ""

    def on_mouse_down(self, event: MouseDown) -> None:
        """Open what is under the mouse."""
        if target := self.target_at(event.x, event.y):
            self.open(target)

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """The wheel turns pages."""
        event.stop()
        self.action_turn(1)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """The wheel turns pages."""
        event.stop()
        self.action_turn(-1)
