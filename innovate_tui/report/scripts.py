"""Letters beyond the fonts that ship: other scripts and signs, printed with fonts that are found on the machine.

A font is looked for when a letter of its script occurs, and not before: in the folder that INNOVATE_FONTS names, or
else where the system keeps its fonts. Arabic, Bengali, Punjabi and their like are joined and reordered by uharfbuzz
(the extra `scripts`). Without it their letters cannot be read, so that they count as not to be printed.
"""

import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

FOLDER = "INNOVATE_FONTS"
"""The environment's name for a folder with fonts; where it is set, the system's own are left alone."""
BACKWARD = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
"""Letters of scripts that are written from right to left."""
JOINERS = "\u200c\u200d"
"""Between two letters of a shaped script they say whether these join."""

APART, TOGETHER = "\u2068", "\u2069"
"""What stands between them keeps its own direction; neither is printed."""


@dataclass(frozen=True, slots=True)
class Script:
    """A script, or several that one font has: where its characters are, and the files to look for, best first."""

    name: str
    ranges: tuple[tuple[int, int], ...]
    files: tuple[str, ...]
    shaped: bool = False
    """Its letters change with their neighbours."""


@dataclass(frozen=True, eq=False, slots=True)
class Found:
    """A font of this machine."""

    path: Path
    number: int
    """Which of the fonts in its file."""
    script: Script
    advances: dict[str, float] = field(repr=False)
    """In ems, by character."""

    @property
    def key(self) -> str:
        """What it is called in a PDF."""
        return f"{self.script.name} {self.path.stem}".lower().replace(" ", "-")


def _noto(name: str, *more: str) -> tuple[str, ...]:
    return (f"NotoSans{name}-Regular.ttf", *more)


ARABIC = Script(
    "arabic",
    ((0x600, 0x6FF), (0x750, 0x77F), (0x8A0, 0x8FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFC)),
    _noto("Arabic", "NotoNaskhArabic-Regular.ttf", "arial.ttf", "Arial Unicode.ttf"),
    True,
)
SCRIPTS = (
    ARABIC,
    Script("hebrew", ((0x590, 0x5FF),), _noto("Hebrew", "arial.ttf", "DejaVuSans.ttf"), True),
    Script("devanagari", ((0x900, 0x97F),), _noto("Devanagari", "Nirmala.ttf"), True),
    Script("bengali", ((0x980, 0x9FF),), _noto("Bengali", "Nirmala.ttf"), True),
    Script("gurmukhi", ((0xA00, 0xA7F),), _noto("Gurmukhi", "Nirmala.ttf"), True),
    Script("gujarati", ((0xA80, 0xAFF),), _noto("Gujarati", "Nirmala.ttf"), True),
    Script("tamil", ((0xB80, 0xBFF),), _noto("Tamil", "Nirmala.ttf"), True),
    Script("ethiopic", ((0x1200, 0x139F),), _noto("Ethiopic", "ebrima.ttf")),
    Script(
        "han",
        ((0x2E80, 0x9FFF), (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFF00, 0xFFEF), (0x20000, 0x323AF)),
        ("NotoSansSC-Regular.ttf", "msyh.ttc", "DroidSansFallbackFull.ttf", "Arial Unicode.ttf"),
    ),
    Script(
        "signs",
        ((0x2190, 0x2BFF), (0x1F000, 0x1FAFF)),
        (
            "NotoEmoji-Regular.ttf",
            "Symbola.ttf",
            "Symbola_hint.ttf",
            "seguisym.ttf",
            "NotoSansSymbols2-Regular.ttf",
            "NotoSansSymbols-Regular.ttf",
            "DejaVuSans.ttf",
        ),
    ),
    Script("letters", ((0, 0x10FFFF),), ("NotoSans-Regular.ttf", "segoeui.ttf", "DejaVuSans.ttf", "arial.ttf")),
)
"""The last one is for Greek, Cyrillic and all else."""


def font_of(character: str, bold: bool = False, before: Found | None = None) -> Found | None:
    """A font of this machine for a character: that of the character `before`, if it has it, or that of its script."""
    if before is not None and (character in before.advances or character in JOINERS):
        return before
    return _font_of(character, bold, os.environ.get(FOLDER))


@lru_cache(maxsize=4096)
def _font_of(character: str, bold: bool, folder: str | None) -> Found | None:
    code = ord(character)
    for script in SCRIPTS:
        if not any(first <= code <= last for first, last in script.ranges):
            continue
        if script.shaped and not shaper():
            return None
        for file in script.files:
            found = _opened(file.replace("-Regular", "-Bold"), script, folder) if bold else None
            found = found or _opened(file, script, folder)
            if found is not None and character in found.advances:
                return found
    return None


@lru_cache(maxsize=64)
def _opened(file: str, script: Script, folder: str | None) -> Found | None:
    """A font file with its measurements; none if it is not there or cannot be used."""
    path = _files(folder).get(file.lower())
    if path is None:
        return None
    from fontTools.ttLib import TTFont, TTLibError

    try:
        with path.open("rb") as held, TTFont(held, lazy=True, fontNumber=0) as font:
            if "glyf" not in font:
                return None  # outlines of the other sort are not told apart well enough by readers
            em, widths = font["head"].unitsPerEm, font["hmtx"].metrics
            advances = {chr(code): widths[glyph][0] / em for code, glyph in font.getBestCmap().items()}
    except (OSError, TTLibError, KeyError, AttributeError):
        return None
    return Found(path, 0, script, advances)


@lru_cache(maxsize=4)
def _files(folder: str | None) -> dict[str, Path]:
    """Every font file by its name in small letters."""
    files: dict[str, Path] = {}
    for place in [Path(folder)] if folder is not None else _system_folders():
        for inside, _, names in os.walk(place):
            for name in names:
                if name.lower().endswith((".ttf", ".ttc")):
                    files.setdefault(name.lower(), Path(inside, name))
    return files


def _system_folders() -> Iterator[Path]:
    """Where fonts are kept."""
    home = Path.home()
    if sys.platform == "win32":
        yield Path(os.environ.get("WINDIR", r"C:\Windows"), "Fonts")
        yield home / "AppData/Local/Microsoft/Windows/Fonts"
    elif sys.platform == "darwin":
        yield from (home / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts"))
    else:
        yield from (home / ".local/share/fonts", home / ".fonts")
        yield from (Path("/usr/local/share/fonts"), Path("/usr/share/fonts"))


@lru_cache(maxsize=1)
def shaper() -> Any:
    """uharfbuzz, or none."""
    try:
        import uharfbuzz
    except ImportError:
        return None
    return uharfbuzz


def ems(font: Found, run: str) -> float:
    """How wide a run is in a font, in ems."""
    if not font.script.shaped:
        return sum(font.advances.get(character, 0.0) for character in run)
    buffer = shaper().Buffer()
    buffer.add_str(run)
    buffer.guess_segment_properties()
    held = _shaped_font(font)
    shaper().shape(held, buffer)
    wide: int = sum(position.x_advance for position in buffer.glyph_positions)
    return wide / float(held.face.upem)


@lru_cache(maxsize=16)
def _shaped_font(font: Found) -> Any:
    harfbuzz = shaper()
    return harfbuzz.Font(harfbuzz.Face(harfbuzz.Blob.from_file_path(str(font.path)), font.number))


Letters = bool | Found
"""By what a run is printed: the fonts that ship (true), one that was found, or nothing at all (false)."""


def apart(text: str) -> str:
    """A text that is put beside others, with marks around it where it could turn these round: letters that run back."""
    return text if text.isascii() or not BACKWARD.search(text) else f"{APART}{text}{TOGETHER}"


def together(text: str) -> str:
    """A text without the marks that set words of it apart."""
    return text if text.isascii() else text.replace(APART, "").replace(TOGETHER, "")


def runs(text: str, base: "dict[str, float]", bold: bool = False) -> list[tuple[Letters, str]]:
    """A text cut by the fonts that print it. A space between two words of a shaped script is its font's."""
    text = together(text)
    by: list[Letters] = []
    before: Found | None = None
    for character in text:
        if character in base:
            by.append(True)
            before = None if not character.isspace() else before
        else:
            before = font_of(character, bold, before)
            by.append(before or False)
    for at in range(1, len(text) - 1):
        font = by[at - 1]
        joined = isinstance(font, Found) and font.script.shaped and " " in font.advances
        if text[at] == " " and joined and by[at + 1] is font:
            by[at] = font
    found: list[tuple[Letters, str]] = []
    for letters, character in zip(by, text, strict=True):
        if found and found[-1][0] is letters:
            found[-1] = letters, found[-1][1] + character
        else:
            found.append((letters, character))
    return found
