"""Months and the periods that a roadmap's timeline is divided into.

Source: ACCEPTANCE R23–R26. A timeframe of one year is divided into quarters or months; a longer one into quarters or
months for two years, and into half-years from the third year on. The group may divide every year as it likes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

SHORTEST, LONGEST = 1, 120
"""Months of a timeframe: ten years are far beyond any plan that still means something."""
YEAR = 12
LAST_YEAR = 9999
"""The last one that a date can have."""


@dataclass(frozen=True, slots=True)
class Month:
    """A month of a year. Counted on and compared as months are."""

    year: int
    month: int
    """1 to 12."""

    @staticmethod
    def of(day: date) -> "Month":
        """The month that a day lies in."""
        return Month(day.year, day.month)

    @staticmethod
    def parse(text: str) -> "Month":
        """The month of a text such as "2026-04"; anything else raises `ValueError`."""
        year, dash, month = text.partition("-")
        if not (dash and len(year) == 4 and len(month) == 2 and (year + month).isascii() and (year + month).isdigit()):
            raise ValueError(f"{text!r} is no month such as 2026-04")
        if not 1 <= int(month) <= YEAR or not int(year):
            raise ValueError(f"{text!r} is no month of a year")
        return Month(int(year), int(month))

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}"

    def __lt__(self, other: "Month") -> bool:
        return (self.year, self.month) < (other.year, other.month)

    def __le__(self, other: "Month") -> bool:
        return (self.year, self.month) <= (other.year, other.month)

    def __add__(self, months: int) -> "Month":
        year, month = divmod(self.count + months, YEAR)
        return Month(year, month + 1)

    def __sub__(self, other: "Month") -> int:
        return self.count - other.count

    @property
    def stands(self) -> bool:
        """Whether the calendar has it, and a file can name it: January of the year 1 to December 9999."""
        return 1 <= self.year <= LAST_YEAR and 1 <= self.month <= YEAR

    @property
    def count(self) -> int:
        """Months since the year 0."""
        return self.year * YEAR + self.month - 1


class Division(StrEnum):
    """What a year of the timeline is divided into."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"

    @property
    def months(self) -> int:
        """How many months one period has."""
        return {Division.MONTH: 1, Division.QUARTER: 3, Division.HALF_YEAR: 6}[self]


class Period(NamedTuple):
    """A column of the timeline."""

    number: int
    """Counted from 1."""
    first: Month
    last: Month
    """Its last month, in it."""

    @property
    def months(self) -> int:
        """How long it is."""
        return self.last - self.first + 1

    def holds(self, month: Month) -> bool:
        """Whether a month lies in it."""
        return self.first <= month <= self.last

    def meets(self, first: Month, last: Month) -> bool:
        """Whether it shares a month with a span."""
        return self.first <= last and first <= self.last


class Timeline(NamedTuple):
    """When a roadmap begins, how long it is, and what each of its years is divided into."""

    start: Month
    months: int = YEAR
    divide: tuple[Division, ...] = ()
    """For each year what it is divided into; years that are left out follow the toolkit."""

    @property
    def last(self) -> Month:
        """The last month of it."""
        return self.start + (self.months - 1)

    @property
    def years(self) -> int:
        """How many years it touches, counted from its start."""
        return -(-self.months // YEAR)

    def division(self, year: int) -> Division:
        """What a year, counted from 0 at the start, is divided into."""
        if year < len(self.divide):
            return self.divide[year]
        return Division.QUARTER if year < 2 else Division.HALF_YEAR

    @property
    def periods(self) -> tuple[Period, ...]:
        """The columns, in order. The last one of a timeframe may be cut short."""
        return _periods(self)

    def period_of(self, month: Month) -> Period | None:
        """The column that a month lies in; none outside the timeframe."""
        return next((period for period in self.periods if period.holds(month)), None)


@lru_cache(maxsize=64)
def _periods(timeline: Timeline) -> tuple[Period, ...]:
    """The columns of a timeline: asked for again with every card."""
    return tuple(_columns(timeline))


def _columns(timeline: Timeline) -> Iterator[Period]:
    number, at = 1, 0
    while at < timeline.months:
        length = timeline.division(at // YEAR).months
        end = min(at + length, timeline.months)  # a year is a whole number of every division
        yield Period(number, timeline.start + at, timeline.start + (end - 1))
        number, at = number + 1, end


def timeframe(start: Month, months: int) -> Timeline:
    """A timeline divided as the toolkit has it (R25, R26)."""
    return Timeline(start, min(max(months, SHORTEST), LONGEST))
