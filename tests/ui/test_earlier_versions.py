"""Earlier versions: a list that says what each was, two keys back to one, one key to the present."""

from pathlib import Path

from innovate_tui.workshop.deck import Deck
from tests.ui.test_app import at_home, kept, said


async def test_two_keys_go_back_and_one_brings_the_present_back(folder: Path, deck: Deck, state: Path) -> None:
    async with at_home() as story:
        await story.start()
        await story.until(lambda: any(state.rglob("versions/*.toml")), "a version")
        await story.press("D", "2")
        await story.press("E", "1")
        await story.until(said(folder, "place = 1"))
        await story.press("ctrl+r")
        assert "Earlier versions" in story.text
        assert "2 changes ago, before: Trust and confidence went to 2" in story.text
        await story.press("1")
        assert story.status.startswith("This is how it was at ")
        await story.until(lambda: not said(folder, "place = 1")())
        await story.press("u")
        assert story.status.startswith("Undid: went back to how it was at ")
        await story.until(said(folder, "place = 1"))
        await story.press("ctrl+r", "1", "ctrl+r")
        assert story.text.count(", before: ") == 1
        await story.press("escape")
        await story.until(lambda: not said(folder, "place = 1")())
    assert kept(folder, deck).boards.diamond.at(1) is None
