"""What people typed, as it is kept: their words, without anything that could act on a terminal or a page."""


def clean(text: str) -> str:
    """A person's text as it is kept: line ends are LF, control characters and bidirectional overrides are gone."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    ")
    return "".join(character for character in text if character == "\n" or not is_control(character))


def one_line(text: str) -> str:
    """A person's text that has to stand in one line: a title, a question."""
    return " ".join(clean(text).split())


def is_control(character: str) -> bool:
    """Whether a character could act on a terminal, turn the direction of what follows, or not be written at all."""
    code = ord(character)
    return (
        code < 0x20
        or 0x7F <= code <= 0x9F
        or 0x202A <= code <= 0x202E
        or 0x2066 <= code <= 0x2069
        or code in (0x2028, 0x2029, 0xFEFF)
        or 0xD800 <= code <= 0xDFFF
        or code & 0xFFFE == 0xFFFE
    )
