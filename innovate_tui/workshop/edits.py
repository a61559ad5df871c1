"""Every change to a session by name: what it does, whether it merges with the one before, and its plain record.

An edit is a frozen value of plain fields. It makes no ids and reads no clock: both are passed in, so that replaying a
record gives the same session. `apply` returns the new session or raises `Refused`; the session given is untouched.
`records` turns an edit into plain values and back.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import ClassVar, Literal

from innovate_tui.workshop.board_edits import (
    Arrange,
    BoardName,
    Fix,
    Insert,
    Lift,
    Match,
    Place,
    Put,
    Reasons,
    TakeOff,
    Unfix,
    WriteMatchReason,
    WriteReason,
)
from innovate_tui.workshop.deck import Deck, Mode
from innovate_tui.workshop.edit import (
    Edit,
    answer_to,
    deck_prompts,
    kept_without,
    kind_of,
    need_card,
    need_line,
    with_answer,
    with_boards,
)
from innovate_tui.workshop.features import Judgement, Kind
from innovate_tui.workshop.people_edits import AddPeople, Deal, MakeExpert, RemovePerson, RenamePerson
from innovate_tui.workshop.reflections import Answer
from innovate_tui.workshop.refusal import Reason, Refused
from innovate_tui.workshop.road_edits import (
    AddToRoad,
    AssignAction,
    CheckText,
    Frame,
    LinkCards,
    MarkEvent,
    MoveOnRoad,
    PlaceStage,
    RemoveEvent,
    SetEnergy,
    SetOwner,
    SetRevisit,
    SetVerdict,
    Stretch,
    TakeOffRoad,
    Unlink,
    WriteAction,
    WriteCheck,
    WriteLinkReason,
    WriteRoadReason,
)
from innovate_tui.workshop.round_edits import RemoveRound, RenameRound
from innovate_tui.workshop.session import (
    ExportAs,
    Included,
    OwnFeature,
    Parked,
    PeopleShown,
    Round,
    Session,
    own_letters,
)
from innovate_tui.workshop.settling import Settle
from innovate_tui.workshop.spoken import clean, one_line
from innovate_tui.workshop.time_edits import Spend

__all__ = [
    "EDITS",
    "AddFeature",
    "AddPeople",
    "AddPrompt",
    "AddToRoad",
    "Arrange",
    "AssignAction",
    "BoardName",
    "CheckText",
    "ChooseMode",
    "Deal",
    "Describe",
    "Edit",
    "Fix",
    "Frame",
    "Hold",
    "Include",
    "Insert",
    "Judge",
    "KeepRound",
    "LetGo",
    "Lift",
    "LinkCards",
    "MakeExpert",
    "MarkEvent",
    "Match",
    "MoveOnRoad",
    "Park",
    "Place",
    "PlaceStage",
    "Put",
    "Reasons",
    "RemoveEvent",
    "RemoveFeature",
    "RemovePerson",
    "RemovePrompt",
    "RemoveRound",
    "RenamePerson",
    "RenameRound",
    "RewordFeature",
    "RewordPrompt",
    "SetEnergy",
    "SetOwner",
    "SetRevisit",
    "SetVerdict",
    "Settle",
    "SkipPrompt",
    "Spend",
    "Stretch",
    "TakeOff",
    "TakeOffRoad",
    "Unfix",
    "Unlink",
    "Words",
    "WriteAction",
    "WriteAnswer",
    "WriteCheck",
    "WriteLinkReason",
    "WriteMatchReason",
    "WriteNote",
    "WriteReason",
    "WriteRoadReason",
]

Words = Literal["title", "workshop", "group", "place"]
"""The texts that describe a session itself."""


@dataclass(frozen=True, slots=True)
class Judge(Edit):
    """Say that a feature is a strength, an area for development, or undecided again (D25)."""

    name: ClassVar[str] = "judge"
    screens: ClassVar[tuple[str, ...]] = ("cards", "diamond", "quadrants")
    card: str
    judgement: Judgement | None

    def apply(self, session: Session, deck: Deck) -> Session:
        need_card(session, deck, self.card)
        return session.saying(self.card, session.about(self.card)._replace(judgement=self.judgement))


@dataclass(frozen=True, slots=True)
class WriteNote(Edit):
    """Write anything else about a feature."""

    name: ClassVar[str] = "write-note"
    screens: ClassVar[tuple[str, ...]] = ("cards", "diamond", "quadrants")
    typed: ClassVar[bool] = True
    card: str
    text: str

    def apply(self, session: Session, deck: Deck) -> Session:
        need_card(session, deck, self.card)
        return session.saying(self.card, session.about(self.card)._replace(note=clean(self.text)))

    def continues(self, earlier: Edit) -> bool:
        return isinstance(earlier, WriteNote) and earlier.card == self.card


@dataclass(frozen=True, slots=True)
class AddFeature(Edit):
    """Turn a blank card into a feature of the group's own (D28)."""

    name: ClassVar[str] = "add-feature"
    screens: ClassVar[tuple[str, ...]] = ("cards", "diamond", "quadrants")
    id: str
    title: str
    kind: Kind
    short: str = ""
    summary: str = ""
    made_in: str = ""

    def apply(self, session: Session, deck: Deck) -> Session:
        if kind_of(session, deck, self.id) is not None:
            raise Refused(Reason.ID_TAKEN, self.id)
        title = need_line(self.title, Reason.NO_TITLE)
        card = OwnFeature(self.id, title, self.kind, one_line(self.short), clean(self.summary), self.made_in)
        return replace(session, own={**session.own, self.id: card})


@dataclass(frozen=True, slots=True)
class RewordFeature(Edit):
    """Give a card of the group's own other words."""

    name: ClassVar[str] = "reword-feature"
    screens: ClassVar[tuple[str, ...]] = ("cards", "diamond", "quadrants")
    id: str
    title: str
    short: str = ""
    summary: str = ""

    def apply(self, session: Session, deck: Deck) -> Session:
        if self.id not in session.own:
            raise Refused(Reason.NOT_OWN, self.id)
        card = session.own[self.id]._replace(
            title=need_line(self.title, Reason.NO_TITLE),
            short=one_line(self.short),
            summary=clean(self.summary),
        )
        return replace(session, own={**session.own, self.id: card})


@dataclass(frozen=True, slots=True)
class RemoveFeature(Edit):
    """Take a card of the group's own out, with all that was said of it. The others keep their letters.

    One that a round still shows has to stay: the round would name a card that nobody knows.
    """

    name: ClassVar[str] = "remove-feature"
    screens: ClassVar[tuple[str, ...]] = ("cards", "diamond", "quadrants")
    id: str

    def apply(self, session: Session, deck: Deck) -> Session:
        if self.id not in session.own:
            raise Refused(Reason.NOT_OWN, self.id)
        if any(kept.boards.shows(self.id) for kept in session.rounds):
            raise Refused(Reason.IN_A_ROUND, self.id)
        letters = own_letters(deck, session.own)
        rest = {key: card for key, card in session.own.items() if key != self.id}
        fresh = own_letters(deck, rest)
        rest = {
            key: card if fresh[key] == letters[key] else card._replace(letter=letters[key])
            for key, card in rest.items()
        }
        said = {key: value for key, value in session.said.items() if key != self.id}
        matched = session.boards.quadrants.helped_by(self.id)
        on_grid = (
            ("quadrants", "cards", self.id),
            ("quadrants", "mitigations", self.id),
            *(("quadrants", "mitigations", influence, self.id) for influence in matched),
        )
        gone = {card.id for card in session.boards.roadmap.appearances(self.id)}
        links = session.boards.roadmap.links.values()
        on_road = (
            *(("roadmap", "cards", card) for card in gone),
            *(("roadmap", "links", link.id) for link in links if {link.first, link.second} & gone),
        )
        kept = kept_without(session, ("features", self.id), ("diamond", "cards", self.id), *on_grid, *on_road)
        session = replace(session, own=rest, said=said, kept=kept)
        boards = session.boards
        return with_boards(
            session,
            diamond=boards.diamond.without(self.id),
            quadrants=boards.quadrants.without(self.id),
            roadmap=boards.roadmap.without_feature(self.id),
        )


@dataclass(frozen=True, slots=True)
class WriteAnswer(Edit):
    """Answer a prompt (D39–D42)."""

    name: ClassVar[str] = "write-answer"
    screens: ClassVar[tuple[str, ...]] = ("reflections",)
    typed: ClassVar[bool] = True
    prompt: str
    text: str

    def apply(self, session: Session, deck: Deck) -> Session:
        answer = answer_to(session, deck, self.prompt)
        return with_answer(session, self.prompt, answer._replace(text=clean(self.text)))

    def continues(self, earlier: Edit) -> bool:
        return isinstance(earlier, WriteAnswer) and earlier.prompt == self.prompt


@dataclass(frozen=True, slots=True)
class AddPrompt(Edit):
    """Ask a question of the group's own (D43)."""

    name: ClassVar[str] = "add-prompt"
    screens: ClassVar[tuple[str, ...]] = ("reflections",)
    id: str
    tool: str
    question: str

    def apply(self, session: Session, deck: Deck) -> Session:
        if self.id in deck_prompts(deck) or self.id in session.boards.reflections.answers:
            raise Refused(Reason.ID_TAKEN, self.id)
        if self.tool not in deck.tools:
            raise Refused(Reason.NO_SUCH_TOOL, self.tool)
        question = need_line(self.question, Reason.NO_WORDS)
        return with_answer(session, self.id, Answer(question=question, tool=self.tool))


@dataclass(frozen=True, slots=True)
class RewordPrompt(Edit):
    """Ask a prompt in other words; the deck's own words bring the deck's question back (D43)."""

    name: ClassVar[str] = "reword-prompt"
    screens: ClassVar[tuple[str, ...]] = ("reflections",)
    prompt: str
    question: str

    def apply(self, session: Session, deck: Deck) -> Session:
        answer = answer_to(session, deck, self.prompt)
        question = one_line(self.question)
        known = deck_prompts(deck).get(self.prompt)
        if not question and known is None:
            raise Refused(Reason.NO_WORDS)
        if known is not None and question == known.question:
            question = ""
        return with_answer(session, self.prompt, answer._replace(question=question))


@dataclass(frozen=True, slots=True)
class SkipPrompt(Edit):
    """Leave a prompt out, or take it in again; what was answered is kept (D43)."""

    name: ClassVar[str] = "skip-prompt"
    screens: ClassVar[tuple[str, ...]] = ("reflections",)
    prompt: str
    skipped: bool

    def apply(self, session: Session, deck: Deck) -> Session:
        answer = answer_to(session, deck, self.prompt)
        return with_answer(session, self.prompt, answer._replace(skipped=self.skipped))


@dataclass(frozen=True, slots=True)
class RemovePrompt(Edit):
    """Take a question of the group's own out, with its answer."""

    name: ClassVar[str] = "remove-prompt"
    screens: ClassVar[tuple[str, ...]] = ("reflections",)
    prompt: str

    def apply(self, session: Session, deck: Deck) -> Session:
        if not session.boards.reflections.answer(self.prompt).tool:
            raise Refused(Reason.NOT_OWN, self.prompt)
        session = replace(session, kept=kept_without(session, ("reflections", self.prompt)))
        return with_boards(session, reflections=session.boards.reflections.without(self.prompt))


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

    def apply(self, session: Session, deck: Deck) -> Session:
        which = (self.people, self.notes, self.dissent, self.parked, self.rounds, self.time, self.cards, self.brief)
        return replace(session, included=Included(*which, self.export_as))


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


EDITS: Mapping[str, type[Edit]] = {
    edit.name: edit
    for edit in (
        Judge,
        Put,
        Insert,
        Lift,
        Arrange,
        Place,
        TakeOff,
        Match,
        WriteMatchReason,
        Fix,
        Unfix,
        WriteReason,
        Frame,
        PlaceStage,
        MarkEvent,
        RemoveEvent,
        AddToRoad,
        MoveOnRoad,
        Stretch,
        SetEnergy,
        TakeOffRoad,
        LinkCards,
        Unlink,
        WriteRoadReason,
        WriteLinkReason,
        SetOwner,
        SetRevisit,
        SetVerdict,
        WriteCheck,
        WriteAction,
        AssignAction,
        WriteNote,
        AddFeature,
        RewordFeature,
        RemoveFeature,
        WriteAnswer,
        AddPrompt,
        RewordPrompt,
        SkipPrompt,
        RemovePrompt,
        Park,
        AddPeople,
        RenamePerson,
        RemovePerson,
        Deal,
        MakeExpert,
        Describe,
        Hold,
        ChooseMode,
        KeepRound,
        RenameRound,
        RemoveRound,
        Include,
        Spend,
        LetGo,
        Settle,
    )
}
"""Every edit by the name of its record."""
