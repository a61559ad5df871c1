"""What journals have beyond a file: counted, told, and kept beside the file until somebody has chosen."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from innovate_tui.storage.deck_files import Content
from innovate_tui.storage.journal import left_behind
from innovate_tui.storage.recovery import is_waiting, let_go, recovered, rescued, steps_ahead, stranded, work_waits
from innovate_tui.storage.salvage import salvage
from innovate_tui.storage.scribe import Scribe
from innovate_tui.storage.session_reading import read_session
from innovate_tui.storage.session_text import session_bytes
from innovate_tui.storage.versions import keep_version
from innovate_tui.workshop.deck import Act, Deck
from innovate_tui.workshop.edits import Judge, Park, Spend, WriteReason
from innovate_tui.workshop.events import Did, Drafted, Event, LeftField, Noted, after
from innovate_tui.workshop.features import Judgement
from innovate_tui.workshop.history import History
from innovate_tui.workshop.session import Session

EXAMPLE = (Path(__file__).parent.parent / "formats" / "issue-2.toml").read_bytes()
JUDGED = Did(Judge("case", Judgement.DEVELOPMENT))
TYPED = [Did(WriteReason("case", "why", "Money comes"[:end])) for end in range(1, 12)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The file of a session."""
    path = tmp_path / "hubs.toml"
    path.write_bytes(EXAMPLE)
    return path


def session_of(path: Path, deck: Deck) -> Session:
    return read_session(path.read_bytes(), deck).session


def crashed(
    folder: Path, path: Path, deck: Deck, events: Sequence[Event], saved: int = 0, start: bytes = EXAMPLE
) -> History:
    """A run in which this happened, of which so many events came into the file."""
    history = History(read_session(start, deck).session)
    scribe = Scribe(folder, history, deck, path, data=start, tell=print)
    for number, event in enumerate(events, 1):
        history = after(history, event, deck)
        scribe.write(event, history)
        if number == saved:
            path.write_bytes(session_bytes(history.now, deck))
    scribe.close(done=False)
    return history


@pytest.mark.parametrize(
    ("events", "saved", "changes"),
    [
        ([JUDGED, *TYPED], 0, 2),
        ([JUDGED, *TYPED], 1, 1),
        ([JUDGED, *TYPED], 5, 1),
        ([*TYPED, LeftField(), JUDGED, Did(Park("n-1", "Later"))], 11, 2),
    ],
)
def test_what_the_file_does_not_have_is_counted(
    tmp_path: Path, path: Path, deck: Deck, events: Sequence[Event], saved: int, changes: int
) -> None:
    history = crashed(tmp_path / "state", path, deck, events, saved)
    lost = recovered(tmp_path / "state", path, session_of(path, deck), deck)
    assert lost is not None
    assert (lost.history, lost.changes, lost.elsewhere) == (history, changes, False)
    assert lost.last == history.past[-1]
    assert lost.journals == tuple((tmp_path / "state").glob("*.journal"))


def test_what_is_all_in_the_file_is_not_told_and_its_journal_goes(tmp_path: Path, path: Path, deck: Deck) -> None:
    crashed(tmp_path / "state", path, deck, [JUDGED, Noted(Spend("diamond", Act.ORDER, 2))], saved=1)
    assert recovered(tmp_path / "state", path, session_of(path, deck), deck) is None
    assert left_behind(tmp_path / "state") == ()


def test_words_of_a_box_that_was_open_are_told_even_if_nothing_else_is(tmp_path: Path, path: Path, deck: Deck) -> None:
    crashed(tmp_path / "state", path, deck, [JUDGED, Drafted("Keep a round", "before sh")], saved=1)
    lost = recovered(tmp_path / "state", path, session_of(path, deck), deck)
    assert lost is not None
    assert (lost.changes, lost.draft) == (0, Drafted("Keep a round", "before sh"))
    crashed(tmp_path / "other", path, deck, [JUDGED, Drafted("A", "b"), Drafted("A", "")], saved=1)
    assert recovered(tmp_path / "other", path, session_of(path, deck), deck) is None


def test_a_file_that_somebody_else_changed_since_is_told(tmp_path: Path, path: Path, deck: Deck) -> None:
    crashed(tmp_path / "state", path, deck, [JUDGED])
    theirs = Park("n-9", "Theirs").apply(session_of(path, deck), deck)
    path.write_bytes(session_bytes(theirs, deck))
    lost = recovered(tmp_path / "state", path, session_of(path, deck), deck)
    assert lost is not None
    assert lost.elsewhere


def test_killed_again_before_the_file_was_written_it_is_told_as_the_first_time(
    tmp_path: Path, path: Path, deck: Deck
) -> None:
    history = crashed(tmp_path / "state", path, deck, [JUDGED, *TYPED])
    (first,) = (tmp_path / "state").glob("*.journal")
    ahead = steps_ahead(history, session_of(path, deck))
    Scribe(tmp_path / "state", history, deck, path, data=EXAMPLE, ahead=ahead, tell=print).close(done=False)
    let_go([first])
    lost = recovered(tmp_path / "state", path, session_of(path, deck), deck)
    assert lost is not None
    assert (lost.history.now, lost.changes, lost.elsewhere) == (history.now, 2, False)
    path.write_bytes(session_bytes(Park("n-9", "Theirs").apply(session_of(path, deck), deck), deck))
    lost = recovered(tmp_path / "state", path, session_of(path, deck), deck)
    assert lost is not None
    assert lost.elsewhere


def test_how_far_a_history_is_ahead_of_its_file(path: Path, deck: Deck) -> None:
    begun = History(session_of(path, deck))
    judged = after(begun, JUDGED, deck)
    both = after(judged, Did(Park("n-1", "Later")), deck)
    assert [steps_ahead(both, each.now) for each in (both, judged, begun)] == [0, 1, 2]
    assert steps_ahead(begun, judged.now) == 1, "undone is a change, too"


def test_of_several_journals_the_last_is_told_and_none_is_lost(tmp_path: Path, path: Path, deck: Deck) -> None:
    first = crashed(tmp_path / "state", path, deck, [JUDGED])
    second = crashed(tmp_path / "state", path, deck, TYPED)
    lost = recovered(tmp_path / "state", path, session_of(path, deck), deck)
    assert lost is not None
    assert (lost.history, lost.others, len(lost.journals)) == (second, (first.now,), 2)
    crashed(tmp_path / "again", path, deck, [JUDGED])
    crashed(tmp_path / "again", path, deck, TYPED, start=session_bytes(first.now, deck))
    lost = recovered(tmp_path / "again", path, session_of(path, deck), deck)
    assert lost is not None
    assert lost.others == (), "what another one goes on from is in it"


def test_the_journal_of_another_file_of_the_same_session_is_left_alone(tmp_path: Path, path: Path, deck: Deck) -> None:
    copy = tmp_path / "copy.toml"
    copy.write_bytes(EXAMPLE)
    crashed(tmp_path / "state", path, deck, [JUDGED])
    assert recovered(tmp_path / "state", copy, session_of(copy, deck), deck) is None
    assert len(left_behind(tmp_path / "state")) == 1
    path.unlink()  # such as a stick that has another letter now
    assert recovered(tmp_path / "state", copy, session_of(copy, deck), deck) is not None


def test_sessions_whose_file_is_gone_are_found_by_the_heads_of_their_journals(
    tmp_path: Path, path: Path, deck: Deck
) -> None:
    states = tmp_path / "states"
    session = session_of(path, deck)
    folder = states / session.id
    writing = Scribe(folder, History(session), deck, path, data=EXAMPLE, tell=print)
    assert not is_waiting(folder, path), "a window has it open"
    writing.close(done=False)
    assert is_waiting(folder, path)
    assert not work_waits(folder, path, session, deck), "there is no more than the file has"
    assert is_waiting(folder, path), "whoever opens it is told"
    assert recovered(folder, path, session, deck) is None
    assert not is_waiting(folder, path), "it was looked into"
    crashed(folder, path, deck, [JUDGED])
    assert work_waits(folder, path, session, deck)
    assert stranded(states, path.parent) == (), "its file is there"
    assert [each.path.parent for each in stranded(states, tmp_path / "elsewhere")] == [folder], "nobody looks there"
    other = tmp_path / "copy.toml"
    other.write_bytes(EXAMPLE)
    assert not is_waiting(folder, other), "it is of the first file"
    path.unlink()
    assert [each.opening.session for each in stranded(states, path.parent)] == [session.id]
    assert is_waiting(folder, other), "the first one may have become this one"


def test_where_there_is_no_file_journals_say_all_and_stay(tmp_path: Path, path: Path, deck: Deck) -> None:
    assert rescued(tmp_path / "state", path, "s-none", deck) is None
    session = session_of(path, deck)
    crashed(tmp_path / "state", path, deck, [])
    path.unlink()
    lost = rescued(tmp_path / "state", path, session.id, deck)
    assert lost is not None
    assert (lost.history.now, lost.changes, lost.elsewhere) == (session, 0, False)
    crashed(tmp_path / "state", path, deck, [])
    assert rescued(tmp_path / "state", path, session.id, deck) is not None, "each goes on from the other"
    judged = crashed(tmp_path / "state", path, deck, [JUDGED])
    lost = rescued(tmp_path / "state", path, session.id, deck)
    assert lost is not None
    assert (lost.history.now, lost.changes, lost.others) == (judged.now, 1, ())
    assert len(list((tmp_path / "state").glob("*.journal"))) == 3


def test_of_what_survives_the_newest_is_taken(tmp_path: Path, path: Path, deck: Deck, content: Content) -> None:
    session, folder = session_of(path, deck), tmp_path / "state"
    assert salvage(folder, path, session.id, content) is None
    keep_version(folder, EXAMPLE, 3, datetime(2026, 3, 12, tzinfo=UTC))
    best = salvage(folder, path, session.id, content)
    assert best is not None
    assert (best.data, best.lost) == (EXAMPLE, None)
    judged = crashed(folder, path, deck, [JUDGED])
    path.write_bytes(EXAMPLE[:200])
    best = salvage(folder, path, session.id, content)
    assert best is not None
    assert best.lost is not None
    assert best.lost.history.now == judged.now
    keep_version(folder, session_bytes(judged.now, deck), 9, datetime(2200, 3, 12, tzinfo=UTC))
    best = salvage(folder, path, session.id, content)
    assert best is not None
    assert best.lost is None, "the version is newer"
