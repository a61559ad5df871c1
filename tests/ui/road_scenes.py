"""Roadmaps to look at in tests: a year of ten cards, as in the drawing of the screen, and a crowded one."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from innovate_tui.ui.widgets.road_layout import road_layout
from innovate_tui.ui.widgets.road_painter import paint_road
from innovate_tui.ui.widgets.road_scene import RoadScene, RoadView
from innovate_tui.ui.widgets.road_view import settled
from innovate_tui.workshop.deck import Deck
from innovate_tui.workshop.features import Feature
from innovate_tui.workshop.offers import Offer
from innovate_tui.workshop.roadmap import Energy, Event, EventKind, Link, LinkKind, RoadCard, Roadmap, Span
from innovate_tui.workshop.stages import Stage
from innovate_tui.workshop.timeline import Month, Timeline

JANUARY = Month(2027, 1)
SIZES = tuple(Energy)


def known(deck: Deck) -> Mapping[str, Feature]:
    return {feature.id: feature for feature in deck.with_names}


def ids(deck: Deck) -> list[str]:
    return [feature.id for feature in deck.features]


def year(deck: Deck) -> Roadmap:
    """Two years and a bit, ten cards, two links, three stages and two events."""
    at = ids(deck)
    plan = (
        (19, 0, None, Energy.MEDIUM),
        (6, 3, None, Energy.MEDIUM),
        (16, 6, None, Energy.MEDIUM),
        (5, 0, None, Energy.LARGE),
        (15, 3, None, Energy.LARGE),
        (15, 9, None, Energy.MEDIUM),
        (10, 12, None, Energy.SMALL),
        (9, 0, None, Energy.SMALL),
        (13, 3, None, Energy.SMALL),
        (8, 6, 11, Energy.MEDIUM),
    )
    cards = {
        f"c-{number}": RoadCard(f"c-{number}", at[which], JANUARY + first, JANUARY + last if last else None, energy)
        for number, (which, first, last, energy) in enumerate(plan)
    }
    return Roadmap(
        Timeline(JANUARY, 27),
        stages=MappingProxyType(
            {
                Stage.MOBILISING: Span(JANUARY, JANUARY + 3),
                Stage.DESIGNING: Span(JANUARY + 3, JANUARY + 8),
                Stage.DEVELOPING: Span(JANUARY + 9, JANUARY + 14, guess=False),
            }
        ),
        events=MappingProxyType(
            {
                "e-1": Event("e-1", date(2027, 5, 6), "council elections", EventKind.ELECTION),
                "e-2": Event("e-2", date(2027, 11, 20), "budget decision", EventKind.BUDGET),
            }
        ),
        cards=MappingProxyType(cards),
        links=MappingProxyType(
            {
                "l-1": Link("l-1", "c-0", "c-4"),
                "l-2": Link("l-2", "c-4", "c-5"),
                "l-3": Link("l-3", "c-3", "c-1", LinkKind.CONNECTION),
            }
        ),
    )


def crowded(deck: Deck, cards: int = 40, links: int = 20) -> Roadmap:
    """Cards of all sizes over nine periods, with links between them."""
    at = ids(deck)
    made = {
        f"c-{number}": RoadCard(
            f"c-{number}", at[number % len(at)], JANUARY + 3 * (number % 9), energy=SIZES[number * 7 % 3]
        )
        for number in range(cards)
    }
    lines = {
        f"l-{number}": Link(f"l-{number}", f"c-{number * 3 % cards}", f"c-{(number * 3 + 5) % cards}")
        for number in range(links)
    }
    return Roadmap(Timeline(JANUARY, 27), cards=MappingProxyType(made), links=MappingProxyType(lines))


def scene(deck: Deck, road: Roadmap, width: int = 80, height: int = 20, **more: object) -> RoadScene:
    """The scene as the board fits it to a size."""
    cards = known(deck)
    made = RoadScene(cards, road, offers=tuple(Offer(card) for card in cards), **more)  # type: ignore[arg-type]  # fields by name
    plan = road_layout(width, height, made, RoadView())
    return replace(
        made,
        as_list=plan.as_list,
        columns=plan.columns,
        room=plan.lanes.height,
        tray_columns=1 if plan.side else max(1, width // 26),
    )


def painted(scene: RoadScene, view: RoadView, width: int, height: int, *, ascii_only: bool = False) -> str:
    """The board as text."""
    return paint_road(scene, settled(scene, view), width, height).as_text(ascii_only=ascii_only)
