"""The footer and the step bar by mouse: a click is as good as the key."""

from innovate_tui.ui.screens.diamond import DiamondScreen
from innovate_tui.ui.widgets.frame import KeyBar, StepBar, keys_in, steps_in
from innovate_tui.workshop.deck import Deck
from innovate_tui.workshop.history import History
from innovate_tui.workshop.session import Session
from tests.ui.pilot import run


async def test_a_click_on_a_key_in_the_footer_does_what_the_key_does(deck: Deck, sample: Session) -> None:
    screen = DiamondScreen(History(sample), deck)
    async with run(screen) as stage:
        bar = screen.query_one(KeyBar)
        column = next(x for x, command in keys_in(bar.commands, bar.size.width) if command.key == "v")
        await stage.click(bar, column + 1, 0)
        assert screen.has_class("-large")


async def test_a_click_on_a_step_goes_there(deck: Deck, sample: Session) -> None:
    screen = DiamondScreen(History(sample), deck)
    async with run(screen) as stage:
        bar = screen.query_one(StepBar)
        column = next(x for x, step, _ in steps_in(bar.steps, bar.size.width) if step == 2)
        await stage.click(bar, column + 1, 0)
        assert screen.steps().current == 2
