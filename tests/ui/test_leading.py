"""The steps lead and never lock: at each of them the next sensible act is said, and the guide is one key away."""

import pytest

from innovate_tui.ui.screens.board_screen import BoardScreen
from innovate_tui.ui.screens.cards import CardsScreen
from innovate_tui.ui.screens.checks import ChecksScreen
from innovate_tui.ui.screens.diamond import DiamondScreen
from innovate_tui.ui.screens.quadrants import QuadrantsScreen
from innovate_tui.ui.screens.reflections import ReflectionsScreen
from innovate_tui.ui.screens.roadmap import RoadmapScreen
from innovate_tui.ui.screens.session_screen import SessionScreen
from innovate_tui.workshop.deck import Act, Deck, Mode
from innovate_tui.workshop.history import History
from innovate_tui.workshop.quadrants import Position, Quadrants
from innovate_tui.workshop.roadmap import Roadmap
from innovate_tui.workshop.timeline import Month, Timeline
from tests import decks
from tests.ui.pilot import run


def at(screen: BoardScreen, act: Act) -> BoardScreen:
    """A screen at a step."""
    screen.at_step = [each for each, _ in screen.tool.steps_for(screen.session.mode)].index(act)
    return screen


async def test_a_group_is_led_through_the_diamond_by_the_status_line_alone(deck: Deck) -> None:
    screen = at(DiamondScreen(History(decks.session(mode=Mode.GROUP)), deck), Act.CHOOSE)
    async with run(screen) as stage:
        for letter in "ABCDEFGHI":
            await stage.press(letter, "+" if letter in "AB" else "-")
        assert stage.status.endswith("Every card is judged. Next: 4 Is anything missing?")
        await stage.press(".")
        assert stage.status == "Is anything missing? a adds a card. Next: 5 Order the strengths."
        await stage.press(".")
        assert stage.status == "2 strengths to place, from 1 down. Place 1 is next. 9 to 13 min planned."
        await stage.press("A", "1")
        assert stage.status == "A stable and capable team is now at 1. w says why, u undoes."
        await stage.press("B", "2")
        assert stage.status.endswith("All strengths are placed. Next: 6 Fill up from 9.")
        assert ". > next step" in stage.keys
        await stage.press("u", "B", "2")
        assert stage.status.endswith("All strengths are placed. Next: 6 Fill up from 9.")
        await stage.press("A", "2")  # a step that is complete already says no more of it
        assert "changed places" in stage.status
        assert "Next" not in stage.status
        await stage.press("u")
        await stage.press(".")
        assert stage.status == "7 cards to place, from 9 up. Place 9 is next. 7 to 10 min planned."
        for letter, place in zip("CDEFGHI", "9876543", strict=True):
            await stage.press(letter, place)
        assert stage.status.endswith("All nine places are filled. Next: 7 Fix the diamond.")
        await stage.press(".")
        assert stage.status == "f fixes the diamond when you are happy with it. 1 to 2 min planned."
        await stage.press("f")
        assert stage.status == "The diamond is fixed. Next: 8 Step back."
        await stage.press(".")
        assert stage.status.startswith("Tell its story, then take the questions: 4 not answered yet.")
        await stage.press(",", ",", ",")
        assert stage.status.startswith("The diamond is fixed; f unfixes it.")


async def test_a_group_is_led_through_the_quadrants_by_the_status_line_alone(deck: Deck) -> None:
    screen = at(QuadrantsScreen(History(decks.session(mode=Mode.GROUP)), deck), Act.PLACE)
    async with run(screen) as stage:
        for letter in "JKLM":
            await stage.press(letter, "3")
        await stage.press("N", "2")
        assert stage.status.endswith("All influences are placed. Next: 5 Read what could help.")
        await stage.press(".")
        assert stage.status.startswith("Read what could help.")
        await stage.press(".")
        assert stage.status == "Media asks for help and has no match yet. Leaving it so is fine."
        await stage.press("1")
        assert stage.status.endswith("Next: 7 Fix the quadrants.")
        await stage.press(".", "f")
        assert stage.status == "The quadrants are fixed. Next: 8 Step back."


@pytest.mark.parametrize("kind", [DiamondScreen, QuadrantsScreen, RoadmapScreen])
@pytest.mark.parametrize("mode", Mode)
async def test_at_every_step_the_step_bar_or_the_status_line_names_what_is_next(
    kind: type[BoardScreen], mode: Mode, deck: Deck
) -> None:
    grid = Quadrants({"media": Position(80, 80)})
    screen = kind(History(decks.session(mode=mode, grid=grid)), deck)
    screen.at_step = 0
    async with run(screen) as stage:
        following = [words for _, words in screen.tool.steps_for(mode)][1:]
        for number, words in enumerate(following, 2):
            bar = str(stage.screen.query_one("#steps").picture.as_text())  # type: ignore[attr-defined]  # a canvas
            assert f"next: {number} {words.title}" in bar or f" {number} {words.bar}" in bar
            await stage.press(".")
            assert stage.status.endswith((".", "?"))
            assert 20 < len(stage.status) <= 78
        await stage.press(".")
        assert stage.status == "This is the last step."


@pytest.mark.parametrize(
    ("kind", "focus", "said"),
    [
        (CardsScreen, "trust", "Read your cards: Take a few minutes and read yours."),
        (CardsScreen, "media", "Take a few minutes and read yours: you are the expert in it from now on."),
        (CardsScreen, "risk", "Share out the summaries of the six next level facilitators."),
        (ReflectionsScreen, "", "Step back: Step back and look at the diamond as a whole."),
        (ChecksScreen, "", "Ask three questions: Will people want this plan?"),
    ],
)
async def test_elsewhere_the_guide_says_what_its_step_wants(
    kind: type[SessionScreen], focus: str, said: str, deck: Deck
) -> None:
    async with run(kind(History(decks.session(mode=Mode.GROUP)), deck, focus)) as stage:
        for each in ("g", "f8"):
            await stage.press("tab", each)
            if not focus or kind is not CardsScreen:
                assert stage.status.startswith(said)
    async with run(kind(History(decks.session(mode=Mode.GROUP)), deck, focus)) as stage:
        await stage.press("g")
        assert stage.status.startswith(said)
        assert len(stage.status) <= 78


async def test_of_a_page_that_is_no_card_the_guide_says_nothing(deck: Deck) -> None:
    async with run(CardsScreen(History(decks.session()), deck, reading_only=True)) as stage:
        await stage.press("g")
        assert stage.status == "The guide says nothing of this page."


async def test_the_first_card_of_a_roadmap_leads_on_to_building(deck: Deck) -> None:
    road = Roadmap(Timeline(Month(2026, 4), 12))
    screen = at(RoadmapScreen(History(decks.session(mode=Mode.GROUP, road=road)), deck), Act.BEGIN)
    async with run(screen) as stage:
        await stage.press("P", "2")
        assert stage.status.endswith("A first card is placed. Next: 4 Build and connect.")
        await stage.press("A", "1")
        assert "Next: 4" not in stage.status


async def test_after_an_undo_the_next_step_is_still_in_sight(deck: Deck) -> None:
    screen = at(DiamondScreen(History(decks.session(mode=Mode.GROUP)), deck), Act.SHARE)
    async with run(screen) as stage:
        await stage.press("A", "1", "u", "full_stop")
        assert "y redo" in stage.keys
        assert ". > next step" in stage.keys


async def test_who_comes_back_to_a_step_is_told_what_is_next_in_it(deck: Deck) -> None:
    screen = at(DiamondScreen(History(decks.session(mode=Mode.GROUP)), deck), Act.READ)
    async with run(screen) as stage:
        screen.resume(screen.history)
        assert stage.status == "Read your cards. Enter opens one."


@pytest.mark.parametrize(("kind", "tool"), [(DiamondScreen, "diamond"), (QuadrantsScreen, "quadrants")])
async def test_who_steps_back_is_shown_the_way_to_the_read_back(kind: type[BoardScreen], tool: str, deck: Deck) -> None:
    screen = at(kind(History(decks.session(mode=Mode.GROUPS)), deck), Act.REVIEW)
    async with run(screen) as stage:
        assert "o 9 read back" in stage.keys
        await stage.press("g", "escape")
        assert stage.status, f"{tool}: the status line says something when the guide is closed"
        await stage.press("f", "full_stop")
        assert "b keep a round" in stage.keys
        assert "o 9 read back" in stage.keys
