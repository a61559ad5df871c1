"""In a small window the Roadmap is one period at a time: the same keys, left and right turn the period."""

from dataclasses import replace
from typing import cast

import pytest

from innovate_tui.ui.widgets import road_sight, road_view
from innovate_tui.ui.widgets.board_view import Direction
from innovate_tui.ui.widgets.road_layout import road_layout
from innovate_tui.ui.widgets.road_list import TOP
from innovate_tui.ui.widgets.road_mouse import item_at
from innovate_tui.ui.widgets.road_page import items_in
from innovate_tui.ui.widgets.road_scene import RoadScene, RoadView
from innovate_tui.ui.widgets.road_words import footer, where
from innovate_tui.workshop.deck import Act, Deck
from innovate_tui.workshop.offers import Offer
from innovate_tui.workshop.road_edits import AddToRoad, MoveOnRoad, PlaceStage
from innovate_tui.workshop.roadmap import Roadmap
from innovate_tui.workshop.stages import Stage
from innovate_tui.workshop.timeline import Timeline
from tests.ui.golden import looks_like
from tests.ui.road_scenes import JANUARY, painted, scene, year

SIZE = (60, 16)


@pytest.fixture
def shown(deck: Deck) -> RoadScene:
    return scene(deck, year(deck), *SIZE)


def go(shown: RoadScene, view: RoadView, *ways: str) -> RoadView:
    for way in ways:
        view = road_view.settled(shown, road_view.arrow(shown, view, cast("Direction", way)).view)
    return view


def test_a_period_holds_what_goes_on_in_it_too(shown: RoadScene) -> None:
    assert items_in(shown, RoadView(), 1) == (
        ("stage", "mobilising"),
        ("stage", "designing"),
        ("event", "e-1"),
        ("road", "c-4"),
        ("road", "c-1"),
        ("road", "c-8"),
    )
    assert ("road", "c-9") in items_in(shown, RoadView(), 3)


def test_left_and_right_turn_the_period_and_stop_at_the_ends(shown: RoadScene) -> None:
    view = go(shown, RoadView(), "left")
    assert view.page == 0
    view = go(shown, view, "right")
    assert (view.page, view.where, view.at) == (1, "stage", "mobilising")
    assert go(shown, view, *["right"] * 20).page == 8
    assert road_sight.pan(shown, view, end=True).view.page == 8
    assert road_sight.pan(shown, replace(view, page=8), end=False).view.page == 0


def test_an_empty_period_leads_to_the_tray_and_is_shown_all_the_same(shown: RoadScene) -> None:
    view = go(shown, RoadView(page=5), "right")
    assert (view.page, view.where) == (6, "tray")
    no_tray = replace(shown, offers=tuple(Offer(card.feature) for card in shown.road.cards.values()))
    view = go(no_tray, RoadView(page=5), "right")
    assert (view.page, view.where, view.at) == (6, "tray", "")
    assert where(no_tray, view).startswith("a adds")
    assert "press 7" in painted(no_tray, view, *SIZE)


def test_up_and_down_go_through_the_period_and_the_tray(shown: RoadScene) -> None:
    view = RoadView(where="road", at="c-8", page=1)
    tray = go(shown, view, "down")
    assert (tray.where, tray.at) == ("tray", shown.tray[0])
    assert go(shown, tray, "down").at == shown.tray[1]
    assert go(shown, tray, "down", "down", "up", "up", "up").at == "c-8"
    assert go(shown, go(shown, tray, "down"), "up", "up", "down").at == shown.tray[0]
    assert go(shown, view, "up", "up", "up", "up", "up", "up", "up").at == "mobilising"


def test_while_a_link_is_drawn_only_periods_with_cards_are_turned_to(shown: RoadScene) -> None:
    road = shown.road.without_card("c-1").without_card("c-4").without_card("c-8")
    linking = RoadView(where="road", at="c-0", linking="c-0", page=0)
    assert go(replace(shown, road=road), linking, "right").page == 2
    assert go(shown, replace(linking, at="c-6", page=4), "right").page == 4
    assert go(shown, replace(linking, at="c-8", page=1), "down").where == "road"


def test_the_page_follows_what_is_chosen_placed_or_in_hand(shown: RoadScene) -> None:
    assert road_view.capital(shown, RoadView(), "K").view.page == 4
    stays = road_view.reach(shown, RoadView(page=3), "c-9")
    assert stays.page == 3  # it goes on there
    edit = AddToRoad("c-new", shown.tray[0], JANUARY + 15)
    assert road_view.after_edit(shown, shown, RoadView(at=shown.tray[0]), edit).page == 5
    card = road_view.carry(shown, RoadView(where="road", at="c-6", page=4)).view
    card = go(shown, card, "right", "down", "up")
    assert (card.page, where(shown, card)) == (5, "In hand: Regulation. Apr–Jun 2028.")
    assert road_view.enter(shown, card).edit == MoveOnRoad("c-6", JANUARY + 15)
    tray = road_view.carry(shown, RoadView(at=shown.tray[0], page=6)).view
    added = road_view.enter(shown, tray).edit
    assert isinstance(added, AddToRoad)
    assert added.from_month == JANUARY + 18
    stage = go(shown, road_view.carry(shown, RoadView(where="stage", at="designing", page=1)).view, *["right"] * 3)
    assert stage.page == 2
    assert road_view.enter(shown, stage).edit == PlaceStage(Stage.DESIGNING, JANUARY + 6, JANUARY + 11)


def test_a_digit_names_a_period_of_the_nine_in_sight(shown: RoadScene) -> None:
    edit = road_view.digit(shown, RoadView(at=shown.tray[0], page=2), 9).edit
    assert isinstance(edit, AddToRoad)
    assert edit.from_month == JANUARY + 24


def test_in_other_divisions_the_same_month_is_shown(shown: RoadScene) -> None:
    months = road_sight.zoom(shown, RoadView(page=4, at=shown.tray[0])).view
    assert months.page == 12
    assert months.column <= 12 < months.column + shown.columns
    shorter = replace(shown, road=Roadmap(Timeline(JANUARY)))
    assert road_view.settled(shorter, replace(months, zoom=None)).page == 3
    assert road_view.settled(shorter, RoadView(where="road", at="gone", page=8)).page == 3


def test_the_last_row_says_how_to_turn(shown: RoadScene) -> None:
    for view in (RoadView(at=shown.tray[0]), RoadView(where="road", at="c-0"), RoadView(where="stage", at="designing")):
        assert footer(shown, view, Act.BUILD)[0].key == "←→"


def test_the_mouse_finds_the_rows(shown: RoadScene) -> None:
    view = RoadView(where="road", at="c-4", page=1)
    plan = road_layout(*SIZE, shown, view)
    assert item_at(plan, shown, view, 9, TOP + 2) == ("event", "e-1")
    assert item_at(plan, shown, view, 9, TOP - 1) is None
    held = replace(view, hand="c-4", over=(1, 0))
    assert item_at(plan, shown, held, 9, TOP + 5) is None


@pytest.mark.parametrize("what", ["card", "stage"])
def test_in_hand(shown: RoadScene, what: str) -> None:
    begin = RoadView(where="road", at="c-4") if what == "card" else RoadView(where="stage", at="designing")
    held = go(shown, road_view.carry(shown, replace(begin, page=1)).view, "right", "right", "right")
    looks_like(f"roadmap-{what}-in-hand-60x20", painted(shown, held, *SIZE))
