"""The edits of rounds: keeping one, another name for it, taking it out. What a round holds is never changed."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import ClassVar

from innovate_tui.workshop.deck import Deck
from innovate_tui.workshop.edit import Edit, kept_without, need_line
from innovate_tui.workshop.refusal import Reason, Refused
from innovate_tui.workshop.session import Round, Session


@dataclass(frozen=True, slots=True)
class KeepRound(Edit):
    """Keep a named, dated copy of the boards."""

    name: ClassVar[str] = "keep-round"
    id: str
    round_name: str
    moment: datetime
    by: str = ""

    def apply(self, session: Session, deck: Deck) -> Session:
        if any(kept.id == self.id for kept in session.rounds):
            raise Refused(Reason.ID_TAKEN, self.id)
        if self.by and self.by not in session.people:
            raise Refused(Reason.NO_SUCH_PERSON, self.by)
        name = need_line(self.round_name, Reason.NO_NAME)
        kept = Round(self.id, name, self.moment, self.by, session.boards)
        return replace(session, rounds=(*session.rounds, kept))


@dataclass(frozen=True, slots=True)
class RenameRound(Edit):
    """Call a kept round otherwise."""

    name: ClassVar[str] = "rename-round"
    screens: ClassVar[tuple[str, ...]] = ("rounds",)
    id: str
    round_name: str

    def apply(self, session: Session, deck: Deck) -> Session:
        name = need_line(self.round_name, Reason.NO_NAME)
        return _with(session, self.id, lambda kept: (kept._replace(name=name),))


@dataclass(frozen=True, slots=True)
class RemoveRound(Edit):
    """Take a kept round out; the boards stay as they are."""

    name: ClassVar[str] = "remove-round"
    screens: ClassVar[tuple[str, ...]] = ("rounds",)
    id: str

    def apply(self, session: Session, deck: Deck) -> Session:
        session = _with(session, self.id, lambda kept: ())
        return replace(session, kept=kept_without(session, ("rounds", self.id)))


def _with(session: Session, wanted: str, change: Callable[[Round], tuple[Round, ...]]) -> Session:
    """The session with another version of one round, or none; refused where there is no such round."""
    if all(kept.id != wanted for kept in session.rounds):
        raise Refused(Reason.NO_SUCH_ITEM, wanted)
    rounds = (each for kept in session.rounds for each in (change(kept) if kept.id == wanted else (kept,)))
    return replace(session, rounds=tuple(rounds))
