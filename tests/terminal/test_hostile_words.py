"""A person's words are words: on no screen does anything in them act, and no byte of them drives the terminal.

Here one session over every screen without what cleans words at load, and one into which everything is pasted; all
payloads at the beginning of every field, with that guard and without, are `python -m tests.proofs hostile`.
"""

import re
from pathlib import Path

from tests.terminal.console import open_console
from tests.terminal.hostile import PAYLOADS, UNCLEANED, gone, hostile_file, not_ours, unharmed, walk

PASTED = "PASTED " + " ".join(PAYLOADS)


def test_over_every_screen_nothing_but_pictures_is_sent_though_no_word_was_cleaned_at_load(tmp_path: Path) -> None:
    hostile_file(tmp_path)
    with open_console(tmp_path, before=UNCLEANED) as console:
        console.wait("Go on with", "N0 [red]R[/]")
        seen = unharmed(console)
        console.press("3")
        console.wait("Sessions", "Enter opens it")
        console.press("esc")
        console.wait("Start alone")
        console.press("enter")
        console.wait("Roadmap", "Saved")
        for _ in walk(console, boxes=False):
            seen = unharmed(console, seen)


def test_pasted_into_every_box_nothing_of_it_arrives_acts_or_is_saved(tmp_path: Path) -> None:
    file = hostile_file(tmp_path)
    with open_console(tmp_path, str(file)) as console:
        console.wait("Roadmap", "Saved", "control characters were taken out of its text.")
        seen = 0
        for keys, box in (
            (("P", "w"), "Why here"),
            ((";",), "Park a thought"),
            (("b",), "Keep a round"),
            (("/",), "Find a card"),
            (("p",), "All commands"),
        ):
            console.press(*keys)
            console.wait(box)
            console.paste(PASTED)
            if box not in ("Find a card", "All commands"):
                console.wait("characters were left out of what was pasted.")
            seen = unharmed(console, seen)
            console.press("esc")
            console.wait(gone(box))
        row = next(number for number, line in enumerate(console.lines, 1) if "[red]R[/]" in line)
        column = console.lines[row - 1].index("[red]R[/]") + 5
        console.send(f"\x1b[<0;{column};{row}M\x1b[<0;{column};{row}m")
        console.settle()
        seen = unharmed(console, seen)
        console.press("ctrl+q")
        assert console.ended() == 0
    kept = file.read_text(encoding="utf-8")
    assert kept.count("PASTED [red]R[/] [@click=app.quit]X[/]") >= 3
    assert not re.search(r"\\u001[bB]|\\u00[0189][0-9a-fA-F](?<!\\u000[aA])|\\u202[a-eA-E]|\\u206[6-9]", kept)


def test_what_is_not_ours_is_found() -> None:
    picture = "\x1b[?1049h\x1b[?25l\x1b[1;1H\x1b[1;38;2;1;2;3;48;2;4;5;6mHome\x1b[0m\r\n\x1b]22;default\x07\x1b[2"
    assert not list(not_ours(picture, 80, 24))
    for payload in (*PAYLOADS[1:9], "\x1b[81;1H", "\x1b[5m", "\x1b[?1h", "\u2028"):
        assert list(not_ours(f"\x1b[?1049hHome{payload}.", 80, 24)), ascii(payload)
