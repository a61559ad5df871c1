"""Bringing an older session up to the format of today: numbered steps from one plain dict to the next.

The step under number n makes a file of format n into one of n + 1. New optional tables need no step; a table that is
renamed or means something else does. One file of each format stands in `tests/formats/` for ever.
"""

from collections.abc import Callable, Mapping
from typing import Any

from innovate_tui.storage.bounded_toml import NotReadable

FORMAT = 1
Step = Callable[[dict[str, Any]], dict[str, Any]]
STEPS: Mapping[int, Step] = {}


def migrated(
    table: dict[str, Any], path: str, *, steps: Mapping[int, Step] = STEPS, newest: int = FORMAT
) -> dict[str, Any]:
    """The table in the newest format. Raises `NotReadable` for what is no session, and for a format from the future."""
    number = table.get("format")
    if number is None:
        raise NotReadable(path, "This is no session of innovate-tui.", "Choose a file that begins with format = 1.")
    if isinstance(number, bool) or not isinstance(number, int) or number < 1:
        raise NotReadable(path, "This must be a whole number, 1 or more.", f"Write format = {newest}.", "format")
    if number > newest:
        raise NotReadable(
            path,
            f"The session has format {number}; this program reads up to format {newest}.",
            "Open it with a newer innovate-tui. Nothing in it was changed.",
            "format",
        )
    while number < newest:
        table = {**steps[number](table), "format": number + 1}
        number += 1
    return table
