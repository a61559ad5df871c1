"""Colours by role, in three themes and two poorer ones, and the ink names that painters use.

Words take `text`; the kinds' colours are for signs, edges and tints (INTERACTION, section 3). Nothing here imports
Textual, so that the contrast of every ink can be computed in a test.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from rich.style import Style

DARK = "innovate-dark"
LIGHT = "innovate-light"
CONTRAST = "innovate-contrast"
SIXTEEN = "innovate-sixteen"
PLAIN = "innovate-plain"

THEMES = (DARK, LIGHT, CONTRAST)
"""The themes that a person can choose, in the order of the key that goes through them."""

COLOURS: Mapping[str, Mapping[str, str]] = {
    DARK: {
        "bg": "#12161C",
        "raised": "#1B222B",
        "text": "#F1F4F6",
        "dim": "#B4BEC8",
        "line": "#8A97A4",
        "focus": "#FFFFFF",
        "chosen": "#2E4A66",
        "key": "#9CD3FF",
        "enabler": "#FFE27A",
        "enabler-tint": "#453D1A",
        "influence": "#FF9440",
        "influence-tint": "#3A1C0C",
        "next-level": "#7CC4FF",
        "next-level-tint": "#12304A",
        "strength": "#8FE3B0",
        "development": "#F0B6D6",
        "warning": "#FFC24D",
        "late": "#FF9C8F",
    },
    LIGHT: {
        "bg": "#FFFFFF",
        "raised": "#F1F3F5",
        "text": "#14181D",
        "dim": "#454E58",
        "line": "#6B7682",
        "focus": "#000000",
        "chosen": "#CFE3F7",
        "key": "#0B4A80",
        "enabler": "#8A6D00",
        "enabler-tint": "#FFF6C2",
        "influence": "#8A3200",
        "influence-tint": "#FFC899",
        "next-level": "#0B4A80",
        "next-level-tint": "#D6EAFB",
        "strength": "#0B5A33",
        "development": "#84194F",
        "warning": "#6E4300",
        "late": "#8E1B12",
    },
    CONTRAST: {
        "bg": "#000000",
        "raised": "#000000",
        "text": "#FFFFFF",
        "dim": "#E0E0E0",
        "line": "#FFFFFF",
        "focus": "#FFFF00",
        "chosen": "#FFFFFF",
        "key": "#FFFF00",
        "enabler": "#FFEE66",
        "enabler-tint": "#000000",
        "influence": "#FF9A40",
        "influence-tint": "#000000",
        "next-level": "#8CCBFF",
        "next-level-tint": "#000000",
        "strength": "#A6FFC8",
        "development": "#FFBFE2",
        "warning": "#FFD24D",
        "late": "#FFB0A6",
    },
}
"""Role -> colour, per theme. A test computes the ratios: text 7:1, lines and signs 3:1."""

SIXTEEN_COLOURS = {
    "enabler": "bright_yellow",
    "influence": "bright_red",
    "next-level": "bright_cyan",
    "strength": "bright_green",
    "development": "bright_magenta",
    "warning": "bright_yellow",
    "late": "bright_red",
    "key": "bright_cyan",
}


@dataclass(frozen=True, slots=True)
class Ink:
    """What an ink is made of: a role for the letters, one for the ground, and how it shows without colour."""

    letters: str
    ground: str = "bg"
    bold: bool = False
    reverse: bool = False
    """Shown reversed where there is no colour, or too few."""
    underline: bool = False
    """Underlined where there is no colour."""


INKS: Mapping[str, Ink] = {
    "text": Ink("text"),
    "strong": Ink("text", bold=True),
    "dim": Ink("dim"),
    "line": Ink("line"),
    "focus": Ink("focus", bold=True),
    "chosen": Ink("text", "chosen", bold=True),
    "in-hand": Ink("text", "chosen", bold=True, reverse=True),
    "key": Ink("key", bold=True),
    "enabler": Ink("enabler"),
    "influence": Ink("influence"),
    "next-level": Ink("next-level"),
    "face-enabler": Ink("text", "enabler-tint"),
    "face-influence": Ink("text", "influence-tint"),
    "face-next-level": Ink("text", "next-level-tint"),
    "sign-enabler": Ink("enabler", "enabler-tint"),
    "sign-influence": Ink("influence", "influence-tint"),
    "sign-next-level": Ink("next-level", "next-level-tint"),
    "title-enabler": Ink("text", "enabler-tint", bold=True),
    "title-influence": Ink("text", "influence-tint", bold=True),
    "title-next-level": Ink("text", "next-level-tint", bold=True),
    "strength": Ink("strength"),
    "development": Ink("development"),
    "warning": Ink("warning", bold=True),
    "late": Ink("late", bold=True),
    "bar": Ink("text", "raised"),
    "bar-strong": Ink("text", "raised", bold=True),
    "bar-dim": Ink("dim", "raised"),
    "bar-key": Ink("key", "raised", bold=True),
    "bar-warning": Ink("warning", "raised", bold=True),
    "bar-late": Ink("late", "raised", bold=True),
    "step": Ink("text", bold=True, underline=True),
}
"""Every ink that a painter may name."""

ON_BLACK = "#949FA9"
"""The one line of a blank screen: to be read, and not to be looked at."""
STEADY = frozenset({"chosen", "in-hand"})


@lru_cache
def inks(theme: str) -> Mapping[str, Style]:
    """The style of every ink in a theme; `SIXTEEN` and `PLAIN` are for consoles that have fewer colours or none."""
    return {name: _style(ink, theme, name) for name, ink in INKS.items()}


def blank_inks(styles: Mapping[str, Style]) -> Mapping[str, Style]:
    """Every ink of a theme as one on black; where the colours are the terminal's own, they stay."""
    if styles["dim"].bgcolor is None:
        return styles
    return dict.fromkeys(styles, Style(color=ON_BLACK, bgcolor="#000000"))


def _style(ink: Ink, theme: str, name: str) -> Style:
    if theme == PLAIN:
        return Style(bold=ink.bold, reverse=ink.reverse, underline=ink.underline)
    if theme == SIXTEEN:
        return Style(
            color=SIXTEEN_COLOURS.get(ink.letters), bold=ink.bold, reverse=name in STEADY, underline=ink.underline
        )
    colours = COLOURS[theme]
    letters = colours[ink.letters]
    if theme == CONTRAST and ink.ground == "chosen":
        letters = colours["bg"]  # reversed: black letters on white
    return Style(color=letters, bgcolor=colours[ink.ground], bold=ink.bold)


def ratio(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
