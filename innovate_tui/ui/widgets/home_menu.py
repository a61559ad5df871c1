"""The first screen as a picture, and its menu as a canvas. Light on purpose: it is painted before anything is read."""

from dataclasses import dataclass
from typing import ClassVar

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
    """How far it is, and when it was last worked on, in words."""


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
    go_on = (Entry("last", "enter", "Go on", ""),) if facts.last else ()
    return (
        *go_on,
        Entry("individual", "1", "Start alone", "a reflection of 20 to 45 minutes"),
        Entry("group", "2", "Start with a group", "one table; the board on the screen"),
        Entry("open", "3", "Open a session", found),
        Entry("sample", "4", "Try the sample", "an invented place, nothing to spoil"),
        Entry("cards", "5", "Read the cards", "20 features, no session needed"),
    )


def paint_home(facts: HomeFacts, at: int, width: int, height: int) -> Picture:
    """The first screen at a size, with the cursor on an entry."""
    sheet = Sheet(width, height)
    left = max(3, (width - 74) // 2)
    room = min(74, width - 2 * left)
    y = 1 if height < 30 else 3
    sheet.words(left, y, "INNOVATE", "strong")
    sheet.right(left + room, y, "no network, no account", "dim")
    y += 2
    for line in wrapped(facts.title, room):
        sheet.words(left, y, line, "strong")
        y += 1
    for line in wrapped(facts.subtitle, room):
        sheet.words(left, y, line, "text")
        y += 1
    y += 1
    for number, (entry, row) in enumerate(zip(entries(facts), rows(facts, height), strict=True)):
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
        sheet.words(left + 28, row, entry.more, ink if chosen else "dim", room - 28)
    y = rows(facts, height)[-1] + 2
    for line in (*wrapped(facts.folder, room), facts.credit):
        if line:
            sheet.words(left, y, line, "dim", room)
            y += 1
    return sheet.picture()


def rows(facts: HomeFacts, height: int) -> tuple[int, ...]:
    """The row of each entry."""
    top = (1 if height < 30 else 3) + 5
    menu = entries(facts)
    if facts.last:
        return (top, *(top + 5 + number for number in range(len(menu) - 1)))
    return tuple(top + 1 + number for number in range(len(menu)))


def _last(sheet: Sheet, left: int, y: int, room: int, last: LastSession, *, chosen: bool) -> None:
    ink = "chosen" if chosen else "text"
    if chosen:
        sheet.fill(left + 1, y + 1, room - 2, 2, ink)
        sheet.double(left, y, room, 4)
        sheet.words(left + 2, y + 1, "►", ink)
    else:
        sheet.frame(left, y, room, 4)
    end = sheet.words(left + 4, y + 1, "Go on with ", ink)
    sheet.words(end, y + 1, last.name, "chosen" if chosen else "strong", room - 26)
    sheet.right(left + room - 2, y + 1, "enter", "chosen" if chosen else "key")
    sheet.words(left + 4, y + 2, last.state, ink, room - 7)


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
        for entry, row in zip(entries(self.facts), rows(self.facts, self.size.height), strict=True):
            if row <= event.y < row + (4 if entry.id == "last" else 1):
                self.post_message(self.Chosen(entry.id))

    def action_move(self, by: int) -> None:
        """Go up or down the menu."""
        self.at = (self.at + by) % len(entries(self.facts))
        self.repaint()

    def action_take(self) -> None:
        """Take the entry under the cursor."""
        self.post_message(self.Chosen(entries(self.facts)[self.at].id))
