"""Stories: a person at the keyboard of the real program, with a folder of their own."""

import re
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import cast

import pypdf
import pytest
from textual.app import App
from textual.events import Paste
from textual.pilot import Pilot

from innovate_tui.storage.deck_files import Content
from innovate_tui.storage.session_reading import read_session
from innovate_tui.ui.app import InnovateApp
from innovate_tui.ui.palette import LIGHT
from innovate_tui.ui.screens.diamond import DiamondScreen
from innovate_tui.ui.screens.home import HomeScreen
from innovate_tui.ui.widgets.canvas import Canvas
from innovate_tui.ui.widgets.diamond_board import DiamondBoard
from innovate_tui.ui.widgets.frame import SaveState, StatusLine
from innovate_tui.ui.widgets.home_menu import HomeMenu
from innovate_tui.ui.widgets.words_field import WordsField
from innovate_tui.workshop.deck import Deck
from innovate_tui.workshop.history import History
from innovate_tui.workshop.session import Session
from tests.ui.pilot import Stage, settle

PATIENCE = 10.0
"""Seconds after which what has not happened will not happen: this may run on a busy machine."""
NINE = "DEBAGFCHI"


@pytest.fixture(autouse=True)
def folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of a person's own."""
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setenv("TERM", "xterm-256color")
    return folder


class Story(Stage):
    """The real program, with what is on the screen as text."""

    @property
    def text(self) -> str:
        """All canvases of the screen on top."""
        return "\n".join(canvas.picture.as_text() for canvas in self.screen.query(Canvas) if canvas.display)

    @property
    def board(self) -> DiamondBoard:
        """The board."""
        return self.screen.query_one(DiamondBoard)

    @property
    def place(self) -> str:
        """The name of the screen on top."""
        return str(getattr(self.screen, "place", ""))

    async def until(self, so: Callable[[], bool], what: str = "") -> None:
        """Wait until something is so."""
        end = time.monotonic() + PATIENCE
        while not so():
            assert time.monotonic() < end, f"{what or 'it'} did not come about:\n{self.text}"
            await self.pilot.pause(0.01)
        await settle(self.pilot)

    async def start(self, title: str = "Family hubs") -> None:
        """Start with a group from Home."""
        await self.press("2")
        await self.type(title)
        await self.press("enter")
        await self.until(lambda: self.place == "session", "the overview")
        await self.press("enter")
        await self.until(lambda: self.place == "diamond", "the diamond")

    async def place_nine(self) -> None:
        """Nine cards, two keys each."""
        for place, letter in enumerate(NINE, 1):
            await self.press(letter, str(place))


@asynccontextmanager
async def at_home(size: tuple[int, int] = (80, 24)) -> AsyncIterator[Story]:
    """The program, just opened."""
    app = InnovateApp()
    async with app.run_test(size=size) as pilot:
        story = Story(cast("App[object]", app), cast("Pilot[object]", pilot))
        await story.until(lambda: "Your work is kept" in story.text, "Home")
        yield story


def kept(folder: Path, deck: Deck) -> Session:
    """The one session that the folder holds, read from its file."""
    (file,) = folder.glob("*.toml")
    return read_session(file.read_bytes(), deck).session


def said(folder: Path, words: str) -> Callable[[], bool]:
    """Whether the one file of the folder holds some words."""
    return lambda: any(words in file.read_text(encoding="utf-8") for file in folder.glob("*.toml"))


async def test_a_title_that_never_began_a_session_is_there_again_until_it_does(folder: Path, deck: Deck) -> None:
    async with at_home() as story:
        await story.press("1")
        await story.type("Family")
    async with at_home() as story:
        await story.until(lambda: story.status.startswith("You were typing the title of a session."), "the title")
        await story.press("2")
        assert story.status == "This is what you had typed. Enter starts."
        await story.type(" hubs")
        await story.press("enter")
        await story.until(lambda: any(folder.glob("*.toml")), "the session")
    assert kept(folder, deck).title == "Family hubs"
    async with at_home() as story:
        assert story.status == ""


async def test_a_group_starts_from_home_and_ranks_nine_cards_in_two_keys_each(folder: Path, deck: Deck) -> None:
    async with at_home() as story:
        await story.start()
        assert "Family hubs" in story.title
        assert story.status.startswith("Next: share out the cards")
        await story.place_nine()
        assert story.board.scene.diamond.free == ()
        assert story.status == "Learning and evaluation is now at 9. w says why, u undoes."
        await story.until(lambda: said(folder, "place = 9")() and "Saved" in story.title)
    letters = {feature.id: feature.letter for feature in deck.features}
    diamond = kept(folder, deck).boards.diamond
    assert "".join(letters[diamond.at(place) or ""] for place in range(1, 10)) == NINE


async def test_after_a_digit_the_cursor_is_on_the_next_card_of_the_tray_and_w_still_means_the_one_placed() -> None:
    async with at_home() as story:
        await story.start()
        await story.press("B", "1")
        assert "►C ■" in story.text
        await story.press("2")
        assert story.status.startswith("Inspiring and consistent leadership is now at 2.")
        await story.press("w")
        await story.until(lambda: "C ■ Inspiring and consistent leadership" in story.text)
        assert story.status == "The reason for Inspiring and consistent leadership."


async def test_words_are_on_disk_as_they_are_typed_and_are_one_step_to_undo(folder: Path, deck: Deck) -> None:
    async with at_home() as story:
        await story.start()
        await story.press("D", "1", "w")
        await story.type("Families come back.")
        await story.until(said(folder, "Families come back."), "the words in the file")
        await story.press("tab")
        await story.type("Not at night.")
        await story.press("escape")
        assert story.status == "Kept your reason. u brings the old words back."
        assert "1 ■ ≡≠" in story.text
        await story.press("u")
        assert story.status == 'Undid: wrote "not all agree" for Trust and confidence.'
        await story.press("u")
        assert story.status == "Undid: wrote the reason for Trust and confidence."
        await story.press("u")
        assert story.status == "Undid: Trust and confidence went to 1."
        await story.press("u")
        assert story.status == "Nothing more to undo. This is how the session opened."
        await story.press("y", "y", "y")
        assert story.status == 'Did again: wrote "not all agree" for Trust and confidence.'
        await story.until(said(folder, "Not at night."))
    standing = kept(folder, deck).boards.diamond.standing("trust")
    assert (standing.why, standing.dissent) == ("Families come back.", "Not at night.")


async def test_a_note_a_thought_and_a_card_of_our_own_are_kept(folder: Path, deck: Deck) -> None:
    async with at_home() as story:
        await story.start()
        await story.press("D", "n")
        await story.type("One line\nand another")
        await story.press("escape", "k")
        await story.type("Ask the school")
        await story.press("enter")
        assert story.status == "Parked. u takes it back."
        await story.press("a")
        await story.type("A good building")
        await story.press("enter")
        assert story.status == "Added: a card of your own, A good building. It is in the tray."
        assert "►U ■ A good building" in story.text
        await story.press("1")
        assert "A good building is now at 1." in story.status
        await story.until(said(folder, "place = 1"))
    session = kept(folder, deck)
    assert session.about("trust").note == "One line\nand another"
    assert [thought.text for thought in session.parked.values()] == ["Ask the school"]
    (own,) = session.own.values()
    assert session.boards.diamond.place_of(own.id) == 1


async def test_a_fixed_board_refuses_placing_in_words_and_reading_goes_on() -> None:
    async with at_home() as story:
        await story.start()
        await story.press("D", "1", "f")
        assert story.status == "Fixed. Looking and writing still work. f unfixes."
        assert "· fixed" in story.title
        assert "1-9 place" not in story.keys
        for key in ("2", "0", "space", "i"):
            await story.press("D", key)
            assert story.status == "This board is fixed. f unfixes it.", key
        await story.press("D", "w")
        await story.type("Still said.")
        await story.press("escape", "f", "2")
        assert story.status == "Trust and confidence moved from 1 to 2. u puts it back."


async def test_undo_asks_before_it_goes_to_another_screen() -> None:
    async with at_home() as story:
        await story.start()
        await story.press("D", "1", "F6")
        await story.press("f6")
        await story.until(lambda: story.place == "reflections")
        await story.press("u")
        assert story.status == "Last change: Trust and confidence went to 1. u again goes there and undoes it."
        assert story.place == "reflections"
        await story.press("u")
        await story.until(lambda: story.place == "diamond")
        await story.until(lambda: story.status == "Undid: Trust and confidence went to 1.")


async def test_steps_are_gone_through_with_one_key_and_none_is_locked() -> None:
    async with at_home() as story:
        await story.start()
        seen = []
        for _ in range(7):
            seen.append(story.text.split("►")[1][:1])
            assert not re.search(r"[?.!][.]", story.status), story.status
            await story.press("full_stop")
        assert seen == list("1234567")
        await story.press("full_stop")
        assert story.status == "This is the last step."
        assert "Who else should be" in story.text
        await story.press("comma")
        assert "►7 " in story.text


async def test_find_the_palette_the_guide_and_showing_large_lead_back_to_the_board() -> None:
    async with at_home() as story:
        await story.start()
        await story.press("slash")
        await story.type("partner")
        await story.press("enter")
        assert "►E ■" in story.text
        assert story.status.startswith("Effective partnerships is in the tray.")
        await story.press("p")
        await story.type("fix")
        await story.press("enter")
        await story.until(lambda: "· fixed" in story.title)
        await story.press("f", "g")
        assert "Share out the cards" in story.board.picture.as_text()
        assert story.status.startswith("The guide is open: g ")
        await story.press("escape")
        assert "Not judged yet" in story.text
        await story.press("v")
        assert "v back" in story.title
        assert "Not judged yet" not in story.text
        await story.press("escape")
        assert "Not judged yet" in story.text


async def test_the_summary_is_written_and_its_path_said(folder: Path) -> None:
    async with at_home() as story:
        await story.start()
        await story.press("D", "1", "e")
        await story.until(lambda: "What goes into the summary?" in story.text)
        await story.press("enter")
        await story.until(lambda: "Written: " in story.text, "the summary")
        (file,) = folder.rglob("*.pdf")
        assert f"Written: {file}".replace(" ", "") in story.text.replace("║", "").replace("\n", "").replace(" ", "")
    text = "".join(page.extract_text() for page in pypdf.PdfReader(file).pages)
    assert "Family hubs" in text
    assert "Trust and confidence" in text


async def test_a_summary_that_cannot_be_made_is_said_and_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("innovate_tui.report.pdf.to_pdf", fail)
    async with at_home() as story:
        await story.start()
        await story.press("e", "enter")
        await story.until(lambda: "Not written: The program made a mistake (RuntimeError)." in story.text)
        await story.until(lambda: story.place == "diamond", "the box closed")
        await story.press("D", "1")
        assert "is now at 1." in story.status


async def test_leaving_and_opening_again_loses_nothing(folder: Path) -> None:
    async with at_home() as story:
        await story.start()
        await story.press("D", "1", "w")
        await story.type("Families come back.")
        await story.press("escape", "q", "q")
        await story.until(lambda: "Go on with" in story.text)
        assert "Family hubs" in story.text
        assert "Diamond 9: 1 of 9 placed · 1 reason" in story.text
    async with at_home() as story:
        await story.until(lambda: "Go on with" in story.text)
        await story.press("enter")
        await story.until(lambda: story.place == "diamond")
        assert "1 ■ ≡" in story.text
        await story.press("D")
        assert "“Families come back.”" in story.text
        assert "Saved" in story.title
    assert len(list(folder.glob("*.toml"))) == 1


async def test_the_sample_opens_complete_and_twice_is_one_file(folder: Path) -> None:
    for _ in range(2):
        async with at_home() as story:
            await story.press("4")
            await story.until(lambda: story.place == "diamond")
            assert story.board.scene.diamond.free == ()
            assert "►8 " in story.text
    assert len(list(folder.glob("*.toml"))) == 1


async def test_light_for_bright_rooms_is_one_key_and_reaches_every_canvas() -> None:
    async with at_home() as story:
        await story.press("z")
        assert story.app.theme == LIGHT
        assert "light" in story.status
        menu = story.screen.query_one(HomeMenu)
        assert str(menu.inks["text"].bgcolor) == str(story.screen.query_one(StatusLine).inks["text"].bgcolor)
        assert menu.inks["text"].bgcolor is not None
        assert menu.inks["text"].bgcolor.name.upper() == "#FFFFFF"
        await story.start()
        assert story.board.inks["text"].bgcolor == menu.inks["text"].bgcolor


async def test_the_mouse_chooses_drags_a_card_to_a_place_and_back_to_the_tray() -> None:
    async with at_home() as story:
        await story.start()
        board = story.board
        left, top = board.region.x, board.region.y
        await story.click(board, 6, 3)
        assert "►B ■" in story.text
        assert story.status.startswith("Openness to new ideas and learning is in the tray.")

        async def drag(start: tuple[int, int], *way: tuple[int, int]) -> None:
            pilot = story.pilot
            await pilot.mouse_down(offset=(left + start[0], top + start[1]))
            for x, y in way:
                await pilot.hover(offset=(left + x, top + y))
            await pilot.mouse_up(offset=(left + way[-1][0], top + way[-1][1]))
            await story.settle()

        await drag((6, 3), (40, 6), (50, 2))
        assert board.scene.diamond.at(1) == "openness"
        assert story.status == "Openness to new ideas and learning is now at 1. w says why, u undoes."
        await drag((50, 2), (30, 8), (6, 6))
        assert board.scene.diamond.at(1) is None
        assert story.status == "Openness to new ideas and learning went back to the tray. u undoes."


async def test_a_file_with_entries_that_cannot_stand_opens_says_so_and_lets_them_go(
    folder: Path, content: Content, deck: Deck
) -> None:
    folder.mkdir()
    sample = content.sample().decode()
    file = folder / "ours.toml"
    file.write_text(
        sample.replace("# end", '[diamond.cards.no-such-card]\nplace = 12\nwhy = "Kept."\n\n# end'), "utf-8"
    )
    async with at_home() as story:
        await story.until(lambda: "Go on with" in story.text)
        await story.press("enter")
        await story.until(lambda: story.place == "roadmap")
        await story.until(lambda: "! lists them" in story.status)
        await story.press("exclamation_mark")
        assert "Entries that cannot stand" in story.text
        assert "no-such-card" in story.text
        await story.press("enter")
        assert story.status.startswith("Let go: ")
        await story.until(lambda: "no-such-card" not in file.read_text(encoding="utf-8"))
        await story.press("u")
        await story.until(lambda: "no-such-card" in file.read_text(encoding="utf-8"))
        assert kept(folder, deck).troubles


async def test_a_window_that_is_too_small_says_so_and_comes_back() -> None:
    async with at_home() as story:
        await story.start()
        await story.pilot.resize_terminal(52, 18)
        await story.until(lambda: "This window is 52 × 18." in story.text)
        assert "Not judged yet" not in story.text
        await story.pilot.resize_terminal(80, 24)
        await story.until(lambda: "Not judged yet" in story.text)
        await story.press("D", "1")
        assert story.status.startswith("Trust and confidence is now at 1.")


async def test_a_folder_that_cannot_be_made_is_said_and_nothing_ends(folder: Path) -> None:
    folder.write_text("a file where the folder should be", "utf-8")
    async with at_home() as story:
        await story.press("1")
        await story.type("Family hubs")
        await story.press("enter")
        await story.until(lambda: "Nothing can be kept in the folder for sessions." in story.text, "the box")
        await story.press("escape")
        await story.until(lambda: isinstance(story.screen, HomeScreen), "Home")
        await story.press("5", "q", "4")
        await story.until(lambda: "Nothing can be kept in the folder for sessions." in story.text, "the box")


async def test_a_session_that_was_cut_short_is_said_on_home_and_left_alone(folder: Path, content: Content) -> None:
    folder.mkdir()
    cut_short = content.sample()[:-200]
    (folder / "broken.toml").write_bytes(cut_short)
    async with at_home() as story:
        await story.until(lambda: "It cannot be read as it is; enter says why." in story.text)
        await story.press("enter")
        await story.until(lambda: "broken.toml" in story.status)
        assert isinstance(story.screen, HomeScreen)
    assert (folder / "broken.toml").read_bytes() == cut_short


async def test_the_cards_are_read_without_a_session_and_nothing_is_written(folder: Path) -> None:
    async with at_home() as story:
        await story.press("5")
        await story.until(lambda: story.place == "cards")
        await story.press("D", "+", "e")
        await story.until(lambda: bool(story.status))
        await story.press("escape")
        await story.until(lambda: isinstance(story.screen, HomeScreen))
    assert not list(folder.rglob("*")) if folder.exists() else True


async def test_news_of_saving_that_comes_before_a_screen_stands_does_no_harm(deck: Deck, sample: Session) -> None:
    screen = DiamondScreen(History(sample), deck)
    screen.show_saved(SaveState("Not saved", trouble=True))
    screen.say("Too early.")
    assert screen.save_state.trouble


async def test_what_is_pasted_into_a_field_is_words_alone_and_one_line_where_there_is_one() -> None:
    async with at_home() as story:
        await story.press("1")
        title = story.screen.query_one(WordsField)
        title.post_message(Paste("Family\x1b[2J\r\nhubs\u202e"))
        await story.settle()
        assert title.text == "Family[2J hubs"
        await story.press("enter")
        await story.until(lambda: story.place == "diamond")
        await story.press("k")
        thought = story.screen.query_one(WordsField)
        thought.post_message(Paste("a\x1b]52;c;aGk=\x07\r\nb\x9bc\u202e"))
        await story.settle()
        assert thought.text == "a]52;c;aGk=\nbc"
