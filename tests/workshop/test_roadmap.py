"""The rules of the roadmap: cards that recur, links that stay with them, and what deserves thought."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innovate_tui.workshop.cautions import Caution, Worry, cautions
from innovate_tui.workshop.checks import Check, Checks, Lens, Verdict
from innovate_tui.workshop.features import Judgement
from innovate_tui.workshop.offers import Offer, offers, priorities
from innovate_tui.workshop.quadrants import Quadrants
from innovate_tui.workshop.refusal import Reason, Refused
from innovate_tui.workshop.roadmap import Energy, Event, Link, LinkKind, RoadCard, Roadmap, Span
from innovate_tui.workshop.session import cards_of
from innovate_tui.workshop.stages import Stage
from innovate_tui.workshop.timeline import LONGEST, Month, Timeline, timeframe
from tests.decks import deck, full, session

MOMENT = datetime(2026, 3, 12, 11, tzinfo=UTC)
APRIL = Month(2026, 4)
YEAR = Roadmap(timeframe(APRIL, 12))


def road(*cards: RoadCard, links: tuple[Link, ...] = (), roadmap: Roadmap = YEAR) -> Roadmap:
    for card in cards:
        roadmap = roadmap.with_card(card)
    for link in links:
        roadmap = roadmap.linked(link)
    return roadmap


def card(id: str, after: int = 0, energy: Energy = Energy.MEDIUM, feature: str = "") -> RoadCard:  # noqa: A002 - the field's name
    return RoadCard(id, feature or id, APRIL + after, energy=energy)


def worries(roadmap: Roadmap, *priority: str) -> list[Worry]:
    return [caution.worry for caution in cautions(roadmap, priority)]


# --- cards and links --------------------------------------------------------------------------------------------------


def test_a_feature_may_appear_at_every_moment_that_needs_it_each_time_with_its_own_energy() -> None:
    made = road(
        card("c-1", 3, Energy.LARGE, "coproduction"),
        card("c-2", 6, Energy.MEDIUM, "coproduction"),
        card("c-3", 9, Energy.MEDIUM, "coproduction"),
    )
    assert [each.energy for each in made.appearances("coproduction")] == [Energy.LARGE, Energy.MEDIUM, Energy.MEDIUM]


def test_a_card_without_an_end_fills_the_period_it_begins_in() -> None:
    assert YEAR.span(card("c-1", 4)) == (APRIL + 4, APRIL + 5)


def test_a_moved_card_stays_as_long_as_it_was_and_keeps_its_links() -> None:
    long = RoadCard("c-1", "trust", APRIL, APRIL + 5)
    made = road(long, card("c-2", 6), links=(Link("l-1", "c-1", "c-2"),)).moved("c-1", APRIL + 2, lane=3)
    assert made.span(made.cards["c-1"]) == (APRIL + 2, APRIL + 7)
    assert made.cards["c-1"].lane == 3
    assert made.needs("c-2") == ("c-1",)
    assert made.needed_by("c-1") == ("c-2",)


def test_a_card_that_goes_takes_its_links_with_it_and_no_others() -> None:
    links = (Link("l-1", "a", "b"), Link("l-2", "b", "c", LinkKind.CONNECTION))
    made = road(card("a"), card("b"), card("c"), links=links)
    assert made.without_card("a").links == {"l-2": links[1]}
    assert made.goes_with("c") == ("b",)
    assert made.without_feature("b").links == {}


def test_a_second_line_between_two_cards_changes_the_first_and_keeps_its_reason() -> None:
    made = road(card("a"), card("b"), links=(Link("l-1", "a", "b", why="No case without figures."),))
    made = made.linked(Link("l-9", "b", "a", LinkKind.CONNECTION))
    assert made.links == {"l-1": Link("l-1", "b", "a", LinkKind.CONNECTION, "No case without figures.")}


def test_stages_may_overlap_be_missing_and_be_taken_off_again() -> None:
    made = YEAR.staged(Stage.DEVELOPING, Span(APRIL + 4, APRIL + 9)).staged(Stage.DESIGNING, Span(APRIL, APRIL + 5))
    assert list(made.stages) == [Stage.DESIGNING, Stage.DEVELOPING]
    assert list(made.staged(Stage.DESIGNING, None).stages) == [Stage.DEVELOPING]


def test_a_fixed_roadmap_refuses_changes_and_still_takes_words() -> None:
    made = road(card("a"), card("b"), links=(Link("l-1", "a", "b"),)).fix(MOMENT)
    changes: tuple[Callable[[], Roadmap], ...] = (
        lambda: made.moved("a", APRIL + 1),
        lambda: made.sized("a", Energy.LARGE),
        lambda: made.without_card("a"),
        lambda: made.linked(Link("l-2", "b", "a")),
        lambda: made.unlinked("l-1"),
        lambda: made.framed(timeframe(APRIL, 24)),
        lambda: made.staged(Stage.GROWING, Span(APRIL, APRIL)),
        lambda: made.with_event(Event("e-1", date(2026, 5, 7), "Elections")),
    )
    for change in changes:
        with pytest.raises(Refused) as refusal:
            change()
        assert refusal.value.reason is Reason.FIXED
    assert made.saying_why("a", "x").saying_link_why("l-1", "y").owned("a", "p-1").fixed == MOMENT
    assert made.unfix().without_card("a").links == {}


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda: YEAR.framed(Timeline(APRIL, 0)), Reason.NO_SUCH_TIMEFRAME),
        (lambda: YEAR.framed(Timeline(APRIL, LONGEST + 1)), Reason.NO_SUCH_TIMEFRAME),
        (lambda: YEAR.staged(Stage.GROWING, Span(APRIL + 1, APRIL)), Reason.ENDS_BEFORE_IT_STARTS),
        (lambda: YEAR.staged(Stage.GROWING, None), Reason.NO_SUCH_ITEM),
        (lambda: road(RoadCard("a", "a", APRIL + 1, APRIL)), Reason.ENDS_BEFORE_IT_STARTS),
        (lambda: road(card("a")).linked(Link("l", "a", "a")), Reason.LINK_TO_ITSELF),
        (lambda: road(card("a")).linked(Link("l", "a", "gone")), Reason.NO_SUCH_ITEM),
        (lambda: YEAR.moved("gone", APRIL), Reason.NO_SUCH_ITEM),
        (lambda: YEAR.without_event("gone"), Reason.NO_SUCH_ITEM),
        (lambda: YEAR.unlinked("gone"), Reason.NO_SUCH_ITEM),
        (lambda: YEAR.unfix(), Reason.NOT_FIXED),
    ],
)
def test_only_what_cannot_be_is_refused(change: Callable[[], Roadmap], reason: Reason) -> None:
    with pytest.raises(Refused) as refusal:
        change()
    assert refusal.value.reason is reason


# --- what deserves thought --------------------------------------------------------------------------------------------


def test_a_dependency_that_comes_after_what_needs_it_deserves_thought_and_one_at_the_same_time_does_not() -> None:
    late = road(card("figures", 6), card("case", 0), links=(Link("l", "figures", "case"),))
    assert cautions(late) == (Caution(Worry.AFTER_WHAT_NEEDS_IT, ("figures", "case")),)
    assert worries(late.moved("figures", APRIL)) == []
    together = road(card("figures", 6), card("case", 0), links=(Link("l", "figures", "case", LinkKind.CONNECTION),))
    assert worries(together) == []


def test_a_circle_of_dependencies_is_said_once_however_long_it_is() -> None:
    names = [f"c-{number}" for number in range(400)]
    links = tuple(
        Link(f"l-{number}", first, second)
        for number, (first, second) in enumerate(zip(names, (*names[1:], names[0]), strict=True))
    )
    made = road(*(card(name) for name in names), links=links)
    assert [caution for caution in cautions(made) if caution.worry is Worry.CIRCLE] == [
        Caution(Worry.CIRCLE, tuple(names))
    ]
    assert Worry.CIRCLE not in worries(made.unlinked("l-399"))


def test_connections_make_no_circle() -> None:
    links = (Link("1", "a", "b", LinkKind.CONNECTION), Link("2", "b", "c"), Link("3", "c", "a"))
    assert Worry.CIRCLE not in worries(road(card("a"), card("b"), card("c"), links=links))


def test_a_period_with_much_more_energy_than_its_neighbours_deserves_thought() -> None:
    heavy = road(*(card(f"c-{number}", 3, Energy.LARGE) for number in range(3)), card("a", 0), card("b", 6))
    assert cautions(heavy) == (Caution(Worry.HEAVY_PERIOD, ("2",)),)
    just = (card("a", 3, Energy.LARGE), card("b", 3, Energy.LARGE), card("c", 3, Energy.SMALL))
    assert worries(road(*just, card("d", 0), card("e", 1))) == [Worry.HEAVY_PERIOD]  # 7 is 1.75 times 4
    assert worries(road(card("a", 0, Energy.LARGE), card("b", 0, Energy.MEDIUM))) == []
    assert worries(road(*(card(f"c-{after}", after, Energy.LARGE) for after in (0, 1, 3, 4)))) == []


def test_an_event_on_a_large_card_deserves_thought_and_on_a_small_one_not() -> None:
    event = Event("e-1", date(2026, 5, 7), "Local elections")
    assert worries(road(card("a", 0, Energy.LARGE)).with_event(event)) == [Worry.EVENT_ON_LARGE_CARD]
    assert worries(road(card("a", 0, Energy.MEDIUM)).with_event(event)) == []


def test_a_priority_that_never_made_it_on_deserves_thought_once_there_are_cards() -> None:
    assert worries(YEAR, "learning") == []
    assert cautions(road(card("a")), ("learning", "a")) == (Caution(Worry.PRIORITY_LEFT_OUT, ("learning",)),)


def test_a_stage_without_a_card_deserves_thought_and_a_card_that_goes_on_into_it_is_one() -> None:
    staged = YEAR.staged(Stage.GROWING, Span(APRIL + 6, APRIL + 11))
    assert cautions(road(card("a"), roadmap=staged)) == (Caution(Worry.STAGE_WITHOUT_CARD, ("growing",)),)
    assert worries(road(RoadCard("a", "a", APRIL, APRIL + 6), roadmap=staged)) == []
    assert worries(road(card("a", 11), roadmap=staged)) == []


def test_cards_that_a_shorter_timeframe_leaves_outside_are_kept_and_said() -> None:
    made = road(card("a", 11)).framed(timeframe(APRIL, 6))
    assert Caution(Worry.OUTSIDE_TIMEFRAME, ("a",)) in cautions(made)
    assert "a" in made.cards


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")), max_size=14))
def test_a_circle_is_found_exactly_where_a_card_needs_itself_in_the_end(pairs: list[tuple[str, str]]) -> None:
    made = road(*(card(name) for name in "abcdef"))
    for number, (first, second) in enumerate(pairs):
        if first != second:
            made = made.linked(Link(f"l-{number}", first, second))

    def reached(name: str) -> set[str]:
        seen: set[str] = set()
        todo = [name]
        while todo:
            for other in made.needed_by(todo.pop()):
                if other not in seen:
                    seen.add(other)
                    todo.append(other)
        return seen

    circles = [caution.about for caution in cautions(made) if caution.worry is Worry.CIRCLE]
    assert bool(circles) == any(name in reached(name) for name in "abcdef")
    for circle in circles:
        for first, second in zip(circle, (*circle[1:], circle[0]), strict=True):
            assert second in made.needed_by(first)


# --- the golden thread ------------------------------------------------------------------------------------------------


def test_the_diamonds_bottom_comes_first_then_what_helps_then_everything_else_and_each_once() -> None:
    grid = Quadrants().put("funding", 80, 80).match("funding", "risk").put("media", 10, 10).match("media", "identity")
    now = session(at=full(), judged={"trust": Judgement.DEVELOPMENT}, grid=grid)
    diamond = now.boards.diamond
    first = priorities(now)
    assert [offer.place for offer in first[:3]] == [9, 8, 7]
    assert Offer("trust", "diamond", diamond.place_of("trust")) in first
    assert first[-1] == Offer("risk", "quadrants", None, ("funding",))
    everything = [offer.feature for offer in offers(now, cards_of(now, deck()))]
    assert sorted(everything) == sorted(cards_of(now, deck()).all)


def test_what_helps_and_was_judged_to_develop_comes_with_both_reasons() -> None:
    grid = Quadrants().put("funding", 80, 80).match("funding", "risk")
    now = session(judged={"risk": Judgement.DEVELOPMENT}, grid=grid)
    assert priorities(now) == (Offer("risk", "diamond", None, ("funding",)),)


def test_what_is_no_card_any_more_is_not_offered() -> None:
    now = session(grid=Quadrants().put("funding", 80, 80).match("funding", "gone"))
    assert "gone" not in [offer.feature for offer in offers(now, cards_of(now, deck()))]


def test_with_neither_tool_done_all_cards_are_offered_in_the_order_of_the_deck() -> None:
    now = session()
    assert priorities(now) == ()
    assert [offer.feature for offer in offers(now, cards_of(now, deck()))] == list(cards_of(now, deck()).all)


def test_a_card_to_develop_that_was_set_aside_is_offered_after_those_with_a_place() -> None:
    now = session(at={9: "space"}, judged={"vision": Judgement.DEVELOPMENT})
    assert priorities(now) == (Offer("space", "diamond", 9), Offer("vision", "diamond"))


# --- desirability, feasibility, viability -----------------------------------------------------------------------------


def test_a_check_that_was_emptied_leaves_no_trace_and_the_three_stand_in_their_order() -> None:
    checks = Checks().changed(Lens.VIABILITY, Check(Verdict.UNKNOWN)).changed(Lens.DESIRABILITY, Check(answer="Yes."))
    assert list(checks.answers) == [Lens.DESIRABILITY, Lens.VIABILITY]
    assert checks.changed(Lens.VIABILITY, Check()).changed(Lens.DESIRABILITY, Check()) == Checks()
