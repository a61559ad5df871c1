"""The box in which words are written: reasons, notes, answers, titles. `esc` always keeps."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.style import Style
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.events import Click
from textual.geometry import Size

from innovate_tui.ui.cells import Picture, Sheet, wrapped
from innovate_tui.ui.commands import Command
from innovate_tui.ui.screens.lean_screen import LeanModal
from innovate_tui.ui.screens.working_screen import WorkingScreen
from innovate_tui.ui.widgets.canvas import Canvas
from innovate_tui.ui.widgets.frame import SIGNS, KeyBar, StatusLine
from innovate_tui.ui.widgets.words_field import WordsField
from innovate_tui.workshop.events import Drafted

KEEP = Command("keep", ("escape",), "esc", "keep and close")
ENTER = Command("keep", ("enter",), "enter", "keep")
NEW_LINE = Command("", ("enter",), "enter", "new line")
OTHER = Command("", ("tab",), "tab", "next field")
UNDO = Command("", ("ctrl+z",), "ctrl+z", "undo")


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a box."""

    key: str
    label: str = ""
    text: str = ""
    rows: int = 3
    single: bool = False
    """One line, as for a title."""
    enter_keeps: bool = True
    listing: bool = False
    """One thing on each line: enter on an empty one is the end of the list."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What the words are about, above the fields."""

    text: str
    letter: str = ""
    kind: str = ""


class HeadingRow(Canvas):
    """The heading of a box, or a label in it: as many rows as its words need."""

    DEFAULT_CSS = "HeadingRow { height: auto; }"

    def __init__(self, heading: Heading, ink: str = "strong") -> None:
        super().__init__()
        self._heading = heading
        self._ink = ink

    def paint(self, width: int, height: int) -> Picture:
        """The rows at a width."""
        return paint_heading(self._heading, self._ink, width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The rows that the words need."""
        return paint_heading(self._heading, self._ink, width).height


def paint_heading(heading: Heading, ink: str, width: int) -> Picture:
    """Letter, sign and words of a heading, broken into lines."""
    x = 1 + (2 if heading.letter else 0) + (2 if heading.kind else 0)
    lines = wrapped(heading.text, max(8, width - x - 1))
    sheet = Sheet(width, len(lines))
    if heading.letter:
        sheet.words(1, 0, heading.letter, "strong")
    if heading.kind:
        sheet.words(x - 2, 0, SIGNS[heading.kind], heading.kind)
    for row, line in enumerate(lines):
        sheet.words(x, row, line, ink)
    return sheet.picture()


class WordsBox(LeanModal):
    """One or more fields in a box over the screen. Gives the words of every field back when it closes.

    `on_typed` hears every change at once, so that what is typed is kept as it is typed. Without it the words are no
    edit before the box closes; until then they are written down as a draft, for a crash.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,f10", "keep", "keep and close"),
        # at once, before the next key is given to a field: on a slow line keys come in bursts
        Binding("tab", "next_field", "next field", priority=True),
    ]

    def __init__(
        self,
        styles: Mapping[str, Style],
        title: str,
        heading: Heading,
        fields: Sequence[Field],
        *,
        status: str = "",
        promise: str = "What you type is kept as you type it.",
        on_typed: Callable[[str, str], None] | None = None,
        at: str = "",
    ) -> None:
        super().__init__(styles)
        self._title = title
        self._heading = heading
        self._fields = tuple(fields)
        self._status = status
        self._promise = promise
        self._on_typed = on_typed
        self._at = at or self._fields[0].key

    def compose(self) -> ComposeResult:
        """The box, and the two last rows of the screen."""
        with Vertical(id="box") as box:
            box.border_title = self._title
            yield HeadingRow(self._heading)
            for field in self._fields:
                if field.label:
                    yield HeadingRow(Heading(field.label), "text")
                words = WordsField(
                    field.key,
                    field.text,
                    enter_keeps=field.enter_keeps or field.single,
                    single=field.single,
                    listing=field.listing,
                )
                words.styles.height = field.rows + 2
                yield words
            yield HeadingRow(Heading(self._promise), "dim")
        yield StatusLine(id="status")
        yield KeyBar(id="keys")

    def begin(self) -> None:
        """Begin in the field that was asked for."""
        self.query_one(f"#field-{self._at}", WordsField).focus()
        self.query_one(StatusLine).say(self._status)
        keeps = self._fields[0].enter_keeps or self._fields[0].single
        several = (OTHER,) if len(self._fields) > 1 else ()
        self.query_one(KeyBar).offer((ENTER if keeps else NEW_LINE, *several, UNDO, KEEP))

    @on(WordsField.Typed)
    def hear(self, event: WordsField.Typed) -> None:
        """Pass every change on."""
        event.stop()
        if self._on_typed is not None:
            self._on_typed(event.field, event.text)
        else:
            self._draft("\n".join(text for text in self._words().values() if text.strip()))

    @on(WordsField.Cleaned)
    def say_what_was_left_out(self, event: WordsField.Cleaned) -> None:
        """Say how many control characters were left out of a paste."""
        event.stop()
        letters = "1 control character was" if event.count == 1 else f"{event.count} control characters were"
        self.query_one(StatusLine).say(f"{letters} left out of what was pasted.")

    @on(WordsField.Kept)
    def kept(self, event: WordsField.Kept) -> None:
        """Enter keeps and closes."""
        event.stop()
        self.action_keep()

    def on_click(self, event: Click) -> None:
        """A click outside the box keeps and closes, like esc."""
        if event.widget is self:
            self.action_keep()

    def action_next_field(self) -> None:
        """Go on in the next field."""
        self.focus_next()

    def action_keep(self) -> None:
        """Close, with the words of every field."""
        words = self._words()
        self.dismiss(words)
        if self._on_typed is None:
            self.call_later(self._draft, "")  # after whoever asked for the words has made an edit of them

    def _words(self) -> dict[str, str]:
        return {field.key: self.query_one(f"#field-{field.key}", WordsField).words for field in self._fields}

    def _draft(self, words: str) -> None:
        """Write down what stands in the box, if it stands over a session."""
        screen = next((each for each in reversed(self.app.screen_stack) if isinstance(each, WorkingScreen)), None)
        if screen is not None:
            screen.write_down(Drafted(self._title, words), screen.history)

    def keep_words(self) -> bool:
        """Nothing that was typed is lost when the program ends."""
        self.action_keep()
        return True
