"""The decks that the storage tests read sessions with."""

from pathlib import Path

import pytest

from innovate_tui.storage import locations
from innovate_tui.storage.deck_files import Content, open_content
from innovate_tui.workshop.deck import Deck

TESTS = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def content() -> Content:
    """The content that ships."""
    return open_content(locations.content_folder())


@pytest.fixture(scope="session")
def deck(content: Content) -> Deck:
    """The deck that ships."""
    return content.deck()


@pytest.fixture(scope="session")
def french() -> Content:
    """Another deck: seven enablers, two influences, three next-level features, ids of its own."""
    return open_content(TESTS / "decks" / "francais")
