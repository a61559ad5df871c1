"""A session's file on disk: opening it with the deck it belongs to, and listing what a folder has."""

import hashlib
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from innovate_tui.storage.bounded_toml import read_bytes
from innovate_tui.storage.deck_files import Content
from innovate_tui.storage.session_reading import parsed_session, session_in
from innovate_tui.workshop.deck import Deck
from innovate_tui.workshop.session import Session
from innovate_tui.workshop.spoken import one_line

_HEAD = 8_192
"""Bytes in which the keys before the first table stand."""


class OpenFile(NamedTuple):
    """A session that was opened: with its deck, and with the bytes that were read, for the keeper to compare."""

    path: Path
    session: Session
    deck: Deck
    data: bytes
    notices: tuple[str, ...] = ()


class Listed(NamedTuple):
    """A session in a folder, as the start screen lists it; only the head of its file was read."""

    path: Path
    title: str
    group: str
    modified: datetime


def open_session(path: Path, content: Content) -> OpenFile:
    """The session in a file, with the deck that it names if `content` has it, else with its first.

    Raises `NotReadable` for what is not ours, and `DeckTrouble` for a deck that cannot be used.
    """
    data = read_bytes(path)
    table, seal = parsed_session(data, str(path))
    stamp = table.get("deck")
    name = stamp.get("id") if isinstance(stamp, dict) else None
    deck = content.deck(name if isinstance(name, str) else "")
    opened = session_in(table, seal, deck, hashlib.sha256(data).hexdigest())
    return OpenFile(path, opened.session, deck, data, opened.notices)


def recent_sessions(folder: Path, most: int = 20) -> tuple[Listed, ...]:
    """The sessions in a folder, the last changed first. What cannot be read is left out, in silence."""
    found = sorted(_dated(folder), reverse=True)
    listed: list[Listed] = []
    for modified, path in found:
        if len(listed) == most:
            break
        head = _head(path)
        if head is not None:
            moment = datetime.fromtimestamp(modified, UTC)
            listed.append(Listed(path, head.get("title", ""), head.get("group", ""), moment))
    return tuple(listed)


def _dated(folder: Path) -> Iterator[tuple[float, Path]]:
    try:
        for path in folder.iterdir():
            if path.suffix.casefold() == ".toml" and not path.name.startswith(".") and path.is_file():
                yield path.stat().st_mtime, path
    except OSError:
        return


def _head(path: Path) -> dict[str, str] | None:
    """The texts before the first table of a session's file; none where it is no session."""
    try:
        with path.open("rb") as file:
            text = file.read(_HEAD).decode("utf-8-sig", errors="replace").replace("\r\n", "\n")
        table = tomllib.loads(text.partition("\n[")[0])
    except (OSError, ValueError, RecursionError):
        return None
    if "format" not in table:
        return None
    return {key: one_line(value) for key, value in table.items() if isinstance(value, str)}
