"""Stories of a PDF that is opened by its session: it becomes a file here, once, and the PDF stays as it is."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

from innovate_tui.storage.attached import open_attached, session_in
from innovate_tui.storage.deck_files import open_content
from innovate_tui.storage.locations import content_folder
from innovate_tui.storage.locks import Hold, Lock
from innovate_tui.storage.session_reading import read_session
from innovate_tui.storage.session_text import session_bytes
from innovate_tui.ui.app import InnovateApp
from innovate_tui.ui.bringing import brought_as_copy, here_already
from innovate_tui.ui.desk import Desk
from innovate_tui.workshop.deck import Deck
from innovate_tui.workshop.edits import Describe
from tests.crafted_pdf import attachment, pdf
from tests.ui.test_app import Story, at_home, folder
from tests.ui.test_exporting import chosen

if TYPE_CHECKING:
    from textual.app import App
    from textual.pilot import Pilot

__all__ = ["folder"]

EXAMPLE = (Path(__file__).parent.parent / "formats" / "issue-4.toml").read_bytes()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A PDF with a session in it, somewhere else."""
    file = tmp_path / "elsewhere" / "hubs.pdf"
    file.parent.mkdir()
    file.write_bytes(pdf({3: attachment(EXAMPLE)}))
    return file


@asynccontextmanager
async def opened(file: Path, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Story]:
    """The program, begun with a PDF; afterwards that is as it was."""
    before, app = file.read_bytes(), InnovateApp()
    app.bring_first(open_attached(file, app.desk.content))
    async with app.run_test(size=size) as pilot:
        story = Story(cast("App[object]", app), cast("Pilot[object]", pilot))
        await story.until(lambda: "stays as it is" in story.text or "is here already" in story.text, "the session")
        yield story
    assert file.read_bytes() == before
    assert [each.name for each in file.parent.iterdir()] == [file.name]  # no lock, no copy, nothing beside it


def sessions(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.toml"))


async def test_a_session_from_a_pdf_is_a_new_file_of_the_same_bytes(file: Path, folder: Path, deck: Deck) -> None:
    async with opened(file) as story:
        (path,) = sessions(folder)
        assert path.read_bytes() == EXAMPLE
        assert story.place not in ("home", "")
        assert story.status.startswith(f"The PDF stays as it is; your work goes into {path.name}")
        await story.press("semicolon")
        await story.type("from the train")
        await story.press("enter")
        await story.until(lambda: b"from the train" in path.read_bytes(), "the file")
    assert read_session(path.read_bytes(), deck).session.id == read_session(EXAMPLE, deck).session.id


async def test_opened_again_it_is_the_one_that_is_here(file: Path, folder: Path) -> None:
    (folder).mkdir(exist_ok=True)
    (folder / "mine.toml").write_bytes(EXAMPLE)
    async with opened(file) as story:
        assert story.status.startswith("It is here already, as the PDF has it: mine.toml.")
        assert story.place not in ("home", "")
    assert [path.name for path in sessions(folder)] == ["mine.toml"]


@pytest.fixture
def gone_on(folder: Path, deck: Deck) -> Path:
    """The same session, which has gone on here."""
    folder.mkdir(exist_ok=True)
    session = Describe("title", "Gone on").apply(read_session(EXAMPLE, deck).session, deck)
    (folder / "mine.toml").write_bytes(session_bytes(session, deck))
    return folder / "mine.toml"


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_one_that_has_gone_on_here_is_asked_about(
    file: Path, folder: Path, gone_on: Path, size: tuple[int, int]
) -> None:
    before = gone_on.read_bytes()
    async with opened(file, size) as story:
        flat = " ".join(story.text.replace("║", "").split())
        assert "This session is here already, in another state: mine.toml, changed" in flat
        assert "Both stay." in flat
        await story.press("escape")
        assert story.status == "It was not opened."
    assert (sessions(folder), gone_on.read_bytes()) == ([gone_on], before)


async def test_the_one_that_is_here_may_be_gone_on_with(file: Path, folder: Path, gone_on: Path) -> None:
    async with opened(file) as story:
        await story.press("enter")
        await story.until(lambda: story.place not in ("home", ""), "the session")
        assert story.status.startswith("The PDF stays as it is; this is the one that was here: mine.toml.")
        assert "Gone on" in story.title
    assert sessions(folder) == [gone_on]


async def test_or_the_one_in_the_pdf_as_a_copy(file: Path, folder: Path, gone_on: Path, deck: Deck) -> None:
    before = gone_on.read_bytes()
    async with opened(file) as story:
        await story.press("c")
        await story.until(lambda: story.place not in ("home", ""), "the session")
        assert story.status.startswith("The PDF stays as it is; this is a copy:")
    (copy,) = (path for path in sessions(folder) if path != gone_on)
    made, was = read_session(copy.read_bytes(), deck).session, read_session(EXAMPLE, deck).session
    assert made.title == f"{was.title}, from a PDF"
    assert made.id != was.id
    assert replace(made, id=was.id, title=was.title) == was
    assert gone_on.read_bytes() == before


async def test_one_that_is_open_in_another_window_is_said_to_be(file: Path, folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    (folder / "mine.toml").write_bytes(EXAMPLE)
    other = Lock(folder / "mine.toml")
    assert other.take() is Hold.OURS
    app = InnovateApp()
    app.bring_first(open_attached(file, app.desk.content))
    async with app.run_test() as pilot:
        story = Story(cast("App[object]", app), cast("Pilot[object]", pilot))
        await story.until(lambda: "It is open in another window" in story.text, "the question")
    assert other.is_ours()


async def test_what_is_to_be_said_of_its_file_is_said_too(file: Path, folder: Path) -> None:
    file.write_bytes(pdf({3: attachment(EXAMPLE.replace(b"Kinship", b"Foster"))}))
    async with opened(file, (200, 30)) as story:
        assert "It was changed outside the program" in story.status


async def test_where_nothing_can_be_written_it_is_said_and_home_stays(
    file: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (file.parent.parent / "blocked").write_text("a file")
    monkeypatch.setenv("INNOVATE_FOLDER", str(file.parent.parent / "blocked" / "x"))
    app = InnovateApp()
    app.bring_first(open_attached(file, app.desk.content))
    async with app.run_test() as pilot:
        story = Story(cast("App[object]", app), cast("Pilot[object]", pilot))
        await story.until(lambda: "Nothing can be kept" in story.text, "the sentence")
        assert story.place == "home"


async def test_what_the_app_exports_with_its_session_opens_again(folder: Path, deck: Deck) -> None:
    async with at_home() as story:
        await chosen(story, "3", "0", "enter")
        await story.until(lambda: bool(list(folder.rglob("*.pdf"))), "the PDF")
        await story.until(lambda: "Written:" in story.text)
        flat = " ".join(story.text.replace("║", "").split())
        assert "The whole session is attached to it" in flat
        await story.press("enter")
        (file,), (path,) = folder.rglob("*.pdf"), sessions(folder)
        await story.until(lambda: session_in(file.read_bytes(), file) == path.read_bytes(), "the same bytes")
        await story.press("e")
        assert "Everything in the session file goes with it" in story.text  # what was chosen is remembered
    assert read_session(path.read_bytes(), deck).session.included.attach


def test_a_name_from_a_stranger_is_never_a_path(file: Path, folder: Path) -> None:
    hostile = EXAMPLE.replace(b'title = "', b'title = "../../../etc/\\u001b]0;x\\u0007 ', 1)
    file.write_bytes(pdf({3: attachment(hostile)}))
    content = open_content(content_folder())
    there = open_attached(file, content)
    assert here_already(there) is None
    path = Desk(content).path_for(there.session)
    assert path.parent == folder
    assert path.name.isprintable()
    assert brought_as_copy(Desk(content), there).parent == folder
