"""Screens that send a terminal no more than what changed, and say plainly when the window is too small.

Three things of Textual 8.2.8 are put right here, and a test that counts bytes in a real pseudo-terminal holds them: a
change of focus repaints the whole screen whatever the style sheet says, a repainted stretch of a line is sent from the
left edge of its widget on, and every few letters all their colours are sent again, though one of them is other. Over a
remote desktop or a slow console all three are seen.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache
from inspect import isawaitable
from typing import Any

from rich.color import ColorSystem
from rich.console import Console
from rich.control import Control
from rich.style import Style
from textual._compositor import ChopsUpdate, Compositor  # private: the only way to the bytes of an update
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.events import Resize
from textual.geometry import Region
from textual.reactive import Reactive
from textual.screen import ModalScreen, Screen
from textual.strip import Strip
from textual.widget import Widget

from innovate_tui.ui.cells import Picture
from innovate_tui.ui.palette import DARK, inks
from innovate_tui.ui.widgets.canvas import Canvas
from innovate_tui.ui.widgets.frame import NO_TIME, KeyBar, TimeShown, TitleBar, paint_too_small

SMALLEST = (60, 20)
"""Columns and rows below which a screen says only that the window is too small."""


class ExactUpdate(ChopsUpdate):
    """An update that sends each changed stretch and nothing to its left."""

    def render_segments(self, console: Console) -> str:
        """The bytes for the terminal."""
        sent: list[str] = []
        for y, x1, x2 in self.spans:
            for end, (x, strip) in zip(self.chop_ends[y], self.chops[y].items(), strict=False):
                if strip is None or x >= x2 or end <= x1:
                    continue
                left, right = max(x, x1), min(end, x2)
                sent.append(Control.move_to(left, y).segment.text)
                sent.append(sparing(strip.crop(left - x, right - x), console._color_system))
        return "".join(sent)


def sparing(strip: Strip, colours: ColorSystem | None) -> str:
    """A strip for the terminal: between two stretches only what is other of letters, ground and manner is sent."""
    sent: list[str] = []
    before = PLAIN_CODES
    for text, style, _ in strip:
        now = _codes(style or Style(), colours)
        if now != before:
            sent.append(_turn(before, now))
            before = now
        sent.append(text)
    if before != PLAIN_CODES:
        sent.append("\x1b[0m")
    return "".join(sent)


Codes = tuple[frozenset[str], str, str]
"""What a terminal is told of a style: its manners, and the codes of its letters and its ground."""
PLAIN_CODES: Codes = (frozenset(), "", "")

MANNERS = {
    "bold": ("1", "22"),
    "dim": ("2", "22"),
    "italic": ("3", "23"),
    "underline": ("4", "24"),
    "blink": ("5", "25"),
    "reverse": ("7", "27"),
    "strike": ("9", "29"),
}
"""The ways of writing that a style may ask for, and the codes that begin and end them."""


@lru_cache(maxsize=512)
def _codes(style: Style, colours: ColorSystem | None) -> Codes:
    """The codes of a style; nothing where it asks for nothing."""
    if colours is None:
        return PLAIN_CODES
    letters, ground = (
        ";".join(colour.downgrade(colours).get_ansi_codes(foreground=front)) if colour else ""
        for colour, front in ((style.color, True), (style.bgcolor, False))
    )
    return (frozenset(manner for manner in MANNERS if getattr(style, manner)), letters, ground)


@lru_cache(maxsize=512)
def _turn(before: Codes, now: Codes) -> str:
    """The sequence that turns one style into another."""
    if now == PLAIN_CODES:
        return "\x1b[0m"
    ended = {MANNERS[manner][1] for manner in before[0] - now[0]}
    begun = [
        on for manner, (on, off) in MANNERS.items() if manner in now[0] and (manner not in before[0] or off in ended)
    ]
    letters = "" if now[1] == before[1] else now[1] or "39"
    ground = "" if now[2] == before[2] else now[2] or "49"
    return f"\x1b[{';'.join(code for code in (*sorted(ended), *begun, letters, ground) if code)}m"


class RowsUpdate(ChopsUpdate):
    """An update of stretches of rows, each of one canvas: nothing has been chopped for it."""

    def __init__(self, stretches: list[tuple[int, int, Strip]]) -> None:
        super().__init__((), [], [])
        self.stretches = stretches
        """Column, row and what is sent from there on."""

    def render_segments(self, console: Console) -> str:
        """The bytes for the terminal."""
        colours = console._color_system
        return "".join(f"\x1b[{y + 1};{x + 1}H{sparing(strip, colours)}" for x, y, strip in self.stretches)


class ExactCompositor(Compositor):
    """A compositor whose partial updates are exact."""

    def render_partial_update(self) -> ChopsUpdate | None:
        """What has changed since the last update, or nothing."""
        if (stretches := self._of_canvases()) is not None:
            self._dirty_regions.clear()
            return RowsUpdate(stretches)
        update = super().render_partial_update()
        return update and ExactUpdate(update.chops, update.spans, update.chop_ends)

    def _of_canvases(self) -> list[tuple[int, int, Strip]] | None:
        """Every stretch that changed, if each is of one canvas with nothing in front of it; else none.

        So it is for every key on a board, and no line of any other widget has to be looked at.
        """
        found: dict[Canvas, list[tuple[int, int, int]]] = {}
        areas = [(widget, region.intersection(clip)) for widget, (region, clip) in self.visible_widgets.items()]
        for y, left, right in self._regions_to_spans(self._dirty_regions):
            stretch = Region(left, y, right - left, 1)
            widget, area = next((each for each in areas if each[1].overlaps(stretch)), (None, stretch))
            if not isinstance(widget, Canvas) or not area.contains_region(stretch):
                return None
            found.setdefault(widget, []).append((y, left, right))
        stretches = []
        for canvas, spans in found.items():
            x, top = self.visible_widgets[canvas][0].offset
            for (y, left, right), strip in zip(spans, canvas.rows([y - top for y, _, _ in spans]), strict=True):
                stretches.append((left, y, strip.crop(left - x, right - x)))
        return stretches or None


class TooSmall(Canvas):
    """The one sentence of a window that is too small; the style sheet shows it only then."""

    def paint(self, width: int, height: int) -> Picture:
        """The sentence at a size."""
        return paint_too_small(width, height)


class LeanScreen(Screen[Any]):
    """A screen whose focus costs two widgets, not all of them, and whose updates are exact."""

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

    styles_in_use: Mapping[str, Style] = inks(DARK)
    """The style of each ink; the app hands others down when the theme changes."""

    time: TimeShown = NO_TIME
    """What the clock of the session says; the app hands it down whenever it changes."""

    def __init__(self) -> None:
        super().__init__()
        self._compositor = ExactCompositor()
        self._focus_to_come_back_to: Widget | None = None
        """What had the focus before the window was too small to show it: what is hidden cannot keep it."""

    def compose(self) -> ComposeResult:
        """What the screen is made of, and the sentence for a small window."""
        yield from self.body()
        yield TooSmall(id="too-small")

    def body(self) -> ComposeResult:
        """The widgets of the screen itself."""
        yield from ()

    def on_mount(self) -> None:
        """Put on the theme that is in use, then begin."""
        self.wear(self.styles_in_use)
        self.show_time(self.time)
        self.begin()

    def begin(self) -> None:
        """What a kind of screen does first. A method and no handler: Textual runs the handlers of every base itself."""

    def call_after_refresh(self, callback: Callable[..., object], *args: Any, **kwargs: Any) -> bool:
        """Do something once this has been painted; it is left where the screen was closed meanwhile."""
        return super().call_after_refresh(self._if_still_open, callback, args, kwargs)

    async def _if_still_open(
        self, callback: Callable[..., object], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> None:
        if self in self.app.screen_stack:  # what is being closed loses its widgets before it ends
            done = callback(*args, **kwargs)
            if isawaitable(done):
                await done

    def wear(self, styles: Mapping[str, Style]) -> None:
        """Take the inks of a theme, and hand them to every canvas."""
        self.styles_in_use = styles
        for canvas in self.query(Canvas):
            canvas.wear(styles)

    def on_screen_resume(self) -> None:
        """Show the time that it is now: while another screen was over this one, only that one was told."""
        self.show_time(self.time)

    def show_time(self, time: TimeShown) -> None:
        """Show how the time stands in the title row, on screens that have one."""
        self.time = time
        for bar in self.query(TitleBar):
            bar.show_time(self.time_in_title())

    def time_in_title(self) -> TimeShown:
        """What of it stands there."""
        return self.time

    def early_key(self, key: str) -> str:
        """The action of a key that is heard before anything that has the focus; mostly there is none."""
        return ""

    @property
    def can_say(self) -> bool:
        """Whether a sentence that nobody asked for would be seen now and displaces nothing that was."""
        return False

    def say(self, sentence: str) -> None:
        """One sentence in the status line, on screens that have one."""

    async def run_command(self, action: str) -> None:
        """Do what a command does: the widget in focus answers first, then the screen."""
        name = action.partition("(")[0]
        answers = next((each for each in (self.focused, self) if hasattr(each, f"action_{name}")), self)
        await (answers or self).run_action(action)

    async def on_key_bar_pressed(self, event: KeyBar.Pressed) -> None:
        """A command was clicked in the footer."""
        event.stop()
        await self.run_command(event.action)

    def on_resize(self, event: Resize) -> None:
        """Below the smallest size show one sentence and nothing else."""
        wide, high = SMALLEST
        small = event.size.width < wide or event.size.height < high
        if small and not self.has_class("-too-small"):
            self._focus_to_come_back_to = self.focused
        self.set_class(small, "-too-small")
        if not small and self._focus_to_come_back_to is not None:
            self.call_after_refresh(self.set_focus, self._focus_to_come_back_to, scroll_visible=False)
            self._focus_to_come_back_to = None


class LeanModal(ModalScreen[Any]):
    """A box over a screen: one deep, the board dimmed behind it and still readable."""

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

    def __init__(self, styles: Mapping[str, Style]) -> None:
        super().__init__()
        self._styles_in_use = styles

    def on_mount(self) -> None:
        """Put on the theme that is in use, then begin."""
        for canvas in self.query(Canvas):
            canvas.wear(self._styles_in_use)
        self.begin()

    def begin(self) -> None:
        """What a kind of box does first."""

    def dismiss(self, result: object = None) -> AwaitComplete:
        """Close this box, and tell who opened it. A second time, as by a key that was on its way, nothing happens."""
        return super().dismiss(result) if self.is_active else AwaitComplete()

    async def on_key_bar_pressed(self, event: KeyBar.Pressed) -> None:
        """A command was clicked in the footer."""
        event.stop()
        await self.run_action(event.action)

    def keep_words(self) -> bool:
        """Close with what has been typed, as the program is about to end; False where there are no words."""
        return False
