"""Stories of two windows, two laptops and a stick that is gone: it is said, and there is a way on."""

import errno
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from innovate_tui.storage.keeper import Keeping, Status
from innovate_tui.storage.locations import state_folder
from innovate_tui.storage.locks import Hold, Lock, lock_path
from innovate_tui.storage.scribe import Scribe
from innovate_tui.storage.session_reading import read_session
from innovate_tui.storage.session_text import session_bytes
from innovate_tui.storage.versions import keep_version
from innovate_tui.storage.whereabouts import is_as_left, remember, whereabouts
from innovate_tui.ui.app import InnovateApp
from innovate_tui.ui.desk import Desk, NotBegun, save_state
from innovate_tui.ui.sharing import NOTHING_NEW, READ_ONLY, TAKEN_OVER, TYPED_ON, came_in, place_in, taken_over
from innovate_tui.ui.shelf import Shelf
from innovate_tui.workshop.deck import Deck
from innovate_tui.workshop.edits import Describe, Park
from innovate_tui.workshop.session import Session
from tests.ui.test_app import Story, at_home

EXAMPLE = (Path(__file__).parent.parent / "formats" / "issue-4.toml").read_bytes()

MOMENT = datetime(2026, 3, 12, 10, 18, tzinfo=UTC)


@pytest.fixture(autouse=True)
def folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of a person's own."""
    monkeypatch.delenv("XDG_STATE_HOME", raising=False)
    folder.mkdir()
    return folder


@pytest.fixture
def path(folder: Path) -> Path:
    """A session in it."""
    path = folder / "hubs.toml"
    path.write_bytes(EXAMPLE)
    return path


@pytest.fixture
def session(deck: Deck) -> Session:
    return read_session(EXAMPLE, deck).session


def parked(text: str, session: Session, deck: Deck) -> Session:
    return Park(f"n-{text}", text).apply(session, deck)


@asynccontextmanager
async def opened(*keys: str) -> AsyncIterator[Story]:
    """The last session, with some keys pressed once it is asked for."""
    async with at_home() as story:
        await story.press("enter")
        await story.settle()
        await story.press(*keys)
        yield story


async def test_a_session_that_is_open_elsewhere_may_be_read_and_not_changed(path: Path) -> None:
    other = Lock(path)
    assert other.take() is Hold.OURS
    async with opened() as story:
        assert "It is open in another window on this computer." in story.text
        await story.press("r")
        await story.until(lambda: story.place not in ("home", ""), "the session")
        assert "Read only" in story.title
        for key in ("plus", "w", "semicolon", "u", "y"):
            await story.press(key)
            assert story.status == READ_ONLY, key
        await story.press("ctrl+s")
        assert story.status == READ_ONLY
        await story.press("f3", "D", "0")
        assert story.status == READ_ONLY
    assert path.read_bytes() == EXAMPLE
    assert other.is_ours()


def written_id(path: Path, deck: Deck) -> str:
    return read_session(path.read_bytes(), deck).session.id


async def test_it_may_be_taken_over(path: Path, deck: Deck) -> None:
    other = Lock(path)
    other.take()
    async with opened("t") as story:
        await story.until(lambda: story.place not in ("home", ""), "the session")
        assert not other.is_ours()
        await story.press("semicolon")
        await story.type("ours")
        await story.press("enter")
        await story.until(lambda: b"ours" in path.read_bytes(), "the file")
        await story.press("ctrl+q")
    assert not lock_path(path).exists()
    state = state_folder(written_id(path, deck))
    assert whereabouts(state).paths == (path,)
    assert is_as_left(state, path)


async def test_or_worked_on_as_a_copy(path: Path, folder: Path, deck: Deck) -> None:
    Lock(path).take()
    async with opened("c") as story:
        await story.until(lambda: story.place not in ("home", ""), "the session")
        copies = [each for each in folder.glob("*.toml") if each != path]
        assert len(copies) == 1
        assert lock_path(copies[0]).exists()
        assert read_session(copies[0].read_bytes(), deck).session.title.endswith("copy")


async def test_or_left(path: Path) -> None:
    other = Lock(path)
    other.take()
    async with opened("escape") as story:
        assert story.status == "It was not opened."
        assert other.is_ours()


async def test_whoever_loses_it_is_told_and_writes_no_more(path: Path) -> None:
    async with opened() as story:
        await story.until(lambda: lock_path(path).exists() and story.place not in ("home", ""))
        Lock(path).take_over()
        before = path.read_bytes()
        await story.press("semicolon")
        await story.type("late words")
        await story.press("enter")
        await story.until(lambda: "Taken over" in story.title, "the title")
        assert path.read_bytes() == before
        await story.until(lambda: "Your last words: a copy beside it." in story.status, "the sentence")
        said = story.status
        await story.press("f3", "D", "0")
        assert story.status == said
        (copy,) = path.parent.glob("hubs.conflict-*.toml")
        await story.until(lambda: b"late words" in copy.read_bytes(), "the last of the words")


def test_a_key_never_waits_long_for_a_thread_that_makes_a_file() -> None:
    before = sys.getswitchinterval()
    sys.setswitchinterval(0.005)
    try:
        InnovateApp()
        assert sys.getswitchinterval() <= 0.001
    finally:
        sys.setswitchinterval(before)


async def test_what_another_laptop_wrote_comes_in_and_undo_takes_it_out(
    path: Path, deck: Deck, session: Session
) -> None:
    async with opened() as story:
        await story.until(lambda: story.place not in ("home", ""))
        path.write_bytes(session_bytes(parked("theirs", session, deck), deck))
        await story.press("semicolon")
        await story.type("ours")
        await story.press("enter")
        await story.until(lambda: "brought in" in story.status, "the sentence")
        assert story.status == "1 change made elsewhere was brought in."
        await story.until(lambda: b"ours" in path.read_bytes() and b"theirs" in path.read_bytes())
        sitting = story.app._sitting  # type: ignore[attr-defined]  # only the real app has one
        await story.until(lambda: sitting.keeper.status.joined is None, "everything taken in")
        screen = story.screen
        assert "n-theirs" in screen.session.parked  # type: ignore[attr-defined]  # every screen here has a session
        await story.press("u")
        assert "n-theirs" not in screen.session.parked  # type: ignore[attr-defined]  # as above
        await story.until(lambda: b"theirs" not in path.read_bytes())


async def test_a_copy_that_a_cloud_left_is_brought_in_and_goes_into_the_bin(
    path: Path, deck: Deck, session: Session, folder: Path
) -> None:
    copy = folder / "hubs-LAPTOP7.toml"
    theirs = Describe("title", "Theirs").apply(parked("theirs", session, deck), deck)
    copy.write_bytes(session_bytes(theirs, deck))
    os.utime(path, (2_000_000_000, 2_000_000_000))
    async with opened() as story:
        assert "hubs-LAPTOP7.toml" in story.text
        await story.press("enter")
        await story.until(lambda: story.place not in ("home", ""), "the session")
        assert "One clash: both kept, ! settles it." in story.status
        await story.until(lambda: not copy.exists())
    there = path.read_bytes()
    assert read_session(there, deck).session.title == session.title
    assert "n-theirs" in read_session(there, deck).session.parked
    assert b"Theirs" in there
    assert list(folder.parent.rglob("bin/*.toml"))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("hubs-ANNA-PC", "With a second copy, from ANNA-PC, today "),
        ("hubs.conflict-anna-pc-20260312-140200", "With a second copy, from anna-pc, today "),
        ("hubs.sync-conflict-20260312-140200-ABCDEF1", "With a second copy, today "),
        ("hubs (Anna's conflicted copy 2026-03-12)", "With a second copy, from Anna, today "),
        ("hubs-2", "With a second copy, today "),
        (f"hubs-{'LONG' * 20}", "With a second copy, from LONGLONGLONGLONGLONG, today "),
    ],
)
def test_a_copy_is_seen_before_the_session_is_opened(path: Path, name: str, said: str) -> None:
    copy = path.with_name(f"{name}.toml")
    copy.write_bytes(EXAMPLE)
    facts = Desk().look().facts
    assert facts.last is not None
    assert facts.last.state.startswith(said)
    assert Shelf(Desk()).state(str(path))[0].startswith(said)
    copy.write_bytes(EXAMPLE.replace(b"s-4h8wd2nk", b"s-another1"))
    assert Shelf(Desk()).state(str(path))[0].startswith(state_of(path))


async def test_a_second_copy_is_said_to_be_one_and_leads_to_the_session(path: Path, folder: Path) -> None:
    copy = path.with_name("hubs-ANNA-PC.toml")
    copy.write_bytes(EXAMPLE)
    os.utime(path, (1_000_000_000, 1_000_000_000))
    assert Shelf(Desk()).state(str(copy))[0].startswith("The second copy of hubs.toml · ")
    async with at_home() as story:
        await story.press("3")
        await story.until(lambda: "The second copy of hubs.toml" in story.text, "the list")
        await story.press("enter")
        await story.until(lambda: "hubs-ANNA-PC.toml is a second copy of hubs.toml" in story.text, "the question")
        await story.press("escape")
        assert not lock_path(copy).exists()
        await story.press("3")
        await story.until(lambda: "The second copy of hubs.toml" in story.text, "the list again")
        await story.press("enter")
        await story.until(lambda: "is a second copy of" in story.text, "the question again")
        await story.press("enter")
        await story.until(lambda: "Another copy of this session beside it" in story.text, "the question of the session")
        assert not lock_path(copy).exists()
        await story.press("enter")
        await story.until(lambda: story.place not in ("home", "sessions", ""), "the session")
    assert not copy.exists()
    assert list(folder.parent.rglob("bin/*.toml"))


async def test_a_second_copy_may_be_gone_on_with_alone(path: Path) -> None:
    copy = path.with_name("hubs-ANNA-PC.toml")
    copy.write_bytes(EXAMPLE)
    os.utime(path, (1_000_000_000, 1_000_000_000))
    async with at_home() as story:
        await story.press("3")
        await story.until(lambda: "The second copy of hubs.toml" in story.text, "the list")
        await story.press("enter")
        await story.until(lambda: "is a second copy of" in story.text, "the question")
        await story.press("l")
        await story.until(lambda: story.place not in ("home", "sessions", ""), "the copy")
        assert lock_path(copy).exists()
        assert not lock_path(path).exists()


async def test_whoever_loses_it_while_typing_is_told_in_the_box(path: Path) -> None:
    async with opened() as story:
        await story.until(lambda: lock_path(path).exists() and story.place not in ("home", ""))
        await story.press("semicolon")
        Lock(path).take_over()
        await story.type("late words")
        await story.until(lambda: story.status == TYPED_ON, "the sentence in the box")
        await story.press("enter")
        await story.until(lambda: "Taken over" in story.title, "the title")


def state_of(path: Path) -> str:
    """How far a session is, where it has no copy."""
    path.rename(path.with_name("alone.toml"))
    alone = Shelf(Desk()).state(str(path.with_name("alone.toml")))[0]
    path.with_name("alone.toml").rename(path)
    return alone


def test_home_goes_on_with_the_session_and_not_with_its_newer_copy(path: Path) -> None:
    copy = path.with_name("hubs-ANNA-PC.toml")
    copy.write_bytes(EXAMPLE)
    os.utime(path, (1_000_000_000, 1_000_000_000))
    assert Desk().look().last == path
    path.unlink()
    assert Desk().look().last == copy


async def test_a_copy_goes_back_to_the_version_that_both_come_from(
    path: Path, deck: Deck, session: Session, folder: Path
) -> None:
    first = parked("first", session, deck)
    both = parked("both", first, deck)
    kept = state_folder(session.id)
    for changes, each in enumerate((first, both)):
        assert keep_version(kept, session_bytes(each, deck), changes, MOMENT, soon=True)
    theirs = Describe("title", "Theirs").apply(parked("theirs", both, deck), deck)
    theirs = replace(theirs, parked={key: each for key, each in theirs.parked.items() if key != "n-first"})
    (folder / "hubs-LAPTOP7.toml").write_bytes(session_bytes(theirs, deck))
    path.write_bytes(session_bytes(Describe("place", "Ours").apply(both, deck), deck))
    os.utime(path, (2_000_000_000, 2_000_000_000))
    async with opened("enter") as story:
        await story.until(lambda: story.place not in ("home", ""), "the session")
        assert "brought in" in story.status
        assert "clash" not in story.status
        await story.until(lambda: b"Theirs" in path.read_bytes())
        written = read_session(path.read_bytes(), deck).session
        assert (written.title, written.place) == ("Theirs", "Ours")
        assert "n-both" in written.parked
        assert "n-theirs" in written.parked
        assert "n-first" not in written.parked


async def test_a_copy_with_nothing_new_is_said_to_have_nothing(path: Path, folder: Path) -> None:
    (folder / "hubs-LAPTOP7.toml").write_bytes(EXAMPLE)
    os.utime(path, (2_000_000_000, 2_000_000_000))
    async with opened("enter") as story:
        await story.until(lambda: story.place not in ("home", ""), "the session")
        assert story.status == NOTHING_NEW
        await story.until(lambda: not (folder / "hubs-LAPTOP7.toml").exists())


async def test_or_left_where_it_is(path: Path, folder: Path) -> None:
    copy = folder / "hubs-LAPTOP7.toml"
    copy.write_bytes(EXAMPLE)
    os.utime(path, (2_000_000_000, 2_000_000_000))
    async with opened("l") as story:
        await story.until(lambda: story.place not in ("home", ""), "the session")
        assert copy.read_bytes() == EXAMPLE


async def test_where_nothing_can_be_written_one_key_saves_elsewhere(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.replace

    def full(source: str | Path, target: str | Path) -> None:
        if str(target).startswith(str(path.parent)):
            raise OSError(errno.ENOSPC, "full")
        real(source, target)

    async with opened() as story:
        await story.until(lambda: story.place not in ("home", ""))
        monkeypatch.setattr(os, "replace", full)
        await story.press("semicolon")
        await story.type("safe words")
        await story.press("enter")
        await story.until(lambda: "! Not saved" in story.title, "the title")
        said = "! Not saved: The disk is full. Safe on this laptop; ctrl+s elsewhere."
        await story.until(lambda: story.status.startswith(said), "the sentence")
        await story.press("ctrl+s")
        await story.until(lambda: "Your work is safe on this laptop" in story.text, "the box")
        await story.press("enter")
        elsewhere = tmp_path / "hubs.toml"
        await story.until(lambda: elsewhere.exists() and "! " not in story.title, "saved again")
        assert b"safe words" in elsewhere.read_bytes()
        await story.press("semicolon")
        await story.type("later")
        await story.press("enter")
        await story.until(lambda: b"later" in elsewhere.read_bytes())
        assert path.read_bytes() == EXAMPLE


async def test_a_look_at_where_else_it_could_be_saved_changes_nothing(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with not_saved(monkeypatch) as story:
        await story.press("ctrl+s")
        await story.until(lambda: "goes on there" in story.text, "the box")
        assert "esc not now" in story.text
        await story.press("escape")
        await story.until(lambda: "goes on there" not in story.text)
        assert "! Not saved" in story.title
    assert not list(tmp_path.glob("*.toml"))


async def test_where_nothing_else_keeps_it_nobody_is_told_that_it_is_safe(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Scribe, "kept", False)
    async with not_saved(monkeypatch) as story:
        await story.until(lambda: story.status.startswith("! Not saved anywhere: The disk is full. ctrl+s saves else"))
        await story.press("ctrl+s")
        await story.until(lambda: "Nothing but this window has your work." in story.text, "the box")
        assert "safe" not in story.text
        await story.press("escape", "ctrl+q")
        await story.until(
            lambda: story.status.startswith("! Not saved anywhere. ctrl+q again loses it; ctrl+s saves elsewhere."),
            "the warning",
        )


async def test_whoever_left_with_work_that_is_in_no_file_reads_in_the_terminal_where_it_is(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with not_saved(monkeypatch) as story:
        await story.press("ctrl+q")
        await story.until(lambda: "ctrl+q again leaves" in story.status, "the warning")
        await story.press("ctrl+q")
        await story.until(lambda: not story.app.is_running)
        (said,) = map(str, story.app._exit_renderables)
    assert said == (
        f"The last changes are not in {path}: The disk is full. "
        "They are kept on this laptop: open the session again to go on."
    )


async def test_a_mistake_of_the_program_tells_where_the_work_is_that_no_file_took(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with not_saved(monkeypatch) as story:
        assert isinstance(story.app, InnovateApp)
        said = story.app.close_work()
    assert said.startswith(f"The last changes are not in {path}: The disk is full. They are kept on this laptop")


async def test_and_where_the_file_has_it_all(path: Path) -> None:
    async with opened() as story:
        await story.until(lambda: story.place not in ("home", ""))
        assert isinstance(story.app, InnovateApp)
        assert story.app.close_work() == f"Your work is in {path}. Open it again to go on."


@asynccontextmanager
async def not_saved(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Story]:
    """A session that is open, with a change that its disk, which is full, does not take."""

    def full(source: str | Path, target: str | Path) -> None:
        raise OSError(errno.ENOSPC, "full")

    async with opened() as story:
        await story.until(lambda: story.place not in ("home", ""))
        monkeypatch.setattr(os, "replace", full)
        await story.press("semicolon")
        await story.type("safe words")
        await story.press("enter")
        await story.until(lambda: story.status.startswith("! Not saved"), "the sentence")
        yield story


async def test_where_another_program_wrote_over_the_file_it_is_said_where_the_work_is(path: Path) -> None:
    async with opened() as story:
        await story.until(lambda: story.place not in ("home", ""))
        path.write_bytes(b"shopping = 'milk'\n")
        await story.press("semicolon")
        await story.type("words")
        await story.press("enter")
        await story.until(lambda: story.status.startswith("Your work is in hubs.conflict-"), "the sentence")
        assert "Saved as a copy" in story.title


async def test_when_it_is_well_again_that_is_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, fails = os.replace, [True]

    def now_and_then(source: str | Path, target: str | Path) -> None:
        if fails and str(target) == str(path):
            raise OSError(errno.ENODEV, "gone")
        real(source, target)

    async with opened() as story:
        await story.until(lambda: story.place not in ("home", ""))
        monkeypatch.setattr(os, "replace", now_and_then)
        await story.press("semicolon")
        await story.type("x")
        await story.press("enter")
        await story.until(lambda: "! Not saved" in story.title)
        fails.clear()
        await story.until(lambda: story.status.startswith("Saved again, in "), "the sentence")
        assert "! " not in story.title


async def test_whoever_goes_on_working_is_told_again_before_leaving(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(source: str | Path, target: str | Path) -> None:
        raise OSError(errno.ENOSPC, "full")

    async def park(words: str) -> None:
        await story.press("semicolon")
        await story.type(words)
        await story.press("enter")
        await story.until(lambda: "! Not saved" in story.title)

    async def quit_with(key: str) -> None:
        await story.press(key)
        await story.until(
            lambda: story.status.startswith(f"! Not saved. {key} again leaves, safe on this laptop; ctrl+s "),
            "the warning",
        )

    async with opened() as story:
        await story.until(lambda: story.place not in ("home", ""))
        monkeypatch.setattr(os, "replace", full)
        await park("one")
        await quit_with("ctrl+q")
        await park("two")
        await quit_with("ctrl+q")
        assert story.app.is_running
        await story.press("ctrl+q")
        await story.until(lambda: not story.app.is_running)
    assert path.read_bytes() == EXAMPLE


async def test_what_does_not_read_is_met_with_the_best_version_that_survives(
    path: Path, deck: Deck, session: Session
) -> None:
    state = state_folder(session.id)
    keep_version(state, session_bytes(parked("older", session, deck), deck), 3, MOMENT)
    keep_version(state, session_bytes(parked("newer", session, deck), deck), 9, MOMENT + timedelta(hours=1))
    damaged = EXAMPLE[: len(EXAMPLE) // 2]
    path.write_bytes(damaged)
    async with opened() as story:
        assert "It cannot be read" in story.text
        await story.press("enter")
        await story.until(lambda: story.place not in ("home", ""), "the session")
        assert "n-newer" in story.screen.session.parked  # type: ignore[attr-defined]  # every screen here has one
    assert path.read_bytes() == damaged
    assert (path.parent / "hubs-restored.toml").exists()


@pytest.mark.parametrize(
    "wrecked",
    [b"", b"\0" * 300, b"\xff\xfe" * 40, b"]] what [[ is = this\n" * 20],
    ids=["empty", "zeros", "other", "torn"],
)
async def test_a_file_with_nothing_left_of_its_head_is_met_by_where_it_stands(
    wrecked: bytes, folder: Path, session: Session
) -> None:
    path = folder / "called otherwise than its title.toml"
    state = state_folder(session.id)
    assert keep_version(state, EXAMPLE, 3, MOMENT)
    remember(state, session.id, path, EXAMPLE)
    path.write_bytes(wrecked)
    async with at_home() as story:
        await story.press("3")
        await story.until(lambda: "It cannot be read" in story.text, "the list")
        await story.press("enter")
        await story.until(lambda: "Go on with the last" in story.text, "the way out")
        await story.press("enter")
        await story.until(lambda: story.place not in ("home", ""), "the session")
    assert path.read_bytes() == wrecked
    restored = folder / "called-otherwise-than-its-title-restored.toml"
    assert session.title.encode() in restored.read_bytes()


async def test_where_none_survives_the_reason_is_said(path: Path) -> None:
    path.write_bytes(EXAMPLE[: len(EXAMPLE) // 2])
    async with opened() as story:
        assert story.place == "home"
        assert "cut short" in story.status


def test_how_a_lost_lock_is_told() -> None:
    state = save_state(Status(Keeping.LOST, Path("a.toml")))
    assert (state.words, state.trouble) == ("Taken over", True)
    assert taken_over(Status(Keeping.LOST, Path("a.toml"))) == TAKEN_OVER


@pytest.mark.parametrize(
    ("taken", "clashes", "said"),
    [
        (1, 0, "1 change made elsewhere was brought in."),
        (2, 1, "2 changes made elsewhere were brought in. One clash: both kept, ! settles it."),
        (0, 2, "2 clashes: all kept, ! settles them."),
        (0, 1, "One clash: both kept, ! settles it."),
        (0, 0, "The other copy has nothing that is not here."),
    ],
)
def test_what_came_in_is_said(taken: int, clashes: int, said: str) -> None:
    assert came_in(taken, clashes) == said


def test_another_folder_is_made_and_nothing_there_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "hubs.toml").write_bytes(b"theirs")
    assert place_in(str(tmp_path / "new"), Path("/stick/hubs.toml")) == tmp_path / "new" / "hubs-2.toml"
    assert place_in(str(tmp_path / "newer"), Path("/stick/hubs.toml")).parent.is_dir()


@pytest.mark.parametrize("folder", ["", "  ", "sessions", "~nobody-of-that-name/sessions"])
def test_a_folder_without_a_whole_path_is_answered(folder: str) -> None:
    with pytest.raises(NotBegun, match="whole path"):
        place_in(folder, Path("/stick/hubs.toml"))
