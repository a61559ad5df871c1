"""The overview: where the session is, what is next, and the way to everything else of it (E11)."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from innovate_tui.ui import commands as key
from innovate_tui.ui.commands import EVERYWHERE, Command, bindings
from innovate_tui.ui.minting import now
from innovate_tui.ui.screens.session_facts import change_facts
from innovate_tui.ui.screens.session_screen import PLACES_TO_GO, SessionScreen
from innovate_tui.ui.widgets.overview_page import OverviewPage
from innovate_tui.ui.widgets.overview_painter import Entry, OverviewScene
from innovate_tui.workshop import overview
from innovate_tui.workshop.deck import Deck, Mode
from innovate_tui.workshop.edits import Edit
from innovate_tui.workshop.history import History
from innovate_tui.workshop.road_wording import to_look_again
from innovate_tui.workshop.session import Session

ENTRY = Command("", ("up", "down"), "↑↓", "choose", key.CHOOSE, "the one before, the next one")
DIGITS = Command("", (), "1-9", "open", key.CHOOSE, "open what has that digit")
GO_ON = key.ENTER.saying("go on", "go on with what is next, or open what is chosen")
FACTS = key.REWORD.saying("change", "change title, place, day, and who works")
HOME = key.LEAVE.saying("home", "home; everything is saved")
HERE = key.OVERVIEW.saying("back", "back to where you were")
ANSWERS = (ENTRY, DIGITS, GO_ON, key.NEXT_CARD.saying("next", "next one"), FACTS)
ON_THE_PAGE = ("enter", "entry(1)")
IN_GROUPS = ("people",)
"""The places that who works alone has no use for (F15)."""
NOTHING_BENEATH = 2
"""Screens that are open where the overview is the first one of a session: Home and itself."""
AT_ENTRY = {"checks": "reflections"}
"""Where the cursor stands for a next thing that is done on a screen without a digit of its own."""


class OverviewScreen(SessionScreen):
    """Where we are, and what is next."""

    place = "session"
    commands = ANSWERS + tuple({key.LEAVE: HOME, key.OVERVIEW: HERE}.get(command, command) for command in EVERYWHERE)
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        command for command in commands if command.action not in ON_THE_PAGE
    )
    DEFAULT_CSS = "OverviewScreen #detail { display: none; }"

    def __init__(self, history: History, deck: Deck, focus: str = "") -> None:
        super().__init__(history, deck, focus)
        self.next = overview.next_thing(self.session, deck)
        self.page = OverviewPage()
        """The entries."""

    def middle(self) -> ComposeResult:
        """The page alone."""
        yield self.page

    def begin(self) -> None:
        """Begin where the next thing is done."""
        self.page.focus()
        super().begin()
        self._look_at_next()
        if again := to_look_again(self.session, now().date()):
            self.say(f"{again} 3 opens it.")

    def resume(self, history: History, focus: str = "") -> None:
        """Come back: something else may be next."""
        super().resume(history, focus)
        self._look_at_next()

    def _look_at_next(self) -> None:
        self.page.look_at(AT_ENTRY.get(self.next.place, self.next.place))
        self.say(self.greeting())

    # --- what is shown ------------------------------------------------------------------------------------------------

    def show_session(self) -> None:
        """The page, then the frame around it."""
        self.next = overview.next_thing(self.session, self.deck)
        self.page.show(self.scene())
        super().show_session()

    def note(self, *edits: Edit) -> None:
        """Minutes were counted while the overview is open: they stand at its top."""
        super().note(*edits)
        self.page.show(self.scene())

    def scene(self) -> OverviewScene:
        """What the overview shows of the session now."""
        return OverviewScene(
            overview.facts(self.session),
            tuple(entries(self.session, self.deck)),
            self.kept_in,
            self.exports_to if self.kept_in else "",
        )

    def state(self) -> str:
        """The name of the screen."""
        return "Overview"

    def footer(self) -> tuple[Command, ...]:
        """The keys that matter now."""
        return (
            GO_ON,
            DIGITS,
            key.ROUND.saying("round"),
            key.EXPORT,
            FACTS,
            key.PALETTE.saying("commands"),
            HOME,
            key.HELP,
        )

    def greeting(self) -> str:
        """What is next; or what enter opens, where the cursor is on something else."""
        entry = self.page.scene.entry(self.page.at)
        if entry is None or entry.place == AT_ENTRY.get(self.next.place, self.next.place):
            return overview.sentence(self.next)
        return f"{entry.name}: {entry.state}. Enter opens it."

    # --- going on -----------------------------------------------------------------------------------------------------

    @on(OverviewPage.Chosen)
    def say_what(self) -> None:
        """Another entry."""
        self.say(self.greeting())

    @on(OverviewPage.Opened)
    def open_it(self, event: OverviewPage.Opened) -> None:
        """Go there; enter on what is next goes where that is done."""
        if event.digit == HOME_DIGIT:
            self.action_go("home")
        elif not event.place:
            self.say(f"{event.digit} opens nothing here. The numbers at the left do.")
        elif not event.digit and event.place == AT_ENTRY.get(self.next.place):
            self.action_go(self.next.place)
        else:
            self.action_go(event.place)

    def action_overview(self) -> None:
        """It is open already: back to where one came from, if that was not Home."""
        if len(self.app.screen_stack) > NOTHING_BENEATH:
            self.action_back()
        else:
            self.say(self.greeting())

    def action_leave(self) -> None:
        """Home."""
        self.action_go("home")

    def action_reword(self) -> None:
        """Change what the session says of itself."""
        change_facts(self)


HOME_DIGIT = next(choice.key for choice in PLACES_TO_GO if choice.id == "home")


def entries(session: Session, deck: Deck) -> list[Entry]:
    """Everything that can be opened, each with its state in words; alone without what only a group needs."""
    tools = {each.tool: each for each in overview.tools(session, deck)}
    states = {
        "reflections": overview.questions(session, deck),
        "cards": overview.cards(session, deck),
        "people": overview.people(session),
        "rounds": overview.rounds(session),
        "readback": "all that was said, to read aloud at the end",
    }
    found = []
    for choice in PLACES_TO_GO:
        if choice.id in tools:
            tool = tools[choice.id]
            found.append(Entry(choice.id, choice.key, tool.title, tool.state, tool.line))
        elif choice.id in states and not (choice.id in IN_GROUPS and session.mode is Mode.INDIVIDUAL):
            found.append(Entry(choice.id, choice.key, choice.words, states[choice.id]))
    return found
