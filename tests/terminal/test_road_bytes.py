"""What an arrow key sends on a roadmap of forty cards and twenty links."""

import statistics
from dataclasses import replace
from pathlib import Path

import pytest

from innovate_tui.storage.deck_files import open_content
from innovate_tui.storage.locations import content_folder
from innovate_tui.storage.session_reading import read_session
from innovate_tui.storage.session_text import session_bytes
from tests.terminal.console import KEYS, open_console
from tests.ui.road_scenes import crowded

ARROWS = ("left", "up", "down", "right", "up", "down", "left", "down", "up", "right", "up", "left") * 2
AT_MOST = 3000
"""Bytes at most for an arrow key with its words, median (issue 4)."""


def forty_cards(folder: Path) -> Path:
    """The sample with forty cards and twenty links on its roadmap."""
    content = open_content(content_folder())
    deck = content.deck()
    sample = read_session(content.sample(), deck).session
    boards = replace(sample.boards, roadmap=crowded(deck))
    file = folder / "forty.toml"
    file.write_bytes(session_bytes(replace(sample, rounds=(), kept=(), boards=boards), deck))
    return file


@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
def test_an_arrow_key_on_a_roadmap_of_forty_cards_sends_little(tmp_path: Path, size: tuple[int, int]) -> None:
    with open_console(tmp_path, str(forty_cards(tmp_path)), size=size) as console:
        console.wait("Saved", "links here")
        console.press("P")
        sent = []
        for name in ARROWS:
            console.send(KEYS[name])
            if answer := console.settle():
                sent.append(len(answer))
        assert len(sent) > len(ARROWS) // 2
        assert statistics.median(sent) <= AT_MOST, sorted(sent)
