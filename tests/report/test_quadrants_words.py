"""What the summary says of the four quadrants, and the rules by which it says it."""

import hashlib
from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pytest
from pypdf import PdfReader

from innovate_tui.report.document import Document, Entry, ItemList, Mentions, Section, Table, text_of
from innovate_tui.report.markdown import to_markdown
from innovate_tui.report.pdf import to_pdf
from innovate_tui.report.plain import to_plain
from innovate_tui.report.summary import summarise
from innovate_tui.report.unprintable import unprintable
from innovate_tui.workshop.deck import Deck, Factor, Mode, Tool
from innovate_tui.workshop.features import Judgement, Kind
from innovate_tui.workshop.quadrants import Mitigation, Position, Quadrants
from innovate_tui.workshop.reflections import Answer, Reflections
from innovate_tui.workshop.session import (
    Boards,
    DeckStamp,
    Included,
    OwnFeature,
    PeopleShown,
    Person,
    Said,
    Session,
)
from tests.report.conftest import SESSIONS, document, laid_out, printed, read_back
from tests.report.grid_sessions import NOON, both_tools, gridded, low_on_both
from tests.report.sessions import DECK, full, session


def words(made: Document) -> str:
    """All of a document as plain text, line ends folded."""
    return " ".join(to_plain(made).split())


def told(made: Session, deck: Deck = DECK) -> str:
    """All that a summary says of a session."""
    return words(summarise(made, deck))


def part(made: Document, title: str) -> str:
    """One part of a document as plain text."""
    (found,) = (part for part in made.parts if text_of(part.title) == title)
    return words(replace(made, parts=(found,)))


def headline(cards: dict[str, tuple[int, int]], mode: Mode = Mode.GROUP) -> str:
    """The sentence over the grid."""
    made = gridded({card: Position(*place) for card, place in cards.items()}, {}, mode=mode)
    first = summarise(made, DECK).parts[0].blocks[0]
    return text_of(first.runs)  # type: ignore[union-attr]  # a paragraph


@pytest.mark.parametrize(
    ("cards", "sentence"),
    [
        ({"media": (50, 50)}, "We put Media high on both importance and threat."),
        (
            {"media": (90, 60), "funding": (60, 60), "culture": (49, 99)},
            "We put Media and Funding high on both importance and threat.",
        ),
        (
            {"media": (90, 90), "funding": (60, 60), "politics": (70, 70), "regulation": (80, 80)},
            "We put 4 influences (among them Media and Regulation) high on both importance and threat.",
        ),
        ({"media": (49, 50)}, "We put Media high on threat, and nothing high on both."),
        (
            {"media": (49, 50), "funding": (50, 49), "politics": (0, 0)},
            "We put Funding high on importance and Media high on threat, and nothing high on both.",
        ),
        ({"media": (49, 49), "funding": (0, 0)}, "We put Media and Funding low on both importance and threat."),
    ],
)
def test_the_headline_follows_from_the_positions(cards: dict[str, tuple[int, int]], sentence: str) -> None:
    assert headline(cards) == sentence


def test_a_person_alone_says_i_and_me() -> None:
    assert headline({"media": (50, 50)}, Mode.INDIVIDUAL).startswith("I put Media")
    assert "What presses on me, and what helps" in told(gridded({"media": Position(9, 9)}, {}, mode=Mode.INDIVIDUAL))


def test_what_is_due_and_unanswered_is_named_with_its_reason() -> None:
    board = part(document("both_tools"), "Four Quadrants")
    assert "Nothing was chosen to help with The wait for mental health help." in board
    presses = part(document("both_tools"), "What presses on us, and what helps")
    assert (
        "The wait for mental health help (the group’s own card) Eleven months, and none of the six makes a list "
        "shorter. Nothing was chosen to help with this." in presses
    )
    still_open = told(gridded({"media": Position(80, 10)}, {}))
    assert "Nothing has been chosen yet to help with Media." in still_open
    assert "Nothing has been chosen yet to help with this." in still_open
    assert "Not fixed yet" in still_open


def test_that_everything_due_is_matched_is_said() -> None:
    help_ = {"buyin": Mitigation()}
    both = {"media": Position(80, 10), "funding": Position(1, 80)}
    assert "help with each of the 2 influences that ask for it." in told(
        gridded(both, {"media": help_, "funding": help_})
    )
    assert "help with the influence that asks for it." in told(gridded({"media": Position(80, 10)}, {"media": help_}))
    assert "Nothing asks for help: no influence is high on either." in told(gridded({"media": Position(8, 10)}, {}))


def test_by_quadrant_each_influence_with_its_reason_its_dissent_and_what_helps() -> None:
    made = document("both_tools")
    (found,) = (part for part in made.parts if text_of(part.title) == "What presses on us, and what helps")
    *sections, _ = [block for block in found.blocks if isinstance(block, Section)]
    assert [text_of(section.title) for section in sections] == [
        "High importance, high threat",
        "High importance, low threat",
        "Low importance, low threat",
        "Set aside",
    ]
    for section, cards in zip(
        sections,
        (["Regulation", "The wait for mental health help", "Politics and policy"], ["Funding"], None, ["Media"]),
        strict=True,
    ):
        entries = [block for block in section.blocks if isinstance(block, Entry)]
        if cards:
            assert [text_of(entry.title) for entry in entries] == cards
        assert all(entry.kind is Kind.INFLUENCE for entry in entries)
    whole = words(made)
    grid = both_tools().boards.quadrants
    for position in grid.cards.values():
        assert " ".join(position.why.split()) in whole
        assert position.dissent in whole
    for helpers in grid.mitigations.values():
        assert all(" ".join(match.why.split()) in whole for match in helpers.values())


def test_the_meaning_of_a_quadrant_is_the_decks() -> None:
    assert "Matters here; little danger to this innovation." in part(
        document("both_tools"), "What presses on us, and what helps"
    )


def test_matches_of_what_is_low_on_both_are_said_to_be_kept() -> None:
    whole = words(document("low_on_both"))
    assert (
        "Media Quiet since the autumn. Kept, though it is low on both and asks for no help: - Shared identity: a story "
        "of place and purpose Tell our own story first. - Skilled project management" in whole
    )
    assert "Regulation Chosen to help, and kept: - Strategies for evaluating" in whole
    due = told(gridded({"media": Position(80, 10)}, {"media": {"buyin": Mitigation()}}))
    assert "kept" not in due.lower()


def test_the_other_way_round_each_next_level_feature_with_all_it_is_for() -> None:
    made = document("both_tools")
    (found,) = (part for part in made.parts if text_of(part.title) == "What presses on us, and what helps")
    section = found.blocks[-1]
    assert isinstance(section, Section)
    assert text_of(section.title) == "What helps with what"
    items = section.blocks[0]
    assert isinstance(items, ItemList)
    assert [text_of(item) for item in items.items] == [
        "Buy in at all levels – for Politics and policy",
        "Evidence and stories – for Politics and policy, and Funding",
        "Sharing risk – for Regulation",
        "A council of young people – for Social work culture and practice",
    ]
    assert "Not chosen: Shared identity, Coproduction with families and Skilled project management." in words(made)
    assert "What helps with what" not in words(document("one_influence"))


def test_half_a_position_is_said_in_words() -> None:
    assert "Media (Low importance, threat not said yet)" in words(document("both_tools")).replace("(low", "(Low")
    whole = words(document("only_begun"))
    assert "No influence has been placed yet." in whole
    assert "Media (importance not said yet, high threat)" in whole
    assert "We could not agree on this one." in whole
    assert "Politics and policy Chosen to help, and kept: - Buy in at all levels" in whole


def test_only_the_tools_that_were_begun_are_told_of() -> None:
    assert "Diamond" not in words(document("one_influence"))
    assert "diamond" not in words(document("one_influence")).lower()
    assert "Quadrants" not in words(document("full"))
    assert len(document("one_influence").cover.pictures) == len(document("full").cover.pictures) == 1
    assert len(document("both_tools").cover.pictures) == 2
    titles = [text_of(part.title) for part in document("both_tools").parts]
    assert titles == [
        "In short",
        "Diamond 9",
        "Why they stand there",
        "Four Quadrants",
        "What presses on us, and what helps",
        "Card by card",
        "Notes by card",
        "Stepping back",
        "Kept for later",
    ]


@pytest.mark.parametrize(
    "begun",
    [
        gridded({"media": Position(None, None, "Why not?")}, {}),
        gridded({}, {"media": {"buyin": Mitigation()}}),
        gridded({}, {}, fixed=NOON),
        gridded({}, {}, reflections=Reflections({"invest": Answer("Time.")})),
    ],
)
def test_anything_done_with_the_quadrants_is_a_beginning(begun: Session) -> None:
    assert text_of(summarise(begun, DECK).parts[0].title) == "Four Quadrants"


def test_a_judged_enabler_is_a_beginning_of_the_diamond() -> None:
    made = gridded({"media": Position(1, 1)}, {}, said={"trust": Said(Judgement.STRENGTH)})
    assert text_of(summarise(made, DECK).parts[0].title) == "Diamond 9"


def test_answers_stand_tool_by_tool_and_say_what_was_changed() -> None:
    back = part(document("both_tools"), "Stepping back")
    order = [
        "Diamond 9",
        "More than we thought.",
        "Four Quadrants",
        "What should come first as you plan? (What comes first?) The two councillors, while they may come.",
        "What should we learn to do? (reworded by the group)",
        "Who could teach us? (the group’s own question)",
        "Not answered",
        "And who pays?",
    ]
    places = [back.index(text) for text in order]
    assert places == sorted(places)
    assert "Which investments" not in back  # reworded
    assert "Who else should join in?" not in back  # skipped


def test_an_influence_is_not_called_unjudged() -> None:
    cards = part(document("both_tools"), "Card by card")
    assert "Funding – on the grid: High importance, low threat; read by: AB" in cards
    assert "Sources of evidence and stories of progress and impact – on the grid: Chosen for 2 influences" in cards
    assert "Skilled project management – on the grid: Not chosen" in cards
    tables = [b for part in document("both_tools").parts for b in part.blocks if isinstance(b, Table)]
    for table in tables:
        columns = [text_of(column.title) for column in table.columns]
        kinds = {row[0].kind for row in table.rows}
        assert ("Judgement" in columns) == (Kind.ENABLER in kinds)
    assert "Card by card" not in words(document("one_influence"))


def test_a_note_says_where_its_influence_stands() -> None:
    assert (
        "The wait for mental health help (High importance, high threat; the group’s own card) Most of a year."
        in part(document("both_tools"), "Notes by card")
    )


def test_what_is_left_out_is_in_no_picture_list_or_table_of_the_quadrants() -> None:
    choice = Included(people=PeopleShown.NONE, notes=False, dissent=False, parked=False)
    base = both_tools()
    base = replace(base, said={**base.said, "media": Said(None, "p-3", "A note on Media.")})
    made = summarise(replace(base, included=choice), DECK)
    whole = words(made) + to_markdown(made)
    for gone in ("Settled for you.", "ot everyone agrees", "Zieliński", "A note on Media", "read by:"):
        assert gone not in whole
        assert gone in told(base)
    assert "Left out of this summary: who took part, notes, disagreements, parked thoughts." in words(made)
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(to_pdf(made).data)).pages)
    assert "Settled for you" not in text
    assert "not everyone agrees" not in text
    only = replace(low_on_both(), included=choice)
    assert "Left out" not in told(only)


def test_dissent_on_the_grid_alone_is_said_to_be_left_out() -> None:
    made = gridded({"media": Position(1, 1, "", "No.")}, {}, included=Included(dissent=False))
    assert "Left out of this summary: disagreements." in told(made)


def test_cards_that_only_the_file_knows_keep_their_titles() -> None:
    stamp = DeckStamp("other", titles={Kind.INFLUENCE: {"ghost": "A force of another deck"}})
    quadrants = Quadrants({"ghost": Position(80, 80)}, {"ghost": {"gone": Mitigation("It helped.")}})
    made = session(deck=stamp, boards=Boards(quadrants=quadrants))
    assert "We put A force of another deck high on both" in told(made)
    assert "- gone It helped." in told(made)
    assert "What helps with what" not in told(made)  # one influence: it has just been told


def test_the_ends_of_the_axes_are_the_decks_where_it_words_them() -> None:
    factors = (
        Factor("importance", "Gewicht", "?", "", "wenig wichtig", "sehr wichtig"),
        Factor("threat", "Gefahr", "?", "", "wenig Gefahr", "große Gefahr"),
    )
    deck = replace(DECK, language="de", tools={"quadrants": Tool("quadrants", "Vier Felder", "", factors=factors)})
    made = gridded({"media": Position(80, 80), "funding": Position(None, 3)}, {})
    assert "Media (sehr wichtig, große Gefahr; importance 80, threat 80 of 100; nothing chosen yet)" in told(made, deck)
    assert "Sehr wichtig, große Gefahr" in told(made, deck)
    assert "Funding (importance not said yet, wenig Gefahr)" in told(made, deck)
    assert "Vier Felder" in told(made, deck)


def test_a_deck_without_the_tool_can_still_tell_of_it() -> None:
    made = told(gridded({"media": Position(80, 20)}, {}), replace(DECK, tools={}))
    assert "Four Quadrants" in made
    assert "High importance, low threat" in made


@pytest.mark.parametrize("name", ["both_tools", "crowded", "hostile_grid"])
def test_the_same_session_gives_the_same_bytes(name: str) -> None:
    again = to_pdf(summarise(SESSIONS[name](), DECK)).data
    assert hashlib.sha256(again).digest() == hashlib.sha256(printed(name).data).digest()


def test_the_pdf_reads_back_in_the_order_in_which_it_is_meant() -> None:
    whole = " ".join(read_back("both_tools"))
    at = -1
    for text in (
        "Our diamond",
        "Our quadrants",
        "Inside",
        "Why they stand there",
        "Four Quadrants We put Regulation",
        "Nothing was chosen to help with The wait for mental health help.",
        "Low importance High importance",
        "What presses on us, and what helps",
        "High importance, high threat",
        "Regulation Inspectors any week from April. Last time everything new stopped.",
        "Chosen to help: Strategies for evaluating, managing and sharing risk",
        "Write down what could go wrong. Send it before they come.",
        "The wait for mental health help The group’s own card Eleven months",
        "Nothing was chosen to help with this.",
        "Politics and policy No reason was written.",
        "Social work culture and practice Settled on Tuesdays. Not everyone agrees Settled for you. Kept, though",
        "Set aside Media",
        "What helps with what",
        "On the grid",
        "Stepping back",
        "Four Quadrants What should come first as you plan?",
    ):
        found = whole.find(text, at + 1)
        assert found > at, text
        at = found


def test_every_reason_is_on_paper_whatever_the_picture_had_room_for() -> None:
    whole = " ".join(read_back("crowded"))
    for number in range(7):
        assert f"An influence of our own, number {number} The group’s own card Because." in whole
    assert whole.count("What evidence would do here.") == 12


def test_a_list_of_what_helps_is_a_list_to_those_who_do_not_see_it() -> None:
    elements = {}
    for page in laid_out("both_tools"):
        for drawn in page.drawn:
            each = drawn.element
            while each is not None:
                elements[id(each)] = each
                each = each.parent
    items = [each for each in elements.values() if each.name == "LI"]
    assert all(each.parent is not None and each.parent.name == "L" for each in items)
    mentioned = sum(
        len(block.items)
        for part in document("both_tools").parts
        for section in part.blocks
        if isinstance(section, Section)
        for entry in section.blocks
        if isinstance(entry, Entry)
        for block in entry.blocks
        if isinstance(block, Mentions)
    )
    assert mentioned == 5
    assert len(items) >= mentioned
    figures = [each.alternative for each in elements.values() if each.name == "Figure"]
    assert any(alternative.startswith("Importance runs from left to right and threat") for alternative in figures)


def test_headings_of_the_quadrants_go_down_one_level_at_a_time() -> None:
    names = [name for _, name in printed("both_tools").structure if name[0] == "H"]
    assert all(int(after[1:]) <= int(before[1:]) + 1 for before, after in pairwise(names))


def test_unprintable_words_of_the_quadrants_are_named() -> None:
    made = gridded({"media": Position(80, 80, "", "不")}, {"media": {"buyin": Mitigation("时间")}})
    assert unprintable(summarise(made, DECK)) == ("不 (cjk unified ideograph-4e0d, U+4E0D) in “不”", "时间")


def test_people_read_cards_of_the_quadrants_by_their_names() -> None:
    made = gridded(
        {"media": Position(1, 1)}, {}, people={"p-1": Person("p-1", "Jo")}, said={"buyin": Said(expert="p-1")}
    )
    assert "Buy in at all levels – on the grid: Not chosen; read by: Jo" in told(made)
    assert "No card has been judged" not in told(made)
    assert "No notes were written." in told(made)


def test_a_diamond_beside_noted_quadrants_is_told_as_it_is() -> None:
    made = replace(full(), said={"media": Said(note="One bad story.")}, own={})
    grid = Quadrants({"media": Position(1, 1)})
    assert "No card has been judged." in told(replace(made, boards=replace(made.boards, quadrants=grid)))


def test_before_the_quadrants_are_begun_an_own_influence_is_no_unjudged_card() -> None:
    own = {"own-1": OwnFeature("own-1", "A force of ours", Kind.INFLUENCE, summary="It presses.")}
    assert "A force of ours (the group’s own card) – place: –; judgement: –" in told(session(own=own))
