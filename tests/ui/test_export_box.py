"""The box before an export: what goes in, line by line."""

import pytest

from innovate_tui.ui.screens.export_box import LINES, changed, paint_export, values
from innovate_tui.workshop.session import ExportAs, Included, PeopleShown


def test_every_choice_that_a_session_remembers_has_a_line() -> None:
    assert sorted(field for field, _ in LINES) == sorted(Included._fields)


@pytest.mark.parametrize("line", range(len(LINES)))
def test_a_line_changes_its_own_choice_and_comes_round(line: int) -> None:
    seen = [Included()]
    while (after := changed(seen[-1], line)) not in seen:
        field = LINES[line][0]
        assert after == seen[-1]._replace(**{field: getattr(after, field)})
        seen.append(after)
    assert after == Included()
    assert len(seen) == {"people": len(PeopleShown), "to": len(ExportAs)}.get(LINES[line][0], 2)


def test_rounds_and_time_are_left_out_until_somebody_wants_them() -> None:
    assert values(Included()) == (
        *("PDF", "the whole summary", "as given", "in", "in", "in"),
        *("left out", "left out", "left out", "left out"),
    )


def test_the_box_has_room_for_all_of_it() -> None:
    box = paint_export(Included(), "C:\\Users\\asha\\Documents\\Innovate\\Exports " * 3, 7, 62, 19).as_text()
    rows = [row.strip("║ ") for row in box.split("\n")]
    assert rows[9].startswith("7 What has changed since each round")
    assert rows[10].startswith("► 8 Time spent, by step")
    assert rows[11].startswith("9 The cards in full")
    assert rows[12].startswith("0 The session itself, attached")
    assert rows[17] == "enter write it   0-9 change   esc not now"


def test_tables_and_pictures_are_never_one_page() -> None:
    assert values(Included(to=ExportAs.TABLES, brief=True))[1] == "all of it"
    assert values(Included(to=ExportAs.HTML, brief=True))[1] == "one page"
