"""The box before an export: what goes in, line by line."""

import pytest

from innovate_tui.ui.screens.export_box import LINES, changed, paint_export, values
from innovate_tui.workshop.session import Included, PeopleShown


def test_every_choice_that_a_session_remembers_has_a_line() -> None:
    assert tuple(field for field, _ in LINES) == Included._fields


@pytest.mark.parametrize("line", range(len(LINES)))
def test_a_line_changes_its_own_choice_and_comes_round(line: int) -> None:
    seen = [Included()]
    while (after := changed(seen[-1], line)) not in seen:
        field = LINES[line][0]
        assert after == seen[-1]._replace(**{field: getattr(after, field)})
        seen.append(after)
    assert after == Included()
    assert len(seen) == (len(PeopleShown) if line == 0 else 2)


def test_rounds_and_time_are_left_out_until_somebody_wants_them() -> None:
    assert values(Included()) == ("as given", "in", "in", "in", "left out", "left out")


def test_the_box_has_room_for_all_of_it() -> None:
    box = paint_export(Included(), "C:\\Users\\asha\\Documents\\Innovate\\Exports " * 3, 5, 62, 15).as_text()
    rows = [row.strip("║ ") for row in box.split("\n")]
    assert rows[7].startswith("5 What has changed since each round")
    assert rows[8].startswith("► 6 Time spent, by step")
    assert rows[13] == "enter write the PDF   1-6 change   esc not now"
