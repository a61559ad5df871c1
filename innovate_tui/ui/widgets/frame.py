"""What stands in the same place on every screen: title, step bar, the chosen card, status line, keys.

Each is a canvas of one or two rows with a pure painter. All of them take plain values and know nothing of screens.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from rich.cells import cell_len
from textual.events import MouseDown
from textual.message import Message

from innovate_tui.ui.cells import Picture, Sheet, fitted, seen, wrapped
from innovate_tui.ui.commands import Command
from innovate_tui.ui.widgets.canvas import Canvas
from innovate_tui.workshop.prose import sentences

WIDE = 100
"""Columns from which step names and the time of saving are shown in full."""


@dataclass(frozen=True, slots=True)
class SaveState:
    """How safe the work is, in words; always on the screen."""

    words: str = "Saved"
    at: str = ""
    """When it was saved, shown where there is room."""
    trouble: bool = False


TIME_INKS = {"quiet": "bar", "soon": "bar-warning", "late": "bar-late"}


@dataclass(frozen=True, slots=True)
class TimeShown:
    """What the clock of the session says; nothing where nobody has asked for it."""

    words: str = ""
    """For the title row: "13 min left"."""
    tone: Literal["quiet", "soon", "late"] = "quiet"
    strip: str = ""
    """For the timer's own row."""
    turn: str = "start"
    """What its first key does now."""
    resting: bool = False
    """Whether there is a break."""

    @property
    def pressing(self) -> bool:
        """Whether it is near its end or past it: a board that is shown large says it only then."""
        return self.tone != "quiet"


NO_TIME = TimeShown()


@dataclass(frozen=True, slots=True)
class Title:
    """What stands in the title row."""

    left: str = ""
    """Session and group: people's own words."""
    middle: str = ""
    """The tool and its state."""
    save: SaveState = SaveState()
    practice: bool = False
    """A rehearsal: said on every screen, whatever else has to give way."""


PRACTICE = "practice"
"""The word for a rehearsal in the title row."""


def paint_title(title: Title, width: int, time: TimeShown = NO_TIME) -> Picture:
    """The title row: session at the left, tool in the middle, timer and save state at the right."""
    sheet = Sheet(width, 1, "bar")
    save = f"! {title.save.words}" if title.save.trouble else title.save.words
    if title.save.at and width >= WIDE and not title.save.trouble:
        save = f"{save} {title.save.at}"
    right = sheet.right(width - 1, 0, save, "bar-warning" if title.save.trouble else "bar-dim")
    if time.words:
        right = sheet.right(right, 0, " · ", "bar-dim")
        right = sheet.right(right, 0, time.words, TIME_INKS[time.tone])
    if title.practice:
        right = sheet.right(right, 0, " · ", "bar-dim")
        right = sheet.right(right, 0, PRACTICE, "bar-warning")
    needs = cell_len(title.middle)
    room = right - needs - 5 if needs else right - 3
    end = sheet.words(1, 0, title.left, "bar-strong", max(8, room))
    middle = max((width - needs) // 2, end + 2)
    if middle + needs < right:
        sheet.words(middle, 0, title.middle, "bar")
    return sheet.picture()


@dataclass(frozen=True, slots=True)
class Steps:
    """The steps of a tool and where the group is. No step is ever locked."""

    titles: tuple[str, ...] = ()
    bars: tuple[str, ...] = ()
    """Shorter names, for wide windows."""
    current: int = 0


def steps_in(steps: Steps, width: int) -> list[tuple[int, int, str]]:
    """What the step bar says: (column, step, words). All names where there is room, else only the current one's."""
    if not steps.titles:
        return []
    named = 1 + sum(cell_len(bar) + 4 for bar in steps.bars)
    all_named = named < width
    title_fits = cell_len(steps.titles[steps.current]) <= width - named + cell_len(steps.bars[steps.current])
    shown: list[tuple[int, int, str]] = []
    x = 1
    for number, (title, bar) in enumerate(zip(steps.titles, steps.bars, strict=True)):
        if number == steps.current:
            words = f"►{number + 1} {title if not all_named or title_fits else bar}"
        else:
            words = f" {number + 1} {bar}" if all_named else f" {number + 1}"
        shown.append((x, number, words))
        x += cell_len(words) + 1
    coming = steps.current + 1
    if coming < len(steps.titles) and not all_named:
        words = f"next: {coming + 1} {steps.titles[coming]}"
        if x + 1 + cell_len(words) < width:
            shown.append((width - 1 - cell_len(words), coming, words))
    return shown


def paint_steps(steps: Steps, width: int) -> Picture:
    """The step bar: numbers, the current one in words, what is next at the right."""
    sheet = Sheet(width, 1)
    for x, _, words in steps_in(steps, width):
        if words.startswith("►"):
            sheet.words(x, 0, "►", "strong")
            sheet.words(x + 1, 0, words[1:], "step")
        else:
            sheet.words(x, 0, words, "dim")
    return sheet.picture()


@dataclass(frozen=True, slots=True)
class Detail:
    """The chosen card in two rows: letter, sign, full title; what to ask, or why it stands there."""

    letter: str = ""
    kind: str = ""
    title: str = ""
    facts: str = ""
    """At the right: judgement, expert."""
    line: str = ""


SIGNS = {"enabler": "■", "influence": "▲", "next-level": "●"}
"""Each kind's sign: never colour alone (C2)."""


def paint_detail(detail: Detail, width: int) -> Picture:
    """The two rows of the chosen card."""
    sheet = Sheet(width, 2)
    if not detail.title:
        return sheet.picture()
    x = sheet.words(2, 0, detail.letter or " ", "strong") + 1
    if detail.kind:
        x = sheet.words(x, 0, SIGNS[detail.kind], detail.kind) + 1
    right = width - 2
    if detail.facts:
        right = sheet.right(width - 2, 0, fitted(detail.facts, width // 2), "dim") - 2
    sheet.words(x, 0, detail.title, "strong", right - x)
    sheet.words(x, 1, detail.line, "text", width - 2 - x)
    return sheet.picture()


def paint_status(sentence: str, width: int) -> Picture:
    """The status row. What is too long for it ends behind a whole sentence where it can, and is seen to be cut."""
    sheet = Sheet(width, 1)
    sheet.words(1, 0, _whole_sentences(sentence, width - 2), "text", width - 2)
    return sheet.picture()


def _whole_sentences(text: str, room: int) -> str:
    """As many whole sentences as there is room for, and that there are more; all of it where not even one fits."""
    if cell_len(text) <= room:
        return text
    parts = sentences(text)
    whole = (f"{' '.join(parts[:count])} …" for count in range(len(parts) - 1, 0, -1))
    return next((each for each in whole if cell_len(each) <= room), text)


def keys_in(commands: Sequence[Command], width: int) -> list[tuple[int, Command]]:
    """The keys of the footer that fit, each with its column; the last one, help, always does."""
    if not commands:
        return []
    *others, last = commands
    shown: list[tuple[int, Command]] = []
    x, room = 1, width - 1 - _key_width(last)
    for command in others:
        if x + _key_width(command) + 2 <= room:
            shown.append((x, command))
            x += _key_width(command) + 2
    return [*shown, (x, last)]


def paint_keys(commands: Sequence[Command], width: int) -> Picture:
    """The footer: as many of the keys that matter now as fit."""
    sheet = Sheet(width, 1, "bar")
    for x, command in keys_in(commands, width):
        end = sheet.words(x, 0, command.key, "bar-key")
        sheet.words(end + 1, 0, command.words, "bar-dim")
    return sheet.picture()


def _key_width(command: Command) -> int:
    return cell_len(command.key) + 1 + cell_len(command.words)


class TitleBar(Canvas):
    """Row 0."""

    title_row = Title()
    time = NO_TIME

    def paint(self, width: int, height: int) -> Picture:
        """The row at a width."""
        return paint_title(self.title_row, width, self.time)

    def show(self, title: Title) -> None:
        """Show another title."""
        self.title_row = title
        self.repaint()

    def show_time(self, time: TimeShown) -> None:
        """Show how the time stands; only its own cells are sent."""
        if self.time != time:
            self.time = time
            self.repaint()


class StepBar(Canvas):
    """Row 1; a click goes to a step."""

    @dataclass
    class Pressed(Message):
        """A step was clicked."""

        step: int

    steps = Steps()

    def paint(self, width: int, height: int) -> Picture:
        """The row at a width."""
        return paint_steps(self.steps, width)

    def show(self, steps: Steps) -> None:
        """Show other steps, or another current one."""
        self.steps = steps
        self.repaint()

    def on_mouse_down(self, event: MouseDown) -> None:
        """Tell which step was clicked."""
        for x, step, words in steps_in(self.steps, self.size.width):
            if x <= event.x < x + cell_len(words):
                self.post_message(self.Pressed(step))


class DetailRows(Canvas):
    """The two rows of the chosen card."""

    DEFAULT_CSS = "DetailRows { height: 2; }"

    detail = Detail()

    def paint(self, width: int, height: int) -> Picture:
        """The rows at a width."""
        return paint_detail(self.detail, width)

    def show(self, detail: Detail) -> None:
        """Show another card."""
        if self.detail != detail:
            self.detail = detail
            self.repaint()


class StatusLine(Canvas):
    """The row above the keys: one sentence that stays until the next key."""

    sentence = ""

    def paint(self, width: int, height: int) -> Picture:
        """The row at a width."""
        return paint_status(self.sentence, width)

    def say(self, sentence: str) -> None:
        """Say something else."""
        self.sentence = sentence
        self.repaint()


class KeyBar(Canvas):
    """The last row: the keys that matter now; a click is as good as the key."""

    @dataclass
    class Pressed(Message):
        """A command was clicked."""

        action: str

    commands: tuple[Command, ...] = ()

    def paint(self, width: int, height: int) -> Picture:
        """The row at a width."""
        return paint_keys(self.commands, width)

    def offer(self, commands: Sequence[Command]) -> None:
        """Offer other keys."""
        if self.commands != tuple(commands):
            self.commands = tuple(commands)
            self.repaint()

    def on_mouse_down(self, event: MouseDown) -> None:
        """Tell which command was clicked."""
        for x, command in keys_in(self.commands, self.size.width):
            if command.action and x <= event.x < x + _key_width(command):
                self.post_message(self.Pressed(command.action))


def paint_too_small(width: int, height: int) -> Picture:
    """What stands in a window that is too small for anything else (string 18)."""
    sheet = Sheet(width, height)
    text = (
        f"This window is {width} × {height}. Innovate needs 60 × 20 and is at ease at 80 × 24. "
        "Nothing is lost. q leaves."
    )
    for row, line in enumerate(wrapped(seen(text), max(1, width - 2))):
        sheet.words(1, row, line)
    return sheet.picture()
