"""What was said, to be read aloud: pages of calm text as one canvas."""

from typing import ClassVar

from textual.binding import BindingType
from textual.events import MouseScrollDown, MouseScrollUp
from textual.message import Message

from innovate_tui.ui.cells import Picture
from innovate_tui.ui.commands import ENDS, PAGE, TURN, bindings
from innovate_tui.ui.widgets.calm_pages import Row, Told, pages_of, paint_page
from innovate_tui.ui.widgets.canvas import Canvas
from innovate_tui.workshop.readback import Said

NOTHING = "Nothing has been said on the boards yet. o shows what is next."
READ_ON = (PAGE.saying("next page", "next page"), *TURN, *ENDS)


def pages(parts: tuple[Said, ...], width: int, height: int) -> list[list[Row]]:
    """What was said, page by page at a size."""
    told = [(part.heading, tuple(Told(line.text, "text", line.why) for line in part.lines)) for part in parts]
    return pages_of(told or [("Read back", (Told(NOTHING),))], width, height)


def paint_read_back(parts: tuple[Said, ...], page: int, width: int, height: int) -> Picture:
    """One page of it."""
    return paint_page(pages(parts, width, height), page, width, height)


class ReadBackPage(Canvas, can_focus=True):
    """The pages. Give it what was said with `show`; hear `Turned`."""

    DEFAULT_CSS = "ReadBackPage { height: 1fr; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(READ_ON),
        ("right,down,enter", "turn(1)", "next page"),
        ("left,up", "turn(-1)", "page before"),
    ]

    class Turned(Message):
        """Another page is in sight, or there is none."""

    def __init__(self) -> None:
        super().__init__(id="page")
        self.parts: tuple[Said, ...] = ()
        self.page = 0

    def paint(self, width: int, height: int) -> Picture:
        """The page at a size."""
        return paint_read_back(self.parts, self.page, width, height)

    @property
    def last(self) -> int:
        """The number of the last page, from 0."""
        return len(pages(self.parts, *self.size)) - 1 if all(self.size) else 0

    def show(self, parts: tuple[Said, ...]) -> None:
        """Show what was said now."""
        self.parts = parts
        self.repaint()

    def action_turn(self, by: int) -> None:
        """Another page; at both ends it stays."""
        self.page = min(max(min(self.page, self.last) + by, 0), self.last)
        self.repaint()
        self.post_message(self.Turned())

    def action_read_on(self) -> None:
        """The next page."""
        self.action_turn(1)

    def action_end(self, last: bool) -> None:
        """The first or the last page."""
        self.action_turn(self.last if last else -self.page)

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """The wheel turns pages."""
        self.action_turn(1)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """The wheel turns pages."""
        self.action_turn(-1)
