"""Fonts and lines: what the fonts can print, and how text breaks."""

from importlib import resources

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from innovate_tui.report import lettering
from innovate_tui.report.lettering import FACES, balanced, cut, fit, has_glyph, lines, printed, script_runs, width

WELSH = "âêîôûŵŷÂÊÎÔÛŴŶàèìòùẁỳáéíóúẃýäëïöüẅÿ"
POLISH = "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ"
TYPOGRAPHY = "–—…‘’“”•·×½°€£≠ "


def fonts() -> dict[str, bytes]:
    """The font files by name."""
    folder = resources.files("innovate_tui.report").joinpath("fonts")
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.name.endswith(".ttf")}


@pytest.mark.parametrize("bold", [False, True])
def test_both_fonts_have_welsh_polish_and_good_punctuation(bold: bool) -> None:
    known = lettering.face(bold).advances
    assert [c for c in WELSH + POLISH + TYPOGRAPHY if c not in known] == []


def test_both_fonts_have_the_same_characters() -> None:
    assert set(lettering.face(False).advances) == set(lettering.face(True).advances)


def test_the_base_fonts_are_small_and_their_licence_is_beside_them() -> None:
    assert set(fonts()) == set(FACES.values())
    assert sum(map(len, fonts().values())) <= 300 * 1024
    licence = resources.files("innovate_tui.report").joinpath("fonts", "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert "Atkinson Hyperlegible Next Project Authors" in licence


def test_letters_are_composed_and_what_nobody_sees_is_left_out() -> None:
    assert printed("w\u0302 so\u00adft \u200bx\ufe0f") == "ŵ soft x"
    assert has_glyph("ŵ")


def test_runs_are_cut_where_the_font_ends() -> None:
    assert script_runs("to 时间 go") == [(True, "to "), (False, "时间"), (True, " go")]


@settings(max_examples=200, deadline=None)
@example("aaaaaaaaa aaaaaa ab", 19.0, 12.0)
@given(
    st.text(alphabet=st.sampled_from(list("abcwil ŵ时😀-/.\n")), max_size=200),
    st.floats(12, 130),
    st.sampled_from([10.0, 12.0, 26.0]),
)
def test_no_line_is_wider_than_its_measure_and_no_letter_is_lost(text: str, wide: float, size: float) -> None:
    for breaker in (lines, balanced):
        got = breaker(text, wide, size)
        assert all(width(line, size) <= wide + 0.01 for line in got)
        # a word of letters that had to be broken has hyphens; nothing else is added
        assert "".join(got).replace("-", "").replace(" ", "") == "".join(text.split()).replace("-", "")


def test_a_last_line_is_not_left_behind() -> None:
    text = "Partners ring each other before things go wrong, and families say so without being asked at all"
    for wide in range(40, 130):
        got = lines(text, wide, 12)
        assert len(got) == 1 or width(got[-1], 12) >= 0.2 * wide


def test_a_last_line_takes_no_word_that_it_has_no_room_for() -> None:
    wide = 40.0
    long = next("a" * n for n in range(5, 40) if width("i " + "a" * (n + 1), 12) > wide)
    got = lines(f"{long}a i {long} ab", wide, 12)
    assert got == [f"{long}a", f"i {long}", "ab"]
    assert all(width(line, 12) <= wide for line in got)


def test_typed_line_ends_stay() -> None:
    assert lines("one\ntwo", 100, 12) == ["one", "two"]


def test_a_title_is_as_large_as_it_can_be_and_never_leaves_its_space() -> None:
    for title in ("Trust", "Parents who already run groups and are trusted on the estate", "W" * 200, "a " * 300):
        size, got = fit(title, 39.6, 26.2, (16.0, 13.0, 10.0))
        assert all(width(line, size, True) <= 39.61 for line in got)
        assert len(got) * size * lettering.MM * lettering.LEADING <= 26.5
    assert fit("Trust", 39.6, 26.2, (16.0, 13.0, 10.0))[0] == 16.0


def test_what_is_cut_says_so() -> None:
    assert cut("one two three four five six", 20, 1, 12)[0].endswith("…")
    assert cut("one", 20, 1, 12) == ["one"]


@pytest.mark.parametrize("pair", ["27 February", "4 more"])
def test_a_number_stands_on_the_line_of_its_word(pair: str) -> None:
    text = f"Something that goes on to {pair} and then a little further, {pair} times"
    for wide in range(30, 120):
        for broken in (lettering.lines(text, wide, 12), lettering.balanced(text, wide, 12)):
            assert " ".join(broken) == text
            assert sum(line.count(pair) for line in broken) == 2
    narrow = lettering.width(pair, 12) - 0.5
    assert " ".join(lettering.lines(pair, narrow, 12)) == pair  # and is parted from it before a word is
