"""A help page as a picture: every command of a screen under four headings, and the signs. All of it from the commands.

In a window of 80 columns and more there are two columns. Where even these are too short for all that there is to say,
commands that would take two lines are told in few words; where that is too long too, there are pages.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from rich.cells import cell_len

from innovate_tui.ui.cells import Picture, Sheet, wrapped
from innovate_tui.ui.commands import CHOOSE, GO, KEEP, SAY, SECTIONS, Command
from innovate_tui.ui.widgets.canvas import Canvas
from innovate_tui.ui.widgets.frame import SIGNS

TWO_COLUMNS = 76
"""Columns from which the commands stand in two columns."""
WIDEST = 56
"""Columns of one of the two at most."""
AIRY = 25
"""Rows from which a free one stands above the page."""
SIDES = ((CHOOSE, SAY), (GO, KEEP))
TWINS = {
    "less": "more",
    "redo": "undo",
    "dissent": "why",
    "blank": "large",
    "sound": "timer",
    "leave": "back",
    "letters": "insert",
    "versions": "round",
    "wipe": "round",
    "strike": "note",
}
"""Commands that are told in one line with another."""
KEYS = 9
"""The widest column of keys; where there are more keys to a line, its words begin later."""
SHARED = {"go": "elsewhere"}
"""What commands that lead to different places say together, where each in turn would take two lines."""
KINDS = (("enabler", "enabler"), ("influence", "influence"), ("next-level", "next level facilitator"))
MARKS = (("≡", "reason written"), ("≠", "not everyone agrees"), ("►", "where you are"))
MARKS_ALONE = (MARKS[0], ("≠", "something against it"), MARKS[2])
"""The same where one works alone, and nobody else can disagree."""

Run = tuple[int, str, str]
Row = tuple[Run, ...]
"""Words on a line, each from a column on and in an ink."""


@dataclass(frozen=True, slots=True)
class Line:
    """One command, or several that belong together, as the help tells them."""

    section: str
    keys: str
    words: str
    few: str
    """The same in few words."""


def told(commands: Iterable[Command]) -> tuple[Line, ...]:
    """The lines of a page. Commands that differ only in direction or in where they lead share one."""
    families: dict[tuple[str, str], list[Command]] = {}
    commands = tuple(commands)
    twins = TWINS if any(command.action == "note" for command in commands) else {**TWINS, "strike": "park"}
    for number, command in enumerate(commands):
        name = command.action.partition("(")[0]
        family = twins.get(name, name) or f"keys {number}"
        families.setdefault((command.section, family), []).append(command)
    return tuple(_together(section, members) for (section, _), members in families.items())


def _together(section: str, members: Sequence[Command]) -> Line:
    if len(members) == 1:
        return Line(section, members[0].key, members[0].explained, members[0].words)
    keys = " ".join(dict.fromkeys(command.key for command in members if command.key))
    whole = ", ".join(dict.fromkeys(command.words for command in members))
    words = SHARED.get(members[0].action.partition("(")[0], whole)
    return Line(section, keys, words, words)


def help_pages(commands: Iterable[Command], width: int, height: int, *, alone: bool = False) -> tuple[Picture, ...]:
    """The page of one screen at a size, as many times as it takes to show every command."""
    if height < AIRY:
        return _pages(told(commands), width, height, alone=alone)
    pages = []
    for page in _pages(told(commands), width, height - 1, alone=alone):
        sheet = Sheet(width, height)
        sheet.paste(0, 1, page)
        pages.append(sheet.picture())
    return tuple(pages)


def _pages(lines: Sequence[Line], width: int, height: int, *, alone: bool) -> tuple[Picture, ...]:
    if width < TWO_COLUMNS:
        rows = [*_column(lines, SECTIONS, width - 6, few=False), (), *_signs(width, alone=alone)]
        return tuple(_picture((part,), width, height, (3,)) for part in _parted(rows, height))
    room = min(WIDEST, (width - 4) // 2 - 1)
    starts = (3, 3 + room + 2)
    signs = [(), *_signs(width, alone=alone)]
    for few in (False, True):
        sides = tuple(_column(lines, side, room, few=few) for side in SIDES)
        if max(map(len, sides)) + len(signs) <= height:
            break
    deepest = max(map(len, sides))
    if deepest + len(signs) - 1 == height:
        signs = signs[1:]
    pages = list(zip_longest(*(_parted(side, height) for side in sides), fillvalue=[]))
    last = max(map(len, pages[-1]))
    if last + len(signs) > height:
        pages.append(([], []))
        last, signs = 0, signs[1:]
    pictures = [_picture(page, width, height, starts) for page in pages[:-1]]
    end = Sheet(width, height)
    end.paste(0, 0, _picture(pages[-1], width, height, starts))
    end.paste(0, last, _picture((signs,), width, len(signs), (3,)))
    return (*pictures, end.picture())


def _column(lines: Sequence[Line], sections: Sequence[str], room: int, *, few: bool) -> list[Row]:
    """The lines of some sections, each under its heading."""
    widths = [cell_len(line.keys) for line in lines if line.section in sections]
    keys = max((width for width in widths if width <= KEYS), default=0) + 2
    rows: list[Row] = []
    for section in sections:
        mine = [line for line in lines if line.section == section]
        if not mine:
            continue
        rows += [()] if rows else []
        rows.append(((0, section, "strong"),))
        for line in mine:
            start = max(keys, cell_len(line.keys) + 1)
            text = line.few if few and cell_len(line.words) > room - start else line.words
            for number, words in enumerate(wrapped(text, room - start)):
                rows.append((*(((0, line.keys, "key"),) if number == 0 else ()), (start, words, "text")))
    return rows


def _signs(width: int, *, alone: bool) -> list[Row]:
    """The signs with what they say: those of the kinds, then the marks, in as many lines as the width asks for."""
    rows: list[list[Run]] = []
    for group in (
        [(SIGNS[kind], kind, name) for kind, name in KINDS],
        [(sign, "strong", name) for sign, name in (MARKS_ALONE if alone else MARKS)],
    ):
        x = width
        for sign, ink, name in group:
            if x + 2 + cell_len(name) > width - 4:
                rows.append([])
                x = 8
            rows[-1] += [(x, sign, ink), (x + 2, name, "text")]
            x += cell_len(name) + 5
    rows[0].insert(0, (0, "Signs", "strong"))
    return [tuple(row) for row in rows]


def _parted(rows: list[Row], height: int) -> list[list[Row]]:
    """Rows in pages; none begins with an empty row or ends with a heading."""
    pages = []
    rest = rows
    while len(rest) > height:
        cut = height
        while cut > 1 and len(rest[cut - 1]) == 1 and rest[cut - 1][0][2] == "strong":
            cut -= 1
        pages.append(rest[:cut])
        rest = rest[cut:]
        while rest and not rest[0]:
            rest = rest[1:]
    pages.append(rest)
    return pages


def _picture(columns: Sequence[Sequence[Row]], width: int, height: int, starts: Sequence[int]) -> Picture:
    sheet = Sheet(width, height)
    for start, rows in zip(starts, columns, strict=True):
        for y, row in enumerate(rows):
            for x, words, ink in row:
                sheet.words(start + x, y, words, ink)
    return sheet.picture()


class HelpPage(Canvas, can_focus=True):
    """The help of one screen."""

    DEFAULT_CSS = "HelpPage { height: 1fr; }"

    def __init__(self) -> None:
        super().__init__(id="page")
        self.commands: tuple[Command, ...] = ()
        self.alone = False
        """Whether it is for somebody who works alone."""
        self.number = 0

    def paint(self, width: int, height: int) -> Picture:
        """The page in sight, at a size."""
        pages = help_pages(self.commands, width, height, alone=self.alone)
        return pages[min(self.number, len(pages) - 1)]

    @property
    def count(self) -> int:
        """How many pages there are at this size."""
        return len(help_pages(self.commands, *self.size)) if all(self.size) else 1

    def show(self, commands: Sequence[Command]) -> None:
        """Show the help of another screen."""
        self.commands = tuple(commands)
        self.number = 0
        self.repaint()

    def turn(self, by: int) -> None:
        """The next page, or the one before, wrapping."""
        self.number = (min(self.number, self.count - 1) + by) % self.count
        self.repaint()
