"""Stories of a whole session: from Home to the overview, over the boards, and back, with rounds and the read-back."""

from pathlib import Path

import pytest

from innovate_tui.workshop.deck import Deck, Mode
from tests.ui.test_app import at_home, kept

pytestmark = pytest.mark.usefixtures("folder")


async def test_a_group_begins_on_the_overview_and_who_works_alone_on_the_board() -> None:
    async with at_home() as story:
        await story.press("2")
        await story.type("Family hubs")
        await story.press("enter")
        await story.until(lambda: story.place == "session", "the overview")
        assert story.status == "Next: share out the cards of Diamond 9 and read them. Enter goes there."
        assert "family-hubs.toml" in story.text
        await story.press("o")
        assert story.place == "session"
        await story.press("q")
        await story.until(lambda: story.place == "home")
        await story.press("1")
        await story.type("By myself")
        await story.press("enter")
        await story.until(lambda: story.place == "diamond", "the board")


async def test_o_and_a_digit_go_straight_on_and_a_board_keeps_its_step() -> None:
    async with at_home() as story:
        await story.start()
        await story.press("full_stop", "full_stop")
        assert "►3 " in story.text
        await story.press("o", "2")
        assert story.place == "quadrants"
        await story.press("o", "1")
        assert story.place == "diamond"
        assert "►3 " in story.text
        await story.press("o", "escape")
        assert story.place == "diamond"
        await story.press("o", "8")
        assert story.place == "rounds"
        await story.press("q")
        assert story.place == "session"
        await story.press("q")
        await story.until(lambda: story.place == "home")


async def test_a_round_is_kept_two_cards_change_and_what_changed_is_said_and_read_back(
    folder: Path, deck: Deck
) -> None:
    async with at_home() as story:
        await story.start()
        await story.place_nine()
        await story.press("b")
        await story.type("Before sharing")
        await story.press("enter")
        assert story.status.startswith("Round kept: Before sharing, ")
        await story.press("D", "5", "o", "8")
        assert "Trust and confidence fell from 1 to 5." in story.text
        await story.press("tab")
        assert "Diamond 9 as it was: Before sharing" in story.text
        await story.press("o", "9")
        assert "What we said first" in story.text
        await story.until(lambda: kept(folder, deck).rounds != (), "the round on disk")


async def test_what_the_session_says_of_itself_is_changed_and_kept(folder: Path, deck: Deck) -> None:
    async with at_home() as story:
        await story.start()
        await story.press("o", "m", "3")
        await story.type("Meadowbank")
        await story.press("enter", "m", "6", "1")
        assert "Meadowbank" in story.text
        assert "People" not in story.text
        await story.press("o")
        assert story.place == "diamond"
        await story.until(lambda: kept(folder, deck).mode is Mode.INDIVIDUAL, "the mode on disk")
        assert kept(folder, deck).place == "Meadowbank"
        await story.press("u")
        assert story.status.startswith("Last change: working alone. u again goes there")
        await story.press("u")
        assert story.place == "session"
        await story.until(lambda: kept(folder, deck).mode is Mode.GROUP, "the mode undone on disk")
