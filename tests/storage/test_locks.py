"""Locks: a second window is told, a stale one is recognised by proof, whoever loses one notices."""

import errno
import json
import os
import sys
import threading
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from innovate_tui.storage import processes
from innovate_tui.storage.locks import SIGN_OF_LIFE, Hold, Lock, holder_of, lock_path
from innovate_tui.storage.processes import this_process


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "hubs.toml"


def held_by(file: Path, **other: Any) -> None:
    """The lock of somebody else."""
    now = datetime.now(UTC).isoformat()
    plain = {**this_process().plain(), "key": "theirs", "since": now, "alive": now, **other}
    lock_path(file).write_text(json.dumps(plain), encoding="ascii")


def test_the_first_has_it_and_the_second_is_told(file: Path) -> None:
    first, second = Lock(file), Lock(file)
    assert first.take() is Hold.OURS
    assert first.take() is Hold.OURS, "asked again"
    assert second.take() is Hold.HELD
    holder = holder_of(lock_path(file))
    assert holder is not None
    assert holder.process == this_process()
    assert holder.is_here
    first.let_go()
    assert second.take() is Hold.OURS


def test_whoever_loses_it_notices_and_does_not_take_it_away(file: Path) -> None:
    first, second = Lock(file), Lock(file)
    first.take()
    assert first.is_ours()
    assert second.take_over() is Hold.OURS
    assert not first.is_ours()
    first.let_go()
    assert lock_path(file).exists()
    assert second.is_ours()
    assert [each for each in file.parent.iterdir() if each.is_file()] == [lock_path(file)]


def test_one_taken_away_by_hand_is_taken_again(file: Path) -> None:
    lock = Lock(file)
    lock.take()
    lock_path(file).unlink()
    assert lock.is_ours()
    assert Lock(file).take() is Hold.HELD


@pytest.mark.parametrize(
    ("other", "hold"),
    [
        ({}, Hold.HELD),
        ({"started": "another start"}, Hold.OURS),
        ({"host": "another laptop", "started": "another start"}, Hold.HELD),
        ({"host": "another laptop", "alive": "2001-01-01T00:00:00+00:00"}, Hold.HELD),
        ({"started": ""}, Hold.HELD),
        ({"machine": "0" * 16, "started": "another start"}, Hold.HELD),
        ({"machine": "", "started": "another start"}, Hold.OURS),
        ({"machine": 7, "started": "another start"}, Hold.OURS),
    ],
)
def test_only_a_lock_that_is_provably_stale_is_taken(file: Path, other: dict[str, Any], hold: Hold) -> None:
    held_by(file, **other)
    assert Lock(file).take() is hold


@pytest.mark.parametrize("words", ["", "{", "[]", '{"key": 3}', "\0" * 9000])
def test_a_lock_that_says_nothing_is_no_lock(file: Path, words: str) -> None:
    lock_path(file).write_text(words, encoding="utf-8")
    assert holder_of(lock_path(file)) is None
    assert Lock(file).take() is Hold.OURS


@pytest.mark.skipif(sys.platform == "win32", reason="symbolic links need a right there that few have")
def test_a_planted_link_is_not_followed(file: Path, tmp_path: Path) -> None:
    precious = tmp_path / "precious.txt"
    precious.write_text("mine", encoding="ascii")
    lock_path(file).symlink_to(precious)
    assert Lock(file).take() is Hold.OURS
    assert precious.read_text(encoding="ascii") == "mine"
    assert not lock_path(file).is_symlink()


def test_a_folder_that_takes_no_lock_is_said(tmp_path: Path) -> None:
    assert Lock(tmp_path / "nowhere" / "hubs.toml").take() is Hold.NONE
    assert Lock(tmp_path / "nowhere" / "hubs.toml").take_over() is Hold.NONE


def test_a_sign_of_life_is_given_once_a_minute_by_who_holds_it(file: Path) -> None:
    lock = Lock(file)
    lock.take()
    later = datetime.now(UTC) + SIGN_OF_LIFE * 2
    lock.say_alive(later - SIGN_OF_LIFE * 1.5)
    before = holder_of(lock_path(file))
    lock.say_alive(later)
    after = holder_of(lock_path(file))
    assert before is not None
    assert after is not None
    assert before.alive < after.alive == later
    assert lock.is_ours()
    held_by(file)
    lock.say_alive(later + timedelta(hours=1))
    found = holder_of(lock_path(file))
    assert found is not None
    assert found.key == "theirs"


def test_of_many_that_ask_at_once_one_has_it(file: Path) -> None:
    for stale in (False, True):
        if stale:
            held_by(file, started="another start")
        asked = [Lock(file) for _ in range(8)]
        threads = [threading.Thread(target=lock.take) for lock in asked]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert sum(lock.is_ours() for lock in asked) == 1
        lock_path(file).unlink()


def test_what_somebody_took_while_a_stale_lock_was_broken_is_put_back(file: Path) -> None:
    held_by(file, key="stale")
    stale = holder_of(lock_path(file))
    held_by(file, key="quicker")
    assert Lock(file)._break(stale)
    found = holder_of(lock_path(file))
    assert found is not None
    assert found.key == "quicker"


def test_another_machine_of_the_same_name_is_another_machine(file: Path) -> None:
    held_by(file, machine="0" * 16)
    holder = holder_of(lock_path(file))
    assert holder is not None
    assert not holder.is_here
    assert holder.process.host == this_process().host


def test_a_machine_has_one_word_for_itself_and_a_damaged_one_is_made_anew(state: Path) -> None:
    word = this_process().machine
    kept = next(state.rglob(processes.MACHINE))
    assert kept.read_text(encoding="ascii") == word
    assert kept.stat().st_mode & 0o077 == 0 or sys.platform == "win32"
    assert processes._machine(kept.parent) == word
    for damaged in ("", "no word of ours", "\0" * 16):
        kept.write_text(damaged, encoding="ascii")
        again = processes._machine(kept.parent)
        assert len(again) == 16
        assert kept.read_text(encoding="ascii") == again


def test_where_no_word_can_be_kept_a_machine_is_known_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert processes._machine(tmp_path / "file" / "states") == ""


def test_a_lock_is_there_with_all_that_it_says_or_not_at_all(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[bytes | None] = []
    real = os.write

    def write(handle: int, data: bytes) -> int:
        seen.append(lock_path(file).read_bytes() if lock_path(file).exists() else None)
        return real(handle, data)

    this_process()
    monkeypatch.setattr(os, "write", write)
    assert Lock(file).take() is Hold.OURS
    assert seen == [None]
    assert [each.name for each in file.parent.iterdir() if each.is_file()] == [lock_path(file).name]


@pytest.mark.parametrize("fault", [errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK])
def test_a_folder_without_hard_links_takes_a_lock_too(file: Path, fault: int, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(fault, os.strerror(fault))

    this_process()
    monkeypatch.setattr(os, "link", refuse)
    first, second = Lock(file), Lock(file)
    assert first.take() is Hold.OURS
    assert second.take() is Hold.HELD
    assert second.take_over() is Hold.OURS
    assert not first.is_ours()
    assert [each.name for each in file.parent.iterdir() if each.is_file()] == [lock_path(file).name]


def test_who_makes_a_lock_where_it_cannot_be_made_whole_is_given_time(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock_path(file).write_bytes(b"")

    def meanwhile(_: float) -> None:
        held_by(file)

    monkeypatch.setattr(time, "sleep", meanwhile)
    assert Lock(file).take() is Hold.HELD
    found = holder_of(lock_path(file))
    assert found is not None
    assert found.key == "theirs"
