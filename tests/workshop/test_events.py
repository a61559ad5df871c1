"""Events: what happened can be replayed from plain values, by the rules that made it happen."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innovate_tui.workshop.edits import Unfix
from innovate_tui.workshop.events import Did, Event, LeftField, Noted, Redid, Undid, after, from_plain, to_plain
from innovate_tui.workshop.history import History
from innovate_tui.workshop.records import to_record
from innovate_tui.workshop.refusal import Refused
from tests.workshop.every_edit import BUSY, DECK, EXAMPLES

MOMENT = datetime(2026, 3, 12, 9, 31, tzinfo=UTC)
EDITS = [edit for _, edit in EXAMPLES.values()]
EVENTS = st.one_of(
    st.builds(Did, st.sampled_from(EDITS), st.sampled_from([None, MOMENT])),
    st.builds(Noted, st.sampled_from(EDITS)),
    st.sampled_from([LeftField(), Undid(), Redid()]),
)


@given(st.lists(EVENTS, max_size=12))
def test_what_happened_happens_again_from_plain_values(events: list[Event]) -> None:
    once = again = History(BUSY)
    for event in events:
        told = from_plain(to_plain(event))
        assert told == event
        assert type(told) is type(event)
        try:
            once = after(once, event, DECK)
        except Refused:
            continue
        again = after(again, told, DECK)
    assert again == once


@pytest.mark.parametrize(
    "plain",
    [
        {},
        {"did": 3},
        {"went": True},
        {"did": {"edit": "fly"}},
        {"did": to_record(Unfix("diamond")), "at": "noon"},
    ],
)
def test_values_that_say_no_event_are_named(plain: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="no e"):
        from_plain(plain)
