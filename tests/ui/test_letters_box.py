"""A paper diamond typed back on the Diamond 9 screen: nine letters, its picture before it is kept, one step of undo."""

from dataclasses import replace

import pytest
from textual.events import Key, Paste

from innovate_tui.ui.screens.diamond import FROM_PAPER, DiamondScreen
from innovate_tui.ui.screens.letters_box import Lettering, LettersBox, LettersCanvas, paint_lettering
from innovate_tui.ui.widgets.diamond_board import DiamondBoard
from innovate_tui.ui.widgets.diamond_view import Scene
from innovate_tui.workshop.deck import Deck
from innovate_tui.workshop.diamond import PLACES
from innovate_tui.workshop.history import History
from innovate_tui.workshop.session import Boards, Session, cards_of
from tests import decks
from tests.ui.golden import looks_like
from tests.ui.pilot import CHARACTERS, Stage, run

SMALL_DECK = decks.deck()
SIZES = [(60, 18), (80, 22), (100, 28), (100, 33)]


def lettering(typed: str, session: Session | None = None) -> Lettering:
    """The box on a board of the small deck."""
    now = session or decks.session(own=[decks.own_card()])
    cards = cards_of(now, SMALL_DECK)
    scene = Scene(cards.all, now.boards.diamond, said=now.said)
    return Lettering(scene, cards.by_letter, typed)


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_box_looks_as_it_did(width: int, height: int) -> None:
    looks_like(f"letters-{width}x{height}", paint_lettering(lettering("deb.u"), width, height).as_text())


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_diamond_is_drawn_as_it_will_be_and_the_next_place_is_framed(width: int, height: int) -> None:
    picture = paint_lettering(lettering("dEb.u"), width, height).as_text()
    assert "5 of 9" in picture
    for words in (" 1 ■", " 2 ■", " 3 ■", " 5 ■", "Inspiring", "A good"):
        assert words in picture
    for words in (" 4 ■", " 6 ■"):
        assert words not in picture


def test_a_card_that_has_a_reason_keeps_its_mark_in_the_picture() -> None:
    session = decks.session(at={9: "trust"}, why={"trust": "Families come back."})
    assert "≡" in paint_lettering(lettering("a", session), 80, 22).as_text()


def fresh(deck: Deck, sample: Session) -> DiamondScreen:
    """The screen with nothing on its board."""
    return DiamondScreen(History(replace(sample, boards=Boards())), deck)


def letters_on(stage: Stage, deck: Deck) -> str:
    """The letters of the diamond, from 1 to 9."""
    diamond = stage.session.boards.diamond
    by_id = cards_of(stage.session, deck).all
    return "".join(by_id[card].letter if (card := diamond.at(place)) else "." for place in PLACES)


async def test_nine_letters_and_two_more_keys_bring_a_paper_diamond_onto_the_screen(
    deck: Deck, sample: Session
) -> None:
    async with run(fresh(deck, sample)) as stage:
        keys = ["l", *"debagfchi", "enter"]
        assert len(keys) == 11  # at a slow two keys a second that is six seconds of the thirty
        await stage.press(*keys[:-1])
        assert stage.status.startswith("Compare it with the paper. Enter keeps it")
        assert letters_on(stage, deck) == "." * 9
        await stage.press("enter")
        assert letters_on(stage, deck) == "DEBAGFCHI"
        assert "All nine places are filled." in stage.status or "as on paper" in stage.status
        await stage.press("u")
        assert letters_on(stage, deck) == "." * 9
        await stage.press("y")
        assert letters_on(stage, deck) == "DEBAGFCHI"


async def test_a_wrong_letter_is_told_at_once_and_taken_back_and_enter_keeps_nothing_before_all_nine_are_told(
    deck: Deck, sample: Session
) -> None:
    async with run(fresh(deck, sample)) as stage:
        await stage.press("l", "d", "d")
        assert stage.status == "Place 2: D stands at 1 already. Backspace takes it back."
        await stage.press("enter")
        assert stage.status.startswith("Not kept yet. Place 2: D stands at 1 already.")
        await stage.press("backspace", "e", "enter")
        assert stage.status == "Not kept yet. The letter at place 3?"
        assert isinstance(stage.screen, LettersBox)
        await stage.type(" ..-----")
        await stage.press("enter")
        assert letters_on(stage, deck) == "DE......."


async def test_keys_that_come_in_a_burst_are_heard_in_their_order(deck: Deck, sample: Session) -> None:
    async with run(fresh(deck, sample)) as stage:
        await stage.press("l")
        driver = stage.app._driver
        assert driver is not None
        for key in ("a", "x", "backspace", *"bcd....i", "backspace", ".", "enter"):
            event = Key("full_stop" if key == "." else key, CHARACTERS.get(key, key))
            event.set_sender(stage.app)
            driver.send_message(event)
        await stage.settle()
        assert letters_on(stage, deck) == "ABCD....."


async def test_esc_leaves_everything_as_it_was(deck: Deck, sample: Session) -> None:
    screen = DiamondScreen(History(sample), deck)
    async with run(screen) as stage:
        if screen.fixed:
            await stage.press("f")
        before = screen.history
        await stage.press("l")
        await stage.type("ihgfedcba")
        await stage.press("escape")
        assert screen.history is before
        assert stage.status == "The board is as it was."


async def test_reasons_survive_a_paper_diamond(deck: Deck, sample: Session) -> None:
    screen = DiamondScreen(History(sample), deck)
    async with run(screen) as stage:
        if screen.fixed:
            await stage.press("f")
        before = {card: standing.why for card, standing in stage.session.boards.diamond.cards.items() if standing.why}
        assert before
        await stage.press("l")
        stage.screen.post_message(Paste("I H G\nF E D\nC B A"))
        await stage.settle()
        await stage.press("enter")
        assert letters_on(stage, deck) == "IHGFEDCBA"
        after = {card: standing.why for card, standing in stage.session.boards.diamond.cards.items() if standing.why}
        assert after == before


async def test_a_fixed_board_takes_none_and_says_how_it_would(deck: Deck, sample: Session) -> None:
    screen = DiamondScreen(History(sample), deck)
    async with run(screen) as stage:
        if not screen.fixed:
            await stage.press("f")
        await stage.press("l")
        assert stage.screen is screen
        assert stage.status == "This board is fixed. f unfixes it."


async def test_beside_an_empty_board_it_is_offered_and_beside_a_begun_one_it_is_not(
    deck: Deck, sample: Session
) -> None:
    async with run(fresh(deck, sample), (100, 40)) as stage:
        board = stage.screen.query_one(DiamondBoard)
        assert board.scene.notes[0].endswith(FROM_PAPER)
        await stage.press("D", "1")
        assert FROM_PAPER not in board.scene.notes[0]


async def test_a_click_beside_the_box_leaves_the_board_as_it_was_and_one_in_it_does_nothing(
    deck: Deck, sample: Session
) -> None:
    screen = fresh(deck, sample)
    async with run(screen, (160, 50)) as stage:
        await stage.press("l")
        await stage.type("deb")
        canvas = stage.screen.query_one(LettersCanvas)
        await stage.click(canvas, 5, 5)
        assert isinstance(stage.screen, LettersBox)
        await stage.pilot.mouse_down(offset=(1, 1))
        await stage.settle()
        assert not isinstance(stage.screen, LettersBox)
        assert screen.session.boards.diamond.placed == ()
