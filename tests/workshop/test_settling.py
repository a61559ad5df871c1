"""Where two laptops wrote something else, the group chooses; nothing that was written is lost by that."""

import pytest

from innovate_tui.workshop.edits import EDITS, Settle
from innovate_tui.workshop.refusal import Reason, Refused
from innovate_tui.workshop.session import Kept, Session, cards_of
from innovate_tui.workshop.settling import TABLE, Unsettled, unsettled, where
from tests.decks import deck, session

DECK = deck()


def to_settle(at: str, *texts: str) -> Session:
    return session(kept=(Kept(TABLE, {"u-1": {"at": at, "texts": list(texts)}, "u-2": {"at": "x", "texts": ["y"]}}),))


def test_what_is_to_be_settled_is_read_and_nonsense_rides_along() -> None:
    assert unsettled(to_settle("title", "A", "B"))[0] == Unsettled("u-1", "title", ("A", "B"))
    assert unsettled(session()) == ()
    odd = {"u-1": 3, "u-2": {"at": 1, "texts": []}, "u-3": {"at": "x", "texts": [1]}}
    assert unsettled(session(kept=(Kept(TABLE, odd),))) == ()


@pytest.mark.parametrize(
    ("at", "text", "read"),
    [
        ("title", "B", lambda now: now.title),
        ("features.trust.note", "B\nC", lambda now: now.about("trust").note),
        ("diamond.cards.trust.why", "B", lambda now: now.boards.diamond.cards["trust"].why),
        ("quadrants.cards.funding.dissent", "B", lambda now: now.boards.quadrants.cards["funding"].dissent),
        ("parked.n-7.text", "B", lambda now: now.parked["n-7"].text),
        ("roadmap.cards.c-a1.to", "roadmap.cards.c-a1.to: B", lambda now: now.parked["n-u-1"].text),
    ],
)
def test_the_chosen_words_stand_where_they_belong(at: str, text: str, read: object) -> None:
    start = to_settle(at, "A", "B")
    chosen = text.removeprefix(f"{at}: ")
    now = Settle("u-1", chosen).apply(start, DECK)
    assert callable(read)
    assert read(now) == text
    assert [each.id for each in unsettled(now)] == ["u-2"]


def test_a_place_is_settled_on_the_board() -> None:
    now = Settle("u-1", "3").apply(to_settle("diamond.cards.trust.place", "", "3"), DECK)
    assert now.boards.diamond.at(3) == "trust"


def test_what_stands_already_is_only_taken_off_the_list() -> None:
    start = to_settle("nowhere", "A", "B")
    now = Settle("u-1", "A").apply(start, DECK)
    assert now.parked == start.parked
    last = Settle("u-2", "y").apply(now, DECK)
    assert last.kept == ()


def test_what_is_not_there_cannot_be_settled() -> None:
    with pytest.raises(Refused) as refused:
        Settle("u-9", "B").apply(to_settle("title", "A", "B"), DECK)
    assert refused.value.reason is Reason.NO_SUCH_ITEM
    assert EDITS["settle"] is Settle


def test_it_is_said_where_they_stand() -> None:
    cards = cards_of(session(), DECK)
    assert where(Unsettled("u-1", "diamond.cards.trust.why", ()), cards) == "Trust and confidence why (diamond)"
    assert where(Unsettled("u-1", "title", ()), cards) == "title"
