"""Answers to the prompts of a tool, and the group's own prompts (D39–D43)."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from innovate_tui.workshop.deck import Prompt, Tool


class Answer(NamedTuple):
    """What the group made of a prompt: its answer, and whatever it changed in the question."""

    text: str = ""
    question: str = ""
    """The question as it was asked; empty while it is the deck's own."""
    skipped: bool = False
    tool: str = ""
    """For a prompt of the group's own, the tool that it steps back from."""


class Reflections(NamedTuple):
    """Answers by the prompt's id; prompts that nobody touched are not in it."""

    answers: Mapping[str, Answer] = MappingProxyType({})

    def answer(self, prompt: str) -> Answer:
        """What is known of a prompt; nothing is a fine answer."""
        return self.answers.get(prompt, Answer())

    def changed(self, prompt: str, answer: Answer) -> "Reflections":
        """With another answer; an empty one leaves no trace."""
        answers = {**self.answers, prompt: answer}
        return self._replace(answers={key: value for key, value in answers.items() if value != Answer()})

    def without(self, prompt: str) -> "Reflections":
        """Without a prompt of the group's own."""
        return self._replace(answers={key: value for key, value in self.answers.items() if key != prompt})


class Asked(NamedTuple):
    """A prompt as this group sees it."""

    id: str
    question: str
    short: str
    hint: str
    text: str
    skipped: bool
    own: bool
    reworded: bool
    quoted_from: str = ""

    @property
    def answered(self) -> bool:
        """Something has been written."""
        return bool(self.text.strip())


def asked(tool: str, prompts: Iterable[Prompt], reflections: Reflections) -> tuple[Asked, ...]:
    """All prompts of a tool in order: the deck's, as reworded, then the group's own."""
    listed: list[Asked] = []
    known = set()
    for prompt in prompts:
        known.add(prompt.id)
        answer = reflections.answer(prompt.id)
        reworded = bool(answer.question) and answer.question != prompt.question
        listed.append(
            Asked(
                id=prompt.id,
                question=answer.question or prompt.question,
                short=answer.question if reworded else prompt.short,
                hint="" if reworded else prompt.hint,
                text=answer.text,
                skipped=answer.skipped,
                own=False,
                reworded=reworded,
                quoted_from="" if reworded else prompt.quoted_from,
            )
        )
    for key, answer in reflections.answers.items():
        if answer.tool == tool and key not in known:
            listed.append(
                Asked(
                    id=key,
                    question=answer.question,
                    short=answer.question,
                    hint="",
                    text=answer.text,
                    skipped=answer.skipped,
                    own=True,
                    reworded=False,
                )
            )
    return tuple(listed)


def taken_in(tool: Tool, reflections: Reflections) -> tuple[Asked, ...]:
    """The prompts of a tool that the group did not leave out."""
    return tuple(prompt for prompt in asked(tool.id, tool.prompts, reflections) if not prompt.skipped)


def unanswered(tool: Tool, reflections: Reflections) -> tuple[Asked, ...]:
    """Those of them that are still to be answered."""
    return tuple(prompt for prompt in taken_in(tool, reflections) if not prompt.answered)
