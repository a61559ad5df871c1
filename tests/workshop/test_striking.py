"""Struck words stand nowhere any more: not in boards, rounds, cards, people, thoughts, nor in what rides along."""

from dataclasses import replace

from innovate_tui.workshop.session import Kept, Parked, Person
from innovate_tui.workshop.striking import GONE, struck
from tests.workshop.every_edit import BUSY

EVERYWHERE = replace(
    BUSY,
    title="Hubs for Asha Green",
    people={"p-4c": Person("p-4c", "Asha Green")},
    parked={"n-1": Parked("n-1", "Ask asha  green about it.")},
    boards=replace(BUSY.boards, diamond=BUSY.boards.diamond.saying("trust", why="As Asha Green says.", dissent="No.")),
    own={key: card._replace(title="Asha Green", summary="A room of ASHA GREEN") for key, card in BUSY.own.items()},
    kept=(Kept(("diamond", "theirs"), {"more": ["of Asha Green"]}, "", ""),),
)
EVERYWHERE = replace(EVERYWHERE, rounds=(*BUSY.rounds, BUSY.rounds[0]._replace(id="r-9", boards=EVERYWHERE.boards)))


def test_they_stand_nowhere_any_more_and_are_counted() -> None:
    found = struck(EVERYWHERE, " Asha Green ")
    assert found.places == 8
    assert "green" not in repr(found.session).casefold()
    assert found.session.boards.diamond.standing("trust").why == "As says."
    assert found.session.people["p-4c"].name == GONE
    assert found.session.boards.diamond.standing("trust").dissent == "No."


def test_what_was_not_struck_stays_as_it_is() -> None:
    assert struck(BUSY, "Asha Green").session is BUSY
    assert struck(BUSY, "  ").places == 0
    assert struck(BUSY, "diamond").places == 0, "the program's own words are nobody's"
    assert "p-4c" in struck(BUSY, "p-4c").session.people, "ids are nobody's words"
    assert struck(BUSY, "innovate").session.deck == BUSY.deck
    assert struck(BUSY, ".*").places == 0
