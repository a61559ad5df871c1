"""What the summary says of the time, where it is asked for: planned and really spent, by tool and step."""

from collections.abc import Iterator, Mapping

from innovate_tui.report.card_words import CardWords
from innovate_tui.report.document import Cell, Column, Part, Runs, Table
from innovate_tui.workshop.deck import Act, StepWords
from innovate_tui.workshop.guide_wording import range_words
from innovate_tui.workshop.spelling import count

TIME_ON = "Time: {tool}"
COLUMN_STEP, COLUMN_PLANNED, COLUMN_SPENT = "Step", "Planned", "Spent"
NO_PLAN, NOT_COUNTED = "as long as it takes", "–"
TOGETHER = "Together"
HOUR = 60


class TimeParts(CardWords):
    """The time of one session."""

    def spent(self) -> Iterator[Part]:
        """A table for each tool on which time was counted."""
        for tool in self.deck.tools:
            if any(self.session.spent.get(tool, {}).values()):
                yield Part(self.ours(TIME_ON, tool=self.tool_title(tool)), (self._table(tool),))

    def _table(self, tool: str) -> Table:
        """Every step of the tool, and those of another mode on which time was counted before."""
        minutes = self.session.spent[tool]
        steps = tuple(self._steps(tool, minutes))
        planned = [words for _, words in steps if words.most]
        rows = [
            self._row(self.decks(words.title), range_words(words.least, words.most) or NO_PLAN, minutes.get(act, 0))
            for act, words in steps
        ]
        plan = range_words(sum(words.least for words in planned), sum(words.most for words in planned))
        rows.append(self._row(self.ours(TOGETHER), plan, sum(minutes.values())))
        columns = ((COLUMN_STEP, 76), (COLUMN_PLANNED, 48), (COLUMN_SPENT, 38))
        return Table(tuple(Column(self.ours(title), share) for title, share in columns), tuple(rows))

    def _steps(self, tool: str, minutes: Mapping[str, int]) -> Iterator[tuple[Act, StepWords]]:
        for step in self.deck.tools[tool].steps:
            if self.session.mode in step.words:
                yield step.act, step.words[self.session.mode]
            elif minutes.get(step.act):
                yield step.act, next(iter(step.words.values()))

    def _row(self, step: Runs, planned: str, spent: int) -> tuple[Cell, ...]:
        return Cell(step), Cell(self.ours(planned)), Cell(self.ours(_told(spent)))


def _told(minutes: int) -> str:
    """Minutes as people say them: "9 minutes", "1 hour 5 minutes"."""
    if not minutes:
        return NOT_COUNTED
    hours, rest = divmod(minutes, HOUR)
    return " ".join(
        words for words in (hours and count(hours, "hour"), (rest or not hours) and count(rest, "minute")) if words
    )
