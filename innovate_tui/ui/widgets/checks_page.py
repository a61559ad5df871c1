"""The three questions to a plan and its actions as one canvas; painted by a pure function."""

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.events import Key, MouseDown
from textual.message import Message

from innovate_tui.ui.cells import Picture, Sheet, fitted, wrapped
from innovate_tui.ui.commands import ENTER, NEXT_CARD, bindings
from innovate_tui.ui.widgets import checks_view
from innovate_tui.ui.widgets.canvas import Canvas
from innovate_tui.ui.widgets.checks_view import ANSWERS, ChecksAnswer, ChecksScene
from innovate_tui.workshop.checks import Action
from innovate_tui.workshop.deck import CheckWords
from innovate_tui.workshop.road_wording import VERDICTS, short_month
from innovate_tui.workshop.timeline import Month

ARROWS = {"up": -1, "down": 1}
LABEL, WORDS, WIDEST = 3, 18, 92
"""The columns of titles and of words, and the longest line of words."""

ROWS_OF_WORDS = (8, 3, 2)
"""How many rows an answer, or what helps to find one, may have where there is room for all."""

Line = tuple[tuple[int, str, str], ...]
"""Words in a row: column, text, ink."""


@dataclass(frozen=True, slots=True)
class Block:
    """Something on the page."""

    id: str
    top: int
    lines: tuple[Line, ...]

    @property
    def bottom(self) -> int:
        """The row after it."""
        return self.top + len(self.lines)


def blocks(scene: ChecksScene, width: int, height: int) -> tuple[Block, ...]:
    """The whole page from row 1 on, however long, with a free row between any two blocks: boxes use it.

    Words have as many rows as let the whole page be seen, at least one.
    """
    room = min(WIDEST, width - WORDS - 3)
    pages = (_page(scene, room, most) for most in ROWS_OF_WORDS)
    return next((page for page in pages if page[-1].bottom < height), None) or _page(scene, room, 1)


def _page(scene: ChecksScene, room: int, most: int) -> tuple[Block, ...]:
    found: list[Block] = []
    top = 1
    for words in scene.words:
        lines = _lens(scene, words, room, most)
        found.append(Block(str(words.lens), top, lines))
        top += len(lines) + 1
    if not scene.actions:
        found.append(Block("", top, (((LABEL, "Next actions", "text"), (WORDS, "None yet. a adds one.", "dim")),)))
    for number, action in enumerate(scene.actions, 1):
        label = "Next actions" if number == 1 else ""
        found.append(Block(action.id, top, (_action(scene, action, number, label, room),)))
        top += 1
    return tuple(found)


def _lens(scene: ChecksScene, words: CheckWords, room: int, most: int) -> tuple[Line, ...]:
    check = scene.checks.of(words.lens)
    asked = wrapped(words.question, room)
    lines: list[Line] = [((LABEL, words.title, "strong"), (WORDS, asked[0], "text"))]
    lines += [((WORDS, line, "text"),) for line in asked[1:]]
    marks = "   ".join(
        f"({'•' if check.verdict is verdict else ' '}) {number} {VERDICTS[verdict]}"
        for number, verdict in enumerate(ANSWERS, 1)
    )
    lines.append(((WORDS, marks, "text"),))
    lines += [((WORDS, line, ink),) for line, ink in _said(check.answer, words.hint or "Enter writes.", room, most)]
    if check.who_else.strip():
        lines += [((WORDS, line, "text"),) for line, _ in _said(f"Who else: {check.who_else}", "", room, most)]
    return tuple(lines)


def _said(text: str, otherwise: str, room: int, most: int) -> list[tuple[str, str]]:
    ink = "text" if text.strip() else "dim"
    lines = wrapped(" ".join((text if text.strip() else otherwise).split()), room)
    shown = list(lines[:most])
    if len(lines) > most:
        shown[-1] = fitted(f"{shown[-1]} …", room) if len(shown[-1]) + 2 <= room else f"{shown[-1][: room - 2]} …"
    return [(line, ink) for line in shown]


def _action(scene: ChecksScene, action: Action, number: int, label: str, room: int) -> Line:
    who = scene.people.get(action.owner, "")
    day = f"{action.due.day} {short_month(Month.of(action.due))} {action.due.year}" if action.due else ""
    facts = " · ".join(part for part in (who, day) if part)
    words = room - 3 - (len(facts) + 2 if facts else 0)
    line = [(LABEL, label, "text"), (WORDS, str(number), "text")]
    line.append((WORDS + 2, fitted(" ".join(action.text.split()), max(8, words)), "text"))
    if facts:
        line.append((WORDS + room - len(facts), facts, "text"))
    return tuple(line)


def scrolled(page: tuple[Block, ...], at: str, height: int, before: int = 0) -> int:
    """Rows above the sight, so that what is chosen is in it with its box; no others than before where it is already."""
    chosen = next((block for block in page if block.id == at and at), None)
    if chosen is None:
        return 0
    longest = max(0, max(block.bottom for block in page) + 1 - height)
    return max(chosen.bottom + 1 - height, min(before, chosen.top - 1, longest), 0)


def paint_checks(scene: ChecksScene, at: str, width: int, height: int, before: int = 0) -> Picture:
    """The page at a size: the chosen question in a double box, the chosen action as a filled row.

    `before` is how many rows were above the sight.
    """
    sheet = Sheet(width, height)
    page = blocks(scene, width, height)
    off = scrolled(page, at, height, before)
    right = min(width - 2, WORDS + WIDEST + 2)
    for block in page:
        lens = scene.lens(block.id) is not None
        chosen = block.id == at and bool(at)
        if chosen and lens:
            sheet.double(1, block.top - 1 - off, right, len(block.lines) + 2)
        for row, line in enumerate(block.lines, block.top - off):
            fill = chosen and not lens
            if fill:
                sheet.fill(WORDS - 1, row, right - WORDS + 1, 1, "chosen")
                sheet.words(WORDS - 1, row, "►", "chosen")
            for x, text, ink in line:
                sheet.words(x, row, text, "chosen" if fill and x >= WORDS else ink, right - x)
    return sheet.picture()


class ChecksPage(Canvas, can_focus=True):
    """The page. Give it scenes with `show`; hear `Said`, `Wanted` and `Opened`."""

    DEFAULT_CSS = "ChecksPage { height: 1fr; }"
    BINDINGS: ClassVar[list[BindingType]] = bindings((ENTER, NEXT_CARD))

    @dataclass
    class Said(Message):
        """Something else is chosen, or only the answer to a key is due."""

        answer: ChecksAnswer

    @dataclass
    class Opened(Message):
        """Words are to be written."""

        target: str

    def __init__(self) -> None:
        super().__init__(id="page")
        self.scene = ChecksScene()
        self.at = ""
        self._above = 0
        """How many rows are above the sight: they stay there while what is chosen is in it."""

    def paint(self, width: int, height: int) -> Picture:
        """The page at a size."""
        before = self._above
        self._above = scrolled(blocks(self.scene, width, height), self.at, height, before)
        return paint_checks(self.scene, self.at, width, height, before)

    def show(self, scene: ChecksScene) -> None:
        """Show another state of the session."""
        self.scene, self.at = scene, checks_view.settled(scene, self.at)
        self.repaint()

    def look_at(self, target: str, say: str = "") -> None:
        """Choose a question or an action."""
        if target in self.scene.ids:
            self._go(ChecksAnswer(target, say=say))

    def _go(self, answer: ChecksAnswer) -> None:
        self.at = answer.at
        self.repaint()
        self.post_message(self.Said(answer))

    def on_key(self, event: Key) -> None:
        """Arrows and digits; the other keys are commands."""
        if event.key in ARROWS:
            self.action_entry(ARROWS[event.key])
        elif event.character and (answer := checks_view.pressed(self.scene, self.at, event.character)):
            self._go(answer)
        else:
            return
        event.stop()
        event.prevent_default()

    def action_entry(self, by: int) -> None:
        """Up or down the page."""
        self._go(ChecksAnswer(checks_view.moved(self.scene, self.at, by)))

    def action_enter(self) -> None:
        """Write."""
        if self.at in self.scene.ids:
            self.post_message(self.Opened(self.at))

    def on_mouse_down(self, event: MouseDown) -> None:
        """Choose what is under the mouse; what is chosen already is opened."""
        page = blocks(self.scene, *self.size)
        row = event.y + self._above
        target = next((block.id for block in page if block.id and block.top <= row < block.bottom), "")
        if target and target == self.at:
            self.action_enter()
        elif target:
            self._go(ChecksAnswer(target))
