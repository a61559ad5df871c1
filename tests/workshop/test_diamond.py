"""The rules of the diamond (ACCEPTANCE D25–D37, decisions 1–3)."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innovate_tui.workshop.diamond import PLACES, ROWS, Diamond, Standing, row_of
from innovate_tui.workshop.refusal import Reason, Refused
from tests.decks import ENABLERS, LATER, diamond, full


def layout(board: Diamond) -> dict[int, str]:
    """Which card stands where."""
    return {place: card for place in PLACES if (card := board.at(place)) is not None}


def test_nine_places_stand_in_rows_of_one_two_three_two_one() -> None:
    assert [len(row) for row in ROWS] == [1, 2, 3, 2, 1]
    assert PLACES == (1, 2, 3, 4, 5, 6, 7, 8, 9)


def test_places_of_one_row_are_equals() -> None:
    assert [row_of(place) for place in PLACES] == [0, 1, 1, 2, 2, 2, 3, 3, 4]


@pytest.mark.parametrize("place", [-1, 0, 10])
def test_a_place_that_is_not_there_has_no_row(place: int) -> None:
    with pytest.raises(Refused) as refused:
        row_of(place)
    assert refused.value.reason is Reason.NO_SUCH_PLACE


def test_an_empty_diamond_has_nine_free_places_and_nothing_on_top() -> None:
    board = Diamond()
    assert board.free == PLACES
    assert (board.placed, board.top, board.bottom) == ((), (), ())
    assert board.place_of("trust") is None


# --- put --------------------------------------------------------------------------------------------------------------


def test_a_card_put_on_a_free_place_stands_there() -> None:
    board = Diamond().put("trust", 4)
    assert layout(board) == {4: "trust"}
    assert board.place_of("trust") == 4


def test_a_card_put_on_another_free_place_leaves_its_old_one() -> None:
    assert layout(diamond({4: "trust"}).put("trust", 2)) == {2: "trust"}


def test_a_card_put_from_the_tray_sends_the_other_back_with_its_reason_kept() -> None:
    board = diamond({1: "trust"}, why={"trust": "Families come back."}, dissent={"trust": "Not at night."})
    board = board.put("team", 1)
    assert layout(board) == {1: "team"}
    assert board.standing("trust") == Standing(None, "Families come back.", "Not at night.")


def test_a_card_sent_back_to_the_tray_that_nothing_was_said_of_leaves_no_trace() -> None:
    assert "trust" not in diamond({1: "trust"}).put("team", 1).cards


def test_a_card_put_from_a_place_changes_places_with_the_one_there_and_both_keep_their_words() -> None:
    board = diamond({2: "trust", 7: "team"}, why={"trust": "First.", "team": "Seventh."}).put("team", 2)
    assert layout(board) == {2: "team", 7: "trust"}
    assert (board.standing("trust").why, board.standing("team").why) == ("First.", "Seventh.")


def test_a_card_put_where_it_stands_changes_nothing() -> None:
    board = diamond({2: "trust", 7: "team"})
    assert board.put("trust", 2) == board


def test_a_card_back_from_the_tray_brings_its_words_along() -> None:
    board = diamond({1: "trust"}, why={"trust": "Families come back."}).lift("trust").put("trust", 9)
    assert board.standing("trust") == Standing(9, "Families come back.")


def test_the_diamond_before_is_left_as_it_was() -> None:
    before = diamond(full(), why={"trust": "First."})
    as_it_was = repr(before)
    before.put("space", 1), before.insert("a tenth", 3), before.lift("case"), before.saying("trust", why="Other.")
    assert repr(before) == as_it_was


# --- insert -----------------------------------------------------------------------------------------------------------


def test_an_inserted_card_pushes_those_from_there_on_down() -> None:
    board = diamond({1: "trust", 2: "team", 3: "partners"}).insert("vision", 2)
    assert layout(board) == {1: "trust", 2: "vision", 3: "team", 4: "partners"}


def test_an_inserted_card_on_a_free_place_pushes_nobody() -> None:
    board = diamond({1: "trust", 3: "team"}).insert("vision", 2)
    assert layout(board) == {1: "trust", 2: "vision", 3: "team"}


def test_the_next_gap_takes_up_the_push_and_those_beyond_it_stay() -> None:
    board = diamond({2: "trust", 3: "team", 5: "partners", 9: "case"}).insert("vision", 2)
    assert layout(board) == {2: "vision", 3: "trust", 4: "team", 5: "partners", 9: "case"}


def test_what_falls_off_the_ninth_goes_to_the_tray_with_its_reason_kept() -> None:
    board = diamond(full(), why={"space": "We never have any."}).insert("a tenth", 7)
    assert layout(board) == {**full(ENABLERS[:6]), 7: "a tenth", 8: "case", 9: "learning"}
    assert board.standing("space") == Standing(None, "We never have any.")


def test_a_card_inserted_at_the_ninth_sends_only_the_last_away() -> None:
    board = diamond(full()).insert("a tenth", 9)
    assert layout(board) == {**full(ENABLERS[:8]), 9: "a tenth"}


def test_a_card_inserted_further_up_the_board_closes_the_gap_it_left() -> None:
    board = diamond(full()).insert("learning", 3)  # from 8
    order = ("trust", "team", "learning", "partners", "leadership", "vision", "openness", "case", "space")
    assert layout(board) == full(order)


def test_a_card_inserted_further_down_the_board_lets_those_between_move_up_and_sends_nobody_away() -> None:
    board = diamond(full()).insert("vision", 7)
    was = [card for card in diamond(full()).placed if card != "vision"]
    assert board.placed == (*was[:6], "vision", *was[6:])


def test_a_card_inserted_where_it_stands_changes_nothing() -> None:
    board = diamond(full(), why={"vision": "Half way."})
    assert board.insert("vision", 5) == board


@given(
    at=st.dictionaries(st.sampled_from(PLACES), st.sampled_from(ENABLERS), max_size=9),
    card=st.sampled_from((*ENABLERS, "a tenth")),
    place=st.sampled_from(PLACES),
)
def test_an_insert_keeps_the_others_in_order_and_lets_one_go_at_most(at: dict[int, str], card: str, place: int) -> None:
    before = diamond({place: card for card, place in {card: place for place, card in at.items()}.items()})
    after = before.insert(card, place)
    others = [other for other in before.placed if other != card]
    left = [other for other in after.placed if other != card]
    assert after.at(place) == card
    assert left in (others, others[:-1])
    assert len(others) - len(left) <= 1
    for other in left:
        was, here = before.place_of(other), after.place_of(other)
        assert was is not None
        assert here in (was - 1, was, was + 1)


# --- lift, top and bottom, set aside ----------------------------------------------------------------------------------


def test_a_lifted_card_is_in_the_tray_with_its_words() -> None:
    board = diamond({3: "trust"}, why={"trust": "Families come back."}).lift("trust")
    assert board.free == PLACES
    assert board.standing("trust") == Standing(None, "Families come back.")


def test_top_and_bottom_three_are_by_place_and_pass_over_gaps() -> None:
    board = diamond({3: "trust", 1: "team", 9: "space", 7: "case", 4: "vision", 6: "openness"})
    assert board.top == ("team", "trust")
    assert board.bottom == ("case", "space")


def test_the_placed_cards_come_in_the_order_of_their_places() -> None:
    assert diamond({9: "space", 1: "team", 4: "trust"}).placed == ("team", "trust", "space")


def test_what_is_not_placed_is_set_aside_in_the_order_asked_even_if_something_was_said_of_it() -> None:
    board = diamond({1: "trust"}, why={"team": "Half the posts are empty."})
    assert board.set_aside(["team", "trust", "case"]) == ("team", "case")


@pytest.mark.parametrize("from_top", range(10))
def test_filling_from_the_top_and_from_the_bottom_meets_anywhere(from_top: int) -> None:
    board = Diamond()
    for number, card in enumerate(ENABLERS):
        place = board.next_free(from_bottom=number >= from_top)
        assert place is not None
        board = board.put(card, place)
    assert board.next_free(from_bottom=False) is None
    assert board.next_free(from_bottom=True) is None
    strengths, rest = ENABLERS[:from_top], ENABLERS[from_top:]
    assert board.placed == (*strengths, *reversed(rest))


def test_filling_goes_on_in_the_first_gap_from_its_end() -> None:
    board = diamond({1: "trust", 3: "team", 9: "space", 7: "case"})
    assert board.next_free(from_bottom=False) == 2
    assert board.next_free(from_bottom=True) == 8


# --- words ------------------------------------------------------------------------------------------------------------


def test_a_reason_and_a_dissent_are_written_apart() -> None:
    board = Diamond().saying("trust", why="Families come back.").saying("trust", dissent="Not at night.")
    assert board.standing("trust") == Standing(None, "Families come back.", "Not at night.")


def test_cleared_words_of_a_card_in_the_tray_leave_no_trace() -> None:
    assert Diamond().saying("trust", why="x").saying("trust", why="") == Diamond()


# --- fixing -----------------------------------------------------------------------------------------------------------


def test_a_board_is_fixed_at_a_moment_and_opened_again_with_its_cards_where_they_were() -> None:
    board = diamond({1: "trust"})
    assert board.fix(LATER).fixed == LATER
    assert board.fix(LATER).unfix() == board


def test_an_empty_board_can_be_fixed_because_finished_is_the_groups_own_call() -> None:
    assert Diamond().fix(LATER).fixed == LATER


def test_a_fixed_board_still_takes_words() -> None:
    board = diamond({1: "trust"}, fixed=True).saying("trust", why="Families come back.")
    assert board.standing("trust") == Standing(1, "Families come back.")


def test_nothing_of_a_card_stays_when_it_is_taken_out_altogether() -> None:
    board = diamond({1: "trust", 2: "team"}, why={"trust": "Gone."}).without("trust")
    assert layout(board) == {2: "team"}
    assert "trust" not in board.cards


def test_a_fixed_board_lets_go_of_a_card_in_the_tray_only() -> None:
    board = diamond({1: "trust"}, why={"team": "Half the posts are empty."}, fixed=True)
    assert "team" not in board.without("team").cards
    with pytest.raises(Refused):
        board.without("trust")


REFUSALS: list[tuple[str, Diamond, Callable[[Diamond], Diamond], Reason]] = [
    ("put on a fixed board", diamond({1: "trust"}, fixed=True), lambda board: board.put("team", 2), Reason.FIXED),
    ("insert on a fixed board", diamond({1: "trust"}, fixed=True), lambda board: board.insert("team", 1), Reason.FIXED),
    ("lift from a fixed board", diamond({1: "trust"}, fixed=True), lambda board: board.lift("trust"), Reason.FIXED),
    (
        "take out of a fixed board",
        diamond({1: "trust"}, fixed=True),
        lambda board: board.without("trust"),
        Reason.FIXED,
    ),
    ("put at 0", Diamond(), lambda board: board.put("trust", 0), Reason.NO_SUCH_PLACE),
    ("put at 10", Diamond(), lambda board: board.put("trust", 10), Reason.NO_SUCH_PLACE),
    ("put at -1", Diamond(), lambda board: board.put("trust", -1), Reason.NO_SUCH_PLACE),
    ("insert at 0", Diamond(), lambda board: board.insert("trust", 0), Reason.NO_SUCH_PLACE),
    ("insert at 10", Diamond(), lambda board: board.insert("trust", 10), Reason.NO_SUCH_PLACE),
    ("lift from the tray", Diamond(), lambda board: board.lift("trust"), Reason.NOT_PLACED),
    ("fix twice", diamond(fixed=True), lambda board: board.fix(LATER), Reason.ALREADY_FIXED),
    ("unfix an open one", Diamond(), lambda board: board.unfix(), Reason.NOT_FIXED),
]


@pytest.mark.parametrize(("board", "attempt", "reason"), [case[1:] for case in REFUSALS], ids=[c[0] for c in REFUSALS])
def test_what_cannot_be_is_refused_with_its_reason_and_changes_nothing(
    board: Diamond, attempt: Callable[[Diamond], Diamond], reason: Reason
) -> None:
    before = repr(board)
    with pytest.raises(Refused) as refused:
        attempt(board)
    assert refused.value.reason is reason
    assert repr(board) == before
