"""Links that somebody has planted where the program writes: none is followed; a folder that a user chose is."""

import secrets
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from innovate_tui.storage import bin as bin_module
from innovate_tui.storage import doctor
from innovate_tui.storage.deck_files import Content
from innovate_tui.storage.journal import ENDING, Journal, opening_of
from innovate_tui.storage.locations import free_path
from innovate_tui.storage.locks import Lock, lock_path
from innovate_tui.storage.safe_write import NotWritten, write_safely
from innovate_tui.storage.session_reading import read_session
from innovate_tui.storage.versions import FOLDER, keep_version, versions
from innovate_tui.ui.desk import Desk
from innovate_tui.workshop.session import ExportAs, Included

WHOLE = (Path(__file__).parent.parent / "formats" / "issue-2.toml").read_bytes()
MOMENT = datetime(2026, 3, 12, 10, 18, tzinfo=UTC)


@pytest.fixture
def precious(tmp_path: Path) -> Path:
    """What must stay as it is, in a folder that nothing may be written into."""
    path = tmp_path / "elsewhere" / "precious"
    path.parent.mkdir()
    path.write_bytes(b"mine")
    return path


def untouched(precious: Path) -> bool:
    """Whether it is as it was, and alone."""
    return precious.read_bytes() == b"mine" and [each.name for each in precious.parent.iterdir()] == [precious.name]


@pytest.mark.parametrize("there", [True, False])
def test_at_the_temporary_name_of_a_save(
    tmp_path: Path, precious: Path, monkeypatch: pytest.MonkeyPatch, there: bool
) -> None:
    monkeypatch.setattr(secrets, "token_hex", lambda size: "0" * 2 * size)
    caught: list[Path] = []
    real = Path.with_name

    def planted(path: Path, name: str) -> Path:
        found = real(path, name)
        if name.startswith(".innovate-") and not caught:
            caught.append(found)
            found.symlink_to(precious if there else precious.with_name("new"))
        return found

    monkeypatch.setattr(Path, "with_name", planted)
    with pytest.raises(NotWritten):
        write_safely(tmp_path / "a.toml", WHOLE)
    assert caught
    assert untouched(precious)
    assert not (tmp_path / "a.toml").exists()


@pytest.mark.parametrize("there", [True, False])
def test_at_the_name_of_a_new_file(tmp_path: Path, precious: Path, there: bool) -> None:
    target = tmp_path / "new.toml"
    target.symlink_to(precious if there else precious.with_name("new"))
    assert free_path(tmp_path, "new", ".toml") != target
    with pytest.raises(NotWritten):
        write_safely(target, WHOLE, new=True)
    assert untouched(precious)


@pytest.mark.parametrize("there", [True, False])
def test_at_the_name_of_an_export(
    tmp_path: Path, precious: Path, there: bool, content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INNOVATE_FOLDER", str(tmp_path / "Innovate"))
    desk, deck = Desk(content), content.deck()
    session = replace(read_session(WHOLE, deck).session, included=Included(to=ExportAs.TEXT))
    first = desk.export(session, deck).path
    assert first is not None
    first.unlink()
    first.symlink_to(precious if there else precious.with_name("new"))
    second = desk.export(session, deck).path
    assert second is not None
    assert second != first
    assert not second.is_symlink()
    assert untouched(precious)


@pytest.mark.parametrize("there", [True, False])
def test_at_the_name_of_a_version(tmp_path: Path, precious: Path, there: bool) -> None:
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / "20260312T101800Z-3.toml").symlink_to(precious if there else precious.with_name("new"))
    keep_version(tmp_path, WHOLE, 3, MOMENT)
    assert versions(tmp_path) == ()
    assert untouched(precious)


@pytest.mark.parametrize("there", [True, False])
def test_at_the_name_of_a_journal(tmp_path: Path, precious: Path, there: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(secrets, "token_hex", lambda size: "0" * 2 * size)
    opening, said = opening_of("s-1", tmp_path / "a.toml", ""), list[str]()
    name = f"{opening.writer.number}-00000000{ENDING}"
    (tmp_path / name).symlink_to(precious if there else precious.with_name("new"))
    Journal(tmp_path, opening, WHOLE, said.append).close(done=False)
    assert said
    assert untouched(precious)


@pytest.mark.parametrize("there", [True, False])
def test_at_the_name_of_what_goes_into_the_bin(
    tmp_path: Path, precious: Path, there: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, state = tmp_path / "a.toml", tmp_path / "state"
    path.write_bytes(WHOLE)
    monkeypatch.setattr(secrets, "token_hex", lambda size: "0" * 2 * size)
    bin_module.put_in(path, state, MOMENT)
    (put,) = state.rglob("*.toml")
    for each in (put, put.with_suffix(".json")):
        each.unlink()
        each.symlink_to(precious if there else precious.with_name("new"))
    path.write_bytes(WHOLE)
    with pytest.raises(NotWritten):
        bin_module.put_in(path, state, MOMENT)
    assert path.read_bytes() == WHOLE
    assert untouched(precious)


@pytest.mark.parametrize("there", [True, False])
def test_at_the_name_of_a_lock(tmp_path: Path, precious: Path, there: bool) -> None:
    path = tmp_path / "a.toml"
    lock_path(path).symlink_to(precious if there else precious.with_name("new"))
    lock = Lock(path)
    lock.take()
    lock.say_alive(MOMENT.replace(year=2099))
    lock.let_go()
    assert untouched(precious)


def test_at_the_name_of_the_folder_that_the_doctor_tries_things_in(
    tmp_path: Path, precious: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(secrets, "token_hex", lambda size: "0" * 2 * size)
    (tmp_path / "sessions").mkdir()
    (tmp_path / "sessions" / "innovate-check-00000000").symlink_to(precious.parent)
    assert [each.verdict for each in doctor.examine(tmp_path / "sessions")] == [doctor.Verdict.BAD]
    assert untouched(precious)


def test_a_link_to_a_folder_or_a_session_that_somebody_chose_is_followed(tmp_path: Path) -> None:
    (tmp_path / "share").mkdir()
    (tmp_path / "ours").symlink_to(tmp_path / "share")
    write_safely(tmp_path / "ours" / "a.toml", WHOLE)
    (tmp_path / "b.toml").symlink_to(tmp_path / "share" / "a.toml")
    write_safely(tmp_path / "b.toml", WHOLE + b"#")
    assert (tmp_path / "b.toml").is_symlink()
    assert (tmp_path / "share" / "a.toml").read_bytes() == WHOLE + b"#"
