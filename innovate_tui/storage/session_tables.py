"""Tables on their way into a session's file: what of them is said, and in which order their keys stand."""

from collections.abc import Iterable
from typing import Any

Table = dict[str, Any]


def stated(**values: Any) -> Table:
    """Those of the values that say anything, under the keys of the file."""
    return {
        key.rstrip("_").replace("_", "-"): value
        for key, value in values.items()
        if value is not None and value is not False and value != "" and value != {}
    }


def inner(table: object, *path: str) -> Table:
    """The table at a path; an empty one where there is none."""
    for key in path:
        table = table.get(key) if isinstance(table, dict) else None
    return table if isinstance(table, dict) else {}


def tables_in(table: object, *path: str) -> Iterable[Table]:
    """The items of the table at a path that are tables themselves."""
    return [value for value in inner(table, *path).values() if isinstance(value, dict)]


def sort(table: Table, order: tuple[str, ...]) -> None:
    """Bring the keys of a table into an order; those not named in it keep theirs, at the end."""
    values = dict(table)
    table.clear()
    for key in (*(key for key in order if key in values), *(key for key in values if key not in order)):
        table[key] = values[key]
