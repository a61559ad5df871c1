"""The edits of what is said of a card apart from where it stands, and of the cards of the group's own."""

from dataclasses import dataclass, replace
from typing import ClassVar

from innovate_tui.workshop.deck import Deck
from innovate_tui.workshop.edit import Edit, kept_without, kind_of, need_card, need_line, with_boards
from innovate_tui.workshop.features import Judgement, Kind
from innovate_tui.workshop.refusal import Reason, Refused
from innovate_tui.workshop.session import OwnFeature, Session, own_letters
from innovate_tui.workshop.spoken import clean, one_line


@dataclass(frozen=True, slots=True)
class Judge(Edit):
    """Say that a feature is a strength, an area for development, or undecided again (D25)."""

    name: ClassVar[str] = "judge"
    screens: ClassVar[tuple[str, ...]] = ("cards", "diamond", "quadrants")
    card: str
    judgement: Judgement | None

    def apply(self, session: Session, deck: Deck) -> Session:
        need_card(session, deck, self.card)
        return session.saying(self.card, session.about(self.card)._replace(judgement=self.judgement))


@dataclass(frozen=True, slots=True)
class WriteNote(Edit):
    """Write anything else about a feature."""

    name: ClassVar[str] = "write-note"
    screens: ClassVar[tuple[str, ...]] = ("cards", "diamond", "quadrants")
    typed: ClassVar[bool] = True
    card: str
    text: str

    def apply(self, session: Session, deck: Deck) -> Session:
        need_card(session, deck, self.card)
        return session.saying(self.card, session.about(self.card)._replace(note=clean(self.text)))

    def continues(self, earlier: Edit) -> bool:
        return isinstance(earlier, WriteNote) and earlier.card == self.card


@dataclass(frozen=True, slots=True)
class AddFeature(Edit):
    """Turn a blank card into a feature of the group's own (D28)."""

    name: ClassVar[str] = "add-feature"
    screens: ClassVar[tuple[str, ...]] = ("cards", "diamond", "quadrants")
    id: str
    title: str
    kind: Kind
    short: str = ""
    summary: str = ""
    made_in: str = ""

    def apply(self, session: Session, deck: Deck) -> Session:
        if kind_of(session, deck, self.id) is not None:
            raise Refused(Reason.ID_TAKEN, self.id)
        title = need_line(self.title, Reason.NO_TITLE)
        card = OwnFeature(self.id, title, self.kind, one_line(self.short), clean(self.summary), self.made_in)
        return replace(session, own={**session.own, self.id: card})


@dataclass(frozen=True, slots=True)
class RewordFeature(Edit):
    """Give a card of the group's own other words."""

    name: ClassVar[str] = "reword-feature"
    screens: ClassVar[tuple[str, ...]] = ("cards", "diamond", "quadrants")
    id: str
    title: str
    short: str = ""
    summary: str = ""

    def apply(self, session: Session, deck: Deck) -> Session:
        if self.id not in session.own:
            raise Refused(Reason.NOT_OWN, self.id)
        card = session.own[self.id]._replace(
            title=need_line(self.title, Reason.NO_TITLE),
            short=one_line(self.short),
            summary=clean(self.summary),
        )
        return replace(session, own={**session.own, self.id: card})


@dataclass(frozen=True, slots=True)
class RemoveFeature(Edit):
    """Take a card of the group's own out, with all that was said of it. The others keep their letters.

    One that a round still shows has to stay: the round would name a card that nobody knows.
    """

    name: ClassVar[str] = "remove-feature"
    screens: ClassVar[tuple[str, ...]] = ("cards", "diamond", "quadrants")
    id: str

    def apply(self, session: Session, deck: Deck) -> Session:
        if self.id not in session.own:
            raise Refused(Reason.NOT_OWN, self.id)
        if any(kept.boards.shows(self.id) for kept in session.rounds):
            raise Refused(Reason.IN_A_ROUND, self.id)
        letters = own_letters(deck, session.own)
        rest = {key: card for key, card in session.own.items() if key != self.id}
        fresh = own_letters(deck, rest)
        rest = {
            key: card if fresh[key] == letters[key] else card._replace(letter=letters[key])
            for key, card in rest.items()
        }
        said = {key: value for key, value in session.said.items() if key != self.id}
        matched = session.boards.quadrants.helped_by(self.id)
        on_grid = (
            ("quadrants", "cards", self.id),
            ("quadrants", "mitigations", self.id),
            *(("quadrants", "mitigations", influence, self.id) for influence in matched),
        )
        gone = {card.id for card in session.boards.roadmap.appearances(self.id)}
        links = session.boards.roadmap.links.values()
        on_road = (
            *(("roadmap", "cards", card) for card in gone),
            *(("roadmap", "links", link.id) for link in links if {link.first, link.second} & gone),
        )
        kept = kept_without(session, ("features", self.id), ("diamond", "cards", self.id), *on_grid, *on_road)
        session = replace(session, own=rest, said=said, kept=kept)
        boards = session.boards
        return with_boards(
            session,
            diamond=boards.diamond.without(self.id),
            quadrants=boards.quadrants.without(self.id),
            roadmap=boards.roadmap.without_feature(self.id),
        )
