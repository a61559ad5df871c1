"""The edits of the people who take part, and of who reads which card for the others."""

from dataclasses import dataclass, replace
from typing import ClassVar

from innovate_tui.workshop.deck import Deck
from innovate_tui.workshop.edit import Edit, kept_without, mended, need_card
from innovate_tui.workshop.features import Kind
from innovate_tui.workshop.people import next_person, shared_out, to_deal
from innovate_tui.workshop.refusal import Reason, Refused
from innovate_tui.workshop.session import NOTHING, Boards, Person, Session
from innovate_tui.workshop.spoken import one_line


def _without(session: Session, person: str) -> dict[str, Person]:
    """The people without one of them: those who came later keep their numbers."""
    left = {key: each for key, each in session.people.items() if key != person}
    return {
        key: each._replace(number=number if (number := session.number(key)) != place else 0)
        for place, (key, each) in enumerate(left.items(), 1)
    }


@dataclass(frozen=True, slots=True)
class AddPeople(Edit):
    """Add people, at once and in order; a name may be empty, and one that is missing is."""

    name: ClassVar[str] = "add-people"
    ids: tuple[str, ...]
    names: tuple[str, ...] = ()

    def apply(self, session: Session, deck: Deck) -> Session:
        if not self.ids:
            raise Refused(Reason.NO_PEOPLE)
        people = dict(session.people)
        names = (*self.names, *[""] * len(self.ids))
        for person, name in zip(self.ids, names, strict=False):
            if person in people:
                raise Refused(Reason.ID_TAKEN, person)
            people[person] = next_person(people, person, one_line(name))
        return replace(session, people=people)


@dataclass(frozen=True, slots=True)
class RenamePerson(Edit):
    """Give somebody another name, or none: then they are known by their number."""

    name: ClassVar[str] = "rename-person"
    screens: ClassVar[tuple[str, ...]] = ("people",)
    typed: ClassVar[bool] = True
    id: str
    text: str

    def apply(self, session: Session, deck: Deck) -> Session:
        _need_person(session, self.id)
        named = session.people[self.id]._replace(name=one_line(self.text))
        return replace(session, people={**session.people, self.id: named})

    def continues(self, earlier: Edit) -> bool:
        return isinstance(earlier, RenamePerson) and earlier.id == self.id


@dataclass(frozen=True, slots=True)
class RemovePerson(Edit):
    """Take somebody out, and their name from everywhere: cards lose their expert, roadmap cards and actions their
    owner, rounds who made them. What was said stays."""

    name: ClassVar[str] = "remove-person"
    screens: ClassVar[tuple[str, ...]] = ("people",)
    id: str

    def apply(self, session: Session, deck: Deck) -> Session:
        _need_person(session, self.id)
        said = {
            card: each._replace(expert="") if each.expert == self.id else each for card, each in session.said.items()
        }
        return replace(
            session,
            people=_without(session, self.id),
            said={card: each for card, each in said.items() if each != NOTHING},
            boards=self._gone_from(session.boards),
            actions={
                key: action._replace(owner="") if action.owner == self.id else action
                for key, action in session.actions.items()
            },
            rounds=tuple(
                each._replace(by="" if each.by == self.id else each.by, boards=self._gone_from(each.boards))
                for each in session.rounds
            ),
            kept=kept_without(session, ("people", self.id)),
        )

    def _gone_from(self, boards: Boards) -> Boards:
        road = boards.roadmap
        if not any(card.owner == self.id for card in road.cards.values()):
            return boards
        cards = {key: card._replace(owner="") if card.owner == self.id else card for key, card in road.cards.items()}
        return replace(boards, roadmap=road._replace(cards=cards))


@dataclass(frozen=True, slots=True)
class Deal(Edit):
    """Share the cards of a kind out among the people, as evenly as can be (D21, D22, Q25, Q33)."""

    name: ClassVar[str] = "deal"
    screens: ClassVar[tuple[str, ...]] = ("people",)
    kind: Kind
    own: bool = False
    """Whether the group's own cards are dealt too."""

    def apply(self, session: Session, deck: Deck) -> Session:
        if not session.people:
            raise Refused(Reason.NO_PEOPLE)
        session = shared_out(session, deck, self.kind, own=self.own)
        cards = to_deal(session, deck, self.kind, own=self.own)
        return mended(session, *(("features", card.id, "expert") for card in cards))


@dataclass(frozen=True, slots=True)
class MakeExpert(Edit):
    """Say who reads a card for the others; empty for nobody (D24)."""

    name: ClassVar[str] = "make-expert"
    screens: ClassVar[tuple[str, ...]] = ("people", "cards", "diamond", "quadrants")
    card: str
    person: str

    def apply(self, session: Session, deck: Deck) -> Session:
        need_card(session, deck, self.card)
        if self.person:
            _need_person(session, self.person)
            session = mended(session, ("features", self.card, "expert"))
        return session.saying(self.card, session.about(self.card)._replace(expert=self.person))


def _need_person(session: Session, person: str) -> None:
    if person not in session.people:
        raise Refused(Reason.NO_SUCH_PERSON, person)
