"""An edit as a plain record and back, without loss: dicts of strings, numbers and moments, for a journal to hold."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, get_args

from innovate_tui.workshop.deck import Mode
from innovate_tui.workshop.edits import EDITS, Describe, Edit, Reasons, Words, WriteReason
from innovate_tui.workshop.features import Judgement, Kind
from innovate_tui.workshop.session import PeopleShown

_ENUMS = {"judgement": Judgement, "kind": Kind, "mode": Mode, "people": PeopleShown}
_TEXTS: Mapping[type[Edit], tuple[str, ...]] = {Describe: get_args(Words), WriteReason: get_args(Reasons)}
"""For the edits that write one of several texts, which there are."""


def to_record(edit: Edit) -> dict[str, Any]:
    """The edit as plain values: its name and its fields, those left at nothing included."""
    record: dict[str, Any] = {"edit": edit.name}
    for each in fields(edit):
        value = getattr(edit, each.name)
        record[each.name] = (
            list(value) if isinstance(value, tuple) else str(value) if each.name in _ENUMS and value else value
        )
    return record


def from_record(record: Mapping[str, Any]) -> Edit:
    """The edit of a record. A record that names no known edit, or has other fields, raises `ValueError`."""
    kind = EDITS.get(str(record.get("edit")))
    if kind is None:
        raise ValueError(f"no edit is called {record.get('edit')!r}")
    values = {key: value for key, value in record.items() if key != "edit"}
    known = {each.name for each in fields(kind)}
    if set(values) != known:
        raise ValueError(f"{kind.name} has the fields {sorted(known)}, not {sorted(values)}")
    for key, enum in _ENUMS.items():
        if values.get(key) is not None:
            values[key] = enum(values[key])
    if "item" in values:
        values["item"] = tuple(values["item"])
    if kind in _TEXTS and values["which"] not in _TEXTS[kind]:
        raise ValueError(f"{kind.name} writes {' or '.join(_TEXTS[kind])}, not {values['which']!r}")
    return kind(**values)
