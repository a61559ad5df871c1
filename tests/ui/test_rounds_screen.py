"""Rounds: kept with a name, compared in words, looked at as they were, renamed and taken out; all of it undone."""

from dataclasses import replace
from datetime import timedelta

import pytest

from innovate_tui.ui.screens.diamond import DiamondScreen
from innovate_tui.ui.screens.rounds import RoundsScreen
from innovate_tui.ui.screens.session_screen import SessionScreen
from innovate_tui.ui.screens.words_box import WordsBox
from innovate_tui.ui.widgets.rounds_page import RoundsPage
from innovate_tui.ui.widgets.rounds_painter import round_at
from innovate_tui.ui.widgets.words_field import WordsField
from innovate_tui.workshop.deck import Act, Deck, Mode
from innovate_tui.workshop.edits import KeepRound
from innovate_tui.workshop.history import History
from innovate_tui.workshop.session import Person, Round, Session
from tests.decks import LATER, full, session
from tests.ui.golden import looks_like
from tests.ui.pilot import Stage, run

NOW = session(mode=Mode.GROUP, at={1: "team", 2: "trust", 4: "vision", 9: "space"})
FIRST = Round("r-1", "Before sharing", LATER, "p-1", session(at={1: "trust", 6: "team", 9: "space"}).boards)
SECOND = Round("r-2", "After lunch", LATER + timedelta(hours=3), "", session(at={1: "trust", 2: "team"}).boards)
MADE = replace(NOW, people={"p-1": Person("p-1", "Amina")}, rounds=(FIRST, SECOND))
SIZES = ((60, 20), (80, 24), (100, 30), (160, 50))


def page(stage: Stage) -> str:
    """The page as text."""
    return stage.screen.query_one(RoundsPage).picture.as_text()


def told(stage: Stage) -> str:
    """The words beside the list at 80 columns, however they were broken into lines."""
    return " ".join(" ".join(row[26:] for row in page(stage).splitlines()).split())


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_what_changed_and_the_board_as_it_was(deck: Deck, size: tuple[int, int]) -> None:
    async with run(RoundsScreen(History(MADE), deck), size) as stage:
        looks_like(f"rounds-{size[0]}x{size[1]}", page(stage))
        await stage.press("tab")
        assert "read only" in stage.title
        looks_like(f"rounds-diamond-{size[0]}x{size[1]}", page(stage))


async def test_the_sample_tells_its_round_and_paints_it(sample: Session, deck: Deck) -> None:
    async with run(RoundsScreen(History(sample), deck)) as stage:
        assert "Trust and confidence rose from 2 to 1." in page(stage)
        looks_like("rounds-sample-80x24", page(stage))
        await stage.press("space")
        assert "page 2 of 2" in page(stage)
        await stage.press("space")
        assert "page 1 of 2" in page(stage)


async def test_the_latest_round_is_told_first_and_another_is_a_key_away(deck: Deck) -> None:
    async with run(RoundsScreen(History(MADE), deck)) as stage:
        assert "since “After lunch”" in told(stage)
        assert "compelling, shared vision came on at 4" in told(stage)
        await stage.press("2")
        assert "since “Before sharing”" in told(stage)
        assert "rose from 6 to 1." in told(stage)
        await stage.press("down")
        assert "since “After lunch”" in told(stage)


async def test_two_rounds_are_compared_the_earlier_first_and_esc_comes_back_to_now(deck: Deck) -> None:
    async with run(RoundsScreen(History(MADE), deck)) as stage:
        await stage.press("c", "1")
        assert "from “Before sharing” to “After lunch”" in told(stage)
        assert "rose from 6 to 2." in told(stage)
        await stage.press("escape")
        assert "since “After lunch”" in told(stage)
        await stage.press("escape")
        assert isinstance(stage.heard[-1], SessionScreen.BackAsked)


async def test_a_board_as_it_was_is_painted_and_no_key_moves_anything_on_it(deck: Deck) -> None:
    async with run(RoundsScreen(History(MADE), deck)) as stage:
        await stage.press("2", "tab")
        assert "Diamond 9 as it was: Before sharing" in page(stage)
        assert "1 ■" in page(stage)
        await stage.press("A", "0", "i", "f", "w", "enter")
        assert stage.session == MADE
        await stage.press("tab")
        assert "What has changed" in page(stage)


async def test_a_long_roadmap_as_it_was_is_seen_page_by_page(sample: Session, deck: Deck) -> None:
    made = KeepRound("r-all", "At the end", sample.started).apply(sample, deck)
    async with run(RoundsScreen(History(made), deck, "r-all")) as stage:
        await stage.press("left")
        assert "1–5 of 9" in page(stage)
        assert "space next page" in stage.keys
        await stage.press("space")
        assert "5–9 of 9" in page(stage)
        await stage.press("space")
        assert "1–5 of 9" in page(stage)
    async with run(RoundsScreen(History(made), deck, "r-all"), (60, 20)) as stage:
        await stage.press("left", *["space"] * 8)
        assert "9 of 9" in page(stage)


async def test_a_round_is_renamed_taken_out_and_both_undone(deck: Deck) -> None:
    async with run(RoundsScreen(History(MADE), deck)) as stage:
        await stage.press("m", "ctrl+u")
        await stage.type("After the break")
        await stage.press("enter")
        assert stage.session.rounds[1].name == "After the break"
        assert "“After the break”" in told(stage)
        await stage.press("delete")
        assert [kept.id for kept in stage.session.rounds] == ["r-1"]
        await stage.press("u", "u")
        assert stage.session == MADE


async def test_without_rounds_it_says_how_one_is_kept_and_b_keeps_it(deck: Deck) -> None:
    async with run(RoundsScreen(History(NOW), deck)) as stage:
        assert "No round is kept yet." in page(stage)
        await stage.press("tab", "c", "m", "delete", "1", "down", "space")
        assert stage.session == NOW
        await stage.press("b")
        await stage.type("At the start")
        await stage.press("enter")
        assert "Nothing has changed since “At the start”." in told(stage)


async def test_before_the_others_are_told_the_round_has_a_name_already(deck: Deck) -> None:
    made = session(mode=Mode.GROUPS, at=full(), fixed=True)
    screen = DiamondScreen(History(made), deck)
    acts = [act for act, _ in deck.tools["diamond"].steps_for(Mode.GROUPS)]
    screen.at_step = acts.index(Act.TELL)
    async with run(screen) as stage:
        await stage.press("b")
        assert isinstance(stage.screen, WordsBox)
        assert stage.screen.query_one(WordsField).words == "Before sharing"
        await stage.press("enter")
        assert [kept.name for kept in stage.session.rounds] == ["Before sharing"]


async def test_the_mouse_chooses_a_round(deck: Deck) -> None:
    async with run(RoundsScreen(History(MADE), deck)) as stage:
        widget = stage.screen.query_one(RoundsPage)
        await stage.click(widget, 6, 4)
        assert "since “Before sharing”" in told(stage)
        assert round_at(widget.scene, 80, 20, 40, 4) == ""
