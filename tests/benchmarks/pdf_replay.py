"""How much the report adds to fpdf2: a whole export against its own recorded calls of fpdf2, replayed.

Every call that the export makes on its `FPDF`, with its arguments, is recorded once; then exports and replays take
turns in one process. What is not in the replay is ours: summary, measuring, laying out, choosing what to draw.

Run it: python -m tests.benchmarks.pdf_replay
"""

import gc
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest.mock import patch

import fpdf

from innovate_tui.report.document import Document
from innovate_tui.report.pdf import to_pdf
from innovate_tui.report.summary import summarise

AT_MOST = 1.3
REAL = fpdf.FPDF
Call = tuple[str, str, tuple[Any, ...], dict[str, Any]]
"""What was done (call or set), its name, and its arguments."""


class Recorder:
    """Stands in for FPDF: passes everything on, and writes down what it was."""

    calls: list[Call]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.__dict__["calls"] = [("call", "__init__", args, kwargs)]
        self.__dict__["real"] = REAL(*args, **kwargs)

    def __getattr__(self, name: str) -> Any:
        value = getattr(self.__dict__["real"], name)
        if not callable(value):
            return value

        def passed_on(*args: Any, **kwargs: Any) -> Any:
            self.calls.append(("call", name, args, kwargs))
            return value(*args, **kwargs)

        return passed_on

    def __setattr__(self, name: str, value: Any) -> None:
        self.calls.append(("set", name, (value,), {}))
        setattr(self.__dict__["real"], name, value)


def recorded(document: Document) -> tuple[list[Call], bytes]:
    """The calls of an export, and the bytes it gave."""
    made: list[Recorder] = []

    def record(*args: Any, **kwargs: Any) -> Recorder:
        made.append(Recorder(*args, **kwargs))
        return made[-1]

    with patch.object(fpdf, "FPDF", record):
        data = to_pdf(document).data
    return made[0].calls, data


def replayed(calls: list[Call]) -> bytes:
    """The same calls on a fresh FPDF."""
    (_, _, args, kwargs), *rest = calls
    pdf = REAL(*args, **kwargs)
    result: Any = b""
    for what, name, arguments, named in rest:
        if what == "set":
            setattr(pdf, name, arguments[0])
        else:
            result = getattr(pdf, name)(*arguments, **named)
    fonts: Any = pdf.fonts
    for font in fonts.values():
        font.ttfont.close()
    return bytes(result)


def measure(rounds: int = 25, make: Callable[[], Document] | None = None) -> float:
    """The ratio of the medians: export of the sample, summary included, to the replay of its calls."""
    make = make or sample
    calls, data = recorded(make())
    assert replayed(calls) == data, "the replay must give the same file"
    exports, replays = [], []
    for _ in range(rounds):
        gc.collect()
        start = time.perf_counter()
        to_pdf(make())
        exports.append(time.perf_counter() - start)
        gc.collect()
        start = time.perf_counter()
        replayed(calls)
        replays.append(time.perf_counter() - start)
    return statistics.median(exports) / statistics.median(replays)


def sample() -> Document:
    """The summary of the sample session, from the files that ship."""
    if not _SAMPLE:
        from innovate_tui.storage.deck_files import load_deck
        from innovate_tui.storage.session_reading import read_session

        content = Path(__file__).parents[2] / "content"
        deck = load_deck(content / "decks" / "innovate", content)
        session = read_session((content / "samples" / "innovate.toml").read_bytes(), deck).session
        _SAMPLE.append((session, deck))
    session, deck = _SAMPLE[0]
    return summarise(session, deck)


_SAMPLE: list[Any] = []


if __name__ == "__main__":
    ratio = measure()
    sys.stdout.write(f"PDF of the sample against its own fpdf2 calls: {ratio:.2f} (at most {AT_MOST})\n")
    sys.exit(ratio > AT_MOST)
