"""The scribe: whatever is done, undone and done again, a replay of what was written down comes to what was seen."""

import errno
import os
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from innovate_tui.storage import journal, scribe
from innovate_tui.storage.journal import read_journal, replay
from innovate_tui.storage.recovery import recovered
from innovate_tui.storage.scribe import Scribe, as_version
from innovate_tui.storage.session_reading import read_session
from innovate_tui.storage.session_text import session_bytes
from innovate_tui.storage.versions import done_next, read_version, versions
from innovate_tui.workshop.deck import Deck
from innovate_tui.workshop.edits import Judge, Park, Put, WriteReason
from innovate_tui.workshop.events import Became, Did, Drafted, Event, LeftField, Redid, Undid, after
from innovate_tui.workshop.features import Judgement
from innovate_tui.workshop.history import History
from innovate_tui.workshop.refusal import Refused

EXAMPLE = (Path(__file__).parent.parent / "formats" / "issue-2.toml").read_bytes()
EVENTS = st.one_of(
    st.builds(lambda end: Did(WriteReason("case", "why", "Money comes"[:end])), st.integers(0, 11)),
    st.builds(lambda end: Did(Park("n-1", "Later on"[:end])), st.integers(0, 8)),
    st.builds(lambda each: Did(Judge("case", each)), st.sampled_from([*Judgement, None])),
    st.builds(lambda place: Did(Put("trust", place)), st.integers(1, 9)),
    st.sampled_from([LeftField(), Undid(), Undid(), Redid(), Drafted("A round", "before sh")]),
)


def silent(_: str) -> None:
    raise AssertionError("nothing was to be said")


@given(
    events=st.lists(EVENTS, max_size=30), earlier=st.lists(EVENTS, max_size=6), compact=st.sampled_from([3000, 9000])
)
@example(events=[Redid()], earlier=[Did(Put("trust", 3)), Undid()], compact=9000)
@example(events=[Undid(), Redid()], earlier=[Did(Put("trust", 3))], compact=9000)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_a_replay_comes_to_what_was_seen_even_where_undo_goes_back_before_the_journal(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    deck: Deck,
    events: list[Event],
    earlier: list[Event],
    compact: int,
) -> None:
    monkeypatch.setattr(journal, "COMPACT_AT", len(EXAMPLE) + compact)
    history = History(read_session(EXAMPLE, deck).session)
    history = happening(history, earlier, deck, None)
    kept = Scribe(tmp_path / "state", history, deck, tmp_path / "s.toml", data=None, tell=silent)
    history = happening(history, events, deck, kept)
    kept.close(done=False)
    found = read_journal(kept.journal.path)
    assert found is not None
    assert replay(found, deck).now == history.now


def test_undo_goes_back_before_a_journal_that_was_begun_anew(tmp_path: Path, deck: Deck) -> None:
    history = History(read_session(EXAMPLE, deck).session)
    kept = Scribe(tmp_path / "state", history, deck, tmp_path / "s.toml", data=EXAMPLE, tell=silent)
    first = kept.journal.path
    long = [Did(Park(f"n-{number}", "long " * 9000)) for number in range(26)]
    history = happening(history, [*long, Undid(), Undid()], deck, kept)
    assert kept.journal._next is not None
    assert kept.journal._next.ready.wait(20)
    history = happening(history, [LeftField(), Redid(), Undid(), Undid(), Undid(), Redid()], deck, kept)
    kept.close(done=False)
    assert kept.journal.path != first
    found = read_journal(kept.journal.path)
    assert found is not None
    assert replay(found, deck).now == history.now


class Full:
    """A disk of this machine that may be full."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.full = False
        writes = journal._write_whole

        def write(handle: int, data: bytes) -> None:
            if self.full:
                writes(handle, data[:5])
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            writes(handle, data)

        monkeypatch.setattr(journal, "_write_whole", write)
        monkeypatch.setattr(scribe, "TRY_AGAIN", 0.0)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Full:
    return Full(monkeypatch)


def test_a_journal_that_stopped_is_gone_once_the_file_has_more_and_is_never_offered(
    tmp_path: Path, deck: Deck, disk: Full
) -> None:
    said: list[str] = []
    file, state = tmp_path / "s.toml", tmp_path / "state"
    session = read_session(EXAMPLE, deck).session
    kept = Scribe(state, History(session), deck, file, data=EXAMPLE, tell=said.append)
    history = happening(History(session), [Did(Park("n-3", "Three"))], deck, kept)
    disk.full = True
    history = happening(history, [Did(Park("n-4", "Four")), Did(Park("n-5", "Five"))], deck, kept)
    assert said == ["! This laptop keeps no second copy: its disk is full. The file is saved as ever."]
    assert not kept.kept
    assert kept.changes == 3
    assert list(state.glob("*.journal"))
    file.write_bytes(session_bytes(history.now, deck))
    kept.saved(file)
    assert not list(state.glob("*.journal"))
    kept.close(done=True)
    assert recovered(state, file, history.now, deck) is None


def test_a_journal_that_stopped_goes_with_a_session_that_was_closed_well(
    tmp_path: Path, deck: Deck, disk: Full
) -> None:
    history = History(read_session(EXAMPLE, deck).session)
    kept = Scribe(tmp_path / "state", history, deck, tmp_path / "s.toml", data=EXAMPLE, tell=lambda said: None)
    disk.full = True
    happening(history, [Did(Park("n-4", "Four"))], deck, kept)
    kept.close(done=True)
    assert not list(tmp_path.rglob("*.journal"))


def test_once_there_is_room_a_new_journal_has_everything(tmp_path: Path, deck: Deck, disk: Full) -> None:
    said: list[str] = []
    history = History(read_session(EXAMPLE, deck).session)
    kept = Scribe(tmp_path / "state", history, deck, tmp_path / "s.toml", data=EXAMPLE, tell=said.append)
    disk.full = True
    history = happening(history, [Did(Park("n-3", "Three")), Did(Park("n-4", "Four"))], deck, kept)
    disk.full = False
    history = happening(history, [Did(Park("n-5", "Five")), Undid(), Undid()], deck, kept)
    assert said[1:] == ["This laptop keeps a second copy again of what you type."]
    assert kept.kept
    kept.close(done=False)
    (only,) = (tmp_path / "state").glob("*.journal")
    found = read_journal(only)
    assert found is not None
    assert replay(found, deck).now == history.now


def happening(history: History, events: list[Event], deck: Deck, kept: Scribe | None) -> History:
    """The history after all of it, written down as a screen does."""
    for event in events:
        try:
            then = after(history, event, deck)
        except Refused:
            continue
        if kept is not None and (then is not history or isinstance(event, Drafted)):
            kept.write(event, then)
        history = then
    return history


def test_a_session_that_became_another_one_is_there_again_and_undo_takes_it_back(tmp_path: Path, deck: Deck) -> None:
    history = History(read_session(EXAMPLE, deck).session)
    kept = Scribe(tmp_path / "state", history, deck, tmp_path / "s.toml", data=EXAMPLE, tell=silent)
    other = Judge("case", Judgement.STRENGTH).apply(Park("n-2", "Other").apply(history.now, deck), deck)
    for event in (Did(Park("n-1", "A thought")), Became(other, "went back to how it was at 14:02")):
        history = after(history, event, deck)
        kept.write(event, history)
    kept.close(done=False)
    found = read_journal(kept.journal.path)
    assert found is not None
    again = replay(found, deck)
    assert again.now == other
    assert "n-1" in again.undo().now.parked
    assert again.past[-1].edit.name == "become"


def test_changes_are_counted_as_somebody_would(tmp_path: Path, deck: Deck) -> None:
    history = History(read_session(EXAMPLE, deck).session)
    kept = Scribe(tmp_path / "state", history, deck, tmp_path / "s.toml", data=EXAMPLE, changes=7, tell=silent)
    typing = [Did(WriteReason("case", "why", "Money comes"[:end])) for end in range(1, 9)]
    happening(history, [*typing, LeftField(), Undid(), Drafted("A round", "bef")], deck, kept)
    assert kept.changes == 9, "a reason, and its undo"
    kept.close(done=False)


def test_versions_say_what_was_done_next(tmp_path: Path, deck: Deck, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, path = tmp_path / "state", tmp_path / "s.toml"
    history = History(read_session(EXAMPLE, deck).session)
    kept = Scribe(folder, history, deck, path, data=EXAMPLE, tell=silent)

    def saving() -> None:
        path.write_bytes(session_bytes(history.now, deck))
        kept.saved(path)

    history = happening(history, [Did(Judge("case", Judgement.DEVELOPMENT))], deck, kept)
    saving()
    monkeypatch.setattr(scribe, "APART", timedelta(0))
    saving()
    history = happening(history, [Did(Park("n-1", "A thought"))], deck, kept)
    saving()
    assert [(each.changes, done_next(each)) for each in reversed(versions(folder))][:2] == [
        (0, "A strong case for innovation is to develop"),
        (1, "a thought was parked"),
    ]
    kept.close(done=True)
    data = read_version(versions(folder)[0])
    assert data is not None
    assert read_session(data, deck).session == history.now, "each sitting leaves how it ended"
    assert not kept.journal.path.exists()


def test_a_file_changed_by_hand_is_a_version_too(tmp_path: Path, deck: Deck) -> None:
    by_hand = EXAMPLE.replace(b"[features.", b"# by hand\n[features.", 1)
    session = read_session(by_hand, deck).session
    assert as_version(EXAMPLE, session, deck) == EXAMPLE
    assert read_session(as_version(by_hand, session, deck), deck).session == session
