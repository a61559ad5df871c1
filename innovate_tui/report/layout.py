"""A document becomes pages: strips are poured onto the grid, whole where they fit, broken where it does the least harm.

Pure and deterministic; nothing here knows PDF. Each tool opens a page; another part shares one with the part before it
where that leaves room enough to begin, and takes a page of its own otherwise. The cover is laid out last, when the
numbers of the pages are known.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from innovate_tui.report import lettering
from innovate_tui.report.cover import cover
from innovate_tui.report.document import (
    Block,
    Document,
    Entry,
    Figure,
    ItemList,
    Paragraph,
    Part,
    RoadmapPicture,
    Section,
    Table,
    Tone,
    language_of,
)
from innovate_tui.report.figures import boards
from innovate_tui.report.figures.legend import legend
from innovate_tui.report.figures.marks import text_lines
from innovate_tui.report.figures.shapes import Box, Colour, Words
from innovate_tui.report.footer import footer, footer_line
from innovate_tui.report.lying import lying_pages
from innovate_tui.report.pages import (
    BOTTOM,
    LEFT,
    LINE,
    ROOM,
    SMALL,
    TEXT_W,
    TEXT_X,
    TOP,
    WIDE,
    Bookmark,
    Drawn,
    Element,
    Page,
    Role,
    Sheet,
)
from innovate_tui.report.strips import (
    Panel,
    Stack,
    Strip,
    continued,
    entry_stack,
    heading,
    line_strips,
    list_strips,
    paragraph,
    paragraph_strips,
    rule,
    said,
    section_stacks,
    space,
)
from innovate_tui.report.tables import table_stack
from innovate_tui.report.waiting import go_on

KEEP_WHOLE = ROOM * 0.6
"""What is lower than this is kept on one page, whatever space that leaves."""
SCRAP = ROOM * 0.3
"""What is lower than this does not make a page by itself where it can have company."""
FULL_ENOUGH = ROOM * 0.45
"""How far down a page has to go before what follows leaves it to keep a scrap company."""
WORTH_STARTING = 60.0
"""What is higher begins on a page only if so much of it is free."""
HALF_EMPTY = ROOM * 0.4
"""Rather than leaving so much of a page empty, a table begins there."""
WORTH_SHARING = 55.0
"""A part that does not fit on what is left of a page begins there if so much is left."""
LED = (Section, Entry, Table)
"""What a remark before it leads to."""
MOST_LINES = 6
"""What a headline may take: titles that are longer than any card ends in an ellipsis."""
ABOVE_SOURCE = 3.0
"""The least distance between the source line and what stands above it."""
SOURCE_Y = 250.0
"""Where the source line stands, if the last page leaves the room."""


def lay_out(document: Document, sheets: Sequence[Sheet] = ()) -> tuple[Page, ...]:
    """All pages of a document: the cover, its parts, the source line at their end, then sheets that are finished."""
    root = Element(Role.DOCUMENT, language=document.language)
    flow = _Flow(document, root)
    cover_element = Element(Role.PART, root)
    last = document.parts[-1:]
    begun = []
    for part, following in pairwise(document.parts):
        flow.closes = following.opens_page
        begun.append((part, flow.part(part)))
    flow.closes = False
    begun += [(part, flow.part(part, last=True)) for part in last]
    flow.source()
    starts = [(part.listed or part.title, page) for part, page in begun if part.listed != ()]
    starts += [(sheet.title, page) for page, sheet in enumerate(sheets, len(flow.pages) + 2) if sheet.title]
    pages = (Page(drawn=list(cover(document, cover_element, starts))), *flow.pages)
    line = footer_line([said(text) for text in document.footer])
    for number, page in enumerate(pages[1:], 2):
        page.foot = footer(line, number, len(pages) + len(sheets), lying=page.lying)
    return (*pages, *(_hung(sheet, root) for sheet in sheets))


def _hung(sheet: Sheet, root: Element) -> Page:
    """A finished sheet as a page of the document, found by its outline."""
    sheet.element.parent = root
    marks = [Bookmark(said(sheet.title), 0, 0)] if sheet.title else []
    return replace(sheet.page, bookmarks=marks)


class _Flow:
    """Pages as they fill, and how far down the last one is."""

    def __init__(self, document: Document, root: Element) -> None:
        self.document = document
        self.root = root
        self.pages: list[Page] = []
        self.y = BOTTOM
        self.title = ""
        self._top = TOP
        self._floor = 0.0
        self._foot = TOP
        self.panel: Panel | None = None
        self.closes = False
        """Whether nothing shares the last page of the part at hand, as the next one opens a page."""

    @property
    def page(self) -> Page:
        return self.pages[-1]

    def part(self, part: Part, *, last: bool = False) -> int:
        """A part poured in; the number of the page on which it begins. The last one leaves room for the source."""
        element = Element(Role.PART, self.root)
        self.title = said(part.title)
        if (figure := next((block for block in part.blocks if _lies(block)), None)) is not None:
            return self._lying(part, figure, element, last=last)
        poured = [list(self._stacks(block, element)) for block in part.blocks]
        if len(poured) > 1 and isinstance(part.blocks[0], Paragraph) and isinstance(part.blocks[1], LED):
            self._lead(poured)
        after = self._after if last else 0.0
        self._begin(part, heading(part.title, element, 2), [stack for stacks in poured for stack in stacks], after)
        first = len(self.pages) + 1
        waiting: list[Stack] = []
        for block, stacks in zip(part.blocks, poured, strict=True):
            waiting += stacks
            if isinstance(block, Figure):
                self._pour(waiting)
                waiting = []
                self._figure(block, element)
        self._pour(waiting, after)
        return first

    @staticmethod
    def _lead(poured: list[list[Stack]]) -> None:
        """A remark at the head of a part stands on the page of what it is about."""
        if poured[0] and poured[1]:
            opens = tuple(strip._replace(keep=True) for stack in poured[0] for strip in stack.strips)
            first, *rest = poured[1]
            poured[0], poured[1] = [], [replace(first, strips=(*opens, *first.strips)), *rest]

    def _lying(self, part: Part, figure: Block, parent: Element, *, last: bool) -> int:
        """A part whose picture lies on pages of its own, with the headline over it; the rest follows upright."""
        assert isinstance(figure, Figure)
        first = len(self.pages) + 2
        headline = next((each for each in part.blocks if isinstance(each, Paragraph)), None)
        self.pages += lying_pages(part.title, headline, figure, parent, self.document.kind_names)
        self.y = self._top = self._foot = BOTTOM
        self._floor = 0.0
        self.panel = None
        rest = [block for block in part.blocks if block is not figure and block is not headline]
        if stacks := [stack for block in rest for stack in self._stacks(block, parent)]:
            self._continue_page()
            self._pour(stacks, self._after if last else 0.0)
        return first

    @property
    def _after(self) -> float:
        """The room for the source line, under the last part."""
        return ABOVE_SOURCE + sum(strip.high for strip in self._source_strips())

    def _begin(self, part: Part, head: Element, stacks: Sequence[Stack], after: float) -> None:
        """The part's title: large on a page of its own, or smaller where it shares the page of the part before it."""
        mark = Bookmark(self.title, 0, 0)
        small = line_strips(lettering.balanced(self.title, WIDE, 20, True), head, LEFT, 20, 8, bold=True, whole=True)
        shared = [space(8), small[0]._replace(bookmark=mark), *small[1:], space(2, keep=True)]
        title_high = sum(strip.high for strip in shared)
        self.y = max(self.y, self._floor)
        left = BOTTOM - self.y
        whole = title_high + sum(stack.high for stack in stacks) + after
        begins = title_high
        if stacks:
            begins += stacks[0].high if stacks[0].high <= KEEP_WHOLE else WORTH_STARTING
            begins += after if len(stacks) == 1 else 0.0
        alone = bool(stacks) and self._better_whole(stacks, left - title_high)
        shares = whole <= left or (left >= WORTH_SHARING and begins <= left and not alone)
        if self.pages and shares and not part.opens_page:
            self._place(shared)
            return
        self._new_page()
        lines = lettering.balanced(self.title, WIDE, 26, True)
        large = line_strips(lines, head, LEFT, 26, 10, bold=True, whole=True)
        self._place([large[0]._replace(bookmark=mark), *large[1:], space(3, keep=True)])
        self._top = self.y

    def source(self) -> None:
        """The last words: where all this comes from."""
        strips = self._source_strips()
        high = sum(strip.high for strip in strips)
        close = max(self._foot + ABOVE_SOURCE, self._floor)
        if self.y + high > BOTTOM >= close + high:
            self.y = close
        self.y = max(self.y, self._floor)
        if not self.pages or self.y + high > BOTTOM + 0.01:
            self._new_page()
        self.y = max(self.y, min(SOURCE_Y, BOTTOM - high))
        self._place(strips)

    def _source_strips(self) -> list[Strip]:
        fact = self.document.source
        element = Element(Role.SECTION, self.root)
        label = Element(Role.PARAGRAPH, element, language=language_of(fact.label))
        strips: list[Strip] = []
        for value in fact.values:
            words = Element(Role.PARAGRAPH, element, language=language_of(value))
            lines = lettering.lines(said(value), TEXT_W, SMALL)
            strips += line_strips(lines, words, TEXT_X, SMALL, 5.2, colour=Colour.QUIET, whole=True)
        marks = tuple(text_lines((said(fact.label),), LEFT, 0, SMALL, 5.2, bold=True))
        return [rule(0.3, 4.5), Strip(0, (Drawn(label, marks),), True), *strips]

    # Pouring

    def _stacks(self, block: Block, parent: Element) -> Iterable[Stack]:
        """A block as stacks; a figure has none, it is drawn straight onto its page."""
        match block:
            case Figure():
                return []
            case Paragraph(tone=Tone.HEADLINE):
                element = paragraph(block.runs, parent)
                lines = lettering.sentences(said(block.runs), WIDE, 15)
                lines = lines if len(lines) <= MOST_LINES else lettering.cut(said(block.runs), WIDE, MOST_LINES, 15)
                return [Stack((*line_strips(lines, element, LEFT, 15, 7, whole=True), space(1, keep=True)))]
            case Paragraph():
                return [Stack((*paragraph_strips(block, parent, LEFT, WIDE), space(2)))]
            case ItemList():
                return [Stack((*list_strips(block, parent, LEFT, WIDE), space(2)))]
            case Table():
                return [table_stack(block, parent, self.document.kind_names)]
            case Entry():
                return [entry_stack(block, parent, 3, self.document.kind_names)]
            case Section():
                return section_stacks(block, parent, 3, self.document.kind_names)

    def _pour(self, stacks: Sequence[Stack], after: float = 0.0) -> None:
        """Stacks one under the other; under the last of them so much room is left as what comes `after` needs."""
        for number, stack in enumerate(stacks):
            below = after if number == len(stacks) - 1 else 0.0
            if not stack.goes_on:
                self.y = max(self.y, self._floor)
            left = BOTTOM - self.y
            apart = not stack.goes_on and not self._fresh
            if apart and (
                self._better_whole(stacks[number:], left) or (number and self._better_with(stacks[number:], left))
            ):
                self._continue_page()
                left = BOTTOM - self.y
            if _needed(stack.strips) + below <= left:
                self._place(stack.strips)
                continue
            rows = stack.rows and left >= HALF_EMPTY and stack.high - left >= SCRAP / 2
            if self._fresh or rows or (stack.high > KEEP_WHOLE and left >= WORTH_STARTING):
                self._break(stack, below)
                continue
            self._continue_page()
            self._resume(stack, False)
            if _needed(stack.strips) + below <= BOTTOM - self.y:
                self._place(stack.strips)
            else:
                self._break(stack, below)

    def _better_whole(self, stacks: Sequence[Stack], left: float) -> bool:
        """Whether what begins here is low enough to stand whole, and would leave but one of its parts on this page."""
        together = _together(stacks)
        if len(together) < 2:
            return False
        high = _needed([strip for stack in together for strip in stack.strips])
        two = _needed([strip for stack in together[:2] for strip in stack.strips])
        return left < high <= KEEP_WHOLE and left < two

    def _better_with(self, stacks: Sequence[Stack], left: float) -> bool:
        """Whether what is left of a part stands whole on the next page, where otherwise a scrap of it would alone.

        It stays where a later break leaves more than a scrap.
        """
        if not self.closes or self.y - TOP < FULL_ENOUGH:
            return False
        high = _needed([strip for stack in stacks for strip in stack.strips])
        if not left < high <= KEEP_WHOLE or high - left >= SCRAP:
            return False
        here = 0.0
        for stack, following in pairwise(stacks):
            here += stack.high
            if here > left:
                break
            if not following.goes_on and high - here >= SCRAP:
                return False
        return True

    def _break(self, stack: Stack, after: float) -> None:
        """A stack too high for the page: as many of its clusters as fit, the rest under a heading that resumes it.

        Under the last of them so much room is left as what comes `after` needs.
        """
        begun = False
        over: tuple[Strip, ...] = ()
        clusters = list(_clusters(stack.strips))
        last = max(number for number, cluster in enumerate(clusters) if _needed(cluster) or not number)
        for number, cluster in enumerate(clusters):
            below = after if number == last else 0.0
            heads = next((strip.again for strip in cluster if strip.again), ())
            if _needed(cluster) + below > BOTTOM - self.y and (begun or not self._fresh):
                self._continue_page()
                self._resume(stack, begun)
                self._place(() if heads else over)
            over = heads or over
            if _needed(cluster) > BOTTOM - self.y:
                for strip in cluster:
                    if strip.high > BOTTOM - self.y:
                        self._continue_page()
                        self._resume(stack, True)
                    self._place([strip])
            else:
                self._place(cluster)
            begun = True

    def _resume(self, stack: Stack, begun: bool) -> None:
        """What stands above a stack that goes on here, with others or by itself; its label may hang lower than it."""
        strips = stack.within() if begun else stack.resume() if stack.goes_on else ()
        self._place(strips)
        hanging = (drawn for strip in strips if not strip.high for drawn in strip.drawn)
        words = (mark for drawn in hanging for mark in drawn.marks if isinstance(mark, Words))
        self._floor = self.y + max((mark.y + 2.0 for mark in words), default=0.0)

    @property
    def _fresh(self) -> bool:
        """Nothing stands on the page but its title."""
        return self.y <= self._top + 0.01

    def _new_page(self) -> None:
        go_on()
        self.pages.append(Page())
        self.y = self._top = TOP
        self._floor = 0.0
        self._foot = TOP
        self.panel = None

    def _continue_page(self) -> None:
        """A further page of the same part: its title again, for the eye only."""
        self._new_page()
        lines = lettering.cut(continued(self.title), WIDE, 2, 26, True)
        self._place([*line_strips(lines, None, LEFT, 26, 10, bold=True), Strip(3)])
        self._top = self.y

    def _place(self, strips: Iterable[Strip]) -> None:
        """Strips onto the page, one under the other; distance at its head is left out."""
        for strip in strips:
            if strip.space and strip.bookmark is None and self.y <= TOP + 0.01:
                continue
            if strip.panel is not None:
                self._shade(strip.panel, strip.high)
            self.panel = strip.panel
            if strip.bookmark is not None:
                self.page.bookmarks.append(replace(strip.bookmark, y=self.y))
            if strip.drawn:
                y = self.y
                self.page.drawn += [Drawn(element, marks, dx, dy + y) for element, marks, dx, dy in strip.drawn]
            self.y += strip.high
            if not strip.space:
                self._foot = self.y

    def _shade(self, panel: Panel, high: float) -> None:
        """The ground under a strip: the one above it grown longer, or a new one with a little air at its head."""
        if self.panel is panel:
            ground = self.page.under.pop()
            box = ground.marks[0]
            assert isinstance(box, Box)
            top = box.y
        else:
            top = self.y
            if high >= LINE:
                self.y += 2.6
        deep = self.y + high - top
        ground_box = Box(panel.x, top, panel.w, deep, Colour.PANEL)
        bar = Box(panel.x, top, 1.2, deep, Colour.INK)
        self.page.under.append(Drawn(None, (ground_box, bar)))

    def _figure(self, figure: Figure, parent: Element) -> None:
        """A picture on what is left of its page, never split; its key beneath it.

        The same as a list follows, unless other parts tell it.
        """
        assert not isinstance(figure.picture, RoadmapPicture)
        key = legend(figure.picture, self.document.kind_names, WIDE)
        wanted = boards.height(figure.picture)
        room = BOTTOM - self.y - 5 - key.h
        if room < wanted * 0.75:
            self._continue_page()
            room = BOTTOM - self.y - 5 - key.h
        picture = boards.board(figure.picture, WIDE, min(wanted, room))
        element = Element(
            Role.FIGURE, parent, alternative=said(figure.alternative), language=language_of(figure.alternative)
        )
        self.page.drawn.append(Drawn(element, picture.marks, LEFT, self.y + 2))
        self.page.drawn.append(Drawn(element, key.marks, LEFT, self.y + 2 + picture.h + 3))
        self.y += 5 + picture.h + key.h
        self._foot = self.y
        if not figure.told_below:
            self._pour([Stack((space(4), *list_strips(figure.equivalent, parent, TEXT_X, TEXT_W)))])


def _lies(block: Block) -> bool:
    """Whether a block is a picture that needs pages on their side."""
    return isinstance(block, Figure) and isinstance(block.picture, RoadmapPicture)


def _needed(strips: Sequence[Strip]) -> float:
    """The height of strips without the distance after the last of them."""
    last = next((n for n in range(len(strips), 0, -1) if not strips[n - 1].space), 0)
    return sum(strip.high for strip in strips[:last])


def _together(stacks: Sequence[Stack]) -> list[Stack]:
    """The first stack and those that go on with what it began."""
    return [stacks[0], *takewhile(lambda stack: stack.goes_on, stacks[1:])]


def _clusters(strips: Sequence[Strip]) -> Iterable[list[Strip]]:
    """Strips that must stand on one page together, in order."""
    cluster: list[Strip] = []
    for strip in strips:
        cluster.append(strip)
        if not strip.keep:
            yield cluster
            cluster = []
    if cluster:
        yield cluster
