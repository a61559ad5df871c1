"""A session's file on disk: opening it with the deck it belongs to, and what files made from it are called."""

import hashlib
from pathlib import Path
from typing import NamedTuple

from innovate_tui.storage.bounded_toml import read_bytes
from innovate_tui.storage.deck_files import Content
from innovate_tui.storage.session_reading import parsed_session, session_in
from innovate_tui.workshop.deck import Deck
from innovate_tui.workshop.session import Session


class OpenFile(NamedTuple):
    """A session that was opened: with its deck, and with the bytes that were read, for the keeper to compare."""

    path: Path
    session: Session
    deck: Deck
    data: bytes
    notices: tuple[str, ...] = ()


def open_session(path: Path, content: Content) -> OpenFile:
    """The session in a file, with the deck that it names if `content` has it, else with its first.

    Raises `NotReadable` for what is not ours, and `DeckTrouble` for a deck that cannot be used.
    """
    return opened_from(path, read_bytes(path), content)


def opened_from(path: Path, data: bytes, content: Content) -> OpenFile:
    """The same of bytes that stand, or stood, in that file."""
    table, seal = parsed_session(data, str(path))
    stamp = table.get("deck")
    name = stamp.get("id") if isinstance(stamp, dict) else None
    deck = content.deck(name if isinstance(name, str) else "")
    opened = session_in(table, seal, deck, hashlib.sha256(data).hexdigest())
    return OpenFile(path, opened.session, deck, data, opened.notices)


def file_words(session: Session) -> str:
    """The words that a file made for a session is named after; those of a rehearsal say so first."""
    return " ".join(part for part in ("practice" if session.practice else "", session.title, session.group) if part)
