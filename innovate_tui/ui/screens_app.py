"""The app as the screens of a session meet it: which of them is in sight, and with what it begins."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from innovate_tui.ui.desk import Sitting
from innovate_tui.ui.palette import inks
from innovate_tui.ui.sharing_app import SharingApp

if TYPE_CHECKING:  # for the type checker alone: at run time these come after the first paint
    from innovate_tui.storage.deck_files import Content
    from innovate_tui.ui.screens.command_screen import CommandScreen
    from innovate_tui.ui.screens.session_screen import SessionScreen
    from innovate_tui.ui.screens.working_screen import WorkingScreen
    from innovate_tui.workshop.deck import Deck
    from innovate_tui.workshop.events import Became, Event
    from innovate_tui.workshop.history import History
    from innovate_tui.workshop.session import Session


class ScreensApp(SharingApp):
    """An app that goes from screen to screen of the session that is open."""

    def __init__(self, content: Content | None = None) -> None:
        super().__init__(content)
        self._sitting: Sitting | None = None

    # --- what an app of ours answers ----------------------------------------------------------------------------------

    def go_home(self) -> None:
        """Close the session and show Home."""
        raise NotImplementedError

    def open_work(self) -> tuple[Session, Deck] | None:
        """The session that is open, with its deck."""
        return (self._sitting.history.now, self._sitting.deck) if self._sitting else None

    def kept_in(self) -> str:
        """The file of the session that is open."""
        keeper = self._sitting.keeper if self._sitting else None
        return str(keeper.path) if keeper else ""

    # --- from screen to screen ----------------------------------------------------------------------------------------

    def _show(self, screen: SessionScreen) -> None:
        """Show a screen, which then knows all that the app knows of the session."""
        screen.styles_in_use = inks(self.theme)
        if self._sitting:
            screen.save_state = self._sitting.saved
            screen.closed = self._sitting.closed
        screen.exports_to = self.desk.exports_to
        screen.kept_in = self.kept_in()
        screen.time = self.time_shown
        screen.write_down = self._write_down
        self.push_screen(screen)

    def _screen_for(self, place: str, focus: str) -> SessionScreen:
        from innovate_tui.ui.screens.every_screen import AT

        assert self._sitting is not None
        return AT[place](self._sitting.history, self._sitting.deck, focus)

    def on_working_screen_go_to(self, event: WorkingScreen.GoTo) -> None:
        """Go to another screen of the session: back to it if it is open, else over this one."""
        from innovate_tui.ui.screens.session_screen import SessionScreen

        if self._sitting is None:
            return
        if event.place == "home":
            self.go_home()
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

    def on_session_screen_back_asked(self) -> None:
        """One screen back; from the first one of a session that is Home, and the session is closed."""
        from innovate_tui.ui.screens.session_screen import SessionScreen

        if len(self.screen_stack) <= 2:
            self.go_home()
            return
        self.pop_screen()
        if isinstance(self.screen, SessionScreen) and self._sitting:
            self.screen.resume(self._sitting.history)

    def on_session_screen_export_asked(self) -> None:
        """Write what was chosen."""
        if self._sitting is None or not (self._sitting.keeper or self._sitting.closed):
            self._say("There is nothing to write: no session is open.")
            return
        self.export(self._sitting.history.now, self._sitting.deck)

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

    # --- what happens on them -----------------------------------------------------------------------------------------

    def _write_down(self, event: Event | Became, history: History) -> None:
        """Write down what has just happened on a screen, in the same turn."""
        if self._sitting is not None:
            self._sitting = replace(self._sitting, history=history)
            if self._sitting.scribe is not None:
                self._sitting.scribe.write(event, history)
