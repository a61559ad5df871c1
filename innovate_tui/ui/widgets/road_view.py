"""What every key means on the roadmap, as a pure function of what is shown and where the cursor is.

No Textual here; the rules of the roadmap are in `workshop.roadmap`.
"""

from collections.abc import Mapping
from dataclasses import replace

from innovate_tui.ui.minting import mint
from innovate_tui.ui.widgets import board_view, road_arrows, road_heads, road_page
from innovate_tui.ui.widgets.board_view import FIXED, IN_HAND, Direction
from innovate_tui.ui.widgets.road_linking import LEAD_WHERE, end_link
from innovate_tui.ui.widgets.road_scene import (
    CHOOSE_FIRST,
    LINK,
    NO_TIMEFRAME,
    TIMEFRAME,
    Answer,
    RoadScene,
    RoadView,
    Where,
    head_items,
    no_card,
    with_card,
    zoomed,
)
from innovate_tui.ui.widgets.road_sight import in_sight, last_column, paged
from innovate_tui.workshop.edits import Edit
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
    WriteLinkReason,
)
from innovate_tui.workshop.roadmap import Energy, LinkKind
from innovate_tui.workshop.timeline import Month


def chosen(scene: RoadScene, view: RoadView) -> str:
    """The feature under the cursor, or nothing."""
    if view.where == "road":
        card = scene.road.cards.get(view.at)
        return card.feature if card else ""
    return view.at if view.where == "tray" else ""


def subject(scene: RoadScene, view: RoadView) -> str:
    """The card just placed, else the chosen one of the timeline."""
    return view.subject


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
    if view.hand and (scene.fixed or not _known(scene, view)):
        view = replace(view, hand="", month=None)
    if view.last and view.last not in scene.road.cards:
        view = replace(view, last="")
    if view.linking and (view.linking not in scene.road.cards or scene.fixed):
        view = replace(view, linking="")
    if view.copying and (view.copying not in scene.road.cards or scene.fixed):
        view = replace(view, copying="")
    if view.link and view.link not in scene.road.links:
        view = replace(view, link="", came="")
    last_page = max(0, len(zoomed(scene, view).periods) - 1)
    view = replace(view, column=min(view.column, last_column(scene, view)), page=min(view.page, last_page))
    if scene.as_list and view.where == "tray" and not scene.tray:
        return replace(view, at="")  # a period may be empty, and so may the tray
    if there(scene, view):
        return in_sight(scene, view) if scene.as_list else view
    if scene.tray:
        return replace(view, where="tray", at=view.back if view.back in scene.tray else scene.tray[0])
    first = next(iter(scene.road.in_time), None)
    return in_sight(scene, replace(view, where="road", at=first.id)) if first else replace(view, where="tray", at="")


def _known(scene: RoadScene, view: RoadView) -> bool:
    """Whether what is in hand is still there."""
    if road_heads.on_head(view):
        return there(scene, view)
    return view.hand in scene.cards or view.hand in scene.road.cards


def after_edit(before: RoadScene, scene: RoadScene, view: RoadView, edit: Edit) -> RoadView:
    """Where the cursor goes: after placing from the tray to the next card there, else with the card."""
    if not isinstance(edit, WriteLinkReason):
        view = replace(view, link="")
    if isinstance(edit, AddToRoad):
        from_tray = edit.feature in before.tray and not view.copying
        view = replace(view, hand="", copying="", last=edit.id)
        if from_tray and scene.tray:
            view = replace(view, where="tray", at=board_view.following(before.tray, scene.tray, edit.feature))
            return paged(scene, view, zoomed(scene, view).column(edit.from_month)) if scene.as_list else view
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
    if isinstance(edit, LinkCards):
        drawn = scene.road.link_between(edit.first, edit.second)
        return replace(view, linking="", last="", link=drawn.id if drawn else "")
    if isinstance(edit, Unlink):
        return replace(view, linking="", last="")
    if isinstance(edit, PlaceStage | MarkEvent | RemoveEvent):
        return _after_head(scene, replace(view, hand="", month=None, last="", link=""), edit)
    return view


def _after_head(scene: RoadScene, view: RoadView, edit: PlaceStage | MarkEvent | RemoveEvent) -> RoadView:
    """On the stage or the event; where it was taken off, on the next one."""
    if isinstance(edit, MarkEvent):
        return in_sight(scene, replace(view, where="event", at=edit.id))
    if isinstance(edit, PlaceStage) and edit.from_month is not None:
        return in_sight(scene, replace(view, where="stage", at=str(edit.stage)))
    rest = sorted(head_items(scene), key=lambda each: each[0] != view.where)
    return in_sight(scene, replace(view, where=rest[0][0], at=rest[0][1])) if rest else view


# --- choosing ---------------------------------------------------------------------------------------------------------


def arrow(scene: RoadScene, view: RoadView, way: Direction) -> Answer:
    """An arrow: the nearest thing that way; a card in hand goes along time and lanes."""
    fresh = replace(view, capitals=0, came="", link="")
    if view.hand:
        carried = road_heads.carried if road_heads.on_head(view) else road_arrows.carried
        return Answer(carried(scene, fresh, way))
    fresh = fresh if view.linking or view.copying else replace(fresh, last="")
    if scene.as_list:
        return Answer(road_page.moved(scene, fresh, way))
    if view.where == "tray":
        return Answer(road_arrows.in_tray(scene, fresh, way))
    if view.where == "road":
        return Answer(road_arrows.on_road(scene, fresh, way))
    return Answer(road_arrows.on_head(scene, fresh, way))


def capital(scene: RoadScene, view: RoadView, letter: str) -> Answer:
    """A capital chooses its card: in the tray, else its appearances in time, one after the other."""

    def go(fresh: RoadView, feature: str) -> RoadView:
        fresh = replace(fresh, came="", link="")
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
    view = replace(view, back=view.at if view.where == "tray" else view.back, capitals=0, last="", came="", link="")
    if where == "tray" and at not in scene.tray:
        at = scene.tray[0]
    return Answer(in_sight(scene, replace(view, where=where, at=at)))


def enter(scene: RoadScene, view: RoadView) -> Answer:
    """Enter: put down what is in hand, end a link, else read what is chosen."""
    view = replace(view, capitals=0)
    if view.hand:
        return put_down(scene, view)
    if view.linking:
        return end_link(scene, view, LinkKind.DEPENDENCY)
    if scene.road.timeline is None:
        return Answer(view, read=TIMEFRAME)
    if road_heads.on_head(view):
        return Answer(view, read=view.where)
    if view.link:
        return Answer(view, read=LINK)
    if view.where == "road" and view.at in scene.road.cards:
        return Answer(view, read=view.at)
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
    if view.hand and not road_heads.on_head(view):
        return put_down(scene, replace(view, over=(at, view.over[1])))
    if road_heads.on_head(view):
        return Answer(view, edit=road_heads.moved(scene, view, month))
    if view.where == "road" and view.at in scene.road.cards:
        return Answer(view, edit=MoveOnRoad(view.at, month))
    if view.at not in scene.cards:
        return Answer(view, say=CHOOSE_FIRST)
    return Answer(view, edit=_added(scene, view.at, month))


def _added(scene: RoadScene, feature: str, month: Month, lane: int | None = None) -> AddToRoad:
    offer = scene.offer_of.get(feature)
    return AddToRoad(mint("c"), feature, month, came_from=offer.came_from if offer else "", lane=lane)


def carry(scene: RoadScene, view: RoadView) -> Answer:
    """Space: pick the chosen card up, or put the card in hand down where it hovers."""
    view = replace(view, capitals=0)
    if view.hand:
        return put_down(scene, view)
    if road_heads.on_head(view):
        return road_heads.picked_up(scene, view)
    if view.at not in scene.cards and view.at not in scene.road.cards:
        return Answer(view, say=CHOOSE_FIRST)
    if scene.fixed:
        return Answer(view, say=FIXED)
    if scene.road.timeline is None:
        return Answer(view, say=NO_TIMEFRAME)
    look = zoomed(scene, view)
    standing = look.lanes.standing.get(view.at) if view.where == "road" else None
    first = view.page if scene.as_list else view.column
    over = (standing.first, standing.lane) if standing else (first, look.lanes.count)
    return Answer(
        in_sight(scene, replace(view, hand=view.at, over=over, laned=False, last="", linking="", copying="", link=""))
    )


def put_down(scene: RoadScene, view: RoadView) -> Answer:
    """What is in hand down where it hovers; where it came from nothing changes."""
    if road_heads.on_head(view):
        return road_heads.put_down(scene, view)
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
    if view.hand in scene.cards and not road_heads.on_head(view):
        return put_back(scene, view)
    if road_heads.on_head(view):
        return Answer(view, edit=road_heads.removed(view))
    if view.link and not view.hand:
        return Answer(view, edit=Unlink(view.link))
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
    return Answer(replace(view, hand="", month=None, linking="", copying="", capitals=0), say=said)


# --- size and length --------------------------------------------------------------------------------------------------


def size(scene: RoadScene, view: RoadView, energy: str) -> Answer:
    """s, m and l: how much energy the card takes."""
    card = with_card(scene, view)
    return Answer(view, edit=SetEnergy(card.id, Energy(energy))) if card else Answer(view, say=no_card(view))


def stretch(scene: RoadScene, view: RoadView, by: int) -> Answer:
    """+ and -: a period longer or shorter."""
    look = zoomed(scene, view)
    if road_heads.on_head(view) and not view.last:
        return road_heads.stretched(scene, view, by)
    card = with_card(scene, view)
    if card is None or not look.periods:
        return Answer(view, say=no_card(view))
    standing = look.lanes.standing[card.id]
    month = road_heads.end_of(look, standing.first, standing.last + by)
    if month is None:
        return Answer(view, say=road_heads.no_further(by))
    alone = scene.road.span(card._replace(last=None))[1]
    return Answer(view, edit=Stretch(card.id, None if month == alone else month))
