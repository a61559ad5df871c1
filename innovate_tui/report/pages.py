"""The grid, and what a finished page is: marks in reading order, each belonging to an element of the document.

Millimetres from the upper left corner of an A4 page held upright. Everything drawn belongs either to an element, which
says what it means to somebody who does not see the page, or is an artifact: rules, panels, page numbers.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal, NamedTuple

from innovate_tui.report.document import Runs
from innovate_tui.report.figures.shapes import Mark

PAGE_W, PAGE_H = 210.0, 297.0
LEFT, TOP, BOTTOM, WIDE = 20.0, 18.0, 272.0, 170.0
"""Margins and the foot of the text. Twelve columns of 10.5 with gutters of 4 lie in between."""
LABEL_W = 39.5
"""The label column: columns 1 to 3."""
TEXT_X, TEXT_W = 63.5, 126.5
"""The text column: columns 4 to 12."""
FOOT = 284.0
"""The baseline of the page number."""
ROOM = BOTTOM - TOP

LYING_LEFT, LYING_TOP, LYING_WIDE, LYING_BOTTOM, LYING_FOOT = 14.0, 14.0, 269.0, 193.0, 201.0
"""The same of a page on its side, for a picture that needs the width."""

BODY, LINE = 12.0, 6.0
"""Running text: points, and millimetres from line to line."""
SMALL, SMALL_LINE = 10.5, 5.0
"""Labels beside running text."""


class Role(StrEnum):
    """What an element is, by the name that PDF gives it."""

    DOCUMENT = "Document"
    PART = "Part"
    SECTION = "Sect"
    HEADING = "H"
    PARAGRAPH = "P"
    LIST = "L"
    ITEM = "LI"
    LABEL = "Lbl"
    ITEM_BODY = "LBody"
    TABLE = "Table"
    ROW = "TR"
    HEADER = "TH"
    CELL = "TD"
    FIGURE = "Figure"
    QUOTE = "BlockQuote"
    CONTENTS = "TOC"
    CONTENTS_ITEM = "TOCI"
    REFERENCE = "Reference"
    LINK = "Link"
    SPAN = "Span"


@dataclass(eq=False, slots=True)
class Element:
    """A node of the document's structure. Two are the same only if they are one object."""

    role: Role
    parent: "Element | None" = None
    level: int = 0
    """Of a heading, from 1."""
    alternative: str = ""
    """Of a figure: what it shows, in words. Of a link: where it leads."""
    language: str = ""
    """Where it differs from the document's."""
    spoken: Runs = ()
    """All it says, where that is in several languages."""
    row_header: bool = False
    """Of a header cell: it holds for its row rather than for its column."""
    span: int = 1
    """Of a header cell: how many columns it stands over."""
    numbering: str = ""
    """Of a list whose items have labels: how PDF calls these, Decimal or Disc."""
    target: int = 0
    """Of a link: the page that it leads to, counted from 1."""

    @property
    def name(self) -> str:
        """Its name in a structure tree: H2, P, Table."""
        return f"{self.role}{self.level or ''}"


class Drawn(NamedTuple):
    """Marks at a place on a page, in one go, for one element; without an element they are an artifact."""

    element: Element | None
    marks: tuple[Mark, ...]
    x: float = 0.0
    y: float = 0.0

    def lower(self, by: float) -> "Drawn":
        """The same further down."""
        return Drawn(self.element, self.marks, self.x, self.y + by)


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A line of the outline: where a part (level 0) or a section (level 1) begins."""

    title: str
    level: int
    y: float


@dataclass(slots=True)
class Page:
    """A page as it fills: artifacts that lie under everything, then what is drawn, in reading order."""

    under: list[Drawn] = field(default_factory=list)
    drawn: list[Drawn] = field(default_factory=list)
    foot: Drawn | None = None
    """What stands at the foot of every page, for the eye only."""
    bookmarks: list[Bookmark] = field(default_factory=list)
    lying: bool = False
    """It is on its side."""
    paper: Literal["A4", "A3"] = "A4"


class Sheet(NamedTuple):
    """A page that is finished before a document is laid out: it stands behind the document's own, without a foot."""

    page: Page
    element: Element
    """What all of its elements hang under."""
    title: Runs = ()
    """What the contents and the outline call it and those that go on with it; nothing where it goes on."""
