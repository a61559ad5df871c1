"""The journal: everything that happened is there again, up to the first record that is not whole."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from innovate_tui.storage import journal
from innovate_tui.storage.journal import Found, Journal, left_behind, opening_of, read_journal, replay
from innovate_tui.storage.processes import Process, is_gone, process_in, this_process
from innovate_tui.storage.session_reading import read_session
from innovate_tui.storage.session_text import session_bytes
from innovate_tui.workshop.deck import Deck
from innovate_tui.workshop.edits import Judge, WriteReason
from innovate_tui.workshop.events import Did, Event, LeftField, Redid, Undid, after
from innovate_tui.workshop.features import Judgement
from innovate_tui.workshop.history import History

EXAMPLE = (Path(__file__).parent.parent / "formats" / "issue-2.toml").read_bytes()
TYPING = [WriteReason("case", "why", "Money comes when\n" + "it is told so."[:end]) for end in range(15)]
EVENTS: list[Event] = [
    Did(Judge("case", Judgement.STRENGTH)),
    *(Did(edit) for edit in TYPING),
    LeftField(),
    Undid(),
    Redid(),
    Undid(),
]


def silent(_: str) -> None:
    raise AssertionError("nothing was to be said")


def written(folder: Path, events: list[Event]) -> Path:
    """A journal of these events, its writer still there."""
    kept = Journal(folder, opening_of("s-1", Path("hubs.toml"), "abc"), EXAMPLE, silent)
    for event in events:
        kept.write(event)
    kept.close(done=False)
    return kept.path


def found_in(path: Path) -> Found:
    found = read_journal(path)
    assert found is not None
    return found


def test_everything_that_happened_is_there_again(tmp_path: Path, deck: Deck) -> None:
    found = found_in(written(tmp_path / "state", EVENTS))
    assert found.opening.session == "s-1"
    assert found.opening.writer == this_process()
    assert found.events == tuple(EVENTS)
    history = History(read_session(EXAMPLE, deck).session)
    for event in EVENTS:
        history = after(history, event, deck)
    assert replay(found, deck) == history


def test_words_that_no_encoding_takes_are_written_too(tmp_path: Path) -> None:
    odd = Did(WriteReason("case", "why", "\udc80 half a sign, \x00, 🙂, ر"))
    assert found_in(written(tmp_path / "state", [odd])).events == (odd,)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows guards the folder, not its modes")
def test_nobody_else_may_read_it(tmp_path: Path) -> None:
    path = written(tmp_path / "s-1", EVENTS)
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_every_beginning_of_it_reads_as_a_beginning_of_what_happened(tmp_path: Path) -> None:
    path = written(tmp_path / "state", EVENTS)
    data, torn = path.read_bytes(), tmp_path / f"torn{journal.ENDING}"
    counts = []
    for end in range(len(data)):
        torn.write_bytes(data[:end])
        found = read_journal(torn)
        assert found is None or found.events == tuple(EVENTS)[: len(found.events)]
        counts.append(-1 if found is None else len(found.events))
    assert counts == sorted(counts)
    assert counts[-1] == len(EVENTS) - 1


@given(bit=st.integers(0, 8 * 10_000))
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_a_flipped_bit_ends_it_there_and_invents_nothing(tmp_path: Path, bit: int) -> None:
    folder = tmp_path / "state"
    path = next(folder.glob("*.journal")) if folder.exists() else written(folder, EVENTS)
    data = bytearray(path.read_bytes())
    data[bit // 8 % len(data)] ^= 1 << bit % 8
    flipped = tmp_path / f"flipped{journal.ENDING}"
    flipped.write_bytes(data)
    found = read_journal(flipped)
    assert found is None or (found.toml == EXAMPLE and found.events == tuple(EVENTS)[: len(found.events)])


def test_one_that_is_closed_with_everything_kept_goes(tmp_path: Path) -> None:
    kept = Journal(tmp_path / "state", opening_of("s-1", Path("hubs.toml"), ""), EXAMPLE, silent)
    kept.write(LeftField())
    kept.close(done=True)
    assert not list((tmp_path / "state").rglob("*.journal"))


def test_only_journals_of_programs_that_are_gone_were_left_behind(tmp_path: Path) -> None:
    folder = tmp_path / "state"
    ours = Journal(folder, opening_of("s-1", Path("hubs.toml"), "abc"), EXAMPLE, silent)
    (folder / f"odd{journal.ENDING}").write_bytes(b"\0" * 30)
    assert left_behind(folder) == ()
    ended = subprocess.run(
        [sys.executable, "-c", "from innovate_tui.storage.processes import this_process as t; print(*t(), sep='\\n')"],
        capture_output=True,
        text=True,
        check=True,
    )
    number, started, host, *_ = ended.stdout.splitlines()
    gone = opening_of("s-1", Path("hubs.toml"), "")._replace(writer=Process(int(number), started, host))
    Journal(folder, gone, EXAMPLE, silent).close(done=False)
    assert [found.opening for found in left_behind(folder)] == [gone]
    ours.close(done=False)
    assert len(left_behind(folder)) == 2, "what this process has closed, it writes no more"


def test_a_process_is_gone_only_if_that_is_proved() -> None:
    here = this_process()
    assert not is_gone(here)
    assert not is_gone(here._replace(host="another laptop"))
    assert not is_gone(here._replace(started=""))
    assert is_gone(here._replace(started="another start"))
    assert process_in(here.plain()) == here
    assert process_in({"process": "4", "started": "", "host": ""}) is None


@pytest.mark.parametrize("fault", [errno.ENOSPC, errno.EIO, errno.EROFS, errno.EDQUOT])
@pytest.mark.parametrize("at", [0, 1, 5])
def test_one_that_cannot_be_written_is_said_once_and_stops_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: int, at: int
) -> None:
    said: list[str] = []
    calls, write = iter(range(100)), os.write

    def failing(handle: int, data: bytes) -> int:
        if next(calls) >= at:
            raise OSError(fault, os.strerror(fault))
        return write(handle, data)

    monkeypatch.setattr(os, "write", failing)
    kept = Journal(tmp_path / "state", opening_of("s-1", Path("hubs.toml"), ""), EXAMPLE, said.append)
    for event in EVENTS:
        kept.write(event)
    kept.close(done=True)
    why = "its disk is full" if fault in (errno.ENOSPC, errno.EDQUOT) else "nothing can be written"
    assert said == [f"! This laptop keeps no second copy: {why}. The file is saved as ever."]
    assert not list(tmp_path.rglob("*.journal"))


def test_a_long_one_begins_anew_and_at_each_moment_one_file_says_everything(tmp_path: Path, deck: Deck) -> None:
    folder = tmp_path / "state"
    kept = Journal(folder, opening_of("s-1", Path("hubs.toml"), ""), EXAMPLE, silent)
    history = History(read_session(EXAMPLE, deck).session)

    def happens(event: Event) -> None:
        nonlocal history
        history = after(history, event, deck)
        kept.write(event)

    first = kept.path
    for number in range(40):
        happens(Did(WriteReason("case", "why", f"{number} " + "long " * 6000)))
    assert kept.wants_to_begin_anew
    so_far = history.now
    kept.begin_anew(lambda: session_bytes(so_far, deck))
    assert not kept.wants_to_begin_anew
    happens(Did(WriteReason("case", "dissent", "Not yet.")))
    assert kept._next is None or kept._next.ready.wait(10)
    happens(Did(Judge("case", Judgement.DEVELOPMENT)))
    assert kept.path != first
    assert not first.exists()
    happens(Did(Judge("case", None)))
    kept.close(done=False)
    assert list(folder.glob("*.journal")) == [kept.path]
    found = found_in(kept.path)
    assert found.opening.changes == 40
    assert replay(found, deck).now == history.now
