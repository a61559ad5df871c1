"""What a reader would stumble over: names that run together, rows without their period, titles cut alike."""

from dataclasses import replace
from functools import partial
from itertools import pairwise

import pytest

from innovate_tui.report import lettering, likeness, phrases
from innovate_tui.report.brief import brief
from innovate_tui.report.brief_page import brief_pages
from innovate_tui.report.card_texts import CARDS_IN_FULL
from innovate_tui.report.document import Cell, Column, Entry, ItemList, Paragraph, Part, Run, Table, text_of
from innovate_tui.report.figures.roadmap import RING, sheets
from innovate_tui.report.figures.shapes import Disc, Words
from innovate_tui.report.layout import lay_out
from innovate_tui.report.order import in_sight
from innovate_tui.report.pages import Element, Page, Role
from innovate_tui.report.plain import to_plain
from innovate_tui.report.road_phrases import ACTIONS, BY_PERIOD
from innovate_tui.report.roadmap_parts import RoadmapParts
from innovate_tui.report.scripts import APART, TOGETHER
from innovate_tui.report.strips import continued, said
from innovate_tui.report.summary import summarise
from innovate_tui.report.tables import table_stack
from innovate_tui.report.voices import separators
from innovate_tui.storage.deck_files import open_content
from innovate_tui.workshop.checks import Action, Check, Checks, Lens, Verdict
from innovate_tui.workshop.diamond import Diamond, Standing
from innovate_tui.workshop.features import Kind
from innovate_tui.workshop.quadrants import Position
from innovate_tui.workshop.roadmap import Energy, RoadCard
from innovate_tui.workshop.session import Boards, Included, OwnFeature, PeopleShown
from tests.report.conftest import SESSIONS, document, laid_out
from tests.report.documents import CONTENT
from tests.report.grid_sessions import gridded
from tests.report.road_sessions import APRIL, planned, road
from tests.report.sessions import DECK, MORNING, TITLES, full, session

NIGHT = "رات کا فون"


def words_on(page: Page) -> list[Words]:
    """Its words from the top down."""
    marks = [m._replace(y=m.y + d.y) for d in page.drawn for m in d.marks if isinstance(m, Words)]
    return sorted(marks, key=lambda mark: (round(mark.y, 1), mark.x))


# Names in a sentence


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (["Media"], "Media"),
        (["Media", "Funding"], "Media and Funding"),
        (["Media", "Funding", "Law"], "Media, Funding and Law"),
        (["Trust and confidence", "Media"], "Trust and confidence, and Media"),
        (["Trust and confidence", "Media", "Law"], "Trust and confidence, Media, and Law"),
        (["A clear, shared vision", "Media"], "A clear, shared vision, and Media"),
        (["A clear, shared vision", "Media", "Law"], "A clear, shared vision; Media; and Law"),
    ],
)
def test_where_a_name_ends_in_a_row_of_names_can_be_heard(names: list[str], told: str) -> None:
    between, before_last = separators(names)
    *most, last = names
    assert (before_last.join((between.join(most), last)) if most else last) == told


def test_rows_of_names_in_the_story_of_a_roadmap_are_told_in_the_same_way() -> None:
    cards = [RoadCard(f"c-{n}", key, APRIL, energy=Energy.LARGE) for n, key in enumerate(("trust", "vision", "media"))]
    again = [RoadCard("c-9", "trust", APRIL + 1), RoadCard("c-8", "team", APRIL + 1)]
    part = RoadmapParts(planned(road(*cards, *again)), DECK).story()
    assert part is not None
    told = " ".join(text_of(each.runs) for section in part.blocks for each in section.blocks)  # type: ignore[union-attr]
    assert "Much energy goes to Trust and confidence; A compelling, shared vision; and Media." in told
    assert "Some goes to Trust and confidence again, and A stable and capable team." in told


# Tables


def test_rows_that_go_on_over_a_page_stand_under_their_period() -> None:
    seen = 0
    for name in ("many_cards", "crowded_month"):
        for page in laid_out(name):
            texts = [mark.text for mark in words_on(page)]
            if texts and texts[0] == continued(BY_PERIOD) and texts[1] == "Card":
                seen += 1
                at = texts.index("Why") + 1 if "Why" in texts else texts.index("Energy") + 1
                assert " 20" in texts[at], texts[:8]
    assert seen > 3


def test_a_period_that_goes_on_says_so() -> None:
    texts = [mark.text for page in laid_out("crowded_month") for mark in words_on(page)]
    assert "April 2026, continued" in texts or "April to June 2026, continued" in texts


def test_a_title_that_asks_goes_on_in_brackets() -> None:
    assert continued("Roadmap") == "Roadmap, continued"
    assert continued("Will the plan work?") == "Will the plan work? (continued)"


def test_where_no_card_says_why_there_is_no_column_for_it() -> None:
    for made, columns in ((SESSIONS["many_cards"](), 2), (SESSIONS["year_plan"](), 3)):
        boards = replace(made.boards, roadmap=made.boards.roadmap._replace(links={}))
        parts = summarise(replace(made, boards=boards), DECK).parts
        table = next(part for part in parts if text_of(part.title) == BY_PERIOD).blocks[0]
        assert isinstance(table, Table)
        assert len(table.columns) == columns
        assert {len(row) for row in table.rows} == {1, columns}


def test_a_day_stands_on_one_line_of_the_actions() -> None:
    part = next(part for part in document("year_plan").parts if text_of(part.title) == ACTIONS)
    table = part.blocks[0]
    assert isinstance(table, Table)
    late = Cell((Run("27 September 2026"),))
    stack = table_stack(replace(table, rows=((*table.rows[0][:-1], late),)), Element(Role.PART), {})
    assert "27 September 2026" in [
        m.text for strip in stack.strips for d in strip.drawn for m in d.marks if isinstance(m, Words)
    ]


def test_a_text_of_a_card_names_its_source_once_and_above() -> None:
    deck = open_content(CONTENT).deck()
    parts = summarise(replace(full(), included=Included(cards=True)), deck).parts
    part = next(part for part in parts if text_of(part.title) == CARDS_IN_FULL)
    for entry in part.blocks:
        assert isinstance(entry, Entry)
        source = deck.kinds[Kind.ENABLER].summaries
        assert str(entry).count(source) == 1
        assert source in str(entry.blocks[0])


# Names that begin alike

FIRST, SECOND = (f"The wait for mental health help after a {which}" for which in ("first referral", "second one"))


def test_names_that_begin_alike_show_what_they_differ_in() -> None:
    shared = likeness.alike([FIRST, SECOND, FIRST, "The wall", "Media"])
    assert shared == {FIRST: 8, SECOND: 8}
    lines = partial(lettering.cut, wide=34, most=2, size=12, bold=True)
    told = [" ".join(lines(likeness.told(title, shared[title], lines))) for title in (FIRST, SECOND)]
    assert told[0] != told[1]
    assert all(each.startswith("The wait") for each in told)
    assert "first" in told[0]
    assert "second" in told[1]


def test_a_name_that_has_room_stays_whole_and_so_does_one_that_is_like_no_other() -> None:
    whole = partial(lettering.cut, wide=400, most=1, size=12, bold=True)
    assert likeness.told(FIRST, 8, whole) == FIRST
    assert likeness.told(FIRST, 0, partial(lettering.cut, wide=20, most=1, size=12, bold=True)) == FIRST
    assert likeness.alike([FIRST, FIRST]) == {}


def test_two_cards_of_a_roadmap_that_begin_alike_do_not_look_the_same() -> None:
    own = {f"own-{n}": OwnFeature(f"own-{n}", title, Kind.INFLUENCE) for n, title in enumerate((FIRST, SECOND))}
    cards = [RoadCard(f"c-{n}", f"own-{n}", APRIL + 4 * n, energy=Energy.SMALL) for n in range(2)]
    made = planned(road(*cards), own=own)
    (drawing,) = sheets(RoadmapParts(made, DECK).picture, 269, 150)
    bold = [mark for mark in drawing.marks if isinstance(mark, Words) and mark.bold and "2026" not in mark.text]
    shown = [" ".join(mark.text for mark in bold if (mark.x < 80) is left) for left in (True, False)]
    assert "first" in shown[0]
    assert "second" in shown[1]


def test_a_ring_with_a_letter_lies_on_no_title() -> None:
    picture = RoadmapParts(SESSIONS["many_cards"](), DECK).picture
    for drawing in sheets(picture, 269, 150):
        rings = [mark for mark in drawing.marks if isinstance(mark, Disc) and mark.r == RING]
        titles = [m for m in drawing.marks if isinstance(m, Words) and m.bold and m.anchor == "left"]
        for ring in rings:
            for title in titles:
                beside = title.x - RING < ring.x < title.x + lettering.width(title.text, title.size, True) + RING
                top = title.y - lettering.capital(title.size, True)
                assert not (beside and top < ring.y + RING + 0.8 and ring.y - RING < title.y), title.text


# Lines that run the other way


def test_a_name_that_runs_backward_does_not_turn_the_sentence_it_stands_in() -> None:
    sentence = said((Run("Much energy goes to "), Run(NIGHT), Run(". "), Run(NIGHT), Run(" will go on.")))
    begun = said((Run(NIGHT), Run(" is large then.")))
    assert not lettering.right_to_left(sentence)
    assert not lettering.right_to_left(begun)
    assert lettering.right_to_left(said((Run(f"{NIGHT} in May"),)))
    seen = [part for _, part, _ in in_sight(begun, False, "left")]
    assert seen[-1].endswith("is large then.")


def test_a_name_set_apart_is_set_apart_on_every_line_it_goes_over() -> None:
    over = 0
    for wide in range(12, 60, 2):
        lines = lettering.lines(f"Much energy goes to {APART}{NIGHT}{TOGETHER} again", wide, 12)
        assert all(line.count(APART) == line.count(TOGETHER) for line in lines)
        over += sum(APART in line for line in lines) > 1
    assert over
    assert lettering.width(f"{APART}a{TOGETHER}", 12) == lettering.width("a", 12)


@pytest.mark.parametrize("wide", range(20, 60, 3))
def test_no_line_begins_with_a_sign_that_closes(wide: int) -> None:
    lines = lettering.lines("家庭信任我们，但是晚上没有人接电话。家庭信任我们。", wide, 12)
    assert "".join(lines).replace(" ", "") == "家庭信任我们，但是晚上没有人接电话。家庭信任我们。"
    assert not [line for line in lines if line[0] in lettering.CLOSING]


def test_what_runs_backward_begins_on_the_right_of_its_column() -> None:
    assert lettering.edge(NIGHT, 20, 50) == (70, "right")
    assert lettering.edge("Night", 20, 50) == (20, "left")
    made = planned(road(RoadCard("c-1", "trust", APRIL, why=NIGHT)), actions={"a-1": Action("a-1", NIGHT)})
    asked = replace(made, boards=replace(made.boards, checks=Checks({Lens.DESIRABILITY: Check(Verdict.YES, NIGHT)})))
    short = brief(asked, DECK)
    for pages in (lay_out(summarise(asked, DECK)), brief_pages(short)):
        sides = {m.anchor for page in pages for m in words_on(page) if m.text == NIGHT}
        assert sides == {"right"}


def test_a_remark_at_the_head_of_a_part_does_not_stand_there_without_it() -> None:
    for name in SESSIONS:
        for page in laid_out(name):
            texts = [mark.text for mark in words_on(page)]
            assert texts[-1:] != [phrases.NO_REASONS], name


def test_a_part_that_goes_on_leaves_no_page_half_empty() -> None:
    """What is left of a part keeps a scrap company only from where that leaves more than half a page behind."""
    keys = [*list(TITLES)[:6], "own-p", *list(TITLES)[6:8]]
    long = "Partners ring each other before things go wrong, and families say so too."
    cards = {
        key: Standing(place, long if place in (2, 3) else "Yes.", "No." if place in (1, 2, 4) else "")
        for place, key in enumerate(keys, 1)
    }
    boards = Boards(Diamond(cards, fixed=MORNING), gridded({"media": Position(75, 75)}, {}).boards.quadrants)
    pages = lay_out(summarise(session(boards=boards, own=full().own), DECK))
    (page,) = (
        page
        for page, following in pairwise(pages)
        if (after := words_on(following)) and after[0].text == continued(phrases.REASONS)
    )
    assert max(mark.y for mark in words_on(page) if mark.y < 275) > 150


def test_what_is_not_planned_yet_is_one_sentence_that_is_true_of_all_of_it() -> None:
    told = to_plain(document("year_plan")).replace("\n    ", " ")
    assert (
        "The earlier tools put these forward, and they are not on the roadmap yet: Trust and confidence, and "
        "Strategies for evaluating, managing and sharing risk." in told
    )
    assert "was to be worked on" not in told


@pytest.mark.parametrize(("lines", "begun"), [(22, True), (28, False)])
def test_a_table_begins_where_half_a_page_would_stay_empty(lines: int, begun: bool) -> None:
    text = Paragraph((Run("\n".join(f"line {number}" for number in range(lines))),))
    columns = (Column((Run("Step"),)), Column((Run("Takes"),)))
    rows = tuple((Cell((Run(f"row {number}"),)), Cell((Run("x"),))) for number in range(15))
    parts = (Part((Run("One"),), (ItemList(()), text, Table(columns, rows))),)
    first, second, *_ = lay_out(replace(document("full"), parts=parts))[1:]
    texts = [[mark.text for mark in words_on(page)] for page in (first, second)]
    assert ("row 0" in texts[0]) is begun
    assert ("row 0" in texts[1]) is not begun
    assert texts[1][:2] == ["One, continued", "Step"]


def test_the_tables_of_cards_stand_on_one_page_where_nobody_read_them() -> None:
    deck = open_content(CONTENT).deck()
    made = SESSIONS["both_tools"]()
    named = replace(made, included=Included(people=PeopleShown.NONE))
    part = next(part for part in summarise(named, deck).parts if text_of(part.title) == phrases.CARDS)
    grid = part.blocks[-1]
    assert isinstance(grid, Table)
    wide = 166 * grid.columns[0].share / sum(column.share for column in grid.columns) - 6.5
    titles = [text_of(row[0].runs) for row in grid.rows]
    assert sum(lettering.width(title, 12) > wide for title in titles) <= 1
