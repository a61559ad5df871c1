"""The text of a session that is written again and again: what has not changed is not made anew.

Nearly all of a large session stands in tables of many items, of which one changes at a time. Such a table is made in
pieces of some items each, and a piece that is as it was keeps its text. Together they are, byte for byte, what
`session_text.session_bytes` makes of the session.
"""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, NamedTuple

from innovate_tui.storage.bounded_toml import Counted, counted, need_within
from innovate_tui.storage.session_tables import Table
from innovate_tui.storage.session_text import HEADER, sealed, session_table, within
from innovate_tui.workshop.deck import Deck
from innovate_tui.workshop.session import Session

ITEMS = 64
"""Items of a table in one piece."""


class _Piece(NamedTuple):
    """A piece as it was last written."""

    table: Table
    text: str
    much: Counted


class Pieces:
    """The text of one session, from one writing to the next. For one thread."""

    def __init__(self, deck: Deck) -> None:
        self._deck = deck
        self._known: dict[tuple[str, int], _Piece] = {}
        self.made = 0
        """How many pieces had to be made, in all."""

    def bytes_of(self, session: Session) -> bytes:
        """The file of the session. Raises `NotReadable` as `session_bytes` does."""
        known: dict[tuple[str, int], _Piece] = {}
        for name, table in _cut(session_table(session, self._deck)):
            before = self._known.get(name)
            known[name] = before if before is not None and before.table == table else self._piece(table)
        much = Counted(lines=HEADER.count("\n") + len(known))
        for piece in known.values():
            much = much.with_(piece.much)
        need_within(much, "")
        self._known = {name: piece for name, piece in known.items() if _is_words(piece.table)}
        return within(sealed(HEADER + "\n".join(piece.text for piece in known.values())))

    def _piece(self, table: Table) -> _Piece:
        import tomli_w  # here, as in `session_text`

        self.made += 1
        text = tomli_w.dumps(table, multiline_strings=True)
        return _Piece(table, text, counted(text, ""))


def _cut(table: Table) -> Iterator[tuple[tuple[str, int], Table]]:
    """The pieces of a session's table, in the order of the file, each with a name of its own."""
    if any(isinstance(value, list) and any(isinstance(each, dict) for each in value) for value in table.values()):
        yield ("", 0), table  # a list of tables, which is not ours: where it is written is for the writer to say
        return
    plain = {key: value for key, value in table.items() if not isinstance(value, dict)}
    if plain:
        yield ("", 0), plain
    for key, value in table.items():
        if isinstance(value, dict):
            for number, some in enumerate(_some(value)):
                yield (key, number), {key: some}


def _some(table: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """A table of many items as tables of some; any other as it is."""
    if len(table) <= ITEMS or not all(isinstance(item, dict) for item in table.values()):
        yield table
        return
    items = iter(table.items())
    while some := dict(islice(items, ITEMS)):
        yield some


def _is_words(value: object) -> bool:
    """Whether there is nothing but text in it: text that is equal is the same, which true and 1 are not in a file."""
    return all(map(_is_words, value.values())) if isinstance(value, dict) else isinstance(value, str)
