"""Desirability, feasibility, viability: three questions to a plan, answered in words and with a verdict (R53–R56).

And what follows from them: who else to ask, and actions with an owner and a day. Words and a plain verdict, never a
number: a score would be averaged.
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple


class Lens(StrEnum):
    """The three of them; fixed in code, their questions are the deck's."""

    DESIRABILITY = "desirability"
    FEASIBILITY = "feasibility"
    VIABILITY = "viability"


class Verdict(StrEnum):
    """The plain answer, where one is given."""

    YES = "yes"
    NOT_YET = "not-yet"
    UNKNOWN = "unknown"


class Check(NamedTuple):
    """What a group says through one lens."""

    verdict: Verdict | None = None
    answer: str = ""
    who_else: str = ""
    """Who else might have to be asked (R55)."""


class Checks(NamedTuple):
    """The answers through all lenses; those that nobody touched are not in it."""

    answers: Mapping[Lens, Check] = MappingProxyType({})

    def of(self, lens: Lens) -> Check:
        """What is known through a lens; nothing is a fine answer."""
        return self.answers.get(lens, Check())

    def changed(self, lens: Lens, check: Check) -> "Checks":
        """With another answer; an empty one leaves no trace."""
        answers = {**self.answers, lens: check}
        return self._replace(answers={each: answers[each] for each in Lens if answers.get(each, Check()) != Check()})


class Action(NamedTuple):
    """Something to do: words, who does it, and until when."""

    id: str
    text: str
    owner: str = ""
    """The id of a person."""
    due: date | None = None
