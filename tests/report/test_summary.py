"""What the summary says, word for word, and the rules by which it says it.

The golden files are changed by one command only: INNOVATE_GOLDEN=write pytest tests/report/test_summary.py
"""

import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from innovate_tui.report.document import DiamondPicture, Document, Figure, Part, Section, Tone, text_of
from innovate_tui.report.markdown import to_markdown
from innovate_tui.report.plain import to_plain
from innovate_tui.report.summary import summarise
from innovate_tui.workshop.deck import Deck, KindWords, Mode
from innovate_tui.workshop.diamond import Diamond, Standing
from innovate_tui.workshop.features import Feature, Judgement, Kind
from innovate_tui.workshop.reflections import Answer, Reflections
from innovate_tui.workshop.session import Boards, DeckStamp, Said, Session
from tests.report.conftest import SESSIONS, document
from tests.report.sessions import DECK, ORDER, full, session

GOLDEN = Path(__file__).parent / "golden"
TOO_LONG = (
    "long_words",
    "overfull",
    "twelve",
    "crowded",
    "endless_grid",
    "many_cards",
    "crowded_month",
    "endless_rounds",
)
TOLD_WHOLE = [name for name in SESSIONS if name not in TOO_LONG]


@pytest.mark.parametrize("name", TOLD_WHOLE)
@pytest.mark.parametrize(("write", "ending"), [(to_markdown, "md"), (to_plain, "txt")])
def test_every_session_reads_as_it_was_agreed(name: str, write: object, ending: str) -> None:
    assert callable(write)
    told = str(write(document(name)))
    golden = GOLDEN / f"{name}.{ending}"
    if os.environ.get("INNOVATE_GOLDEN") == "write":
        golden.write_text(told, encoding="utf-8")
    assert told == golden.read_text(encoding="utf-8")


def headline(made: Session) -> str:
    """The sentence over the diamond."""
    first = summarise(made, DECK).parts[0].blocks[0]
    assert getattr(first, "tone", None) is Tone.HEADLINE
    return text_of(first.runs)  # type: ignore[union-attr]  # a paragraph


def with_places(places: dict[str, int], mode: Mode = Mode.GROUP) -> Session:
    """A session with these cards placed."""
    cards = {card: Standing(place) for card, place in places.items()}
    return session(mode=mode, boards=Boards(Diamond(cards)))


@pytest.mark.parametrize(
    ("places", "sentence"),
    [
        ({}, "No card has been placed yet."),
        ({"trust": 1}, "We put Trust and confidence at 1; the other places are empty."),
        ({"trust": 1, "team": 2}, "We put Trust and confidence first; 7 of the 9 places are empty."),
        ({"space": 9, "team": 2}, "We put Space and time for collaboration last; 7 of the 9 places are empty."),
        ({"trust": 4, "team": 5}, "We placed 2 cards; 7 of the 9 places are empty."),
        ({"trust": 1, "space": 9}, "We put Trust and confidence first and Space and time for collaboration last."),
    ],
)
def test_the_headline_follows_from_the_places(places: dict[str, int], sentence: str) -> None:
    assert headline(with_places(places)) == sentence


def test_one_empty_place_is_one() -> None:
    eight = {card: place for place, card in enumerate(ORDER[:8], 1)}
    assert headline(with_places(eight)) == "We put Trust and confidence first; 1 of the 9 places is empty."


def test_a_person_alone_says_i() -> None:
    assert headline(with_places({"trust": 1, "space": 9}, Mode.INDIVIDUAL)).startswith("I put Trust")


def words(made: Document) -> str:
    """All of a document as plain text, line ends folded."""
    return " ".join(to_plain(made).split())


def test_the_board_is_said_to_be_open_until_it_is_fixed() -> None:
    fixed = full()
    unfixed = replace(fixed, boards=replace(fixed.boards, diamond=fixed.boards.diamond._replace(fixed=None)))
    assert "Fixed on 12 March 2026 at 10:18." in words(summarise(fixed, DECK))
    assert "Not fixed yet" in words(summarise(unfixed, DECK))


def sections(made: Document) -> dict[str, Section]:
    """The sections of a document by name."""
    return {text_of(b.title): b for part in made.parts for b in part.blocks if isinstance(b, Section)}


def test_top_bottom_and_middle_hold_their_places_and_nothing_is_lost() -> None:
    found = sections(document("full"))
    numbers = {name: [getattr(entry, "number", None) for entry in found[name].blocks] for name in found}
    assert numbers["Top three"] == [1, 2, 3]
    assert numbers["Bottom three"] == [7, 8, 9]
    assert numbers["In the middle"] == [4, 5, 6]
    told = words(document("full"))
    for standing in full().boards.diamond.cards.values():
        assert " ".join(standing.why.split()) in told
        assert " ".join(standing.dissent.split()) in told
    for said in full().said.values():
        assert " ".join(said.note.split()) in told


def test_cards_are_set_aside_only_when_the_group_is_done() -> None:
    moment = datetime(2026, 3, 12, 10, 18, tzinfo=UTC)
    cards = {"trust": Standing(1), "space": Standing(None, "Half of us would.")}
    still_open = session(boards=Boards(Diamond(cards)))
    done = session(boards=Boards(Diamond(cards, fixed=moment)))
    assert "Not placed yet" in sections(summarise(still_open, DECK))
    assert "Set aside" in sections(summarise(done, DECK))
    assert "Half of us would." in words(summarise(done, DECK))


def test_skipped_questions_are_left_out_even_if_they_were_answered() -> None:
    answers = {"who": Answer("Health visitors", skipped=True), "readiness": Answer("Nearly.")}
    told = words(summarise(session(boards=Boards(reflections=Reflections(answers))), DECK))
    assert "Who else should be here?" not in told
    assert "Health visitors" not in told
    assert "Nearly." in told


def test_reworded_and_own_questions_are_said_to_be() -> None:
    told = words(document("full"))
    assert "How do we use what we are good at? (reworded by the group)" in told
    assert "How could you use your strengths?" not in told
    assert "When do we meet again? (the group’s own question)" in told


def test_an_own_question_about_a_tool_that_was_not_begun_is_told_too() -> None:
    answers = {"q-1": Answer("The young people.", "Who tells it in a year?", tool="roadmap")}
    told = words(summarise(session(boards=Boards(reflections=Reflections(answers))), DECK))
    assert "Who tells it in a year?" in told
    assert "The young people." in told


def test_a_quoted_question_names_its_source() -> None:
    answered = session(boards=Boards(reflections=Reflections({"develop": Answer("Time.")})))
    assert "Question quoted from A handbook of 1998" in words(summarise(answered, DECK))


def test_cards_of_the_groups_own_are_said_to_be() -> None:
    told = words(document("full"))
    assert "Place 8: Parents who run groups (the group’s own card)" in told
    assert "Four parents on the estate." in told


def test_the_picture_and_its_list_say_the_same() -> None:
    figure = next(b for b in document("full").parts[1].blocks if isinstance(b, Figure))
    assert isinstance(figure.picture, DiamondPicture)
    items = [text_of(item) for item in figure.equivalent.items]
    assert len(items) == 9
    for place, card in figure.picture.cards.items():
        item = items[place - 1]
        assert item.startswith(card.title.text)
        assert ("own card" in item) == card.own
        assert ("not everyone agrees" in item) == card.dissent
        assert ("strength" in item) == (card.judgement is Judgement.STRENGTH)


def test_a_dissent_alone_is_enough_to_be_told() -> None:
    told = words(document("many_own"))
    assert "Nobody should set this aside." in told


def test_what_the_file_holds_and_cannot_show_is_said() -> None:
    assert "One thing in the session’s file could not be shown here" in words(document("hostile"))


def test_a_card_that_the_deck_does_not_know_keeps_the_title_its_file_has() -> None:
    stamp = DeckStamp("other", titles={Kind.INFLUENCE: {"ghost": "A card of another deck"}})
    made = session(deck=stamp, boards=Boards(Diamond({"ghost": Standing(1)})), said={"gone": Said(note="Still here.")})
    told = words(summarise(made, DECK))
    assert "A card of another deck (Wider system influence)" in told
    assert "Still here." in told


def test_another_deck_in_another_language_needs_no_change() -> None:
    kinds = {
        kind: KindWords(name, name, name, "") for kind, name in zip(Kind, ("Atout", "Influence", "Levier"), strict=True)
    }
    features = tuple(Feature(f"c{n}", f"Carte {n}", Kind.ENABLER) for n in range(7))
    french = Deck("fr", "1", "Jeu", "fr", "D’après", DECK.toolkit, kinds, features, {})
    made = summarise(session(boards=Boards(Diamond({"c1": Standing(1, "Parce que.")}))), french)
    assert made.language == "fr"
    part = made.parts[0]
    assert isinstance(part, Part)
    sentence = part.blocks[0].runs  # type: ignore[union-attr]  # a paragraph
    assert [(run.text, run.language) for run in sentence] == [
        ("We", "en-GB"),
        (" put ", "en-GB"),
        ("Carte 1", ""),
        (" at ", "en-GB"),
        ("1", "en-GB"),
        ("; the other places are empty.", "en-GB"),
    ]
    assert "Atout" in words(made)


def test_nothing_said_by_the_group_means_nothing_praised_and_nothing_invented() -> None:
    told = words(document("empty"))
    assert told == (
        "Family hubs redesign Workshop summary Begun: 12 March 2026 Diamond 9 No card has been placed yet. "
        "No card has been judged, and no notes were written. "
        "No question has been answered yet. Made with innovate-tui from the session of 12 March 2026. "
        "Based on materials by The Innovate Project, theinnovateproject.co.uk"
    )


@pytest.mark.parametrize("language", ["Welsh (north)", ")/Evil", "", "x"])
def test_a_language_that_is_none_is_not_claimed(language: str) -> None:
    assert summarise(session(language=language), DECK).language == "en-GB"
