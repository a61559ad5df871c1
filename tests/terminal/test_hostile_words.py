"""A person's words are words: on no screen does anything in them act, and no byte of them drives the terminal."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal.console import Console, open_console

MARKUP = "[red]R[/] [@click=app.quit]X[/] [/]"
ESCAPES = "\x1b]52;c;aGk=\x07\x1b[2J\x9b5m\u202eend"
HOSTILE = f"{MARKUP} {ESCAPES}"
PAYLOADS = (b"\x1b]52", b"]52;c;aGk=\x07", b"\x1b[2J", "\x9b".encode(), "\u202e".encode(), b"\x1b[5m", b"\x07")
"""What would clear the screen, write the clipboard, turn text round, blink or ring, if it arrived."""

ALT_SCREEN_ON = b"\x1b[?1049h"
POINTER = re.compile(rb"\x1b\]22;[a-z-]*\x07")
"""Textual's own word on the shape of the mouse pointer."""


def quoted(where: str) -> str:
    """A TOML string that begins with where it stands and holds everything hostile."""
    escaped = "".join(char if " " <= char <= "~" else f"\\u{ord(char):04x}" for char in HOSTILE)
    return f'"{where.upper()} {escaped}"'


def hostile_file(folder: Path) -> Path:
    """A session with hostile words wherever a person can write."""
    file = folder / "Innovate" / "hostile.toml"
    file.parent.mkdir()
    file.write_text(
        f"""\
format = 1
id = "s-hostile1"
title = {quoted("title")}
group = {quoted("group")}
started = 2026-02-05 09:34:00+00:00
mode = "group"

[deck]
id = "innovate"

[people.p-4c]
name = {quoted("person")}

[features.trust]
judgement = "strength"
expert = "p-4c"
note = {quoted("note")}

[features.own-k3f9]
title = {quoted("own")}
kind = "enabler"
letter = "U"
made-in = "diamond"

[diamond]
fixed = 2026-02-05 10:34:00+00:00

[diamond.cards.trust]
place = 1
why = {quoted("why")}

[diamond.cards.own-k3f9]
place = 2

[reflections.readiness]
question = "How ready are we?"
answer = {quoted("answer")}

[parked.n-1]
text = {quoted("parked")}

# end
""",
        encoding="utf-8",
    )
    return file


@pytest.fixture(scope="module")
def console(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Console]:
    """Home, with the hostile session as the last one."""
    folder = tmp_path_factory.mktemp("hostile")
    hostile_file(folder)
    with open_console(folder, size=(160, 50)) as console:
        console.wait("Go on with", "TITLE [red]R[/]")
        yield console


def unharmed(console: Console) -> None:
    """Nothing has acted: no payload came, the program runs, and nothing has a colour or a link of its own."""
    assert console.process.poll() is None
    assert console.raw.startswith(b"\x1b") or ALT_SCREEN_ON in console.raw
    body = POINTER.sub(b"", console.raw[console.raw.index(ALT_SCREEN_ON) :])
    for payload in PAYLOADS:
        assert payload not in body, payload
    assert b"\x1b]8;" not in body


def test_on_home_and_in_its_list(console: Console) -> None:
    console.wait("TITLE [red]R[/] [@click=app.quit]X[/] [/]")
    console.press("3")
    console.wait("Sessions", "TITLE [red]R[/]", "Enter opens it")
    unharmed(console)
    console.press("esc")


def test_on_the_board_its_title_and_its_status(console: Console) -> None:
    console.press("enter")
    console.wait("Diamond 9", "Saved", "TITLE [red]R[/]")
    console.press("D")
    console.wait("WHY [red]R[/] [@click=app.quit]X[/] [/]")
    console.press("U")
    console.wait("OWN [red]R[/] [@click=app.quit]X[/] [/]")
    console.wait(lambda console: "OWN [red]" in console.status)
    unharmed(console)


def test_when_clicked(console: Console) -> None:
    row = next(number for number, line in enumerate(console.lines, 1) if "[@click=app.quit]X" in line)
    column = console.lines[row - 1].index("]X[/]") + 2
    console.send(f"\x1b[<0;{column};{row}M\x1b[<0;{column};{row}m")
    console.settle(0.1)
    unharmed(console)


def test_in_the_box_of_reasons(console: Console) -> None:
    console.press("D", "w")
    console.wait("Why it stands at 1", "[@click=app.quit]X[/]")
    unharmed(console)
    console.press("esc")


def test_in_the_list_of_cards(console: Console) -> None:
    console.press("/")
    console.wait("Find a card")
    console.send("own")
    console.wait("OWN [red]R[/]")
    unharmed(console)
    console.press("esc")


def test_on_the_cards(console: Console) -> None:
    console.press("D", "r")
    console.wait("Cards", "NOTE [red]R[/]")
    console.press("U")
    console.wait("OWN [red]R[/]")
    unharmed(console)
    console.press("esc")


def test_on_the_questions(console: Console) -> None:
    console.press("f6")
    console.wait("Questions", "ANSWER [red]R[/]")
    console.press("up")
    console.wait("PARKED [red]R[/]")
    unharmed(console)
    console.press("esc")


def test_in_the_export_and_the_help(console: Console) -> None:
    console.press("e")
    console.wait("What goes into the summary?")
    unharmed(console)
    console.press("esc", "?")
    console.wait("Help")
    unharmed(console)
    console.press("esc")
    console.wait("Diamond 9")


def test_shown_large(console: Console) -> None:
    console.press("v")
    console.wait("OWN [red]")
    unharmed(console)
    console.press("v")


def test_pasted_into_a_field(console: Console) -> None:
    console.press("f", "k")
    console.wait("Park a thought")
    console.paste(f"PASTED {HOSTILE}")
    console.wait("PASTED [red]R[/]")
    unharmed(console)
    console.press("esc")
    console.press("/")
    console.wait("Find a card")
    console.paste(HOSTILE)
    console.settle()
    unharmed(console)
    console.press("esc")


def test_undone_and_done_again_in_words(console: Console) -> None:
    console.press("U", "0")
    console.wait(lambda console: "OWN [red]" in console.status and "tray" in console.status)
    console.press("u")
    console.wait(lambda console: "Undid: OWN [red]" in console.status)
    unharmed(console)
