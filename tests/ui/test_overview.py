"""The overview: where the session is, what is next, the way to everything, and what the session says of itself."""

from dataclasses import replace
from datetime import date

import pytest

from innovate_tui.ui.screens.chooser import Chooser
from innovate_tui.ui.screens.every_screen import AT
from innovate_tui.ui.screens.overview import OverviewScreen, entries
from innovate_tui.ui.screens.session_screen import SessionScreen
from innovate_tui.ui.screens.words_box import WordsBox
from innovate_tui.ui.screens.working_screen import WorkingScreen
from innovate_tui.ui.widgets.canvas import Canvas
from innovate_tui.ui.widgets.overview_page import OverviewPage
from innovate_tui.ui.widgets.overview_painter import Entry, OverviewScene, ending, entry_at, paint_overview
from innovate_tui.workshop import overview
from innovate_tui.workshop.checks import Checks
from innovate_tui.workshop.deck import Act, Deck, Mode
from innovate_tui.workshop.edits import Spend
from innovate_tui.workshop.history import History
from innovate_tui.workshop.quadrants import Quadrants
from innovate_tui.workshop.session import Person, Session
from tests.decks import full, session
from tests.ui.golden import looks_like
from tests.ui.pilot import Stage, run

SIZES = ((60, 16), (80, 20), (100, 26), (160, 46))
"""What windows of 60×20, 80×24, 100×30 and 160×50 leave for the page."""
GROUP = replace(
    session(
        mode=Mode.GROUP,
        group="Team A",
        at={1: "trust", 2: "team", 9: "space"},
        why={"trust": "Families come back."},
        dissent={"team": "Not at night."},
        held=date(2026, 11, 12),
    ),
    place="Meadowbank",
    people={f"p-{name}": Person(f"p-{name}", name) for name in ("Amina", "Bo", "Ceri", "Dev", "Ewa", "Finn")},
    spent={"diamond": {"order": 65}},
)
GROUP_WORDS = ("group", "not all agree", "People", "expert", "Team", "a table")


def scene(made: Session, deck: Deck) -> OverviewScene:
    """What the page shows of a session that is kept somewhere."""
    folder = "/home/asha/Documents/Innovate"
    return OverviewScene(
        overview.facts(made), tuple(entries(made, deck)), f"{folder}/family-hubs-team-a.toml", f"{folder}/Exports"
    )


def text_of(stage: Stage) -> str:
    """Everything on the screen."""
    canvases = [each for each in stage.screen.query(Canvas) if each.display and each.id != "too-small"]
    return "\n".join(each.picture.as_text() for each in canvases)


def wanted(stage: Stage) -> list[str]:
    """The places that were asked for."""
    return [event.place for event in stage.heard if isinstance(event, WorkingScreen.GoTo)]


# --- how it looks -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_group_half_way_through(deck: Deck, size: tuple[int, int]) -> None:
    looks_like(f"overview-group-{size[0]}x{size[1]}", paint_overview(scene(GROUP, deck), "diamond", *size).as_text())


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_fresh_session_alone(deck: Deck, size: tuple[int, int]) -> None:
    looks_like(f"overview-alone-{size[0]}x{size[1]}", paint_overview(scene(session(), deck), "cards", *size).as_text())


def test_the_overview_in_ascii(deck: Deck) -> None:
    text = paint_overview(scene(GROUP, deck), "diamond", 80, 20).as_text(ascii_only=True)
    assert text.isascii()
    looks_like("overview-ascii-80x20", text)


def test_a_path_is_cut_at_its_beginning() -> None:
    assert ending("/home/asha/x.toml", 20) == "/home/asha/x.toml"
    assert ending("/home/asha/Documents/x.toml", 10) == "…ts/x.toml"


@pytest.mark.parametrize("size", SIZES)
def test_every_entry_is_under_the_mouse_where_it_stands(deck: Deck, size: tuple[int, int]) -> None:
    shown = scene(GROUP, deck)
    rows = paint_overview(shown, "", *size).as_text().splitlines()
    for entry in shown.entries:
        y = next(number for number, row in enumerate(rows) if f"{entry.key}  {entry.name}" in row)
        assert entry_at(shown, *size, y) == entry.place
    assert entry_at(shown, *size, 0) == ""


def test_what_people_typed_is_shown_as_it_is() -> None:
    nasty = "[red]x[/] {y} \x1b]52;c;AA\x07 \u202ez"
    shown = paint_overview(OverviewScene(nasty, (Entry("people", "6", "People", nasty),)), "people", 80, 20)
    assert "[red]x[/] {y}" in shown.as_text()
    assert "\x1b" not in shown.as_text()


# --- going on ---------------------------------------------------------------------------------------------------------


async def test_the_cursor_stands_on_what_is_next_and_enter_goes_there(deck: Deck) -> None:
    async with run(OverviewScreen(History(GROUP), deck)) as stage:
        assert stage.status == "Next: go on with the diamond: 6 places to fill. Enter goes there."
        assert stage.screen.query_one(OverviewPage).at == "diamond"
        await stage.press("enter")
        await stage.press("down", "enter")
        assert wanted(stage) == ["diamond", "quadrants"]
        assert stage.status.startswith("Four Quadrants: not started.")


async def test_a_next_thing_without_a_digit_of_its_own_is_reached_by_enter(sample: Session, deck: Deck) -> None:
    fixed = sample.boards.roadmap._replace(fixed=sample.started, revisit=None)
    made = replace(sample, boards=replace(sample.boards, roadmap=fixed, checks=Checks()))
    async with run(OverviewScreen(History(made), deck)) as stage:
        assert "desirable" in stage.status
        await stage.press("enter")
        await stage.press("4")
        assert wanted(stage) == ["checks", "reflections"]


async def test_every_digit_opens_what_it_says_and_the_others_say_that_there_is_nothing(deck: Deck) -> None:
    async with run(OverviewScreen(History(GROUP), deck)) as stage:
        await stage.press(*"12345689")
        places = ["diamond", "quadrants", "roadmap", "reflections", "cards", "people", "rounds", "readback"]
        assert wanted(stage) == places
        assert set(places) <= set(AT)
        await stage.press("7")
        assert stage.status == "7 opens nothing here. The numbers at the left do."
        await stage.press("0", "q")
        assert wanted(stage)[-2:] == ["home", "home"]


async def test_esc_leads_back_and_o_does_not_leave_the_session(deck: Deck) -> None:
    async with run(OverviewScreen(History(GROUP), deck)) as stage:
        await stage.press("o")
        assert stage.heard == []
        await stage.press("escape")
        assert [type(event) for event in stage.heard] == [SessionScreen.BackAsked]


async def test_a_click_chooses_and_a_second_one_opens(deck: Deck) -> None:
    async with run(OverviewScreen(History(GROUP), deck)) as stage:
        page = stage.screen.query_one(OverviewPage)
        await stage.click(page, 12, 12)
        assert page.at == "cards"
        await stage.click(page, 12, 12)
        assert wanted(stage) == ["cards"]


async def test_a_deck_without_a_tool_shows_none_of_it(deck: Deck) -> None:
    smaller = replace(deck, tools={key: tool for key, tool in deck.tools.items() if key != "quadrants"})
    async with run(OverviewScreen(History(GROUP), smaller)) as stage:
        assert "Quadrants" not in text_of(stage)
        await stage.press("2")
        assert stage.status == "2 opens nothing here. The numbers at the left do."


@pytest.mark.parametrize("place", ["session", "rounds", "readback"])
async def test_who_works_alone_meets_nothing_that_only_a_group_needs(deck: Deck, place: str) -> None:
    made = replace(
        session(at=full(), dissent={"trust": "Not at night."}, grid=Quadrants().put("funding", 80, 80)),
        people={"p-1": Person("p-1", "Amina")},
    )
    async with run(AT[place](History(made), deck)) as stage:
        assert not [word for word in GROUP_WORDS if word in text_of(stage)]
        await stage.press("b")
        await stage.type("First")
        await stage.press("enter")
        assert not [word for word in GROUP_WORDS if word in text_of(stage)]
        await stage.press("p")
        assert "the people" not in text_of(stage)


# --- what the session says of itself ----------------------------------------------------------------------------------


async def test_group_place_and_day_are_changed_and_undone_one_by_one(deck: Deck) -> None:
    async with run(OverviewScreen(History(GROUP), deck)) as stage:
        await stage.press("m", "2")
        await stage.press("ctrl+u")
        await stage.type("Team B")
        await stage.press("enter")
        assert stage.session.group == "Team B"
        assert "Team B" in stage.title
        await stage.press("m", "2", "ctrl+u")
        await stage.type("Team C")
        await stage.press("enter", "u")
        assert stage.session.group == "Team B"
        await stage.press("m", "5", "ctrl+u")
        await stage.type("3 Feb 2027")
        await stage.press("enter")
        assert stage.session.held == date(2027, 2, 3)
        assert "3 February 2027" in text_of(stage)
        await stage.press("u")
        assert (stage.session.held, stage.session.group) == (GROUP.held, "Team B")
        await stage.press("u")
        assert stage.session == GROUP


async def test_a_session_keeps_a_title_and_a_day_that_is_none_is_asked_for_again(deck: Deck) -> None:
    async with run(OverviewScreen(History(GROUP), deck)) as stage:
        await stage.press("m", "1", "ctrl+u", "enter")
        assert stage.session.title == "Family hubs"
        assert "needs a title" in stage.status
        await stage.press("m", "5", "ctrl+u")
        await stage.type("soon")
        await stage.press("enter")
        assert isinstance(stage.screen, WordsBox)
        assert stage.status == "A day such as 6 May 2027."
        await stage.press("ctrl+u", "enter")
        assert stage.session.held is None


async def test_another_mode_loses_nothing_and_says_what_works_now(deck: Deck) -> None:
    async with run(OverviewScreen(History(GROUP), deck)) as stage:
        await stage.press("m", "6")
        assert isinstance(stage.screen, Chooser)
        await stage.press("1")
        assert stage.session == replace(GROUP, mode=Mode.INDIVIDUAL)
        assert stage.status == "One person works now: the steps follow, nothing is lost. u undoes."
        assert "People" not in text_of(stage)
        await stage.press("m", "6", "3")
        assert stage.session.mode is Mode.GROUPS
        assert stage.status == "Now the file of one of several groups; the others have their own. u undoes."
        await stage.press("u", "u")
        assert stage.session == GROUP


async def test_a_group_of_several_without_a_name_is_asked_for_one(deck: Deck) -> None:
    async with run(OverviewScreen(History(replace(GROUP, group="")), deck)) as stage:
        await stage.press("m", "6", "3")
        assert stage.status == "Now one of several groups, each with a file of its own. m 2 names this group."
        await stage.press("m", "2")
        assert stage.status == "It stands in the title and in the summary."
        await stage.press("escape", "m", "3")
        assert stage.status == "It stands on the overview and in the summary."


async def test_minutes_that_are_counted_while_the_overview_is_open_stand_on_it(deck: Deck) -> None:
    async with run(OverviewScreen(History(GROUP), deck)) as stage:
        screen = stage.screen
        assert isinstance(screen, OverviewScreen)
        screen.note(Spend("diamond", Act.ORDER, 7))
        assert screen.session != GROUP
        assert overview.time_spent(screen.session) in text_of(stage)


async def test_who_works_alone_is_asked_for_no_group(deck: Deck) -> None:
    async with run(OverviewScreen(History(session()), deck)) as stage:
        await stage.press("m")
        assert "Group" not in text_of(stage)
        await stage.press("escape")
        assert stage.session == session()


async def test_a_day_to_look_again_that_has_passed_is_said_once(sample: Session, deck: Deck) -> None:
    passed = sample.boards.roadmap._replace(revisit=date(2021, 5, 6))
    made = replace(sample, boards=replace(sample.boards, roadmap=passed))
    async with run(OverviewScreen(History(made), deck)) as stage:
        assert stage.status == "The roadmap was to be looked at again on 6 May 2021. 3 opens it."
        await stage.press("down")
        assert "looked at again" not in stage.status
