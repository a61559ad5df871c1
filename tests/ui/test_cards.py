"""The Cards screen: everything of a card is there to be read, at every size, and a key away."""

from dataclasses import replace
from pathlib import Path

import pytest

from innovate_tui.storage.deck_files import open_content
from innovate_tui.ui.cells import ASCII
from innovate_tui.ui.screens.cards import ONLY_READING, CardsScreen
from innovate_tui.ui.screens.session_screen import SessionScreen
from innovate_tui.ui.widgets import cards_view
from innovate_tui.ui.widgets.cards_painter import FEWEST, Plan, list_rows, paged, paint_cards
from innovate_tui.ui.widgets.cards_reader import CardsReader
from innovate_tui.ui.widgets.cards_reading import STAGES, TIPS, TOOLKIT, Library
from innovate_tui.ui.widgets.cards_view import LAST, View
from innovate_tui.workshop.deck import Deck
from innovate_tui.workshop.features import Judgement, Kind
from innovate_tui.workshop.history import History
from innovate_tui.workshop.session import Session
from innovate_tui.workshop.stages import Stage
from tests import decks
from tests.ui.golden import looks_like
from tests.ui.pilot import run

SIZES = ((60, 16), (80, 20), (100, 26), (200, 56))
"""What a window of 60×20, 80×24, 100×30 and 200×60 leaves for list and text."""
NASTY = "[red]x[/] [@click=app.quit]y \x1b]52;c;AA\x07 \u202ez"


@pytest.fixture
def library(deck: Deck) -> Library:
    """The shipped deck, a group's session with some judgements and a note."""
    session = decks.session(
        title="Family hubs",
        group="Team A",
        judged={"trust": Judgement.STRENGTH, "case": Judgement.DEVELOPMENT},
        notes={"trust": "Two head teachers asked for this.\nThe rest of us agree."},
    )
    return Library(session, deck)


def text_of(library: Library, entry: str, size: tuple[int, int] = (80, 20)) -> str:
    """All pages of an entry, as they are painted."""
    pages = paged(library.reading(entry), Plan(*size).column, size[1])
    return "\n".join(
        "".join(char for char, _ in row[Plan(*size).text :]).rstrip()
        for number in range(len(pages))
        for row in paint_cards(library, View(entry, number), *size).rows
    )


def flat(text: str) -> str:
    """Words alone, however they were broken into lines."""
    return " ".join(text.replace("•", " ").split())


# --- how it looks -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_card_at_every_size(library: Library, size: tuple[int, int]) -> None:
    looks_like(f"cards-{size[0]}x{size[1]}", paint_cards(library, View("trust"), *size).as_text())


def test_a_later_page_and_ascii(library: Library) -> None:
    picture = paint_cards(library, View("trust", LAST), 80, 20)
    looks_like("cards-last-page-80x20-ascii", picture.as_text(ascii_only=True))


def test_the_toolkit_and_the_stages(library: Library) -> None:
    looks_like("cards-toolkit-100x26", paint_cards(library, View(TOOLKIT), 100, 26).as_text())
    looks_like("cards-stages-100x26", paint_cards(library, View(STAGES, 1), 100, 26).as_text())


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_no_word_of_any_text_is_lost_between_pages(library: Library, size: tuple[int, int]) -> None:
    for entry in library.shelf:
        reading = library.reading(entry.id)
        pages = paged(reading, Plan(*size).column, size[1])
        told = {word for page in pages for line in page for _, words, _ in line.runs for word in flat(words).split()}
        for piece in reading.pieces:
            for word in flat(piece.text).split():
                assert word in told, f"{word} of {entry.id} is on no page"
        for number, page in enumerate(pages):
            assert len(page) < size[1], f"page {number + 1} of {entry.id} is too long"


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_no_page_ends_with_a_heading_or_leaves_a_line_alone(library: Library, size: tuple[int, int]) -> None:
    for entry in library.shelf:
        reading = library.reading(entry.id)
        headings = {piece.text for piece in reading.pieces if piece.leads_on}
        for page in paged(reading, Plan(*size).column, size[1])[:-1]:
            assert page[-1].runs
            assert page[-1].runs[0][1] not in headings
            assert len(page) > FEWEST


def test_only_signs_that_every_console_has(library: Library) -> None:
    ours = {char for entry in library.shelf for char in paint_cards(library, View(entry.id), 120, 40).as_text()}
    ours -= set("‘’“”") | {char for feature in library.deck.features for char in feature.title + feature.summary}
    assert all(char.isascii() or ord(char) in ASCII for char in ours)


def test_the_chosen_line_is_marked_by_more_than_colour(library: Library) -> None:
    picture = paint_cards(library, View("trust"), 80, 20)
    assert [row for row in picture.as_text().splitlines() if row.startswith(" ►")] == [
        next(row for row in picture.as_text().splitlines() if row.startswith(" ►D ■ +"))
    ]


def test_the_list_keeps_the_chosen_card_in_sight_and_says_that_there_is_more(library: Library) -> None:
    for entry in library.shelf:
        assert entry in [each for _, each in list_rows(library, View(entry.id), 16)]
    assert "↓" in paint_cards(library, View(TOOLKIT), 80, 16).as_text()
    assert "↑" in paint_cards(library, View(TIPS), 80, 16).as_text()


# --- what there is to read --------------------------------------------------------------------------------------------


def test_a_card_has_everything_that_stands_on_it(library: Library) -> None:
    feature = library.cards.all["case"]
    text = flat(text_of(library, "case"))
    for part in (feature.title, feature.takeaway, feature.question, feature.based_on, "Local system enabler"):
        assert flat(part) in text
    assert "Headlines from the expert interviews" in text
    assert "to develop" in text
    for related, how in feature.related.items():
        assert library.cards.all[related].title in text
        assert flat(how)[:40] in text
    for stage in feature.stages:
        card = library.deck.stage(Stage(stage))
        assert card is not None
        assert card.title in text


def test_the_note_is_there_whole_and_never_dim(library: Library) -> None:
    pieces = library.reading("trust").pieces
    note = next(piece for piece in pieces if "head teachers" in piece.text)
    assert note.text.endswith("The rest of us agree.")
    assert note.ink == "text"


def test_the_toolkit_is_introduced_with_its_title_source_questions_and_tools(library: Library) -> None:
    text = flat(text_of(library, TOOLKIT))
    for part in (
        "Creating system conditions for ethical and effective innovation",
        "Tools and materials for innovators and system leaders working with children, young people and families",
        "theinnovateproject.co.uk",
        *(f"“{quotation.text}”" for quotation in library.deck.toolkit.asked),
        "Diamond 9: Exploring system conditions for innovation",
        "Four Quadrants",
        "Roadmap",
        "funding, regulation, politics and the media",
    ):
        assert part in text
    assert len(library.deck.toolkit.asked) == 2


def test_each_kind_is_introduced_before_its_cards(library: Library) -> None:
    ids = [entry.id for entry in library.shelf]
    assert ids[0] == TOOLKIT
    for kind in Kind:
        first = library.cards.of_kind(kind)[0].id
        assert ids.index(first) == ids.index(f"about:{kind}") + 1
        assert flat(library.deck.kinds[kind].introduction)[:60] in flat(text_of(library, f"about:{kind}"))
    assert ids[-2:] == [STAGES, TIPS]


def test_all_six_stages_are_there_with_purpose_and_outcome_and_whose_words_they_are(library: Library) -> None:
    text = flat(text_of(library, STAGES))
    for stage in Stage:
        card = library.deck.stage(stage)
        assert card is not None
        for part in (card.title, f"Purpose: {card.purpose}", f"Outcome: {card.outcome}"):
            assert flat(part) in text
    for part in (*library.deck.pair_titles, *library.deck.stages_caveats, library.deck.stages_note):
        assert flat(part) in text


def test_tips_for_opening_and_saving_are_there(library: Library) -> None:
    assert "no need to save" in flat(text_of(library, TIPS))


def test_a_deck_without_stages_or_related_cards_is_read_too() -> None:
    library = Library(decks.session(own=[decks.own_card()]), decks.deck(7, 2, 3))
    assert STAGES not in library.position
    for entry in library.shelf:
        assert text_of(library, entry.id)
    assert "own card" in text_of(library, "own-k3f9")


def test_a_deck_in_another_language_is_read_to_the_end() -> None:
    french = open_content(Path(__file__).parent.parent / "decks" / "francais").deck()
    library = Library(decks.session(), french)
    for entry in library.shelf:
        assert text_of(library, entry.id, (60, 16))


def test_what_people_wrote_is_shown_and_never_obeyed(deck: Deck) -> None:
    own = decks.own_card(title=NASTY, summary=NASTY)
    picture = paint_cards(Library(decks.session(own=[own]), deck), View(own.id), 80, 20)
    text = picture.as_text()
    assert "[red]x[/] [@click=app.quit]y" in text
    assert not any(char in text for char in "\x1b\x07\u202e")


# --- what keys mean ---------------------------------------------------------------------------------------------------


def test_up_and_down_wrap(library: Library) -> None:
    assert cards_view.moved(library, View(TOOLKIT), -1).at == TIPS
    assert cards_view.moved(library, View(TIPS), 1).at == TOOLKIT


def test_the_next_kind_is_its_introduction(library: Library) -> None:
    assert cards_view.next_kind(library, View("trust"), 1).at == f"about:{Kind.INFLUENCE}"
    assert cards_view.next_kind(library, View("trust"), -1).at == TOOLKIT
    assert cards_view.next_kind(library, View(TIPS), 1).at == TOOLKIT


def test_a_capital_opens_its_card_and_names_caps_lock_in_time(library: Library) -> None:
    first = cards_view.capital(library, View(TOOLKIT), "D")
    assert (first.view.at, first.say) == ("trust", "")
    second = cards_view.capital(library, first.view, "F")
    third = cards_view.capital(library, second.view, "A")
    assert third.view.at == "team"
    assert "Caps Lock" in third.say
    assert cards_view.capital(library, View("trust"), "X").say == "No card has the letter X. / finds one by name."


def test_space_reads_everything_in_order_and_pgdn_stays(library: Library) -> None:
    assert cards_view.read_on(library, View("trust"), 0, 3).page == 1
    assert cards_view.read_on(library, View("trust"), 2, 3).at == "partnerships"
    stays = cards_view.turned(View("trust", 2), 2, 3, 1)
    assert (stays.view.at, stays.view.page) == ("trust", 2)
    assert "last page" in stays.say


def test_a_stage_opens_at_its_own_words(library: Library) -> None:
    view = cards_view.opened(library, View(TOOLKIT), "growing")
    assert view.at == STAGES
    assert "Growing" in paint_cards(library, view, 80, 20).as_text()
    assert cards_view.opened(library, View("trust"), "no such thing").at == "trust"


def test_a_card_that_is_taken_out_gives_way_to_the_next(deck: Deck) -> None:
    before = Library(decks.session(own=[decks.own_card()]), deck)
    after = Library(decks.session(), deck)
    assert cards_view.settled(before, after, View("own-k3f9")).at == f"about:{Kind.INFLUENCE}"


# --- stories ----------------------------------------------------------------------------------------------------------


async def test_a_very_long_note_and_a_word_without_end_are_read_to_the_end(deck: Deck) -> None:
    note = " ".join(f"word{number}" for number in range(3000)) + " " + "x" * 500
    async with run(CardsScreen(History(decks.session(notes={"trust": note})), deck, "trust")) as stage:
        await stage.press("end")
        told = "\n".join(
            words for page in stage.screen.query_one(CardsReader).pages for line in page for _, words, _ in line.runs
        )
        assert all(f"word{number}" in told for number in range(3000))
        assert told.count("x" * 66) == 500 // 66


def test_a_title_and_an_expert_without_end_leave_room_for_the_text(deck: Deck) -> None:
    own = decks.own_card(title="Someone to ring " * 200, summary="After six.")
    session = decks.session(own=[own], experts={own.id: "x" * 300})
    for size in SIZES:
        assert "After six." in text_of(Library(session, deck), own.id, size)


async def test_three_cards_are_read_and_judged(deck: Deck) -> None:
    async with run(CardsScreen(History(decks.session()), deck)) as stage:
        assert stage.status == "Card 1 of 20."
        await stage.press("space", "D", "+", "down", "-")
        assert stage.status == "Effective partnerships is to develop. u undoes."
        await stage.press("down", "+", "+")
        session = stage.session
        assert session.about("trust").judgement is Judgement.STRENGTH
        assert session.about("partnerships").judgement is Judgement.DEVELOPMENT
        assert session.about("case").judgement is None
        await stage.press("D")
        assert stage.status == "Card 4 of 20. You see it as a strength."


async def test_a_note_is_kept_as_it_is_typed_and_undone_whole(deck: Deck) -> None:
    async with run(CardsScreen(History(decks.session()), deck, "space")) as stage:
        await stage.press("n")
        await stage.type("Fridays\nare gone")
        assert stage.session.about("space").note == "Fridays\nare gone"
        await stage.press("escape")
        assert "Fridays" in text_of(Library(stage.session, deck), "space")
        await stage.press("u")
        assert stage.session.about("space").note == ""
        assert stage.status.startswith("Undid: ")


async def test_a_card_of_our_own_is_added_reworded_and_taken_out(deck: Deck) -> None:
    async with run(CardsScreen(History(decks.session()), deck, "media")) as stage:
        await stage.press("a")
        await stage.type("Housing market")
        await stage.press("enter")
        (card,) = stage.session.own.values()
        assert (card.title, card.kind) == ("Housing market", Kind.INFLUENCE)
        reader = stage.screen.query_one(CardsReader)
        assert reader.view.at == card.id
        assert stage.status == "Added: Housing market. It stands with the others of its kind. u undoes."
        assert "m reword  del take out" in stage.keys
        await stage.press("m")
        await stage.type("s")
        await stage.press("enter")
        assert stage.session.own[card.id].title == "Housing markets"
        await stage.press("delete")
        assert not stage.session.own
        await stage.press("A", "m")
        assert "the deck's" in stage.status


async def test_a_letter_of_the_list_and_of_a_related_card_can_be_clicked(deck: Deck) -> None:
    async with run(CardsScreen(History(decks.session()), deck, "trust"), (80, 40)) as stage:
        reader = stage.screen.query_one(CardsReader)
        rows = {entry.id: row for row, entry in list_rows(reader.library, reader.view, reader.size.height)}
        await stage.click(reader, 2, rows["case"])
        assert reader.view.at == "case"
        page, row = next(
            (number, row)
            for number, lines in enumerate(reader.pages)
            for row, line in enumerate(lines)
            if line.target == "openness"
        )
        await stage.press("home", *["pagedown"] * page)
        await stage.click(reader, 14, row)
        assert reader.view.at == "openness"


async def test_without_a_session_cards_are_read_and_nothing_is_said(deck: Deck) -> None:
    async with run(CardsScreen(History(decks.session()), deck, reading_only=True)) as stage:
        assert "read only" in stage.title
        for key in ("+", "n", "a", "k", "b", "e"):
            await stage.press("D", key)
            assert stage.status == ONLY_READING
        assert stage.heard == []
        await stage.press("f3")
        assert stage.status == ONLY_READING
        await stage.press("o")
        assert stage.status == ONLY_READING
        await stage.press("escape")
        assert isinstance(stage.heard[-1], SessionScreen.BackAsked)


async def test_it_begins_where_it_is_asked_to_and_says_so_below_the_smallest_size(deck: Deck, sample: Session) -> None:
    async with run(CardsScreen(History(sample), deck, "media"), (59, 20)) as stage:
        assert stage.screen.query_one(CardsReader).view.at == "media"
        assert not stage.screen.query_one(CardsReader).display or stage.screen.has_class("-too-small")


@pytest.mark.parametrize(
    ("tool", "words"),
    [
        ("diamond", "barrier"),
        ("quadrants", "a serious threat to innovation"),
        ("roadmap", "consensus"),
    ],
)
def test_what_each_tool_is_for_is_read_before_the_cards_and_from_the_page_of_the_toolkit(
    library: Library, tool: str, words: str
) -> None:
    """D1–D9, Q1–Q9, R1–R10: the introduction of every tool, at any moment."""
    entry = f"about:tool:{tool}"
    ids = [each.id for each in library.shelf]
    assert ids.index(TOOLKIT) < ids.index(entry) < ids.index("about:enabler")
    assert entry in [piece.target for piece in library.reading(TOOLKIT).pieces]
    text = flat(text_of(library, entry))
    words_of = library.deck.tools[tool]
    assert flat(words_of.about).split(".")[0] in text
    assert flat(words_of.introduction).split(":")[0].split(".")[0] in text
    assert words in text


def test_a_tool_without_an_introduction_has_no_entry(library: Library) -> None:
    silent = {name: each._replace(introduction="", about="") for name, each in library.deck.tools.items()}
    bare = replace(library, deck=replace(library.deck, tools=silent))
    assert not [entry.id for entry in bare.shelf if entry.id.startswith("about:tool:")]
    assert not [piece.target for piece in bare.reading(TOOLKIT).pieces if "tool:" in piece.target]
