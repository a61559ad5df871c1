"""Letters: which characters the fonts have, how wide words are, and where lines break.

Sizes are in points, widths in millimetres. Everything that places words (pages, figures, page breaks) measures here,
so that all of them agree. A character that no font has is as wide as the mark that is printed in its place.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib import resources
from io import BytesIO
from math import inf
from typing import Literal

from innovate_tui.report import scripts
from innovate_tui.report.phrases import MONTHS
from innovate_tui.report.scripts import APART, JOINERS, TOGETHER, Found, Letters

MM = 25.4 / 72
"""One point in millimetres."""
FACES = {False: "AtkinsonHyperlegibleNext_400Regular.ttf", True: "AtkinsonHyperlegibleNext_700Bold.ttf"}
"""The font files by whether they are bold."""
MARK_EM = 0.66
"""How wide the mark for a character without a glyph is, in ems."""
NARROW = 0.4
"""Ems: where letters would have to be narrower than this for a text to be one line, it is not even tried."""
LEADING = 1.18
"""The least distance from line to line for titles, in font sizes."""

CLOSING = frozenset("、。，．：；！？）」』】》〉”’…")
"""Signs that no line begins with, in a script that breaks between any two characters."""
_SET_APART = re.compile(f"{APART}[^{TOGETHER}]*{TOGETHER}?")
_UNSEEN = {0x00AD, 0x034F, 0x061C, 0x180E, 0x200B, 0x200E, 0x200F, *range(0x2060, 0x2065)}
_UNSEEN |= {*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)}
_SAME = {0x2010: "-", 0x2011: "-", 0x202F: "\u00a0", 0x2007: "\u00a0", 0x2028: "\n", 0x2029: "\n"}
_NUMBERED = re.compile(rf"(?<!\S)\d{{1,2}} (?:{'|'.join(MONTHS)}|more)\b")
"""The day of a date, and how many more: the number stands on the line of its word."""
_LOOSE_JOINERS = re.compile(f"(?<![\u0590-\u0dff])[{JOINERS}]|[{JOINERS}](?![\u0590-\u0dff])")
"""What joins letters, or keeps them apart, means nothing where there are none that would join."""
_SHOWN: dict[int, str | None] = {**dict.fromkeys(_UNSEEN), **_SAME}


MOST_KNOWN = 4096
"""Of so many texts it is known how wide they are; then they are measured anew."""
MOST_BROKEN = 1024
"""Of so many texts it is known how they break into lines."""


@dataclass(frozen=True, slots=True)
class Face:
    """What has to be known of a font, all of it in ems: how far each character goes on, and how high a capital is."""

    advances: "_Advances"
    capital: float
    widths: "_Widths"


class _Advances(dict[str, float]):
    """Advance widths; a character that is not there is as wide as the mark in its place."""

    def __missing__(self, character: str) -> float:
        return MARK_EM


class _Widths(dict[str, float]):
    """How wide texts are: words come again, and titles are measured at many sizes."""

    def __init__(self, advances: _Advances, bold: bool) -> None:
        super().__init__()
        self._advance = advances.__getitem__
        self._bold = bold

    def __missing__(self, text: str) -> float:
        if len(self) >= MOST_KNOWN:
            self.clear()
        if text.isascii() or has_glyphs(text):
            wide = sum(map(self._advance, text))
        else:
            wide = sum(
                scripts.ems(letters, run) if isinstance(letters, Found) else sum(map(self._advance, run))
                for letters, run in script_runs(text, self._bold)
            )
        self[text] = wide
        return wide


@lru_cache(maxsize=2)
def face(bold: bool) -> Face:
    """The measurements of a font, read once."""
    from fontTools.ttLib import TTFont

    data = resources.files("innovate_tui.report").joinpath("fonts", FACES[bold]).read_bytes()
    with TTFont(BytesIO(data), lazy=True) as font:
        em = font["head"].unitsPerEm
        widths = font["hmtx"].metrics
        advances = _Advances({chr(code): widths[glyph][0] / em for code, glyph in font.getBestCmap().items()})
        return Face(advances, font["OS/2"].sCapHeight / em, _Widths(advances, bold))


def printed(text: str) -> str:
    """Text as it goes to paper: composed letters, without the characters that nobody sees."""
    if text.isascii():
        return text
    return _LOOSE_JOINERS.sub("", unicodedata.normalize("NFC", text).translate(_SHOWN))


def has_glyph(character: str) -> bool:
    """Whether some font at hand can print a character."""
    return character in face(False).advances or scripts.font_of(character) is not None


def has_glyphs(text: str) -> bool:
    """Whether the fonts that ship can print all of a text."""
    return face(False).advances.keys() >= set(text)


def script_runs(text: str, bold: bool = False) -> list[tuple[Letters, str]]:
    """Text cut into runs by the font that prints them: those that ship (true), one that was found, or none (false).

    fpdf2's own fallback fonts are not used, because they can print in the wrong font without a word.
    """
    return scripts.runs(text, face(False).advances, bold)


def right_to_left(text: str) -> bool:
    """Whether a text is written from right to left: its first letter says that is not of words set apart."""
    if text.isascii():
        return False
    for each in (_SET_APART.sub("", text), text):
        classes = (unicodedata.bidirectional(character) for character in each)
        if first := next((found for found in classes if found in ("L", "R", "AL")), ""):
            return first != "L"
    return False


def edge(text: str, x: float, w: float) -> tuple[float, Literal["left", "right"]]:
    """Where the lines of a text begin in a column, and on which side of it that is: what runs backward on the right."""
    return (x + w, "right") if right_to_left(text) else (x, "left")


def width(text: str, size: float, bold: bool = False) -> float:
    """How wide a line of text is."""
    return face(bold).widths[text] * size * MM


def capital(size: float, bold: bool = False) -> float:
    """How high a capital is: from a baseline to the top of the line as the eye sees it."""
    return face(bold).capital * size * MM


def lines(text: str, wide: float, size: float, bold: bool = False) -> list[str]:
    """Running text broken into lines, with no last line so short that it looks left behind. Typed line ends stay."""
    broken = [line for paragraph in text.split("\n") for line in _settled(paragraph, wide, size, bold)]
    return _still_apart(text, broken)


def balanced(text: str, wide: float, size: float, bold: bool = False) -> list[str]:
    """As few lines as can be, of about equal length: for titles and other short texts."""
    return _still_apart(text, [*_broken(text.replace("\n", " "), wide, size, bold).balanced])


def sentences(text: str, wide: float, size: float) -> list[str]:
    """A headline: one sentence a line where each fits, balanced where not."""
    each = [part if part.endswith((".", "?", "!")) else f"{part}." for part in text.split(". ") if part]
    return each if all(width(part, size) <= wide for part in each) else balanced(text, wide, size)


def fit(text: str, wide: float, high: float, sizes: tuple[float, ...]) -> tuple[float, list[str]]:
    """The largest of `sizes` at which a bold title stands whole in a space, and its lines there.

    Where none does, a word may break; where that does not help, the smallest size, cut with an ellipsis.
    """
    longest = max(text.split(" "), key=len, default="")
    for unbroken in (True, False):
        for size in sizes:
            if unbroken and width(longest, size, True) > wide:
                continue
            words = _broken(text.replace("\n", " "), wide, size, True)
            if len(words.lines) * size * MM * LEADING <= high + 0.2:
                return size, [*words.balanced]
    return sizes[-1], cut(text, wide, max(1, int(high / (sizes[-1] * MM * LEADING))), sizes[-1], True)


def cut(text: str, wide: float, most: int, size: float, bold: bool = False) -> list[str]:
    """At most so many lines, balanced; what does not fit ends in an ellipsis."""
    words = _broken(text.replace("\n", " "), wide, size, bold)
    if len(words.lines) <= most:
        return _still_apart(text, [*words.balanced])
    last = words.lines[most - 1].rstrip(" ,.;:-·")
    while last and width(f"{last}…", size, bold) > wide:
        last = last[:-1].rstrip()
    return _still_apart(text, [*words.lines[: most - 1], f"{last}…"])


def _still_apart(text: str, broken: list[str]) -> list[str]:
    """The lines of a text in which words that are set apart, and go on over a line, are set apart on both."""
    if text.isascii() or APART not in text:
        return broken
    inside = False
    for number, line in enumerate(broken):
        begun = f"{APART}{line}" if inside else line
        inside = begun.count(APART) > begun.count(TOGETHER)
        broken[number] = f"{begun}{TOGETHER}" if inside else begun
    return broken


def _bound(words: list[str], fits: Callable[[str], bool]) -> list[str]:
    """The words with a number that means nothing alone and the word after it as one, where a line has room for both."""
    bound: list[str] = []
    for word in words:
        both = f"{bound[-1]} {word}" if bound else word
        if bound and bound[-1].isdigit() and _NUMBERED.match(both) and fits(both):
            bound[-1] = both
        else:
            bound.append(word)
    return bound


class _Broken:
    """A text broken into lines. A word that is wider than the line comes in pieces that are not."""

    def __init__(self, text: str, wide: float, size: float, bold: bool) -> None:
        known, em = face(bold).widths, size * MM
        self.lines = [text]
        """As they fall: as long as they can be."""
        if len(text) * em * NARROW < wide and 0 < known[text] * em <= wide and "  " not in f" {text} ":
            return
        self._wide, self._space = wide, known[" "] * em
        self._words = [word for word in text.split(" ") if word]
        if _NUMBERED.search(text):
            self._words = _bound(self._words, lambda word: known[word] * em <= wide)
        self._widths = [known[word] * em for word in self._words]
        if max(self._widths, default=0.0) > wide:
            whole = zip(self._words, self._widths, strict=True)
            parts = [
                part
                for word, own in whole
                for part in ([(word, own)] if own <= wide else _pieces(word, wide, size, bold))
            ]
            self._words, self._widths = [word for word, _ in parts], [own for _, own in parts]
        self.lines = self._of(wide)

    @cached_property
    def balanced(self) -> list[str]:
        """As many lines, but of about equal length."""
        count = len(self.lines)
        if count < 2:
            return self.lines
        least, most = max(*self._widths, sum(self._widths) / count), self._wide
        while most - least > 1.0:
            middle = (least + most) / 2
            if self._count(middle) == count:
                most = middle
            else:
                least = middle
        return self.lines if most == self._wide else self._of(most)

    def _count(self, wide: float) -> int:
        """How many lines there are where they are no longer than this."""
        count, long, space, most = 0, inf, self._space, wide + 1e-6
        for own in self._widths:
            long = long + space + own
            if long > most:
                count, long = count + 1, own
        return count

    def _of(self, wide: float) -> list[str]:
        """The lines that are no longer than this."""
        broken, begun, long, space, most = [], 0, -self._space, self._space, wide + 1e-6
        for number, own in enumerate(self._widths):
            long = long + space + own
            if long > most:
                broken.append(" ".join(self._words[begun:number]))
                begun, long = number, own
        return [*broken, " ".join(self._words[begun:])] if self._words else []


_broken = lru_cache(maxsize=MOST_BROKEN)(_Broken)
"""Names and labels come again on a page, and nearly all that is written in a session when it is written out again."""


def _pieces(word: str, wide: float, size: float, bold: bool) -> list[tuple[str, float]]:
    """A word cut into pieces as wide as the line, with their widths: letters with hyphens, anything else bare."""
    advances, em = face(bold).advances, size * MM
    plain = word.isascii() or has_glyphs(word)
    hyphen = "-" if plain and word.isalpha() else ""
    room = wide - (advances[hyphen] * em if hyphen else 0)
    pieces: list[tuple[str, float]] = []
    piece, long = "", 0.0
    for character in word:
        step = (advances[character] if plain else face(bold).widths[character]) * em
        if piece and long + step > room:
            # a sign that closes something begins no line: the character before it comes with it
            head, tail = (piece[:-1], piece[-1]) if character in CLOSING and len(piece) > 1 else (piece, "")
            back = face(bold).widths[tail] * em
            pieces.append((head + hyphen, long - back + wide - room))
            piece, long = tail, back
        piece, long = piece + character, long + step
    return [*pieces, (piece, long)]


def _settled(text: str, wide: float, size: float, bold: bool) -> list[str]:
    """Lines as they fall, but a last line that is shorter than a fifth takes words from the one above."""
    broken = [*_broken(text, wide, size, bold).lines]
    while len(broken) > 1 and width(broken[-1], size, bold) < wide / 5:
        head, _, tail = broken[-2].rpartition(" ")
        before, _, number = head.rpartition(" ")
        if _NUMBERED.match(f"{number} {tail}"):
            head, tail = before, f"{number} {tail}"
        last = f"{tail} {broken[-1]}"
        if not head or width(last, size, bold) > wide:
            break
        broken[-2:] = [head, last]
    return broken
