"""What the screens' tests share: the deck and the sample that ship."""

from pathlib import Path

import pytest

from innovate_tui.storage.deck_files import Content, open_content
from innovate_tui.storage.locations import content_folder
from innovate_tui.storage.session_reading import read_session
from innovate_tui.workshop.deck import Deck
from innovate_tui.workshop.session import Session


@pytest.fixture(scope="session")
def content() -> Content:
    """The content that ships."""
    return open_content(content_folder())


@pytest.fixture(scope="session")
def deck(content: Content) -> Deck:
    """The deck that ships."""
    return content.deck()


@pytest.fixture(scope="session")
def sample(content: Content, deck: Deck) -> Session:
    """The complete sample session."""
    return read_session(content.sample(), deck).session


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of a person's own, not made yet, and nothing asked for by variables."""
    monkeypatch.setenv("INNOVATE_FOLDER", str(tmp_path / "Innovate"))
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("NO_COLOR", "INNOVATE_ASCII", "INNOVATE_THEME"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path / "Innovate"
