"""Keys, clicks and pastes that come in one burst do what they do one by one."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from textual.events import Event, InputEvent, Key, MouseDown, MouseUp, Paste
from textual.keys import _character_to_key
from textual.screen import Screen

from innovate_tui.ui import hearing_app
from innovate_tui.ui.hearing_app import HearingApp
from innovate_tui.ui.screens.diamond import DiamondScreen
from innovate_tui.ui.screens.help import HelpScreen
from innovate_tui.ui.screens.home import HomeScreen
from innovate_tui.ui.screens.overview import OverviewScreen
from innovate_tui.ui.screens.quadrants import QuadrantsScreen
from innovate_tui.ui.screens.roadmap import RoadmapScreen
from innovate_tui.workshop.deck import Deck
from tests.ui.pilot import CHARACTERS
from tests.ui.test_app import Story, at_home, kept, said


def as_key(key: str) -> Key:
    """A key as Textual's parser makes it."""
    if len(key) > 1:
        return Key(key, CHARACTERS.get(key))
    return Key(key if key.isalnum() else _character_to_key(key), key)


def click(x: int, y: int) -> tuple[Event, Event]:
    """The left button pressed and let go on a cell of the screen."""
    down, up = (
        kind(None, x, y, 0, 0, 1, shift=False, meta=False, ctrl=False, screen_x=x, screen_y=y)
        for kind in (MouseDown, MouseUp)
    )
    return down, up


async def burst(story: Story, *coming: str | Event | Iterable[Event]) -> None:
    """All of it before anything can be done with the first, and then what it sets going."""
    driver = story.app._driver
    assert driver is not None
    events: list[Event] = []
    for each in coming:
        events += [as_key(each)] if isinstance(each, str) else [each] if isinstance(each, Event) else each
    for event in events:
        event.set_sender(story.app)
        driver.send_message(event)
    await story.settle()


@pytest.mark.parametrize(
    ("keys", "screen"),
    [
        (("o", "2"), QuadrantsScreen),
        (("f2", "3"), RoadmapScreen),
        (("f4", "o", "1"), DiamondScreen),
        (("o", "2", "o"), OverviewScreen),
        (("question_mark", "1"), HelpScreen),
        (("question_mark", "q", "o", "2"), QuadrantsScreen),
        (("q", "q"), HomeScreen),
    ],
)
async def test_where_keys_lead_the_next_one_is_heard(
    keys: tuple[str, ...], screen: type[Screen[object]], folder: Path, deck: Deck
) -> None:
    async with at_home() as story:
        await story.start()
        await story.press("D")
        await burst(story, *keys)
        await story.until(lambda: isinstance(story.app.screen, screen), screen.__name__)
        assert type(story.app.screen) is screen
    assert kept(folder, deck).boards.diamond.placed == ()


async def test_words_that_follow_a_key_go_into_its_box_and_what_follows_the_box_to_the_board(
    folder: Path, deck: Deck
) -> None:
    async with at_home() as story:
        await story.start()
        await story.press("D")
        await burst(story, ";", *"who2", "escape", "1")
        await story.until(said(folder, "place = 1"))
    session = kept(folder, deck)
    assert [each.text for each in session.parked.values()] == ["who2"]
    assert session.boards.diamond.at(1) == "trust"


async def test_a_paste_waits_for_the_box_that_the_key_before_it_opens(folder: Path, deck: Deck) -> None:
    async with at_home() as story:
        await story.start()
        await burst(story, ";", Paste("Who pays for "), *"it", Paste("?"), "escape")
        await story.until(said(folder, "Who pays for it?"))
    assert [each.text for each in kept(folder, deck).parked.values()] == ["Who pays for it?"]


async def test_a_click_and_a_key_keep_their_order(folder: Path, deck: Deck) -> None:
    async with at_home() as story:
        await story.start()
        board = story.board.region
        rows = story.board.picture.as_text().split("\n")
        (row,) = (y for y, text in enumerate(rows) if text.strip().startswith("E ■"))
        await burst(story, "D", click(board.x + rows[row].index("E ■"), board.y + row), "1", "F", "2")
        await story.until(said(folder, "place = 2"))
    diamond = kept(folder, deck).boards.diamond
    letters = {feature.id: feature.letter for feature in deck.features}
    assert [letters[diamond.at(place) or ""] for place in (1, 2)] == ["E", "F"]


async def test_undo_on_another_screen_is_done_before_the_next_key(folder: Path, deck: Deck) -> None:
    async with at_home() as story:
        await story.start()
        await burst(story, "D", "1", "f4", "u", "u", "E", "2")
        await story.until(said(folder, "place = 2"))
    diamond = kept(folder, deck).boards.diamond
    assert diamond.at(1) is None


async def test_what_never_gets_done_locks_nobody_out(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setattr(hearing_app, "is_quiet", lambda screens: False)
    monkeypatch.setattr(hearing_app, "AT_THE_LATEST", 0.0)
    async with at_home() as story:
        await story.start()
        await burst(story, "D", "1")
        await story.until(said(folder, "place = 1"))


async def test_where_all_is_quiet_no_key_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    async with at_home() as story:
        await story.start()
        waited: list[InputEvent | Paste] = []
        wait = HearingApp._wait

        def noted(app: HearingApp) -> None:
            waited.extend(app._waiting)
            wait(app)

        monkeypatch.setattr(HearingApp, "_wait", noted)
        await story.press("D", "1", "up", "2")
        assert waited == []
        await burst(story, "o", "3")
        await story.until(lambda: bool(waited), "a key that waits")
