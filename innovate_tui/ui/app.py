"""The app: opens sessions, hands every change to the keeper, exports, and chooses the screen. Nothing else does.

What is not needed for the first paint of Home is imported where it is used: deck, rules and storage come after it,
the report only for an export.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message
from textual.screen import Screen

from innovate_tui.ui.desk import Export, NotBegun, Sitting, said_of_file, save_state
from innovate_tui.ui.palette import inks
from innovate_tui.ui.screens.home import HomeScreen
from innovate_tui.ui.screens.lean_screen import LeanModal, LeanScreen
from innovate_tui.ui.sharing import (
    NO_LOCK,
    READ_ONLY,
    brought_together,
    came_in,
    into_the_bin,
    taken_over,
    with_what_came,
)
from innovate_tui.ui.sharing_app import SharingApp
from innovate_tui.ui.widgets.frame import SaveState, StatusLine

if TYPE_CHECKING:  # for the type checker alone: at run time these come after the first paint
    from innovate_tui.storage.deck_files import Content
    from innovate_tui.storage.keeper import Keeper, Status
    from innovate_tui.storage.scribe import Scribe
    from innovate_tui.storage.session_file import OpenFile
    from innovate_tui.ui.screens.command_screen import CommandScreen
    from innovate_tui.ui.screens.session_screen import SessionScreen
    from innovate_tui.ui.screens.working_screen import WorkingScreen
    from innovate_tui.workshop.deck import Deck
    from innovate_tui.workshop.events import Became, Event
    from innovate_tui.workshop.history import History
    from innovate_tui.workshop.session import Session

SAMPLE_BEGINS_AT = "diamond"
"""A sample is read from its beginning; a group goes on where its work is."""
AT_ONCE = 0.7
"""Seconds that a disk is waited for when the program is ended: what it has not taken by then is in the journal."""


class InnovateApp(SharingApp):
    """Innovate in a terminal."""

    CSS_PATH = "app.tcss"
    TITLE = "Innovate"

    @dataclass
    class Kept(Message):
        """The keeper tells how the work stands."""

        status: Status

    @dataclass
    class Written(Message):
        """An export is done, or could not be."""

        export: Export

    def __init__(self, content: Content | None = None) -> None:
        super().__init__(content)
        self._opened: OpenFile | None = None
        self._sitting: Sitting | None = None
        self._last: Path | None = None
        self._leaving = False

    def open_first(self, opened: OpenFile) -> None:
        """Begin with this session and not with Home."""
        self._opened = opened

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

    def _refresh_home(self) -> None:
        folder = self.desk.look()
        self._last = folder.last
        self._home.keeps = folder.keeps
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
        try:
            opened = self.desk.go_on(path)
        except NotBegun as trouble:
            if self.meets_damage(path, str(trouble)):
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
        try:
            path = self.desk.path_for(session)
        except NotBegun as trouble:
            self._home.say(str(trouble))
            return
        self._sit(session, deck, path, None, "" if event.alone else "session").save(session)

    @on(HomeScreen.SampleAsked)
    def open_sample(self) -> None:
        """Open a copy of the sample."""
        self._begin_or_say(self.desk.sample, at=SAMPLE_BEGINS_AT)

    def _begin_or_say(self, opening: Callable[[], OpenFile], at: str = "") -> None:
        """Begin with what is opened, or say why it cannot be."""
        try:
            self._begin(opening(), at)
        except NotBegun as trouble:
            self._home.say(str(trouble))

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

    # --- a session ----------------------------------------------------------------------------------------------------

    def _begin(self, opened: OpenFile, at: str = "") -> None:
        """Go on with a session that was read from a file, and say what its file has to say."""
        if not self.asks_first(opened, at):
            self.go_into(opened, at)

    def go_into(self, opened: OpenFile, at: str) -> None:
        """Go on with a session, once it is settled who writes it."""
        self._sit(opened.session, opened.deck, opened.path, opened.data, at)
        if words := said_of_file(opened):
            self.call_after_refresh(self._say, words)

    def read(self, opened: OpenFile, at: str) -> None:
        """Show a session without changing it."""
        from innovate_tui.workshop.going_on import going_on_at
        from innovate_tui.workshop.history import History

        self._sitting = Sitting(History(opened.session), opened.deck, saved=SaveState("Read only"), closed=READ_ONLY)
        self._show(self._screen_for(at or going_on_at(opened.session, opened.deck), ""))
        self.call_after_refresh(self._say, READ_ONLY)

    def become(self, opened: OpenFile, at: str, brought: tuple[Path, ...]) -> None:
        """Go on with a session and what its copies have; they go into the bin once that is on disk."""
        from innovate_tui.workshop.history import History

        session, clashes = brought_together(opened, brought)
        history = History(opened.session).become(session, "brought another copy in")
        self.sit(opened, at, history, None)
        if self._sitting is not None and self._sitting.kept(2.0):
            into_the_bin(brought, session.id)
        self.call_after_refresh(self._say, came_in(len(history.past), clashes))

    def sit(self, opened: OpenFile, at: str, history: History | None, changes: int | None) -> None:
        """Go on with a session, with a history that was recovered if there is one; the file is as it was read."""
        keeper = self._sit(opened.session, opened.deck, opened.path, opened.data, at, history, changes)
        if history is not None:
            keeper.save(history.now)

    def _sit(
        self,
        session: Session,
        deck: Deck,
        path: Path,
        data: bytes | None,
        at: str = "",
        history: History | None = None,
        changes: int | None = None,
    ) -> Keeper:
        """Open a session on the board that the group is at, or at another place, with a keeper of its own.

        A `history` that was recovered stands in the place of the session of the file.
        """
        from innovate_tui.workshop.going_on import going_on_at
        from innovate_tui.workshop.history import History

        history = history or History(session)
        scribe = self.memory.scribe(history, session, deck, path, data, changes, self._say_soon)

        no_lock = self.locking.none_can_be_made
        keeper = self._keeper(path, deck, data, scribe)
        self._sitting = Sitting(history, deck, keeper, scribe=scribe)
        self.begin_clock()
        self._show(self._screen_for(at or going_on_at(history.now, deck), ""))
        if no_lock:
            self._say_soon(NO_LOCK)
        return keeper

    def _keeper(self, path: Path, deck: Deck, data: bytes | None, scribe: Scribe | None) -> Keeper:
        """Who keeps a session in a file, and tells here how it stands."""
        from innovate_tui.storage.keeper import Keeper

        def tell(status: Status) -> None:
            if scribe is not None and status.keeping == "saved":
                scribe.saved(status.path)
            self.post_message(self.Kept(status))

        return Keeper(path, deck, data, tell, lock=self.locking.hand_over(path))

    def begin_again(self, session: Session) -> bool:
        """Go on from this session with nothing to undo, in the file and in a new journal; whether it is on disk."""
        from innovate_tui.ui.screens.working_screen import WorkingScreen
        from innovate_tui.workshop.history import History

        sitting, history = self._sitting, History(session)
        if sitting is None or sitting.keeper is None or sitting.scribe is None:
            return False
        sitting.scribe.start_over(history)
        self._sitting = replace(sitting, history=history)
        sitting.keeper.save(session)
        screens = [screen for screen in self.screen_stack if isinstance(screen, WorkingScreen)]
        for screen in screens:
            screen.history = history
        if screens:
            screens[-1].show_session()
        return sitting.kept(2.0)

    def _write_down(self, event: Event | Became, history: History) -> None:
        """Write down what has just happened on a screen, in the same turn."""
        if self._sitting is not None:
            self._sitting = replace(self._sitting, history=history)
            if self._sitting.scribe is not None:
                self._sitting.scribe.write(event, history)

    def _say_over(self, sentence: str) -> None:
        """Say what has to be seen, and again in a moment: a box that closes now may say something of its own."""
        self._say(sentence)
        self.set_timer(0.3, lambda: self._say(sentence))

    def _say_soon(self, sentence: str) -> None:
        self.call_after_refresh(self._say, sentence)

    def _show(self, screen: SessionScreen) -> None:
        screen.styles_in_use = inks(self.theme)
        if self._sitting:
            screen.save_state = self._sitting.saved
            screen.closed = self._sitting.closed
        screen.exports_to = self.desk.exports_to
        screen.kept_in = self.kept_in()
        screen.time = self.time_shown
        screen.write_down = self._write_down
        self.push_screen(screen)

    def _say(self, sentence: str) -> None:
        if isinstance(self.screen, LeanScreen):
            self.screen.say(sentence)
        else:  # a box: its own status line, where it has one
            for line in self.screen.query(StatusLine):
                line.say(sentence)

    def on_working_screen_worked(self, event: WorkingScreen.Worked) -> None:
        """Keep every change at once."""
        if self._sitting is not None and self._sitting.keeper:
            self._sitting.keeper.save(self._sitting.history.now)

    @on(Kept)
    def show_kept(self, event: Kept) -> None:
        """Show how the work stands, on whatever screen is on top."""
        from innovate_tui.ui.screens.working_screen import WorkingScreen

        if self._sitting is None:
            return
        keeper = self._sitting.keeper
        if keeper is None or event.status.path != keeper.path:
            return  # told by one that keeps no more
        saved, before = save_state(event.status), self._sitting.saved
        if event.status.keeping == "saving" and before.trouble:
            return  # another attempt: it is not saved before it is
        self._sitting = replace(self._sitting, saved=saved)
        screens = [screen for screen in self.screen_stack[1:] if isinstance(screen, WorkingScreen)]
        for screen in screens:
            screen.save_state = saved
        if screens:  # those beneath show it when they are come back to: painted there it sends all of this one again
            screens[-1].show_saved(saved)
        if event.status.keeping == "lost":
            self._close_to_edits()
        elif saved.trouble:
            self._say(self._sitting.trouble)
        elif before.trouble and event.status.keeping == "saved":
            self._say(f"Saved again, in {event.status.path}.")
        if event.status.joined is not None:
            self._take_in()

    def _close_to_edits(self) -> None:
        """Somebody else writes the session from now on. What is being typed is typed out first, into a copy."""
        from innovate_tui.ui.screens.working_screen import WorkingScreen

        if self._sitting is None or self._sitting.keeper is None:
            return
        if isinstance(self.screen, LeanModal):
            self.set_timer(0.2, self._close_to_edits)
            return
        closed = taken_over(self._sitting.keeper.status)
        if closed == self._sitting.closed:
            return
        self._sitting = replace(self._sitting, closed=closed)
        for screen in self.screen_stack:
            if isinstance(screen, WorkingScreen):
                screen.closed = closed
        self._say_over(closed)

    def _take_in(self) -> None:
        """Take in what another laptop wrote, as a step that undo takes back; not while somebody is typing."""
        from innovate_tui.ui.screens.working_screen import WorkingScreen
        from innovate_tui.workshop.events import Became

        keeper = self._sitting.keeper if self._sitting else None
        came = keeper.status.joined if keeper else None
        if self._sitting is None or keeper is None or came is None:
            return
        screen = next((each for each in reversed(self.screen_stack) if isinstance(each, WorkingScreen)), None)
        if isinstance(self.screen, LeanModal) or screen is None:
            self.set_timer(0.2, self._take_in)
            return
        session = with_what_came(came, self._sitting.history.now, self._sitting.deck)
        keeper.take(came, session)
        screen.history = self._sitting.history
        if screen.happen(Became(session, "brought in what was written elsewhere")):
            screen.take()
            self._say_over(came_in(came.taken, came.clashes))

    def on_working_screen_go_to(self, event: WorkingScreen.GoTo) -> None:
        """Go to another screen of the session: back to it if it is open, else over this one."""
        from innovate_tui.ui.screens.session_screen import SessionScreen

        if self._sitting is None:
            return
        if event.place == "home":
            self._go_home()
            return
        there = [getattr(screen, "place", "") for screen in self.screen_stack]
        if event.place in there and event.place != "session":  # the overview opens over whatever goes on under it
            while getattr(self.screen, "place", "") != event.place:
                self.pop_screen()
            assert isinstance(self.screen, SessionScreen)
            self.screen.resume(self._sitting.history, event.focus)
        else:
            self._show(self._screen_for(event.place, event.focus))
        if event.undo:
            self.call_after_refresh(self.screen.run_action, "undo")

    def _screen_for(self, place: str, focus: str) -> SessionScreen:
        from innovate_tui.ui.screens.every_screen import AT

        assert self._sitting is not None
        return AT[place](self._sitting.history, self._sitting.deck, focus)

    def on_session_screen_back_asked(self) -> None:
        """One screen back; from the first one of a session that is Home, and the session is closed."""
        from innovate_tui.ui.screens.session_screen import SessionScreen

        if len(self.screen_stack) <= 2:
            self._go_home()
            return
        self.pop_screen()
        if isinstance(self.screen, SessionScreen) and self._sitting:
            self.screen.resume(self._sitting.history)

    def _go_home(self) -> None:
        """Close the session, everything on disk, and show Home."""
        if not self._all_kept("q again leaves it so."):
            return
        self._leaving = False
        self._sitting = None
        self.end_clock()
        self._only_home()
        self._refresh_home()

    def _only_home(self) -> None:
        while len(self.screen_stack) > 1:
            self.pop_screen()

    def _all_kept(self, otherwise: str) -> bool:
        """Whether the session may be closed: it is on disk, or the same key has been pressed twice."""
        if self._sitting is None:
            return True
        self._keep_time()
        if not self._sitting.kept(2.0) and not self._leaving:
            self._leaving = True
            self._say(f"{self._sitting.trouble} {otherwise}")
            return False
        self._sitting.close()
        return True

    def _keep_time(self) -> None:
        """Write down the last of the minutes that were spent."""
        from innovate_tui.workshop.events import Noted

        if self._sitting is None or self._sitting.keeper is None:
            return
        for edit in self.last_minutes():
            self._write_down(Noted(edit), self._sitting.history.noted(edit, self._sitting.deck))
            self._sitting.keeper.save(self._sitting.history.now)

    def open_work(self) -> tuple[Session, Deck] | None:
        """The session that is open, with its deck."""
        return (self._sitting.history.now, self._sitting.deck) if self._sitting else None

    # --- export, save, help -------------------------------------------------------------------------------------------

    def on_session_screen_export_asked(self) -> None:
        """Write what was chosen."""
        if self._sitting is None or not (self._sitting.keeper or self._sitting.closed):
            self._say("There is nothing to write: no session is open.")
            return
        self.export(self._sitting.history.now, self._sitting.deck)

    @on(HomeScreen.PrintAsked)
    def print_for_a_workshop(self, event: HomeScreen.PrintAsked) -> None:
        """Write a guide or a pack, off the interface's thread."""
        self._home.say("Writing the PDF.")
        self._write_to_print(event.tool, event.what)

    @work(thread=True, exclusive=True, group="export", exit_on_error=False)
    def _write_to_print(self, tool: str, what: str) -> None:
        self.post_message(self.Written(self.desk.for_a_workshop(tool, what)))

    @on(Written)
    def say_written(self, event: Written) -> None:
        """Say where the document is, or why there is none."""
        self._say(event.export.said)

    def on_session_screen_save_asked(self) -> None:
        """Save now, and say so."""
        if self._sitting is None or self._sitting.closed:
            self._say(self._sitting.closed if self._sitting else "")
        elif self._sitting.keeper:
            if not self._sitting.saved.trouble and self._sitting.kept(2.0):
                self._say(f"Saved in {self.kept_in()}.")
            else:
                self.ask_for_folder(self._sitting.keeper.path, self._sitting.trouble, self._keep_in)

    def _keep_in(self, path: Path) -> None:
        """Go on in another file; the old one stays as it is."""
        sitting = self._sitting
        if sitting is None or sitting.keeper is None:
            return
        sitting.keeper.close(0.0)
        keeper = self._keeper(path, sitting.deck, None, sitting.scribe)
        self._sitting = replace(sitting, keeper=keeper)
        keeper.save(sitting.history.now)
        for screen in self.screen_stack:
            if hasattr(screen, "kept_in"):
                screen.kept_in = str(path)

    def on_command_screen_help_asked(self, event: CommandScreen.HelpAsked) -> None:
        """Open the help, with the screen's own page first."""
        from innovate_tui.ui.screens.every_screen import help_pages
        from innovate_tui.ui.screens.help import HelpScreen
        from innovate_tui.ui.screens.session_screen import SessionScreen

        left = self.screen.heading() if isinstance(self.screen, SessionScreen) else ""
        session = self._sitting.history.now if self._sitting and self._sitting.keeper else None
        alone, practice = bool(session and session.mode == "individual"), bool(session and session.practice)
        screen = HelpScreen(help_pages(event.place, alone=alone), left, practice=practice, alone=alone)
        screen.styles_in_use = inks(self.theme)
        screen.time = self.time_shown
        self.push_screen(screen)

    # --- leaving ------------------------------------------------------------------------------------------------------

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
        elif self._all_kept("ctrl+q again leaves it so."):
            self.exit(0)

    def kept_in(self) -> str:
        """The file of the session that is open."""
        keeper = self._sitting.keeper if self._sitting else None
        return str(keeper.path) if keeper else ""

    def close_work(self) -> None:
        """Put the open session on disk, as far as it can be."""
        if self._sitting:
            self._sitting.close(AT_ONCE)

    def on_unmount(self) -> None:
        """However the app ends: another window need not be told of this one."""
        if self._sitting and self._sitting.keeper:
            self._sitting.keeper.let_go()
        self.locking.let_go()
