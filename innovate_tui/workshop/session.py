"""A session: everything that one group did, as one frozen value."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from innovate_tui.workshop.checks import Action, Checks
from innovate_tui.workshop.deck import Deck, Mode
from innovate_tui.workshop.diamond import Diamond
from innovate_tui.workshop.features import SHORT_WIDTH, Feature, Judgement, Kind, name_lines, named
from innovate_tui.workshop.quadrants import Quadrants
from innovate_tui.workshop.reflections import Reflections
from innovate_tui.workshop.roadmap import Roadmap

CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
MOST_MINUTES = 100_000
"""More than two months without a break, on one step: no workshop spends that."""


class Person(NamedTuple):
    """Someone who took part, by name, initials or role; or unnamed, and then known by a number (`Session.called`)."""

    id: str
    name: str = ""
    number: int = 0
    """Theirs for life, from 1 on; 0 where it is their place among the people, as it is until somebody is taken out."""


class Said(NamedTuple):
    """What the group says of a feature apart from where it stands: judgement, expert, note."""

    judgement: Judgement | None = None
    expert: str = ""
    """The id of the person who read its card for the others (D24)."""
    note: str = ""


NOTHING = Said()


class OwnFeature(NamedTuple):
    """A feature that the group added (D28): what its blank card got."""

    id: str
    title: str
    kind: Kind
    short: str = ""
    summary: str = ""
    made_in: str = ""
    """The tool in which it was made."""
    letter: str = ""
    """Its capital, where that is not the next one of the alphabet."""


class Parked(NamedTuple):
    """A thought kept for later, of no board."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Boards:
    """All boards at one moment: what rounds keep and what groups compare."""

    diamond: Diamond = field(default_factory=Diamond)
    quadrants: Quadrants = field(default_factory=Quadrants)
    reflections: Reflections = field(default_factory=Reflections)
    roadmap: Roadmap = field(default_factory=Roadmap)
    checks: Checks = field(default_factory=Checks)

    def shows(self, card: str) -> bool:
        """Whether a card stands on any board, or something was said of it there."""
        on_grid = card in self.quadrants.cards or self.quadrants.helpers(card) or self.quadrants.helped_by(card)
        return card in self.diamond.cards or bool(on_grid) or bool(self.roadmap.appearances(card))


class Round(NamedTuple):
    """A named, dated copy of the boards."""

    id: str
    name: str
    taken: datetime
    by: str = ""
    """The id of a participant, where one person and not the group made it."""
    boards: Boards = Boards()


class PeopleShown(StrEnum):
    """How the people of a session stand in an export."""

    NAMES = "names"
    INITIALS = "initials"
    NUMBERS = "numbers"
    """"person 3", as for those who gave no name."""
    NONE = "none"


class ExportAs(StrEnum):
    """The format of an export, by how the names of its files end."""

    PDF = "pdf"
    HTML = "html"
    MARKDOWN = "md"
    TEXT = "txt"
    TABLES = "csv"
    PICTURES = "svg"

    @property
    def one_file(self) -> bool:
        """It is one document; of the others each board or table is a file."""
        return self not in (ExportAs.TABLES, ExportAs.PICTURES)


class Included(NamedTuple):
    """What goes into an export (E6): remembered for the session, and shown before it is written."""

    people: PeopleShown = PeopleShown.NAMES
    notes: bool = True
    dissent: bool = True
    parked: bool = True
    rounds: bool = False
    """What has changed since each kept round."""
    time: bool = False
    """The minutes really spent, by step."""
    cards: bool = False
    """The full texts of the cards on the boards."""
    brief: bool = False
    """One page instead of the whole summary."""
    to: ExportAs = ExportAs.PDF
    attach: bool = False
    """The session itself, all of it, as a file inside its PDF."""

    @property
    def attaches(self) -> bool:
        """The session goes with the export: only a PDF can carry it."""
        return self.attach and self.to is ExportAs.PDF


class DeckStamp(NamedTuple):
    """Which deck a session was made with, and the titles that its file had written in, by kind and id."""

    id: str
    version: str = ""
    title: str = ""
    titles: Mapping[Kind, Mapping[str, str]] = MappingProxyType({})


class Kept(NamedTuple):
    """Something of the file that has no place in these values, kept word for word.

    With a trouble it cannot stand as it is (a card nobody knows, a tenth place); without one it is a key that another
    program or a later version put there, and rides along with its item.
    """

    path: tuple[str, ...]
    value: object
    trouble: str = ""
    mend: str = ""

    @property
    def where(self) -> str:
        """The place in the file as a person would write it."""
        return ".".join(self.path)


@dataclass(frozen=True, slots=True)
class Session:
    """One group's work. Mappings are never changed in place: every edit makes a new session."""

    id: str
    title: str
    started: datetime
    deck: DeckStamp
    mode: Mode = Mode.INDIVIDUAL
    practice: bool = False
    """A rehearsal: marked on every screen and export, so that nothing of it is mistaken for real work."""
    workshop: str = ""
    group: str = ""
    place: str = ""
    held: date | None = None
    language: str = ""
    people: Mapping[str, Person] = field(default_factory=lambda: MappingProxyType({}))
    own: Mapping[str, OwnFeature] = field(default_factory=lambda: MappingProxyType({}))
    said: Mapping[str, Said] = field(default_factory=lambda: MappingProxyType({}))
    boards: Boards = field(default_factory=Boards)
    parked: Mapping[str, Parked] = field(default_factory=lambda: MappingProxyType({}))
    actions: Mapping[str, Action] = field(default_factory=lambda: MappingProxyType({}))
    spent: Mapping[str, Mapping[str, int]] = field(default_factory=lambda: MappingProxyType({}))
    """Whole minutes really spent: by tool, by act of its steps."""
    rounds: tuple[Round, ...] = ()
    included: Included = field(default_factory=Included)
    kept: tuple[Kept, ...] = ()

    @property
    def troubles(self) -> tuple[Kept, ...]:
        """What of the file cannot stand and waits to be mended or let go."""
        return tuple(kept for kept in self.kept if kept.trouble)

    def about(self, feature: str) -> Said:
        """What the group says of a feature; nothing is a fine answer."""
        return self.said.get(feature, NOTHING)

    def called(self, person: str) -> str:
        """What someone is called: by their name, or "person 3" where they gave none; nothing for nobody."""
        if person not in self.people:
            return ""
        return self.people[person].name or f"person {self.number(person)}"

    def number(self, person: str) -> int:
        """The number of one of the people, from 1 on; each has another, and it stays when others are taken out."""
        return self.people[person].number or list(self.people).index(person) + 1

    def expert_for(self, feature: str) -> str:
        """What the one who read this card for the others is called, or nothing."""
        return self.called(self.about(feature).expert)

    def saying(self, feature: str, said: Said) -> "Session":
        """With other words about a feature; none leave no trace."""
        everything = {**self.said, feature: said}
        return replace(self, said={key: value for key, value in everything.items() if value != NOTHING})


class Cards:
    """All cards that a session can use: the deck's and the group's own, each with its capital."""

    def __init__(self, deck: Deck, own: Mapping[str, OwnFeature]) -> None:
        self.deck = deck
        self.own = own

    @cached_property
    def all(self) -> Mapping[str, Feature]:
        """Every feature by id, the deck's first, in order."""
        return {feature.id: feature for feature in self._features()}

    @cached_property
    def by_letter(self) -> Mapping[str, Feature]:
        """Every feature that has a capital, by it."""
        return {feature.letter: feature for feature in self.all.values() if feature.letter}

    def of_kind(self, kind: Kind) -> tuple[Feature, ...]:
        """Every feature of a kind: what a tool offers in its tray."""
        return tuple(feature for feature in self.all.values() if feature.kind is kind)

    def _features(self) -> Iterator[Feature]:
        yield from self.deck.with_names
        letters = own_letters(self.deck, self.own)
        for card in self.own.values():
            short = name_lines(card.short, SHORT_WIDTH)
            yield named(
                Feature(card.id, card.title, card.kind, letters[card.id], short, summary=card.summary, own=True)
            )


def own_letters(deck: Deck, own: Mapping[str, OwnFeature]) -> dict[str, str]:
    """The capitals of the group's own cards: those written down, else the next free one; none after Z.

    No capital ever names two cards: one that is taken already, or is no capital, counts as not written down.
    """
    free = dict.fromkeys(CAPITALS)
    for feature in deck.features:
        free.pop(feature.letter, None)
    letters = {}
    for card in own.values():
        if card.letter in free:
            letters[card.id] = card.letter
            del free[card.letter]
    rest = iter(free)
    return {card.id: letters.get(card.id) or next(rest, "") for card in own.values()}


_LAST: list[Cards] = []
"""The cards that were asked for last: at every key a screen asks for the same ones several times."""


def cards_of(session: Session, deck: Deck) -> Cards:
    """The cards of a session with its deck."""
    last = next(iter(_LAST), None)
    if last is None or last.deck is not deck or last.own is not session.own:
        last = Cards(deck, session.own)
        _LAST[:] = [last]
    return last
