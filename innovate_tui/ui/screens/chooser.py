"""A list to choose from by typing or by arrows: all commands, a card by name, another screen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.style import Style
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import Key, MouseDown, Paste

from innovate_tui.ui.cells import Picture, Sheet, wrapped
from innovate_tui.ui.commands import Command
from innovate_tui.ui.screens.lean_screen import LeanModal
from innovate_tui.ui.widgets.canvas import Canvas
from innovate_tui.ui.widgets.frame import SIGNS, KeyBar
from innovate_tui.workshop.spoken import one_line

KEYS = (
    Command("move(1)", ("down",), "↑↓", "move"),
    Command("take", ("enter",), "enter", "choose"),
    Command("close", ("escape",), "esc", "back"),
)
"""The keys of the box, for the last row."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that can be chosen."""

    id: str
    key: str
    """The key that does the same, or the card's letter."""
    words: str
    kind: str = ""
    """The kind of a card, for its sign."""


@dataclass(frozen=True, slots=True)
class Choosing:
    """What has been typed, and which of the choices left is under the cursor."""

    choices: tuple[Choice, ...]
    typed: str = ""
    at: int = 0

    @property
    def left(self) -> tuple[Choice, ...]:
        """The choices that have what was typed: those named by it first, then those that hold every word of it."""
        typed = self.typed.casefold().strip()
        if not typed:
            return self.choices
        exact = [choice for choice in self.choices if choice.key.casefold() == typed]
        parts = typed.split()
        holding = [
            choice
            for choice in self.choices
            if choice not in exact and all(part in choice.words.casefold() for part in parts)
        ]
        return (*exact, *holding)

    @property
    def chosen(self) -> Choice | None:
        """The choice under the cursor."""
        left = self.left
        return left[min(self.at, len(left) - 1)] if left else None

    def typing(self, text: str) -> "Choosing":
        """With other words typed."""
        return Choosing(self.choices, text)

    def moved(self, by: int) -> "Choosing":
        """With the cursor further on, wrapping."""
        left = self.left
        return Choosing(self.choices, self.typed, (min(self.at, len(left) - 1) + by) % len(left)) if left else self


def paint_choosing(title: str, hint: str, choosing: Choosing, width: int, height: int, told: int = 0) -> Picture:
    """The box: what was typed, and the choices that are left, scrolled to the cursor.

    The last `told` rows say the chosen one in full.
    """
    sheet = Sheet(width, height)
    sheet.double(0, 0, width, height)
    sheet.words(2, 0, f" {title} ", "strong", width - 4)
    end = sheet.words(2, 1, choosing.typed, "strong", width - 6)
    sheet.words(end, 1, "█", "focus")
    if not choosing.typed:
        sheet.words(4, 1, hint, "dim", width - 6)
    left, room = choosing.left, height - 4 - told
    at = min(choosing.at, len(left) - 1)
    first = max(0, min(at - room // 2, len(left) - room))
    keys = max((len(choice.key) for choice in left), default=0)
    for row, choice in enumerate(left[first : first + room]):
        chosen = first + row == at
        ink = "chosen" if chosen else "text"
        y = 3 + row
        if chosen:
            sheet.fill(1, y, width - 2, 1, ink)
            sheet.words(1, y, "►", ink)
        sheet.words(3, y, choice.key, ink if chosen else "key")
        x = 5 + keys
        if choice.kind:
            x = sheet.words(x, y, SIGNS[choice.kind], ink if chosen else choice.kind) + 1
        sheet.words(x, y, choice.words, ink, width - x - 2)
    if not left:
        sheet.words(3, 3, "Nothing is called that. Backspace takes a letter back.", "text", width - 5)
    if told and (full := choosing.chosen):
        for row, line in enumerate(wrapped(full.words, width - 6)[: told - 1]):
            sheet.words(3, height - told + row, line, "text")
    more = len(left) - room
    if more > 0:
        sheet.words(2, height - 1, f" {at + 1} of {len(left)} ", "dim")
    return sheet.picture()


class ChoiceList(Canvas, can_focus=True):
    """The box itself; typing narrows it, arrows move in it."""

    def __init__(self, title: str, hint: str, choices: Sequence[Choice], told: int = 0) -> None:
        super().__init__(id="choices")
        self._title, self._hint = title, hint
        self.told = told
        """Rows in which the chosen one is said in full."""
        self.choosing = Choosing(tuple(choices))

    def paint(self, width: int, height: int) -> Picture:
        """The box at a size."""
        return paint_choosing(self._title, self._hint, self.choosing, width, height, self.told)

    def show(self, choosing: Choosing) -> None:
        """Show another state of choosing."""
        self.choosing = choosing
        self.repaint()


class Chooser(LeanModal):
    """A box to choose from. Gives the choice's id back, or nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,f10", "close", "close"),
        ("enter", "take", "choose"),
        ("down,tab", "move(1)", "next"),
        ("up", "move(-1)", "one before"),
        ("pagedown", "move(8)", "further"),
        ("pageup", "move(-8)", "back"),
    ]

    def __init__(
        self,
        styles: Mapping[str, Style],
        title: str,
        hint: str,
        choices: Sequence[Choice],
        *,
        digits: bool = False,
        told: int = 0,
        at: int = 0,
    ) -> None:
        super().__init__(styles)
        self._list = ChoiceList(title, hint, choices, told)
        self._list.choosing = Choosing(tuple(choices), at=at)
        self._digits = digits
        """Whether a key that a choice shows takes it at once."""
        self._list.styles.height = min(18, len(choices) + 4 + told)

    def compose(self) -> ComposeResult:
        """The box, and its keys in the last row of the screen."""
        yield self._list
        yield KeyBar(id="keys")

    def begin(self) -> None:
        """Begin in the box."""
        self._list.focus()
        self.query_one(KeyBar).offer(KEYS)

    def on_key(self, event: Key) -> None:
        """Letters narrow the list."""
        choosing = self._list.choosing
        if event.key == "backspace":
            self._list.show(choosing.typing(choosing.typed[:-1]))
        elif event.is_printable and event.character:
            event.stop()
            typed = choosing.typing(choosing.typed + event.character)
            if self._digits and (hit := next((one for one in typed.left if one.key == typed.typed), None)):
                self.dismiss(hit.id)
                return
            self._list.show(typed)

    def on_paste(self, event: Paste) -> None:
        """Pasted words narrow the list too."""
        choosing = self._list.choosing
        self._list.show(choosing.typing(choosing.typed + one_line(event.text)))

    def on_mouse_down(self, event: MouseDown) -> None:
        """A click takes the choice; outside the box and its keys it closes."""
        if self.query_one(KeyBar).region.contains(event.screen_x, event.screen_y):
            return
        if event.widget is not self._list:
            self.dismiss(None)
            return
        region = self._list.region
        choosing, row = self._list.choosing, event.screen_y - region.y - 3
        room = region.height - 4 - self._list.told
        first = max(0, min(min(choosing.at, len(choosing.left) - 1) - room // 2, len(choosing.left) - room))
        if 0 <= row < room and first + row < len(choosing.left):
            self.dismiss(choosing.left[first + row].id)

    def action_move(self, by: int) -> None:
        """Go up or down the list."""
        self._list.show(self._list.choosing.moved(by))

    def action_take(self) -> None:
        """Take what is under the cursor."""
        chosen = self._list.choosing.chosen
        self.dismiss(chosen.id if chosen else None)

    def action_close(self) -> None:
        """Close without choosing."""
        self.dismiss(None)
