"""What the timeline of the roadmap shows and where its cursor is, as values; every key's meaning as a pure function.

The cursor is in the tray, on a card of the timeline, on a stage or on an event. A card in hand hovers over a period and
a lane. No Textual here; the rules of the roadmap are in `workshop.roadmap`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Literal

from innovate_tui.ui.minting import mint
from innovate_tui.ui.widgets import board_view
from innovate_tui.ui.widgets.board_view import FIXED, IN_HAND, BoardScene, BoardView, Direction
from innovate_tui.ui.widgets.road_lanes import ROWS, Lanes, Standing, Wish, arranged
from innovate_tui.workshop.edits import Edit
from innovate_tui.workshop.features import Feature
from innovate_tui.workshop.offers import Offer
from innovate_tui.workshop.road_edits import (
    AddToRoad,
    LinkCards,
    MarkEvent,
    MoveOnRoad,
    PlaceStage,
    RemoveEvent,
    SetEnergy,
    Stretch,
    TakeOffRoad,
    Unlink,
)
from innovate_tui.workshop.roadmap import Energy, LinkKind, RoadCard, Roadmap
from innovate_tui.workshop.stages import Stage
from innovate_tui.workshop.timeline import Division, Month, Period, Timeline

Where = Literal["tray", "road", "stage", "event"]
ZOOMS = (None, Division.MONTH, Division.QUARTER, Division.HALF_YEAR)
"""The divisions that z goes through; none is the group's own."""
TIMEFRAME = "timeframe"
"""What enter opens where there is no timeline."""
NO_TIMEFRAME = "There is no timeframe yet. Enter agrees one."
PLACE_FIRST = "Put the card into a period first: press its number."
CHOOSE_FIRST = "Choose a card, then press the number of a period."
LEAD_WHERE = "Choose the other card: enter, it comes after; k, they go together. esc leaves it."


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


@dataclass(frozen=True)
class Zoomed:
    """Periods and lanes at one way of looking."""

    periods: tuple[Period, ...]
    lanes: Lanes
    energies: tuple[int, ...] = ()
    """The energy that begins in each period: small 1, medium 2, large 3."""

    def column(self, month: Month) -> int:
        """The column of a month; one outside the timeframe counts as its nearest end."""
        if not self.periods or month < self.periods[0].first:
            return 0
        return next((at for at, period in enumerate(self.periods) if period.holds(month)), len(self.periods) - 1)


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
    zoom: Division | None = None
    over: tuple[int, int] = (0, 0)
    """The column and the lane that the card in hand hovers over."""
    laned: bool = False
    """Whether a lane was chosen for the card in hand."""
    linking: str = ""
    """The card that a line is being drawn from."""
    copying: str = ""
    """The card that a copy is being made of; a digit says where."""
    back: str = ""
    """The card of the tray that one came from."""
    came: str = ""
    """The card that one jumped from, along a link."""


Answer = board_view.Answer[RoadView]
"""What a key comes to on the roadmap."""


def zoomed(scene: RoadScene, view: RoadView) -> Zoomed:
    """The timeline as it is being looked at."""
    return scene.zoomed(view.zoom)


def chosen(scene: RoadScene, view: RoadView) -> str:
    """The feature under the cursor, or nothing."""
    if view.where == "road":
        card = scene.road.cards.get(view.at)
        return card.feature if card else ""
    return view.at if view.where == "tray" else ""


def subject(scene: RoadScene, view: RoadView) -> str:
    """The card just placed, else the chosen one of the timeline."""
    return view.last or (view.at if view.where == "road" else "")


def there(scene: RoadScene, view: RoadView) -> bool:
    """Whether what the cursor is on exists."""
    known: Mapping[Where, object] = {
        "tray": scene.tray,
        "road": scene.road.cards,
        "stage": [str(stage) for stage in scene.road.stages],
        "event": scene.road.events,
    }
    return view.at in known[view.where]  # type: ignore[operator]  # each of these has `in`


def reach(scene: RoadScene, view: RoadView, card: str) -> RoadView:
    """The cursor on a card of the timeline, else on a feature: in the tray, or where it first appears."""
    if card in scene.road.cards:
        return in_sight(scene, replace(view, where="road", at=card))
    if card in scene.tray:
        return replace(view, where="tray", at=card)
    appearances = scene.road.appearances(card)
    return in_sight(scene, replace(view, where="road", at=appearances[0].id)) if appearances else view


def settled(scene: RoadScene, view: RoadView) -> RoadView:
    """The view after the session changed: a cursor on something that is gone moves to what is there."""
    if view.hand and (scene.fixed or (view.hand not in scene.cards and view.hand not in scene.road.cards)):
        view = replace(view, hand="")
    if view.last and view.last not in scene.road.cards:
        view = replace(view, last="")
    if view.linking and (view.linking not in scene.road.cards or scene.fixed):
        view = replace(view, linking="")
    if view.copying and (view.copying not in scene.road.cards or scene.fixed):
        view = replace(view, copying="")
    view = replace(view, column=min(view.column, _last_column(scene, view)))
    if there(scene, view):
        return view
    if scene.tray:
        return replace(view, where="tray", at=view.back if view.back in scene.tray else scene.tray[0])
    first = next(iter(scene.road.in_time), None)
    return in_sight(scene, replace(view, where="road", at=first.id)) if first else replace(view, where="tray", at="")


def after_edit(before: RoadScene, scene: RoadScene, view: RoadView, edit: Edit) -> RoadView:
    """Where the cursor goes: after placing from the tray to the next card there, else with the card."""
    if isinstance(edit, AddToRoad):
        from_tray = edit.feature in before.tray and not view.copying
        view = replace(view, hand="", copying="", last=edit.id)
        if from_tray and scene.tray:
            return replace(view, where="tray", at=board_view.following(before.tray, scene.tray, edit.feature))
        return in_sight(scene, replace(view, where="road", at=edit.id))
    if isinstance(edit, MoveOnRoad | Stretch):
        if view.last == edit.id and view.where == "tray" and not view.hand:
            return view
        return in_sight(scene, replace(view, hand="", where="road", at=edit.id))
    if isinstance(edit, TakeOffRoad):
        gone = before.road.cards.get(edit.id)
        view = replace(view, hand="", last="", linking="", copying="")
        if gone and gone.feature in scene.tray:
            return replace(view, where="tray", at=gone.feature)
        return reach(scene, view, gone.feature) if gone else view
    if isinstance(edit, LinkCards | Unlink):
        return replace(view, linking="", last="")
    if isinstance(edit, PlaceStage) and edit.from_month is not None:
        return in_sight(scene, replace(view, where="stage", at=str(edit.stage), last=""))
    if isinstance(edit, MarkEvent):
        return in_sight(scene, replace(view, where="event", at=edit.id, last=""))
    return view


# --- what is in sight -------------------------------------------------------------------------------------------------


def _last_column(scene: RoadScene, view: RoadView) -> int:
    return max(0, len(zoomed(scene, view).periods) - scene.columns)


def in_sight(scene: RoadScene, view: RoadView) -> RoadView:
    """Panned as little as shows what is chosen, or where the card in hand hovers."""
    look = zoomed(scene, view)
    if view.hand:
        first = last = view.over[0]
    elif view.where == "road" and view.at in look.lanes.standing:
        standing = look.lanes.standing[view.at]
        first, last = standing.first, standing.last
    elif view.where == "stage" and Stage(view.at) in scene.road.stages:
        span = scene.road.stages[Stage(view.at)]
        first = last = look.column(span.first)
    elif view.where == "event" and view.at in scene.road.events:
        first = last = look.column(Month.of(scene.road.events[view.at].on))
    else:
        return view
    column = view.column
    if last >= column + scene.columns:
        column = last - scene.columns + 1
    if first < column:
        column = first
    return replace(view, column=min(max(column, 0), _last_column(scene, view)))


def pan(scene: RoadScene, view: RoadView, *, end: bool) -> Answer:
    """Home and end: the first and the last periods."""
    column = _last_column(scene, view) if end else 0
    shown = replace(view, column=column, capitals=0)
    if view.hand:
        edge = len(zoomed(scene, view).periods) - 1 if end else 0
        shown = replace(shown, over=(max(0, edge), view.over[1]))
    return Answer(shown)


def zoom(scene: RoadScene, view: RoadView) -> Answer:
    """Month, quarter, half-year, and the group's own division again. Looking changes nothing."""
    if scene.road.timeline is None:
        return Answer(view, say=NO_TIMEFRAME)
    if view.hand:
        return Answer(view, say=IN_HAND)
    own = scene.road.timeline.periods
    ways = [way for way in ZOOMS if way is None or scene.zoomed(way).periods != own]  # the group's own division once
    at = ways.index(view.zoom) if view.zoom in ways else 0
    month = zoomed(scene, view).periods[view.column].first
    turned = replace(view, zoom=ways[(at + 1) % len(ways)], capitals=0)
    turned = replace(turned, column=zoomed(scene, turned).column(month))
    turned = in_sight(scene, replace(turned, column=min(turned.column, _last_column(scene, turned))))
    words = {None: "as you agreed", Division.MONTH: "in months", Division.QUARTER: "in quarters"}
    return Answer(turned, say=f"The timeline {words.get(turned.zoom, 'in half-years')}. z goes on.")


# --- choosing ---------------------------------------------------------------------------------------------------------


def arrow(scene: RoadScene, view: RoadView, way: Direction) -> Answer:
    """An arrow: the nearest thing that way; a card in hand goes along time and lanes."""
    fresh = replace(view, capitals=0, came="")
    if view.hand:
        return Answer(_carried(scene, fresh, way))
    fresh = fresh if view.linking or view.copying else replace(fresh, last="")
    if view.where == "tray":
        return Answer(_in_tray(scene, fresh, way))
    if view.where == "road":
        return Answer(_on_road(scene, fresh, way))
    return Answer(_on_head(scene, fresh, way))


def _carried(scene: RoadScene, view: RoadView, way: Direction) -> RoadView:
    look, (column, lane) = zoomed(scene, view), view.over
    if way in ("left", "right"):
        column = min(max(column + (1 if way == "right" else -1), 0), len(look.periods) - 1)
        return in_sight(scene, replace(view, over=(column, lane)))
    lane = min(max(lane + (1 if way == "down" else -1), 0), look.lanes.count)
    return replace(view, over=(column, lane), laned=True)


def _in_tray(scene: RoadScene, view: RoadView, way: Direction) -> RoadView:
    tray, wide = scene.tray, scene.tray_columns
    at = tray.index(view.at) if view.at in tray else 0
    if way == "up" and (at < wide or not tray):
        return _into_road(scene, replace(view, back=view.at))
    if wide == 1 and way in ("left", "right"):
        return _into_road(scene, replace(view, back=view.at)) if way == "left" else view
    step = {"left": -1, "right": 1, "up": -wide, "down": wide}[way]
    if not tray:
        return view
    to = (at + step) % len(tray) if way in ("left", "right") or wide == 1 else min(at + step, len(tray) - 1)
    return replace(view, at=tray[to])


def _into_road(scene: RoadScene, view: RoadView) -> RoadView:
    """From the tray up: to the lowest card in sight, else to what stands over the timeline."""
    look = zoomed(scene, view)
    sight = range(view.column, view.column + scene.columns)
    seen = [each for each in look.lanes.standing.values() if each.first in sight or each.last in sight]
    pool = seen or list(look.lanes.standing.values())
    if pool:
        lowest = max(pool, key=lambda each: (each.lane, -each.first))
        return in_sight(scene, replace(view, where="road", at=lowest.card))
    heads = head_items(scene)
    if not heads:
        return view
    where, at = heads[-1]
    return in_sight(scene, replace(view, where=where, at=at))


def _to_tray(scene: RoadScene, view: RoadView) -> RoadView:
    if not scene.tray or view.linking:
        return view
    return replace(view, where="tray", at=view.back if view.back in scene.tray else scene.tray[0])


def _on_road(scene: RoadScene, view: RoadView, way: Direction) -> RoadView:
    look = zoomed(scene, view)
    here = look.lanes.standing.get(view.at)
    if here is None:
        return view
    if scene.as_list:
        order = [card.id for card in scene.road.in_time]
        to = order.index(view.at) + {"down": 1, "right": 1}.get(way, -1)
        if to >= len(order):
            return _to_tray(scene, view)
        return in_sight(scene, replace(view, at=order[to])) if to >= 0 else _to_head(scene, view, here.first)
    best = min(
        (each for each in look.lanes.standing.values() if _ahead(here, each, way) > 0),
        key=lambda each: (_ahead(here, each, way) + 3 * _aside(here, each, way), each.first, each.lane),
        default=None,
    )
    if best is not None:
        return in_sight(scene, replace(view, at=best.card))
    if way == "down":
        return _to_tray(scene, view)
    return _to_head(scene, view, here.first) if way == "up" else view


def _ahead(here: Standing, other: Standing, way: Direction) -> int:
    """How far something is in a direction, nothing where it is not that way."""
    across = other.first - here.first
    down = other.lane - here.lane
    return {"right": across, "left": -across, "down": down, "up": -down}[way]


def _aside(here: Standing, other: Standing, way: Direction) -> int:
    """How far something is from the straight way."""
    if way in ("left", "right"):
        return abs(other.lane - here.lane)
    return max(0, other.first - here.last, here.first - other.last)


def head_items(scene: RoadScene) -> tuple[tuple[Where, str], ...]:
    """What stands over the lanes: the stages by when they begin, then the events by their days."""
    stages = sorted(scene.road.stages.items(), key=lambda each: (each[1].first.count, list(Stage).index(each[0])))
    events = sorted(scene.road.events.values(), key=lambda event: (event.on, event.id))
    return (
        *(("stage", str(stage)) for stage, _ in stages),
        *(("event", event.id) for event in events),
    )


def _to_head(scene: RoadScene, view: RoadView, column: int) -> RoadView:
    """To the event, else the stage, that is nearest over a column."""
    if view.linking:
        return view
    for where in ("event", "stage"):
        items = [each for each in head_items(scene) if each[0] == where]
        if items:
            nearest = min(items, key=lambda each: abs(_head_column(scene, view, each) - column))
            return in_sight(scene, replace(view, where=nearest[0], at=nearest[1]))
    return view


def _head_column(scene: RoadScene, view: RoadView, item: tuple[Where, str]) -> int:
    look = zoomed(scene, view)
    if item[0] == "stage":
        return look.column(scene.road.stages[Stage(item[1])].first)
    return look.column(Month.of(scene.road.events[item[1]].on))


def _on_head(scene: RoadScene, view: RoadView, way: Direction) -> RoadView:
    """Along the stages or the events, up from events to stages, down to the cards."""
    items = [each for each in head_items(scene) if each[0] == view.where]
    here: tuple[Where, str] = (view.where, view.at)
    at = items.index(here) if here in items else 0
    if way in ("left", "right"):
        to = min(max(at + (1 if way == "right" else -1), 0), len(items) - 1)
        return in_sight(scene, replace(view, at=items[to][1]))
    column = _head_column(scene, view, here)
    others = [each for each in head_items(scene) if each[0] != view.where]
    crossing = (way == "up" and view.where == "event") or (way == "down" and view.where == "stage")
    if others and crossing:
        nearest = min(others, key=lambda each: abs(_head_column(scene, view, each) - column))
        return in_sight(scene, replace(view, where=nearest[0], at=nearest[1]))
    if way == "up":
        return view
    cards = zoomed(scene, view).lanes.standing.values()
    if not cards:
        return _to_tray(scene, view)
    nearest_card = min(cards, key=lambda each: (each.lane, abs(each.first - column)))
    return in_sight(scene, replace(view, where="road", at=nearest_card.card))


def capital(scene: RoadScene, view: RoadView, letter: str) -> Answer:
    """A capital chooses its card: in the tray, else its appearances in time, one after the other."""

    def go(fresh: RoadView, feature: str) -> RoadView:
        appearances = [card.id for card in scene.road.appearances(feature)]
        if feature in scene.tray or not appearances:
            return reach(scene, fresh, feature)
        following = appearances.index(view.at) + 1 if view.where == "road" and view.at in appearances else 0
        return reach(scene, fresh, appearances[following % len(appearances)])

    answer = board_view.capital(scene, view, letter, go)
    if view.linking and answer.view.where == "tray":
        return Answer(
            replace(view, capitals=answer.view.capitals), say=answer.say or "That card is not on the timeline."
        )
    return answer


def next_thing(scene: RoadScene, view: RoadView) -> Answer:
    """Tab: the next in time; what stands over the timeline first, then its cards, then the tray."""
    if view.hand:
        return Answer(replace(view, capitals=0), say=IN_HAND)
    cards: list[tuple[Where, str]] = [("road", card.id) for card in scene.road.in_time]
    everything = cards if view.linking else [*head_items(scene), *cards]
    if scene.tray and not view.linking:
        everything.append(("tray", view.at if view.where == "tray" else view.back or scene.tray[0]))
    if not everything:
        return Answer(view, say=CHOOSE_FIRST)
    here: tuple[Where, str] = (view.where, view.at)
    to = (everything.index(here) + 1) % len(everything) if here in everything else 0
    where, at = everything[to]
    view = replace(view, back=view.at if view.where == "tray" else view.back, capitals=0, last="")
    if where == "tray" and at not in scene.tray:
        at = scene.tray[0]
    return Answer(in_sight(scene, replace(view, where=where, at=at)))


def enter(scene: RoadScene, view: RoadView) -> Answer:
    """Enter: put down what is in hand, end a link, else read what is chosen."""
    view = replace(view, capitals=0)
    if view.hand:
        return put_down(scene, view)
    if view.linking:
        return _link(scene, view, LinkKind.DEPENDENCY)
    if scene.road.timeline is None:
        return Answer(view, read=TIMEFRAME)
    if view.where in ("stage", "event"):
        return Answer(view, read=view.where)
    card = chosen(scene, view)
    return Answer(view, read=card) if card else Answer(view, say=CHOOSE_FIRST)


# --- placing ----------------------------------------------------------------------------------------------------------


def digit(scene: RoadScene, view: RoadView, place: int) -> Answer:
    """A digit puts the chosen card into the n-th period in sight, or moves there what stands on the timeline."""
    view = replace(view, capitals=0)
    if scene.road.timeline is None:
        return Answer(view, say=NO_TIMEFRAME)
    periods, shown = zoomed(scene, view).periods, scene.columns
    at = view.column + place - 1
    if place > shown or at >= len(periods):
        many = min(shown, len(periods))
        return Answer(view, say=f"Periods 1 to {many} are in sight. home and end go to the others.")
    if view.linking:
        return Answer(view, say=LEAD_WHERE)
    month = periods[at].first
    if view.copying:
        card = scene.road.cards[view.copying]
        return Answer(view, edit=AddToRoad(mint("c"), card.feature, month, card.energy, card.came_from))
    if view.hand:
        return put_down(scene, replace(view, over=(at, view.over[1])))
    if view.where == "stage":
        return Answer(view, edit=_stage_to(scene, Stage(view.at), month))
    if view.where == "event":
        event = scene.road.events[view.at]
        return Answer(view, edit=MarkEvent(event.id, date(month.year, month.month, 1), event.title, event.kind))
    if view.where == "road" and view.at in scene.road.cards:
        return Answer(view, edit=MoveOnRoad(view.at, month))
    if view.at not in scene.cards:
        return Answer(view, say=CHOOSE_FIRST)
    return Answer(view, edit=_added(scene, view.at, month))


def _added(scene: RoadScene, feature: str, month: Month, lane: int | None = None) -> AddToRoad:
    offer = scene.offer_of.get(feature)
    return AddToRoad(mint("c"), feature, month, came_from=offer.came_from if offer else "", lane=lane)


def _stage_to(scene: RoadScene, stage: Stage, month: Month) -> PlaceStage:
    span = scene.road.stages[stage]
    return PlaceStage(stage, month, month + (span.last - span.first), span.guess)


def carry(scene: RoadScene, view: RoadView) -> Answer:
    """Space: pick the chosen card up, or put the card in hand down where it hovers."""
    view = replace(view, capitals=0)
    if view.hand:
        return put_down(scene, view)
    if view.where in ("stage", "event"):
        return Answer(view, say="A number moves it to a period; enter changes its months.")
    if view.at not in scene.cards and view.at not in scene.road.cards:
        return Answer(view, say=CHOOSE_FIRST)
    if scene.fixed:
        return Answer(view, say=FIXED)
    if scene.road.timeline is None:
        return Answer(view, say=NO_TIMEFRAME)
    look = zoomed(scene, view)
    standing = look.lanes.standing.get(view.at) if view.where == "road" else None
    over = (standing.first, standing.lane) if standing else (view.column, look.lanes.count)
    return Answer(in_sight(scene, replace(view, hand=view.at, over=over, laned=False, last="", linking="", copying="")))


def put_down(scene: RoadScene, view: RoadView) -> Answer:
    """The card in hand down where it hovers; where it came from nothing changes."""
    look, (column, lane) = zoomed(scene, view), view.over
    month = look.periods[min(column, len(look.periods) - 1)].first
    wanted = lane + 1 if view.laned else None
    card = scene.road.cards.get(view.hand)
    if card is None:
        return Answer(view, edit=_added(scene, view.hand, month, wanted))
    standing = look.lanes.standing[card.id]
    if column == standing.first and lane == standing.lane:
        return Answer(replace(view, hand=""), say="It stands where it stood.")
    if column == standing.first:
        month = card.first
    return Answer(view, edit=MoveOnRoad(card.id, month, wanted))


def lift(scene: RoadScene, view: RoadView) -> Answer:
    """0: this appearance off the timeline, or the one just placed; a stage or an event too."""
    view = replace(view, capitals=0)
    if view.hand and view.hand not in scene.road.cards:
        return put_back(scene, view)
    if view.where == "stage" and not view.hand:
        return Answer(view, edit=PlaceStage(Stage(view.at), None, None))
    if view.where == "event" and not view.hand:
        return Answer(view, edit=RemoveEvent(view.at))
    card = view.hand or (view.at if view.where == "road" else view.last)
    if card not in scene.road.cards:
        return Answer(view, say="It is in the tray already.")
    return Answer(view, edit=TakeOffRoad(card))


def waiting(view: RoadView) -> bool:
    """Whether esc has something to put back."""
    return bool(view.hand or view.linking or view.copying)


def put_back(scene: RoadScene, view: RoadView) -> Answer:
    """Esc with a card in hand, a line begun or a copy asked for."""
    said = board_view.PUT_BACK if view.hand else "Left as it was. Nothing has changed."
    return Answer(replace(view, hand="", linking="", copying="", capitals=0), say=said)


# --- size, length, links, copies --------------------------------------------------------------------------------------


def _with_card(scene: RoadScene, view: RoadView) -> RoadCard | None:
    return scene.road.cards.get(subject(scene, view))


def size(scene: RoadScene, view: RoadView, energy: str) -> Answer:
    """s, m and l: how much energy the card takes."""
    card = _with_card(scene, view)
    return Answer(view, edit=SetEnergy(card.id, Energy(energy))) if card else Answer(view, say=PLACE_FIRST)


def stretch(scene: RoadScene, view: RoadView, by: int) -> Answer:
    """+ and -: a period longer or shorter."""
    look = zoomed(scene, view)
    if view.where == "stage" and not view.last and Stage(view.at) in scene.road.stages:
        span = scene.road.stages[Stage(view.at)]
        month = _end(look, look.column(span.first), look.column(span.last) + by)
        if month is None:
            return Answer(view, say=_no_further(by))
        return Answer(view, edit=PlaceStage(Stage(view.at), span.first, month, span.guess))
    card = _with_card(scene, view)
    if card is None or not look.periods:
        return Answer(view, say=PLACE_FIRST)
    standing = look.lanes.standing[card.id]
    month = _end(look, standing.first, standing.last + by)
    if month is None:
        return Answer(view, say=_no_further(by))
    alone = scene.road.span(replace(card, last=None))[1]
    return Answer(view, edit=Stretch(card.id, None if month == alone else month))


def _end(look: Zoomed, first: int, last: int) -> Month | None:
    """The month in which something ends that goes up to a column; none where that cannot be."""
    return look.periods[last].last if first <= last < len(look.periods) else None


def _no_further(by: int) -> str:
    return "It goes to the end of the timeframe already." if by > 0 else "It is one period long already."


def link(scene: RoadScene, view: RoadView) -> Answer:
    """k: begin a line from this card; again, on another card: the two go together."""
    view = replace(view, capitals=0)
    if view.linking:
        return _link(scene, view, LinkKind.CONNECTION)
    card = _with_card(scene, view)
    if card is None:
        return Answer(view, say=PLACE_FIRST)
    if scene.fixed:
        return Answer(view, say=FIXED)
    if len(scene.road.cards) < 2:
        return Answer(view, say="A link needs two cards on the timeline.")
    begun = replace(view, linking=card.id, where="road", at=card.id, hand="", copying="", last="")
    return Answer(in_sight(scene, begun), say=LEAD_WHERE)


def _link(scene: RoadScene, view: RoadView, kind: LinkKind) -> Answer:
    if view.where != "road" or view.at not in scene.road.cards or view.at == view.linking:
        return Answer(view, say=LEAD_WHERE)
    old = scene.road.link_between(view.linking, view.at)
    same = old and old.kind is kind and (kind is LinkKind.CONNECTION or old.first == view.linking)
    if old and same:
        return Answer(view, edit=Unlink(old.id))
    return Answer(view, edit=LinkCards(mint("l"), view.linking, view.at, kind))


def linked(road: Roadmap, card: str) -> tuple[str, ...]:
    """The cards that links lead to from a card: those it leads to first."""
    return (*road.needed_by(card), *road.goes_with(card), *road.needs(card))


def jump(scene: RoadScene, view: RoadView) -> Answer:
    """j: along a link to the next card, on from where one came."""
    view = replace(view, capitals=0)
    card = _with_card(scene, view)
    if card is None:
        return Answer(view, say=PLACE_FIRST)
    ways = linked(scene.road, card.id)
    if not ways:
        return Answer(view, say="No link here. k draws one.")
    onward = [each for each in ways if each != view.came] or list(ways)
    moved = replace(view, where="road", at=onward[0], came=card.id, last="")
    return Answer(in_sight(scene, moved))


def copy(scene: RoadScene, view: RoadView) -> Answer:
    """c, then a digit: the same feature once more, in another period (R48, R49)."""
    view = replace(view, capitals=0)
    card = _with_card(scene, view)
    if card is None:
        return Answer(view, say=PLACE_FIRST)
    if scene.fixed:
        return Answer(view, say=FIXED)
    name = " ".join(scene.cards[card.feature].short) if card.feature in scene.cards else card.feature
    shown = min(scene.columns, len(zoomed(scene, view).periods))
    said = f"{name} once more: in which period? 1-{shown}; esc leaves it."
    return Answer(replace(view, copying=card.id, linking="", hand=""), say=said)
