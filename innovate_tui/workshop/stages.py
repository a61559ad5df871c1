"""The six stages of innovation in three pairs (S1–S10). Ids and pairs are fixed in code, their words are the deck's."""

from enum import StrEnum
from typing import NamedTuple


class Stage(StrEnum):
    """A stage of innovation, in the order in which the framework lists them; a group may start at any (R30)."""

    MOBILISING = "mobilising"
    DESIGNING = "designing"
    DEVELOPING = "developing"
    INTEGRATING = "integrating"
    GROWING = "growing"
    SYSTEM_CHANGE = "system-change"


PAIRS = (
    (Stage.MOBILISING, Stage.DESIGNING),
    (Stage.DEVELOPING, Stage.INTEGRATING),
    (Stage.GROWING, Stage.SYSTEM_CHANGE),
)


class StageCard(NamedTuple):
    """What a deck says of a stage: why it is there and what stands at its end (S10)."""

    stage: Stage
    title: str
    purpose: str
    outcome: str
    questions: tuple[str, ...] = ()
    based_on: str = ""
