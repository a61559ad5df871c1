"""Links between cards of the roadmap, and cards copied to another period: what their keys mean. Pure."""

from dataclasses import replace

from innovate_tui.ui.minting import mint
from innovate_tui.ui.widgets.board_view import FIXED
from innovate_tui.ui.widgets.road_scene import Answer, RoadScene, RoadView, no_card, with_card, zoomed
from innovate_tui.ui.widgets.road_sight import in_sight
from innovate_tui.workshop.road_edits import LinkCards, Unlink
from innovate_tui.workshop.roadmap import LinkKind, Roadmap

LEAD_WHERE = "Choose the other card. Then enter: it comes after. k: they go together."


def link(scene: RoadScene, view: RoadView) -> Answer:
    """k: begin a line from this card; again, on another card: the two go together."""
    view = replace(view, capitals=0)
    if view.linking:
        return end_link(scene, view, LinkKind.CONNECTION)
    card = with_card(scene, view)
    if card is None:
        return Answer(view, say=no_card(view))
    if scene.fixed:
        return Answer(view, say=FIXED)
    if len(scene.road.cards) < 2:
        return Answer(view, say="A link needs two cards on the timeline.")
    begun = replace(view, linking=card.id, where="road", at=card.id, hand="", copying="", last="", link="")
    return Answer(in_sight(scene, begun), say=LEAD_WHERE)


def end_link(scene: RoadScene, view: RoadView, kind: LinkKind) -> Answer:
    """End the line on the chosen card; where such a link is there already, it is taken away."""
    if view.where != "road" or view.at not in scene.road.cards or view.at == view.linking:
        return Answer(view, say=LEAD_WHERE)
    old = scene.road.link_between(view.linking, view.at)
    same = old and old.kind is kind and (kind is LinkKind.CONNECTION or old.first == view.linking)
    if old and same:
        return Answer(view, edit=Unlink(old.id))
    return Answer(view, edit=LinkCards(mint("l"), view.linking, view.at, kind))


def linked(road: Roadmap, card: str) -> tuple[tuple[str, str], ...]:
    """The links of a card and the cards that they lead to: first those that it is needed before, last what it needs."""
    lines = road.links.values()
    leads = [(line.id, line.second) for line in lines if line.first == card and line.kind is LinkKind.DEPENDENCY]
    needs = [(line.id, line.first) for line in lines if line.second == card and line.kind is LinkKind.DEPENDENCY]
    beside = [
        (line.id, line.second if line.first == card else line.first)
        for line in lines
        if line.kind is LinkKind.CONNECTION and card in (line.first, line.second)
    ]
    return (*leads, *beside, *needs)


def jump(scene: RoadScene, view: RoadView) -> Answer:
    """j: along a link to the next card, on from where one came. Keys about a link act on the one gone along."""
    view = replace(view, capitals=0)
    card = with_card(scene, view)
    if card is None:
        return Answer(view, say=no_card(view))
    ways = linked(scene.road, card.id)
    if not ways:
        return Answer(view, say="No link here. k draws one.")
    link, at = next((each for each in ways if each[1] != view.came), ways[0])
    return Answer(in_sight(scene, replace(view, where="road", at=at, came=card.id, link=link, last="")))


def copy(scene: RoadScene, view: RoadView) -> Answer:
    """c, then a digit: the same feature once more, in another period (R48, R49)."""
    view = replace(view, capitals=0)
    card = with_card(scene, view)
    if card is None:
        return Answer(view, say=no_card(view))
    if scene.fixed:
        return Answer(view, say=FIXED)
    name = " ".join(scene.cards[card.feature].short) if card.feature in scene.cards else card.feature
    shown = min(scene.columns, len(zoomed(scene, view).periods))
    said = f"{name} once more: in which period? 1-{shown}; esc leaves it."
    return Answer(replace(view, copying=card.id, linking="", hand="", link=""), say=said)
