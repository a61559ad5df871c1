"""Where cards stand on the grid: no value shows in the other half, and no card hides that another is there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innovate_tui.ui.widgets.grid_cells import SMALLEST, Cells, signs
from innovate_tui.workshop.quadrants import HIGH, Quadrant, quadrant_at

SIZES = st.builds(Cells, st.integers(1, 90), st.integers(1, 60))
VALUES = st.tuples(st.integers(0, 100), st.integers(0, 100))


@given(SIZES, VALUES)
def test_a_position_shows_in_its_own_half_of_both_axes(cells: Cells, values: tuple[int, int]) -> None:
    x, y = cells.at(*values)
    assert 0 <= x < 2 * cells.columns
    assert 0 <= y < 2 * cells.rows
    assert (x >= cells.columns) == (values[0] >= HIGH)
    assert (y < cells.rows) == (values[1] >= HIGH)


@given(st.builds(Cells, st.integers(1, 50), st.integers(1, 50)), st.data())
def test_a_cell_stands_for_a_position_that_shows_in_it(cells: Cells, data: st.DataObject) -> None:
    x, y = data.draw(st.integers(0, 2 * cells.columns - 1)), data.draw(st.integers(0, 2 * cells.rows - 1))
    assert cells.at(*cells.values(x, y)) == (x, y)


@given(SIZES, VALUES, st.sampled_from([(1, 0), (-1, 0), (0, 1), (0, -1)]))
def test_a_step_goes_one_cell_or_one_value_and_back(
    cells: Cells, values: tuple[int, int], way: tuple[int, int]
) -> None:
    start = cells.moved(cells.moved(values, *way), -way[0], -way[1])
    there = cells.moved(start, *way)
    assert all(0 <= value <= 100 for value in there)
    if there != start and cells.moved(there, *way) != there:
        assert cells.moved(there, -way[0], -way[1]) == start


@pytest.mark.parametrize("columns", [1, 7, 25, 38, 49, 50, 51, 77])
def test_steps_from_end_to_end_pass_the_middle_and_miss_no_cell(columns: int) -> None:
    cells, values, seen = Cells(columns, 7), (0, 50), [0]
    for _ in range(200):
        values = cells.moved(values, 1, 0)
        seen.append(cells.at(*values)[0])
    assert sorted(set(seen)) == [cells.at(value, 50)[0] for value in range(101)] or set(seen) == {
        cells.at(value, 50)[0] for value in range(101)
    }
    assert seen == sorted(seen)


@given(
    st.builds(Cells, st.integers(24, 80), st.integers(7, 25)),
    st.lists(VALUES, min_size=1, max_size=14),
    st.lists(st.text("abcdefgh ", min_size=1, max_size=19), min_size=14, max_size=14),
)
def test_sign_and_capital_of_fourteen_cards_anywhere_are_all_to_be_seen(
    cells: Cells, positions: list[tuple[int, int]], names: list[str]
) -> None:
    cards = {f"card {number}": values for number, values in enumerate(positions)}
    found = signs(cells, cards, dict(zip(cards, names, strict=False)))
    taken: set[tuple[int, int]] = set()
    for card, sign in found.items():
        first, end = sign.cells
        assert end - first >= SMALLEST
        quadrant = quadrant_at(*cards[card])
        left = cells.columns if quadrant.important else 0
        assert left <= first < end <= left + cells.columns, "a name crosses the middle line"
        assert (sign.y < cells.rows) == quadrant.threatening
        mine = {(x, sign.y) for x in range(first, end)}
        assert not mine & taken
        taken |= mine


def test_a_card_alone_stands_exactly_where_it_was_put() -> None:
    cells = Cells(25, 7)
    for values in [(0, 0), (49, 49), (50, 50), (100, 100), (13, 88), (60, 30)]:
        sign = signs(cells, {"one": values}, {"one": "Social work culture"})["one"]
        assert (sign.x, sign.y) == cells.at(*values)


@pytest.mark.parametrize("quadrant", Quadrant)
def test_cards_put_into_a_quadrant_by_its_number_show_their_names_whole(quadrant: Quadrant) -> None:
    names = {"a": "Politics, policy", "b": "Regulation", "c": "Funding", "d": "Social work culture", "e": "Media"}
    found = signs(Cells(25, 7), dict.fromkeys(names, quadrant.middle), names)
    assert all(sign.room == len(names[card]) for card, sign in found.items())
    assert len({sign.y for sign in found.values()}) == len(names)
