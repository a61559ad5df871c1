"""Where two laptops wrote something else, the group chooses; nothing that was written is lost by that."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from innovate_tui.workshop.checks import Lens
from innovate_tui.workshop.edits import EDITS, Settle
from innovate_tui.workshop.refusal import Reason, Refused
from innovate_tui.workshop.session import Kept, Session, cards_of
from innovate_tui.workshop.settling import TABLE, Unsettled, unsettled, where
from tests.decks import deck, session
from tests.workshop.every_edit import BUSY

DECK = deck()


def to_settle(at: str, *texts: str) -> Session:
    return session(kept=(Kept(TABLE, {"u-1": {"at": at, "texts": list(texts)}, "u-2": {"at": "x", "texts": ["y"]}}),))


def test_what_is_to_be_settled_is_read_and_nonsense_rides_along() -> None:
    assert unsettled(to_settle("title", "A", "B"))[0] == Unsettled("u-1", "title", ("A", "B"))
    assert unsettled(session()) == ()
    odd = {
        "u-1": 3,
        "u-2": {"at": 1, "texts": ["A"]},
        "u-3": {"at": "x", "texts": [1]},
        "u-4": {"at": "x", "texts": []},
    }
    assert unsettled(session(kept=(Kept(TABLE, odd),))) == ()


@pytest.mark.parametrize(
    ("at", "text", "read"),
    [
        ("title", "B", lambda now: now.title),
        ("features.trust.note", "B\nC", lambda now: now.about("trust").note),
        ("diamond.cards.trust.why", "B", lambda now: now.boards.diamond.cards["trust"].why),
        ("quadrants.cards.funding.dissent", "B", lambda now: now.boards.quadrants.cards["funding"].dissent),
        ("parked.n-7.text", "B", lambda now: now.parked["n-7"].text),
        ("actions.a-7.text", "B", lambda now: now.actions["a-7"].text),
        ("reflections.readiness.answer", "B", lambda now: now.boards.reflections.answer("readiness").text),
        ("reflections.viability.answer", "B", lambda now: now.boards.checks.of(Lens.VIABILITY).answer),
        ("reflections.viability.who-else", "B", lambda now: now.boards.checks.of(Lens.VIABILITY).who_else),
        ("roadmap.cards.c-a1.to", "Written elsewhere: B", lambda now: now.parked["n-u-1"].text),
    ],
)
def test_the_chosen_words_stand_where_they_belong(at: str, text: str, read: object) -> None:
    start = to_settle(at, "A", "B")
    chosen = text.removeprefix("Written elsewhere: ")
    now = Settle("u-1", chosen).apply(start, DECK)
    assert callable(read)
    assert read(now) == text
    assert [each.id for each in unsettled(now)] == ["u-2"]


@pytest.mark.parametrize(
    ("at", "read"),
    [
        ("people.p-4c.name", lambda now: now.people["p-4c"].name),
        ("roadmap.cards.c-a1.why", lambda now: now.boards.roadmap.cards["c-a1"].why),
        ("roadmap.links.l-1.why", lambda now: now.boards.roadmap.links["l-1"].why),
        ("quadrants.mitigations.funding.risk.why", lambda now: now.boards.quadrants.mitigations["funding"]["risk"].why),
    ],
)
def test_the_chosen_words_stand_on_what_is_there(at: str, read: Callable[[Session], str]) -> None:
    table = {"u-1": {"at": at, "texts": ["A", "B"]}}
    now = Settle("u-1", "B").apply(replace(BUSY, kept=(Kept(TABLE, table),)), DECK)
    assert read(now) == "B"
    assert now.kept == ()


@pytest.mark.parametrize(
    ("at", "about"),
    [
        ("people.p-9.name", "a name"),
        ("features.gone.note", "a note"),
        ("diamond.cards.gone.why", "Diamond 9, a reason"),
        ("reflections.gone.answer", "an answer"),
        ("roadmap.cards.gone.why", "a reason"),
        ("quadrants.mitigations.funding.gone.why", "Funding, a reason"),
        ("x-ours.gone", "Written elsewhere"),
        ("x-ours", "Written elsewhere"),
    ],
)
def test_words_about_what_is_gone_are_parked_with_what_they_were_about(at: str, about: str) -> None:
    now = Settle("u-1", "B").apply(to_settle(at, "A", "B"), DECK)
    assert now.parked["n-u-1"].text == f"{about}: B"


def test_a_place_on_a_fixed_diamond_waits_until_it_is_opened() -> None:
    table = {"u-1": {"at": "diamond.cards.trust.place", "texts": ["", "3"]}}
    start = session(fixed=True, kept=(Kept(TABLE, table),))
    with pytest.raises(Refused) as refused:
        Settle("u-1", "3").apply(start, DECK)
    assert refused.value.reason is Reason.FIXED


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
