"""Naughty words, pasted and typed in a real terminal, killed and opened again: the same, and what went is counted."""

import signal
from pathlib import Path

from innovate_tui.storage.deck_files import open_content
from innovate_tui.storage.locations import content_folder
from innovate_tui.storage.session_reading import read_session
from innovate_tui.workshop.spoken import clean, removed
from tests.naughty import NAUGHTY
from tests.terminal.console import open_console
from tests.terminal.hostile import gone

PASTED = "\n".join(words for words in NAUGHTY if words.isascii() or words.encode("utf-8", "ignore").decode() == words)
TYPED = "Llŷn ŵ; Łódź [red] {0} %s 👍🏽 é Ω اردو 田中 'x' \"y\" \\ `z`"


def test_pasted_typed_and_killed_they_come_back_and_what_is_gone_was_counted(tmp_path: Path, sample_file: Path) -> None:
    before = sample_file.read_bytes()
    with open_console(tmp_path, str(sample_file)) as console:
        console.wait("Diamond 9", "Saved")
        console.press(";")
        console.wait("Park a thought")
        console.send(TYPED)
        console.wait("[red] {0}", "`z`")
        console.press("enter")
        console.wait(gone("A thought for later."))
        console.press("D", "n")
        console.wait("A note on the card")
        console.paste(f"{PASTED}\nThat is all.")
        console.wait(f"{removed(PASTED)} control characters were left out of what was pasted.", "That is all.")
        console.signal(signal.SIGKILL)
        console.ended()
    sample_file.write_bytes(before)
    with open_console(tmp_path, str(sample_file)) as console:
        console.wait("Welcome back.")
        console.press("enter")
        console.wait("Diamond 9", lambda _: "That is all." in sample_file.read_text(encoding="utf-8"))
        console.press("ctrl+q")
        assert console.ended() == 0
    session = read_session(sample_file.read_bytes(), open_content(content_folder()).deck()).session
    assert clean(PASTED) in session.said["trust"].note
    assert TYPED in [each.text for each in session.parked.values()]
