"""Where a session is, as a picture: its facts, the tools with their state in words, and what belongs to all of them.

A tool has two lines with air around them, so that the chosen one stands in a box; what belongs to all of them has one
line each. Where there is little room the air goes, and the chosen line is filled.
"""

from dataclasses import dataclass

from rich.cells import cell_len

from innovate_tui.ui.cells import Picture, Sheet, seen

WIDEST = 100
"""Columns of the page: in a wider window it stands in the middle."""
MARK, KEY, NAME = 4, 6, 9
"""Columns of the cursor, the digit, and the name."""
STATE, STATE_NEAR, NEAR_BELOW = 28, 24, 74
"""The column of the state, and the one in windows of fewer columns than the last figure."""
FACTS = 2
"""Rows of the page's head: the facts, and air."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something of the session that can be opened."""

    place: str
    key: str
    """The digit that opens it."""
    name: str
    state: str
    line: str = ""
    """A tool's second line; those that belong to all tools have none."""


@dataclass(frozen=True, slots=True)
class OverviewScene:
    """What the overview shows of a session."""

    facts: str = ""
    entries: tuple[Entry, ...] = ()
    kept_in: str = ""
    """The file that the session is kept in; nothing while there is none."""
    exports_to: str = ""
    """The folder that summaries are written to."""

    def entry(self, place: str) -> Entry | None:
        """The entry that leads to a place."""
        return next((entry for entry in self.entries if entry.place == place), None)


@dataclass(frozen=True, slots=True)
class Plan:
    """Where things stand at a size."""

    left: int
    room: int
    rows: dict[str, int]
    """The first row of every entry, by its place."""
    foot: int
    state: int
    """The column of the states, counted from the left of the page."""
    airy: bool
    """Whether a tool has free rows around it."""


def plan(scene: OverviewScene, width: int, height: int) -> Plan:
    """Where things stand: with air where there is room, and close together where there is little."""
    room = min(WIDEST, width)
    two, one = ([entry for entry in scene.entries if bool(entry.line) is tool] for tool in (True, False))
    foot = bool(scene.kept_in) + bool(scene.exports_to)
    airy = FACTS + 3 * len(two) + len(one) + 1 + foot <= height
    roomy = FACTS + 3 * len(two) + 2 * len(one) + 1 + foot <= height
    rows, y = {}, FACTS
    for entry in two:
        rows[entry.place] = y
        y += 3 if airy else 2
    for entry in one:
        rows[entry.place] = y
        y += 2 if roomy else 1
    bottom = min(y + (0 if roomy else 1), max(y, height - foot))
    return Plan((width - room) // 2, room, rows, bottom, STATE_NEAR if width < NEAR_BELOW else STATE, airy)


def paint_overview(scene: OverviewScene, at: str, width: int, height: int) -> Picture:
    """The page at a size, with the cursor on the entry of a place."""
    sheet, where = Sheet(width, height), plan(scene, width, height)
    left, right, state = where.left, where.left + where.room - 2, where.state
    sheet.words(left + 3, 0, scene.facts, "text", where.room - 5)
    for entry in scene.entries:
        y, chosen = where.rows[entry.place], entry.place == at
        ink = "chosen" if chosen else "text"
        deep = 2 if entry.line else 1
        if chosen:
            sheet.fill(left + 2, y, where.room - 4, deep, ink)
            if entry.line and where.airy:
                sheet.double(left + 1, y - 1, where.room - 2, 4)
            sheet.words(left + MARK, y, "►", ink)
        sheet.words(left + KEY, y, entry.key, ink if chosen else "key")
        sheet.words(left + NAME, y, entry.name, ink if chosen else "strong", state - NAME - 1)
        sheet.words(left + state, y, entry.state, ink, right - left - state)
        sheet.words(left + NAME, y + 1, entry.line, ink, right - left - NAME)
    facts = (("Kept in", scene.kept_in), ("Exports go to", scene.exports_to))
    for row, (name, path) in enumerate((name, path) for name, path in facts if path):
        sheet.words(left + NAME, where.foot + row, name, "dim")
        sheet.words(left + state, where.foot + row, ending(path, right - left - state), "text")
    return sheet.picture()


def ending(path: str, room: int) -> str:
    """A path cut at its beginning, as its end says which file it is."""
    path = seen(path)
    if cell_len(path) <= room:
        return path
    while path and cell_len(path) >= room:
        path = path[1:]
    return f"…{path}"


def entry_at(scene: OverviewScene, width: int, height: int, y: int) -> str:
    """The place of the entry in a row; nothing beside them."""
    rows = plan(scene, width, height).rows
    return next((e.place for e in scene.entries if rows[e.place] <= y < rows[e.place] + (2 if e.line else 1)), "")


def moved(scene: OverviewScene, at: str, by: int) -> str:
    """Up or down the page, wrapping."""
    places = [entry.place for entry in scene.entries]
    here = places.index(at) if at in places else 0
    return places[(here + by) % len(places)] if places else ""
