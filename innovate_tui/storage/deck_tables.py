"""Taking a deck's table apart: each key is asked for by name and type, and every complaint is noted with its mend.

Reading goes on after a complaint, so that somebody who translates a deck sees all of them at once.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from innovate_tui.workshop.spoken import clean, one_line

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""How the ids of a deck look: small letters, digits and single hyphens."""


class Problem(NamedTuple):
    """Something in a deck that cannot be: in which file, at which key, what it is and how to mend it."""

    file: str
    where: str
    what: str
    mend: str

    def __str__(self) -> str:
        return ": ".join(part for part in (self.file, self.where, f"{self.what} {self.mend}") if part)


class DeckTrouble(Exception):  # noqa: N818 - an answer to whoever wrote the deck
    """A deck that cannot be used, with all its problems; as text, one line each."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class DeckTable:
    """A table of a deck's file. What is not asked for before `done` is a problem too: a typing error, most likely."""

    def __init__(self, file: str, where: str, values: dict[str, Any], problems: list[Problem]) -> None:
        self.file = file
        self.where = where
        self.values = values
        self.problems = problems
        self._asked: set[str] = set()

    def complain(self, key: str, what: str, mend: str) -> None:
        """Note a problem with a key, or with the table itself when there is no key."""
        where = f"{self.where}.{key}" if self.where and key else key or self.where
        self.problems.append(Problem(self.file, where, what, mend))

    def text(self, key: str, *, required: bool = True, most: int = 0) -> str:
        """Words of one or more paragraphs, without the line break at their end; at most `most` characters, if given."""
        value = self._value(key, required)
        if value is None:
            return ""
        if not isinstance(value, str):
            self.complain(key, "This must be text.", "Put it between quotation marks.")
            return ""
        words = clean(value).strip()
        if required and not words:
            self.complain(key, "This has no words.", "Write them.")
        if most and len(words) > most:
            self.complain(key, f"“{words}” has {len(words)} characters; there is room for {most}.", "Shorten it.")
        return words

    def line(self, key: str, *, required: bool = True, most: int = 0) -> str:
        """Words in one line."""
        return one_line(self.text(key, required=required, most=most))

    def lines(self, key: str, *, required: bool = True, most: int = 0, width: int = 0) -> tuple[str, ...]:
        """A list of words: at most `most` of them, each of at most `width` characters, if given."""
        value = self._value(key, required)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self.complain(key, "This must be a list of texts.", 'Write it as ["...", "..."].')
            return ()
        found = tuple(one_line(item) for item in value)
        if most and not 1 <= len(found) <= most:
            self.complain(key, f"It has {len(found)} lines; it needs one to {most}.", "Give it as many.")
        for item in found:
            if width and len(item) > width:
                self.complain(key, f"“{item}” has {len(item)} characters; there is room for {width}.", "Shorten it.")
            if not item:
                self.complain(key, "One of its texts is empty.", "Write it, or take it out.")
        return found

    def whole(self, key: str) -> int:
        """A whole number of minutes or people, 0 or more."""
        value = self._value(key, True)
        if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 10_000:
            return value
        if value is not None:
            self.complain(key, "This must be a whole number, 0 or more.", "Write it in digits, without quotes.")
        return 0

    def table(self, key: str, *, required: bool = True) -> "DeckTable | None":
        """A table within this one."""
        value = self._value(key, required, a_table=True)
        if value is None:
            return None
        if not isinstance(value, dict):
            self.complain(key, "This must be a table.", f"Write [{self._inner(key)}] above its keys.")
            return None
        return DeckTable(self.file, self._inner(key), value, self.problems)

    def tables(self, key: str) -> Iterator["DeckTable"]:
        """The tables of a list; none where it is missing."""
        value = self._value(key, False)
        if value is None:
            return
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            self.complain(key, "This must be a list of tables.", f"Write [[{self._inner(key)}]] above each.")
            return
        for number, item in enumerate(value, 1):
            yield DeckTable(self.file, f"{self._inner(key)} {number}", item, self.problems)

    def each_table(self) -> Iterator[tuple[str, "DeckTable"]]:
        """Every key that has not been asked for as a table of its own, with its id."""
        for key in self.values:
            if key in self._asked:
                continue
            if not ID.fullmatch(key):
                self._asked.add(key)
                self.complain(key, "This cannot be an id.", "Use small letters, digits and hyphens.")
                continue
            inner = self.table(key)
            if inner is not None:
                yield key, inner

    def each_text(self) -> dict[str, str]:
        """Every key that has not been asked for as words in one line."""
        return {key: self.line(key) for key in self.values if key not in self._asked}

    def done(self) -> None:
        """Complain of every key that nobody asked for."""
        for key in self.values:
            if key in self._asked:
                continue
            from difflib import get_close_matches

            near = get_close_matches(key, self._asked, 1)
            mend = f"Do you mean “{near[0]}”?" if near else "Take it out."
            self.complain(key, "Nothing is known by this name here.", mend)

    def _inner(self, key: str) -> str:
        return f"{self.where}.{key}" if self.where else key

    def _value(self, key: str, required: bool, *, a_table: bool = False) -> object:
        self._asked.add(key)
        value = self.values.get(key)
        if value is None and required:
            mend = f"Add [{self._inner(key)}]." if a_table else f"Add {key} = ..."
            self.complain(key, "This is missing.", mend)
        return value
