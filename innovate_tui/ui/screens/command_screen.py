"""A screen with commands: its palette and its help come from the same data as its keys."""

from dataclasses import dataclass
from typing import ClassVar

from textual.message import Message

from innovate_tui.ui.commands import PALETTE, Command
from innovate_tui.ui.screens.lean_screen import LeanScreen


class CommandScreen(LeanScreen):
    """A screen that answers commands, finds them by typing, and has a page of help."""

    place: ClassVar[str] = ""
    """What edits, the help and the app call this screen."""
    commands: ClassVar[tuple[Command, ...]] = ()
    """What this screen answers, for its keys, its help and the palette."""

    @dataclass
    class HelpAsked(Message):
        """The help page is wanted."""

        place: str

    class BlankAsked(Message):
        """The screen is to be blank."""

    @property
    def offered(self) -> tuple[Command, ...]:
        """What the palette lists of them."""
        return self.commands

    def action_palette(self) -> None:
        """All commands of this screen, to be found by typing."""
        from innovate_tui.ui.screens.chooser import Choice, Chooser  # Home is painted before it is read

        offered = {command.action: command for command in self.offered if command.action and command != PALETTE}
        choices = [Choice(action, command.key, command.explained) for action, command in offered.items()]
        chooser = Chooser(self.styles_in_use, "All commands", "type a word of it", choices)
        self.app.push_screen(chooser, self._command_chosen)

    async def _command_chosen(self, action: str | None) -> None:
        if action:
            await self.run_command(action)

    def action_help(self) -> None:
        """Open the help page."""
        self.post_message(self.HelpAsked(self.place))

    def action_blank(self) -> None:
        """Blank the screen until the next key."""
        self.post_message(self.BlankAsked())
