"""The rows around every board: what stands in them at 60, 80, 100 and 200 columns."""

import pytest
from rich.cells import cell_len

from innovate_tui.ui import commands as key
from innovate_tui.ui.commands import Command
from innovate_tui.ui.screens.diamond import DiamondScreen
from innovate_tui.ui.widgets import diamond_words
from innovate_tui.ui.widgets.frame import (
    Detail,
    SaveState,
    Steps,
    Title,
    paint_detail,
    paint_keys,
    paint_status,
    paint_steps,
    paint_title,
    paint_too_small,
)
from innovate_tui.workshop.deck import Deck, Mode

WIDTHS = (60, 80, 100, 200)
LONG = Title(
    "Edge of care: one team around a teenager and everybody who loves her · North locality, Tuesday group",
    "Diamond 9 · fixed",
    SaveState("Saved", "14:02"),
)
TROUBLE = SaveState("Not saved", "14:02", trouble=True)


def row(text: str) -> str:
    assert "\n" not in text
    return text


@pytest.mark.parametrize("width", WIDTHS)
def test_the_title_keeps_the_tool_its_state_and_how_safe_the_work_is_however_long_the_name(width: int) -> None:
    shown = row(paint_title(LONG, width).as_text())
    assert "Diamond 9 · fixed" in shown
    assert "Saved" in shown
    assert shown.startswith(" Edge of care")
    assert cell_len(shown) <= width
    if width < 200:
        assert "…" in shown


def test_the_time_of_saving_is_shown_from_a_hundred_columns() -> None:
    assert "14:02" not in paint_title(LONG, 99).as_text()
    assert paint_title(LONG, 100).as_text().endswith("Saved 14:02")


@pytest.mark.parametrize("width", WIDTHS)
def test_trouble_with_saving_is_said_in_words_and_in_the_warning_colour(width: int) -> None:
    picture = paint_title(Title(LONG.left, LONG.middle, TROUBLE), width)
    assert picture.as_text().endswith("! Not saved")
    assert ("!", "bar-warning") in picture.rows[0]


def test_a_short_title_has_the_tool_in_the_middle() -> None:
    shown = paint_title(Title("Family hubs · Team A", "Diamond 9"), 80).as_text()
    assert shown.index("Diamond 9") == (80 - len("Diamond 9")) // 2


def steps_of(deck: Deck, mode: Mode, current: int) -> Steps:
    steps = deck.tools["diamond"].steps_for(mode)
    return Steps(tuple(words.title for _, words in steps), tuple(words.bar for _, words in steps), current)


@pytest.mark.parametrize("mode", [Mode.INDIVIDUAL, Mode.GROUP])
@pytest.mark.parametrize("width", WIDTHS)
def test_every_step_has_its_number_and_the_current_one_its_words_and_a_mark(deck: Deck, mode: Mode, width: int) -> None:
    count = len(deck.tools["diamond"].steps_for(mode))
    for current in range(count):
        steps = steps_of(deck, mode, current)
        picture = paint_steps(steps, width)
        shown = row(picture.as_text())
        assert cell_len(shown) <= width
        for number in range(1, count + 1):
            assert f"{number}" in shown
        mark = f"►{current + 1} "
        assert mark in shown
        assert shown.split(mark)[1].startswith((steps.titles[current], steps.bars[current]))
        assert all(ink == "step" for char, ink in picture.rows[0][shown.index(mark) + 1 : shown.index(mark) + 3])


def test_at_80_columns_the_step_bar_says_what_is_next_and_at_the_last_step_it_does_not(deck: Deck) -> None:
    steps = steps_of(deck, Mode.GROUP, 4)
    assert paint_steps(steps, 80).as_text().endswith(f"next: 6 {steps.titles[5]}")
    assert "next:" not in paint_steps(steps_of(deck, Mode.GROUP, 7), 80).as_text()


def test_in_wide_windows_all_steps_are_named(deck: Deck) -> None:
    steps = steps_of(deck, Mode.GROUP, 2)
    shown = paint_steps(steps, 160).as_text()
    assert all(bar in shown for bar in (*steps.bars[:2], *steps.bars[3:]))


def test_without_steps_the_row_is_empty() -> None:
    assert paint_steps(Steps(), 80).as_text() == ""


@pytest.mark.parametrize("width", WIDTHS)
def test_the_chosen_card_shows_its_letter_its_sign_and_its_facts_and_cuts_the_title_first(width: int) -> None:
    detail = Detail("A", "enabler", "A stable and capable team " * 9, "strength · expert: Bo", "How strong? " * 30)
    first, second = paint_detail(detail, width).as_text().split("\n")
    assert first.startswith("  A ■ A stable")
    assert first.rstrip().endswith("strength · expert: Bo")
    assert "…" in first
    assert second.startswith("      How strong?")
    assert max(cell_len(first), cell_len(second)) <= width


def test_without_a_chosen_card_the_two_rows_are_empty() -> None:
    assert paint_detail(Detail(), 80).as_text().strip() == ""


@pytest.mark.parametrize("width", WIDTHS)
def test_a_sentence_is_one_row_and_what_does_not_fit_is_seen_to_be_cut(width: int) -> None:
    assert paint_status("Fixed.", width).as_text() == " Fixed."
    long = paint_status("word " * 80, width).as_text()
    assert long.endswith("…")
    assert cell_len(long) < width


def test_what_is_too_long_for_the_row_ends_behind_a_whole_sentence() -> None:
    said = "Trust and confidence is now at 4. w says why, u undoes."
    assert paint_status(said, 60).as_text().strip() == said
    assert paint_status(said, 50).as_text().strip() == "Trust and confidence is now at 4. …"
    assert paint_status(said, 30).as_text().strip() == "Trust and confidence is now…"


FOOTERS = {
    name: commands
    for name, commands in vars(diamond_words).items()
    if isinstance(commands, tuple) and commands and all(isinstance(each, Command) for each in commands)
}


def test_there_are_footers_to_try() -> None:
    assert {"CARRYING", "INSERTING", "PLACED", "PLACING", "FIXED", "FIXING", "REVIEWING"} <= set(FOOTERS)


@pytest.mark.parametrize("name", sorted(FOOTERS))
@pytest.mark.parametrize("width", WIDTHS)
def test_the_last_key_always_fits_and_none_is_cut(name: str, width: int) -> None:
    commands = FOOTERS[name]
    shown = row(paint_keys(commands, width).as_text())
    assert shown.rstrip().endswith(f"{commands[-1].key} {commands[-1].words}")
    assert "…" not in shown
    assert cell_len(shown) <= width


@pytest.mark.parametrize("name", sorted(FOOTERS))
def test_every_footer_of_the_board_ends_with_help_and_offers_at_least_three_keys_at_80(name: str) -> None:
    assert FOOTERS[name][-1] is key.HELP
    shown = paint_keys(FOOTERS[name], 80).as_text()
    assert sum(f" {each.key} {each.words}" in shown for each in FOOTERS[name]) >= 3


def test_every_key_that_the_board_offers_is_one_that_the_screen_answers() -> None:
    answered = {keys for each in DiamondScreen.commands for keys in (each.keys or (each.key,))}
    for commands in FOOTERS.values():
        for command in commands:
            assert set(command.keys or (command.key,)) <= answered, command


@pytest.mark.parametrize(("width", "height"), [(59, 20), (20, 5), (3, 2), (1, 1), (200, 19)])
def test_a_window_that_is_too_small_gets_a_sentence_and_no_trouble(width: int, height: int) -> None:
    shown = paint_too_small(width, height).as_text()
    if width >= 20:
        assert f"This window is {width} × {height}." in shown.replace("\n", "").replace("  ", " ")
