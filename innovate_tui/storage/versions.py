"""Earlier versions of a session, on this machine alone: some while typing, thinner with age, each one verified.

A version is a whole session file, sealed by its last line, so it can be checked by itself and opened by hand. Its name
says when it was and how many changes had been made until then. Nothing here ever touches the session's own file.
"""

import contextlib
import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from innovate_tui.storage.bounded_toml import NotReadable, decoded
from innovate_tui.storage.locations import make_private
from innovate_tui.storage.safe_write import NotWritten, write_safely
from innovate_tui.storage.session_text import Seal, seal_of
from innovate_tui.workshop.spoken import one_line

FOLDER = "versions"
APART = timedelta(minutes=2)
"""How far apart two versions are at the least: what lies between is a matter for undo."""
NEWEST = 20
"""So many are kept whatever their age."""
_HOURLY, _DAILY = timedelta(days=1), timedelta(days=30)
"""How long one for each hour is kept, and one for each day."""
_NAME = re.compile(r"(\d{8}T\d{6})Z-(\d{1,9})(?:-\d+)?\.toml")


WORDS = ".words"
"""What the file is called, but for its beginning, that says what was done next."""
_LONGEST_WORDS = 2_000


class Version(NamedTuple):
    """A version that is there."""

    path: Path
    moment: datetime
    """To the second, UTC."""
    changes: int
    """How many changes had been made to the session until then."""


def keep_version(folder: Path, data: bytes, changes: int, moment: datetime, *, soon: bool = False) -> Version | None:
    """Keep the bytes of a session's file as a version, and let go of those that age has thinned out.

    One that comes too soon after the last is not kept, unless `soon` says that it matters; nor is the same again.
    `folder` is the session's state folder. Gives what was kept; a disk that does not take it is no fault to anybody.
    """
    there = versions(folder)
    if there and not soon and timedelta() <= moment - there[0].moment < APART:
        return None
    if there and read_version(there[0]) == data:
        return None
    name = f"{moment.astimezone(UTC):%Y%m%dT%H%M%S}Z-{changes}"
    try:
        make_private(folder / FOLDER)
        taken = {each.path.name for each in there}
        names = (f"{name}{ending}.toml" for ending in ("", *(f"-{number}" for number in range(2, 1000))))
        path = folder / FOLDER / next(each for each in names if each not in taken)
        write_safely(path, data, new=True)
    except (OSError, NotWritten, StopIteration):
        return None
    thin(folder, moment)
    return Version(path, moment.astimezone(UTC).replace(microsecond=0), changes)


def is_kept(folder: Path, data: bytes) -> bool:
    """Whether there is a version of just these bytes, as they were written."""
    return any(read_version(each) == data for each in versions(folder))


def name_next(version: Version, words: str) -> None:
    """Write beside a version what was done next: its list says "before …". Without it the list says less."""
    with contextlib.suppress(NotWritten):
        write_safely(version.path.with_suffix(WORDS), words.encode("utf-8", "replace"))


def done_next(version: Version) -> str:
    """What was done next, as a clause; nothing where that is not known."""
    try:
        with version.path.with_suffix(WORDS).open("rb") as file:
            return one_line(file.read(_LONGEST_WORDS).decode("utf-8", "replace"))
    except OSError:
        return ""


def let_go(version: Version) -> None:
    """Take a version away."""
    for path in (version.path, version.path.with_suffix(WORDS)):
        with contextlib.suppress(OSError):
            path.unlink()


def versions(folder: Path) -> tuple[Version, ...]:
    """The versions in a session's state folder, the newest first. What is no version of ours is not told of."""
    found = []
    with contextlib.suppress(OSError):
        for path in (folder / FOLDER).iterdir():
            named = _NAME.fullmatch(path.name)
            if named and path.is_file() and not path.is_symlink():
                with contextlib.suppress(ValueError):
                    moment = datetime.strptime(named[1], "%Y%m%dT%H%M%S").replace(tzinfo=UTC)
                    found.append(Version(path, moment, int(named[2])))
    return tuple(sorted(found, key=lambda each: (each.moment, each.changes, each.path.name), reverse=True))


def read_version(version: Version) -> bytes | None:
    """The bytes of a version; none where it is not there any more, or not as it was written."""
    try:
        data = version.path.read_bytes()
        return data if seal_of(decoded(data, str(version.path))) is Seal.RIGHT else None
    except (OSError, NotReadable):
        return None


def best_surviving(folder: Path) -> tuple[Version, bytes] | None:
    """The newest version that is still as it was written, to meet a file that no longer reads."""
    for version in versions(folder):
        data = read_version(version)
        if data is not None:
            return version, data
    return None


def thin(folder: Path, now: datetime) -> None:
    """Let go of the versions that age has thinned out."""
    there = versions(folder)
    kept = set(worth_keeping([each.moment for each in there], now))
    for number, version in enumerate(there):
        if number not in kept:
            let_go(version)


def worth_keeping(moments: Iterable[datetime], now: datetime) -> list[int]:
    """Which of some moments, the newest first, are kept: the newest, then one an hour for a day, one a day for 30.

    Of an hour or a day the newest one is kept. A moment to come, by a clock that was wrong, is as new as can be.
    """
    kept, hours, days = [], set(), set()
    for number, moment in enumerate(moments):
        age = now - moment
        hour, day = f"{moment:%Y%m%d%H}", f"{moment:%Y%m%d}"
        first_of_hour, first_of_day = hour not in hours, day not in days
        hours.add(hour)
        days.add(day)
        if number < NEWEST or (age <= _HOURLY and first_of_hour) or (age <= _DAILY and first_of_day):
            kept.append(number)
    return kept
