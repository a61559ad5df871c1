"""The app: Home, what is begun from it, and how one leaves. What it is besides stands with the job it is for.

Each file of the chain is the app as one part of the world meets it: the terminal, the clock, the list of sessions,
exports, crashes, other windows, the screens, the keeper, sessions in PDFs. What is not needed for the first paint of
Home is imported where it is used: deck, rules and storage come after it, the report only for an export.
"""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.screen import Screen

from innovate_tui.ui import rescuing
from innovate_tui.ui.bringing_app import BringingApp
from innovate_tui.ui.desk import NotBegun, Sitting
from innovate_tui.ui.palette import inks
from innovate_tui.ui.screens.home import HomeScreen
from innovate_tui.ui.screens.lean_screen import LeanModal

if TYPE_CHECKING:  # for the type checker alone: at run time these come after the first paint
    from innovate_tui.storage.deck_files import Content
    from innovate_tui.storage.session_file import OpenFile

WHERE = "Where shall this session be kept?"
SAMPLE_BEGINS_AT = "diamond"
"""A sample is read from its beginning; a group goes on where its work is."""


class InnovateApp(BringingApp):
    """Innovate in a terminal."""

    CSS_PATH = "app.tcss"
    TITLE = "Innovate"

    def __init__(self, content: Content | None = None) -> None:
        super().__init__(content)
        self._opened: OpenFile | None = None
        self._attached: OpenFile | None = None
        """What was taken out of a PDF: its path is the PDF's, which is never written to."""
        self._damaged: tuple[Path, str] | None = None
        """What was asked for and does not read, and why."""
        self._last: Path | None = None

    def open_first(self, opened: OpenFile) -> None:
        """Begin with this session and not with Home."""
        self._opened = opened

    def bring_first(self, attached: OpenFile) -> None:
        """Begin with the session that is attached to a PDF."""
        self._attached = attached

    def meet_first(self, damaged: Path, trouble: str) -> bool:
        """Begin with what survives of a session that does not read or is gone, if anything does."""
        if not rescuing.journal_of(damaged) and not rescuing.of_the_damaged(damaged, self.desk.content):
            return False
        self._damaged = damaged, trouble
        return True

    def get_default_screen(self) -> Screen[object]:
        """Home is the first screen; it is painted before anything is read."""
        home = HomeScreen()
        home.styles_in_use = inks(self.theme)
        return home

    def on_mount(self) -> None:
        """Find out the rest after the first paint."""
        self.call_after_refresh(self._find_out)

    # --- Home ---------------------------------------------------------------------------------------------------------

    @property
    def _home(self) -> HomeScreen:
        home = self.screen_stack[0]
        assert isinstance(home, HomeScreen)
        return home

    def _find_out(self) -> None:
        """The session that was asked for, or what Home says beyond its menu."""
        gc.enable()
        gc.freeze()
        if self._opened is not None:
            self._begin(self._opened)
        else:
            self._refresh_home()
            if self._attached is not None:
                self.bring(self._attached)
            elif self._damaged is not None:
                self.meets_damage(*self._damaged)

    def _refresh_home(self) -> None:
        folder = self.desk.look()
        self._last = folder.last
        self._home.keeps = folder.keeps
        self._home.title_left, self._home.write_down = self.desk.title_left(), self.desk.half_typed
        self._home.show(folder.facts)

    @on(HomeScreen.GoOnAsked)
    def go_on(self) -> None:
        """Open the last session, or say why not."""
        last = self._last
        try:
            if last is not None:
                self.open_path(last)
        except NotBegun as trouble:
            self._home.say(str(trouble))

    def open_path(self, path: Path) -> None:
        """Open a session, over Home alone; or raise `NotBegun`. What does not read is met with what survives of it."""
        if self.brings_back(path):
            return
        try:
            opened = self.desk.go_on(path)
        except NotBegun as trouble:
            if self.meets_damage(path, rescuing.in_short(path, trouble)):
                return
            raise
        self._only_home()
        self._begin(opened)

    def come_home(self) -> None:
        """Back from the list."""
        self._only_home()
        self._refresh_home()

    @on(HomeScreen.StartAsked)
    def start_session(self, event: HomeScreen.StartAsked) -> None:
        """Start a new session; its file is written at once."""
        session, deck = self.desk.blank(alone=event.alone, title=event.title)

        def start(path: Path) -> None:
            self._sit(session, deck, path, None, "" if event.alone else "session").save(session)
            self.desk.half_typed("")  # the journal has it from here on

        try:
            start(self.desk.path_for(session))
        except NotBegun as trouble:
            self.ask_for_folder(self.desk.wanted_for(session), f"{trouble} {WHERE}", start)

    @on(HomeScreen.SampleAsked)
    def open_sample(self) -> None:
        """Open a copy of the sample."""
        try:
            self._begin(self.desk.sample(), SAMPLE_BEGINS_AT)
        except NotBegun as trouble:
            self.ask_for_folder(
                self.desk.wanted_for(None),
                f"{trouble} {WHERE}",
                lambda path: self._begin(self.desk.sample(path), SAMPLE_BEGINS_AT),
            )

    def _begin(self, opened: OpenFile, at: str = "") -> None:
        """Go on with a session that was read from a file, and say what its file has to say."""
        if not self.asks_first(opened, at):
            self.go_into(opened, at)

    @on(HomeScreen.CardsAsked)
    def read_cards(self) -> None:
        """Read the cards without a session."""
        from innovate_tui.ui.screens.cards import CardsScreen
        from innovate_tui.workshop.history import History

        session, deck = self.desk.blank()
        self._sitting = Sitting(History(session), deck, None)
        self._show(CardsScreen(self._sitting.history, deck, reading_only=True))

    @on(HomeScreen.ThemeAsked)
    def change_theme(self) -> None:
        """The next of dark, light and high contrast."""
        self._home.say(self.turn_theme())

    # --- leaving ------------------------------------------------------------------------------------------------------

    def go_home(self) -> None:
        """Close the session, everything on disk, and show Home."""
        if not self._all_kept("q"):
            return
        self._leaving = False
        self._sitting = None
        self.end_clock()
        self._only_home()
        self._refresh_home()

    def _only_home(self) -> None:
        while len(self.screen_stack) > 1:
            self.pop_screen()

    @on(HomeScreen.LeaveAsked)
    async def leave(self) -> None:
        """Leave from Home."""
        await self.action_quit()

    async def action_quit(self) -> None:
        """Everything on disk, then out. What cannot be saved anywhere is said first; the same key again leaves."""
        if self.uncovered():
            return
        if isinstance(self.screen, LeanModal) and self.screen.keep_words():
            self.call_after_refresh(self.action_quit)
        elif self._all_kept("ctrl+q"):
            self.exit(0)
