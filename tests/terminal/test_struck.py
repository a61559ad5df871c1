"""Struck words are nowhere on the disk any more, whatever the program keeps."""

from pathlib import Path

from tests.terminal.console import open_console


def holding(folder: Path, words: str) -> list[str]:
    """The files that hold these words."""
    return [path.name for path in folder.rglob("*") if path.is_file() and words.encode() in path.read_bytes()]


def test_they_go_from_file_journal_and_versions_and_nothing_brings_them_back(tmp_path: Path, sample_file: Path) -> None:
    with open_console(tmp_path, str(sample_file)) as console:
        console.wait("Diamond 9", "Saved")
        console.press("D", "w")
        console.wait("Why it stands at 1")
        console.send(" So says Wilhelmina Quux")
        console.wait("Quux")
        console.press("esc")
        console.wait("Kept your reason.")
        console.press("q")
        console.wait("Your work is kept in")
        console.press("ctrl+q")
        assert console.ended() == 0
    assert len(holding(tmp_path, "Wilhelmina")) == 2, "the file, and a version"
    with open_console(tmp_path, str(sample_file)) as console:
        console.wait("Diamond 9", "Saved")
        console.press("E", "w")
        console.wait("Why it stands")
        console.send(" And Wilhelmina Quux")
        console.wait("Quux")
        console.press("esc")
        console.wait("Kept your reason.")
        console.press("p")
        console.send("strike")
        console.wait("strike words out for good")
        console.press("enter")
        console.wait("Which words?")
        console.send("wilhelmina quux")
        console.wait("wilhelmina quux")
        console.press("enter")
        console.wait("stands in 2 places")
        console.press("x")
        console.wait("Struck out of the session and of")
        assert holding(tmp_path, "ilhelmina") == []
        console.press("u")
        console.wait("Nothing more to undo.")
        console.press("ctrl+q")
        assert console.ended() == 0
    assert holding(tmp_path, "ilhelmina") == []
