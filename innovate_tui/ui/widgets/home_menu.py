"""The first screen as a picture, and its menu as a canvas. Light on purpose: it is painted before anything is read."""

from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual.binding import BindingType
from textual.events import Key, MouseDown
from textual.message import Message

from innovate_tui.ui.cells import Picture, Sheet, wrapped
from innovate_tui.ui.widgets.canvas import Canvas


@dataclass(frozen=True, slots=True)
class LastSession:
    """The session to go on with."""

    name: str
    """Title and group."""
    state: str
    """How far it is, in words."""
    when: str = ""
    """When it was last worked on."""


@dataclass(frozen=True, slots=True)
class HomeFacts:
    """What the first screen says beyond its menu; it comes a moment after the first paint."""

    title: str = "Creating system conditions for ethical and effective innovation"
    subtitle: str = "Tools for people who lead change with children, young people and families"
    credit: str = "Based on materials by The Innovate Project, theinnovateproject.co.uk"
    folder: str = ""
    """Where work is kept, and whether that folder goes to a cloud."""
    others: int = 0
    """Sessions in the folder."""
    gone: int = 0
    """Sessions whose file is gone, and that can be recovered."""
    last: LastSession | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the menu."""

    id: str
    key: str
    words: str
    more: str


def entries(facts: HomeFacts) -> tuple[Entry, ...]:
    """The menu, from top to bottom."""
    found = f"{facts.others} in this folder" if facts.others else "one that you kept before"
    if facts.gone:
        found = f"{facts.others or 'none'} here, {facts.gone} to recover"
    go_on = (Entry("last", "enter", "Go on", ""),) if facts.last else ()
    return (
        *go_on,
        Entry("individual", "1", "Start alone", "a reflection of 20 to 45 minutes"),
        Entry("group", "2", "Start with a group", "one table, or several at once"),
        Entry("open", "3", "Open another session" if facts.last else "Open a session", found),
        Entry("sample", "4", "Try the sample", "an invented place, nothing to spoil"),
        Entry("cards", "5", "Read the cards", "20 features, no session needed"),
        Entry("ready", "6", "Get ready", "guides, cards and boards to print"),
    )


@dataclass(frozen=True, slots=True)
class Layout:
    """Where things stand in a window of a size."""

    left: int
    room: int
    """Columns of the page."""
    head: tuple[tuple[str, str], ...]
    """The lines above the menu, and their inks."""
    top: int
    """The row of the first of them."""
    rows: tuple[int, ...]
    """The row of each entry of the menu."""

    @property
    def foot(self) -> int:
        """The row of what stands under the menu."""
        return self.rows[-1] + 2


LAST = 5
"""Rows of the box that says with what to go on."""


def layout(facts: HomeFacts, width: int, height: int) -> Layout:
    """Where things stand: with air where there is room, and nothing over anything else where there is little."""
    left = max(3, (width - 74) // 2)
    room = min(74, width - 2 * left)
    top = 3 if height >= 28 else 1
    head = (
        *((line, "strong") for line in wrapped(facts.title, room)),
        *((line, "text") for line in wrapped(facts.subtitle, room)),
    )
    menu = entries(facts)
    needed = top + 2 + len(head) + 1 + len(menu) + (LAST if facts.last else 0)
    if needed + 2 > height:
        head = head[: len(wrapped(facts.title, room))]
    y = top + 2 + len(head) + 1
    if not facts.last:
        return Layout(left, room, head, top, tuple(range(y, y + len(menu))))
    after = y + LAST + (1 if height >= 22 else 0)
    return Layout(left, room, head, top, (y, *range(after, after + len(menu) - 1)))


def paint_home(facts: HomeFacts, at: int, width: int, height: int) -> Picture:
    """The first screen at a size, with the cursor on an entry."""
    sheet = Sheet(width, height)
    plan = layout(facts, width, height)
    left, room = plan.left, plan.room
    sheet.words(left, plan.top, "INNOVATE", "strong")
    sheet.right(left + room, plan.top, "no network, no account", "dim")
    for y, (line, ink) in enumerate(plan.head, plan.top + 2):
        sheet.words(left, y, line, ink)
    for number, (entry, row) in enumerate(zip(entries(facts), plan.rows, strict=True)):
        chosen = number == at
        if entry.id == "last" and facts.last:
            _last(sheet, left, row, room, facts.last, chosen=chosen)
            continue
        ink = "chosen" if chosen else "text"
        if chosen:
            sheet.fill(left, row, room, 1, ink)
            sheet.words(left, row, "►", ink)
        sheet.words(left + 2, row, entry.key, ink if chosen else "key")
        sheet.words(left + 4, row, entry.words, ink if chosen else "strong")
        if room >= 28 + cell_len(entry.more):
            sheet.words(left + 28, row, entry.more, ink if chosen else "dim")
    foot = "\n".join(text for text in (facts.folder, facts.credit) if text)
    for y, line in enumerate(wrapped(foot, room), plan.foot):
        sheet.words(left, y, line, "dim")
    return sheet.picture()


def _last(sheet: Sheet, left: int, y: int, room: int, last: LastSession, *, chosen: bool) -> None:
    ink = "chosen" if chosen else "text"
    if chosen:
        sheet.fill(left + 1, y + 1, room - 2, LAST - 2, ink)
        sheet.double(left, y, room, LAST)
        sheet.words(left + 2, y + 1, "►", ink)
    else:
        sheet.frame(left, y, room, LAST)
    sheet.words(left + 4, y + 1, "Go on with", ink)
    key = sheet.right(left + room - 2, y + 1, "enter", "chosen" if chosen else "key")
    sheet.right(key - 3, y + 1, last.when, ink)
    sheet.words(left + 4, y + 2, last.name, "chosen" if chosen else "strong", room - 7)
    sheet.words(left + 4, y + 3, last.state, ink, room - 7)


class HomeMenu(Canvas, can_focus=True):
    """The menu; posts what was chosen."""

    DEFAULT_CSS = "HomeMenu { height: 1fr; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        ("down,tab", "move(1)", "next"),
        ("up", "move(-1)", "one before"),
        ("enter,space", "take", "choose"),
    ]

    @dataclass
    class Chosen(Message):
        """An entry was chosen."""

        entry: str

    def __init__(self) -> None:
        super().__init__(id="menu")
        self.facts = HomeFacts()
        self.at = 0

    def paint(self, width: int, height: int) -> Picture:
        """The screen at a size."""
        return paint_home(self.facts, self.at, width, height)

    def show(self, facts: HomeFacts) -> None:
        """Show more, once it is known; the cursor stands on going on."""
        self.facts = facts
        self.at = min(self.at, len(entries(facts)) - 1)
        self.repaint()

    def on_key(self, event: Key) -> None:
        """Digits choose at once."""
        hit = next((entry for entry in entries(self.facts) if entry.key == event.character), None)
        if hit:
            event.stop()
            self.post_message(self.Chosen(hit.id))

    def on_mouse_down(self, event: MouseDown) -> None:
        """A click takes an entry."""
        for entry, row in zip(entries(self.facts), layout(self.facts, *self.size).rows, strict=True):
            if row <= event.y < row + (LAST if entry.id == "last" else 1):
                self.post_message(self.Chosen(entry.id))

    def action_move(self, by: int) -> None:
        """Go up or down the menu."""
        self.at = (self.at + by) % len(entries(self.facts))
        self.repaint()

    def action_take(self) -> None:
        """Take the entry under the cursor."""
        self.post_message(self.Chosen(entries(self.facts)[self.at].id))
