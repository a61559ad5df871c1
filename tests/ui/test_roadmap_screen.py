"""The Roadmap as a person uses it: two stories by keys, each with everything undone at its end, and single keys."""

from dataclasses import replace
from datetime import date

import pytest

from innovate_tui.ui.screens.chooser import Chooser
from innovate_tui.ui.screens.roadmap import RoadmapScreen
from innovate_tui.ui.screens.session_screen import SessionScreen
from innovate_tui.ui.screens.words_box import WordsBox
from innovate_tui.ui.widgets.road_board import RoadBoard
from innovate_tui.workshop.deck import Deck
from innovate_tui.workshop.history import History
from innovate_tui.workshop.roadmap import Energy, EventKind, LinkKind, Roadmap
from innovate_tui.workshop.session import Session
from innovate_tui.workshop.stages import Stage
from tests.ui.pilot import Stage as Platform
from tests.ui.pilot import run
from tests.ui.road_scenes import JANUARY, year


@pytest.fixture
def blank(sample: Session) -> Session:
    """The sample's diamond and quadrants, and no roadmap yet."""
    return replace(sample, boards=replace(sample.boards, roadmap=Roadmap()))


@pytest.fixture
def begun(sample: Session, deck: Deck) -> Session:
    """Two years with ten cards."""
    return replace(sample, boards=replace(sample.boards, roadmap=year(deck)))


def screen(session: Session, deck: Deck) -> RoadmapScreen:
    return RoadmapScreen(History(session), deck)


def road(stage: Platform) -> Roadmap:
    return stage.session.boards.roadmap


async def retype(stage: Platform, text: str) -> None:
    """Other words in the field of a box."""
    await stage.press("end", "ctrl+u")
    await stage.type(text)


async def framed(stage: Platform) -> None:
    await stage.press("enter")
    assert isinstance(stage.screen, WordsBox)
    await retype(stage, "January 2027")
    await stage.press("enter")
    timeline = road(stage).timeline
    assert timeline is not None
    assert (timeline.start, len(timeline.periods)) == (JANUARY, 4)


async def undo_everything(stage: Platform) -> None:
    first = stage.app.screen_stack[0]
    assert isinstance(first, SessionScreen)
    while first.history.past:
        await stage.press("u")
    assert road(stage) == Roadmap()


async def test_a_year_of_ten_cards_from_what_the_earlier_tools_left(blank: Session, deck: Deck) -> None:
    async with run(screen(blank, deck)) as stage:
        assert "No timeframe yet" in board(stage)
        await framed(stage)
        for digit, size in zip("1122334421", ("l", "", "s", "", "m", "", "l", "", "s", ""), strict=True):
            await stage.press(digit, *((size,) if size else ()))
        cards = list(road(stage).cards.values())
        assert len(cards) == 10
        assert cards[0].energy is Energy.LARGE
        assert cards[0].came_from == "diamond"
        assert cards[0].first == JANUARY
        await undo_everything(stage)
        await stage.press("y", "y")
        assert len(road(stage).cards) == 1


async def test_links_an_event_a_stage_and_a_caution_in_words(begun: Session, deck: Deck) -> None:
    async with run(screen(begun, deck)) as stage:
        await stage.press("F", "k", "G", "enter")  # the connection between them becomes a dependency
        between = road(stage).link_between("c-3", "c-1")
        assert between is not None
        assert between.kind is LinkKind.DEPENDENCY
        await stage.press("F", "5")
        assert stage.status.startswith("To think about: ")
        assert "comes before" in stage.status
        assert len(stage.status) <= 78
        assert "To think about: " in board(stage)
        await stage.press("a", "2")
        await stage.type("budget day")
        await stage.press("tab")
        await stage.type("6 Mar 2028")
        await stage.press("tab")
        await retype(stage, "bud")
        await stage.press("enter")
        event = next(each for each in road(stage).events.values() if each.title == "budget day")
        assert (event.kind, event.on.month) == (EventKind.BUDGET, 3)
        await stage.press("a", "3", "5", "enter")
        assert Stage.GROWING in road(stage).stages
        await stage.press("plus", "r")
        assert isinstance(stage.screen, Chooser)
        await stage.press("escape")
        first = stage.app.screen_stack[0]
        assert isinstance(first, SessionScreen)
        while first.history.past:
            await stage.press("u")
        assert road(stage) == begun.boards.roadmap


async def test_what_cannot_be_read_brings_the_box_back_with_the_words(blank: Session, deck: Deck) -> None:
    async with run(screen(blank, deck)) as stage:
        await stage.press("enter")
        await retype(stage, "soon")
        await stage.press("enter")
        assert isinstance(stage.screen, WordsBox)
        assert stage.status.startswith("A month such as")
        assert road(stage).timeline is None


async def test_keys_act_on_the_card_just_placed(begun: Session, deck: Deck) -> None:
    async with run(screen(begun, deck)) as stage:
        await stage.press("A", "2", "l", "plus")
        card = next(each for each in road(stage).cards.values() if each.feature == deck.features[0].id)
        assert card.energy is Energy.LARGE
        assert card.last == JANUARY + 8
        await stage.press("c", "5")
        assert [each.first for each in road(stage).appearances(card.feature)] == [JANUARY + 3, JANUARY + 12]
        await stage.press("0")
        assert len(road(stage).appearances(card.feature)) == 1


async def test_carrying_along_time_and_lanes_and_putting_back(begun: Session, deck: Deck) -> None:
    async with run(screen(begun, deck)) as stage:
        await stage.press("K", "space", "left", "down", "escape")
        assert stage.status == "Put back. Nothing has changed."
        assert road(stage) == begun.boards.roadmap
        await stage.press("space", "left", "down", "enter")
        moved = next(iter(road(stage).appearances(deck.features[10].id)))
        assert moved.first == JANUARY + 9
        assert moved.lane is not None


async def test_looking_in_months_and_panning_changes_nothing(begun: Session, deck: Deck) -> None:
    async with run(screen(begun, deck)) as stage:
        await stage.press("z")
        assert "in months" in stage.status
        assert "1–5 of 27" in board(stage)
        await stage.press("end")
        assert "23–27 of 27" in board(stage)
        await stage.press("z", "z")
        assert road(stage) == begun.boards.roadmap


async def test_a_letter_goes_through_the_appearances_and_j_along_the_links(begun: Session, deck: Deck) -> None:
    async with run(screen(begun, deck)) as stage:
        await stage.press("P")
        assert "1st of 2" in board(stage)
        await stage.press("P")
        assert "2nd of 2" in board(stage)
        await stage.press("j")
        assert "1st of 2" in board(stage)


async def test_a_fixed_roadmap_takes_words_and_nothing_else(begun: Session, deck: Deck) -> None:
    async with run(screen(begun, deck)) as stage:
        await stage.press("f", "P", "1")
        assert stage.status == "This board is fixed. f unfixes it."
        await stage.press("w")
        await stage.type("Because.")
        await stage.press("enter")
        assert road(stage).cards["c-4"].why == "Because."


async def test_questions_of_the_roadmap_are_those_to_a_plan(begun: Session, deck: Deck) -> None:
    async with run(screen(begun, deck)) as stage:
        await stage.press("f6")
        assert getattr(stage.heard[-1], "place", "") == "checks"


async def test_a_thought_is_parked_with_the_key_of_every_screen(begun: Session, deck: Deck) -> None:
    async with run(screen(begun, deck)) as stage:
        await stage.press(";")
        await stage.type("Ask the youth club.")
        await stage.press("enter")
        assert stage.status == "Parked. u takes it back."
        assert "Ask the youth club." in [thought.text for thought in stage.session.parked.values()]


async def test_w_says_why_two_cards_are_linked_right_after_and_when_going_along(begun: Session, deck: Deck) -> None:
    async with run(screen(begun, deck)) as stage:
        await stage.press("F", "k", "K", "enter")
        assert stage.status.endswith("w says why, u undoes.")
        await stage.press("w")
        await stage.type("The rules ask for it.")
        await stage.press("enter")
        drawn = road(stage).link_between("c-6", "c-3")
        assert drawn is not None
        assert drawn.why == "The rules ask for it."
        await stage.press("T", "j", "w")
        await stage.type("They pay.")
        await stage.press("enter", "enter", "3")
        between = road(stage).link_between("c-0", "c-4")
        assert between is not None
        assert (between.kind, between.why) == (LinkKind.CONNECTION, "They pay.")
        await stage.press("0")
        assert road(stage).link_between("c-0", "c-4") is None


async def test_all_of_a_card_is_shown_by_enter_and_its_lines_lead_on(begun: Session, deck: Deck) -> None:
    async with run(screen(begun, deck)) as stage:
        await stage.press("P", "enter", "w")
        await stage.type("We begin here.")
        await stage.press("enter")
        assert road(stage).cards["c-4"].why == "We begin here."
        await stage.press("enter", "1", "0")
        assert road(stage).link_between("c-0", "c-4") is None
        await stage.press("enter", "r")
        assert getattr(stage.heard[-1], "place", "") == "cards"


async def test_from_all_commands_a_word_on_why_can_be_written_on_any_link_of_a_card(begun: Session, deck: Deck) -> None:
    async with run(screen(begun, deck)) as stage:
        await stage.press("P", "p")
        await stage.type("two cards are linked")
        await stage.press("enter", "2")
        await stage.type("It goes on.")
        await stage.press("enter")
        assert road(stage).links["l-2"].why == "It goes on."
        await stage.press("K", "p")
        await stage.type("two cards are linked")
        await stage.press("enter")
        assert stage.status == "No link here. k draws one."


async def test_where_cards_are_to_be_placed_a_digit_moves_no_stage(begun: Session, deck: Deck) -> None:
    async with run(screen(begun, deck)) as stage:
        await stage.press("P", "up", "up", ",", ",", ".", "1")
        assert road(stage).stages == begun.boards.roadmap.stages
        assert len(road(stage).cards) == 11
        await stage.press("u", "P", "up", "s")
        assert stage.status == "That key is for a card. Its capital, or the arrows, choose one."


async def test_the_last_row_names_the_digits_in_sight_from_the_beginning(begun: Session, deck: Deck) -> None:
    async with run(screen(begun, deck), (100, 30)) as stage:
        assert "1-6 place" in stage.keys


async def test_every_key_in_the_footer_does_something(begun: Session, deck: Deck) -> None:
    async with run(screen(begun, deck), (160, 50)) as stage:
        for at in ("P", "j", "up", "A"):
            await stage.press(at)
            for command in stage.screen.footer():  # type: ignore[attr-defined]  # the board's screen
                if command.action:
                    name = command.action.partition("(")[0]
                    where = stage.screen.query_one(RoadBoard)
                    assert hasattr(where, f"action_{name}") or hasattr(stage.screen, f"action_{name}"), command


async def test_a_card_is_dragged_along_time_and_from_the_tray(begun: Session, deck: Deck) -> None:
    async with run(screen(begun, deck)) as stage:
        where = stage.screen.query_one(RoadBoard)
        await drag(stage, where, at(stage, "Regulation"), (40, 7))
        assert road(stage).cards["c-6"].first == JANUARY + 6
        await stage.press("u", "A")
        await drag(stage, where, at(stage, "Stable capable"), (20, 12))
        assert next(iter(road(stage).appearances(deck.features[0].id))).first == JANUARY + 3


async def test_a_stage_and_an_event_are_dragged_by_where_they_are_taken_hold_of(begun: Session, deck: Deck) -> None:
    async with run(screen(begun, deck)) as stage:
        where = stage.screen.query_one(RoadBoard)
        x, y = at(stage, "Designing?")
        await drag(stage, where, (x + 11, y), (x + 16, y))
        assert road(stage).stages[Stage.DESIGNING].first == JANUARY + 4
        x, y = at(stage, "council elections")
        await drag(stage, where, (x, y), (x + 15, y + 6))
        assert str(road(stage).events["e-1"].on) == "2027-08-06"
        await drag(stage, where, (x + 15, y), (x + 30, 19))  # let go beneath the timeline, nothing changes
        assert str(road(stage).events["e-1"].on) == "2027-08-06"
        await stage.press("u", "u")
        assert road(stage) == begun.boards.roadmap


async def test_w_and_enter_open_what_stands_over_the_timeline(begun: Session, deck: Deck) -> None:
    async with run(screen(begun, deck)) as stage:
        await stage.press("P", "up", "w")
        assert isinstance(stage.screen, WordsBox)
        await stage.press("escape", "up", "w")
        assert isinstance(stage.screen, WordsBox)


def at(stage: Platform, words: str) -> tuple[int, int]:
    """Where words stand on the board."""
    rows = board(stage).splitlines()
    y = next(row for row, line in enumerate(rows) if words in line)
    return rows[y].index(words), y


async def drag(stage: Platform, where: RoadBoard, start: tuple[int, int], end: tuple[int, int]) -> None:
    """Press the mouse on a cell of the board, go to another one and let go there."""
    off = where.region.offset
    await stage.pilot.mouse_down(offset=(start[0] + off.x, start[1] + off.y))
    for x, y in (((start[0] + end[0]) // 2, start[1]), end):
        await stage.pilot.hover(offset=(x + off.x, y + off.y))
    await stage.pilot.mouse_up(offset=(end[0] + off.x, end[1] + off.y))
    await stage.settle()


def board(stage: Platform) -> str:
    return stage.app.screen_stack[0].query_one(RoadBoard).picture.as_text()


async def test_a_day_to_look_again_that_has_passed_is_said_once(begun: Session, deck: Deck) -> None:
    passed = begun.boards.roadmap._replace(revisit=date(2021, 5, 6))
    async with run(screen(replace(begun, boards=replace(begun.boards, roadmap=passed)), deck)) as stage:
        assert stage.status == "The roadmap was to be looked at again on 6 May 2021. a 5 sets a new day."
        await stage.press("down")
        assert "looked at again" not in stage.status
        await stage.press("a", "5")
        await retype(stage, "6 May 2121")
        await stage.press("enter")
        assert road(stage).revisit == date(2121, 5, 6)


async def test_without_a_timeframe_who_looks_after_a_card_waits_for_one(blank: Session, deck: Deck) -> None:
    async with run(screen(blank, deck)) as stage:
        await stage.press("x")
        assert stage.status == "There is no timeframe yet. Enter agrees one."
