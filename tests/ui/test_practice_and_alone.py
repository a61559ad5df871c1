"""A rehearsal says so on every screen; who works alone reads nothing of a group on any."""

import re
from pathlib import Path

import pytest

from innovate_tui.storage.deck_files import Content
from innovate_tui.storage.session_reading import read_session
from innovate_tui.ui.screens.every_screen import NAMED, help_pages
from innovate_tui.ui.widgets.frame import SaveState, TimeShown, Title, paint_title
from innovate_tui.ui.widgets.help_page import help_pages as painted
from innovate_tui.workshop.deck import Deck, Mode
from tests.ui.test_app import Story, at_home

OF_A_GROUP = re.compile(
    r"not all agree|everyone agrees|\bexperts?\b(?! interviews)|who reads what|share (?:out|the)|dealt\b"
    r"|\bdeal\b(?! with| g goes on)|(?:the|our|your) group\b|\bour\b|\bwe\b",
    re.IGNORECASE,
)
"""Words of the program that only a group needs. What cards and questions of the deck say is theirs."""
SCREENS = ("1", "2", "3", "4", "5", "8", "9")


@pytest.fixture(autouse=True)
def folder(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of a person's own."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return folder


@pytest.mark.parametrize("width", [60, 80, 100, 200])
def test_the_title_row_keeps_the_word_whatever_has_to_give_way(width: int) -> None:
    title = Title("A" * 90, "Desirability, feasibility, viability · fixed", SaveState("Not saved", trouble=True), True)
    shown = paint_title(title, width, TimeShown("13 min left")).as_text()
    assert "practice · 13 min left · ! Not saved" in shown or "practice" in shown
    assert "practice" not in paint_title(Title("A", "B"), width).as_text()


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (160, 50)])
async def test_the_sample_is_a_rehearsal_on_every_screen(
    size: tuple[int, int], folder: Path, deck: Deck, content: Content
) -> None:
    async with at_home(size) as story:
        await story.press("4")
        await story.until(lambda: story.place == "diamond", "the sample")
        for digit in (*SCREENS, "6"):
            await story.press("o")
            assert "practice" in story.title
            await story.press(digit)
            assert "practice" in story.title, story.place
            await story.press("question_mark")
            assert "practice" in story.title, "help"
            await story.press("escape")
        await story.press("o", "1", "v")
        assert "practice" in story.title
        await story.press("escape", "e", "enter")
        exports = folder / "Exports"
        await story.until(lambda: bool(list(exports.glob("practice-*.pdf"))), "an export that says so")
    (file,) = folder.glob("*.toml")
    assert file.name.startswith("practice-")
    session = read_session(file.read_bytes(), deck).session
    assert session.practice
    assert session.id != read_session(content.sample(), deck).session.id


async def test_an_untouched_rehearsal_is_used_again_and_one_that_was_worked_on_is_not(folder: Path) -> None:
    async with at_home() as story:
        for _ in range(2):
            await story.press("4")
            await story.until(lambda: story.place == "diamond", "the sample")
            await story.press("q")
            await story.until(lambda: story.place == "home")
        assert len(list(folder.glob("*.toml"))) == 1
        assert "Go on with" in story.text
        assert "Practice: Edge of care" in story.text
        await story.press("enter")
        await story.until(lambda: story.place != "home")
        await story.press("o", "1", "f", "D", "5", "o", "0")
        await story.until(lambda: story.place == "home")
        await story.press("4")
        await story.until(lambda: story.place == "diamond", "a fresh one")
        assert len(list(folder.glob("*.toml"))) == 2


async def test_real_work_is_gone_on_with_before_a_rehearsal(folder: Path) -> None:
    async with at_home() as story:
        await story.press("1")
        await story.type("Real work")
        await story.press("enter")
        await story.until(lambda: story.place == "diamond")
        await story.press("q")
        await story.until(lambda: story.place == "home")
        await story.press("4")
        await story.until(lambda: story.place == "diamond", "the sample")
        await story.press("f", "D", "5", "q")
        await story.until(lambda: story.place == "home")
        assert "Real work" in story.text
        assert "Practice:" not in story.text
        await story.press("3")
        await story.until(lambda: "practice · 5 February 2026" in story.text, "the rehearsal in the list")


def words(story: Story) -> str:
    """All that is on the screen, in one row of words."""
    return " ".join(story.text.split())


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (160, 50)])
async def test_who_works_alone_reads_nothing_of_a_group(size: tuple[int, int]) -> None:
    async with at_home(size) as story:
        await story.press("1")
        assert "group" not in words(story).partition("Start alone")[2].partition("1 Start")[0]
        await story.type("By myself")
        await story.press("enter")
        await story.until(lambda: story.place == "diamond")
        seen = [words(story)]
        await story.press("a", "1")
        await story.type("One of mine")
        seen.append(words(story))
        await story.press("enter", "D", "1", "w")
        seen.append(words(story))
        await story.press("tab")
        await story.type("It may not last.")
        await story.press("escape")
        seen.append(words(story))
        for digit in SCREENS:
            await story.press("o")
            seen.append(words(story))
            await story.press(digit)
            assert story.place not in ("session", "home"), digit
            for _ in range(9 if digit in "123" else 1):
                seen.append(words(story))
                await story.press("g")
                seen.append(words(story))
                await story.press("g", "full_stop")
            await story.press("p")
            seen.append(words(story))
            for _ in range(6):
                await story.press("pagedown")
                seen.append(words(story))
            await story.press("escape", "question_mark")
            for _ in range(len(NAMED) + 2):
                seen.append(words(story))
                await story.press("tab")
            await story.press("escape")
        await story.press("e")
        seen.append(words(story))
    found = {
        each[max(0, match.start() - 60) : match.end() + 30] for each in seen for match in OF_A_GROUP.finditer(each)
    }
    assert found == set()


def test_the_help_of_who_works_alone_has_no_page_of_people_and_no_word_of_agreeing() -> None:
    pages = help_pages("diamond", alone=True)
    assert pages[0][0] == "Diamond 9"
    assert "People" not in dict(pages)
    assert "People" in dict(help_pages("diamond"))
    shown = "\n".join(page.as_text() for _, commands in pages for page in painted(commands, 80, 21, alone=True))
    assert "something against it" in shown
    assert not OF_A_GROUP.search(shown)
    in_group = "\n".join(page.as_text() for _, commands in help_pages("diamond") for page in painted(commands, 80, 21))
    assert "not everyone agrees" in in_group


async def test_switching_who_works_brings_everything_back(deck: Deck, folder: Path) -> None:
    async with at_home() as story:
        await story.start()
        await story.place_nine()
        await story.press("o", "6", "a")
        await story.type("Ana, Bo, Cy")
        await story.press("escape", "l")
        before = story.app.screen.history.now  # type: ignore[attr-defined]  # a screen of a session
        assert len(before.people) == 3
        await story.press("o", "m", "6", "1")
        assert "People" not in story.text
        await story.press("m")
        row = next(line for line in story.text.split("\n") if "Who works" in line)
        await story.press(row.split("Who works")[0].strip(" ║│►")[-1], "3")
        assert "one of several groups of three" in story.text
        after = story.app.screen.history.now  # type: ignore[attr-defined]  # as above
        assert after.mode is Mode.GROUPS
        assert (after.people, after.said, after.boards) == (before.people, before.said, before.boards)
