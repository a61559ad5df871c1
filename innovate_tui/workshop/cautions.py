"""What deserves thought on a roadmap. Nothing here blocks anything: it is said in words, and the group decides."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from innovate_tui.workshop.roadmap import Energy, LinkKind, Roadmap
from innovate_tui.workshop.timeline import Month

MUCH_MORE = 1.75
"""A period with this many times the energy of its heavier neighbour deserves a thought …"""
HEAVY_FROM = 6
"""… once it holds this much, two large cards. Among small numbers a ratio says little."""


class Worry(StrEnum):
    """What sort of thing deserves thought."""

    AFTER_WHAT_NEEDS_IT = "after-what-needs-it"
    CIRCLE = "circle"
    HEAVY_PERIOD = "heavy-period"
    EVENT_ON_LARGE_CARD = "event-on-large-card"
    PRIORITY_LEFT_OUT = "priority-left-out"
    STAGE_WITHOUT_CARD = "stage-without-card"
    OUTSIDE_TIMEFRAME = "outside-timeframe"


@dataclass(frozen=True, slots=True)
class Caution:
    """One thing to think about, and the cards, events or periods that it is about, by their ids or numbers."""

    worry: Worry
    about: tuple[str, ...]


def cautions(roadmap: Roadmap, priorities: Iterable[str] = ()) -> tuple[Caution, ...]:
    """All that deserves thought, in the order in which the worries are listed.

    `priorities` are the features that the earlier tools left to work on (R40).
    """
    return (
        *_after_what_needs_it(roadmap),
        *_circles(roadmap),
        *_heavy_periods(roadmap),
        *_events_on_large_cards(roadmap),
        *_left_out(roadmap, priorities),
        *_stages_without_cards(roadmap),
        *_outside(roadmap),
    )


def _after_what_needs_it(roadmap: Roadmap) -> list[Caution]:
    """Dependencies whose first card begins later than the one that needs it."""
    return [
        Caution(Worry.AFTER_WHAT_NEEDS_IT, (link.first, link.second))
        for link in roadmap.links.values()
        if link.kind is LinkKind.DEPENDENCY and roadmap.cards[link.second].first < roadmap.cards[link.first].first
    ]


def _circles(roadmap: Roadmap) -> list[Caution]:
    """Each circle of dependencies once, from its earliest card on."""
    after: dict[str, list[str]] = {}
    for link in roadmap.links.values():
        if link.kind is LinkKind.DEPENDENCY:
            after.setdefault(link.first, []).append(link.second)
    found: list[tuple[str, ...]] = []
    done: set[str] = set()
    for start in after:
        path: list[str] = []
        on_path: set[str] = set()
        stack: list[tuple[str, int]] = [(start, 0)]
        while stack:
            card, turn = stack.pop()
            if turn == 0:
                if card in done:
                    continue
                path.append(card)
                on_path.add(card)
            nexts = after.get(card, [])
            if turn < len(nexts):
                stack.append((card, turn + 1))
                other = nexts[turn]
                if other in on_path:
                    found.append(tuple(path[path.index(other) :]))
                elif other not in done:
                    stack.append((other, 0))
                continue
            done.add(card)
            on_path.discard(card)
            path.pop()
    return [Caution(Worry.CIRCLE, circle) for circle in found]


def _heavy_periods(roadmap: Roadmap) -> list[Caution]:
    """Periods that carry much more than their neighbours."""
    if roadmap.timeline is None:
        return []
    periods = roadmap.timeline.periods
    energies = [roadmap.energy_in(period) for period in periods]
    heavy = []
    for number, energy in enumerate(energies):
        beside = [energies[other] for other in (number - 1, number + 1) if 0 <= other < len(energies)]
        if energy >= HEAVY_FROM and energy >= max(beside, default=energy) * MUCH_MORE:
            heavy.append(Caution(Worry.HEAVY_PERIOD, (str(periods[number].number),)))
    return heavy


def _events_on_large_cards(roadmap: Roadmap) -> list[Caution]:
    """Events that fall into the span of a large card."""
    return [
        Caution(Worry.EVENT_ON_LARGE_CARD, (event.id, card.id))
        for event in sorted(roadmap.events.values(), key=lambda event: event.on)
        for card in roadmap.in_time
        if card.energy is Energy.LARGE and _within(Month.of(event.on), roadmap.span(card))
    ]


def _left_out(roadmap: Roadmap, priorities: Iterable[str]) -> list[Caution]:
    """Priorities of the earlier tools that never made it onto the roadmap; none before it has a card."""
    if not roadmap.cards:
        return []
    there = {card.feature for card in roadmap.cards.values()}
    return [Caution(Worry.PRIORITY_LEFT_OUT, (feature,)) for feature in priorities if feature not in there]


def _stages_without_cards(roadmap: Roadmap) -> list[Caution]:
    """Stages in whose span no card begins or goes on; none before the roadmap has a card."""
    if not roadmap.cards:
        return []
    spans = [roadmap.span(card) for card in roadmap.cards.values()]
    return [
        Caution(Worry.STAGE_WITHOUT_CARD, (stage,))
        for stage, span in roadmap.stages.items()
        if not any(first <= span.last and span.first <= last for first, last in spans)
    ]


def _outside(roadmap: Roadmap) -> list[Caution]:
    """Cards that begin outside the timeframe, as after it was made shorter."""
    if roadmap.timeline is None:
        return []
    inside = (roadmap.timeline.start, roadmap.timeline.last)
    return [Caution(Worry.OUTSIDE_TIMEFRAME, (card.id,)) for card in roadmap.in_time if not _within(card.first, inside)]


def _within(month: Month, span: tuple[Month, Month]) -> bool:
    return span[0] <= month <= span[1]
