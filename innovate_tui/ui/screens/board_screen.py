"""What the screens of the boards share: steps, the guide beside the board, show large, reasons, fixing.

A board's own screen says which board, what it shows of the session, and what its words are.
"""

from dataclasses import dataclass, replace
from typing import Any, ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.events import Resize
from textual.message import Message

from innovate_tui.ui import commands as key
from innovate_tui.ui.commands import EVERYWHERE, Command, bindings
from innovate_tui.ui.minting import now
from innovate_tui.ui.screens.own_cards import add_card
from innovate_tui.ui.screens.people_boxes import choose_expert
from innovate_tui.ui.screens.session_screen import SessionScreen
from innovate_tui.ui.screens.words_box import Field, Heading, WordsBox
from innovate_tui.ui.widgets.board import ON_BOARD, Board
from innovate_tui.ui.widgets.board_view import BoardScene, Guide, SideItem
from innovate_tui.ui.widgets.frame import NO_TIME, StatusLine, Steps, TimeShown
from innovate_tui.ui.widgets.guide_column import GuideColumn
from innovate_tui.ui.widgets.guide_painter import BESIDE_FROM
from innovate_tui.ui.widgets.people_view import NOT_ALONE
from innovate_tui.workshop import wording
from innovate_tui.workshop.board_edits import BoardName, board_of
from innovate_tui.workshop.deck import Act, Deck, Mode, StepWords
from innovate_tui.workshop.edits import Edit, Fix, Unfix, WriteReason
from innovate_tui.workshop.features import Feature, Kind
from innovate_tui.workshop.guide_wording import GuidePart, beside_board, in_one_row, planned_and_used, used_for
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


T = TypeVar("T", bound=BoardScene)


class BoardScreen(SessionScreen):
    """A screen around a board."""

    DEFAULT_CSS = """
    BoardScreen #middle { height: 1fr; }
    BoardScreen.-guided #guide { display: block; }
    BoardScreen.-large #guide { display: none; }
    """

    board_name: ClassVar[BoardName]
    kind: ClassVar[Kind]
    """The cards that are placed on the board."""

    @dataclass
    class AtStep(Message):
        """This step of a tool is in sight now."""

        tool: BoardName
        act: Act

    def __init__(self, history: History, deck: Deck, focus: str = "") -> None:
        super().__init__(history, deck, focus)
        self.tool = deck.tools[self.board_name]
        acts = [act for act, _ in self.tool.steps_for(self.session.mode)]
        begin = self.act_to_begin_with()
        self.at_step = acts.index(begin) if begin in acts else 0
        self.guide_page: int | None = None
        """The page of the guide that is open; none while it is closed."""
        self._guide: Guide | None = None
        self.made: Edit | None = None
        """The edit that is being shown: it says where the cursor goes."""

    def middle(self) -> ComposeResult:
        """The board, and right of it in a wide window the guide."""
        with Horizontal(id="middle"):
            yield from self.boards()
            yield GuideColumn(id="guide")

    # --- what a board's screen says of itself -------------------------------------------------------------------------

    @property
    def board(self) -> Board[Any, Any]:
        """The board that is on the screen."""
        return self.query_one("#board", Board)

    def boards(self) -> ComposeResult:
        """The board, or several of which one is seen at a time."""
        yield from ()

    def act_to_begin_with(self) -> Act | None:
        """What the group has come to; none for the first step."""
        return None

    def show_board(self) -> None:
        """Bring the board up to the session; `made` says which edit led to it."""

    def say_where(self) -> None:
        """Say what is in hand or chosen."""

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
        self._look_at_what_is_wanted()
        self.tell_step()

    def tell_step(self) -> None:
        """Say which step is in sight: the clock of the session goes on with its minutes."""
        self.post_message(self.AtStep(self.board_name, self.step[0]))

    def _look_at_what_is_wanted(self) -> None:
        if self.wanted:
            self.board.look_at(self.wanted)
            self.wanted = ""
            self.show_chosen()

    def show_session(self) -> None:
        """The board, then the frame around it."""
        self.show_board()
        self.query_one(GuideColumn).show(self._guide if self._in_column else None)
        super().show_session()

    def on_resize(self, event: Resize) -> None:
        """The guide stands elsewhere in a window of another width."""
        self.set_class(self.guide_page is not None and self._in_column, "-guided")
        if self.guide_page is not None:
            self.call_after_refresh(self._guide_resized)

    def _guide_resized(self) -> None:
        self.show_session()
        self.call_after_refresh(self._say_guide)

    def perform(self, edit: Edit, *, quietly: bool = False) -> bool:
        """Make an edit; the cursor goes where it leaves it. What completes a step says what comes after it."""
        self.made = edit
        was_complete = bool(self.complete())
        try:
            made = super().perform(edit, quietly=quietly)
        finally:
            self.made = None
        if made and not quietly and not was_complete and self.complete():
            done, *_ = sentences(self.query_one(StatusLine).sentence) or ("",)
            both = f"{done} {self.due()}"
            self.say(both if len(both) <= ONE_ROW and not isinstance(edit, Fix) else self.due())
        return made

    @property
    def step(self) -> tuple[Act, StepWords]:
        """The step that the group is at."""
        steps = self.tool.steps_for(self.session.mode)
        return steps[min(self.at_step, len(steps) - 1)]

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
        if self.history.future and not self.board.view.hand:
            commands = (key.REDO, *commands)
        if key.STEP_ON in commands and self.complete():
            commands = (key.STEP_ON, *(command for command in commands if command is not key.STEP_ON))
        if self.guide_page is not None:
            words = "guide goes on" if self.guide_page + 1 < self._guide_pages else "close guide"
            commands = (key.GUIDE.saying(words), *(command for command in commands if command is not key.GUIDE))
        if self.alone:
            against = key.DISSENT.saying("speaks against")
            return tuple(against if command is key.DISSENT else command for command in commands)
        if self.step[0] in READING_STEPS and key.NOTE in commands and self.guide_page is None:
            return (WHO_READS, *commands)
        return commands

    # --- the guide ----------------------------------------------------------------------------------------------------

    def guided(self, scene: T, *more: GuidePart) -> T:
        """A scene with the guide of the step over its tray, if it is open and the window has no column for it."""
        if self.guide_page is None:
            self._guide = None
            return scene
        act, words = self.step
        minutes = planned_and_used(words, used_for(self.session, self.board_name, act))
        parts = beside_board(words, self.session.mode, *more)
        number = self.steps().current + 1
        self._guide = Guide(f"{number} {words.title}", minutes, parts, self.guide_page)
        return replace(scene, notes=scene.notes[:1]) if self._in_column else replace(scene, guide=self._guide)

    @property
    def _in_column(self) -> bool:
        """Whether the window is wide enough for the guide beside the board and its tray."""
        return self.size.width >= BESIDE_FROM and not self.has_class("-too-small")

    @property
    def _guide_pages(self) -> int:
        """How many pages the open guide has."""
        return (self.query_one(GuideColumn) if self._in_column else self.board).guide_page_count

    def action_guide(self) -> None:
        """Open the guide of this step, go on in it, and close it after its last page."""
        closing = self.guide_page is not None and self.guide_page + 1 >= self._guide_pages
        self.turn_guide(None if closing else 0 if self.guide_page is None else self.guide_page + 1)

    def turn_guide(self, page: int | None) -> None:
        """Show a page of the guide, or close it. The board keeps every key."""
        self.guide_page = page
        self.set_class(page is not None and self._in_column, "-guided")
        self.show_session()
        if page is None:
            self.say_where()
        else:
            self.call_after_refresh(self._say_guide)

    def _say_guide(self) -> None:
        """Say that the guide is open, once it is known how many pages it has at this size."""
        if self.guide_page is None:
            return
        self.show_chosen()
        more = self.guide_page + 1 < self._guide_pages
        goes_on = "g goes on, esc closes it" if more else "g closes it"
        said = f"The guide is open: {goes_on}."
        whole = f"{said} The board still takes its keys."
        self.say(whole if len(whole) <= self.size.width - 2 else said)

    # --- what the screen says -----------------------------------------------------------------------------------------

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
        """The tool, and whether the board is fixed."""
        return f"{self.tool.title} · fixed" if self.fixed else self.tool.title

    def steps(self) -> Steps:
        """The steps of the session's mode."""
        steps = self.tool.steps_for(self.session.mode)
        return Steps(
            tuple(words.title for _, words in steps),
            tuple(words.bar for _, words in steps),
            min(self.at_step, len(steps) - 1),
        )

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
        self.tell_step()
        self.show_session()
        questions = self.questions()
        if questions:
            self.board.look_at(next((item.id for item in questions if not item.answered), questions[0].id))
            self.show_chosen()
        words = self.step[1]
        self.say(self.due() or in_one_row(self.tool, self.session.mode, self.step[0]) or words.title)

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

    def action_back(self) -> None:
        """Put back what is in hand, close what is open, leave the screen: one of them at a time."""
        if self.large:
            self.action_large()
        elif self.guide_page is not None:
            self.turn_guide(None)
        elif not self.board.put_back():
            super().action_back()
