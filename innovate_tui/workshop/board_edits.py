"""The edits of the boards: placing, lifting, matching, fixing, and the reasons for where a card stands."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, ClassVar, Literal

from innovate_tui.workshop.deck import Deck
from innovate_tui.workshop.diamond import Diamond
from innovate_tui.workshop.edit import Edit, kept_without, mended, need_card, need_kind, with_boards
from innovate_tui.workshop.features import Kind
from innovate_tui.workshop.quadrants import Quadrants
from innovate_tui.workshop.session import (
    Session,
)
from innovate_tui.workshop.spoken import clean

Reasons = Literal["why", "dissent"]
"""The two texts of a card on a board."""
BoardName = Literal["diamond", "quadrants"]
"""The boards on which a card has one place, with a reason and perhaps another view."""
FixedName = Literal["diamond", "quadrants", "roadmap"]
"""The boards that can be stuck down."""


@dataclass(frozen=True, slots=True)
class Put(Edit):
    """Put a card on a place of the diamond (D32, D35)."""

    name: ClassVar[str] = "put"
    screens: ClassVar[tuple[str, ...]] = ("diamond",)
    card: str
    place: int

    def apply(self, session: Session, deck: Deck) -> Session:
        need_kind(session, deck, self.card, Kind.ENABLER)
        session = mended(session, ("diamond", "cards", self.card, "place"))
        return with_boards(session, diamond=session.boards.diamond.put(self.card, self.place))


@dataclass(frozen=True, slots=True)
class Insert(Edit):
    """Put a card on a place and push the others down."""

    name: ClassVar[str] = "insert"
    screens: ClassVar[tuple[str, ...]] = ("diamond",)
    card: str
    place: int

    def apply(self, session: Session, deck: Deck) -> Session:
        need_kind(session, deck, self.card, Kind.ENABLER)
        session = mended(session, ("diamond", "cards", self.card, "place"))
        return with_boards(session, diamond=session.boards.diamond.insert(self.card, self.place))


@dataclass(frozen=True, slots=True)
class Lift(Edit):
    """Take a card back to the tray."""

    name: ClassVar[str] = "lift"
    screens: ClassVar[tuple[str, ...]] = ("diamond",)
    card: str

    def apply(self, session: Session, deck: Deck) -> Session:
        if session.boards.diamond.place_of(self.card) is None:
            need_card(session, deck, self.card)
        return with_boards(session, diamond=session.boards.diamond.lift(self.card))


@dataclass(frozen=True, slots=True)
class Arrange(Edit):
    """Put the cards where they stand on a diamond made on paper: nine of them from 1 to 9, nothing for an empty place.

    What stands on the screen's diamond and not on the paper's goes back to the tray. Reasons stay with their cards.
    """

    name: ClassVar[str] = "arrange"
    screens: ClassVar[tuple[str, ...]] = ("diamond",)
    places: tuple[str, ...]

    def apply(self, session: Session, deck: Deck) -> Session:
        cards = [card for card in self.places if card]
        for card in cards:
            need_kind(session, deck, card, Kind.ENABLER)
        arranged = session.boards.diamond.arranged(self.places)
        session = mended(session, *(("diamond", "cards", card, "place") for card in cards))
        return with_boards(session, diamond=arranged)


@dataclass(frozen=True, slots=True)
class Place(Edit):
    """Place an influence by importance and threat, 0 to 100; an axis not answered yet is none (Q29–Q31)."""

    name: ClassVar[str] = "place"
    screens: ClassVar[tuple[str, ...]] = ("quadrants",)
    card: str
    importance: int | None
    threat: int | None

    def apply(self, session: Session, deck: Deck) -> Session:
        need_kind(session, deck, self.card, Kind.INFLUENCE)
        placed = session.boards.quadrants.put(self.card, self.importance, self.threat)
        axes = (("importance", self.importance), ("threat", self.threat))
        said = (("quadrants", "cards", self.card, axis) for axis, value in axes if value is not None)
        session = mended(session, *said)
        return with_boards(session, quadrants=placed)


@dataclass(frozen=True, slots=True)
class TakeOff(Edit):
    """Take an influence back to the tray; its words and matches are kept."""

    name: ClassVar[str] = "take-off"
    screens: ClassVar[tuple[str, ...]] = ("quadrants",)
    card: str

    def apply(self, session: Session, deck: Deck) -> Session:
        if not session.boards.quadrants.position(self.card).placed:
            need_card(session, deck, self.card)
        return with_boards(session, quadrants=session.boards.quadrants.lift(self.card))


@dataclass(frozen=True, slots=True)
class Match(Edit):
    """Choose a next-level feature to help with an influence, or take the choice back (Q35, Q36)."""

    name: ClassVar[str] = "match"
    screens: ClassVar[tuple[str, ...]] = ("quadrants",)
    influence: str
    helper: str
    matched: bool = True

    def apply(self, session: Session, deck: Deck) -> Session:
        quadrants = session.boards.quadrants
        chosen = ("quadrants", "mitigations", self.influence, self.helper)
        if not self.matched:
            session = replace(session, kept=kept_without(session, chosen))
            return with_boards(session, quadrants=quadrants.unmatch(self.influence, self.helper))
        need_kind(session, deck, self.influence, Kind.INFLUENCE)
        need_kind(session, deck, self.helper, Kind.NEXT_LEVEL)
        session = mended(session, chosen)
        return with_boards(session, quadrants=quadrants.match(self.influence, self.helper))


@dataclass(frozen=True, slots=True)
class WriteMatchReason(Edit):
    """Write why a next-level feature helps with an influence."""

    name: ClassVar[str] = "write-match-reason"
    screens: ClassVar[tuple[str, ...]] = ("quadrants",)
    typed: ClassVar[bool] = True
    influence: str
    helper: str
    text: str

    def apply(self, session: Session, deck: Deck) -> Session:
        said = session.boards.quadrants.saying_why(self.influence, self.helper, clean(self.text))
        if self.text:
            session = mended(session, ("quadrants", "mitigations", self.influence, self.helper, "why"))
        return with_boards(session, quadrants=said)

    def continues(self, earlier: Edit) -> bool:
        if not isinstance(earlier, WriteMatchReason):
            return False
        return (earlier.influence, earlier.helper) == (self.influence, self.helper)


@dataclass(frozen=True, slots=True)
class Fix(Edit):
    """Stick a board down (D37, Q37)."""

    name: ClassVar[str] = "fix"
    moment: datetime
    board: FixedName = "diamond"

    def apply(self, session: Session, deck: Deck) -> Session:
        return mended(_held(session, self.board, lambda board: board.fix(self.moment)), (self.board, "fixed"))

    @property
    def shows_on(self) -> tuple[str, ...]:
        return (self.board,)


@dataclass(frozen=True, slots=True)
class Unfix(Edit):
    """Open a board again."""

    name: ClassVar[str] = "unfix"
    board: FixedName = "diamond"

    def apply(self, session: Session, deck: Deck) -> Session:
        return _held(session, self.board, lambda board: board.unfix())

    @property
    def shows_on(self) -> tuple[str, ...]:
        return (self.board,)


@dataclass(frozen=True, slots=True)
class WriteReason(Edit):
    """Write why a card stands where it does, or what those who do not agree would say."""

    name: ClassVar[str] = "write-reason"
    typed: ClassVar[bool] = True
    card: str
    which: Reasons
    text: str
    board: BoardName = "diamond"

    def apply(self, session: Session, deck: Deck) -> Session:
        need_kind(session, deck, self.card, Kind.ENABLER if self.board == "diamond" else Kind.INFLUENCE)
        text, board = clean(self.text), board_of(session, self.board)
        said = board.saying(self.card, why=text) if self.which == "why" else board.saying(self.card, dissent=text)
        if text:
            session = mended(session, (self.board, "cards", self.card, self.which))
        return with_board(session, self.board, said)

    def continues(self, earlier: Edit) -> bool:
        field = (self.board, self.card, self.which)
        return isinstance(earlier, WriteReason) and (earlier.board, earlier.card, earlier.which) == field

    @property
    def shows_on(self) -> tuple[str, ...]:
        return (self.board,)


def board_of(session: Session, board: BoardName) -> Diamond | Quadrants:
    """The board of that name."""
    return session.boards.diamond if board == "diamond" else session.boards.quadrants


def with_board(session: Session, name: BoardName, board: Diamond | Quadrants) -> Session:
    """The session with another state of one board."""
    return with_boards(session, **{str(name): board})


def _held(session: Session, name: FixedName, change: Callable[[Any], Any]) -> Session:
    """The session with one board fixed or opened: all three know how."""
    return with_boards(session, **{str(name): change(getattr(session.boards, name))})
