"""The sessions of a folder as a picture, or those in the bin: two lines for each, scrolled to the cursor. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rich.cells import cell_len

from innovate_tui.ui.cells import Picture, Sheet, wrapped

WIDEST = 100
"""Columns of the page: in a wider window it stands in the middle."""
HEAD = 2
"""Rows above the list: what is listed, and air."""
LEFT = 4


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session as the list shows it."""

    id: str
    """What it is known by to whoever lists it."""
    name: str
    """Title and group; or its file's name, where that is all that can be read."""
    day: str = ""
    """The day that it is about."""
    when: str = ""
    """When it was last worked on, or put into the bin."""
    state: str = ""
    """How far its tools are, in words; nothing while that is not known yet."""
    practice: bool = False
    damaged: bool = False
    gone: bool = False
    """Its file is gone; what this machine has of it can be brought back."""
    away: bool = False
    """Of those: its file is there, but not in this folder."""
    title: str = ""
    """Its title alone, to be changed."""
    file: str = ""
    """The name of its file: it is found by it as well."""


@dataclass(frozen=True, slots=True)
class SessionsScene:
    """What the list shows."""

    rows: tuple[SessionRow, ...] = ()
    at: int = 0
    """Which of those that are left is under the cursor."""
    where: str = ""
    """The folder that they are in."""
    binned: bool = False
    """Whether these are the ones in the bin."""
    in_bin: int = 0
    typed: str = ""
    finding: bool = False
    """Whether letters narrow the list."""
    looked: bool = True
    """Whether it is known yet what there is."""

    @property
    def left(self) -> tuple[SessionRow, ...]:
        """Those that have every word that was typed."""
        parts = self.typed.casefold().split()
        return tuple(row for row in self.rows if all(part in _findable(row) for part in parts))

    @property
    def chosen(self) -> SessionRow | None:
        """The one under the cursor."""
        left = self.left
        return left[min(self.at, len(left) - 1)] if left else None

    def moved(self, by: int) -> "SessionsScene":
        """With the cursor further on: a single step wraps, a page stops at the ends."""
        left = len(self.left)
        if not left:
            return self
        at = min(self.at, left - 1) + by
        return replace(self, at=at % left if abs(by) == 1 else min(max(at, 0), left - 1))

    def looking_for(self, typed: str) -> "SessionsScene":
        """With other words typed."""
        return replace(self, typed=typed, at=0)

    def looking_at(self, wanted: str) -> "SessionsScene":
        """With the cursor on one of them, if it is there."""
        ids = [row.id for row in self.left]
        return replace(self, at=ids.index(wanted)) if wanted in ids else self

    def told(self, wanted: str, state: str, *, damaged: bool = False) -> "SessionsScene":
        """With the state of one of them known."""
        rows = (
            replace(row, state=state, damaged=row.damaged or damaged) if row.id == wanted else row for row in self.rows
        )
        return replace(self, rows=tuple(rows))


def _findable(row: SessionRow) -> str:
    return f"{row.name} {row.day} {row.file} {'practice' if row.practice else ''}".casefold()


def in_sight(scene: SessionsScene, height: int) -> tuple[int, int, int]:
    """The first one that is shown, how many are, and how many rows each has: with air where all have room."""
    left = len(scene.left)
    room = max(1, height - HEAD)
    deep = 3 if 3 * left <= room else 2
    many = max(1, room // deep)
    at = min(scene.at, max(0, left - 1))
    return max(0, min(at - many // 2, left - many)), many, deep


def rows_in_sight(scene: SessionsScene, height: int) -> tuple[SessionRow, ...]:
    """Those that are shown."""
    first, many, _ = in_sight(scene, height)
    return scene.left[first : first + many]


def session_at(scene: SessionsScene, height: int, y: int) -> int | None:
    """Which of them is in a row; none beside them."""
    first, many, deep = in_sight(scene, height)
    number = first + (y - HEAD) // deep
    if y < HEAD or number >= min(first + many, len(scene.left)) or (y - HEAD) % deep > 1:
        return None
    return number


def paint_sessions(scene: SessionsScene, width: int, height: int) -> Picture:
    """The list at a size."""
    sheet = Sheet(width, height)
    room = min(WIDEST, width)
    left, right = (width - room) // 2, (width - room) // 2 + room - 2
    _head(sheet, scene, left, right)
    if not scene.left:
        for y, line in enumerate(wrapped(_nothing(scene), room - LEFT - 3), HEAD + 1):
            sheet.words(left + LEFT, y, line)
        return sheet.picture()
    first, many, deep = in_sight(scene, height)
    at = min(scene.at, len(scene.left) - 1)
    for number, row in enumerate(scene.left[first : first + many], first):
        _row(sheet, row, left, right, HEAD + (number - first) * deep, chosen=number == at)
    return sheet.picture()


def _head(sheet: Sheet, scene: SessionsScene, left: int, right: int) -> None:
    many = len(scene.left)
    aside = f"{min(scene.at, many - 1) + 1} of {many}" if many else ""
    if scene.in_bin and not scene.binned:
        aside = " · ".join(part for part in (aside, f"z: {scene.in_bin} in the bin") if part)
    end = sheet.right(right, 0, aside, "dim") - 2
    if scene.finding or scene.typed:
        x = sheet.words(left + LEFT, 0, "Find ", "dim")
        x = sheet.words(x, 0, scene.typed, "strong", end - x - 1)
        if scene.finding:
            sheet.words(x, 0, "█", "focus")
    elif scene.looked:
        what = "In the bin, on this computer alone" if scene.binned else f"In {scene.where}"
        sheet.words(left + LEFT, 0, what, "text", end - left - LEFT)


def _nothing(scene: SessionsScene) -> str:
    if not scene.looked:
        return "Looking through the folder."
    if scene.rows:
        return "Nothing is called that. Backspace takes a letter back, esc shows all."
    if scene.binned:
        return "The bin is empty."
    return "No session is in this folder yet. esc goes back; there 1 or 2 starts one."


def _row(sheet: Sheet, row: SessionRow, left: int, right: int, y: int, *, chosen: bool) -> None:
    ink = "chosen" if chosen else "text"
    if chosen:
        sheet.fill(left + 1, y, right - left, 2, ink)
        sheet.words(left + 2, y, "►", ink)
    marks = " · ".join(part for part in ("practice" if row.practice else "", row.day) if part)
    end = sheet.right(right - 1, y, marks, ink) if marks else right - 1
    sheet.words(left + LEFT, y, row.name, ink if chosen else "strong", end - left - LEFT - 2)
    end = sheet.right(right - 1, y + 1, row.when, ink if chosen else "dim") if row.when else right - 1
    room = end - left - LEFT - 2
    sheet.words(left + LEFT, y + 1, state_in(row.state, room), ink, room)


def state_in(state: str, room: int) -> str:
    """How far the tools are, in so many columns: numbers draw together, then tools that are not started give way."""
    if cell_len(state) > room:
        state = re.sub(r"(?<= \d) of (?=\d)", "/", state)
    parts = state.split(" · ")
    while len(parts) > 1 and cell_len(" · ".join(parts)) > room and parts[-1].endswith("not started"):
        parts = parts[:-1]
    return " · ".join(parts)


def rows_named(rows: Sequence[SessionRow]) -> str:
    """How many sessions these are, in words."""
    return "1 session" if len(rows) == 1 else f"{len(rows)} sessions"
