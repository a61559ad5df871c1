"""The structure of a PDF for those who do not see it: what every mark means, and in which order all is read.

Pure: elements go in while pages are drawn, the texts of PDF objects come out at the end, and nothing here knows fpdf2.
What is drawn carries a number on its page (MCID); an element may hold numbers from several pages. The rules are those
of PDF/UA-1 (ISO 14289-1) and of PDF/A-3A (ISO 19005-3); the tests ask two validators whether they are kept.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from textwrap import shorten
from typing import NamedTuple

from innovate_tui.report import lettering
from innovate_tui.report.figures.shapes import Box, Disc, Words
from innovate_tui.report.lettering import MM
from innovate_tui.report.pages import Drawn, Element, Role
from innovate_tui.report.scripts import BACKWARD, together

ARTIFACT = "/Artifact BMC"
"""Opens what means nothing: rules, grounds, titles that are said again where a page ended."""
FOOT = "/Artifact <</Type/Pagination/Subtype/Footer>> BDC"
"""Opens the foot of a page."""
END = "EMC"
MOST_WORDS = 600
"""Characters of what a figure says: more is hard to bear in one breath, and all of it is told below the figure."""


class Frame(NamedTuple):
    """A rectangle on a page, in points from its lower left corner."""

    left: float
    foot: float
    right: float
    top: float

    def around(self, other: "Frame") -> "Frame":
        """Both of them."""
        return Frame(
            min(self.left, other.left),
            min(self.foot, other.foot),
            max(self.right, other.right),
            max(self.top, other.top),
        )


class Content(NamedTuple):
    """What was drawn for an element in one go: its page, counted from 1, and its number there, from 0."""

    page: int
    number: int


class Link(NamedTuple):
    """A place to click: where it is, where it leads, and what it says to those who do not see it."""

    page: int
    frame: Frame
    target: int
    words: str


@dataclass(eq=False, slots=True)
class Node:
    """An element as it stands in the tree, with what it holds in the order of reading."""

    element: Element
    parent: "Node | None"
    kids: "list[Node | Content | Link]" = field(default_factory=list)
    frames: dict[int, Frame] = field(default_factory=dict)
    """Of a figure: the room it takes, by page."""
    read: list[str] = field(default_factory=list)
    """Its lines in the order in which they are read."""
    begun: bool = False
    """Something was drawn for it."""
    backward: bool = False
    """Some of them are seen in another order."""


class Tags:
    """The structure of one document, as its pages are drawn."""

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        """Every element; a parent stands before its children."""
        self.links: list[Link] = []
        self.order: list[tuple[int, str]] = []
        """Every element that something was drawn for: the page it begins on, and its name."""
        self._nodes: dict[Element, Node] = {}
        self._drawn: defaultdict[int, list[Node]] = defaultdict(list)

    def begin(self, element: Element, page: int) -> str:
        """The operator that opens what is drawn for an element; one that goes on over a page is opened again there."""
        node, name = self._nodes.get(element) or self._node(element), element.name
        if not node.begun:
            node.begun = True
            self.order.append((page, name))
        held = self._drawn[page]
        number = len(held)
        node.kids.append(Content(page, number))
        held.append(node)
        return f"/{name} <</MCID {number}>> BDC"

    def placed(self, element: Element, page: int, drawn: Sequence[Drawn], high: float) -> None:
        """Where on its page, `high` millimetres of it, a figure or a link is."""
        node, room = self._nodes[element], frame(drawn, high)
        if element.role is Role.FIGURE:
            node.frames[page] = node.frames[page].around(room) if page in node.frames else room
        elif element.target:
            link = Link(page, room, element.target, element.alternative)
            node.kids.append(link)
            self.links.append(link)

    def read(self, element: Element, drawn: Sequence[Drawn]) -> None:
        """What was drawn for an element, for those who hear it: told line by line where a line runs backward."""
        node = self._nodes[element]
        text = " ".join([mark.text for each in drawn for mark in each.marks if isinstance(mark, Words)])
        node.read.append(together(text))
        if not text.isascii() and BACKWARD.search(text):
            node.backward = True

    def held(self, element: Element) -> None:
        """An element that has its place though nothing is drawn for it: an empty cell keeps its row whole."""
        self._node(element)

    def _node(self, element: Element) -> Node:
        """An element's place in the tree: after all that was drawn before it, under its parent."""
        node = self._nodes.get(element)
        if node is None:
            above = element.parent
            parent = (self._nodes.get(above) or self._node(above)) if above is not None else None
            node = self._nodes[element] = Node(element, parent)
            self.nodes.append(node)
            if parent is not None:
                parent.kids.append(node)
        return node

    def objects(self, first: int, pages: Sequence[int], links: Sequence[int], language: str) -> list[str]:
        """The texts of all objects of the tree, numbered from `first`: its root, the way back to it, then the elements.

        `pages` and `links` are the object numbers of these. The way back leads from what is on a page to its element.
        """
        numbers = {node: number for number, node in enumerate(self.nodes, first + 2)}
        keys = {
            link: (number, len(pages) + key) for key, (link, number) in enumerate(zip(self.links, links, strict=True))
        }
        tops = " ".join(f"{numbers[node]} 0 R" for node in self.nodes if node.parent is None)
        root = (
            f"<</Type/StructTreeRoot/K[{tops}]/ParentTree {first + 1} 0 R/ParentTreeNextKey {len(pages) + len(links)}>>"
        )
        back = [
            f"{page} [{' '.join(f'{numbers[node]} 0 R' for node in self._drawn[page + 1])}]"
            for page in range(len(pages))
        ]
        holders = {kid: node for node in self.nodes for kid in node.kids if isinstance(kid, Link)}
        back += [f"{keys[link][1]} {numbers[holders[link]]} 0 R" for link in self.links]
        clicks = {link: number for link, (number, _) in keys.items()}
        written = [root, f"<</Nums[{' '.join(back)}]>>"]
        for node in self.nodes:
            parent = numbers[node.parent] if node.parent else first
            written.append(_element(node, parent, numbers, pages, clicks, language))
        return written


def _element(
    node: Node,
    parent: int,
    numbers: dict[Node, int],
    pages: Sequence[int],
    links: dict[Link, int],
    language: str,
) -> str:
    """One element of the tree."""
    element, home, kids = node.element, 0, []
    for kid in node.kids:
        if isinstance(kid, Node):
            kids.append(f"{numbers[kid]} 0 R")
        elif isinstance(kid, Link):
            kids.append(f"<</Type/OBJR/Pg {pages[kid.page - 1]} 0 R/Obj {links[kid]} 0 R>>")
        else:
            home = home or kid.page
            inside = f"<</Type/MCR/Pg {pages[kid.page - 1]} 0 R/MCID {kid.number}>>"
            kids.append(str(kid.number) if kid.page == home else inside)
    parts = [f"<</S/{element.name}/P {parent} 0 R"]
    if home:
        parts.append(f"/Pg {pages[home - 1]} 0 R")
    parts.append(f"/K {kids[0]}" if len(kids) == 1 else f"/K[{' '.join(kids)}]")
    if element.role is Role.FIGURE:
        parts.append(f"/Alt{text_string(shorten(element.alternative, MOST_WORDS, placeholder='…'))}")
    if node.backward and not any(isinstance(kid, Node) for kid in node.kids):
        parts.append(f"/ActualText{text_string(' '.join(node.read))}")
    if element.language and element.language != language:
        parts.append(f"/Lang{text_string(element.language)}")
    if attributes := _attributes(node):
        parts.append(f"/A<<{attributes}>>")
    return "".join((*parts, ">>"))


def _attributes(node: Node) -> str:
    """What PDF wants to know of figures, header cells and lists."""
    match node.element.role:
        case Role.FIGURE if len(node.frames) == 1:
            (room,) = node.frames.values()
            return f"/O/Layout/BBox[{' '.join(f'{side:.2f}' for side in room)}]"
        case Role.HEADER:
            span = f"/ColSpan {node.element.span}" if node.element.span > 1 else ""
            return f"/O/Table/Scope/{'Row' if node.element.row_header else 'Column'}{span}"
        case Role.LIST if node.element.numbering:
            return f"/O/List/ListNumbering/{node.element.numbering}"
    return ""


def text_string(text: str) -> str:
    """A text as PDF objects hold it."""
    if text.isascii() and text.isprintable():
        return "(" + text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)") + ")"
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def frame(drawn: Iterable[Drawn], high: float) -> Frame:
    """The room that marks take on a page that is `high` millimetres."""
    rooms = []
    for _, marks, x, y in drawn:
        lefts, tops, rights, feet = zip(*map(_sides, marks), strict=True)
        rooms.append((min(lefts) + x, min(tops) + y, max(rights) + x, max(feet) + y))
    lefts, tops, rights, feet = zip(*rooms, strict=True)
    return Frame(min(lefts) / MM, (high - max(feet)) / MM, max(rights) / MM, (high - min(tops)) / MM)


_Sides = tuple[float, float, float, float]
"""Left, top, right and foot, in millimetres."""


def _sides(mark: object) -> _Sides:
    match mark:
        case Words():
            wide = lettering.width(mark.text, mark.size, mark.bold)
            left = mark.x - {"left": 0.0, "centre": wide / 2, "right": wide}[mark.anchor]
            em = mark.size * MM
            return left, mark.y - em * 0.75, left + wide, mark.y + em * 0.25
        case Box():
            return mark.x, mark.y, mark.x + mark.w, mark.y + mark.h
        case Disc():
            return mark.x - mark.r, mark.y - mark.r, mark.x + mark.r, mark.y + mark.r
    points = getattr(mark, "points", ())
    return min(x for x, _ in points), min(y for _, y in points), max(x for x, _ in points), max(y for _, y in points)
