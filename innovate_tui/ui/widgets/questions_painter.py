"""The questions as a picture: each with its answer below it, the chosen one in a double box, parked thoughts last."""

from dataclasses import dataclass

from innovate_tui.ui.cells import Picture, Sheet, fitted, wrapped
from innovate_tui.ui.widgets.questions_view import Scene, View
from innovate_tui.workshop.reflections import Asked

COLUMN = 92
"""Characters in a line at most: beyond it an eye loses the line."""
LEFT = 6
"""The first column of the words."""
ASIDE = 12
"""Columns at most by which a wide window moves the page in from the left."""
NOT_ANSWERED = "Not answered yet."


@dataclass(frozen=True, slots=True)
class Block:
    """Something on the page: what can be chosen, or a line between."""

    id: str
    top: int
    lines: tuple[tuple[str, str], ...]
    """Words and ink of each line."""
    number: str = ""

    @property
    def bottom(self) -> int:
        """The row after its last line."""
        return self.top + len(self.lines)


def column(width: int) -> int:
    """Characters in a line of words."""
    return max(8, min(COLUMN, width - LEFT - 4))


def blocks(scene: Scene, width: int, height: int) -> tuple[Block, ...]:
    """The whole page from row 0 on, however long. One free row stands between any two blocks: boxes use it."""
    room, most = column(width), 3 if height < 30 else 6 if height < 45 else 12
    found: list[Block] = []
    top = 0

    def put(id_: str, lines: tuple[tuple[str, str], ...], number: str = "") -> None:
        nonlocal top
        found.append(Block(id_, top, lines, number))
        top += len(lines) + 1

    if scene.note:
        put("", tuple((line, "dim") for line in wrapped(scene.note, width - 6)))
    for number, prompt in enumerate(scene.prompts, 1):
        if title := scene.titles.get(prompt.id):
            put("", ((title, "strong"),))
        put(prompt.id, _prompt(prompt, room, most), str(number))
    put("", (("Parked for later", "strong") if scene.parked else ("Nothing is parked. k parks a thought.", "dim"),))
    if scene.parked:
        top -= 1
    for thought in scene.parked:
        top += 1 if found[-1].id == "" else 0
        put(thought.id, _spoken(thought.text, room, most), "•")
    return tuple(found)


def _prompt(prompt: Asked, room: int, most: int) -> tuple[tuple[str, str], ...]:
    ink = "dim" if prompt.skipped else "strong"
    question = f"“{prompt.question}”" if prompt.quoted_from else prompt.question
    lines = [(line, ink) for line in wrapped(question, room)]
    if prompt.quoted_from:
        lines += [(line, "dim") for line in wrapped(prompt.quoted_from, room)]
    if prompt.skipped:
        kept = " Its answer is kept." if prompt.answered else ""
        left_out = f"Left out of the summary. s takes it in again.{kept}"
        return (*lines, *((line, "dim") for line in wrapped(left_out, room)))
    if prompt.answered:
        return (*lines, *_spoken(prompt.text, room, most))
    return (*lines, *((line, "dim") for line in wrapped(f"{NOT_ANSWERED} {prompt.hint}".strip(), room)))


def _spoken(text: str, room: int, most: int) -> tuple[tuple[str, str], ...]:
    """The first lines of what somebody wrote, with `…` where there is more."""
    lines = wrapped(text.strip(), room)
    if len(lines) > most:
        lines = (*lines[: most - 1], fitted(f"{lines[most - 1]} …", room) if lines[most - 1] else "…")
    return tuple((line, "text") for line in lines)


def top_row(page: tuple[Block, ...], view: View, height: int) -> int:
    """The first row of the page that is in sight: the chosen block whole, with its box, and as much above as may be.

    What was chosen with the mouse moves no further than it must to be whole.
    """
    last = max((block.bottom for block in page), default=0)
    chosen = next((block for block in page if block.id and block.id == view.at), None)
    if chosen is None or last + 1 <= height:
        return 0
    before = next((block.top for block in reversed(page) if block.bottom < chosen.top), 0)
    lowest = chosen.bottom + 1 - height
    if view.top is None:
        wanted = min(max(chosen.bottom - height * 2 // 3, 0, lowest), max(before, lowest))
    else:
        wanted = max(view.top, lowest)
    return max(0, min(wanted, last + 1 - height, chosen.top - 1))


def paint_questions(scene: Scene, view: View, width: int, height: int) -> Picture:
    """The page at a size, scrolled to what is chosen."""
    sheet = Sheet(width, height)
    page = blocks(scene, width, height)
    first = top_row(page, view, height)
    box = column(width) + LEFT + 2
    left = min(ASIDE, max(0, width - box - 2) // 4)
    for block in page:
        _block(sheet, block, left, block.top - first, box, chosen=bool(block.id) and block.id == view.at)
    if first > 0:
        sheet.words(width - 1, 0, "↑", "key")
    if page and page[-1].bottom - first > height:
        sheet.words(width - 1, height - 1, "↓", "key")
    return sheet.picture()


def _block(sheet: Sheet, block: Block, left: int, y: int, box: int, *, chosen: bool) -> None:
    if chosen:
        sheet.fill(left + 2, y, box - 2, len(block.lines), "chosen")
        sheet.double(left + 1, y - 1, box, len(block.lines) + 2)
    sheet.words(left + 3, y, block.number, "chosen" if chosen else "strong")
    for row, (words, ink) in enumerate(block.lines):
        sheet.words(left + (LEFT if block.id else 3), y + row, words, "chosen" if chosen else ink)


def block_at(scene: Scene, view: View, size: tuple[int, int], y: int) -> str:
    """What stands in a row, to be chosen with the mouse; the box around what is chosen belongs to it."""
    page = blocks(scene, *size)
    row = y + top_row(page, view, size[1])
    boxed = (block.id for block in page if block.id == view.at and block.top - 1 <= row <= block.bottom)
    within = (block.id for block in page if block.id and block.top <= row < block.bottom)
    return next(within, "") or next(boxed, "")


def clicked(scene: Scene, view: View, size: tuple[int, int], y: int) -> View:
    """What stands in a row, chosen where it is; the same view where nothing does."""
    target = block_at(scene, view, size, y)
    return View(target, top_row(blocks(scene, *size), view, size[1])) if target else view
