"""The story at the front: every sentence is ours with something of the session in it, and it is a page at most."""

import re
from dataclasses import replace

import pytest

from innovate_tui.report import phrases, road_phrases, story_phrases
from innovate_tui.report.document import Paragraph, Part, Section, text_of
from innovate_tui.report.layout import lay_out
from innovate_tui.report.story_parts import LEAST, LONGEST, MOST
from innovate_tui.report.summary import summarise
from innovate_tui.workshop.deck import Mode
from innovate_tui.workshop.diamond import Diamond, Standing
from innovate_tui.workshop.road_wording import month_words
from innovate_tui.workshop.roadmap import RoadCard
from innovate_tui.workshop.session import Included, Session, cards_of
from innovate_tui.workshop.spoken import clean
from tests.report.road_sessions import APRIL, road
from tests.report.sessions import DECK, session
from tests.report.test_brief import ALL

SENTENCES = sorted(
    (
        words
        for name, words in vars(story_phrases).items()
        if name.isupper() and isinstance(words, str) and " " in words
    ),
    key=len,
    reverse=True,
)
NAMES = {"titles", "title", "influence"}


def story(name: str) -> Part | None:
    """The story of a session, if it has one."""
    return next((p for p in summarise(ALL[name](), DECK).parts if text_of(p.title) == story_phrases.TITLE), None)


def sources(made: Session) -> str:
    """All that a story may know."""
    features = {**cards_of(made, DECK).all}
    names = [text for each in features.values() for text in (each.title, " ".join(each.short))]
    why = [standing.why for standing in made.boards.diamond.cards.values()]
    events = [event.title for event in made.boards.roadmap.events.values()]
    actions = [action.text for action in made.actions.values()]
    return " ".join(clean(" ".join([*names, *why, *events, *actions])).split())


@pytest.mark.parametrize("name", list(ALL))
def test_every_word_is_a_sentence_of_ours_or_stands_in_the_session(name: str) -> None:
    made, part = ALL[name](), story(name)
    if part is None:
        return
    known = sources(made)
    road = made.boards.roadmap
    days = [phrases.day(event.on) for event in road.events.values()]
    days += [phrases.day(action.due) for action in made.actions.values() if action.due]
    if road.timeline:
        days += [month_words(road.timeline.start), month_words(road.timeline.last)]
    ours = {part for words in SENTENCES for part in re.split(r"\{\w+\}", words)}
    ours |= {
        " and ",
        ", and ",
        "; and ",
        ", ",
        " ",
        "we",
        "I",
        "; ",
        *days,
        *(words.lower() for words in road_phrases.VERDICTS.values()),
    }
    ours |= {lens.lower() for lens in road_phrases.LENSES.values()} | {"i don’t know"}
    for paragraph in paragraphs(part):
        for run in paragraph.runs:
            text = run.text.rstrip("…")
            counted = re.fullmatch(r"\d+", text) and int(text) <= 48
            assert text in ours or text.lower() in ours or text in known or text == " more" or counted, text


@pytest.mark.parametrize("name", list(ALL))
def test_it_is_a_page_at_most_and_stands_at_the_front(name: str) -> None:
    document = summarise(ALL[name](), DECK)
    if story(name) is None:
        return
    assert text_of(document.parts[0].title) == story_phrases.TITLE
    alone = replace(document, parts=document.parts[:1])
    assert len(lay_out(alone)) == 2  # the cover, and the story


def test_however_much_there_is_to_tell_it_is_a_page() -> None:
    made = ALL["bursting"]()
    why = "so many words " * 9 + "here."
    cards = {card: standing._replace(why=why) for card, standing in made.boards.diamond.cards.items()}
    boards = replace(made.boards, diamond=made.boards.diamond._replace(cards=cards))
    document = summarise(replace(made, boards=boards), DECK)
    front = " ".join(text_of(each.runs) for each in paragraphs(document.parts[0]))
    assert MOST < len(front) < MOST + 300
    assert len(lay_out(replace(document, parts=document.parts[:1]))) == 2


def test_a_session_with_hardly_anything_has_no_story() -> None:
    for name in ("empty", "one_card", "only_timeframe", "only_actions"):
        assert story(name) is None
    assert LEAST == 4


def paragraphs(part: Part) -> list[Paragraph]:
    """What it tells, tool by tool."""
    sections = [block for block in part.blocks if isinstance(block, Section)]
    assert len(sections) == len(part.blocks)
    return [each for section in sections for each in section.blocks if isinstance(each, Paragraph)]


def told(name: str) -> str:
    """The words of a story."""
    part = story(name)
    assert part is not None
    return " ".join(text_of(block.runs) for block in paragraphs(part))


def test_a_full_story_reads_like_this() -> None:
    assert told("full") == (
        "The diamond puts what enables innovation here in order, from the strongest to the weakest. "
        "At the top stand Trust and confidence, Effective partnerships, and A stable and capable team. "
        "Of Trust and confidence we wrote: “Partners ring each other before things go wrong.” "
        "At the bottom stand Space and time for collaboration, Parents who run groups, and "
        "Capability in learning and evaluation. Of Space and time for collaboration we wrote: "
        "“There is no hour in the week when the people round this table could meet again.” "
        "Not everyone agrees on A stable and capable team, and Space and time for collaboration."
    )


def test_a_plan_is_told_with_what_it_takes_up_and_what_not() -> None:
    words = told("year_plan")
    assert (
        "Of those at the bottom the roadmap takes up Space and time for collaboration. "
        "Not on it yet: Trust and confidence." in words
    )
    assert "Whether it will work: desirability, yes; viability, we don’t know." in words
    assert "2 actions were written down. The first is due on 28 April 2026: “Ask each agency, in writing.”" in words


@pytest.mark.parametrize(
    ("planned", "words"),
    [
        (("space", "trust"), "The roadmap takes up all of those at the bottom."),
        (("media",), "None of those at the bottom is on the roadmap."),
    ],
)
def test_all_or_none_of_the_bottom_is_said_without_their_names(planned: tuple[str, ...], words: str) -> None:
    made = ALL["year_plan"]()
    cards = (RoadCard(f"c-{n}", key, APRIL) for n, key in enumerate(planned))
    boards = replace(made.boards, roadmap=road(*cards))
    front = summarise(replace(made, boards=boards), DECK).parts[0]
    told_of = " ".join(text_of(each.runs) for each in paragraphs(front))
    assert words in told_of
    assert "Of those at the bottom the" not in told_of


def test_a_single_card_at_the_bottom_is_named() -> None:
    made = ALL["year_plan"]()
    for key, words in (
        ("space", "The roadmap takes up Space and"),
        ("team", "A stable and capable team is not on the"),
    ):
        boards = replace(made.boards, diamond=Diamond({key: Standing(9)}))
        front = summarise(replace(made, boards=boards), DECK).parts[0]
        assert words in " ".join(text_of(each.runs) for each in paragraphs(front))


def test_who_works_alone_speaks_for_one() -> None:
    alone = replace(ALL["full"](), mode=Mode.INDIVIDUAL)
    front = " ".join(text_of(each.runs) for each in paragraphs(summarise(alone, DECK).parts[0]))
    assert "Something speaks against where" in front
    assert " I wrote: " in front
    assert " we wrote" not in front


def test_dissent_that_is_left_out_is_not_in_the_story() -> None:
    shy = replace(ALL["full"](), included=Included(dissent=False))
    front = summarise(shy, DECK).parts[0]
    assert "Not everyone agrees" not in " ".join(text_of(each.runs) for each in paragraphs(front))


def test_names_are_cut_where_they_are_longer_than_any_card() -> None:
    assert len(told("overfull")) < 60 * LONGEST
    assert session().title


def test_what_is_high_on_both_is_told_or_that_nothing_is() -> None:
    words = told("both_tools")
    assert "High on both stand" in words
    made = ALL["both_tools"]()
    low = {card: position._replace(threat=10) for card, position in made.boards.quadrants.cards.items()}
    boards = replace(made.boards, quadrants=made.boards.quadrants._replace(cards=low))
    front = summarise(replace(made, boards=boards), DECK).parts[0]
    assert "No influence is high on both." in " ".join(text_of(each.runs) for each in paragraphs(front))


def test_what_a_plan_begins_with_is_told() -> None:
    assert re.search(r"It begins in \w+ \d{4} with ", told("year_plan"))


def test_what_is_high_on_both_is_told_first_with_what_helps() -> None:
    made = ALL["both_tools"]()
    grid = made.boards.quadrants
    last = [card for card in grid.placed if grid.helpers(card)][-1]
    cards = {card: position._replace(importance=99, threat=40) for card, position in grid.cards.items()}
    cards[last] = cards[last]._replace(importance=51, threat=51)
    boards = replace(made.boards, quadrants=grid._replace(cards=cards))
    front = summarise(replace(made, boards=boards), DECK).parts[0]
    words = " ".join(text_of(each.runs) for each in paragraphs(front))
    both = re.search(r"High on both stands ([^.]+)\.", words)
    helped = re.search(r"To help with ([^,]+), we", words)
    assert both
    assert helped
    assert both.group(1) == helped.group(1)
