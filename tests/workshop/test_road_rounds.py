"""A roadmap that is changed on a later day is kept as it was: once a day, with its change, and only if it has cards."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from innovate_tui.workshop.edits import (
    AddFeature,
    AddToRoad,
    Edit,
    Fix,
    Frame,
    KeepRound,
    Put,
    RemoveFeature,
    SetEnergy,
    SetRevisit,
    TakeOffRoad,
    Unfix,
    WriteRoadReason,
)
from innovate_tui.workshop.features import Kind
from innovate_tui.workshop.history import History
from innovate_tui.workshop.road_rounds import last_worked
from innovate_tui.workshop.roadmap import Energy
from innovate_tui.workshop.session import Kept
from innovate_tui.workshop.timeline import Month
from innovate_tui.workshop.wording import done
from tests.decks import session
from tests.workshop.every_edit import DECK

APRIL = Month(2026, 4)
FIRST = datetime(2026, 3, 12, 11, 30, tzinfo=UTC)
LATER = FIRST + timedelta(days=365)
LARGE, SMALL = SetEnergy("c-1", Energy.LARGE), SetEnergy("c-1", Energy.SMALL)


def worked(moment: datetime, *edits: Edit, start: History | None = None) -> History:
    """The history after these edits at this moment."""
    history = start or History(session())
    for edit in edits:
        history = history.do(edit, DECK, moment)
    return history


def plan() -> History:
    """A roadmap of one card, made on the first day."""
    return worked(FIRST, Frame(APRIL, 12), AddToRoad("c-1", "team", APRIL))


def test_a_change_on_a_later_day_keeps_the_roadmap_as_it_was() -> None:
    before = plan().now
    after = worked(LATER, LARGE, start=plan()).now
    (kept,) = after.rounds
    assert (kept.name, kept.taken, kept.boards) == ("Roadmap before 12 March 2027", LATER, before.boards)
    assert after.boards.roadmap.cards["c-1"].energy is Energy.LARGE
    assert done(LARGE, before, after, DECK) == (
        "Done. The roadmap as it was until today is kept as a round. u undoes both."
    )


def test_the_round_belongs_to_the_change_and_is_undone_with_it() -> None:
    after = worked(LATER, LARGE, start=plan())
    assert after.undo().now == plan().now
    assert after.undo().redo().now == after.now
    assert len(worked(LATER, SMALL, start=after.undo()).now.rounds) == 1


def test_a_day_keeps_one_round_and_the_next_day_another() -> None:
    once = worked(LATER, LARGE, SMALL, TakeOffRoad("c-1"), AddToRoad("c-2", "trust", APRIL), start=plan())
    assert len(once.now.rounds) == 1
    twice = worked(LATER + timedelta(hours=13), SetEnergy("c-2", Energy.SMALL), start=once).now
    assert [kept.name for kept in twice.rounds] == ["Roadmap before 12 March 2027", "Roadmap before 13 March 2027"]


@pytest.mark.parametrize("hours", [0, 3, -30])
def test_on_the_same_day_nothing_is_kept_nor_where_the_clock_goes_back(hours: int) -> None:
    after = worked(FIRST + timedelta(hours=hours), LARGE, start=plan()).now
    assert after.rounds == ()
    assert after.boards.roadmap.worked == FIRST.date()


def test_a_roadmap_without_cards_is_not_worth_a_round() -> None:
    framed = worked(FIRST, Frame(APRIL, 12))
    assert framed.now.boards.roadmap.worked is None
    assert worked(LATER, Frame(APRIL, 30), start=framed).now.rounds == ()
    empty = worked(FIRST, TakeOffRoad("c-1"), start=plan())
    assert worked(LATER, AddToRoad("c-2", "trust", APRIL), start=empty).now.rounds == ()
    fixed = worked(FIRST, Fix(FIRST, "roadmap"), start=framed)
    assert worked(LATER, Unfix("roadmap"), start=fixed).now.rounds == ()


def test_of_a_roadmap_of_which_nobody_can_say_when_it_was_made_nothing_is_kept() -> None:
    road = plan().now.boards.roadmap._replace(worked=None)
    start = History(session(road=road))
    after = worked(LATER, LARGE, start=start).now
    assert (after.rounds, after.boards.roadmap.worked) == ((), LATER.date())


def test_fixing_and_a_day_to_look_again_are_no_change_and_unfixing_begins_one() -> None:
    fixed = worked(LATER, SetRevisit(date(2027, 9, 1)), Fix(LATER, "roadmap"), start=plan())
    assert fixed.now.rounds == ()
    (kept,) = worked(LATER, Unfix("roadmap"), LARGE, start=fixed).now.rounds
    assert kept.boards.roadmap.fixed == LATER


def test_the_day_on_which_a_roadmap_was_fixed_stands_where_no_other_is_known() -> None:
    road = plan().now.boards.roadmap._replace(worked=None).fix(FIRST)
    assert last_worked(road) == FIRST.date()
    assert len(worked(LATER, Unfix("roadmap"), start=History(session(road=road))).now.rounds) == 1


def test_what_does_not_change_the_roadmap_keeps_nothing() -> None:
    assert worked(LATER, Put("trust", 1), start=plan()).now.rounds == ()


def test_a_round_that_the_group_has_just_kept_is_enough() -> None:
    own = worked(LATER, KeepRound("r-1", "Before spring", LATER), LARGE, start=plan()).now
    assert [kept.id for kept in own.rounds] == ["r-1"]


def test_no_second_round_takes_the_name_of_the_first_even_after_a_hand_edit() -> None:
    once = worked(LATER, LARGE, start=plan()).now
    road = once.boards.roadmap._replace(worked=FIRST.date())
    again = worked(LATER, SMALL, start=History(replace(once, boards=replace(once.boards, roadmap=road)))).now
    assert [kept.id for kept in again.rounds] == [kept.id for kept in once.rounds]


def test_words_that_are_deleted_again_leave_no_round() -> None:
    start = plan()
    typed = worked(LATER, WriteRoadReason("c-1", "N"), WriteRoadReason("c-1", "No"), start=start)
    assert [kept.boards for kept in typed.now.rounds] == [start.now.boards]
    assert worked(LATER, WriteRoadReason("c-1", ""), start=typed) == History(start.now, start.past)


def test_a_card_that_is_taken_out_altogether_is_in_no_round_alone() -> None:
    own = worked(FIRST, AddFeature("own-1", "Ours", Kind.ENABLER), AddToRoad("c-9", "own-1", APRIL), start=plan())
    gone = worked(LATER, RemoveFeature("own-1"), start=own)
    assert gone.now.rounds == ()
    (kept,) = worked(LATER, LARGE, start=gone).now.rounds
    assert not kept.boards.shows("own-1")


def test_a_day_in_the_file_that_is_none_gives_way() -> None:
    odd = replace(plan().now, kept=(Kept(("roadmap", "worked"), "soon", "No day.", "Write one."),))
    assert worked(FIRST, LARGE, start=History(odd)).now.kept == ()
