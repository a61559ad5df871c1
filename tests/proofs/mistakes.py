"""The program makes a mistake, on every screen in turn, with a person's words in hand: it keeps them, and tells none.

The fault itself has their words in its message, and they are in every variable on the way. What is printed says where
the work is and how to get back; the words stand in the session, in what brings it back, and in no other file.
"""

import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.proofs import Proof
from tests.terminal.console import Console, open_console
from tests.terminal.hostile import OVERVIEW, as_session, at, full_of

CANARY = "Qwertzuiopfeld"
"""Nobody's word, and in every field."""
LATE = "and late words"
FALLS = """
import signal
import innovate_tui.ui.cells as cells
real, falls = cells.Sheet.words, []
def words(self, x, y, text, *rest, **named):
    if falls:
        raise ValueError(f"There is no room for {text}, Qwertzuiopfeld.")
    return real(self, x, y, text, *rest, **named)
cells.Sheet.words = words
signal.signal(signal.SIGUSR1, lambda *_: falls.append(True))
"""
"""A program that can paint no more words once it is told so."""
SCREENS = (
    *(("1", "Diamond 9", ()), ("2", "Four Quadrants", ()), ("3", "Roadmap", ()), ("4", "Questions", ())),
    *(("5", "Cards", ()), ("6", "People", ()), ("8", "Rounds", ()), ("9", "Read back", ())),
    ("0", "", (("z", "Colours"),)),
    ("0", "", (("3", "Enter opens it"),)),
    ("1", "Diamond 9", (("?", "other screens"),)),
    ("1", "Diamond 9", (("/", "Find a card"),)),
    ("1", "Diamond 9", (("e", "goes into the"),)),
    ("1", "Diamond 9", ((";", "Park a thought"),)),
)
"""The digit of a place on the overview, a word of its title row if it has one, and what is opened there."""
ALT_SCREEN_LEFT = b"\x1b[?1049l"
KEPT = (".toml", ".journal")
"""Files of a person's own."""


def prove(rounds: int, seed: int = 1) -> Proof:
    """One mistake on each of the first so many screens, beginning with the last."""
    faults: list[str] = []
    for digit, place, keys in SCREENS[::-1][: rounds or None]:
        with tempfile.TemporaryDirectory(prefix="innovate-mistakes-") as name:
            faults += (f"{place}, {keys}: {each}" for each in wrong(Path(name), digit, place, keys))
    return Proof("mistakes", f"A mistake of the program on {rounds or len(SCREENS)} screens and boxes.", faults)


def wrong(home: Path, digit: str, place: str, keys: tuple[tuple[str, str], ...]) -> Iterator[str]:
    """Make the mistake there; what should not be as it is afterwards."""
    file = home / "Innovate" / "ours.toml"
    file.parent.mkdir()
    (home / "tmp").mkdir()
    file.write_bytes(as_session(full_of(lambda number: f"{CANARY} {number}")))
    environ = {"TMPDIR": str(home / "tmp"), "TEXTUAL": "", "XDG_CACHE_HOME": str(home / "cache")}
    with open_console(home, str(file), environ=environ, before=FALLS) as console:
        arrive(console, digit, place, keys)
        console.signal(signal.SIGUSR1)
        console.resize(100, 30)
        code = console.ended()
        said = console.raw[console.raw.rindex(ALT_SCREEN_LEFT) :].decode()
    if code == 0:
        yield "it ends with 0"
    if CANARY in said:
        yield f"words are told: {said}"
    way_back = ("Innovate has made a mistake", *(("ours.toml", "Open it again") if place else ()))
    if not all(each in " ".join(said.split()) for each in way_back):
        yield f"it is not said what to do: {said}"
    for path in home.rglob("*"):
        if path.is_file() and path.suffix not in KEPT and CANARY.encode() in path.read_bytes():
            yield f"words in {path.relative_to(home)}"
    if keys and keys[0][0] == ";" and LATE not in file.read_text(encoding="utf-8"):
        yield "the words in the box are lost"
    with open_console(home, str(file)) as console:
        console.wait("Saved", CANARY)
        console.press("ctrl+q")
        if console.ended() != 0:
            yield "it does not open again"


def arrive(console: Console, digit: str, place: str, keys: tuple[tuple[str, str], ...]) -> None:
    """Go where the mistake is to be."""
    console.wait("Roadmap", "Saved")
    console.press("o")
    console.wait(OVERVIEW)
    console.press(digit)
    console.wait(at(place))
    for key, wanted in keys:
        console.press(key)
        console.wait(wanted)
    if keys and keys[0][0] == ";":
        console.send(LATE)
        console.wait(LATE)
