"""What deserves thought, in words: neutral, one sentence each, and none of them forbids anything."""

from datetime import date

import pytest

from innovate_tui.workshop.cautions import Caution, Worry, cautions
from innovate_tui.workshop.road_wording import NAMED, caution_words
from innovate_tui.workshop.roadmap import Energy, Event, Link, RoadCard, Roadmap, Span
from innovate_tui.workshop.stages import Stage
from innovate_tui.workshop.timeline import Month, timeframe
from tests.decks import deck, session

APRIL = Month(2026, 4)
DECK = deck()
ROAD = (
    Roadmap(timeframe(APRIL, 24))
    .staged(Stage.GROWING, Span(APRIL + 20, APRIL + 23))
    .with_event(Event("e-1", date(2027, 5, 6), "Local elections"))
    .with_card(RoadCard("c-1", "case", APRIL + 9, energy=Energy.SMALL))
    .with_card(RoadCard("c-2", "evidence", APRIL, energy=Energy.SMALL))
    .with_card(RoadCard("c-3", "team", APRIL + 12, energy=Energy.LARGE))
    .with_card(RoadCard("c-4", "space", APRIL + 13, energy=Energy.LARGE))
    .with_card(RoadCard("c-5", "risk", APRIL + 30, energy=Energy.SMALL))
    .linked(Link("l-1", "c-1", "c-2"))
    .linked(Link("l-2", "c-2", "c-5"))
    .linked(Link("l-3", "c-5", "c-1"))
)
SAID = {
    Worry.AFTER_WHAT_NEEDS_IT: "evidence comes before case, which it needs.",
    Worry.CIRCLE: "case, evidence and risk need one another in a circle.",
    Worry.HEAVY_PERIOD: "Apr–Jun 2027 holds far more energy than its neighbours.",
    Worry.EVENT_ON_LARGE_CARD: "team is large at the time of Local elections.",
    Worry.PRIORITY_LEFT_OUT: "trust was to be worked on, and is not on the roadmap yet.",
    Worry.STAGE_WITHOUT_CARD: "No card stands in the time of Growing.",
    Worry.OUTSIDE_TIMEFRAME: "risk stands outside the timeframe.",
}


@pytest.mark.parametrize("worry", Worry)
def test_each_thing_that_deserves_thought_is_said_in_a_sentence(worry: Worry) -> None:
    found = next(each for each in cautions(ROAD, ["trust"]) if each.worry is worry)
    assert caution_words(found, session(road=ROAD), DECK, str) == SAID[worry]


def test_of_a_long_circle_a_few_cards_are_named() -> None:
    road = ROAD
    for number in range(NAMED + 3):
        road = road.with_card(RoadCard(f"x-{number}", f"f{number}", APRIL))
    circle = Caution(Worry.CIRCLE, tuple(f"x-{number}" for number in range(NAMED + 3)))
    assert caution_words(circle, session(road=road), DECK, str) == (
        "f0, f1, f2, f3, f4, f5 and 3 more need one another in a circle."
    )
    exact = Caution(Worry.CIRCLE, circle.about[:NAMED])
    assert caution_words(exact, session(road=road), DECK, str) == (
        "f0, f1, f2, f3, f4 and f5 need one another in a circle."
    )
