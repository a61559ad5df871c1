"""What people typed, as it is kept: their words, without anything that could act on a terminal or a page."""

import re
import unicodedata

CONTROLS = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff\ud800-\udfff"
    + "".join(chr(plane << 16 | 0xFFFE) + chr(plane << 16 | 0xFFFF) for plane in range(17))
    + "]"
)
"""What could act on a terminal, turn the direction of what follows, or not be written at all; line ends stay."""

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
"""Every way to end a line but LF. Word writes a soft one as VT; what is copied from the web may hold U+2028."""


def clean(text: str) -> str:
    """A person's text as it is kept: line ends are LF, control characters and bidirectional overrides are gone."""
    if text.replace("\n", "").isprintable():
        return text
    return CONTROLS.sub("", _LINE_ENDS.sub("\n", text).replace("\t", "    "))


def one_line(text: str) -> str:
    """A person's text that has to stand in one line: a title, a question. Nothing where nothing could be seen."""
    line = " ".join(clean(text).split())
    return line if any(unicodedata.category(character)[0] not in "CZ" for character in line) else ""


def is_control(character: str) -> bool:
    """Whether a character could act on a terminal, turn the direction of what follows, or not be written at all."""
    return character == "\n" or CONTROLS.match(character) is not None
