"""Where a session goes on, and how far each board is in words."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from innovate_tui.workshop.going_on import going_on_at
from innovate_tui.workshop.quadrants import Quadrants
from innovate_tui.workshop.roadmap import Roadmap
from innovate_tui.workshop.session import Session
from innovate_tui.workshop.timeline import Month, Timeline
from innovate_tui.workshop.wording import board_state
from tests.decks import deck, session

PLACED = Quadrants().put("policy", 70, 60)
FIXED = PLACED.fix(datetime(2027, 3, 4, 10, tzinfo=UTC))
PLANNED = Roadmap(Timeline(Month(2027, 4)))
STUCK = PLANNED.fix(datetime(2027, 3, 4, 12, tzinfo=UTC))
RANKED = {1: "trust"}
TOOLS = dict.fromkeys(("diamond", "quadrants", "roadmap"), deck().tools["diamond"])
ALL = replace(deck(), tools=TOOLS)


@pytest.mark.parametrize(
    ("begun", "board"),
    [
        (session(), "diamond"),
        (session(at=RANKED), "diamond"),
        (session(at=RANKED, grid=PLACED), "quadrants"),
        (session(at=RANKED, grid=FIXED), "diamond"),
        (session(grid=FIXED), "quadrants"),
        (session(road=PLANNED), "roadmap"),
        (session(grid=PLACED, road=PLANNED), "roadmap"),
        (session(at=RANKED, road=PLANNED), "roadmap"),
        (session(at=RANKED, grid=PLACED, road=STUCK), "quadrants"),
        (session(grid=FIXED, road=STUCK), "roadmap"),
    ],
)
def test_a_session_goes_on_at_the_last_board_that_is_open_else_at_the_last_one_begun(
    begun: Session, board: str
) -> None:
    assert going_on_at(begun, ALL) == board


def test_a_deck_without_the_diamond_begins_at_its_first_tool() -> None:
    assert going_on_at(session(), replace(ALL, tools={"quadrants": TOOLS["quadrants"]})) == "quadrants"


@pytest.mark.parametrize("begun", [session(grid=PLACED), session(road=PLANNED)])
def test_a_board_that_the_deck_has_not_is_never_gone_to(begun: Session) -> None:
    assert going_on_at(begun, replace(ALL, tools={"diamond": TOOLS["diamond"]})) == "diamond"


def test_each_board_says_how_far_it_is() -> None:
    begun = session(at=RANKED, grid=PLACED, road=PLANNED)
    assert board_state("diamond", begun, ALL) == "1 of 9 placed"
    assert board_state("quadrants", begun, ALL) == "1 of 5 placed · 0 of 1 matched"
    assert board_state("roadmap", begun, ALL).startswith("April 2027 to March 2028")
