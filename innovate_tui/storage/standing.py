"""What stands where the keeper last wrote: whether somebody touched the file since, and whether the disk is the same.

Both are asked often and read no file. A stick that was pulled out may leave an empty folder behind, or another stick in
its place: what is written there is not where the session is looked for.
"""

import os
from pathlib import Path
from typing import NamedTuple


class Mark(NamedTuple):
    """A file as it was left, without its bytes."""

    size: int
    moment: int
    """Nanoseconds; only ever compared with itself, so no clock matters."""


def mark_of(path: Path) -> Mark | None:
    """The file as it is now; none where it cannot be seen."""
    try:
        found = os.stat(path)  # noqa: PTH116 - a system call, for faults to be injected
    except OSError:
        return None
    return Mark(found.st_size, found.st_mtime_ns)


def disk_of(folder: Path) -> int | None:
    """Which disk a folder is on; none where there is no folder."""
    try:
        return os.stat(folder).st_dev  # noqa: PTH116 - as above
    except OSError:
        return None


def is_remnant(there: bytes, whole: bytes | None) -> bool:
    """Whether it is no more than what a disk or a program left of these bytes: nothing, zeros, the beginning."""
    return not there.strip(b"\0") or (whole is not None and len(there) < len(whole) and whole.startswith(there))
