"""Sharing the reading out is fair, capped where it can be, repeatable, and said in words; nobody is lost on the way."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innovate_tui.workshop.deck import Mode
from innovate_tui.workshop.edits import AddPeople, AssignAction, Deal, KeepRound, MakeExpert, RemovePerson, RenamePerson
from innovate_tui.workshop.edits import SetOwner as Owner
from innovate_tui.workshop.features import Feature, Kind
from innovate_tui.workshop.history import History
from innovate_tui.workshop.people import (
    MOST_CARDS,
    dealt,
    minutes_to_read,
    names_in,
    read_by,
    read_by_nobody,
    shared_out,
    to_deal,
)
from innovate_tui.workshop.people_wording import of_person, shares, state
from innovate_tui.workshop.session import Kept, Session, cards_of
from innovate_tui.workshop.spoken import is_control
from innovate_tui.workshop.wording import change, done, undone
from tests.decks import ENABLERS, INFLUENCES, LATER, NEXT_LEVEL, own_card, session
from tests.workshop.every_edit import BUSY, DECK

PEOPLE = [f"p-{number}" for number in range(1, 13)]
CARDS = list("ABCDEFGHIJKLMNOPQRST")
ROOMS = st.integers(1, 12).map(lambda number: PEOPLE[:number])
DECKS = st.integers(0, 20).map(lambda number: CARDS[:number])
HELD = st.dictionaries(st.sampled_from(CARDS), st.sampled_from([*PEOPLE, "p-gone"]))


def counts(given_: dict[str, str], people: list[str]) -> list[int]:
    return [list(given_.values()).count(person) for person in people]


# --- dealing ----------------------------------------------------------------------------------------------------------


@given(ROOMS, DECKS, HELD, st.dictionaries(st.sampled_from(PEOPLE), st.integers(0, 5)))
def test_every_card_has_one_reader_and_nobody_two_more_than_another(
    people: list[str], cards: list[str], held: dict[str, str], others: dict[str, int]
) -> None:
    found = dealt(people, cards, held, others)
    assert list(found) == cards
    assert set(found.values()) <= set(people)
    each = counts(found, people)
    assert max(each) - min(each) <= 1
    if len(people) * MOST_CARDS >= len(cards):
        assert max(each) <= MOST_CARDS


@given(ROOMS, DECKS, HELD)
def test_the_same_room_gets_the_same_cards_and_sharing_out_again_changes_nothing(
    people: list[str], cards: list[str], held: dict[str, str]
) -> None:
    once = dealt(people, cards, held)
    assert dealt(people, cards, held) == once
    assert dealt(people, cards, once) == once


@given(ROOMS, DECKS, HELD)
def test_who_holds_a_card_keeps_it_as_far_as_that_is_fair(
    people: list[str], cards: list[str], held: dict[str, str]
) -> None:
    found = dealt(people, cards, held)
    for person in people:
        had = [card for card in cards if held.get(card) == person]
        kept = [card for card in had if found[card] == person]
        assert len(kept) >= min(len(had), len(cards) // len(people))


def test_one_more_goes_to_who_holds_most_then_to_who_reads_least_of_the_rest_then_to_the_first() -> None:
    assert counts(dealt(["p", "q"], ["A", "B", "C"], {"A": "q", "B": "q"}), ["p", "q"]) == [1, 2]
    assert counts(dealt(["p", "q"], ["A", "B", "C"], {}, {"p": 2}), ["p", "q"]) == [1, 2]
    assert counts(dealt(["p", "q"], ["A", "B", "C"]), ["p", "q"]) == [2, 1]


def test_nobody_to_deal_to_is_nothing_dealt() -> None:
    assert dealt([], ["A"]) == {}


def room(*names: str, now: Session | None = None) -> Session:
    start = now or session(mode=Mode.GROUP)
    return AddPeople(tuple(f"p-{number}" for number in range(1, len(names) + 1)), names).apply(start, DECK)


def test_only_the_kind_that_is_asked_for_is_dealt_and_the_groups_own_only_when_asked_for() -> None:
    start = room("Asha", "Bo", now=session(own=[own_card()]))
    now = Deal(Kind.ENABLER).apply(start, DECK)
    assert {card for card in cards_of(now, DECK).all if now.expert_for(card)} == set(ENABLERS)
    assert Deal(Kind.ENABLER, own=True).apply(start, DECK).expert_for("own-k3f9")
    helped = Deal(Kind.NEXT_LEVEL).apply(now, DECK)
    assert [len(read_by(helped, DECK, each)) for each in ("p-1", "p-2")] == [8, 7]
    assert all(helped.expert_for(card) == now.expert_for(card) for card in ENABLERS)
    assert all(helped.expert_for(card) for card in NEXT_LEVEL)
    assert not any(helped.expert_for(card) for card in INFLUENCES)


def test_who_read_more_of_one_tool_reads_fewer_of_the_next() -> None:
    now = Deal(Kind.INFLUENCE).apply(Deal(Kind.ENABLER).apply(room("Asha", "Bo"), DECK), DECK)
    assert [len(read_by(now, DECK, each)) for each in ("p-1", "p-2")] == [7, 7]


def test_when_somebody_leaves_their_cards_are_shared_out_and_the_rest_stay_where_they_are() -> None:
    now = Deal(Kind.ENABLER).apply(room("Asha", "Bo", "Ceri", "Dev"), DECK)
    gone = RemovePerson("p-2").apply(now, DECK)
    assert len(read_by_nobody(gone, DECK, Kind.ENABLER)) == 2
    again = Deal(Kind.ENABLER).apply(gone, DECK)
    assert read_by_nobody(again, DECK, Kind.ENABLER) == ()
    for person in ("p-1", "p-3", "p-4"):
        assert all(card in read_by(again, DECK, person) for card in read_by(now, DECK, person))
        assert len(read_by(again, DECK, person)) == 3


def test_an_expert_whom_nobody_knows_reads_nothing() -> None:
    now = room("Asha", now=session(experts={"trust": "p-gone"}))
    gone = RemovePerson("p-gone").apply(now, DECK)
    assert "trust" in {card.id for card in read_by_nobody(gone, DECK, Kind.ENABLER)}
    assert len(to_deal(gone, DECK, Kind.ENABLER)) == 9


def test_sharing_out_keeps_what_was_said_of_a_card() -> None:
    start = room("Asha", now=session(notes={"trust": "Ask them."}))
    assert shared_out(start, DECK, Kind.ENABLER).about("trust").note == "Ask them."


def test_what_could_not_stand_as_an_expert_gives_way_to_a_real_one() -> None:
    kept = (Kept(("features", "trust", "expert"), "p-gone", "Nobody has this id."),)
    start = room("Asha", now=session(kept=kept))
    assert Deal(Kind.ENABLER).apply(start, DECK).kept == ()
    assert MakeExpert("trust", "p-1").apply(start, DECK).kept == ()
    assert MakeExpert("team", "p-1").apply(start, DECK).kept == kept


# --- people -----------------------------------------------------------------------------------------------------------


def test_people_without_a_name_are_known_by_their_number() -> None:
    now = room("Asha", "", " \n ")
    assert [now.called(each) for each in now.people] == ["Asha", "person 2", "person 3"]
    named = RenamePerson("p-2", " Bo\nB ").apply(now, DECK)
    assert named.called("p-2") == "Bo B"
    assert RenamePerson("p-2", "").apply(named, DECK) == now


def called(now: Session) -> list[str]:
    return [now.called(each) for each in now.people]


def test_who_is_taken_out_takes_their_number_along_and_nobody_else_gets_it() -> None:
    now = RemovePerson("p-2").apply(room("", "", "Asha", ""), DECK)
    assert called(now) == ["person 1", "Asha", "person 4"]
    now = AddPeople(("p-5", "p-6")).apply(now, DECK)
    assert called(now) == ["person 1", "Asha", "person 4", "person 5", "person 6"]
    now = RenamePerson("p-3", "").apply(RemovePerson("p-1").apply(now, DECK), DECK)
    assert called(now) == ["person 3", "person 4", "person 5", "person 6"]
    assert [each.number for each in RemovePerson("p-4").apply(room("", "", "", ""), DECK).people.values()] == [0, 0, 0]


def test_who_is_taken_out_stands_nowhere_any_more_and_undo_brings_them_back_everywhere() -> None:
    start = Owner("c-a1", "p-4c").apply(BUSY, DECK)
    start = AssignAction("a-1", "p-4c", None).apply(MakeExpert("trust", "p-4c").apply(start, DECK), DECK)
    start = KeepRound("r-1", "Then", LATER, "p-4c").apply(start, DECK)
    start = MakeExpert("space", "p-4c").apply(start, DECK)
    history = History(start).do(RemovePerson("p-4c"), DECK, datetime(2027, 1, 1, tzinfo=UTC))
    assert "p-4c" not in repr(history.now)
    assert history.now.boards.roadmap.cards.keys() == start.boards.roadmap.cards.keys()
    assert history.now.about("trust").judgement is start.about("trust").judgement
    assert history.undo().now == start


def test_no_round_is_kept_by_rule_with_somebody_who_is_taken_out_on_a_later_day() -> None:
    history = History(BUSY).do(Owner("c-a1", "p-4c"), DECK, datetime(2026, 4, 1, tzinfo=UTC))
    later = datetime(2026, 4, 2, tzinfo=UTC)
    assert len(history.do(Owner("c-a1", ""), DECK, later).now.rounds) == len(BUSY.rounds) + 1
    assert "p-4c" not in repr(history.do(RemovePerson("p-4c"), DECK, later).now)


def test_what_another_program_wrote_beside_a_person_goes_with_them() -> None:
    start = room("Asha", "Bo", now=session(kept=(Kept(("people", "p-1", "x"), 1), Kept(("people", "p-2", "x"), 2))))
    assert [kept.path[1] for kept in RemovePerson("p-1").apply(start, DECK).kept] == ["p-2"]


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("Asha\nBo\n\nCeri\n", ("Asha", "Bo", "Ceri")),
        ("Asha, Bo,Ceri;Dev", ("Asha", "Bo", "Ceri", "Dev")),
        ("6", ("",) * 6),
        ("Asha\n2", ("Asha", "", "")),
        ("RK, team manager\nDO, social worker", ("RK, team manager", "DO, social worker")),
        ("asha, bo", ("asha", "bo")),
        ("0, 31, 7 days", ("0", "31", "7 days")),
        (" \n , ;", ()),
    ],
)
def test_what_is_typed_is_read_as_people(typed: str, names: tuple[str, ...]) -> None:
    assert names_in(typed) == names


@given(st.text(max_size=80))
def test_whatever_is_typed_names_are_lines_that_can_be_seen(typed: str) -> None:
    for name in names_in(typed):
        assert "\n" not in name
        assert not any(map(is_control, name))


# --- words ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("each", "words"),
    [
        ((2, 2, 2, 1, 1, 1), "6 people, 9 cards: 3 have 2, the others 1."),
        ((3, 2, 2, 2), "4 people, 9 cards: one has 3, the others 2."),
        ((2, 2, 2, 2, 1), "5 people, 9 cards: one has 1, the others 2."),
        ((3, 3, 3), "3 people, 9 cards: 3 each."),
        ((5, 4), "2 people: 5 and 4 cards, more than three each; allow more time."),
        ((9,), "1 person: 9 cards, more than three; allow more time."),
        ((4, 3, 3), "3 people, 10 cards: one has 4, the others 3; allow more time."),
        ((2, 1), "2 people, 3 cards: one has 2, the other 1."),
        ((1, 1, 1, 1, 1, 0), "6 people, 5 cards: 5 have 1, the other reads along."),
        ((1, 1, 0, 0), "4 people, 2 cards: 2 have 1, the others read along."),
        ((4, 1, 0), "3 people: 4, 1 and 0 cards; allow more time."),
        ((0, 3, 1), "3 people: 3, 1 and 0 cards."),
    ],
)
def test_how_even_it_is_in_words(each: tuple[int, ...], words: str) -> None:
    assert shares(each) == words


@given(st.integers(1, 12), st.integers(1, 20))
def test_the_words_fit_a_row_with_what_was_done_before_them(people: int, cards: int) -> None:
    found = dealt(PEOPLE[:people], CARDS[:cards])
    assert len("Shared out. " + shares(counts(found, PEOPLE[:people]))) <= 78


def test_what_is_said_of_people_begins_with_our_words_and_keeps_theirs() -> None:
    start = session(mode=Mode.GROUP)
    adding = AddPeople(("p-1", "p-2"), ("asha", ""))
    now = adding.apply(start, DECK)
    assert done(adding, start, now, DECK) == "Added: 2 people. u undoes."
    assert change(AddPeople(("p-3",), ("bo",)), now, AddPeople(("p-3",), ("bo",)).apply(now, DECK), DECK) == "added: bo"
    deal = Deal(Kind.INFLUENCE)
    after = deal.apply(now, DECK)
    assert done(deal, now, after, DECK) == "Shared out. 2 people, 5 cards: one has 3, the other 2."
    assert done(deal, after, after, DECK) == "It is as even as can be. 2 people, 5 cards: one has 3, the other 2."
    expert = MakeExpert("trust", "p-1")
    made = expert.apply(after, DECK)
    assert done(expert, after, made, DECK) == "The expert for Trust and confidence is asha. u undoes."
    nobody = MakeExpert("trust", "")
    assert done(nobody, made, after, DECK) == "No expert any more for Trust and confidence. u undoes."
    gone = RemovePerson("p-2")
    assert done(gone, after, gone.apply(after, DECK), DECK) == "Taken out: person 2. 2 cards have nobody now. u undoes."
    step = History(after).do(gone, DECK).past[-1]
    assert undone(step, DECK) == "Undid: taken out: person 2."


def test_what_is_due_with_the_cards_of_a_kind() -> None:
    assert state(session(), DECK, Kind.ENABLER).startswith("Nobody is here yet.")
    now = room("Asha", "Bo", "Ceri")
    assert state(now, DECK, Kind.ENABLER) == "3 people, 9 cards. l shares them out."
    now = Deal(Kind.ENABLER).apply(now, DECK)
    assert state(now, DECK, Kind.ENABLER) == "3 people, 9 cards: 3 each."
    now = MakeExpert("trust", "").apply(now, DECK)
    assert state(now, DECK, Kind.ENABLER) == "1 card has nobody yet. l shares out anew."
    assert of_person(now, DECK, "p-3", Kind.INFLUENCE) == "No card of this kind yet for Ceri."


def test_reading_takes_about_a_minute_for_each_card_of_the_toolkits_length() -> None:
    def card(words: int) -> Feature:
        return Feature("x", "X", Kind.ENABLER, summary="word " * words)

    assert minutes_to_read([]) == 0
    assert minutes_to_read([card(0)]) == 0
    assert minutes_to_read([card(10)]) == 1
    assert minutes_to_read([card(232)] * 3) == 3
