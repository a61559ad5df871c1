"""Six people share the cards out in the real program, read them, and find it all in their file."""

from pathlib import Path

from innovate_tui.workshop.deck import Deck
from innovate_tui.workshop.features import Kind
from innovate_tui.workshop.people import read_by
from tests.ui.test_app import at_home, folder, kept, said

__all__ = ["folder"]


async def test_from_the_step_of_sharing_out_to_reading_and_back_and_all_of_it_is_kept(
    folder: Path,
    deck: Deck,
) -> None:
    async with at_home() as story:
        await story.start()
        await story.press("x")
        await story.until(lambda: story.place == "people", "the people")
        await story.press("a")
        await story.type("Asha, Bo\n4")
        await story.press("escape", "l")
        await story.until(said(folder, "expert"), "the sharing out in the file")
        await story.press("2", "enter")
        await story.until(lambda: story.place == "cards", "the page of Bo's cards")
        assert "To read: Bo" in story.text
        await story.press("escape")
        await story.until(lambda: story.place == "people", "the people again")
        assert "► 2 Bo" in story.text
        await story.press("escape")
        await story.until(lambda: story.place == "diamond", "the diamond again")
        await story.press("D")
        assert "expert: person 4" in story.text
        await story.press("o", "6")
        await story.until(lambda: story.place == "people", "the people by way of the overview")
    now = kept(folder, deck)
    assert [now.called(person) for person in now.people][:3] == ["Asha", "Bo", "person 3"]
    assert [len(read_by(now, deck, person, Kind.ENABLER)) for person in now.people] == [2, 2, 2, 1, 1, 1]
