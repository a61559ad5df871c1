"""A question in a box: what it looks like, that all of it can be read in a small window, and that its keys answer."""

import pytest
from rich.cells import cell_len

from innovate_tui.ui.palette import DARK, inks
from innovate_tui.ui.screens.home import HomeScreen
from innovate_tui.ui.screens.question_box import Question, QuestionBox, Way, paint_question
from innovate_tui.ui.widgets.frame import KeyBar
from tests.ui.golden import looks_like
from tests.ui.pilot import run

ASKED = (
    "Welcome back. 3 changes from before the laptop stopped were recovered. The file has been changed elsewhere since."
)
KEEP: Way = (
    "keep",
    "enter",
    "Go on with what was recovered. The last, 14:02: A strong case for innovation is to develop. “Money comes in one "
    "year at a time” was being typed; it will be with the parked thoughts. The file as it is stays among the earlier "
    "versions.",
)
BACK: Way = ("back", "f", "Go back to the file as it is. What was recovered stays among the earlier versions.")
WAYS = ((KEEP, "go on with it"), (BACK, "back to the file"))


@pytest.mark.parametrize(("width", "height"), [(60, 20), (80, 24), (160, 50)])
async def test_the_question_looks_as_it_did_and_all_of_it_is_in_the_window(width: int, height: int) -> None:
    async with run(HomeScreen(), (width, height)) as stage:
        stage.app.push_screen(QuestionBox(inks(DARK), "Welcome back", ASKED, WAYS))
        await stage.settle()
        question = stage.screen.query_one(Question)
        looks_like(f"question-{width}x{height}", question.picture.as_text())
        assert question.region.bottom <= stage.screen.query_one(KeyBar).region.y
        assert question.region.y >= 0
        assert all(cell_len(line) <= width for line in question.picture.as_text().split("\n"))
        assert "go on with it" in stage.keys


def test_the_question_looks_as_it_did_in_ascii() -> None:
    looks_like("question-72-ascii", paint_question("Welcome back", ASKED, (KEEP, BACK), 72).as_text(ascii_only=True))


@pytest.mark.parametrize(("key", "way"), [("enter", "keep"), ("f", "back"), ("escape", None), ("f10", None)])
async def test_a_key_takes_its_way_and_escape_leaves_everything(key: str, way: str | None) -> None:
    answers: list[str | None] = []
    async with run(HomeScreen()) as stage:
        stage.app.push_screen(QuestionBox(inks(DARK), "Welcome back", ASKED, WAYS), answers.append)
        await stage.settle()
        await stage.press("x", "q")
        assert answers == []
        await stage.press(key)
        assert answers == [way]
