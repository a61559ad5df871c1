"""Wherever a page happens to end: reasons grow a line at a time, and every page must still make sense."""

import itertools
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest

from innovate_tui.report import layout, lettering
from innovate_tui.report.document import Document, Entry, ItemList, Paragraph, Part, Run, Section
from innovate_tui.report.figures.shapes import Stroke, Words
from innovate_tui.report.layout import SCRAP, lay_out
from innovate_tui.report.pages import BOTTOM, FOOT, LEFT, TEXT_X, TOP, Drawn, Page, Role
from innovate_tui.report.summary import summarise
from innovate_tui.workshop.diamond import Diamond, Standing
from innovate_tui.workshop.quadrants import Position
from innovate_tui.workshop.session import Boards, Parked
from tests.report.conftest import document, laid_out
from tests.report.grid_sessions import gridded
from tests.report.sessions import DECK, DISSENT, ORDER, full, session

SENTENCE = "The hubs are open when families can come. "


@cache
def growing(lines: int) -> tuple[Page, ...]:
    """The pages of a session whose nine reasons have about so many lines."""
    base = full()
    cards = {
        card: Standing(place, SENTENCE * (lines + place % 3), DISSENT["team"]) for place, card in enumerate(ORDER, 1)
    }
    return lay_out(summarise(replace(base, boards=Boards(Diamond(cards), reflections=base.boards.reflections)), DECK))


def lines_of(page: Page) -> Iterator[tuple[Drawn, Words, float]]:
    """Every line of text of a page with its baseline."""
    for drawn in page.drawn:
        for mark in drawn.marks:
            if isinstance(mark, Words):
                yield drawn, mark, mark.y + drawn.y


@pytest.mark.parametrize("lines", range(36))
def test_no_heading_stands_without_its_words(lines: int) -> None:
    for page in growing(lines)[1:]:
        told = [(drawn.element, base) for drawn, _, base in lines_of(page) if drawn.element is not None]
        headings = [base for element, base in told if element.role is Role.HEADING and element.level > 2]
        words = [base for element, base in told if element.role is not Role.HEADING]
        assert all(any(below >= base - 1 for below in words) for base in headings)


@pytest.mark.parametrize("lines", range(36))
def test_an_entry_that_goes_on_says_under_which_name(lines: int) -> None:
    for page in growing(lines)[2:]:
        texts = list(lines_of(page))
        if not any(mark.text == "Why they stand there, continued" for _, mark, _ in texts):
            continue
        label = min(
            ((base, mark.text) for _, mark, base in texts if mark.x == LEFT and mark.size == 14), default=(BOTTOM, "")
        )
        words = min(base for _, mark, base in texts if mark.x >= TEXT_X and mark.size < 26)
        assert label[0] <= words + 0.6, (lines, label)


@pytest.mark.parametrize("lines", range(36))
def test_the_last_page_holds_more_than_the_source(lines: int) -> None:
    sizes = [mark.size for _, mark, base in lines_of(growing(lines)[-1]) if base < FOOT]
    assert max(sizes) >= 14


@pytest.mark.parametrize("lines", range(0, 36, 5))
def test_paragraphs_leave_no_line_alone(lines: int) -> None:
    found: dict[int, list[int]] = {}
    for number, page in enumerate(growing(lines)):
        for drawn, _, _ in lines_of(page):
            if drawn.element is not None and drawn.element.role is Role.PARAGRAPH:
                found.setdefault(id(drawn.element), []).append(number)
    for pages in found.values():
        assert len(set(pages)) == 1 or min(pages.count(number) for number in set(pages)) >= 2


def strikes(page: Page) -> list[str]:
    """The lines of text through which a level line goes, or that it touches."""
    rules = [
        (mark.points[0][0] + drawn.x, mark.points[1][0] + drawn.x, mark.points[0][1] + drawn.y)
        for drawn in page.drawn
        for mark in drawn.marks
        if isinstance(mark, Stroke) and not mark.dash and len({y for _, y in mark.points}) == 1
    ]
    struck = []
    for drawn, mark, base in lines_of(page):
        top = base - lettering.capital(mark.size, mark.bold) - 0.5
        foot = base + mark.size * lettering.MM * 0.24
        left = mark.x + drawn.x
        struck += [mark.text for x1, x2, y in rules if top < y < foot and x1 <= left <= x2]
    return struck


def test_no_line_goes_through_words(every: str) -> None:
    assert [struck for page in laid_out(every) for struck in strikes(page)] == []


def with_parts(*parts: Part) -> Document:
    """A document of these parts."""
    return replace(document("empty"), parts=parts)


def text(words: str) -> tuple[Run, ...]:
    """One text."""
    return (Run(words),)


@pytest.mark.parametrize("long", range(1, 9))
def test_a_long_label_beside_few_words_pushes_down_what_follows(long: int) -> None:
    label = text("a label of some words " * long)
    entries = tuple(Entry(text(f"Entry {n}"), (Paragraph(text("Few words.")),), label=label) for n in range(20))
    sections = tuple(Section(label, (ItemList((text("One item."),)),)) for _ in range(20))
    for page in lay_out(with_parts(Part(text("Entries"), entries), Part(text("Sections"), sections))):
        assert strikes(page) == []
        in_column = sorted(base for _, mark, base in lines_of(page) if mark.x == LEFT and base < BOTTOM)
        assert all(after - before > 3 for before, after in itertools.pairwise(in_column))


@pytest.mark.parametrize("lines", range(28, 48))
def test_a_label_that_hangs_lower_than_the_rest_of_its_entry_is_not_run_over(lines: int) -> None:
    title = text("A question that is long enough to fill the whole of the label column when it goes on")
    entries = (
        Entry(title, (Paragraph(text(SENTENCE * lines * 2)),)),
        Entry(text("Next"), (), label=text("The next one")),
    )
    for page in lay_out(with_parts(Part(text("Entries"), entries))):
        in_column = sorted(base for _, mark, base in lines_of(page) if mark.x == LEFT and base < BOTTOM)
        assert all(after - before > 3 for before, after in itertools.pairwise(in_column))
        assert strikes(page) == []


@pytest.mark.parametrize("lines", range(0, 40, 3))
def test_the_meaning_of_a_quadrant_stands_on_the_page_of_its_first_influence(lines: int) -> None:
    cards = {
        "media": Position(80, 80, "It does. " * 12 * lines),
        "funding": Position(80, 20, "Cuts."),
        "culture": Position(2, 80, "Yes."),
    }
    titles = {"Matters here; little": "Funding", "Matters little here, but": "Social work culture and practice"}
    for page in lay_out(summarise(gridded(cards, {}), DECK))[2:]:
        texts = [mark.text for _, mark, _ in lines_of(page)]
        for meaning, title in titles.items():
            assert any(each.startswith(meaning) for each in texts) == (title in texts)


@pytest.mark.parametrize("rows", range(1, 30))
def test_the_source_never_stands_alone_under_a_list_of_any_length(rows: int) -> None:
    for two_lines in range(6):
        parked = {f"n-{n}": Parked(f"n-{n}", "A thought. " * (12 if n < two_lines else 1)) for n in range(rows)}
        for page in lay_out(summarise(session(parked=parked), DECK)):
            lines = [(base, mark.text) for _, mark, base in lines_of(page)]
            assert "Source" not in [each for _, each in lines] or len(lines) > 6
            assert max(base for base, _ in lines if base < FOOT) <= BOTTOM


def two_parts(sentences: int, *, opens: bool) -> list[float]:
    """How far down each page of a part of three sections goes, where another one follows."""

    def text(words: str) -> tuple[Run, ...]:
        return (Run(words, "en-GB"),)

    entry = Entry(text("A card"), (Paragraph(text(SENTENCE * sentences)),))
    sections = tuple(Section(text(f"Section {number}"), (entry,) * 3) for number in range(3))
    following = Part(text("Another"), (Paragraph(text(SENTENCE)),), opens_page=opens)
    pages = lay_out(replace(document("full"), parts=(Part(text("Reasons"), sections), following)))[1:]
    deep = []
    for page in pages:
        if any(mark.text == "Another" for _, mark, _ in lines_of(page)):
            break
        deep.append(max(base for _, _, base in lines_of(page) if base <= BOTTOM) - TOP)
    return deep


def test_a_part_that_nothing_follows_on_its_page_leaves_no_scrap_there(monkeypatch: pytest.MonkeyPatch) -> None:
    def scraps() -> list[int]:
        deep = {sentences: two_parts(sentences, opens=True) for sentences in range(1, 9)}
        return [sentences for sentences, pages in deep.items() if len(pages) > 1 and pages[-1] < SCRAP]

    assert scraps() == []
    monkeypatch.setattr(layout, "FULL_ENOUGH", BOTTOM)  # no page is ever so full
    assert scraps() != []


def test_where_another_part_follows_on_its_page_a_scrap_may_stand_there() -> None:
    assert two_parts(3, opens=False)[0] > two_parts(3, opens=True)[0]


@pytest.mark.parametrize("many", [(9, 9, 9), (6, 6, 6), (8, 8)])
@pytest.mark.parametrize("sentences", range(1, 30))
def test_a_title_that_shares_a_page_keeps_its_first_words(sentences: int, many: tuple[int, ...]) -> None:
    def part(title: str, *many: int, opens: bool = False) -> Part:
        told = (Entry((Run("A card"),), (Paragraph((Run(SENTENCE * each),)),)) for each in many)
        return Part((Run(title),), tuple(Section((Run("Section"),), (entry,)) for entry in told), opens_page=opens)

    parts = (part("One", sentences, sentences), part("Reasons", *many), part("Another", 1, opens=True))
    for page in lay_out(replace(document("full"), parts=parts))[1:]:
        told = list(lines_of(page))
        for base in (base for _, mark, base in told if mark.text == "Reasons"):
            assert any(base < below <= BOTTOM for _, _, below in told)


def test_a_long_title_that_goes_on_is_cut_and_still_says_that_it_goes_on() -> None:
    name = "Since 12 March 2026 at 10:05, “Before lunch, long before anybody had seen the others’ boards”"
    told = Section((Run(name),), (ItemList(((Run("The hubs are open."),),) * 90),))
    base = document("full")
    pages = lay_out(replace(base, parts=(Part((Run("What has changed"),), (told,)),)))
    again = [[mark.text for _, mark, _ in lines_of(page) if mark.x == LEFT] for page in pages[2:]]
    assert again
    for lines in again:
        assert any(line.endswith("continued") for line in lines[1:]), lines
        assert any("…," in line for line in lines), lines
