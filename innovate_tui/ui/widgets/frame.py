"""What stands in the same place on every screen: title, step bar, the chosen card, status line, keys.

Each is a canvas of one or two rows with a pure painter. All of them take plain values and know nothing of screens.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from innovate_tui.ui.cells import Picture, Sheet, fitted, seen, wrapped
from innovate_tui.ui.commands import Command
from innovate_tui.ui.widgets.canvas import Canvas

WIDE = 100
"""Columns from which step names and the time of saving are shown in full."""


@dataclass(frozen=True, slots=True)
class SaveState:
    """How safe the work is, in words; always on the screen."""

    words: str = "Saved"
    at: str = ""
    """When it was saved, shown where there is room."""
    trouble: bool = False


@dataclass(frozen=True, slots=True)
class Title:
    """What stands in the title row."""

    left: str = ""
    """Session and group: people's own words."""
    middle: str = ""
    """The tool and its state."""
    save: SaveState = SaveState()


def paint_title(title: Title, width: int) -> Picture:
    """The title row: session at the left, tool in the middle, save state at the right."""
    sheet = Sheet(width, 1, "bar")
    save = f"! {title.save.words}" if title.save.trouble else title.save.words
    if title.save.at and width >= WIDE and not title.save.trouble:
        save = f"{save} {title.save.at}"
    right = sheet.right(width - 1, 0, save, "bar-warning" if title.save.trouble else "bar-dim")
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


def paint_steps(steps: Steps, width: int) -> Picture:
    """The step bar: numbers, the current one in words, what is next at the right; all names where there is room."""
    sheet = Sheet(width, 1)
    if not steps.titles:
        return sheet.picture()
    named = 1 + sum(cell_len(bar) + 4 for bar in steps.bars)
    room = width - named + cell_len(steps.bars[steps.current])
    title_fits = cell_len(steps.titles[steps.current]) <= room
    whole = named if named <= width else width
    x = 1
    for number, (title, bar) in enumerate(zip(steps.titles, steps.bars, strict=True)):
        current = number == steps.current
        if current:
            x = sheet.words(x, 0, "►", "strong")
            shown = title if whole >= width or title_fits else bar
            x = sheet.words(x, 0, f"{number + 1} {shown}", "step") + 1
        elif whole < width:
            x = sheet.words(x + 1, 0, f"{number + 1} {bar}", "dim") + 1
        else:
            x = sheet.words(x + 1, 0, str(number + 1), "dim") + 1
    if steps.current + 1 < len(steps.titles):
        coming = f"next: {steps.current + 2} {steps.titles[steps.current + 1]}"
        if whole >= width and x + 1 + cell_len(coming) < width:
            sheet.right(width - 1, 0, coming, "dim")
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
    """The status row: one sentence, never more."""
    sheet = Sheet(width, 1)
    sheet.words(1, 0, sentence, "text", width - 2)
    return sheet.picture()


def paint_keys(commands: Sequence[Command], width: int) -> Picture:
    """The footer: as many of the keys that matter now as fit; the last one, help, always does."""
    sheet = Sheet(width, 1, "bar")
    if not commands:
        return sheet.picture()
    *others, last = commands
    x, room = 1, width - 1 - cell_len(last.key) - 1 - cell_len(last.words)
    for command in others:
        needs = cell_len(command.key) + 1 + cell_len(command.words) + 2
        if x + needs > room:
            continue
        x = sheet.words(x, 0, command.key, "bar-key") + 1
        x = sheet.words(x, 0, command.words, "bar-dim") + 2
    x = sheet.words(x, 0, last.key, "bar-key") + 1
    sheet.words(x, 0, last.words, "bar-dim")
    return sheet.picture()


class TitleBar(Canvas):
    """Row 0."""

    title_row = Title()

    def paint(self, width: int, height: int) -> Picture:
        """The row at a width."""
        return paint_title(self.title_row, width)

    def show(self, title: Title) -> None:
        """Show another title."""
        self.title_row = title
        self.repaint()


class StepBar(Canvas):
    """Row 1."""

    steps = Steps()

    def paint(self, width: int, height: int) -> Picture:
        """The row at a width."""
        return paint_steps(self.steps, width)

    def show(self, steps: Steps) -> None:
        """Show other steps, or another current one."""
        self.steps = steps
        self.repaint()


class DetailRows(Canvas):
    """The two rows of the chosen card."""

    DEFAULT_CSS = "DetailRows { height: 2; }"

    detail = Detail()

    def paint(self, width: int, height: int) -> Picture:
        """The rows at a width."""
        return paint_detail(self.detail, width)

    def show(self, detail: Detail) -> None:
        """Show another card."""
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
    """The last row: the keys that matter now."""

    commands: tuple[Command, ...] = ()

    def paint(self, width: int, height: int) -> Picture:
        """The row at a width."""
        return paint_keys(self.commands, width)

    def offer(self, commands: Sequence[Command]) -> None:
        """Offer other keys."""
        if self.commands != tuple(commands):
            self.commands = tuple(commands)
            self.repaint()


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
