"""The roadmap as a picture: cards that touch nothing, as large as their energy, and lines that run round them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from innovate_tui.report import lettering
from innovate_tui.report.document import (
    Figure,
    PictureCard,
    PictureEvent,
    PictureLink,
    PictureStage,
    RoadmapPicture,
    Run,
    TimedCard,
    text_of,
)
from innovate_tui.report.figures.road_doors import Area, apart
from innovate_tui.report.figures.road_lanes import GAP, Slot, lanes
from innovate_tui.report.figures.road_routes import routes
from innovate_tui.report.figures.roadmap import MOST_RINGS, RING, sheets
from innovate_tui.report.figures.shapes import Box, Colour, Disc, Drawing, Stroke, Words
from innovate_tui.report.pdf import to_pdf
from innovate_tui.report.plain import to_plain
from innovate_tui.report.summary import summarise
from innovate_tui.workshop.features import Kind
from innovate_tui.workshop.roadmap import Energy, LinkKind
from innovate_tui.workshop.session import Included, PeopleShown
from innovate_tui.workshop.timeline import Month, timeframe
from tests.report.conftest import document, laid_out, printed, read_back
from tests.report.road_sessions import ROAD_SESSIONS
from tests.report.sessions import DECK

W, H = 269.0, 158.0
APRIL = Month(2026, 4)
ENERGIES = tuple(Energy)


def card(number: int, after: int = 0, energy: Energy = Energy.MEDIUM, lane: int | None = None) -> TimedCard:
    """A card that its title tells from all others."""
    shown = PictureCard(Run(f"c{number}"), Kind.ENABLER)
    return TimedCard(f"c-{number}", f"f-{number}", shown, shown.title, APRIL + after, energy, lane)


def picture(cards: Sequence[TimedCard], months: int = 12, *links: PictureLink) -> RoadmapPicture:
    """A roadmap with these cards."""
    return RoadmapPicture(timeframe(APRIL, months), (), (), tuple(cards), links)


def faces(drawing: Drawing) -> list[Box]:
    """The faces of the cards."""
    return [mark for mark in drawing.marks if isinstance(mark, Box) and mark.fill is Colour.ENABLER_FACE]


def texts(drawing: Drawing) -> list[str]:
    """All words."""
    return [mark.text for mark in drawing.marks if isinstance(mark, Words)]


def link(one: int, other: int, kind: LinkKind = LinkKind.DEPENDENCY) -> PictureLink:
    """A line between two cards by their numbers."""
    return PictureLink(f"c-{one}", f"c-{other}", kind)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 47), st.sampled_from(ENERGIES), st.none() | st.integers(1, 9)), max_size=70),
    st.integers(1, 48),
)
def test_no_card_touches_another_and_each_is_shown_or_counted(
    made: list[tuple[int, Energy, int | None]], months: int
) -> None:
    cards = [card(n, after % months, energy, lane) for n, (after, energy, lane) in enumerate(made)]
    cards.sort(key=lambda each: each.first.count)
    drawn = sheets(picture(cards, months), W, H)
    shown = 0
    for drawing in drawn:
        boxes = faces(drawing)
        shown += len(boxes)
        for number, one in enumerate(boxes):
            assert one.x >= -0.01
            assert one.x + one.w <= W + 0.01
            assert one.y + one.h <= H + 0.01
            for other in boxes[number + 1 :]:
                apart_x = one.x + one.w + GAP - 0.1 <= other.x or other.x + other.w + GAP - 0.1 <= one.x
                apart_y = one.y + one.h + 2 <= other.y or other.y + other.h + 2 <= one.y
                assert apart_x or apart_y
    told = " ".join(text for drawing in drawn for text in texts(drawing) if "told in the table" in text)
    assert shown + sum(int(word) for word in told.split() if word.isdigit()) == len(cards)


def test_a_card_is_as_large_as_its_energy_and_stands_in_its_month() -> None:
    cards = [card(n, n * 4, energy) for n, energy in enumerate(ENERGIES)]
    (drawing,) = sheets(picture(cards), W, H)
    small, medium, large = sorted(faces(drawing), key=lambda face: face.x)
    assert small.w < medium.w < large.w
    assert small.h < medium.h < large.h
    month = W / 12
    assert [round(face.x / month) for face in (small, medium, large)] == [0, 4, 8]


def test_the_rows_that_the_group_chose_are_kept_where_they_can_be() -> None:
    cards = [card(0, 0, lane=4), card(1, 0, lane=2), card(2, 6, lane=1)]
    (drawing,) = sheets(picture(cards), W, H)
    titles = {mark.text: mark.y for mark in drawing.marks if isinstance(mark, Words) and mark.text[:1] == "c"}
    assert titles["c2"] < titles["c1"] < titles["c0"]


def test_a_feature_that_comes_back_stays_in_its_row() -> None:
    slots = [Slot(f"c-{n}", "same" if n % 2 else f"f-{n}", n * 30.0, n * 30.0, 36, 12) for n in range(8)]
    where = lanes(slots, (), 5, W + 60)
    assert where is not None
    assert len({where[f"c-{n}"][0] for n in (1, 3, 5, 7)}) == 1


def test_a_crowded_or_long_timeline_is_folded_and_the_lines_over_the_fold_have_letters() -> None:
    cards = [card(n, n * 2 % 48) for n in range(60)]
    cards.sort(key=lambda each: each.first.count)
    drawn = sheets(picture(cards, 48, link(0, 23)), W, H)
    assert len(drawn) > 1
    rings = [sum(isinstance(mark, Disc) and mark.r == RING for mark in drawing.marks) for drawing in drawn]
    assert sum(rings) == 2
    assert sum("A" in texts(drawing) for drawing in drawn) == 2


def test_a_ring_stands_above_its_card_in_the_first_row_too() -> None:
    cards = sorted((card(n, n * 11 % 48, Energy.LARGE) for n in range(60)), key=lambda each: each.first.count)
    drawn = sheets(picture(cards, 48, *(link(n, 59 - n) for n in range(24))), W, H)
    seen = 0
    for drawing in drawn:
        for ring in (mark for mark in drawing.marks if isinstance(mark, Disc) and mark.r == RING):
            seen += 1
            beneath = [box for box in faces(drawing) if box.x < ring.x < box.x + box.w and box.y + box.h > ring.y]
            assert min(box.y for box in beneath) >= ring.y + RING  # on no letter of its title
    assert seen > 20


def test_sheets_on_which_nothing_stands_are_left_out() -> None:
    assert len(sheets(picture([card(0), card(1, 90)], 96), W, H)) == 2


def crosses(box: Area, start: tuple[float, float], end: tuple[float, float]) -> bool:
    """Whether a piece of line runs through a card."""
    (x, y, w, h), (a, b), (c, d) = box, start, end
    return max(a, c) > x + 0.1 and min(a, c) < x + w - 0.1 and max(b, d) > y + 0.1 and min(b, d) < y + h - 0.1


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_lines_run_round_the_cards_from_edge_to_edge(data: st.DataObject) -> None:
    boxes: dict[str, Area] = {
        f"c-{row}-{column}": (4.0 + 52 * column, 4.0 + 22 * row, data.draw(st.sampled_from((36.0, 42.0))), 15.0)
        for row in range(4)
        for column in range(5)
    }
    names = st.sampled_from(list(boxes))
    pairs = [pair for pair in data.draw(st.lists(st.tuples(names, names), max_size=8)) if pair[0] != pair[1]]
    for (one, other), path in zip(pairs, routes(boxes, pairs, W, 90.0), strict=True):
        if not path:
            continue
        for name, point in ((one, path[0]), (other, path[-1])):
            x, y, w, h = boxes[name]
            on_x, on_y = point[0] in (x, x + w), point[1] in (y, y + h)
            assert on_x or on_y
        for start, end in pairwise(path):
            assert abs(start[0] - end[0]) < 0.02 or abs(start[1] - end[1]) < 0.02
            assert not any(crosses(box, start, end) for box in boxes.values())


def test_a_dependency_is_solid_with_an_arrow_and_a_connection_dashed_with_rings() -> None:
    cards = [card(0), card(1, 6)]
    (needs,) = sheets(picture(cards, 12, link(0, 1)), W, H)
    (goes,) = sheets(picture(cards, 12, link(0, 1, LinkKind.CONNECTION)), W, H)
    lines = [[m for m in each.marks if isinstance(m, Stroke) and m.weight == 0.55] for each in (needs, goes)]
    assert [bool(found.dash) for found in (lines[0][0], lines[1][0])] == [False, True]
    assert [sum(isinstance(mark, Disc) for mark in each.marks) for each in (needs, goes)] == [0, 2]


def tangled(count: int = 30) -> RoadmapPicture:
    """Twenty cards in a year with so many links, drawn by no plan."""
    cards = sorted((card(n, n * 5 % 12, ENERGIES[n % 3]) for n in range(20)), key=lambda each: each.first.count)
    pairs = [(n, (n * step + step) % 20) for step in (3, 7, 9) for n in range(20)]
    once = {frozenset(pair): pair for pair in pairs if pair[0] != pair[1]}
    return picture(cards, 12, *(link(*pair) for pair in list(once.values())[:count]))


@pytest.mark.parametrize("count", [10, 30, 45])
def test_lines_that_would_tangle_become_letters_and_then_words(count: int) -> None:
    made = tangled(count)
    (drawing,) = sheets(made, W, H)
    drawn = sum(isinstance(mark, Stroke) and mark.weight == 0.55 for mark in drawing.marks)
    letters = [text for text in texts(drawing) if len(text) == 1 and text.islower()]
    assert all(letters.count(each) == 2 for each in letters)
    told = [int(words.split()[1]) for words in texts(drawing) if words.endswith("told in the table")]
    assert drawn + len(set(letters)) + sum(told) == len(made.links)
    assert len(set(letters)) <= MOST_RINGS
    assert bool(told) is (count > 10)


def test_a_line_with_many_corners_and_crossings_is_not_drawn_and_a_long_way_back_is() -> None:
    boxes: dict[str, Area] = {f"c-{n}": (4.0 + 52 * (n % 5), 4.0 + 22 * (n // 5), 36.0, 15.0) for n in range(20)}
    (back,) = routes(boxes, [("c-19", "c-0")], W, 90.0)
    assert back
    walls = [(f"c-{n}", f"c-{n + 15}") for n in range(5)] + [(f"c-{n + 10}", f"c-{n + 11}") for n in range(4)]
    assert all(routes(boxes, walls, W, 90.0))
    through = [("c-0", "c-19"), ("c-5", "c-14"), ("c-10", "c-4"), ("c-15", "c-9"), ("c-1", "c-18"), ("c-16", "c-3")]
    assert not all(routes(boxes, [*walls, *through], W, 90.0)[len(walls) :])


def test_words_about_what_is_left_out_touch_no_card() -> None:
    for made in (tangled(45), picture([card(n, 0, Energy.LARGE) for n in range(60)])):
        (drawing,) = sheets(made, W, H)
        (words,) = [mark for mark in drawing.marks if isinstance(mark, Words) and mark.text.endswith("in the table")]
        above = max(mark.y + mark.h for mark in drawing.marks if isinstance(mark, Box))
        assert above < words.y - lettering.capital(11, False)


def test_a_letter_stands_at_both_ends_even_where_all_links_begin_at_one_card() -> None:
    cards = [card(n, n % 12) for n in range(30)]
    made = picture(sorted(cards, key=lambda each: each.first.count), 12, *(link(0, n) for n in range(1, 30)))
    (drawing,) = sheets(made, W, H)
    letters = [text for text in texts(drawing) if len(text) == 1 and text.islower()]
    assert letters
    assert all(letters.count(each) == 2 for each in letters)


def test_what_is_told_in_words_is_counted_with_its_noun() -> None:
    (drawing,) = sheets(picture([card(n, 0, Energy.LARGE) for n in range(60)], 12, link(0, 59)), W, H)
    (words,) = [text for text in texts(drawing) if text.endswith("told in the table")]
    assert re.fullmatch(r"and \d+ more cards, told in the table", words)


def test_lines_lie_under_the_cards() -> None:
    cards = [card(0), card(1, 3), card(2, 9)]
    (drawing,) = sheets(picture(cards, 12, link(0, 2)), W, H)
    drawn = list(drawing.marks)
    last = max(n for n, mark in enumerate(drawn) if isinstance(mark, Stroke) and mark.weight == 0.55)
    assert last < min(n for n, mark in enumerate(drawn) if isinstance(mark, Box) and mark.fill is Colour.ENABLER_FACE)


def test_stages_that_overlap_stand_in_rows_and_events_keep_their_words_apart() -> None:
    stages = tuple(
        PictureStage(Run(f"Stage {n}"), APRIL + start, APRIL + end) for n, (start, end) in enumerate(((0, 5), (4, 11)))
    )
    events = tuple(PictureEvent(Run(f"Event {n}"), date(2026, 5, 1 + n)) for n in range(5))
    made = RoadmapPicture(timeframe(APRIL, 12), stages, events, (), ())
    (drawing,) = sheets(made, W, H)
    words = [mark for mark in drawing.marks if isinstance(mark, Words)]
    rows = {mark.text: mark.y for mark in words if mark.text.startswith("Stage")}
    assert rows["Stage 0"] < rows["Stage 1"]
    for number, one in enumerate(words):
        for other in words[number + 1 :]:
            beside = (
                one.x + lettering.width(one.text, one.size, one.bold) <= other.x + 0.05
                or other.x + lettering.width(other.text, other.size, other.bold) <= one.x + 0.05
            )
            assert beside or abs(one.y - other.y) > 3


def roadmaps() -> Iterator[str]:
    """The sessions with a picture of the roadmap."""
    for name in ROAD_SESSIONS:
        if any(page.lying for page in laid_out(name)):
            yield name


def test_it_stands_on_pages_of_its_own_with_one_sentence_for_those_who_do_not_see_it() -> None:
    assert {"year_plan", "no_timeframe", "hostile_road", "many_cards"} <= {*roadmaps()}
    assert not {"only_timeframe", "only_actions"} & {*roadmaps()}
    figure = next(
        block
        for part in document("year_plan").parts
        for block in part.blocks
        if isinstance(block, Figure) and isinstance(block.picture, RoadmapPicture)
    )
    assert text_of(figure.alternative) == (
        "A timeline from April 2026 to March 2027 with 3 stages, 3 events, 6 cards and 4 links."
    )
    lying = [text for text, page in zip(read_back("year_plan"), laid_out("year_plan"), strict=True) if page.lying]
    assert len(lying) == 1
    assert "Roadmap" in lying[0]
    assert "Designing" in lying[0]
    assert "Local elections" in lying[0]
    assert "goes with" in lying[0]


@pytest.mark.parametrize("name", ["year_plan", "many_cards"])
def test_the_same_plan_gives_the_same_bytes(name: str) -> None:
    assert to_pdf(summarise(ROAD_SESSIONS[name](), DECK)).data == printed(name).data


def test_four_hundred_cards_with_two_hundred_links_are_drawn_in_bounded_time() -> None:
    cards = [card(n, n * 37 % 60, ENERGIES[n % 3]) for n in range(400)]
    cards.sort(key=lambda each: each.first.count)
    links = [link(n * 2, (n * 14 + 5) % 400) for n in range(200) if n * 2 != (n * 14 + 5) % 400]
    start = perf_counter()
    assert sheets(picture(cards, 60, *links), W, H)
    assert perf_counter() - start < 5


@pytest.mark.parametrize(
    ("shown", "told"), [(PeopleShown.NAMES, "Amina"), (PeopleShown.INITIALS, "A"), (PeopleShown.NONE, "")]
)
def test_who_looks_after_a_card_or_an_action_is_told_as_the_group_chose(shown: PeopleShown, told: str) -> None:
    made = ROAD_SESSIONS["year_plan"]()
    words = to_plain(summarise(replace(made, included=Included(shown)), DECK), 400)
    assert ("Amina" in words) == (told == "Amina")
    assert (f"looked after by {told})" in words) == bool(told)
    assert ("looked after by" in words) == bool(told)
    assert (f"who: {told};" in words) == bool(told)


def test_two_lines_at_one_side_of_a_card_stand_apart() -> None:
    boxes: dict[str, Area] = {
        "one": (4.0, 40.0, 36.0, 15.0),
        "high": (60.0, 4.0, 36.0, 15.0),
        "low": (60.0, 70.0, 36.0, 15.0),
    }
    pairs = [("one", "high"), ("one", "low")]
    up, down = routes(boxes, pairs, W, 90.0)
    assert (up[0][0], down[0][0]) == (40.0, 40.0), "both leave at the right"
    assert abs(up[0][1] - down[0][1]) == pytest.approx(3.0)
    assert up[0][1] < down[0][1], "each slides the way it turns"


def test_of_two_lines_that_turn_the_same_way_the_one_that_turns_first_slides() -> None:
    boxes: dict[str, Area] = {"one": (4.0, 4.0, 36.0, 15.0), "two": (60.0, 40.0, 36.0, 15.0)}
    early, late = [(40.0, 11.5), (45.0, 11.5), (45.0, 50.0), (60.0, 50.0)], [(40.0, 11.5), (52.0, 11.5), (52.0, 40.0)]
    moved = apart(boxes, [("one", "two")] * 2, [late, early])
    assert moved == [late, [(40.0, 14.5), (45.0, 14.5), *early[2:]]]
    assert apart(boxes, [("two", "one")] * 2, [late[::-1], early[::-1]]) == [path[::-1] for path in moved]
    wall: dict[str, Area] = {**boxes, "wall": (41.0, 13.0, 2.0, 15.0)}
    assert apart(wall, [("one", "two")] * 2, [late, early]) == [late, early], "no room, no sliding"
    flat: dict[str, Area] = {**boxes, "one": (4.0, 9.5, 36.0, 4.0)}
    assert apart(flat, [("one", "two")] * 2, [late, early]) == [late, early]
