"""The cover: the boards are its ornament, and stand there as large as names and contents leave them."""

from dataclasses import replace

from innovate_tui.report.figures.shapes import Box, Words
from innovate_tui.report.layout import lay_out
from innovate_tui.report.pages import LEFT, Drawn, Role
from innovate_tui.report.scripts import APART, TOGETHER
from innovate_tui.report.summary import summarise
from innovate_tui.workshop.session import Person, Session
from tests.report.grid_sessions import both_tools
from tests.report.road_sessions import year_plan
from tests.report.sessions import DECK


def boards(now: Session) -> list[Drawn]:
    """The boards on the cover of a session."""
    page = lay_out(summarise(now, DECK))[0]
    return [drawn for drawn in page.drawn if drawn.element is not None and drawn.element.role is Role.FIGURE]


def test_two_boards_stand_beside_their_keys_where_there_is_little_room() -> None:
    """Under them they would be as small as a stamp, or not there at all."""
    under = boards(both_tools())
    road = year_plan().boards
    full = replace(both_tools().boards, roadmap=road.roadmap, checks=road.checks)
    there = {f"p-{n}": Person(f"p-{n}", f"A participant, number {n}") for n in range(8)}
    beside = boards(replace(both_tools(), boards=full, actions=year_plan().actions, people=there))
    assert len(under) == len(beside) == 2
    assert under[0].x == LEFT < beside[0].x
    assert beside[0].y == beside[1].y
    assert max(mark.x + mark.w for mark in beside[1].marks if isinstance(mark, Box)) > 35


def test_what_runs_backward_keeps_its_own_direction_beside_other_words() -> None:
    now = replace(both_tools(), group="عائلة", people={"p-1": Person("p-1", "عائلة"), "p-2": Person("p-2", "Jo")})
    page = lay_out(summarise(now, DECK))[0]
    lines = [mark.text for drawn in page.drawn for mark in drawn.marks if isinstance(mark, Words)]
    assert f"{APART}عائلة{TOGETHER}, Invented Borough of Eastmere" in lines
