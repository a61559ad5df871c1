"""What a file says of the room: rehearsals, people with no name, who reads what, time, rounds, export, what differs."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from innovate_tui.storage.session_reading import read_session
from innovate_tui.storage.session_text import session_bytes
from innovate_tui.workshop.deck import Deck, Mode
from innovate_tui.workshop.people_edits import RemovePerson
from innovate_tui.workshop.session import ExportAs, Included, OwnFeature, PeopleShown, Session, cards_of
from innovate_tui.workshop.settling import Unsettled, unsettled

FORMATS = Path(__file__).parent.parent / "formats"


def opened(name: str, deck: Deck) -> Session:
    return read_session((FORMATS / name).read_bytes(), deck).session


def test_people_without_names_are_known_by_their_number_wherever_they_stand(deck: Deck) -> None:
    session = opened("issue-5.toml", deck)
    called = [session.called(person) for person in session.people]
    assert called == ["person 1", "School nurse, two days a week", "person 3", "RK"]
    assert [session.expert_for(card) for card in ("trust", "team", "regulation", "own-k7", "vision")] == [
        *("person 1", "RK", "person 3", "School nurse, two days a week", ""),
    ]
    assert session.called(session.actions["a-2c"].owner) == "person 3"
    assert session.called(session.boards.roadmap.cards["c-4h"].owner) == "person 3"
    assert session.called(session.rounds[0].by) == "person 1"


def test_a_number_that_is_not_a_place_stands_in_the_file_and_no_other_does(deck: Deck) -> None:
    session = opened("issue-5.toml", deck)
    gone = RemovePerson(next(iter(session.people))).apply(session, deck)
    again = read_session(session_bytes(gone, deck), deck).session
    assert [again.called(each) for each in again.people] == ["School nurse, two days a week", "person 3", "RK"]
    assert again.people == gone.people
    assert b"\nnumber = 3\n" in session_bytes(gone, deck)
    assert b"\nnumber = " not in session_bytes(session, deck)


@pytest.mark.parametrize(
    ("number", "said"), [("3", [3, 4, 5]), ('"2"', [1, 2, 3]), ("0", [1, 2, 3]), ("true", [1, 2, 3])]
)
def test_a_number_that_nobody_can_have_is_read_as_the_next(deck: Deck, number: str, said: list[int]) -> None:
    data = f"""format = 1
id = "s-1"
title = "Ours"
started = 2026-11-12 09:00:00+00:00
[deck]
id = "innovate"
[people.a]
number = {number}
[people.b]
number = 1
[people.c]
# end
"""
    session = read_session(data.encode(), deck).session
    assert [session.number(each) for each in session.people] == said
    assert len(session.troubles) == (number != "3")


def test_a_rehearsal_with_its_time_its_rounds_and_its_export_is_read_as_what_it_says(deck: Deck) -> None:
    session = opened("issue-5.toml", deck)
    assert (session.practice, session.mode) == (True, Mode.GROUPS)
    own = session.own["own-k7"]
    assert isinstance(own, OwnFeature)
    assert (own.letter, cards_of(session, deck).all["own-k7"].letter) == ("Y", "Y")
    assert session.spent == {
        "diamond": {"share": 2, "read": 9, "order": 26},
        "quadrants": {"read": 4},
        "roadmap": {"review": 11},
    }
    assert session.boards.roadmap.worked == date(2026, 11, 19)
    before, later = session.rounds
    assert (before.name, before.taken) == ("Before sharing", datetime(2026, 11, 12, 10, 20, tzinfo=UTC))
    assert before.boards.diamond.at(3) == "own-k7"
    assert (later.id, later.boards.roadmap.worked) == ("r-2026-11-19", date(2026, 11, 12))
    assert session.included == Included(
        PeopleShown.NUMBERS,
        notes=False,
        parked=False,
        rounds=True,
        time=True,
        cards=True,
        brief=True,
        to=ExportAs.HTML,
    )
    assert unsettled(session) == (
        Unsettled(
            "u-4f2a9c01",
            "diamond.cards.trust.why",
            ("They tell us before it is a crisis.", "They tell the nurse.\nNot us."),
        ),
        Unsettled("u-9d11e0b7", "title", ("Young carers: who notices, and when", "Young carers")),
    )
    assert {kept.where for kept in session.kept} == {
        *("unsettled", "export.x-copies", "people.p-8d.x-seat", "time.diamond.x-late"),
        "rounds.r-2026-11-19.x-wall",
    }


def test_a_session_that_goes_with_its_pdf_says_so(deck: Deck) -> None:
    session = opened("issue-6.toml", deck)
    assert session.included == Included(PeopleShown.INITIALS, notes=False, attach=True)
    data = (FORMATS / "issue-6.toml").read_bytes()
    assert session_bytes(session, deck) == data
    odd = read_session(data.replace(b"attach = true", b"attach = 7"), deck).session
    assert [kept.where for kept in odd.troubles] == ["export.attach"]
    assert not odd.included.attach  # what nobody can be sure of gives nothing away


def test_what_cannot_stand_of_it_is_kept_apart_and_the_rest_is_there(deck: Deck) -> None:
    session = opened("issue-5-odd.toml", deck)
    assert {kept.where for kept in session.troubles} == {
        *("mode", "practice", "people.p-2", "people.p-3", "features.trust.expert", "features.own-1.letter"),
        *("roadmap.worked", "roadmap.cards.c-1.owner", "actions.a-1.owner", "rounds.r-1", "rounds.r-2.by"),
        *("time.quadrants", "time.diamond.read", "time.diamond.order", "time.diamond.place"),
        *("export.people", "export.notes", "export.rounds", "export.time", "export.cards", "export.brief"),
        "export.to",
    }
    assert (session.practice, session.mode, session.included) == (False, Mode.INDIVIDUAL, Included())
    assert list(session.people) == ["p-1"]
    assert session.spent == {"diamond": {"review": 3}}
    assert [kept.id for kept in session.rounds] == ["r-2"]
