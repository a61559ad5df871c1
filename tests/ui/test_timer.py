"""The timer on the screen: its strip, its words in every title row, what it says once, and the minutes it counts."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from textual.app import App

from innovate_tui.storage.session_reading import read_session
from innovate_tui.ui.app import InnovateApp
from innovate_tui.ui.screens.cards import CardsScreen
from innovate_tui.ui.screens.diamond import DiamondScreen
from innovate_tui.ui.screens.working_screen import WorkingScreen
from innovate_tui.ui.widgets.canvas import Canvas
from innovate_tui.ui.widgets.frame import TimeShown, Title, TitleBar, paint_title
from innovate_tui.ui.widgets.timer_strip import TimerStrip
from innovate_tui.workshop.deck import Act, Deck
from innovate_tui.workshop.history import History
from innovate_tui.workshop.session import Session
from tests.ui.pilot import run
from tests.ui.test_app import Story, at_home, folder, said

__all__ = ["folder"]
MINUTE = 60.0


class Watch:
    """The clocks of an app, in our hands."""

    def __init__(self, app: App[object]) -> None:
        assert isinstance(app, InnovateApp)
        self.app = app
        self.moment = 5000.0
        self.day = datetime(2026, 3, 12, 10, 57, 30, tzinfo=UTC)
        app.steady = lambda: self.moment
        app.wall = lambda: self.day

    def wait(self, minutes: float) -> None:
        """Let time go by, with a look every half a minute."""
        for _ in range(round(minutes * 2)):
            self.moment += MINUTE / 2
            self.day += timedelta(seconds=30)
            self.app.look()

    def sleep(self, minutes: float) -> None:
        """Close the lid."""
        self.moment += minutes * MINUTE
        self.day += timedelta(minutes=minutes)
        self.app.look()


@asynccontextmanager
async def in_the_room(size: tuple[int, int] = (80, 24)) -> AsyncIterator[tuple[Story, Watch]]:
    """A group that has just begun, in its step of ordering: 13 minutes."""
    async with at_home(size) as story:
        watch = Watch(story.app)
        await story.start()
        screen = story.app.screen
        assert isinstance(screen, DiamondScreen)
        acts = [act for act, _ in screen.tool.steps_for(screen.session.mode)]
        await story.press(*["full_stop"] * acts.index(Act.ORDER))
        assert screen.step[0] is Act.ORDER
        yield story, watch


def steps(story: Story) -> str:
    """The current step, as the step bar has it."""
    return story.screen.query_one("#steps", Canvas).picture.as_text().partition("►")[2].partition("  ")[0]


def strip(story: Story) -> str:
    """The timer's own row; nothing while it is closed."""
    row = story.screen.query_one(TimerStrip)
    return row.picture.as_text().strip() if row.display else ""


async def go_home(story: Story) -> None:
    """Leave the session, by whatever screens lead out of it."""
    while story.place != "home":
        await story.press("q")


async def settled(story: Story, watch: Watch, minutes: float) -> None:
    """Let time go by, and everything that comes of it."""
    watch.wait(minutes)
    await story.settle()


# --- the strip --------------------------------------------------------------------------------------------------------


async def test_nothing_is_shown_until_somebody_starts_the_timer() -> None:
    async with in_the_room() as (story, watch):
        await settled(story, watch, 20)
        assert " min" not in story.title
        await story.press("t")
        assert strip(story) == "Order the strengths, 9 to 13 minutes. The timer is not running."
        assert story.keys.startswith(" space start  + a minute more  . > next step  b break  esc close")
        assert story.keys.rstrip().endswith("? help")


async def test_space_starts_and_pauses_plus_adds_a_minute_and_esc_closes_the_strip() -> None:
    async with in_the_room() as (story, watch):
        await story.press("t", "space")
        assert "13 min left · Saved" in story.title
        assert "space pause" in story.keys
        await settled(story, watch, 3)
        assert "10 min left" in story.title
        assert strip(story) == "Order the strengths, 9 to 13 minutes: 10 min left."
        await story.press("space")
        assert "10 min, paused" in story.title
        assert "space go on" in story.keys
        await settled(story, watch, 3)
        await story.press("space", "+")
        assert "11 min left" in story.title
        await story.press("equals_sign")
        assert "12 min left" in story.title
        await story.press("escape")
        assert strip(story) == ""
        assert "12 min left" in story.title
        assert story.place == "diamond"


async def test_while_the_strip_is_open_every_other_key_does_what_it_always_does() -> None:
    async with in_the_room() as (story, _):
        await story.press("t", "space", "D", "2")
        assert story.status.startswith("Trust and confidence is now at 2.")
        assert strip(story) == "", "what is said takes the row again"
        await story.press("space")
        assert "in hand" in story.text, "and space is the board's again"
        assert "13 min left" in story.title


async def test_the_next_step_begins_with_its_own_minutes_and_looking_back_loses_none() -> None:
    async with in_the_room() as (story, watch):
        await story.press("t", "space")
        await settled(story, watch, 4)
        await story.press("full_stop")
        assert "10 min left" in story.title
        await settled(story, watch, 1)
        assert "9 min left" in story.title
        await story.press("comma")
        assert "9 min left" in story.title
        await settled(story, watch, 2)
        assert "7 min left" in story.title
        await story.press("full_stop")
        assert "9 min left" in story.title


async def test_the_words_are_on_every_screen_of_the_session_and_on_its_help() -> None:
    async with in_the_room() as (story, watch):
        await story.press("t", "space", "escape")
        for keys in (["r"], ["f4"], ["f5"], ["f6"], ["question_mark"]):
            await story.press(*keys)
            await settled(story, watch, 0.5)
            bar = story.screen.query_one(TitleBar).picture.as_text()
            assert " left" in bar, (keys, bar)
            if keys == ["question_mark"]:
                await story.press("escape")


async def test_in_a_box_t_is_a_letter_and_the_title_behind_it_goes_on() -> None:
    async with in_the_room() as (story, watch):
        await story.press("t", "space", "escape", "D", "1", "w")
        await story.type("t t")
        await settled(story, watch, 2)
        await story.press("escape")
        assert "11 min left" in story.title
        assert "≡" in story.text


async def test_a_break_is_a_key_and_ends_with_one() -> None:
    async with in_the_room() as (story, watch):
        await story.press("t", "space")
        await settled(story, watch, 3)
        watch.day = datetime(2026, 3, 12, 10, 57, 30, tzinfo=UTC)
        await story.press("b")
        assert "break until 11:10 · Saved" in story.title
        assert strip(story) == "Break until 11:10. Nothing is counted."
        assert story.keys.startswith(" space go on  + 5 minutes more  esc close")
        await story.press("+")
        assert "break until 11:15" in story.title
        await story.press("escape")
        await settled(story, watch, 18)
        assert "break is over" in story.title
        assert story.status == "The break was until 11:15. t and space go on."
        await story.press("t", "space")
        assert "10 min left" in story.title


# --- what is said once ------------------------------------------------------------------------------------------------


async def test_two_minutes_before_the_end_it_says_so_and_goes_over_to_seconds() -> None:
    async with in_the_room() as (story, watch):
        await story.press("t", "space", "escape")
        await settled(story, watch, 11)
        assert "2:00 left" in story.title
        assert story.status == "2 minutes left for this step, until 11:10. t adds time."
        await story.press("D")
        said_then = story.status
        await settled(story, watch, 1)
        assert "1:00 left" in story.title
        assert story.status == said_then
        assert (":", "bar-warning") in story.screen.query_one(TitleBar).picture.rows[0]


async def test_running_late_is_said_once_with_what_is_left_and_the_shortest_times() -> None:
    async with in_the_room() as (story, watch):
        await story.press("t", "space", "escape")
        await settled(story, watch, 13)
        assert "time is up" in story.title
        await settled(story, watch, 3)
        assert "3 min over" in story.title
        assert story.status == "3 min behind. 3 steps to come: 23 min at the toolkit's shortest. You decide."
        await story.press("D")
        said_then = story.status
        await settled(story, watch, 9)
        assert story.status == said_then


async def test_in_a_wide_window_the_whole_sentence_is_said() -> None:
    async with in_the_room((160, 50)) as (story, watch):
        await story.press("t", "space", "escape")
        await settled(story, watch, 18)
        whole = (
            "3 minutes behind. Left: Fill from 9, Fix, Step back: at least 23 minutes by the toolkit's shortest "
            "times. You decide."
        )
        assert story.status == whole


async def test_what_is_due_while_a_box_is_open_waits_until_it_is_closed() -> None:
    async with in_the_room() as (story, watch):
        await story.press("t", "space", "escape", "D", "1", "w")
        await settled(story, watch, 12)
        assert story.status.startswith("The reason for")
        await story.press("escape")
        await settled(story, watch, 0.5)
        assert story.status == "1 minute left for this step, until 11:10. t adds time."


async def test_over_a_board_that_is_shown_large_nothing_is_said_and_afterwards_it_is() -> None:
    async with in_the_room() as (story, watch):
        await story.press("t", "space", "escape", "v")
        await settled(story, watch, 12)
        await story.press("v")
        assert not story.status.startswith("1 minute")
        await settled(story, watch, 0.5)
        assert story.status == "1 minute left for this step, until 11:10. t adds time."


async def test_a_laptop_that_slept_is_told_and_nothing_of_it_is_counted() -> None:
    async with in_the_room() as (story, watch):
        await story.press("t", "space", "escape")
        await settled(story, watch, 3)
        watch.sleep(40)
        await story.settle()
        assert story.status == "The laptop slept 40 minutes; the timer waited."
        assert "10 min left" in story.title


async def test_the_bell_is_silent_until_it_is_asked_for_and_rings_once(monkeypatch: pytest.MonkeyPatch) -> None:
    async with in_the_room() as (story, watch):
        rung: list[float] = []
        monkeypatch.setattr(watch.app, "bell", lambda: rung.append(watch.moment))
        await story.press("t", "space", "escape")
        await settled(story, watch, 15)
        assert rung == []
        await story.press("p")
        await story.type("sound")
        await story.press("enter")
        assert story.status == "A sound when time is up: on."
        await story.press("full_stop")
        await settled(story, watch, 14)
        assert len(rung) == 1


# --- the minutes that are spent ---------------------------------------------------------------------------------------


async def test_minutes_are_kept_by_step_and_no_undo_gives_them_back(folder: Path, deck: Deck) -> None:
    async with in_the_room() as (story, watch):
        await story.press("D", "2", "E", "3")
        await settled(story, watch, 4)
        await story.until(said(folder, "order = 4"), "the minutes in the file")
        await story.press("u")
        assert story.status == "Undid: Effective partnerships went to 3."
        assert [step.edit.name for step in top(story).history.past] == ["put"]
        await story.press("y", "u", "u", "full_stop")
        await settled(story, watch, 2.5)
        await story.until(said(folder, "fill = 2"), "the minutes of the next step")
        assert top(story).session.spent == {"diamond": {"order": 4, "fill": 2}}
        await go_home(story)
    (file,) = folder.glob("*.toml")
    spent = read_session(file.read_bytes(), deck).session.spent
    assert spent == {"diamond": {"order": 4, "fill": 3}}, "on closing half a minute is a whole one"


async def test_looking_alone_changes_no_file(folder: Path) -> None:
    async with in_the_room() as (story, watch):
        await story.until(lambda: any(folder.glob("*.toml")), "the file")
        (file,) = folder.glob("*.toml")
        before = file.read_bytes()
        await settled(story, watch, 10)
        await go_home(story)
        assert file.read_bytes() == before


async def test_cards_that_are_opened_from_a_board_are_read_in_its_step() -> None:
    async with in_the_room() as (story, watch):
        await story.press("D", "2", "r")
        assert story.place == "cards"
        await settled(story, watch, 3)
        assert top(story).session.spent == {"diamond": {"order": 3}}


async def test_a_minute_that_goes_by_while_one_writes_is_no_change_of_words() -> None:
    async with in_the_room() as (story, watch):
        await story.press("D", "2", "w")
        await settled(story, watch, 2)
        await story.press("escape")
        assert story.status == "Nothing was changed."
        assert top(story).session.spent == {"diamond": {"order": 2}}


async def test_words_and_minutes_that_come_at_the_same_time_are_both_kept(folder: Path) -> None:
    async with in_the_room() as (story, watch):
        await story.press("D", "2", "w")
        await story.type("Fam")
        watch.wait(2)
        await story.type("ilies")
        await story.press("escape")
        await story.until(lambda: said(folder, "Families")() and said(folder, "order = 2")(), "words and minutes")
        await story.press("u")
        assert top(story).session.boards.diamond.standing("trust").why == ""


def top(story: Story) -> WorkingScreen:
    """The screen on top, which works on the session."""
    assert isinstance(story.screen, WorkingScreen)
    return story.screen


# --- without a session, and in parts ----------------------------------------------------------------------------------


async def test_without_a_session_there_is_no_timer() -> None:
    async with at_home() as story:
        line = next(row for row in story.text.split("\n") if "Read the cards" in row)
        await story.press(next(char for char in line if char.isdigit()))
        await story.until(lambda: story.place == "cards", "the cards")
        await story.press("t", "space")
        assert story.status == "The timer belongs to a session, and none is open."


async def test_a_session_that_is_opened_again_begins_without_a_timer() -> None:
    async with in_the_room() as (story, watch):
        await story.press("t", "space", "escape")
        await go_home(story)
        assert watch.app.time_shown.words == "", "nothing counts while no session is open"
        await settled(story, watch, 30)
        await story.press("enter")
        await story.until(lambda: story.place == "diamond", "the diamond")
        assert " min" not in story.title


async def test_a_tick_repaints_the_cells_of_the_timer_alone(deck: Deck, sample: Session) -> None:
    async with run(DiamondScreen(History(sample), deck)) as stage:
        screen = stage.screen
        assert isinstance(screen, DiamondScreen)
        screen.show_time(TimeShown("13 min left", strip="a"))
        await stage.settle()
        painted: list[tuple[str, int]] = []
        for canvas in screen.query(Canvas):
            refresh = canvas.refresh

            def noted(*regions: object, _canvas: Canvas = canvas, _refresh: object = refresh, **rest: object) -> object:
                painted.extend((_canvas.id or "", getattr(region, "width", 0)) for region in regions)
                return _refresh(*regions, **rest)  # type: ignore[operator] # Textual's own, wrapped

            canvas.refresh = noted  # type: ignore[method-assign, assignment] # to see what is painted
        screen.show_time(TimeShown("12 min left", strip="b"))
        await stage.settle()
        assert [each for each in painted if each[0] != "timer"] == [("title", 1)]


async def test_the_cards_screen_has_a_strip_without_steps(deck: Deck, sample: Session) -> None:
    async with run(CardsScreen(History(sample), deck)) as stage:
        await stage.press("t")
        assert stage.screen.has_class("-timing")
        assert "next step" not in stage.keys


@pytest.mark.parametrize("width", [60, 80, 100, 200])
@pytest.mark.parametrize("words", ["13 min left", "break until 11:10", "time is up, paused"])
def test_the_title_row_has_room_for_timer_and_save_state_at_every_width(width: int, words: str) -> None:
    title = Title("Edge of care: one team around a teenager and everybody who loves her", "Four Quadrants · fixed")
    shown = paint_title(title, width, TimeShown(words)).as_text()
    assert shown.endswith(f" {words} · Saved")
    assert shown.startswith(" Edge of")
    assert len(shown) <= width


@pytest.mark.parametrize(("tone", "ink"), [("quiet", "bar"), ("soon", "bar-warning"), ("late", "bar-late")])
def test_the_end_has_a_colour_as_well_as_words(tone: str, ink: str) -> None:
    picture = paint_title(Title("Us"), 80, TimeShown("1:50 left", tone))  # type: ignore[arg-type] # from the list above
    assert ("5", ink) in picture.rows[0]


async def test_another_tool_that_is_only_looked_at_starts_none_of_its_steps() -> None:
    async with in_the_room() as (story, watch):
        await story.press("t", "space", "escape", "o", "2")
        await settled(story, watch, 3)
        assert "10 min left" in story.title
        await story.press("J", "2")
        assert "1 min left" in story.title, "sharing out is for a minute"
        await story.press("o", "1")
        assert "10 min left" not in story.title, "back on the diamond is looking too"
        await story.press("full_stop", "comma")
        assert "10 min left" in story.title
