"""How long the whole test suite takes, once."""

import subprocess
import sys
import time

from tests.benchmarks.figure import Figure
from tests.benchmarks.program import ROOT


def suite() -> Figure:
    """All tests, as `python -m pytest -n auto` runs them; what it said last stands beneath."""
    start = time.perf_counter()
    run = subprocess.run([sys.executable, "-m", "pytest", "-n", "auto"], cwd=ROOT, capture_output=True, text=True)
    taken = time.perf_counter() - start
    said = run.stdout.splitlines()[-1:] if run.returncode else []
    return Figure("The whole test suite", taken, 120, "s", tuple(said))
