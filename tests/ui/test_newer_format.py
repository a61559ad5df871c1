"""A session of a program to come is refused in plain words, and nothing is done to it or beside it."""

from pathlib import Path

import pytest

from innovate_tui.cli import main
from innovate_tui.storage.deck_files import Content
from innovate_tui.storage.locations import state_folders
from innovate_tui.storage.session_text import sealed
from tests.ui.test_app import at_home

FORMATS = Path(__file__).parent.parent / "formats"


@pytest.fixture
def newer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """One in a folder of a person's own."""
    monkeypatch.setenv("INNOVATE_FOLDER", str(tmp_path / "Innovate"))
    monkeypatch.setenv("HOME", str(tmp_path))
    text = (FORMATS / "issue-5.toml").read_text(encoding="utf-8")
    body = text[: text.rindex("\n# end")].replace("format = 1", "format = 2", 1)
    path = tmp_path / "Innovate" / "newer.toml"
    path.parent.mkdir()
    path.write_bytes(sealed(body))
    return path


async def test_in_the_app_it_is_said_and_stays_as_it_was(newer: Path) -> None:
    before = newer.read_bytes()
    async with at_home() as story:
        await story.press("3")
        await story.until(lambda: "Enter says why" in story.status, "the list")
        await story.press("enter")
        said = "newer.toml: The session has format 2; this program reads up to format 1."
        await story.until(lambda: story.status.startswith(said), "what is wrong")
        assert story.place == "sessions"
    assert newer.read_bytes() == before
    assert [each.name for each in newer.parent.iterdir()] == ["newer.toml"]
    assert not state_folders().exists()


@pytest.mark.parametrize("verb", ["check", "show", "export"])
def test_on_the_command_line_too(newer: Path, verb: str, capsys: pytest.CaptureFixture[str], content: Content) -> None:
    before = newer.read_bytes()
    assert main([verb, str(newer)]) == 1
    said = capsys.readouterr()
    assert "The session has format 2; this program reads up to format 1." in said.err + said.out
    assert "newer innovate-tui" in said.err + said.out
    assert newer.read_bytes() == before
    assert [each.name for each in newer.parent.iterdir()] == ["newer.toml"]
