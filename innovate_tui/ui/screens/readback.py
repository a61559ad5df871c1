"""Reading back at the end: what was said first, last, to act on, not agreed, parked, and who does what."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from innovate_tui.ui import commands as key
from innovate_tui.ui.commands import EVERYWHERE, Command, bindings
from innovate_tui.ui.minting import mint
from innovate_tui.ui.screens.action_box import write_action
from innovate_tui.ui.screens.session_screen import SessionScreen
from innovate_tui.ui.widgets.readback_page import READ_ON, ReadBackPage
from innovate_tui.workshop.checks import Action
from innovate_tui.workshop.deck import Deck, Mode
from innovate_tui.workshop.history import History
from innovate_tui.workshop.readback import read_back

ACTION = key.ADD.saying("next action", "write down who does what")


class ReadBackScreen(SessionScreen):
    """All that was said, to be read aloud, and who does what from now on. Nothing else is changed here."""

    place = "readback"
    commands = (*READ_ON, ACTION, *EVERYWHERE)
    BINDINGS: ClassVar[list[BindingType]] = bindings((ACTION, *EVERYWHERE))
    DEFAULT_CSS = "ReadBackScreen #detail { display: none; }"

    def __init__(self, history: History, deck: Deck, focus: str = "") -> None:
        super().__init__(history, deck, focus)
        self.page = ReadBackPage()
        """The pages."""

    def middle(self) -> ComposeResult:
        """The page alone."""
        yield self.page

    def begin(self) -> None:
        """Begin with the first page."""
        self.page.focus()
        super().begin()
        self.call_after_refresh(self.say_where)  # how many pages there are is known once there is a size

    def show_session(self) -> None:
        """The page, then the frame around it."""
        self.page.show(read_back(self.session, self.deck))
        super().show_session()

    def state(self) -> str:
        """The name of the screen."""
        return "Read back"

    def footer(self) -> tuple[Command, ...]:
        """The keys that matter now."""
        return (READ_ON[0], ACTION, key.EXPORT, key.ROUND, key.OVERVIEW.saying("overview"), key.BACK, key.HELP)

    def greeting(self) -> str:
        """How it goes on, or that this is the end of it."""
        if not self.page.parts:
            return "Nothing to read back yet."
        if self.page.page < self.page.last:
            return "To read aloud. space goes on."
        return "This is the end of it. a adds who does what, e writes the summary."

    def action_add(self) -> None:
        """Something to do after today."""
        heading = (
            "What do I do next?" if self.session.mode is Mode.INDIVIDUAL else "What is to be done, and who does it?"
        )
        write_action(self, Action(mint("a"), ""), heading, lambda _: self.page.action_end(last=True))

    @on(ReadBackPage.Turned)
    def say_where(self) -> None:
        """Another page."""
        self.say(self.greeting())
