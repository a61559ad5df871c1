"""What the tests in a pseudo-terminal share."""

from dataclasses import replace
from pathlib import Path

import pytest

from innovate_tui.storage.deck_files import open_content
from innovate_tui.storage.locations import content_folder
from innovate_tui.storage.session_reading import read_session
from innovate_tui.storage.session_text import session_bytes
from innovate_tui.workshop.quadrants import Quadrants
from innovate_tui.workshop.roadmap import Roadmap


@pytest.fixture
def sample_file(tmp_path: Path) -> Path:
    """A copy of the sample session: a full diamond with reasons and answers."""
    return sample_in(tmp_path)


def sample_in(folder: Path) -> Path:
    """The sample without its later boards, as a person's file: it opens on the diamond, where its open work is."""
    content = open_content(content_folder())
    deck = content.deck()
    sample = read_session(content.sample(), deck).session
    boards = replace(sample.boards, quadrants=Quadrants(), roadmap=Roadmap())
    path = folder / "ours.toml"
    path.write_bytes(session_bytes(replace(sample, boards=boards), deck))
    return path
