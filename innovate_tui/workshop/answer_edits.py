"""The edits of the questions to step back with: their answers, and questions in other words, left out or one's own."""

from dataclasses import dataclass, replace
from typing import ClassVar

from innovate_tui.workshop.deck import Deck
from innovate_tui.workshop.edit import (
    Edit,
    answer_to,
    deck_prompts,
    kept_without,
    need_line,
    with_answer,
    with_boards,
)
from innovate_tui.workshop.reflections import Answer
from innovate_tui.workshop.refusal import Reason, Refused
from innovate_tui.workshop.session import Session
from innovate_tui.workshop.spoken import clean, one_line


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
