"""Lines between cards: round what stands in the way, joined where they share an end, words where they would tangle."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from innovate_tui.ui.widgets import road_links
from innovate_tui.ui.widgets.road_layout import in_sight_across, road_layout
from innovate_tui.ui.widgets.road_links import (
    BEND,
    STEPS,
    STEPS_OF_ONE,
    Block,
    Drawing,
    Wire,
    _Lines,
    drawn,
    routed,
)
from innovate_tui.ui.widgets.road_scene import RoadView
from innovate_tui.workshop.deck import Deck
from tests.ui.road_scenes import crowded, painted, scene

WIDTH, HEIGHT = 60, 10
LEFT, MIDDLE, RIGHT = Block("a", 3, 0, 13, 2), Block("b", 18, 3, 13, 3), Block("c", 33, 1, 13, 2)


def text(drawing: Drawing, blocks: tuple[Block, ...]) -> str:
    rows = [[" "] * WIDTH for _ in range(HEIGHT)]
    for block in blocks:
        for y in range(block.y, block.y + block.height):
            rows[y][block.x : block.right] = block.card * block.width
    for (x, y), (char, _) in drawing.cells.items():
        assert rows[y][x] == " ", "a line goes through a card"
        rows[y][x] = char
    return "\n".join("".join(row).rstrip() for row in rows).rstrip()


def test_a_dependency_goes_from_the_end_of_one_card_to_the_edge_of_the_other() -> None:
    blocks = (LEFT, MIDDLE)
    assert text(routed(blocks, (Wire("a", "b"),), WIDTH, HEIGHT), blocks) == (
        "   aaaaaaaaaaaaa\n"
        "   aaaaaaaaaaaaa┐\n"
        "                │\n"
        "                │ bbbbbbbbbbbbb\n"
        "                └►bbbbbbbbbbbbb\n"
        "                  bbbbbbbbbbbbb"
    )


def test_a_line_goes_round_a_card_that_stands_in_its_way() -> None:
    blocks = (LEFT, Block("b", 18, 0, 13, 2), RIGHT)
    drawing = routed(blocks, (Wire("a", "c"),), WIDTH, HEIGHT)
    assert "►" in text(drawing, blocks)
    assert not drawing.undrawn


def test_lines_that_share_an_end_join() -> None:
    blocks = (LEFT, MIDDLE, RIGHT)
    shown = text(routed(blocks, (Wire("a", "b"), Wire("a", "c")), WIDTH, HEIGHT), blocks)
    assert shown.count("►") == 2
    assert any(join in shown for join in "├┬┤┴")


def test_a_connection_is_dotted_and_has_no_arrow() -> None:
    blocks = (LEFT, MIDDLE)
    shown = text(routed(blocks, (Wire("a", "b", arrow=False),), WIDTH, HEIGHT), blocks)
    assert "·" in shown
    assert "►" not in shown


@pytest.mark.parametrize("ends", [("a", "c"), ("b", "c"), ("c", "b")])
def test_a_connection_never_runs_in_the_cells_of_a_dependency(ends: tuple[str, str]) -> None:
    blocks = (LEFT, MIDDLE, RIGHT)
    both = Wire("a", "b"), Wire(*ends, arrow=False)
    drawing = routed(blocks, both, WIDTH, HEIGHT)
    alone = routed(blocks, both[:1], WIDTH, HEIGHT)
    assert not drawing.undrawn
    assert {place: char for place, (char, owners) in drawing.cells.items() if both[0] in owners} == {
        place: char for place, (char, _) in alone.cells.items()
    }, "the dependency is drawn first, as if it were alone"
    assert sum(len(owners) > 1 for _, owners in drawing.cells.values()) == drawing.crossings


def test_a_dependency_is_drawn_before_a_connection_however_short() -> None:
    blocks = (LEFT, MIDDLE, RIGHT)
    both = Wire("a", "b", arrow=False), Wire("a", "c")
    drawing, alone = routed(blocks, both, WIDTH, HEIGHT), routed(blocks, both[1:], WIDTH, HEIGHT)
    assert {place for place, (_, owners) in drawing.cells.items() if both[1] in owners} == set(alone.cells)


def test_a_connection_leaves_its_card_where_no_dependency_runs() -> None:
    blocks = (Block("a", 3, 0, 13, 3), Block("b", 18, 0, 13, 2), Block("d", 18, 6, 13, 2), Block("e", 3, 6, 13, 2))
    dependency, connection = Wire("e", "b"), Wire("a", "d", arrow=False)
    drawing = routed(blocks, (dependency, connection), WIDTH, HEIGHT)
    assert not drawing.undrawn
    edge = {place for place in drawing.cells if place[0] == 16 and place[1] < 3}
    assert edge, "the dependency runs up along the card"
    assert all(drawing.cells[place][1] == (dependency,) for place in edge)


def test_a_connection_goes_straight_beneath_a_dependency_that_it_crosses() -> None:
    blocks = (Block("a", 3, 4, 5, 1), Block("b", 40, 4, 5, 1), Block("c", 20, 0, 5, 1), Block("d", 20, 8, 5, 1))
    wires = Wire("a", "b"), Wire("c", "d", arrow=False)
    drawing = routed(blocks, wires, WIDTH, HEIGHT)
    crossed = [char for char, owners in drawing.cells.values() if len(owners) == 2]
    assert crossed == ["─"]


def test_a_connection_without_room_beside_a_dependency_is_left_to_words() -> None:
    blocks = (Block("a", 0, 0, 5, 1), Block("b", 7, 0, 5, 1), Block("c", 7, 1, 5, 1))
    wires = Wire("a", "b"), Wire("a", "c", arrow=False)
    drawing = drawn(blocks, wires, 12, 2, "")
    assert drawing.undrawn == wires[1:]
    assert not drawing.tangled
    assert drawing.cells


def test_connections_that_tangle_leave_the_dependencies_in_sight() -> None:
    blocks = tuple(Block(str(number), 3 + 15 * (number % 4), 3 * (number // 4), 12, 2) for number in range(12))
    needed = Wire("0", "1"), Wire("4", "5")
    goes = tuple(Wire(str(one), str(11 - one), arrow=False) for one in range(5))
    drawing = drawn(blocks, (*needed, *goes), 62, 12, "")
    assert not drawing.tangled
    assert set(drawing.undrawn) == set(goes)
    assert {wire for _, owners in drawing.cells.values() for wire in owners} == set(needed)


def test_a_line_to_a_card_out_of_sight_goes_to_the_edge() -> None:
    drawing = routed((LEFT,), (Wire("a", "z", second_beyond=1),), WIDTH, HEIGHT)
    assert drawing.cells[WIDTH - 1, 1][0] == "►"


def test_a_line_back_in_time_ends_on_the_other_side() -> None:
    blocks = (LEFT, MIDDLE)
    drawing = routed(blocks, (Wire("b", "a"),), WIDTH, HEIGHT)
    assert not drawing.undrawn
    assert any(char in "►◄" for char, _ in drawing.cells.values())


def test_where_lines_would_tangle_only_those_of_the_chosen_card_are_drawn() -> None:
    blocks = tuple(Block(str(number), 3 + 15 * (number % 4), 2 * (number // 4), 12, 1) for number in range(16))
    wires = tuple(Wire(str(number), str((number * 7 + 3) % 16)) for number in range(12))
    drawing = drawn(blocks, wires, 70, 12, "1")
    assert drawing.tangled
    assert {wire for _, owners in drawing.cells.values() for wire in owners} <= {w for w in wires if w.ends("1")}


@settings(deadline=None, max_examples=30)
@given(st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)).filter(lambda ends: ends[0] != ends[1]), max_size=8))
def test_no_line_ever_goes_through_a_card_and_the_same_is_always_drawn_the_same(ends: list[tuple[int, int]]) -> None:
    blocks = tuple(Block(str(number), 3 + 15 * (number % 4), 3 * (number // 4), 13, 2) for number in range(12))
    wires = tuple(Wire(str(one), str(other)) for one, other in dict.fromkeys(ends))
    closed = {(x, y) for b in blocks for x in range(b.x, b.right) for y in range(b.y, b.y + b.height)}
    drawing = routed(blocks, wires, 64, 12)
    assert closed.isdisjoint(drawing.cells)
    routed.cache_clear()
    assert routed(blocks, wires, 64, 12).cells == drawing.cells


def packed(rows: int) -> tuple[Block, ...]:
    """Cards in every period and every lane, with a row between."""
    return tuple(Block(f"{x}-{y}", 3 + 15 * x, 3 * y, 13, 2) for x in range(6) for y in range(rows))


def test_a_search_ends_after_so_many_cells_and_leaves_the_rest_to_words() -> None:
    blocks, wires = packed(8), (Wire("0-0", "5-7"), Wire("0-1", "1-1"))
    whole = routed(blocks, wires, 95, 25)
    assert not whole.undrawn
    short = routed(blocks, wires, 95, 25, whole.steps // 2)
    assert short.undrawn == (Wire("0-0", "5-7"),), "the shortest lines come first"
    assert short.steps == whole.steps // 2
    assert routed(blocks, wires, 95, 25, 0).undrawn == (Wire("0-1", "1-1"), Wire("0-0", "5-7"))


def test_in_a_tangle_the_chosen_cards_lines_are_sought_in_few_steps_however_many_cards_there_are(deck: Deck) -> None:
    shown = scene(deck, crowded(deck, 400, 200), 160, 46)
    plan = road_layout(160, 46, shown, RoadView())
    blocks, wires = in_sight_across(plan, shown, RoadView())
    found = [drawn(blocks, wires, 159, 180, card) for card in list(shown.road.cards)[:40]]
    assert all(drawing.tangled for drawing in found)
    assert max(drawing.steps for drawing in found) == STEPS_OF_ONE < STEPS
    assert any(drawing.undrawn for drawing in found)
    assert any(not drawing.undrawn and drawing.cells for drawing in found)


def test_what_is_too_much_to_draw_is_said(deck: Deck) -> None:
    shown = scene(deck, crowded(deck, 400, 200), 160, 46)
    said = {painted(shown, RoadView(where="road", at=card), 160, 46) for card in list(shown.road.cards)[:40]}
    assert any("200 links here: too many to draw, j follows ──" in words for words in said)
    assert all("links here: only the chosen card's are drawn" not in words for words in said if "too many" in words)


@settings(deadline=None, max_examples=60)
@given(st.sets(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=2), st.booleans(), st.data())
def test_what_is_reckoned_ahead_never_misses_the_cheapest_way(
    at: set[tuple[int, int]], arrow: bool, data: st.DataObject
) -> None:
    blocks = tuple(Block(f"{x}-{y}", 3 + 15 * x, 3 * y, 13, 2) for x, y in sorted(at))
    first, second = data.draw(st.permutations(blocks))[:2]
    wire = Wire(first.card, second.card, arrow)
    reckoned = cost(_Lines(blocks, 64, 12, STEPS), wire)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(road_links, "_bends", lambda *_, **__: 0)
        assert reckoned == cost(_Lines(blocks, 64, 12, STEPS), wire)


def cost(lines: _Lines, wire: Wire) -> float:
    """What the way found for a line costs in all."""
    way = lines._way(wire)
    ends = dict(lines._ends(wire, first=True))[way[0]] + dict(lines._ends(wire, first=False))[way[-1]]
    bends = sum(one[2] != other[2] for one, other in pairwise(way))
    return ends + BEND * bends + sum(lines._price(state, wire) or 0.0 for state in way)
