"""The guide to a tool: its run sheet for one person, a group or several groups. Pure, and without a clock.

Its words are the deck's. What is only for whoever leads (`RunStep.tips`) is for the printed guide: the screen is seen
by everyone (F1).
"""

from itertools import groupby
from typing import NamedTuple

from innovate_tui.workshop.deck import Act, Mode, StepWords, Timing, Tool

APART = {Act.REVIEW: 1, Act.TELL: 2}
"""Steps that have a time of their own after the board is complete: which of the tool's timings it is (F11, F12)."""


class RunStep(NamedTuple):
    """A step of the run sheet. Minutes are whole."""

    number: int
    """Counted through the tool, from 1 (decision 8)."""
    act: Act
    words: StepWords
    at: int
    """Minutes from the beginning, if every step before it takes its most."""


class RunPart(NamedTuple):
    """A part that the toolkit gives a time, with its steps."""

    timing: Timing
    steps: tuple[RunStep, ...]


class RunSheet(NamedTuple):
    """Everything that somebody needs to lead through a tool, in order."""

    tool: Tool
    mode: Mode
    groups: int
    """How many groups work at the same time; 1 for one group and for one person."""
    materials: tuple[str, ...]
    sets: str
    """For how many people one set is; nothing for one person."""
    set_up: tuple[str, ...]
    group_size: str
    """How many people a group has, and how they sit; nothing for one person (F4)."""
    parts: tuple[RunPart, ...]
    least: int
    most: int
    """All minutes together."""
    total: str
    """The toolkit's own sum in words; nothing where it has none."""
    borrowed: bool
    """The times are those of one group, because the toolkit has none for several (decision 12)."""

    @property
    def steps(self) -> tuple[RunStep, ...]:
        """All steps in order."""
        return tuple(step for part in self.parts for step in part.steps)

    @property
    def people(self) -> tuple[int, int]:
        """The least and the most people there can be; 0 of both for one person, and where the deck does not say."""
        least, most = (0, 0) if self.mode is Mode.INDIVIDUAL else self.tool.people
        return least * self.groups, most * self.groups


def run_sheet(tool: Tool, mode: Mode, *, groups: int = 1) -> RunSheet:
    """The run sheet of a tool for a mode (F1–F7, F11, F12). How many groups there are counts for several groups alone.

    Raises `ValueError` for fewer than one group.
    """
    if groups < 1:
        raise ValueError("there is at least one group")
    alone = mode is Mode.INDIVIDUAL
    borrowed = mode is Mode.GROUPS and mode not in tool.timings and Mode.GROUP in tool.timings
    timed = Mode.GROUP if borrowed else mode
    parts = _parts(_steps(tool, mode), tool.timings.get(timed, ()))
    return RunSheet(
        tool=tool,
        mode=mode,
        groups=groups if mode is Mode.GROUPS else 1,
        materials=tool.materials,
        sets="" if alone else tool.sets,
        set_up=tool.set_up_alone if alone else tool.set_up,
        group_size="" if alone else tool.group_size,
        parts=parts,
        least=sum(step.words.least for part in parts for step in part.steps),
        most=sum(step.words.most for part in parts for step in part.steps),
        total=tool.totals.get(timed, ""),
        borrowed=borrowed,
    )


def _steps(tool: Tool, mode: Mode) -> tuple[RunStep, ...]:
    """The steps of a mode, each with the minute at which it begins."""
    steps, at = [], 0
    for number, (act, words) in enumerate(tool.steps_for(mode), 1):
        steps.append(RunStep(number, act, words, at))
        at += words.most
    return tuple(steps)


def _parts(steps: tuple[RunStep, ...], timings: tuple[Timing, ...]) -> tuple[RunPart, ...]:
    """The steps under the timings that they belong to; under one without a name where the deck has none."""
    parts = []
    last = len(timings) - 1
    for number, found in groupby(steps, lambda step: min(APART.get(step.act, 0), max(last, 0))):
        together = tuple(found)
        minutes = [(step.words.least, step.words.most) for step in together]
        untitled = Timing("", sum(least for least, _ in minutes), sum(most for _, most in minutes))
        parts.append(RunPart(timings[number] if timings else untitled, together))
    return tuple(parts)
