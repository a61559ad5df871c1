"""The Help screen: every command of a screen is told, at every size, from the commands themselves."""

import pytest
from textual.app import App
from textual.screen import Screen

from innovate_tui.ui.commands import Command
from innovate_tui.ui.screens.cards import CardsScreen
from innovate_tui.ui.screens.diamond import DiamondScreen
from innovate_tui.ui.screens.help import NOTHING, HelpScreen
from innovate_tui.ui.screens.home import HomeScreen
from innovate_tui.ui.screens.reflections import ReflectionsScreen
from innovate_tui.ui.widgets.help_page import help_pages, told
from innovate_tui.workshop.deck import Deck
from innovate_tui.workshop.history import History
from tests import decks
from tests.ui.golden import looks_like
from tests.ui.pilot import run

SCREENS: dict[str, tuple[Command, ...]] = {
    "home": HomeScreen.commands,
    "diamond": DiamondScreen.commands,
    "cards": CardsScreen.commands,
    "questions": ReflectionsScreen.commands,
}
SIZES = ((60, 17), (80, 21), (100, 27), (200, 57))
"""What a window leaves for the page: all but title, sentence and keys."""


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("screen", SCREENS)
def test_every_key_of_every_screen_is_told_whole(screen: str, size: tuple[int, int]) -> None:
    pages = help_pages(SCREENS[screen], *size)
    text = " ".join(" ".join(page.as_text().split()) for page in pages)
    for line in told(SCREENS[screen]):
        assert line.keys in text
    for command in SCREENS[screen]:
        assert any(command.key in line.keys for line in told(SCREENS[screen]))
    for sign in ("■ enabler", "▲ influence", "● next level facilitator", "≡", "≠", "►"):
        assert sign in text
    assert all(page.height == size[1] for page in pages)
    for page in pages:
        assert all(len(line) < size[0] for line in page.as_text().splitlines()), "words run into the edge"


@pytest.mark.parametrize("screen", SCREENS)
def test_at_80_by_24_one_page_says_everything_in_full(screen: str) -> None:
    (page,) = help_pages(SCREENS[screen], 80, 21)
    text = page.as_text()
    for line in told(SCREENS[screen]):
        assert all(word in text for word in line.words.split())


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_help_at_every_size(size: tuple[int, int]) -> None:
    pages = help_pages(SCREENS["diamond"], *size)
    looks_like(f"help-{size[0]}x{size[1]}", "\n\n".join(page.as_text().rstrip() for page in pages))


def test_the_help_in_ascii() -> None:
    (page,) = help_pages(SCREENS["cards"], 80, 21)
    text = page.as_text(ascii_only=True)
    assert text.isascii()
    looks_like("help-cards-80x21-ascii", text)


def test_keys_that_belong_together_share_a_line() -> None:
    lines = {line.keys: line.words for line in told(SCREENS["diamond"])}
    assert lines["u y"] == "undo, redo"
    assert lines["+ -"] == "strength, to develop"


async def test_tab_shows_the_keys_of_the_other_screens_and_esc_goes_back(deck: Deck) -> None:
    async with run(ReflectionsScreen(History(decks.session()), deck)) as stage:
        app: App[object] = stage.app
        below: Screen[object] = stage.screen
        app.push_screen(HelpScreen((("Questions", SCREENS["questions"]), ("Cards", SCREENS["cards"]))))
        await stage.settle()
        assert "Help · Questions" in stage.title
        assert stage.status == NOTHING
        await stage.press("tab")
        assert "Help · Cards" in stage.title
        await stage.press("tab")
        assert "Help · Questions" in stage.title
        await stage.press("x", "D", "3")
        await stage.press("escape")
        assert stage.screen is below


async def test_what_does_not_fit_stands_on_further_pages(deck: Deck) -> None:
    async with run(HelpScreen((("Diamond 9", SCREENS["diamond"]),)), (60, 20)) as stage:
        assert stage.status == f"{NOTHING} Page 1 of 3."
        await stage.press("space", "space")
        assert stage.status == f"{NOTHING} Page 3 of 3."
        assert "space next page" in stage.keys
