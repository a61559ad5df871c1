"""The last row while a box is open: the keys of the box, not those of the screen beneath it."""

import pytest
from textual.events import Key

from innovate_tui.ui.screens.chooser import ChoiceList, Chooser
from innovate_tui.ui.screens.diamond import DiamondScreen
from innovate_tui.ui.screens.export_box import ExportBox
from innovate_tui.ui.screens.home import HomeScreen
from innovate_tui.ui.screens.quadrants import QuadrantsScreen
from innovate_tui.ui.screens.words_box import Field, Heading, WordsBox
from innovate_tui.ui.widgets.canvas import Canvas
from innovate_tui.ui.widgets.frame import KeyBar, keys_in
from innovate_tui.ui.widgets.home_menu import HomeFacts
from innovate_tui.workshop.deck import Deck, Mode
from innovate_tui.workshop.history import History
from innovate_tui.workshop.session import Included, Kept, Session
from tests import decks
from tests.ui.pilot import Stage, run


async def click_key(stage: Stage, key: str) -> None:
    """Click a key of the last row."""
    bar = stage.screen.query_one(KeyBar)
    column = next(x for x, command in keys_in(bar.commands, bar.size.width) if command.key == key)
    await stage.click(bar, column, 0)


async def test_the_export_box_offers_its_own_keys_and_a_click_on_them_is_as_good(deck: Deck, sample: Session) -> None:
    screen = DiamondScreen(History(sample), deck)
    async with run(screen) as stage:
        heard: list[Included] = []
        written: list[bool | None] = []
        stage.app.push_screen(ExportBox(screen.styles_in_use, Included(), "Exports", heard.append), written.append)
        await stage.settle()
        assert stage.keys.split() == [
            "enter",
            "write",
            "it",
            "↑↓",
            "line",
            "space",
            "change",
            "esc",
            "not",
            "now",
        ]
        await click_key(stage, "↑↓")
        await click_key(stage, "space")
        assert [each.brief for each in heard] == [True]
        await click_key(stage, "esc")
        assert written == [False]
        assert stage.screen is screen


async def test_a_list_to_choose_from_offers_its_own_keys(deck: Deck, sample: Session) -> None:
    screen = DiamondScreen(History(sample), deck)
    async with run(screen) as stage:
        await stage.press("p")
        assert type(stage.screen).__name__ == Chooser.__name__
        assert stage.keys.strip() == "↑↓ move  enter choose  esc back"
        await click_key(stage, "esc")
        assert stage.screen is screen
        await stage.press("slash")
        await click_key(stage, "enter")
        assert stage.screen is screen


async def test_an_entry_that_cannot_stand_is_said_whole_with_its_mend(deck: Deck) -> None:
    mend = "Check its spelling against the ids of the cards, or let the entry go with enter."
    kept = tuple(Kept(("diamond", "cards", each), {"place": 3}, "No card has this id.", mend) for each in ("a", "b"))
    async with run(DiamondScreen(History(decks.session(kept=kept)), deck)) as stage:
        await stage.press("exclamation_mark")
        box = stage.screen.query_one("#choices", ChoiceList)
        words = " ".join(box.picture.as_text().replace("║", " ").split())
        assert f"diamond.cards.a: No card has this id. {mend}" in words
        await stage.press("down")
        words = " ".join(box.picture.as_text().replace("║", " ").split())
        assert f"diamond.cards.b: No card has this id. {mend}" in words
        await stage.press("enter")
        assert stage.status == "Let go: diamond.cards.b. u undoes."


async def test_the_guide_over_the_questions_does_not_promise_a_tray(deck: Deck, sample: Session) -> None:
    async with run(DiamondScreen(History(sample), deck)) as stage:
        await stage.press("g")
        assert stage.status == "The guide is open: g goes on, esc closes it. The board still takes its keys."
        assert len(stage.status) <= 78


async def test_back_on_home_nothing_is_said_of_before() -> None:
    home = HomeScreen()
    async with run(home) as stage:
        await stage.press("1", "enter")
        assert stage.status.startswith("Nothing was started")
        home.show(HomeFacts())
        assert stage.status == ""


@pytest.mark.parametrize(
    ("mode", "key", "label"),
    [
        (Mode.INDIVIDUAL, "d speaks against", "What speaks against it"),
        (Mode.GROUP, "d not all agree", "Not everyone agrees, because"),
    ],
)
@pytest.mark.parametrize(("made", "keys"), [(DiamondScreen, "D1"), (QuadrantsScreen, "K2")])
async def test_who_works_alone_is_not_asked_who_disagrees(
    deck: Deck, made: type[DiamondScreen] | type[QuadrantsScreen], keys: str, mode: Mode, key: str, label: str
) -> None:
    async with run(made(History(decks.session(mode=mode)), deck)) as stage:
        await stage.press(*keys)
        assert key in stage.keys
        await stage.press("d")
        assert label in "\n".join(row.picture.as_text() for row in stage.screen.query(Canvas))


async def test_keys_that_come_in_a_burst_go_to_the_field_that_tab_led_to(deck: Deck, sample: Session) -> None:
    screen = DiamondScreen(History(sample), deck)
    async with run(screen) as stage:
        kept: list[dict[str, str] | None] = []
        fields = tuple(Field(name, name, "", 1, single=True) for name in ("what", "when"))
        stage.app.push_screen(WordsBox(screen.styles_in_use, "A box", Heading("Two fields."), fields), kept.append)
        await stage.settle()
        driver = stage.app._driver
        assert driver is not None
        for event in (Key("a", "a"), Key("tab", "\t"), Key("b", "b")):
            event.set_sender(stage.app)
            driver.send_message(event)
        await stage.settle()
        await stage.press("escape")
        assert kept == [{"what": "a", "when": "b"}]
