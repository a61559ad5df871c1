"""Where a session is, in words, and what is next: suggestions by rule, in the order of the tools (E11, F9 to F11)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from innovate_tui.workshop import overview
from innovate_tui.workshop.checks import Action, Lens, Verdict
from innovate_tui.workshop.deck import Deck, Mode, Prompt, Tool
from innovate_tui.workshop.diamond_wording import next_due
from innovate_tui.workshop.edits import Fix, Frame, SetVerdict
from innovate_tui.workshop.features import Judgement, Kind
from innovate_tui.workshop.quadrants import Quadrants
from innovate_tui.workshop.reflections import Answer
from innovate_tui.workshop.session import Person, Round, Session
from innovate_tui.workshop.spelling import lately
from innovate_tui.workshop.wording import board_state
from tests.decks import LATER, deck, full, own_card, session
from tests.workshop.every_edit import APRIL, BUSY, ROAD

DECK = replace(
    deck(),
    tools={
        **deck().tools,
        "quadrants": Tool(
            "quadrants", "Four Quadrants", "Weigh.", prompts=(Prompt("press", "What presses?", "Press"),)
        ),
        "roadmap": Tool("roadmap", "Roadmap", "Plan."),
    },
)
"""The deck of the tests with all three tools."""
GROUP = session(mode=Mode.GROUP)
STUCK = session(mode=Mode.GROUP, at=full(), fixed=True, answers={"readiness": "Nearly."})
"""A group that is done with its diamond."""


def at(session: Session, deck: Deck = DECK) -> tuple[str, str]:
    """Where the next thing is done, and what it is."""
    thing = overview.next_thing(session, deck)
    return thing.place, thing.words


def with_grid(session: Session, grid: Quadrants) -> Session:
    """The session with this grid."""
    return replace(session, boards=replace(session.boards, quadrants=grid))


# --- the facts --------------------------------------------------------------------------------------------------------


def test_the_facts_say_where_when_who_and_how_long() -> None:
    people = {f"p-{number}": Person(f"p-{number}") for number in range(6)}
    made = replace(
        GROUP,
        place="Meadowbank",
        held=date(2026, 11, 12),
        people=people,
        spent={"diamond": {"order": 40, "read": 15}, "quadrants": {"place": 10}},
    )
    assert overview.facts(made) == "Meadowbank, 12 November 2026 · one group of six · 1 h 05 spent"
    assert overview.facts(replace(made, place="", people={}, spent={"diamond": {"read": 9}})) == (
        "12 November 2026 · one group · 9 min spent"
    )
    assert overview.facts(session()) == "one person"
    assert overview.who_works(replace(made, mode=Mode.GROUPS)) == "one of several groups of six"


def test_questions_left_out_do_not_count_and_parked_thoughts_are_told() -> None:
    made = session(answers={"readiness": "Nearly.", "develop": Answer(skipped=True)}, parked=["Keys."])
    assert overview.questions(made, DECK) == "1 of 4 answered · 1 parked thought"


def test_people_are_told_apart_whatever_stands_in_a_name() -> None:
    made = replace(GROUP, people={"a": Person("a", "Amina"), "b": Person("b")})
    assert overview.people(made) == "Amina, person 2"
    made = replace(GROUP, people={"a": Person("a", "Amina, lead"), "b": Person("b", "Bo")})
    assert overview.people(made) == "Amina, lead; Bo"


def test_the_latest_round_comes_first() -> None:
    early = Round("r-1", "Before sharing", LATER)
    late = Round("r-2", "At the end", LATER.replace(hour=15))
    assert overview.rounds(session(rounds=(early, late))) == "At the end, 15:18; Before sharing, 10:18"


# --- the tools --------------------------------------------------------------------------------------------------------


def test_each_tool_says_how_far_it_is() -> None:
    made = session(
        mode=Mode.GROUP,
        at={1: "trust", 2: "team"},
        why={"trust": "So.", "team": "Yes."},
        dissent={"team": "No."},
        grid=Quadrants().put("funding", 80, 80).put("media", 10, 10),
    )
    assert [(each.state, each.line) for each in overview.tools(made, DECK)] == [
        ("going on", '2 of 9 placed · 2 reasons · 1 "not all agree"'),
        ("going on", "2 of 5 placed · 0 of 1 matched"),
        ("not started", "builds on the other two; may also start here"),
    ]
    assert [each.state for each in overview.tools(STUCK, DECK)] == ["fixed", "not started", "not started"]


def test_who_works_alone_meets_no_group_on_the_overview() -> None:
    start = session(at={1: "trust"}, dissent={"trust": "Not at night."}, experts={"trust": "Bo"})
    made = with_grid(start, Quadrants().put("funding", 80, 80).saying("funding", dissent="No."))
    words = [overview.facts(made), overview.cards(made, DECK), overview.sentence(overview.next_thing(made, DECK))]
    words += [f"{each.state} {each.line}" for each in overview.tools(made, DECK)]
    assert not [line for line in words if "group" in line or "agree" in line or "expert" in line]
    words.append(board_state("diamond", made, DECK))
    assert not [line for line in words if "agree" in line]
    assert "1 with something against it" in words[3]
    assert "1 with something against it" in words[-1]


# --- what is next -----------------------------------------------------------------------------------------------------


def test_cards_that_are_shared_out_are_read_next() -> None:
    everybody = {card.id: "Bo" for card in DECK.features if card.kind is Kind.ENABLER}
    shared = session(mode=Mode.GROUP, experts=everybody)
    assert at(shared) == ("diamond", "read the cards of Diamond 9")
    assert next_due(shared, DECK).startswith("Next: read the cards.")
    some = session(mode=Mode.GROUP, experts=dict(list(everybody.items())[1:]))
    assert at(some)[1].startswith("share out the cards")
    assert next_due(some, DECK).startswith("Next: share out the cards")
    own = session(mode=Mode.GROUP, experts=everybody, own=[own_card()])  # nobody has to read what the group wrote
    assert at(own) == ("diamond", "read the cards of Diamond 9")
    assert next_due(own, DECK).startswith("Next: read the cards.")


def test_the_next_thing_fits_one_row_and_is_never_cut() -> None:
    long = overview.Next("reflections", "step back from the diamond: 4 questions to think about")
    assert overview.sentence(long) == "Next: step back from the diamond: 4 questions to think about."
    assert overview.sentence(overview.Next("diamond", "read")) == "Next: read. Enter goes there."


def test_a_new_session_begins_with_the_cards_and_who_works_alone_shares_none_out() -> None:
    assert at(GROUP) == ("diamond", "share out the cards of Diamond 9 and read them")
    assert at(session()) == ("diamond", "read the cards of Diamond 9")
    assert at(session(judged={"trust": Judgement.STRENGTH})) == ("diamond", "order the strengths on the diamond")


@pytest.mark.parametrize(
    ("made", "place", "words"),
    [
        (session(at={1: "trust"}), "diamond", "go on with the diamond: 8 places to fill"),
        (session(at=full()), "diamond", "fix the diamond when it is as you want it"),
        (session(at=full(), fixed=True), "reflections", "step back from the diamond: 4 questions to think about"),
        (STUCK, "quadrants", "place the influences on Four Quadrants"),
    ],
    ids=["filling", "full", "fixed", "stepped back"],
)
def test_the_diamond_is_filled_fixed_and_looked_at_before_the_next_tool(made: Session, place: str, words: str) -> None:
    assert at(made) == (place, words)


def test_the_grid_is_filled_matched_fixed_and_looked_at() -> None:
    grid = Quadrants()
    for card in ("politics", "regulation", "culture", "media"):
        grid = grid.put(card, 10, 10)
    assert at(with_grid(STUCK, grid)) == ("quadrants", "place Funding on the grid")
    grid = grid.put("funding", 80, 80)
    assert at(with_grid(STUCK, grid)) == ("quadrants", "choose what helps with Funding")
    grid = grid.match("funding", "risk")
    assert at(with_grid(STUCK, grid)) == ("quadrants", "fix the grid when it is as you want it")
    assert at(with_grid(STUCK, grid.fix(LATER))) == ("quadrants", "step back from the grid: 1 question to think about")


def test_the_roadmap_is_framed_filled_fixed_and_asked_about() -> None:
    start = session(mode=Mode.GROUP)
    framed = Frame(APRIL, 12).apply(start, DECK)
    assert at(framed) == ("roadmap", "put the first cards on the roadmap")
    made = replace(start, boards=replace(start.boards, roadmap=ROAD))
    assert at(made) == ("roadmap", "fix the roadmap when it is as you want it")
    made = Fix(LATER, "roadmap").apply(made, DECK)
    assert at(made) == ("checks", "ask whether the plan is desirable, feasible and viable")
    made = SetVerdict(Lens.VIABILITY, Verdict.YES).apply(made, DECK)
    assert at(made) == ("checks", "write down who does what next")
    made = replace(made, actions={"a": Action("a", "Ring.")})
    assert at(made) == ("readback", "read back what was said, and export it with e")


def test_a_group_that_began_with_the_last_tool_is_not_sent_back_to_the_first() -> None:
    made = replace(GROUP, boards=replace(GROUP.boards, roadmap=ROAD.fix(LATER)))
    assert at(made)[0] == "checks"


def test_the_last_board_that_was_begun_and_is_open_comes_first() -> None:
    made = with_grid(session(at={1: "trust"}), Quadrants().put("funding", 80, 80))
    assert at(made) == ("quadrants", "place 4 influences on the grid")


@pytest.mark.parametrize("without", ["diamond", "quadrants", "roadmap"])
def test_a_deck_may_do_without_a_tool(without: str) -> None:
    smaller = replace(DECK, tools={key: tool for key, tool in DECK.tools.items() if key != without})
    for made in (GROUP, STUCK, BUSY):
        assert at(made, smaller)[0] != without
        assert without not in [each.tool for each in overview.tools(made, smaller)]


@pytest.mark.parametrize("words", [overview.questions, overview.cards])
def test_an_empty_session_has_words_for_everything(words: Callable[[Session, Deck], str]) -> None:
    assert words(session(), DECK)


def test_in_a_list_every_tool_is_told_in_one_line() -> None:
    begun = "Diamond 9: 4 of 9 · Four Quadrants: 1 of 5 · Roadmap: 3 cards"
    assert overview.in_short(session(), DECK) == "nothing placed yet"
    assert overview.in_short(STUCK, DECK).startswith("Diamond 9: fixed · Four Quadrants: not started")
    assert overview.in_short(BUSY, DECK) == begun
    assert overview.in_short(BUSY, replace(DECK, tools={"roadmap": DECK.tools["roadmap"]})) == "Roadmap: 3 cards"


def test_when_something_was_is_told_in_few_letters() -> None:
    now = datetime(2026, 5, 6, 18, 0, tzinfo=UTC)
    assert lately(datetime(2026, 5, 6, 9, 5, tzinfo=UTC), now) == "today 09:05"
    assert lately(datetime(2026, 5, 5, 9, 5, tzinfo=UTC), now) == "5 May 2026"
