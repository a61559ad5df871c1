"""What the frame says of the quadrants: the keys that matter now, and none that would do nothing."""

import pytest

from innovate_tui.ui import commands as key
from innovate_tui.ui.widgets import grid_words as words
from innovate_tui.ui.widgets.frame import keys_in
from innovate_tui.ui.widgets.grid_view import GridScene, GridView
from innovate_tui.ui.widgets.match_view import MatchScene, MatchView
from innovate_tui.workshop.deck import Act
from innovate_tui.workshop.quadrants import Quadrant, Quadrants
from innovate_tui.workshop.session import cards_of
from tests import decks

CARDS = cards_of(decks.session(), decks.deck()).all
DUE = Quadrants().put("regulation", *Quadrant(2).middle).put("media", *Quadrant(1).middle)


def test_matching_offers_as_many_digits_as_there_are_choices() -> None:
    helpers = len(MatchScene(CARDS, DUE).helpers)
    offered = {command.key for command in words.matching(MatchScene(CARDS, DUE), MatchView())}
    assert f"1-{helpers}" in offered
    assert "1-2" in {command.key for command in words.matching(MatchScene(CARDS, DUE), MatchView(turned=True))}


def test_with_nothing_to_match_the_keys_lead_away() -> None:
    for view in (MatchView(), MatchView(turned=True)):
        offered = words.matching(MatchScene(CARDS, Quadrants()), view)
        assert key.HELPER.words not in {command.words for command in offered}
        assert {key.STEP_BACK, key.STEP_ON} <= set(offered)


def test_on_fixed_quadrants_matching_offers_to_unfix_and_no_digit() -> None:
    offered = words.matching(MatchScene(CARDS, DUE.fix(decks.LATER)), MatchView())
    assert [command.words for command in offered if command.action == "fix"] == ["unfix"]
    assert key.HELPER.words not in {command.words for command in offered}


@pytest.mark.parametrize("act", [Act.SHARE, Act.READ, Act.MISSING, Act.FIX])
def test_how_to_go_on_is_in_sight_in_80_columns(act: Act) -> None:
    offered = [command for _, command in keys_in(words.footer(act, GridScene(CARDS, Quadrants()), GridView()), 80)]
    assert key.STEP_ON in offered


def test_when_stepping_back_enter_reads_a_card_and_answers_a_question() -> None:
    scene = GridScene(CARDS, DUE)
    assert words.footer(Act.REVIEW, scene, GridView("media"))[0].words == "read"
    assert words.footer(Act.REVIEW, scene, GridView("a-question"))[0].words == "answer"


def test_at_the_last_step_no_key_leads_on_and_a_round_comes_first() -> None:
    for grid in (DUE, DUE.fix(decks.LATER)):
        offered = words.footer(Act.TELL, GridScene(CARDS, grid), GridView("media"))
        assert offered[:2] == (key.ROUND, key.LARGE)
        assert key.STEP_ON not in offered
