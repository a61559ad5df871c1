"""What leads through a tool: its steps, and the guide of the one in sight, over the tray or in a column of its own."""

from dataclasses import replace
from typing import Any, ClassVar, TypeVar

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.events import Resize

from innovate_tui.ui import commands as key
from innovate_tui.ui.commands import Command
from innovate_tui.ui.screens.session_screen import SessionScreen
from innovate_tui.ui.widgets.board import Board
from innovate_tui.ui.widgets.board_view import BoardScene, Guide
from innovate_tui.ui.widgets.frame import Steps
from innovate_tui.ui.widgets.guide_column import GuideColumn
from innovate_tui.ui.widgets.guide_painter import BESIDE_FROM
from innovate_tui.workshop.board_edits import BoardName
from innovate_tui.workshop.deck import Act, Deck, StepWords
from innovate_tui.workshop.guide_wording import GuidePart, beside_board, planned_and_used, used_for
from innovate_tui.workshop.history import History

T = TypeVar("T", bound=BoardScene)


class GuidedScreen(SessionScreen):
    """A screen of a tool with steps. The guide takes no key from the board but its own."""

    DEFAULT_CSS = """
    GuidedScreen #middle { height: 1fr; }
    GuidedScreen.-guided #guide { display: block; }
    GuidedScreen.-large #guide { display: none; }
    """

    board_name: ClassVar[BoardName]

    def __init__(self, history: History, deck: Deck, focus: str = "") -> None:
        super().__init__(history, deck, focus)
        self.tool = deck.tools[self.board_name]
        self.at_step = 0
        self.guide_page: int | None = None
        """The page of the guide that is open; none while it is closed."""
        self._guide: Guide | None = None
        self._column = GuideColumn(id="guide")

    def middle(self) -> ComposeResult:
        """The board, and right of it in a wide window the guide."""
        with Horizontal(id="middle"):
            yield from self.boards()
            yield self._column

    @property
    def board(self) -> Board[Any, Any]:
        """The board that is on the screen."""
        raise NotImplementedError

    def boards(self) -> ComposeResult:
        """The board, or several of which one is seen at a time."""
        yield from ()

    def say_where(self) -> None:
        """Say what is in hand or chosen."""

    def show_session(self) -> None:
        """The guide in its column, then the frame around the board."""
        self._column.show(self._guide if self._in_column else None)
        super().show_session()

    # --- the steps ----------------------------------------------------------------------------------------------------

    @property
    def step(self) -> tuple[Act, StepWords]:
        """The step that the group is at."""
        steps = self.tool.steps_for(self.session.mode)
        return steps[min(self.at_step, len(steps) - 1)]

    def steps(self) -> Steps:
        """The steps of the session's mode."""
        steps = self.tool.steps_for(self.session.mode)
        return Steps(
            tuple(words.title for _, words in steps),
            tuple(words.bar for _, words in steps),
            min(self.at_step, len(steps) - 1),
        )

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
        return (self._column if self._in_column else self.board).guide_page_count

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

    def guide_first(self, commands: tuple[Command, ...]) -> tuple[Command, ...]:
        """Keys for the last row: while the guide is open, first the one that goes on in it or closes it."""
        if self.guide_page is None:
            return commands
        words = "guide goes on" if self.guide_page + 1 < self._guide_pages else "close guide"
        return (key.GUIDE.saying(words), *(command for command in commands if command is not key.GUIDE))

    def on_resize(self, event: Resize) -> None:
        """The guide stands elsewhere in a window of another width."""
        self.set_class(self.guide_page is not None and self._in_column, "-guided")
        if self.guide_page is not None:
            self.call_after_refresh(self._guide_resized)

    def _guide_resized(self) -> None:
        self.show_session()
        self.call_after_refresh(self._say_guide)
