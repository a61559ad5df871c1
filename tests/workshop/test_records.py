"""An edit becomes a plain record and an edit again without loss: what the later journal will hold."""

from dataclasses import fields
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from innovate_tui.workshop.deck import Mode
from innovate_tui.workshop.edits import EDITS, ChooseMode, Edit, Include, Judge, Put, WriteReason
from innovate_tui.workshop.features import Judgement
from innovate_tui.workshop.records import from_record, to_record
from innovate_tui.workshop.session import PeopleShown
from tests.workshop.every_edit import DECK, EXAMPLES, concrete, made

KINDS = sorted(EDITS.values(), key=lambda kind: kind.name)


def test_every_edit_that_there_is_is_registered_and_has_an_example() -> None:
    assert concrete() == set(EDITS.values()) == set(EXAMPLES)


def test_every_edit_has_a_name_of_its_own() -> None:
    assert len(EDITS) == len(concrete())
    assert all(EDITS[kind.name] is kind for kind in concrete())


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
@settings(max_examples=40)
@given(data=st.data())
def test_an_edit_comes_back_from_its_record_as_it_was(kind: type[Edit], data: st.DataObject) -> None:
    edit = data.draw(made(kind))
    again = from_record(to_record(edit))
    assert again == edit
    assert [type(getattr(again, each.name)) for each in fields(kind)] == [
        type(getattr(edit, each.name)) for each in fields(kind)
    ]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
@settings(max_examples=20)
@given(data=st.data())
def test_a_record_holds_plain_values_only(kind: type[Edit], data: st.DataObject) -> None:
    record = to_record(data.draw(made(kind)))
    plain = {str, int, bool, float, date, datetime, type(None)}
    for value in record.values():
        assert type(value) in plain or (type(value) is list and all(type(each) is str for each in value))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_replaying_a_record_gives_the_same_session(kind: type[Edit]) -> None:
    before, edit = EXAMPLES[kind]
    assert from_record(to_record(edit)).apply(before, DECK) == edit.apply(before, DECK)


def test_a_record_names_its_edit_and_its_fields() -> None:
    assert to_record(Put("trust", 2)) == {"edit": "put", "card": "trust", "place": 2}
    assert to_record(Judge("trust", Judgement.STRENGTH)) == {"edit": "judge", "card": "trust", "judgement": "strength"}
    assert to_record(ChooseMode(Mode.GROUP)) == {"edit": "choose-mode", "mode": "group"}
    assert to_record(WriteReason("trust", "why", "x")) == {
        "edit": "write-reason",
        "card": "trust",
        "which": "why",
        "text": "x",
        "board": "diamond",
    }


def test_a_record_from_before_an_edit_gained_a_field_is_that_edit_still() -> None:
    """A laptop that stopped, and was brought up to date before it was started again."""
    before = {"edit": "include", "people": "none", "notes": False, "dissent": True, "parked": True, "time": True}
    assert from_record(before) == Include(PeopleShown.NONE, notes=False, dissent=True, parked=True, time=True)


@pytest.mark.parametrize(
    "record",
    [
        {},
        {"edit": "explode"},
        {"edit": None},
        {"card": "trust", "place": 2},
        {"edit": "put", "card": "trust"},
        {"edit": "put", "card": "trust", "place": 2, "why": "x"},
        {"edit": "judge", "card": "trust", "judgement": "splendid"},
        {"edit": "judge", "card": "trust", "judgement": ""},
        {"edit": "choose-mode", "mode": "crowd"},
        {"edit": "describe", "which": "why", "text": "x"},
        {"edit": "write-reason", "card": "trust", "which": "title", "text": "x"},
    ],
    ids=str,
)
def test_a_record_that_is_no_edit_is_told_apart(record: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r".+"):
        from_record(record)
