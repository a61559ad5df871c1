"""What the screens' tests share: the deck and the sample that ship."""

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
