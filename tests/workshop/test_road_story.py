"""The story of a roadmap: only what its entries say, period by period, and all of it."""

from datetime import date

import pytest

from innovate_tui.workshop.road_story import NAMED, Chapter, chapters, story
from innovate_tui.workshop.road_wording import span_words
from innovate_tui.workshop.roadmap import Energy, Event, Link, LinkKind, RoadCard, Roadmap, Span
from innovate_tui.workshop.stages import Stage
from innovate_tui.workshop.timeline import Month, Timeline, timeframe

APRIL = Month(2026, 4)
YEAR = Roadmap(timeframe(APRIL, 12))
PLAN = (
    YEAR.staged(Stage.DESIGNING, Span(APRIL, APRIL + 5))
    .with_event(Event("e", date(2026, 5, 7), "Council elections"))
    .with_card(RoadCard("c-1", "coproduction", APRIL, energy=Energy.LARGE))
    .with_card(RoadCard("c-2", "buy-in", APRIL, energy=Energy.SMALL))
    .with_card(RoadCard("c-3", "coproduction", APRIL + 6))
)


def card(feature: str, after: int = 0, last: int | None = None, energy: Energy = Energy.MEDIUM) -> RoadCard:
    """A card of a feature so many months after April; its id is the feature and its month."""
    return RoadCard(f"{feature}-{after}", feature, APRIL + after, None if last is None else APRIL + last, energy)


def road(*cards: RoadCard, links: tuple[Link, ...] = (), start: Roadmap = YEAR) -> Roadmap:
    for each in cards:
        start = start.with_card(each)
    for link in links:
        start = start.linked(link)
    return start


def told(made: Roadmap) -> tuple[str, ...]:
    return story(made, str.capitalize, str)


def test_each_period_tells_its_stages_its_events_and_where_the_energy_goes() -> None:
    assert told(PLAN) == (
        "Apr–Jun 2026: Designing is expected to begin. On 7 May 2026: Council elections. "
        "Much energy goes to coproduction. A little goes to buy-in.",
        "Jul–Sep 2026: Nothing new begins.",
        "Oct–Dec 2026: Some energy goes to coproduction again.",
        "Jan–Mar 2027: Nothing new begins.",
    )


def test_an_empty_roadmap_has_no_story() -> None:
    assert told(Roadmap()) == told(YEAR) == told(Roadmap(cards={"c-1": RoadCard("c-1", "team", APRIL)})) == ()


def test_several_periods_in_which_nothing_begins_are_one_and_before_the_first_card_nothing_begins_yet() -> None:
    monthly = road(card("team", 5), start=Roadmap(Timeline(APRIL, 30)))
    assert told(monthly) == (
        "Apr–Jun 2026: Nothing begins yet.",
        "Jul–Sep 2026: Some energy goes to team.",
        "Oct 2026–Sep 2028: Nothing new begins.",
    )


def test_energy_is_told_the_largest_first_and_each_feature_once_in_a_sentence() -> None:
    made = road(card("a", 0, None, Energy.SMALL), card("b", 1), card("c", 2), card("b", 2))
    assert told(made)[0] == "Apr–Jun 2026: Some energy goes to b and c. A little goes to a."
    twice = road(card("a"), RoadCard("a-x", "a", APRIL, energy=Energy.SMALL))
    assert told(twice)[0] == "Apr–Jun 2026: Some energy goes to a. A little goes to a."


def test_of_very_many_cards_a_few_are_named_and_the_others_counted() -> None:
    some = road(*(card(f"f{number}") for number in range(NAMED)))
    assert "more" not in told(some)[0]
    assert told(road(card("f9"), start=some))[0] == (
        "Apr–Jun 2026: Some energy goes to f0, f1, f2, f3, f4, f5, f6 and 2 more."
    )


def test_a_stage_of_which_the_group_is_sure_begins_and_one_before_the_timeframe_has_begun() -> None:
    made = (
        road(card("a", 3))
        .staged(Stage.MOBILISING, Span(APRIL + -4, APRIL, guess=False))
        .staged(Stage.SYSTEM_CHANGE, Span(APRIL + -4, APRIL + -1))
        .staged(Stage.DESIGNING, Span(APRIL + -1, APRIL + 2))
        .staged(Stage.DEVELOPING, Span(APRIL + 3, APRIL + 5, guess=False))
        .staged(Stage.INTEGRATING, Span(APRIL + 3, APRIL + 5, guess=False))
    )
    assert told(made)[:2] == (
        "Apr–Jun 2026: Mobilising has begun already. Designing is expected to have begun.",
        "Jul–Sep 2026: Developing and Integrating begin. Some energy goes to a.",
    )
    guesses = YEAR.staged(Stage.DESIGNING, Span(APRIL, APRIL)).staged(Stage.GROWING, Span(APRIL, APRIL))
    assert told(guesses)[0] == "Apr–Jun 2026: Designing and Growing are expected to begin."


def test_a_long_card_goes_on_and_one_of_a_single_period_does_not() -> None:
    made = road(card("a", 0, 8), card("b", 0, 8), card("c", 0, 3), card("d", 0, 2), card("e"))
    assert told(made)[0].endswith("a and b will go on until December 2026. c will go on until July 2026.")


def test_what_a_card_needs_first_is_told_where_it_begins_and_what_comes_later_is_said_so() -> None:
    links = (Link("l-1", "a-0", "c-3"), Link("l-2", "b-3", "c-3"), Link("l-3", "d-6", "c-3"))
    made = road(card("a"), card("b", 3), card("c", 3), card("d", 6), links=links)
    assert told(made)[1] == (
        "Jul–Sep 2026: Some energy goes to b and c. "
        "c will need a and b first. c will need d first, and that begins later."
    )


def test_what_goes_together_is_told_once_where_the_later_begins() -> None:
    made = road(card("a"), card("b", 3), links=(Link("l-1", "b-3", "a-0", LinkKind.CONNECTION),))
    assert [" goes with " in paragraph for paragraph in told(made)] == [False, True, False]
    assert told(made)[1].endswith("b goes with a.")


def test_a_card_that_needs_its_own_earlier_card_only_comes_back() -> None:
    for kind in LinkKind:
        made = road(card("a"), card("a", 3), links=(Link("l-1", "a-0", "a-3", kind),))
        assert told(made)[1] == "Jul–Sep 2026: Some energy goes to a again."


def test_what_is_outside_the_timeframe_is_told_at_the_end() -> None:
    made = (
        road(card("a"), card("a", 20))
        .staged(Stage.GROWING, Span(APRIL + 14, APRIL + 20))
        .staged(Stage.MOBILISING, Span(APRIL + -9, APRIL + -4, guess=False))
        .with_event(Event("e", date(2025, 7, 9), "Who knows?"))
    )
    assert told(made)[-1] == (
        "Outside the timeframe: Mobilising begins in July 2025. Growing is expected to begin in June 2027. "
        "On 9 July 2025: Who knows? a again will begin in December 2027."
    )
    early = road(card("a", -2), card("b"))
    assert told(early)[-1] == "Outside the timeframe: a will begin in February 2026."
    only = road(card("a", 20))
    assert told(only) == ("Outside the timeframe: a will begin in December 2027.",)


def test_events_are_told_in_their_order_with_the_names_that_are_given() -> None:
    made = (
        road(card("a"))
        .with_event(Event("e-2", date(2026, 6, 9), "Budget."))
        .with_event(Event("e-1", date(2026, 5, 9), " "))
    )
    assert told(made)[0].startswith("Apr–Jun 2026: On 9 May 2026: an event. On 9 June 2026: Budget. Some")
    assert "On 9 May 2026: E-1." in chapters(made, str, str, str.upper)[0].words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (APRIL, APRIL, "Apr 2026"),
        (APRIL, APRIL + 2, "Apr–Jun 2026"),
        (APRIL + 6, APRIL + 11, "Oct 2026–Mar 2027"),
    ],
)
def test_a_chapter_is_headed_by_its_months(first: Month, last: Month, words: str) -> None:
    assert span_words(first, last) == Chapter(first, last, "").heading == words
