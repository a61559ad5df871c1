"""Whatever the rules accept, the file can hold: after any edits it is read back as it is, with nothing to mend."""

from dataclasses import fields, replace
from typing import Any, get_type_hints

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from innovate_tui.storage.session_reading import read_session
from innovate_tui.storage.session_text import session_bytes
from innovate_tui.workshop.edits import EDITS, Edit, KeepRound
from innovate_tui.workshop.history import History
from innovate_tui.workshop.refusal import Refused
from innovate_tui.workshop.timeline import Month
from tests.decks import LATER
from tests.workshop.every_edit import BUSY, DECK, EXAMPLES, made

START = replace(BUSY, kept=())
THERE = (
    *(*START.boards.roadmap.cards, *START.boards.roadmap.links, *START.boards.roadmap.events),
    *(*START.people, *START.actions, *START.parked, *START.own),
    *("trust", "team", "risk", "coproduction", "funding", "regulation", "readiness", "q-7h"),
    *("diamond", "quadrants", "roadmap", "chance", "new-1", "new-2"),
)
"""What an edit can be about: what is there, ids that the program may mint, and what nobody knows."""
FREE = ("text", "title", "short", "summary", "question", "round_name")
"""Fields with a person's words; every other text is an id or the name of something."""
MONTHS = st.builds(Month, st.integers(-2, 10002), st.integers(-1, 14)) | st.sampled_from(
    [Month(9999, 12), Month(2026, 4), Month(2026, 12), Month(2027, 3)]
)
LANES = st.sampled_from([-1, 0, 1, 7, 999, 1000])


@st.composite
def edits(draw: Any) -> Edit:
    """An edit with values that often hit upon something, and as often upon what cannot be."""
    kind = draw(st.sampled_from(list(EDITS.values())))
    usual = EXAMPLES[kind][1]
    edit: Edit = draw(st.just(usual) | made(kind))
    hints = get_type_hints(kind)
    other: dict[str, Any] = {}
    for each in fields(kind):
        was = st.just(getattr(usual, each.name))
        if hints[each.name] in (Month, Month | None):
            other[each.name] = was | MONTHS
        elif each.name == "lane":
            other[each.name] = was | LANES
        elif each.name == "ids":
            other[each.name] = was | st.lists(st.sampled_from(THERE), max_size=3).map(tuple)
        elif hints[each.name] is str and each.name not in FREE:
            other[each.name] = was | st.sampled_from(THERE if each.name == "id" else (*THERE, ""))
    return replace(edit, **{name: draw(values) for name, values in other.items()})


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.lists(edits(), min_size=1, max_size=6))
def test_whatever_edits_accept_is_read_back_without_anything_to_mend(changes: list[Edit]) -> None:
    history = History(START)
    for edit in changes:
        try:
            history = history.do(edit, DECK, LATER)
        except Refused:
            continue
    data = session_bytes(history.now, DECK)
    opened = read_session(data, DECK)
    assert opened.session.troubles == ()
    assert session_bytes(opened.session, DECK) == data


def test_the_edits_tried_are_all_there_are() -> None:
    assert set(EDITS.values()) == set(EXAMPLES)
    assert KeepRound in EXAMPLES
