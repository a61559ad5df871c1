"""What a copy of a session and the session itself both come from, found among the earlier versions of the session.

A copy does not say when it went its own way. But the versions tell step by step what was changed here, and of each step
a copy shows whether it had it: it went its own way before the first step of which it still has what stood there before.
The version just before that step is what both come from, as long as there is a step that the copy shows to have had.
Where there is no such proof, there is no ancestor: then every difference is for the group to settle.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from innovate_tui.storage.bounded_toml import NotReadable
from innovate_tui.storage.merging import same_in_file
from innovate_tui.storage.session_reading import parsed_session
from innovate_tui.storage.versions import read_version, versions

MOST_BYTES = 2_000_000
"""Bytes of versions that are looked through, the newest first: somebody waits for it."""
_OF_THE_LAPTOP = ("time", "deck", "export")
"""Tables that say nothing of the way a copy went: minutes are a laptop's own, titles come with a deck."""

_Values = Mapping[tuple[str, ...], object]
_NOTHING = object()


def ancestor_in(folder: Path, mine: bytes, theirs: bytes) -> bytes | None:
    """The version in a session's state folder that both come from; none where none is proved to be that."""
    there = list(_read(folder))
    try:
        steps = [*(_values(data) for data in there), _values(mine)]
        copy = _values(theirs)
    except NotReadable:
        return None
    at = common_ancestor(steps, copy)
    return None if at is None else (*there, mine)[at]


def common_ancestor(steps: Sequence[_Values], copy: _Values) -> int | None:
    """Which of the states that a session went through, the oldest first, a copy went its own way from."""
    equal = [number for number, values in enumerate(steps) if _as_words(values) == _as_words(copy)]
    if equal:
        return equal[-1]
    had = False
    for number, (before, then) in enumerate(pairwise(steps)):
        for key in before.keys() | then.keys():
            was, became = before.get(key, _NOTHING), then.get(key, _NOTHING)
            if same_in_file(was, became):
                continue
            now = copy.get(key, _NOTHING)
            if same_in_file(now, was):
                return number if had else None
            had = had or same_in_file(now, became)
    return len(steps) - 1 if had else None


def _read(folder: Path) -> Iterator[bytes]:
    """The versions that are as they were written, the oldest first."""
    found: list[bytes] = []
    size = 0
    for version in versions(folder):
        data = read_version(version)
        if data is not None:
            size += len(data)
            if size > MOST_BYTES:
                break
            found.append(data)
    yield from reversed(found)


def _values(data: bytes) -> _Values:
    """The single values of a file, by where they stand. Raises `NotReadable`."""
    table, _ = parsed_session(data, "")
    return dict(_in({key: value for key, value in table.items() if key not in _OF_THE_LAPTOP}, ()))


def _in(table: Mapping[str, Any], path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], object]]:
    for key, value in table.items():
        if isinstance(value, dict) and value:
            yield from _in(value, (*path, key))
        else:
            yield (*path, key), value


def _as_words(values: _Values) -> dict[tuple[str, ...], tuple[str, object]]:
    """Values as they can be compared: in a file true is not 1."""
    return {key: (type(value).__name__, value) for key, value in values.items()}
