"""What is read back at the end: what was entered, in order, and nothing else."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from innovate_tui.workshop.checks import Action
from innovate_tui.workshop.deck import Mode
from innovate_tui.workshop.features import Judgement
from innovate_tui.workshop.quadrants import Quadrants
from innovate_tui.workshop.readback import read_back
from innovate_tui.workshop.session import Person, Session
from tests.decks import deck, full, session
from tests.workshop.every_edit import ROAD

DECK = deck()
FULL = replace(
    session(
        mode=Mode.GROUP,
        at=full(),
        why={"trust": "Families come back.", "learning": "We count\nand never look."},
        dissent={"team": "Not at night."},
        judged={"openness": Judgement.DEVELOPMENT},
        grid=Quadrants()
        .put("funding", 80, 80)
        .put("media", 20, 90)
        .match("funding", "risk")
        .saying("media", dissent="No."),
        road=ROAD,
        parked=["Who has the keys?"],
    ),
    people={"p-1": Person("p-1", "Amina"), "p-2": Person("p-2")},
    actions={
        "a-1": Action("a-1", "Ring the legal team", "p-1", date(2026, 4, 30)),
        "a-2": Action("a-2", "Ask two parents", "p-2"),
        "a-3": Action("a-3", "Book a room"),
    },
)


def told(made: Session) -> str:
    """All of it as text."""
    lines = []
    for said in read_back(made, DECK):
        lines.append(said.heading)
        lines += [f"  {line.text}" + (f" | {line.why}" if line.why else "") for line in said.lines]
    return "\n".join(lines)


def test_a_whole_session_is_read_back_in_order() -> None:
    assert told(FULL) == (Path(__file__).parent / "readback.txt").read_text(encoding="utf-8").rstrip("\n")


def test_who_works_alone_meets_nobody_else() -> None:
    alone = told(replace(FULL, mode=Mode.INDIVIDUAL))
    assert "What I said first" in alone
    assert "What speaks against it" in alone
    assert "What I do next" in alone
    assert not [word for word in ("we said", "Not agreed", "group", "nobody named", "Who does what") if word in alone]


def test_what_is_not_there_is_not_read_back() -> None:
    assert read_back(session(), DECK) == ()
    assert [said.heading for said in read_back(session(at={1: "trust"}), DECK)] == ["What I said first"]


def test_only_what_begins_first_on_the_roadmap_is_read_back() -> None:
    road = told(session(road=ROAD))
    assert "Apr–Jun 2026" in road
    assert "Jul–Sep 2026" in road
    assert "Oct–Dec 2026" not in road
