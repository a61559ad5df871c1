"""A board shown large, to look at together: title and board alone, nobody's name, no timer but at its end."""

from dataclasses import replace

import pytest

from innovate_tui.ui.screens.board_screen import BoardScreen
from innovate_tui.ui.screens.diamond import DiamondScreen
from innovate_tui.ui.screens.quadrants import QuadrantsScreen
from innovate_tui.ui.screens.roadmap import RoadmapScreen
from innovate_tui.ui.widgets.canvas import Canvas
from innovate_tui.ui.widgets.frame import TimeShown, TitleBar
from innovate_tui.workshop.deck import Act, Deck
from innovate_tui.workshop.edits import Unfix
from innovate_tui.workshop.history import History
from innovate_tui.workshop.session import Session
from tests.ui.golden import looks_like
from tests.ui.pilot import Stage, run

BOARDS: dict[str, tuple[type[BoardScreen], Act]] = {
    "diamond": (DiamondScreen, Act.ORDER),
    "quadrants": (QuadrantsScreen, Act.PLACE),
    "matching": (QuadrantsScreen, Act.MATCH),
    "roadmap": (RoadmapScreen, Act.BUILD),
}
SIZES = ((60, 20), (80, 24), (120, 36))
KEYS = (
    *("D", "K", "Q", "1", "2", "5", "9", "0", "delete", "space", "right", "enter", "down", "space", "enter", "tab"),
    *("i", "1", "plus", "minus", "w", "d", "n", "a", "x", "s", "l", "k", "D", "enter", "c", "2", "f", "u", "y", "b"),
    *("e", "full_stop", "comma", "g", "t", "space", "slash", "semicolon", "p", "r", "h", "m", "o", "f3", "f6", "q"),
)
"""Keys that change something on one board or another, or lead away from it."""


def opened(sample: Session, deck: Deck) -> Session:
    """The sample with all its boards open, so that every key would do something."""
    for board in ("diamond", "quadrants", "roadmap"):
        if getattr(sample.boards, board).fixed:
            sample = Unfix(board).apply(sample, deck)
    return sample


async def go_to(stage: Stage, act: Act) -> BoardScreen:
    """Go to a step of the board."""
    screen = stage.screen
    assert isinstance(screen, BoardScreen)
    acts = [each for each, _ in screen.tool.steps_for(screen.session.mode)]
    for _ in range(len(acts)):
        await stage.press("comma")
    for _ in range(acts.index(act)):
        await stage.press("full_stop")
    return screen


def shown(stage: Stage) -> str:
    """All that is on the screen."""
    return "\n".join(each.picture.as_text() for each in stage.screen.query(Canvas) if each.display and each.size.height)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", BOARDS)
async def test_every_board_shown_large(name: str, size: tuple[int, int], deck: Deck, sample: Session) -> None:
    kind, act = BOARDS[name]
    async with run(kind(History(opened(sample, deck)), deck), size) as stage:
        await go_to(stage, act)
        await stage.press("v")
        text = shown(stage)
        for person in sample.people.values():
            assert person.name not in text
        assert "step" not in text
        assert "v back" in text.split("\n")[0]
        screen = stage.screen
        assert isinstance(screen, BoardScreen)
        assert (screen.title_bar.size.height, screen.board.size.height) == (1, size[1] - 1), "nothing else is there"
        looks_like(f"large-{name}-{size[0]}x{size[1]}", "\n".join(line.rstrip() for line in text.split("\n")))


@pytest.mark.parametrize("end", ["v", "escape", "f9"])
@pytest.mark.parametrize("name", BOARDS)
async def test_it_is_ended_by_the_same_key_or_esc(name: str, end: str, deck: Deck, sample: Session) -> None:
    kind, act = BOARDS[name]
    async with run(kind(History(opened(sample, deck)), deck)) as stage:
        screen = await go_to(stage, act)
        before = shown(stage)
        await stage.press("v")
        assert screen.large
        await stage.press(end)
        assert not screen.large
        assert shown(stage).split("\n")[0] == before.split("\n")[0]
        assert stage.heard == []


@pytest.mark.parametrize("name", BOARDS)
async def test_a_click_on_the_title_ends_it_too(name: str, deck: Deck, sample: Session) -> None:
    kind, _ = BOARDS[name]
    async with run(kind(History(sample), deck)) as stage:
        screen = stage.screen
        assert isinstance(screen, BoardScreen)
        await stage.pilot.click(TitleBar)
        assert not screen.large
        await stage.press("v")
        await stage.pilot.click(TitleBar)
        assert not screen.large
        await stage.press("v")
        await stage.pilot.click(screen.board, offset=(2, 2))
        assert screen.large


@pytest.mark.parametrize("name", BOARDS)
async def test_no_key_changes_anything_or_leads_away(name: str, deck: Deck, sample: Session) -> None:
    kind, act = BOARDS[name]
    session = opened(sample, deck)
    async with run(kind(History(session), deck)) as stage:
        screen = await go_to(stage, act)
        step = screen.step
        await stage.press("v")
        for key in KEYS:
            await stage.press(key)
            assert stage.screen is screen, key
            assert screen.session == session, key
            assert screen.large, key
            assert "in hand" not in shown(stage), key
        assert screen.step == step
        assert stage.heard == []


async def test_no_mouse_moves_a_card(deck: Deck, sample: Session) -> None:
    async with run(DiamondScreen(History(opened(sample, deck)), deck)) as stage:
        screen = await go_to(stage, Act.ORDER)
        await stage.press("v")
        await stage.pilot.mouse_down(offset=(40, 3))
        await stage.pilot.hover(offset=(40, 15))
        await stage.pilot.mouse_up(offset=(40, 15))
        await stage.settle()
        assert screen.session == opened(sample, deck)
        assert "in hand" not in shown(stage)


async def test_what_is_in_hand_is_put_back_first(deck: Deck, sample: Session) -> None:
    async with run(DiamondScreen(History(opened(sample, deck)), deck)) as stage:
        await go_to(stage, Act.ORDER)
        await stage.press("D", "space", "v")
        assert "in hand" not in shown(stage)


@pytest.mark.parametrize(
    ("time", "seen"),
    [
        (TimeShown("13 min left"), False),
        (TimeShown("13 min, paused"), False),
        (TimeShown("1:50 left", "soon"), True),
        (TimeShown("3 min over", "late"), True),
    ],
)
async def test_the_timer_is_there_only_near_its_end(time: TimeShown, seen: bool, deck: Deck, sample: Session) -> None:
    async with run(DiamondScreen(History(sample), deck)) as stage:
        screen = stage.screen
        assert isinstance(screen, BoardScreen)
        await stage.press("v")
        screen.show_time(time)
        await stage.settle()
        assert (time.words in screen.query_one(TitleBar).picture.as_text()) is seen
        screen.show_time(replace(time, words="12 min left", tone="quiet"))
        await stage.press("v")
        assert "12 min left" in screen.query_one(TitleBar).picture.as_text()
