"""The app as the keeper meets it: a session is opened with one, every change goes to it, and its troubles are said."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from rich.text import Text
from textual import on
from textual.message import Message

from innovate_tui.ui.desk import Sitting, said_of_file, save_state
from innovate_tui.ui.screens.lean_screen import LeanModal
from innovate_tui.ui.screens_app import ScreensApp
from innovate_tui.ui.sharing import (
    NO_LOCK,
    READ_ONLY,
    TYPED_ON,
    apart,
    brought_together,
    came_in,
    into_the_bin,
    taken_over,
    with_what_came,
)
from innovate_tui.ui.widgets.frame import SaveState

if TYPE_CHECKING:  # for the type checker alone: at run time these come after the first paint
    from innovate_tui.storage.deck_files import Content
    from innovate_tui.storage.keeper import Keeper, Status
    from innovate_tui.storage.scribe import Scribe
    from innovate_tui.storage.session_file import OpenFile
    from innovate_tui.ui.screens.working_screen import WorkingScreen
    from innovate_tui.workshop.deck import Deck
    from innovate_tui.workshop.history import History
    from innovate_tui.workshop.session import Session

LEAVE = "ctrl+q"
AT_ONCE = 0.7
"""Seconds that a disk is waited for when the program is ended: what it has not taken by then is in the journal."""
HAND_OVER = 0.0005
"""Seconds after which a thread that computes lets another go on. A key passes through several threads until its answer
is seen: with Python's own 5 ms each of them may wait as long for the keeper, while it makes a large file."""


class KeepingApp(ScreensApp):
    """An app that keeps the session that is open."""

    @dataclass
    class Kept(Message):
        """The keeper tells how the work stands."""

        status: Status

    def __init__(self, content: Content | None = None) -> None:
        super().__init__(content)
        sys.setswitchinterval(HAND_OVER)
        self._leaving = False
        """Whether somebody was just told that leaving now would leave something unsaved."""

    def on_app_blur(self) -> None:
        """Somebody turns to another window: what is due in a moment is written now, and nobody waits for it."""
        if self._sitting is not None:
            self._sitting.kept(0.0)

    # --- a session is opened ------------------------------------------------------------------------------------------

    def go_into(self, opened: OpenFile, at: str) -> None:
        """Go on with a session, once it is settled who writes it."""
        self._sit(opened.session, opened.deck, opened.path, opened.data, at)
        if words := said_of_file(opened) or self.memory.unharmed:
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

        session, taken, clashes = brought_together(opened, brought)
        history = History(opened.session).become(session, "brought another copy in")
        self.sit(opened, at, history, None)
        if self._sitting is not None and self._sitting.kept(2.0):
            into_the_bin(brought, session.id)
        self.call_after_refresh(self._say, came_in(taken, clashes))

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
                scribe.saved(status.path, keeper.written)
            self.post_message(self.Kept(status))

        keeper = Keeper(path, deck, data, tell, lock=self.locking.hand_over(path))
        return keeper

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

    # --- it is kept ---------------------------------------------------------------------------------------------------

    def on_working_screen_worked(self, event: WorkingScreen.Worked) -> None:
        """Keep every change at once. Whoever goes on working is not leaving."""
        self._leaving = False
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
        elif saved.trouble and not self._leaving:  # else how to leave stands there, and has to stay
            self._say(self._sitting.trouble)
        elif event.status.conflict_with is not None and before.words != saved.words:
            self._say_over(apart(event.status))
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
            self._say(TYPED_ON)
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

    def on_session_screen_save_asked(self) -> None:
        """Save now, and say so."""
        if self._sitting is None or self._sitting.closed:
            self._say(self._sitting.closed if self._sitting else "")
        elif self._sitting.keeper:
            if not self._sitting.saved.trouble and self._sitting.kept(2.0):
                self._say(f"Saved in {self.kept_in()}.")
            else:
                self.ask_for_folder(self._sitting.keeper.path, self._sitting.elsewhere, self._keep_in)

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

    # --- it is closed -------------------------------------------------------------------------------------------------

    def _all_kept(self, key: str) -> bool:
        """Whether the session may be closed: it is on disk, or the key that closes it has been pressed twice."""
        if self._sitting is None:
            return True
        self._keep_time()
        if not self._leaving and not self._sitting.kept(2.0):
            self._leaving = True
            self._say(self._sitting.leaving(key))
            return False
        left = self._sitting.left
        self._sitting.close(AT_ONCE if self._leaving else 2.0)
        if self._leaving and key == LEAVE and not self._sitting.kept(0.0):
            # as Textual's own `exit` does with a message, but the path is not broken
            self._exit_renderables.append(Text(left, no_wrap=True, overflow="ignore"))
        return True

    def _keep_time(self) -> None:
        """Write down the last of the minutes that were spent."""
        from innovate_tui.workshop.events import Noted

        if self._sitting is None or self._sitting.keeper is None:
            return
        for edit in self.last_minutes():
            self._write_down(Noted(edit), self._sitting.history.noted(edit, self._sitting.deck))
            self._sitting.keeper.save(self._sitting.history.now)

    def close_work(self) -> str:
        """Put the open session on disk, as far as it can be; where it is then, in a sentence."""
        if self._sitting is None or self._sitting.keeper is None:
            return ""
        self._sitting.kept(AT_ONCE)
        left = self._sitting.left  # asked before the journal is closed
        self._sitting.close(AT_ONCE)
        if not self._sitting.kept(0.0):
            return left
        return f"Your work is in {self.kept_in()}. Open it again to go on."

    def on_unmount(self) -> None:
        """However the app ends: another window need not be told of this one."""
        if self._sitting and self._sitting.keeper:
            self._sitting.keeper.let_go()
        self.locking.let_go()
