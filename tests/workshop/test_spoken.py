"""A person's text is kept as typed, without anything that could act on a terminal or a page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innovate_tui.workshop.spoken import CONTROLS, clean, is_control, one_line, removed


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Families come back; “they remembered me”.",
        "[red]bold[/] [@click=app.quit] [/] %s {0} $HOME <b> **x** \\n",
        "Llŷn, ŵ, Łódź, ß, ﷽, ভাষা, ਪੰਜਾਬੀ, اردو, 中文",
        "👩‍👧 🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f ❤️",  # joiners, tags and selectors
        "left\u200eto\u200fright\u061c, zero\u200bwidth, soft\u00adhyphen, no\u00a0break",
        "  two  blanks stay  \n\n\n lines too \n",
    ],
)
def test_words_are_kept_as_they_are(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a\x1b]52;c;ZXZpbA==\x07b", "a]52;c;ZXZpbA==b"),
        ("a\x1b[31mred", "a[31mred"),
        ("a\x9b31mred", "a31mred"),
        ("a\x00b\x08c\x7fd", "abcd"),
        ("safe\u202egnp.exe", "safegnp.exe"),
        ("\u202aa\u202bb\u202cc\u202dd\u2066e\u2067f\u2068g\u2069", "abcdefg"),
        ("\ufeffbom", "bom"),
        ("half \ud83d a pair", "half  a pair"),
        ("never \uffff\ufffe\U0001ffff\U0010fffe written", "never  written"),
    ],
    ids=ascii,
)
def test_what_could_act_on_a_terminal_is_gone(text: str, kept: str) -> None:
    assert clean(text) == kept


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029"], ids=ascii)
def test_every_line_end_becomes_lf_and_no_words_run_together(line_end: str) -> None:
    assert clean(f"one{line_end}two{line_end}{line_end}three") == "one\ntwo\n\nthree"


def test_what_is_taken_out_is_counted_and_what_becomes_a_space_or_a_line_end_is_not() -> None:
    assert removed("a\x1b[31mred\x07\u202e") == 3
    assert removed("one\ttwo\r\nthree\u2028four\vfive\n") == 0
    assert removed("Zoë, ﷽ and\u00a0👩‍👧") == 0


def test_a_tab_becomes_four_blanks() -> None:
    assert clean("a\tb") == "a    b"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("  A strong\tcase\r\nfor  it ", "A strong case for it"),
        ("[red]A[/]", "[red]A[/]"),
        ("A\x1b[2Jb", "A[2Jb"),
        ("\u200eعنوان\u200f", "\u200eعنوان\u200f"),
        ("❤️", "❤️"),
        ("-", "-"),
        ("", ""),
        ("\x1b\x07\x00", ""),
        ("\u202e\u2066", ""),
        (" \u00a0\u3000\u2028", ""),
        ("\u200b\u200e\u200d\u00ad", ""),
    ],
    ids=ascii,
)
def test_a_title_is_one_line_and_nothing_where_nothing_could_be_seen(text: str, line: str) -> None:
    assert one_line(text) == line


@given(st.text(st.characters(codec=None)))
def test_cleaned_text_holds_no_control_character_and_stays_as_it_is(text: str) -> None:
    for kept in (clean(text), one_line(text)):
        assert not any(is_control(character) for character in kept.replace("\n", ""))
        assert CONTROLS.keys().isdisjoint(map(ord, kept))
        assert clean(kept) == kept
        kept.encode("utf-8")
    assert "\n" not in one_line(text)
    assert one_line(one_line(text)) == one_line(text)


def test_a_line_end_is_a_control_character_to_a_screen() -> None:
    assert is_control("\n")
    assert not is_control("a")
    assert not is_control("\u200e")
