"""What a copy and a session both come from: found where the versions prove it, and nowhere else."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from innovate_tui.storage import ancestry
from innovate_tui.storage.ancestry import ancestor_in, common_ancestor
from innovate_tui.storage.session_reading import read_session
from innovate_tui.storage.session_text import session_bytes
from innovate_tui.storage.versions import keep_version
from innovate_tui.workshop.deck import Deck
from innovate_tui.workshop.edits import Describe, Park
from innovate_tui.workshop.session import Session

EXAMPLE = (Path(__file__).parent.parent / "formats" / "issue-2.toml").read_bytes()
MOMENT = datetime(2026, 3, 12, 10, 18, tzinfo=UTC)


def values(words: str) -> dict[tuple[str, ...], object]:
    """`a1 b2` is 1 at a and 2 at b."""
    return {(each[0],): each[1:] for each in words.split()}


@pytest.mark.parametrize(
    ("steps", "copy", "found"),
    [
        (["a1", "a1 b1", "a1 b2"], "a1 b1", 1),  # an older state, as it was
        (["a1", "a1 b1", "a1 b2"], "a1 b2", 2),  # as it is
        (["a1", "a1 b1", "a1 b2"], "a1 b1 c1", 1),  # it had b1 and had not b2
        (["a1", "a1 b1", "a1 b1 d1"], "a9 b1", 1),
        (["a1", "a1 b1", "a1 b1 d1"], "a1 b1 d1 e1", 2),  # it had all, and went on
        (["a1", "a1 b1", "b1"], "a1 b1 c1", 1),  # taken out here, after the copy went
        (["a1", "a1 b1"], "a1 c1", None),  # nothing shows that it had even the first
        (["a1"], "a1 c1", None),
        (["a1", "a1 b1", "a1 b1 d1"], "a1 d1", None),  # it has d1 from elsewhere, and never had b1
        (["a1", "a2", "a3"], "a7 b1", None),  # another value each time proves nothing
    ],
)
def test_it_is_the_state_before_the_first_step_that_a_copy_had_not(
    steps: list[str], copy: str, found: int | None
) -> None:
    assert common_ancestor([values(each) for each in steps], values(copy)) == found


@pytest.fixture
def session(deck: Deck) -> Session:
    return read_session(EXAMPLE, deck).session


def kept(folder: Path, states: list[Session], deck: Deck) -> list[bytes]:
    """The files of some states, each kept as a version."""
    files = [session_bytes(each, deck) for each in states]
    for number, data in enumerate(files):
        assert keep_version(folder, data, number, MOMENT + timedelta(minutes=number), soon=True)
    return files


def test_the_version_that_both_come_from_is_found(tmp_path: Path, session: Session, deck: Deck) -> None:
    states = [session]
    for number in range(4):
        states.append(Park(f"n-{number}", f"Thought {number}").apply(states[-1], deck))
    files = kept(tmp_path, states, deck)
    copy = session_bytes(Describe("title", "Theirs").apply(states[2], deck), deck)
    assert ancestor_in(tmp_path, files[-1], copy) == files[2]


def test_of_versions_that_would_take_long_only_the_newest_are_looked_through(
    tmp_path: Path, session: Session, deck: Deck, monkeypatch: pytest.MonkeyPatch
) -> None:
    states = [session]
    for number in range(4):
        states.append(Park(f"n-{number}", f"Thought {number}").apply(states[-1], deck))
    files = kept(tmp_path, states, deck)
    monkeypatch.setattr(ancestry, "MOST_BYTES", len(files[-1]) + len(files[-2]) + 10)
    assert ancestor_in(tmp_path, files[-1], session_bytes(states[1], deck)) is None


def test_without_versions_and_for_what_does_not_read_there_is_none(tmp_path: Path, deck: Deck) -> None:
    session = read_session(EXAMPLE, deck).session
    theirs = session_bytes(Describe("title", "Theirs").apply(session, deck), deck)
    assert ancestor_in(tmp_path, EXAMPLE, theirs) is None
    assert ancestor_in(tmp_path, EXAMPLE, b"= ?") is None
