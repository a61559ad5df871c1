"""The sessions of the folder: found by typing, opened, copied, called otherwise, put into the bin and taken from it.

The screen knows rows and their ids; what stands in files is for the app, which hears what is wanted and answers with
another scene and a sentence.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Literal

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message

from innovate_tui.ui import commands as key
from innovate_tui.ui.commands import CHOOSE, Command, bindings
from innovate_tui.ui.screens.chooser import Choice, Chooser
from innovate_tui.ui.screens.command_screen import CommandScreen
from innovate_tui.ui.screens.words_box import Field, Heading, WordsBox
from innovate_tui.ui.widgets.frame import KeyBar, SaveState, StatusLine, Title, TitleBar
from innovate_tui.ui.widgets.sessions_page import ENDS, TURN, SessionsPage
from innovate_tui.ui.widgets.sessions_painter import SessionRow, SessionsScene, rows_named

ENTRY = Command("", ("up", "down"), "↑↓", "choose", CHOOSE, "the one before, the next one")
OPEN = Command("enter", ("enter",), "enter", "open", CHOOSE, "open it; in the bin: put it back")
FIND = key.FIND.saying("find", "find by a word of its name")
COPY = Command("copy", ("c",), "c", "copy", key.KEEP, "a copy of it, in a file of its own")
NAME = Command("reword", ("m",), "m", "title", key.KEEP, "give it another title")
REMOVE = Command("remove", ("delete", "backspace"), "del", "bin", key.KEEP, "into the bin; there: for good")
BIN = Command("turn_round", ("z",), "z", "see the bin", key.GO, "the bin, and back")
UNDO = Command("undo", ("u", "ctrl+z"), "u", "undo", key.KEEP, "take the last of these back")
ANSWERS = (ENTRY, OPEN, key.NEXT_CARD.saying("next", "next one"), *TURN, *ENDS, FIND, COPY, NAME, REMOVE, BIN, UNDO)
ON_THE_PAGE = ("enter", "entry(1)", *(command.action for command in (*TURN, *ENDS)))


class SessionsScreen(CommandScreen):
    """What sessions there are, and what can be done with each."""

    place: ClassVar[str] = "sessions"
    commands: ClassVar[tuple[Command, ...]] = (
        *ANSWERS,
        key.BLANK,
        key.PALETTE,
        key.HELP,
        key.BACK,
        key.LEAVE,
        key.QUIT,
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        command for command in commands if command.action not in ON_THE_PAGE
    )

    @dataclass
    class ListAsked(Message):
        """What there is in the folder, or in the bin."""

        binned: bool

    @dataclass
    class StatesAsked(Message):
        """How far some of them are."""

        ids: tuple[str, ...]

    @dataclass
    class Asked(Message):
        """Something is to be done with one of them."""

        what: Literal["open", "copy", "rename", "remove", "restore"]
        id: str
        title: str = ""

    @dataclass
    class LetGoAsked(Message):
        """Some of those in the bin are to go for good."""

        ids: tuple[str, ...]

    class BackAsked(Message):
        """Home is wanted."""

    def __init__(self) -> None:
        super().__init__()
        self._back: SessionsScreen.Asked | None = None
        """What takes the last thing back that was done here."""

    def body(self) -> ComposeResult:
        """Title, list, a sentence and the keys."""
        yield TitleBar(id="title")
        yield SessionsPage()
        yield StatusLine(id="status")
        yield KeyBar(id="keys")

    @property
    def page(self) -> SessionsPage:
        """The list."""
        return self.query_one(SessionsPage)

    @property
    def scene(self) -> SessionsScene:
        """What it shows."""
        return self.page.scene

    def begin(self) -> None:
        """Begin in the list, and ask what there is."""
        self.page.focus()
        self._show_around()
        self.post_message(self.ListAsked(binned=False))

    # --- what the app answers -----------------------------------------------------------------------------------------

    def show(self, scene: SessionsScene, said: str = "", at: str = "", back: Asked | None = None) -> None:
        """Show what there is now, with the cursor on one of them, and say what was done; `back` would undo that."""
        before = self.scene
        if scene.binned == before.binned:
            scene = replace(scene, at=before.at, typed=before.typed, finding=before.finding)
        self._back = back
        self.page.show(scene.looking_at(at), anew=True)
        self._show_around()
        self.say(said or self.greeting())

    def tell(self, wanted: str, state: str, *, damaged: bool) -> None:
        """How far one of them is."""
        self.page.show(self.scene.told(wanted, state, damaged=damaged))
        if damaged and self.scene.chosen and self.scene.chosen.id == wanted:
            self.say(self.greeting())

    def say(self, sentence: str) -> None:
        """One sentence in the status line."""
        self.query_one(StatusLine).say(sentence)

    def _show_around(self) -> None:
        scene = self.scene
        what = "Bin" if scene.binned else "Sessions"
        self.query_one(TitleBar).show(Title("Innovate", what, SaveState("esc back")))
        self.query_one(KeyBar).offer(self.footer())

    def footer(self) -> tuple[Command, ...]:
        """The keys that matter now."""
        scene = self.scene
        if scene.finding:
            enter = OPEN.saying("put it back" if scene.binned else "open")
            return (ENTRY, enter, key.BACK.saying("show all"), key.HELP)
        there: tuple[Command, ...] = (OPEN, FIND, COPY, NAME, REMOVE)
        if scene.binned:
            there = (OPEN.saying("put it back"), REMOVE.saying("for good"), FIND)
        turn = BIN.saying("the sessions") if scene.binned else BIN
        return (*(there if scene.rows else ()), turn, key.PALETTE.saying("commands"), key.BACK, key.HELP)

    def greeting(self) -> str:
        """What the one under the cursor is, and what enter does."""
        row = self.scene.chosen
        if self.scene.finding and not self.scene.typed:
            return "Type a word of its title, group, day or file."
        if row is None:
            return ""
        if self.scene.binned:
            return "Enter puts it back where it was. del takes it out for good, and asks first."
        if row.away:
            return "It was open when the laptop stopped. Enter opens it where it is."
        if row.gone:
            return "Its file is gone. Enter brings back what this computer has of it."
        if row.damaged:
            return f"It cannot be read as it is. Enter says why, del puts it into the bin: {row.name}"
        return "Enter opens it. What is done here u takes back."

    # --- choosing -----------------------------------------------------------------------------------------------------

    @on(SessionsPage.Chosen)
    def choose(self) -> None:
        """Another one."""
        self._show_around()
        self.say(self.greeting())

    @on(SessionsPage.Seen)
    def ask_states(self, event: SessionsPage.Seen) -> None:
        """Others came in sight."""
        self.post_message(self.StatesAsked(event.ids))

    @on(SessionsPage.Opened)
    def action_enter(self) -> None:
        """Open it; in the bin, put it back."""
        self._ask("restore" if self.scene.binned else "open")

    def action_find(self) -> None:
        """Look for one by typing."""
        self.page.find(finding=True)

    def action_copy(self) -> None:
        """A copy of it."""
        if not self.scene.binned and not self._is_gone():
            self._ask("copy")

    def action_reword(self) -> None:
        """Another title."""
        row = self.scene.chosen
        if row is None or self.scene.binned or self._is_gone():
            return
        if row.damaged:
            self.say("Its title cannot be changed before it can be read. Enter says why it cannot.")
            return

        def closed(words: dict[str, str] | None) -> None:
            if words and words["title"] and words["title"] != row.title:
                self.post_message(self.Asked("rename", row.id, words["title"]))
            else:
                self.say("Its title stays.")

        box = WordsBox(
            self.styles_in_use,
            "Another title",
            Heading("What is it about? No names of children or families."),
            (Field("title", "Title", row.title, rows=1, single=True),),
            promise="Enter keeps it. The file keeps its name, so that it is found again.",
        )
        self.app.push_screen(box, closed)

    def action_remove(self) -> None:
        """Into the bin, without a question: it comes back from there. From the bin for good, and that is asked."""
        if self.scene.binned:
            self._ask_for_good()
        elif not self._is_gone():
            self._ask("remove")

    def _is_gone(self) -> bool:
        """Whether the one under the cursor has no file, which is said then: there is nothing to do it with."""
        row = self.scene.chosen
        gone = row is not None and row.gone
        if row is not None and row.away:
            self.say("Its file is not in this folder: enter opens it where it is.")
        elif gone:
            self.say("Its file is gone: first enter brings back what this computer has of it.")
        return gone

    def action_undo(self) -> None:
        """Take the last thing back."""
        if self._back is None:
            self.say("Nothing to undo here.")
        else:
            self.post_message(self._back)

    def action_turn_round(self) -> None:
        """From the sessions to the bin, and back."""
        self.post_message(self.ListAsked(binned=not self.scene.binned))

    def action_back(self) -> None:
        """From a search to all, from the bin to the sessions, from those Home."""
        if self.scene.finding:
            self.page.find(finding=False)
        elif self.scene.binned:
            self.action_turn_round()
        else:
            self.post_message(self.BackAsked())

    def action_leave(self) -> None:
        """Home."""
        self.post_message(self.BackAsked())

    def _ask(self, what: Literal["open", "copy", "remove", "restore"]) -> None:
        if self.scene.chosen is not None:
            self.post_message(self.Asked(what, self.scene.chosen.id))

    def _ask_for_good(self) -> None:
        chosen, rows = self.scene.chosen, self.scene.rows
        if chosen is None:
            return
        choices = [Choice("none", "1", "Keep what is in the bin"), Choice("one", "2", f"Only this one: {chosen.name}")]
        if len(rows) > 1:
            choices.append(Choice("all", "3", f"Empty the bin: {rows_named(rows)}"))

        def closed(which: str | None) -> None:
            going: Sequence[SessionRow] = {"one": (chosen,), "all": rows}.get(which or "", ())
            if going:
                self.post_message(self.LetGoAsked(tuple(row.id for row in going)))
            else:
                self.say("Nothing was taken out.")

        self.app.push_screen(
            Chooser(self.styles_in_use, "Gone for good?", "nobody can bring it back", choices, digits=True), closed
        )
