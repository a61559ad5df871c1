"""Naughty words come back as they were typed, but for control characters, which are counted; from file and journal."""

import tomllib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import tomli_w

from innovate_tui.storage.journal import Journal, opening_of, read_journal, replay
from innovate_tui.storage.session_reading import read_session
from innovate_tui.storage.session_text import session_bytes
from innovate_tui.workshop.deck import Deck
from innovate_tui.workshop.edits import Park, WriteNote
from innovate_tui.workshop.events import Did
from innovate_tui.workshop.session import Parked
from innovate_tui.workshop.spoken import clean, one_line, removed
from tests.naughty import NAUGHTY

WHOLE = (Path(__file__).parent.parent / "formats" / "issue-2.toml").read_bytes()
THERE = {f"n-{number}": words for number, words in enumerate(NAUGHTY) if one_line(words)}
"""Those of which something can be seen."""


def test_typed_and_saved_they_are_read_as_they_were(deck: Deck) -> None:
    session = read_session(WHOLE, deck).session
    parked = {key: Parked(key, clean(words)) for key, words in THERE.items()}
    saved = session_bytes(replace(session, parked=parked, kept=()), deck)
    opened = read_session(saved, deck)
    assert {key: each.text for key, each in opened.session.parked.items()} == {
        key: clean(words) for key, words in THERE.items()
    }
    assert opened.notices == ()
    assert session_bytes(opened.session, deck) == saved


def test_from_a_file_of_somebody_else_they_lose_control_characters_which_are_counted(deck: Deck) -> None:
    table = tomllib.loads(WHOLE.decode())
    written = {key: words for key, words in THERE.items() if not any(0xD800 <= ord(each) < 0xE000 for each in words)}
    table["parked"] = {key: {"text": words} for key, words in written.items()}
    opened = read_session(f"{tomli_w.dumps(table)}\n# end\n".encode(), deck)
    assert {key: each.text for key, each in opened.session.parked.items()} == {
        key: clean(words) for key, words in written.items()
    }
    count = sum(map(removed, written.values()))
    assert count > 5
    assert f"{count} control characters were taken out of its text." in opened.notices


def test_typed_and_killed_they_are_in_the_journal(tmp_path: Path, deck: Deck) -> None:
    journal = Journal(tmp_path, opening_of("s-1", tmp_path / "a.toml", ""), WHOLE, lambda trouble: None)
    for key, words in THERE.items():
        journal.write(Did(Park(key, clean(words)), datetime(2026, 3, 12, tzinfo=UTC)))
        journal.write(Did(WriteNote("trust", clean(words)), datetime(2026, 3, 12, tzinfo=UTC)))
    journal.close(done=False)
    found = read_journal(journal.path)
    assert found is not None
    now = replay(found, deck).now
    assert {key: now.parked[key].text for key in THERE} == {key: clean(words) for key, words in THERE.items()}
