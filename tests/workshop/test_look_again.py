"""The day to look at a roadmap again is remembered when it has come, until something was changed on it (R58, R59)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from innovate_tui.workshop.road_wording import to_look_again
from innovate_tui.workshop.roadmap import Roadmap
from tests.decks import session

DAY = date(2027, 5, 6)
PASSED = "The roadmap was to be looked at again on 6 May 2027."


@pytest.mark.parametrize(
    ("days", "said"), [(-1, ""), (0, "Today is the day to look at the roadmap again."), (1, PASSED), (400, PASSED)]
)
def test_it_is_said_from_the_day_on(days: int, said: str) -> None:
    assert to_look_again(session(road=Roadmap(revisit=DAY)), DAY + timedelta(days)) == said


@pytest.mark.parametrize(("worked", "said"), [(-1, PASSED), (0, ""), (1, "")])
def test_a_change_on_the_day_or_later_has_looked_at_it(worked: int, said: str) -> None:
    road = Roadmap(revisit=DAY, worked=DAY + timedelta(worked))
    assert to_look_again(session(road=road), DAY + timedelta(9)) == said


def test_nothing_is_said_without_a_day_and_while_practising() -> None:
    assert to_look_again(session(road=Roadmap()), DAY) == ""
    assert to_look_again(replace(session(road=Roadmap(revisit=DAY)), practice=True), DAY) == ""
