"""Names that fit a board, and capitals for life (INTERACTION, sections 1 and 2)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innovate_tui.workshop.edits import AddFeature, RemoveFeature
from innovate_tui.workshop.features import LIST_WIDTH, ROAD_WIDTH, SHORT_WIDTH, Feature, Kind, name_lines, named
from innovate_tui.workshop.session import Cards, Session, cards_of
from tests.decks import deck, feature, own_card, session

DECK = deck()


@pytest.mark.parametrize(
    ("text", "width", "rows", "lines"),
    [
        ("", 13, 2, ()),
        ("   ", 13, 2, ()),
        ("Trust", 13, 2, ("Trust",)),
        ("Trust and confidence", 13, 2, ("Trust and", "confidence")),
        ("Shared vision", 13, 2, ("Shared vision",)),  # exactly as wide
        ("Shared visions", 13, 2, ("Shared", "visions")),
        ("  Shared \n vision ", 13, 2, ("Shared vision",)),
        ("A strong case for innovation", 13, 2, ("A strong case", "for…")),
        ("Space and time to think about it", 13, 2, ("Space and", "time to…")),
        ("Stable and capable teams", 10, 1, ("Stable…",)),
        ("Stable and x", 10, 1, ("Stable…",)),  # a full line gives up a word for the sign that it goes on
        ("Evaluating x", 10, 1, ("Evaluatin…",)),
        ("Professionalisation", 13, 2, ("Professional…",)),
        ("Professionalisation of care", 13, 2, ("Professional…", "of care")),
        ("Deinstitutionalisation professionalisation of", 13, 2, ("Deinstitutio…", "professional…")),
    ],
)
def test_a_name_is_broken_between_words_and_cut_where_it_must_be(
    text: str, width: int, rows: int, lines: tuple[str, ...]
) -> None:
    assert name_lines(text, width, rows) == lines


@given(st.text(), st.integers(2, 30), st.integers(1, 3))
def test_no_line_of_a_name_is_ever_too_wide(text: str, width: int, rows: int) -> None:
    lines = name_lines(text, width, rows)
    assert len(lines) <= rows
    assert all(0 < len(line) <= width for line in lines)


@given(st.text(), st.integers(2, 30), st.integers(1, 3))
def test_a_name_that_is_not_cut_keeps_every_word_and_one_that_is_says_so(text: str, width: int, rows: int) -> None:
    shown = " ".join(name_lines(text, width, rows))
    assert shown == " ".join(text.split()) or "…" in shown


def test_short_names_follow_from_the_title() -> None:
    card = named(feature("leadership"))
    assert card.short == ("Inspiring and", "consistent…")
    assert card.in_list == "Inspiring and…"
    assert card.on_road == ("Inspiring", "and…")


def test_list_and_road_names_follow_from_the_board_name() -> None:
    card = named(Feature("team", "A stable and capable team", Kind.ENABLER, short=("Stable and", "capable team")))
    assert card.in_list == "Stable and capable…"
    assert card.on_road == ("Stable and", "capable…")


def test_names_that_are_given_stay_as_they_are() -> None:
    given_names = Feature("x", "A title", Kind.ENABLER, short=("A", "B"), in_list="In a list", on_road=("On", "road"))
    assert named(given_names) == given_names


@given(st.text())
def test_every_card_has_names_that_fit(title: str) -> None:
    card = named(Feature("x", title, Kind.ENABLER))
    assert all(len(line) <= SHORT_WIDTH for line in card.short)
    assert len(card.in_list) <= LIST_WIDTH
    assert all(len(line) <= ROAD_WIDTH for line in card.on_road)


def test_a_card_of_the_groups_own_stands_among_the_others_under_its_short_name() -> None:
    own = own_card(title="A building people like to walk into", short="A good building", summary="On Mill Lane.")
    card = Cards(DECK, {own.id: own}).all[own.id]
    assert card.short == ("A good", "building")
    assert card.in_list == "A good building"
    assert (card.title, card.summary, card.own) == ("A building people like to walk into", "On Mill Lane.", True)


def test_a_card_of_the_groups_own_without_a_short_name_gets_one_from_its_title() -> None:
    own = own_card(title="A building people like to walk into")
    assert Cards(DECK, {own.id: own}).all[own.id].short == ("A building", "people like…")


def test_a_short_name_that_is_too_long_is_cut_to_fit() -> None:
    own = own_card(short="A building that people like to walk into")
    assert Cards(DECK, {own.id: own}).all[own.id].short == ("A building", "that people…")


def test_the_decks_cards_come_first_and_a_tool_is_offered_its_own_kind() -> None:
    cards = cards_of(session(own=[own_card()]), DECK)
    assert list(cards.all)[:2] == ["trust", "team"]
    assert [card.id for card in cards.of_kind(Kind.ENABLER)][-2:] == ["space", "own-k3f9"]
    assert {card.kind for card in cards.of_kind(Kind.INFLUENCE)} == {Kind.INFLUENCE}


# --- capitals ---------------------------------------------------------------------------------------------------------


def letters(now: Session) -> dict[str, str]:
    """The capitals of the group's own cards."""
    return {card.id: card.letter for card in cards_of(now, DECK).all.values() if card.own}


def adding(now: Session, *cards: str) -> Session:
    """With these cards of the group's own."""
    for card in cards:
        now = AddFeature(card, f"Card {card}", Kind.ENABLER).apply(now, DECK)
    return now


def test_the_groups_own_cards_take_the_capitals_that_the_deck_leaves() -> None:
    assert letters(adding(session(), "own-1", "own-2")) == {"own-1": "U", "own-2": "V"}


def test_the_others_keep_their_capitals_when_one_is_taken_out() -> None:
    now = RemoveFeature("own-1").apply(adding(session(), "own-1", "own-2", "own-3"), DECK)
    assert letters(now) == {"own-2": "V", "own-3": "W"}


def test_a_new_card_takes_the_capital_that_became_free() -> None:
    now = RemoveFeature("own-1").apply(adding(session(), "own-1", "own-2"), DECK)
    assert letters(adding(now, "own-3")) == {"own-2": "V", "own-3": "U"}


def test_after_z_a_card_has_no_capital_until_one_is_free() -> None:
    now = adding(session(), *(f"own-{number}" for number in range(1, 8)))
    assert letters(now)["own-6"] == "Z"
    assert letters(now)["own-7"] == ""
    assert "" not in cards_of(now, DECK).by_letter
    assert letters(RemoveFeature("own-3").apply(now, DECK))["own-7"] == "W"


def test_a_capital_finds_its_card() -> None:
    cards = cards_of(session(own=[own_card()]), DECK)
    assert cards.by_letter["A"].id == "trust"
    assert cards.by_letter["U"].id == "own-k3f9"


@pytest.mark.parametrize("letter", ["A", "V", "é", "ab"])
def test_a_capital_written_down_twice_or_for_a_card_of_the_deck_never_names_two_cards(letter: str) -> None:
    own = [own_card("own-1", letter="V"), own_card("own-2", letter=letter), own_card("own-3")]
    cards = cards_of(session(own=own), DECK)
    assert cards.by_letter["A"].id == "trust"
    assert letters(session(own=own)) == {"own-1": "V", "own-2": "U", "own-3": "W"}


@given(st.lists(st.integers(0, 7), max_size=30))
def test_a_capital_is_for_life(steps: list[int]) -> None:
    """Each step adds that card, or takes it out if it is there; a card that has a capital never gets another."""
    now = session()
    for step in steps:
        card, before = f"own-{step}", letters(now)
        now = RemoveFeature(card).apply(now, DECK) if card in now.own else adding(now, card)
        after = letters(now)
        assert all(after[other] == letter for other, letter in before.items() if letter and other in after)
        used = [letter for letter in after.values() if letter]
        assert len(used) == len(set(used)) == min(len(after), 6)
