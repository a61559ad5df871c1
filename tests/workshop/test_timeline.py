"""Months and periods: the timeline of a roadmap."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innovate_tui.workshop.timeline import LONGEST, Division, Month, Timeline, timeframe

APRIL = Month(2026, 4)
months = st.builds(Month, st.integers(2000, 2100), st.integers(1, 12))


def lengths(timeline: Timeline) -> list[int]:
    return [period.months for period in timeline.periods]


def test_one_year_is_divided_into_quarters() -> None:
    assert lengths(timeframe(APRIL, 12)) == [3, 3, 3, 3]


def test_a_longer_timeframe_has_half_years_from_the_third_year_on() -> None:
    assert lengths(timeframe(APRIL, 42)) == [3] * 8 + [6, 6, 6]


def test_every_year_may_be_divided_otherwise() -> None:
    timeline = Timeline(APRIL, 30, (Division.MONTH, Division.HALF_YEAR, Division.QUARTER))
    assert lengths(timeline) == [1] * 12 + [6, 6] + [3, 3]


def test_a_period_holds_its_first_and_its_last_month_and_no_other() -> None:
    period = timeframe(APRIL, 12).periods[1]
    assert [period.holds(APRIL + by) for by in (2, 3, 5, 6)] == [False, True, True, False]
    assert timeframe(APRIL, 12).period_of(APRIL + 5) == period
    assert timeframe(APRIL, 12).period_of(APRIL + 12) is None


def test_the_last_period_is_cut_short_where_the_timeframe_ends() -> None:
    assert lengths(timeframe(APRIL, 5)) == [3, 2]


@pytest.mark.parametrize(
    "text", ["2026-13", "2026-00", "2026-4", "26-04", "2026", "", "2026-04-01", "0000-01", "२०२६-०४"]
)
def test_what_is_no_month_is_said(text: str) -> None:
    with pytest.raises(ValueError, match="is no month"):
        Month.parse(text)


@given(months)
def test_a_month_is_written_and_read_back(month: Month) -> None:
    assert Month.parse(str(month)) == month


@given(months, st.integers(-500, 500))
def test_months_are_counted_on_and_back(month: Month, by: int) -> None:
    assert (month + by) - month == by
    assert (month + by) + -by == month
    assert (month < month + by) == (by > 0)


@given(months, st.integers(1, LONGEST), st.lists(st.sampled_from(Division), max_size=10))
def test_the_periods_cover_the_timeframe_once_and_in_order(start: Month, length: int, divide: list[Division]) -> None:
    timeline = Timeline(start, length, tuple(divide))
    covered = [month for period in timeline.periods for month in range(period.first.count, period.last.count + 1)]
    assert covered == list(range(start.count, start.count + length))
    assert [period.number for period in timeline.periods] == list(range(1, len(timeline.periods) + 1))
    assert timeline.period_of(start + length) is None
    assert timeline.last == start + (length - 1)
