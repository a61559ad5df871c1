"""Bringing two laptops' work together: by item, from the file that both began with.

What only one side changed is taken. What both changed alike is one change. Where they clash, mine stays in its place
and both are written into [unsettled], for the group to choose. An item that one side took out and the other changed
stays: an edit beats a deletion (as Syncthing has it). Nothing is decided by a clock.
"""

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from innovate_tui.storage.session_tables import Table, inner

UNSETTLED = "unsettled"
_WHOLE: tuple[tuple[str, ...], ...] = (("format",), ("id",), ("started",))
"""Values of the session that no two sides of one session can differ in; mine is taken."""
_OWN = "time"
"""The table of the minutes that were spent, which each laptop counts for itself: mine are taken."""


class Clash(NamedTuple):
    """A value that both sides changed, each otherwise."""

    path: tuple[str, ...]
    mine: object
    theirs: object


class Merged(NamedTuple):
    """Both sides' work in one table."""

    table: Table
    clashes: tuple[Clash, ...]
    """What is to be settled; all of it stands in [unsettled] as well."""
    taken: int
    """How many values came from the other side."""


def merge(base: Mapping[str, Any], mine: Mapping[str, Any], theirs: Mapping[str, Any]) -> Merged:
    """The tables of two files that began as `base`. Without one, an empty table: then every difference is a clash.

    The tables given are not changed. Merging the same again changes nothing more.
    """
    merging = _Merging()
    table = merging.tables((), base, mine, theirs)
    merging.one_card_a_place(table, mine)
    if merging.clashes:
        entries = table.get(UNSETTLED, {})
        table[UNSETTLED] = entries = entries if isinstance(entries, dict) else {"x-before": entries}
        for clash in merging.clashes:
            entry = _entry(clash)
            entries.setdefault(_name(entry), entry)
    return Merged(table, tuple(merging.clashes), merging.taken)


class _Nothing:
    """Stands for a value that is not there."""


_NOTHING = _Nothing()


class _Merging:
    """One merging: the clashes it came upon, and how much came from the other side."""

    def __init__(self) -> None:
        self.clashes: list[Clash] = []
        self.taken = 0

    def tables(
        self, path: tuple[str, ...], base: Mapping[str, Any], mine: Mapping[str, Any], theirs: Mapping[str, Any]
    ) -> Table:
        """One table of both, my order first."""
        table: Table = {}
        for key in dict.fromkeys((*mine, *theirs)):
            sides = (each.get(key, _NOTHING) for each in (base, mine, theirs))
            value = self._value((*path, key), *sides)
            if not isinstance(value, _Nothing):
                table[key] = value
        return table

    def _value(self, path: tuple[str, ...], base: object, mine: object, theirs: object) -> object:
        if same_in_file(mine, theirs) or path in _WHOLE or (path[0] == _OWN and not isinstance(mine, dict)):
            return _copied(theirs if isinstance(mine, _Nothing) else mine)
        if isinstance(mine, dict) and isinstance(theirs, dict):
            return self.tables(path, base if isinstance(base, dict) else {}, mine, theirs)
        if same_in_file(theirs, base):
            return _copied(mine)
        if same_in_file(mine, base):
            self.taken += 1
            return _copied(theirs)
        if isinstance(mine, _Nothing):
            self.taken += 1
            return _copied(theirs)
        if not isinstance(theirs, _Nothing):
            self.clashes.append(Clash(path, mine, theirs))
        return _copied(mine)

    def one_card_a_place(self, table: Table, mine: Mapping[str, Any]) -> None:
        """Where the two sides put different cards on one place of the diamond, mine stays and the other is asked of."""
        cards, before = inner(table, "diamond", "cards"), inner(mine, "diamond", "cards")
        stands: dict[int, str] = {}
        for card in sorted(cards, key=lambda each: _place(before.get(each)) is None):
            place = _place(cards[card])
            if place is None:
                continue
            if place in stands:
                self.clashes.append(Clash(("diamond", "cards", card, "place"), "", place))
                del cards[card]["place"]
            else:
                stands[place] = card


def _place(card: object) -> int | None:
    """The place of a card; none for what somebody wrote there that is no number."""
    place = card.get("place") if isinstance(card, dict) else None
    return place if type(place) is int else None


def _entry(clash: Clash) -> Table:
    """A clash as the file has it: where, and both texts, mine first."""
    return {"at": ".".join(clash.path), "texts": [_words(clash.mine), _words(clash.theirs)]}


def _name(entry: Table) -> str:
    """The id of an entry: of the same clash always the same, so that two laptops that both merge agree."""
    told = "\0".join((entry["at"], *sorted(entry["texts"])))
    return f"u-{hashlib.sha256(told.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"


def _words(value: object) -> str:
    """A value in words: text as it is, else as the file has it."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {_words(each)}" for key, each in value.items())
    if isinstance(value, list):
        return ", ".join(_words(each) for each in value)
    return str(value)


def same_in_file(one: object, other: object) -> bool:
    """Whether two values are the same in a file: true is not 1 there."""
    return one is other or (type(one) is type(other) and one == other)


def _copied(value: object) -> object:
    if isinstance(value, dict):
        return {key: _copied(each) for key, each in value.items()}
    return [_copied(each) for each in value] if isinstance(value, list) else value


def texts_in(table: Mapping[str, Any]) -> Iterator[str]:
    """Every text in a table that people may have written, for whoever has to show that none was lost."""
    for value in table.values():
        if isinstance(value, str):
            yield value
        elif isinstance(value, Mapping):
            yield from texts_in(value)
        elif isinstance(value, list):
            yield from (each for each in value if isinstance(each, str))
