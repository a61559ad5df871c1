"""The list of sessions as one canvas: arrows choose, letters narrow it once `/` was pressed."""

from dataclasses import dataclass, replace
from typing import ClassVar

from textual.binding import BindingType
from textual.events import Key, MouseDown, MouseScrollDown, MouseScrollUp, Paste, Resize
from textual.message import Message

from innovate_tui.ui.cells import Picture
from innovate_tui.ui.commands import CHOOSE, NEXT_CARD, Command, bindings
from innovate_tui.ui.widgets.canvas import Canvas
from innovate_tui.ui.widgets.sessions_painter import (
    SessionsScene,
    in_sight,
    paint_sessions,
    rows_in_sight,
    session_at,
)
from innovate_tui.workshop.spoken import one_line

ARROWS = {"up": -1, "down": 1}
TURN = (
    Command("leaf(1)", ("pagedown",), "pgdn", "further", CHOOSE, "further down the list"),
    Command("leaf(-1)", ("pageup",), "pgup", "back", CHOOSE, "further up the list"),
)
ENDS = (
    Command("end(-1)", ("home",), "home", "first", CHOOSE, "the first one"),
    Command("end(1)", ("end",), "end", "last", CHOOSE, "the last one"),
)
MOST = 100_000


class SessionsPage(Canvas, can_focus=True):
    """The page. Give it scenes with `show`; hear `Chosen`, `Seen` and `Opened`."""

    DEFAULT_CSS = "SessionsPage { height: 1fr; }"
    BINDINGS: ClassVar[list[BindingType]] = bindings((*TURN, *ENDS, NEXT_CARD))

    class Chosen(Message):
        """Another one is under the cursor, or other words narrow the list."""

    class Opened(Message):
        """The one under the cursor is to be opened."""

    @dataclass
    class Seen(Message):
        """These are in sight, and nothing is known yet of how far they are."""

        ids: tuple[str, ...]

    def __init__(self) -> None:
        super().__init__(id="page")
        self.scene = SessionsScene(looked=False)
        self._asked: set[str] = set()

    def paint(self, width: int, height: int) -> Picture:
        """The list at a size."""
        return paint_sessions(self.scene, width, height)

    def show(self, scene: SessionsScene, *, anew: bool = False) -> None:
        """Show another state of the list; `anew` if the sessions may be others, so that all is asked again."""
        self.scene = scene
        if anew:
            self._asked.clear()
        self.repaint()
        self._ask()

    def _ask(self) -> None:
        if not self.size.height:
            return
        rows = rows_in_sight(self.scene, self.size.height)
        unknown = tuple(row.id for row in rows if not row.state and row.id not in self._asked)
        if unknown:
            self._asked.update(unknown)
            self.post_message(self.Seen(unknown))

    def _go(self, scene: SessionsScene) -> None:
        self.show(scene)
        self.post_message(self.Chosen())

    def on_resize(self, event: Resize) -> None:
        """Others come in sight."""
        self._ask()

    def on_key(self, event: Key) -> None:
        """Arrows choose; while something is looked for, letters narrow the list."""
        scene = self.scene
        if event.key in ARROWS:
            self._go(scene.moved(ARROWS[event.key]))
        elif scene.finding and event.key == "backspace":
            self._go(scene.looking_for(scene.typed[:-1]))
        elif scene.finding and event.is_printable and event.character:
            self._go(scene.looking_for(scene.typed + event.character))
        elif event.key == "slash":  # here and not by a binding: what is typed right after it belongs to it
            self.find(finding=True)
        elif event.key == "enter":
            self.post_message(self.Opened())
        else:
            return
        event.stop()
        event.prevent_default()

    def on_paste(self, event: Paste) -> None:
        """Pasted words narrow the list too."""
        if self.scene.finding:
            self._go(self.scene.looking_for(self.scene.typed + one_line(event.text)))

    def find(self, *, finding: bool) -> None:
        """Begin to look for something, or show all again."""
        self._go(replace(self.scene, finding=finding, typed="", at=0).looking_at(self._chosen_id()))

    def _chosen_id(self) -> str:
        return self.scene.chosen.id if self.scene.chosen else ""

    def action_entry(self, by: int) -> None:
        """The next one."""
        self._go(self.scene.moved(by))

    def action_leaf(self, by: int) -> None:
        """A windowful on, or back."""
        many = in_sight(self.scene, self.size.height)[1]
        self._go(self.scene.moved(by * max(2, many - 1)))

    def action_end(self, by: int) -> None:
        """The first one, or the last."""
        self._go(self.scene.moved(by * MOST))

    def on_mouse_down(self, event: MouseDown) -> None:
        """Choose what is under the mouse; what is chosen already is opened."""
        hit = session_at(self.scene, self.size.height, event.y)
        if hit is not None and hit == self.scene.at:
            self.post_message(self.Opened())
        elif hit is not None:
            self._go(replace(self.scene, at=hit))

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """The wheel goes down the list."""
        self._go(self.scene.moved(2))

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """The wheel goes up the list."""
        self._go(self.scene.moved(-2))
