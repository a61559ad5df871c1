"""What people typed, as it is kept: their words, without anything that could act on a terminal or a page."""

import re

CONTROLS = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff\ud800-\udfff"
    + "".join(chr(plane << 16 | 0xFFFE) + chr(plane << 16 | 0xFFFF) for plane in range(17))
    + "]"
)
"""What could act on a terminal, turn the direction of what follows, or not be written at all; line ends stay."""


def clean(text: str) -> str:
    """A person's text as it is kept: line ends are LF, control characters and bidirectional overrides are gone."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    ")
    return text if text.replace("\n", "").isprintable() else CONTROLS.sub("", text)


def one_line(text: str) -> str:
    """A person's text that has to stand in one line: a title, a question."""
    return " ".join(clean(text).split())


def is_control(character: str) -> bool:
    """Whether a character could act on a terminal, turn the direction of what follows, or not be written at all."""
    return character == "\n" or CONTROLS.match(character) is not None
