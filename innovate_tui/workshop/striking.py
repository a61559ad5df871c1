"""Words taken out of a session for good: wherever somebody wrote them, in the boards, the rounds and beside them.

Ids, letters and what the deck says are no words of anybody's and stay as they are.
"""

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, NamedTuple, TypeVar

from innovate_tui.workshop.session import DeckStamp, Session

WRITTEN = frozenset(
    (
        "why",
        "dissent",
        "note",
        "text",
        "texts",
        "name",
        "title",
        "short",
        "summary",
        "question",
        "answer",
        "who_else",
        "workshop",
        "group",
        "place",
        "value",
    )
)
"""The fields that hold what people wrote."""
GONE = "…"
"""What stands where something has to: a card without a title is none."""
NEEDED = ("title", "name", "question")
_T = TypeVar("_T")


class Struck(NamedTuple):
    """A session without some words."""

    session: Session
    places: int
    """In how many texts they stood, those of rounds included."""


def struck(session: Session, words: str) -> Struck:
    """The session without these words, in whatever case they were written; the same where they stand nowhere."""
    sought = re.compile(r"\s+".join(map(re.escape, words.split())), re.IGNORECASE)
    if not words.strip():
        return Struck(session, 0)
    striking = _Striking(sought)
    after = striking.of(replace(session, deck=session.deck._replace(titles={})), "")
    return Struck(after, striking.places) if striking.places else Struck(session, 0)


class _Striking:
    """One walk through a session."""

    def __init__(self, sought: re.Pattern[str]) -> None:
        self._sought = sought
        self.places = 0

    def of(self, value: _T, name: str) -> _T:
        """A value of a field of that name without the words."""
        return self._of(value, name)  # type: ignore[no-any-return] # each branch gives back what it was given

    def _of(self, value: Any, name: str) -> Any:
        if isinstance(value, str) and type(value) is str:
            return self._text(value, name)
        if isinstance(value, Mapping):
            return {key: self._of(each, name if name == "value" else "") for key, each in value.items()}
        if isinstance(value, DeckStamp):
            return value
        if is_dataclass(value) and not isinstance(value, type):
            names = [each.name for each in fields(value)]
            return replace(value, **{each: self._of(getattr(value, each), each) for each in names})
        named = getattr(value, "_fields", ())
        if isinstance(value, tuple) and named:
            return type(value)(*(self._of(each, field) for each, field in zip(value, named, strict=True)))
        if isinstance(value, tuple | list):
            return type(value)(self._of(each, name) for each in value)
        return value

    def _text(self, text: str, name: str) -> str:
        if name not in WRITTEN or not self._sought.search(text):
            return text
        self.places += 1
        rest = re.sub(r"[ \t]{2,}", " ", self._sought.sub("", text)).strip()
        return rest or (GONE if name in NEEDED else "")
