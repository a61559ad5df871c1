"""The story of a roadmap: only what its entries say, period by period."""

from datetime import date

from innovate_tui.workshop.road_story import story
from innovate_tui.workshop.roadmap import Energy, Event, RoadCard, Roadmap, Span
from innovate_tui.workshop.stages import Stage
from innovate_tui.workshop.timeline import Month, timeframe

APRIL = Month(2026, 4)
PLAN = (
    Roadmap(timeframe(APRIL, 12))
    .staged(Stage.DESIGNING, Span(APRIL, APRIL + 5))
    .with_event(Event("e", date(2026, 5, 7), "Council elections"))
    .with_card(RoadCard("c-1", "coproduction", APRIL, energy=Energy.LARGE))
    .with_card(RoadCard("c-2", "buy-in", APRIL, energy=Energy.SMALL))
    .with_card(RoadCard("c-3", "coproduction", APRIL + 6))
)


def test_each_period_tells_its_stages_its_events_and_where_the_energy_goes() -> None:
    assert story(PLAN, str.capitalize, str) == (
        "Apr–Jun 2026: Designing begins. Council elections, 7 May 2026. "
        "Most energy goes to coproduction. A little to buy-in.",
        "Oct–Dec 2026: Some to coproduction again.",
    )


def test_periods_in_which_nothing_begins_are_not_told_and_an_empty_roadmap_has_no_story() -> None:
    assert story(Roadmap(), str, str) == ()
    assert story(Roadmap(timeframe(APRIL, 12)), str, str) == ()
