"""Pages: nothing outside the margins, nothing too small, nothing on top of anything else, nothing left behind."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest

from innovate_tui.report import lettering
from innovate_tui.report.document import (
    Cell,
    Column,
    DiamondPicture,
    Document,
    Figure,
    ItemList,
    Paragraph,
    Part,
    PictureCard,
    Run,
    Table,
)
from innovate_tui.report.figures import diamond
from innovate_tui.report.figures.legend import legend
from innovate_tui.report.figures.marks import LOOKS, sign
from innovate_tui.report.figures.shapes import Box, Colour, Disc, Mark, Shape, Stroke, Words
from innovate_tui.report.layout import lay_out
from innovate_tui.report.pages import (
    BOTTOM,
    FOOT,
    LEFT,
    LYING_BOTTOM,
    LYING_FOOT,
    LYING_LEFT,
    LYING_TOP,
    LYING_WIDE,
    PAGE_H,
    TOP,
    WIDE,
    Page,
    Role,
)
from innovate_tui.workshop.features import Judgement, Kind
from tests.report.conftest import document, laid_out

SIXTY = "Parents who already run groups and are trusted on the estate"


def placed_words(page: Page) -> Iterator[tuple[Words, float, float, float]]:
    """Every line of text on a page: itself, its left and right edge, its baseline."""
    for drawn in page.drawn:
        for mark in drawn.marks:
            if isinstance(mark, Words):
                wide = lettering.width(mark.text, mark.size, mark.bold)
                left = mark.x + drawn.x - {"left": 0.0, "centre": wide / 2, "right": wide}[mark.anchor]
                yield mark, left, left + wide, mark.y + drawn.y


def corners(mark: Mark) -> Iterator[tuple[float, float]]:
    """The outermost points of a mark that is no text."""
    match mark:
        case Box():
            yield from ((mark.x, mark.y), (mark.x + mark.w, mark.y + mark.h))
        case Disc():
            yield from ((mark.x - mark.r, mark.y - mark.r), (mark.x + mark.r, mark.y + mark.r))
        case Shape() | Stroke():
            yield from mark.points


def margins(page: Page) -> tuple[float, float, float, float, float]:
    """Left, right, top, bottom and foot of a page."""
    if page.lying:
        return LYING_LEFT, LYING_LEFT + LYING_WIDE, LYING_TOP, LYING_BOTTOM, LYING_FOOT
    return LEFT, LEFT + WIDE, TOP, BOTTOM, FOOT


def test_words_stand_inside_the_margins(every: str) -> None:
    for number, page in enumerate(laid_out(every), 1):
        first, last, top, bottom, foot = margins(page)
        for mark, left, right, base in placed_words(page):
            assert left >= first - 0.05, (number, mark)
            assert right <= last + 0.05, (number, mark)
            assert base - lettering.capital(mark.size, mark.bold) >= top - 0.05, (number, mark)
            assert base <= bottom or base == foot, (number, mark)
    assert FOOT < PAGE_H - 10


def test_marks_stand_inside_the_margins(every: str) -> None:
    for page in laid_out(every):
        first, last, top, bottom, _ = margins(page)
        for drawn in (*page.under, *page.drawn):
            for mark in drawn.marks:
                for x, y in corners(mark):
                    assert first - 0.3 <= x + drawn.x <= last + 0.3, mark
                    assert top - 1 <= y + drawn.y <= bottom + 1, mark


def test_running_text_has_twelve_points_and_nothing_has_less_than_ten(every: str) -> None:
    for page in laid_out(every):
        for mark, *_ in placed_words(page):
            assert mark.size >= 10
            assert mark.size >= 12 or mark.colour is Colour.QUIET or mark.bold or mark.size == 11
        for drawn in page.drawn:
            if drawn.element is not None and drawn.element.role is Role.CELL:
                assert any(mark.size >= 12 for mark in drawn.marks if isinstance(mark, Words)) or not drawn.marks


def test_no_line_of_text_lies_on_another(every: str) -> None:
    for page in laid_out(every):
        lines = list(placed_words(page))
        for number, (one, left, right, base) in enumerate(lines):
            for other, other_left, other_right, other_base in lines[number + 1 :]:
                beside = right <= other_left + 0.05 or other_right <= left + 0.05
                high = lettering.capital(max(one.size, other.size), True)
                assert beside or abs(base - other_base) >= high, (one, other)


def test_no_heading_is_left_at_the_foot_of_a_page(every: str) -> None:
    for page in laid_out(every)[1:]:
        told = [drawn for drawn in page.drawn if drawn.element is not None and drawn.marks]
        headings = [n for n, drawn in enumerate(told) if drawn.element and drawn.element.role is Role.HEADING]
        for number in headings:
            head = min(mark.y + told[number].y for mark in told[number].marks if isinstance(mark, Words))
            below = [
                mark.y + drawn.y
                for drawn in told[number + 1 :]
                for mark in drawn.marks
                if isinstance(mark, Words) and mark.y + drawn.y >= head - 0.05  # beside it or below
            ]
            assert below


def test_no_paragraph_leaves_one_line_alone() -> None:
    pages = laid_out("long_words")
    lines: dict[int, list[int]] = {}
    for number, page in enumerate(pages):
        for drawn in page.drawn:
            if drawn.element is not None and drawn.element.role is Role.PARAGRAPH:
                lines.setdefault(id(drawn.element), []).append(number)
    broken = [found for found in lines.values() if len(set(found)) > 1]
    assert len(broken) > 5
    for found in broken:
        assert min(found.count(number) for number in set(found)) >= 2


def test_what_the_others_say_stands_on_a_ground_of_its_own_on_every_page() -> None:
    quoted = 0
    for page in laid_out("long_words"):
        grounds = [mark for drawn in page.under for mark in drawn.marks if isinstance(mark, Box) and mark.w > 2]
        for drawn in page.drawn:
            parent = drawn.element.parent if drawn.element else None
            if parent is None or parent.role is not Role.QUOTE:
                continue
            quoted += 1
            for mark in drawn.marks:
                assert isinstance(mark, Words)
                top, foot = mark.y + drawn.y - lettering.capital(mark.size, mark.bold), mark.y + drawn.y
                assert [g for g in grounds if g.x < mark.x and g.y < top and foot < g.y + g.h], mark.text
    assert quoted > 20


def test_no_page_is_empty_and_none_holds_the_source_alone(every: str) -> None:
    for page in laid_out(every):
        sizes = [mark.size for mark, *_ in placed_words(page)]
        assert max(sizes) >= 14


def test_a_page_that_goes_on_says_what_it_continues() -> None:
    pages = laid_out("long_words")
    notes = [page for page in pages if any(mark.text == "Notes by card, continued" for mark, *_ in placed_words(page))]
    assert len(notes) > 5
    for page in notes[:5]:
        assert any("Trust" in mark.text and mark.bold and mark.size == 12 for mark, *_ in placed_words(page))


def test_a_table_repeats_its_header_and_breaks_no_row() -> None:
    column = Column((Run("Card"),)), Column((Run("What"),))
    rows = tuple((Cell((Run(f"Card {n}"),), Kind.ENABLER), Cell((Run(SIXTY * 2),))) for n in range(60))
    base = document("empty")
    made = Document(
        base.title, "en", base.created, base.cover, (Part((Run("T"),), (Table(column, rows),)),), base.source
    )
    pages = lay_out(made)
    assert len(pages) > 4
    for page in pages[1:]:
        words = [mark.text for mark, *_ in placed_words(page)]
        assert "Card" in words or "Card 59" not in words
        elements = {id(d.element.parent) for d in page.drawn if d.element and d.element.role is Role.CELL}
        for other in pages:
            if other is not page:
                assert not elements & {
                    id(d.element.parent) for d in other.drawn if d.element and d.element.role is Role.CELL
                }


def test_a_figure_stands_where_the_document_has_it_with_its_list_if_nothing_else_tells_it() -> None:
    base = document("full")
    figure = next(block for block in base.parts[1].blocks if isinstance(block, Figure))
    before, after = Paragraph((Run("Before it."),)), Paragraph((Run("After it."),))
    part = Part((Run("T"),), (before, replace(figure, told_below=False), after))
    texts = [mark.text for page in lay_out(replace(base, parts=(part,))) for mark, *_ in placed_words(page)]
    order = [texts.index(text) for text in ("Before it.", "Strongest", "After it.")]
    assert order == sorted(order)
    listed = [n for n, text in enumerate(texts) if text.startswith("Parents who run groups (")]
    assert len(listed) == 1
    assert order[1] < listed[0] < order[2]


def cards(title: str, kind: Kind = Kind.ENABLER) -> DiamondPicture:
    """Nine cards of one title."""
    card = PictureCard(Run(title), kind, Judgement.STRENGTH, own=True, dissent=True)
    return DiamondPicture(dict.fromkeys(range(1, 10), card))


@pytest.mark.parametrize("title", ["Trust", SIXTY, "W" * 60, "i " * 200])
def test_cards_do_not_touch_and_their_titles_stay_on_them(title: str) -> None:
    drawing = diamond.diamond(cards(title), 170, 198)
    faces = [mark for mark in drawing.marks if isinstance(mark, Box) and mark.fill is Colour.ENABLER_FACE]
    assert len(faces) == 9
    for number, one in enumerate(faces):
        for other in faces[number + 1 :]:
            apart_x = one.x + one.w + 3.9 <= other.x or other.x + other.w + 3.9 <= one.x
            apart_y = one.y + one.h + 5 <= other.y or other.y + other.h + 5 <= one.y
            assert apart_x or apart_y
    titles = [mark for mark in drawing.marks if isinstance(mark, Words) and mark.bold and 10 <= mark.size <= 16]
    for words in titles:
        if words.text in ("Strongest", "Weakest"):
            continue
        inside = [
            face
            for face in faces
            if face.x + 10 <= words.x
            and words.x + lettering.width(words.text, words.size, True) <= face.x + face.w + 0.01
            and face.y <= words.y - lettering.capital(words.size, True)
            and words.y <= face.y + face.h
        ]
        assert len(inside) == 1, words


def test_the_signs_are_those_of_the_screen() -> None:
    assert isinstance(sign(Kind.ENABLER, 0, 0, 1), Box)
    triangle = sign(Kind.INFLUENCE, 0, 0, 1)
    assert isinstance(triangle, Shape)
    assert len(triangle.points) == 3
    assert isinstance(sign(Kind.NEXT_LEVEL, 0, 0, 1), Disc)


def luminance(colour: Colour) -> float:
    """How bright a colour is, from 0 to 1."""
    parts = [part / 255 for part in colour.rgb]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Colour, other: Colour) -> float:
    """How well two colours stand out from each other."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_colours_stand_out_and_survive_grey_printing() -> None:
    assert contrast(Colour.INK, Colour.PAPER) >= 7
    assert contrast(Colour.QUIET, Colour.PAPER) >= 7
    assert contrast(Colour.INK, Colour.PANEL) >= 7
    assert contrast(Colour.RULE, Colour.PAPER) >= 3
    for look in LOOKS.values():
        assert contrast(look.on_band, look.band) >= 4.5
        assert contrast(Colour.INK, look.face) >= 7
    greys = sorted(
        sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), look.band.rgb, strict=True)) for look in LOOKS.values()
    )
    assert min(b - a for a, b in pairwise(greys)) >= 50


def test_the_key_explains_what_occurs_and_nothing_else() -> None:
    names = {Kind.ENABLER: "Enabler", Kind.INFLUENCE: "Influence"}
    plain = DiamondPicture({1: PictureCard(Run("Trust"), Kind.INFLUENCE)})
    texts = [mark.text for mark in legend(plain, names, 170).marks if isinstance(mark, Words)]
    assert texts == ["Influence"]
    texts = [mark.text for mark in legend(cards("Trust"), names, 170).marks if isinstance(mark, Words)]
    assert texts == ["Enabler", "a card the group added", "not everyone agrees"]
    assert legend(DiamondPicture({}), names, 170).h == 0


def test_a_list_among_paragraphs_goes_across_the_page_as_they_do_and_no_rule_cuts_it_off() -> None:
    words = tuple((Run(f"{number} " + "word " * 30),) for number in range(3))
    part = Part((Run("Words"),), (Paragraph(words[0]), ItemList(words[1:]), Paragraph(words[0])))
    (page,) = lay_out(replace(document("full"), parts=(part,)))[1:]
    placed = [(words.text, left) for words, left, _, _ in placed_words(page) if words.size > 11]
    bullet = next(left for text, left in placed if text.startswith("•"))
    assert bullet == pytest.approx(LEFT)
    body = [drawn for drawn in page.drawn if drawn.y < 150]  # above the source, which has a rule of its own
    assert not [mark for drawn in body for mark in drawn.marks if isinstance(mark, Stroke)]


@pytest.mark.parametrize("lines", range(20, 36))
def test_a_remark_at_the_head_of_a_part_stands_on_the_page_of_its_table(lines: int) -> None:
    text = Paragraph((Run("\n".join(f"line {number}" for number in range(lines))),))
    columns = (Column((Run("Step"),)), Column((Run("Takes"),)))
    rows = tuple((Cell((Run(f"row {number}"),)), Cell((Run("x"),))) for number in range(7))
    parts = (
        Part((Run("One"),), (text,)),
        Part((Run("Two"),), (Paragraph((Run("The remark."),)), Table(columns, rows))),
    )
    pages = lay_out(replace(document("full"), parts=parts))[1:]
    held = [{words.text for words, *_ in placed_words(page)} for page in pages]
    (remark,) = [number for number, page in enumerate(held) if "The remark." in page]
    assert {"Two", "Step", "row 0", "row 6"} <= held[remark]
