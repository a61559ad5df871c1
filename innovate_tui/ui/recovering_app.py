"""The app as somebody meets it after a crash: it says what was recovered, and keeps both until one key confirms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innovate_tui.ui.desk import NotBegun
from innovate_tui.ui.exporting_app import ExportingApp
from innovate_tui.ui.memory import Memory
from innovate_tui.ui.palette import inks
from innovate_tui.ui.screens.lean_screen import LeanScreen

if TYPE_CHECKING:  # for the type checker alone: at run time these come after the first paint
    from innovate_tui.storage.deck_files import Content
    from innovate_tui.storage.recovery import Recovered
    from innovate_tui.storage.session_file import OpenFile
    from innovate_tui.workshop.history import History

UNDECIDED = "Nothing was decided, and both are kept. Open it again to choose."


class RecoveringApp(ExportingApp):
    """An app that brings back what a crash left in a journal."""

    def __init__(self, content: Content | None = None) -> None:
        super().__init__(content)
        self.memory = Memory()

    # --- what an app of ours answers ----------------------------------------------------------------------------------

    def sit(self, opened: OpenFile, at: str, history: History | None, changes: int | None) -> None:
        """Go on with a session, with a history that was recovered if there is one."""
        raise NotImplementedError

    # --- after a crash ------------------------------------------------------------------------------------------------

    def asks_first(self, opened: OpenFile, at: str) -> bool:
        """Whether a journal has more than the file; then somebody is asked how to go on."""
        from innovate_tui.ui.screens.question_box import QuestionBox

        lost = self.memory.lost(opened)
        if lost is None:
            return False
        ways = self.memory.ways(opened, lost)

        def chosen(way: str | None) -> None:
            self._go_on(opened, lost, at, way)

        both = ((("keep", "enter", ways.keep), "go on with it"), (("back", "f", ways.back), "back to the file"))
        self.push_screen(QuestionBox(inks(self.theme), "Welcome back", ways.said, both), chosen)
        return True

    def _go_on(self, opened: OpenFile, lost: Recovered, at: str, way: str | None) -> None:
        try:
            if way == "keep":
                history = self.memory.keep(opened, lost)
                self.sit(opened, at, history, lost.so_far)
                self.memory.forget(lost)
                self.call_after_refresh(self._tell_all, self.memory.ways(opened, lost).said)
            elif way == "back":
                self.memory.back(opened, lost)
                self.sit(opened, at, None, lost.so_far)
                self.memory.forget(lost)
                self.call_after_refresh(self._tell_all, "As the file is. What was recovered is an earlier version.")
            else:
                self._tell_all(UNDECIDED)
        except NotBegun as trouble:
            self._tell_all(str(trouble))

    def _tell_all(self, sentence: str) -> None:
        if isinstance(self.screen, LeanScreen):
            self.screen.say(sentence)
