"""PDFs that must not pass: each breaks one rule, by which it is known that a validator looks at all."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from typing import NamedTuple
from unittest.mock import patch

from innovate_tui.report import tagging
from innovate_tui.report.layout import lay_out
from innovate_tui.report.pages import Element, Page, Role
from innovate_tui.report.pdf import _Writer
from innovate_tui.report.tagging import Node
from tests.report.conftest import document


def written(change: Callable[[list[Page]], None], finish: Callable[[_Writer], None]) -> bytes:
    """A PDF whose pages were changed before they were drawn, and then the file before it was finished."""
    pages = list(lay_out(document("full")))
    change(pages)
    with ExitStack() as held:
        writer = _Writer(document("full"), held)
        for each in pages:
            writer.page(each)
        finish(writer)
        return writer.finished()


def nothing(_: object) -> None:
    """Leave it as it is."""


def skip(pages: list[Page]) -> None:
    """No heading of the third level, but of the fifth."""
    for heading in {each for each in _elements(pages) if each.role is Role.HEADING and each.level == 3}:
        heading.level = 5


def silence(pages: list[Page]) -> None:
    """A figure that says nothing."""
    next(each for each in _elements(pages) if each.role is Role.FIGURE).alternative = ""


def scribble(writer: _Writer) -> None:
    """Words that belong to nothing."""
    writer._pdf.text(20, 20, "loose")


def forget(writer: _Writer) -> None:
    """A file in no language."""
    writer._pdf.set_lang("")


def click(writer: _Writer) -> None:
    """A link that belongs to nothing."""
    from fpdf.annotations import PDFAnnotation
    from fpdf.syntax import DestinationXYZ

    leads = DestinationXYZ(2, 800)
    writer._pdf.pages[1].add_annotation(PDFAnnotation("Link", 50, 60, 40, 10, contents="Diamond 9", dest=leads))


@contextmanager
def without_scope() -> Iterator[None]:
    """Header cells that do not say what they are the header of."""
    was = tagging._attributes

    def attributes(node: Node) -> str:
        return "" if node.element.role is Role.HEADER else was(node)

    with patch.object(tagging, "_attributes", attributes):
        yield


class Fault(NamedTuple):
    """How a file is broken, and what each of the validators has to say to that."""

    rule: str
    """Of the fast one."""
    clause: str
    """Of PDF/UA-1, as veraPDF names it, or how it begins."""
    change: Callable[[list[Page]], None] = nothing
    finish: Callable[[_Writer], None] = nothing
    around: Callable[[], AbstractContextManager[None]] = nullcontext

    def file(self) -> bytes:
        """The broken file."""
        with self.around():
            return written(self.change, self.finish)


FAULTS: Mapping[str, Fault] = {
    "a level is left out": Fault("PDFUA1-HEADING-NESTING-001", "7.4.2-1", skip),
    "a figure says nothing": Fault("PDFUA1-FIGURE-ALTERNATIVE-TEXT-001", "7.3-1", silence),
    "words belong to nothing": Fault("PDFUA1-CONTENT-TAGGING-001", "7.1-3", finish=scribble),
    "headers do not say of what": Fault("PDFUA1-TABLE-HEADERS-SCOPE-001", "7.5-1", around=without_scope),
    "there is no language": Fault("PDFUA1-TEXT-LANGUAGE-001", "7.2-", finish=forget),
    "a link belongs to nothing": Fault("PDFUA1-LINK-LINK-TAG-001", "7.18.", finish=click),
}


def _elements(pages: list[Page]) -> list[Element]:
    return [drawn.element for each in pages for drawn in each.drawn if drawn.element is not None]
