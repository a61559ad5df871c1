"""Killed without warning: what was seen is there again, and nothing is overwritten before somebody has chosen."""

import signal
from pathlib import Path

from tests.proofs.kills import prove
from tests.terminal.console import open_console

RECOVERED = "Welcome back. 1 change from before the laptop stopped was recovered."


def killed_while_typing(folder: Path, file: Path, words: str) -> bytes:
    """Type words into a reason, and kill the program once they are seen; then the file as if it had not been saved."""
    before = file.read_bytes()
    with open_console(folder, str(file)) as console:
        console.wait("Diamond 9", "Saved")
        console.press("D", "w")
        console.wait("Why it stands at 1")
        console.send(words)
        console.wait(words)
        console.signal(signal.SIGKILL)
        console.ended()
    file.write_bytes(before)
    return before


def test_what_was_seen_is_there_again_and_undo_goes_on(tmp_path: Path, sample_file: Path) -> None:
    before = killed_while_typing(tmp_path, sample_file, " Late words")
    with open_console(tmp_path, str(sample_file)) as console:
        console.wait(RECOVERED, "Go on with what was recovered", "wrote the reason")
        assert sample_file.read_bytes() == before
        console.press("enter")
        console.wait(lambda it: "Go on with what was recovered" not in it.text)  # the box has the same sentence
        console.wait("Diamond 9", RECOVERED, lambda it: " Late words" in sample_file.read_text(encoding="utf-8"))
        console.press("u")
        console.wait("Undid: wrote the reason")
        console.press("ctrl+q")
        assert console.ended() == 0
    with open_console(tmp_path, str(sample_file)) as console:
        console.wait("Diamond 9", "Saved")
        assert "Welcome back" not in console.text


def test_back_to_the_file_keeps_what_was_recovered_as_a_version(tmp_path: Path, sample_file: Path) -> None:
    before = killed_while_typing(tmp_path, sample_file, " Late words")
    with open_console(tmp_path, str(sample_file)) as console:
        console.wait(RECOVERED)
        console.press("esc")
        console.wait("Nothing was decided, and both are kept.")
        assert sample_file.read_bytes() == before
        console.press("ctrl+q")
        assert console.ended() == 0
    with open_console(tmp_path, str(sample_file)) as console:
        console.wait(RECOVERED)
        console.press("f")
        console.wait("Diamond 9", "As the file is.")
        console.press("ctrl+q")
        assert console.ended() == 0
    assert sample_file.read_bytes() == before
    kept = [each.read_text(encoding="utf-8") for each in (tmp_path / "state").rglob("versions/*.toml")]
    assert any(" Late words" in each for each in kept)
    assert not list((tmp_path / "state").rglob("*.journal"))


def test_words_in_a_box_that_is_no_edit_yet_come_back_as_a_parked_thought(tmp_path: Path, sample_file: Path) -> None:
    with open_console(tmp_path, str(sample_file)) as console:
        console.wait("Diamond 9", "Saved")
        console.press("b")
        console.wait("Keep a round", "Its name")
        console.send("Before sharing it")
        console.wait("Before sharing it")
        console.signal(signal.SIGKILL)
        console.ended()
    with open_console(tmp_path, str(sample_file)) as console:
        console.wait("Welcome back. Words that were being typed", "Before sharing it")
        console.press("enter")
        console.wait("Diamond 9")
        console.press("ctrl+q")
        assert console.ended() == 0
    assert 'text = "Keep a round: Before sharing it"' in sample_file.read_text(encoding="utf-8")


def test_at_random_instants_nothing_that_was_seen_is_lost() -> None:
    assert not prove(3, seed=7).faults


def test_where_the_file_has_everything_the_next_start_says_that_nothing_is_missing(
    tmp_path: Path, sample_file: Path
) -> None:
    with open_console(tmp_path, str(sample_file)) as console:
        console.wait("Diamond 9", "Saved")
        console.press("D", "w")
        console.wait("Why it stands at 1")
        console.send(" Late words")
        console.wait(lambda it: " Late words" in sample_file.read_text(encoding="utf-8"))
        console.signal(signal.SIGKILL)
        console.ended()
    with open_console(tmp_path, str(sample_file)) as console:
        console.wait("Welcome back. Nothing is missing. The last, ", "Late words”.")
        console.press("ctrl+q")
        assert console.ended() == 0


def test_a_file_that_was_emptied_is_met_with_what_is_kept_when_it_is_named(tmp_path: Path, sample_file: Path) -> None:
    killed_while_typing(tmp_path, sample_file, " Late words")
    sample_file.write_bytes(b"")
    with open_console(tmp_path, str(sample_file)) as console:
        console.wait("It cannot be read", "ours.toml: The file is empty.", "Go on with the last that this laptop kept")
        console.press("enter")
        console.wait("Diamond 9", "ours.toml stays as it is.")
        console.press("ctrl+q")
        assert console.ended() == 0
    assert " Late words" in (tmp_path / "ours-restored.toml").read_text(encoding="utf-8")


def test_a_file_that_is_gone_is_met_with_what_is_kept_when_it_is_named(tmp_path: Path, sample_file: Path) -> None:
    killed_while_typing(tmp_path, sample_file, " Late words")
    sample_file.unlink()
    with open_console(tmp_path, str(sample_file)) as console:
        console.wait("Its file is gone", "enter  Go on without it.")
        console.press("enter")
        console.wait("Diamond 9")
        console.press("ctrl+q")
        assert console.ended() == 0
    (kept,) = (tmp_path / "Innovate").glob("*.toml")
    assert " Late words" in kept.read_text(encoding="utf-8")
