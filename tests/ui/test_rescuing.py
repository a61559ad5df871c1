"""Stories of sessions whose file is gone or does not read, and of work that waits beside its file."""

import os
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from textual.events import AppBlur

from innovate_tui.storage.deck_files import Content
from innovate_tui.storage.keeper import Keeper
from innovate_tui.storage.locations import slug, state_folder
from innovate_tui.storage.scribe import Scribe
from innovate_tui.storage.session_file import file_words
from innovate_tui.storage.session_reading import read_session
from innovate_tui.storage.session_text import session_bytes
from innovate_tui.storage.versions import keep_version
from innovate_tui.storage.whereabouts import remember
from innovate_tui.ui import rescuing
from innovate_tui.ui.app import InnovateApp
from innovate_tui.ui.desk import Desk
from innovate_tui.ui.screens.question_box import Question
from innovate_tui.workshop.deck import Deck
from innovate_tui.workshop.edits import Judge, Park
from innovate_tui.workshop.events import Did, Drafted, Event, after
from innovate_tui.workshop.features import Judgement
from innovate_tui.workshop.history import History
from tests.ui.test_app import at_home

EXAMPLE = (Path(__file__).parent.parent / "formats" / "issue-4.toml").read_bytes()
MOMENT = datetime(2026, 3, 12, 10, 18, tzinfo=UTC)
WORK = (Did(Judge("case", Judgement.DEVELOPMENT)), Did(Park("n-late", "A late thought")))


@pytest.fixture(autouse=True)
def folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of a person's own."""
    monkeypatch.delenv("XDG_STATE_HOME", raising=False)
    folder.mkdir()
    return folder


def crashed(path: Path, deck: Deck, events: Sequence[Event] = WORK) -> Path:
    """A session in a file, and a run of the program that was killed after this; the folder of its state."""
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(EXAMPLE)
    history = History(read_session(EXAMPLE, deck).session)
    scribe = Scribe(state_folder(history.now.id), history, deck, path, data=EXAMPLE, tell=print)
    for event in events:
        history = after(history, event, deck)
        scribe.write(event, history)
    scribe.close(done=False)
    return state_folder(history.now.id)


async def test_work_that_waits_is_said_on_home_and_in_the_list_until_somebody_has_chosen(
    folder: Path, deck: Deck
) -> None:
    crashed(folder / "hubs.toml", deck)
    async with at_home() as story:
        await story.until(lambda: "Recovered work waits · " in story.text, "Home")
        await story.press("3")
        await story.until(lambda: "Recovered work waits · Diamond 9" in story.text, "the list")
        await story.press("enter")
        await story.until(lambda: "Welcome back. 2 changes" in story.text, "the question")
        await story.press("f")
        await story.until(lambda: story.place not in ("home", "sessions", ""), "the session")
        await story.press("o", "0")
        await story.until(lambda: story.place == "home", "Home again")
        assert "Recovered work" not in story.text
        await story.press("3")
        await story.until(lambda: "Diamond 9" in story.text, "the list again")
        assert "Recovered work" not in story.text


def test_work_that_is_all_in_the_file_does_not_wait(folder: Path, deck: Deck, content: Content) -> None:
    crashed(folder / "hubs.toml", deck, [])
    last = Desk(content).look().facts.last
    assert last is not None
    assert "waits" not in last.state


async def test_a_session_whose_stick_is_gone_is_listed_and_brought_to_the_folder(
    folder: Path, deck: Deck, tmp_path: Path
) -> None:
    state = crashed(tmp_path / "stick" / "hubs.toml", deck, [*WORK, Drafted("A round", "before sh")])
    (tmp_path / "stick" / "hubs.toml").unlink()
    async with at_home() as story:
        await story.until(lambda: "none here, 1 to recover" in story.text, "Home")
        await story.press("3")
        await story.until(lambda: "Its file is gone: " in story.text, "the list")
        for key in ("c", "m", "delete"):
            await story.press(key)
            assert story.status == "Its file is gone: first enter brings back what this computer has of it."
        await story.press("enter")
        await story.until(lambda: "The file of this session is not there" in story.text, "the question")
        await story.press("escape")
        await story.until(lambda: "It was not opened." in story.text, "the list again")
        assert list(state.glob("*.journal"))
        await story.press("enter")
        await story.until(lambda: "The file of this session is not there" in story.text, "the question again")
        await story.press("enter")
        await story.until(lambda: story.place not in ("home", "sessions", ""), "the session")
        (file,) = folder.glob("*.toml")
        parked = read_session(file.read_bytes(), deck).session.parked
        assert {"A late thought", "A round: before sh"} <= {each.text for each in parked.values()}
        await story.press("o", "0")
        await story.until(lambda: "1 in this folder" in story.text, "Home again")
        assert "to recover" not in story.text
        assert not list(state.glob("*.journal"))


async def test_what_is_in_the_bin_or_under_another_name_is_not_gone(folder: Path, deck: Deck, content: Content) -> None:
    crashed(folder / "hubs.toml", deck)
    async with at_home() as story:
        await story.press("3")
        await story.until(lambda: "1 of 1" in story.text)
        await story.press("delete")
        await story.until(lambda: story.status.startswith("In the bin"), "the bin")
        assert "No session is in this folder" in story.text
        await story.press("u")
        await story.until(lambda: story.status.startswith("Put back"), "back")
    (folder / "hubs.toml").rename(folder / "named anew.toml")
    facts = Desk(content).look().facts
    assert facts.gone == 0
    assert facts.last is not None
    assert facts.last.state.startswith("Recovered work waits")


async def test_a_damaged_session_is_met_with_its_journal_from_the_command_line(folder: Path, deck: Deck) -> None:
    path = folder / "hubs.toml"
    crashed(path, deck)
    damaged = EXAMPLE[: len(EXAMPLE) // 2]
    path.write_bytes(damaged)
    async with at_home() as story:
        assert isinstance(story.app, InnovateApp)
        assert story.app.meet_first(path, "It is cut short.")
        story.app._find_out()
        await story.settle()
        await story.until(lambda: "It is cut short." in story.text, "the question")
        await story.press("enter")
        await story.until(lambda: story.place not in ("home", ""), "the session")
    assert path.read_bytes() == damaged
    restored = read_session((folder / "hubs-restored.toml").read_bytes(), deck).session
    assert "n-late" in restored.parked


@pytest.mark.parametrize("left", [b"", b"\0" * 900])
async def test_a_file_that_a_power_cut_left_with_nothing_in_it_is_met_with_its_journal(
    folder: Path, deck: Deck, left: bytes
) -> None:
    path = folder / "hubs.toml"
    crashed(path, deck)
    path.write_bytes(left)
    async with at_home() as story:
        await story.press("3")
        await story.until(lambda: "Enter says why" in story.text, "the list")
        await story.press("enter")
        await story.until(lambda: "Go on with the last that this laptop kept" in story.text, "the question")
        assert "hubs.toml: " in story.text
        assert "begin a new" not in story.text
        await story.press("enter")
        await story.until(lambda: story.place not in ("home", "sessions", ""), "the session")
        await story.until(lambda: "now in hubs-restored.toml. hubs.toml stays as it is." in story.status, "what it did")
    assert path.read_bytes() == left
    assert "n-late" in read_session((folder / "hubs-restored.toml").read_bytes(), deck).session.parked


def test_what_was_closed_well_and_lost_its_head_is_found_by_what_it_is_called(
    folder: Path, deck: Deck, content: Content
) -> None:
    session = read_session(EXAMPLE, deck).session
    path = folder / f"{slug(file_words(session))}.toml"
    path.write_bytes(b"")
    keep_version(state_folder(session.id), session_bytes(session, deck), 3, MOMENT)
    found = rescuing.of_the_damaged(path, content)
    assert found is not None
    assert found.words == session.title
    keep_version(state_folder("s-other"), session_bytes(replace(session, id="s-other"), deck), 3, MOMENT)
    assert rescuing.of_the_damaged(path, content) is None  # two are called so
    other = folder / "other.toml"
    other.write_bytes(b"")
    assert rescuing.of_the_damaged(other, content) is None


async def test_a_file_that_is_gone_is_met_with_its_journal_from_the_command_line(
    folder: Path, deck: Deck, tmp_path: Path
) -> None:
    path = tmp_path / "stick" / "hubs.toml"
    crashed(path, deck)
    path.unlink()
    async with at_home() as story:
        assert isinstance(story.app, InnovateApp)
        assert story.app.meet_first(path, "There is no such file.")
        story.app._find_out()
        await story.settle()
        await story.until(lambda: "The file of this session is not there" in story.text, "the question")
        await story.press("enter")
        await story.until(lambda: story.place not in ("home", ""), "the session")
    assert list(folder.glob("*.toml"))


async def test_after_a_crash_that_took_nothing_that_is_said_in_a_line(folder: Path, deck: Deck) -> None:
    path = folder / "hubs.toml"
    work = [Did(Judge("case", Judgement.DEVELOPMENT)), Did(Park("n-late", "A thought that somebody typed to its end"))]
    crashed(path, deck, work)
    history = History(read_session(EXAMPLE, deck).session)
    for event in work:
        history = after(history, event, deck)
    path.write_bytes(session_bytes(history.now, deck))
    async with at_home() as story:
        await story.press("enter")
        await story.until(lambda: story.place not in ("home", ""), "the session, and no question")
        await story.until(lambda: story.status.startswith("Welcome back. Nothing is missing. The last, "), "the line")


async def test_what_was_recovered_is_told_by_its_last_words(folder: Path, deck: Deck) -> None:
    crashed(folder / "hubs.toml", deck, [Did(Park("n-late", "A thought that somebody typed to its end"))])
    async with at_home() as story:
        await story.press("enter")
        await story.until(lambda: "Welcome back. 1 change" in story.text, "the question")
        assert "(“… typed to its end”)" in " ".join(story.text.split())


@pytest.mark.parametrize("key", ["1", "4"])
async def test_where_no_folder_can_be_made_another_is_asked_for_and_no_word_is_lost(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("INNOVATE_FOLDER", str(tmp_path / "file" / "Innovate"))
    async with at_home() as story:
        await story.press(key)
        if key == "1":
            await story.type("A calmer door")
            await story.press("enter")
        await story.until(lambda: "Where shall this session be kept?" in story.text, "the box")
        await story.press("enter")
        await story.until(lambda: story.place not in ("home", ""), "the session")
        (file,) = (tmp_path / "Innovate").glob("*.toml")
        await story.until(lambda: b"A calmer door" in file.read_bytes() or key == "4")


def test_where_nothing_survives_the_command_line_says_why(folder: Path) -> None:
    (folder / "zeros.toml").write_bytes(b"\0" * 900)
    assert not InnovateApp().meet_first(folder / "zeros.toml", "It is empty.")


async def test_a_long_text_that_was_being_typed_leaves_room_for_the_ways_to_go_on(folder: Path, deck: Deck) -> None:
    crashed(folder / "hubs.toml", deck, [*WORK, Drafted("A round", "before\nsharing " * 200)])
    async with at_home() as story:
        await story.until(lambda: "Recovered work waits" in story.text, "Home")
        await story.press("enter")
        await story.until(lambda: "“before sharing before" in story.text, "the question")
        assert story.screen.query_one(Question).region.bottom <= 22
        assert story.text.count("sharing") < 9


async def test_another_window_has_what_was_done_written_at_once(
    folder: Path, deck: Deck, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "hubs.toml").write_bytes(EXAMPLE)
    asked: list[float] = []
    async with at_home() as story:
        await story.press("enter")
        await story.until(lambda: story.place not in ("home", ""), "the session")

        def flush(_: Keeper, timeout: float = 5.0) -> bool:
            asked.append(timeout)
            return True

        monkeypatch.setattr(Keeper, "flush", flush)
        story.app.post_message(AppBlur())
        await story.settle()
        assert asked == [0.0], "without a wait"


async def test_the_last_session_is_on_home_also_where_its_file_was_emptied(folder: Path, deck: Deck) -> None:
    other, path = folder / "other.toml", folder / "hubs.toml"
    other.write_bytes(EXAMPLE.replace(b"s-4h8wd2nk", b"s-another1"))
    os.utime(other, (1_000_000_000, 1_000_000_000))
    strangers = folder / "not ours.toml"
    strangers.write_bytes(b"")
    crashed(path, deck)
    remember(state_folder("s-4h8wd2nk"), "s-4h8wd2nk", path, EXAMPLE)
    path.write_bytes(b"")
    os.utime(strangers, (2_000_000_000, 2_000_000_000))
    async with at_home() as story:
        await story.until(lambda: "It cannot be read as it is; enter says why." in story.text, "Home")
        await story.press("enter")
        await story.until(lambda: "hubs.toml: The file is empty." in story.text, "the question")
        await story.press("enter")
        await story.until(lambda: story.place not in ("home", ""), "the session")
        assert story.status.startswith("As it was ")


async def test_work_that_waits_for_a_stick_that_is_back_is_listed_and_opened_where_it_is(
    folder: Path, deck: Deck, tmp_path: Path
) -> None:
    path = tmp_path / "stick" / "hubs.toml"
    state = crashed(path, deck)
    async with at_home() as story:
        await story.until(lambda: "none here, 1 to recover" in story.text, "Home")
        await story.press("3")
        await story.until(lambda: f"Recovered work waits: {tmp_path}"[:40] in story.text, "the list")
        assert story.status == "It was open when the laptop stopped. Enter opens it where it is."
        for key in ("c", "m", "delete"):
            await story.press(key)
            assert story.status == "Its file is not in this folder: enter opens it where it is."
        await story.press("enter")
        await story.until(lambda: "Welcome back. 2 changes" in story.text, "the question")
        await story.press("enter")
        await story.until(lambda: story.place not in ("home", "sessions", ""), "the session")
        await story.until(lambda: b"A late thought" in path.read_bytes(), "the file on the stick")
        await story.press("o", "0")
        await story.until(lambda: story.place == "home", "Home again")
        assert "to recover" not in story.text
    assert not list(folder.glob("*.toml"))
    assert not list(state.glob("*.journal"))
