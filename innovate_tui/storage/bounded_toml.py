"""Reading a TOML file that a stranger may have made: within bounds, and with troubles in one plain line.

A 20 KB TOML file can ask for 400 MB and a 200 KB one for minutes (a key of ten thousand dots), so the bytes are looked
over before the parser sees them. Everything that cannot be read raises `NotReadable`; the file is never touched.
"""

import os
import re
import stat
import tomllib
from pathlib import Path
from typing import Any, NamedTuple

LARGEST = 5_000_000
"""Bytes; a session with five thousand notes has a quarter of it."""
MOST_LINES = 50_000
MOST_PARTS = 9
"""Parts of one key, `a.b.c` having three. A session needs six."""
MOST_VALUES = 60_000
MOST_DOTS = 20_000
"""In all keys together: each costs the parser as much as a table."""
LONGEST_WORD = 5_000
"""Characters of a key or a number without quotation marks."""
DEEPEST = 32
LARGEST_NUMBER = 2**53

Table = dict[str, Any]


class NotReadable(Exception):  # noqa: N818 - an answer to the user, not an error of the program
    """A file that is not ours to open: where it is, where in it, what is wrong and how to mend it. In one line."""

    def __init__(self, path: str | Path, what: str, mend: str, where: str = "") -> None:
        self.path = str(path)
        self.where = where
        self.what = what
        self.mend = mend
        super().__init__(": ".join(part for part in (self.path, where, f"{what} {mend}".strip()) if part))


def is_pdf(path: Path) -> bool:
    """Whether a regular file begins as PDFs do; what cannot be read is none."""
    try:
        _need_regular(path, path.stat(), None)
        with path.open("rb") as file:
            return file.read(5) == b"%PDF-"
    except (OSError, ValueError, NotReadable):
        return False


def read_bytes(path: Path, most: int = LARGEST) -> bytes:
    """All bytes of a regular file of at most so many; anything else raises `NotReadable`."""
    try:
        _need_regular(path, path.stat(), most)
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(handle, "rb") as file:
            _need_regular(path, os.fstat(file.fileno()), most)
            data = file.read(most + 1)
    except OSError as error:
        raise NotReadable(path, *_said_by_system(error)) from error
    except ValueError as error:
        raise NotReadable(path, "This cannot be the name of a file.", "Check how the name is written.") from error
    if len(data) > most:
        raise _too_large(path, len(data), most)
    return data


def parse(data: bytes, path: str | Path) -> Table:
    """The TOML of these bytes; `path` only names them in a `NotReadable`."""
    text = decoded(data, path)
    look_over(text, path)
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _damaged(str(error), path) from error
    except (ValueError, OverflowError) as error:
        raise NotReadable(path, "It holds a number or a date that nobody can use.", "Take it out.") from error
    except (RecursionError, MemoryError) as error:
        raise _too_deep(path, "") from error
    _look_through(table, path, (), 1)
    return table


def decoded(data: bytes, path: str | Path) -> str:
    """The bytes as text with LF line ends, without a byte order mark; what is not UTF-8 text raises `NotReadable`."""
    if not data.strip().strip(b"\0"):  # zeros are what a power cut may leave
        raise NotReadable(path, "The file is empty.", "Open a copy of it, or begin a new session.")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or data[1:2] == b"\0" or data[0:1] == b"\0":
        raise NotReadable(path, "The text is stored as UTF-16.", "Save it again as UTF-8 in your text editor.")
    if b"\0" in data:
        raise NotReadable(path, "This is not a text file.", "Choose a file that innovate-tui has written.")
    try:
        text = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise NotReadable(
            path, "The text is not stored as UTF-8.", "Save it again as UTF-8 in your text editor.", f"line {line}"
        ) from error
    return text.replace("\r\n", "\n") if "\r" in text else text


_SIGN = re.compile(
    rf"""(?: (?: [^\[\]{{}}.,="'\#\s]{{1,{LONGEST_WORD}}}+ (?![^\[\]{{}}.,="'\#\s])
             | \"{{3}} (?> [^"\\]+ | \\. | "{{1,2}}(?!") )*+ "{{3,5}}
             | '{{3}} (?> [^']+ | '{{1,2}}(?!') )*+ '{{3,5}}
             | "(?!"") (?> [^"\\\n]+ | \\[^\n] )*+ "
             | '(?!'') [^'\n]*+ '
             | \#[^\n]*
             ) [^\S\n]*+
         )*+
         (?P<sign> [\[\]{{}}.,=\n] | \S.*+ ) \s*+""",
    re.VERBOSE | re.DOTALL,
)
"""The next sign after words, texts and comments; where one of those does not end, all from there on."""


class Counted(NamedTuple):
    """How much a text, or a stretch of one that begins and ends with whole lines, asks of the parser."""

    letters: int = 0
    lines: int = 0
    dots: int = 0
    values: int = 0

    def with_(self, other: "Counted") -> "Counted":
        """Both together."""
        return Counted(*(one + more for one, more in zip(self, other, strict=True)))


def look_over(text: str, path: str | Path) -> None:
    """Raise `NotReadable` for what would cost the parser too much: lines, values, nesting, parts of a key."""
    need_within(Counted(len(text), text.count("\n")), path)
    counted(text, path)


def need_within(much: Counted, path: str | Path) -> None:
    """Raise `NotReadable` for more than a file may have."""
    if much.letters > LARGEST:
        raise _too_large(path, much.letters)
    if much.lines > MOST_LINES:
        raise NotReadable(path, f"The file has more than {MOST_LINES:,} lines.", "Take out what is not a session.")
    if much.dots > MOST_DOTS:
        raise NotReadable(path, "Its keys have too many dots.", "Shorten them.")
    if much.values > MOST_VALUES:
        raise _too_many_values(path)


def counted(text: str, path: str | Path) -> Counted:
    """How much there is in a text; raises `NotReadable` at the first place where it is more than a file may have."""
    dots = all_dots = depth = values = 0
    for found in _SIGN.finditer(f"{text}\n"):
        sign = found["sign"]
        if sign == ".":
            dots, all_dots = dots + 1, all_dots + 1
            if dots >= MOST_PARTS or all_dots > MOST_DOTS:
                raise NotReadable(path, "A key has too many dots.", "Shorten the key.", _line(text, found))
            continue
        dots = 0
        if sign in "[{":
            depth += 1
            if depth > DEEPEST:
                raise _too_deep(path, _line(text, found))
        elif sign in "]}":
            depth -= 1
        elif sign in ",=":
            values += 1
            if values > MOST_VALUES:
                raise _too_many_values(path)
        elif sign[0] in "\"'":
            what = "A text is opened with a quotation mark and never closed."
            raise NotReadable(path, what, "Close it.", _line(text, found))
        elif sign != "\n":
            raise NotReadable(path, "A key or a number is too long.", "Shorten it.", _line(text, found))
    return Counted(len(text), text.count("\n"), all_dots, values)


def _look_through(value: object, path: str | Path, where: tuple[str, ...], depth: int) -> None:
    """Raise `NotReadable` for numbers that cannot be kept exactly, and for tables within tables without end."""
    if isinstance(value, dict):
        if depth > DEEPEST or len(where) > MOST_PARTS:
            raise _too_deep(path, ".".join(where))
        for key, inner in value.items():
            _look_through(inner, path, (*where, key), depth + 1)
    elif isinstance(value, list):
        if depth > DEEPEST:
            raise _too_deep(path, ".".join(where))
        for inner in value:
            _look_through(inner, path, where, depth + 1)
    elif isinstance(value, float):
        if value != value or value in (float("inf"), float("-inf")):
            raise NotReadable(path, "This is not a number one can count with.", "Change it.", ".".join(where))
    elif isinstance(value, int) and not -LARGEST_NUMBER <= value <= LARGEST_NUMBER:
        raise NotReadable(path, "This number is too large.", "Change it.", ".".join(where))


_IN_PLAIN_WORDS = (
    ("Expected '=' after a key", "A key needs “=” after it."),
    ("Invalid value", "What stands after “=” is no value: text needs quotation marks."),
    ("Invalid statement", "This line is neither a key with a value nor a table."),
    ("Cannot overwrite a value", "The same key stands there twice."),
    ("Cannot declare", "The same table stands there twice."),
    ("Cannot mutate immutable", "A table that was closed is written on."),
    ("Cannot redefine", "The same table stands there twice."),
    ("Duplicate", "The same key stands there twice."),
    ("Unterminated string", "A text is never closed with a quotation mark."),
    ("Expected newline or end of document", "Something stands after the end of the value."),
    ("Unclosed array", "A list is never closed with “]”."),
    ("Unclosed inline table", "A table in one line is never closed with “}”."),
    ("Expected ']'", "The name of a table is never closed with “]”."),
    ("Unescaped '\\'", "“\\” in a text must be written “\\\\”."),
    ("Illegal character", "A character stands there that text files cannot have."),
    ("Found invalid character", "A character stands there that text files cannot have."),
    ("Invalid date or datetime", "This is no day of the calendar."),
)


def _damaged(message: str, path: str | Path) -> NotReadable:
    """What the parser complained of, in plain words."""
    place = re.search(r"\(at (?:line (\d+), column \d+|end of document)\)", message)
    what = next((words for start, words in _IN_PLAIN_WORDS if message.startswith(start)), "This line cannot be read.")
    where = "" if place is None else f"line {place[1]}" if place[1] else "at its end"
    return NotReadable(path, what, "Mend it in a text editor.", where)


def _line(text: str, found: re.Match[str]) -> str:
    return f"line {text.count(chr(10), 0, found.start('sign')) + 1}"


def _too_deep(path: str | Path, where: str) -> NotReadable:
    return NotReadable(path, "Tables or lists are nested too deeply.", "Take out what is not a session.", where)


def _too_many_values(path: str | Path) -> NotReadable:
    return NotReadable(path, f"The file holds more than {MOST_VALUES:,} values.", "Take out what is not a session.")


def _too_large(path: str | Path, size: int, most: int = LARGEST) -> NotReadable:
    return NotReadable(
        path,
        f"The file is too large: {size / 1_000_000:.1f} MB, where {most // 1_000_000} MB is the most.",
        "Choose a session file.",
    )


def _need_regular(path: Path, found: os.stat_result, most: int | None) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise NotReadable(path, "This is a folder.", "Name a file in it.")
    if not stat.S_ISREG(found.st_mode):
        raise NotReadable(path, "This is a device, not a file.", "Name a session file.")
    if most is not None and found.st_size > most:
        raise _too_large(path, found.st_size, most)


def _said_by_system(error: OSError) -> tuple[str, str]:
    """What is wrong and how to mend it, of a complaint of the operating system."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return "There is no such file.", "Check the name, or begin one: innovate-tui new FILE.toml"
    if isinstance(error, PermissionError):
        return "You may not read this file.", "Ask for permission, or copy it to a folder of your own."
    return f"The file cannot be read ({error.strerror or error}).", "Is its disk or stick still there?"
