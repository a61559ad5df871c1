"""All figures to reach, as ratios in one run: `python -m tests.benchmarks [ROW…]`.

They are measured here and not by pytest: a busy machine would fail them. `suite` is long and measured only when it is
named. The exit code is 1 where a limit is missed.
"""

import argparse
import os
import sys
from collections.abc import Callable

from tests.benchmarks import check, export, journal, keys, long_pdf, pdf, road, start, suite
from tests.benchmarks.figure import Figure

ROWS: dict[str, Callable[[], Figure]] = {
    "start": start.start,
    "memory": start.memory,
    "bytes": keys.bytes_on_the_board,
    "words": keys.bytes_with_words,
    "keys": keys.processor_time,
    "grid": keys.grid_beside_diamond,
    "road": road.road_beside_grid,
    "cards": road.many_cards,
    "journal": journal.journal,
    "stall": journal.stall,
    "opening": journal.opening,
    "check": check.check,
    "pdf": pdf.pdf,
    "export": export.export,
    "loading": export.loading,
    "growth": long_pdf.growth,
    "pages": long_pdf.memory,
    "suite": suite.suite,
}


def main() -> int:
    """Measure and print; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description="Print the figures to reach.")
    parser.add_argument(
        "rows", nargs="*", metavar="ROW", help=f"which of {', '.join(ROWS)}; all but the suite otherwise"
    )
    asked = parser.parse_args()
    if unknown := [row for row in asked.rows if row not in ROWS]:
        parser.error(f"there is no row {', '.join(unknown)}; the rows are {', '.join(ROWS)}")
    missed = False
    for row in asked.rows or [row for row in ROWS if row != "suite"]:
        figure = ROWS[row]()
        missed |= not figure.met
        print(figure, flush=True)  # noqa: T201 - printing is its work
    print(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")  # noqa: T201 - the same
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
