"""What a screen sends for a change: as exact as Textual's own way, and without a look at any widget but the canvas."""

from collections.abc import Callable
from unittest.mock import patch

import pyte
import pytest
from rich.console import Console
from textual._compositor import CompositorUpdate
from textual.app import ComposeResult
from textual.geometry import Region
from textual.widgets import Static

from innovate_tui.ui.cells import Picture, Sheet
from innovate_tui.ui.palette import DARK, inks
from innovate_tui.ui.screens.lean_screen import ExactCompositor, LeanModal, LeanScreen, RowsUpdate
from innovate_tui.ui.screens.reflections import ReflectionsScreen
from innovate_tui.ui.widgets.canvas import ROWS_KEPT, Canvas
from innovate_tui.ui.widgets.frame import SaveState
from innovate_tui.workshop.history import History
from tests.decks import deck, session
from tests.ui.pilot import run, settle


class Words(Canvas):
    """A canvas with words at a place, one of them wide."""

    at = 0

    def paint(self, width: int, height: int) -> Picture:
        """The words."""
        sheet = Sheet(width, height)
        sheet.words(2 + self.at, 1, f"here 字 {self.at}", "chosen")
        sheet.words(1, 3, f"step {self.at}", "strong")
        return sheet.picture()


class TwoBeside(LeanScreen):
    """Two canvases beside each other over a third, and a label that is none."""

    def begin(self) -> None:
        """Lay them out."""
        self.styles.layout = "grid"
        self.styles.grid_size_columns = 2
        self.styles.grid_size_rows = 2

    def body(self) -> ComposeResult:
        """All four."""
        for name in ("left", "right", "under"):
            canvas = Words(id=name)
            canvas.styles.height = "1fr"
            yield canvas
        yield Static("a label", id="label")


def compositor(screen: LeanScreen) -> ExactCompositor:
    made = screen._compositor
    assert isinstance(made, ExactCompositor)
    return made


def terminal(screen: LeanScreen, before: str, update: CompositorUpdate | None) -> list[str]:
    """What a terminal shows after an update, where it showed the whole screen before."""
    shown = pyte.Screen(80, 24)
    stream = pyte.Stream(shown)
    stream.feed(before)
    assert update is not None
    stream.feed(update.render_segments(Console(color_system="truecolor", force_terminal=True)))
    return [
        "".join(f"{shown.buffer[y][x].data}{shown.buffer[y][x].bg}{shown.buffer[y][x].bold}" for x in range(80))
        for y in range(24)
    ]


def whole(screen: LeanScreen) -> str:
    return compositor(screen).render_full_update().render_segments(Console(color_system="truecolor"))


def step(screen: LeanScreen, *names: str) -> None:
    """Move the words of some canvases on, up to what has to be sent."""
    canvases = {screen.query_one(f"#{name}", Words) for name in names}
    for canvas in canvases:
        canvas.at += 1
        canvas.repaint()
    compositor(screen).update_widgets(set(canvases))


@pytest.mark.parametrize("names", [("left",), ("right",), ("under", "left"), ("left", "right", "under")])
async def test_what_canvases_send_by_rows_is_what_the_long_way_shows(names: tuple[str, ...]) -> None:
    screen = TwoBeside()
    async with run(screen):
        for _ in range(3):
            before = whole(screen)
            step(screen, *names)
            dirty = compositor(screen)._dirty_regions.copy()
            short = compositor(screen).render_partial_update()
            assert isinstance(short, RowsUpdate)
            assert not compositor(screen)._dirty_regions
            compositor(screen)._dirty_regions = dirty
            with patch.object(ExactCompositor, "_of_canvases", return_value=None):
                long = compositor(screen).render_partial_update()
            assert not isinstance(long, RowsUpdate)
            assert terminal(screen, before, short) == terminal(screen, before, long)


ELSEWHERE: list[Callable[[LeanScreen], Region]] = [
    lambda screen: screen.query_one("#label").region,
    lambda screen: Region(0, 0, screen.size.width, 1),
    lambda screen: Region(screen.query_one("#left").region.right - 2, 1, 4, 1),
]
"""A widget that is no canvas, and stretches over two of them."""


@pytest.mark.parametrize("region", ELSEWHERE)
async def test_what_is_not_of_one_canvas_goes_the_long_way(region: Callable[[LeanScreen], Region]) -> None:
    screen = TwoBeside()
    async with run(screen):
        step(screen, "left")
        compositor(screen)._dirty_regions.add(region(screen))
        assert compositor(screen)._of_canvases() is None
        assert not isinstance(compositor(screen).render_partial_update(), RowsUpdate)


async def test_a_row_that_was_seen_before_is_not_made_again_and_few_are_remembered() -> None:
    screen = TwoBeside()
    async with run(screen):
        canvas = screen.query_one("#left", Words)
        canvas.repaint()
        first = canvas.rows([1])[0]
        canvas.at = 1
        canvas.repaint()
        other = canvas.rows([1])[0]
        canvas.at = 0
        canvas.repaint()
        assert canvas.rows([1])[0] is first
        assert first.text.startswith("  here 字 0")
        assert other.text.startswith("   here 字 1")
        canvas.wear(canvas.inks)
        assert canvas.rows([1])[0] is not first, "another theme has other inks"
        for canvas.at in range(2 * ROWS_KEPT):
            canvas.repaint()
            canvas.rows([1, 3])
            assert len(canvas._seen) <= ROWS_KEPT


async def test_what_is_to_be_done_after_a_refresh_is_left_when_the_screen_was_closed_meanwhile() -> None:
    done: list[str] = []
    async with run(TwoBeside()) as stage:
        over = TwoBeside()
        stage.app.push_screen(over)
        await settle(stage.pilot)
        over.call_after_refresh(done.append, "open")
        await settle(stage.pilot)
        over.call_after_refresh(done.append, "closed")
        stage.app.pop_screen()
        await settle(stage.pilot)
    assert done == ["open"]


async def test_a_box_that_is_closed_twice_answers_once_and_closes_nothing_beneath() -> None:
    answers: list[object] = []
    async with run(TwoBeside()) as stage:
        box = LeanModal(inks(DARK))
        stage.app.push_screen(box, answers.append)
        await settle(stage.pilot)
        box.dismiss("first")
        box.dismiss("second")
        await settle(stage.pilot)
        assert isinstance(stage.screen, TwoBeside)
    assert answers == ["first"]


async def test_a_screen_that_is_not_there_yet_hears_of_a_save_and_shows_it_when_it_begins() -> None:
    screen = ReflectionsScreen(History(session()), deck())
    screen.show_saved(SaveState("Not saved", trouble=True))
    async with run(screen) as stage:
        assert "Not saved" in stage.title
