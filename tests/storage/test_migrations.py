"""Steps from one format to the next, tried with formats that do not exist yet."""

from typing import Any

import pytest

from innovate_tui.storage.bounded_toml import NotReadable
from innovate_tui.storage.migrations import FORMAT, STEPS, migrated


def test_there_is_a_step_to_every_format() -> None:
    assert sorted(STEPS) == list(range(1, FORMAT))


def test_an_older_session_is_brought_up_step_by_step() -> None:
    def rename(table: dict[str, Any]) -> dict[str, Any]:
        return {"new" if key == "old" else key: value for key, value in table.items()}

    def double(table: dict[str, Any]) -> dict[str, Any]:
        return {**table, "new": table["new"] * 2}

    before = {"format": 1, "old": 4}
    assert migrated(before, "a.toml", steps={1: rename, 2: double}, newest=3) == {"format": 3, "new": 8}
    assert before == {"format": 1, "old": 4}


def test_a_newer_session_is_refused_by_name_and_number() -> None:
    with pytest.raises(NotReadable, match=r"^a\.toml: format: The session has format 9; .* up to format 1\."):
        migrated({"format": 9}, "a.toml")
