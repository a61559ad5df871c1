"""What has changed between two states of the boards, in words (issue 5: "what changed since")."""

from dataclasses import replace
from datetime import date
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innovate_tui.workshop.board_edits import Insert, Match, Place, Put, Reasons, Unfix
from innovate_tui.workshop.checks import Lens, Verdict
from innovate_tui.workshop.comparison import Labelled, headline, what_changed
from innovate_tui.workshop.deck import Mode
from innovate_tui.workshop.edits import (
    AddPrompt,
    AddToRoad,
    Edit,
    Fix,
    Frame,
    Lift,
    LinkCards,
    MarkEvent,
    MoveOnRoad,
    PlaceStage,
    SetEnergy,
    SetOwner,
    SetVerdict,
    SkipPrompt,
    Stretch,
    TakeOff,
    TakeOffRoad,
    Unlink,
    WriteAnswer,
    WriteCheck,
    WriteMatchReason,
    WriteReason,
)
from innovate_tui.workshop.quadrants import Quadrants
from innovate_tui.workshop.refusal import Refused
from innovate_tui.workshop.roadmap import Energy, LinkKind, Roadmap
from innovate_tui.workshop.session import Boards, Session, cards_of
from innovate_tui.workshop.spelling import speaking_of
from innovate_tui.workshop.stages import Stage
from tests.decks import ENABLERS, LATER, PROMPTS, full, session
from tests.workshop.every_edit import APRIL, BUSY, DECK, EXAMPLES


def told(before: Boards, after: Boards, of: Session = BUSY) -> dict[str, tuple[str, ...]]:
    """What has changed, by board."""
    speaking = speaking_of(of, cards_of(of, DECK))
    found = what_changed(Labelled("before", before), Labelled("after", after), speaking)
    return {changed.board: changed.said for changed in found}


def after(start: Session, *edits: Edit) -> dict[str, tuple[str, ...]]:
    """What some edits have changed."""
    now = start
    for edit in edits:
        now = edit.apply(now, DECK)
    return told(start.boards, now.boards, now)


def without_day(boards: Boards) -> Boards:
    """The boards without the day of work on the roadmap, which is not on it."""
    return replace(boards, roadmap=boards.roadmap._replace(worked=None))


# --- all of it --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", EXAMPLES, ids=lambda kind: kind.name)
def test_every_edit_that_changes_a_board_is_told(kind: type[Edit]) -> None:
    before, edit = EXAMPLES[kind]
    now = edit.apply(before, DECK)
    assert bool(told(before.boards, now.boards, now)) is (before.boards != now.boards)


@given(st.lists(st.sampled_from([edit for _, edit in EXAMPLES.values() if not isinstance(edit, Unfix)]), max_size=12))
def test_boards_that_differ_are_told_of_and_equal_ones_are_not(edits: list[Edit]) -> None:
    now = BUSY
    for edit in edits:
        try:
            now = edit.apply(now, DECK)
        except Refused:
            continue
    assert told(now.boards, now.boards, now) == {}
    assert bool(told(BUSY.boards, now.boards, now)) is (without_day(now.boards) != without_day(BUSY.boards))
    assert bool(told(now.boards, BUSY.boards, now)) is (without_day(now.boards) != without_day(BUSY.boards))


def test_that_nothing_has_changed_is_said() -> None:
    boards = Labelled("“Before sharing”", BUSY.boards)
    assert headline(boards, Labelled("", BUSY.boards), ()) == "Nothing has changed since “Before sharing”."
    assert headline(boards, Labelled("now", BUSY.boards), ()) == "Nothing has changed from “Before sharing” to now."


# --- the diamond ------------------------------------------------------------------------------------------------------


def test_a_card_rises_or_falls_and_in_one_row_it_does_neither() -> None:
    assert after(session(at={6: "trust"}), Put("trust", 2)) == {"diamond": ("Trust and confidence rose from 6 to 2.",)}
    assert after(session(at={2: "trust"}), Put("trust", 6)) == {"diamond": ("Trust and confidence fell from 2 to 6.",)}
    assert after(session(at={2: "trust"}), Put("trust", 3)) == {
        "diamond": ("Trust and confidence moved from 2 to 3, in the same row.",)
    }


def test_the_biggest_move_comes_first_then_what_came_on_then_what_went() -> None:
    start = session(at={1: "trust", 2: "team", 3: "case", 9: "space"})
    assert after(start, Put("space", 1), Put("team", 6), Put("vision", 4), Lift("case"))["diamond"] == (
        "Space and time rose from 9 to 1.",
        "Trust and confidence fell from 1 to 9.",
        "A stable and capable team fell from 2 to 6.",
        "Shared vision came on at 4.",
        "A strong case went back to the tray; it stood at 3.",
    )


def test_a_move_to_another_row_counts_for_more_than_one_along_a_row() -> None:
    start = session(at={3: "trust", 4: "team"})
    assert after(start, Put("team", 6), Put("trust", 4))["diamond"] == (
        "Trust and confidence fell from 3 to 4.",
        "A stable and capable team moved from 4 to 6, in the same row.",
    )


def test_a_diamond_that_was_begun_since_is_told_in_one_sentence_and_few_cards_are_named() -> None:
    said = told(Boards(), session(at=full()).boards)["diamond"]
    assert said == ("The diamond was begun: 9 of 9 places are filled.",)
    assert told(Boards(), session(at={1: "trust"}).boards)["diamond"] == ("Trust and confidence came on at 1.",)


def test_those_pushed_aside_are_told_after_the_one_that_went_far() -> None:
    start = session(at=full())
    said = after(start, Insert("space", 1))["diamond"]
    assert said[0] == "Space and time rose from 9 to 1."
    assert len(said) == 9


def test_reasons_are_told_in_one_sentence_each_sort() -> None:
    start = session(at={1: "trust", 2: "team", 3: "case"}, why={"case": "Figures.", "team": "Five of us."})
    said = after(
        start,
        WriteReason("trust", "why", "They come back."),
        WriteReason("team", "why", "Six of us."),
        WriteReason("case", "why", ""),
        WriteReason("team", "dissent", "Not at night."),
    )["diamond"]
    assert said == (
        "The reason for Trust and confidence was written.",
        "The reason for A stable and capable team was changed.",
        "The reason for A strong case was cleared.",
        "What speaks against A stable and capable team was written.",
    )


@pytest.mark.parametrize(
    ("mode", "other"), [(Mode.GROUP, "other views were"), (Mode.INDIVIDUAL, "against 4 cards was")]
)
def test_many_reasons_are_counted_and_few_are_named(mode: Mode, other: str) -> None:
    start = session(at=full(), mode=mode)
    few = [WriteReason(card, "why", "So.") for card in ("trust", "team")]
    many = [WriteReason(card, which, "So.") for which in get_args(Reasons) for card in ENABLERS[:4]]
    assert after(start, *few)["diamond"] == (
        "The reasons for Trust and confidence and A stable and capable team were written.",
    )
    said = after(start, *many)["diamond"]
    assert said[0] == "4 reasons were written."
    assert other in said[1]


def test_what_others_would_say_is_called_as_the_mode_has_it() -> None:
    start = session(at={1: "trust"}, mode=Mode.GROUP)
    assert after(start, WriteReason("trust", "dissent", "No."))["diamond"] == (
        "Another view on Trust and confidence was written.",
    )
    assert after(session(at={1: "trust"}), WriteReason("trust", "dissent", "No."))["diamond"] == (
        "What speaks against Trust and confidence was written.",
    )


def test_fixing_and_opening_are_told() -> None:
    assert after(session(at={1: "trust"}), Fix(LATER))["diamond"] == ("The diamond was fixed.",)
    assert after(session(at={1: "trust"}, fixed=True), Unfix())["diamond"] == ("The diamond was opened again.",)


# --- the quadrants ----------------------------------------------------------------------------------------------------


def grid() -> Session:
    """Three influences, one of them matched."""
    board = Quadrants().put("regulation", 20, 80).put("funding", 75, 25).put("media", 60, 60)
    return session(grid=board.match("funding", "risk"))


def test_a_position_is_told_in_words_and_another_quadrant_comes_before_a_nudge() -> None:
    said = after(grid(), Place("media", 90, 55), Place("regulation", 55, 80))["quadrants"]
    assert said == (
        "Regulation moved from low importance, high threat to high on both.",
        "Media moved and is still high on both: more important and less of a threat now.",
    )


def test_what_came_on_and_what_went_back() -> None:
    said = after(grid(), Place("politics", 10, 10), TakeOff("funding"), Place("culture", 80, None))["quadrants"]
    assert said == (
        "Politics came on: low on both.",
        "Funding went back to the tray; it stood at high importance, low threat.",
        "Social work culture: high importance, threat not said yet.",
    )


def test_matches_are_told_when_they_are_added_taken_back_and_explained() -> None:
    start = grid()
    assert after(start, Match("funding", "data"), WriteMatchReason("funding", "risk", "Shared."))["quadrants"] == (
        "Why Sharing risk helps with Funding was written.",
        "Evidence, data and stories was chosen to help with Funding.",
    )
    assert after(start, Match("funding", "risk", matched=False))["quadrants"] == (
        "Sharing risk no longer helps with Funding.",
    )


def test_a_grid_that_was_begun_since_is_told_in_one_sentence() -> None:
    said = told(Boards(), grid().boards)["quadrants"]
    assert said == ("The grid was begun: 3 influences were placed, and 1 match was chosen.",)


# --- the roadmap ------------------------------------------------------------------------------------------------------


def test_a_card_that_moved_far_comes_before_one_that_moved_little() -> None:
    said = after(BUSY, MoveOnRoad("c-b7", APRIL + 3), MoveOnRoad("c-a1", APRIL + 9))["roadmap"]
    assert said == (
        "Coproduction moved from Apr–Jun 2026 to Jan–Mar 2027.",
        "A stable and capable team moved from Oct–Dec 2026 to Jul–Sep 2026.",
    )


def test_a_move_within_a_period_says_the_month() -> None:
    assert after(BUSY, MoveOnRoad("c-a1", APRIL + 1))["roadmap"] == ("Coproduction moved from April 2026 to May 2026.",)


def test_size_length_row_and_owner_are_told() -> None:
    said = after(
        BUSY,
        SetEnergy("c-a1", Energy.SMALL),
        Stretch("c-a1", APRIL + 8),
        MoveOnRoad("c-a1", APRIL, 3),
        SetOwner("c-a1", "p-4c"),
    )["roadmap"]
    assert said == (
        "Coproduction goes from April 2026 to December 2026 now.",
        "Coproduction, Apr–Jun 2026, is small now; it was large.",
        "Coproduction, Apr–Jun 2026, moved to another row.",
        "Coproduction, Apr–Jun 2026: p-4c looks after it now.",
    )


def test_cards_come_on_once_more_and_take_their_links_with_them() -> None:
    said = after(BUSY, AddToRoad("c-z", "team", APRIL), TakeOffRoad("c-a1"))["roadmap"]
    assert said == (
        "A stable and capable team came on once more in Apr–Jun 2026.",
        "Coproduction, Apr–Jun 2026, was taken off, with its link.",
    )


def test_links_stages_and_events_are_told() -> None:
    said = after(
        BUSY,
        Unlink("l-1"),
        LinkCards("l-2", "c-m3", "c-b7"),
        LinkCards("l-3", "c-a1", "c-m3", LinkKind.CONNECTION),
        PlaceStage(Stage.DESIGNING, APRIL, APRIL + 2),
        MarkEvent("e-2d", date(2026, 5, 14), "Local elections"),
    )["roadmap"]
    assert said == (
        "Sharing risk is needed before A stable and capable team.",
        "Coproduction and Sharing risk go together.",
        "Coproduction and A stable and capable team are linked no longer.",
        "Designing goes from April 2026 to June 2026 now.",
        "Local elections is marked on 14 May 2026; it was 7 May 2026.",
    )


def test_an_event_in_other_words_is_told_by_them() -> None:
    assert after(BUSY, MarkEvent("e-2d", date(2026, 5, 7), "Council elections"))["roadmap"] == (
        "Council elections is marked in other words.",
    )


def test_a_roadmap_that_was_begun_since_is_told_in_one_sentence() -> None:
    said = told(replace(BUSY.boards, roadmap=Roadmap()), BUSY.boards)["roadmap"]
    assert said == ("The roadmap was begun: April 2026 to March 2027, 4 periods, with 3 cards and 1 link.",)


def test_another_timeframe_moves_no_card() -> None:
    assert after(BUSY, Frame(APRIL, 24))["roadmap"] == ("The timeframe is now April 2026 to March 2028, 8 periods.",)


# --- questions --------------------------------------------------------------------------------------------------------


def test_answers_questions_and_verdicts_are_told() -> None:
    said = after(
        BUSY,
        SetVerdict(Lens.VIABILITY, Verdict.NOT_YET),
        WriteAnswer("capitalise", "More evenings."),
        SkipPrompt("develop", True),
        AddPrompt("q-9", "diamond", "What would the children say?"),
    )
    assert said["checks"] == ("Viability was answered: not yet.",)
    assert said["reflections"] == (
        "“Where might we start?” was left out.",
        "A question was added: “What would the children say?”.",
        "The answer to “What would make the most of our strengths?” was written.",
    )


def test_many_answers_are_counted() -> None:
    said = after(session(), *(WriteAnswer(prompt, "Yes.") for prompt in PROMPTS))
    assert said == {"reflections": ("4 answers were written or changed.",)}


def test_an_answer_to_the_plan_that_became_another_is_told_with_what_it_was() -> None:
    first = SetVerdict(Lens.VIABILITY, Verdict.NOT_YET).apply(BUSY, DECK)
    assert after(first, SetVerdict(Lens.VIABILITY, Verdict.YES), WriteCheck(Lens.VIABILITY, "answer", "We have."))[
        "checks"
    ] == ("Viability: yes; it was not yet.", "What is said of viability was written.")
