"""What every edit is, and what edits ask of a session before they change it."""

from dataclasses import dataclass, replace
from typing import Any, ClassVar

from innovate_tui.workshop.deck import Deck, Prompt
from innovate_tui.workshop.features import Kind
from innovate_tui.workshop.reflections import Answer
from innovate_tui.workshop.refusal import Reason, Refused
from innovate_tui.workshop.session import (
    Boards,
    Kept,
    Session,
)
from innovate_tui.workshop.spoken import one_line


@dataclass(frozen=True, slots=True)
class Edit:
    """A change to a session."""

    name: ClassVar[str]
    """What its record calls it."""
    typed: ClassVar[bool] = False
    """Whether it is typing: one undo step until the field is left."""
    screens: ClassVar[tuple[str, ...]] = ()
    """The screens on which every edit of this sort shows."""

    @property
    def shows_on(self) -> tuple[str, ...]:
        """The screens on which this edit shows: undo from another one asks before it acts. Empty: it shows anywhere."""
        return self.screens

    def apply(self, session: Session, deck: Deck) -> Session:
        """The session after the change."""
        raise NotImplementedError

    def continues(self, earlier: "Edit") -> bool:
        """Whether this is more typing in the field of the earlier edit."""
        return False


def kind_of(session: Session, deck: Deck, card: str) -> Kind | None:
    """The kind of a card, or none where nobody knows it."""
    known = deck.by_id.get(card) or session.own.get(card)
    return known.kind if known else None


def need_card(session: Session, deck: Deck, card: str) -> None:
    """Refuse a card that nobody knows."""
    if kind_of(session, deck, card) is None:
        raise Refused(Reason.NO_SUCH_CARD, card)


def need_kind(session: Session, deck: Deck, card: str, kind: Kind) -> None:
    """Refuse a card of another kind."""
    need_card(session, deck, card)
    if kind_of(session, deck, card) is not kind:
        raise Refused(Reason.OTHER_KIND, card)


def need_line(text: str, without: Reason) -> str:
    """The text as one line; refused where nothing of it can be seen."""
    line = one_line(text)
    if not line:
        raise Refused(without)
    return line


def kept_without(session: Session, *items: tuple[str, ...]) -> tuple[Kept, ...]:
    """What the file holds besides, without what belongs to items that are taken out: their keys would outlive them."""
    return tuple(kept for kept in session.kept if not any(kept.path[: len(item)] == item for item in items))


def mended(session: Session, *paths: tuple[str, ...]) -> Session:
    """The session without what could not stand in the file and gives way now that something real is at these paths."""
    if not session.kept:
        return session
    kept = (each for each in session.kept if not any(path[: len(each.path)] == each.path for path in paths))
    return replace(session, kept=tuple(kept))


def with_boards(session: Session, **changed: Any) -> Session:
    """The session with some of its boards changed."""
    boards: Boards = replace(session.boards, **changed)
    return replace(session, boards=boards)


def deck_prompts(deck: Deck) -> dict[str, Prompt]:
    """Every prompt of the deck, of all tools, by its id."""
    return {prompt.id: prompt for tool in deck.tools.values() for prompt in tool.prompts}


def answer_to(session: Session, deck: Deck, prompt: str) -> Answer:
    """What is known of a prompt; refused where there is no such prompt."""
    if prompt not in deck_prompts(deck) and not session.boards.reflections.answer(prompt).tool:
        raise Refused(Reason.NO_SUCH_PROMPT, prompt)
    return session.boards.reflections.answer(prompt)


def with_answer(session: Session, prompt: str, answer: Answer) -> Session:
    """The session with another answer to a prompt."""
    return with_boards(session, reflections=session.boards.reflections.changed(prompt, answer))
