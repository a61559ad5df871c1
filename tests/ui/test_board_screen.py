"""What the screens of all boards share."""

from innovate_tui.ui.screens.diamond import DiamondScreen
from innovate_tui.workshop.deck import Deck
from innovate_tui.workshop.edits import WriteAnswer
from innovate_tui.workshop.history import History
from innovate_tui.workshop.session import Session
from tests.ui.pilot import run


async def test_stepping_back_begins_at_the_first_question_that_is_not_answered(deck: Deck, sample: Session) -> None:
    questions = [prompt.id for prompt in deck.tools["diamond"].prompts]
    screen = DiamondScreen(History(WriteAnswer(questions[1], "").apply(sample, deck)), deck)
    async with run(screen) as stage:
        await stage.press("comma", "3", "full_stop")
        assert screen.board.view.at.item == questions[1]
        assert "enter answer" in stage.keys


async def test_a_screen_is_shown_once_when_it_opens(deck: Deck, sample: Session) -> None:
    shown: list[str] = []

    class Counting(DiamondScreen):
        def show_board(self) -> None:
            shown.append("board")
            super().show_board()

        def say(self, sentence: str) -> None:
            shown.append("sentence")
            super().say(sentence)

    async with run(Counting(History(sample), deck)):
        assert shown == ["board", "sentence"]
