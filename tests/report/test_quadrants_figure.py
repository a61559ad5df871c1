"""The grid as a picture: every card in its quadrant, in order, readable, with what helps hanging under it."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from innovate_tui.report import lettering
from innovate_tui.report.document import (
    Field,
    Figure,
    GridCard,
    PictureCard,
    PictureHelper,
    QuadrantsPicture,
    Run,
    text_of,
)
from innovate_tui.report.figures.legend import legend
from innovate_tui.report.figures.quadrants import FOOT, GUTTER, STYLES, pushed_apart, quadrants
from innovate_tui.report.figures.shapes import Box, Colour, Disc, Drawing, Shape, Stroke, Words
from innovate_tui.report.figures.small import small_quadrants
from innovate_tui.workshop.features import Kind
from innovate_tui.workshop.quadrants import Quadrant, quadrant_at
from tests.report.conftest import document
from tests.report.grid_sessions import GRID_SESSIONS

W, H = 170.0, 185.0
NAMES = {
    Quadrant.LOW_IMPORTANCE_HIGH_THREAT: "Low importance, high threat",
    Quadrant.HIGH_IMPORTANCE_HIGH_THREAT: "High importance, high threat",
    Quadrant.LOW_IMPORTANCE_LOW_THREAT: "Low importance, low threat",
    Quadrant.HIGH_IMPORTANCE_LOW_THREAT: "High importance, low threat",
}
FIELDS: Mapping[Quadrant, Field] = MappingProxyType(
    {
        quadrant: Field((Run(name),), (Run("What it means for the group, in so many words."),))
        for quadrant, name in NAMES.items()
    }
)


def picture(cards: Sequence[GridCard], *, fixed: bool = False) -> QuadrantsPicture:
    """A grid with these cards."""
    importance = ((Run("low importance"),), (Run("high importance"),))
    threat = ((Run("low threat"),), (Run("high threat"),))
    return QuadrantsPicture(tuple(cards), importance, threat, FIELDS, fixed=fixed)


def grid_card(number: int, importance: int, threat: int, helpers: int = 0, *, dissent: bool = False) -> GridCard:
    """A card that its title tells from all others."""
    helping = tuple(PictureHelper(Run(f"h{n} to c{number}"), Run(f"h{n}")) for n in range(helpers))
    shown = PictureCard(Run(f"c{number}"), Kind.INFLUENCE, dissent=dissent)
    return GridCard(shown, importance, threat, helping, unanswered=not helpers and max(importance, threat) >= 50)


def faces(drawing: Drawing, colour: Colour) -> list[Box]:
    """The faces of the cards of one kind."""
    return [mark for mark in drawing.marks if isinstance(mark, Box) and mark.fill is colour]


def words(drawing: Drawing) -> list[Words]:
    """All lines of text."""
    return [mark for mark in drawing.marks if isinstance(mark, Words)]


def holds(face: Box, line: Words) -> bool:
    """Whether a line of text stands on a card."""
    return (
        face.x <= line.x <= line.x + lettering.width(line.text, line.size, line.bold) <= face.x + face.w + 0.01
        and face.y <= line.y - lettering.capital(line.size, line.bold)
        and line.y <= face.y + face.h
    )


def standing(drawing: Drawing) -> dict[str, Box]:
    """Each influence by its title, where it stands."""
    found = {}
    for face in faces(drawing, Colour.INFLUENCE_FACE):
        (title,) = (line.text for line in words(drawing) if holds(face, line))
        found[title] = face
    return found


def middle(drawing: Drawing) -> tuple[float, float]:
    """Where the lines between the quadrants cross."""
    strokes = [mark for mark in drawing.marks if isinstance(mark, Stroke) and mark.weight == 0.35]
    (upright,) = (mark.points[0][0] for mark in strokes if mark.points[0][0] == mark.points[1][0])
    (level,) = (mark.points[0][1] for mark in strokes if mark.points[0][1] == mark.points[1][1])
    return upright, level


def check(made: QuadrantsPicture, drawing: Drawing) -> None:
    """Everything that must hold of any grid."""
    x, y = middle(drawing)
    influences, helpers = (faces(drawing, colour) for colour in (Colour.INFLUENCE_FACE, Colour.NEXT_LEVEL_FACE))
    bubbles = [mark for mark in drawing.marks if isinstance(mark, Shape) and mark.fill is Colour.PAPER]
    grid = Box(GUTTER, 0, W - GUTTER, H - FOOT)
    for face in (*influences, *helpers):
        assert (face.x - 0.1 >= x) or (face.x + face.w <= x + 0.1)
        assert (face.y - 0.1 >= y) or (face.y + face.h <= y + 0.1)
        assert grid.x <= face.x
        assert face.x + face.w <= grid.x + grid.w
        assert grid.y <= face.y
        assert face.y + face.h <= grid.h
    everything = [*influences, *helpers]
    for number, one in enumerate(everything):
        for other in everything[number + 1 :]:
            beside = one.x + one.w <= other.x + 0.01 or other.x + other.w <= one.x + 0.01
            assert beside or one.y + one.h <= other.y + 0.01 or other.y + other.h <= one.y + 0.01
    for helper in helpers:  # each hangs on a card, touching it
        assert any(
            abs(face.y + face.h - helper.y) < 0.01 and abs(face.x + face.w - helper.x - helper.w) < 0.01
            for face in everything
        )
    for bubble in bubbles:
        for bx, by in bubble.points:
            assert not [f for f in everything if f.x + 0.05 < bx < f.x + f.w - 0.05 and f.y < by < f.y + f.h]
    assert min(line.size for line in words(drawing)) >= 10
    assert_lines_apart(words(drawing))


def edges(line: Words) -> tuple[float, float]:
    """Where a line of text begins and ends."""
    wide = lettering.width(line.text, line.size, line.bold)
    left = line.x - (wide if line.anchor == "right" else 0)
    return left, left + wide


def assert_lines_apart(lines: Sequence[Words]) -> None:
    """No line of text leaves the picture or lies on another."""
    for number, line in enumerate(lines):
        left, right = edges(line)
        assert left >= -0.01
        assert right <= W + 0.01
        for other in lines[number + 1 :]:
            start, end = edges(other)
            beside = right <= start + 0.05 or end <= left + 0.05
            assert beside or abs(line.y - other.y) >= lettering.capital(min(line.size, other.size), True), (line, other)


CARDS = st.tuples(st.integers(0, 100), st.integers(0, 100), st.integers(0, 6), st.booleans())


NARROW = [(0, 50, 0, False)] * 7 + [(50, 0, 0, False)] * 5
"""So many in two quadrants that a card is narrower than what is said under it."""


@settings(max_examples=120, deadline=None)
@example(NARROW)
@given(st.lists(CARDS, max_size=14))
def test_every_card_stands_in_its_quadrant_in_order_and_none_covers_another(
    values: list[tuple[int, int, int, bool]],
) -> None:
    cards = [grid_card(n, i, t, h, dissent=d) for n, (i, t, h, d) in enumerate(values)]
    made = picture(cards)
    drawing = quadrants(made, W, H)
    check(made, drawing)
    found = standing(drawing)
    x, y = middle(drawing)
    counted = sum(int(line.text.split()[1]) for line in words(drawing) if "told below" in line.text)
    assert len(found) + counted == len(cards)
    by_title = {card.card.title.text: card for card in cards}
    for title, face in found.items():
        quadrant = quadrant_at(by_title[title].importance, by_title[title].threat)
        assert (face.x >= x) == quadrant.important
        assert (face.y < y) == quadrant.threatening
    for quadrant in Quadrant:
        here = {
            t: f for t, f in found.items() if (f.x >= x) == quadrant.important and (f.y < y) == quadrant.threatening
        }
        tops = sorted((face.y, face.y + face.h) for face in here.values())
        narrow = any(foot > top for (_, foot), (top, _) in pairwise(tops))  # two columns side by side
        ordered = sorted(here, key=lambda title: here[title].y)
        if not narrow:
            threats = [by_title[title].threat for title in ordered]
            assert threats == sorted(threats, reverse=True)
        for one, other in pairwise(sorted(here, key=lambda title: by_title[title].importance)):
            assert here[one].x <= here[other].x + 0.01


def test_the_ends_of_both_axes_are_worded_and_importance_runs_to_the_right() -> None:
    drawing = quadrants(picture([grid_card(1, 90, 90, 1), grid_card(2, 10, 10)]), W, H)
    found = {line.text: line for line in words(drawing)}
    assert found["Low importance"].x < found["High importance"].x
    assert found["Low importance"].y > H - FOOT
    tops = [line.y for line in words(drawing) if line.text == "High" and line.x == 0]
    feet = [line.y for line in words(drawing) if line.text == "Low" and line.x == 0]
    assert tops[0] < feet[0]
    assert [line.text for line in words(drawing) if line.text == "threat" and line.x == 0] == ["threat", "threat"]
    tips = [mark.points[0] for mark in drawing.marks if isinstance(mark, Shape) and mark.fill is Colour.INK]
    arrows = [tip for tip in tips if tip[0] < GUTTER or tip[1] > H - FOOT]
    assert len(arrows) == 2
    assert standing(drawing)["c1"].x > standing(drawing)["c2"].x
    assert standing(drawing)["c1"].y < standing(drawing)["c2"].y


def test_one_quadrant_is_shaded_and_it_is_the_one_high_on_both() -> None:
    drawing = quadrants(picture([grid_card(1, 60, 60)]), W, H)
    (shade,) = faces(drawing, Colour.PANEL)
    assert (shade.x, shade.y) == (middle(drawing)[0], 0)
    assert shade.h == pytest.approx(middle(drawing)[1])


def test_what_the_quadrants_are_called_and_mean_is_written_in_them_where_there_is_room() -> None:
    roomy = [line.text for line in words(quadrants(picture([grid_card(1, 60, 60, 2)]), W, H))]
    assert set(NAMES.values()) <= set(roomy)
    assert sum(text.startswith("What it means") for text in roomy) == 4
    full = [grid_card(n, 60, 50 + n, 6) for n in range(3)]
    assert not [line for line in words(quadrants(picture(full), W, H)) if line.text.startswith("What it means")]


def test_where_names_have_no_room_they_are_counted_and_nothing_is_hidden() -> None:
    drawing = quadrants(picture([grid_card(n, 60 + n, 55 + 3 * n, 6) for n in range(12)]), W, H)
    assert len(standing(drawing)) == 12
    assert [line.text for line in words(drawing)].count("6 to help") == 12
    assert middle(drawing) != (GUTTER + (W - GUTTER) / 2, (H - FOOT) / 2)  # the crowded one has taken some room
    assert min(face.w for face in standing(drawing).values()) >= 44


def test_too_many_for_any_room_are_counted() -> None:
    drawing = quadrants(picture([grid_card(n, 50 + n, 50 + n, 1) for n in range(41)]), W, H)
    shown = len(standing(drawing))
    assert shown == 12
    check(picture([]), drawing)
    assert f"and {41 - shown} more influences, told below" in [line.text for line in words(drawing)]


def test_what_asks_for_help_and_has_none_says_so_on_the_grid() -> None:
    made = [grid_card(1, 60, 60), grid_card(2, 20, 20), grid_card(3, 60, 20, 1)]
    assert [line.text for line in words(quadrants(picture(made), W, H))].count("nothing chosen yet") == 1
    assert [line.text for line in words(quadrants(picture(made, fixed=True), W, H))].count("nothing chosen") == 1


@pytest.mark.parametrize(
    "title", ["Parents who already run groups and are trusted on the estate", "W" * 60, "i " * 200]
)
def test_titles_of_any_length_stay_on_their_cards(title: str) -> None:
    helper = PictureHelper(Run(title), Run(title), own=True)
    card = PictureCard(Run(title), Kind.INFLUENCE, own=True, dissent=True)
    cards = [GridCard(card, 20 * n, 95 - 11 * n, (helper,) * (n % 3 + 1)) for n in range(6)]
    drawing = quadrants(picture(cards), W, H)
    check(picture(cards), drawing)
    boxes = [*faces(drawing, Colour.INFLUENCE_FACE), *faces(drawing, Colour.NEXT_LEVEL_FACE)]
    assert boxes
    assert all(any(holds(box, line) for line in words(drawing)) for box in boxes)
    dashed = [mark for mark in drawing.marks if isinstance(mark, Stroke) and mark.dash]
    assert len(dashed) == 4 * len(boxes)


@pytest.mark.parametrize(
    ("ideals", "tops"),
    [
        ([0, 50], [0, 50]),  # nothing in the way
        ([40, 40], [34, 46]),  # pushed apart round their mean
        ([-5, 0], [0, 12]),  # kept inside at the top
        ([95, 99], [78, 90]),  # and at the foot
    ],
)
def test_cards_are_moved_only_as_far_as_readable(ideals: list[float], tops: list[float]) -> None:
    assert pushed_apart(ideals, [10, 10], 2, 100) == tops


def test_the_legend_names_what_hangs_on_the_grid_and_nothing_else() -> None:
    names = {Kind.INFLUENCE: "Influence", Kind.NEXT_LEVEL: "Helper"}
    assert [w.text for w in words(legend(picture([grid_card(1, 60, 60)]), names, W))] == ["Influence"]
    texts = [w.text for w in words(legend(picture([grid_card(1, 60, 60, 1, dissent=True)]), names, W))]
    assert texts == ["Influence", "Helper", "not everyone agrees"]
    assert legend(picture([]), names, W).h == 0


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 100), st.integers(0, 100)), max_size=30))
def test_no_sign_hides_another_on_the_small_grid(places: list[tuple[int, int]]) -> None:
    drawing = small_quadrants(picture([grid_card(n, i, t) for n, (i, t) in enumerate(places)]), 81, 53.8)
    discs = [mark for mark in drawing.marks if isinstance(mark, Disc)]
    assert len(discs) == len(places)
    for number, one in enumerate(discs):
        assert one.r <= one.x <= 81 - one.r
        assert one.r <= one.y <= 53.8 - one.r
        assert abs(one.x - 40.5) >= one.r
        assert abs(one.y - 26.9) >= one.r
        assert all((one.x - o.x) ** 2 + (one.y - o.y) ** 2 > (one.r + o.r) ** 2 for o in discs[number + 1 :])


@pytest.mark.parametrize("name", [name for name in GRID_SESSIONS if name != "only_begun"])
def test_the_picture_and_its_list_say_the_same(name: str) -> None:
    figures = [block for part in document(name).parts for block in part.blocks if isinstance(block, Figure)]
    figure = next(each for each in figures if isinstance(each.picture, QuadrantsPicture))
    assert isinstance(figure.picture, QuadrantsPicture)
    items = [text_of(item) for item in figure.equivalent.items]
    assert len(items) == len(figure.picture.cards)
    for card, item in zip(figure.picture.cards, items, strict=True):
        assert item.startswith(card.card.title.text)
        assert f"{'high' if card.importance >= 50 else 'low'} importance" in item
        assert f"{'high' if card.threat >= 50 else 'low'} threat" in item
        assert all(helper.title.text in item for helper in card.helpers)
        assert ("own card" in item) == card.card.own
        assert ("nothing chosen" in item) == card.unanswered
        assert any(words in item for words in ("not everyone agrees", "speaks against")) == card.card.dissent


def test_styles_grow_no_roomier() -> None:
    assert all(before.most >= after.most and before.columns <= after.columns for before, after in pairwise(STYLES))
