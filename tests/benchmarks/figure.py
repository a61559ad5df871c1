"""One row of the table of figures: what was measured, how much it may be, and what else is worth knowing of it."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """A measured figure and its limit: a ratio of two things measured in turns in one run, or a count."""

    name: str
    value: float
    at_most: float
    unit: str = ""
    """What is counted; nothing where it is a ratio."""
    more: tuple[str, ...] = ()
    """The parts of it in absolute terms, and how far they spread."""

    @property
    def met(self) -> bool:
        """Whether it is within its limit."""
        return self.value <= self.at_most

    def __str__(self) -> str:
        shown = (f"{self.value:,.0f} {self.unit}", f"{self.at_most:,.0f}") if self.unit else self._ratio()
        head = f"{self.name:<58} {shown[0]:>12}  at most {shown[1]:>6}  {'met' if self.met else 'NOT MET'}"
        return "\n".join((head, *(f"    {line}" for line in self.more)))

    def _ratio(self) -> tuple[str, str]:
        return f"{self.value:.2f}", f"{self.at_most:.2f}"


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """The ratio of two medians."""
    return statistics.median(ours) / statistics.median(theirs)


def spread(name: str, values: Sequence[float], unit: str, scale: float = 1.0) -> str:
    """A line of a figure: median, quartiles and how many runs."""
    low, middle, high = (value * scale for value in statistics.quantiles(values, n=4, method="inclusive"))
    return f"{name}: {middle:,.1f} {unit} (quartiles {low:,.1f} to {high:,.1f}, {len(values)} runs)"
