"""Changing a roadmap on a later day: what it was is kept, and the status line says so."""

from dataclasses import replace
from datetime import date

from innovate_tui.ui.screens.roadmap import RoadmapScreen
from innovate_tui.workshop.deck import Deck
from innovate_tui.workshop.edits import MoveOnRoad, SetEnergy
from innovate_tui.workshop.history import History
from innovate_tui.workshop.roadmap import Energy
from innovate_tui.workshop.session import Session
from tests.ui.pilot import run
from tests.ui.road_scenes import JANUARY, year


async def test_the_first_change_of_a_later_day_says_that_the_roadmap_is_kept_as_it_was(
    sample: Session, deck: Deck
) -> None:
    plan = year(deck)._replace(worked=date(2026, 3, 12))
    start = replace(sample, rounds=(), boards=replace(sample.boards, roadmap=plan))
    card = plan.in_time[0]
    key = "s" if card.energy != "small" else "l"
    async with run(RoadmapScreen(History(start), deck, card.feature)) as stage:
        await stage.press(key)
        assert stage.status == "Done. The roadmap as it was until today is kept as a round. u undoes both."
        (kept,) = stage.session.rounds
        assert kept.boards == start.boards
        await stage.press("m")
        assert "round" not in stage.status
        assert len(stage.session.rounds) == 1
        await stage.press("u", "u")
        assert stage.session == start


async def test_what_deserves_thought_does_not_hide_that_a_round_is_kept(sample: Session, deck: Deck) -> None:
    plan = year(deck)._replace(worked=date(2026, 3, 12))
    start = replace(sample, rounds=(), boards=replace(sample.boards, roadmap=plan))
    late = MoveOnRoad("c-0", JANUARY + 9)  # after what needs it
    async with run(RoadmapScreen(History(start), deck)) as stage:
        screen = stage.screen
        assert isinstance(screen, RoadmapScreen)
        screen.perform(late)
        assert "kept as a round" in stage.status
        await stage.press("u")
        screen.perform(SetEnergy("c-0", Energy.SMALL))
        screen.perform(late)
        assert stage.status.startswith("To think about:")
