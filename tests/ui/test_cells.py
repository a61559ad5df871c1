"""The sheet that everything is painted on: joins, cutting, wide characters, and only what changed."""

import unicodedata

import pytest
from rich.cells import cell_len

from innovate_tui.ui.cells import ASCII, JOINS, Picture, Sheet, fitted, seen, wrapped
from innovate_tui.ui.palette import INKS

HOSTILE = ("\x1b]52;c;aGk=\x07", "\x1b[2J", "\x9b2J", "\u202egod", "a\rb\x08", "\x00", "\u2028", "\ufeff")


def lines(sheet: Sheet) -> list[str]:
    return sheet.picture().as_text().split("\n")


def test_borders_that_share_cells_join() -> None:
    sheet = Sheet(9, 5)
    sheet.frame(0, 0, 5, 3)
    sheet.frame(4, 0, 5, 3)
    sheet.frame(2, 2, 5, 3)
    assert lines(sheet) == ["┌───┬───┐", "│   │   │", "└─┬─┴─┬─┘", "  │   │", "  └───┘"]


def test_every_way_that_lines_meet_has_a_sign() -> None:
    assert set(JOINS) == set(range(1, 16))
    assert all(len(sign) == 1 for sign in JOINS.values())


def test_a_double_border_stands_over_what_is_there() -> None:
    sheet = Sheet(5, 3)
    sheet.frame(0, 0, 5, 3)
    sheet.double(0, 0, 5, 3)
    assert lines(sheet) == ["╔═══╗", "║   ║", "╚═══╝"]


def test_what_falls_outside_is_cut_off_and_nothing_raises() -> None:
    sheet = Sheet(3, 2)
    for x, y in ((-2, 0), (1, 1), (9, 9), (0, -1)):
        sheet.words(x, y, "abcd")
        sheet.frame(x, y, 4, 4)
        sheet.double(x, y, 4, 4)
        sheet.fill(x, y, 9, 9, "text", "#")
    assert (sheet.picture().width, sheet.picture().height) == (3, 2)
    assert Sheet(-4, -4).picture().rows == ()


@pytest.mark.parametrize(
    ("text", "room", "shown"),
    [
        ("Media", 5, "Media"),
        ("Media", 4, "Med…"),
        ("Media", 1, "…"),
        ("Media", 0, ""),
        ("a case for", 7, "a case…"),
        ("変化のための", 5, "変化…"),
        ("変化のための", 4, "変…"),
        ("Zoe\u0308", 3, "Zoe\u0308"),
        ("", 3, ""),
    ],
)
def test_a_text_is_cut_to_its_room_with_a_sign(text: str, room: int, shown: str) -> None:
    assert fitted(text, room) == shown


def test_a_wide_character_owns_two_cells_and_a_combining_one_none() -> None:
    sheet = Sheet(8, 1)
    after = sheet.words(0, 0, "変e\u0301x")
    assert after == 4
    assert [char for char, _ in sheet.picture().rows[0]] == ["変", "", "e\u0301", "x", " ", " ", " ", " "]


@pytest.mark.parametrize("x", [-1, 0, 1, 2])
def test_a_wide_character_at_an_edge_leaves_the_row_as_long_as_it_was(x: int) -> None:
    sheet = Sheet(3, 1)
    sheet.words(x, 0, "変")
    assert sum(cell_len(char) for char, _ in sheet.picture().rows[0]) == 3


def test_half_of_a_wide_character_that_is_painted_over_goes_with_it() -> None:
    for x in (0, 1):
        sheet = Sheet(4, 1)
        sheet.words(0, 0, "変化")
        sheet.words(x, 0, "a")
        assert sum(cell_len(char) for char, _ in sheet.picture().rows[0]) == 4


@pytest.mark.parametrize("text", HOSTILE)
def test_what_a_terminal_would_act_on_becomes_a_visible_sign(text: str) -> None:
    sheet = Sheet(20, 1)
    sheet.words(0, 0, text)
    row = sheet.picture().as_text()
    assert "·" in row
    assert all(unicodedata.category(char) not in ("Cc", "Cf", "Zl", "Zp") for char in row)
    assert all(unicodedata.category(char) not in ("Cc", "Cf", "Zl", "Zp") for char in "".join(wrapped(text, 4)))


def test_a_line_end_in_a_single_line_is_a_blank() -> None:
    assert seen("one\ntwo") == "one two"


def test_running_text_keeps_its_line_ends_and_cuts_only_words_that_are_too_long() -> None:
    assert wrapped("one two three\n\nfour", 7) == ("one two", "three", "", "four")
    assert wrapped("Wohngeldreform", 6) == ("Wohnge", "ldrefo", "rm")
    assert wrapped("an Wohngeldreform", 6) == ("an", "Wohnge", "ldrefo", "rm")
    assert wrapped("", 6) == ("",)


@pytest.mark.parametrize("width", [1, 2, 3, 7])
def test_no_line_is_wider_than_its_room_unless_one_character_is(width: int) -> None:
    for line in wrapped("変化 an Wohngeldreform Zoe\u0308", width):
        assert cell_len(line) <= max(width, 2)


def painted(*rows: str) -> Picture:
    sheet = Sheet(max(map(cell_len, rows)), len(rows))
    for y, row in enumerate(rows):
        sheet.words(0, y, row)
    return sheet.picture()


def test_only_the_cells_that_differ_are_changes() -> None:
    old, new = painted("abcdef", "ghijkl"), painted("abXdef", "ghijkl")
    assert list(old.changes(new)) == [(2, 0, 1)]
    assert list(old.changes(old)) == []


def test_another_ink_is_a_change_too() -> None:
    one, other = Sheet(4, 1), Sheet(4, 1)
    one.words(1, 0, "a", "text")
    other.words(1, 0, "a", "chosen")
    assert list(one.picture().changes(other.picture())) == [(1, 0, 1)]


def test_near_changes_are_one_stretch_and_far_ones_are_two() -> None:
    blank = " " * 30
    old = painted(blank)
    near = painted("x" + " " * 7 + "x" + " " * 21)
    far = painted("x" + " " * 20 + "x" + " " * 8)
    assert list(old.changes(near)) == [(0, 0, 9)]
    assert list(old.changes(far)) == [(0, 0, 1), (21, 0, 1)]


def test_the_changes_painted_over_the_old_picture_give_the_new_one() -> None:
    old = painted("┌ 1 ■ ─────┐  a", "│ Media    │  b", "└──────────┘  c")
    new = painted("╔ 1 ■ ═════╗  a", "║ Media    ║  x", "╚══════════╝  c")
    rows = [list(row) for row in old.rows]
    for x, y, width in old.changes(new):
        rows[y][x : x + width] = new.rows[y][x : x + width]
    assert tuple(map(tuple, rows)) == new.rows


def test_a_change_never_cuts_a_wide_character_in_two() -> None:
    assert list(painted("変化の").changes(painted("変花の"))) == [(2, 0, 2)]
    assert list(painted("変化").changes(painted("ab化"))) == [(0, 0, 2)]
    assert list(painted("ab化").changes(painted("変化"))) == [(0, 0, 2)]


def test_runs_of_a_row_are_its_text_in_one_ink_each() -> None:
    sheet = Sheet(6, 1)
    sheet.words(1, 0, "ab", "strong")
    assert list(sheet.picture().runs(0)) == [(" ", "text"), ("ab", "strong"), ("   ", "text")]


def test_the_ascii_twin_of_a_picture_has_as_many_cells() -> None:
    assert all(len(str(twin)) == 1 and str(twin).isascii() for twin in ASCII.values())
    assert painted("┌─■≡ …┐").as_text(ascii_only=True) == '+-#" ~+'


def test_every_ink_that_a_sheet_uses_unasked_exists() -> None:
    sheet = Sheet(6, 4)
    sheet.frame(0, 0, 6, 4)
    sheet.double(1, 1, 3, 3)
    sheet.words(2, 2, "a")
    assert {ink for row in sheet.picture().rows for _, ink in row} <= set(INKS)


@pytest.mark.parametrize("width", [0, -3])
def test_without_any_room_text_is_still_broken_and_ends(width: int) -> None:
    assert wrapped("ab c", width) == ("a", "b", "c")


def test_a_pasted_row_never_leaves_half_of_a_wide_character() -> None:
    under, one, three = Sheet(8, 2), Sheet(1, 1), Sheet(3, 1)
    for row in (0, 1):
        under.words(0, row, "a儿儿儿b")  # wide ones at 1, 3 and 5
    one.words(0, 0, "w")
    three.words(0, 0, "xyz")
    under.paste(2, 0, three.picture())
    under.paste(4, 1, three.picture())
    under.paste(5, 0, one.picture())
    under.paste(1, 1, one.picture())
    assert under.picture().chars == (
        ("a", " ", "x", "y", "z", "w", " ", "b"),
        ("a", "w", " ", " ", "x", "y", "z", "b"),
    )
