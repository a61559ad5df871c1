"""Stories of an export in the app: the format is chosen, it can be stopped, and its whole path is to be read."""

import gc
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from innovate_tui.report.waiting import go_on
from innovate_tui.ui import handing_out
from innovate_tui.ui.desk import Desk
from innovate_tui.ui.handing_out import SOON, USUAL, standing_aside, write_folder
from innovate_tui.ui.screens.writing_box import STOPPING, WritingBox, paint_writing
from tests.ui.test_app import Story, at_home, folder

__all__ = ["folder"]


def plain(story: Story) -> str:
    """The screen without borders, in one line without spaces."""
    return "".join(story.text.replace("║", "").split())


async def chosen(story: Story, *keys: str) -> None:
    """A card is placed, and the box is open with these keys pressed in it."""
    await story.start()
    await story.press("D", "1", "e")
    await story.until(lambda: "What goes into the summary?" in story.text)
    await story.press(*keys)


async def test_a_web_page_is_written_off_the_thread_and_its_whole_path_shown(folder: Path) -> None:
    async with at_home() as story:
        await chosen(story, "1", "enter")
        await story.until(lambda: "Written:" in story.text, "the page")
        (file,) = folder.rglob("*.html")
        assert "".join(f"Written:{file}".split()) in plain(story)
        assert file.read_bytes().startswith(b"<!DOCTYPE html>")
        await story.press("enter")
        await story.until(lambda: not isinstance(story.app.screen, WritingBox), "the box closed")
        await story.press("e")  # what was chosen is remembered
        assert "web page" in story.text


async def test_one_page_and_pictures_have_names_of_their_own(folder: Path) -> None:
    async with at_home() as story:
        await chosen(story, "2", "enter")
        await story.until(lambda: bool(list(folder.rglob("*-brief.pdf"))), "the page")
        await story.until(lambda: "Written:" in story.text)
        await story.press("enter", "e", *"11111", "enter")
        await story.until(lambda: bool(list(folder.rglob("*-boards/diamond.svg"))), "the picture")


async def test_an_export_is_stopped_and_nothing_is_written(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawing, go_on = threading.Event(), threading.Event()

    def slowly(*_: object, **__: object) -> object:
        drawing.set()
        go_on.wait(20)
        return real()

    def real() -> object:
        from innovate_tui.report.formats import Written

        return {"": Written(b"%PDF")}

    monkeypatch.setattr("innovate_tui.report.formats.chosen", slowly)
    async with at_home() as story:
        await chosen(story, "enter")
        await story.until(drawing.is_set, "the drawing")
        await story.press("escape")
        assert STOPPING in story.text
        go_on.set()
        await story.until(lambda: "Stopped: nothing was written." in story.text, "word of it")
    assert not list(folder.rglob("*.pdf"))


async def test_an_export_is_stopped_in_the_middle_of_its_pages_and_nothing_is_left(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawing, pressed, further = threading.Event(), threading.Event(), threading.Event()

    def held_at_the_second_page(words: str = "") -> None:
        if words.startswith("Drawing page 2 of"):
            go_on(words)
            drawing.set()
            pressed.wait(20)
        elif words:
            further.set()
        go_on(words)

    async with at_home() as story:
        await chosen(story)
        await story.until(lambda: "innovate_tui.report.pdf" in sys.modules, "what is loaded")
        monkeypatch.setattr("innovate_tui.report.pdf.go_on", held_at_the_second_page)
        await story.press("enter")
        await story.until(drawing.is_set, "the drawing")
        await story.until(lambda: "Drawing page 2 of" in story.text, "how far it is")
        further.clear()
        await story.press("escape")
        pressed.set()
        await story.until(lambda: "Stopped: nothing was written." in story.text, "word of it")
    assert not further.is_set()  # no page was begun after it
    assert not [path for path in folder.rglob("*") if path.is_file() and "Exports" in path.parts]


async def test_what_an_export_needs_is_loaded_when_the_box_opens(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded = threading.Event()
    monkeypatch.setattr(Desk, "near_export", lambda _: loaded.set())
    async with at_home() as story:
        await story.start()
        assert not loaded.is_set()
        await story.press("e")
        await story.until(loaded.is_set, "the loading")


async def test_what_no_font_prints_is_said_before_anything_is_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Desk, "not_printed", lambda *_: "我们没有时间, 😀")
    async with at_home() as story:
        await story.start()
        await story.press("e")
        await story.until(lambda: "! No font prints: 我们没有时间" in story.text, "the warning")
    assert not list(folder.rglob("*.pdf"))


async def test_a_path_that_was_written_is_handed_to_the_terminal_to_copy(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied: list[str] = []
    monkeypatch.setattr("innovate_tui.ui.app.InnovateApp.copy_to_clipboard", lambda _, text: copied.append(text))
    async with at_home() as story:
        await chosen(story, "1")
        await story.press("c", "enter")  # before there is a path it copies nothing
        await story.until(lambda: "c copy the path" in story.text, "the page")
        await story.press("c")
        (file,) = folder.rglob("*.html")
        assert copied == [str(file)]
        assert "Handed to the terminal to copy." in story.text
        assert "".join(f"Written:{file}".split()) in plain(story)


def test_a_long_path_is_shown_over_rows() -> None:
    path = "/home/asha/Documents/Innovate/Exports/" + "edge-of-care-" * 12 + ".pdf"
    shown = paint_writing(f"Written: {path}", "enter close", 70, 12).as_text()
    assert path in "".join(row.strip("║ ") for row in shown.split("\n"))


def test_several_files_are_written_all_or_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_folder(tmp_path / "a", {"x.svg": b"1", "y.svg": b"2"})
    assert sorted(path.name for path in (tmp_path / "a").iterdir()) == ["x.svg", "y.svg"]
    with pytest.raises(FileExistsError):
        write_folder(tmp_path / "a", {"x.svg": b"3"})
    from innovate_tui.storage import safe_write

    whole = safe_write.write_safely

    def full(path: Path, data: bytes, *, new: bool = False) -> None:
        if path.name == "y.svg":
            raise safe_write.NotWritten(path, "The disk is full.", "")
        whole(path, data, new=new)

    monkeypatch.setattr(safe_write, "write_safely", full)
    with pytest.raises(safe_write.NotWritten):
        write_folder(tmp_path / "b", {"x.svg": b"1", "y.svg": b"2"})
    assert not (tmp_path / "b").exists()


def test_what_works_in_a_thread_lets_the_interface_go_on_soon_and_only_then(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[float] = []
    monkeypatch.setattr(sys, "setswitchinterval", told.append)

    def work() -> None:
        with standing_aside():
            assert told == [SOON]
            raise ValueError("trouble")

    with pytest.raises(ValueError, match="trouble"):
        work()
    assert told == [SOON, USUAL]


def test_python_looks_for_nothing_to_let_go_while_an_export_is_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[bool] = []

    @contextmanager
    def seen() -> Iterator[None]:
        looks.append(gc.isenabled())
        yield

    monkeypatch.setattr(handing_out, "standing_aside", seen)
    handing_out.load()
    assert looks == [False]
    assert gc.isenabled()
