"""The one-page summary: always one page, whatever is in it, and nothing in it that is not in the session."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import cache, partial
from io import BytesIO

import pytest
from pypdf import PdfReader

from innovate_tui.report.brief import Brief, brief
from innovate_tui.report.brief_page import CUTS, brief_pages
from innovate_tui.report.document import text_of
from innovate_tui.report.figures.shapes import Words
from innovate_tui.report.formats import written
from innovate_tui.report.markdown import to_markdown
from innovate_tui.report.pages import LEFT, WIDE, Page
from innovate_tui.report.plain import to_plain
from innovate_tui.workshop.checks import Action, Check, Checks, Lens, Verdict
from innovate_tui.workshop.diamond import Diamond, Standing
from innovate_tui.workshop.features import Kind
from innovate_tui.workshop.quadrants import Mitigation, Position, Quadrants
from innovate_tui.workshop.roadmap import Energy, RoadCard, Roadmap
from innovate_tui.workshop.session import Included, OwnFeature, PeopleShown, Person, Session
from innovate_tui.workshop.timeline import Month, timeframe
from tests.report.conftest import SESSIONS
from tests.report.sessions import DECK, full, session

SIXTY = "A title as long as a title can be so that it is sixty letters"[:60]
MOST = 284.0
"""The lowest baseline, in millimetres."""


def bursting(words: str = SIXTY) -> Session:
    """Every card with a title of sixty letters, everything said at length."""
    kinds = [Kind.ENABLER] * 12 + [Kind.INFLUENCE] * 12 + [Kind.NEXT_LEVEL] * 8
    own = {f"own-{n}": OwnFeature(f"own-{n}", f"{n:02} {words}"[:60], kind) for n, kind in enumerate(kinds)}
    ids = list(own)
    cards = [RoadCard(f"r-{n}", ids[n % 32], Month(2026, 3) + n % 14, energy=list(Energy)[n % 3]) for n in range(48)]
    boards = full().boards
    return session(
        title=words,
        group=words,
        place=words,
        workshop=words,
        own=own,
        people={f"p-{n}": Person(f"p-{n}", f"{words[:30]} {n}") for n in range(9)},
        actions={f"a-{n}": Action(f"a-{n}", f"{words} {words}", f"p-{n}", date(2026, 9, 28)) for n in range(9)},
        boards=replace(
            boards,
            diamond=Diamond({card: Standing(n, words, words) for n, card in enumerate(ids[:9], 1)}),
            quadrants=Quadrants(
                {card: Position(90 - n, 90 - n) for n, card in enumerate(ids[12:24])},
                {card: {helper: Mitigation("") for helper in ids[24:32]} for card in ids[12:24]},
            ),
            roadmap=Roadmap(timeframe(Month(2026, 3), 36), cards={card.id: card for card in cards}),
            checks=Checks({lens: Check(Verdict.UNKNOWN, f"{words} " * 9, words) for lens in Lens}),
        ),
    )


ALL: Mapping[str, Callable[[], Session]] = {**SESSIONS, "bursting": bursting, "unbroken": partial(bursting, "W" * 60)}


@cache
def told(name: str) -> Brief:
    """The page of a session, as values."""
    return brief(ALL[name](), DECK)


@cache
def page(name: str) -> Page:
    """The same as a page."""
    (only,) = brief_pages(told(name))
    return only


@pytest.fixture(params=list(ALL))
def name(request: pytest.FixtureRequest) -> str:
    """Each session in turn."""
    return str(request.param)


def lines(of: Page) -> list[tuple[float, float, Words]]:
    """Every line of words with its place."""
    return [
        (drawn.x + mark.x, drawn.y + mark.y, mark)
        for drawn in of.drawn
        for mark in drawn.marks
        if isinstance(mark, Words)
    ]


def test_it_is_one_page_and_nothing_lies_outside_of_it(name: str) -> None:
    from innovate_tui.report import lettering

    for x, y, words in lines(page(name)):
        wide = lettering.width(words.text, words.size, words.bold)
        left = x - {"left": 0.0, "centre": wide / 2, "right": wide}[words.anchor]
        assert left >= LEFT - 0.1
        assert left + wide <= LEFT + WIDE + 0.1, words.text
        assert 15 <= y <= MOST
        assert words.size >= 10


def test_no_words_lie_on_others(name: str) -> None:
    from innovate_tui.report import lettering

    boxes = []
    for x, y, words in lines(page(name)):
        if words.anchor == "left" and words.text.strip():
            wide = lettering.width(words.text, words.size, words.bold)
            boxes.append((x, y - lettering.capital(words.size), x + wide, y, words.text))
    for number, (left, top, right, foot, text) in enumerate(boxes):
        for left_2, top_2, right_2, foot_2, text_2 in boxes[number + 1 :]:
            apart = right <= left_2 or right_2 <= left or foot <= top_2 or foot_2 <= top
            assert apart, (text, text_2)


def test_the_pdf_has_one_page() -> None:
    for each in ("bursting", "overfull", "empty"):
        data = written(ALL[each](), DECK, "pdf", brief=True).data
        assert len(PdfReader(BytesIO(data)).pages) == 1
        assert written(ALL[each](), DECK, "pdf", brief=True).data == data


def test_an_overfull_page_is_cut_to_the_last_and_says_how_much_is_not_on_it() -> None:
    texts = [words.text for _, _, words in lines(page("bursting"))]
    assert texts.count("and 8 more") == 1  # influences
    assert texts.count("and 6 more") == 1  # actions
    assert CUTS[-1].lines == 1
    assert sum(text.endswith("…") for text in texts) > 5


def test_what_nobody_has_done_is_said() -> None:
    texts = [words.text for _, _, words in lines(page("empty"))]
    assert texts.count("Not done yet.") == 4
    assert {"Not answered yet.", "None written down yet."} <= set(texts)  # "not done" said of actions is another thing
    assert texts.count("not done yet") == 3
    plain = to_plain(told("empty").document)
    assert plain.count("Not done yet.") == 4
    assert "Not answered yet." in plain
    assert "None written down yet." in plain


def test_the_highest_and_the_lowest_three_stand_in_their_order() -> None:
    made = told("full")
    assert [each.place for each in made.top] == [1, 2, 3]
    assert [each.place for each in made.bottom] == [9, 8, 7]


def test_the_twelve_months_begin_with_the_session_or_with_a_plan_that_begins_later() -> None:
    card = RoadCard("r-1", "trust", Month(2027, 5), energy=Energy.LARGE)
    base = session(held=date(2026, 11, 12))

    def first(start: Month, months: int) -> str:
        road = Roadmap(timeframe(start, months), cards={"r-1": card})
        made = brief(replace(base, boards=replace(base.boards, roadmap=road)), DECK)
        assert len(made.months) == 4
        return made.months[0].words[0].text

    assert first(Month(2027, 4), 24) == "Apr–Jun 2027"
    assert first(Month(2026, 4), 24) == "Nov 2026–Jan 2027"
    assert first(Month(2024, 4), 12) == "Apr–Jun 2024"


def test_the_largest_energy_stands_first_and_a_card_once_in_three_months() -> None:
    cards = [
        RoadCard("a", "trust", Month(2026, 3), energy=Energy.SMALL),
        RoadCard("b", "team", Month(2026, 4), energy=Energy.MEDIUM),
        RoadCard("c", "trust", Month(2026, 5), energy=Energy.LARGE),
    ]
    base = session()
    road = Roadmap(timeframe(Month(2026, 3), 12), cards={card.id: card for card in cards})
    made = brief(replace(base, boards=replace(base.boards, roadmap=road)), DECK)
    assert [(card.title[0].text, card.energy) for card in made.months[0].cards] == [
        ("Trust and confidence", Energy.LARGE),
        ("A stable and capable team", Energy.MEDIUM),
    ]


def test_what_is_left_out_is_not_on_the_page_either() -> None:
    shy = replace(bursting(), included=Included(PeopleShown.NONE, dissent=False))
    made = brief(shy, DECK)
    assert not any(each.owner for each in made.actions)
    assert not any(each.dissent for each in made.top)
    assert "not everyone agrees" not in to_markdown(made.document)


def test_the_same_is_told_as_text_and_as_a_web_page() -> None:
    for to in ("md", "html", "txt"):
        said = written(ALL["year_plan"](), DECK, to, brief=True).data.decode()
        for words in ("Build on", "Work on", "Next twelve months", "Will it work?", "First actions", "Funding"):
            assert words in said


def test_a_group_whose_name_runs_backward_leaves_the_day_as_it_is() -> None:
    """The day beside it keeps its own direction: it would come out as "March 2026 12"."""
    now = replace(full(), group="عائلة")
    lines = [
        mark.text for drawn in brief_pages(brief(now, DECK))[0].drawn for mark in drawn.marks if isinstance(mark, Words)
    ]
    assert "Workshop summary · \u2068عائلة\u2069 · 12 March 2026" in lines


def test_a_long_headline_is_whole_where_there_is_room() -> None:
    own = {f"own-{n}": OwnFeature(f"own-{n}", f"{n} {SIXTY}"[:60], Kind.ENABLER) for n in range(3)}
    cards = {
        f"c-{n}": RoadCard(f"c-{n}", f"own-{n}", Month(2026, 4) + n // 2 * 6, energy=energy)
        for n, energy in enumerate((Energy.SMALL, Energy.SMALL, Energy.LARGE))
    }
    now = session(
        own=own, boards=replace(session().boards, roadmap=Roadmap(timeframe(Month(2026, 4), 12), cards=cards))
    )
    said = [text_of(each) for each in brief(now, DECK).headlines]
    lines = [
        mark.text for drawn in brief_pages(brief(now, DECK))[0].drawn for mark in drawn.marks if isinstance(mark, Words)
    ]
    assert any(" ".join(lines[at : at + 3]) == said[0] for at in range(len(lines))), said
