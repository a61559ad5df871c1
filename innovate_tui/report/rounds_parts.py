"""What the summary says of the kept rounds, where it is asked for: what has changed since each of them, in words.

The sentences are those of `workshop.comparison`. Names and people's own words go through them as tokens, so that each
comes out in the language that it was written in.
"""

import re

from innovate_tui.report import phrases
from innovate_tui.report.card_words import CardWords
from innovate_tui.report.document import Entry, ItemList, Paragraph, Part, Run, Runs, Section
from innovate_tui.workshop.comparison import Changed, Labelled, what_changed
from innovate_tui.workshop.edit import deck_prompts
from innovate_tui.workshop.session import Round
from innovate_tui.workshop.spelling import Speaking
from innovate_tui.workshop.stages import Stage

CHANGED = "What has changed"
SINCE, SINCE_NAMED = "Since {day} at {time}", "Since {day} at {time}, “{name}”"
UNCHANGED = "Nothing has changed since then."
QUESTIONS, CHECKS = "Questions", "Desirability, feasibility, viability"
_TOKEN = re.compile("\ue000(\\d+)\ue001")
"""Stands for words in a sentence: two characters of nobody's alphabet around a number."""


class RoundsParts(CardWords):
    """The rounds of one session."""

    _tokened: list[Runs]
    """The words that the tokens of the sentences stand for."""

    def changes(self) -> Part | None:
        """What has changed since each round, the earliest first."""
        if not self.session.rounds:
            return None
        rounds = sorted(self.session.rounds, key=lambda kept: kept.taken)
        return Part(self.ours(CHANGED), tuple(self._since(kept) for kept in rounds))

    def _since(self, kept: Round) -> Section:
        day, time = phrases.day(kept.taken), phrases.clock(kept.taken)
        name = self.theirs(kept.name)
        title = self.ours(SINCE_NAMED if name else SINCE, name=name, day=day, time=time)
        self._tokened = []
        changed = what_changed(Labelled("", kept.boards), Labelled("", self.session.boards), self._speaking())
        blocks: tuple[Entry | Paragraph, ...] = tuple(self._board(each) for each in changed)
        return Section(title, blocks or (self.remark(UNCHANGED),))

    def _board(self, changed: Changed) -> Entry:
        other = {"reflections": QUESTIONS, "checks": CHECKS}
        title = self.ours(other[changed.board]) if changed.board in other else self.tool_title(changed.board)
        return Entry(title, (ItemList(tuple(self._sentence(sentence) for sentence in changed.said)),))

    def _sentence(self, sentence: str) -> Runs:
        """A sentence with each of its tokens turned into the words that it stands for."""
        runs: list[Run] = []
        for at, piece in enumerate(_TOKEN.split(sentence)):
            runs += self._tokened[int(piece)] if at % 2 else self.ours("{said}", said=piece) if piece else ()
        return self.capital(tuple(runs))

    def _token(self, words: Runs) -> str:
        self._tokened.append(words)
        return f"\ue000{len(self._tokened) - 1}\ue001"

    def _speaking(self) -> Speaking:
        questions = deck_prompts(self.deck)

        def card(known: str) -> str:
            return self._token(self.title(known) if known in self.features else self.theirs(known))

        def question(prompt: str) -> str:
            return self._token(self.decks(questions[prompt].question) if prompt in questions else self.theirs(prompt))

        def stage(known: str) -> str:
            words = self.deck.stage(Stage(known))
            return self._token(self.decks(words.title)) if words else known.replace("-", " ").capitalize()

        def person(known: str) -> str:
            name = self.session.called(known)
            return self._token(self.theirs(name)) if name else ""

        return Speaking(card, person, question, stage, self._typed, self.alone)

    def _typed(self, text: str) -> str:
        return self._token(self.theirs(text))
