"""What goes into the summary: shown before it is written, and remembered for the session (E6)."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import ClassVar, TypeVar

from rich.style import Style
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import Key, MouseDown

from innovate_tui.ui.cells import Picture, Sheet, fitted, wrapped
from innovate_tui.ui.commands import Command
from innovate_tui.ui.screens.lean_screen import LeanModal
from innovate_tui.ui.widgets.canvas import Canvas
from innovate_tui.ui.widgets.frame import KeyBar
from innovate_tui.workshop.session import ExportAs, Included, PeopleShown

Value = TypeVar("Value", bound=StrEnum)
PEOPLE = {
    PeopleShown.NAMES: "as given",
    PeopleShown.INITIALS: "initials",
    PeopleShown.NUMBERS: "numbers",
    PeopleShown.NONE: "left out",
}
FORMATS = {
    ExportAs.PDF: "PDF",
    ExportAs.HTML: "web page",
    ExportAs.MARKDOWN: "Markdown",
    ExportAs.TEXT: "plain text",
    ExportAs.TABLES: "tables (CSV)",
    ExportAs.PICTURES: "pictures (SVG)",
}
LINES = (
    ("to", "Written as"),
    ("brief", "How much of it"),
    ("people", "Names of people"),
    ("notes", "Notes on cards"),
    ("dissent", "Other views, where not everyone agrees"),
    ("parked", "Parked thoughts"),
    ("rounds", "What has changed since each round"),
    ("time", "Time spent, by step"),
    ("cards", "The cards in full"),
    ("attach", "The session itself, attached"),
)
"""What each line is about, and its words."""
ALONE = {"dissent": "What speaks against a card"}
"""The words of a line where one works alone, and nobody else can disagree."""
TOP = 3
"""The row of the first line in the box."""
DIGITS = "1234567890"[: len(LINES)]
"""The key of each line."""
LEFT = "What is left out is not in the file. It is written to"
ATTACHED = "! Everything in the session file goes with it, names in full, and all that you left out above."
"""What is said of the lines above them, as the last of them is."""
WRITE_UNTIL, NOT_NOW_FROM = 18, 31
"""Columns of the last row: a click before the first writes, from the second on closes."""

KEYS = (
    Command("write", ("enter",), "enter", "write it"),
    Command("move(1)", ("down",), "↑↓", "line"),
    Command("change", ("space",), "space", "change"),
    Command("close", ("escape",), "esc", "not now"),
)
"""The keys of the box, for the last row."""


def values(included: Included) -> tuple[str, ...]:
    """What each line says."""
    return tuple(_value(included, field) for field, _ in LINES)


def _value(included: Included, field: str) -> str:
    match field:
        case "to":
            return FORMATS[included.to]
        case "brief":
            if not included.to.one_file:
                return "all of it"
            return "one page" if included.brief else "the whole summary"
        case "attach" if included.to is not ExportAs.PDF:
            return "only in a PDF"
        case "people":
            return PEOPLE[included.people]
    return "in" if getattr(included, field) else "left out"


def changed(included: Included, line: int) -> Included:
    """The next value of a line."""
    field = LINES[line][0]
    match field:
        case "people":
            return included._replace(people=_next(included.people))
        case "to":
            return included._replace(to=_next(included.to))
    values = included._asdict()
    return Included(**{**values, field: not values[field]})


def _next(value: Value) -> Value:
    """The one after, round."""
    order = list(type(value))
    return order[(order.index(value) + 1) % len(order)]


def paint_export(
    included: Included, folder: str, at: int, width: int, height: int, *, alone: bool = False, missing: str = ""
) -> Picture:
    """The box at a size; what is `missing` from a PDF, because no font has it, is said before anything is written."""
    sheet = Sheet(width, height)
    sheet.double(0, 0, width, height)
    sheet.words(2, 0, " Export ", "strong")
    sheet.words(3, 1, "What goes into the summary?", "strong")
    if missing and included.to is ExportAs.PDF:
        sheet.words(3, 2, fitted(f"! No font prints: {missing}", width - 6), "warning")
    for row, ((field, line), value) in enumerate(zip(LINES, values(included), strict=True)):
        chosen = row == at
        ink = "chosen" if chosen else "text"
        if chosen:
            sheet.fill(1, TOP + row, width - 2, 1, ink)
            sheet.words(1, TOP + row, "►", ink)
        sheet.words(3, TOP + row, DIGITS[row], ink if chosen else "key")
        sheet.words(5, TOP + row, ALONE.get(field, line) if alone else line, ink)
        sheet.right(width - 3, TOP + row, value, ink if chosen else "strong")
    y = TOP + len(LINES)
    said = [(text, "warning") for text in wrapped(ATTACHED, width - 6)] if included.attaches else [("", "dim")]
    if not included.attaches:
        said.append((LEFT, "dim"))
    written = f"It is written to {folder}" if included.attaches else folder
    said += [(text, "text") for text in wrapped(written, width - 6)[:2]]
    for row, (text, ink) in enumerate(said[: height - 2 - y], y):
        sheet.words(3, row, text, ink)
    y = height - 2
    x = 3
    for key, words in (("enter", "write it"), ("0-9", "change"), ("esc", "not now")):
        x = sheet.words(x, y, key, "key") + 1
        x = sheet.words(x, y, words, "text") + 3
    return sheet.picture()


class ExportLines(Canvas, can_focus=True):
    """The box itself."""

    def __init__(self, included: Included, folder: str, *, alone: bool = False) -> None:
        super().__init__(id="export")
        self.alone = alone
        self.included = included
        self.folder = folder
        self.missing = ""
        self.at = 0

    def paint(self, width: int, height: int) -> Picture:
        """The box at a size."""
        return paint_export(self.included, self.folder, self.at, width, height, alone=self.alone, missing=self.missing)


class ExportBox(LeanModal):
    """Choose what goes in, then write. Gives True when the summary is to be written."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,q", "close", "not now"),
        ("enter,e", "write", "write"),
        ("space,left,right", "change", "change"),
        ("down,tab", "move(1)", "next"),
        ("up", "move(-1)", "one before"),
    ]

    def __init__(
        self,
        styles: Mapping[str, Style],
        included: Included,
        folder: str,
        on_change: Callable[[Included], None],
        *,
        alone: bool = False,
    ) -> None:
        super().__init__(styles)
        self._lines = ExportLines(included, folder, alone=alone)
        self._on_change = on_change

    def compose(self) -> ComposeResult:
        """The box, and its keys in the last row of the screen."""
        yield self._lines
        yield KeyBar(id="keys")

    def begin(self) -> None:
        """Begin in the box."""
        self._lines.focus()
        self.query_one(KeyBar).offer(KEYS)

    def warn(self, missing: str) -> None:
        """Say what no font at hand can print."""
        self._lines.missing = missing
        self._lines.repaint()

    def on_key(self, event: Key) -> None:
        """Digits change their line."""
        if event.character and event.character in DIGITS:
            self._lines.at = DIGITS.index(event.character)
            self.action_change()

    def on_mouse_down(self, event: MouseDown) -> None:
        """A click changes a line; outside the box and its keys it closes."""
        if self.query_one(KeyBar).region.contains(event.screen_x, event.screen_y):
            return
        if event.widget is not self._lines:
            self.dismiss(False)
            return
        row = event.screen_y - self._lines.region.y - TOP
        if 0 <= row < len(LINES):
            self._lines.at = row
            self.action_change()
        elif event.screen_y == self._lines.region.bottom - 2:
            x = event.screen_x - self._lines.region.x
            if x < WRITE_UNTIL:
                self.action_write()
            elif x >= NOT_NOW_FROM:
                self.action_close()

    def action_change(self) -> None:
        """The next value of the line under the cursor."""
        self._lines.included = changed(self._lines.included, self._lines.at)
        self._on_change(self._lines.included)
        self._lines.repaint()

    def action_move(self, by: int) -> None:
        """Go up or down."""
        self._lines.at = (self._lines.at + by) % len(LINES)
        self._lines.repaint()

    def action_write(self) -> None:
        """Write the summary with what is chosen."""
        self.dismiss(True)

    def action_close(self) -> None:
        """Not now; what was chosen is remembered."""
        self.dismiss(False)
