"""What is said of the quadrants ends in sight on one row of 80 columns, and is true of one and of many."""

from dataclasses import replace
from itertools import product

import pytest

from innovate_tui.workshop.edits import Edit, Judge, Match, Place, TakeOff, WriteMatchReason
from innovate_tui.workshop.features import Judgement, Kind
from innovate_tui.workshop.grid_wording import chosen, help_of, in_hand, matches_of, matching_state, moved
from innovate_tui.workshop.history import History
from innovate_tui.workshop.quadrants import Position, Quadrant, Quadrants
from innovate_tui.workshop.session import OwnFeature, Session, cards_of
from innovate_tui.workshop.wording import ONE_ROW, done, elsewhere, redone, undone
from tests.decks import deck, session

DECK = deck()
LONG = "Relationships between everybody who is in it for the long haul, here"
OWN = ("long-1", "long-2", "long-3", "long-4")
MIDDLES = [quadrant.middle for quadrant in Quadrant]


def start(grid: Quadrants) -> Session:
    """A session with influences of a group's own and a helper, all with titles as long as they come."""
    own = {card: OwnFeature(card, LONG, Kind.INFLUENCE, made_in="quadrants") for card in OWN}
    own["help"] = OwnFeature("help", LONG, Kind.NEXT_LEVEL, made_in="quadrants")
    return replace(session(grid=grid), own=own)


def grid(quadrants: int, of: int = 1, *, matched: int = 0) -> Quadrants:
    """So many long influences in a quadrant, so many of them matched."""
    made = Quadrants()
    for card in OWN[:of]:
        made = made.put(card, *Quadrant(quadrants).middle)
    for card in OWN[:matched]:
        made = made.match(card, "help")
    return made


def says(before: Session, edit: Edit) -> str:
    """What is said when an edit has been made."""
    return done(edit, before, edit.apply(before, DECK), DECK)


MOVES: list[tuple[Session, Edit]] = [
    (start(made), Place("long-1", *there))
    for quadrant, there in product(Quadrant, MIDDLES)
    for made in (grid(quadrant), grid(quadrant).match("long-1", "help"))
]
CHANGES: list[tuple[Session, Edit]] = [
    *MOVES,
    (start(Quadrants()), Place("long-1", 80, 80)),
    (start(grid(2)), TakeOff("long-1")),
    (start(grid(2, matched=1).saying("long-1", why="Because.")), TakeOff("long-1")),
    (start(grid(2)), Match("long-1", "help")),
]


@pytest.mark.parametrize(("before", "edit"), CHANGES)
def test_what_happened_on_the_grid_ends_in_sight(before: Session, edit: Edit) -> None:
    assert len(says(before, edit)) <= ONE_ROW
    history = History(before).do(edit, DECK)
    for step in history.past[-1:]:
        assert len(undone(step, DECK)) <= ONE_ROW
        assert len(redone(step, DECK)) <= ONE_ROW


def test_what_a_move_across_a_line_asks_for_is_said_before_the_row_ends() -> None:
    said = says(start(grid(3)), Place("long-1", 10, 90))
    assert "asks for help now: low importance, high threat" in said
    assert said.endswith("u undoes.")


@pytest.mark.parametrize("of", [0, 1, 2, 3, 4])
@pytest.mark.parametrize("quadrant", Quadrant)
def test_the_state_of_matching_ends_in_sight(quadrant: int, of: int) -> None:
    for matched in range(of + 1):
        now = start(grid(quadrant, of, matched=matched))
        assert len(matching_state(now, DECK)) <= ONE_ROW
        assert len(help_of(now, DECK, "help")) <= ONE_ROW
        for card in OWN:
            assert len(matches_of(now, DECK, card)) <= ONE_ROW
            assert len(chosen(now, DECK, card)) <= ONE_ROW
            assert len(in_hand(cards_of(now, DECK), DECK, card, *Quadrant(quadrant).middle)) <= ONE_ROW


def test_before_anything_is_placed_matching_says_which_key_leads_to_placing() -> None:
    assert matching_state(start(Quadrants()), DECK) == "No influence is placed yet. , goes back to placing them."


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (grid(2).saying("long-1", why="Because."), "Its reason stays."),
        (grid(2, matched=1), "Its match stays."),
        (grid(2, matched=1).match("long-1", "risk"), "Its matches stay."),
        (grid(2, matched=1).saying("long-1", why="Because."), "Reason and matches stay."),
    ],
)
def test_what_stays_with_a_card_that_goes_back_to_the_tray(made: Quadrants, words: str) -> None:
    assert words in says(start(made), TakeOff("long-1"))


def test_the_key_comes_first_where_the_last_change_elsewhere_is_too_long_for_a_row() -> None:
    before = start(grid(2, matched=1))
    step = History(before).do(WriteMatchReason("long-1", "help", "It helps."), DECK).past[-1]
    assert elsewhere(step, DECK).startswith("u again goes there and undoes: wrote why")
    short = History(session()).do(Judge("trust", Judgement.STRENGTH), DECK).past[-1]
    assert elsewhere(short, DECK).endswith("u again goes there and undoes it.")


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        (Position(), Position(80, 20), "went to high importance, low threat"),
        (Position(), Position(80, None), "went to high importance, threat not said yet"),
        (Position(80, None), Position(80, 20), "went to high importance, low threat"),
        (Position(80, 20), Position(80, 80), "went from low to high threat"),
        (Position(80, 20), Position(20, 20), "went from high to low importance"),
        (Position(20, 20), Position(80, 80), "went from low to high on both axes"),
        (Position(80, 80), Position(20, 20), "went from high to low on both axes"),
        (Position(80, 20), Position(20, 80), "went to low importance, high threat"),
        (Position(80, 20), Position(90, 10), "moved within high importance, low threat"),
    ],
)
def test_undo_and_redo_say_how_an_influence_moved(was: Position, now: Position, said: str) -> None:
    assert moved(was, now) == said
