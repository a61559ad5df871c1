"""Keys of one write to the terminal, as a slow line delivers them: none meets a screen that is about to be covered."""

import re
from pathlib import Path

from tests.terminal.console import KEYS, Console, open_console

OPENERS = (
    *("o", "?", "/", "p", "w", "d", "n", "r", "a", "x", "b", "e", ";", "g;"),
    *("\x1bOQ", "\x1bOSo", KEYS["f6"], "\x1b[18~", KEYS["f1"], "\x12", "\x02"),  # F2, F4 o, F6, F7, F1, ctrl+r, ctrl+b
)
"""What opens a screen or a box over the board."""
TO_DIAMOND = "\x1bOR"
PLACES = slice(0, 52)
"""The columns of the diamond, in the last step."""


def board(console: Console) -> list[str]:
    """The words that stand on the places, row by row."""
    return re.findall(r"\w{3,}", " ".join(line[PLACES] for line in console.lines[3:20]))


def test_a_digit_behind_a_key_that_opens_something_moves_no_card(tmp_path: Path, sample_file: Path) -> None:
    with open_console(tmp_path, str(sample_file)) as console:
        console.wait("Diamond 9", "fixed", "Saved")
        console.press("f")
        console.wait(lambda it: "fixed" not in it.lines[0])
        console.press("D")
        before = board(console)
        for opener in OPENERS:
            console.send(f"{opener}2")
            console.settle()
            console.press("esc", TO_DIAMOND)
            console.wait("Diamond 9", "Step back", "v show large")
            assert board(console) == before, opener


def test_words_of_the_same_write_go_into_the_box_that_the_first_key_opens(tmp_path: Path, sample_file: Path) -> None:
    with open_console(tmp_path, str(sample_file)) as console:
        console.wait("Diamond 9", "Saved")
        console.send(";Who pays in year 2")
        console.wait("Who pays in year 2")
        console.press("esc")
        console.wait("Parked")


def test_the_first_keys_of_all_wait_until_the_program_is_there(tmp_path: Path, sample_file: Path) -> None:
    with open_console(tmp_path, str(sample_file)) as console:
        console.send("o2")
        console.wait("Four Quadrants", "Saved")
