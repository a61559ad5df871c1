"""The kept rounds as a picture: their list at the left, at the right what has changed since, or a board as it was."""

from dataclasses import dataclass

from innovate_tui.ui.cells import Picture, Sheet, wrapped
from innovate_tui.ui.widgets.boards_then import Then
from innovate_tui.ui.widgets.calm_pages import Row, Told, pages_of, paint_page

WIDE_FROM = 100
"""Columns from which the list is wide."""
BESIDE_FROM = {"diamond": 100, "quadrants": 100, "roadmap": 140}
"""Columns from which a board stands beside the list and not in its place."""
NONE_YET = (
    "No round is kept yet.",
    "",
    "b keeps one: a copy of the boards with a name and the time.",
    "Go on working, and this page says what has changed since.",
)


@dataclass(frozen=True, slots=True)
class RoundEntry:
    """A round in the list."""

    id: str
    name: str
    when: str
    """Time and day, and by whom."""


@dataclass(frozen=True, slots=True)
class RoundsScene:
    """What the screen shows of the rounds."""

    rounds: tuple[RoundEntry, ...] = ()
    at: str = ""
    """The chosen round."""
    head: str = ""
    """The sentence over the right side."""
    parts: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """What has changed, board by board: heading and sentences."""
    then: Then | None = None
    board: str = ""
    """The board that is shown as it was; nothing while the changes are told."""
    page: int = 0
    """Which page of the changes, or of a board that does not fit."""


def across(width: int) -> int:
    """Columns of the list."""
    return 32 if width >= WIDE_FROM else 26 if width >= 74 else 21


def pages(scene: RoundsScene, width: int, height: int) -> list[list[Row]]:
    """What has changed, page by page."""
    told = [(heading, tuple(Told(sentence, item=True) for sentence in sentences)) for heading, sentences in scene.parts]
    return pages_of(told, width - across(width), height - 2 - len(head_lines(scene, width)))


def beside(scene: RoundsScene, width: int) -> int:
    """Columns that the list leaves of a window: none where a board needs the whole width."""
    return across(width) if not scene.board or width >= BESIDE_FROM[scene.board] else 0


def page_count(scene: RoundsScene, width: int, height: int) -> int:
    """How many pages there are of what is shown of a round."""
    if scene.board and scene.then is not None:
        return scene.then.page_count(scene.board, width - beside(scene, width), height - 1)
    return len(pages(scene, width, height)) if scene.parts else 1


def head_lines(scene: RoundsScene, width: int) -> tuple[str, ...]:
    """The sentence over what has changed, in as many lines as it needs, but no more than two."""
    return wrapped(scene.head, width - across(width) - 4)[:2]


def paint_rounds(scene: RoundsScene, width: int, height: int) -> Picture:
    """The screen at a size."""
    sheet = Sheet(width, height)
    if not scene.rounds:
        for y, line in enumerate(NONE_YET, 2):
            sheet.words(3, y, line, "text" if y > 2 else "strong")
        return sheet.picture()
    left = across(width)
    if scene.board and scene.then is not None:
        left = beside(scene, width)
        sheet.words(left + 2, 0, scene.head, "strong", width - left - 3)
        sheet.paste(left, 1, scene.then.paint(scene.board, width - left, height - 1, scene.page))
    else:
        lines = head_lines(scene, width)
        for y, line in enumerate(lines, 1):
            sheet.words(left + 3, y, line, "strong")
        if scene.parts:
            below = 2 + len(lines)
            found = paint_page(pages(scene, width, height), scene.page, width - left, height - below, 3)
            sheet.paste(left, below, found)
    if left:
        _list(sheet, scene, left, height)
    return sheet.picture()


def first_in_sight(scene: RoundsScene, height: int) -> int:
    """The number of the first round in the list, so that the chosen one is in sight."""
    room = max(1, (height - 2) // 3)
    at = next((number for number, entry in enumerate(scene.rounds) if entry.id == scene.at), 0)
    return max(0, at - room + 1)


def _list(sheet: Sheet, scene: RoundsScene, width: int, height: int) -> None:
    first = first_in_sight(scene, height)
    for number, entry in enumerate(scene.rounds[first:], first):
        y = 1 + 3 * (number - first)
        chosen = entry.id == scene.at
        ink = "chosen" if chosen else "text"
        if chosen:
            sheet.fill(1, y, width - 2, 2, ink)
            sheet.words(1, y, "►", ink)
        sheet.words(3, y, str(number + 1) if number < 9 else " ", ink if chosen else "key")
        sheet.words(5, y, entry.name, ink if chosen else "strong", width - 7)
        sheet.words(5, y + 1, entry.when, ink if chosen else "dim", width - 7)


def round_at(scene: RoundsScene, width: int, height: int, x: int, y: int) -> str:
    """The round under a cell; nothing beside the list."""
    if not 0 < x < beside(scene, width) - 1 or y < 1:
        return ""
    number = first_in_sight(scene, height) + (y - 1) // 3
    return scene.rounds[number].id if number < len(scene.rounds) else ""
