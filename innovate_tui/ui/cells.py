"""A sheet of character cells to paint on, and the finished picture. Knows inks by name, not colours, and no Textual.

Painters are pure functions that make a `Picture` of a size. The picture as text is what golden tests compare; a
`Canvas` puts it on the screen. Person-written text may be painted as it is: there is no markup here, and characters
that a terminal would act on come out as a visible sign.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rich.cells import cell_len, get_character_cell_size

from innovate_tui.workshop.spoken import is_control

Cell = tuple[str, str]
"""What stands in a cell (the second half of a wide character is empty) and the ink it is painted with."""

UP, DOWN, LEFT, RIGHT = 1, 2, 4, 8
JOINS = {
    UP | DOWN: "│",
    UP: "│",
    DOWN: "│",
    LEFT | RIGHT: "─",
    LEFT: "─",
    RIGHT: "─",
    DOWN | RIGHT: "┌",
    DOWN | LEFT: "┐",
    UP | RIGHT: "└",
    UP | LEFT: "┘",
    UP | DOWN | RIGHT: "├",
    UP | DOWN | LEFT: "┤",
    DOWN | LEFT | RIGHT: "┬",
    UP | LEFT | RIGHT: "┴",
    UP | DOWN | LEFT | RIGHT: "┼",
}
"""Lines that meet in a cell, as directions, and the sign for them."""

UNSEEN = "·"
"""Stands for a character that must not reach the terminal."""

ASCII = str.maketrans(
    {
        **dict.fromkeys("┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬", "+"),
        "─": "-",
        "│": "|",
        "═": "=",
        "║": "H",
        "■": "#",
        "▲": "^",
        "●": "o",
        "►": ">",
        "◄": "<",
        "▼": "v",
        "≡": '"',
        "≠": "~",
        "▌": "[",
        "█": "#",
        "░": ".",
        "•": "*",
        "·": ".",
        "–": "-",
        "—": "-",
        "…": "~",
        "×": "x",
        "↑": "^",
        "↓": "v",
        "←": "<",
        "→": ">",
        "’": "'",
        "‘": "'",
        "“": '"',
        "”": '"',
    }
)
"""The same picture for a console that has only ASCII: one cell for one cell (INTERACTION, section 3)."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A painted rectangle. Characters and inks stand apart, so that two pictures are compared quickly at every key."""

    chars: tuple[tuple[str, ...], ...]
    inks: tuple[tuple[str, ...], ...]

    @property
    def rows(self) -> tuple[tuple[Cell, ...], ...]:
        """Row by row, cell by cell."""
        return tuple(tuple(zip(*row, strict=True)) for row in zip(self.chars, self.inks, strict=True))

    @property
    def width(self) -> int:
        """Columns."""
        return len(self.chars[0]) if self.chars else 0

    @property
    def height(self) -> int:
        """Rows."""
        return len(self.chars)

    def as_text(self, *, ascii_only: bool = False) -> str:
        """The characters alone, trailing blanks cut, for golden tests."""
        lines = ("".join(row).rstrip() for row in self.chars)
        text = "\n".join(lines)
        return text.translate(ASCII) if ascii_only else text

    def runs(self, row: int) -> Iterator[tuple[str, str]]:
        """One row as stretches of text in one ink."""
        chars, inks = self.chars[row], self.inks[row]
        start = 0
        for x in range(1, len(inks) + 1):
            if x == len(inks) or inks[x] != inks[start]:
                if text := "".join(chars[start:x]):
                    yield text, inks[start]
                start = x

    def changes(self, other: "Picture") -> Iterator[tuple[int, int, int]]:
        """Where another picture of the same size differs: (x, y, width) of each stretch; near ones are one."""
        for y in range(self.height):
            mine, theirs, inks, others = self.chars[y], other.chars[y], self.inks[y], other.inks[y]
            if mine == theirs and inks == others:
                continue
            start = end = -1
            for x in [x for x in range(self.width) if mine[x] != theirs[x] or inks[x] != others[x]]:
                if start >= 0 and x - end > NEAR:
                    yield start, y, end - start + 1
                    start = x
                elif start < 0:
                    start = x
                second_half = not (mine[x + 1] and theirs[x + 1]) if x + 1 < len(mine) else False
                end = x + 1 if second_half else x
            yield start, y, end - start + 1


ONE_CELL_EACH = re.compile("[ -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2190-\u2193\u2260\u2261\u2500-\u25fc]*")
"""Text that needs no measuring: Latin letters and the signs of our own screens."""
NEAR = 8
"""Cells between two changed stretches below which repainting them as one costs fewer bytes than moving the cursor."""


class Sheet:
    """A rectangle to paint on. What falls outside is cut off; nothing raises."""

    def __init__(self, width: int, height: int, ink: str = "text") -> None:
        self.width = max(0, width)
        self.height = max(0, height)
        self._chars = [[" "] * self.width for _ in range(self.height)]
        self._inks = [[ink] * self.width for _ in range(self.height)]
        self._joins: dict[tuple[int, int], int] = {}

    def words(self, x: int, y: int, text: str, ink: str = "text", room: int | None = None) -> int:
        """One line of text from a cell on, cut with `…` to `room` cells; returns the column after it."""
        shown = fitted(text, room) if room is not None else seen(text)
        if ONE_CELL_EACH.fullmatch(shown):
            self._stretch(x, y, shown, ink)
            return x + len(shown)
        for char in shown:
            wide = get_character_cell_size(char)
            if wide == 0:
                if 0 <= y < self.height and 0 < x <= self.width:
                    self._chars[y][x - 1] += char
                continue
            halved = wide == 2 and not 0 <= x < self.width - 1  # half of it would stand outside
            self._set(x, y, " " if halved else char, ink)
            if wide == 2:
                self._set(x + 1, y, " " if halved else "", ink)
            x += wide
        return x

    def right(self, x: int, y: int, text: str, ink: str = "text") -> int:
        """One line of text that ends before a column; returns where it starts."""
        start = x - cell_len(seen(text))
        self.words(start, y, text, ink)
        return start

    def fill(self, x: int, y: int, width: int, height: int, ink: str, char: str = " ") -> None:
        """A rectangle in one ink."""
        for row in range(y, y + height):
            self._stretch(x, row, char * width, ink)

    def frame(self, x: int, y: int, width: int, height: int, ink: str = "line") -> None:
        """A single border; where borders share a cell they join."""
        right, bottom = x + width - 1, y + height - 1
        for column in range(x, right + 1):
            sides = (LEFT if column > x else 0) | (RIGHT if column < right else 0)
            self._join(column, y, sides, ink)
            self._join(column, bottom, sides, ink)
        for row in range(y, bottom + 1):
            sides = (UP if row > y else 0) | (DOWN if row < bottom else 0)
            self._join(x, row, sides, ink)
            self._join(right, row, sides, ink)

    def rule(self, x: int, y: int, width: int, ink: str = "line") -> None:
        """A level line."""
        self.fill(x, y, width, 1, ink, "─")

    def upright(self, x: int, y: int, height: int, ink: str = "line") -> None:
        """A standing line."""
        self.fill(x, y, 1, height, ink, "│")

    def double(self, x: int, y: int, width: int, height: int, ink: str = "focus") -> None:
        """A double border over whatever is there: where the focus is."""
        right, bottom = x + width - 1, y + height - 1
        for row in (y, bottom):
            self._stretch(x + 1, row, "═" * (right - x - 1), ink)
        for row in range(y + 1, bottom):
            self._set(x, row, "║", ink)
            self._set(right, row, "║", ink)
        for column, row, corner in ((x, y, "╔"), (right, y, "╗"), (x, bottom, "╚"), (right, bottom, "╝")):
            self._set(column, row, corner, ink)

    def paste(self, x: int, y: int, picture: Picture) -> None:
        """Another picture, laid over this one."""
        for row, (chars, inks) in enumerate(zip(picture.chars, picture.inks, strict=True), y):
            end = x + len(chars)
            if x >= 0 and end <= self.width and 0 <= row < self.height:
                under = self._chars[row]
                if all(under[x : end + 1]):  # no wide character is halved: the row goes over as one
                    under[x:end] = chars
                    self._inks[row][x:end] = inks
                    continue
            for column, (char, ink) in enumerate(zip(chars, inks, strict=True), x):
                self._set(column, row, char, ink)

    def copy(self) -> "Sheet":
        """The same sheet once more, to go on painting without touching this one."""
        other = Sheet(0, 0)
        other.width, other.height = self.width, self.height
        other._chars = [row.copy() for row in self._chars]
        other._inks = [row.copy() for row in self._inks]
        other._joins = self._joins.copy()
        return other

    def picture(self) -> Picture:
        """What has been painted."""
        return Picture(tuple(map(tuple, self._chars)), tuple(map(tuple, self._inks)))

    def _join(self, x: int, y: int, sides: int, ink: str) -> None:
        sides |= self._joins.get((x, y), 0)
        self._joins[x, y] = sides
        if sides:
            self._set(x, y, JOINS[sides], ink)

    def _stretch(self, x: int, y: int, chars: str, ink: str) -> None:
        """Characters of one cell each, all at once; one by one only where wide characters stand."""
        start, end = max(0, x), min(self.width, x + len(chars))
        if start >= end or not 0 <= y < self.height:
            return
        row = self._chars[y]
        if all(row[start : end + 1]):
            row[start:end] = chars[start - x : end - x]
            self._inks[y][start:end] = [ink] * (end - start)
        else:
            for column in range(start, end):
                self._set(column, y, chars[column - x], ink)

    def _set(self, x: int, y: int, char: str, ink: str) -> None:
        if 0 <= x < self.width and 0 <= y < self.height:
            row = self._chars[y]
            if char and not row[x]:
                row[x - 1] = " "  # the second half of a wide character goes, so its first half does
            if x + 1 < self.width and not row[x + 1]:
                row[x + 1] = " "
            row[x] = char
            self._inks[y][x] = ink


def seen(text: str) -> str:
    """A person's text as one line may show it: what could act on a terminal becomes a visible sign."""
    if text.isprintable():
        return text
    return "".join(UNSEEN if is_control(char) else char for char in text.replace("\n", " "))


def fitted(text: str, room: int) -> str:
    """A text cut to a number of cells, with `…` where something was left out."""
    text = seen(text)
    if cell_len(text) <= room:
        return text
    if room <= 0:
        return ""
    kept, used = "", 0
    for char in text:
        used += get_character_cell_size(char)
        if used > room - 1:
            break
        kept += char
    return kept.rstrip() + "…"


@lru_cache(maxsize=2048)
def wrapped(text: str, width: int) -> tuple[str, ...]:
    """Running text broken into lines of at most `width` cells; line ends of the text are kept, long words are cut."""
    width = max(1, width)
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in seen(paragraph).split():
            while cell_len(word) > width:
                head = _head(word, width if not line else 0) if not line else ""
                if line:
                    lines.append(line)
                    line = ""
                    continue
                lines.append(head)
                word = word[len(head) :]
            if not line:
                line = word
            elif cell_len(line) + 1 + cell_len(word) <= width:
                line += f" {word}"
            else:
                lines.append(line)
                line = word
        lines.append(line)
    return tuple(lines)


def _head(word: str, width: int) -> str:
    used = 0
    for index, char in enumerate(word):
        used += get_character_cell_size(char)
        if used > width:
            return word[: max(1, index)]
    return word
