"""`check` of the sample, against a script with the same imports of the standard library that parses the same files."""

import os
import subprocess
import sys
import time

from tests.benchmarks.figure import Figure, ratio, spread
from tests.benchmarks.program import ROOT, innovate

CONTENT = ROOT / "content"
SAMPLE = CONTENT / "samples" / "innovate.toml"
LIST_IMPORTS = """\
import sys
before = set(sys.modules)
import runpy
sys.argv = ["innovate-tui", "check", sys.argv[1]]
try:
    runpy.run_module("innovate_tui", run_name="__main__")
finally:
    print(*(name for name in sys.modules if name not in before and name.partition(".")[0] in sys.stdlib_module_names))
"""
"""Names what `check` has loaded of the standard library, in the order in which it did."""
PARSE = """\
import {imports}
import sys, tomllib
for name in sys.argv[1:]:
    with open(name, "rb") as file:
        tomllib.load(file)
"""


def imports() -> list[str]:
    """The modules of the standard library that `check` loads."""
    command = [sys.executable, "-c", LIST_IMPORTS, str(SAMPLE)]
    return subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout.split()


def check(rounds: int = 41) -> Figure:
    """Both as processes, taking turns."""
    files = [str(SAMPLE), str(CONTENT / "quotations.toml"), *map(str, sorted(CONTENT.glob("decks/innovate/*.toml")))]
    wanted = imports()
    script = [sys.executable, "-c", PARSE.format(imports=", ".join(wanted)), *files]
    bare_python = [sys.executable, "-c", "pass"]
    ways: dict[str, list[str]] = {"check": [*innovate("check", str(SAMPLE))], "script": script, "python": bare_python}
    times: dict[str, list[float]] = {way: [] for way in ways}
    for number in range(rounds + 1):
        for way, words in ways.items():
            taken = _timed(words)
            if number:
                times[way].append(taken)
    return Figure(
        "check of the sample",
        ratio(times["check"], times["script"]),
        1.3,
        more=(
            spread("check", times["check"], "ms", 1000),
            spread(f"a script with the same {len(wanted)} imports", times["script"], "ms", 1000),
            spread("Python alone", times["python"], "ms", 1000),
        ),
    )


def _timed(words: list[str]) -> float:
    """Seconds; what Python has compiled is kept for the next run, whatever this shell says."""
    environ = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    start = time.perf_counter()
    subprocess.run(words, check=True, cwd=ROOT, env=environ)
    return time.perf_counter() - start
