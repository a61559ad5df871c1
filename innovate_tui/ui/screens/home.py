"""Home: go on, start alone or with a group, open another session, try the sample, read the cards, print for a group."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message

from innovate_tui.ui import commands as key
from innovate_tui.ui.commands import Command, bindings
from innovate_tui.ui.screens.command_screen import CommandScreen
from innovate_tui.ui.widgets.frame import KeyBar, StatusLine
from innovate_tui.ui.widgets.home_menu import HomeFacts, HomeMenu

CHOOSE = Command("", ("enter",), "1-6", "choose", key.CHOOSE, "choose from the menu; arrows and enter do the same")

TOOLS = (("diamond", "Diamond 9"), ("quadrants", "Four Quadrants"), ("roadmap", "Roadmap"))
TO_PRINT = (
    ("group", "guide for a group"),
    ("groups", "guide for several groups"),
    ("individual", "guide for one person"),
    ("a4", "cards, board and summaries, A4"),
    ("a3", "cards and board A3, summaries A4"),
)
"""What can be printed of each tool; its first word is told to the app."""
NO_NAMES = "Write no names of children or families in it."
SEVERAL = "Several groups at once? Each has a file of its own: m on the overview."

TITLE_LEFT = "You were typing the title of a session. 1 or 2 brings it back."
LEFT = "This is what you had typed. Enter starts."


class HomeScreen(CommandScreen):
    """The first screen, and the one to come back to."""

    place: ClassVar[str] = "home"
    commands: ClassVar[tuple[Command, ...]] = (
        CHOOSE,
        key.THEME,
        key.BLANK,
        key.PALETTE,
        key.HELP,
        key.LEAVE.saying("leave", "leave Innovate; everything is saved"),
        key.QUIT,
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(commands)

    class GoOnAsked(Message):
        """The last session is wanted."""

    class SessionsAsked(Message):
        """The list of sessions is wanted."""

    @dataclass
    class StartAsked(Message):
        """A new session is wanted."""

        alone: bool
        title: str

    class SampleAsked(Message):
        """The sample is wanted."""

    class CardsAsked(Message):
        """The cards are to be read, without a session."""

    @dataclass
    class PrintAsked(Message):
        """A guide or a pack of a tool is wanted on paper."""

        tool: str
        what: str
        """The mode of a guide, or the paper of a pack."""

    @dataclass
    class ThemeAsked(Message):
        """Other colours are wanted."""

        name: str = ""

    class LeaveAsked(Message):
        """The program is to end."""

    def __init__(self) -> None:
        super().__init__()
        self.keeps = ""
        """Who keeps a new session and where, in a sentence."""
        self.title_left = ""
        """A title that was typed and never began a session: the program was killed meanwhile."""
        self.write_down: Callable[[str], None] = lambda title: None
        """Keeps the title that is being typed, letter by letter; given by the app."""

    def body(self) -> ComposeResult:
        """The menu, a sentence and the keys."""
        yield HomeMenu()
        yield StatusLine(id="status")
        yield KeyBar(id="keys")

    def begin(self) -> None:
        """Begin in the menu."""
        self.query_one(HomeMenu).focus()
        self.query_one(KeyBar).offer((CHOOSE, key.THEME, key.PALETTE, key.LEAVE, key.HELP))

    def show(self, facts: HomeFacts) -> None:
        """Show what has been found out since the first paint, or since Home was left: what was said then is past."""
        self.query_one(HomeMenu).show(facts)
        self.say(TITLE_LEFT if self.title_left else "")

    def say(self, sentence: str) -> None:
        """One sentence in the status line."""
        self.query_one(StatusLine).say(sentence)

    @on(HomeMenu.Chosen)
    def choose(self, event: HomeMenu.Chosen) -> None:
        """Do what was chosen."""
        if event.entry == "last":
            self.post_message(self.GoOnAsked())
        elif event.entry in ("individual", "group"):
            self._start(alone=event.entry == "individual")
        elif event.entry == "open":
            self.post_message(self.SessionsAsked())
        elif event.entry == "sample":
            self.post_message(self.SampleAsked())
        elif event.entry == "ready":
            self._print()
        else:
            self.post_message(self.CardsAsked())

    def _print(self) -> None:
        from innovate_tui.ui.screens.chooser import Choice, Chooser

        choices = [Choice(f"{tool}:{what}", "", f"{name}: {words}") for tool, name in TOOLS for what, words in TO_PRINT]

        def closed(chosen: str | None) -> None:
            if chosen:
                self.post_message(self.PrintAsked(*chosen.split(":")))

        self.app.push_screen(
            Chooser(self.styles_in_use, "Get ready: print as a PDF", "a tool, guide, A4, A3", choices), closed
        )

    def _start(self, *, alone: bool) -> None:
        from innovate_tui.ui.screens.words_box import Field, Heading, WordsBox

        def typed(_: str, title: str) -> None:
            self.title_left = title
            self.write_down(title)

        def closed(words: dict[str, str] | None) -> None:
            if not words or not words["title"]:
                typed("", "")
                self.say("Nothing was started: a session needs a title.")
                return
            self.post_message(self.StartAsked(alone, words["title"]))

        self.app.push_screen(
            WordsBox(
                self.styles_in_use,
                "Start alone" if alone else "Start with a group",
                Heading("What is it about?"),
                (Field("title", "Title", self.title_left, rows=1, single=True),),
                promise="\n".join(part for part in (self.keeps, NO_NAMES, "" if alone else SEVERAL) if part),
                status=LEFT if self.title_left else "Enter starts. Everything else is asked when it matters.",
                on_typed=typed,
            ),
            closed,
        )

    def action_theme(self) -> None:
        """The next of dark, light and high contrast."""
        self.post_message(self.ThemeAsked())

    def action_leave(self) -> None:
        """End the program."""
        self.post_message(self.LeaveAsked())

    def action_quit(self) -> None:
        """End the program."""
        self.post_message(self.LeaveAsked())
