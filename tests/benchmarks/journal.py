"""What it costs to write a key down before it is seen: from the edit to the system, at a session of 600 notes."""

import statistics
import tempfile
import time
from pathlib import Path

from innovate_tui.storage.deck_files import open_content
from innovate_tui.storage.locations import content_folder
from innovate_tui.storage.scribe import Scribe
from innovate_tui.storage.session_reading import read_session
from innovate_tui.workshop.edits import Park, WriteReason
from innovate_tui.workshop.events import Did, after
from innovate_tui.workshop.history import History
from tests.benchmarks.figure import Figure

KEYS = 2000
NOTES = 600
LIMIT = 5000
"""Microseconds for 99 of 100 keys."""


def journal() -> Figure:
    """Typing a reason letter by letter, each written down; the journal is forced to disk by its thread meanwhile."""
    content = open_content(content_folder())
    deck = content.deck()
    history = History(read_session(content.sample(), deck).session)
    for number in range(NOTES):
        history = history.do(Park(f"n-{number}", "A thought of some words for later. " * 3), deck)
    taken = []
    with tempfile.TemporaryDirectory(prefix="innovate-journal-") as place:
        scribe = Scribe(Path(place), history, deck, Path(place) / "s.toml", data=None, tell=print)
        for number in range(KEYS):
            event = Did(WriteReason("trust", "why", "Families come back. "[: number % 20] + str(number)))
            history = after(history, event, deck)
            start = time.perf_counter()
            scribe.write(event, history)
            taken.append((time.perf_counter() - start) * 1_000_000)
        scribe.close(done=True)
    taken.sort()
    told = (f"half of the keys in {statistics.median(taken):.0f} µs, the longest {taken[-1]:,.0f} µs",)
    return Figure("From key to journal, 99 of 100", taken[KEYS * 99 // 100], LIMIT, "µs", told)
