"""The diamond: nine numbered places in rows of 1, 2, 3, 2, 1, and the rules for putting cards on them.

Source: ACCEPTANCE D25–D37 and decisions 1–3. The strongest and most relevant stands at 1, the weakest at 9. A place
holds one card. Every operation returns a new diamond, or raises `Refused` and changes nothing.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import NamedTuple

from innovate_tui.workshop.refusal import Reason, Refused

ROWS = ((1,), (2, 3), (4, 5, 6), (7, 8), (9,))
"""The places, row by row; places of one row are equals when groups are compared (decision 1)."""
PLACES = tuple(place for row in ROWS for place in row)
TOP = (1, 2, 3)
BOTTOM = (7, 8, 9)


class Standing(NamedTuple):
    """A card on the diamond: where it stands and why. Without a place it is in the tray, its words kept."""

    place: int | None = None
    why: str = ""
    dissent: str = ""


NOTHING_SAID = Standing()


class Diamond(NamedTuple):
    """Which card stands where. `cards` holds only cards that stand somewhere or of which something was said."""

    cards: Mapping[str, Standing] = MappingProxyType({})
    fixed: datetime | None = None
    """When the group stuck its cards down (D37); none while it is open."""

    def at(self, place: int) -> str | None:
        """The card at a place, or none."""
        return next((card for card, standing in self.cards.items() if standing.place == place), None)

    def standing(self, card: str) -> Standing:
        """What is known of a card; nothing is a fine answer."""
        return self.cards.get(card, NOTHING_SAID)

    def place_of(self, card: str) -> int | None:
        """Where a card stands, or none when it is in the tray."""
        return self.standing(card).place

    @property
    def placed(self) -> tuple[str, ...]:
        """The cards on the diamond, from place 1 to place 9."""
        return tuple(card for place in PLACES if (card := self.at(place)) is not None)

    @property
    def top(self) -> tuple[str, ...]:
        """The cards at places 1 to 3 (D44)."""
        return self._in(TOP)

    @property
    def bottom(self) -> tuple[str, ...]:
        """The cards at places 7 to 9, in that order (D45)."""
        return self._in(BOTTOM)

    @property
    def free(self) -> tuple[int, ...]:
        """The places nobody has used yet."""
        return tuple(place for place in PLACES if self.at(place) is None)

    def set_aside(self, cards: Iterable[str]) -> tuple[str, ...]:
        """Of these cards, those that are not placed (decision 2)."""
        return tuple(card for card in cards if self.place_of(card) is None)

    def put(self, card: str, place: int) -> "Diamond":
        """The card at the place. A card that stood there goes where this one came from: its place, or the tray."""
        self._need_open()
        _need_place(place)
        before, there = self.place_of(card), self.at(place)
        moved = {card: place}
        if there is not None and there != card:
            moved[there] = before if before is not None else 0
        return self._moved(moved)

    def insert(self, card: str, place: int) -> "Diamond":
        """The card at the place, the others pushed aside and still in their order.

        A card from the tray, or from further down, pushes those from there on down as far as the next gap; off the
        ninth is the tray. One from further up leaves a gap above, so those between move up and nobody goes.
        """
        self._need_open()
        _need_place(place)
        before = self.place_of(card)
        rest = self._moved({card: 0})
        moved = {card: place}
        if before is not None and before < place:
            between = ((rest.at(taken), taken) for taken in range(before + 1, place + 1))
            moved.update({pushed: taken - 1 for pushed, taken in between if pushed is not None})
            return rest._moved(moved)
        for taken in range(place, PLACES[-1] + 1):
            pushed = rest.at(taken)
            if pushed is None:
                break
            moved[pushed] = taken + 1 if taken < PLACES[-1] else 0
        return rest._moved(moved)

    def lift(self, card: str) -> "Diamond":
        """The card back in the tray, its words kept."""
        self._need_open()
        if self.place_of(card) is None:
            raise Refused(Reason.NOT_PLACED, card)
        return self._moved({card: 0})

    def arranged(self, cards: Sequence[str]) -> "Diamond":
        """These cards at the places from 1 to 9, nothing for an empty one; every other one in the tray, words kept."""
        self._need_open()
        if len(cards) != len(PLACES):
            raise Refused(Reason.NO_SUCH_PLACE, str(len(cards)))
        places = dict.fromkeys(self.placed, 0)
        for card, place in zip(cards, PLACES, strict=True):
            if card and places.get(card):
                raise Refused(Reason.TWICE, card)
            if card:
                places[card] = place
        return self._moved(places)

    def saying(self, card: str, *, why: str | None = None, dissent: str | None = None) -> "Diamond":
        """The card with other words; those left out stay. A fixed board still takes words."""
        old = self.standing(card)
        new = old._replace(why=old.why if why is None else why, dissent=old.dissent if dissent is None else dissent)
        return self._with({card: new})

    def fix(self, moment: datetime) -> "Diamond":
        """The board stuck down. When it is done is the group's own call: empty places are allowed (F9)."""
        if self.fixed is not None:
            raise Refused(Reason.ALREADY_FIXED)
        return self._replace(fixed=moment)

    def unfix(self) -> "Diamond":
        """The board open again (D48)."""
        if self.fixed is None:
            raise Refused(Reason.NOT_FIXED)
        return self._replace(fixed=None)

    def without(self, card: str) -> "Diamond":
        """The diamond with nothing of a card on it: for a card that the group takes out altogether."""
        if self.place_of(card) is not None:
            self._need_open()
        return self._replace(cards={other: standing for other, standing in self.cards.items() if other != card})

    def next_free(self, *, from_bottom: bool) -> int | None:
        """Where filling goes on: the first free place from the top (D32), or the last from the bottom (D35)."""
        free = self.free
        if not free:
            return None
        return free[-1] if from_bottom else free[0]

    def _in(self, places: tuple[int, ...]) -> tuple[str, ...]:
        return tuple(card for place in places if (card := self.at(place)) is not None)

    def _moved(self, places: Mapping[str, int]) -> "Diamond":
        """With these cards at these places, 0 being the tray."""
        return self._with({card: self.standing(card)._replace(place=place or None) for card, place in places.items()})

    def _with(self, standings: Mapping[str, Standing]) -> "Diamond":
        cards = {**self.cards, **standings}
        return self._replace(cards={card: standing for card, standing in cards.items() if standing != NOTHING_SAID})

    def _need_open(self) -> None:
        if self.fixed is not None:
            raise Refused(Reason.FIXED)


def row_of(place: int) -> int:
    """The row of a place, counted from 0 at the top."""
    _need_place(place)
    return next(number for number, row in enumerate(ROWS) if place in row)


def _need_place(place: int) -> None:
    if place not in PLACES:
        raise Refused(Reason.NO_SUCH_PLACE, str(place))
