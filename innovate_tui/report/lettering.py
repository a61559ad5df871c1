"""Letters: which characters the fonts have, how wide words are, and where lines break.

Sizes are in points, widths in millimetres. Everything that places words (pages, figures, page breaks) measures here,
so that all of them agree. A character that no font has is as wide as the mark that is printed in its place.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from io import BytesIO
from math import inf
from typing import Literal

from innovate_tui.report import scripts
from innovate_tui.report.scripts import APART, JOINERS, TOGETHER, Found, Letters

MM = 25.4 / 72
"""One point in millimetres."""
FACES = {False: "AtkinsonHyperlegibleNext_400Regular.ttf", True: "AtkinsonHyperlegibleNext_700Bold.ttf"}
"""The font files by whether they are bold."""
MARK_EM = 0.66
"""How wide the mark for a character without a glyph is, in ems."""
LEADING = 1.18
"""The least distance from line to line for titles, in font sizes."""

CLOSING = frozenset("、。，．：；！？）」』】》〉”’…")
"""Signs that no line begins with, in a script that breaks between any two characters."""
_SET_APART = re.compile(f"{APART}[^{TOGETHER}]*{TOGETHER}?")
_UNSEEN = {0x00AD, 0x034F, 0x061C, 0x180E, 0x200B, 0x200E, 0x200F, *range(0x2060, 0x2065)}
_UNSEEN |= {*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)}
_SAME = {0x2010: "-", 0x2011: "-", 0x202F: "\u00a0", 0x2007: "\u00a0", 0x2028: "\n", 0x2029: "\n"}
_LOOSE_JOINERS = re.compile(f"(?<![\u0590-\u0dff])[{JOINERS}]|[{JOINERS}](?![\u0590-\u0dff])")
"""What joins letters, or keeps them apart, means nothing where there are none that would join."""
_SHOWN: dict[int, str | None] = {**dict.fromkeys(_UNSEEN), **_SAME}


@dataclass(frozen=True, slots=True)
class Face:
    """What has to be known of a font: advance widths by character and the height of a capital, both in ems."""

    advances: "_Advances"
    capital: float


class _Advances(dict[str, float]):
    """Advance widths; a character that is not there is as wide as the mark in its place."""

    def __missing__(self, character: str) -> float:
        return MARK_EM


@lru_cache(maxsize=2)
def face(bold: bool) -> Face:
    """The measurements of a font, read once."""
    from fontTools.ttLib import TTFont

    data = resources.files("innovate_tui.report").joinpath("fonts", FACES[bold]).read_bytes()
    with TTFont(BytesIO(data), lazy=True) as font:
        em = font["head"].unitsPerEm
        widths = font["hmtx"].metrics
        advances = _Advances({chr(code): widths[glyph][0] / em for code, glyph in font.getBestCmap().items()})
        return Face(advances, font["OS/2"].sCapHeight / em)


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
    return _ems(text, bold) * size * MM


@lru_cache(maxsize=4096)
def _ems(text: str, bold: bool) -> float:
    """How wide a text is, in ems: titles are measured at many sizes, and words come again."""
    advances = face(bold).advances
    if text.isascii() or has_glyphs(text):
        return sum(map(advances.__getitem__, text))
    return sum(
        scripts.ems(letters, run) if isinstance(letters, Found) else sum(map(advances.__getitem__, run))
        for letters, run in script_runs(text, bold)
    )


def capital(size: float, bold: bool = False) -> float:
    """How high a capital is: from a baseline to the top of the line as the eye sees it."""
    return face(bold).capital * size * MM


def lines(text: str, wide: float, size: float, bold: bool = False) -> list[str]:
    """Running text broken into lines, with no last line so short that it looks left behind. Typed line ends stay."""
    broken: list[str] = []
    for paragraph in text.split("\n"):
        if words := _words(paragraph, wide, size, bold):
            broken += _settled(words, wide, size, bold)
    return _still_apart(broken)


def balanced(text: str, wide: float, size: float, bold: bool = False) -> list[str]:
    """As few lines as can be, of about equal length: for titles and other short texts."""
    words = _words(text.replace("\n", " "), wide, size, bold)
    return _still_apart(_balanced(words, _greedy(words, wide, size, bold), wide, size, bold))


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
            words = _words(text.replace("\n", " "), wide, size, True)
            full = _greedy(words, wide, size, True)
            if len(full) * size * MM * LEADING <= high + 0.2:
                return size, _balanced(words, full, wide, size, True)
    return sizes[-1], cut(text, wide, max(1, int(high / (sizes[-1] * MM * LEADING))), sizes[-1], True)


def cut(text: str, wide: float, most: int, size: float, bold: bool = False) -> list[str]:
    """At most so many lines, balanced; what does not fit ends in an ellipsis."""
    words = _words(text.replace("\n", " "), wide, size, bold)
    got = _greedy(words, wide, size, bold)
    if len(got) <= most:
        return _still_apart(_balanced(words, got, wide, size, bold))
    last = got[most - 1].rstrip(" ,.;:-·")
    while last and width(f"{last}…", size, bold) > wide:
        last = last[:-1].rstrip()
    return _still_apart([*got[: most - 1], f"{last}…"])


def _still_apart(broken: list[str]) -> list[str]:
    """Lines in which words that are set apart, and go on over a line, are set apart on both."""
    if not any(APART in line for line in broken):
        return broken
    inside = False
    for number, line in enumerate(broken):
        begun = f"{APART}{line}" if inside else line
        inside = begun.count(APART) > begun.count(TOGETHER)
        broken[number] = f"{begun}{TOGETHER}" if inside else begun
    return broken


_Word = tuple[str, float]
"""A word and its width."""


def _words(text: str, wide: float, size: float, bold: bool) -> list[_Word]:
    """The words of a text with their widths; one that is wider than the line comes in pieces that are not."""
    found: list[_Word] = []
    for word in text.split(" "):
        if word:
            long = _ems(word, bold) * size * MM
            if long <= wide:
                found.append((word, long))
            else:
                found += _pieces(word, wide, size, bold)
    return found


def _pieces(word: str, wide: float, size: float, bold: bool) -> list[_Word]:
    """A word cut into pieces as wide as the line: a word of letters with hyphens, anything else bare."""
    advances, em = face(bold).advances, size * MM
    plain = word.isascii() or has_glyphs(word)
    hyphen = "-" if plain and word.isalpha() else ""
    room = wide - (advances[hyphen] * em if hyphen else 0)
    pieces: list[_Word] = []
    piece, long = "", 0.0
    for character in word:
        step = (advances[character] if plain else _ems(character, bold)) * em
        if piece and long + step > room:
            # a sign that closes something begins no line: the character before it comes with it
            head, tail = (piece[:-1], piece[-1]) if character in CLOSING and len(piece) > 1 else (piece, "")
            back = _ems(tail, bold) * em
            pieces.append((head + hyphen, long - back + wide - room))
            piece, long = tail, back
        piece, long = piece + character, long + step
    return [*pieces, (piece, long)]


def _greedy(words: list[_Word], wide: float, size: float, bold: bool) -> list[str]:
    space = width(" ", size, bold)
    broken: list[str] = []
    line, long = "", 0.0
    for word, own in words:
        if not line:
            line, long = word, own
        elif long + space + own <= wide + 1e-6:
            line, long = f"{line} {word}", long + space + own
        else:
            broken.append(line)
            line, long = word, own
    return [*broken, line] if line else broken


def _balanced(words: list[_Word], full: list[str], wide: float, size: float, bold: bool) -> list[str]:
    """As many lines as in `full`, which are as long as can be, but of about equal length."""
    if len(full) < 2:
        return full
    widths = [own for _, own in words]
    least, most, space = max(*widths, sum(widths) / len(full)), wide, width(" ", size, bold)
    while most - least > 1.0:
        middle = (least + most) / 2
        if _count(widths, middle, space) == len(full):
            most = middle
        else:
            least = middle
    return full if most == wide else _greedy(words, most, size, bold)


def _count(widths: list[float], wide: float, space: float) -> int:
    """How many lines words of these widths take."""
    count, long = 0, inf
    for own in widths:
        long = long + space + own
        if long > wide + 1e-6:
            count, long = count + 1, own
    return count


def _settled(words: list[_Word], wide: float, size: float, bold: bool) -> list[str]:
    """Lines as they fall, but a last line that is shorter than a fifth takes words from the one above."""
    broken = _greedy(words, wide, size, bold)
    while len(broken) > 1 and width(broken[-1], size, bold) < wide / 5:
        head, _, tail = broken[-2].rpartition(" ")
        last = f"{tail} {broken[-1]}"
        if not head or width(last, size, bold) > wide:
            break
        broken[-2:] = [head, last]
    return broken
