"""Stories of the list of sessions: found, opened, copied, called otherwise, put in the bin and brought back."""

from pathlib import Path

import pytest
from textual.events import Key

from innovate_tui.storage.deck_files import Content
from innovate_tui.storage.session_reading import read_session
from innovate_tui.workshop.deck import Deck
from tests.ui.test_app import Story, at_home


@pytest.fixture(autouse=True)
def folder(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of a person's own, and a state folder of the program's."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setattr("innovate_tui.storage.locations.state_folders", lambda: tmp_path / "state")
    folder.mkdir()
    return folder


def begun(folder: Path, content: Content, *names: str) -> None:
    """Sessions in the folder, each the sample under another title."""
    for name in names:
        data = content.sample().replace(b"Edge of care: one team around a teenager", name.encode())
        body = data.rpartition(b"\n# end")[0]
        (folder / f"{name}.toml").write_bytes(body + b"\n# end\n")


async def listed(story: Story, words: str) -> None:
    """Open the list, and wait until it says something."""
    await story.press("3")
    await story.until(lambda: words in story.text, words)


async def test_a_session_is_found_by_typing_and_opened(folder: Path, content: Content) -> None:
    begun(folder, content, "Alpha", "Beta", "Gamma")
    async with at_home() as story:
        await listed(story, "1 of 3")
        await story.until(lambda: "Diamond 9: fixed" in story.text, "how far it is")
        await story.press("slash")
        await story.type("bet")
        assert "1 of 1" in story.text
        assert "Alpha" not in story.text
        await story.press("enter")
        await story.until(lambda: "Beta" in story.title, "the session")
        await story.press("o", "0")
        await story.until(lambda: story.place == "home")


async def test_what_is_typed_in_one_burst_after_the_slash_belongs_to_it(folder: Path, content: Content) -> None:
    begun(folder, content, "Alpha", "Beta")
    async with at_home() as story:
        await listed(story, "1 of 2")
        driver = story.app._driver
        assert driver is not None
        for key in ("slash", "z", "z", "enter"):
            event = Key(key, "/" if key == "slash" else key if len(key) == 1 else "\r")
            event.set_sender(story.app)
            driver.send_message(event)
        await story.until(lambda: "Nothing is called that." in story.text, "nothing found")
        assert story.place == "sessions"


async def test_escape_goes_from_a_search_to_all_and_then_home(folder: Path, content: Content) -> None:
    begun(folder, content, "Alpha", "Beta")
    async with at_home() as story:
        await listed(story, "1 of 2")
        await story.press("slash")
        await story.type("zzz")
        assert "Nothing is called that." in story.text
        await story.press("backspace", "backspace", "backspace")
        assert "Alpha" in story.text
        await story.type("m")
        await story.press("escape")
        assert story.place == "sessions"
        assert "1 of 2" in story.text
        await story.press("escape")
        await story.until(lambda: story.place == "home")


async def test_what_is_put_in_the_bin_comes_back_with_u_and_from_the_bin(folder: Path, content: Content) -> None:
    begun(folder, content, "Alpha")
    data = (folder / "Alpha.toml").read_bytes()
    async with at_home() as story:
        await listed(story, "1 of 1")
        await story.press("delete")
        await story.until(lambda: story.status.startswith("In the bin: Alpha."), "the bin")
        assert not (folder / "Alpha.toml").exists()
        assert "z: 1 in the bin" in story.text or "No session is in this folder" in story.text
        await story.press("u")
        await story.until(lambda: story.status.startswith("Put back: "), "back")
        assert (folder / "Alpha.toml").read_bytes() == data
        await story.press("delete")
        await story.until(lambda: story.status.startswith("In the bin"))
        await story.press("z")
        await story.until(lambda: "On this" in story.text or "on this computer alone" in story.text, "the bin")
        assert "since today" in story.text
        await story.press("enter")
        await story.until(lambda: "The bin is empty." in story.text, "an empty bin")
        assert (folder / "Alpha.toml").read_bytes() == data


async def test_only_what_is_asked_for_by_its_digit_goes_for_good(
    folder: Path, content: Content, tmp_path: Path
) -> None:
    begun(folder, content, "Alpha", "Beta")
    async with at_home() as story:
        await listed(story, "1 of 2")
        await story.press("delete")
        await story.until(lambda: "1 of 1" in story.text)
        await story.press("delete")
        await story.until(lambda: "No session is in this folder" in story.text)
        await story.press("z")
        await story.until(lambda: "1 of 2" in story.text, "two in the bin")
        await story.press("delete", "enter")
        assert story.status == "Nothing was taken out."
        await story.press("delete", "escape")
        assert len(list((tmp_path / "state").rglob("*.toml"))) == 2
        await story.press("delete", "2")
        await story.until(lambda: story.status.startswith("It is gone for good"), "one gone")
        assert len(list((tmp_path / "state").rglob("*.toml"))) == 1
        await story.press("delete", "2")
        await story.until(lambda: "The bin is empty." in story.text, "nothing left")
        assert list((tmp_path / "state").rglob("*.toml")) == []


async def test_a_copy_has_an_id_and_a_file_of_its_own(folder: Path, content: Content, deck: Deck) -> None:
    begun(folder, content, "Alpha")
    async with at_home() as story:
        await listed(story, "1 of 1")
        await story.press("c")
        await story.until(lambda: story.status.startswith("Copied: Alpha, copy, in "), "the copy")
        one, other = (read_session(file.read_bytes(), deck).session for file in sorted(folder.glob("*.toml")))
        assert {one.title, other.title} == {"Alpha", "Alpha, copy"}
        assert one.id != other.id
        assert one.boards == other.boards
        await story.press("u")
        await story.until(lambda: "1 of 1" in story.text, "the copy in the bin")


async def test_another_title_keeps_the_file_and_u_brings_the_old_one_back(
    folder: Path, content: Content, deck: Deck
) -> None:
    begun(folder, content, "Alpha")

    def title() -> str:
        return read_session((folder / "Alpha.toml").read_bytes(), deck).session.title

    async with at_home() as story:
        await listed(story, "1 of 1")
        await story.press("m")
        await story.press("end")
        await story.type(" and more")
        await story.press("enter")
        await story.until(lambda: story.status.startswith("It is called Alpha and more now"), "the title")
        assert title() == "Alpha and more"
        await story.press("u")
        await story.until(lambda: title() == "Alpha", "the old title")


async def test_a_damaged_session_is_listed_and_said_and_can_be_put_in_the_bin(folder: Path, content: Content) -> None:
    (folder / "torn.toml").write_bytes(content.sample()[:3000])
    (folder / "zeros.toml").write_bytes(b"\0" * 2000)
    async with at_home() as story:
        assert "Go on with" not in story.text or "torn" not in story.text
        await listed(story, "1 of 2")
        await story.until(lambda: story.text.count("It cannot be read:") == 2, "both")
        await story.press("slash")
        await story.type("zeros")
        await story.press("enter")
        await story.until(lambda: "zeros.toml" in story.status, "why")
        assert story.place == "sessions"
        await story.press("escape", "m")
        assert story.place == "sessions"
        before = (folder / "zeros.toml").read_bytes()
        assert before == b"\0" * 2000


async def test_two_hundred_sessions_are_listed_and_only_those_in_sight_are_read(
    folder: Path, content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun(folder, content, *(f"Session {number:03}" for number in range(200)))
    read: list[Path] = []
    async with at_home() as story:
        real = story.app.desk.open  # type: ignore[attr-defined]  # the app under test

        def counted(path: Path) -> object:
            read.append(path)
            return real(path)

        monkeypatch.setattr(story.app.desk, "open", counted)  # type: ignore[attr-defined]  # as above
        await listed(story, "1 of 200")
        await story.until(lambda: story.text.count("Diamond 9: fixed") >= 9, "those in sight")
        assert 9 <= len(set(read)) <= 12
        await story.press("end")
        assert "200 of 200" in story.text
        await story.until(lambda: story.text.count("Diamond 9: fixed") >= 9, "the last ones")
        assert len(set(read)) <= 24
        await story.press("home", "end")
        assert len(read) == len(set(read))
