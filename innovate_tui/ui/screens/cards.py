"""The Cards screen: read any card in calm, say what it is to the group, note what matters."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from innovate_tui.ui import commands as key
from innovate_tui.ui.commands import EVERYWHERE, Command, bindings
from innovate_tui.ui.screens.own_cards import add_card, reword_card
from innovate_tui.ui.screens.people_boxes import choose_expert
from innovate_tui.ui.screens.session_screen import SessionScreen
from innovate_tui.ui.widgets.cards_reader import CardsReader
from innovate_tui.ui.widgets.cards_reading import READS, TOOLKIT, Entry, Library
from innovate_tui.ui.widgets.frame import SaveState
from innovate_tui.ui.widgets.people_view import NOT_ALONE
from innovate_tui.workshop import wording
from innovate_tui.workshop.deck import Act, Deck, Mode
from innovate_tui.workshop.edits import Judge, RemoveFeature
from innovate_tui.workshop.features import Feature, Judgement, Kind
from innovate_tui.workshop.guide_wording import in_one_row
from innovate_tui.workshop.history import History

CARD = Command("", ("up", "down"), "↑↓", "card", key.CHOOSE, "card before, next card")
JUDGE = Command("", (), "+ -", "judge", key.SAY, "strength, to develop")
ANSWERS = (
    CARD,
    key.CARD.saying("that card", "shift+letter: that card"),
    key.PAGE,
    *key.TURN,
    *key.ENDS,
    key.NEXT_CARD,
    key.FIND,
    key.MORE,
    key.LESS,
    key.NOTE,
    key.EXPERT,
    key.ADD,
    key.REWORD.saying("reword", "reword one of your own"),
    key.REMOVE.saying("take out", "take out one of your own"),
    key.STEP_BACK.saying("kind before"),
    key.STEP_ON.saying("next kind"),
    key.GUIDE,
)
ON_THE_READER = (key.PAGE, *key.TURN, *key.ENDS, key.NEXT_CARD)
READ_IN = {
    Kind.ENABLER: ("diamond", Act.READ),
    Kind.INFLUENCE: ("quadrants", Act.READ),
    Kind.NEXT_LEVEL: ("quadrants", Act.HELPERS),
}
"""The tool and its step in which the cards of a kind are read."""
ONLY_READING = "These cards are open to read only. A session keeps what you say of them."


class CardsScreen(SessionScreen):
    """Read the cards, and what stands before and after them."""

    place = "cards"
    commands = ANSWERS + EVERYWHERE
    BINDINGS: ClassVar[list[BindingType]] = bindings(command for command in commands if command not in ON_THE_READER)
    DEFAULT_CSS = "CardsScreen #detail { display: none; }"

    def __init__(self, history: History, deck: Deck, focus: str = "", *, reading_only: bool = False) -> None:
        super().__init__(history, deck, focus)
        self.reading_only = reading_only
        self.reads = focus if focus.startswith(READS) else ""
        """The page with all cards of one person, while it is asked for."""
        self.reader = CardsReader(self.library())
        """The list and the text."""

    def middle(self) -> ComposeResult:
        """List and text in one."""
        yield self.reader

    def library(self) -> Library:
        """What there is to read, as the session has it now."""
        return Library(self.session, self.deck, self.reads)

    def begin(self) -> None:
        """Begin at the card that is wanted, else at the first card; without a session, at the beginning."""
        self.reader.focus()
        first = next((entry.id for entry in self.reader.library.shelf if entry.is_card), TOOLKIT)
        self.reader.open(self.wanted or (TOOLKIT if self.reading_only else first))
        super().begin()

    def resume(self, history: History, focus: str = "") -> None:
        """Come back, perhaps to another card."""
        if focus.startswith(READS):
            self.reads = focus
        super().resume(history, focus)
        if focus:
            self.reader.open(focus)

    # --- what is shown ------------------------------------------------------------------------------------------------

    def show_session(self) -> None:
        """The text, then the frame around it."""
        self.reader.show(self.library())
        if self.reading_only:
            self.save_state = SaveState("read only")
        super().show_session()

    def heading(self) -> str:
        """The session; without one, the deck."""
        return self.deck.title if self.reading_only else super().heading()

    def state(self) -> str:
        """The name of the screen."""
        return "Cards"

    @property
    def entry(self) -> Entry:
        """What is open."""
        library = self.reader.library
        return library.shelf[library.position[self.reader.view.at]]

    @property
    def feature(self) -> Feature | None:
        """The card that is open, if it is one."""
        return self.cards.all.get(self.entry.id)

    def footer(self) -> tuple[Command, ...]:
        """The keys that matter now."""
        feature = self.feature
        moving = (CARD, key.PAGE)
        if self.entry.id == self.reads:
            return (key.PAGE.saying("read on"), key.CARD, CARD, key.FIND, key.BACK, key.HELP)
        if self.reading_only or feature is None:
            return (*moving, key.CARD, key.FIND, key.STEP_ON.saying("next kind"), key.BACK, key.HELP)
        own = (key.REWORD, key.REMOVE) if feature.own else (key.STEP_ON.saying("next kind"),)
        return (*moving, JUDGE, key.NOTE, *own, key.BACK, key.HELP)

    def greeting(self) -> str:
        """Which card this is and what the group said of it; of what is no card, where the cards are."""
        if (feature := self.feature) is not None:
            return wording.of_card(self.session, self.deck, feature.id)
        if self.entry.id == self.reads:
            return "All of theirs on one page: space reads on, esc goes back."
        if self.entry.kind:
            number = len(self.cards.of_kind(Kind(self.entry.kind)))
            return f"{wording.count(number, 'card')} of this kind. ↓ opens the first."
        return "Read as much as you like, in any order. A capital opens its card."

    @on(CardsReader.Moved)
    def say_what(self, event: CardsReader.Moved) -> None:
        """Another card or page."""
        self.show_chosen()
        self.say(event.say or self.greeting())

    def found(self, card: str) -> None:
        """Open the card that was looked for."""
        self.reader.open(card)

    def action_find(self) -> None:
        """Find a card by letter or word."""
        self.find(list(self.cards.all.values()))

    def action_guide(self) -> None:
        """What the guide wants of the step in which the open card is read."""
        feature = self.feature
        tool, act = READ_IN[feature.kind] if feature else ("", Act.READ)
        found = self.deck.tools.get(tool)
        wanted = in_one_row(found, self.session.mode, act) if found else ""
        self.say(wanted or "The guide says nothing of this page.")

    def action_step(self, by: int) -> None:
        """The next kind, or the one before."""
        self.reader.go_to_kind(by)

    # --- saying -------------------------------------------------------------------------------------------------------

    def action_more(self) -> None:
        """A strength, or not judged after all."""
        self._judge(Judgement.STRENGTH)

    def action_less(self) -> None:
        """To develop, or not judged after all."""
        self._judge(Judgement.DEVELOPMENT)

    def _judge(self, judgement: Judgement) -> None:
        if (feature := self._card_to_change()) is not None:
            said = self.session.about(feature.id).judgement
            self.perform(Judge(feature.id, None if said is judgement else judgement))

    def action_note(self) -> None:
        """A note on the open card."""
        if (feature := self._card_to_change()) is not None:
            self.note_on(feature)

    def action_expert(self) -> None:
        """Who is the expert for the open card."""
        if self.may_change() and self.session.mode is Mode.INDIVIDUAL:
            self.say(NOT_ALONE)
        elif (feature := self._card_to_change()) is not None:
            choose_expert(self, feature.id)

    def action_add(self) -> None:
        """A card of the group's own, of the kind that is open."""

        def added(card: str) -> None:
            name = wording.name_of(self.cards, card)
            self.reader.open(card, f"Added: {name}. It stands with the others of its kind. u undoes.")

        if self.may_change():
            add_card(self, Kind(self.entry.kind) if self.entry.kind else Kind.ENABLER, added)

    def action_reword(self) -> None:
        """Other words on a card of the group's own."""
        if (feature := self._own_card()) is not None:
            reword_card(self, self.session.own[feature.id], feature.letter)

    def action_remove(self) -> None:
        """Take a card of the group's own out."""
        if (feature := self._own_card()) is not None:
            self.perform(RemoveFeature(feature.id))

    def _card_to_change(self) -> Feature | None:
        if not self.may_change():
            return None
        if self.feature is None:
            self.say("This is about the cards. A capital or the arrows choose one.")
        return self.feature

    def _own_card(self) -> Feature | None:
        feature = self._card_to_change()
        if feature is not None and not feature.own:
            self.say("This card is the deck's. Only cards of your own can be reworded or taken out.")
            return None
        return feature

    # --- without a session --------------------------------------------------------------------------------------------

    def may_change(self) -> bool:
        """Whether there is a session to change; where there is none, say so."""
        if self.reading_only:
            self.say(ONLY_READING)
        return not self.reading_only

    def action_overview(self) -> None:
        """Where the session is."""
        if self.may_change():
            super().action_overview()

    def action_park(self) -> None:
        """Park a thought."""
        if self.may_change():
            super().action_park()

    def action_round(self) -> None:
        """Keep a round."""
        if self.may_change():
            super().action_round()

    def action_export(self) -> None:
        """Write the summary."""
        if self.may_change():
            super().action_export()

    def action_save(self) -> None:
        """Save now."""
        if self.may_change():
            super().action_save()

    def can_go(self, place: str) -> bool:
        """Without a session there is only Home to go to."""
        return super().can_go(place) and (place == "home" or not self.reading_only)

    def action_go(self, place: str) -> None:
        """Go to another screen."""
        if place == "home" or self.may_change():
            super().action_go(place)
