"""The Diamond 9 screen: tray and diamond side by side, the steps of the tool, and why a card stands where it stands."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from innovate_tui.ui import commands as key
from innovate_tui.ui.commands import EVERYWHERE, Command
from innovate_tui.ui.screens.board_screen import SAYING, WORKING, BoardScreen, screen_bindings
from innovate_tui.ui.screens.letters_box import LettersBox
from innovate_tui.ui.widgets import diamond_words
from innovate_tui.ui.widgets.board_view import FIXED
from innovate_tui.ui.widgets.diamond_board import DiamondBoard
from innovate_tui.ui.widgets.diamond_view import Scene
from innovate_tui.ui.widgets.frame import Detail
from innovate_tui.workshop import diamond_wording
from innovate_tui.workshop.deck import Act, Deck
from innovate_tui.workshop.edits import Arrange, Judge
from innovate_tui.workshop.features import Judgement, Kind
from innovate_tui.workshop.guide_wording import KNOW, GuidePart
from innovate_tui.workshop.history import History

ANSWERS = (
    key.MOVE,
    key.CARD,
    key.PLACE,
    key.LIFT,
    key.CARRY,
    key.ENTER,
    key.READ,
    key.NEXT_THING,
    key.INSERT,
    key.LETTERS,
    key.FIND,
    key.MORE,
    key.LESS,
    *SAYING,
    key.EXPERT,
    *WORKING,
)


FROM_PAPER = "Done on paper? l takes its nine letters."


class DiamondScreen(BoardScreen):
    """Rank the cards on the diamond, say why, step back."""

    place = board_name = "diamond"
    kind = Kind.ENABLER
    commands = ANSWERS + EVERYWHERE
    BINDINGS: ClassVar[list[BindingType]] = screen_bindings(ANSWERS, key.INSERT)

    def __init__(self, history: History, deck: Deck, focus: str = "") -> None:
        super().__init__(history, deck, focus)
        self._board = DiamondBoard()

    def boards(self) -> ComposeResult:
        """The board alone."""
        yield self._board

    @property
    def board(self) -> DiamondBoard:
        """The board."""
        return self._board

    def act_to_begin_with(self) -> Act | None:
        """What the group has come to."""
        diamond = self.session.boards.diamond
        if diamond.fixed:
            return Act.REVIEW
        if diamond.placed:
            return Act.ORDER if diamond.free else Act.FIX
        return Act.ORDER if any(said.judgement for said in self.session.said.values()) else None

    def show_board(self) -> None:
        """The diamond as the session has it."""
        self.board.show(self.scene(), self.made)

    def scene(self) -> Scene:
        """What the board shows of the session now."""
        session, know = self.session, diamond_words.know(self.tool, self.step[0], alone=self.alone)
        scene = Scene(
            cards=self.cards.all,
            diamond=session.boards.diamond,
            said=session.said,
            experts=self.experts(),
            questions=self.questions(),
            notes=(self._tray_state(), self.step[1].do, *know),
            from_bottom=self.step[0] is Act.FILL,
        )
        return self.guided(scene, GuidePart(KNOW, know))

    def _tray_state(self) -> str:
        """How the tray and the places add up; before a card is placed, that there may be a diamond on paper."""
        state, diamond = diamond_wording.tray_state(self.session, self.deck), self.session.boards.diamond
        return state if diamond.placed or diamond.fixed else f"{state} {FROM_PAPER}"

    def detail(self) -> Detail:
        """The chosen card, why it stands there or what to ask of it."""
        board = self.board
        return diamond_words.detail(self.session, self.deck, board.scene, board.view.hand or board.chosen)

    def footer(self) -> tuple[Command, ...]:
        """The keys that matter now."""
        return self.worded(diamond_words.footer(self.step[0], self.board.scene, self.board.view))

    def greeting(self) -> str:
        """What is next."""
        return diamond_wording.next_due(self.session, self.deck)

    def due(self) -> str:
        """What is next at this step."""
        return diamond_wording.at_step(self.session, self.deck, self.step[0])

    def complete(self) -> str:
        """That what this step is for is done."""
        return diamond_wording.complete(self.session, self.deck, self.step[0])

    def say_where(self) -> None:
        """Say what is in hand or chosen."""
        view, scene, card = self.board.view, self.board.scene, self.board.chosen
        if view.hand:
            self.say(diamond_wording.in_hand(self.cards, scene.diamond, view.hand, view.over))
        elif card in scene.cards:
            self.say(diamond_wording.chosen(self.session, self.deck, card, scene.suggested(card)))
        else:
            self.say(self.due() if card else diamond_wording.free_place(scene.diamond, view.at.place))

    def why_title(self, card: str) -> str:
        """The place that the reason is for."""
        place = self.session.boards.diamond.place_of(card)
        return f"Why it stands at {place}" if place else "Why it is set aside"

    def action_more(self) -> None:
        """A strength, or not judged after all."""
        self._judge(Judgement.STRENGTH)

    def action_less(self) -> None:
        """To develop, or not judged after all."""
        self._judge(Judgement.DEVELOPMENT)

    def action_letters(self) -> None:
        """Type a paper diamond in: one change, and none where it is not kept."""
        if self.fixed:
            self.say(FIXED)
            return

        def closed(cards: tuple[str, ...] | None) -> None:
            if cards is None:
                self.say("The board is as it was.")
            else:
                self.perform(Arrange(cards))

        self.app.push_screen(LettersBox(self.styles_in_use, self.board.scene, self.cards.by_letter), closed)

    def _judge(self, judgement: Judgement) -> None:
        if (feature := self.chosen_card()) is not None:
            said = self.session.about(feature.id).judgement
            self.perform(Judge(feature.id, None if said is judgement else judgement))
