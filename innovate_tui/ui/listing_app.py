"""The app as the list of sessions meets it: what the list asks for is done with files, and told in a sentence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work
from textual.worker import get_current_worker

from innovate_tui.ui.desk import Desk, NotBegun
from innovate_tui.ui.palette import inks
from innovate_tui.ui.timed_app import TimedApp

if TYPE_CHECKING:  # for the type checker alone: at run time these come after the first paint
    from innovate_tui.storage.deck_files import Content
    from innovate_tui.ui.screens.sessions import SessionsScreen
    from innovate_tui.ui.shelf import Done, Shelf
    from innovate_tui.ui.widgets.sessions_painter import SessionsScene


class ListingApp(TimedApp):
    """An app that has a list of sessions; opening one is for whoever knows how."""

    def __init__(self, content: Content | None = None) -> None:
        super().__init__()
        self.desk = Desk(content)
        self._shelf: Shelf | None = None

    # --- what an app of ours answers ----------------------------------------------------------------------------------

    def open_path(self, path: Path) -> None:
        """Open a session over Home, or raise `NotBegun`."""
        raise NotImplementedError

    def come_home(self) -> None:
        """Show Home, with what it says of the folder now."""
        raise NotImplementedError

    # --- the list -----------------------------------------------------------------------------------------------------

    @property
    def shelf(self) -> Shelf:
        """The sessions that are not open."""
        from innovate_tui.ui.shelf import Shelf

        if self._shelf is None:
            self._shelf = Shelf(self.desk)
        return self._shelf

    def on_home_screen_sessions_asked(self) -> None:
        """Open the list; it is filled once the folder was looked through."""
        from innovate_tui.ui.screens.sessions import SessionsScreen

        screen = SessionsScreen()
        screen.styles_in_use = inks(self.theme)
        self.push_screen(screen)

    def on_sessions_screen_list_asked(self, event: SessionsScreen.ListAsked) -> None:
        """Look through the folder or the bin, off the interface's thread: folders may be slow."""
        self._look_through(binned=event.binned)

    @work(thread=True, exclusive=True, group="list", exit_on_error=False)
    def _look_through(self, *, binned: bool) -> None:
        self.call_from_thread(self._list, self.shelf.scene(binned=binned))

    @work(thread=True, exclusive=False, group="states", exit_on_error=False)
    def _look_into(self, ids: tuple[str, ...]) -> None:
        worker = get_current_worker()
        for each in ids:
            if worker.is_cancelled:
                return
            self.call_from_thread(self._tell, each, *self.shelf.state(each))

    def on_sessions_screen_states_asked(self, event: SessionsScreen.StatesAsked) -> None:
        """Read how far some are, one after another, off the interface's thread."""
        self._look_into(event.ids)

    def _listed(self) -> SessionsScreen | None:
        from innovate_tui.ui.screens.sessions import SessionsScreen

        return next((each for each in self.screen_stack if isinstance(each, SessionsScreen)), None)

    def _list(self, scene: SessionsScene) -> None:
        screen = self._listed()
        if screen is not None:
            screen.show(scene)

    def _tell(self, wanted: str, state: str, damaged: bool) -> None:
        screen = self._listed()
        if screen is not None:
            screen.tell(wanted, state, damaged=damaged)

    def on_sessions_screen_asked(self, event: SessionsScreen.Asked) -> None:
        """Do what is wanted with one of them, show what there is now, and say it."""
        screen = self._listed()
        if screen is None:
            return
        if event.what == "open":
            self._answer_or_say(screen, lambda: self._open(Path(event.id)))
            return

        def done() -> None:
            result, back = self._done(event)
            scene = self.shelf.scene(binned=screen.scene.binned)
            screen.show(scene, result.said, result.id, back)

        self._answer_or_say(screen, done)

    def _done(self, event: SessionsScreen.Asked) -> tuple[Done, SessionsScreen.Asked | None]:
        """What was done, and what would take it back."""
        if event.what == "copy":
            done = self.shelf.copy(event.id)
            return done, type(event)("remove", done.id)
        if event.what == "rename":
            done = self.shelf.rename(event.id, event.title)
            return done, type(event)("rename", done.id, done.before) if done.before else None
        if event.what == "remove":
            done = self.shelf.remove(event.id)
            return done, type(event)("restore", done.id)
        done = self.shelf.restore(event.id)
        return done, type(event)("remove", done.id)

    def on_sessions_screen_let_go_asked(self, event: SessionsScreen.LetGoAsked) -> None:
        """Take some out of the bin for good."""
        screen = self._listed()
        if screen is None:
            return

        def gone() -> None:
            said = self.shelf.let_go(event.ids).said
            screen.show(self.shelf.scene(binned=True), said)

        self._answer_or_say(screen, gone)

    def on_sessions_screen_back_asked(self) -> None:
        """Back to Home, which says what there is now."""
        self.come_home()

    def _open(self, path: Path) -> None:
        self.open_path(path)

    def _answer_or_say(self, screen: SessionsScreen, doing: Callable[[], None]) -> None:
        try:
            doing()
        except NotBegun as trouble:
            screen.say(str(trouble))
