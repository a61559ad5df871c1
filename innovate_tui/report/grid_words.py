"""How the summary words the grid of the quadrants: what its ends are called, and where an influence stands."""

from functools import cached_property

from innovate_tui.report import phrases
from innovate_tui.report.card_words import QUADRANTS, CardWords
from innovate_tui.report.document import Field, Runs
from innovate_tui.workshop.grid_wording import meaning, quadrant_name
from innovate_tui.workshop.quadrants import HIGH, Position, Quadrant


class GridWords(CardWords):
    """The grid of one session, in words: the deck's where it has any."""

    @cached_property
    def importance(self) -> tuple[Runs, Runs]:
        """The low end and the high end of importance."""
        return self._ends("importance", phrases.LOW_IMPORTANCE, phrases.HIGH_IMPORTANCE)

    @cached_property
    def threat(self) -> tuple[Runs, Runs]:
        """The low end and the high end of threat."""
        return self._ends("threat", phrases.LOW_THREAT, phrases.HIGH_THREAT)

    def _ends(self, axis: str, low: str, high: str) -> tuple[Runs, Runs]:
        tool = self.deck.tools.get(QUADRANTS)
        words = next((factor for factor in tool.factors if factor.id == axis), None) if tool else None
        if words and words.low.strip() and words.high.strip():
            return self.decks(words.low), self.decks(words.high)
        return self.ours(low), self.ours(high)

    def position(self, position: Position) -> Runs:
        """A position in words; an axis that is not answered yet is said to be open."""
        importance, threat = (
            self.ours(still_open) if value is None else ends[value >= HIGH]
            for value, ends, still_open in (
                (position.importance, self.importance, phrases.IMPORTANCE_OPEN),
                (position.threat, self.threat, phrases.THREAT_OPEN),
            )
        )
        return self.joined((importance, threat), ", ")

    def quadrant(self, quadrant: Quadrant) -> Runs:
        """A quadrant in words: its position, after what the deck calls it, where it has a name for it."""
        where = self.position(Position(*quadrant.middle))
        if called := self.called(quadrant):
            return self.ours(phrases.QUADRANT_NAMED, name=called, where=where)
        return self.capital(where)

    def called(self, quadrant: Quadrant) -> Runs:
        """What the deck calls a quadrant, where it has a name for it; the toolkit has none."""
        return self.decks(quadrant_name(self.deck, quadrant))

    def field(self, quadrant: Quadrant) -> Field:
        """A quadrant with what it means for the group and what it is called, where the deck says so."""
        told = meaning(self.deck, quadrant) if QUADRANTS in self.deck.tools else ""
        where = self.capital(self.position(Position(*quadrant.middle)))
        return Field(where, self.decks(told), self.called(quadrant))

    def stands(self, card: str) -> Runs:
        """Where an influence stands, in words; half a position is said, and none is none."""
        position = self.quadrants.position(card)
        if position.importance is None and position.threat is None:
            return ()
        where, quadrant = self.position(position), position.quadrant
        if quadrant is not None and (called := self.called(quadrant)):
            return self.ours(phrases.IN_NAMED, where=where, name=called)
        return where

    def titles(self, cards: tuple[str, ...]) -> Runs:
        """Several cards in a list."""
        return self.joined((self.title(card) for card in cards), "; ")
