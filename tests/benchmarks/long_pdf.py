"""A summary of two hundred pages: it takes as much longer as it has more pages, and stays within its memory.

Run by itself it prints the seconds per page of a short one and of a long one, how many pages the long one has, and the
most memory that the process ever took, in megabytes.
"""

import subprocess
import sys
from pathlib import Path

from tests.benchmarks.figure import Figure

ROOT = Path(__file__).parents[2]
SHORT, LONG = 6_000, 42_000
"""Words of one note: some thirty pages, and some two hundred."""


def growth() -> Figure:
    """Seconds a page of the long summary, to those of the short one: 1 is linear."""
    short, long, pages, _ = _asked()
    assert pages >= 200, f"only {pages:.0f} pages"
    return Figure("PDF of 200 pages, time a page to one of 30", long / short, 1.25)


def memory() -> Figure:
    """The most memory that the process ever took."""
    return Figure("PDF of 200 pages, memory", _asked()[3], 100, "MB")


def _asked() -> tuple[float, float, float, float]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.long_pdf"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    short, long, pages, megabytes = map(float, done.stdout.split())
    return short, long, pages, megabytes


def _measured() -> str:
    import resource  # not there on Windows: only this process needs it
    import time
    from dataclasses import replace

    from innovate_tui.report.pdf import to_pdf
    from innovate_tui.report.summary import summarise
    from innovate_tui.workshop.session import Said
    from tests.report.sessions import DECK, full

    def seconds_a_page(words: int) -> tuple[float, int]:
        note = " ".join(f"word{number}" if number % 90 else f"word{number}.\n\nAnd" for number in range(words))
        session = replace(full(), said={"trust": Said(note=note)})
        best = []
        for _ in range(3):
            start = time.process_time()
            made = to_pdf(summarise(session, DECK))
            best.append(time.process_time() - start)
        return min(best) / made.pages, made.pages

    seconds_a_page(500)
    short, _ = seconds_a_page(SHORT)
    long, pages = seconds_a_page(LONG)
    return f"{short} {long} {pages} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}"


if __name__ == "__main__":
    sys.stdout.write(_measured())
