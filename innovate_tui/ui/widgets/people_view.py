"""Who reads what, as values, and what each key of the People screen means, as pure functions. No Textual here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from innovate_tui.workshop.deck import Deck, Mode
from innovate_tui.workshop.edits import Edit
from innovate_tui.workshop.features import Feature, Kind
from innovate_tui.workshop.people import minutes_to_read, read_by, to_deal
from innovate_tui.workshop.people_edits import MakeExpert
from innovate_tui.workshop.session import Session, cards_of
from innovate_tui.workshop.spelling import count

NOBODY = "nobody:"
"""The row of the cards that nobody reads. No person's id has a colon."""
CAPS = "Capitals choose cards. Is Caps Lock on?"
NOT_ALONE = "You work alone here, so there are no cards to share out."


@dataclass(frozen=True, slots=True)
class Reader:
    """A row: somebody with their cards, or what nobody reads."""

    id: str
    name: str
    cards: tuple[str, ...] = ()
    minutes: int = 0
    """Minutes to read them once."""
    after: str = ""
    """What they look after on the roadmap and among the actions, in words."""


@dataclass(frozen=True)
class PeopleScene:
    """What the page shows of a session: its people, and who of them reads which cards of one kind."""

    cards: Mapping[str, Feature] = field(default_factory=dict)
    """Every card, those of other kinds too: their letters are answered in words."""
    kind: Kind = Kind.ENABLER
    readers: tuple[Reader, ...] = ()
    waiting: tuple[str, ...] = ()
    """The cards of the kind that nobody reads."""
    alone: bool = False
    """Whether one person works here: then there is nothing to share out."""

    @cached_property
    def rows(self) -> tuple[Reader, ...]:
        """Everybody, and last what nobody reads."""
        nobody = Reader(NOBODY, "Nobody yet", self.waiting)
        return (*self.readers, nobody) if self.waiting and self.readers else self.readers

    def row(self, at: str) -> Reader | None:
        """The row of that id."""
        return next((row for row in self.rows if row.id == at), None)

    def holder(self, card: str) -> str:
        """The row in which a card stands; nothing where it stands in none."""
        return next((row.id for row in self.rows if card in row.cards), "")


def scene_of(session: Session, deck: Deck, kind: Kind) -> PeopleScene:
    """What the page shows of a session."""
    alone = session.mode is Mode.INDIVIDUAL
    cards = cards_of(session, deck)
    readers = []
    for person in session.people:
        theirs = () if alone else read_by(session, deck, person, kind)
        ids = tuple(card.id for card in theirs)
        readers.append(
            Reader(person, session.called(person), ids, minutes_to_read(theirs), looks_after(session, person))
        )
    taken = {card for reader in readers for card in reader.cards}
    waiting = () if alone else tuple(card.id for card in to_deal(session, deck, kind, own=True) if card.id not in taken)
    return PeopleScene(cards.all, kind, tuple(readers), waiting, alone)


def looks_after(session: Session, person: str) -> str:
    """What somebody looks after, in words: "2 cards of the roadmap, 1 action"."""
    cards = sum(card.owner == person for card in session.boards.roadmap.cards.values())
    actions = sum(action.owner == person for action in session.actions.values())
    parts = (count(cards, "card") + " of the roadmap" if cards else "", count(actions, "action") if actions else "")
    return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class View:
    """Which row is chosen, perhaps which card in it, and how many capitals were pressed in a row."""

    at: str = ""
    card: str = ""
    capitals: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """What a key comes to."""

    view: View
    edit: Edit | None = None
    say: str = ""


def settled(before: PeopleScene, scene: PeopleScene, view: View) -> View:
    """The view after the session changed. A card that was nobody's gives way to the next of those."""
    if view.card and view.at == NOBODY and scene.holder(view.card) not in ("", NOBODY) and scene.waiting:
        after = before.waiting[before.waiting.index(view.card) :] if view.card in before.waiting else ()
        return View(NOBODY, next((card for card in (*after, *scene.waiting) if card in scene.waiting), ""))
    if view.card and (holder := scene.holder(view.card)):
        return View(holder, view.card)
    if scene.row(view.at) is not None:
        return View(view.at)
    ids = [row.id for row in before.rows]
    here = min(ids.index(view.at) if view.at in ids else 0, len(scene.rows) - 1)
    return View(scene.rows[here].id) if scene.rows else View()


def moved(scene: PeopleScene, view: View, by: int) -> View:
    """Up or down the rows, wrapping."""
    ids = [row.id for row in scene.rows]
    return View(ids[(ids.index(view.at) + by) % len(ids)] if view.at in ids else ids[0]) if ids else view


def along(scene: PeopleScene, view: View, by: int) -> View:
    """Right and left through the cards of a row; left of the first one is the person."""
    row = scene.row(view.at)
    if row is None or not row.cards:
        return view
    here = row.cards.index(view.card) if view.card in row.cards else -1
    wanted = min(max(here + by, -1), len(row.cards) - 1)
    return View(view.at, row.cards[wanted] if wanted >= 0 else "")


def capital(scene: PeopleScene, view: View, letter: str) -> Answer:
    """A capital chooses its card, whoever has it."""
    row = view.capitals + 1
    counted = View(view.at, view.card, row)
    feature = next((each for each in scene.cards.values() if each.letter == letter), None)
    if scene.alone:
        return Answer(counted, say=CAPS if row >= 3 else NOT_ALONE)
    if feature is None:
        return Answer(counted, say=CAPS if row >= 2 else f"No card has the letter {letter}. / finds one by name.")
    if feature.kind is not scene.kind:
        name = " ".join(feature.short) or feature.title
        return Answer(counted, say=f"{letter} is {name}: a card of another kind. . and , lead there.")
    holder = scene.holder(feature.id)
    if not holder:
        return Answer(counted, say="a adds people first; then a digit gives the card to somebody.")
    return Answer(View(holder, feature.id, row), say=CAPS if row >= 3 else "")


def digit(scene: PeopleScene, view: View, number: int) -> Answer:
    """A digit gives the chosen card to that person; without a card it chooses them. 0 gives it to nobody."""
    if number == 0:
        if not view.card:
            return Answer(view, say="Choose a card first; then 0 takes it from whoever reads it.")
        if view.at == NOBODY:
            return Answer(view, say="Nobody reads it yet.")
        return Answer(View(view.at, view.card), MakeExpert(view.card, ""))
    if number > len(scene.readers):
        here = len(scene.readers)
        return Answer(view, say=f"There {'is' if here == 1 else 'are'} {count(here, 'person', 'people')} here.")
    person = scene.readers[number - 1].id
    if view.card and person != view.at:
        return Answer(View(view.at, view.card), MakeExpert(view.card, person))
    return Answer(View(person))
