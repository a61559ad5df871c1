"""What the timer says: few words in the title row, its strip, a sentence when something is due."""

from dataclasses import replace
from datetime import timedelta

import pytest

from innovate_tui.storage.deck_files import open_content
from innovate_tui.storage.locations import content_folder
from innovate_tui.workshop import clock_wording
from innovate_tui.workshop.clock import MINUTE, Clock, Signal, Timing
from innovate_tui.workshop.deck import Act, Mode
from innovate_tui.workshop.spelling import ONE_ROW
from tests.workshop.test_clock import FIX, NOW, ORDER, READ, STEPS, words

TOOLS = open_content(content_folder()).deck().tools
START = Clock(0.0).at("diamond", STEPS, Act.ORDER)


def after(minutes: float, act: Act = Act.ORDER) -> Clock:
    """A clock whose timer has run for so many minutes of a step."""
    clock = START.at("diamond", STEPS, act).turned()
    return replace(clock, ran={clock.step: minutes * MINUTE})


@pytest.mark.parametrize(
    ("minutes", "shown"),
    [
        (0, "13 min left"),
        (0.01, "13 min left"),
        (1, "12 min left"),
        (10.99, "3 min left"),
        (11, "2:00 left"),
        (11 + 10 / 60, "1:50 left"),
        (12 + 55 / 60, "0:05 left"),
        (13, "time is up"),
        (13.99, "time is up"),
        (14, "1 min over"),
        (16.5, "3 min over"),
        (80, "67 min over"),
    ],
)
def test_the_title_says_whole_minutes_and_seconds_only_at_the_end(minutes: float, shown: str) -> None:
    assert clock_wording.in_title(after(minutes), NOW) == shown


@pytest.mark.parametrize(
    ("minutes", "shown"),
    [(0, "13 min, paused"), (11.5, "1:30, paused"), (13, "time is up, paused"), (16, "3 min over, paused")],
)
def test_paused_it_says_so(minutes: float, shown: str) -> None:
    paused = after(minutes).turned()
    assert paused.timing is Timing.PAUSED
    assert clock_wording.in_title(paused, NOW) == shown


def test_a_step_without_a_plan_counts_up() -> None:
    assert clock_wording.in_title(after(4.5, Act.REVIEW), NOW) == "4 min so far"
    assert clock_wording.in_title(after(4.5, Act.REVIEW).turned(), NOW) == "4 min, paused"


def test_a_timer_that_nobody_started_says_nothing() -> None:
    assert clock_wording.in_title(START, NOW) == ""
    assert clock_wording.in_title(Clock(0.0), NOW) == ""
    assert clock_wording.in_title(Clock(0.0).turned(), NOW) == "", "there is no step to time yet"


def test_a_break_says_until_when() -> None:
    resting = START.rest(NOW)
    assert clock_wording.in_title(resting, NOW) == "break until 11:10"
    assert clock_wording.strip(resting, NOW) == "Break until 11:10. Nothing is counted."
    late = NOW + timedelta(minutes=20)
    assert clock_wording.in_title(resting, late) == "break is over"
    assert clock_wording.strip(resting, late) == "The break was until 11:10."
    assert clock_wording.said(Signal.BREAK_OVER, resting, NOW) == "The break was until 11:10. t and space go on."


def test_the_strip_says_the_step_its_minutes_and_how_it_stands() -> None:
    assert clock_wording.strip(START, NOW) == "Order, 9 to 13 minutes. The timer is not running."
    assert clock_wording.strip(after(3), NOW) == "Order, 9 to 13 minutes: 10 min left."
    behind = replace(after(3), ran={READ: 9 * MINUTE, ORDER: 3 * MINUTE})
    assert clock_wording.strip(behind, NOW) == "Order, 9 to 13 minutes: 10 min left. In all 3 min behind."
    ahead = replace(after(3), ran={READ: 5 * MINUTE, ORDER: 3 * MINUTE})
    assert clock_wording.strip(ahead, NOW) == "Order, 9 to 13 minutes: 10 min left. In all 1 min ahead."
    assert clock_wording.strip(after(3, Act.REVIEW), NOW) == "Step back: 3 min so far."
    assert clock_wording.strip(Clock(0.0), NOW) == "The timer begins on a board."


def test_a_laptop_that_slept_is_told_in_minutes() -> None:
    slept = replace(START, slept=40 * MINUTE)
    assert clock_wording.said(Signal.SLEPT, slept, NOW) == "The laptop slept 40 minutes; the timer waited."


def test_two_minutes_before_the_end_it_says_what_adds_time() -> None:
    assert clock_wording.said(Signal.SOON, after(11), NOW) == "2 minutes left for this step, until 10:59. t adds time."
    assert clock_wording.said(Signal.SOON, after(12.5), NOW) == "1 minute left for this step, until 10:58. t adds time."


def test_running_late_tells_what_is_to_come_and_the_shortest_times_and_leaves_it_to_the_room() -> None:
    late = after(9, Act.READ)
    full = "3 minutes behind. Left: Order, Fix: at least 10 minutes by the toolkit's shortest times. You decide."
    assert clock_wording.said(Signal.LATE, late, NOW, 200) == full
    least = "3 minutes behind. Left: Order, Fix: at least 10 minutes. You decide."
    assert clock_wording.said(Signal.LATE, late, NOW, 78) == least
    few = "3 min behind. 2 steps to come: 10 min at the toolkit's shortest. You decide."
    many = replace(late, steps=(STEPS[0], *((act, words(f"{step.title} by name", 5, 9)) for act, step in STEPS[1:3])))
    assert clock_wording.said(Signal.LATE, many, NOW, len(few)) == few
    assert (
        clock_wording.said(Signal.LATE, many, NOW, 10)
        == "3 minutes behind. 2 steps to come: at least 10 minutes. You decide."
    )


def test_a_step_that_runs_over_when_the_room_is_not_late_on_the_whole() -> None:
    early = replace(after(0), ran={READ: 2 * MINUTE, ORDER: 16 * MINUTE})
    assert clock_wording.said(Signal.LATE, early, NOW) == "3 minutes over. The next step can wait, or . goes on."


def test_the_last_step_offers_no_next_one() -> None:
    only = Clock(0.0).at("diamond", STEPS[:3], Act.FIX).turned()
    over = replace(only, ran={FIX: 6 * MINUTE})
    assert clock_wording.said(Signal.LATE, over, NOW) == "4 minutes over. This is the last step."


def test_what_is_said_of_being_late_fits_one_row_at_80_columns_in_every_step_that_ships() -> None:
    for tool in TOOLS.values():
        for mode in Mode:
            steps = tool.steps_for(mode)
            for act, step in steps:
                clock = Clock(0.0).at(tool.id, steps, act).turned()
                over = replace(clock, ran={clock.step: (step.most + 12) * MINUTE})
                assert len(clock_wording.said(Signal.LATE, over, NOW)) <= ONE_ROW
                assert len(clock_wording.strip(over, NOW)) <= ONE_ROW
