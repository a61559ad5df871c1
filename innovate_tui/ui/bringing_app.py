"""The app as a session meets it that comes inside a PDF: it becomes a file here, and what was done is said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from innovate_tui.ui import bringing
from innovate_tui.ui.desk import said_of_file
from innovate_tui.ui.keeping_app import KeepingApp
from innovate_tui.ui.palette import inks
from innovate_tui.ui.sharing_app import NOT_OPENED

if TYPE_CHECKING:  # for the type checker alone: at run time these come after the first paint
    from innovate_tui.storage.session_file import OpenFile

KEPT = "The PDF stays as it is; your work goes into {file}."
SAME = "It is here already, as the PDF has it: {file}."
HERE = "The PDF stays as it is; this is the one that was here: {file}."
COPY = "The PDF stays as it is; this is a copy: {file}."


class BringingApp(KeepingApp):
    """An app that opens a PDF by the session that is attached to it."""

    def bring(self, opened: OpenFile) -> None:
        """Go on with the session of a PDF, in a file of its own; where it is here already, somebody is asked."""
        here = bringing.here_already(opened)
        if here is None:
            self._go_into_file(opened, lambda: bringing.brought(self.desk, opened), KEPT)
        elif here.same:
            self._go_into_file(opened, lambda: here.path, SAME)
        else:
            self._ask_which(opened, here)

    def _ask_which(self, opened: OpenFile, here: bringing.Here) -> None:
        from innovate_tui.ui.screens.question_box import QuestionBox

        def chosen(way: str | None) -> None:
            if way == "here":
                self._go_into_file(opened, lambda: here.path, HERE)
            elif way == "copy":
                self._go_into_file(opened, lambda: bringing.brought_as_copy(self.desk, opened), COPY)
            else:
                self._say(NOT_OPENED)

        asked = f"This session is here already, in another state: {here.path.name}, changed {here.when}."
        ways = (
            (("here", "enter", "Go on with the one that is here. What the PDF has is left in it."), "the one here"),
            (("copy", "c", "Open what the PDF has as a copy, a session of its own. Both stay."), "a copy"),
        )
        self.push_screen(QuestionBox(inks(self.theme), "From a PDF", asked, ways), chosen)

    def _go_into_file(self, opened: OpenFile, finding: Callable[[], Path], said: str) -> None:
        """Open the file that the session of a PDF is in by now, and say which, and what is to be said of it."""

        def doing() -> None:
            path = finding()
            self.open_path(path)
            told = said.replace("{file}", path.name)  # not by format: a name may hold anything
            self._say_soon(f"{told} {said_of_file(opened)}".rstrip())

        self._or_say(doing)
