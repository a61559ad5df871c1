"""Undo and redo: without limit within a run, of typing too; no card is ever lost on the way."""

from dataclasses import replace

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from innovate_tui.workshop.deck import Act
from innovate_tui.workshop.diamond import PLACES
from innovate_tui.workshop.edits import (
    EDITS,
    Edit,
    Fix,
    Insert,
    Judge,
    Lift,
    Put,
    Spend,
    Unfix,
    WriteNote,
    WriteReason,
)
from innovate_tui.workshop.features import Judgement
from innovate_tui.workshop.history import History
from innovate_tui.workshop.refusal import Refused
from tests.decks import ENABLERS, LATER, own_card, session
from tests.workshop.every_edit import DECK, EXAMPLES


def after(start: History, *edits: Edit) -> History:
    """The history after these edits."""
    for edit in edits:
        start = start.do(edit, DECK)
    return start


def typing(words: str, card: str = "trust") -> list[Edit]:
    """A reason typed letter by letter."""
    return [WriteReason(card, "why", words[:end]) for end in range(1, len(words) + 1)]


def reason(history: History, card: str = "trust") -> str:
    """The reason of a card now."""
    return history.now.boards.diamond.standing(card).why


@pytest.mark.parametrize("kind", EDITS.values(), ids=EDITS)
def test_every_edit_is_undone_to_the_very_session_before_and_done_again_to_the_one_after(kind: type[Edit]) -> None:
    before, edit = EXAMPLES[kind]
    done = History(before).do(edit, DECK)
    assert done.undo().now is before
    assert done.undo().redo().now is done.now
    assert done.undo().redo().past[-1].edit == edit


def test_time_that_is_noted_is_no_step_and_no_undo_or_redo_takes_it_back() -> None:
    history = after(History(session()), Put("trust", 1), *typing("Families"), Put("team", 2)).undo()
    noted = history.noted(Spend("diamond", Act.ORDER, 3), DECK)
    assert noted.now.spent == {"diamond": {"order": 3}}
    assert [step.edit for step in noted.past] == [step.edit for step in history.past]
    assert [step.edit for step in noted.future] == [step.edit for step in history.future]
    spent = noted.now.spent
    for turned in (noted.redo(), noted.undo(), noted.undo().undo(), noted.undo().undo().redo().redo().redo()):
        assert turned.now.spent == spent
    assert noted.undo().now == replace(history.undo().now, spent=spent)
    assert noted.redo().now == replace(history.redo().now, spent=spent)
    assert noted.past is history.past, "however many steps there are, a note costs the same"
    later = after(noted, Put("space", 3)).noted(Spend("diamond", Act.ORDER, 4), DECK)
    assert later.undo().undo().now.spent == later.undo().redo().now.spent == {"diamond": {"order": 7}}


def test_typing_goes_on_after_time_was_noted() -> None:
    history = after(History(session()), Put("trust", 1), *typing("Fam")).noted(Spend("diamond", Act.ORDER, 1), DECK)
    history = after(history, WriteReason("trust", "why", "Families"))
    assert len(history.past) == 2
    assert reason(history.undo()) == ""
    gone = after(history, WriteReason("trust", "why", ""))
    assert len(gone.past) == 1, "words that were all deleted again are no step"
    assert gone.now.spent == {"diamond": {"order": 1}}


def test_a_thousand_edits_are_undone_one_by_one_and_done_again() -> None:
    start = History(session())
    history = after(start, *(Put("trust", 1 + number % 2) for number in range(1000)))
    last = history.now
    for _ in range(1000):
        history = history.undo()
    assert history.now is start.now
    for _ in range(1000):
        history = history.redo()
    assert history.now is last


def test_undo_and_redo_with_nothing_left_change_nothing() -> None:
    history = History(session())
    assert history.undo() is history
    assert history.redo() is history


def test_a_new_edit_takes_away_what_could_be_done_again() -> None:
    history = after(History(session()), Put("trust", 1)).undo()
    assert history.future
    assert not after(history, Put("team", 1)).future


def test_an_edit_that_changes_nothing_is_no_step_and_takes_no_redo_away() -> None:
    history = after(History(session()), Put("trust", 1), Put("team", 2)).undo()
    assert after(history, Put("trust", 1)) is history
    assert after(history, Judge("trust", None)) is history


def test_a_refused_edit_leaves_the_history_as_it_was() -> None:
    history = after(History(session()), Put("trust", 1))
    with pytest.raises(Refused):
        history.do(Lift("team"), DECK)
    assert len(history.past) == 1


def test_typing_is_one_step_until_the_field_is_left() -> None:
    history = after(History(session()), *typing("Yes."))
    assert (len(history.past), reason(history)) == (1, "Yes.")
    history = after(history.leave_field(), *(WriteReason("trust", "why", f"Yes. {more}") for more in ("N", "No")))
    assert (len(history.past), reason(history)) == (2, "Yes. No")
    assert reason(history.undo()) == "Yes."
    assert reason(history.undo().undo()) == ""
    assert reason(history.undo().undo().redo()) == "Yes."


def test_the_step_of_typing_is_known_by_its_last_words() -> None:
    history = after(History(session()), *typing("Yes."))
    assert history.past[-1].edit == WriteReason("trust", "why", "Yes.")
    assert history.past[-1].before == session()


def test_typing_elsewhere_is_another_step() -> None:
    history = after(
        History(session()),
        *typing("Yes."),
        *typing("No.", "team"),
        WriteReason("team", "dissent", "?"),
        WriteNote("team", "!"),
    )
    assert len(history.past) == 4


def test_typing_that_returns_to_the_start_leaves_no_step() -> None:
    history = after(History(session()), Put("team", 1), *typing("Yes"), WriteReason("trust", "why", ""))
    assert [step.edit for step in history.past] == [Put("team", 1)]
    assert len(after(history, *typing("No")).past) == 2


def test_typing_goes_on_as_a_new_step_after_anything_else_even_if_nobody_said_the_field_was_left() -> None:
    history = after(History(session()), *typing("Yes"), Put("trust", 1), WriteReason("trust", "why", "Yes."))
    assert len(history.past) == 3
    undone = after(History(session()), *typing("Yes"), Put("trust", 1)).undo()
    assert len(after(undone, WriteReason("trust", "why", "Yes.")).past) == 2


def test_typing_after_an_undo_is_a_new_step() -> None:
    history = after(History(session()), *typing("Yes")).leave_field()
    history = after(history, WriteReason("trust", "why", "Yes.")).undo()
    history = after(history, WriteReason("trust", "why", "Yes!"))
    assert (len(history.past), history.future) == (2, ())
    again = after(History(session()), *typing("Yes")).undo().redo()
    assert len(after(again, WriteReason("trust", "why", "Yes.")).past) == 2


def test_leaving_a_field_twice_or_without_typing_changes_nothing() -> None:
    history = after(History(session()), Put("trust", 1))
    assert history.leave_field() is history


TRAY_AND_BOARD = session(
    at={1: "trust", 5: "own-k3f9"},
    why={"trust": "Families come back.", "team": "Half the posts are empty.", "own-k3f9": "Warm."},
    dissent={"case": "Not everyone agrees."},
    judged={"space": Judgement.DEVELOPMENT},
    own=[own_card()],
)
SPOKEN_OF = {card: (standing.why, standing.dissent) for card, standing in TRAY_AND_BOARD.boards.diamond.cards.items()}
CARDS = st.sampled_from((*ENABLERS, "own-k3f9"))
PLACE = st.sampled_from(PLACES)


class Workshop(RuleBasedStateMachine):
    """A group at the board, moving cards about and thinking again, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.history = History(TRAY_AND_BOARD)
        self.seen = [TRAY_AND_BOARD]
        """Every session on the way here, the present one last, as undo has to find them."""
        self.undone: list[object] = []

    def _do(self, edit: Edit) -> None:
        try:
            after = self.history.do(edit, DECK)
        except Refused:
            return
        if after is not self.history:
            self.seen.append(after.now)
            self.undone.clear()
        self.history = after

    @rule(card=CARDS, place=PLACE)
    def put(self, card: str, place: int) -> None:
        self._do(Put(card, place))

    @rule(card=CARDS, place=PLACE)
    def insert(self, card: str, place: int) -> None:
        self._do(Insert(card, place))

    @rule(card=CARDS)
    def lift(self, card: str) -> None:
        self._do(Lift(card))

    @rule()
    def fix(self) -> None:
        self._do(Fix(LATER))

    @rule()
    def unfix(self) -> None:
        self._do(Unfix())

    @precondition(lambda self: len(self.seen) > 1)
    @rule()
    def undo(self) -> None:
        self.history = self.history.undo()
        self.undone.append(self.seen.pop())
        assert self.history.now is self.seen[-1]

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        self.history = self.history.redo()
        assert self.history.now is self.undone.pop()
        self.seen.append(self.history.now)

    @invariant()
    def no_two_cards_in_one_place(self) -> None:
        places = [standing.place for standing in self.history.now.boards.diamond.cards.values() if standing.place]
        assert len(places) == len(set(places))
        assert set(places) <= set(PLACES)

    @invariant()
    def no_card_is_ever_lost(self) -> None:
        diamond = self.history.now.boards.diamond
        assert {card: (diamond.cards[card].why, diamond.cards[card].dissent) for card in SPOKEN_OF} == SPOKEN_OF
        every_card = {*diamond.placed, *diamond.set_aside((*ENABLERS, "own-k3f9"))}
        assert every_card == {*ENABLERS, "own-k3f9"}

    def teardown(self) -> None:
        last = self.history
        for _ in self.seen[1:]:
            last = last.undo()
        assert last.now is TRAY_AND_BOARD
        assert last.past == ()
        newest = self.undone[0] if self.undone else self.seen[-1]
        for _ in last.future:
            last = last.redo()
        assert last.now is newest
        assert last.future == ()


TestWorkshop = Workshop.TestCase
TestWorkshop.settings = settings(max_examples=60, stateful_step_count=30)
