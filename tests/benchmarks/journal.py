"""What safety costs at a session of 5,000 notes: a key on its way to the journal, and the longest that anybody waits.

The program runs in a pseudo-terminal and is watched from within (`watched`). Somebody types a reason at human speed:
after each letter the journal is written, the file is made, hashed, read back and put in its place, and every few
seconds a version is made of it.
"""

import json
import os
import statistics
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from innovate_tui.storage.deck_files import open_content
from innovate_tui.storage.locations import content_folder
from innovate_tui.storage.session_reading import read_session
from innovate_tui.storage.session_text import session_bytes
from innovate_tui.workshop.edits import Park
from innovate_tui.workshop.history import History
from tests.benchmarks.figure import Figure, spread
from tests.benchmarks.keys import DIAMOND
from tests.benchmarks.program import Program, innovate, running, watched

NOTES = 5_000
LETTERS = 240
PER_SECOND = 12.0
"""Letters that a quick person types."""
JOURNAL, WAIT, OPEN = 5_000, 50, 1_500
"""The limits: microseconds for 99 of 100 keys; milliseconds of the longest wait; milliseconds to open."""
THOUGHT = "A thought of some words for later. " * 3


class Typed(NamedTuple):
    """What was measured while somebody typed."""

    to_journal: Sequence[float]
    """Microseconds from a key's arrival until it is written down."""
    writing: Sequence[float]
    """Microseconds of the writing alone."""
    late: Sequence[float]
    """Milliseconds by which each turn of the loop came late."""
    waits: Sequence[float]
    """Milliseconds from a key until the first byte of the answer to it."""
    saved: int
    """How often the file was written meanwhile."""
    versions: int
    """How many versions were made meanwhile."""


def journal(notes: int = NOTES) -> Figure:
    """From the arrival of a key until the system has it in the journal."""
    typed = _typed(notes)
    return Figure(
        f"From key to journal at {notes:,} notes, 99 of 100",
        _of_100(typed.to_journal, 99),
        JOURNAL,
        "µs",
        (
            f"half of the keys in {statistics.median(typed.to_journal):,.0f} µs, "
            f"the longest {max(typed.to_journal):,.0f} µs; {len(typed.to_journal)} keys",
            f"the writing alone: half in {statistics.median(typed.writing):,.0f} µs, 99 of 100 in "
            f"{_of_100(typed.writing, 99):,.0f} µs, the longest {max(typed.writing):,.0f} µs",
            _meanwhile(typed),
        ),
    )


def stall(notes: int = NOTES) -> Figure:
    """The longest that the answer to a key is waited for while the session is saved, and versions of it are made."""
    typed, few = _typed(notes), _typed(0)
    return Figure(
        f"The longest wait of a key at {notes:,} notes",
        max(typed.waits),
        WAIT,
        "ms",
        (
            spread("the wait of a key", typed.waits, "ms") + f", 99 of 100 in {_of_100(typed.waits, 99):.1f} ms",
            f"the loop at its latest {max(typed.late):.1f} ms, 99 of 100 turns {_of_100(typed.late, 99):.1f} ms",
            _meanwhile(typed),
            spread("the sample without them", few.waits, "ms") + f", the longest {max(few.waits):.1f} ms, the loop at "
            f"its latest {max(few.late):.1f} ms",
        ),
    )


def opening(notes: int = NOTES, rounds: int = 5) -> Figure:
    """From the start of the program until a session is there to work on, taking turns with the sample."""
    many: list[float] = []
    few: list[float] = []
    with tempfile.TemporaryDirectory(prefix="innovate-notes-") as place:
        files = {number: _session(Path(place), number) for number in (notes, 0)}
        for number in range(rounds + 1):
            for each, taken in ((notes, many), (0, few)):
                with running(*innovate(), session=files[each]) as program:
                    seconds = program.until("Saved")
                if number:  # the first round warms the disk's cache and writes what Python compiles
                    taken.append(seconds * 1000)
    return Figure(
        f"To open {notes:,} notes, start of the program included",
        statistics.median(many),
        OPEN,
        "ms",
        (spread("with them", many, "ms"), spread("the sample without them", few, "ms")),
    )


def _typed(notes: int) -> Typed:
    """Type a reason at human speed."""
    with tempfile.TemporaryDirectory(prefix="innovate-notes-") as place:
        file, figures = _session(Path(place), notes), Path(place) / "figures"
        with running(*watched(figures), session=file) as program:
            program.until("Saved")
            program.settle()
            for key, seen in ((DIAMOND, "Diamond 9"), (b"D", "Trust"), (b"w", "Why it stands at")):
                os.write(program.master, key)
                program.until(seen)
                program.settle()
            kept = _Written(program)
            waits = [_wait(program, letter, kept) for letter in ("Families come back here. " * LETTERS)[:LETTERS]]
            saved, versions = kept.times, len(kept.versions)
            for key in (b"\x1b", b"\x11"):
                program.answer(key, 0.3)
            program.process.wait(20)
        found = json.loads(figures.read_text(encoding="ascii"))
    return Typed(found["to_journal"], found["writing"], found["late"], waits, saved, versions)


class _Written:
    """What is written of a session while it is watched."""

    def __init__(self, program: Program) -> None:
        self._file = next(program.folder.glob("*.toml"))
        self._state = program.folder / ".local" / "state" / "innovate-tui"
        self._last = self._file.stat().st_ino
        self.times = 0
        self.versions: set[Path] = set()

    def look(self) -> None:
        """Look whether the file was written anew, and what versions there are."""
        now = self._file.stat().st_ino
        self.times += now != self._last
        self._last = now
        self.versions |= {*self._state.glob("*/versions/*.toml")}


def _wait(program: Program, letter: str, kept: _Written) -> float:
    """Press a key; milliseconds until the first byte of its answer. Then a while until the next."""
    began = time.perf_counter()
    os.write(program.master, letter.encode())
    assert program.read(5.0), f"no answer came:\n{program.screen}"
    waited = (time.perf_counter() - began) * 1000
    kept.look()
    while (left := began + 1 / PER_SECOND - time.perf_counter()) > 0:
        program.read(left)
    return waited


def _session(folder: Path, notes: int) -> Path:
    """The sample with so many thoughts parked."""
    content = open_content(content_folder())
    deck = content.deck()
    history = History(read_session(content.sample(), deck).session)
    for number in range(notes):
        history = History(history.do(Park(f"n-{number}", f"{number}: {THOUGHT}"), deck).now)
    path = folder / f"notes-{notes}.toml"
    path.write_bytes(session_bytes(history.now, deck))
    return path


def _meanwhile(typed: Typed) -> str:
    return f"meanwhile the file was written {typed.saved} times, and {typed.versions} versions were made"


def _of_100(values: Sequence[float], most: int) -> float:
    """What so many of a hundred values are not above."""
    return statistics.quantiles(values, n=100, method="inclusive")[most - 1]
