"""The clock of a session: the timer by step, breaks, the time spent; gaps, jumps and clocks that go back."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innovate_tui.workshop.clock import (
    ASLEEP,
    IDLE,
    LOOK,
    MINUTE,
    Clock,
    Signal,
    Timing,
    Tone,
    back_at,
)
from innovate_tui.workshop.deck import Act, StepWords

NOW = datetime(2026, 3, 12, 10, 57, 30, tzinfo=UTC)
"""A time of day; it matters for breaks alone."""


def words(title: str, least: int, most: int) -> StepWords:
    return StepWords(title, title, "", "", least=least, most=most)


STEPS = (
    (Act.READ, words("Read", 4, 6)),
    (Act.ORDER, words("Order", 9, 13)),
    (Act.FIX, words("Fix", 1, 2)),
    (Act.REVIEW, words("Step back", 0, 0)),
)
READ, ORDER, FIX, REVIEW = (("diamond", act) for act, _ in STEPS)


class Room:
    """A clock with a hand on it: minutes go by, keys are pressed."""

    def __init__(self, act: Act = Act.ORDER) -> None:
        self.moment = 1000.0
        self.touched = 1000.0
        self.clock = Clock(self.moment).at("diamond", STEPS, act)

    def wait(self, seconds: float, every: float = LOOK) -> None:
        """Let time go by, with a look as often as an open program takes one."""
        end = self.moment + seconds
        while self.moment < end:
            self.moment = min(end, self.moment + every)
            self.look()

    def look(self) -> None:
        self.clock = self.clock.up_to(self.moment, self.touched)

    def jump(self, seconds: float) -> None:
        """The lid is closed, or the clock goes wrong: one look, so much later."""
        self.moment += seconds
        self.look()

    def start(self) -> None:
        self.clock = self.clock.turned()

    def step(self, act: Act) -> None:
        self.clock = self.clock.at("diamond", STEPS, act)

    @property
    def left(self) -> float:
        left = self.clock.left
        assert left is not None
        return left


@pytest.fixture
def room() -> Room:
    return Room()


# --- the timer --------------------------------------------------------------------------------------------------------


def test_nothing_is_shown_and_nothing_runs_before_somebody_starts_it(room: Room) -> None:
    room.wait(40 * MINUTE)
    assert room.clock.timing is Timing.NEVER
    assert not room.clock.shown
    assert room.left == 13 * MINUTE
    assert room.clock.tone(NOW) is Tone.QUIET
    assert room.clock.due(NOW) is None


def test_it_counts_while_it_runs_and_stands_still_while_it_is_paused(room: Room) -> None:
    room.start()
    room.wait(3 * MINUTE)
    assert room.left == 10 * MINUTE
    room.start()
    assert room.clock.timing is Timing.PAUSED
    room.wait(5 * MINUTE)
    assert room.left == 10 * MINUTE
    room.start()
    room.wait(MINUTE)
    assert room.left == 9 * MINUTE


def test_a_minute_may_be_added_again_and_again(room: Room) -> None:
    room.start()
    room.clock = room.clock.longer().longer()
    assert room.left == 15 * MINUTE


def test_the_next_step_starts_with_its_own_minutes_and_the_one_before_keeps_what_was_left(room: Room) -> None:
    room.start()
    room.wait(4 * MINUTE)
    room.step(Act.FIX)
    assert room.left == 2 * MINUTE
    room.wait(MINUTE)
    assert room.left == MINUTE
    room.step(Act.ORDER)
    assert room.left == 9 * MINUTE
    room.step(Act.FIX)
    assert room.left == MINUTE


def test_what_steps_ran_over_or_under_is_carried_along(room: Room) -> None:
    room.step(Act.READ)
    room.start()
    room.wait(8 * MINUTE)
    assert room.clock.behind == 2 * MINUTE
    room.step(Act.ORDER)
    assert room.clock.behind == 2 * MINUTE
    room.wait(9 * MINUTE)
    assert room.clock.behind == 2 * MINUTE, "minutes that are left are no gain yet"
    room.step(Act.FIX)
    assert room.clock.behind == -2 * MINUTE


def test_minutes_that_were_added_are_a_delay_once_they_are_used(room: Room) -> None:
    room.start()
    room.clock = room.clock.longer()
    room.wait(14 * MINUTE)
    assert room.left == 0
    assert room.clock.behind == MINUTE


def test_steps_that_were_only_looked_at_ahead_change_nothing(room: Room) -> None:
    room.start()
    room.wait(2 * MINUTE)
    room.step(Act.FIX)
    room.wait(1)
    room.step(Act.ORDER)
    assert room.clock.behind == 0
    assert room.left == 11 * MINUTE


def test_a_step_without_a_plan_counts_up_and_hurries_nobody(room: Room) -> None:
    room.step(Act.REVIEW)
    room.start()
    room.wait(50 * MINUTE)
    assert room.clock.left is None
    assert room.clock.run == 50 * MINUTE
    assert room.clock.tone(NOW) is Tone.QUIET
    assert room.clock.due(NOW) is None
    assert room.clock.behind == 0
    room.clock = room.clock.longer()
    assert room.clock.left is None


def test_another_tool_has_steps_and_minutes_of_its_own(room: Room) -> None:
    room.start()
    room.wait(4 * MINUTE)
    room.clock = room.clock.at("quadrants", ((Act.ORDER, words("Place", 4, 7)),), Act.ORDER, working=True)
    assert room.left == 7 * MINUTE
    room.clock = room.clock.at("diamond", STEPS, Act.ORDER, working=True)
    assert room.left == 9 * MINUTE


def test_what_is_still_to_come_are_the_steps_with_a_plan(room: Room) -> None:
    assert [each.title for each in room.clock.to_come] == ["Fix"]


# --- lids and clocks --------------------------------------------------------------------------------------------------


def test_a_closed_lid_is_not_counted_and_is_said_once(room: Room) -> None:
    room.start()
    room.wait(3 * MINUTE)
    room.jump(40 * MINUTE)
    assert room.left == 10 * MINUTE
    assert room.clock.due(NOW) is Signal.SLEPT
    assert room.clock.slept == 40 * MINUTE
    room.clock = room.clock.after_saying(Signal.SLEPT)
    assert room.clock.due(NOW) is None
    room.wait(MINUTE)
    assert room.left == 9 * MINUTE
    assert room.clock.due(NOW) is None


def test_two_naps_are_said_together(room: Room) -> None:
    room.start()
    room.jump(10 * MINUTE)
    room.jump(20 * MINUTE)
    assert room.clock.slept == 30 * MINUTE


@pytest.mark.parametrize("waiting", ["never", "paused", "break"])
def test_a_lid_that_is_closed_while_nothing_runs_is_not_worth_a_word(room: Room, waiting: str) -> None:
    if waiting == "paused":
        room.start()
        room.start()
    elif waiting == "break":
        room.start()
        room.clock = room.clock.rest(NOW)
    room.jump(40 * MINUTE)
    assert room.clock.slept == 0
    assert room.clock.due(NOW) is None


def test_a_look_that_is_only_late_counts_whole(room: Room) -> None:
    room.start()
    room.jump(ASLEEP)
    assert room.left == 10 * MINUTE
    assert room.clock.due(NOW) is None


@pytest.mark.parametrize("back", [-0.5, -MINUTE, -86400.0, -1e9])
def test_a_clock_that_goes_back_counts_nothing_and_goes_on_from_there(room: Room, back: float) -> None:
    room.start()
    room.wait(MINUTE)
    room.jump(back)
    assert room.left == 12 * MINUTE
    assert room.clock.due(NOW) is None
    room.touched = room.moment
    room.wait(2 * MINUTE)
    assert room.left == 10 * MINUTE


@given(st.lists(st.floats(-1e9, 1e9, allow_nan=False), max_size=12))
def test_whatever_the_clock_does_no_look_counts_more_than_a_short_gap(jumps: list[float]) -> None:
    room = Room()
    room.start()
    for jump in jumps:
        before = room.left
        room.jump(jump)
        assert 0 <= before - room.left <= ASLEEP
        assert 0 <= room.clock.spent.get(ORDER, 0.0) <= ASLEEP * len(jumps)


@given(st.lists(st.floats(0.01, ASLEEP), min_size=1, max_size=30))
def test_however_often_one_looks_the_same_time_goes_by(gaps: list[float]) -> None:
    room = Room()
    room.start()
    for gap in gaps:
        room.touched = room.moment
        room.jump(gap)
    assert room.left == pytest.approx(13 * MINUTE - sum(gaps))
    assert room.clock.spent[ORDER] == pytest.approx(sum(gaps))


# --- breaks -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("now", "back"),
    [("10:57:30", "11:10"), ("11:00:00", "11:10"), ("11:00:01", "11:15"), ("23:52:00", "00:05"), ("11:05:00", "11:15")],
)
def test_a_break_is_ten_minutes_at_least_and_ends_on_the_next_five(now: str, back: str) -> None:
    assert f"{back_at(datetime.fromisoformat(f'2026-03-12T{now}+00:00')):%H:%M}" == back


def test_in_a_break_nothing_counts_and_afterwards_it_goes_on_as_it_was(room: Room) -> None:
    room.start()
    room.wait(3 * MINUTE)
    room.clock = room.clock.rest(NOW)
    assert room.clock.shown
    room.wait(12 * MINUTE)
    assert room.left == 10 * MINUTE
    assert room.clock.spent[ORDER] == 3 * MINUTE
    room.start()
    assert room.clock.until is None
    assert room.clock.timing is Timing.RUNNING
    room.wait(MINUTE)
    assert room.left == 9 * MINUTE


def test_b_again_ends_the_break_and_a_room_without_a_timer_has_none_after_it(room: Room) -> None:
    room.clock = room.clock.rest(NOW)
    assert room.clock.shown
    room.clock = room.clock.rest(NOW)
    assert room.clock.timing is Timing.NEVER
    assert not room.clock.shown


def test_the_end_of_a_break_is_said_once_and_again_if_it_was_made_longer(room: Room) -> None:
    room.clock = room.clock.rest(NOW)
    end = room.clock.until
    assert end is not None
    assert room.clock.due(end - timedelta(seconds=1)) is None
    assert room.clock.tone(end - timedelta(seconds=1)) is Tone.QUIET
    assert room.clock.due(end) is Signal.BREAK_OVER
    assert room.clock.tone(end) is Tone.LATE
    room.clock = room.clock.after_saying(Signal.BREAK_OVER)
    room.step(Act.FIX)
    assert room.clock.due(end) is None
    room.clock = room.clock.longer()
    assert room.clock.until == end + timedelta(minutes=5)
    assert room.clock.due(end) is None
    assert room.clock.due(end + timedelta(minutes=5)) is Signal.BREAK_OVER
    room.clock = room.clock.after_saying(Signal.BREAK_OVER).turned().rest(NOW)
    assert room.clock.due(end) is Signal.BREAK_OVER, "the next break ends too"


def test_a_break_may_be_had_before_there_is_a_board() -> None:
    clock = Clock(0.0).rest(NOW)
    assert clock.due(NOW + timedelta(hours=1)) is Signal.BREAK_OVER
    assert clock.after_saying(Signal.BREAK_OVER).due(NOW + timedelta(hours=1)) is None


# --- what is due ------------------------------------------------------------------------------------------------------


def test_two_minutes_before_the_end_is_said_once_and_again_after_more_minutes(room: Room) -> None:
    room.start()
    room.wait(10 * MINUTE)
    assert room.clock.due(NOW) is None
    assert room.clock.tone(NOW) is Tone.QUIET
    room.wait(MINUTE)
    assert room.clock.due(NOW) is Signal.SOON
    assert room.clock.tone(NOW) is Tone.SOON
    room.clock = room.clock.after_saying(Signal.SOON)
    assert room.clock.due(NOW) is None
    room.clock = room.clock.longer()
    assert room.clock.due(NOW) is None
    assert room.clock.tone(NOW) is Tone.QUIET
    room.wait(MINUTE)
    assert room.clock.due(NOW) is Signal.SOON


def test_a_step_of_two_minutes_does_not_begin_with_its_end(room: Room) -> None:
    room.step(Act.FIX)
    room.start()
    room.wait(MINUTE)
    assert room.clock.due(NOW) is None
    assert room.clock.tone(NOW) is Tone.QUIET, "nor is it pressed for time from its beginning"
    room.wait(MINUTE)
    assert room.clock.tone(NOW) is Tone.LATE


def test_minutes_that_are_added_to_a_short_step_give_it_an_end_to_be_told(room: Room) -> None:
    room.step(Act.FIX)
    room.start()
    for _ in range(3):
        room.clock = room.clock.longer()
    room.wait(3 * MINUTE)
    assert room.clock.tone(NOW) is Tone.SOON


def test_another_tool_is_only_looked_at_while_the_timer_runs(room: Room) -> None:
    room.start()
    room.wait(4 * MINUTE)
    grid = ((Act.SHARE, words("Share", 1, 2)), (Act.ORDER, words("Place", 4, 7)))
    room.clock = room.clock.at("quadrants", grid, Act.SHARE)
    room.clock = room.clock.at("quadrants", grid, Act.SHARE)
    assert room.left == 9 * MINUTE, "its step has not begun"
    room.wait(MINUTE)
    room.clock = room.clock.at("diamond", STEPS, Act.ORDER)
    assert room.left == 8 * MINUTE
    looked = room.clock.at("quadrants", grid, Act.SHARE)
    assert looked.at("quadrants", grid, Act.ORDER).left == 7 * MINUTE, "another of its steps was asked for"
    assert looked.at("quadrants", grid, Act.SHARE, working=True).left == 2 * MINUTE
    assert looked.turned().turned().left == 2 * MINUTE, "the timer was started there anew"
    assert looked.at("roadmap", grid, Act.SHARE).left == 8 * MINUTE, "and then yet another tool"
    assert Clock(0.0).at("diamond", STEPS, Act.ORDER).at("quadrants", grid, Act.SHARE).tool == "quadrants"


def test_running_over_is_said_once_for_each_overrun(room: Room) -> None:
    room.start()
    room.wait(15 * MINUTE)
    assert room.clock.tone(NOW) is Tone.LATE
    assert room.clock.due(NOW) is None, "not at once: a step may end when it ends"
    room.wait(MINUTE)
    assert room.clock.due(NOW) is Signal.LATE
    room.clock = room.clock.after_saying(Signal.LATE)
    room.wait(20 * MINUTE)
    assert room.clock.due(NOW) is None
    room.step(Act.FIX)
    room.step(Act.ORDER)
    assert room.clock.due(NOW) is None
    for _ in range(24):
        room.clock = room.clock.longer()
    assert room.left == MINUTE
    room.wait(4 * MINUTE)
    assert room.clock.due(NOW) is Signal.LATE


def test_another_step_that_runs_over_is_another_overrun(room: Room) -> None:
    room.start()
    room.wait(16 * MINUTE)
    room.clock = room.clock.after_saying(Signal.LATE)
    room.step(Act.FIX)
    room.wait(5 * MINUTE)
    assert room.clock.due(NOW) is Signal.LATE


def test_a_timer_that_is_paused_says_nothing_and_has_no_colour(room: Room) -> None:
    room.start()
    room.wait(17 * MINUTE)
    room.start()
    assert room.clock.due(NOW) is None
    assert room.clock.tone(NOW) is Tone.QUIET


def test_the_bell_has_one_moment(room: Room) -> None:
    room.start()
    rung = []
    for _ in range(15):
        before = room.clock
        room.wait(MINUTE)
        rung.append(room.clock.rings(before))
    assert rung == [False] * 12 + [True] + [False] * 2


def test_another_step_rings_no_bell(room: Room) -> None:
    room.step(Act.FIX)
    room.start()
    room.wait(3 * MINUTE)
    over = room.clock
    room.step(Act.ORDER)
    assert not over.rings(room.clock)


# --- how often one looks ----------------------------------------------------------------------------------------------


def test_one_looks_once_a_minute_and_once_a_second_in_the_last_two(room: Room) -> None:
    assert room.clock.next_look(NOW) == LOOK
    room.start()
    looks = []
    while room.left > -2 * MINUTE:
        wait = room.clock.next_look(NOW)
        looks.append(wait)
        room.jump(wait)
    assert looks == [60.0] * 11 + [1.0] * 120 + [60.0] * 2


def test_a_look_between_two_minutes_waits_for_the_next_full_one(room: Room) -> None:
    room.start()
    room.jump(10)
    assert room.clock.next_look(NOW) == pytest.approx(50)
    room.wait(10 * MINUTE + 55.25)
    assert room.clock.next_look(NOW) == pytest.approx(0.75)


def test_in_a_break_one_looks_when_it_ends(room: Room) -> None:
    room.clock = room.clock.rest(NOW)
    end = room.clock.until
    assert end is not None
    assert room.clock.next_look(NOW) == LOOK
    assert room.clock.next_look(end - timedelta(seconds=20)) == 20
    assert room.clock.next_look(end) == LOOK


# --- the time spent ---------------------------------------------------------------------------------------------------


def test_time_is_spent_on_the_step_in_sight_with_or_without_a_timer(room: Room) -> None:
    room.wait(4 * MINUTE)
    room.step(Act.FIX)
    room.wait(90)
    assert room.clock.spent == {ORDER: 4 * MINUTE, FIX: 90}


def test_looking_alone_writes_nothing_down_and_the_first_change_all_of_it(room: Room) -> None:
    room.wait(4 * MINUTE)
    assert room.clock.minutes() == {}
    room.clock = room.clock.worked()
    assert room.clock.minutes() == {ORDER: 4}


def test_starting_the_timer_is_work(room: Room) -> None:
    room.start()
    room.wait(2 * MINUTE)
    assert room.clock.minutes() == {ORDER: 2}


def test_whole_minutes_are_written_down_and_the_rest_waits(room: Room) -> None:
    room.clock = room.clock.worked()
    room.wait(150)
    minutes = room.clock.minutes()
    assert minutes == {ORDER: 2}
    room.clock = room.clock.after_writing(minutes)
    assert room.clock.minutes() == {}
    room.wait(30)
    assert room.clock.minutes() == {ORDER: 1}


def test_on_closing_half_a_minute_counts_as_a_whole_one(room: Room) -> None:
    room.clock = room.clock.worked()
    room.wait(30)
    room.step(Act.FIX)
    room.wait(29)
    assert room.clock.minutes() == {}
    assert room.clock.minutes(closing=True) == {ORDER: 1}


def test_a_timer_that_is_paused_spends_no_time(room: Room) -> None:
    room.start()
    room.start()
    room.wait(4 * MINUTE)
    assert room.clock.spent == {}


def test_a_room_may_talk_for_half_an_hour_without_a_key_and_no_longer(room: Room) -> None:
    room.wait(50 * MINUTE)
    assert room.clock.spent[ORDER] == IDLE
    room.touched = room.moment
    room.wait(5 * MINUTE)
    assert room.clock.spent[ORDER] == IDLE + 5 * MINUTE


def test_a_laptop_that_slept_spent_nothing(room: Room) -> None:
    room.wait(2 * MINUTE)
    room.jump(40 * MINUTE)
    assert room.clock.spent[ORDER] == 2 * MINUTE
