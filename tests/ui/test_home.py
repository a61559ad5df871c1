"""The first screen as a picture."""

from dataclasses import replace

import pytest
from rich.cells import cell_len

from innovate_tui.ui.widgets.home_menu import HomeFacts, LastSession, entries, layout, paint_home
from tests.ui.golden import looks_like

FOLDER = "Your work is kept in /home/asha/Documents/Innovate"
LAST = LastSession(
    "Edge of care: one team around a teenager · North locality",
    'Diamond 9: 9 of 9 placed · 9 reasons · 2 "not all agree" · fixed',
    "Today at 14:02",
)
FRESH = HomeFacts(folder=FOLDER)
AGAIN = HomeFacts(folder=FOLDER, others=3, last=LAST)
CLOUD = HomeFacts(folder=f"{FOLDER}/{'a-very-long-name-of-a-folder' * 2}, which goes to OneDrive", others=3, last=LAST)
SIZES = ((60, 18), (80, 22), (100, 28), (200, 58))


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize(("name", "facts"), [("fresh", FRESH), ("again", AGAIN)])
def test_home_looks_as_it_did(name: str, facts: HomeFacts, width: int, height: int) -> None:
    looks_like(f"home-{name}-{width}x{height}", paint_home(facts, 0, width, height).as_text())


def test_home_looks_as_it_did_in_ascii() -> None:
    looks_like("home-again-80x22-ascii", paint_home(AGAIN, 0, 80, 22).as_text(ascii_only=True))


def test_going_on_comes_first_where_there_is_a_session_and_is_not_there_before() -> None:
    assert [entry.id for entry in entries(FRESH)] == ["individual", "group", "open", "sample", "cards", "ready"]
    assert entries(AGAIN)[0].id == "last"
    assert [entry.key for entry in entries(AGAIN)] == ["enter", "1", "2", "3", "4", "5", "6"]


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("facts", [FRESH, AGAIN, CLOUD])
def test_nothing_stands_over_anything_else_and_every_entry_can_be_seen(
    facts: HomeFacts, width: int, height: int
) -> None:
    plan = layout(facts, width, height)
    assert plan.rows[0] > plan.top + 1 + len(plan.head)
    assert list(plan.rows) == sorted(set(plan.rows))
    assert plan.rows[-1] < height
    shown = paint_home(facts, 1, width, height).as_text().split("\n")
    for entry, row in zip(entries(facts), plan.rows, strict=True):
        if entry.id != "last":
            assert f"{entry.key} {entry.words}" in shown[row]
    assert all(cell_len(line) <= width for line in shown)


@pytest.mark.parametrize("facts", [FRESH, AGAIN])
def test_the_cursor_is_seen_without_colour(facts: HomeFacts) -> None:
    for at, entry in enumerate(entries(facts)):
        shown = paint_home(facts, at, 80, 22).as_text()
        marked = next(line for line in shown.split("\n") if "►" in line)
        assert entry.words in marked
        assert shown.count("►") == 1


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_what_can_be_recovered_is_said_at_every_size(width: int, height: int) -> None:
    assert "3 here, 2 to recover" in paint_home(replace(AGAIN, gone=2), 0, width, height).as_text()
    assert "none here, 1 to recover" in paint_home(replace(FRESH, gone=1), 0, width, height).as_text()


def test_at_80_columns_the_last_session_is_said_whole() -> None:
    shown = paint_home(AGAIN, 0, 80, 22).as_text()
    assert LAST.state in shown
    assert LAST.name in shown
    assert LAST.when in shown


def test_where_the_folder_goes_to_a_cloud_home_says_so() -> None:
    assert "which goes to OneDrive" in " ".join(paint_home(CLOUD, 0, 80, 22).as_text().split())
