"""The People screen as a picture: everybody with the cards that they read, and the cards that nobody reads.

A pure function of scene, view and size. Cards stand by letter, sign and name where there is room for all of them, else
by their letters alone; then the rows beneath the page name those of whoever is chosen.
"""

from dataclasses import dataclass

from rich.cells import cell_len

from innovate_tui.ui.cells import Picture, Sheet, fitted, wrapped
from innovate_tui.ui.widgets.frame import SIGNS, WIDE
from innovate_tui.ui.widgets.people_view import NOBODY, PeopleScene, Reader, View
from innovate_tui.workshop.features import LIST_WIDTH

NAME = 5
"""The column of the names; the digit stands before it."""
TOP = 2
"""The first row of people; the heads of the columns stand above."""
MINUTES = 8
"""Columns of the minutes, between the names and the cards."""
CELL = 6 + LIST_WIDTH
"""Columns of a card: its letter, its sign, its name, and air."""
NOBODY_HERE = (
    "Nobody is here yet, and nobody has to be: every part of the tools works without.",
    "a adds those in the room: names, initials or roles, one per line or with commas between, or only how many they "
    "are. Then l shares the cards out, three at most for each where there are people enough, and every card shows "
    "whom to ask.",
    "Names can be left out of a summary, or stand as initials.",
)
NOBODY_ALONE = (
    "You work alone, so there are no cards to share out and nobody has to be named.",
    "If others are to look after a card of the roadmap or an action, a adds them: by name, by initials or by role.",
)


@dataclass(frozen=True, slots=True)
class Block:
    """A person with their cards: rows of cards, each with its column."""

    reader: Reader
    y: int
    lines: tuple[tuple[tuple[int, str], ...], ...]

    @property
    def bottom(self) -> int:
        """The row after it."""
        return self.y + len(self.lines)


@dataclass(frozen=True, slots=True)
class Plan:
    """Where everything stands in a size; rows may lie above or below what is in sight."""

    blocks: tuple[Block, ...]
    cards: int
    """The first column of the cards."""
    names: bool
    """Whether cards stand with their names."""


def planned(scene: PeopleScene, view: View, width: int, height: int) -> Plan:
    """The rows of everybody, as roomy as the size allows, scrolled to whoever is chosen."""
    widest = max((cell_len(reader.name) for reader in scene.rows), default=0)
    cards = NAME + min(max(widest, 10), 15 if width < WIDE else 28) + 2 + (0 if scene.alone else MINUTES)
    room = width - cards
    for names, air in ((True, 1), (True, 0), (False, 1), (False, 0)):
        blocks = _blocks(scene, cards, room, names=names, air=air)
        if not blocks or blocks[-1].bottom <= height:
            return Plan(blocks, cards, names)
    chosen = next((block for block in blocks if block.reader.id == view.at), blocks[0])
    off = min(max(0, chosen.y - height // 2), blocks[-1].bottom - height)
    return Plan(tuple(Block(each.reader, each.y - off, each.lines) for each in blocks), cards, names=False)


def _blocks(scene: PeopleScene, cards: int, room: int, *, names: bool, air: int) -> tuple[Block, ...]:
    blocks, y = [], TOP
    pitch = CELL if names else 3
    most = max(1, room // pitch)
    for reader in scene.rows:
        if reader.id == NOBODY and not air:
            y += 1
        parts = [reader.cards[at : at + most] for at in range(0, len(reader.cards), most)] or [()]
        lines = tuple(tuple((cards + number * pitch, card) for number, card in enumerate(part)) for part in parts)
        blocks.append(Block(reader, y, lines))
        y += len(lines) + air
    return tuple(blocks)


def paint_people(scene: PeopleScene, view: View, width: int, height: int) -> Picture:
    """The whole page."""
    sheet = Sheet(width, height)
    if not scene.readers:
        _nobody_here(sheet, scene)
        return sheet.picture()
    plan = planned(scene, view, width, height)
    for number, block in enumerate(plan.blocks, 1):
        if TOP <= block.y < height:
            _block(sheet, scene, view, plan, block, number)
    sheet.fill(0, 0, width, TOP, "text")
    sheet.words(NAME, 1, "Who", "dim")
    sheet.words(plan.cards, 1, "looks after" if scene.alone else "reads for the others", "dim")
    if not scene.alone:
        sheet.right(plan.cards - 2, 1, "time", "dim")
    first, last = plan.blocks[0], plan.blocks[-1]
    if first.y < TOP:
        sheet.words(NAME - 2, 1, "↑", "strong")
    if last.bottom > height:
        sheet.words(NAME - 2, height - 1, "↓", "strong")
    return sheet.picture()


def _nobody_here(sheet: Sheet, scene: PeopleScene) -> None:
    y = 1
    for paragraph in NOBODY_ALONE if scene.alone else NOBODY_HERE:
        for line in wrapped(paragraph, min(72, sheet.width - 6)):
            sheet.words(3, y, line)
            y += 1
        y += 1


def _block(sheet: Sheet, scene: PeopleScene, view: View, plan: Plan, block: Block, number: int) -> None:
    reader = block.reader
    chosen = reader.id == view.at
    whole = chosen and not view.card
    ink = "chosen" if whole else "text"
    if whole:
        sheet.fill(1, block.y, sheet.width - 2, len(block.lines), ink)
    if chosen:
        sheet.words(1, block.y, "►", "chosen" if whole else "strong")
    key = "0" if reader.id == NOBODY else str(number) if number <= 9 else ""
    sheet.words(3, block.y, key, ink if whole else "key")
    named = ink if whole else "strong" if chosen else "dim" if reader.id == NOBODY else "text"
    names = plan.cards - NAME - (1 if scene.alone else MINUTES)
    sheet.words(NAME, block.y, reader.name, named, names)
    if scene.alone:
        sheet.words(plan.cards, block.y, reader.after or "–", ink, sheet.width - plan.cards - 2)
        return
    for row, line in enumerate(block.lines, block.y):
        for x, card in line:
            _card(sheet, scene, plan, card, x, row, ink, chosen=card == view.card)
    if reader.minutes:
        sheet.right(plan.cards - 2, block.y, f"{reader.minutes} min", ink if whole else "dim")
    elif not reader.cards:
        sheet.words(plan.cards, block.y, "no card yet", ink if whole else "dim")


def _card(sheet: Sheet, scene: PeopleScene, plan: Plan, card: str, x: int, y: int, ink: str, *, chosen: bool) -> None:
    feature = scene.cards[card]
    if chosen:
        sheet.fill(x - 1, y, CELL - 1 if plan.names else 3, 1, "chosen")
        sheet.words(x - 1, y, "►", "chosen")
        ink = "chosen"
    plain = ink == "text"
    sheet.words(x, y, feature.letter or "·", "strong" if plain else ink)
    if plan.names:
        sheet.words(x + 2, y, SIGNS[feature.kind], feature.kind if plain else ink)
        sheet.words(x + 4, y, fitted(feature.in_list or feature.title, LIST_WIDTH), ink)


def under(scene: PeopleScene, view: View, width: int, height: int, x: int, y: int) -> View | None:
    """What a click on a cell chooses: a card, else the person in whose row it is."""
    plan = planned(scene, view, width, height)
    for block in plan.blocks:
        if y >= TOP and block.y <= y < block.bottom:
            reach = CELL - 2 if plan.names else 2
            card = next((card for at, card in block.lines[y - block.y] if at - 1 <= x < at + reach), "")
            return View(block.reader.id, card)
    return None
