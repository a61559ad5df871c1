"""Where a session has been kept, and how this machine left its file."""

import json
import os
from pathlib import Path

import pytest

from innovate_tui.storage.journal import Stood
from innovate_tui.storage.recovery import recovered
from innovate_tui.storage.scribe import Scribe
from innovate_tui.storage.session_reading import read_session
from innovate_tui.storage.session_text import session_bytes
from innovate_tui.storage.whereabouts import (
    MOST,
    NAME,
    Whereabouts,
    is_as_left,
    kept_in,
    remember,
    whereabouts,
)
from innovate_tui.workshop.deck import Deck
from innovate_tui.workshop.edits import Park
from innovate_tui.workshop.history import History

EXAMPLE = (Path(__file__).parent.parent / "formats" / "issue-2.toml").read_bytes()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "states" / "s-1"
    folder.mkdir(parents=True)
    return folder


def test_the_last_files_are_remembered_the_newest_first(folder: Path, tmp_path: Path) -> None:
    files = [tmp_path / f"{number}.toml" for number in range(MOST + 3)]
    for file in (*files, files[-2]):
        remember(folder, "s-1", file, b"bytes")
    known = whereabouts(folder)
    assert known.session == "s-1"
    assert known.paths == (files[-2], files[-1], *reversed(files[-MOST:-2]))
    assert [each.name for each in folder.iterdir()] == [NAME]
    assert list(kept_in(folder.parent, files[-1])) == ["s-1"]
    assert list(kept_in(folder.parent, tmp_path / "none.toml")) == []
    assert list(kept_in(tmp_path / "none", files[-1])) == []


def test_a_file_is_as_it_was_left_until_somebody_changes_it(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_bytes(b"ours")
    assert not is_as_left(folder, file)
    remember(folder, "s-1", file, b"ours")
    assert is_as_left(folder, file)
    file.write_bytes(b"theirs")
    assert not is_as_left(folder, file)
    file.unlink()
    assert not is_as_left(folder, file)


@pytest.mark.parametrize(
    "words", [b"", b"{", b"[]", b"3", b'{"session": 3, "paths": [], "sha256": ""}', b"\xff", b"[" * 9000]
)
def test_a_note_that_says_nothing_is_none(folder: Path, words: bytes) -> None:
    (folder / NAME).write_bytes(words)
    assert whereabouts(folder) == Whereabouts()
    remember(folder, "s-1", folder / "a.toml", b"ours")
    assert whereabouts(folder).session == "s-1"


def test_where_it_cannot_be_noted_nothing_is_raised_and_nothing_left(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr(os, "replace", refuse)
    remember(folder, "s-1", folder / "a.toml", b"ours")
    remember(folder / "none", "s-1", folder / "a.toml", b"ours")
    assert list(folder.iterdir()) == []


def test_it_says_no_word_of_anybody(folder: Path, tmp_path: Path) -> None:
    remember(folder, "s-1", tmp_path / "a.toml", EXAMPLE)
    assert sorted(json.loads((folder / NAME).read_bytes())) == ["paths", "session", "sha256"]


@pytest.mark.parametrize("ours", [True, False])
def test_a_file_that_this_machine_wrote_is_not_said_to_be_changed_elsewhere(
    ours: bool, tmp_path: Path, deck: Deck
) -> None:
    """A journal that was begun anew may start from later than what the file has: killed then, it is still ours."""
    file, state = tmp_path / "a.toml", tmp_path / "state"
    file.write_bytes(EXAMPLE)
    history = History(read_session(EXAMPLE, deck).session)
    scribe = Scribe(state, history, deck, file, data=EXAMPLE, tell=print)
    saved = history.do(Park("n-1", "Saved"), deck)
    data = session_bytes(saved.now, deck)
    file.write_bytes(data)
    if ours:
        scribe.saved(file, data)
    later = saved.do(Park("n-2", "Later"), deck)
    scribe.start_over(later)
    scribe.journal.write(Stood(session_bytes(later.do(Park("n-3", "Last"), deck).now, deck), "parked"))
    scribe.close(done=False)
    lost = recovered(state, file, saved.now, deck)
    assert lost is not None
    assert lost.elsewhere is not ours
