"""The story a roadmap tells, period by period, made by rule from the group's own entries (R52); nothing is invented.

Each sentence says only what an entry says: which stage is expected to begin, which event is known, which cards begin
and with how much energy, and which of them come back.
"""

from collections.abc import Iterator

from innovate_tui.workshop.road_wording import period_words
from innovate_tui.workshop.roadmap import Energy, RoadCard, Roadmap
from innovate_tui.workshop.spelling import Naming, listed, long_date
from innovate_tui.workshop.timeline import Month, Period

AMOUNTS = {Energy.LARGE: "Most energy goes to", Energy.MEDIUM: "Some to", Energy.SMALL: "A little to"}
"""How the three sizes of card are told, the largest first."""


def story(road: Roadmap, stages: Naming, name: Naming) -> tuple[str, ...]:
    """A paragraph for each period in which something begins; `stages` and `name` give the names of stages and cards."""
    if road.timeline is None:
        return ()
    return tuple(
        f"{period_words(period, year=True)}: {' '.join(said)}"
        for period in road.timeline.periods
        if (said := list(_sentences(road, period, stages, name)))
    )


def _sentences(road: Roadmap, period: Period, stages: Naming, name: Naming) -> Iterator[str]:
    beginning = [stages(stage) for stage, span in road.stages.items() if period.holds(span.first)]
    if beginning:
        yield f"{listed(beginning)} {'begins' if len(beginning) == 1 else 'begin'}."
    for event in sorted(road.events.values(), key=lambda each: each.on):
        if period.holds(Month.of(event.on)):
            yield f"{event.title}, {long_date(event.on)}."
    cards = road.beginning_in(period)
    for energy, words in AMOUNTS.items():
        names = [_told(road, card, name) for card in cards if card.energy is energy]
        if names:
            yield f"{words} {listed(names)}."


def _told(road: Roadmap, card: RoadCard, name: Naming) -> str:
    """A card by its name, and that it comes back where it has stood before."""
    before = [other for other in road.appearances(card.feature) if other.first < card.first]
    return f"{name(card.feature)} again" if before else name(card.feature)
