"""What can be asked for on every screen of a session: words to write, another screen, the summary, help."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import ClassVar, Literal

from textual.message import Message

from innovate_tui.ui.commands import EVERYWHERE, Command, by_oneself
from innovate_tui.ui.minting import mint, now
from innovate_tui.ui.screens.chooser import Choice, Chooser
from innovate_tui.ui.screens.export_box import ExportBox
from innovate_tui.ui.screens.words_box import Field, Heading, WordsBox
from innovate_tui.ui.screens.working_screen import WorkingScreen
from innovate_tui.ui.widgets.frame import StepBar
from innovate_tui.workshop.deck import Deck, Mode
from innovate_tui.workshop.edits import Include, KeepRound, LetGo, Park, WriteNote
from innovate_tui.workshop.features import Feature
from innovate_tui.workshop.history import History
from innovate_tui.workshop.session import Included, Session
from innovate_tui.workshop.settling import Settle, unsettled, where
from innovate_tui.workshop.spoken import one_line

PLACES_TO_GO = (
    Choice("diamond", "1", "Diamond 9"),
    Choice("quadrants", "2", "Four Quadrants"),
    Choice("roadmap", "3", "Roadmap"),
    Choice("reflections", "4", "Questions"),
    Choice("cards", "5", "Cards"),
    Choice("people", "6", "People"),
    Choice("rounds", "8", "Rounds"),
    Choice("readback", "9", "Read back"),
    Choice("home", "0", "Home"),
)
"""Where `o` and a digit lead: the entries of the overview. The digit in between is for a screen to come."""
TOOLS = ("diamond", "quadrants", "roadmap")
"""The places that a deck may be without."""


class SessionScreen(WorkingScreen):
    """A screen of a session, with all that can be asked for on any of them."""

    commands: ClassVar[tuple[Command, ...]] = EVERYWHERE

    @dataclass
    class ExportNear(Message):
        """Somebody chooses in this box what goes into the summary."""

        box: ExportBox
        session: Session
        deck: Deck

    class ExportAsked(Message):
        """The summary is wanted, as it was chosen."""

    class SaveAsked(Message):
        """It is to be saved now, and said so."""

    @dataclass
    class KeptAsked(Message):
        """Something is wanted of what this machine keeps: an earlier version, words struck out, all of it wiped."""

        what: Literal["versions", "strike", "wipe"]

    class BackAsked(Message):
        """This screen is done with, for now."""

    def __init__(self, history: History, deck: Deck, focus: str = "") -> None:
        super().__init__(history, deck, focus)
        self.exports_to = ""
        """The folder that summaries are written to."""
        self.kept_in = ""
        """The file that the session is kept in; nothing where there is none."""

    @property
    def offered(self) -> tuple[Command, ...]:
        """What the palette lists: who works alone finds nothing of a group there."""
        return by_oneself(self.commands) if self.session.mode is Mode.INDIVIDUAL else self.commands

    # --- words --------------------------------------------------------------------------------------------------------

    def write(self, box: WordsBox, said: str, undo: str = "u brings the old words back.") -> None:
        """Open a box whose words are edits as they are typed; when it closes, say what was kept."""
        if self.closed:
            self.say(self.closed)
            return
        before = self.session

        def closed(_: object) -> None:
            self.leave_field()
            same = self.session == replace(before, spent=self.session.spent)  # time goes by
            self.say("Nothing was changed." if same else f"{said} {undo}")

        self.app.push_screen(box, closed)

    def note_on(self, feature: Feature) -> None:
        """Write the note on a card."""

        def typed(_: str, text: str) -> None:
            self.perform(WriteNote(feature.id, text), quietly=True)

        note = Field("note", "", self.session.about(feature.id).note, rows=6, enter_keeps=False)
        heading = Heading(feature.title, feature.letter, feature.kind)
        self.write(
            WordsBox(
                self.styles_in_use,
                "A note on the card",
                heading,
                (note,),
                on_typed=typed,
                status=f"The note on {feature.title}.",
            ),
            "Kept your note.",
        )

    def action_park(self) -> None:
        """Write down a thought for later, without leaving the screen."""
        thought = mint("n")

        def typed(_: str, text: str) -> None:
            self.perform(Park(thought, text), quietly=True)

        self.write(
            WordsBox(
                self.styles_in_use,
                "Park a thought",
                Heading("For later; it stands with the questions and in the summary."),
                (Field("text", "", "", rows=2),),
                on_typed=typed,
                status="A thought for later.",
            ),
            "Parked.",
            "u takes it back.",
        )

    def proposed_round(self) -> str:
        """A name for the round that is about to be kept, where the moment suggests one."""
        return ""

    def action_round(self) -> None:
        """Keep a named, dated copy of the boards."""

        def closed(words: dict[str, str] | None) -> None:
            if words and words["name"]:
                moment = now()
                if self.perform(KeepRound(mint("r"), words["name"], moment), quietly=True):
                    self.say(f"Round kept: {words['name']}, {clock(moment)}. o 8 says what changes from now on.")

        self.app.push_screen(
            WordsBox(
                self.styles_in_use,
                "Keep a round",
                Heading("A copy of the boards as they are now, to see later what has changed."),
                (Field("name", "Its name", self.proposed_round(), rows=1, single=True),),
                promise="Enter keeps the round. Without a name none is kept.",
                status='For example "before sharing".',
            ),
            closed,
        )

    async def on_step_bar_pressed(self, event: StepBar.Pressed) -> None:
        """A step was clicked in the step bar."""
        event.stop()
        await self.run_action(f"step({event.step - self.steps().current})")

    # --- going elsewhere ----------------------------------------------------------------------------------------------

    def action_go(self, place: str) -> None:
        """Go to another screen."""
        if not self.can_go(place):
            self.say("This deck does without that tool.")
        elif place != self.place:
            self.post_message(self.GoTo(place))

    def can_go(self, place: str) -> bool:
        """Whether the deck has what a screen is about: a council's own may leave a tool out."""
        return place not in TOOLS or place in self.deck.tools

    def action_overview(self) -> None:
        """Where the session is, and the way to everything else of it."""
        self.action_go("session")

    def action_troubles(self) -> None:
        """What of the file cannot stand as it is; what is chosen is let go."""
        if unsettled(self.session):
            self._settle()
            return
        troubles = self.session.troubles
        if not troubles:
            self.say("Everything in the file stands.")
            return
        choices = [
            Choice(str(number), "let go", f"{each.where}: {each.trouble} {each.mend}")
            for number, each in enumerate(troubles)
        ]
        chooser = Chooser(
            self.styles_in_use, "Entries that cannot stand", "enter lets one go, esc keeps it", choices, told=5
        )

        def closed(chosen: str | None) -> None:
            if chosen:
                self.perform(LetGo(troubles[int(chosen)].path))

        self.app.push_screen(chooser, closed)

    def _settle(self) -> None:
        """Choose between words that two laptops wrote in one place."""
        entries = unsettled(self.session)
        ways = {
            f"{entry.id}:{number}": (entry.id, text, key)
            for entry in entries
            for number, (key, text) in enumerate(
                (*(("keep", text) for text in entry.texts), ("both", "\n".join(filter(None, entry.texts))))
            )
        }
        at = {entry.id: where(entry, self.cards) for entry in entries}
        choices = [Choice(way, key, f"{at[entry]}: {one_line(text)}") for way, (entry, text, key) in ways.items()]
        title = "Written on two laptops"
        chooser = Chooser(self.styles_in_use, title, "enter keeps those words, esc decides later", choices, told=5)

        def closed(chosen: str | None) -> None:
            if chosen:
                self.perform(Settle(*ways[chosen][:2]))

        self.app.push_screen(chooser, closed)

    def find(self, features: list[Feature]) -> None:
        """Find a card by its letter or a word of its title."""
        choices = [Choice(feature.id, feature.letter, feature.title, feature.kind) for feature in features]
        chooser = Chooser(self.styles_in_use, "Find a card", "its letter, or a word of its title", choices)
        self.app.push_screen(chooser, lambda card: self.found(card) if card else None)

    def found(self, card: str) -> None:
        """A card was found: go to it."""

    def action_export(self) -> None:
        """Choose what goes into the summary, then write it."""

        def choose(included: Included) -> None:
            self.perform(Include(*included), quietly=True)

        def closed(write: bool | None) -> None:
            if write:
                self.post_message(self.ExportAsked())

        alone = self.session.mode is Mode.INDIVIDUAL
        box = ExportBox(self.styles_in_use, self.session.included, self.exports_to, choose, alone=alone)
        self.post_message(self.ExportNear(box, self.session, self.deck))
        self.app.push_screen(box, closed)

    def action_save(self) -> None:
        """Save now."""
        self.post_message(self.SaveAsked())

    def action_versions(self) -> None:
        """Go back to an earlier version."""
        self.post_message(self.KeptAsked("versions"))

    def action_strike(self) -> None:
        """Take words out for good."""
        self.post_message(self.KeptAsked("strike"))

    def action_wipe(self) -> None:
        """Wipe the earlier versions."""
        self.post_message(self.KeptAsked("wipe"))

    def action_back(self) -> None:
        """One level back."""
        self.post_message(self.BackAsked())

    def action_leave(self) -> None:
        """Leave this screen."""
        self.post_message(self.BackAsked())


def clock(moment: datetime) -> str:
    """A time of day: 14:02."""
    return f"{moment:%H:%M}"
