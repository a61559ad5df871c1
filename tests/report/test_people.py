"""The people of a session in its exports: by name, by initials or not at all; who gave no name is a number."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from innovate_tui.report.brief import brief
from innovate_tui.report.data_tables import data_tables
from innovate_tui.report.document import text_of
from innovate_tui.report.markdown import to_markdown
from innovate_tui.report.plain import to_plain
from innovate_tui.report.summary import summarise
from innovate_tui.workshop.deck import Mode
from innovate_tui.workshop.edits import (
    AddPeople,
    AddToRoad,
    AssignAction,
    Frame,
    KeepRound,
    MakeExpert,
    RenamePerson,
    SetOwner,
    WriteAction,
)
from innovate_tui.workshop.session import Included, PeopleShown, Session
from innovate_tui.workshop.timeline import Month
from tests.decks import deck, full, session

DECK = deck()
MOMENT = datetime(2026, 3, 12, 10, 18, tzinfo=UTC)
APRIL = Month(2026, 4)


def with_people(shown: PeopleShown) -> Session:
    """A session in which Asha Blom, somebody without a name and a team manager each have something of everything."""
    now = session(mode=Mode.GROUP, at=full())
    edits = [
        AddPeople(("p-1", "p-2", "p-3"), ("Asha Blom", "", "RK, team manager")),
        *(MakeExpert(card, f"p-{number}") for number, card in enumerate(("trust", "team", "vision"), 1)),
        Frame(APRIL, 12),
    ]
    for number, feature in enumerate(("risk", "skills", "data"), 1):
        edits += [
            AddToRoad(f"c-{number}", feature, APRIL),
            SetOwner(f"c-{number}", f"p-{number}"),
            WriteAction(f"a-{number}", f"Do {feature}."),
            AssignAction(f"a-{number}", f"p-{number}", date(2026, 5, 1)),
            KeepRound(f"r-{number}", f"Round of {number}", MOMENT, f"p-{number}"),
        ]
    for edit in edits:
        now = edit.apply(now, DECK)
    return replace(now, included=Included(people=shown))


def told(now: Session) -> str:
    """All that goes out of a session, on one line."""
    made = summarise(now, DECK)
    tables = " ".join(map(str, data_tables([(now, DECK)])))
    return " ".join(f"{to_markdown(made)} {to_plain(made)} {tables}".split())


@pytest.mark.parametrize(
    ("shown", "there", "gone"),
    [
        (PeopleShown.NAMES, ("Asha Blom", "person 2", "RK, team manager"), ()),
        (PeopleShown.INITIALS, ("AB", "person 2", "RK"), ("Asha", "Blom", "team manager")),
        (PeopleShown.NONE, (), ("Asha", "Blom", "AB", "person 2", "RK", "team manager")),
    ],
)
def test_people_stand_in_every_export_as_it_was_chosen(
    shown: PeopleShown, there: tuple[str, ...], gone: tuple[str, ...]
) -> None:
    whole = told(with_people(shown))
    for name in there:
        assert whole.count(name) >= 5, name  # the cover, a card's expert, an owner, an action, a round
    assert not [name for name in gone if name in whole]


def test_nobody_is_counted_out_where_one_gave_no_name() -> None:
    assert "In the room: Asha Blom; person 2; RK, team manager" in told(with_people(PeopleShown.NAMES))


def test_tables_name_who_gave_no_name_by_their_number() -> None:
    tables = {table.name: str(table.rows) for table in data_tables([(with_people(PeopleShown.NAMES), DECK)])}
    assert "person 2" in tables["roadmap"]
    assert "person 2" in tables["actions"]


def test_a_round_says_by_whom_it_was_kept() -> None:
    lines = to_markdown(summarise(with_people(PeopleShown.NAMES), DECK)).splitlines()
    assert "person 2" in next(line for line in lines if "Round of 2" in line)


def test_who_gave_no_name_is_a_person_with_a_capital_where_nothing_stands_before_it() -> None:
    """In a table, and in the line of an action; a name that somebody typed stays as it is."""
    now = with_people(PeopleShown.NAMES)
    assert "who: Person 2" in to_plain(summarise(now, DECK))
    assert [text_of(each.owner) for each in brief(now, DECK).actions] == ["Asha Blom", "Person 2", "RK, team manager"]
    small = RenamePerson("p-1", "asha").apply(now, DECK)
    assert text_of(brief(small, DECK).actions[0].owner) == "asha"
