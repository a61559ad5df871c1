"""Who works may change at any moment, and nothing is lost by it (D5 to D7, Q10 to Q12)."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from innovate_tui.storage.session_reading import read_session
from innovate_tui.storage.session_text import session_bytes
from innovate_tui.workshop.deck import Mode
from innovate_tui.workshop.edits import ChooseMode, Edit
from innovate_tui.workshop.history import History
from innovate_tui.workshop.refusal import Refused
from innovate_tui.workshop.session import Session
from tests.workshop.every_edit import BUSY, DECK, concrete, made

OTHERS = [kind for kind in sorted(concrete(), key=lambda each: each.__name__) if kind is not ChooseMode]
ANY = st.one_of(*(made(kind) for kind in OTHERS))
SWITCHES = st.lists(st.sampled_from(list(Mode)), max_size=3)


def done(session: Session, edit: Edit) -> Session:
    """The session after an edit, or as it was where that is refused."""
    try:
        return edit.apply(session, DECK)
    except Refused:
        return session


@settings(max_examples=150)
@given(st.lists(st.tuples(ANY, SWITCHES), max_size=8))
def test_whatever_is_done_between_switches_comes_to_the_same_as_without_them(
    work: list[tuple[Edit, list[Mode]]],
) -> None:
    switched = plain = BUSY
    for edit, modes in work:
        switched, plain = done(switched, edit), done(plain, edit)
        for mode in modes:
            switched = ChooseMode(mode).apply(switched, DECK)
    assert replace(switched, mode=plain.mode) == plain


@settings(max_examples=100)
@given(st.lists(st.one_of(ANY, st.sampled_from([ChooseMode(mode) for mode in Mode])), max_size=8))
def test_undo_goes_back_over_every_switch_to_how_it_was(work: list[Edit]) -> None:
    history = History(BUSY)
    for edit in work:
        try:
            history = history.do(edit, DECK)
        except Refused:
            continue
    last = history.now
    while history.past:
        history = history.undo()
    assert history.now == BUSY
    while history.future:
        history = history.redo()
    assert history.now == last


@pytest.mark.parametrize("mode", list(Mode))
def test_a_file_holds_everything_in_every_mode(mode: Mode) -> None:
    session = ChooseMode(mode).apply(BUSY, DECK)
    read = read_session(session_bytes(session, DECK), DECK).session
    assert read == read_session(session_bytes(replace(read, mode=mode), DECK), DECK).session
    assert replace(read, mode=BUSY.mode) == read_session(session_bytes(BUSY, DECK), DECK).session
