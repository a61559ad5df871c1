"""What two laptops left to be settled: where both changed the same words, the group chooses one of them, or both.

The session carries it as the file has it, in [unsettled]. To settle is an edit like any other: it writes the chosen
words where they belong, by the edit that does so, and takes the entry out.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import ClassVar, NamedTuple

from innovate_tui.workshop.answer_edits import WriteAnswer
from innovate_tui.workshop.board_edits import Put, WriteMatchReason, WriteReason
from innovate_tui.workshop.card_edits import WriteNote
from innovate_tui.workshop.checks import Lens
from innovate_tui.workshop.deck import Deck
from innovate_tui.workshop.edit import Edit
from innovate_tui.workshop.people_edits import RenamePerson
from innovate_tui.workshop.refusal import Reason, Refused
from innovate_tui.workshop.road_edits import WriteAction, WriteCheck, WriteLinkReason, WriteRoadReason
from innovate_tui.workshop.session import Cards, Kept, Parked, Session, cards_of
from innovate_tui.workshop.session_edits import Describe, Park
from innovate_tui.workshop.spoken import clean, one_line

TABLE = ("unsettled",)
ELSEWHERE = "Written elsewhere"
"""What parked words are called of which nothing can be said."""
_SAID = {
    "why": "a reason",
    "dissent": "another view",
    "note": "a note",
    "answer": "an answer",
    "who-else": "who else to ask",
    "name": "a name",
    "place": "a place",
}
_LENSES = tuple(map(str, Lens))


class Unsettled(NamedTuple):
    """Words that differ."""

    id: str
    at: str
    """Where, as the file has it: "diamond.cards.trust.why"."""
    texts: tuple[str, ...]
    """What stands there now, then what the others wrote."""


def unsettled(session: Session) -> tuple[Unsettled, ...]:
    """What is to be settled, in the order of the file. An entry that nobody can make sense of rides along."""
    return tuple(
        Unsettled(key, value["at"], tuple(value["texts"]))
        for key, value in _table(session).items()
        if isinstance(value, Mapping)
        and isinstance(value.get("at"), str)
        and isinstance(value.get("texts"), list)
        and value["texts"]
        and all(isinstance(each, str) for each in value["texts"])
    )


def where(entry: Unsettled, cards: Cards) -> str:
    """Where the words stand, for people: the card's title and what is said of it."""
    first, *parts = entry.at.split(".")
    named = [cards.all[part].title if part in cards.all else part for part in parts if part != "cards"]
    return one_line(" ".join((*named, f"({first})") if named else (first,)))


@dataclass(frozen=True, slots=True)
class Settle(Edit):
    """Choose the words that stand where two laptops wrote something else.

    Words for which there is no place, or none any more, are parked. Refused for an entry that is not there, and for a
    place on a diamond that is fixed.
    """

    name: ClassVar[str] = "settle"
    screens: ClassVar[tuple[str, ...]] = ()
    entry: str
    text: str

    def apply(self, session: Session, deck: Deck) -> Session:
        found = next((each for each in unsettled(session) if each.id == self.entry), None)
        if found is None:
            raise Refused(Reason.NO_SUCH_ITEM, self.entry)
        rest = {key: value for key, value in _table(session).items() if key != self.entry}
        others = tuple(kept for kept in session.kept if kept.path != TABLE)
        session = replace(session, kept=(*others, *((Kept(TABLE, rest),) if rest else ())))
        if self.text == found.texts[0]:
            return session
        edit = _writing(found.at, self.text)
        try:
            if edit is not None:
                return edit.apply(session, deck)
        except Refused as refusal:
            if refusal.reason is Reason.FIXED:
                raise  # a board that is stuck down can be opened again; a card that is gone cannot
        words = clean(f"{_said_of(found, session, deck)}: {self.text}")
        thought = Parked(f"n-{self.entry}", words)  # nowhere to write it: never lost
        return replace(session, parked={**session.parked, thought.id: thought})


def _said_of(entry: Unsettled, session: Session, deck: Deck) -> str:
    """What parked words were about, for people: tool, cards and what it was, as far as that is still there."""
    first, *parts = entry.at.split(".")
    cards = cards_of(session, deck)
    tool = deck.tools[first].title if first in deck.tools else ""
    titles = (cards.all[part].title for part in parts if part in cards.all)
    return ", ".join(each for each in (tool, *titles, _SAID.get(parts[-1] if parts else "", "")) if each) or ELSEWHERE


def _table(session: Session) -> Mapping[str, object]:
    value = next((kept.value for kept in session.kept if kept.path == TABLE), None)
    return value if isinstance(value, Mapping) else {}


def _writing(at: str, text: str) -> Edit | None:
    """The edit that writes some words where they belong; none where there is none."""
    match at.split("."):
        case ["title" | "workshop" | "group" | "place" as which]:
            return Describe(which, text)
        case ["features", card, "note"]:
            return WriteNote(card, text)
        case ["diamond" | "quadrants" as board, "cards", card, "why" | "dissent" as which]:
            return WriteReason(card, which, text, board)
        case ["diamond", "cards", card, "place"] if text.isdecimal() and len(text) < 4:
            return Put(card, int(text))
        case ["quadrants", "mitigations", influence, helper, "why"]:
            return WriteMatchReason(influence, helper, text)
        case ["roadmap", "cards", card, "why"]:
            return WriteRoadReason(card, text)
        case ["roadmap", "links", link, "why"]:
            return WriteLinkReason(link, text)
        case ["reflections", lens, "answer" | "who-else" as which] if lens in _LENSES:
            return WriteCheck(Lens(lens), "answer" if which == "answer" else "who_else", text)
        case ["reflections", prompt, "answer"]:
            return WriteAnswer(prompt, text)
        case ["actions", action, "text"]:
            return WriteAction(action, text)
        case ["people", person, "name"]:
            return RenamePerson(person, text)
        case ["parked", thought, "text"]:
            return Park(thought, text)
    return None
