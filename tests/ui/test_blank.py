"""The blank screen: over everything, boxes too; any key shows what was there and does nothing else."""

from pathlib import Path

import pytest

from innovate_tui.ui.palette import CONTRAST, DARK, LIGHT, PLAIN, SIXTEEN, blank_inks, inks
from innovate_tui.ui.screens.blank import BlankScreen, paint_blank
from innovate_tui.ui.screens.home import HomeScreen
from innovate_tui.ui.widgets.words_field import WordsField
from tests.ui.test_app import Story, at_home, folder
from tests.ui.test_timer import Watch, in_the_room, settled

__all__ = ["folder"]
LINE = "Any key shows the screen again"


def blank(story: Story) -> bool:
    """Whether the screen is black, but for its one line."""
    return isinstance(story.screen, BlankScreen) and story.text.strip() == LINE


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (200, 60), (20, 5)])
def test_it_is_empty_but_for_one_line_at_the_bottom(size: tuple[int, int]) -> None:
    *above, last = paint_blank(*size).as_text().split("\n")
    assert len(above) == size[1] - 1
    assert not "".join(above).strip()
    assert last.startswith(" Any key shows the")


@pytest.mark.parametrize("theme", [DARK, LIGHT, CONTRAST])
def test_it_is_black_in_every_theme(theme: str) -> None:
    (style,) = set(blank_inks(inks(theme)).values())
    assert style.bgcolor is not None
    assert style.bgcolor.get_truecolor().hex == "#000000"


@pytest.mark.parametrize("theme", [SIXTEEN, PLAIN])
def test_a_console_with_colours_of_its_own_keeps_them(theme: str) -> None:
    assert blank_inks(inks(theme)) == inks(theme)


@pytest.mark.parametrize("key", ["ctrl+b", "f12"])
@pytest.mark.parametrize("back", ["a", "ctrl+q", "f10", "ctrl+b", "f12", "escape", "enter", "D", "3", "space", "q"])
async def test_over_a_board_any_key_shows_it_again_and_does_nothing_else(key: str, back: str) -> None:
    async with in_the_room() as (story, _):
        await story.press("B")
        before = story.text
        await story.press(key)
        assert blank(story)
        await story.press(back)
        assert story.place == "diamond"
        assert story.text == before


async def test_over_a_box_the_words_stand_as_they_were_and_writing_goes_on() -> None:
    async with in_the_room() as (story, _):
        await story.press("D", "2", "w")
        await story.type("Fam")
        await story.press("ctrl+b")
        assert blank(story)
        await story.press("x")
        await story.type("ilies")
        assert story.screen.query_one("#field-why", WordsField).words == "Families"


@pytest.mark.parametrize("over", [["p"], ["question_mark"], ["e"], ["r"], ["v"], ["t"]])
async def test_over_lists_help_cards_and_the_board_shown_large(over: list[str]) -> None:
    async with in_the_room() as (story, _):
        await story.press(*over)
        screen, before = story.screen, story.text
        await story.press("ctrl+b")
        assert blank(story)
        await story.press("a")
        assert story.screen is screen
        assert story.text == before


async def test_over_home_and_from_all_commands() -> None:
    async with at_home() as story:
        await story.press("f12")
        assert blank(story)
        await story.press("1")
        assert isinstance(story.screen, HomeScreen)
        await story.press("p")
        await story.type("blank")
        await story.press("enter")
        assert blank(story)
        await story.press("a")
        assert isinstance(story.screen, HomeScreen)


async def test_a_click_shows_the_screen_again_and_chooses_nothing() -> None:
    async with in_the_room() as (story, _):
        before = story.text
        await story.press("ctrl+b")
        await story.pilot.mouse_down(offset=(4, 5))
        await story.settle()
        assert story.place == "diamond"
        assert story.text == before


async def test_the_clock_goes_on_and_what_is_said_meanwhile_is_said_afterwards() -> None:
    async with in_the_room() as (story, watch):
        await story.press("t", "space", "escape", "ctrl+b")
        await settled(story, watch, 12)
        assert blank(story)
        watch.app._say("Written: summary.pdf")
        await story.press("a")
        assert "1:00 left" in story.title
        assert story.status == "Written: summary.pdf"
        await settled(story, watch, 0.5)
        assert story.status == "1 minute left for this step, until 11:10. t adds time."


async def test_the_program_ends_in_safety_from_under_a_blank_screen(folder: Path) -> None:
    async with in_the_room() as (story, watch):
        assert isinstance(watch, Watch)
        await story.press("D", "2", "b")
        await story.type("before sharing")
        await story.press("ctrl+b")
        watch.app._end(143)
        await story.until(lambda: watch.app.return_code == 143, "the end")
    (file,) = folder.glob("*.toml")
    assert 'name = "before sharing"' in file.read_text(encoding="utf-8"), "what stood in the box is kept"


@pytest.mark.parametrize("times", [1, 2])
async def test_what_stood_in_a_box_is_kept_when_the_terminal_is_closed(folder: Path, times: int) -> None:
    async with in_the_room() as (story, watch):
        assert isinstance(watch, Watch)
        await story.press("a")
        await story.type("Housing list")
        for _ in range(times):  # as a signal, and from the terminal itself
            watch.app._end(129)
        await story.until(lambda: watch.app.return_code == 129, "the end")
    (file,) = folder.glob("*.toml")
    assert 'title = "Housing list"' in file.read_text(encoding="utf-8")
