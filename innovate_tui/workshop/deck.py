"""A deck: the cards with everything that a workshop reads from `content/`, and nothing that a group made.

What is only ever read is a named tuple: such a class is made in a tenth of the time, and every start waits for it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from innovate_tui.workshop.checks import Lens
from innovate_tui.workshop.features import NO_WORDS, Feature, Kind, named
from innovate_tui.workshop.stages import Stage, StageCard


class Mode(StrEnum):
    """Who is working: one person, one group, or several groups at once (D5–D7)."""

    INDIVIDUAL = "individual"
    GROUP = "group"
    GROUPS = "groups"


class Act(StrEnum):
    """What a step of a tool is for. A deck words the steps, leaves some out, or orders them otherwise."""

    SHARE = "share"
    READ = "read"
    CHOOSE = "choose"
    MISSING = "missing"
    ORDER = "order"
    FILL = "fill"
    FIX = "fix"
    PLACE = "place"
    HELPERS = "helpers"
    MATCH = "match"
    TIMEFRAME = "timeframe"
    STAGES = "stages"
    BEGIN = "begin"
    BUILD = "build"
    REPEAT = "repeat"
    STORY = "story"
    CHECK = "check"
    REVIEW = "review"
    TELL = "tell"


class KindWords(NamedTuple):
    """What a kind is called on the screen, and its introduction (C3–C5)."""

    name: str
    plural: str
    short: str
    introduction: str
    summaries: str = ""
    """The heading over the summaries of its cards (C6)."""


class Quotation(NamedTuple):
    """Somebody else's words, marked as such: at most 25, exact, with their source."""

    text: str
    by: str
    source: str


class StepWords(NamedTuple):
    """A step's words for one mode."""

    title: str
    bar: str
    """Its name in the step bar of a wide window."""
    do: str
    """What to do now, for the people in the room: it stands beside the board."""
    more: str
    """All that the sources say about the step, for the guide and the help."""
    say: str = ""
    """What whoever leads may say to the room, as it is spoken."""
    least: int = 0
    """Minutes at the least, out of the toolkit's range for its part (F6); 0 of both: as long as it takes."""
    most: int = 0
    """Minutes that it takes at the most; the plan for the step."""
    stuck: str = ""
    """What helps when the step does not go on; the room may read it."""
    tips: tuple[str, ...] = ()
    """For whoever leads, in the printed guide alone (F1): the screen is on the wall."""


class Step(NamedTuple):
    """A step of a tool, with its words for each mode it belongs to."""

    act: Act
    words: Mapping[Mode, StepWords]


class Factor(NamedTuple):
    """Something to weigh when ordering (D30, D31), as a question to ask of each card."""

    id: str
    title: str
    question: str
    explain: str
    low: str = ""
    """What the low end of its axis is called, for a tool that has axes."""
    high: str = ""


class Prompt(NamedTuple):
    """A question to step back with (D39–D42); the group may add, reword and skip them (D43)."""

    id: str
    question: str
    short: str
    hint: str = ""
    quoted_from: str = ""
    """Where the words come from, if they are a quotation."""


class CheckWords(NamedTuple):
    """A question to put to a finished plan (R53–R56): its lens is the program's, its words are the deck's."""

    lens: Lens
    title: str
    question: str
    who_else: str = ""
    """The question who else might be needed (R55), where the deck asks it under this lens."""
    hint: str = ""


class Timing(NamedTuple):
    """Minutes for one part of a tool, as the toolkit gives them (D16–D19)."""

    part: str
    at_least: int
    at_most: int


class Tool(NamedTuple):
    """What a deck says of a tool: introduction, steps, factors, explanations, prompts, timings."""

    id: str
    title: str
    purpose: str
    full_title: str = ""
    """What the toolkit says beside the tool's name."""
    introduction: str = ""
    about: str = ""
    factors: tuple[Factor, ...] = ()
    explain: Mapping[str, str] = NO_WORDS
    steps: tuple[Step, ...] = ()
    prompts: tuple[Prompt, ...] = ()
    prompts_note: str = ""
    timings: Mapping[Mode, tuple[Timing, ...]] = MappingProxyType({})
    totals: Mapping[Mode, str] = MappingProxyType({})
    """The toolkit's own sum of the timings, in words."""
    materials: tuple[str, ...] = ()
    """What the toolkit has on paper, and what stands for it here (D10–D14, Q13–Q18, R11–R19)."""
    sets: str = ""
    """For how many people one set of them is (D15, Q19): a group's matter alone."""
    set_up: tuple[str, ...] = ()
    set_up_alone: tuple[str, ...] = ()
    """The same for one person."""
    group_size: str = ""
    people: tuple[int, int] = (0, 0)
    """The least and the most people of a group (D20, Q24, R21); 0 of both: the deck does not say."""
    based_on: str = ""
    meanings: Mapping[str, str] = NO_WORDS
    """What a position means for the group, by `high-importance-low-threat` and so on."""
    names: Mapping[str, str] = NO_WORDS
    """What the deck calls each quadrant, by the same keys; the toolkit names none (issue 3)."""
    ask: Mapping[str, str] = NO_WORDS
    """A question about each card that makes the axes concrete, by the card's id; `own` for the group's own (Q7)."""
    checks: tuple[CheckWords, ...] = ()
    """The questions to put to a finished plan, in the deck's order."""

    def steps_for(self, mode: Mode) -> tuple[tuple[Act, StepWords], ...]:
        """The steps of one mode in order; alone there is no dealing and no telling (F15)."""
        return tuple((step.act, step.words[mode]) for step in self.steps if mode in step.words)


class Toolkit(NamedTuple):
    """What the deck says of the whole (G1–G6)."""

    title: str
    subtitle: str
    web: str
    introduction: str
    asked: tuple[Quotation, ...] = ()
    digital: str = ""


@dataclass(frozen=True)
class Deck:
    """A set of cards with its guides. How many features of each kind is free; the three kinds are not."""

    id: str
    version: str
    title: str
    language: str
    credit: str
    toolkit: Toolkit
    kinds: Mapping[Kind, KindWords]
    features: tuple[Feature, ...]
    tools: Mapping[str, Tool]
    stages: tuple[StageCard, ...] = ()
    stages_note: str = ""
    stages_benefit: str = ""
    """What stages are good for (S16)."""
    stages_caveats: tuple[str, ...] = ()
    pair_titles: tuple[str, ...] = ()
    """The titles of the three pairs of stages (S7–S9), in the order of `stages.PAIRS`."""
    based_on: str = ""

    @cached_property
    def by_id(self) -> Mapping[str, Feature]:
        """The features by their ids."""
        return {feature.id: feature for feature in self.features}

    @cached_property
    def with_names(self) -> tuple[Feature, ...]:
        """The features with every short name filled in, once for a deck: boards ask for them at each key."""
        return tuple(named(feature) for feature in self.features)

    def of_kind(self, kind: Kind) -> tuple[Feature, ...]:
        """The features of one kind in the deck's order."""
        return tuple(feature for feature in self.features if feature.kind is kind)

    def stage(self, stage: Stage) -> StageCard | None:
        """What the deck says of a stage, if it says anything."""
        return next((card for card in self.stages if card.stage is stage), None)
