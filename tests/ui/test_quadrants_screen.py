"""The Four Quadrants screen: stories of a group that works with it, from the keys to the session."""

import pytest

from innovate_tui.ui.screens.quadrants import QuadrantsScreen
from innovate_tui.ui.screens.session_screen import SessionScreen
from innovate_tui.ui.widgets.frame import StepBar
from innovate_tui.ui.widgets.grid_painter import grid_layout
from innovate_tui.workshop.deck import Act, Deck, Mode
from innovate_tui.workshop.history import History
from innovate_tui.workshop.quadrants import Mitigation, Position, Quadrant, Quadrants
from innovate_tui.workshop.session import Session
from tests import decks
from tests.ui.pilot import Stage, run

PLACES = {
    "politics": Position(30, 80),
    "regulation": Position(80, 85),
    "funding": Position(85, 60),
    "culture": Position(60, 20),
}


def screen(deck: Deck, *, grid: Quadrants | None = None, mode: Mode = Mode.GROUP) -> QuadrantsScreen:
    return QuadrantsScreen(History(decks.session(mode=mode, grid=grid)), deck)


def at_step(deck: Deck, act: Act, grid: Quadrants | None = None) -> QuadrantsScreen:
    made = screen(deck, grid=grid)
    made.at_step = [each for each, _ in made.tool.steps_for(Mode.GROUP)].index(act)
    return made


def quadrant(stage: Stage, card: str) -> Quadrant | None:
    return stage.session.boards.quadrants.position(card).quadrant


def shown(stage: Stage) -> str:
    assert isinstance(stage.screen, QuadrantsScreen)
    return stage.screen.board.picture.as_text()


def values(session: Session) -> tuple[object, ...]:
    return session.boards.quadrants, session.own


async def test_a_group_places_gives_reasons_matches_moves_and_undoes_all_of_it(deck: Deck) -> None:
    async with run(at_step(deck, Act.PLACE)) as stage:
        before = stage.session
        await stage.press("a")
        await stage.type("The housing market")
        await stage.press("enter")
        assert "Added" in stage.status
        for keys in ("J1", "K2", "L2", "M4", "N1", "U3"):
            await stage.press(*keys)
        assert [quadrant(stage, card) for card in ("politics", "regulation", "media")] == [1, 2, 1]
        await stage.press("K", "w")
        await stage.type("Inspection is due.")
        await stage.press("tab")
        await stage.type("Not for us.")
        await stage.press("enter")
        assert stage.session.boards.quadrants.position("regulation") == Position(
            75, 75, "Inspection is due.", "Not for us."
        )
        assert "≡≠" in shown(stage)

        await stage.press(".", ".")
        assert "Influences that ask for help" in shown(stage)
        assert shown(stage).count("? no match yet") == 5
        for keys in ("J4", "K46", "L3", "M2", "N1"):
            await stage.press(*keys)
        await stage.press("w")
        await stage.type("One voice.")
        await stage.press("enter")
        grid = stage.session.boards.quadrants
        assert not grid.unanswered
        assert grid.mitigations["media"]["identity"].why == "One voice."
        assert "no match yet" not in shown(stage)

        await stage.press(",", ",", "K", "3")
        assert "low on both now. Its two matches are kept." in stage.status
        await stage.press(".", ".")
        assert "kept" in shown(stage)

        end = stage.session
        while "Nothing more to undo" not in stage.status:
            await stage.press("u")
        assert values(stage.session) == values(before)
        while "Nothing to do again" not in stage.status:
            await stage.press("y")
        assert values(stage.session) == values(end)


async def test_after_two_keys_w_is_about_the_card_just_placed(deck: Deck) -> None:
    async with run(at_step(deck, Act.PLACE)) as stage:
        await stage.press("K", "2")
        assert "Regulation is high importance, high threat. w says why" in stage.status
        assert "►L" in shown(stage)
        await stage.press("w")
        await stage.type("Due.")
        await stage.press("enter")
        assert stage.session.boards.quadrants.position("regulation").why == "Due."


async def test_a_card_in_hand_asks_the_two_questions_of_the_deck(deck: Deck) -> None:
    async with run(at_step(deck, Act.PLACE)) as stage:
        await stage.press("N", "space")
        assert deck.tools["quadrants"].factors[0].question in stage.status
        assert "esc put back" in stage.keys
        await stage.press("l")
        assert deck.tools["quadrants"].factors[1].question in stage.status
        await stage.press("h")
        assert quadrant(stage, "media") is Quadrant.LOW_IMPORTANCE_HIGH_THREAT
        assert len(stage.heard) == 1


async def test_carrying_over_a_line_says_in_words_what_the_card_would_be(deck: Deck) -> None:
    async with run(at_step(deck, Act.PLACE, Quadrants(PLACES))) as stage:
        await stage.press("M", "space", "left", "left", "left", "left", "left", "left")
        assert stage.status == "In hand: Social work culture. It would be low importance, low threat."
        await stage.press("escape")
        assert stage.status == "Put back. Nothing has changed."
        assert not stage.heard
        await stage.press("space", "left", "left", "left", "left", "left", "left", "enter")
        assert "is low on both now" in stage.status


async def test_reading_what_could_help_and_the_cards_of_the_step(deck: Deck) -> None:
    async with run(at_step(deck, Act.PLACE, Quadrants(PLACES))) as stage:
        await stage.press(".")
        assert "To read" in shown(stage)
        assert "►O" in shown(stage)
        await stage.press("down", "enter")
        assert isinstance(stage.heard[-1], SessionScreen.GoTo)
        assert (stage.heard[-1].place, stage.heard[-1].focus) == ("cards", "coproduction")


async def test_stepping_back_asks_the_decks_questions_beside_the_grid(deck: Deck) -> None:
    async with run(screen(deck, grid=Quadrants(PLACES, fixed=decks.LATER))) as stage:
        assert "Step back" in shown(stage)
        assert "fixed" in stage.title
        await stage.press(",", ".", "enter")
        assert isinstance(stage.heard[-1], SessionScreen.GoTo)
        assert stage.heard[-1].place == "reflections"


async def test_a_fixed_board_refuses_in_words_and_f_unfixes_it(deck: Deck) -> None:
    async with run(screen(deck, grid=Quadrants(PLACES, fixed=decks.LATER))) as stage:
        await stage.press("K", "3")
        assert stage.status == "This board is fixed. f unfixes it."
        await stage.press(",", ",", "1")
        assert stage.status == "This board is fixed. f unfixes it."
        await stage.press("f", "1")
        assert "helps with" in stage.status


async def test_w_without_a_match_says_what_to_do_and_z_turns_round(deck: Deck) -> None:
    async with run(at_step(deck, Act.MATCH, Quadrants(PLACES))) as stage:
        await stage.press("w")
        assert "Choose a match first" in stage.status
        await stage.press("z")
        assert "What may help" in shown(stage)
        await stage.press("escape")
        assert "Influences that ask for help" in shown(stage)


async def test_the_guide_stands_beside_both_boards_which_keep_their_keys(deck: Deck) -> None:
    async with run(at_step(deck, Act.PLACE, Quadrants(PLACES))) as stage:
        await stage.press("g", "K", "3")
        assert quadrant(stage, "regulation") is Quadrant.LOW_IMPORTANCE_LOW_THREAT
        assert "Place each influence" in shown(stage)
        await stage.press("escape", ".", ".", "g", "1")
        assert "Match what would help" in shown(stage)
        assert stage.session.boards.quadrants.mitigations


async def test_shown_large_there_is_the_grid_alone(deck: Deck) -> None:
    async with run(at_step(deck, Act.PLACE, Quadrants(PLACES))) as stage:
        await stage.press("v")
        assert "To place" not in shown(stage)
        assert "v back" in stage.title
        await stage.press("escape")
        assert "To place" in shown(stage)


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (100, 30), (160, 50)])
async def test_every_step_in_every_mode_shows_at_every_size(deck: Deck, size: tuple[int, int]) -> None:
    for mode in Mode:
        async with run(screen(deck, grid=Quadrants(PLACES), mode=mode), size) as stage:
            for _ in range(12):
                await stage.press(",")
            steps = stage.screen.query_one(StepBar).steps.titles
            for number in range(len(steps)):
                assert shown(stage).strip()
                await stage.press("g", "escape")
                if number + 1 < len(steps):
                    await stage.press(".")
            assert stage.screen.query_one(StepBar).steps.current == len(steps) - 1


def cell(stage: Stage, importance: int, threat: int) -> tuple[int, int]:
    assert isinstance(stage.screen, QuadrantsScreen)
    plan = grid_layout(*stage.screen.grid.size)
    return plan.at(*plan.cells.at(importance, threat))


async def test_a_card_is_dragged_onto_the_grid_across_it_and_off_again(deck: Deck) -> None:
    async with run(at_step(deck, Act.PLACE, Quadrants(PLACES))) as stage:
        assert isinstance(stage.screen, QuadrantsScreen)
        region = stage.screen.grid.region
        journeys = (
            ((4, 2), cell(stage, 90, 30), Quadrant.HIGH_IMPORTANCE_LOW_THREAT),
            (cell(stage, 90, 30), cell(stage, 10, 30), Quadrant.LOW_IMPORTANCE_LOW_THREAT),
            (cell(stage, 10, 30), (4, 15), None),
        )
        for start, end, expected in journeys:
            await stage.pilot.mouse_down(offset=(region.x + start[0], region.y + start[1]))
            for x, y in (((start[0] + end[0]) // 2, (start[1] + end[1]) // 2), end):
                await stage.pilot.hover(offset=(region.x + x, region.y + y))
            await stage.pilot.mouse_up(offset=(region.x + end[0], region.y + end[1]))
            await stage.settle()
            assert quadrant(stage, "media") is expected


async def test_clicks_choose_cards_and_switch_matches(deck: Deck) -> None:
    async with run(at_step(deck, Act.PLACE, Quadrants(PLACES))) as stage:
        assert isinstance(stage.screen, QuadrantsScreen)
        await stage.click(stage.screen.grid, *cell(stage, 80, 85))
        assert stage.screen.grid.chosen == "regulation"
        await stage.press(".", ".", "K")
        await stage.click(stage.screen.matching, 45, 3)
        assert stage.session.boards.quadrants.helpers("regulation") == ("identity",)


async def test_once_all_are_placed_the_keys_lead_on(deck: Deck) -> None:
    async with run(at_step(deck, Act.PLACE, Quadrants(PLACES))) as stage:
        await stage.press("N", "1")
        assert "next step" in stage.keys
        assert "To place" not in shown(stage)


@pytest.mark.parametrize("act", [Act.SHARE, Act.READ, Act.MISSING, Act.HELPERS])
async def test_at_every_step_of_reading_the_key_that_goes_on_is_in_sight(deck: Deck, act: Act) -> None:
    async with run(at_step(deck, act)) as stage:
        assert ". > next step" in stage.keys
        assert "? help" in stage.keys


async def test_once_all_are_matched_the_keys_that_go_on_and_back_are_in_sight(deck: Deck) -> None:
    grid = Quadrants(PLACES, {card: {"risk": Mitigation()} for card in PLACES if card != "culture"})
    async with run(at_step(deck, Act.MATCH, grid)) as stage:
        assert "next step" not in stage.keys
        await stage.press("M", "1")
        assert ". > next step" in stage.keys
        assert ", < step before" in stage.keys
        assert "? help" in stage.keys


async def test_after_an_undo_the_key_that_redoes_is_in_sight_until_there_is_nothing_to_redo(deck: Deck) -> None:
    async with run(at_step(deck, Act.PLACE)) as stage:
        await stage.press("J", "1")
        assert "redo" not in stage.keys
        await stage.press("u")
        assert stage.keys.startswith(" y redo")
        await stage.press("space")
        assert "redo" not in stage.keys, "with a card in hand its own keys have the room"
        await stage.press("escape", "y")
        assert "redo" not in stage.keys
        assert quadrant(stage, "politics") == 1
        await stage.press("u", "K", "2")
        assert "redo" not in stage.keys
