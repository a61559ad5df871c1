"""The edits of a session as a whole: what it says of itself, thoughts for later, its export, its file."""

from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Literal

from innovate_tui.workshop.deck import Deck, Mode
from innovate_tui.workshop.edit import Edit, kept_without
from innovate_tui.workshop.refusal import Reason, Refused
from innovate_tui.workshop.session import ExportAs, Included, Parked, PeopleShown, Session
from innovate_tui.workshop.spoken import clean, one_line

Words = Literal["title", "workshop", "group", "place"]
"""The texts that describe a session itself."""


@dataclass(frozen=True, slots=True)
class Park(Edit):
    """Write a thought for later; empty words take it away again."""

    name: ClassVar[str] = "park"
    screens: ClassVar[tuple[str, ...]] = ()
    typed: ClassVar[bool] = True
    id: str
    text: str

    def apply(self, session: Session, deck: Deck) -> Session:
        text = clean(self.text)
        if text.strip():
            return replace(session, parked={**session.parked, self.id: Parked(self.id, text)})
        if self.id not in session.parked:
            return session
        parked = {key: value for key, value in session.parked.items() if key != self.id}
        return replace(session, parked=parked, kept=kept_without(session, ("parked", self.id)))

    def continues(self, earlier: Edit) -> bool:
        return isinstance(earlier, Park) and earlier.id == self.id


@dataclass(frozen=True, slots=True)
class Describe(Edit):
    """Give the session a title, a workshop, a group or a place."""

    name: ClassVar[str] = "describe"
    screens: ClassVar[tuple[str, ...]] = ("session",)
    typed: ClassVar[bool] = True
    which: Words
    text: str

    def apply(self, session: Session, deck: Deck) -> Session:
        text = one_line(self.text)
        if self.which == "title":
            return replace(session, title=text)
        if self.which == "workshop":
            return replace(session, workshop=text)
        if self.which == "group":
            return replace(session, group=text)
        return replace(session, place=text)

    def continues(self, earlier: Edit) -> bool:
        return isinstance(earlier, Describe) and earlier.which == self.which


@dataclass(frozen=True, slots=True)
class Hold(Edit):
    """Say on which day the workshop was held."""

    name: ClassVar[str] = "hold"
    screens: ClassVar[tuple[str, ...]] = ("session",)
    day: date | None

    def apply(self, session: Session, deck: Deck) -> Session:
        return replace(session, held=self.day)


@dataclass(frozen=True, slots=True)
class ChooseMode(Edit):
    """Work alone, or as a group; nothing is lost either way."""

    name: ClassVar[str] = "choose-mode"
    screens: ClassVar[tuple[str, ...]] = ("session",)
    mode: Mode

    def apply(self, session: Session, deck: Deck) -> Session:
        return replace(session, mode=self.mode)


@dataclass(frozen=True, slots=True)
class Include(Edit):
    """Choose what goes into an export (E6)."""

    name: ClassVar[str] = "include"
    screens: ClassVar[tuple[str, ...]] = ()
    people: PeopleShown
    notes: bool
    dissent: bool
    parked: bool
    rounds: bool = False
    time: bool = False
    cards: bool = False
    brief: bool = False
    export_as: ExportAs = ExportAs.PDF
    attach: bool = False

    def apply(self, session: Session, deck: Deck) -> Session:
        which = (self.people, self.notes, self.dissent, self.parked, self.rounds, self.time, self.cards, self.brief)
        return replace(session, included=Included(*which, self.export_as, self.attach))


@dataclass(frozen=True, slots=True)
class LetGo(Edit):
    """Let go of something in the file that cannot stand."""

    name: ClassVar[str] = "let-go"
    screens: ClassVar[tuple[str, ...]] = ("home",)
    item: tuple[str, ...]

    def apply(self, session: Session, deck: Deck) -> Session:
        rest = tuple(kept for kept in session.kept if kept.path != self.item)
        if len(rest) == len(session.kept):
            raise Refused(Reason.NO_SUCH_ITEM, ".".join(self.item))
        return replace(session, kept=rest)
