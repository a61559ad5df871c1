"""In which formats a document leaves the room, and how each of them is made. Every writer is imported when it is used.

The command line and the app know no other list.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from innovate_tui.report.document import Document
from innovate_tui.report.waiting import Step, go_on, quietly, waited_for
from innovate_tui.workshop.deck import Deck
from innovate_tui.workshop.session import ExportAs, Session

if TYPE_CHECKING:  # for the type checker alone: pages are made for a PDF only
    from innovate_tui.report.pages import Page


class Written(NamedTuple):
    """A document as bytes, and what of it no font at hand could print, a line each."""

    data: bytes
    unprintable: tuple[str, ...] = ()


def _pdf(document: Document, pages: Sequence["Page"] = (), attached: bytes = b"") -> Written:
    from innovate_tui.report.pdf import to_pdf

    printed = to_pdf(document, pages=pages, attached=attached)
    return Written(printed.data, printed.unprintable)


def _html(document: Document) -> Written:
    from innovate_tui.report.html import to_html

    return Written(to_html(document).encode("utf-8"))


def _markdown(document: Document) -> Written:
    from innovate_tui.report.markdown import to_markdown

    return Written(to_markdown(document).encode("utf-8"))


def _text(document: Document) -> Written:
    from innovate_tui.report.plain import to_plain

    return Written(to_plain(document).encode("utf-8"))


DOCUMENTS: Mapping[str, Callable[[Document], Written]] = {"pdf": _pdf, "html": _html, "md": _markdown, "txt": _text}
"""The formats of one file, by how its name ends."""
FOLDERS = ("csv", "svg")
"""The formats of several files, in a folder."""
FORMATS = (*DOCUMENTS, *FOLDERS)


TOGETHER, DRAWN = "Putting the words together.", "Drawing the pages."
"""What is done, in words, for somebody who waits."""


def chosen(session: Session, deck: Deck, step: Step = quietly, *, attached: bytes = b"") -> dict[str, Written]:
    """An export as the session's choice has it: one document under an empty name, or several files by their names.

    `step` is told what is done next, and asked many times whether it is still wanted (without words); whatever it
    raises ends the export there. `attached` is the session's own file, which only a PDF takes with it.
    """
    with waited_for(step):
        return _chosen(session, deck, attached)


def _chosen(session: Session, deck: Deck, attached: bytes) -> dict[str, Written]:
    included = session.included
    go_on(TOGETHER)
    match included.to:
        case ExportAs.TABLES:
            return {name: Written(data) for name, data in tables(session, deck).items()}
        case ExportAs.PICTURES:
            return {name: Written(data) for name, data in boards_drawn(session, deck).items()}
    return {"": written(session, deck, str(included.to), brief=included.brief, attached=attached)}


def written(session: Session, deck: Deck, to: str, *, brief: bool = False, attached: bytes = b"") -> Written:
    """The summary of a session in one of the formats of one file, without what was chosen to be left out.

    With `brief` it is the one page. A PDF takes the bytes that are `attached` with it, whole, and says so.
    """
    from innovate_tui.report.summary import summarise

    attached = attached if to == "pdf" else b""
    if not brief:
        document = summarise(session, deck, attached=bool(attached))
        go_on(DRAWN)
        return _pdf(document, attached=attached) if attached else DOCUMENTS[to](document)
    from innovate_tui.report.brief import brief as told

    page = told(session, deck, attached=bool(attached))
    go_on(DRAWN)
    if to != "pdf":
        return DOCUMENTS[to](page.document)
    from innovate_tui.report.brief_page import brief_pages

    return _pdf(page.document, brief_pages(page), attached)


def boards_drawn(session: Session, deck: Deck) -> dict[str, bytes]:
    """Each board of a session that has something on it as an SVG, by the name of its file."""
    from innovate_tui.report.drawings import board_files
    from innovate_tui.report.summary import summarise

    return {f"{name}.svg": data for name, data in board_files(summarise(session, deck)).items()}


def tables(session: Session, deck: Deck) -> dict[str, bytes]:
    """A session as tables for later analysis, by the name of their files."""
    from innovate_tui.report.data_tables import data_tables, to_csv

    return {f"{table.name}.csv": to_csv(table) for table in data_tables([(session, deck)])}
