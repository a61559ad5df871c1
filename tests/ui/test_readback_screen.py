"""Reading back: calm pages that fit, whatever was said, and a last one that says so."""

from dataclasses import replace

import pytest

from innovate_tui.ui.screens.readback import ReadBackScreen
from innovate_tui.ui.widgets.calm_pages import COLUMN, Told, pages_of
from innovate_tui.ui.widgets.readback_page import NOTHING, ReadBackPage, pages, paint_read_back
from innovate_tui.ui.widgets.words_field import WordsField
from innovate_tui.workshop.deck import Deck, Mode
from innovate_tui.workshop.history import History
from innovate_tui.workshop.readback import read_back
from innovate_tui.workshop.session import Person, Session
from tests.decks import session
from tests.ui.golden import looks_like
from tests.ui.pilot import run

SIZES = ((60, 16), (80, 20), (100, 26), (160, 46))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_sample_read_back(sample: Session, deck: Deck, size: tuple[int, int]) -> None:
    parts = read_back(sample, deck)
    shown = [paint_read_back(parts, page, *size).as_text().rstrip() for page in range(len(pages(parts, *size)))]
    looks_like(f"readback-{size[0]}x{size[1]}", "\n\n".join(shown))


@pytest.mark.parametrize("size", SIZES)
def test_every_word_is_on_some_page_and_every_page_fits(sample: Session, deck: Deck, size: tuple[int, int]) -> None:
    parts = read_back(sample, deck)
    found = pages(parts, *size)
    assert all(len(page) < size[1] for page in found)
    words = " ".join(text for page in found for _, text, _ in page).split()
    said = " ".join(f"{part.heading} " + " ".join(f"{line.text} {line.why}" for line in part.lines) for part in parts)
    assert words == said.split()


def test_a_heading_stays_with_its_first_line_and_what_is_too_long_is_parted() -> None:
    parts = [("One", (Told("a"),) * 4), ("Two", (Told("b"),) * 2), ("Long", (Told("word " * 400),))]
    found = pages_of(parts, 80, 12)
    assert all(len(page) <= 11 for page in found)
    assert all(page[-1][1] not in ("One", "Two", "Long") for page in found)
    assert [page[0][1] for page in found[:3]] == ["One", "Two", "Long"]
    assert max(len(text) for page in found for _, text, _ in page) <= COLUMN


async def test_pages_are_turned_and_the_last_one_says_so(sample: Session, deck: Deck) -> None:
    async with run(ReadBackScreen(History(sample), deck)) as stage:
        page = stage.screen.query_one(ReadBackPage)
        assert stage.status == "To read aloud. space goes on."
        assert "What we said first" in page.picture.as_text()
        await stage.press("space")
        assert page.page == 1
        await stage.press("end")
        assert stage.status.startswith("This is the end of it.")
        assert page.page == page.last > 1
        await stage.press("space", "home", "left")
        assert page.page == 0


async def test_where_nothing_was_said_that_is_said(deck: Deck) -> None:
    async with run(ReadBackScreen(History(session()), deck)) as stage:
        assert NOTHING in stage.screen.query_one(ReadBackPage).picture.as_text()
        assert stage.status == "Nothing to read back yet."


async def test_one_page_is_the_end_at_once(deck: Deck) -> None:
    async with run(ReadBackScreen(History(session(at={1: "trust"})), deck)) as stage:
        assert stage.status.startswith("This is the end of it.")


async def test_who_does_what_is_written_down_where_it_is_read_back(deck: Deck) -> None:
    people = {"p-amina": Person("p-amina", "Amina")}
    async with run(ReadBackScreen(History(replace(session(mode=Mode.GROUP), people=people)), deck)) as stage:
        assert "a next action" in stage.keys
        await stage.press("a")
        await stage.type("Ring the night team")
        await stage.press("tab")
        await stage.type("am")
        await stage.press("enter")
        (action,) = stage.session.actions.values()
        assert (action.text, action.owner) == ("Ring the night team", "p-amina")
        assert "Who does what" in stage.screen.query_one(ReadBackPage).picture.as_text()
        await stage.press("a", "escape")
        assert len(stage.session.actions) == 1


async def test_who_works_alone_is_not_asked_who_does_it(deck: Deck) -> None:
    async with run(ReadBackScreen(History(session(mode=Mode.INDIVIDUAL)), deck)) as stage:
        await stage.press("a")
        assert len(stage.screen.query(WordsField)) == 2
        await stage.type("Ring the night team")
        await stage.press("enter")
        assert [each.text for each in stage.session.actions.values()] == ["Ring the night team"]
