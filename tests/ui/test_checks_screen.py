"""Desirability, feasibility and viability: answered with a digit and in words, with actions; all of it undone."""

from dataclasses import replace

import pytest

from innovate_tui.ui.screens.checks import ChecksScreen
from innovate_tui.ui.screens.session_screen import SessionScreen
from innovate_tui.ui.screens.words_box import WordsBox
from innovate_tui.ui.widgets.checks_page import ChecksPage, paint_checks
from innovate_tui.ui.widgets.checks_view import ChecksScene
from innovate_tui.workshop.checks import Action, Lens, Verdict
from innovate_tui.workshop.deck import Deck
from innovate_tui.workshop.history import History
from innovate_tui.workshop.session import Session
from tests.decks import session
from tests.ui.pilot import run


def screen(session: Session, deck: Deck) -> ChecksScreen:
    return ChecksScreen(History(session), deck)


async def test_a_digit_answers_and_the_same_again_takes_it_back(deck: Deck) -> None:
    async with run(screen(session(), deck)) as stage:
        await stage.press("1", "down", "2", "down", "3", "3")
        checks = stage.session.boards.checks
        assert checks.of(Lens.DESIRABILITY).verdict is Verdict.YES
        assert checks.of(Lens.FEASIBILITY).verdict is Verdict.NOT_YET
        assert checks.of(Lens.VIABILITY).verdict is None
        await stage.press("u", "u", "u", "u")
        assert stage.session.boards.checks == session().boards.checks


async def test_words_and_who_else_are_kept_as_they_are_typed(deck: Deck) -> None:
    async with run(screen(session(), deck)) as stage:
        await stage.press("enter")
        assert isinstance(stage.screen, WordsBox)
        await stage.type("Parents asked for it.")
        await stage.press("tab")
        await stage.type("The night team")
        await stage.press("escape")
        check = stage.session.boards.checks.of(Lens.DESIRABILITY)
        assert (check.answer, check.who_else) == ("Parents asked for it.", "The night team")
        assert "Who else: The night team" in stage.screen.query_one(ChecksPage).picture.as_text()


async def test_an_action_with_a_day_is_written_changed_and_let_go(deck: Deck) -> None:
    async with run(screen(session(), deck)) as stage:
        await stage.press("a")
        await stage.type("Ring the legal team")
        await stage.press("tab")  # who works alone is not asked by whom
        await stage.type("3 Feb 2027")
        await stage.press("enter")
        action = next(iter(stage.session.actions.values()))
        assert (action.text, str(action.due)) == ("Ring the legal team", "2027-02-03")
        await stage.press("delete")
        assert not stage.session.actions
        first = stage.app.screen_stack[0]
        assert isinstance(first, SessionScreen)
        while first.history.past:
            await stage.press("u")
        assert stage.session == session()


async def test_a_day_that_is_none_brings_the_box_back(deck: Deck) -> None:
    async with run(screen(session(), deck)) as stage:
        await stage.press("a")
        await stage.type("Ring")
        await stage.press("tab")
        await stage.type("soon")
        await stage.press("enter")
        assert isinstance(stage.screen, WordsBox)
        assert stage.status.startswith("A day such as")
        await stage.press("end", "ctrl+u", "enter")


@pytest.mark.parametrize("width", [60, 80, 100, 160])
@pytest.mark.parametrize("height", [14, 20, 46])
def test_the_page_can_be_painted_at_every_size(sample: Session, deck: Deck, width: int, height: int) -> None:
    scene = ChecksScene(
        deck.tools["roadmap"].checks, sample.boards.checks, tuple(sample.actions.values()), {"p": "Somebody"}
    )
    for at in scene.ids:
        assert paint_checks(scene, at, width, height).height == height


async def test_a_click_chooses_what_is_under_it_and_the_page_stays_where_it_is(sample: Session, deck: Deck) -> None:
    actions = {f"a-{number}": Action(f"a-{number}", f"Do thing {number}") for number in range(12)}
    async with run(ChecksScreen(History(replace(sample, actions=actions)), deck)) as stage:
        page = stage.screen.query_one(ChecksPage)
        page.look_at("a-11")
        await stage.settle()
        before = page.picture.as_text().split("\n")
        rows = [y for y, line in enumerate(before) if "Do thing" in line]
        for row in (rows[-3], rows[0], rows[5]):
            await stage.click(page, 40, row)
            after = page.picture.as_text().split("\n")
            assert page.at == f"a-{before[row].split('Do thing ')[1].split()[0]}"
            assert [line.replace("►", " ") for line in after] == [line.replace("►", " ") for line in before]


def test_what_helps_to_answer_is_whole_where_there_is_room(deck: Deck) -> None:
    shown = paint_checks(ChecksScene(deck.tools["roadmap"].checks), "desirability", 80, 20).as_text()
    for words in deck.tools["roadmap"].checks:
        assert words.hint in " ".join(line.strip("║ ") for line in shown.split("\n")), shown
