"""What a group reads back at the end: said first, said last, to act on, not agreed, parked, and who does what.

Only what was entered is told, in its order; nothing is judged, and what is not there is left out. The words are to be
read aloud: short lines, each with the reason that was given for it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from innovate_tui.workshop.deck import Deck, Mode
from innovate_tui.workshop.diamond import BOTTOM, TOP
from innovate_tui.workshop.grid_wording import axes
from innovate_tui.workshop.offers import priorities
from innovate_tui.workshop.road_wording import period_words
from innovate_tui.workshop.session import Session, cards_of
from innovate_tui.workshop.spelling import listed, long_date, name_of
from innovate_tui.workshop.spoken import one_line

PERIODS_AHEAD = 2
"""Of the roadmap only what begins first is read back: its whole story is told on its own screen."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to read aloud, and what was written about it."""

    text: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """Some lines under a heading."""

    heading: str
    lines: tuple[Line, ...]


def read_back(session: Session, deck: Deck) -> tuple[Said, ...]:
    """All there is to read back; nothing where nothing was done."""
    return _ReadBack(session, deck).all()


class _ReadBack:
    def __init__(self, session: Session, deck: Deck) -> None:
        self.session, self.boards = session, session.boards
        self.cards = cards_of(session, deck)
        self.alone = session.mode is Mode.INDIVIDUAL
        self.who = "I" if self.alone else "we"

    def all(self) -> tuple[Said, ...]:
        """The headings under which something stands."""
        told = (
            (f"What {self.who} said first", self._places(TOP)),
            (f"What {self.who} said last", self._places(BOTTOM)),
            ("To act on", self._to_act_on()),
            ("What speaks against it" if self.alone else "Not agreed", self._not_agreed()),
            ("Parked for later", self._parked()),
            ("What I do next" if self.alone else "Who does what", self._actions()),
        )
        return tuple(Said(heading, found) for heading, lines in told if (found := tuple(lines)))

    def _name(self, card: str) -> str:
        return name_of(self.cards, card)

    def _full(self, card: str) -> str:
        return self.cards.all[card].title if card in self.cards.all else card

    def _places(self, places: tuple[int, ...]) -> Iterator[Line]:
        """What stands there, each with its place and its reason."""
        diamond = self.boards.diamond
        for place in places:
            if card := diamond.at(place):
                yield Line(f"{place}  {self._full(card)}", one_line(diamond.standing(card).why))

    def _to_act_on(self) -> Iterator[Line]:
        """What the diamond left to be developed, what was chosen to help, and what begins first on the roadmap."""
        offered = priorities(self.session)
        develop = [self._name(offer.feature) for offer in offered if offer.came_from == "diamond"]
        if develop:
            yield Line(f"To develop: {listed(develop)}.")
        for offer in offered:
            if offer.answers:
                yield Line(f"{self._name(offer.feature)} helps with {listed([self._name(i) for i in offer.answers])}.")
        if open_ := [self._name(card) for card in self.boards.quadrants.unanswered]:
            yield Line(f"{listed(open_)} {'asks' if len(open_) == 1 else 'ask'} for help and nothing was chosen.")
        yield from self._on_the_road()

    def _on_the_road(self) -> Iterator[Line]:
        road = self.boards.roadmap
        starting = [(period, road.beginning_in(period)) for period in (road.timeline.periods if road.timeline else ())]
        for period, beginning in [each for each in starting if each[1]][:PERIODS_AHEAD]:
            names = dict.fromkeys(self._name(card.feature) for card in beginning)
            yield Line(f"On the roadmap, {period_words(period, year=True)}: {listed(list(names))}.")

    def _not_agreed(self) -> Iterator[Line]:
        diamond, grid = self.boards.diamond, self.boards.quadrants
        for card in diamond.placed:
            if other := one_line(diamond.standing(card).dissent):
                yield Line(f"{self._name(card)}, at {diamond.place_of(card)}", other)
        for card in grid.placed:
            if other := one_line(grid.position(card).dissent):
                yield Line(f"{self._name(card)}, {axes(grid.position(card))}", other)

    def _parked(self) -> Iterator[Line]:
        for thought in self.session.parked.values():
            yield Line(one_line(thought.text))

    def _actions(self) -> Iterator[Line]:
        for action in self.session.actions.values():
            who = self.session.called(action.owner)
            until = f"by {long_date(action.due)}" if action.due else ""
            facts = ", ".join(part for part in (who, until) if part)
            nobody = "" if self.alone else "nobody named yet"
            yield Line(one_line(action.text), facts or nobody)
