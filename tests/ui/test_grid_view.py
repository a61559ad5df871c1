"""What every key means on the grid of the quadrants, without a terminal."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from innovate_tui.ui.widgets import grid_view as keys
from innovate_tui.ui.widgets.board_view import FIXED, IN_HAND, SideItem
from innovate_tui.ui.widgets.grid_cells import Cells
from innovate_tui.ui.widgets.grid_view import Answer, GridScene, GridView
from innovate_tui.workshop.edits import Edit, Place, TakeOff
from innovate_tui.workshop.quadrants import Position, Quadrant, Quadrants
from innovate_tui.workshop.session import cards_of
from tests.decks import INFLUENCES, LATER, NEXT_LEVEL, deck, session

CARDS = cards_of(session(), deck()).all
J, K, L, M, N = INFLUENCES
PLACES = {J: (10, 90), K: (80, 85), L: (85, 60), M: (60, 20)}


def scene(at: Mapping[str, tuple[int, int]] | None = None, *, fixed: bool = False, **more: object) -> GridScene:
    cards = {card: Position(*values) for card, values in (at or {}).items()}
    return replace(GridScene(CARDS, Quadrants(cards, fixed=LATER if fixed else None)), **more)  # type: ignore[arg-type]  # by name


def made(before: GridScene, answer: Answer) -> tuple[GridScene, GridView]:
    """The scene and the view once the edit of an answer was made by the rules."""
    assert answer.edit is not None
    after = replace(before, quadrants=applied(before.quadrants, answer.edit))
    return after, keys.settled(after, keys.after_edit(before, after, answer.view, answer.edit))


def applied(board: Quadrants, edit: Edit) -> Quadrants:
    if isinstance(edit, Place):
        return board.put(edit.card, edit.importance, edit.threat)
    assert isinstance(edit, TakeOff)
    return board.lift(edit.card)


# --- placing ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("quadrant", Quadrant)
def test_two_keys_are_a_whole_placement(quadrant: Quadrant) -> None:
    after, view = made(scene(), keys.digit(scene(), keys.capital(scene(), GridView(), "K").view, quadrant))
    assert after.quadrants.position(K).quadrant is quadrant
    assert view.at == L
    assert view.last == K
    assert keys.subject(after, view) == K


def test_after_the_last_card_of_the_tray_the_cursor_stays_with_it() -> None:
    before = scene(PLACES)
    _, view = made(before, keys.digit(before, GridView(at=N), 3))
    assert view.at == N


def test_a_placed_card_goes_to_another_quadrant_and_the_cursor_with_it() -> None:
    before = scene(PLACES)
    after, view = made(before, keys.digit(before, GridView(at=K), 3))
    assert after.quadrants.position(K).quadrant is Quadrant.LOW_IMPORTANCE_LOW_THREAT
    assert view.at == K


def test_there_are_only_four_quadrants() -> None:
    assert keys.digit(scene(), GridView(at=J), 5).say == keys.QUADRANTS_ARE


def test_0_takes_the_chosen_card_off_or_the_one_just_placed() -> None:
    before = scene(PLACES)
    assert keys.lift(before, GridView(at=K)).edit == TakeOff(K)
    assert keys.lift(before, GridView(at=N, last=M)).edit == TakeOff(M)
    assert keys.lift(before, GridView()).say == "Nothing stands here."
    _, view = made(before, keys.lift(before, GridView(at=K)))
    assert view.at == K


# --- carrying ---------------------------------------------------------------------------------------------------------


def test_a_card_is_picked_up_where_it_stands_and_one_of_the_tray_where_the_lines_cross() -> None:
    assert keys.carry(scene(PLACES), GridView(at=K)).view.over == (80, 85)
    assert keys.carry(scene(PLACES), GridView(at=N)).view.over == keys.CENTRE


def test_arrows_carry_one_cell_and_never_round_a_card_into_the_other_half() -> None:
    before, view = scene(PLACES, cells=Cells(25, 7)), GridView(at=K, hand=K, over=(50, 50))
    assert keys.arrow(before, view, "left").view.over[0] < 50 <= view.over[0]
    assert keys.arrow(before, view, "down").view.over[1] < 50 <= view.over[1]
    there = view
    for _ in range(60):
        there = keys.arrow(before, there, "right").view
    assert there.over[0] <= 100
    assert keys.arrow(before, there, "right").view.over == there.over


@pytest.mark.parametrize("key", [keys.enter, keys.carry])
def test_enter_and_space_put_down_where_the_card_hovers(key: object) -> None:
    view = GridView(at=N, hand=N, over=(30, 70))
    assert key(scene(PLACES), view).edit == Place(N, 30, 70)  # type: ignore[operator]  # by name


def test_a_card_put_down_where_it_stood_changes_nothing() -> None:
    answer = keys.enter(scene(PLACES), GridView(at=K, hand=K, over=(80, 85)))
    assert answer.edit is None
    assert answer.say == "It stands where it stood."


def test_esc_puts_back() -> None:
    answer = keys.put_back(scene(), GridView(at=N, hand=N, answered=True))
    assert not keys.waiting(answer.view)
    assert not answer.view.answered


def test_with_a_card_in_hand_tab_and_capitals_say_so() -> None:
    view = GridView(at=N, hand=N)
    assert keys.next_thing(scene(), view).say == IN_HAND
    assert keys.capital(scene(), view, "K").say == IN_HAND


@pytest.mark.parametrize(("answers", "place"), [("hh", (75, 75)), ("hl", (75, 25)), ("lh", (25, 75)), ("ll", (25, 25))])
def test_h_and_l_answer_importance_and_then_threat(answers: str, place: tuple[int, int]) -> None:
    before, view = scene(), keys.carry(scene(), GridView(at=N)).view
    assert keys.untouched(before, view)
    first = keys.say_level(before, view, high=answers[0] == "h")
    assert first.edit is None
    assert keys.say_level(before, first.view, high=answers[1] == "h").edit == Place(N, *place)


def test_h_and_l_keep_a_finer_position_that_is_on_that_side_already() -> None:
    before = scene(PLACES)
    first = keys.say_level(before, keys.carry(before, GridView(at=K)).view, high=True)
    assert keys.say_level(before, first.view, high=False).edit == Place(K, 80, 25)


def test_h_without_a_card_in_hand_says_what_to_do() -> None:
    assert "space" in keys.say_level(scene(), GridView(at=N), high=True).say


def test_a_fixed_board_says_so_when_a_card_is_to_be_picked_up() -> None:
    assert keys.carry(scene(PLACES, fixed=True), GridView(at=K)).say == FIXED


# --- going about ------------------------------------------------------------------------------------------------------


def test_arrows_go_to_the_nearest_card_that_way() -> None:
    before = scene(PLACES)
    assert keys.arrow(before, GridView(at=J), "right").view.at == K
    assert keys.arrow(before, GridView(at=K), "down").view.at == L
    assert keys.arrow(before, GridView(at=L), "down").view.at == M
    assert keys.arrow(before, GridView(at=M), "up").view.at == L
    assert keys.arrow(before, GridView(at=K), "left").view.at == J


def test_left_of_the_leftmost_is_the_tray_and_right_comes_back() -> None:
    before = scene(PLACES)
    tray = keys.arrow(before, GridView(at=J), "left").view
    assert tray.at == N
    assert keys.arrow(before, tray, "right").view.at == J


def test_up_and_down_wrap_in_the_tray() -> None:
    assert keys.arrow(scene(), GridView(at=J), "up").view.at == N
    assert keys.arrow(scene(), GridView(at=N), "down").view.at == J


@pytest.mark.parametrize("as_list", [False, True])
def test_tab_goes_through_everything_and_round_again_through_overlapping_cards_too(as_list: bool) -> None:
    before = scene(dict.fromkeys((J, K, L, M), (75, 75)), as_list=as_list)
    view, seen = GridView(at=N), []
    for _ in range(5):
        view = keys.next_thing(before, view).view
        seen.append(view.at)
    assert sorted(seen) == sorted(INFLUENCES)


@pytest.mark.parametrize("as_list", [False, True])
@pytest.mark.parametrize("at", INFLUENCES)
def test_every_card_can_be_reached_with_arrows(as_list: bool, at: str) -> None:
    before = scene(PLACES, as_list=as_list)
    reached, open_ = {at}, [at]
    while open_:
        for way in ("up", "down", "left", "right"):
            there = keys.arrow(before, GridView(at=open_[0]), way).view.at
            if there not in reached:
                reached.add(there)
                open_.append(there)
        open_.pop(0)
    assert reached == set(INFLUENCES)


def test_a_card_of_another_kind_is_not_for_this_board_but_at_the_step_of_reading_it_is() -> None:
    assert "not a card for this board" in keys.capital(scene(), GridView(), "O").say
    reading = scene(PLACES, to_read=NEXT_LEVEL)
    view = keys.capital(reading, GridView(), "O").view
    assert view.at == NEXT_LEVEL[0]
    assert keys.enter(reading, view).read == NEXT_LEVEL[0]
    assert keys.digit(reading, view, 2).say == keys.NOT_HERE
    assert "set aside" in keys.capital(reading, GridView(), "N").say


def test_in_the_review_digits_open_questions() -> None:
    review = scene(PLACES, questions=(SideItem("q1", "What first?"), SideItem("q2", "Who else?")))
    assert keys.digit(review, GridView(at="q1"), 2).read == "q2"
    assert keys.settled(review, GridView(at=N)).at == "q1"


def test_a_card_that_is_gone_gives_way() -> None:
    assert keys.settled(scene(PLACES), GridView(at="gone", hand="gone", last="gone")) == GridView(at=N)
