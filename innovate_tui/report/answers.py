"""What the summary says of the questions to step back with: answers, and what was left open."""

from innovate_tui.report import phrases
from innovate_tui.report.card_words import DIAMOND, QUADRANTS, ROADMAP, CardWords
from innovate_tui.report.document import Block, Entry, ItemList, Part, Runs, Section
from innovate_tui.workshop.reflections import Asked


class AnswerParts(CardWords):
    """The answers of one session."""

    def answers(self) -> Part | None:
        """All of them, also of a tool with nothing else to tell; where several were answered, tool by tool."""
        asked = {tool: self.asked(tool) for tool in (DIAMOND, QUADRANTS, ROADMAP) if self.answered(tool)}
        blocks: list[Block] = []
        for tool, prompts in asked.items():
            entries = tuple(self._answer(prompt) for prompt in prompts if prompt.answered)
            blocks += entries if len(asked) == 1 else (Section(self.tool_title(tool), entries),)
        if not blocks:
            return None
        open_ = (prompt for prompts in asked.values() for prompt in prompts if not prompt.answered)
        if rest := tuple(self._question(prompt) for prompt in open_):
            blocks.append(Section(self.ours(phrases.NOT_ANSWERED), (ItemList(rest),)))
        return Part(self.ours(phrases.REFLECTIONS), tuple(blocks))

    def _question(self, prompt: Asked) -> Runs:
        return self.theirs(prompt.question) if prompt.own or prompt.reworded else self.decks(prompt.question)

    def _answer(self, prompt: Asked) -> Entry:
        facts: list[Runs] = []
        if prompt.own:
            facts.append(self.ours(phrases.OWN_QUESTION_ALONE if self.alone else phrases.OWN_QUESTION))
        elif prompt.reworded:
            facts.append(self.ours(phrases.REWORDED_ALONE if self.alone else phrases.REWORDED))
        elif prompt.quoted_from:
            facts.append(self.ours(phrases.QUOTED_FROM, source=self.decks(prompt.quoted_from)))
        label = () if prompt.short == prompt.question else self.decks(prompt.short)
        return Entry(self._question(prompt), self.paragraphs(prompt.text), label=label, facts=tuple(facts))
