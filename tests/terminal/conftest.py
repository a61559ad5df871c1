"""What the tests in a pseudo-terminal share."""

from pathlib import Path

import pytest

from innovate_tui.storage.deck_files import open_content
from innovate_tui.storage.locations import content_folder


@pytest.fixture
def sample_file(tmp_path: Path) -> Path:
    """A copy of the sample session: a full diamond with reasons and answers."""
    return sample_in(tmp_path)


def sample_in(folder: Path) -> Path:
    """A copy of the sample, as a person's file."""
    path = folder / "ours.toml"
    path.write_bytes(open_content(content_folder()).sample())
    return path
