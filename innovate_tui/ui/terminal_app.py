"""The app as its terminal and its machine meet it: colours, letters, signals, faults. Knows nothing of sessions."""

import asyncio
import contextlib
import select
import signal
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual.app import App
from textual.binding import Binding, BindingType
from textual.driver import Driver
from textual.filter import LineFilter

from innovate_tui.ui.commands import BLANK
from innovate_tui.ui.console import AsciiFilter, colourless, first_theme, needs_ascii
from innovate_tui.ui.lasting_output import LastingOutput
from innovate_tui.ui.palette import THEMES, inks
from innovate_tui.ui.pasted_input import hear_carefully
from innovate_tui.ui.screens.lean_screen import LeanModal, LeanScreen
from innovate_tui.ui.themes import themes
from innovate_tui.ui.widgets.frame import StatusLine

WINDOWS_ENDS = (2, 5, 6)
"""What Windows calls it that the window is closed, somebody logs off, the machine is shut down."""


class TerminalApp(App[int]):
    """An app that shows what its console can show, opens nothing, and ends with the work in safety."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q,f10", "quit", priority=True, show=False),
        Binding(",".join(BLANK.keys), "blank", priority=True, show=False),
    ]

    def __init__(self) -> None:
        super().__init__(ansi_color=True if colourless() else None)
        self._when_closed: Callable[[], object] = lambda: None
        """Told once the work is on disk after a signal, by systems that wait for that."""
        self._ending = False
        self._ascii = AsciiFilter(enabled=needs_ascii())
        for theme in themes():
            self.register_theme(theme)
        self.theme = first_theme(self.console.color_system)

    # --- what an app of ours answers ----------------------------------------------------------------------------------

    def kept_in(self) -> str:
        """The file that the work is in, for the report of a fault; nothing where there is none."""
        return ""

    def close_work(self) -> str:
        """Put on disk what can be put there: the program ends. Where the work is then, in a sentence."""
        return ""

    # --- the terminal -------------------------------------------------------------------------------------------------

    def get_line_filters(self) -> list[LineFilter]:
        """Textual's filters, and ours for consoles with ASCII alone."""
        return [*super().get_line_filters(), *((self._ascii,) if self._ascii.enabled else ())]

    def open_url(self, url: str, *, new_tab: bool = True) -> None:
        """Nothing is ever opened: addresses are text."""

    def turn_theme(self) -> str:
        """Go on to the next of dark, light and high contrast, where the console has colours for them; what to say."""
        if self.theme not in THEMES:
            return "This terminal shows its own colours."
        self.theme = THEMES[(THEMES.index(self.theme) + 1) % len(THEMES)]
        for screen in self.screen_stack:
            if isinstance(screen, LeanScreen):
                screen.wear(inks(self.theme))
        return f"Colours: {self.theme.removeprefix('innovate-')}. z goes on to the next."

    # --- what is said -------------------------------------------------------------------------------------------------

    def _say(self, sentence: str) -> None:
        """One sentence in the status line of whatever is in sight."""
        if not self.screen_stack:  # the program is ending, and what was to be said again has come too late
            return
        if isinstance(self.screen, LeanScreen):
            self.screen.say(sentence)
        else:  # a box: its own status line, where it has one
            for line in self.screen.query(StatusLine):
                line.say(sentence)

    def _say_soon(self, sentence: str) -> None:
        """The same, once what is being shown stands there."""
        self.call_after_refresh(self._say, sentence)

    def _say_over(self, sentence: str) -> None:
        """Say what has to be seen, and again in a moment: a box that closes now may say something of its own."""
        self._say(sentence)
        self.set_timer(0.3, lambda: self._say(sentence))

    # --- the blank screen ---------------------------------------------------------------------------------------------

    def action_blank(self) -> None:
        """Blank the screen, whatever is on it; any key shows it again, this one too."""
        from innovate_tui.ui.screens.blank import BlankScreen

        if self.uncovered():
            return
        screen = BlankScreen()
        if isinstance(self.screen_stack[0], LeanScreen):
            screen.styles_in_use = self.screen_stack[0].styles_in_use
        self.push_screen(screen, self._say_after_blank)

    def on_command_screen_blank_asked(self) -> None:
        """The same, chosen from all commands."""
        self.action_blank()

    def uncovered(self) -> bool:
        """Show what a blank screen covers; whether there was one."""
        from innovate_tui.ui.screens.blank import BlankScreen

        if not isinstance(self.screen, BlankScreen):
            return False
        self.screen.show_again()
        return True

    def _say_after_blank(self, said: str | None) -> None:
        if said:
            self._say(said)

    # --- an end that nobody asked for ---------------------------------------------------------------------------------

    def on_mount(self) -> None:
        """Take the signals that end a program."""
        if sys.platform != "win32":
            loop = asyncio.get_running_loop()
            # ctrl+c is a key: an interrupt comes from elsewhere, and in a test it is for the test
            for number in (signal.SIGTERM, signal.SIGHUP, *(() if self.is_headless else (signal.SIGINT,))):
                loop.add_signal_handler(number, self._end, 128 + number)
            if not self.is_headless:
                threading.Thread(target=self._hear_hang_up, args=(loop,), name="terminal", daemon=True).start()
        else:
            self._hear_windows(asyncio.get_running_loop())

    if sys.platform == "win32":

        def _hear_windows(self, loop: asyncio.AbstractEventLoop) -> None:
            """The window is closed, or somebody logs off: Windows asks on a thread of its own, and waits 5 seconds."""
            import ctypes

            done = threading.Event()
            self._when_closed = done.set

            def asked(event: int) -> int:
                if event not in WINDOWS_ENDS:
                    return 0
                loop.call_soon_threadsafe(self._end, 1)
                done.wait(4.0)
                return 1

            # Windows holds no reference of its own
            self._asked_by_windows = ctypes.WINFUNCTYPE(ctypes.c_int, ctypes.c_uint)(asked)
            ctypes.windll.kernel32.SetConsoleCtrlHandler(self._asked_by_windows, 1)

    else:

        def _hear_hang_up(self, loop: asyncio.AbstractEventLoop) -> None:
            """The terminal is gone, and no signal says so: Textual would read its end for ever, as fast as it can."""
            with contextlib.suppress(OSError, ValueError, RuntimeError):  # the loop may have ended meanwhile
                ends = select.poll()
                ends.register(sys.__stdin__.fileno() if sys.__stdin__ else 0, 0)  # no events: hanging up alone
                if any(event & select.POLLHUP for _, event in ends.poll()):
                    loop.call_soon_threadsafe(self._end, 128 + signal.SIGHUP)

    # private in Textual, and the only place between the making of a driver and the beginning of its writing
    def _build_driver(self, headless: bool, inline: bool, mouse: bool, size: tuple[int, int] | None) -> Driver:
        """What writes to the terminal outlives it, and what is pasted there is no key."""
        driver = super()._build_driver(headless, inline, mouse, size)
        terminal = getattr(driver, "_file", None)  # not of the one without a terminal
        if terminal is not None:
            driver._file = LastingOutput(terminal)  # type: ignore[attr-defined]  # every other driver has one
            hear_carefully(driver)
        return driver

    def _end(self, code: int) -> None:
        """A signal: everything on disk, what stands in an open box too, the terminal as it was, and out.

        The first alone counts. A closed terminal is heard of twice at once, and the second would be out before the
        words of a box that the first has closed are an edit.
        """
        if not self._ending:
            self._ending = True
            self._end_with_words(code)

    def _end_with_words(self, code: int) -> None:
        """Close what is open, one after the other, and then go."""
        if self.uncovered() or (isinstance(self.screen, LeanModal) and self.screen.keep_words()):
            # behind whoever asked for the words, be it the screen below or the app, and behind what that sends
            self.screen.call_next(self.call_next, self.call_after_refresh, self._end_with_words, code)
            return
        self.close_work()
        self._when_closed()
        self.exit(code, return_code=code)

    def _fatal_error(self) -> None:  # private in Textual; its own prints the words of everyone in memory
        """A fault of ours: say where the work is and in which lines it happened, and show nobody's words."""
        self._exit_renderables.append(Text(fault_report(self._exception, self.close_work())))
        self._close_messages_no_wait()


def fault_report(fault: BaseException | None, where: str) -> str:
    """What is said when the program has made a mistake: no one's words, only ours and lines of the program.

    `where` says where the work is; empty where there is none.
    """
    lines = ["Innovate has made a mistake and has stopped."]
    if where:
        lines.append(where)
    lines.append("If you tell us, this helps, and holds nothing of yours:")
    lines.append(f"  {type(fault).__name__}")
    for step in traceback.extract_tb(fault.__traceback__) if fault else ():
        lines.append(f"  {Path(step.filename).name}:{step.lineno} {step.name}")
    return "\n".join(lines)
