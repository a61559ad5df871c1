"""The guide of a step beside its board: what stands where, which keys open and close it, and what is never in it."""

from dataclasses import replace

import pytest

from innovate_tui.ui.cells import ASCII
from innovate_tui.ui.screens.board_screen import BoardScreen
from innovate_tui.ui.screens.diamond import DiamondScreen
from innovate_tui.ui.screens.quadrants import QuadrantsScreen
from innovate_tui.ui.screens.roadmap import RoadmapScreen
from innovate_tui.ui.widgets.board_view import Guide
from innovate_tui.ui.widgets.guide_column import GuideColumn
from innovate_tui.ui.widgets.guide_painter import pages, paint_column
from innovate_tui.workshop.deck import Act, Deck, Mode
from innovate_tui.workshop.guide_wording import GuidePart, beside_board
from innovate_tui.workshop.history import History
from innovate_tui.workshop.session import Session
from tests.ui.golden import looks_like
from tests.ui.pilot import Stage, run

SIZES = {"80x24": (80, 24), "100x30": (100, 30), "120x40": (120, 40), "160x50": (160, 50)}
SCREENS: dict[str, tuple[type[BoardScreen], Act]] = {
    "diamond": (DiamondScreen, Act.ORDER),
    "quadrants": (QuadrantsScreen, Act.PLACE),
    "match": (QuadrantsScreen, Act.MATCH),
    "roadmap": (RoadmapScreen, Act.BUILD),
}
SECRET = "For you who lead"


def made(which: str, deck: Deck, sample: Session, mode: Mode = Mode.GROUP) -> BoardScreen:
    """A screen at the step that is tried."""
    kind, act = SCREENS[which]
    session = replace(sample, mode=mode, people={}, said={}, spent={kind.board_name: {act: 2}})
    screen = kind(History(session), deck)
    screen.at_step = [each for each, _ in screen.tool.steps_for(mode)].index(act)
    return screen


def middle(stage: Stage) -> str:
    """The board and, where there is one, the column beside it."""
    screen = stage.screen
    assert isinstance(screen, BoardScreen)
    board, column = screen.board.picture.as_text().split("\n"), screen.query_one(GuideColumn)
    if not column.display:
        return "\n".join(row.rstrip() for row in board)
    beside = column.picture.as_text().split("\n")
    width = screen.board.size.width
    return "\n".join(f"{left:{width}}{right}".rstrip() for left, right in zip(board, beside, strict=True))


@pytest.mark.parametrize("which", SCREENS)
@pytest.mark.parametrize("size", SIZES)
async def test_the_guide_looks_as_it_did(which: str, size: str, deck: Deck, sample: Session) -> None:
    async with run(made(which, deck, sample), SIZES[size]) as stage:
        await stage.press("g")
        looks_like(f"guide-{which}-{size}", middle(stage))
        if size == "120x40":
            looks_like(f"guide-{which}-{size}-ascii", middle(stage).translate(ASCII))
            assert all(ord(each) < 128 for each in middle(stage).translate(ASCII))


@pytest.mark.parametrize("which", SCREENS)
@pytest.mark.parametrize("size", SIZES)
async def test_one_key_opens_it_goes_on_and_closes_it_and_esc_closes_it_at_once(
    which: str, size: str, deck: Deck, sample: Session
) -> None:
    async with run(made(which, deck, sample), SIZES[size]) as stage:
        before = middle(stage)
        seen: list[str] = []
        await stage.press("f8")
        while middle(stage) != before and len(seen) < 12:
            seen.append(middle(stage))
            last = "g closes it" in stage.status
            assert ("close guide" if last else "guide goes on") in stage.keys
            await stage.press("g")
        assert middle(stage) == before
        assert len(seen) == len(set(seen))
        assert "close guide" not in stage.keys
        await stage.press("g", "escape")
        assert middle(stage) == before


@pytest.mark.parametrize("which", SCREENS)
async def test_in_a_wide_window_board_and_tray_stay_and_all_that_is_to_be_done_is_seen_at_once(
    which: str, deck: Deck, sample: Session
) -> None:
    screen = made(which, deck, sample)
    async with run(screen, (120, 40)) as stage:
        await stage.press("g")
        assert screen.board.scene.guide is None
        assert screen.board.size.width == 80
        words = screen.step[1]
        shown = " ".join(screen.query_one(GuideColumn).picture.as_text().replace("│", " ").split())
        for text in ("Say", "Do", "If it sticks", f"“{words.say}”", words.do, words.stuck, ", 2 used"):
            assert text in shown


@pytest.mark.parametrize("tool", ["diamond", "quadrants", "roadmap"])
@pytest.mark.parametrize("mode", Mode)
def test_say_do_and_if_it_sticks_are_on_the_first_page_of_a_wide_window_at_every_step(
    tool: str, mode: Mode, deck: Deck
) -> None:
    for _, words in deck.tools[tool].steps_for(mode):
        parts = (GuidePart("Say", (words.say,)), GuidePart("Do", (words.do,)), GuidePart("If", (words.stuck,)))
        assert len(pages(Guide(words.title, "9 min planned", parts), 37, 33)) == 1
        assert len(pages(Guide(words.title, "9 min planned", parts), 25, 17)) <= 2


@pytest.mark.parametrize("which", SCREENS)
@pytest.mark.parametrize("size", ["80x24", "160x50"])
async def test_nothing_that_is_for_whoever_leads_alone_is_on_the_screen(
    which: str, size: str, deck: Deck, sample: Session
) -> None:
    screen = made(which, deck, sample)
    async with run(screen, SIZES[size]) as stage:
        told = ""
        await stage.press("g")
        while screen.guide_page is not None:
            told += f" {middle(stage)}"
            await stage.press("g")
    squeezed = "".join(each for each in told if each.isalnum())
    for tip in screen.step[1].tips:
        assert "".join(each for each in tip if each.isalnum())[:40] not in squeezed
    assert SECRET not in told


@pytest.mark.parametrize("which", SCREENS)
async def test_one_person_is_asked_and_not_told_what_to_say(which: str, deck: Deck, sample: Session) -> None:
    screen = made(which, deck, sample, Mode.INDIVIDUAL)
    async with run(screen, (120, 40)) as stage:
        await stage.press("g")
        shown = screen.query_one(GuideColumn).picture.as_text()
        assert "Ask yourself" in shown
        assert screen.step[1].say
        assert "│ Say\n" not in shown


async def test_the_board_takes_its_keys_while_the_guide_is_open(deck: Deck, sample: Session) -> None:
    for size in SIZES.values():
        screen = made(
            "diamond", deck, replace(sample, boards=replace(sample.boards, diamond=type(sample.boards.diamond)()))
        )
        async with run(screen, size) as stage:
            await stage.press("g", "D", "2")
            assert stage.session.boards.diamond.at(2) == "trust"
            assert screen.guide_page == 0


async def test_another_step_begins_at_its_first_page(deck: Deck, sample: Session) -> None:
    screen = made("diamond", deck, sample)
    async with run(screen) as stage:
        await stage.press("g", "g", ".")
        assert screen.guide_page == 0
        assert "6 Fill up from 9" in middle(stage)
        assert "Say" in middle(stage)


async def test_the_guide_goes_where_there_is_room_when_the_window_changes(deck: Deck, sample: Session) -> None:
    screen = made("diamond", deck, sample)
    async with run(screen, (120, 40)) as stage:
        await stage.press("g")
        await stage.pilot.resize_terminal(100, 30)
        await stage.settle()
        assert screen.board.scene.guide is not None
        assert not screen.query_one(GuideColumn).display
        await stage.pilot.resize_terminal(160, 50)
        await stage.settle()
        assert screen.board.scene.guide is None
        assert "5 Order the strengths" in screen.query_one(GuideColumn).picture.as_text()
        assert stage.status == "The guide is open: g closes it. The board still takes its keys."
        await stage.pilot.resize_terminal(60, 20)
        await stage.settle()
        assert stage.status == "The guide is open: g goes on, esc closes it."
        await stage.pilot.resize_terminal(160, 50)
        await stage.settle()
        await stage.press("v")
        assert not screen.query_one(GuideColumn).display
        await stage.press("v")
        assert screen.query_one(GuideColumn).display


def test_pages_hold_all_words_and_leave_no_line_alone() -> None:
    words = " ".join(f"word{number}" for number in range(400))
    parts = (
        GuidePart("Say", ("“Short.”",)),
        GuidePart("Do", (words, "And more.")),
        GuidePart("If it sticks", ("Go.",)),
    )
    for width, height in ((24, 17), (36, 33), (24, 9)):
        found = pages(Guide("1 A step", "9 min planned", parts), width, height)
        told = " ".join(line for page in found for line, ink in page if ink == "text" and line)
        assert told.split() == f"“Short.” {words} And more. Go.".split()
        assert all(len(page) <= height - 4 for page in found)
        for page in found:
            assert page[0][1] == "strong"
            assert page[-1][1] == "text"
            at = [row for row, (_, ink) in enumerate(page) if ink == "strong"]
            for first, after in zip(at, [*at[1:], len(page)], strict=True):
                lines = [line for line, _ in page[first + 1 : after] if line]
                assert len(lines) >= 2 or lines in (["“Short.”"], ["Go."])


def test_without_a_guide_the_column_is_empty_and_any_size_is_painted() -> None:
    guide = Guide("1 A step", "", (GuidePart("Do", ("Do this. " * 30,)),))
    assert paint_column(None, 40, 10).as_text().strip() == ""
    for width, height in ((40, 33), (40, 3), (3, 3), (1, 1)):
        picture = paint_column(guide, width, height)
        assert (picture.width, picture.height) == (width, height)


def test_of_a_part_that_is_one_line_too_long_two_lines_go_on_to_the_next_page() -> None:
    part = GuidePart("Do", ("one two three four",))
    first, second = pages(Guide("1 A step", "", (part,)), 5, 3 + 4)
    assert first == (("Do", "strong"), ("one", "text"), ("two", "text"))
    assert second == (("Do", "strong"), ("three", "text"), ("four", "text"))


@pytest.mark.parametrize(("tool", "room"), [("diamond", (25, 17)), ("quadrants", (24, 16)), ("roadmap", (28, 14))])
def test_what_to_say_to_do_and_what_helps_come_within_two_pages_of_the_smallest_window(
    tool: str, room: tuple[int, int], deck: Deck
) -> None:
    for mode in Mode:
        for act, words in deck.tools[tool].steps_for(mode):
            width = room[0] + 9 * (act is Act.MATCH)  # the lists of matching leave more room than the grid
            found = pages(Guide(words.title, "9 min planned", beside_board(words, mode), 0), width, room[1])
            assert len(found) <= 2, f"{tool}, {mode}: {words.title}"
