"""The box in which a paper diamond is typed back: nine letters, and the diamond as it will be, while they are typed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from rich.style import Style
from textual.app import ComposeResult
from textual.events import Key, MouseDown, Paste

from innovate_tui.ui.cells import Picture, Sheet
from innovate_tui.ui.commands import Command
from innovate_tui.ui.screens.lean_screen import LeanModal
from innovate_tui.ui.widgets.canvas import Canvas
from innovate_tui.ui.widgets.diamond_painter import paint_diamond
from innovate_tui.ui.widgets.diamond_view import Scene, Spot, View
from innovate_tui.ui.widgets.frame import KeyBar, StatusLine
from innovate_tui.workshop.diamond import NOTHING_SAID, PLACES, Diamond, Standing
from innovate_tui.workshop.features import Feature
from innovate_tui.workshop.paper import Reading, read_letters, told
from innovate_tui.workshop.spoken import one_line

MOST = 60
"""Characters that can be typed: nine letters with whatever stands between them."""
KEYS = (
    Command("keep", ("enter",), "enter", "keep"),
    Command("take_back", ("backspace",), "backspace", "take a letter back"),
    Command("close", ("escape",), "esc", "leave the board as it was"),
)
"""The keys of the box, for the last row."""
ACTIONS = {"escape": "close", "f10": "close", "enter": "keep", "backspace": "take_back"}
"""What a key does, by Textual's name of it."""


@dataclass(frozen=True, slots=True)
class Lettering:
    """What has been typed, on which board."""

    scene: Scene
    by_letter: Mapping[str, Feature]
    typed: str = ""

    @property
    def reading(self) -> Reading:
        """What it comes to."""
        return read_letters(self.typed, self.by_letter)

    def typing(self, text: str) -> "Lettering":
        """With other letters."""
        return replace(self, typed=text[:MOST])


def paint_lettering(lettering: Lettering, width: int, height: int) -> Picture:
    """The box: the letters, and below them the diamond that they make, its next place framed."""
    sheet = Sheet(width, height)
    sheet.double(0, 0, width, height)
    sheet.words(2, 0, " From paper ", "strong")
    reading = lettering.reading
    x = sheet.words(2, 1, f"Letters, from 1 to {len(PLACES)}:", "text") + 1
    end = sheet.words(x, 1, lettering.typed, "strong", width - x - 6)
    sheet.words(end, 1, "█", "focus")
    count = f"{len(reading.cards)} of {len(PLACES)}"
    if end + 3 + len(count) < width - 2:
        sheet.right(width - 2, 1, count, "dim")
    old = lettering.scene.diamond
    cards = {card: _kept(old, card, place) for place, card in enumerate(reading.cards, 1) if card}
    scene = replace(lettering.scene, diamond=Diamond(cards), questions=(), guide=None)
    view = View(at=Spot(place=reading.next_place))
    sheet.paste(1, 2, paint_diamond(scene, view, width - 2, height - 3, large=True))
    return sheet.picture()


def _kept(old: Diamond, card: str, place: int) -> Standing:
    """A card where the paper has it, with the words that are known of it."""
    return (old.standing(card) or NOTHING_SAID)._replace(place=place)


class LettersCanvas(Canvas, can_focus=True):
    """The box itself."""

    DEFAULT_CSS = "LettersCanvas { width: 100%; max-width: 100; height: 100%; max-height: 33; margin-bottom: 2; }"

    def __init__(self, lettering: Lettering) -> None:
        super().__init__(id="letters")
        self.lettering = lettering

    def paint(self, width: int, height: int) -> Picture:
        """The box at a size."""
        return paint_lettering(self.lettering, width, height)


class LettersBox(LeanModal):
    """Type nine letters. Gives the cards of the nine places back, or nothing."""

    def __init__(self, styles: Mapping[str, Style], scene: Scene, by_letter: Mapping[str, Feature]) -> None:
        super().__init__(styles)
        self._canvas = LettersCanvas(Lettering(scene, by_letter))

    def compose(self) -> ComposeResult:
        """The box, and the two last rows of the screen."""
        yield self._canvas
        yield StatusLine(id="status")
        yield KeyBar(id="keys")

    def begin(self) -> None:
        """Begin in the box."""
        self._canvas.focus()
        self.query_one(KeyBar).offer(KEYS)
        self._show("")

    def _show(self, typed: str) -> None:
        """Show other letters, and say what they come to."""
        self._canvas.lettering = self._canvas.lettering.typing(typed)
        self._canvas.repaint()
        self.query_one(StatusLine).say(told(self._canvas.lettering.reading))

    def on_key(self, event: Key) -> None:
        """Whatever can be typed is a letter, or is told to be none.

        All keys are heard here and none is bound: of keys that come in a burst a bound one is heard after the rest.
        """
        if event.key in ACTIONS:
            event.stop()
            getattr(self, f"action_{ACTIONS[event.key]}")()
        elif event.is_printable and event.character:
            event.stop()
            self._show(self._canvas.lettering.typed + event.character)

    def on_paste(self, event: Paste) -> None:
        """Letters may be pasted."""
        self._show(self._canvas.lettering.typed + one_line(event.text))

    def on_mouse_down(self, event: MouseDown) -> None:
        """A click outside of the box and its keys leaves the board as it was."""
        areas = (self._canvas, self.query_one(KeyBar), self.query_one(StatusLine))
        if not any(each.region.contains(event.screen_x, event.screen_y) for each in areas):
            self.dismiss(None)

    def action_take_back(self) -> None:
        """Without the last letter."""
        self._show(self._canvas.lettering.typed[:-1])

    def action_keep(self) -> None:
        """Keep what the nine letters say; before they are all there, say what is missing."""
        reading = self._canvas.lettering.reading
        if reading.complete:
            self.dismiss(reading.cards)
        else:
            self.query_one(StatusLine).say(f"Not kept yet. {told(reading)}")

    def action_close(self) -> None:
        """Leave the board as it was."""
        self.dismiss(None)
