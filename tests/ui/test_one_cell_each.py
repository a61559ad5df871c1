"""What is painted without measuring really takes one cell each, and nothing of it acts on a terminal."""

import sys

from rich.cells import get_character_cell_size

from innovate_tui.ui.cells import ONE_CELL_EACH
from innovate_tui.workshop.spoken import is_control


def test_every_character_that_is_not_measured_is_one_cell_wide() -> None:
    taken = [char for char in map(chr, range(sys.maxunicode + 1)) if ONE_CELL_EACH.fullmatch(char)]
    assert [char for char in taken if get_character_cell_size(char) != 1 or is_control(char)] == []


def test_what_acts_on_a_terminal_never_counts_as_printable() -> None:
    assert [char for char in map(chr, range(sys.maxunicode + 1)) if char.isprintable() and is_control(char)] == []
