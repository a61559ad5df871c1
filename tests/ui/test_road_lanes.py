"""Which lane a card stands in: nothing overlaps, what the group chose comes first, what recurs stays in its lane."""

from hypothesis import given
from hypothesis import strategies as st

from innovate_tui.ui.widgets.road_lanes import Wish, arranged

WISHES = st.lists(
    st.builds(
        lambda first, long, rows, lane, feature: (first, first + long, rows, lane, feature),
        st.integers(0, 12),
        st.integers(0, 4),
        st.integers(1, 3),
        st.none() | st.integers(0, 9),
        st.integers(0, 5),
    ),
    max_size=40,
)


def wish(card: str, first: int, rows: int = 2, lane: int | None = None, feature: str = "", last: int = -1) -> Wish:
    return Wish(card, feature or card, first, max(first, last), rows, lane)


@given(WISHES, st.integers(1, 40))
def test_no_two_cards_ever_overlap(wanted: list[tuple[int, int, int, int | None, int]], room: int) -> None:
    wishes = [
        Wish(str(number), str(feature), first, last, rows, lane)
        for number, (first, last, rows, lane, feature) in enumerate(wanted)
    ]
    lanes = arranged(wishes, room)
    taken: set[tuple[int, int]] = set()
    for each in lanes.standing.values():
        cells = {(x, y) for x in range(each.first, each.last + 1) for y in range(each.y, each.y + each.rows)}
        assert taken.isdisjoint(cells)
        assert each.y + each.rows <= lanes.height
        taken |= cells
    assert set(lanes.standing) == {wish.card for wish in wishes}


def test_a_feature_that_comes_back_stands_in_its_lane() -> None:
    lanes = arranged([wish("a", 0), wish("b", 0, feature="p"), wish("c", 1), wish("d", 2, feature="p")], 10)
    assert lanes.standing["d"].lane == lanes.standing["b"].lane == 1


def test_the_lane_that_a_group_chose_comes_first_and_the_other_card_gives_way() -> None:
    lanes = arranged([wish("a", 0), wish("b", 0, lane=0)], 10)
    assert (lanes.standing["b"].lane, lanes.standing["a"].lane) == (0, 1)


def test_a_small_card_goes_where_it_takes_no_more_rows() -> None:
    lanes = arranged([wish("a", 0, 3), wish("b", 0, 1), wish("c", 1, 3), wish("d", 1, 1)], 10)
    assert (lanes.standing["c"].lane, lanes.standing["d"].lane) == (0, 1)


def test_there_is_air_between_lanes_up_to_two_rows_as_far_as_there_is_room() -> None:
    wishes = [wish("a", 0, 3), wish("b", 0, 3), wish("c", 0, 3)]
    assert arranged(wishes, 9).tops == (0, 3, 6)
    assert arranged(wishes, 10).tops == (0, 4, 7)
    assert arranged(wishes, 11).tops == (0, 4, 8)
    assert arranged(wishes, 12).tops == (0, 5, 9)
    assert arranged(wishes, 40).tops == (0, 5, 10)


def test_lanes_that_have_to_be_scrolled_keep_their_air() -> None:
    wishes = [wish("a", 0, 3), wish("b", 0, 3), wish("c", 0, 3)]
    assert arranged(wishes, 8).tops == (0, 4, 8)
    assert arranged(wishes, 8).height == 11
    assert arranged([wish("a", 0, 3)], 2).height == 3
    assert arranged([], 2).height == 0


def test_without_cards_there_are_no_lanes() -> None:
    assert arranged([], 10).count == 0
