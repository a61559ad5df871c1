"""What the timeline of the roadmap shows and where its cursor is, as values. Pure; no Textual here.

The cursor is in the tray, on a card of the timeline, on a stage or on an event. A card in hand hovers over a period and
a lane.
"""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal

from innovate_tui.ui.widgets import board_view
from innovate_tui.ui.widgets.board_view import BoardScene, BoardView
from innovate_tui.ui.widgets.road_lanes import ROWS, Lanes, Wish, arranged
from innovate_tui.ui.widgets.road_links import Block, Wire
from innovate_tui.workshop.features import Feature
from innovate_tui.workshop.offers import Offer
from innovate_tui.workshop.roadmap import RoadCard, Roadmap
from innovate_tui.workshop.stages import Stage
from innovate_tui.workshop.timeline import Division, Month, Period, Timeline

Where = Literal["tray", "road", "stage", "event"]
ZOOMS = (None, Division.MONTH, Division.QUARTER, Division.HALF_YEAR)
"""The divisions that z goes through; none is the group's own."""
TIMEFRAME = "timeframe"
"""What enter opens where there is no timeline."""
LINK = "link"
"""What enter opens on a link just drawn or gone along."""
NO_TIMEFRAME = "There is no timeframe yet. Enter agrees one."
PLACE_FIRST = "Put the card into a period first: press its number."
FOR_CARDS = "That key is for a card. Its capital, or the arrows, choose one."
CHOOSE_FIRST = "Choose a card, then press the number of a period."


@dataclass(frozen=True)
class RoadScene(BoardScene):
    """All that the timeline shows of a session."""

    road: Roadmap
    offers: tuple[Offer, ...] = ()
    people: Mapping[str, str] = field(default_factory=dict)
    """Names by id."""
    stage_titles: Mapping[Stage, str] = field(default_factory=dict)
    cautions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What deserves thought about each card, in words, by the card's id."""
    columns: int = 5
    """How many periods are in sight at this size."""
    room: int = 10
    """How many rows there are for lanes."""
    tray_columns: int = 3
    """In how many columns the tray stands."""

    @property
    def fixed(self) -> bool:
        """Whether the roadmap is stuck down."""
        return self.road.fixed is not None

    @cached_property
    def shelves(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The features that have no card on the timeline, the priorities first."""
        waiting = tuple(offer.feature for offer in self.offers if not self.stands(offer.feature))
        return (("Waiting to be placed", waiting),) if waiting else ()

    @property
    def tray(self) -> tuple[str, ...]:
        """The cards of the tray."""
        return self.shelves[0][1] if self.shelves else ()

    @cached_property
    def _placed(self) -> frozenset[str]:
        return frozenset(card.feature for card in self.road.cards.values())

    @cached_property
    def offer_of(self) -> Mapping[str, Offer]:
        """Where each feature comes from."""
        return {offer.feature: offer for offer in self.offers}

    def takes(self, feature: Feature) -> bool:
        """Every kind can stand on the timeline (R16)."""
        return True

    def stands(self, card: str) -> bool:
        """Whether a feature has a card on the timeline."""
        return card in self._placed

    def hides(self, card: str) -> bool:
        """Nothing is hidden at any step."""
        return False

    def marks(self, card: str) -> str:
        """≡ a reason is written for an appearance."""
        there = self.road.cards.get(card)
        return "≡" if there and there.why.strip() else ""

    @cached_property
    def _zoomed(self) -> dict[Division | None, "Zoomed"]:
        return {}

    def zoomed(self, zoom: Division | None) -> "Zoomed":
        """The timeline at one way of looking; worked out once for a roadmap."""
        if zoom not in self._zoomed:
            self._zoomed[zoom] = _look(self.road, zoom, self.room)
        return self._zoomed[zoom]


Sight = tuple[tuple[Block, ...], tuple[Wire, ...]]
"""The cards in sight across, and the links with an end there."""


@dataclass(frozen=True)
class Zoomed:
    """Periods and lanes at one way of looking."""

    periods: tuple[Period, ...]
    lanes: Lanes
    energies: tuple[int, ...] = ()
    """The energy that begins in each period: small 1, medium 2, large 3."""
    sights: dict[tuple[int, int, int], Sight] = field(default_factory=dict, compare=False, repr=False)
    """Cards and links by the first period in sight, how many are, and how wide each is; worked out once."""

    def column(self, month: Month) -> int:
        """The column of a month; one outside the timeframe counts as its nearest end."""
        if not self.periods or month < self.periods[0].first:
            return 0
        return bisect_right(self.periods, month, key=lambda period: period.first) - 1


def _look(road: Roadmap, zoom: Division | None, room: int) -> Zoomed:
    timeline = road.timeline
    if timeline is None:
        return Zoomed((), Lanes({}))
    divided = timeline if zoom is None else Timeline(timeline.start, timeline.months, (zoom,) * timeline.years)
    empty = Zoomed(divided.periods, Lanes({}))
    wishes = []
    for card in road.in_time:
        first, last = (empty.column(month) for month in road.span(card))
        lane = card.lane - 1 if card.lane else None
        wishes.append(Wish(card.id, card.feature, first, max(first, last), ROWS[card.energy], lane))
    energies = [0] * len(divided.periods)
    for card in road.cards.values():
        if timeline.start <= card.first <= timeline.last:
            energies[empty.column(card.first)] += card.energy.weight
    return replace(empty, lanes=arranged(wishes, room), energies=tuple(energies))


@dataclass(frozen=True, slots=True)
class RoadView(BoardView):
    """Where the person is on the roadmap."""

    where: Where = "tray"
    at: str = ""
    """A feature of the tray, a card of the timeline, a stage or an event, by its id."""
    column: int = 0
    """The first period in sight, counted from 0."""
    page: int = 0
    """The period that a small window shows, counted from 0."""
    zoom: Division | None = None
    over: tuple[int, int] = (0, 0)
    """The column and the lane that the card in hand hovers over."""
    laned: bool = False
    """Whether a lane was chosen for the card in hand."""
    month: Month | None = None
    """The month that a stage or an event in hand hovers over."""
    linking: str = ""
    """The card that a line is being drawn from."""
    copying: str = ""
    """The card that a copy is being made of; a digit says where."""
    back: str = ""
    """The card of the tray that one came from."""
    came: str = ""
    """The card that one jumped from, along a link."""
    link: str = ""
    """The link just drawn or jumped along: keys about a link act on it until something is chosen."""

    @property
    def subject(self) -> str:
        """The card just placed, else the chosen one of the timeline."""
        return self.last or (self.at if self.where == "road" else "")


Answer = board_view.Answer[RoadView]
"""What a key comes to on the roadmap."""


def zoomed(scene: RoadScene, view: RoadView) -> Zoomed:
    """The timeline as it is being looked at."""
    return scene.zoomed(view.zoom)


def head_items(scene: RoadScene) -> tuple[tuple[Where, str], ...]:
    """What stands over the lanes: the stages by when they begin, then the events by their days."""
    stages = sorted(scene.road.stages.items(), key=lambda each: (each[1].first.count, list(Stage).index(each[0])))
    events = sorted(scene.road.events.values(), key=lambda event: (event.on, event.id))
    return (
        *(("stage", str(stage)) for stage, _ in stages),
        *(("event", event.id) for event in events),
    )


def with_card(scene: RoadScene, view: RoadView) -> RoadCard | None:
    """The card of the timeline that a key acts on."""
    return scene.road.cards.get(view.subject)


def no_card(view: RoadView) -> str:
    """Why a key about a placed card does nothing where there is none."""
    return FOR_CARDS if view.where in ("stage", "event") else PLACE_FIRST
