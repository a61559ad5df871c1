"""Taking a session's table apart, keeping word for word whatever cannot stand or is not known.

A value that is asked for and cannot stand is kept with its trouble, and the item goes on without it. What nobody asks
for is kept without a trouble: another program, or a later version, put it there.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any, TypeVar

from innovate_tui.workshop.session import Kept, Person
from innovate_tui.workshop.spoken import clean, one_line, removed

ID = re.compile(r"[A-Za-z0-9_-]{1,40}")
"""How the ids in a session look: what TOML allows in a key without quotation marks."""

Choice = TypeVar("Choice", bound=Enum)


class Findings:
    """What was noticed while a session was read, beside the session itself."""

    def __init__(self) -> None:
        self.kept: list[Kept] = []
        self.removed = 0
        """Control characters taken out."""
        self.without_offset = False
        """A moment had no offset and was taken as UTC."""

    def keep(self, path: tuple[str, ...], value: object, trouble: str = "", mend: str = "") -> None:
        """Keep something of the file as it is."""
        self.kept.append(Kept(path, value, trouble, mend))

    def in_order(self) -> tuple[Kept, ...]:
        """All that was kept, in the one order in which it is written and read again."""
        return tuple(sorted(self.kept, key=lambda kept: (kept.path[:-1], _rank(kept.value))))

    def cleaned(self, value: object) -> Any:
        """A value of the file with clean text everywhere, counting what was taken out."""
        if isinstance(value, str):
            return self._cleaned_text(value)
        if isinstance(value, list):
            return [self.cleaned(inner) for inner in value]
        if isinstance(value, dict):
            table: dict[str, Any] = {}
            for key, inner in value.items():
                name = self._cleaned_text(key)
                while name in table:
                    name += "-"
                table[name] = self.cleaned(inner)
            return table
        return value

    def _cleaned_text(self, text: str) -> str:
        if text.replace("\n", "").isprintable():
            return text
        self.removed += removed(text)
        return clean(text)


def _rank(value: object) -> int:
    """Where TOML has to write a value in its table: plain values, lists of tables, tables."""
    if isinstance(value, dict):
        return 2
    return int(isinstance(value, list) and bool(value) and all(isinstance(inner, dict) for inner in value))


class Item:
    """One table of a session."""

    def __init__(self, path: tuple[str, ...], values: dict[str, Any], findings: Findings) -> None:
        self.path = path
        self.left = dict(values)
        """What nobody has asked for yet."""
        self.findings = findings

    def trouble(self, key: str, value: object, what: str, mend: str) -> None:
        """Keep a value that cannot stand."""
        self.findings.keep((*self.path, key), value, what, mend)

    def text(self, key: str) -> str:
        """Words of any length; nothing where there are none."""
        value = self.left.pop(key, "")
        if isinstance(value, str):
            return value
        self.trouble(key, value, "This must be text.", "Put it between quotation marks.")
        return ""

    def line(self, key: str) -> str:
        """Words in one line."""
        return one_line(self.text(key))

    def flag(self, key: str, *, otherwise: bool = False) -> bool:
        """Whether something is so, and what is taken where nothing is said."""
        value = self.left.pop(key, otherwise)
        if isinstance(value, bool):
            return value
        self.trouble(key, value, "This must be true or false.", "Write true or false, without quotation marks.")
        return otherwise

    def choice(self, key: str, among: type[Choice]) -> Choice | None:
        """One of a few known words; none where it is missing or is another."""
        value = self.left.pop(key, None)
        if value is None:
            return None
        known = {str(each.value): each for each in among}
        if isinstance(value, str) and value in known:
            return known[value]
        self.trouble(key, value, f"{shown(value)} is not known here.", f"Use one of: {', '.join(known)}.")
        return None

    def moment(self, key: str) -> datetime | None:
        """A moment with its offset; one without is taken as UTC."""
        value = self.left.pop(key, None)
        if value is None:
            return None
        if isinstance(value, datetime):
            if value.tzinfo is None:
                self.findings.without_offset = True
                return value.replace(tzinfo=UTC)
            return value
        self.trouble(key, value, "This must be a date with a time.", "Write it like 2026-03-12 09:31:00+00:00")
        return None

    def day(self, key: str) -> date | None:
        """A day of the calendar; the day of a moment will do."""
        value = self.left.pop(key, None)
        if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
            return value
        self.trouble(key, value, "This must be a date.", "Write it like 2026-03-12, without quotation marks.")
        return None

    def has_day(self, key: str) -> bool:
        """Whether a day of the calendar stands there."""
        value = self.left.get(key)
        return isinstance(value, date) and not isinstance(value, datetime)

    def person(self, key: str, people: Mapping[str, Person]) -> str:
        """The id of somebody who took part."""
        name = self.text(key)
        if name and name not in people:
            self.trouble(key, name, "Nobody among the people has this id.", "Check it, or add them to [people].")
            return ""
        return name

    def item(self, key: str) -> "Item":
        """A table within this one; an empty one where it is missing or is no table."""
        value = self.left.pop(key, {})
        if not isinstance(value, dict):
            self.trouble(key, value, "This must be a table.", f"Write [{'.'.join((*self.path, key))}] above its keys.")
            value = {}
        return Item((*self.path, key), value, self.findings)

    def items(self, key: str, *, known: Callable[[str], bool] | None = None) -> Iterator["Item"]:
        """The items in a table within this one, by their ids, which `known` may limit to some cards."""
        return self.item(key).each(known=known)

    def each(self, *, known: Callable[[str], bool] | None = None) -> Iterator["Item"]:
        """The items that this table consists of, as `items` gives them."""
        for name, value in self.left.items():
            if not isinstance(value, dict):
                where = ".".join((*self.path, name))
                self.trouble(name, value, "This must be a table.", f"Write [{where}] above its keys.")
            elif known is None and not ID.fullmatch(name):
                self.trouble(name, value, "This cannot be an id.", "Use letters, digits and hyphens.")
            elif known is not None and not known(name):
                self.trouble(name, value, "No card has this id.", "Check its name, or take it out.")
            else:
                yield Item((*self.path, name), value, self.findings)

    @property
    def id(self) -> str:
        """The item's own id."""
        return self.path[-1]

    def keep_whole(self, what: str = "", mend: str = "") -> None:
        """Keep the whole item as it is; ask for nothing of it afterwards."""
        self.findings.keep(self.path, self.left, what, mend)
        self.left = {}

    def ride_along(self, key: str) -> None:
        """Keep a value of the format that this version does not model, in its place."""
        if key in self.left:
            self.findings.keep((*self.path, key), self.left.pop(key))

    def keep_rest(self, order: tuple[str, ...] = ()) -> None:
        """Keep whatever nobody asked for: it rides along. Keys in `order` are written, and so kept, before others."""
        for key in (*(key for key in order if key in self.left), *(key for key in self.left if key not in order)):
            self.findings.keep((*self.path, key), self.left[key])
        self.left = {}


def shown(value: object) -> str:
    """A value in a sentence, as a file has it, shortened."""
    text = one_line(str(value).lower() if isinstance(value, bool) else str(value))
    return f"“{text if len(text) <= 40 else f'{text[:39]}…'}”"


def is_text(value: object) -> bool:
    """Whether it is words."""
    return isinstance(value, str) and bool(value.strip())


def is_line(value: object) -> bool:
    """Whether it is words of which something can be seen in one line."""
    return isinstance(value, str) and bool(one_line(value))
