"""Mounting one screen in a small app, pressing keys fast, and reading what is on the screen.

    async with run(CardsScreen(history, deck)) as stage:
        await stage.press("D", "+")
        assert "a strength" in stage.status

A key costs a few milliseconds: the queues are drained, nothing sleeps.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from textual.app import App
from textual.events import Key
from textual.keys import _character_to_key  # what Textual's own parser calls for a character
from textual.message import Message
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget

import innovate_tui.ui
from innovate_tui.ui.hearing_app import HearingApp, is_quiet
from innovate_tui.ui.palette import DARK, inks
from innovate_tui.ui.screens.command_screen import CommandScreen
from innovate_tui.ui.screens.lean_screen import LeanScreen
from innovate_tui.ui.screens.session_screen import SessionScreen
from innovate_tui.ui.screens.working_screen import WorkingScreen
from innovate_tui.ui.themes import themes
from innovate_tui.ui.widgets.frame import KeyBar, StatusLine, TitleBar
from innovate_tui.workshop.session import Session

MOST_PAUSES = 2_000
"""After so many whatever is still under way is left to the story, which then says what it misses."""
CHARACTERS = {"enter": "\r", "tab": "\t", "escape": "\x1b", "space": " ", "backspace": "\x7f"}


class Host(App[None]):
    """An app that shows one screen and remembers what that screen handed up."""

    CSS_PATH = Path(innovate_tui.ui.__file__).parent / "app.tcss"
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, first: LeanScreen, theme: str = DARK) -> None:
        super().__init__()
        for each in themes():
            self.register_theme(each)
        self.theme = theme
        first.styles_in_use = inks(theme)
        self._first = first
        self.heard: list[Message] = []
        """Messages of the screen to the app, in order."""

    def get_default_screen(self) -> Screen[object]:
        """The screen that is tried."""
        return self._first

    def on_working_screen_worked(self, event: WorkingScreen.Worked) -> None:
        """The session has changed."""
        self.heard.append(event)

    def on_working_screen_go_to(self, event: WorkingScreen.GoTo) -> None:
        """Another screen is wanted."""
        self.heard.append(event)

    def on_session_screen_back_asked(self, event: SessionScreen.BackAsked) -> None:
        """The screen is done with."""
        self.heard.append(event)

    def on_command_screen_help_asked(self, event: CommandScreen.HelpAsked) -> None:
        """The help is wanted."""
        self.heard.append(event)


@dataclass
class Stage:
    """A running app with keys to press and words to read."""

    app: App[object]
    pilot: Pilot[object]
    heard: list[Message] = field(default_factory=list)

    async def press(self, *keys: str) -> None:
        """Press keys by Textual's names, or by the characters themselves: "D", "+", "enter"."""
        for key in keys:
            await press(self.pilot, key)

    async def type(self, text: str) -> None:
        """Type a text, letter by letter."""
        for char in text:
            await press(self.pilot, "enter" if char == "\n" else char)

    async def settle(self) -> None:
        """Let everything that is under way be done."""
        await settle(self.pilot)

    async def click(self, widget: Widget, x: int, y: int) -> None:
        """Press and let go of the mouse on a cell of a widget."""
        at = (widget.region.x + x, widget.region.y + y)
        await self.pilot.mouse_down(offset=at)
        await self.pilot.mouse_up(offset=at)
        await settle(self.pilot)

    @property
    def session(self) -> Session:
        """The session as the first screen has it now."""
        first = self.app.screen_stack[0]
        assert isinstance(first, SessionScreen)
        return first.session

    @property
    def screen(self) -> Screen[object]:
        """The screen on top."""
        return self.app.screen

    @property
    def status(self) -> str:
        """The sentence in the status line of the screen on top."""
        return self.screen.query_one(StatusLine).sentence

    @property
    def title(self) -> str:
        """The title row of the screen on top."""
        return self.screen.query_one(TitleBar).picture.as_text()

    @property
    def keys(self) -> str:
        """The footer of the screen on top."""
        return self.screen.query_one(KeyBar).picture.as_text()


@asynccontextmanager
async def run(screen: LeanScreen, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Stage]:
    """The screen in a small app of a size."""
    app = Host(screen)
    async with app.run_test(size=size) as pilot:
        await settle(cast("Pilot[object]", pilot))
        yield Stage(cast("App[object]", app), cast("Pilot[object]", pilot), app.heard)


async def press(pilot: Pilot[object], *keys: str) -> None:
    """One key, or several in one burst, and everything that they set going."""
    driver = pilot.app._driver
    assert driver is not None
    for key in keys:
        if len(key) == 1:
            event = Key(key if key.isalnum() else _character_to_key(key), key)
        else:
            event = Key(key, CHARACTERS.get(key))
        event.set_sender(pilot.app)
        driver.send_message(event)
    await settle(pilot)


async def settle(pilot: Pilot[object], rounds: int = 3) -> None:
    """Drain the queues, and wait until no key waits for its turn and what is on the screen has been laid out."""
    for _ in range(rounds):
        await pilot.pause(0)
    if is_behind(pilot.app):
        for _ in range(MOST_PAUSES):
            await pilot.pause(0)
            if not is_behind(pilot.app):
                await settle(pilot, rounds)
                return


def is_behind(app: App[Any]) -> bool:
    """Whether there is still something to hear or to lay out. When a program ends, what waits is heard no more."""
    if app.return_code is not None or not app.is_running or not app.screen_stack:
        return False
    waits = isinstance(app, HearingApp) and app.behind
    return waits or not is_quiet(app.screen_stack) or app.screen._layout_required  # private: nobody else tells it
