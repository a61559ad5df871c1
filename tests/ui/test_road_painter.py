"""The timeline as a picture at several sizes: golden text."""

from dataclasses import replace
from datetime import date

import pytest

from innovate_tui.ui.widgets.road_beneath import shared_out
from innovate_tui.ui.widgets.road_layout import road_layout
from innovate_tui.ui.widgets.road_mouse import item_at, over_at
from innovate_tui.ui.widgets.road_scene import RoadView
from innovate_tui.workshop.deck import Deck
from innovate_tui.workshop.roadmap import Event, Roadmap
from tests.ui.golden import looks_like
from tests.ui.road_scenes import crowded, painted, scene, year

CHOSEN = RoadView(where="road", at="c-4")
BOARDS = {"80x24": (80, 20), "100x30": (100, 26), "160x50": (160, 46), "79x24": (79, 20), "60x20": (60, 16)}


@pytest.mark.parametrize("size", BOARDS)
def test_a_year_and_more(deck: Deck, size: str) -> None:
    width, height = BOARDS[size]
    looks_like(f"roadmap-{size}", painted(scene(deck, year(deck), width, height), CHOSEN, width, height))


def test_in_ascii(deck: Deck) -> None:
    shown = painted(scene(deck, year(deck)), CHOSEN, 80, 20, ascii_only=True)
    assert shown.isascii()
    looks_like("roadmap-80x24-ascii", shown)


def test_the_cursor_in_the_tray(deck: Deck) -> None:
    looks_like("roadmap-tray-80x24", painted(scene(deck, year(deck)), RoadView(), 80, 20))


def test_a_card_in_hand(deck: Deck) -> None:
    view = RoadView(where="road", at="c-4", hand="c-4", over=(2, 1))
    looks_like("roadmap-in-hand-80x24", painted(scene(deck, year(deck)), view, 80, 20))


def test_without_a_timeframe(deck: Deck) -> None:
    shown = painted(scene(deck, Roadmap()), RoadView(), 80, 20)
    assert "Enter agrees one" in shown


def test_forty_cards_with_twenty_links_stay_legible(deck: Deck) -> None:
    shown = painted(scene(deck, crowded(deck)), RoadView(where="road", at="c-30"), 80, 20)
    assert "only the chosen card's are drawn" in shown
    looks_like("roadmap-crowded-80x24", shown)


def test_four_hundred_cards_can_be_painted(deck: Deck) -> None:
    painted(scene(deck, crowded(deck, 400, 200)), RoadView(where="road", at="c-399"), 80, 20)


@pytest.mark.parametrize("width", range(60, 170, 7))
@pytest.mark.parametrize("height", [16, 20, 26, 46])
def test_every_size_can_be_painted(deck: Deck, width: int, height: int) -> None:
    for road in (Roadmap(), year(deck)._replace(cards={}, links={}), year(deck)):
        for view in (RoadView(), CHOSEN, RoadView(where="stage", at="designing"), RoadView(where="event", at="e-2")):
            painted(scene(deck, road, width, height), view, width, height)


def test_the_mouse_finds_what_is_painted(deck: Deck) -> None:
    shown = scene(deck, year(deck))
    plan = road_layout(80, 20, shown, CHOSEN)
    rows = painted(shown, CHOSEN, 80, 20).splitlines()
    y = next(row for row, line in enumerate(rows) if "Coproduce" in line)
    assert item_at(plan, shown, CHOSEN, rows[y].index("Coproduce"), y) == ("road", "c-4")
    y = next(row for row, line in enumerate(rows) if "council elections" in line)
    assert item_at(plan, shown, CHOSEN, rows[y].index("council"), y) == ("event", "e-1")
    y = next(row for row, line in enumerate(rows) if "Designing?" in line)
    assert item_at(plan, shown, CHOSEN, rows[y].index("Designing?"), y) == ("stage", "designing")
    assert over_at(plan, shown, CHOSEN, plan.x(2) + 3, plan.lanes.y) == (2, 0)


@pytest.mark.parametrize(
    ("rows", "lines", "whole"),
    [
        (1, ["a …"], False),
        (2, ["a …", "c …"], False),
        (3, ["a …", "c …", "f"], False),
        (4, ["a", "b", "c …", "f"], False),
        (6, ["a", "b", "c", "d", "e", "f"], True),
        (9, ["a", "b", "c", "d", "e", "f"], True),
    ],
)
def test_each_text_has_a_row_before_any_has_two(rows: int, lines: list[str], whole: bool) -> None:
    texts = [(("a", "b"), "text"), (("c", "d", "e"), "warning"), (("f",), "text")]
    found, complete = shared_out(texts, rows)
    assert ([line for line, _ in found], complete) == (lines, whole)


def test_what_is_cut_beneath_the_lanes_says_which_key_shows_it_all(deck: Deck) -> None:
    road = year(deck).saying_why("c-4", "Because the young people asked for it, and nobody else had. " * 2)
    rows = painted(scene(deck, road), CHOSEN, 80, 20).splitlines()
    assert rows[-3].endswith("enter shows all")
    assert "enter shows all" not in painted(scene(deck, road), replace(CHOSEN, linking="c-0"), 80, 20)
    assert "enter shows all" not in painted(scene(deck, year(deck)), CHOSEN, 80, 20)


def test_stages_and_events_out_of_sight_take_no_rows(deck: Deck) -> None:
    road = year(deck)
    late = Event("e-9", date(2028, 5, 8), "another council election")
    road = road._replace(events={**road.events, "e-3": late, "e-4": late._replace(id="e-4", on=date(2028, 5, 9))})
    shown = scene(deck, road)
    plan = road_layout(80, 20, shown, RoadView())
    assert (plan.bands, plan.events) == (2, 1)
    plan = road_layout(80, 20, shown, RoadView(column=4))
    assert (plan.bands, plan.events) == (1, 2)


@pytest.mark.parametrize("size", [(80, 20), (100, 26)])
def test_where_the_tray_has_the_rows_nothing_else_shows_between_its_cards(deck: Deck, size: tuple[int, int]) -> None:
    shown = scene(deck, year(deck))
    first = shown.tray[0]
    expert = {first: "Somebody whose name is long enough to reach the next card of the tray"}
    at = RoadView(where="tray", at=first)
    plain = painted(shown, at, *size).splitlines()
    assert painted(replace(shown, experts=expert), at, *size).splitlines()[-2:] == plain[-2:]
    assert "expert" in painted(replace(shown, experts={first: "Bo"}), at, *size)
