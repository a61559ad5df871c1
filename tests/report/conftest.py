"""What the tests of the report share: every awkward session once as a document, as pages and as a PDF."""

from functools import cache
from io import BytesIO

import pytest
from pypdf import PdfReader

from innovate_tui.report.document import Document
from innovate_tui.report.layout import lay_out
from innovate_tui.report.pages import Page
from innovate_tui.report.pdf import Printed, to_pdf
from innovate_tui.report.summary import summarise
from tests.report.grid_sessions import GRID_SESSIONS
from tests.report.road_sessions import ROAD_SESSIONS
from tests.report.sessions import DECK
from tests.report.sessions import SESSIONS as DIAMOND_SESSIONS

SESSIONS = {**DIAMOND_SESSIONS, **GRID_SESSIONS, **ROAD_SESSIONS}


@cache
def document(name: str) -> Document:
    """The summary of a session."""
    return summarise(SESSIONS[name](), DECK)


@cache
def laid_out(name: str) -> tuple[Page, ...]:
    """Its pages."""
    return lay_out(document(name))


@cache
def printed(name: str) -> Printed:
    """Its PDF."""
    return to_pdf(document(name))


@cache
def read_back(name: str) -> tuple[str, ...]:
    """What a reader gets out of every page of it, line ends folded."""
    reader = PdfReader(BytesIO(printed(name).data))
    return tuple(" ".join(page.extract_text().split()) for page in reader.pages)


@pytest.fixture(params=list(SESSIONS))
def every(request: pytest.FixtureRequest) -> str:
    """The name of each session in turn."""
    return str(request.param)
