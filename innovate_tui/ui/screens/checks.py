"""The questions to a finished plan: desirability, feasibility, viability, who else to ask, and what to do next."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from innovate_tui.ui import commands as key
from innovate_tui.ui.commands import EVERYWHERE, Command, bindings
from innovate_tui.ui.minting import mint
from innovate_tui.ui.screens.action_box import write_action
from innovate_tui.ui.screens.people_boxes import choose_person
from innovate_tui.ui.screens.session_screen import SessionScreen
from innovate_tui.ui.screens.words_box import Field, Heading, WordsBox
from innovate_tui.ui.widgets.checks_page import ChecksPage
from innovate_tui.ui.widgets.checks_view import ChecksScene, said_of
from innovate_tui.workshop.checks import Action, Lens
from innovate_tui.workshop.deck import Act, CheckWords, Deck
from innovate_tui.workshop.guide_wording import in_one_row
from innovate_tui.workshop.history import History
from innovate_tui.workshop.road_edits import AssignAction, CheckText, WriteAction, WriteCheck

QUESTION = Command("", ("up", "down"), "↑↓", "question", key.CHOOSE, "question before, next one")
VERDICT = Command("", (), "1-3", "yes, not yet, don't know", key.CHOOSE, "yes, not yet, don't know")
WRITE = key.ENTER.saying("write", "write what you say")
ACTION = key.ADD.saying("action", "write down an action")
ANSWERS = (
    QUESTION,
    VERDICT,
    WRITE,
    key.NEXT_CARD.saying("next", "next question"),
    ACTION,
    key.OWNER.saying("who", "who does the action"),
    key.REMOVE.saying("let go", "let an action go"),
    key.GUIDE,
)
OTHERWISE = (
    CheckWords(Lens.DESIRABILITY, "Desirability", "Will the people it touches think it works, and want to follow it?"),
    CheckWords(Lens.FEASIBILITY, "Feasibility", "Have you the skills and the permissions?", "Who else is needed?"),
    CheckWords(Lens.VIABILITY, "Viability", "Have you the time and the resources for all of it?"),
)
"""The questions of a deck that words none of its own."""
WHO_ELSE = "Who else might you need to ask? (may stay empty)"


class ChecksScreen(SessionScreen):
    """Look at the plan through three lenses, and write down what to do next."""

    place = "checks"
    commands = ANSWERS + EVERYWHERE
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        command for command in commands if command.action not in ("enter", "entry(1)")
    )
    DEFAULT_CSS = "ChecksScreen #detail { display: none; }"

    def __init__(self, history: History, deck: Deck, focus: str = "") -> None:
        super().__init__(history, deck, focus)
        self.page = ChecksPage()
        """The questions and the actions."""

    def middle(self) -> ComposeResult:
        """The page alone."""
        yield self.page

    def begin(self) -> None:
        """Begin at what is wanted, else at the first question that is not answered."""
        self.page.focus()
        self.page.show(self.scene())
        open_ = (str(each.lens) for each in self.page.scene.words if self._verdict(each.lens) is None)
        self.page.look_at(self.wanted or next(open_, ""))
        super().begin()

    def resume(self, history: History, focus: str = "") -> None:
        """Come back, perhaps to another question."""
        super().resume(history, focus)
        self.page.look_at(focus)

    def _verdict(self, lens: Lens) -> object:
        return self.session.boards.checks.of(lens).verdict

    # --- what is shown ------------------------------------------------------------------------------------------------

    def show_session(self) -> None:
        """The page, then the frame around it."""
        self.page.show(self.scene())
        super().show_session()

    def scene(self) -> ChecksScene:
        """What the page shows of the session now."""
        tool = self.deck.tools.get("roadmap")
        return ChecksScene(
            (tool.checks if tool else ()) or OTHERWISE,
            self.session.boards.checks,
            tuple(self.session.actions.values()),
            {person: self.session.called(person) for person in self.session.people},
        )

    def state(self) -> str:
        """The name of the screen, and of the tool that it steps back from."""
        tool = self.deck.tools.get("roadmap")
        return f"Questions · {tool.title if tool else 'Roadmap'}"

    def footer(self) -> tuple[Command, ...]:
        """The keys that matter now."""
        if self.page.scene.action(self.page.at) is not None:
            who = key.OWNER.saying("who does it")
            return (QUESTION.saying("choose"), WRITE, who, ACTION, key.REMOVE.saying("let go"), key.BACK, key.HELP)
        return (QUESTION, WRITE, VERDICT, ACTION, key.BACK, key.HELP)

    def greeting(self) -> str:
        """How it is with what is chosen."""
        return said_of(self.page.scene, self.page.at)

    @on(ChecksPage.Said)
    def answer_key(self, event: ChecksPage.Said) -> None:
        """Another question, or an answer to the chosen one."""
        if event.answer.edit is not None:
            self.perform(event.answer.edit)
            self.show_chosen()
            return
        self.show_chosen()
        self.say(event.answer.say or self.greeting())

    # --- writing ------------------------------------------------------------------------------------------------------

    @on(ChecksPage.Opened)
    def open_it(self, event: ChecksPage.Opened) -> None:
        """Write what the group says through a lens, or change an action."""
        words, action = self.page.scene.lens(event.target), self.page.scene.action(event.target)
        if words is not None:
            self._write(words)
        elif action is not None:
            self._act(action)

    def _write(self, words: CheckWords) -> None:
        check = self.session.boards.checks.of(words.lens)

        def typed(field: str, text: str) -> None:
            which: CheckText = "answer" if field == "answer" else "who_else"
            self.perform(WriteCheck(words.lens, which, text), quietly=True)

        self.write(
            WordsBox(
                self.styles_in_use,
                words.title,
                Heading(words.question),
                (
                    Field("answer", "", check.answer, rows=4, enter_keeps=False),
                    Field("who_else", words.who_else or WHO_ELSE, check.who_else, rows=2, enter_keeps=False),
                ),
                on_typed=typed,
                status=words.hint or "Write as much or as little as you like.",
            ),
            "Kept your answer.",
        )

    def action_guide(self) -> None:
        """What the guide wants of the step that asks these questions."""
        tool = self.deck.tools.get("roadmap")
        wanted = in_one_row(tool, self.session.mode, Act.CHECK) if tool else ""
        self.say(wanted or "The guide says nothing of these questions.")

    def action_add(self) -> None:
        """Something to do."""
        self._act(Action(mint("a"), ""))

    def _act(self, action: Action) -> None:
        """What is to be done, by whom and until when."""
        write_action(self, action, "What is to be done, so that the plan comes true?", self.page.look_at)

    def action_owner(self) -> None:
        """Say who does the chosen action; somebody can be added on the way."""
        action = self.page.scene.action(self.page.at)
        if action is None:
            self.say("Only an action is done by somebody. a writes one down.")
        else:
            choose_person(self, "Who does it", lambda owner: self._assign(action.id, owner))

    def _assign(self, action: str, owner: str) -> None:
        self.perform(AssignAction(action, owner, self.session.actions[action].due))

    def action_remove(self) -> None:
        """Let an action go."""
        action = self.page.scene.action(self.page.at)
        if action is None:
            self.say("Only an action can be let go. The same number again clears an answer.")
            return
        self.perform(WriteAction(action.id, ""))
        self.leave_field()
