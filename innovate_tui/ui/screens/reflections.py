"""The Reflections screen: the questions to step back with, answered in the group's words, and thoughts for later."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from innovate_tui.ui import commands as key
from innovate_tui.ui.commands import EVERYWHERE, Command, bindings
from innovate_tui.ui.minting import mint
from innovate_tui.ui.screens.chooser import Choice, Chooser
from innovate_tui.ui.screens.session_screen import SessionScreen
from innovate_tui.ui.screens.words_box import Field, Heading, WordsBox
from innovate_tui.ui.widgets.questions_page import QuestionsPage
from innovate_tui.ui.widgets.questions_view import Scene
from innovate_tui.workshop import wording
from innovate_tui.workshop.board_edits import FixedName
from innovate_tui.workshop.deck import Act, Deck, Tool
from innovate_tui.workshop.edits import AddPrompt, Park, RemovePrompt, RewordPrompt, SkipPrompt, WriteAnswer
from innovate_tui.workshop.going_on import ORDER
from innovate_tui.workshop.guide_wording import in_one_row
from innovate_tui.workshop.history import History
from innovate_tui.workshop.overview import begun
from innovate_tui.workshop.reflections import Asked, asked
from innovate_tui.workshop.session import Parked

QUESTION = Command("", ("up", "down"), "↑↓", "question", key.CHOOSE, "question before, next one")
DIGITS = Command("", (), "1-9", "that question", key.CHOOSE, "go to that question")
WRITE = key.ENTER.saying("write", "write the answer")
ANSWERS = (
    QUESTION,
    DIGITS,
    WRITE,
    key.NEXT_CARD.saying("next", "next question"),
    *(end.saying(words) for end, words in zip(key.ENDS, ("first question", "last question"), strict=True)),
    key.ADD.saying("add a question", "add a question of your own"),
    key.REWORD.saying("reword", "ask it in other words"),
    key.SKIP,
    key.REMOVE.saying("take out", "take out one of your own"),
    key.GUIDE,
)
ON_THE_PAGE = ("enter", "entry(1)", "end(False)", "end(True)")


class ReflectionsScreen(SessionScreen):
    """Step back: answer, reword, leave out, add; park thoughts."""

    place = "reflections"
    commands = ANSWERS + EVERYWHERE
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        command for command in commands if command.action not in ON_THE_PAGE
    )
    DEFAULT_CSS = "ReflectionsScreen #detail { display: none; }"

    def __init__(self, history: History, deck: Deck, focus: str = "") -> None:
        super().__init__(history, deck, focus)
        self.page = QuestionsPage()
        """The questions and the thoughts."""

    def middle(self) -> ComposeResult:
        """The page alone."""
        yield self.page

    def begin(self) -> None:
        """Begin at the question that is wanted, else at the first not answered of a tool begun, else of any."""
        self.page.focus()
        self.page.show(self.scene())
        self.page.look_at(self.wanted or self._waiting())
        super().begin()
        self._answer_what_is_wanted()

    def _waiting(self) -> str:
        """The question to begin at; nothing where all are answered or left out."""
        found = [
            (not begun(self.session, board), prompt.id)
            for board, _, prompts in self._by_tool()
            for prompt in prompts
            if not prompt.answered and not prompt.skipped
        ]
        return min(found, key=lambda each: each[0])[1] if found else ""

    def resume(self, history: History, focus: str = "") -> None:
        """Come back, perhaps to another question."""
        super().resume(history, focus)
        self.page.look_at(focus)
        self._answer_what_is_wanted()

    def _answer_what_is_wanted(self) -> None:
        """Who came here to answer a question begins to write at once; esc then shows all of them."""
        if (prompt := self.page.scene.prompt(self.wanted)) is not None:
            self.call_after_refresh(self._answer, prompt)

    # --- what is shown ------------------------------------------------------------------------------------------------

    def show_session(self) -> None:
        """The page, then the frame around it."""
        self.page.show(self.scene())
        super().show_session()

    def scene(self) -> Scene:
        """What the page shows of the session now."""
        by_tool = self._by_tool()
        prompts = tuple(prompt for _, _, prompts in by_tool for prompt in prompts)
        titles = {prompts[0].id: tool.title for _, tool, prompts in by_tool} if len(by_tool) > 1 else {}
        note = by_tool[0][1].prompts_note if by_tool else ""
        return Scene(prompts, tuple(self.session.parked.values()), note, titles)

    def _by_tool(self) -> list[tuple[FixedName, Tool, tuple[Asked, ...]]]:
        """The questions of each tool that asks any, in the order of the tools (D39–D43, Q38–Q41)."""
        tools = [(board, self.deck.tools[board]) for board in ORDER if board in self.deck.tools]
        said = self.session.boards.reflections
        return [(board, tool, prompts) for board, tool in tools if (prompts := asked(board, tool.prompts, said))]

    @property
    def tool(self) -> Tool:
        """The tool that the chosen question steps back from, else the first one."""
        chosen, by_tool = self.page.view.at, self._by_tool()
        found = (tool for _, tool, prompts in by_tool if any(prompt.id == chosen for prompt in prompts))
        return next(found, None) or (by_tool[0][1] if by_tool else self.deck.tools[ORDER[0]])

    def state(self) -> str:
        """The name of the screen, and of the tool that the chosen question steps back from."""
        return f"Questions · {self.tool.title}"

    @property
    def prompt(self) -> Asked | None:
        """The chosen question."""
        return self.page.scene.prompt(self.page.view.at)

    @property
    def thought(self) -> Parked | None:
        """The chosen parked thought."""
        return self.page.scene.thought(self.page.view.at)

    def footer(self) -> tuple[Command, ...]:
        """The keys that matter now."""
        if self.thought is not None:
            return (QUESTION.saying("choose"), WRITE, key.REMOVE.saying("let go"), key.PARK, key.BACK, key.HELP)
        prompt = self.prompt
        skip = key.SKIP.saying("take in again" if prompt and prompt.skipped else "leave out")
        last = key.REMOVE.saying("take out") if prompt and prompt.own else skip
        return (QUESTION, WRITE, key.ADD.saying("add"), key.REWORD, last, key.BACK, key.HELP)

    def greeting(self) -> str:
        """How it is with the chosen question."""
        if self.thought is not None:
            return "A thought for later. Enter changes it; del lets it go."
        if self.prompt is None:
            return "No question is here. a adds one."
        return wording.of_question(self.page.scene.prompts, self.prompt.id)

    @on(QuestionsPage.Moved)
    def say_what(self, event: QuestionsPage.Moved) -> None:
        """Another question, perhaps of another tool."""
        super().show_session()
        self.say(event.say or self.greeting())

    # --- writing ------------------------------------------------------------------------------------------------------

    @on(QuestionsPage.Opened)
    def open_it(self, event: QuestionsPage.Opened) -> None:
        """Write the answer to a question, or change a thought."""
        if (prompt := self.page.scene.prompt(event.target)) is not None:
            self._answer(prompt)
        elif (thought := self.page.scene.thought(event.target)) is not None:
            self._rethink(thought)

    def _answer(self, prompt: Asked) -> None:
        def typed(_: str, text: str) -> None:
            self.perform(WriteAnswer(prompt.id, text), quietly=True)

        number = [each.id for each in self.page.scene.prompts].index(prompt.id) + 1
        self.write(
            WordsBox(
                self.styles_in_use,
                f"Question {number}",
                Heading(prompt.question),
                (Field("answer", prompt.hint, prompt.text, rows=6, enter_keeps=False),),
                on_typed=typed,
                status="Write as much or as little as you like.",
            ),
            "Kept your answer.",
        )

    def _rethink(self, thought: Parked) -> None:
        def typed(_: str, text: str) -> None:
            self.perform(Park(thought.id, text), quietly=True)

        self.write(
            WordsBox(
                self.styles_in_use,
                "A parked thought",
                Heading("For later. With nothing here the thought is let go."),
                (Field("text", "", thought.text, rows=2),),
                on_typed=typed,
                status="A thought for later.",
            ),
            "Kept.",
        )

    def action_guide(self) -> None:
        """What the guide wants of the step that asks these questions."""
        wanted = in_one_row(self.tool, self.session.mode, Act.REVIEW)
        self.say(wanted or "The guide says nothing of these questions.")

    def action_add(self) -> None:
        """A question of the group's own, for any of the tools, also for one that asks nothing yet (D43)."""
        tools = [self.deck.tools[board] for board in ORDER if board in self.deck.tools]

        def chosen(board: str | None) -> None:
            if board is None:
                self.say("No question was added.")
            else:
                self._add_for(self.deck.tools[board])

        choices = [Choice(tool.id, str(number), tool.title) for number, tool in enumerate(tools, 1)]
        self.app.push_screen(
            Chooser(
                self.styles_in_use,
                "A question about which tool?",
                "enter takes the marked one, or press a digit",
                choices,
                digits=True,
                at=tools.index(self.tool),
            ),
            chosen,
        )

    def _add_for(self, tool: Tool) -> None:
        """Ask for the words of a question that steps back from a tool."""

        def closed(words: dict[str, str] | None) -> None:
            if not words or not words["question"]:
                self.say("No question was added: it had no words.")
                return
            prompt = mint("q")
            if self.perform(AddPrompt(prompt, tool.id, words["question"]), quietly=True):
                self.page.look_at(prompt, "Added a question of your own. Enter answers it, u undoes.")

        self._ask(
            f"A question of your own · {tool.title}",
            "What else should you ask yourselves?",
            "",
            "Enter adds the question. Without words none is added.",
            closed,
        )

    def action_reword(self) -> None:
        """Other words for a question; none bring the deck's back. A thought is written anew."""
        if self.thought is not None:
            self._rethink(self.thought)
            return
        prompt = self.prompt
        if prompt is None:
            return

        def closed(words: dict[str, str] | None) -> None:
            if words is not None and words["question"] != prompt.question:
                self.perform(RewordPrompt(prompt.id, words["question"]))

        back = "" if prompt.own else " With nothing here the deck's comes back."
        promise = f"Enter keeps it.{back}"
        self._ask("In other words", prompt.question, prompt.question, promise, closed)

    def action_skip(self) -> None:
        """Leave a question out, or take it in again."""
        if (prompt := self.prompt) is None:
            self.say("Only questions are left out. del lets a thought go.")
        else:
            self.perform(SkipPrompt(prompt.id, not prompt.skipped))

    def action_remove(self) -> None:
        """Take out a question of the group's own, or let a thought go."""
        if self.thought is not None:
            self.perform(Park(self.thought.id, ""))
            self.leave_field()
        elif self.prompt is not None and not self.prompt.own:
            self.say("This question is the deck's. s leaves it out, m puts it in other words.")
        elif self.prompt is not None:
            self.perform(RemovePrompt(self.prompt.id))

    def _ask(
        self, title: str, heading: str, text: str, promise: str, closed: Callable[[dict[str, str] | None], None]
    ) -> None:
        self.app.push_screen(
            WordsBox(
                self.styles_in_use,
                title,
                Heading(heading),
                (Field("question", "", text, rows=3, single=True),),
                promise=promise,
                status="Write it as you would ask it aloud.",
            ),
            closed,
        )
