"""What people typed, as it is kept: their words, without anything that could act on a terminal or a page."""

import re
import unicodedata

CONTROLS = dict.fromkeys(
    (
        *range(0x0A),
        *range(0x0B, 0x20),
        *range(0x7F, 0xA0),
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
        *(0x2028, 0x2029, 0xFEFF),
        *range(0xD800, 0xE000),
        *(plane << 16 | last for plane in range(17) for last in (0xFFFE, 0xFFFF)),
    )
)
"""What could act on a terminal, turn the direction of what follows, or not be written at all; line ends stay.

By number, as `str.translate` takes them out. A pattern of the same costs every start a millisecond to compile.
"""

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
"""Every way to end a line but LF. Word writes a soft one as VT; what is copied from the web may hold U+2028."""

_SPACES = "\t\n\v\f\r\x85\u2028\u2029"
"""What cleaning turns into spaces and line ends."""


def clean(text: str) -> str:
    """A person's text as it is kept: line ends are LF, control characters and bidirectional overrides are gone."""
    if text.replace("\n", "").isprintable():
        return text
    return _LINE_ENDS.sub("\n", text).replace("\t", "    ").translate(CONTROLS)


def removed(text: str) -> int:
    """How many characters cleaning takes out; those that it makes spaces and line ends of, nobody would miss."""
    if text.replace("\n", "").isprintable():
        return 0
    return sum(is_control(each) and each not in _SPACES for each in text)


def one_line(text: str) -> str:
    """A person's text that has to stand in one line: a title, a question. Nothing where nothing could be seen."""
    line = " ".join(clean(text).split())
    return line if line.isascii() or any(unicodedata.category(character)[0] not in "CZ" for character in line) else ""


def is_control(character: str) -> bool:
    """Whether a character could act on a terminal, turn the direction of what follows, or not be written at all."""
    return character == "\n" or ord(character) in CONTROLS
