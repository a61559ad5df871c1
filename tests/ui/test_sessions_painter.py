"""The list of sessions as a picture: what it says at every size, and what is in sight."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from innovate_tui.ui.widgets.sessions_painter import (
    HEAD,
    SessionRow,
    SessionsScene,
    in_sight,
    paint_sessions,
    session_at,
    state_in,
)
from tests.ui.golden import looks_like

SIZES = ((60, 17), (80, 21), (100, 27), (160, 47))
GOING = "Diamond 9: 5 of 9 · Four Quadrants: not started · Roadmap: not started"
FEW = (
    SessionRow("1", "Family hubs · Team A", "12 November 2026", "today 14:02", GOING, title="Family hubs"),
    SessionRow("2", "Edge of care: one team around a teenager · North locality", "5 February 2026", "5 Feb 2026",
               "Diamond 9: fixed · Four Quadrants: 3 of 5 · Roadmap: 26 cards", practice=True),
    SessionRow("3", "cut-short", "", "3 Jan 2026", "It cannot be read: The file is cut short.", damaged=True),
    SessionRow("4", "Wales: Teuluoedd · Tîm B", "", "2 Jan 2026"),
)  # fmt: skip
MANY = tuple(SessionRow(str(n), f"Session {n} · Team {n % 7}", "", "1 Jan 2026", GOING) for n in range(200))
SCENES = {
    "few": SessionsScene(FEW, 1, "/home/asha/Documents/Innovate", in_bin=2),
    "many": SessionsScene(MANY, 120, "/home/asha/Documents/Innovate"),
    "finding": SessionsScene(MANY, 0, "/home/asha", typed="team 3 11", finding=True),
    "bin": SessionsScene(FEW[1:3], 0, "/home/asha", binned=True, in_bin=2),
    "none": SessionsScene(),
}


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("name", SCENES)
def test_the_list_looks_as_it_did(name: str, width: int, height: int) -> None:
    shown = paint_sessions(SCENES[name], width, height).as_text()
    looks_like(f"sessions-{name}-{width}x{height}", shown)
    assert all(cell_len(line) <= width for line in shown.split("\n"))


def test_the_list_looks_as_it_did_in_ascii() -> None:
    looks_like("sessions-few-80x21-ascii", paint_sessions(SCENES["few"], 80, 21).as_text(ascii_only=True))


@given(st.integers(0, 199), st.sampled_from(SIZES))
def test_the_cursor_is_always_in_sight_and_seen_without_colour(at: int, size: tuple[int, int]) -> None:
    scene = SessionsScene(MANY, at)
    shown = paint_sessions(scene, *size).as_text().split("\n")
    (row,) = (y for y, line in enumerate(shown) if "►" in line)
    assert f"Session {at} " in shown[row]
    assert session_at(scene, size[1], row) == at
    assert f"{at + 1} of 200" in shown[0]


def test_words_in_any_order_find_a_session_by_name_day_and_rehearsal() -> None:
    scene = SessionsScene(FEW, 3)
    assert [row.id for row in scene.looking_for("TEAM family").left] == ["1"]
    assert [row.id for row in scene.looking_for("practice").left] == ["2"]
    assert [row.id for row in scene.looking_for("november").left] == ["1"]
    assert [row.id for row in scene.looking_for("tîm").left] == ["4"]
    assert scene.looking_for("team").at == 0
    assert SessionsScene((SessionRow("5", "Family hubs", file="torn"),)).looking_for("torn").chosen is not None
    assert scene.looking_for("nothing like it").chosen is None
    assert scene.looking_for("nothing like it").moved(1).left == ()


def test_one_step_wraps_and_a_page_stops_at_the_ends() -> None:
    scene = SessionsScene(MANY)
    assert scene.moved(-1).at == 199
    assert scene.moved(-8).at == 0
    assert scene.moved(1000).at == 199
    assert scene.moved(1000).moved(1).at == 0


def test_what_is_told_later_finds_its_row_and_the_cursor_its_session() -> None:
    scene = SessionsScene(FEW).told("4", "It cannot be read: x", damaged=True).looking_at("4")
    assert scene.chosen
    assert (scene.chosen.state, scene.chosen.damaged) == ("It cannot be read: x", True)
    assert scene.rows[:3] == FEW[:3]
    assert scene.looking_at("gone").at == scene.at


def test_where_there_is_little_room_numbers_draw_together_before_a_tool_goes() -> None:
    state = "Diamond 9: 5 of 9 · Four Quadrants: 3 of 5 · Roadmap: not started"
    assert state_in(state, 80) == state
    assert state_in(state, 62) == "Diamond 9: 5/9 · Four Quadrants: 3/5 · Roadmap: not started"
    assert state_in(state, 50) == "Diamond 9: 5/9 · Four Quadrants: 3/5"


def test_wide_letters_stay_in_their_columns() -> None:
    scene = SessionsScene((SessionRow("1", "家族 " * 40, "12 November 2026", "today 14:02", "家" * 90),))
    assert all(cell_len(line) <= 80 for line in paint_sessions(scene, 80, 21).as_text().split("\n"))
    assert "today 14:02" in paint_sessions(scene, 80, 21).as_text()


def test_beside_the_rows_nothing_is_hit() -> None:
    scene = SCENES["few"]
    assert session_at(scene, 21, 0) is None
    assert session_at(scene, 21, HEAD + 2) is None
    assert session_at(scene, 21, 20) is None
    assert in_sight(scene, 21) == (0, 6, 3)
