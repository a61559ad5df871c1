"""An edit as a plain record and back, without loss: dicts of strings, numbers and moments, for a journal to hold."""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from enum import StrEnum
from typing import Any, get_args

from innovate_tui.workshop.checks import Lens, Verdict
from innovate_tui.workshop.deck import Act, Mode
from innovate_tui.workshop.edits import EDITS, CheckText, Describe, Edit, Reasons, Words, WriteCheck, WriteReason
from innovate_tui.workshop.features import Judgement, Kind
from innovate_tui.workshop.roadmap import Energy, EventKind, LinkKind
from innovate_tui.workshop.session import ExportAs, PeopleShown
from innovate_tui.workshop.stages import Stage
from innovate_tui.workshop.timeline import Division, Month

_READ: Mapping[str, Callable[[Any], Any]] = {
    "judgement": Judgement,
    "kind": Kind,
    "mode": Mode,
    "act": Act,
    "people": PeopleShown,
    "export_as": ExportAs,
    "stage": Stage,
    "energy": Energy,
    "link_kind": LinkKind,
    "event_kind": EventKind,
    "lens": Lens,
    "verdict": Verdict,
    "from_month": Month.parse,
    "to_month": Month.parse,
    "divide": lambda years: tuple(Division(year) for year in years),
    "item": tuple,
    "ids": tuple,
    "names": tuple,
    "places": tuple,
}
"""How the fields of a record that are no plain values are read back, by their names."""
_TEXTS: Mapping[type[Edit], tuple[str, ...]] = {
    Describe: get_args(Words),
    WriteReason: get_args(Reasons),
    WriteCheck: get_args(CheckText),
}
"""For the edits that write one of several texts, which there are."""


def to_record(edit: Edit) -> dict[str, Any]:
    """The edit as plain values: its name and its fields, those left at nothing included."""
    record: dict[str, Any] = {"edit": edit.name}
    for each in fields(edit):
        record[each.name] = _plain(getattr(edit, each.name))
    return record


def from_record(record: Mapping[str, Any]) -> Edit:
    """The edit of a record. A record that names no known edit, or has other fields, raises `ValueError`.

    A field that an edit has gained since may be missing: then it says what it said before there was one.
    """
    kind = EDITS.get(str(record.get("edit")))
    if kind is None:
        raise ValueError(f"no edit is called {record.get('edit')!r}")
    values = {key: value for key, value in record.items() if key != "edit"}
    known = {each.name for each in fields(kind)}
    needed = {each.name for each in fields(kind) if each.default is MISSING}
    if not needed <= set(values) <= known:
        raise ValueError(f"{kind.name} has the fields {sorted(known)}, not {sorted(values)}")
    for key, read in _READ.items():
        if values.get(key) is not None:
            values[key] = read(values[key])
    if kind in _TEXTS and values["which"] not in _TEXTS[kind]:
        raise ValueError(f"{kind.name} writes {' or '.join(_TEXTS[kind])}, not {values['which']!r}")
    return kind(**values)


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return str(value) if isinstance(value, StrEnum | Month) else value
