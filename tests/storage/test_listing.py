"""Which sessions a folder has, from the heads of their files; damaged ones are there too."""

import os
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innovate_tui.storage.listing import HEAD, _head, each_recent, how_many, listed, moment_of, recent_sessions
from tests.storage.test_session_file import by_hand


def test_the_last_changed_session_is_listed_first(tmp_path: Path) -> None:
    for number, name in enumerate(("one", "two", "three")):
        (tmp_path / f"{name}.toml").write_bytes(by_hand(f'title = "T {name}\\u001b"\ngroup = "G"\n[people]\n'))
        os.utime(tmp_path / f"{name}.toml", (number, number))
    (tmp_path / "other.toml").write_text("a = 1\n")
    (tmp_path / "folder.toml").mkdir()
    (tmp_path / ".hidden.toml").write_bytes(by_hand(""))
    found = recent_sessions(tmp_path)
    assert [(each.path.name, each.title, each.group) for each in found] == [
        ("three.toml", "T three", "G"),
        ("two.toml", "T two", "G"),
        ("one.toml", "T one", "G"),
    ]
    assert len(recent_sessions(tmp_path, 2)) == 2
    assert recent_sessions(tmp_path / "none") == ()


def test_day_rehearsal_and_id_are_known_from_the_head(tmp_path: Path) -> None:
    file = tmp_path / "one.toml"
    file.write_bytes(by_hand('title = "T"\nheld = 2026-03-12\npractice = true\n[people]\n'))
    (found,) = recent_sessions(tmp_path)
    assert (found.held, found.practice, found.id) == (date(2026, 3, 12), True, "s-1")
    assert not found.damaged


def test_damaged_files_are_listed_by_what_can_be_read_of_them(tmp_path: Path) -> None:
    damage = {
        "nothing": b"",
        "zeros": b"\0" * 4096,
        "cut": b'format = 1\nid = "s-1"\ntitle = "Family hubs"\ngroup = "Te',
        "letters": b'format = 1\ntitle = "H\xff"\nheld = 12 May\n[people]\n',
        "long": b'format = 1\ntitle = "Long"\nx-note = "' + b"a" * 2 * HEAD + b'"\n',
    }
    for name, data in damage.items():
        (tmp_path / f"{name}.toml").write_bytes(data)
    found = {each.path.stem: each for each in recent_sessions(tmp_path)}
    assert set(found) == set(damage)
    assert all(each.damaged for each in found.values())
    assert found["cut"].title == "Family hubs"
    assert found["cut"].group == ""
    assert found["letters"].held is None
    assert found["long"].title == "Long"


@given(st.binary(max_size=200))
def test_no_bytes_stop_the_listing(data: bytes) -> None:
    head, damaged = _head(data)
    assert isinstance(head, dict)
    assert damaged in (True, False)


def test_only_heads_are_read_and_only_as_many_as_are_asked_for(tmp_path: Path) -> None:
    for number in range(30):
        file = tmp_path / f"s{number}.toml"
        file.write_bytes(by_hand(f'title = "T{number}"\n[people]\n'))
        os.utime(file, (number, number))
    read = each_recent(tmp_path)
    assert next(read).title == "T29"
    for file in tmp_path.glob("*.toml"):
        file.unlink()
    assert next(read).damaged
    assert how_many(tmp_path) == 0


def test_what_cannot_be_read_is_listed_as_damaged(tmp_path: Path) -> None:
    found = listed(tmp_path / "gone.toml", datetime(2026, 1, 1, tzinfo=UTC))
    assert found is not None
    assert found.damaged


def test_a_file_that_goes_while_the_folder_is_read_hides_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.toml").write_bytes(by_hand(f'title = "{name}"\n[people]\n'))
    there = Path.is_file

    def is_file(path: Path) -> bool:
        if path.name == "b.toml":
            raise PermissionError(13, "no")
        return there(path)

    monkeypatch.setattr(Path, "is_file", is_file)
    assert sorted(each.title for each in recent_sessions(tmp_path)) == ["a", "c"]


@pytest.mark.parametrize("seconds", [-11_644_473_600.0, -1.0, 0.0, 1e12, 1e300])
def test_a_disk_that_is_wrong_about_the_time_stops_no_list(seconds: float) -> None:
    shown = moment_of(seconds).astimezone()
    assert 1970 <= shown.year < 3001
    assert moment_of(1_800_000_000.0) == datetime(2027, 1, 15, 8, tzinfo=UTC)
