"""The four quadrants: influences by importance and threat, and what was chosen to help with each.

Source: ACCEPTANCE Q27–Q37 and decisions 6 and 7. Importance runs from left to right and threat from bottom to top,
both in whole numbers from 0 to 100; 50 and more is high. The two are independent: either may be missing, and then the
card is not placed yet. An influence that is high on either axis asks for help; which next-level feature helps is the
group's choice and never made for it. Every operation returns new quadrants, or raises `Refused` and changes nothing.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from enum import IntEnum
from types import MappingProxyType
from typing import NamedTuple

from innovate_tui.workshop.refusal import Reason, Refused

LEAST, MOST = 0, 100
"""The ends of both axes."""
HIGH = 50
"""From here on a position is high."""
LOW_AT, HIGH_AT = 25, 75
"""Where a card stands on an axis of which only "low" or "high" was said."""


class Quadrant(IntEnum):
    """The four of them, by the digits that choose them: from top left, row by row."""

    LOW_IMPORTANCE_HIGH_THREAT = 1
    HIGH_IMPORTANCE_HIGH_THREAT = 2
    LOW_IMPORTANCE_LOW_THREAT = 3
    HIGH_IMPORTANCE_LOW_THREAT = 4

    @property
    def important(self) -> bool:
        """Whether what stands here matters to the system."""
        return self in (Quadrant.HIGH_IMPORTANCE_HIGH_THREAT, Quadrant.HIGH_IMPORTANCE_LOW_THREAT)

    @property
    def threatening(self) -> bool:
        """Whether what stands here threatens the innovation."""
        return self in (Quadrant.HIGH_IMPORTANCE_HIGH_THREAT, Quadrant.LOW_IMPORTANCE_HIGH_THREAT)

    @property
    def middle(self) -> tuple[int, int]:
        """Importance and threat of its middle."""
        return HIGH_AT if self.important else LOW_AT, HIGH_AT if self.threatening else LOW_AT


def quadrant_at(importance: int, threat: int) -> Quadrant:
    """The quadrant of a position."""
    for quadrant in Quadrant:
        if (quadrant.important, quadrant.threatening) == (importance >= HIGH, threat >= HIGH):
            return quadrant
    raise AssertionError("the four quadrants cover the plane")


class Position(NamedTuple):
    """An influence on the grid: how important, how much of a threat, and why."""

    importance: int | None = None
    threat: int | None = None
    why: str = ""
    dissent: str = ""

    @property
    def placed(self) -> bool:
        """Whether both axes were answered."""
        return self.importance is not None and self.threat is not None

    @property
    def quadrant(self) -> Quadrant | None:
        """The quadrant that it stands in, once it is placed."""
        if self.importance is None or self.threat is None:
            return None
        return quadrant_at(self.importance, self.threat)


NOWHERE = Position()


class Mitigation(NamedTuple):
    """A next-level feature chosen to help with an influence, and why this one."""

    why: str = ""


class Quadrants(NamedTuple):
    """Which influence stands where, and what helps with it. Holds only cards of which something was said."""

    cards: Mapping[str, Position] = MappingProxyType({})
    mitigations: Mapping[str, Mapping[str, Mitigation]] = MappingProxyType({})
    """By influence and then by the next-level feature that helps."""
    fixed: datetime | None = None
    """When the group stuck its cards down (Q37)."""

    def position(self, card: str) -> Position:
        """What is known of a card; nothing is a fine answer."""
        return self.cards.get(card, NOWHERE)

    @property
    def placed(self) -> tuple[str, ...]:
        """The cards on the grid: the most important and threatening first."""
        on_grid = [card for card, position in self.cards.items() if position.placed]
        return tuple(sorted(on_grid, key=lambda card: self._weight(card), reverse=True))

    def in_quadrant(self, quadrant: Quadrant) -> tuple[str, ...]:
        """The cards of one quadrant, in the same order."""
        return tuple(card for card in self.placed if self.position(card).quadrant is quadrant)

    def set_aside(self, cards: Iterable[str]) -> tuple[str, ...]:
        """Of these cards, those that are not placed."""
        return tuple(card for card in cards if not self.position(card).placed)

    @property
    def due(self) -> tuple[str, ...]:
        """The cards that ask for help: placed, and high on either axis (Q35, decision 6)."""
        return tuple(card for card in self.placed if self.asks_for_help(card))

    @property
    def unanswered(self) -> tuple[str, ...]:
        """Those that ask for help and have no match yet. Leaving it so is fine."""
        return tuple(card for card in self.due if not self.helpers(card))

    def asks_for_help(self, card: str) -> bool:
        """Whether a card is due for a match."""
        quadrant = self.position(card).quadrant
        return quadrant is not None and (quadrant.important or quadrant.threatening)

    def helpers(self, influence: str) -> tuple[str, ...]:
        """What was chosen to help with an influence."""
        return tuple(self.mitigations.get(influence, {}))

    def helped_by(self, helper: str) -> tuple[str, ...]:
        """The influences that a next-level feature was chosen for: one may serve many (Q36)."""
        return tuple(influence for influence, helpers in self.mitigations.items() if helper in helpers)

    def put(self, card: str, importance: int | None, threat: int | None) -> "Quadrants":
        """The card at a position; an axis that is not answered yet is none. What was said of it stays."""
        self._need_open()
        for value in (importance, threat):
            if value is not None and not LEAST <= value <= MOST:
                raise Refused(Reason.OFF_THE_GRID, str(value))
        return self._with(card, self.position(card)._replace(importance=importance, threat=threat))

    def lift(self, card: str) -> "Quadrants":
        """The card back in the tray: its words and what was chosen to help with it are kept."""
        self._need_open()
        position = self.position(card)
        if position.importance is None and position.threat is None:
            raise Refused(Reason.NOT_PLACED, card)
        return self._with(card, position._replace(importance=None, threat=None))

    def saying(self, card: str, *, why: str | None = None, dissent: str | None = None) -> "Quadrants":
        """The card with other words; those left out stay. A fixed board still takes words."""
        old = self.position(card)
        new = old._replace(why=old.why if why is None else why, dissent=old.dissent if dissent is None else dissent)
        return self._with(card, new)

    def match(self, influence: str, helper: str) -> "Quadrants":
        """A next-level feature chosen to help with an influence, whether or not the influence asks for help."""
        self._need_open()
        if helper in self.mitigations.get(influence, {}):
            raise Refused(Reason.MATCHED_ALREADY, helper)
        return self._helped(influence, {**self.mitigations.get(influence, {}), helper: Mitigation()})

    def unmatch(self, influence: str, helper: str) -> "Quadrants":
        """That choice taken back, with its reason."""
        self._need_open()
        helpers = self.mitigations.get(influence, {})
        if helper not in helpers:
            raise Refused(Reason.NOT_MATCHED, helper)
        return self._helped(influence, {key: value for key, value in helpers.items() if key != helper})

    def saying_why(self, influence: str, helper: str, why: str) -> "Quadrants":
        """Why this next-level feature helps with that influence."""
        helpers = self.mitigations.get(influence, {})
        if helper not in helpers:
            raise Refused(Reason.NOT_MATCHED, helper)
        return self._helped(influence, {**helpers, helper: Mitigation(why)})

    def fix(self, moment: datetime) -> "Quadrants":
        """The board stuck down; when it is done is the group's own call (F9)."""
        if self.fixed is not None:
            raise Refused(Reason.ALREADY_FIXED)
        return self._replace(fixed=moment)

    def unfix(self) -> "Quadrants":
        """The board open again (Q44)."""
        if self.fixed is None:
            raise Refused(Reason.NOT_FIXED)
        return self._replace(fixed=None)

    def without(self, card: str) -> "Quadrants":
        """The quadrants with nothing of a card on them: for a card that the group takes out altogether."""
        if self.position(card).placed or self.helpers(card) or self.helped_by(card):
            self._need_open()
        cards = {other: position for other, position in self.cards.items() if other != card}
        rest = {
            influence: {helper: chosen for helper, chosen in helpers.items() if helper != card}
            for influence, helpers in self.mitigations.items()
            if influence != card
        }
        return self._replace(cards=cards, mitigations={key: helpers for key, helpers in rest.items() if helpers})

    def _weight(self, card: str) -> tuple[int, int]:
        position = self.position(card)
        importance, threat = position.importance or 0, position.threat or 0
        return importance + threat, importance

    def _with(self, card: str, position: Position) -> "Quadrants":
        cards = {**self.cards, card: position}
        return self._replace(cards={key: value for key, value in cards.items() if value != NOWHERE})

    def _helped(self, influence: str, helpers: Mapping[str, Mitigation]) -> "Quadrants":
        mitigations = {**self.mitigations, influence: helpers}
        return self._replace(mitigations={key: value for key, value in mitigations.items() if value})

    def _need_open(self) -> None:
        if self.fixed is not None:
            raise Refused(Reason.FIXED)
