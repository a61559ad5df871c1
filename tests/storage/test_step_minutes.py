"""The minutes of the steps: read from the deck, and in the shipped one the toolkit's own ranges, shared out (F6)."""

import shutil
from pathlib import Path

import pytest

from innovate_tui.storage.deck_files import open_content
from innovate_tui.storage.deck_tables import DeckTrouble
from innovate_tui.storage.locations import content_folder
from innovate_tui.workshop.deck import Act, Deck, Mode

BESIDES = (Act.REVIEW, Act.TELL)
"""Steps that the toolkit times apart from completing the board (F11, F12)."""


@pytest.mark.parametrize("tool", ["diamond", "quadrants", "roadmap"])
@pytest.mark.parametrize("mode", Mode)
def test_the_steps_share_out_the_minutes_of_their_tool(deck: Deck, tool: str, mode: Mode) -> None:
    parts = deck.tools[tool].timings.get(mode, deck.tools[tool].timings[Mode.GROUP])
    steps = [words for act, words in deck.tools[tool].steps_for(mode) if act not in BESIDES]
    assert sum(words.least for words in steps) == parts[0].at_least
    assert sum(words.most for words in steps) == parts[0].at_most
    assert all(words.least > 0 for words in steps)


def test_minutes_that_end_before_they_begin_are_named_with_their_place(tmp_path: Path) -> None:
    shutil.copytree(str(content_folder()), tmp_path / "content")
    file = tmp_path / "content" / "decks" / "innovate" / "diamond.toml"
    words = file.read_text(encoding="utf-8")
    file.write_text(words.replace("minutes = { from = 6, to = 9 }", "minutes = { from = 6, to = 5 }"), encoding="utf-8")
    with pytest.raises(DeckTrouble, match="It ends before it begins"):
        open_content(tmp_path / "content").deck()
