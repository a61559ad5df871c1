"""What the screens of the boards share: steps, the guide beside the board, show large, reasons, fixing.

A board's own screen says which board, what it shows of the session, and what its words are.
"""

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.events import Click
from textual.message import Message

from innovate_tui.ui import commands as key
from innovate_tui.ui.commands import EVERYWHERE, Command, bindings, by_oneself
from innovate_tui.ui.minting import now
from innovate_tui.ui.screens.guided_screen import GuidedScreen
from innovate_tui.ui.screens.own_cards import add_card
from innovate_tui.ui.screens.people_boxes import choose_expert
from innovate_tui.ui.screens.words_box import Field, Heading, WordsBox
from innovate_tui.ui.widgets.board import ON_BOARD, Board
from innovate_tui.ui.widgets.board_view import SideItem
from innovate_tui.ui.widgets.frame import NO_TIME, StatusLine, TimeShown
from innovate_tui.ui.widgets.people_view import NOT_ALONE
from innovate_tui.workshop import wording
from innovate_tui.workshop.board_edits import BoardName, board_of
from innovate_tui.workshop.deck import Act, Deck, Mode
from innovate_tui.workshop.edits import Edit, Fix, Unfix, WriteReason
from innovate_tui.workshop.features import Feature, Kind
from innovate_tui.workshop.guide_wording import in_one_row, with_minutes
from innovate_tui.workshop.history import History
from innovate_tui.workshop.prose import sentences
from innovate_tui.workshop.reflections import asked
from innovate_tui.workshop.spelling import ONE_ROW

SAYING = (key.WHY, key.DISSENT, key.NOTE, key.ADD)
OTHER_VIEW = {True: "What speaks against it", False: "Not everyone agrees, because"}
"""What the second field of a reason asks: who works alone has nobody to disagree with."""
WHO_READS = key.EXPERT.saying("who reads what")
READING_STEPS = (Act.SHARE, Act.READ, Act.HELPERS)
"""The steps at which cards are shared out and read."""
LOOKING = frozenset({"large", "back", "quit", "blank", "next_thing", "zoom", "pan", "jump", "turn_round"})
"""The actions that a board which is shown large still answers."""
WORKING = (key.STEP_BACK, key.STEP_ON, key.GUIDE, key.LARGE, key.FIX)


def screen_bindings(commands: tuple[Command, ...], *on_board: Command) -> list[BindingType]:
    """The bindings of a board's screen: all of its commands but those that the board itself answers."""
    return bindings(command for command in (*commands, *EVERYWHERE) if command not in (*ON_BOARD, *on_board))


class BoardScreen(GuidedScreen):
    """A screen around a board."""

    kind: ClassVar[Kind]
    """The cards that are placed on the board."""

    @dataclass
    class AtStep(Message):
        """This step of a tool is in sight now."""

        tool: BoardName
        act: Act
        working: bool = False
        """Whether something is done there, and not only looked at."""

    def __init__(self, history: History, deck: Deck, focus: str = "") -> None:
        super().__init__(history, deck, focus)
        acts = [act for act, _ in self.tool.steps_for(self.session.mode)]
        begin = self.act_to_begin_with()
        self.at_step = acts.index(begin) if begin in acts else 0
        self.working = False
        """Whether anything was done here since the screen came in sight."""
        self.made: Edit | None = None
        """The edit that is being shown: it says where the cursor goes."""

    # --- what a board's screen says of itself -------------------------------------------------------------------------

    def act_to_begin_with(self) -> Act | None:
        """What the group has come to; none for the first step."""
        return None

    def show_board(self) -> None:
        """Bring the board up to the session; `made` says which edit led to it."""

    def due(self) -> str:
        """What is next at this step, as one sentence; nothing where the board does not say."""
        return ""

    def complete(self) -> str:
        """That what this step is for is done; nothing while it is not."""
        return ""

    def why_title(self, card: str) -> str:
        """The heading over the reason for where a card stands."""
        return "Why it stands here"

    def proposed_round(self) -> str:
        """Before the others are told is when a group keeps what it has found by itself."""
        return "Before sharing" if self.step[0] is Act.TELL else ""

    # --- what is shown ------------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Begin on the board."""
        self.board.focus()
        super().begin()
        self._look_at_what_is_wanted()
        self.tell_step()

    def resume(self, history: History, focus: str = "") -> None:
        """Come back to the board, perhaps at a card."""
        super().resume(history, focus)
        self.working = False
        self.say(self.due() or self.greeting())
        self._look_at_what_is_wanted()
        self.tell_step()

    def tell_step(self) -> None:
        """Say which step is in sight: the clock of the session goes on with its minutes."""
        self.post_message(self.AtStep(self.board_name, self.step[0], self.working))

    def _look_at_what_is_wanted(self) -> None:
        if self.wanted:
            self.board.look_at(self.wanted)
            self.wanted = ""
            self.show_chosen()

    def show_session(self) -> None:
        """The board, then the frame around it."""
        self.show_board()
        super().show_session()

    def perform(self, edit: Edit, *, quietly: bool = False) -> bool:
        """Make an edit; the cursor goes where it leaves it. What completes a step says what comes after it."""
        self.made = edit
        was_complete = bool(self.complete())
        try:
            made = super().perform(edit, quietly=quietly)
        finally:
            self.made = None
        if made and not self.working:
            self.working = True
            self.tell_step()
        if made and not quietly and not was_complete and self.complete():
            done, *_ = sentences(self.query_one(StatusLine).sentence) or ("",)
            both = f"{done} {self.due()}"
            self.say(both if len(both) <= ONE_ROW and not isinstance(edit, Fix) else self.due())
        return made

    @property
    def fixed(self) -> bool:
        """Whether the board is stuck down."""
        return board_of(self.session, self.board_name).fixed is not None

    @property
    def alone(self) -> bool:
        """Whether one person works here, not a group."""
        return self.session.mode is Mode.INDIVIDUAL

    def worded(self, commands: tuple[Command, ...]) -> tuple[Command, ...]:
        """Keys for the last row: how the guide goes on first, and no words for a group where one works alone.

        After an undo the key for redo is one of them, as nothing else on the screen says that there is one.
        """
        redo = (key.REDO,) if self.history.future and not self.board.view.hand else ()
        if redo or self.complete():
            first = tuple(command for command in commands if command is key.STEP_ON)
            rest = tuple(command for command in commands if command is not key.STEP_ON)
            commands = (*first, *redo, *rest) if self.complete() else (*redo, *first, *rest)
        commands = self.guide_first(commands)
        if self.alone:
            return by_oneself(commands)
        if self.step[0] in READING_STEPS and key.NOTE in commands and self.guide_page is None:
            return (WHO_READS, *commands)
        return commands

    def questions(self) -> tuple[SideItem, ...]:
        """The questions to step back with, at the steps that ask them."""
        if self.step[0] is not Act.REVIEW:
            return ()
        prompts = asked(self.board_name, self.tool.prompts, self.session.boards.reflections)
        return tuple(
            SideItem(prompt.id, prompt.question, prompt.short, prompt.answered)
            for prompt in prompts
            if not prompt.skipped
        )

    def experts(self) -> dict[str, str]:
        """Who read which card for the others: nobody where one works alone, and no names on a board shown large."""
        if self.alone or self.has_class("-large"):
            return {}
        return {card: name for card in self.cards.all if (name := self.session.expert_for(card))}

    def state(self) -> str:
        """The tool, whether the board is fixed, and the way back from one that is shown large, which has no footer."""
        words = (self.tool.title, "fixed" if self.fixed else "", f"{key.LARGE.key} back" if self.large else "")
        return " · ".join(filter(None, words))

    # --- the board ----------------------------------------------------------------------------------------------------

    @on(Board.Wanted)
    def change_board(self, event: Board.Wanted) -> None:
        """Make the change, or say why not."""
        before = self.history
        self.perform(event.edit)
        if self.history is before:
            self.board.repaint()
        self.show_chosen()

    @on(Board.Moved)
    def hear_moved(self, event: Board.Moved) -> None:
        """Say why a key did nothing, or where things stand now."""
        event.stop()
        self.board.repaint()
        self.show_chosen()
        if event.say:
            self.say(event.say)
        else:
            self.say_where()

    @on(Board.Opened)
    def hear_opened(self, event: Board.Opened) -> None:
        """Open what the board asks for."""
        self.open_it(event.target)

    def open_it(self, target: str) -> None:
        """Read a card, or answer a question."""
        self.post_message(self.GoTo("cards" if target in self.cards.all else "reflections", target))

    def found(self, card: str) -> None:
        """Put the cursor on a card that was looked for; those that do not belong here are read."""
        if self.board.scene.takes(self.cards.all[card]):
            self.board.look_at(card)
            self.show_chosen()
            self.say_where()
        else:
            self.post_message(self.GoTo("cards", card))

    def action_find(self) -> None:
        """Find a card by letter or word."""
        self.find(list(self.cards.all.values()))

    def chosen_card(self) -> Feature | None:
        """The chosen card; where there is none that is said."""
        feature = self.cards.all.get(self.board.chosen)
        if feature is None:
            self.say("Choose a card first.")
        return feature

    # --- saying -------------------------------------------------------------------------------------------------------

    def action_why(self) -> None:
        """Why it stands here."""
        self.reasons("why")

    def action_dissent(self) -> None:
        """Who does not agree, and why."""
        self.reasons("dissent")

    def reasons(self, at: str) -> None:
        """The box with why a card stands where it does, and what those who do not agree would say."""
        feature = self.cards.all.get(self.board.subject)
        if feature is None:
            self.say("Choose a card first, then w says why it stands there.")
            return
        card, name = feature.id, self.board_name
        board = board_of(self.session, name)
        said = board.cards.get(card)

        def typed(field: str, text: str) -> None:
            self.perform(WriteReason(card, "why" if field == "why" else "dissent", text, name), quietly=True)

        self.write(
            WordsBox(
                self.styles_in_use,
                self.why_title(card),
                Heading(feature.title, feature.letter, feature.kind),
                (
                    Field("why", "", said.why if said else "", rows=3),
                    Field("dissent", OTHER_VIEW[self.alone], said.dissent if said else "", rows=2),
                ),
                on_typed=typed,
                status=f"The reason for {wording.called(feature)}.",
                at=at,
            ),
            "Kept your reason.",
        )

    def action_note(self) -> None:
        """A note on the chosen card."""
        if (feature := self.chosen_card()) is not None:
            self.note_on(feature)

    def action_go(self, place: str) -> None:
        """Go to another screen; to the people with the cards of this board."""
        if place == "people":
            self.post_message(self.GoTo(place, self.reading_kind))
        else:
            super().action_go(place)

    @property
    def reading_kind(self) -> Kind:
        """The cards that are read at this step."""
        return Kind.NEXT_LEVEL if self.step[0] is Act.HELPERS else self.kind

    def action_expert(self) -> None:
        """Who reads what, while the cards are shared out and read; after that, who is the chosen card's expert."""
        if self.alone:
            self.say(NOT_ALONE)
        elif self.step[0] in READING_STEPS:
            self.action_go("people")
        elif (feature := self.chosen_card()) is not None:
            choose_expert(self, feature.id)

    def action_read(self) -> None:
        """Read the chosen card."""
        if (feature := self.chosen_card()) is not None:
            self.post_message(self.GoTo("cards", feature.id))

    def action_add(self) -> None:
        """A card of the group's own."""

        def added(card: str) -> None:
            self.board.look_at(card)
            self.show_chosen()

        add_card(self, self.kind, added)

    # --- keeping ------------------------------------------------------------------------------------------------------

    def action_fix(self) -> None:
        """Fix the board, or open it again."""
        self.perform(Unfix(self.board_name) if self.fixed else Fix(now(), self.board_name))

    def action_step(self, by: int) -> None:
        """Go to another step; none is locked."""
        last = len(self.tool.steps_for(self.session.mode)) - 1
        wanted = self.at_step + by
        if not 0 <= wanted <= last:
            self.say("This is the last step." if wanted > last else "This is the first step.")
            return
        self.at_step = wanted
        self.guide_page = None if self.guide_page is None else 0
        self.working = True
        self.tell_step()
        self.show_session()
        questions = self.questions()
        if questions:
            self.board.look_at(next((item.id for item in questions if not item.answered), questions[0].id))
            self.show_chosen()
        words = self.step[1]
        said = self.due() or in_one_row(self.tool, self.session.mode, self.step[0]) or words.title
        self.say(with_minutes(said, words, self.size.width - 2))

    # --- shown large --------------------------------------------------------------------------------------------------

    @property
    def large(self) -> bool:
        """Whether the board is shown large, to look at together; it takes no changes then."""
        return self.has_class("-large")

    @property
    def can_say(self) -> bool:
        """A board that is shown large has no status line."""
        return super().can_say and not self.large

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While the board is shown large only looking is answered."""
        return not self.large or action in LOOKING

    def time_in_title(self) -> TimeShown:
        """A board that is shown large says the time only near its end."""
        return NO_TIME if self.large and not self.time.pressing else self.time

    def action_large(self) -> None:
        """The board as large as it goes, to look at together."""
        self.board.put_back()
        self.toggle_class("-large")
        self.board.large = self.large
        self.show_time(self.time)
        self.show_session()

    def on_click(self, event: Click) -> None:
        """Of a board that is shown large, a click on the title row is the way back, as it says there."""
        if self.large and event.widget is self.title_bar:
            self.action_large()

    def action_back(self) -> None:
        """Put back what is in hand, close what is open, leave the screen: one of them at a time."""
        if self.large:
            self.action_large()
        elif self.guide_page is not None:
            self.turn_guide(None)
        elif not self.board.put_back():
            super().action_back()
