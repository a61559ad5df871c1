"""What the frame says of the diamond: the keys that matter now, the chosen card, what to do in a step."""

from dataclasses import replace

import pytest

from innovate_tui.ui import commands as key
from innovate_tui.ui.widgets import diamond_words as words
from innovate_tui.ui.widgets.diamond_view import Scene, SideItem, Spot, View
from innovate_tui.ui.widgets.frame import keys_in
from innovate_tui.workshop.deck import Act, Deck, Mode
from innovate_tui.workshop.features import Judgement
from innovate_tui.workshop.session import cards_of
from tests import decks
from tests.decks import ENABLERS, diamond, full

CARDS = cards_of(decks.session(), decks.deck()).all
SCENE = Scene(CARDS, diamond({1: "trust"}))
FIXED = Scene(CARDS, diamond({1: "trust"}, fixed=True))
IN_TRAY = View(Spot(item="team"))


@pytest.mark.parametrize("act", list(Act))
def test_every_footer_ends_with_help(act: Act) -> None:
    for scene in (SCENE, FIXED):
        for view in (IN_TRAY, View(Spot(place=1)), View(hand="team"), replace(IN_TRAY, inserting=True)):
            assert words.footer(act, scene, view)[-1] is key.HELP


@pytest.mark.parametrize("act", list(Act))
def test_with_a_card_in_hand_only_the_keys_of_carrying_are_offered(act: Act) -> None:
    assert words.footer(act, SCENE, View(hand="team")) == words.CARRYING
    assert [each.words for each in words.CARRYING] == ["move", "put down", "straight there", "put back", "help"]


def test_while_a_place_to_insert_is_awaited_a_digit_and_esc_are_offered() -> None:
    assert words.footer(Act.ORDER, SCENE, replace(IN_TRAY, inserting=True)) == words.INSERTING


@pytest.mark.parametrize("act", [act for act in Act if act is not Act.REVIEW])
def test_on_a_fixed_board_no_key_is_offered_that_it_would_refuse(act: Act) -> None:
    offered = words.footer(act, FIXED, IN_TRAY)
    assert not {key.PLACE, key.CARRY, key.LIFT, key.INSERT} & set(offered)
    assert any(each.action == "fix" and each.words == "unfix" for each in offered)


def test_the_step_of_fixing_offers_to_fix_and_the_review_to_answer() -> None:
    assert key.FIX in words.footer(Act.FIX, SCENE, IN_TRAY)
    review = replace(SCENE, questions=(SideItem("q", "Why?"),))
    offered = words.footer(Act.REVIEW, review, View(Spot(item="q")))
    assert [each.words for each in offered][:1] == ["answer"]
    assert key.EXPORT in offered


def test_judging_offers_plus_and_minus_and_a_placed_card_its_reason() -> None:
    assert {key.MORE, key.LESS} <= set(words.footer(Act.CHOOSE, SCENE, IN_TRAY))
    assert {key.WHY, key.DISSENT} <= set(words.footer(Act.ORDER, SCENE, View(Spot(place=1))))
    assert key.WHY in words.footer(Act.ORDER, SCENE, replace(IN_TRAY, last="trust"))


def test_the_chosen_card_says_its_reason_else_the_other_view_else_what_to_ask() -> None:
    deck = decks.deck()
    told = decks.session(
        at={1: "trust", 2: "team"}, why={"trust": "Families\ncome back."}, dissent={"team": "At night."}
    )
    scene = Scene(cards_of(told, deck).all, told.boards.diamond)
    assert words.detail(told, deck, scene, "trust").line == "“Families come back.”"
    assert words.detail(told, deck, scene, "team").line == "Against it: “At night.”"
    group = replace(told, mode=Mode.GROUP)
    assert words.detail(group, deck, scene, "team").line == "Not everyone agrees: “At night.”"
    assert words.detail(told, deck, scene, "case").line == "How strong is it here?"
    assert words.detail(told, deck, scene, "").title == ""


def test_the_facts_of_a_card_are_its_judgement_whose_it_is_its_note_and_its_expert() -> None:
    told = decks.session(
        mode=Mode.GROUP,
        judged={"trust": Judgement.STRENGTH},
        notes={"trust": "A note."},
        experts={"trust": "Bo"},
        own=[decks.own_card()],
    )
    cards = cards_of(told, decks.deck()).all
    assert words.facts(told, cards["trust"]) == "strength · 1 note · expert: Bo"
    assert words.facts(told, cards["own-k3f9"]) == "own card"
    assert words.facts(told, cards[ENABLERS[0] if ENABLERS[0] != "trust" else ENABLERS[1]]) == ""


@pytest.mark.parametrize("mode", list(Mode))
def test_what_is_good_to_know_is_said_where_it_matters(deck: Deck, mode: Mode) -> None:
    tool = deck.tools["diamond"]
    for act, _ in tool.steps_for(mode):
        assert all(words.know(tool, act))
    ordering = " ".join(words.know(tool, Act.ORDER))
    assert all(factor.explain in ordering for factor in tool.factors)  # D30, D31
    assert tool.explain["agreeing"] in ordering  # D8
    assert tool.explain["agreeing"] not in words.know(tool, Act.ORDER, alone=True)  # F15
    assert tool.explain["comparing"] in words.know(tool, Act.TELL)  # D9


@pytest.mark.parametrize("act", [Act.SHARE, Act.READ, Act.CHOOSE, Act.MISSING, Act.FIX])
def test_how_to_go_on_is_in_sight_in_80_columns(act: Act) -> None:
    assert key.STEP_ON in [command for _, command in keys_in(words.footer(act, SCENE, IN_TRAY), 80)]


@pytest.mark.parametrize("act", [Act.ORDER, Act.FILL])
def test_once_all_nine_are_placed_the_keys_in_sight_lead_on(act: Act) -> None:
    filled = Scene(CARDS, diamond(full()))
    offered = words.footer(act, filled, View(Spot(place=9)))
    assert key.STEP_ON in [command for _, command in keys_in(offered, 80)]
    assert key.STEP_ON in [command for _, command in keys_in(words.footer(act, FIXED, View(Spot(place=1))), 80)]


def test_when_stepping_back_enter_reads_a_card_and_answers_a_question() -> None:
    asked = replace(FIXED, questions=(SideItem("q", "Why?"),))
    assert words.footer(Act.REVIEW, asked, View(Spot(item="q")))[0].words == "answer"
    assert words.footer(Act.REVIEW, asked, View(Spot(place=1)))[0].words == "read"


def test_at_the_last_step_no_key_leads_on_and_a_round_comes_first() -> None:
    for scene in (FIXED, Scene(CARDS, diamond(full()))):
        for view in (View(Spot(place=1)), replace(IN_TRAY, last="trust")):
            offered = words.footer(Act.TELL, scene, view)
            assert offered[:2] == (key.ROUND, key.LARGE)
            assert key.STEP_ON not in offered
