"""The box that asks for another folder. Its field holds no words of anybody, so `esc` leaves it and does nothing."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Click

from innovate_tui.ui.commands import Command
from innovate_tui.ui.screens.words_box import ENTER, UNDO, WordsBox
from innovate_tui.ui.widgets.frame import KeyBar

NOT_NOW = Command("leave", ("escape",), "esc", "not now")


class FolderBox(WordsBox):
    """Asks for a folder; gives nothing back where nothing is to be done."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,f10", "leave", "not now")]

    def begin(self) -> None:
        """Offer the way out that does nothing."""
        super().begin()
        self.query_one(KeyBar).offer((ENTER, UNDO, NOT_NOW))

    def on_click(self, event: Click) -> None:
        """A click outside the box leaves it, like esc."""
        if event.widget is self:
            self.action_leave()

    def action_leave(self) -> None:
        """Close, and do nothing."""
        self.dismiss(None)
        self.call_later(self._draft, "")
