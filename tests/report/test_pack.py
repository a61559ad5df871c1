"""The pack to print (D10–D15, Q13–Q19, R11–R19): everything is there, fits on the paper, and fits the boards."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from innovate_tui.report import lettering
from innovate_tui.report.document import ItemList, Run, Section, Table, text_of
from innovate_tui.report.figures.shapes import Box, Disc, Mark, Shape, Stroke, Words, scaled
from innovate_tui.report.layout import lay_out
from innovate_tui.report.pack_faces import LARGE, MEDIUM, SMALL, CardSize, Face, back, front
from innovate_tui.report.pack_parts import Pack, pack
from innovate_tui.report.pack_sheets import GRID_H, GRID_W, LARGER, Paper, places
from innovate_tui.report.pages import PAGE_H, PAGE_W, Page
from innovate_tui.report.pdf import to_pdf
from innovate_tui.storage.deck_files import open_content
from innovate_tui.storage.locations import content_folder
from innovate_tui.workshop.deck import Deck, Tool
from innovate_tui.workshop.features import Kind
from tests import decks
from tests.test_command_line import FRENCH

REAL = open_content(content_folder()).deck()
MADE = datetime(2026, 3, 12, 9, 31, tzinfo=UTC)
TOOLS = ("diamond", "quadrants", "roadmap")
KINDS = {
    "diamond": [Kind.ENABLER],
    "quadrants": [Kind.INFLUENCE, Kind.NEXT_LEVEL],
    "roadmap": [Kind.ENABLER, Kind.INFLUENCE, Kind.NEXT_LEVEL],
}
EDGE = 9.5
"""The least distance from the edge of the paper, in millimetres: a little less than the margin, for marks to cut by."""


def with_tools(deck: Deck) -> Deck:
    """A deck with tools of all three names."""
    return replace(deck, tools={name: deck.tools.get(name) or Tool(name, name.capitalize(), "") for name in TOOLS})


DECKS = {
    "innovate": REAL,
    "french": open_content(Path(FRENCH)).deck(),
    "seven": with_tools(decks.deck(7, 3, 1)),
    "twelve": with_tools(decks.deck(12, 9, 9, titles={"enabler-10": "Bundesvertretungsverantwortliche " * 4})),
    "none": with_tools(decks.deck(0, 0, 0)),
}


@cache
def made(deck: str, tool: str, paper: Paper = Paper.A4, groups: int = 1) -> Pack:
    """The pack of a tool."""
    return pack(DECKS[deck], DECKS[deck].tools[tool], paper, MADE, groups=groups)


def sheets(of: Pack, name: str) -> list[Page]:
    """The sheets of that name."""
    found, taken = [], False
    for sheet in of.sheets:
        if sheet.title:
            taken = text_of(sheet.title) == name
        if taken:
            found.append(sheet.page)
    return found


def marks(page: Page) -> Iterator[Mark]:
    """Everything that is drawn on a page."""
    for drawn in page.drawn:
        assert (drawn.x, drawn.y) == (0, 0)
        yield from drawn.marks


def reach(mark: Mark) -> tuple[float, float, float, float]:
    """How far a mark reaches: left, top, right, bottom."""
    if isinstance(mark, Words):
        wide = lettering.width(mark.text, mark.size, mark.bold)
        left = mark.x - {"left": 0.0, "centre": wide / 2, "right": wide}[mark.anchor]
        return left, mark.y - lettering.capital(mark.size, mark.bold), left + wide, mark.y
    if isinstance(mark, Box):
        return mark.x, mark.y, mark.x + mark.w, mark.y + mark.h
    if isinstance(mark, Disc):
        return mark.x - mark.r, mark.y - mark.r, mark.x + mark.r, mark.y + mark.r
    xs, ys = zip(*mark.points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


CUT_TICK = 2.4
"""How far the marks to cut by stand out from a card."""


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("tool", TOOLS)
@pytest.mark.parametrize("deck", DECKS)
def test_nothing_stands_closer_to_the_edge_than_a_printer_can_print(deck: str, tool: str, paper: Paper) -> None:
    by = LARGER if paper is Paper.A3 else 1.0
    for sheet in made(deck, tool, paper).sheets:
        wide, high = (PAGE_H, PAGE_W) if sheet.page.lying else (PAGE_W, PAGE_H)
        for mark in marks(sheet.page):
            left, top, right, bottom = reach(mark)
            least = EDGE if isinstance(mark, Words | Box) else EDGE - CUT_TICK
            assert left >= least * by, mark
            assert top >= least * by, mark
            assert right <= (wide - least) * by, mark
            assert bottom <= (high - least) * by, mark


@pytest.mark.parametrize("tool", TOOLS)
@pytest.mark.parametrize("deck", DECKS)
def test_every_card_is_there_once_a_set_with_its_letter_and_blank_ones_of_each_kind(deck: str, tool: str) -> None:
    found: list[str] = []
    titles = " ".join(
        words.text for page in sheets(made(deck, tool), "Cards") for words in marks(page) if isinstance(words, Words)
    )
    for page in sheets(made(deck, tool), "Cards"):
        for drawn in page.drawn[1:]:
            first = next((mark for mark in drawn.marks if isinstance(mark, Words) and mark.bold), None)
            if drawn.element and drawn.element.role == "P" and first:
                found.append(first.text)
    cards = [feature for kind in KINDS[tool] for feature in DECKS[deck].of_kind(kind)]
    times = 3 if tool == "roadmap" else 1
    letters = [feature.letter for feature in cards if feature.letter]
    assert [letter for letter in found if letter in letters] == [letter for letter in letters for _ in range(times)]
    for feature in cards:
        assert feature.title[:8] in titles
    blanks = [
        drawn.element.alternative
        for page in sheets(made(deck, tool), "Cards")
        for drawn in page.drawn
        if drawn.element and drawn.element.role == "Figure"
    ]
    assert set(blanks) == {DECKS[deck].kinds[kind].name for kind in KINDS[tool]}


@pytest.mark.parametrize("size", [LARGE, MEDIUM, SMALL])
@pytest.mark.parametrize("title", ["Trust", "W", "Coproduction with families " * 5, "Donaudampfschifffahrt " * 9])
@pytest.mark.parametrize("kind", list(Kind))
def test_no_word_of_a_card_leaves_it_or_stands_on_another(kind: Kind, title: str, size: CardSize) -> None:
    face = Face(kind, (Run("Next level facilitator of whatever there is"),), "W", (Run(title),), (Run(title * 4),))
    blank = Face(kind, (Run("Local system enabler"),))
    for drawn in (front(face, 0, 0, size), back(face, 0, 0, size), front(blank, 0, 0, size), back(blank, 0, 0, size)):
        boxes = [reach(mark) for mark in drawn if isinstance(mark, Words)]
        for left, top, right, bottom in boxes:
            assert 1 < left < right <= size.w - 1
            assert 1 < top < bottom <= size.h - 1
        for number, (left, top, right, bottom) in enumerate(boxes):
            for other in boxes[:number]:
                apart = other[2] <= left or right <= other[0] or other[3] <= top or bottom <= other[1]
                assert apart


def test_a_kind_is_told_without_any_colour() -> None:
    edges = {}
    for kind in Kind:
        drawn = front(Face(kind, (Run(str(kind)),), "A", (Run("Trust"),)), 0, 0, LARGE)
        assert str(kind) in [mark.text for mark in drawn if isinstance(mark, Words)]
        on_edge = [mark for mark in drawn if reach(mark)[2] < LARGE.w * 0.15 and not isinstance(mark, Words)]
        edges[kind] = Counter(type(mark).__name__ for mark in on_edge)
    assert edges[Kind.ENABLER]["Disc"] == edges[Kind.INFLUENCE]["Disc"] == 0  # the sign, and below it the pattern
    assert edges[Kind.INFLUENCE]["Shape"] == 1
    assert edges[Kind.INFLUENCE]["Stroke"] > 5 + edges[Kind.ENABLER]["Stroke"]
    assert edges[Kind.NEXT_LEVEL]["Disc"] > 5


def test_a_title_that_has_no_room_on_a_card_gives_way_to_its_short_name() -> None:
    face = Face(Kind.ENABLER, (), "A", (Run("Strategies for this and that, and for whatever else there is"),))
    words = [mark.text for mark in front(face, 0, 0, SMALL) if isinstance(mark, Words)]
    assert words[-1].endswith("…")
    shorter = [
        mark.text for mark in front(face._replace(short=(Run("Sharing risk"),)), 0, 0, SMALL) if isinstance(mark, Words)
    ]
    assert " ".join(shorter[-2:]) == "Sharing risk"


def test_what_is_made_larger_is_larger_in_every_measure() -> None:
    assert scaled(Words(1, 2, "A", 10), 2) == Words(2, 4, "A", 20)
    assert scaled(Box(1, 2, 3, 4, weight=0.5, radius=1), 2) == Box(2, 4, 6, 8, weight=1, radius=2)
    assert scaled(Disc(1, 2, 3, weight=0.5), 2) == Disc(2, 4, 6, weight=1)
    assert scaled(Stroke(((1, 2), (3, 4)), weight=0.5, dash=(1, 2)), 2) == Stroke(
        ((2, 4), (6, 8)), weight=1, dash=(2, 4)
    )
    assert scaled(Shape(((1, 2), (3, 4)), weight=0.5), 2) == Shape(((2, 4), (6, 8)), weight=1)


def test_the_contents_name_the_kinds_and_the_sheets_with_their_pages_and_no_single_card() -> None:
    of = made("innovate", "quadrants")
    told = PdfReader(BytesIO(to_pdf(of.document, of.sheets).data)).pages[0].extract_text().partition("Inside")[2]
    assert [line.strip() for line in told.splitlines()] == [
        "What to print 2",
        "Summaries: Wider system influences 3",
        "Summaries: Next level facilitators 8",
        "Board 14",
        "Cards 15",
    ]


def test_the_places_of_the_diamond_take_its_cards_and_do_not_touch() -> None:
    boxes = places()
    assert tuple(boxes) == tuple(range(1, 10))
    for box in boxes.values():
        assert LARGE.w < box.w < LARGE.w + 3
        assert LARGE.h < box.h < LARGE.h + 3
    for place, box in boxes.items():
        for other, there in boxes.items():
            if other != place:
                across = box.x + box.w <= there.x or there.x + there.w <= box.x
                down = box.y + box.h <= there.y or there.y + there.h <= box.y
                assert across or down


def test_a_quadrant_takes_four_of_its_cards_under_its_name() -> None:
    assert 2 * MEDIUM.w <= (GRID_W - 17) / 2
    assert 2 * MEDIUM.h <= (GRID_H - 8) / 2 - 12


def test_the_three_sizes_of_a_roadmap_card_differ_as_seen() -> None:
    areas = [size.w * size.h for size in (SMALL, MEDIUM, LARGE)]
    assert areas[1] > 1.4 * areas[0]
    assert areas[2] > 1.4 * areas[1]


@pytest.mark.parametrize("tool", TOOLS)
def test_the_a3_pack_is_the_a4_pack_made_larger_but_what_is_read_stays_on_a4(tool: str) -> None:
    small, large = made("innovate", tool), made("innovate", tool, Paper.A3)
    for one, other in zip(small.sheets, large.sheets, strict=True):
        assert (one.page.paper, other.page.paper) == ("A4", "A3")
        assert [scaled(mark, LARGER) for mark in marks(one.page)] == list(marks(other.page))
    pages = PdfReader(BytesIO(to_pdf(large.document, large.sheets).data)).pages
    sizes = [sorted(round(float(side) * lettering.MM) for side in page.mediabox[2:]) for page in pages]
    behind = len(large.sheets)
    assert set(map(tuple, sizes[:-behind])) == {(210, 297)}
    assert set(map(tuple, sizes[-behind:])) == {(297, 420)}


@pytest.mark.parametrize("tool", TOOLS)
@pytest.mark.parametrize("deck", DECKS)
def test_the_list_of_what_to_print_names_the_pages_on_which_it_is(deck: str, tool: str) -> None:
    of = made(deck, tool, Paper.A3)
    table = of.document.parts[0].blocks[0]
    assert isinstance(table, Table)
    pages = lay_out(of.document, of.sheets)
    named: list[int] = []
    for what, where, paper, _ in table.rows:
        first, _, last = text_of(where.runs).partition(" to ")
        numbers = range(int(first), int(last or first) + 1)
        named += numbers
        assert {pages[number - 1].paper for number in numbers} == {text_of(paper.runs)}
        assert any(mark.level == 0 for mark in pages[numbers[0] - 1].bookmarks), text_of(what.runs)
    assert named == list(range(named[0], len(pages) + 1))
    assert named[0] == 3  # the cover and the list itself are for whoever prints


def test_for_several_groups_it_is_said_how_many_copies_of_each() -> None:
    one, four = (made("innovate", "roadmap", groups=count).document.parts[0].blocks[0] for count in (1, 4))
    assert isinstance(one, Table)
    assert isinstance(four, Table)
    assert [text_of(row[3].runs) for row in one.rows][-2:] == ["1 for each group", "2 for each group"]
    assert [text_of(row[3].runs) for row in four.rows][-2:] == [
        "1 for each group, 4 in all",
        "2 for each group, 8 in all",
    ]
    with pytest.raises(ValueError, match="one group"):
        pack(REAL, REAL.tools["diamond"], Paper.A4, MADE, groups=0)


@pytest.mark.parametrize("tool", TOOLS)
def test_the_summaries_are_all_there_each_on_pages_of_its_own(tool: str) -> None:
    of = made("innovate", tool)
    data = to_pdf(of.document, of.sheets).data
    pages = [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(data)).pages]
    for feature in (feature for kind in KINDS[tool] for feature in REAL.of_kind(kind)):
        first = next(n for n, page in enumerate(pages) if page.startswith(f"{feature.letter} · {feature.title}"))
        both = " ".join(pages[first : first + 2])
        for said in (feature.takeaway, feature.question, *feature.summary.replace("- ", "").split("\n\n")[:1]):
            assert " ".join(said.split()) in both
    assert any(page.startswith("The stages of innovation") for page in pages) is (tool == "roadmap")


def test_the_same_pack_gives_the_same_bytes() -> None:
    again = pack(REAL, REAL.tools["diamond"], Paper.A3, MADE)
    first = made("innovate", "diamond", Paper.A3)
    assert to_pdf(first.document, first.sheets).data == to_pdf(again.document, again.sheets).data


def test_letters_for_own_cards_are_those_that_the_deck_leaves_free() -> None:
    def said(deck: str) -> str:
        return told_of(made(deck, "diamond"))

    def told_of(pack: Pack) -> str:
        section = pack.document.parts[0].blocks[2]
        assert isinstance(section, Section)
        (told,) = section.blocks
        assert isinstance(told, ItemList)
        return " ".join(map(text_of, told.items))

    assert "take the letters U to Z" in said("innovate")
    assert "take the letters" not in said("twelve")
    features = tuple(each._replace(letter="Z" if each.letter == "D" else each.letter) for each in REAL.features)
    gap = pack(replace(REAL, features=features), REAL.tools["diamond"], Paper.A4, MADE)
    assert "take the letters D, U, V, W, X and Y" in told_of(gap)


def test_words_of_a_deck_are_never_taken_for_our_own_placeholders() -> None:
    deck = DECKS["seven"]
    odd = {kind: words._replace(name="{kind} {0} {made}") for kind, words in deck.kinds.items()}
    of = pack(replace(deck, kinds=odd), deck.tools["diamond"], Paper.A4, MADE)
    assert "{kind} {0} {made} (square, plain edge)" in " ".join(
        text_of(item)
        for block in of.document.parts[0].blocks
        if isinstance(block, Section)
        for told in block.blocks
        if isinstance(told, ItemList)
        for item in told.items
    )
