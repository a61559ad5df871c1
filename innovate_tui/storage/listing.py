"""What sessions a folder has, found by reading the head of each file and no more.

Whatever may be a session is listed, a damaged one too: it is there, and somebody looks for it. A file of TOML that says
nothing of a format is somebody else's, and is left out.
"""

import contextlib
import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from innovate_tui.workshop.spoken import one_line

HEAD = 8_192
"""Bytes in which the keys before the first table stand."""
MOST = 2_000
"""Files of a folder that are looked at: nobody has so many sessions, and a folder with more is not for sessions."""
_EARLIEST, _LATEST = 172_800.0, 32_000_000_000.0
"""Seconds since 1970 between which a file's moment lies: Windows shows no other."""
_LINE = re.compile(r"(?m)^(?:format|id|title|group|held|practice)[ \t]*=.*$")
"""A line that says something of the session by itself, should the lines around it be damaged."""


class Listed(NamedTuple):
    """A session in a folder; only the head of its file was read."""

    path: Path
    title: str
    group: str
    modified: datetime
    held: date | None = None
    practice: bool = False
    id: str = ""
    damaged: bool = False
    """Its head cannot be read as it is."""


def recent_sessions(folder: Path, most: int = MOST) -> tuple[Listed, ...]:
    """The sessions in a folder, the last changed first. A folder that cannot be read has none."""
    return tuple(islice(each_recent(folder), most))


def each_recent(folder: Path) -> Iterator[Listed]:
    """The same one after another: who needs only the first reads no other."""
    for modified, path in sorted(_dated(folder), reverse=True):
        found = listed(path, moment_of(modified))
        if found is not None:
            yield found


def listed(path: Path, modified: datetime) -> Listed | None:
    """What the head of one file says; none where it is no session of ours."""
    try:
        with path.open("rb") as file:
            data = file.read(HEAD)
    except OSError:
        data = b""
    return listed_in(data, path, modified)


def listed_in(data: bytes, path: Path, modified: datetime) -> Listed | None:
    """The same of bytes that stand, or stood, in a file."""
    head, damaged = _head(data[:HEAD])
    if not damaged and "format" not in head:
        return None
    held = head.get("held")
    return Listed(
        path,
        _line(head, "title"),
        _line(head, "group"),
        modified,
        held if type(held) is date else None,
        head.get("practice") is True,
        _line(head, "id"),
        damaged,
    )


def how_many(folder: Path) -> int:
    """How many files there are that may be sessions, without a look into any of them."""
    return sum(1 for _ in _dated(folder))


def changed_at(path: Path) -> datetime:
    """When a file was changed last. Raises `OSError` where it cannot be reached."""
    return moment_of(path.stat().st_mtime)


def moment_of(seconds: float) -> datetime:
    """A moment by the seconds that a disk counts; the nearest that every system can show, where a disk was wrong."""
    return datetime.fromtimestamp(min(max(seconds, _EARLIEST), _LATEST), UTC)


def _dated(folder: Path) -> Iterator[tuple[float, Path]]:
    """The files that may be sessions. One that cannot be reached, or goes meanwhile, hides no other."""
    try:
        there = list(islice(folder.iterdir(), MOST))
    except OSError:
        return
    for path in there:
        if path.suffix.casefold() == ".toml" and not path.name.startswith("."):
            with contextlib.suppress(OSError):
                if path.is_file():
                    yield path.stat().st_mtime, path


def _head(data: bytes) -> tuple[dict[str, Any], bool]:
    """The keys before the first table, and whether they are damaged; of those that are, what stands by itself."""
    text = data.decode("utf-8-sig", errors="replace").replace("\r\n", "\n")
    try:
        return tomllib.loads(text.partition("\n[")[0]), not text.strip()
    except (ValueError, RecursionError):
        found: dict[str, Any] = {}
        for line in _LINE.findall(text.partition("\n[")[0]):
            try:
                found = {**tomllib.loads(line), **found}
            except (ValueError, RecursionError):
                continue
        return found, True


def _line(head: Mapping[str, Any], key: str) -> str:
    value = head.get(key)
    return one_line(value) if isinstance(value, str) else ""
