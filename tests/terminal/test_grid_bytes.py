"""What an arrow key sends on a grid of the quadrants with twelve cards, and what it costs beside the diamond's."""

import statistics
from dataclasses import replace
from pathlib import Path

import pytest

from innovate_tui.storage.deck_files import Content, open_content
from innovate_tui.storage.locations import content_folder
from innovate_tui.storage.session_reading import read_session
from innovate_tui.storage.session_text import session_bytes
from innovate_tui.workshop.features import Kind
from innovate_tui.workshop.quadrants import Position, Quadrants
from innovate_tui.workshop.roadmap import Roadmap
from innovate_tui.workshop.session import OwnFeature, cards_of
from tests.terminal.console import KEYS, open_console

ARROWS = ("left", "up", "down", "right", "up", "down", "left", "down", "up", "right", "up", "left") * 2
AT_MOST = 1500
"""Bytes at most for an arrow key with its words, median (issue 3)."""


def twelve_cards(folder: Path) -> Path:
    """The sample with twelve influences on the grid, and no roadmap: it opens on the grid."""
    content: Content = open_content(content_folder())
    deck = content.deck()
    sample = read_session(content.sample(), deck).session
    own = {f"own-g{each}": OwnFeature(f"own-g{each}", f"A matter {each}", Kind.INFLUENCE) for each in range(1, 8)}
    session = replace(sample, own=own, rounds=(), kept=(), boards=replace(sample.boards, roadmap=Roadmap()))
    cards = [card for card, each in cards_of(session, deck).all.items() if each.kind is Kind.INFLUENCE]
    grid = Quadrants({card: Position(8 + 7 * at, (23 * at) % 95 + 3, "Because.") for at, card in enumerate(cards)})
    assert len(cards) == 12
    file = folder / "twelve.toml"
    file.write_bytes(session_bytes(replace(session, boards=replace(session.boards, quadrants=grid)), deck))
    return file


@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
def test_an_arrow_key_on_a_grid_of_twelve_cards_sends_little(tmp_path: Path, size: tuple[int, int]) -> None:
    with open_console(tmp_path, str(twelve_cards(tmp_path)), size=size) as console:
        console.wait("Four Quadrants", "Saved")
        console.press(",", ",", "M")  # it opens at matching, as nothing is matched yet
        sent = []
        for name in ARROWS:
            console.send(KEYS[name])
            if answer := console.settle():
                sent.append(len(answer))
        assert len(sent) > len(ARROWS) // 2
        assert statistics.median(sent) <= AT_MOST, sorted(sent)
        assert max(sent) <= 2 * AT_MOST, sorted(sent)
