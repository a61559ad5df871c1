"""An export in the app: from key to finished file against the cold command, and what loading for it costs a key.

An export begins in the box where somebody chooses what goes in; what it needs is loaded while that is open. The
person in these figures looks at the box for two seconds, or presses arrows in it without a pause.
"""

import os
import statistics
import subprocess
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path

from tests.benchmarks.check import SAMPLE
from tests.benchmarks.figure import Figure, ratio, spread
from tests.benchmarks.program import ROOT, Program, environment, innovate, running

EXPORT, WRITE = b"e", b"\r"
BOX = "goes into the summary"
CHOOSING = 2.0
"""Seconds between the box and the key that writes."""
ARROWS = (b"\x1b[B", b"\x1b[A")
"""Down and up: another line of the box each."""
KEYS = 25
"""Arrows that are pressed while it loads, each as soon as the one before is answered; and as many afterwards."""
LONGEST = 50
"""Milliseconds that an arrow may wait for its answer."""


def export(rounds: int = 7) -> Figure:
    """Wall time of both, taking turns: from the key that writes until the file is there, and the whole command."""
    ours: list[float] = []
    cold: list[float] = []
    for number in range(rounds + 1):
        taken, alone = _in_the_app(), _cold()
        if number:  # the first round warms the disk's cache and writes what Python compiles
            ours.append(taken)
            cold.append(alone)
    return Figure(
        "An export in the app, from key to file, against the command",
        ratio(ours, cold),
        0.6,
        more=(spread("in the app", ours, "ms", 1000), spread("the cold command", cold, "ms", 1000)),
    )


def loading(rounds: int = 7) -> Figure:
    """The longest that an arrow in the box waits while all that an export needs is loaded, in the median of runs."""
    while_loading: list[float] = []
    afterwards: list[float] = []
    for number in range(rounds + 1):
        with running(*innovate(), session=SAMPLE) as program:
            _at_the_box(program)
            longest = max(_waits(program))
            program.settle(CHOOSING)
            longest_later = max(_waits(program))
        if number:
            while_loading.append(longest * 1000)
            afterwards.append(longest_later * 1000)
    return Figure(
        "The longest wait of an arrow while fpdf2 is loaded",
        statistics.median(while_loading),
        LONGEST,
        "ms",
        more=(
            spread(f"the longest of {KEYS} arrows while it loads", while_loading, "ms"),
            spread("the same when it is loaded", afterwards, "ms"),
        ),
    )


def _at_the_box(program: Program) -> None:
    program.until("Saved")  # the sample opens on its roadmap
    program.settle()
    os.write(program.master, EXPORT)
    program.until(BOX)


def _in_the_app() -> float:
    """Seconds from the key that writes until the file is in its place: it comes there whole."""
    with running(*innovate(), session=SAMPLE) as program:
        _at_the_box(program)
        program.settle(CHOOSING)
        began = time.perf_counter()
        os.write(program.master, WRITE)
        while not any(program.folder.rglob("*.pdf")):
            program.read(0.002)
            assert time.perf_counter() - began < 30, f"no file came:\n{program.screen}"
        return time.perf_counter() - began


def _cold() -> float:
    """Seconds of the command, from its start to its end."""
    with tempfile.TemporaryDirectory() as name:
        words = innovate("export", str(SAMPLE), "-o", str(Path(name) / "cold.pdf"))
        began = time.perf_counter()
        subprocess.run(words, check=True, capture_output=True, cwd=ROOT, env=environment(Path(name)))
        return time.perf_counter() - began


def _waits(program: Program) -> list[float]:
    """Seconds until the first byte of the answer to each arrow."""
    waits = []
    for key in islice(cycle(ARROWS), KEYS):
        began = time.perf_counter()
        os.write(program.master, key)
        assert program.read(5.0), f"no answer came:\n{program.screen}"
        waits.append(time.perf_counter() - began)
        while program.read(0.004):  # all of it
            pass
    return waits
