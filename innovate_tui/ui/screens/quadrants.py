"""The Four Quadrants screen: influences by importance and threat, then what would help, then stepping back."""

from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from innovate_tui.ui import commands as key
from innovate_tui.ui.commands import EVERYWHERE, Command
from innovate_tui.ui.screens.board_screen import SAYING, WORKING, BoardScreen, screen_bindings
from innovate_tui.ui.screens.words_box import Field, Heading, WordsBox
from innovate_tui.ui.widgets import grid_words
from innovate_tui.ui.widgets.board import Board
from innovate_tui.ui.widgets.frame import Detail
from innovate_tui.ui.widgets.grid_board import GridBoard
from innovate_tui.ui.widgets.grid_view import ENDS, GridScene, untouched
from innovate_tui.ui.widgets.match_board import MatchBoard
from innovate_tui.ui.widgets.match_view import MatchScene
from innovate_tui.workshop import grid_wording, wording
from innovate_tui.workshop.deck import Act, Deck
from innovate_tui.workshop.edits import WriteMatchReason
from innovate_tui.workshop.features import Kind
from innovate_tui.workshop.guide_wording import KNOW, GuidePart
from innovate_tui.workshop.history import History
from innovate_tui.workshop.quadrants import Quadrant

ANSWERS = (
    key.MOVE,
    key.CARD,
    key.QUADRANT,
    key.HELPER,
    key.LIFT,
    key.CARRY,
    key.SAY_HIGH,
    key.SAY_LOW,
    key.ENTER,
    key.READ,
    key.NEXT_THING,
    key.FIND,
    *SAYING,
    key.EXPERT,
    *WORKING,
    key.TURN_ROUND,
)


class QuadrantsScreen(BoardScreen):
    """Place the influences, choose what would help, step back."""

    place = board_name = "quadrants"
    kind = Kind.INFLUENCE
    commands = ANSWERS + EVERYWHERE
    BINDINGS: ClassVar[list[BindingType]] = screen_bindings(ANSWERS, key.SAY_HIGH, key.SAY_LOW)
    DEFAULT_CSS = """
    QuadrantsScreen #detail { display: none; }
    QuadrantsScreen #match { display: none; }
    QuadrantsScreen.-matching #match { display: block; }
    QuadrantsScreen.-matching #board { display: none; }
    """

    def __init__(self, history: History, deck: Deck, focus: str = "") -> None:
        super().__init__(history, deck, focus)
        self.grid = GridBoard()
        """The grid."""
        self.matching = MatchBoard()
        """The two lists."""

    def boards(self) -> ComposeResult:
        """The grid, and the two lists of matching in its place."""
        yield self.grid
        yield self.matching

    @property
    def board(self) -> Board[Any, Any]:
        """The one of the two that the step shows."""
        return self.matching if self.step[0] is Act.MATCH else self.grid

    def act_to_begin_with(self) -> Act | None:
        """What the group has come to."""
        quadrants = self.session.boards.quadrants
        if quadrants.fixed:
            return Act.REVIEW
        if not quadrants.placed:
            return None
        waiting = quadrants.set_aside(feature.id for feature in self.cards.of_kind(Kind.INFLUENCE))
        if waiting and not quadrants.mitigations:
            return Act.PLACE
        return Act.MATCH if quadrants.unanswered or not quadrants.mitigations else Act.FIX

    # --- what is shown ------------------------------------------------------------------------------------------------

    def show_board(self) -> None:
        """The grid or the lists as the session has them, and the keys to the one that is seen."""
        matching = self.step[0] is Act.MATCH
        self.set_class(matching, "-matching")
        board = self.board
        board.large = self.has_class("-large")
        if self.focused is not board:
            board.focus()
        if matching:
            self.matching.show(self.match_scene(), self.made)
        else:
            self.grid.show(self.scene(), self.made)

    def scene(self) -> GridScene:
        """What the grid shows of the session now."""
        session, know = self.session, grid_words.know(self.tool, self.step[0])
        helping = self.step[0] is Act.HELPERS
        scene = GridScene(
            cards=self.cards.all,
            quadrants=session.boards.quadrants,
            said=session.said,
            experts=self.experts(),
            questions=self.questions(),
            notes=(grid_wording.tray_state(session, self.deck), self.step[1].do, *know),
            to_read=tuple(feature.id for feature in self.cards.of_kind(Kind.NEXT_LEVEL)) if helping else (),
            ask=self.tool.ask,
            meanings={quadrant: grid_wording.meaning(self.deck, quadrant) for quadrant in Quadrant},
            ends=self._ends(),
            names=self._names(),
        )
        return self.guided(scene, GuidePart(KNOW, know))

    def _names(self) -> dict[Quadrant, str]:
        """What the deck calls the quadrants; nothing where it has no names."""
        named = {quadrant: grid_wording.quadrant_name(self.deck, quadrant) for quadrant in Quadrant}
        return named if all(named.values()) else {}

    def _ends(self) -> tuple[str, str, str, str]:
        """What the deck calls the ends of the two axes."""
        match self.tool.factors[:2]:
            case (across, up) if across.low and across.high and up.low and up.high:
                return across.low, across.high, up.low, up.high
        return ENDS

    def match_scene(self) -> MatchScene:
        """What matching shows of the session now."""
        scene = MatchScene(
            cards=self.cards.all,
            quadrants=self.session.boards.quadrants,
            experts=self.experts(),
            notes=(grid_wording.matching_state(self.session, self.deck),),
            names=self._names(),
        )
        return self.guided(scene, GuidePart(KNOW, grid_words.know(self.tool, self.step[0])))

    def detail(self) -> Detail:
        """The chosen card stands beside the grid, so there are no rows for it."""
        return Detail()

    def footer(self) -> tuple[Command, ...]:
        """The keys that matter now."""
        if self.step[0] is Act.MATCH:
            return self.worded(grid_words.matching(self.matching.scene, self.matching.view))
        return self.worded(grid_words.footer(self.step[0], self.grid.scene, self.grid.view))

    def greeting(self) -> str:
        """What is next."""
        if self.step[0] is Act.MATCH:
            return grid_wording.matching_state(self.session, self.deck)
        return grid_wording.next_due(self.session, self.deck)

    def due(self) -> str:
        """What is next at this step."""
        return grid_wording.at_step(self.session, self.deck, self.step[0])

    def complete(self) -> str:
        """That what this step is for is done."""
        return grid_wording.complete(self.session, self.deck, self.step[0])

    def say_where(self) -> None:
        """Say what is in hand or chosen."""
        if self.step[0] is Act.MATCH:
            influence, helper = self.matching.pair
            if self.matching.view.turned:
                self.say(grid_wording.help_of(self.session, self.deck, helper))
            else:
                self.say(grid_wording.matches_of(self.session, self.deck, influence))
            return
        view, card = self.grid.view, self.grid.view.at
        if view.hand:
            self.say(self.in_hand_words())
        elif card in self.grid.scene.to_read:
            self.say(wording.of_card(self.session, self.deck, card))
        else:
            self.say(grid_wording.chosen(self.session, self.deck, card) if card in self.cards.all else self.due())

    def in_hand_words(self) -> str:
        """For a card from the tray the next of the two questions; else where the card would stand."""
        view, factors = self.grid.view, self.tool.factors
        where = grid_wording.in_hand(self.cards, self.deck, view.hand, *view.over)
        if len(factors) < 2 or not untouched(self.grid.scene, view):
            return where
        question = factors[1 if view.answered else 0].question
        return f"In hand. {question} h high, l low, or arrows."

    def why_title(self, card: str) -> str:
        """The position that the reason is for."""
        position = self.session.boards.quadrants.position(card)
        return f"Why {grid_wording.stands_in(self.deck, position)}" if position.placed else "Why it is set aside"

    def action_step(self, by: int) -> None:
        """Another step; where cards are to be read, the cursor goes to the first of them."""
        super().action_step(by)
        if self.step[0] is Act.HELPERS and self.grid.scene.side:
            self.grid.look_at(self.grid.scene.side[0])
            self.show_chosen()

    # --- matching -----------------------------------------------------------------------------------------------------

    def reasons(self, at: str) -> None:
        """When matching, why this one helps; else why a card stands where it does."""
        if self.step[0] is not Act.MATCH:
            super().reasons(at)
            return
        influence, helper = self.matching.pair
        if not influence or not helper:
            self.say("Choose a match first: a number switches one on, then w says why it helps.")
            return
        helps, helped = self.cards.all[helper], self.cards.all[influence]

        def typed(_: str, text: str) -> None:
            self.perform(WriteMatchReason(influence, helper, text), quietly=True)

        why = self.session.boards.quadrants.mitigations[influence][helper].why
        self.write(
            WordsBox(
                self.styles_in_use,
                f"Why it helps with {helped.in_list}",
                Heading(helps.title, helps.letter, helps.kind),
                (Field("why", "", why, rows=3),),
                on_typed=typed,
                status=f"What you would do, and how it would help with {wording.called(helped)}.",
            ),
            "Kept your reason.",
        )

    def action_turn_round(self) -> None:
        """The matches from the other side."""
        if self.step[0] is Act.MATCH:
            self.matching.action_turn_round()
        else:
            self.say("z turns the matches round, in the step of matching.")
