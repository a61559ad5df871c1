"""Who reads what, as it is painted: at every size, with many people, with none, and under the mouse."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innovate_tui.ui.widgets import people_view
from innovate_tui.ui.widgets.people_painter import CELL, TOP, paint_people, planned, under
from innovate_tui.ui.widgets.people_view import NOBODY, PeopleScene, View, scene_of
from innovate_tui.workshop.deck import Deck, Mode
from innovate_tui.workshop.edits import AddPeople, Deal, MakeExpert
from innovate_tui.workshop.features import Kind
from innovate_tui.workshop.people import names_in
from innovate_tui.workshop.session import Session
from tests import decks
from tests.ui.golden import looks_like

SIZES = {"60x20": (60, 14), "80x24": (80, 18), "100x30": (100, 24), "160x50": (160, 44)}
"""Windows, and what they leave for the page."""
NASTY = "[red]x[/] \x1b]52;c;AA\x07 \u202ez"


def room(deck: Deck, names: str, *, dealt: bool = True, mode: Mode = Mode.GROUP) -> Session:
    """A session with these people, and its enablers shared out."""
    people = names_in(names)
    now = decks.session(mode=mode)
    if people:
        now = AddPeople(tuple(f"p-{number}" for number in range(1, len(people) + 1)), people).apply(now, deck)
    return Deal(Kind.ENABLER).apply(now, deck) if dealt and people else now


@pytest.fixture
def six(deck: Deck) -> PeopleScene:
    now = room(deck, "Asha, Bo, Ceri Angharad Llewellyn, RK, 2")
    return scene_of(MakeExpert("team", "").apply(now, deck), deck, Kind.ENABLER)


@pytest.mark.parametrize("name", SIZES)
def test_six_people_at_every_size(six: PeopleScene, name: str) -> None:
    view = View("p-3")
    picture = paint_people(six, view, *SIZES[name])
    text = picture.as_text()
    assert planned(six, view, *SIZES[name]).names
    for person in ("Asha", "Bo", "Ceri", "RK", "person 5", "person 6", "Nobody yet"):
        assert person in text
    looks_like(f"people-{name}", text)


def test_where_names_do_not_fit_cards_stand_by_their_letters(deck: Deck) -> None:
    scene = scene_of(MakeExpert("team", "p-8").apply(room(deck, "8", dealt=False), deck), deck, Kind.ENABLER)
    assert not planned(scene, View("p-8"), 60, 14).names
    looks_like("people-letters-60x20", paint_people(scene, View("p-8"), 60, 14).as_text())


def test_a_chosen_card_in_ascii(six: PeopleScene) -> None:
    text = paint_people(six, View("p-3", six.readers[2].cards[0]), 80, 18).as_text(ascii_only=True)
    assert text.isascii()
    looks_like("people-card-80x24-ascii", text)


def test_two_people_have_more_than_three_each_and_all_are_to_be_seen(deck: Deck) -> None:
    scene = scene_of(room(deck, "Asha, Bo"), deck, Kind.ENABLER)
    looks_like("people-two-80x24", paint_people(scene, View("p-1"), 80, 18).as_text())


def test_before_anybody_is_added(deck: Deck) -> None:
    looks_like(
        "people-nobody-80x24", paint_people(scene_of(room(deck, ""), deck, Kind.ENABLER), View(), 80, 18).as_text()
    )
    alone = scene_of(room(deck, "", mode=Mode.INDIVIDUAL), deck, Kind.ENABLER)
    looks_like("people-nobody-alone-80x24", paint_people(alone, View(), 80, 18).as_text())


def test_who_works_alone_sees_nothing_of_sharing_out(deck: Deck) -> None:
    scene = scene_of(room(deck, "Asha, Bo", mode=Mode.INDIVIDUAL), deck, Kind.ENABLER)
    text = paint_people(scene, View("p-1"), 80, 18).as_text()
    assert [reader.cards for reader in scene.readers] == [(), ()]
    assert "looks after" in text
    assert "read" not in text
    assert "■" not in text


@pytest.mark.parametrize("name", SIZES)
@pytest.mark.parametrize("number", [1, 7, 12, 30])
def test_whoever_is_chosen_is_in_sight_however_many_they_are(deck: Deck, name: str, number: int) -> None:
    scene = scene_of(room(deck, str(number)), deck, Kind.ENABLER)
    for reader in scene.rows:
        picture = paint_people(scene, View(reader.id), *SIZES[name])
        text = picture.as_text()
        assert f"► {reader.id.removeprefix('p-')} {reader.name}" in text or f"►   {reader.name}" in text
        assert (picture.width, picture.height) == SIZES[name]


def test_what_people_are_called_cannot_act(deck: Deck) -> None:
    scene = scene_of(room(deck, NASTY), deck, Kind.ENABLER)
    text = paint_people(scene, View("p-1"), 80, 18).as_text()
    assert "[red]x[/]" in text
    assert not any(char in text for char in "\x1b\x07\u202e")


def test_a_click_chooses_a_person_a_card_or_nothing(six: PeopleScene) -> None:
    plan = planned(six, View("p-1"), 80, 18)
    block = plan.blocks[1]
    (x, card), *_ = block.lines[0]
    assert under(six, View("p-1"), 80, 18, 3, block.y) == View("p-2")
    assert under(six, View("p-1"), 80, 18, x, block.y) == View("p-2", card)
    assert under(six, View("p-1"), 80, 18, x + CELL - 4, block.y) == View("p-2", card)
    assert under(six, View("p-1"), 80, 18, 78, block.y) == View("p-2")
    assert under(six, View("p-1"), 80, 18, 3, TOP - 1) is None
    assert under(six, View("p-1"), 80, 18, 3, 17) is None


# --- keys -------------------------------------------------------------------------------------------------------------


def test_the_rows_and_the_cards_in_them_are_gone_through_with_the_arrows(six: PeopleScene) -> None:
    assert people_view.moved(six, View("p-1"), -1) == View(NOBODY)
    assert people_view.moved(six, View(NOBODY, "team"), 1) == View("p-1")
    first, *_ = six.readers[0].cards
    assert people_view.along(six, View("p-1"), 1) == View("p-1", first)
    assert people_view.along(six, View("p-1", first), -1) == View("p-1")
    assert people_view.along(six, View("p-1", six.readers[0].cards[-1]), 1) == View("p-1", six.readers[0].cards[-1])
    assert people_view.along(six, View("p-1"), -1) == View("p-1")


def test_a_capital_and_a_digit_give_a_card_to_somebody(six: PeopleScene) -> None:
    chosen = people_view.capital(six, View("p-1"), "D")
    assert chosen.view.card == "trust"
    assert people_view.digit(six, chosen.view, 2).edit == MakeExpert("trust", "p-2")
    assert people_view.digit(six, chosen.view, 0).edit == MakeExpert("trust", "")
    assert people_view.digit(six, View("p-1"), 2) == people_view.Answer(View("p-2"))
    assert people_view.digit(six, View(NOBODY, "team"), 0).say == "Nobody reads it yet."
    assert people_view.digit(six, View("p-1"), 7).say == "There are 6 people here."
    assert people_view.digit(six, View("p-1"), 0).edit is None


def test_capitals_that_choose_nothing_say_why(six: PeopleScene, deck: Deck) -> None:
    assert people_view.capital(six, View("p-1"), "K").say.startswith("K is Regulation: a card of another kind.")
    assert people_view.capital(six, View("p-1"), "Z").say.startswith("No card has the letter Z.")
    assert "Caps Lock" in people_view.capital(six, View("p-1", "", 2), "D").say
    empty = scene_of(room(deck, ""), deck, Kind.ENABLER)
    assert people_view.capital(empty, View(), "D").say.startswith("a adds people")
    alone = scene_of(room(deck, "Asha", mode=Mode.INDIVIDUAL), deck, Kind.ENABLER)
    assert people_view.capital(alone, View("p-1"), "D").say == people_view.NOT_ALONE


def test_after_a_card_of_nobodys_was_given_away_the_next_of_them_is_chosen(deck: Deck) -> None:
    now = room(deck, "Asha, Bo", dealt=False)
    before = scene_of(now, deck, Kind.ENABLER)
    view = View(NOBODY, before.waiting[1])
    now = MakeExpert(before.waiting[1], "p-1").apply(now, deck)
    scene = scene_of(now, deck, Kind.ENABLER)
    assert people_view.settled(before, scene, view) == View(NOBODY, before.waiting[2])
    last = MakeExpert(before.waiting[-1], "p-1").apply(now, deck)
    view = View(NOBODY, before.waiting[-1])
    assert people_view.settled(scene, scene_of(last, deck, Kind.ENABLER), view) == View(NOBODY, before.waiting[0])


def test_when_somebody_is_taken_out_whoever_stands_there_then_is_chosen(six: PeopleScene, deck: Deck) -> None:
    scene = scene_of(room(deck, "Asha, Bo"), deck, Kind.ENABLER)
    assert people_view.settled(six, scene, View("p-2")) == View("p-2")
    assert people_view.settled(six, scene, View("p-5")) == View("p-2")
    assert people_view.settled(six, PeopleScene(), View("p-5")) == View()


@given(st.lists(st.sampled_from(["up", "down", "left", "right", *"ADKZ0127"]), max_size=30), st.integers(0, 4))
def test_whatever_is_pressed_the_cursor_stands_on_something(keys: list[str], number: int) -> None:
    deck_ = decks.deck()
    scene = scene_of(room(deck_, str(number) if number else ""), deck_, Kind.ENABLER)
    view = people_view.settled(scene, scene, View())
    for key in keys:
        if key in ("up", "down"):
            view = people_view.moved(scene, view, 1)
        elif key in ("left", "right"):
            view = people_view.along(scene, view, 1 if key == "right" else -1)
        elif key.isdigit():
            view = people_view.digit(scene, view, int(key)).view
        else:
            view = people_view.capital(scene, view, key).view
        row = scene.row(view.at)
        assert row is not None or not scene.readers
        assert not view.card or (row is not None and view.card in row.cards)
