"""The roadmap: a timeline with stages, events, cards of three sizes that may recur, and links between them.

Source: ACCEPTANCE R23–R51. Nothing is forbidden but what cannot be: a link from a card to itself, an end before its
start, a month or a row that is none. What deserves thought is in `cautions` and never blocks. Every operation returns
a new roadmap, or raises `Refused` and changes nothing.
"""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from innovate_tui.workshop.refusal import Reason, Refused
from innovate_tui.workshop.stages import Stage
from innovate_tui.workshop.timeline import LONGEST, SHORTEST, Month, Period, Timeline

Item = TypeVar("Item")


LANES = 999
"""The highest row that a card may be given: nobody looks at so many, and each of them is painted."""


ORIGINS = ("diamond", "quadrants")
"""The tools whose result may have offered a card."""


class Energy(StrEnum):
    """How much effort a card takes: its size (R37)."""

    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"

    @property
    def weight(self) -> int:
        """What it counts in the energy of a period."""
        return 1 if self is Energy.SMALL else 2 if self is Energy.MEDIUM else 3  # asked for every card all the time


class LinkKind(StrEnum):
    """What a line between two cards says (R46, R47)."""

    DEPENDENCY = "dependency"
    """The first is needed before the second."""
    CONNECTION = "connection"
    """The two go together."""


class EventKind(StrEnum):
    """What sort of outside moment an event is (R28)."""

    ELECTION = "election"
    BUDGET = "budget"
    POLICY = "policy"
    INSPECTION = "inspection"
    OTHER = "other"


class Span(NamedTuple):
    """A stage on the timeline, from a month to a month, both in it."""

    first: Month
    last: Month
    guess: bool = True
    """A best guess for now (R34)."""


class Event(NamedTuple):
    """A known outside moment (R27)."""

    id: str
    on: date
    title: str
    kind: EventKind = EventKind.OTHER


class RoadCard(NamedTuple):
    """One appearance of a feature on the timeline: a feature may have as many as it needs attention (R48, R49)."""

    id: str
    feature: str
    first: Month
    last: Month | None = None
    """Its last month; none for a card that fills the period it begins in."""
    energy: Energy = Energy.MEDIUM
    why: str = ""
    owner: str = ""
    """The id of a person."""
    lane: int | None = None
    """The row that the group gave it, counted from 1."""
    came_from: str = ""
    """The tool whose result offered it: `diamond` or `quadrants`."""


class Link(NamedTuple):
    """A line between two appearances, and a word on why."""

    id: str
    first: str
    second: str
    kind: LinkKind = LinkKind.DEPENDENCY
    why: str = ""


class Roadmap(NamedTuple):
    """All of it. Without a timeline nothing can stand on it yet."""

    timeline: Timeline | None = None
    stages: Mapping[Stage, Span] = MappingProxyType({})
    events: Mapping[str, Event] = MappingProxyType({})
    cards: Mapping[str, RoadCard] = MappingProxyType({})
    links: Mapping[str, Link] = MappingProxyType({})
    revisit: date | None = None
    """When the group means to look at it again (R59)."""
    fixed: datetime | None = None
    worked: date | None = None
    """The day on which it was changed last, while it has cards: a change on a later day keeps it as it was."""

    # --- looking ------------------------------------------------------------------------------------------------------

    def span(self, card: RoadCard) -> tuple[Month, Month]:
        """The first and the last month of a card."""
        if card.last is not None:
            return card.first, card.last
        period = self.timeline.period_of(card.first) if self.timeline else None
        return card.first, period.last if period else card.first

    @property
    def in_time(self) -> tuple[RoadCard, ...]:
        """The cards by when they begin; of one month the larger first."""
        return tuple(sorted(self.cards.values(), key=_in_time))

    def appearances(self, feature: str) -> tuple[RoadCard, ...]:
        """The cards of a feature, in time."""
        return tuple(sorted((card for card in self.cards.values() if card.feature == feature), key=_in_time))

    def beginning_in(self, period: Period) -> tuple[RoadCard, ...]:
        """The cards that begin in a period."""
        return tuple(sorted((card for card in self.cards.values() if period.holds(card.first)), key=_in_time))

    def energy_in(self, period: Period) -> int:
        """The energy that begins in a period: small 1, medium 2, large 3."""
        return sum(card.energy.weight for card in self.cards.values() if period.holds(card.first))

    def needs(self, card: str) -> tuple[str, ...]:
        """The cards that this one needs first."""
        return tuple(
            link.first for link in self.links.values() if link.second == card and link.kind is LinkKind.DEPENDENCY
        )

    def needed_by(self, card: str) -> tuple[str, ...]:
        """The cards that need this one first."""
        return tuple(
            link.second for link in self.links.values() if link.first == card and link.kind is LinkKind.DEPENDENCY
        )

    def goes_with(self, card: str) -> tuple[str, ...]:
        """The cards that this one goes together with."""
        ends = ((link.first, link.second) for link in self.links.values() if link.kind is LinkKind.CONNECTION)
        return tuple(second if first == card else first for first, second in ends if card in (first, second))

    def link_between(self, first: str, second: str) -> Link | None:
        """The line between two cards, in whatever direction."""
        return next((link for link in self.links.values() if {link.first, link.second} == {first, second}), None)

    # --- the timeline -------------------------------------------------------------------------------------------------

    def framed(self, timeline: Timeline) -> "Roadmap":
        """With another timeframe; cards outside it stay where they are, and are said so."""
        self._need_open()
        if not SHORTEST <= timeline.months <= LONGEST:
            raise Refused(Reason.NO_SUCH_TIMEFRAME, str(timeline.months))
        _need_months(timeline.start, timeline.last)
        return self._replace(timeline=timeline)

    def staged(self, stage: Stage, span: Span | None) -> "Roadmap":
        """With a stage at a span, or without it. Any may be first or missing, and they may overlap (R30, R33)."""
        self._need_open()
        rest = {each: kept for each, kept in self.stages.items() if each is not stage}
        if span is None:
            if stage not in self.stages:
                raise Refused(Reason.NO_SUCH_ITEM, stage)
            return self._replace(stages=rest)
        _need_months(span.first, span.last)
        if span.last < span.first:
            raise Refused(Reason.ENDS_BEFORE_IT_STARTS, stage)
        return self._replace(
            stages={each: span if each is stage else rest[each] for each in Stage if each in {*rest, stage}}
        )

    def with_event(self, event: Event) -> "Roadmap":
        """With an event, new or changed."""
        self._need_open()
        return self._replace(events={**self.events, event.id: event})

    def without_event(self, event: str) -> "Roadmap":
        """Without an event."""
        self._need_open()
        return self._replace(events=_without(self.events, event))

    # --- cards --------------------------------------------------------------------------------------------------------

    def with_card(self, card: RoadCard) -> "Roadmap":
        """With a card, new or changed. Its links stay with it."""
        self._need_open()
        _need_months(card.first, card.last or card.first)
        if card.lane is not None and not 1 <= card.lane <= LANES:
            raise Refused(Reason.NO_SUCH_LANE, str(card.lane))
        if card.last is not None and card.last < card.first:
            raise Refused(Reason.ENDS_BEFORE_IT_STARTS, card.feature)
        return self._replace(cards={**self.cards, card.id: card})

    def moved(self, card: str, first: Month, lane: int | None = None) -> "Roadmap":
        """A card to another month, as long as it was; its links stay."""
        old = self._card(card)
        last = None if old.last is None else first + (old.last - old.first)
        return self.with_card(old._replace(first=first, last=last, lane=old.lane if lane is None else lane))

    def stretched(self, card: str, last: Month | None) -> "Roadmap":
        """A card that ends in another month; none: it fills the period it begins in."""
        return self.with_card(self._card(card)._replace(last=last))

    def sized(self, card: str, energy: Energy) -> "Roadmap":
        """A card with another energy."""
        return self.with_card(self._card(card)._replace(energy=energy))

    def without_card(self, card: str) -> "Roadmap":
        """Without this appearance, and without the links that end on it."""
        self._need_open()
        links = {key: link for key, link in self.links.items() if card not in (link.first, link.second)}
        return self._replace(cards=_without(self.cards, card), links=links)

    def without_feature(self, feature: str) -> "Roadmap":
        """Without every appearance of a feature that the group takes out altogether."""
        roadmap = self
        for card in self.appearances(feature):
            roadmap = roadmap.without_card(card.id)
        return roadmap

    def saying_why(self, card: str, why: str) -> "Roadmap":
        """A card with another reason. A fixed roadmap still takes words."""
        return self._replace(cards={**self.cards, card: self._card(card)._replace(why=why)})

    def owned(self, card: str, owner: str) -> "Roadmap":
        """A card with another owner, by the id of a person; empty for none."""
        return self._replace(cards={**self.cards, card: self._card(card)._replace(owner=owner)})

    # --- links --------------------------------------------------------------------------------------------------------

    def linked(self, link: Link) -> "Roadmap":
        """With a line between two cards. One between the same two is changed, not doubled."""
        self._need_open()
        self._card(link.first), self._card(link.second)
        if link.first == link.second:
            raise Refused(Reason.LINK_TO_ITSELF, self._card(link.first).feature)
        old = self.link_between(link.first, link.second)
        if old is None:
            return self._replace(links={**self.links, link.id: link})
        changed = link._replace(id=old.id, why=link.why or old.why)
        return self._replace(links={**self.links, old.id: changed})

    def unlinked(self, link: str) -> "Roadmap":
        """Without a line."""
        self._need_open()
        return self._replace(links=_without(self.links, link))

    def saying_link_why(self, link: str, why: str) -> "Roadmap":
        """A line with another word on why."""
        if link not in self.links:
            raise Refused(Reason.NO_SUCH_ITEM, link)
        return self._replace(links={**self.links, link: self.links[link]._replace(why=why)})

    # --- keeping ------------------------------------------------------------------------------------------------------

    def fix(self, moment: datetime) -> "Roadmap":
        """Stuck down (R57)."""
        if self.fixed is not None:
            raise Refused(Reason.ALREADY_FIXED)
        return self._replace(fixed=moment)

    def unfix(self) -> "Roadmap":
        """Open again, as when it is brought up to date later (R59)."""
        if self.fixed is None:
            raise Refused(Reason.NOT_FIXED)
        return self._replace(fixed=None)

    def _card(self, card: str) -> RoadCard:
        if card not in self.cards:
            raise Refused(Reason.NO_SUCH_ITEM, card)
        return self.cards[card]

    def _need_open(self) -> None:
        if self.fixed is not None:
            raise Refused(Reason.FIXED)


def _in_time(card: RoadCard) -> tuple[int, int, int]:
    """What cards are ordered by: when they begin, the larger first, then the row."""
    return card.first.count, -card.energy.weight, card.lane or 0


def _need_months(*months: Month) -> None:
    """Refuse a month that no calendar has: a file could not name it."""
    for month in months:
        if not month.stands:
            raise Refused(Reason.NO_SUCH_MONTH, str(month))


def _without(items: Mapping[str, Item], key: str) -> dict[str, Item]:
    if key not in items:
        raise Refused(Reason.NO_SUCH_ITEM, key)
    return {each: item for each, item in items.items() if each != key}
