"""The story a roadmap tells, period by period, made by rule from the group's own entries (R52); nothing is invented.

Each sentence says only what an entry says: which stage begins, which event is known, which cards begin and with how
much energy, which of them come back, how long they go on, what they need first and what they go with. What stands
outside the timeframe is told at the end, so that nothing is left out.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from innovate_tui.workshop.road_wording import month_words, span_words
from innovate_tui.workshop.roadmap import Energy, Event, LinkKind, RoadCard, Roadmap, Span
from innovate_tui.workshop.spelling import Naming, listed, long_date
from innovate_tui.workshop.spoken import one_line
from innovate_tui.workshop.timeline import Month, Period

Item = TypeVar("Item")
Key = TypeVar("Key")

AMOUNTS = {Energy.LARGE: "Much", Energy.MEDIUM: "Some", Energy.SMALL: "A little"}
"""How the three sizes of card are told, the largest first."""
NAMED = 8
"""A sentence names up to so many cards."""
NOTHING_YET, NOTHING_NEW = "Nothing begins yet.", "Nothing new begins."
OUTSIDE = "Outside the timeframe"


@dataclass(frozen=True, slots=True)
class Chapter:
    """What is told of some months, both in them; of what is outside the timeframe where there are none."""

    first: Month | None
    last: Month | None
    words: str

    @property
    def heading(self) -> str:
        """When it is, in a few letters."""
        return span_words(self.first, self.last) if self.first and self.last else OUTSIDE


def story(road: Roadmap, stages: Naming, name: Naming) -> tuple[str, ...]:
    """The chapters as paragraphs; `stages` and `name` give the names of stages and cards."""
    return tuple(f"{chapter.heading}: {chapter.words}" for chapter in chapters(road, stages, name))


def chapters(road: Roadmap, stages: Naming, name: Naming, events: Naming | None = None) -> tuple[Chapter, ...]:
    """The story of a roadmap with a timeframe; `events` gives the names of events, if not their titles."""
    if road.timeline is None:
        return ()
    teller = _Teller(road, stages, name, events or (lambda key: one_line(road.events[key].title) or "an event"))
    told = [(period, " ".join(teller.period(period))) for period in road.timeline.periods]
    outside = " ".join(teller.outside(road.timeline.start, road.timeline.last))
    inside = _with_gaps_as_one(told) if any(words for _, words in told) else ()
    return (*inside, *((Chapter(None, None, outside),) if outside else ()))


def _with_gaps_as_one(told: Iterable[tuple[Period, str]]) -> Iterator[Chapter]:
    """A chapter for each period, and one for several in a row in which nothing new begins."""
    empty: Period | None = None
    before: Period | None = None
    for period, words in told:
        if words and empty and before:
            yield Chapter(empty.first, before.last, NOTHING_NEW if empty.number > 1 else NOTHING_YET)
        if words:
            yield Chapter(period.first, period.last, words)
        empty = None if words else empty or period
        before = period
    if empty and before:
        yield Chapter(empty.first, before.last, NOTHING_NEW)


class _Teller:
    """Tells one roadmap in sentences. What is asked for again with every period is looked up once."""

    def __init__(self, road: Roadmap, stages: Naming, name: Naming, events: Naming) -> None:
        self.road, self.stages, self.name, self.events = road, stages, name, events
        self.in_time = road.in_time
        self.order = {card.id: number for number, card in enumerate(self.in_time)}
        self.earliest: dict[str, Month] = {}
        self.begun: dict[Month, list[RoadCard]] = {}
        for card in self.in_time:
            self.earliest.setdefault(card.feature, card.first)
            self.begun.setdefault(card.first, []).append(card)
        self.needed: dict[str, list[RoadCard]] = {}
        self.goes_with: dict[str, list[RoadCard]] = {}
        for link in road.links.values():
            if link.kind is LinkKind.DEPENDENCY:
                self.needed.setdefault(link.second, []).append(road.cards[link.first])
            else:
                first, second = sorted((link.first, link.second), key=lambda each: self.order[each])
                self.goes_with.setdefault(second, []).append(road.cards[first])

    def period(self, period: Period) -> Iterator[str]:
        """What begins in a period."""
        road, first_of_all = self.road, self.road.timeline is not None and period.first == self.road.timeline.start
        if first_of_all:
            running = [(key, span) for key, span in road.stages.items() if span.first < period.first <= span.last]
            yield from self._stages(running, ("has", "have"), "begun already", "to have begun")
        fresh = [(key, span) for key, span in road.stages.items() if period.holds(span.first)]
        yield from self._stages(fresh, ("begins", "begin"), "", "to begin")
        yield from self._marked(event for event in road.events.values() if period.holds(Month.of(event.on)))
        cards = [card for by in range(period.months) for card in self.begun.get(period.first + by, ())]
        yield from self._energies(cards)
        yield from self._going_on(cards, period)
        for card in cards:
            yield from self._needs(card)
        for card in cards:
            yield from self._together(card)

    def outside(self, first: Month, last: Month) -> Iterator[str]:
        """What begins, or is marked, outside the timeframe."""
        for key, span in self.road.stages.items():
            if span.first > last or span.last < first:
                when = f"in {month_words(span.first)}"
                yield from self._stages([(key, span)], (f"begins {when}",), "", f"to begin {when}")
        yield from self._marked(event for event in self.road.events.values() if not first <= Month.of(event.on) <= last)
        for card in self.in_time:
            if not first <= card.first <= last:
                yield f"{self._again(card)} will begin in {month_words(card.first)}."

    def _stages(
        self, stages: Iterable[tuple[str, Span]], verbs: tuple[str, ...], rest: str, expected: str
    ) -> Iterator[str]:
        """Stages that do something; of a best guess it is said that it is expected (R34)."""
        for guess, found in _grouped(stages, lambda item: item[1].guess):
            names = listed([self.stages(key) for key, _ in found])
            verb = f"{'is' if len(found) == 1 else 'are'} expected {expected}" if guess else verbs[len(found) > 1]
            yield " ".join(part for part in (names, verb, "" if guess else rest) if part) + "."

    def _marked(self, events: Iterable[Event]) -> Iterator[str]:
        for event in sorted(events, key=lambda each: each.on):
            yield _ended(f"On {long_date(event.on)}: {self.events(event.id)}")

    def _energies(self, cards: Iterable[RoadCard]) -> Iterator[str]:
        """The cards by how much energy they take. The first sentence says that this is what it is about."""
        what = " energy"
        for energy, amount in AMOUNTS.items():
            names = self._all([card for card in cards if card.energy is energy], self._again)
            if names:
                yield f"{amount}{what} goes to {names}."
                what = ""

    def _going_on(self, cards: Iterable[RoadCard], period: Period) -> Iterator[str]:
        longer = [card for card in cards if card.last is not None and card.last > period.last]
        for last, found in _grouped(longer, lambda card: card.last):
            if last is not None:
                yield f"{self._all(found)} will go on until {month_words(last)}."

    def _needs(self, card: RoadCard) -> Iterator[str]:
        """What a card needs first. What needs itself, as an earlier card, has been told to come back."""
        needed = [other for other in self.needed.get(card.id, ()) if other.feature != card.feature]
        for late, found in _grouped(needed, lambda other: other.first > card.first):
            later = ", and that begins later" if len(found) == 1 else ", and they begin later"
            yield f"{self.name(card.feature)} will need {self._all(found)} first{later if late else ''}."

    def _together(self, card: RoadCard) -> Iterator[str]:
        """What a card goes together with, told where the later of the two begins."""
        for other in self.goes_with.get(card.id, ()):
            if other.feature != card.feature:
                yield f"{self.name(card.feature)} goes with {self.name(other.feature)}."

    def _all(self, cards: Iterable[RoadCard], told: Callable[[RoadCard], str] | None = None) -> str:
        """The names of cards in a row, each feature once; of very many a few, and how many more."""
        once: dict[str, RoadCard] = {}
        for card in cards:
            once.setdefault(card.feature, card)
        names = [told(card) if told else self.name(card.feature) for card in once.values()]
        return listed(names if len(names) <= NAMED else [*names[: NAMED - 1], f"{len(names) - NAMED + 1} more"])

    def _again(self, card: RoadCard) -> str:
        """A card by its name, and that it comes back where it has stood before (R48)."""
        before = self.earliest[card.feature] < card.first
        return f"{self.name(card.feature)} again" if before else self.name(card.feature)


def _grouped(items: Iterable[Item], key: Callable[[Item], Key]) -> Iterable[tuple[Key, list[Item]]]:
    """Items with the same key together, in the order in which the keys come."""
    found: dict[Key, list[Item]] = {}
    for item in items:
        found.setdefault(key(item), []).append(item)
    return found.items()


def _ended(sentence: str) -> str:
    """A sentence that ends in words of the group's, with its full stop."""
    return sentence if sentence.endswith((".", "!", "?", "…")) else f"{sentence}."
