"""Killed at a random instant while somebody types at human speed: what was seen is recovered, every letter of it.

Each round is the real program in a real pseudo-terminal. A terminal emulator says what was visible when the program
died; the journals and the file say what is kept. Nothing that was visible may be missing.
"""

import random
import shutil
import signal
import string
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from innovate_tui.storage.deck_files import open_content
from innovate_tui.storage.journal import read_journal, replay
from innovate_tui.storage.locations import content_folder
from innovate_tui.storage.session_reading import read_session
from innovate_tui.workshop.session import Session
from tests.proofs import Proof
from tests.terminal.conftest import sample_in
from tests.terminal.console import Console, open_console

PER_SECOND = 12.0
"""Letters that a quick person types."""
SHOWN = 45
"""Letters of one round: they stay in one row of the box, so that the emulator has them in one piece."""


def prove(rounds: int, seed: int = 1) -> Proof:
    """Kill the program so many times."""
    chance, faults, seen_in_all, sent_in_all, unsaved = random.Random(seed), [], 0, 0, 0
    for number in range(rounds):
        with folder() as home:
            seen, sent, kept, in_file = one_round(home, chance)
        seen_in_all, sent_in_all = seen_in_all + len(seen), sent_in_all + len(sent)
        unsaved += in_file != kept
        if not kept.startswith(seen):
            faults.append(f"round {number} of seed {seed}: seen {seen!r}, recovered {kept!r}")
        elif not sent.startswith(kept):
            faults.append(f"round {number} of seed {seed}: recovered {kept!r}, which nobody typed")
    done = (
        f"{rounds} kills at {PER_SECOND:.0f} letters a second: {sent_in_all} typed, {seen_in_all} seen, "
        f"0 of those lost; {unsaved} times the file alone had less."
    )
    return Proof("kills", done if not faults else done.replace("0 of those lost", "some lost"), faults)


def one_round(home: Path, chance: random.Random) -> tuple[str, str, str, str]:
    """What was seen of the reason when the program was killed, what was typed, what is recovered, what the file has."""
    file = sample_in(home)
    words = "".join(chance.choice(string.ascii_lowercase + "     ") for _ in range(SHOWN)).replace("  ", " x").strip()
    words = f"q{words}z"
    with open_console(home, str(file)) as console:
        console.wait("Diamond 9", "Saved")
        console.press(";")
        console.wait("Park a thought")
        sent = typing(console, words, chance)
        console.signal(signal.SIGKILL)
        console.ended()
        seen = seen_in(console, words)
    deck = open_content(content_folder()).deck()
    saved = read_session(file.read_bytes(), deck).session
    # not `left_behind`: this process takes its own home for another machine's, of which it never knows who has ended
    (journal,) = (home / "state" / "innovate-tui" / saved.id).glob("*.journal")
    left = read_journal(journal)
    kept = replay(left, deck).now if left else saved
    return seen, sent, thought_in(kept, words), thought_in(saved, words)


def typing(console: Console, words: str, chance: random.Random) -> str:
    """Type at human speed until a random instant, which may lie between two letters; what was typed."""
    until = time.monotonic() + chance.uniform(0.05, len(words) / PER_SECOND)
    for end, letter in enumerate(words, 1):
        console.send(letter)
        pause = chance.expovariate(PER_SECOND)
        left = until - time.monotonic()
        console.silence(max(0.0, min(pause, left)))
        if time.monotonic() >= until:
            return words[:end]
    return words


def seen_in(console: Console, words: str) -> str:
    """The longest beginning of the words that stands on the screen."""
    return max((words[:end] for end in range(len(words) + 1) if words[:end].rstrip() in console.text), key=len).rstrip()


def thought_in(session: Session, words: str) -> str:
    """The parked thought that begins as these words do."""
    return next((each.text for each in session.parked.values() if each.text.startswith(words[:1])), "")


@contextmanager
def folder() -> Iterator[Path]:
    """A home of its own for one round."""
    path = Path(tempfile.mkdtemp(prefix="innovate-kills-"))
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)
