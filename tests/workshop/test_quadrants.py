"""The rules of the four quadrants: positions, what asks for help, and what was chosen to help."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innovate_tui.workshop.edits import Match, Place, RemoveFeature
from innovate_tui.workshop.features import Kind
from innovate_tui.workshop.quadrants import HIGH_AT, LOW_AT, Mitigation, Position, Quadrant, Quadrants, quadrant_at
from innovate_tui.workshop.refusal import Reason, Refused
from innovate_tui.workshop.session import OwnFeature
from tests.decks import deck, session

MOMENT = datetime(2026, 3, 12, 11, tzinfo=UTC)
values = st.integers(0, 100)


@pytest.mark.parametrize(
    ("importance", "threat", "quadrant"),
    [(49, 50, 1), (50, 50, 2), (49, 49, 3), (50, 49, 4), (0, 100, 1), (100, 100, 2), (0, 0, 3), (100, 0, 4)],
)
def test_fifty_and_more_is_high_on_either_axis(importance: int, threat: int, quadrant: int) -> None:
    assert quadrant_at(importance, threat) == quadrant


@given(values, values)
def test_a_quadrant_says_of_every_position_whether_it_is_high(importance: int, threat: int) -> None:
    quadrant = quadrant_at(importance, threat)
    assert (quadrant.important, quadrant.threatening) == (importance >= 50, threat >= 50)
    assert quadrant_at(*quadrant.middle) is quadrant


def test_two_keys_place_a_card_in_the_middle_of_a_quadrant() -> None:
    board = Quadrants().put("media", *Quadrant(1).middle)
    assert board.position("media") == Position(LOW_AT, HIGH_AT)


def test_a_card_with_one_axis_answered_is_not_placed_yet() -> None:
    board = Quadrants().put("media", None, 80)
    assert board.placed == ()
    assert board.set_aside(["media"]) == ("media",)
    assert board.position("media").quadrant is None


@pytest.mark.parametrize(("importance", "threat"), [(-1, 50), (101, 50), (50, -1), (50, 101)])
def test_positions_off_the_grid_are_refused(importance: int, threat: int) -> None:
    with pytest.raises(Refused) as refusal:
        Quadrants().put("media", importance, threat)
    assert refusal.value.reason is Reason.OFF_THE_GRID


def test_help_is_due_for_three_quadrants_and_never_for_low_on_both() -> None:
    board = Quadrants()
    for number, card in enumerate(("media", "regulation", "culture", "funding"), 1):
        board = board.put(card, *Quadrant(number).middle)
    assert set(board.due) == {"media", "regulation", "funding"}
    assert set(board.unanswered) == set(board.due)


def test_one_helper_may_serve_many_influences_and_both_views_show_it() -> None:
    board = Quadrants().match("media", "identity").match("funding", "identity").match("media", "buy-in")
    assert board.helpers("media") == ("identity", "buy-in")
    assert board.helped_by("identity") == ("media", "funding")


def test_a_moved_card_changes_what_is_due_and_deletes_nothing_that_was_said() -> None:
    board = Quadrants().put("funding", 80, 80).match("funding", "risk").saying_why("funding", "risk", "In writing.")
    board = board.saying("funding", why="It ends in March.").put("funding", 10, 10)
    assert board.due == ()
    assert board.mitigations["funding"]["risk"] == Mitigation("In writing.")
    assert board.position("funding").why == "It ends in March."
    assert board.lift("funding").helpers("funding") == ("risk",)
    assert board.lift("funding").put("funding", 80, 80).due == ("funding",)


def test_a_choice_is_taken_back_with_its_reason() -> None:
    board = Quadrants().match("funding", "risk").unmatch("funding", "risk")
    assert board == Quadrants()


def test_a_fixed_board_refuses_moving_and_matching_and_still_takes_words() -> None:
    board = Quadrants().put("funding", 80, 80).match("funding", "risk").fix(MOMENT)
    changes: tuple[Callable[[], Quadrants], ...] = (
        lambda: board.put("funding", 1, 1),
        lambda: board.lift("funding"),
        lambda: board.match("funding", "buy-in"),
        lambda: board.unmatch("funding", "risk"),
        lambda: board.without("funding"),
    )
    for change in changes:
        with pytest.raises(Refused) as refusal:
            change()
        assert refusal.value.reason is Reason.FIXED
    assert board.saying("funding", why="x").saying_why("funding", "risk", "y").fixed == MOMENT
    assert board.unfix().lift("funding").placed == ()


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda: Quadrants().lift("funding"), Reason.NOT_PLACED),
        (lambda: Quadrants().unmatch("funding", "risk"), Reason.NOT_MATCHED),
        (lambda: Quadrants().saying_why("funding", "risk", "x"), Reason.NOT_MATCHED),
        (lambda: Quadrants().match("a", "b").match("a", "b"), Reason.MATCHED_ALREADY),
        (lambda: Quadrants().unfix(), Reason.NOT_FIXED),
        (lambda: Quadrants().fix(MOMENT).fix(MOMENT), Reason.ALREADY_FIXED),
    ],
)
def test_what_cannot_be_is_refused_by_name(change: Callable[[], Quadrants], reason: Reason) -> None:
    with pytest.raises(Refused) as refusal:
        change()
    assert refusal.value.reason is reason


def test_only_influences_are_placed_and_only_next_level_features_help() -> None:
    now = session()
    for edit in (Place("trust", 50, 50), Match("trust", "risk"), Match("funding", "trust")):
        with pytest.raises(Refused) as refusal:
            edit.apply(now, deck())
        assert refusal.value.reason is Reason.OTHER_KIND


def test_taking_an_own_influence_out_takes_its_matches_with_it() -> None:
    housing = OwnFeature("own-h5", "Housing", Kind.INFLUENCE)
    grid = Quadrants().put("own-h5", 90, 90).match("own-h5", "risk").match("funding", "risk")
    after = RemoveFeature("own-h5").apply(session(own=[housing], grid=grid), deck())
    assert after.boards.quadrants == Quadrants().match("funding", "risk")


@given(st.lists(st.tuples(st.sampled_from(["media", "funding", "culture"]), values, values), max_size=12))
def test_the_cards_of_the_four_quadrants_are_all_that_are_placed(moves: list[tuple[str, int, int]]) -> None:
    board = Quadrants()
    for card, importance, threat in moves:
        board = board.put(card, importance, threat)
    shared = [card for quadrant in Quadrant for card in board.in_quadrant(quadrant)]
    assert sorted(shared) == sorted(board.placed) == sorted({card for card, _, _ in moves})
