"""The PDF of the sample, summary included, against its own recorded calls of fpdf2, replayed."""

from tests.benchmarks import pdf_replay
from tests.benchmarks.figure import Figure


def pdf() -> Figure:
    """The ratio that `pdf_replay` measures."""
    return Figure("PDF of the sample", pdf_replay.measure(), pdf_replay.AT_MOST)
