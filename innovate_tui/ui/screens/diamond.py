"""The Diamond 9 screen: tray and diamond side by side, the steps of the tool, and why a card stands where it stands."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from innovate_tui.ui import commands as key
from innovate_tui.ui.commands import EVERYWHERE, Command, bindings
from innovate_tui.ui.minting import now
from innovate_tui.ui.screens.own_cards import add_card
from innovate_tui.ui.screens.session_screen import SessionScreen
from innovate_tui.ui.screens.words_box import Field, Heading, WordsBox
from innovate_tui.ui.widgets import diamond_view, diamond_words
from innovate_tui.ui.widgets.diamond_board import DiamondBoard
from innovate_tui.ui.widgets.diamond_view import Scene, SideItem
from innovate_tui.ui.widgets.frame import Detail, Steps
from innovate_tui.workshop import wording
from innovate_tui.workshop.deck import Act, Deck, StepWords
from innovate_tui.workshop.edits import Edit, Fix, Judge, Unfix, WriteReason
from innovate_tui.workshop.features import Feature, Judgement, Kind
from innovate_tui.workshop.history import History
from innovate_tui.workshop.reflections import asked

TOOL = "diamond"
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
    key.FIND,
    key.MORE,
    key.LESS,
    key.WHY,
    key.DISSENT,
    key.NOTE,
    key.ADD,
    key.STEP_BACK,
    key.STEP_ON,
    key.GUIDE,
    key.LARGE,
    key.FIX,
)


class DiamondScreen(SessionScreen):
    """Rank the cards on the diamond, say why, step back."""

    place = TOOL
    commands = ANSWERS + EVERYWHERE
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        command for command in commands if command not in (key.LIFT, key.CARRY, key.ENTER, key.NEXT_THING, key.INSERT)
    )

    def __init__(self, history: History, deck: Deck, focus: str = "") -> None:
        super().__init__(history, deck, focus)
        self.tool = deck.tools[TOOL]
        self.at_step = self._step_to_begin_with()
        self.guide_page: int | None = None
        """The page of the guide beside the board; none while the tray stands there."""
        self._made: Edit | None = None
        """The edit that is being shown: it says where the cursor goes."""

    def middle(self) -> ComposeResult:
        """The board alone."""
        yield DiamondBoard()

    @property
    def board(self) -> DiamondBoard:
        """The board."""
        return self.query_one(DiamondBoard)

    def on_mount(self) -> None:
        """Begin on the board."""
        self.board.focus()
        super().on_mount()
        if self.wanted:
            self.board.look_at(self.wanted)
            self.show_chosen()

    def resume(self, history: History, focus: str = "") -> None:
        """Come back to the board, perhaps at a card."""
        super().resume(history, focus)
        if focus:
            self.board.look_at(focus)
            self.show_chosen()

    # --- what is shown ------------------------------------------------------------------------------------------------

    def show_session(self) -> None:
        """The board, then the frame around it."""
        self.board.show(self.scene(), self._made)
        super().show_session()

    def perform(self, edit: Edit, *, quietly: bool = False) -> bool:
        """Make an edit; the cursor goes where it leaves it."""
        self._made = edit
        try:
            return super().perform(edit, quietly=quietly)
        finally:
            self._made = None

    def scene(self) -> Scene:
        """What the board shows of the session now."""
        session, act = self.session, self.step[0]
        cards, guide = self.cards, diamond_words.guide(self.tool, *self.step)
        prompts = asked(TOOL, self.tool.prompts, session.boards.reflections) if act is Act.REVIEW else ()
        questions = tuple(
            SideItem(prompt.id, prompt.question, prompt.short, prompt.answered)
            for prompt in prompts
            if not prompt.skipped
        )
        return Scene(
            cards=cards.all,
            diamond=session.boards.diamond,
            said=session.said,
            experts={card: name for card in cards.all if (name := session.expert_for(card))},
            questions=questions,
            guide=guide if self.guide_page is not None else (),
            guide_title=self.step[1].title,
            guide_page=self.guide_page or 0,
            notes=(wording.tray_state(session, self.deck), *guide),
            from_bottom=act is Act.FILL,
        )

    @property
    def step(self) -> tuple[Act, StepWords]:
        """The step that the group is at."""
        steps = self.tool.steps_for(self.session.mode)
        return steps[min(self.at_step, len(steps) - 1)]

    def state(self) -> str:
        """The tool, and whether the board is fixed."""
        return f"{self.tool.title} · fixed" if self.session.boards.diamond.fixed else self.tool.title

    def steps(self) -> Steps:
        """The steps of the session's mode."""
        steps = self.tool.steps_for(self.session.mode)
        return Steps(
            tuple(words.title for _, words in steps),
            tuple(words.bar for _, words in steps),
            min(self.at_step, len(steps) - 1),
        )

    def detail(self) -> Detail:
        """The chosen card, why it stands there or what to ask of it."""
        view, scene = self.board.view, self.board.scene
        return diamond_words.detail(self.session, self.deck, scene, view.hand or diamond_view.chosen(scene, view))

    def footer(self) -> tuple[Command, ...]:
        """The keys that matter now."""
        if self.has_class("-large"):
            return diamond_words.LOOKING
        return diamond_words.footer(self.step[0], self.board.scene, self.board.view)

    def greeting(self) -> str:
        """What is next."""
        return wording.next_due(self.session, self.deck)

    # --- the board ----------------------------------------------------------------------------------------------------

    @on(DiamondBoard.Wanted)
    def change_board(self, event: DiamondBoard.Wanted) -> None:
        """Make the change, or say why not."""
        self.perform(event.edit)
        self.show_chosen()

    @on(DiamondBoard.Moved)
    def hear_moved(self, event: DiamondBoard.Moved) -> None:
        """Say why a key did nothing, or where things stand now."""
        self.board.repaint()
        self.show_chosen()
        if event.say:
            self.say(event.say)
        else:
            self.say_where()

    def say_where(self) -> None:
        """Say what is in hand or chosen."""
        view, scene = self.board.view, self.board.scene
        if view.hand:
            self.say(wording.in_hand(self.cards, scene.diamond, view.hand, view.over))
        elif card := diamond_view.chosen(scene, view):
            self.say(
                wording.chosen(self.session, self.deck, card, scene.suggested(card)) if card in scene.cards else ""
            )
        else:
            self.say(wording.free_place(scene.diamond, view.at.place))

    @on(DiamondBoard.Opened)
    def open_it(self, event: DiamondBoard.Opened) -> None:
        """Read a card, or answer a question."""
        self.post_message(self.GoTo("cards" if event.target in self.cards.all else "reflections", event.target))

    def found(self, card: str) -> None:
        """Put the cursor on a card that was looked for; other kinds are read."""
        if self.cards.all[card].kind is Kind.ENABLER:
            self.board.look_at(card)
            self.show_chosen()
            self.say_where()
        else:
            self.post_message(self.GoTo("cards", card))

    def action_find(self) -> None:
        """Find a card by letter or word."""
        self.find(list(self.cards.all.values()))

    def _chosen(self) -> Feature | None:
        feature = self.cards.all.get(diamond_view.chosen(self.board.scene, self.board.view))
        if feature is None:
            self.say("Choose a card first.")
        return feature

    # --- saying -------------------------------------------------------------------------------------------------------

    def action_more(self) -> None:
        """A strength, or not judged after all."""
        self._judge(Judgement.STRENGTH)

    def action_less(self) -> None:
        """To develop, or not judged after all."""
        self._judge(Judgement.DEVELOPMENT)

    def _judge(self, judgement: Judgement) -> None:
        if (feature := self._chosen()) is not None:
            said = self.session.about(feature.id).judgement
            self.perform(Judge(feature.id, None if said is judgement else judgement))

    def action_why(self) -> None:
        """Why it stands here."""
        self._reasons("why")

    def action_dissent(self) -> None:
        """Who does not agree, and why."""
        self._reasons("dissent")

    def _reasons(self, at: str) -> None:
        card = diamond_view.subject(self.board.scene, self.board.view)
        feature = self.cards.all.get(card)
        if feature is None:
            self.say("Choose a card first, then w says why it stands there.")
            return
        standing = self.session.boards.diamond.standing(card)

        def typed(field: str, text: str) -> None:
            self.perform(WriteReason(card, "why" if field == "why" else "dissent", text), quietly=True)

        where = f"Why it stands at {standing.place}" if standing.place else "Why it is set aside"
        self.write(
            WordsBox(
                self.styles_in_use,
                where,
                Heading(feature.title, feature.letter, feature.kind),
                (
                    Field("why", "", standing.why, rows=3),
                    Field("dissent", "Not everyone agrees, because", standing.dissent, rows=2),
                ),
                on_typed=typed,
                status=f"The reason for {wording.called(feature)}.",
                at=at,
            ),
            "Kept your reason.",
        )

    def action_note(self) -> None:
        """A note on the chosen card."""
        if (feature := self._chosen()) is not None:
            self.note_on(feature)

    def action_read(self) -> None:
        """Read the chosen card."""
        if (feature := self._chosen()) is not None:
            self.post_message(self.GoTo("cards", feature.id))

    def action_add(self) -> None:
        """A card of the group's own."""

        def added(card: str) -> None:
            self.board.look_at(card)
            self.show_chosen()

        add_card(self, Kind.ENABLER, added)

    # --- keeping ------------------------------------------------------------------------------------------------------

    def action_fix(self) -> None:
        """Fix the board, or open it again."""
        self.perform(Unfix() if self.session.boards.diamond.fixed else Fix(now()))

    def action_step(self, by: int) -> None:
        """Go to another step; none is locked."""
        last = len(self.tool.steps_for(self.session.mode)) - 1
        wanted = self.at_step + by
        if not 0 <= wanted <= last:
            self.say("This is the last step." if wanted > last else "This is the first step.")
            return
        self.at_step = wanted
        self.show_session()
        words = self.step[1]
        self.say(words.do if len(words.do) < self.size.width - 2 else f"Step {wanted + 1}: {words.title}")

    def action_guide(self) -> None:
        """What to do in this step, beside the board, or the tray again."""
        page = 0 if self.guide_page is None else self.guide_page + 1
        closing = self.guide_page is not None and page >= self.board.guide_page_count
        self.guide_page = None if closing else page
        self.show_session()
        more = page + 1 < self.board.guide_page_count
        if closing:
            self.say_where()
        else:
            self.say(f"The board still takes its keys. {'g goes on, ' if more else ''}esc shows the tray.")

    def action_large(self) -> None:
        """The board as large as it goes, to look at together."""
        self.toggle_class("-large")
        self.board.large = self.has_class("-large")
        self.show_session()

    def action_back(self) -> None:
        """Put back what is in hand, close what is open, leave the screen: one of them at a time."""
        if self.has_class("-large"):
            self.action_large()
        elif self.guide_page is not None:
            self.guide_page = None
            self.show_session()
            self.say_where()
        elif not self.board.put_back():
            super().action_back()

    def _step_to_begin_with(self) -> int:
        """The step that the session has come to."""
        session, diamond = self.session, self.session.boards.diamond
        judged = any(said.judgement for said in session.said.values())
        if diamond.fixed:
            wanted: Act | None = Act.REVIEW
        elif diamond.placed:
            wanted = Act.ORDER if diamond.free else Act.FIX
        else:
            wanted = Act.ORDER if judged else None
        acts = [act for act, _ in self.tool.steps_for(session.mode)]
        return acts.index(wanted) if wanted in acts else 0
