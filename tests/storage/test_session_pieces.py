"""What is written again and again is byte for byte what is written at once, and only what changed is made anew."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from innovate_tui.storage import bounded_toml, session_text
from innovate_tui.storage.bounded_toml import NotReadable
from innovate_tui.storage.deck_files import Content
from innovate_tui.storage.session_pieces import ITEMS, Pieces
from innovate_tui.storage.session_reading import read_session
from innovate_tui.storage.session_text import session_bytes
from innovate_tui.workshop.deck import Deck
from innovate_tui.workshop.session import Boards, Kept, Parked, Round, Session
from tests.storage.test_round_trip import DECK, sessions


@given(st.lists(sessions(), min_size=1, max_size=3))
@settings(max_examples=30, deadline=None)
def test_one_session_after_another_is_written_as_each_is_by_itself(some: list[Session]) -> None:
    pieces = Pieces(DECK)
    for session in some:
        assert pieces.bytes_of(session) == session_bytes(session, DECK)


def parked(session: Session, texts: dict[int, str]) -> Session:
    return replace(session, parked={f"n-{number}": Parked(f"n-{number}", text) for number, text in texts.items()})


@pytest.fixture
def session(content: Content, deck: Deck) -> Session:
    return read_session(content.sample(), deck).session


@pytest.mark.parametrize("count", [0, 1, ITEMS - 1, ITEMS, ITEMS + 1, 5 * ITEMS])
def test_tables_of_any_length_are_written_as_at_once(session: Session, deck: Deck, count: int) -> None:
    many = parked(session, {number: f"Thought {number}\nof two lines" for number in range(count)})
    assert Pieces(deck).bytes_of(many) == session_bytes(many, deck)


def test_of_many_items_only_those_near_the_changed_one_are_made_anew(session: Session, deck: Deck) -> None:
    texts = {number: f"Thought {number}" for number in range(50 * ITEMS)}
    pieces = Pieces(deck)
    pieces.bytes_of(parked(session, texts))
    first = pieces.made
    pieces.bytes_of(parked(session, texts | {7: "Another one"}))
    again = pieces.made - first
    pieces.bytes_of(parked(session, texts | {7: "Another one"}))
    assert again == pieces.made - first - again + 1
    assert first > 50 > again


def test_what_is_equal_and_not_the_same_in_a_file_is_made_anew(session: Session, deck: Deck) -> None:
    pieces = Pieces(deck)
    for value in (1, True, 1.0):
        kept = replace(session, kept=(Kept(("x-note",), {"of": value}),))
        assert pieces.bytes_of(kept) == session_bytes(kept, deck)
    moment = datetime(2026, 3, 12, 9, 31, tzinfo=UTC)
    for taken in (moment, moment.astimezone(timezone(timedelta(hours=2)))):
        rounds = replace(session, rounds=(Round("r-1", "", taken, "", Boards()),))
        assert pieces.bytes_of(rounds) == session_bytes(rounds, deck)


def test_a_list_of_tables_that_rides_along_is_written_where_it_was(session: Session, deck: Deck) -> None:
    kept = replace(session, kept=(Kept(("x-list",), [{"a": "b" * 120}, {"c": 2}]),))
    assert Pieces(deck).bytes_of(kept) == session_bytes(kept, deck)


@pytest.mark.parametrize(("bound", "most"), [("MOST_LINES", 400), ("MOST_VALUES", 200), ("MOST_DOTS", 200)])
def test_what_would_not_be_opened_again_is_not_written_either(
    session: Session, deck: Deck, bound: str, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = parked(session, dict.fromkeys(range(20 * ITEMS), "A thought"))
    pieces = Pieces(deck)
    assert pieces.bytes_of(many)
    monkeypatch.setattr(bounded_toml, bound, most)
    for write in (pieces.bytes_of, lambda each: session_bytes(each, deck)):
        with pytest.raises(NotReadable):
            write(many)


def test_what_is_too_large_is_not_written(session: Session, deck: Deck, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session_text, "LARGEST", 5_000)
    with pytest.raises(NotReadable, match="larger"):
        Pieces(deck).bytes_of(session)
