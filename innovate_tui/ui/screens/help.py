"""The Help screen: every key of the screen one comes from, then those of the others, all from the command data."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import Click, MouseScrollDown, MouseScrollUp

from innovate_tui.ui.commands import GO, Command, bindings
from innovate_tui.ui.screens.lean_screen import LeanScreen
from innovate_tui.ui.widgets.frame import KeyBar, SaveState, StatusLine, Title, TitleBar
from innovate_tui.ui.widgets.help_page import HelpPage

BACK = Command("back", ("escape", "q", "question_mark", "f1"), "esc", "back", GO, "back to where you were")
OTHER = Command("other(1)", ("tab", "right", "down"), "tab", "other screens", GO, "the keys of the other screens")
BEFORE = Command("other(-1)", ("shift+tab", "left", "up"), "←", "screen before", GO)
PAGE = Command("turn(1)", ("space", "pagedown"), "space", "next page", GO)
PAGE_BACK = Command("turn(-1)", ("pageup",), "pgup", "page before", GO)
NOTHING = "Any key that is not here does nothing."


class HelpScreen(LeanScreen):
    """The keys of each screen, that of the one it was asked on first."""

    place: ClassVar[str] = "help"
    BINDINGS: ClassVar[list[BindingType]] = bindings((BACK, OTHER, BEFORE, PAGE, PAGE_BACK))

    def __init__(
        self,
        pages: Sequence[tuple[str, Sequence[Command]]],
        left: str = "",
        *,
        practice: bool = False,
        alone: bool = False,
    ) -> None:
        super().__init__()
        self._pages = tuple((title, tuple(commands)) for title, commands in pages)
        self._left = left
        """What stands at the left of the title row: session and group."""
        self._practice, self._alone = practice, alone
        self._at = 0

    def body(self) -> ComposeResult:
        """Title, page, a sentence and the keys."""
        yield TitleBar(id="title")
        yield HelpPage()
        yield StatusLine(id="status")
        yield KeyBar(id="keys")

    def begin(self) -> None:
        """Begin with the first page."""
        self.query_one(HelpPage).focus()
        self._show()
        self.call_after_refresh(self._tell)

    def say(self, sentence: str) -> None:
        """One sentence in the status line."""
        self.query_one(StatusLine).say(sentence)

    def _show(self) -> None:
        title, commands = self._pages[self._at]
        left = self._left or "Innovate"
        self.query_one(TitleBar).show(Title(left, f"Help · {title}", SaveState("esc back"), self._practice))
        self.query_one(HelpPage).alone = self._alone
        self.query_one(HelpPage).show(commands)
        self._tell()

    def _tell(self) -> None:
        """Which page this is, where there are several, and the keys for them."""
        page = self.query_one(HelpPage)
        several = page.count > 1
        self.say(f"{NOTHING} Page {min(page.number, page.count - 1) + 1} of {page.count}." if several else NOTHING)
        self.query_one(KeyBar).offer((OTHER, *((PAGE,) if several else ()), BACK))

    def action_other(self, by: int) -> None:
        """The page of another screen."""
        self._at = (self._at + by) % len(self._pages)
        self._show()

    def action_turn(self, by: int) -> None:
        """Another page of the same screen."""
        self.query_one(HelpPage).turn(by)
        self._tell()

    def action_back(self) -> None:
        """Back to where one was."""
        self.dismiss()

    def on_click(self, event: Click) -> None:
        """A click on the title row goes back, as it says there; elsewhere on to the next screen's keys."""
        if isinstance(event.widget, TitleBar):
            self.action_back()
        elif isinstance(event.widget, HelpPage):
            self.action_other(1)

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """The wheel turns pages."""
        self.action_turn(1)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """The wheel turns pages."""
        self.action_turn(-1)
