"""Words that would drive a terminal, act, or break a line, wherever a person can write: a session full of them.

`hostile_file` makes the session, `walk` goes over every screen and box of the program, `unharmed` says what of all that
the terminal was sent is not ours. The quick part is `test_hostile_words.py`, all is `python -m tests.proofs hostile`.
"""

import re
import tomllib
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import tomli_w

from innovate_tui.storage.deck_files import open_content
from innovate_tui.storage.locations import content_folder
from tests.terminal.console import Console

PAYLOADS = (
    "[red]R[/] [@click=app.quit]X[/] [/] [/x] [link=https://a.b]c[/link] {0} %s $x",
    "\x1b]52;c;aGk=\x07",  # writes the clipboard
    "\x1b]8;;https://a.b\x1b\\l\x1b]8;;\x1b\\",  # a link
    "\x1b[2J\x1b[999;999H\x1b[5;8m\x1b[?1049l\x1b[6n\x1bc",  # clears, moves, blinks, hides, leaves, asks, resets
    "\x1bP$q\x22p\x1b\\\x1bPq#0!9~-\x1b\\",  # asks for a setting, and draws by sixels
    "\x1b_Ga=T;AAAA\x1b\\\x1b^p\x1b\\\x1bXs\x1b\\",  # a picture, a private message, a string
    "\x1b]0;T\x07\x1b]2;T\x07\a\b\r\v\f\0\x7f",  # the title of the window; a bell, and what moves or is nothing
    "\x9b2J\x9d52;c;aGk=\x9c\x90q\x9c\x85\x84",  # C1
    "\u202e\u202ddog\u202c \u2066\u2067\u2068x\u2069",  # turns the direction of what follows
    "a\tb\nc\r\nd\u2028e\u2029f",  # ends lines
    "\u200b\u200d\u2060\ufeff\U000e0041z\u00ad",  # cannot be seen
    "Z" + "\u0301\u0316\u0338" * 60,  # goes far above and below its line
)
"""Each does something of its own, if it arrives."""

OURS = frozenset(
    (
        *("title", "workshop", "group", "name", "note", "why", "dissent", "question", "answer", "text", "short"),
        *("summary", "who-else", "lane", "made-in", "x-note", "version"),
    )
)
"""What a person writes into a session, by the names of its keys; `place` is one at the top alone."""


def hostile_text(number: int, turn: int = 0) -> str:
    """All payloads in a row, beginning with another one for each number and each turn, after a word that is seen."""
    first = (number + turn) % len(PAYLOADS)
    return f"N{number} " + " ".join((*PAYLOADS[first:], *PAYLOADS[:first])) + f" n{number}"


def full_of(make: Callable[[int], str]) -> dict[str, Any]:
    """The sample with made words for all of a person's, unknown keys and what cannot stand besides."""
    table = tomllib.loads(open_content(content_folder()).sample().decode())
    count = iter(range(10_000))

    def text() -> str:
        return make(next(count))

    def replaced(value: object, key: str = "") -> object:
        if isinstance(value, dict):
            return {inner: replaced(each, inner) for inner, each in value.items()}
        if isinstance(value, list):
            return [replaced(each, key) for each in value]
        return text() if key in OURS and isinstance(value, str) else value

    hostile = replaced(table)
    assert isinstance(hostile, dict)
    titles = {kind: {card: text() for card in hostile["deck"][kind]} for kind in ("enablers", "influences")}
    hostile["deck"] |= titles
    hostile["place"] = text()
    hostile[text()] = {text(): text()}
    hostile["people"] |= {text(): {"name": text()}, "p-odd": {"name": 7, text(): text()}}
    hostile["diamond"]["cards"] |= {text(): {"place": 3, "why": text()}, "trust": {"place": 99, "why": text()}}
    hostile["reflections"] |= {text(): {"question": text(), "answer": text()}}
    hostile["unsettled"] = {"u-1": {"at": ["diamond", "cards", "team", "why"], "texts": [text(), text()]}}
    return hostile


def hostile_file(folder: Path, turn: int = 0) -> Path:
    """That session as a file among a person's own."""
    file = folder / "Innovate" / "hostile.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(as_session(full_of(lambda number: hostile_text(number, turn))))
    return file


def as_session(table: dict[str, Any]) -> bytes:
    """A table as a file that was made by hand."""
    return f"{tomli_w.dumps(table)}\n# end\n".encode()


# --- over every screen ------------------------------------------------------------------------------------------------

OVERVIEW = "Exports go"
BOX = "╔"

Leg = tuple[str, str, tuple[tuple[str, str], ...]]
LEGS: tuple[Leg, ...] = (
    (
        "1",
        "Diamond 9",
        (
            *(("E", "Effective"), ("w", "Why it stands"), ("esc", ""), ("d", "Not everyone"), ("esc", "")),
            *(("n", "A note on"), ("esc", ""), ("/", "Find a card"), ("esc", ""), ("U", "N18")),
            *(("v", "v back"), ("v", ""), ("g", ""), ("g", ""), ("t", ""), ("esc", "")),
        ),
    ),
    (
        "2",
        "Four Quadrants",
        (
            *(("K", "Regulation"), ("w", "Why high"), ("esc", ""), ("d", ""), ("esc", ""), ("v", ""), ("v", "")),
            *((",", "Next: 8"), (",", "Next: 7"), ("z", ""), ("down", ""), (".", ""), (".", "")),
        ),
    ),
    (
        "3",
        "Roadmap",
        (
            *(("P", "Coproduction, large"), ("w", "Why here"), ("esc", ""), ("x", "Who looks after it"), ("esc", "")),
            *(("a", "Add"), ("esc", ""), ("z", ""), ("z", ""), ("z", ""), ("j", ""), ("U", ""), ("v", ""), ("v", "")),
            *(("f6", "Desirability"), ("down", ""), ("down", "")),
        ),
    ),
    ("4", "Questions", (("enter", "Question 1"), ("esc", ""), ("m", "In other words"), ("esc", ""), ("end", ""))),
    ("5", "Cards", (("U", "Card 21"), ("n", "A note on"), ("esc", ""), ("m", "In other words"), ("esc", ""))),
    (
        "6",
        "People",
        (
            *(("down", ""), ("x", "A card for"), ("esc", ""), ("m", "Another name"), ("esc", "")),
            *(("a", "Who takes part"), ("esc", "")),
        ),
    ),
    (
        "8",
        "Rounds",
        (
            *(("tab", ""), ("tab", ""), ("m", "Another name"), ("esc", ""), ("c", "Compare"), ("esc", "")),
            *(("b", "Keep a round"), ("esc", "")),
        ),
    ),
    ("9", "Read back", (("space", ""), ("space", ""), ("end", ""))),
    (
        "1",
        "Diamond 9",
        (
            *(("!", "lets one go"), ("down", ""), ("down", ""), ("esc", ""), ("e", "goes into the")),
            *(("esc", ""), ("p", "All commands"), ("esc", ""), ("?", "other screens"), ("tab", ""), ("esc", "")),
            *((";", "Park a thought"), ("esc", "")),
        ),
    ),
)
"""Every place by its digit on the overview, a word in its title row, and what is opened there: a key, what has come."""


def walk(console: Console, *, boxes: bool = True) -> Iterator[str]:
    """Over every screen of the session that is open; where it is, each time that something has come.

    Without `boxes`, those are left out that every screen opens alike.
    """
    yield "the screen that it opens with"
    for number, (digit, place, keys) in enumerate(LEGS, 1):
        console.press("o")
        console.wait(OVERVIEW)
        if number == 1:
            console.press("m")
            console.wait("Change")
            yield "the facts of a session"
            console.press("esc")
            console.wait(OVERVIEW, gone(BOX + " Change"))
        console.press(digit)
        console.wait(at(place))
        yield place
        opened = ""
        for key, wanted in keys if boxes or number == len(LEGS) else without_boxes(keys):
            console.press(key)
            if wanted:
                console.wait(wanted)
            elif key == "esc" and opened:
                console.wait(gone(opened))
            opened = wanted
            yield f"{place}, {key}"


def without_boxes(keys: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Keys without those that open something which `esc` closes."""
    for each, after in zip(keys, (*keys[1:], ("", "")), strict=True):
        if (each[0] != "esc" and after[0] != "esc") or each[0] == "f6":
            yield each


def at(place: str) -> Callable[[Console], bool]:
    """Whether the title row names a place."""
    return lambda console: place in console.lines[0]


def gone(words: str) -> Callable[[Console], bool]:
    """Whether words stand on the screen no more."""
    return lambda console: words not in console.text


# --- what the terminal was sent ---------------------------------------------------------------------------------------

SEQUENCE = re.compile(
    r"\x1b\[(?:"
    r"\d{1,3};\d{1,3}H"  # to a cell, within reach
    r"|(?:[0-47]|3[89]|4[89]|[34][0-7]|9[0-7]|10[0-7]|[34]8;[25](?:;\d{1,3}){1,3}|22|23|24|;)*m"  # how it looks
    r"|[?]\d{1,4}[hl]"  # a mode; which ones is asked below
    r"|>\d{1,2}u|[?]20(?:26|48)\$p"  # how keys are told, and whether two modes are known
    r")|\x1b\]22;[a-z-]*\x07"  # the shape of the pointer
)
MODES = frozenset((7, 25, 1000, 1003, 1004, 1006, 1015, 1016, 1049, 2004, 2026, 2048))
START = re.compile(r"^.*?\x1b\[\?1049h", re.DOTALL)
"""What is asked of a terminal before the first picture."""

UNDER_WAY = re.compile(r"\x1b(?:\[[\d;?>]*)?$")
"""What has come in part."""


def unharmed(console: Console, since: int = 0) -> int:
    """Raises if the program has ended, or if the terminal was sent anything but pictures since it had so many bytes.

    How many it has now.
    """
    assert console.process.poll() is None, "it has ended"
    strange = sorted(set(not_ours(console.raw[since:].decode("utf-8", "ignore"), console.columns, console.rows)))
    assert not strange, strange[:9]
    return len(console.raw)


def not_ours(sent: str, columns: int, rows: int) -> Iterator[str]:
    """Whatever is neither a character that can be seen nor one of the sequences of a picture."""
    body = UNDER_WAY.sub("", START.sub("", sent))
    for mode in re.findall(r"\x1b\[\?(\d+)[hl]", body):
        if int(mode) not in MODES:
            yield f"mode {mode}"
    for row, column in re.findall(r"\x1b\[(\d+);(\d+)H", body):
        if int(row) > rows or int(column) > columns:
            yield f"to row {row}, column {column}"
    for found in re.finditer(r"\x1b.{0,24}", SEQUENCE.sub("", body), re.DOTALL):
        yield ascii(found[0])
    for char in set(SEQUENCE.sub("", body)) - {"\r", "\n", "\x1b"}:
        if unicodedata.category(char) in ("Cc", "Zl", "Zp") or char in TURNS:
            yield f"the character {char!a}"


TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
"""What turns the direction of the words that follow. Marks for one word stay: Arabic and Persian are written so."""

UNCLEANED = """\
import innovate_tui.storage.kept_items as items
items.Findings._cleaned_text = lambda self, text: text
items.one_line = lambda text: text
"""
"""A program that takes words from a file as they are: what is painted has to be made harmless then."""
