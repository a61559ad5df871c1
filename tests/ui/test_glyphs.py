"""Only signs that Windows' own console fonts have (notes: WGL4), and each with a twin for consoles with ASCII alone."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import innovate_tui.ui
from innovate_tui.ui.cells import ASCII
from innovate_tui.workshop import wording
from tests.ui.golden import FOLDER

WGL4 = {
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),
    *(0x192, *range(0x1FA, 0x200), 0x2C6, 0x2C7, 0x2C9, *range(0x2D8, 0x2DE)),
    *(*range(0x1E80, 0x1E86), 0x1EF2, 0x1EF3),
    *(0x2013, 0x2014, 0x2015, 0x2017, *range(0x2018, 0x201F), 0x2020, 0x2021, 0x2022, 0x2026, 0x2030, 0x2032, 0x2033),
    *(0x2039, 0x203A, 0x203C, 0x203E, 0x2044, 0x207F, 0x20A3, 0x20A4, 0x20A7, 0x20AC, 0x2105, 0x2113, 0x2116, 0x2122),
    *(0x2126, 0x212E, *range(0x215B, 0x215F), *range(0x2190, 0x2196), 0x21A8, 0x2202, 0x2206, 0x220F, 0x2211, 0x2212),
    *(0x2215, 0x2219, 0x221A, 0x221E, 0x221F, 0x2229, 0x222B, 0x2248, 0x2260, 0x2261, 0x2264, 0x2265, 0x2302, 0x2310),
    *(0x2320, 0x2321, 0x2500, 0x2502, 0x250C, 0x2510, 0x2514, 0x2518, 0x251C, 0x2524, 0x252C, 0x2534, 0x253C),
    *(*range(0x2550, 0x256D), 0x2580, 0x2584, 0x2588, 0x258C, *range(0x2590, 0x2594), 0x25A0, 0x25A1, 0x25AA, 0x25AB),
    *(0x25AC, 0x25B2, 0x25BA, 0x25BC, 0x25C4, 0x25CA, 0x25CB, 0x25CF, 0x25D8, 0x25D9, 0x25E6, 0x263A, 0x263B, 0x263C),
    *(0x2640, 0x2642, 0x2660, 0x2663, 0x2665, 0x2666, 0x266A, 0x266B, 0xFB01, 0xFB02),
}
"""The part of Microsoft's Windows Glyph List 4 that a terminal program could use."""
APT_TO_TURN_INTO_EMOJI = set("▪↔☺♀♂♠♣♥♦")

CONTENT = Path(__file__).parents[2] / "content"
SOURCES = sorted(
    path
    for path in (*Path(innovate_tui.ui.__file__).parent.rglob("*.py"), Path(wording.__file__))
    if path.name != "cells.py"
)


def said(source: Path) -> Iterator[str]:
    """The string literals of a source that are not docstrings."""
    tree = ast.parse(source.read_text(encoding="utf-8"))
    silent = {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in silent:
            yield node.value


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_a_source_paints_only_what_console_fonts_have_and_ascii_can_stand_for(source: Path) -> None:
    signs = {char for text in said(source) for char in text if not char.isascii()}
    assert {char for char in signs if ord(char) not in WGL4} == set()
    assert signs & APT_TO_TURN_INTO_EMOJI == set()
    assert {char for char in signs if not char.translate(ASCII).isascii()} == set()


def test_the_signs_of_the_sheet_itself_are_in_console_fonts() -> None:
    assert {chr(code) for code in ASCII if code not in WGL4} == set()


def test_what_was_painted_last_holds_no_other_signs() -> None:
    painted = {char for file in FOLDER.glob("*.txt") for char in file.read_text(encoding="utf-8")} - {"\n"}
    assert painted
    assert {char for char in painted if ord(char) not in WGL4} == set()
    signs = {char for char in painted if not char.isalpha()}  # the letters are those of a deck's language
    assert {char for char in signs if not char.translate(ASCII).isascii()} == set()


def test_the_words_that_ship_can_be_shown_on_every_console() -> None:
    words = {char for file in CONTENT.rglob("*.toml") for char in file.read_text(encoding="utf-8")} - {"\n"}
    assert words
    assert {char for char in words if ord(char) not in WGL4} == set()
    assert {char for char in words if not char.translate(ASCII).isascii()} == set()
