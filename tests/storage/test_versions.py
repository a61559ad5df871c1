"""Earlier versions: kept apart, thinned with age, verified when they are read, never in anybody's way."""

import stat
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innovate_tui.storage.session_text import sealed
from innovate_tui.storage.versions import (
    APART,
    NEWEST,
    best_surviving,
    keep_version,
    read_version,
    versions,
    worth_keeping,
)

NOW = datetime(2026, 3, 12, 14, 2, tzinfo=UTC)


def session(number: int) -> bytes:
    return sealed(f'format = 1\nid = "s-1"\nx-number = {number}\n')


def test_a_version_says_when_it_was_and_after_how_many_changes(tmp_path: Path) -> None:
    assert keep_version(tmp_path, session(1), 31, NOW)
    (version,) = versions(tmp_path)
    assert (version.moment, version.changes) == (NOW, 31)
    assert read_version(version) == session(1)


def test_versions_keep_their_distance_unless_it_matters(tmp_path: Path) -> None:
    assert keep_version(tmp_path, session(1), 1, NOW)
    assert not keep_version(tmp_path, session(2), 2, NOW + APART - timedelta(seconds=1))
    assert keep_version(tmp_path, session(2), 2, NOW + timedelta(seconds=1), soon=True)
    assert keep_version(tmp_path, session(3), 3, NOW + timedelta(seconds=1) + APART)
    assert not keep_version(tmp_path, session(3), 3, NOW + timedelta(hours=1)), "the same again"
    assert [each.changes for each in versions(tmp_path)] == [3, 2, 1]


def test_two_in_one_second_and_a_clock_that_went_back_lose_nothing(tmp_path: Path) -> None:
    for number in range(3):
        assert keep_version(tmp_path, session(number), 5, NOW, soon=True)
    assert keep_version(tmp_path, session(9), 6, NOW - timedelta(days=2))
    assert {read_version(each) for each in versions(tmp_path)} == {session(number) for number in (0, 1, 2, 9)}


def test_a_version_that_is_not_as_it_was_written_is_no_version_to_go_back_to(tmp_path: Path) -> None:
    for number in range(3):
        keep_version(tmp_path, session(number), number, NOW + number * APART)
    newest, middle, _ = versions(tmp_path)
    newest.path.write_bytes(session(2)[:-9])
    middle.path.write_bytes(session(1).replace(b"= 1\nid", b"= 2\nid"))
    assert read_version(newest) is None
    assert read_version(middle) is None
    found = best_surviving(tmp_path)
    assert found is not None
    assert found[1] == session(0)
    assert best_surviving(tmp_path / "nowhere") is None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows guards the folder, not its modes")
def test_nobody_else_may_read_them(tmp_path: Path) -> None:
    keep_version(tmp_path / "state", session(1), 1, NOW)
    (version,) = versions(tmp_path / "state")
    assert stat.S_IMODE(version.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(version.path.parent.stat().st_mode) == 0o700


def test_what_is_no_version_is_let_be(tmp_path: Path) -> None:
    keep_version(tmp_path, session(1), 1, NOW)
    folder = tmp_path / "versions"
    (folder / "20269912T140200Z-3.toml").write_bytes(b"")
    (folder / "notes.txt").write_bytes(b"")
    (folder / "20260312T150000Z-9.toml").symlink_to(versions(tmp_path)[0].path)
    assert [each.changes for each in versions(tmp_path)] == [1]


def test_a_disk_that_takes_nothing_is_no_fault_to_anybody(tmp_path: Path) -> None:
    (tmp_path / "versions").write_bytes(b"a file stands where the folder should be")
    assert not keep_version(tmp_path, session(1), 1, NOW)


@given(st.lists(st.integers(0, 60 * 24 * 60), max_size=300, unique=True))
def test_the_newest_are_kept_and_the_older_the_thinner(minutes: list[int]) -> None:
    moments = sorted((NOW - timedelta(minutes=each) for each in minutes), reverse=True)
    kept = worth_keeping(moments, NOW)
    assert kept[:NEWEST] == list(range(min(NEWEST, len(moments))))
    left = {moments[number] for number in kept}
    for moment in moments:
        if NOW - moment <= timedelta(days=1):
            assert any(f"{each:%d%H}" == f"{moment:%d%H}" for each in left)
        elif NOW - moment <= timedelta(days=30):
            assert any(each.date() == moment.date() for each in left)
    older = [moments[number] for number in kept[NEWEST:]]
    assert all(NOW - each <= timedelta(days=30) for each in older)
    assert len(older) <= 25 + 31


def test_forty_minutes_of_work_leave_twenty_and_a_month_of_work_not_many_more(tmp_path: Path) -> None:
    for number in range(200):
        keep_version(tmp_path, session(number), number, NOW + number * timedelta(hours=4))
    assert NEWEST + 20 < len(versions(tmp_path)) < NEWEST + 35
