"""A paper diamond typed back: which letters stand where, and what is said at once of one that cannot be."""

from dataclasses import replace

import pytest

from innovate_tui.workshop.edits import Arrange, Put, WriteReason
from innovate_tui.workshop.history import History
from innovate_tui.workshop.paper import read_letters, told
from innovate_tui.workshop.session import Kept, Session, cards_of
from innovate_tui.workshop.wording import done
from tests.decks import ENABLERS, deck, full, own_card, session

DECK = deck()
LETTERS = cards_of(session(own=[own_card()]), DECK).by_letter


def test_nine_letters_are_nine_cards_in_reading_order_and_small_letters_do() -> None:
    reading = read_letters("iHgFeDcBa", LETTERS)
    assert reading.cards == tuple(reversed(ENABLERS))
    assert reading.complete
    assert told(reading) == "Compare it with the paper. Enter keeps it, esc leaves the board as it was."


@pytest.mark.parametrize("typed", ["ab.de--u.", "a b . d e - - u .", "A, B, ., D / E; -\n-\tU ."])
def test_dots_and_hyphens_are_empty_places_spaces_and_commas_are_nothing_and_own_cards_have_letters(typed: str) -> None:
    a, b, _, d, e, *_ = ENABLERS
    assert read_letters(typed, LETTERS).cards == (a, b, "", d, e, "", "", "own-k3f9", "")


@pytest.mark.parametrize(
    ("typed", "trouble"),
    [
        ("abcx", "Place 4: no card has the letter “X”."),
        ("ab7", "Place 3: no card has the letter “7”."),
        ("ßb", "Place 1: no card has the letter “SS”."),
        ("ab a", "Place 3: A stands at 1 already."),
        ("abj", "Place 3: J is Politics, not for this board."),
        ("abcdefghiu", "9 places are told already: “u” is too much."),
    ],
)
def test_a_letter_that_cannot_be_is_told_at_once_with_its_place(typed: str, trouble: str) -> None:
    reading = read_letters(typed, LETTERS)
    assert reading.trouble == trouble
    assert not reading.complete
    assert told(reading) == f"{trouble} Backspace takes it back."
    assert read_letters(f"{typed}h", LETTERS).trouble == trouble


def test_while_letters_are_missing_the_next_place_is_asked_for() -> None:
    assert told(read_letters("", LETTERS)) == "The letter at place 1? A full stop for a place that is empty."
    reading = read_letters("ab.", LETTERS)
    assert (reading.next_place, reading.complete) == (4, False)
    assert told(reading) == "The letter at place 4?"
    assert read_letters("abcdefghi", LETTERS).next_place == 0


def after(start: Session, *edits: Arrange | Put | WriteReason) -> Session:
    """The session after edits."""
    for edit in edits:
        start = edit.apply(start, DECK)
    return start


def test_reasons_survive_and_what_is_not_on_the_paper_goes_back_to_the_tray() -> None:
    before = session(at=full(), why={"trust": "Families come back."}, dissent={"space": "Not here."})
    a, b, *_ = ENABLERS
    now = after(before, Arrange((b, "", a, *[""] * 6))).boards.diamond
    assert now.placed == (b, a)
    assert (now.place_of(b), now.place_of(a)) == (1, 3)
    assert now.standing("trust").why == "Families come back."
    assert now.standing("space").dissent == "Not here."
    assert now.standing("space").place is None


def test_it_is_one_step_back() -> None:
    history = History(session(at={1: "trust", 5: "team"}))
    arranged = history.do(Arrange(ENABLERS[::-1]), DECK)
    assert arranged.now.boards.diamond.placed == ENABLERS[::-1]
    assert arranged.undo().now == history.now


def test_what_was_done_is_said() -> None:
    before = session()
    edit = Arrange(("trust", "team", *[""] * 7))
    assert done(edit, before, after(before, edit), DECK) == "The diamond stands as on paper, with 2 cards. u undoes."
    nothing = Arrange(("",) * 9)
    full_board = session(at=full())
    assert done(nothing, full_board, after(full_board, nothing), DECK) == (
        "The diamond stands as on paper, without a card. u undoes."
    )
    assert done(nothing, before, after(before, nothing), DECK) == "Nothing has changed."


def test_a_place_that_could_not_stand_in_the_file_gives_way_to_the_one_on_paper() -> None:
    odd = tuple(Kept(("diamond", "cards", card, "place"), 12, "There is no such place.") for card in ("trust", "team"))
    start = replace(session(), kept=odd)
    assert after(start, Arrange(("trust", *[""] * 8))).kept == odd[1:]
