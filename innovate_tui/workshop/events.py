"""What can happen to a history, as values: an edit is made, time passes, a field is left, undo, redo.

The screens and the journal go through the same `after`: what is replayed after a crash is what happened, by the same
rules. An event turns into plain values and back without loss, as its edit does.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

from innovate_tui.workshop.deck import Deck
from innovate_tui.workshop.edits import Edit
from innovate_tui.workshop.history import History
from innovate_tui.workshop.records import from_record, to_record
from innovate_tui.workshop.session import Session


class Did(NamedTuple):
    """An edit was made, at a moment where that matters (`History.do`)."""

    edit: Edit
    moment: datetime | None = None


class Noted(NamedTuple):
    """Something came true that is nobody's step, such as time that has passed (`History.noted`)."""

    edit: Edit


class LeftField(NamedTuple):
    """A field was left: the next letter begins a new step."""


class Undid(NamedTuple):
    """The last step was taken back."""


class Redid(NamedTuple):
    """What was undone was done again."""


class Drafted(NamedTuple):
    """Words stand in a box whose words are no edit until it closes; none do any more where there are no words."""

    box: str
    """What the box is called."""
    words: str


class Became(NamedTuple):
    """The session became another one as a whole. It has no plain values: a journal keeps the session itself."""

    session: Session
    words: str
    """What it was, as a clause."""


Event = Did | Noted | LeftField | Undid | Redid | Drafted
"""What turns into plain values and back."""

_BARE: Mapping[str, Event] = {"left": LeftField(), "undid": Undid(), "redid": Redid()}
"""The events that say everything by their name."""


def after(history: History, event: Event | Became, deck: Deck) -> History:
    """The history once this has happened. May raise `Refused`, as the edit in it may."""
    match event:
        case Did():
            return history.do(event.edit, deck, event.moment)
        case Noted():
            return history.noted(event.edit, deck)
        case LeftField():
            return history.leave_field()
        case Undid():
            return history.undo()
        case Redid():
            return history.redo()
        case Became():
            return history.become(event.session, event.words)
        case Drafted():
            return history


def changes_in(event: Event | Became, before: History, then: History) -> int:
    """How many changes it was that somebody made, 1 or 0: to type on in a field is none of its own."""
    again = isinstance(event, Undid | Redid | Became) and then is not before
    return int(again or (isinstance(event, Did) and len(then.past) > len(before.past)))


def to_plain(event: Event) -> dict[str, Any]:
    """The event as plain values: strings, numbers, lists and moments."""
    match event:
        case Did():
            return {"did": to_record(event.edit), **({"at": event.moment} if event.moment else {})}
        case Noted():
            return {"noted": to_record(event.edit)}
        case Drafted():
            return {"draft": event.box, "words": event.words}
    return {next(name for name, bare in _BARE.items() if type(bare) is type(event)): True}


def from_plain(plain: Mapping[str, Any]) -> Event:
    """The event of plain values. What says no event, or an edit that nobody knows, raises `ValueError`."""
    if isinstance(plain.get("did"), Mapping):
        moment = plain.get("at")
        if moment is not None and not isinstance(moment, datetime):
            raise ValueError(f"no event was made at {moment!r}")
        return Did(from_record(plain["did"]), moment)
    if isinstance(plain.get("noted"), Mapping):
        return Noted(from_record(plain["noted"]))
    if isinstance(plain.get("draft"), str) and isinstance(plain.get("words"), str):
        return Drafted(plain["draft"], plain["words"])
    for name, event in _BARE.items():
        if name in plain:
            return event
    raise ValueError(f"no event has the keys {sorted(plain)}")
