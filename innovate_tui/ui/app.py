"""The app: opens sessions, hands every change to the keeper, exports, and chooses the screen. Nothing else does.

What is not needed for the first paint of Home is imported where it is used: deck, rules and storage come after it,
the report only for an export.
"""

from __future__ import annotations

import asyncio
import gc
import signal
import sys
import traceback
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import on, work
from textual.app import App
from textual.binding import Binding, BindingType
from textual.filter import LineFilter
from textual.message import Message
from textual.screen import Screen

from innovate_tui.ui.console import AsciiFilter, colourless, first_theme, needs_ascii
from innovate_tui.ui.desk import Desk, Export, Sitting, going_on_at, save_state
from innovate_tui.ui.palette import THEMES, inks
from innovate_tui.ui.screens.home import HomeScreen
from innovate_tui.ui.screens.lean_screen import LeanModal, LeanScreen
from innovate_tui.ui.themes import themes
from innovate_tui.ui.widgets.home_menu import HomeFacts

if TYPE_CHECKING:  # for the type checker alone: at run time these come after the first paint
    from innovate_tui.storage.deck_files import Content
    from innovate_tui.storage.keeper import Keeper, Status
    from innovate_tui.storage.session_file import OpenFile
    from innovate_tui.ui.screens.session_screen import SessionScreen
    from innovate_tui.ui.screens.working_screen import WorkingScreen
    from innovate_tui.workshop.deck import Deck
    from innovate_tui.workshop.session import Session


class InnovateApp(App[int]):
    """Innovate in a terminal."""

    CSS_PATH = "app.tcss"
    TITLE = "Innovate"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q,f10", "quit", priority=True, show=False)]

    @dataclass
    class Kept(Message):
        """The keeper tells how the work stands."""

        status: Status

    @dataclass
    class Written(Message):
        """An export is done, or could not be."""

        export: Export

    def __init__(self, content: Content | None = None) -> None:
        super().__init__(ansi_color=True if colourless() else None)
        self.desk = Desk(content)
        self._opened: OpenFile | None = None
        self._sitting: Sitting | None = None
        self._paths: tuple[Path, ...] = ()
        self._leaving = False
        self._ascii = AsciiFilter(enabled=needs_ascii())
        for theme in themes():
            self.register_theme(theme)
        self.theme = first_theme(self.console.color_system)

    def open_first(self, opened: OpenFile) -> None:
        """Begin with this session and not with Home."""
        self._opened = opened

    # --- Textual's own hooks ------------------------------------------------------------------------------------------

    def get_default_screen(self) -> Screen[object]:
        """Home is the first screen; it is painted before anything is read."""
        home = HomeScreen()
        home.styles_in_use = inks(self.theme)
        return home

    def get_line_filters(self) -> list[LineFilter]:
        """Textual's filters, and ours for consoles with ASCII alone."""
        return [*super().get_line_filters(), *((self._ascii,) if self._ascii.enabled else ())]

    def open_url(self, url: str, *, new_tab: bool = True) -> None:
        """Nothing is ever opened: addresses are text."""

    def _fatal_error(self) -> None:  # private in Textual; its own prints the words of everyone in memory
        """A fault of ours: say where the work is and in which lines it happened, and show nobody's words."""
        if self._sitting:
            self._sitting.close()
        self._exit_renderables.append(Text(fault_report(self._exception, self._kept_in())))
        self._close_messages_no_wait()

    def _kept_in(self) -> str:
        keeper = self._sitting.keeper if self._sitting else None
        return str(keeper.path) if keeper else ""

    def on_mount(self) -> None:
        """Take the signals that end a program, and find out the rest after the first paint."""
        if sys.platform != "win32":
            loop = asyncio.get_running_loop()
            for number in (signal.SIGTERM, signal.SIGHUP):
                loop.add_signal_handler(number, self._end, 128 + number)
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
        self._paths = folder.paths
        self._home.sessions = folder.names
        self._home.kept_in = str(folder.path)
        cloud = f", which goes to {folder.cloud}" if folder.cloud else ""
        self._home.show(
            HomeFacts(folder=f"Your work is kept in {folder.path}{cloud}", others=len(folder.paths), last=folder.last)
        )

    @on(HomeScreen.OpenAsked)
    def open_session(self, event: HomeScreen.OpenAsked) -> None:
        """Open one of the folder's sessions, or say why not."""
        from innovate_tui.storage.bounded_toml import NotReadable
        from innovate_tui.storage.deck_tables import DeckTrouble

        try:
            self._begin(self.desk.open(self._paths[event.which]))
        except (NotReadable, DeckTrouble) as trouble:
            self._home.say(str(trouble))

    @on(HomeScreen.StartAsked)
    def start_session(self, event: HomeScreen.StartAsked) -> None:
        """Start a new session; its file is written at once."""
        session, deck = self.desk.blank(alone=event.alone, title=event.title, group=event.group, place=event.place)
        try:
            path = self.desk.path_for(session)
        except OSError as error:
            self._home.say(f"The folder cannot be made: {error.strerror}. INNOVATE_FOLDER names another.")
            return
        keeper = self._sit(session, deck, path, None)
        keeper.save(session)

    @on(HomeScreen.SampleAsked)
    def open_sample(self) -> None:
        """Open a copy of the sample."""
        from innovate_tui.storage.safe_write import NotWritten

        try:
            self._begin(self.desk.sample())
        except NotWritten as trouble:
            self._home.say(str(trouble))
        except OSError as error:
            self._home.say(f"The sample cannot be written: {error.strerror}.")

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
        """The next of dark, light and high contrast; nothing where the console has no colours for them."""
        if self.theme not in THEMES:
            self._home.say("This terminal shows its own colours.")
            return
        self.theme = THEMES[(THEMES.index(self.theme) + 1) % len(THEMES)]
        for screen in self.screen_stack:
            if isinstance(screen, LeanScreen):
                screen.wear(inks(self.theme))
        self._home.say(f"Colours: {self.theme.removeprefix('innovate-')}. z goes on to the next.")

    # --- a session ----------------------------------------------------------------------------------------------------

    def _begin(self, opened: OpenFile) -> None:
        """Go on with a session that was read from a file, and say what its file has to say."""
        self._sit(opened.session, opened.deck, opened.path, opened.data)
        troubles = opened.session.troubles
        words = list(opened.notices)
        if troubles:
            words.append(f"{len(troubles)} of its entries cannot stand as they are; ! lists them.")
        if words and isinstance(self.screen, LeanScreen):
            self.call_after_refresh(self._say, " ".join(words))

    def _sit(self, session: Session, deck: Deck, path: Path, data: bytes | None) -> Keeper:
        """Open a session on the board that the group is at, with a keeper of its own."""
        from innovate_tui.storage.keeper import Keeper
        from innovate_tui.workshop.history import History

        def tell(status: Status) -> None:
            self.post_message(self.Kept(status))

        keeper = Keeper(path, deck, data, tell)
        self._sitting = Sitting(History(session), deck, keeper)
        self._show(self._screen_for(going_on_at(session, deck), ""))
        return keeper

    def _show(self, screen: SessionScreen) -> None:
        screen.styles_in_use = inks(self.theme)
        if self._sitting:
            screen.save_state = self._sitting.saved
        screen.exports_to = self.desk.exports_to
        self.push_screen(screen)

    def _say(self, sentence: str) -> None:
        if isinstance(self.screen, LeanScreen):
            self.screen.say(sentence)

    def on_working_screen_worked(self, event: WorkingScreen.Worked) -> None:
        """Keep every change at once."""
        assert self._sitting is not None
        self._sitting = replace(self._sitting, history=event.history)
        if self._sitting.keeper:
            self._sitting.keeper.save(event.history.now)

    @on(Kept)
    def show_kept(self, event: Kept) -> None:
        """Show how the work stands, on whatever screen is on top."""
        if self._sitting is None:
            return
        saved = save_state(event.status)
        self._sitting = replace(self._sitting, saved=saved)
        for screen in self.screen_stack[1:]:
            if hasattr(screen, "show_saved"):
                screen.show_saved(saved)
        if saved.trouble:
            self._say(self._sitting.trouble)

    def on_working_screen_go_to(self, event: WorkingScreen.GoTo) -> None:
        """Go to another screen of the session: back to it if it is open, else over this one."""
        from innovate_tui.ui.screens.session_screen import SessionScreen

        if self._sitting is None:
            return
        if event.place == "home":
            self._go_home()
            return
        there = [getattr(screen, "place", "") for screen in self.screen_stack]
        if event.place in there:
            while getattr(self.screen, "place", "") != event.place:
                self.pop_screen()
            assert isinstance(self.screen, SessionScreen)
            self.screen.resume(self._sitting.history, event.focus)
        else:
            self._show(self._screen_for(event.place, event.focus))
        if event.undo:
            self.call_after_refresh(self.screen.run_action, "undo")

    def _screen_for(self, place: str, focus: str) -> SessionScreen:
        from innovate_tui.ui.screens.cards import CardsScreen
        from innovate_tui.ui.screens.checks import ChecksScreen
        from innovate_tui.ui.screens.diamond import DiamondScreen
        from innovate_tui.ui.screens.quadrants import QuadrantsScreen
        from innovate_tui.ui.screens.reflections import ReflectionsScreen
        from innovate_tui.ui.screens.roadmap import RoadmapScreen

        assert self._sitting is not None
        kinds: dict[str, type[SessionScreen]] = {
            "diamond": DiamondScreen,
            "quadrants": QuadrantsScreen,
            "roadmap": RoadmapScreen,
            "cards": CardsScreen,
            "reflections": ReflectionsScreen,
            "checks": ChecksScreen,
        }
        return kinds[place](self._sitting.history, self._sitting.deck, focus)

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
        while len(self.screen_stack) > 1:
            self.pop_screen()
        self._refresh_home()

    def _all_kept(self, otherwise: str) -> bool:
        """Whether the session may be closed: it is on disk, or the same key has been pressed twice."""
        if self._sitting is None:
            return True
        if not self._sitting.kept(2.0) and not self._leaving:
            self._leaving = True
            self._say(f"{self._sitting.trouble} {otherwise}")
            return False
        self._sitting.close()
        return True

    # --- export, save, help -------------------------------------------------------------------------------------------

    def on_session_screen_export_asked(self) -> None:
        """Write the summary, off the interface's thread."""
        if self._sitting is None or self._sitting.keeper is None:
            self._say("There is nothing to write: no session is open.")
            return
        self._say("Writing the summary.")
        self._export(self._sitting.history.now, self._sitting.deck)

    @work(thread=True, exclusive=True, group="export", exit_on_error=False)
    def _export(self, session: Session, deck: Deck) -> None:
        self.post_message(self.Written(self.desk.export(session, deck)))

    @on(Written)
    def say_written(self, event: Written) -> None:
        """Say where the summary is, and what could not be printed."""
        export = event.export
        if export.path is None:
            self._say(f"Not written: {export.trouble}")
        elif export.unprintable:
            self._say(f"Written: {export.path}. Not printed: {'; '.join(export.unprintable)}")
        else:
            self._say(f"Written: {export.path}")

    def on_session_screen_save_asked(self) -> None:
        """Save now, and say so."""
        if self._sitting and self._sitting.keeper:
            saved = self._sitting.kept(2.0)
            self._say(f"Saved in {self._sitting.keeper.path}." if saved else self._sitting.trouble)

    def on_session_screen_help_asked(self, event: SessionScreen.HelpAsked) -> None:
        """Open the help, with the screen's own page first."""
        self._help(event.place)

    @on(HomeScreen.HelpAsked)
    def home_help(self, event: HomeScreen.HelpAsked) -> None:
        """Open the help from Home."""
        self._help(event.place)

    def _help(self, place: str) -> None:
        from innovate_tui.ui.screens.cards import CardsScreen
        from innovate_tui.ui.screens.checks import ChecksScreen
        from innovate_tui.ui.screens.diamond import DiamondScreen
        from innovate_tui.ui.screens.help import HelpScreen
        from innovate_tui.ui.screens.quadrants import QuadrantsScreen
        from innovate_tui.ui.screens.reflections import ReflectionsScreen
        from innovate_tui.ui.screens.roadmap import RoadmapScreen
        from innovate_tui.ui.screens.session_screen import SessionScreen

        named: tuple[tuple[str, type[HomeScreen] | type[SessionScreen]], ...] = (
            ("Home", HomeScreen),
            ("Diamond 9", DiamondScreen),
            ("Four Quadrants", QuadrantsScreen),
            ("Roadmap", RoadmapScreen),
            ("Cards", CardsScreen),
            ("Questions", ReflectionsScreen),
            ("Desirability, feasibility, viability", ChecksScreen),
        )
        pages = sorted(named, key=lambda page: page[1].place != place)
        left = self.screen.heading() if isinstance(self.screen, SessionScreen) else ""
        screen = HelpScreen(tuple((name, kind.commands) for name, kind in pages), left)
        screen.styles_in_use = inks(self.theme)
        self.push_screen(screen)

    # --- leaving ------------------------------------------------------------------------------------------------------

    @on(HomeScreen.LeaveAsked)
    async def leave(self) -> None:
        """Leave from Home."""
        await self.action_quit()

    async def action_quit(self) -> None:
        """Everything on disk, then out. What cannot be saved anywhere is said first; the same key again leaves."""
        if isinstance(self.screen, LeanModal) and self.screen.keep_words():
            self.call_after_refresh(self.action_quit)
        elif self._all_kept("ctrl+q again leaves it so."):
            self.exit(0)

    def _end(self, code: int) -> None:
        """A signal: everything on disk, what stands in an open box too, the terminal as it was, and out."""
        if isinstance(self.screen, LeanModal) and self.screen.keep_words():
            self.call_after_refresh(self._end, code)
            return
        if self._sitting:
            self._sitting.close()
        self.exit(code, return_code=code)


def fault_report(fault: BaseException | None, kept_in: str) -> str:
    """What is said when the program has made a mistake: no one's words, only ours and lines of the program."""
    lines = ["Innovate has made a mistake and has stopped."]
    if kept_in:
        lines.append(f"Your work is in {kept_in}. Open it again to go on.")
    lines.append("If you tell us, this helps, and holds nothing of yours:")
    lines.append(f"  {type(fault).__name__}")
    for step in traceback.extract_tb(fault.__traceback__) if fault else ():
        lines.append(f"  {Path(step.filename).name}:{step.lineno} {step.name}")
    return "\n".join(lines)


def run_app(path: Path | None, content: Path | None) -> int:
    """Run the app, at a session if one is given; the exit code.

    Raises `NotReadable` or `DeckTrouble` before anything is shown.
    """
    from_folder: Content | None = None
    opened: OpenFile | None = None
    if content is not None:
        from innovate_tui.storage.deck_files import open_content

        from_folder = open_content(content)
    app = InnovateApp(from_folder)
    if path is not None:
        opened = app.desk.open(path)
        app.open_first(opened)
    app.run()
    return app.return_code or 0
