"""The cover: the boards are its ornament, and stand there as large as names and contents leave them."""

from dataclasses import replace

from innovate_tui.report.figures.shapes import Box, Words
from innovate_tui.report.layout import lay_out
from innovate_tui.report.pages import LEFT, Drawn, Role
from innovate_tui.report.scripts import APART, TOGETHER
from innovate_tui.report.summary import summarise
from innovate_tui.report.tagging import frame
from innovate_tui.workshop.session import Person, Session
from tests.report.conftest import laid_out
from tests.report.grid_sessions import both_tools
from tests.report.road_sessions import year_plan
from tests.report.sessions import DECK


def boards(now: Session) -> list[Drawn]:
    """The boards on the cover of a session."""
    page = lay_out(summarise(now, DECK))[0]
    return [drawn for drawn in page.drawn if drawn.element is not None and drawn.element.role is Role.FIGURE]


def test_three_boards_stand_in_a_row_without_their_keys_where_there_is_little_room() -> None:
    """With their keys they would be as small as a stamp, or not there at all."""
    under = boards(both_tools())
    road = year_plan().boards
    full = replace(both_tools().boards, roadmap=road.roadmap, checks=road.checks)
    there = {f"p-{n}": Person(f"p-{n}", f"A participant, number {n}") for n in range(8)}
    row = boards(replace(both_tools(), boards=full, actions=year_plan().actions, people=there))
    assert len(under) == 2
    assert len(row) == 3
    assert under[0].x == row[0].x == LEFT
    assert row[0].y == row[1].y == row[2].y < under[0].y
    assert max(mark.x + mark.w for mark in row[1].marks if isinstance(mark, Box)) > 35


def test_what_runs_backward_keeps_its_own_direction_beside_other_words() -> None:
    now = replace(both_tools(), group="عائلة", people={"p-1": Person("p-1", "عائلة"), "p-2": Person("p-2", "Jo")})
    page = lay_out(summarise(now, DECK))[0]
    lines = [mark.text for drawn in page.drawn for mark in drawn.marks if isinstance(mark, Words)]
    assert f"{APART}عائلة{TOGETHER}, Invented Borough of Eastmere" in lines


def boards_on(name: str) -> list[tuple[str, float]]:
    """The boards on a cover: what each shows, and how wide it is."""
    figures = [d for d in laid_out(name)[0].drawn if d.element and d.element.role is Role.FIGURE]
    return [(d.element.alternative, frame([d], 297).right - frame([d], 297).left) for d in figures if d.element]


def test_every_board_that_was_begun_is_on_the_cover() -> None:
    assert [told.split(" of ")[0].split(" from ")[0] for told, _ in boards_on("year_plan")] == [
        "A small diamond",
        "A small grid",
        "A small timeline",
    ]
    ((told, wide),) = boards_on("many_cards")
    assert told == "A small timeline from April 2026 to March 2030 with 60 cards."
    assert wide > 120 / 25.4 * 72
    assert not boards_on("only_actions") or "timeline" not in str(boards_on("only_actions"))
    assert "timeline" not in str(boards_on("only_timeframe"))
