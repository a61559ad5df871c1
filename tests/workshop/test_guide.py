"""The run sheet of each tool for one person, a group and several groups, and what of a step stands beside the board."""

from itertools import pairwise

import pytest

from innovate_tui.storage.deck_files import open_content
from innovate_tui.storage.locations import content_folder
from innovate_tui.workshop.deck import Act, Mode, StepWords, Tool
from innovate_tui.workshop.guide import run_sheet
from innovate_tui.workshop.guide_wording import (
    GuidePart,
    beside_board,
    clock,
    in_one_row,
    planned_and_used,
    range_words,
)
from innovate_tui.workshop.prose import sentences

TOOLS = open_content(content_folder()).deck().tools
DIAMOND, QUADRANTS, ROADMAP = (TOOLS[name] for name in ("diamond", "quadrants", "roadmap"))


@pytest.mark.parametrize(
    ("tool", "mode", "minutes", "total"),
    [
        (DIAMOND, Mode.INDIVIDUAL, (20, 30), "20 to 30 minutes"),
        (DIAMOND, Mode.GROUP, (45, 60), "1 hour"),
        (DIAMOND, Mode.GROUPS, (45, 90), "1 hour 30 minutes"),
        (QUADRANTS, Mode.INDIVIDUAL, (15, 25), "15 to 25 minutes"),
        (QUADRANTS, Mode.GROUP, (45, 45), "45 minutes"),
        (QUADRANTS, Mode.GROUPS, (45, 60), "1 hour"),
        (ROADMAP, Mode.INDIVIDUAL, (45, 45), "45 minutes"),
        (ROADMAP, Mode.GROUP, (60, 90), "60 to 90 minutes"),
    ],
)
def test_the_times_are_the_toolkits(tool: Tool, mode: Mode, minutes: tuple[int, int], total: str) -> None:
    """D16–D19, Q20–Q23, R20, R21."""
    sheet = run_sheet(tool, mode)
    assert (sheet.least, sheet.most) == minutes
    assert sheet.total == total
    assert not sheet.borrowed


def test_steps_are_numbered_through_the_tool_and_begin_where_the_one_before_ends() -> None:
    steps = run_sheet(DIAMOND, Mode.GROUP).steps
    assert [step.number for step in steps] == list(range(1, len(steps) + 1))
    assert [step.at for step in steps][:4] == [0, 2, 8, 17]
    for before, step in pairwise(steps):
        assert step.at == before.at + before.words.most


def test_reflecting_and_sharing_have_times_of_their_own() -> None:
    """F11, F12."""
    parts = run_sheet(DIAMOND, Mode.GROUPS).parts
    assert [(part.timing.at_least, part.timing.at_most) for part in parts] == [(30, 45), (15, 15), (0, 30)]
    assert [step.act for step in parts[1].steps] == [Act.REVIEW]
    assert [step.act for step in parts[2].steps] == [Act.TELL]


def test_alone_there_is_nothing_that_only_a_group_does() -> None:
    """F15."""
    for tool in (DIAMOND, QUADRANTS, ROADMAP):
        sheet = run_sheet(tool, Mode.INDIVIDUAL, groups=4)
        assert not {Act.SHARE, Act.TELL} & {step.act for step in sheet.steps}
        assert (sheet.groups, sheet.sets, sheet.group_size, sheet.people) == (1, "", "", (0, 0))
        assert sheet.set_up == tool.set_up_alone
        assert sheet.set_up


def test_several_groups_are_counted_and_one_group_is_one_whatever_is_asked() -> None:
    """F5, D15, Q19, D20."""
    assert run_sheet(DIAMOND, Mode.GROUPS, groups=3).groups == 3
    assert run_sheet(DIAMOND, Mode.GROUPS, groups=3).people == (9, 18)
    assert run_sheet(ROADMAP, Mode.GROUPS, groups=2).people == (10, 16)
    assert run_sheet(DIAMOND, Mode.GROUP, groups=3).groups == 1
    assert run_sheet(DIAMOND, Mode.GROUP).people == (3, 6)
    with pytest.raises(ValueError, match="at least one"):
        run_sheet(DIAMOND, Mode.GROUPS, groups=0)


def test_no_time_for_several_groups_is_made_up_for_the_roadmap() -> None:
    """Decision 12."""
    sheet = run_sheet(ROADMAP, Mode.GROUPS, groups=2)
    assert sheet.borrowed
    assert (sheet.least, sheet.most, sheet.total) == (60, 90, "60 to 90 minutes")
    assert Act.TELL not in {step.act for step in sheet.steps}


def test_a_deck_without_times_has_one_part_without_a_name() -> None:
    bare = DIAMOND._replace(timings={}, totals={})
    (part,) = run_sheet(bare, Mode.GROUPS).parts
    assert part.timing.part == ""
    assert (part.timing.at_least, part.timing.at_most) == (45, 90)
    assert not run_sheet(bare, Mode.GROUPS).borrowed


def test_beside_the_board_stand_words_for_the_room_and_never_tips() -> None:
    words = StepWords("Order", "Order", "Take one.", "More.", "Which?", 9, 13, "Go on.", ("Secret.",))
    assert beside_board(words, Mode.GROUP, GuidePart("Good to know", ("", "It tells a story."))) == (
        GuidePart("Say", ("“Which?”",)),
        GuidePart("Do", ("Take one.",)),
        GuidePart("If it sticks", ("Go on.",)),
        GuidePart("Good to know", ("It tells a story.",)),
    )
    assert beside_board(words, Mode.INDIVIDUAL)[0].head == "Ask yourself"


def test_a_step_without_words_has_no_empty_heading() -> None:
    words = StepWords("Order", "Order", "Take one.", "")
    assert beside_board(words, Mode.GROUP, GuidePart("Good to know", ("",))) == (GuidePart("Do", ("Take one.",)),)


@pytest.mark.parametrize(
    ("least", "most", "used", "said"),
    [(9, 13, 0, "13 min planned"), (9, 15, 2, "15 min planned, 2 used"), (0, 0, 4, "4 min used"), (0, 0, 0, "")],
)
def test_minutes_planned_and_used_are_said_in_words(least: int, most: int, used: int, said: str) -> None:
    assert planned_and_used(StepWords("", "", "", "", "", least, most), used) == said


def test_ranges_and_the_running_clock_are_words() -> None:
    assert range_words(9, 13) == "9 to 13 minutes"
    assert range_words(15, 15) == "15 minutes"
    assert range_words(1, 1) == "1 minute"
    assert range_words(0, 30) == "up to 30 minutes"
    assert range_words(0, 0) == ""
    assert [clock(minutes) for minutes in (0, 7, 60, 95)] == ["0:00", "0:07", "1:00", "1:35"]


def test_what_a_step_wants_fits_in_one_row() -> None:
    for tool in (DIAMOND, QUADRANTS, ROADMAP):
        for mode in Mode:
            for act, words in tool.steps_for(mode):
                said = in_one_row(tool, mode, act)
                assert said in (words.title, f"{words.title}: {said.partition(': ')[2]}") or said in words.do
                assert len(said) <= 78
    assert in_one_row(DIAMOND, Mode.INDIVIDUAL, Act.SHARE) == ""
    assert in_one_row(DIAMOND, Mode.GROUP, Act.READ) == "Read your cards: Take a few minutes and read yours."
    assert in_one_row(QUADRANTS, Mode.GROUP, Act.HELPERS).startswith("Share out the summaries")
    assert sentences("One. Two? Three 1.5 done!") == ("One.", "Two?", "Three 1.5 done!")
