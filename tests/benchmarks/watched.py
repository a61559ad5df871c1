"""Our program as it is, watched from within: what it costs to write a key down, and how long its loop stands still.

    python -m tests.benchmarks.watched FIGURES FILE.toml

Into FIGURES go, at the end, as JSON: the microseconds from a key's arrival until it is in the journal, the microseconds
of that writing alone, and the milliseconds of each turn in which the loop came later than it was to. A version is
made every few seconds, and not every few minutes, so that a short run has some.
"""

import asyncio
import json
import sys
import time
from datetime import timedelta
from pathlib import Path
from typing import NoReturn
from unittest.mock import patch

from textual.events import Event, Key

from innovate_tui import cli
from innovate_tui.storage.scribe import Scribe
from innovate_tui.ui.app import InnovateApp
from innovate_tui.workshop.events import Became, Did
from innovate_tui.workshop.events import Event as Happened
from innovate_tui.workshop.history import History

TURN = 0.004
"""Seconds between two looks at the loop."""
VERSIONS = timedelta(seconds=3)


class Watch:
    """What was seen of one run."""

    def __init__(self) -> None:
        self.came = 0.0
        """When the last key came."""
        self.to_journal: list[float] = []
        self.writing: list[float] = []
        self.late: list[float] = []

    async def loop(self) -> None:
        """Look whether the loop turns."""
        while True:
            wanted = time.monotonic() + TURN
            await asyncio.sleep(TURN)
            self.late.append((time.monotonic() - wanted) * 1000)

    def as_plain(self) -> dict[str, list[float]]:
        """All of it, for a file."""
        return {"to_journal": self.to_journal, "writing": self.writing, "late": self.late}


def main() -> NoReturn:
    """Run the program, watched."""
    figures, watch = Path(sys.argv.pop(1)), Watch()
    on_event, write = InnovateApp.on_event, Scribe.write
    watching: list[asyncio.Task[None]] = []

    async def seen(self: InnovateApp, event: Event) -> None:
        if isinstance(event, Key):
            watch.came = event.time
            if event.key == "escape":
                for each in watching:  # the typing is over; how long the end takes is no wait of a key
                    each.cancel()
        await on_event(self, event)

    def written(self: Scribe, event: Happened | Became, history: History) -> None:
        begun = time.monotonic()
        write(self, event, history)
        now = time.monotonic()
        if not watching:
            watching.append(asyncio.create_task(watch.loop()))
        if isinstance(event, Did):  # minutes that passed are no key
            watch.writing.append((now - begun) * 1_000_000)
            watch.to_journal.append((now - watch.came) * 1_000_000)

    try:
        with (
            patch.object(InnovateApp, "on_event", seen),
            patch.object(Scribe, "write", written),
            patch("innovate_tui.storage.scribe.APART", VERSIONS),
        ):
            cli.run()
    finally:
        figures.write_text(json.dumps(watch.as_plain()), encoding="ascii")


if __name__ == "__main__":
    main()
