"""The Rounds screen: copies of the boards with a name, what has changed since each, and the boards as they were."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from innovate_tui.ui import commands as key
from innovate_tui.ui.commands import EVERYWHERE, Command, bindings
from innovate_tui.ui.screens.chooser import Choice, Chooser
from innovate_tui.ui.screens.session_screen import SessionScreen
from innovate_tui.ui.screens.words_box import Field, Heading, WordsBox
from innovate_tui.ui.widgets.boards_then import Then
from innovate_tui.ui.widgets.rounds_page import READ_ON, RoundsPage
from innovate_tui.ui.widgets.rounds_painter import RoundEntry, RoundsScene
from innovate_tui.workshop.comparison import Labelled, headline, what_changed
from innovate_tui.workshop.deck import Deck
from innovate_tui.workshop.edits import RemoveRound, RenameRound
from innovate_tui.workshop.history import History
from innovate_tui.workshop.session import Boards, Round
from innovate_tui.workshop.spelling import MONTHS, speaking_of
from innovate_tui.workshop.stages import Stage

ROUND = Command("", ("up", "down"), "↑↓", "round", key.CHOOSE, "round before, next one")
DIGITS = Command("", (), "1-9", "that round", key.CHOOSE, "choose that round")
SIDES = Command(
    "side(1)", ("tab", "right"), "tab", "the boards then", key.CHOOSE, "what changed, then the boards as they were"
)
SIDE_BEFORE = Command(
    "side(-1)", ("left",), "←", "one before", key.CHOOSE, "one before, of what changed and the boards"
)
COMPARE = Command("compare", ("c",), "c", "compare with", key.CHOOSE, "compare with another round, or with now")
RENAME = key.REWORD.saying("rename", "another name for the round")
TAKE_OUT = key.REMOVE.saying("take out", "take the round out; the boards stay")
ANSWERS = (ROUND, DIGITS, SIDES, SIDE_BEFORE, *READ_ON, COMPARE, RENAME, TAKE_OUT)
CHANGES = ""
"""The side of a round on which its changes are told; the others are boards."""
NOW = "now"


class RoundsScreen(SessionScreen):
    """What has changed since a round, in words, and the boards as they were. They cannot be moved here."""

    place = "rounds"
    commands = ANSWERS + EVERYWHERE
    BINDINGS: ClassVar[list[BindingType]] = bindings(command for command in commands if command not in READ_ON)
    DEFAULT_CSS = "RoundsScreen #detail, RoundsScreen #steps { display: none; }"

    def __init__(self, history: History, deck: Deck, focus: str = "") -> None:
        super().__init__(history, deck, focus)
        self.at, self.other = focus, NOW
        self.side, self.at_page = CHANGES, 0
        self.page = RoundsPage()
        """The rounds."""

    def middle(self) -> ComposeResult:
        """The page alone."""
        yield self.page

    def begin(self) -> None:
        """Begin with the latest round, or with the one that is wanted."""
        self.page.focus()
        super().begin()
        self.call_after_refresh(self.show_chosen)  # how many pages there are is known once there is a size

    # --- what is shown ------------------------------------------------------------------------------------------------

    @property
    def rounds(self) -> tuple[Round, ...]:
        """The kept rounds, the latest first."""
        return tuple(sorted(self.session.rounds, key=lambda kept: kept.taken, reverse=True))

    def kept(self, wanted: str) -> Round | None:
        """The round of that id."""
        return next((kept for kept in self.session.rounds if kept.id == wanted), None)

    @property
    def chosen(self) -> Round | None:
        """The chosen round, else the latest."""
        return self.kept(self.at) or next(iter(self.rounds), None)

    def show_session(self) -> None:
        """The page, then the frame around it."""
        self.page.show(self.scene())
        super().show_session()

    def scene(self) -> RoundsScene:
        """What the page shows of the session now."""
        chosen = self.chosen
        if chosen is None:
            return RoundsScene()
        entries = tuple(RoundEntry(kept.id, kept.name, self._when(kept)) for kept in self.rounds)
        then = self.then(chosen.boards)
        if self.side not in (CHANGES, *then.begun):
            self.side = CHANGES
        if self.side:
            title = self.deck.tools[self.side].title if self.side in self.deck.tools else self.side.capitalize()
            head = f"{title} as it was: {chosen.name}, {self._when(chosen)}"
            return RoundsScene(entries, chosen.id, head, (), then, self.side, self.at_page)
        before, after = self._between(chosen)
        changed = what_changed(before, after, speaking_of(self.session, self.cards))
        parts = tuple((self._title(each.board), each.said) for each in changed)
        return RoundsScene(entries, chosen.id, headline(before, after, changed), parts, then, page=self.at_page)

    def _between(self, chosen: Round) -> tuple[Labelled, Labelled]:
        """The chosen round and what it is compared with, the earlier first."""
        other = self.kept(self.other)
        if other is None or other.id == chosen.id:
            return Labelled(f"“{chosen.name}”", chosen.boards), Labelled("", self.session.boards)
        first, second = sorted((chosen, other), key=lambda kept: kept.taken)
        return Labelled(f"“{first.name}”", first.boards), Labelled(f"“{second.name}”", second.boards)

    def then(self, boards: Boards) -> Then:
        """Boards as they were, with the cards of now."""
        titles = {stage: card.title if (card := self.deck.stage(stage)) else stage.capitalize() for stage in Stage}
        return Then(boards, self.cards.all, self.session.said, titles)

    def _when(self, kept: Round) -> str:
        """Time and day, and by whom: what matters most in a narrow list comes first."""
        day, by = kept.taken.date(), self.session.called(kept.by)
        return f"{kept.taken:%H:%M}, {day.day} {MONTHS[day.month - 1][:3]} {day.year}" + (f" · {by}" if by else "")

    def _title(self, board: str) -> str:
        if board in self.deck.tools:
            return self.deck.tools[board].title
        return "Questions" if board == "reflections" else "Desirability, feasibility, viability"

    def state(self) -> str:
        """The name of the screen, and that nothing is moved on it."""
        return "Rounds · read only" if self.side else "Rounds"

    def footer(self) -> tuple[Command, ...]:
        """The keys that matter now."""
        if self.chosen is None:
            return (key.ROUND, key.BACK, key.HELP)
        sides = SIDES.saying("the boards then" if self.side == CHANGES else "next")
        page = (READ_ON[0],) if self.page.page_count > 1 else ()
        return (ROUND, sides, *page, COMPARE, RENAME, TAKE_OUT, key.BACK, key.HELP)

    def greeting(self) -> str:
        """How many there are, and what to press."""
        if self.chosen is None:
            return "b keeps a copy of the boards as they are now."
        if self.side:
            return "As it was; it cannot be moved here. tab goes on, esc shows what has changed."
        return "tab shows the boards as they were, c compares with another round."

    def _show(self) -> None:
        self.show_session()
        self.say(self.greeting())

    # --- choosing -----------------------------------------------------------------------------------------------------

    @on(RoundsPage.Chosen)
    def choose(self, event: RoundsPage.Chosen) -> None:
        """Another round."""
        self.at, self.at_page = event.round, 0
        self._show()

    @on(RoundsPage.Turned)
    def turn(self, event: RoundsPage.Turned) -> None:
        """Another page of what has changed, or of a board that does not fit."""
        self.at_page = event.page
        self._show()

    def action_side(self, by: int) -> None:
        """From what has changed to the boards as they were, one after another, and round again."""
        if self.chosen is None:
            return
        sides = (CHANGES, *self.then(self.chosen.boards).begun)
        self.side = sides[(sides.index(self.side) + by) % len(sides)] if self.side in sides else CHANGES
        self.at_page = 0
        self._show()

    def action_compare(self) -> None:
        """Choose what the round is compared with."""
        chosen = self.chosen
        if chosen is None:
            self.say(self.greeting())
            return
        others = [kept for kept in self.rounds if kept.id != chosen.id]
        choices = [Choice(NOW, "0", "How it is now")]
        choices += [Choice(kept.id, str(n), f"{kept.name}, {self._when(kept)}") for n, kept in enumerate(others, 1)]

        def closed(other: str | None) -> None:
            if other is not None:
                self.other, self.side, self.at_page = other, CHANGES, 0
                self._show()

        self.app.push_screen(
            Chooser(self.styles_in_use, f"Compare {chosen.name} with", "press a digit", choices, digits=True), closed
        )

    def action_back(self) -> None:
        """From a board to what has changed, from a comparison to now, then off the screen."""
        if self.side or self.other != NOW:
            self.side, self.other, self.at_page = CHANGES, self.other if self.side else NOW, 0
            self._show()
        else:
            super().action_back()

    # --- changing -----------------------------------------------------------------------------------------------------

    def action_reword(self) -> None:
        """Another name."""
        chosen = self.chosen
        if chosen is None:
            self.say(self.greeting())
            return

        def closed(words: dict[str, str] | None) -> None:
            if words is not None and words["name"] != chosen.name:
                self.perform(RenameRound(chosen.id, words["name"]))

        box = WordsBox(
            self.styles_in_use,
            "Another name",
            Heading(f"{chosen.name}, {self._when(chosen)}"),
            (Field("name", "", chosen.name, rows=1, single=True),),
            promise="Enter keeps the name.",
        )
        self.app.push_screen(box, closed)

    def action_remove(self) -> None:
        """Take the round out."""
        if self.chosen is not None:
            self.perform(RemoveRound(self.chosen.id))
