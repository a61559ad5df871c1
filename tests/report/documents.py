"""Every kind of document that the program writes as PDF, by name, each made once."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

from innovate_tui.report.brief import brief
from innovate_tui.report.brief_page import brief_pages
from innovate_tui.report.formats import written
from innovate_tui.report.pack_sheets import Paper
from innovate_tui.report.pdf import Printed, to_pdf
from innovate_tui.report.summary import summarise
from innovate_tui.storage.deck_files import open_content
from innovate_tui.storage.session_file import open_session
from innovate_tui.storage.session_text import session_bytes
from innovate_tui.workshop.session import Included, PeopleShown
from tests.report import test_guide, test_pack
from tests.report.conftest import SESSIONS, printed
from tests.report.sessions import DECK
from tests.test_command_line import FRENCH

CONTENT = Path(__file__).parents[2] / "content"


def sample() -> Printed:
    """The sample that ships, by the deck that ships."""
    opened = open_session(CONTENT / "samples" / "innovate.toml", open_content(CONTENT))
    return to_pdf(summarise(opened.session, opened.deck))


def french() -> Printed:
    """A full session with a deck in French: the program's own sentences are English in between."""
    return to_pdf(summarise(SESSIONS["full"](), open_content(Path(FRENCH)).deck()))


def on_one_page(name: str) -> Printed:
    """The one-page summary of a session."""
    made = brief(SESSIONS[name](), DECK)
    return to_pdf(made.document, pages=brief_pages(made))


def with_its_session(name: str, *, brief: bool = False) -> Printed:
    """A summary that leaves out all that can be, with the whole session attached."""
    shy = Included(PeopleShown.INITIALS, notes=False, dissent=False, parked=False, brief=brief, attach=True)
    session = replace(SESSIONS[name](), included=shy)
    made = written(session, DECK, "pdf", brief=brief, attached=session_bytes(session, DECK))
    return Printed(made.data, made.unprintable)


def packed(deck: str, tool: str, paper: Paper = Paper.A4) -> Printed:
    """A pack of cards and boards."""
    made = test_pack.made(deck, tool, paper)
    return to_pdf(made.document, made.sheets)


BRIEFS = ("full", "empty", "hostile", "hostile_road", "languages", "long_titles", "overfull", "year_plan", "twelve")
ATTACHED = ("full", "hostile")
DOCUMENTS: Mapping[str, Callable[[], Printed]] = {
    "sample": cache(sample),
    "french": cache(french),
    **{name: partial(printed, name) for name in SESSIONS},
    **{f"brief-{name}": cache(partial(on_one_page, name)) for name in BRIEFS},
    **{f"attached-{name}": cache(partial(with_its_session, name)) for name in ATTACHED},
    "attached-brief": cache(partial(with_its_session, "overfull", brief=True)),
    **{f"guide-{name}": partial(test_guide.printed, name) for name in test_guide.SHEETS},
    **{f"pack-{tool}": cache(partial(packed, "innovate", tool)) for tool in test_pack.TOOLS},
    "pack-a3": cache(partial(packed, "innovate", "diamond", Paper.A3)),
    "pack-french": cache(partial(packed, "french", "roadmap")),
    "pack-none": cache(partial(packed, "none", "quadrants")),
}
"""Full, sparse, odd, long and hostile sessions, in several languages; guides; packs."""
