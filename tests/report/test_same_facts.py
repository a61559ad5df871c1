"""All formats are made of one document, and say the same: what is in it is in each of them, and what is not is in none.

What is drawn on pictures is told in words beside them, so pictures are not read here. A list that other parts of the
summary tell again (`told_below`) is in no PDF, and in every other format. So are the few words by which a question is
known in short.
"""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime
from functools import cache

import pytest

from innovate_tui.report.document import Cover, Document, Entry, Figure, Paragraph, Part, Run, Section, text_of
from innovate_tui.report.html import to_html
from innovate_tui.report.markdown import to_markdown
from innovate_tui.report.plain import to_plain
from innovate_tui.storage.deck_files import open_content
from innovate_tui.workshop.checks import Action, Check, Checks, Lens, Verdict
from innovate_tui.workshop.diamond import Diamond, Standing
from innovate_tui.workshop.features import Judgement, Kind
from innovate_tui.workshop.quadrants import Mitigation, Position, Quadrants
from innovate_tui.workshop.reflections import Answer, Reflections
from innovate_tui.workshop.roadmap import Event, Link, RoadCard
from innovate_tui.workshop.session import (
    Boards,
    ExportAs,
    Included,
    OwnFeature,
    Parked,
    Person,
    Round,
    Said,
    Session,
)
from tests.report.conftest import document, printed
from tests.report.documents import CONTENT
from tests.report.road_sessions import APRIL, road
from tests.report.sessions import DECK, session
from tests.report.tagged_reading import heard
from tests.report.test_html import Page
from tests.report.test_left_out import FORMATS, everything
from tests.report.test_text_formats import READER, Tags

READ = ("full", "both_tools", "year_plan", "either", "alone", "low_on_both", "only_bottom", "one_card")
ALL_THE_SAME = [(name, to) for name in READ for to in ("html", "md", "txt", "pdf")]
ALL_THE_SAME += [
    ("rounds_told", to) for to in ("html", "md", "txt")
]  # a PDF cuts the long name of a round in a heading
WORDS = (
    *("title", "workshop", "group", "place", "person", "card of our own", "why", "dissent", "note"),
    *("influence why", "influence dissent", "match why", "road why", "link why", "event", "answer", "own question"),
    *("verdict", "who else", "action", "parked", "round"),
)
"""What people can type, each with a word that is nowhere else."""


REAL = open_content(CONTENT).deck()


def bare(text: str) -> str:
    """A text without its spaces: where lines end is each format's own."""
    return "".join(text.split())


def told(node: object, *, on_paper: bool = False) -> Iterator[str]:
    """Every text of a document, from its parts down; on paper without what other parts tell again."""
    match node:
        case Figure():
            yield text_of(node.alternative)
            if not (on_paper and node.told_below):
                yield from told(node.equivalent)
        case Cover():
            facts = [*(fact for line in node.lines for fact in line), *((node.people,) if node.people else ())]
            yield from told((node.sort, *(fact.values for fact in facts)))
            if not on_paper:  # there, what is no more than a date needs no label
                yield from told(tuple(fact.label for fact in facts))
        case Document():
            yield from told(((node.title,), node.cover, node.parts, node.source.values), on_paper=on_paper)
        case Part():
            yield from told((node.title, node.blocks), on_paper=on_paper)
        case Section() if on_paper:  # its name stands where the labels of its entries would
            yield text_of(node.title)
            for each in node.blocks:
                yield from told(replace(each, label=()) if isinstance(each, Entry) else each, on_paper=True)
        case (Run(), *_):
            yield text_of(node)  # type: ignore[arg-type]  # all of them are runs
        case Paragraph() | tuple():
            for each in node:
                yield from told(each, on_paper=on_paper)
        case _ if is_dataclass(node):
            for part in fields(node):
                yield from told(getattr(node, part.name), on_paper=on_paper)


@cache
def read(name: str, to: str) -> str:
    """All that a format says, in one word."""
    match to:
        case "html":
            return bare(Page(to_html(document(name))).text)
        case "md":
            return bare(Tags(READER.render(to_markdown(document(name)))).text)
        case "txt":
            return bare(to_plain(document(name)))
    return bare(heard(printed(name).data).text)


@pytest.mark.parametrize(("name", "to"), ALL_THE_SAME)
def test_what_the_document_says_is_said_in_every_format(name: str, to: str) -> None:
    found = read(name, to).casefold()
    missing = [text for text in told(document(name), on_paper=to == "pdf") if bare(text).casefold() not in found]
    assert missing == []


def sign(of: str) -> str:
    """The word that stands for something that people typed."""
    return f"Zq{WORDS.index(of):02}zq"


def typed() -> Session:
    """A session in which everything that can be typed is."""
    own = OwnFeature("own-p", f"{sign('card of our own')} card", Kind.ENABLER, made_in="diamond")
    cards = {"trust": Standing(1, sign("why"), sign("dissent")), "own-p": Standing(2)}
    grid = Quadrants(
        {"media": Position(80, 80, sign("influence why"), sign("influence dissent"))},
        {"media": {"risk": Mitigation(sign("match why"))}},
    )
    plan = road(
        RoadCard("c-1", "risk", APRIL, why=sign("road why"), owner="p-1"),
        RoadCard("c-2", "trust", APRIL + 3),
        links=(Link("l-1", "c-1", "c-2", why=sign("link why")),),
        events={"e-1": Event("e-1", date(2026, 5, 7), sign("event"))},
    )
    answers = {
        "readiness": Answer(sign("answer")),
        "q-1": Answer("Yes.", question=f"{sign('own question')}?", tool="diamond"),
    }
    checks = Checks({Lens.FEASIBILITY: Check(Verdict.YES, sign("verdict"), sign("who else"))})
    return session(
        title=sign("title"),
        workshop=sign("workshop"),
        group=sign("group"),
        place=sign("place"),
        people={"p-1": Person("p-1", sign("person"))},
        own={"own-p": own},
        said={"trust": Said(Judgement.STRENGTH, "p-1", sign("note"))},
        boards=Boards(Diamond(cards), grid, Reflections(answers), plan, checks),
        parked={"n-1": Parked("n-1", sign("parked"))},
        actions={"a-1": Action("a-1", sign("action"), "p-1", date(2026, 9, 1))},
        rounds=(Round("r-1", sign("round"), datetime(2026, 3, 1, tzinfo=UTC), "p-1"),),
        spent={"diamond": {"order": 11}},
    )


@pytest.mark.parametrize("to", [ExportAs.PDF, ExportAs.HTML, ExportAs.MARKDOWN, ExportAs.TEXT, ExportAs.TABLES])
def test_whatever_somebody_typed_is_in_every_format_with_words(to: ExportAs) -> None:
    found = everything(replace(typed(), included=Included(to=to)), DECK)
    assert [of for of in WORDS if sign(of) not in found] == []


def test_the_minutes_are_in_every_format_where_somebody_wants_them_and_in_none_otherwise() -> None:
    for to in ExportAs:
        spent, kept = (
            everything(replace(typed(), included=Included(time=time, to=to)), REAL) for time in (True, False)
        )
        assert bool(re.search("11 minutes|diamond,order,11", spent)) is (to != ExportAs.PICTURES), to
        assert not re.search("11 minutes|diamond,order,11", kept), to


@pytest.mark.parametrize(("to", "brief"), FORMATS)
def test_what_nobody_asked_for_is_in_no_format(to: ExportAs, brief: bool) -> None:
    takeaway = " ".join(next(each for each in REAL.features if each.id == "trust").takeaway.split()[:4])
    asked = (Included(to=to, brief=brief, rounds=True, cards=True), Included(to=to, brief=brief))
    much, little = (bare(everything(replace(typed(), included=included), REAL)) for included in asked)
    whole = to not in (ExportAs.PICTURES, ExportAs.TABLES) and not brief
    for words in (takeaway, "What has changed"):
        assert (bare(words) in much) is whole
        assert bare(words) not in little
