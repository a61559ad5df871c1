"""What every key means on the diamond (INTERACTION, section 1), without a terminal."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from innovate_tui.ui.widgets import diamond_view as keys
from innovate_tui.ui.widgets.diamond_view import Answer, Direction, Scene, SideItem, Spot, View
from innovate_tui.workshop.diamond import PLACES, Diamond
from innovate_tui.workshop.edits import Edit, Insert, Lift, Put
from innovate_tui.workshop.features import Judgement
from innovate_tui.workshop.session import Said, cards_of
from tests.decks import ENABLERS, deck, diamond, full, session

CARDS = cards_of(session(), deck()).all
A, B, C, D, E, F, G, H, I = ENABLERS  # noqa: E741 - the letters of the cards
QUESTIONS = (SideItem("q1", "How ready are we?"), SideItem("q2", "What next?"))


def scene(at: Mapping[int, str] | None = None, *, fixed: bool = False, **more: object) -> Scene:
    return replace(Scene(CARDS, diamond(at, fixed=fixed)), **more)  # type: ignore[arg-type]  # fields by name


def on(card: str) -> View:
    return View(at=Spot(item=card))


def at(place: int) -> View:
    return View(at=Spot(place=place), over=place)


def made(before: Scene, answer: Answer) -> tuple[Scene, View]:
    """The scene and the view once the edit of an answer was made by the rules."""
    assert answer.edit is not None
    after = replace(before, diamond=applied(before.diamond, answer.edit))
    return after, keys.settled(after, keys.after_edit(before, after, answer.view, answer.edit))


def applied(board: Diamond, edit: Edit) -> Diamond:
    if isinstance(edit, Put):
        return board.put(edit.card, edit.place)
    if isinstance(edit, Insert):
        return board.insert(edit.card, edit.place)
    assert isinstance(edit, Lift)
    return board.lift(edit.card)


# --- choose a card, press a digit -------------------------------------------------------------------------------------


@pytest.mark.parametrize("place", PLACES)
def test_a_digit_puts_the_chosen_card_there(place: int) -> None:
    assert keys.digit(scene(), on(B), place).edit == Put(B, place)
    assert keys.digit(scene({4: B}), at(4), place).edit == Put(B, place)


def test_after_a_digit_the_cursor_goes_to_the_next_card_of_the_tray() -> None:
    _, view = made(scene(), keys.digit(scene(), on(B), 1))
    assert view.at == Spot(item=C)
    assert view.last == B


def test_after_the_last_card_of_the_tray_the_cursor_goes_to_the_first_that_is_left() -> None:
    _, view = made(scene(), keys.digit(scene(), on(I), 1))
    assert view.at == Spot(item=A)


def test_when_the_tray_is_empty_the_cursor_stays_with_the_card() -> None:
    almost = scene(full(ENABLERS[:8]))
    _, view = made(almost, keys.digit(almost, on(I), 9))
    assert view.at == Spot(place=9)


def test_a_card_that_moves_on_the_board_takes_the_cursor_along() -> None:
    before = scene({1: A, 2: B})
    after, view = made(before, keys.digit(before, at(1), 2))
    assert view.at == Spot(place=2)
    assert after.diamond.at(1) == B


def test_w_acts_on_the_card_just_placed_until_something_is_chosen() -> None:
    after, view = made(scene(), keys.digit(scene(), on(D), 2))
    assert keys.chosen(after, view) == E
    assert keys.subject(after, view) == D
    for answer in (keys.arrow(after, view, "down"), keys.capital(after, view, "A"), keys.next_thing(after, view)):
        assert keys.subject(after, answer.view) == keys.chosen(after, answer.view)


def test_0_takes_the_card_just_placed_back() -> None:
    after, view = made(scene(), keys.digit(scene(), on(D), 2))
    assert keys.lift(after, view).edit == Lift(D)
    _, back = made(after, keys.lift(after, view))
    assert back.at == Spot(item=D)
    assert not back.last


def test_0_lifts_the_chosen_card_and_the_cursor_goes_along_to_the_tray() -> None:
    before = scene({4: B})
    answer = keys.lift(before, at(4))
    assert answer.edit == Lift(B)
    assert made(before, answer)[1].at == Spot(item=B)
    assert keys.lift(before, at(5)).say == "Nothing stands here."


def test_a_digit_on_an_empty_place_says_what_to_do() -> None:
    answer = keys.digit(scene(), at(4), 4)
    assert answer.edit is None
    assert answer.say == "Nothing here yet. Choose a card, then press a number."


def test_undoing_a_placement_forgets_the_card_just_placed() -> None:
    _, view = made(scene(), keys.digit(scene(), on(D), 2))
    assert keys.settled(scene(), view).last == ""


# --- insert -----------------------------------------------------------------------------------------------------------


def test_i_and_a_digit_insert_and_a_digit_alone_later_puts() -> None:
    waiting = keys.insert(scene({1: A}), on(B))
    assert waiting.view.inserting
    assert waiting.say == "Insert A stable and capable team where? Press 1-9; the others move down."
    answer = keys.digit(scene({1: A}), waiting.view, 1)
    assert answer.edit == Insert(B, 1)
    assert not answer.view.inserting


@pytest.mark.parametrize("key", ["arrow", "space", "enter", "tab", "0", "esc"])
def test_any_other_key_ends_the_waiting_for_a_place_to_insert(key: str) -> None:
    before = scene({1: A})
    view = keys.insert(before, on(B)).view
    answers = {
        "arrow": keys.arrow(before, view, "down"),
        "space": keys.carry(before, view),
        "enter": keys.enter(before, view),
        "tab": keys.next_thing(before, view),
        "0": keys.lift(before, view),
        "esc": keys.put_back(before, view),
    }
    assert not answers[key].view.inserting


def test_i_without_a_card_says_what_to_do() -> None:
    assert "Choose a card first" in keys.insert(scene(), at(5)).say


# --- arrows -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("place", "way", "then"),
    [
        (1, "down", 2),
        (2, "right", 3),
        (3, "left", 2),
        (2, "down", 4),
        (3, "down", 5),
        (4, "right", 5),
        (5, "right", 6),
        (6, "up", 3),
        (4, "up", 2),
        (5, "up", 2),
        (5, "down", 7),
        (4, "down", 7),
        (6, "down", 8),
        (8, "left", 7),
        (7, "down", 9),
        (9, "up", 7),
        (9, "down", 9),
        (1, "up", 1),
        (6, "right", 6),
    ],
)
def test_arrows_go_by_geometry(place: int, way: Direction, then: int) -> None:
    assert keys.arrow(scene(full()), at(place), way).view.at == Spot(place=then)


def test_every_place_can_be_reached_by_arrows_and_left_again() -> None:
    ways: tuple[Direction, ...] = ("up", "down", "left", "right")
    steps = {place: {keys.beside(place, way) for way in ways} - {place} for place in PLACES}
    reached, rim = {1}, {1}
    while rim:
        rim = {other for place in rim for other in steps[place]} - reached
        reached |= rim
    assert reached == set(PLACES)
    assert all(steps.values())


def test_up_and_down_wrap_in_the_tray() -> None:
    assert keys.arrow(scene(), on(A), "up").view.at == Spot(item=I)
    assert keys.arrow(scene(), on(I), "down").view.at == Spot(item=A)
    assert keys.arrow(scene(), on(B), "down").view.at == Spot(item=C)


def test_right_crosses_from_the_tray_to_the_board_and_left_at_its_edge_back() -> None:
    before = scene({4: A})
    assert keys.arrow(before, replace(on(B), over=4), "right").view.at == Spot(place=4)
    assert keys.arrow(before, at(4), "left").view.at.item == B
    assert keys.arrow(before, at(5), "left").view.at == Spot(place=4)
    assert keys.arrow(before, on(C), "left").view.at == Spot(item=C)


def test_with_the_questions_at_the_right_the_crossing_is_at_the_right() -> None:
    review = scene(full(), questions=QUESTIONS)
    assert keys.arrow(review, at(6), "right").view.at == Spot(item="q1")
    assert keys.arrow(review, View(at=Spot(item="q1"), over=6), "left").view.at == Spot(place=6)


def test_in_a_small_window_the_places_are_a_list_and_arrows_go_up_and_down_it() -> None:
    listed = scene({4: A}, as_list=True)
    assert keys.arrow(listed, at(4), "down").view.at == Spot(place=5)
    assert keys.arrow(listed, at(9), "down").view.at == Spot(place=9)
    assert keys.arrow(listed, at(4), "right").view.at.item == B
    assert keys.arrow(listed, replace(on(B), over=4), "left").view.at == Spot(place=4)


def test_tab_goes_through_the_tray_and_then_the_places_and_round() -> None:
    before, view = scene({1: A, 2: B}), on(C)
    seen = [view.at]
    for _ in range(len(before.side) + len(PLACES) - 1):
        view = keys.next_thing(before, view).view
        seen.append(view.at)
    assert len(set(seen)) == len(before.side) + len(PLACES)
    assert keys.next_thing(before, view).view.at == Spot(item=C)


# --- capitals ---------------------------------------------------------------------------------------------------------


def test_a_capital_goes_to_its_card_wherever_it_is() -> None:
    before = scene({4: A})
    assert keys.capital(before, on(C), "A").view.at == Spot(place=4)
    assert keys.capital(before, at(4), "B").view.at == Spot(item=B)


def test_a_capital_changes_nothing_of_the_session() -> None:
    for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ":
        assert keys.capital(scene({4: A}), on(C), letter).edit is None


def test_a_capital_that_no_card_has_says_so_and_how_to_find_one() -> None:
    assert keys.capital(scene(), on(A), "X").say == "No card has the letter X. / finds one by name."


def test_a_card_of_another_kind_is_named() -> None:
    answer = keys.capital(scene(), on(A), "N")
    assert answer.say.startswith("N is ")
    assert answer.view.at == Spot(item=A)


def test_a_third_capital_in_a_row_asks_after_caps_lock_and_another_key_ends_the_row() -> None:
    view = on(A)
    for letter, asks in (("A", False), ("B", False), ("C", True), ("D", True)):
        answer = keys.capital(scene(), view, letter)
        assert answer.say == ("Capitals choose cards. Is Caps Lock on?" if asks else ""), letter
        view = answer.view
    view = keys.arrow(scene(), view, "down").view
    assert keys.capital(scene(), view, "A").say == ""


def test_a_capital_after_another_that_names_no_card_asks_after_caps_lock() -> None:
    view = keys.capital(scene(), on(A), "A").view
    assert keys.capital(scene(), view, "X").say == "Capitals choose cards. Is Caps Lock on?"


def test_digits_and_placing_end_a_row_of_capitals_so_that_fast_hands_are_not_scolded() -> None:
    before, view = scene(), on(A)
    for letter, place in zip("DEBAFC", (1, 2, 3, 4, 5, 6), strict=True):
        answer = keys.capital(before, view, letter)
        assert answer.say == ""
        before, view = made(before, keys.digit(before, answer.view, place))


# --- a card in hand ---------------------------------------------------------------------------------------------------


def test_space_picks_up_and_space_or_enter_puts_down() -> None:
    before = scene({2: A})
    held = keys.carry(before, at(2)).view
    assert (held.hand, held.over) == (A, 2)
    moved = keys.arrow(before, held, "down").view
    assert moved.over == 4
    for key in (keys.carry, keys.enter):
        assert key(before, moved).edit == Put(A, 4)


def test_a_card_picked_up_in_the_tray_hovers_where_filling_would_go_on() -> None:
    assert keys.carry(scene({1: A}), on(B)).view.over == 2
    assert keys.carry(scene({1: A}, from_bottom=True), on(B)).view.over == 9
    develop = scene({1: A}, said={B: Said(Judgement.DEVELOPMENT)})
    assert keys.carry(develop, on(B)).view.over == 9


def test_esc_puts_the_card_in_hand_back() -> None:
    before = scene({2: A})
    held = keys.carry(before, at(2)).view
    answer = keys.put_back(before, keys.arrow(before, held, "down").view)
    assert answer.edit is None
    assert answer.view.hand == ""
    assert answer.view.at == Spot(place=2)


def test_putting_a_card_down_where_it_stood_changes_nothing() -> None:
    before = scene({2: A})
    answer = keys.carry(before, keys.carry(before, at(2)).view)
    assert answer.edit is None
    assert answer.view.hand == ""


def test_with_a_card_in_hand_only_the_keys_of_carrying_do_something() -> None:
    before = scene({2: A})
    held = keys.carry(before, at(2)).view
    assert keys.digit(before, held, 7).edit == Put(A, 7)
    assert keys.lift(before, held).edit == Lift(A)
    other = keys.capital(before, held, "B")
    assert other.view.hand == A
    assert other.say == "A card is in hand. Enter puts it down, esc puts it back."
    assert keys.next_thing(before, held).view.at == held.at


def test_space_where_nothing_is_chosen_says_what_to_do() -> None:
    assert "Choose a card" in keys.carry(scene(), at(3)).say


# --- reading, reviewing, a fixed board --------------------------------------------------------------------------------


def test_enter_reads_what_is_chosen_and_on_a_free_place_says_what_to_do() -> None:
    assert keys.enter(scene(), on(B)).read == B
    assert keys.enter(scene({4: A}), at(4)).read == A
    assert keys.enter(scene(), at(4)).say == "Nothing here yet. Choose a card, then press 4."


def test_when_stepping_back_a_digit_opens_a_question_and_does_not_move_a_card() -> None:
    review = scene(full(), questions=QUESTIONS)
    asked = View(at=Spot(item="q1"))
    assert keys.digit(review, asked, 2).read == "q2"
    assert keys.digit(review, asked, 3).read == ""
    assert keys.digit(review, asked, 3).edit is None
    assert keys.enter(review, asked).read == "q1"


@pytest.mark.parametrize("key", [keys.carry, keys.insert])
def test_a_fixed_board_refuses_at_once_and_says_how_to_open_it(key: object) -> None:
    assert callable(key)
    answer = key(scene({2: A}, fixed=True), at(2))
    assert answer.say == "This board is fixed. f unfixes it."
    assert not answer.view.hand
    assert not answer.view.inserting


def test_looking_about_and_reading_go_on_working_on_a_fixed_board() -> None:
    fixed = scene(full(), fixed=True)
    assert keys.enter(fixed, at(2)).read == B
    assert keys.arrow(fixed, at(2), "down").view.at == Spot(place=4)
    assert keys.capital(fixed, at(2), "D").view.at.place


def test_what_is_set_aside_is_one_group_once_the_board_is_full_or_fixed() -> None:
    assert scene({2: A}, fixed=True).tray == (("Set aside", ENABLERS[1:]),)
    assert scene(full(), fixed=True).tray == ()


def test_the_tray_is_in_three_groups_by_judgement() -> None:
    judged = {A: Said(Judgement.DEVELOPMENT), B: Said(Judgement.STRENGTH)}
    assert [title for title, _ in scene(said=judged).tray] == ["Strengths", "To develop", "Not judged yet"]
    assert scene(said=judged).tray[0] == ("Strengths", (B,))


def test_a_cursor_on_something_that_is_gone_goes_to_what_is_nearest() -> None:
    placed = scene({3: A})
    assert keys.settled(placed, on(A)).at == Spot(place=3)
    assert keys.settled(placed, on("own-gone")).at == Spot(item=B)
    assert keys.settled(scene(full()), on("own-gone")).at.place in PLACES
    assert keys.settled(placed, View(hand="own-gone")).hand == ""
