"""Blocks become strips: slices of a page as wide as the page and as high as a line, each with what it may not leave.

A strip is never split. Strips that keep with the next one stand on the same page as it, so that no heading is left
behind, no paragraph leaves a single line at the foot or the head of a page, and a label never runs on alone.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import NamedTuple

from innovate_tui.report import lettering, phrases, scripts
from innovate_tui.report.document import (
    Dissent,
    Entry,
    EntryBlock,
    ItemList,
    Mention,
    Mentions,
    Paragraph,
    Runs,
    Section,
    Spoken,
    Told,
    Tone,
    in_languages,
    language_of,
    text_of,
)
from innovate_tui.report.figures.marks import badge, speech, text_lines
from innovate_tui.report.figures.shapes import Anchor, Colour, Mark, Stroke, Words
from innovate_tui.report.pages import (
    BODY,
    LABEL_W,
    LEFT,
    LINE,
    SMALL,
    SMALL_LINE,
    TEXT_W,
    TEXT_X,
    WIDE,
    Bookmark,
    Drawn,
    Element,
    Role,
)
from innovate_tui.report.waiting import go_on
from innovate_tui.workshop.features import Kind

NUMBER_W = 8.0
"""The room for a place's number before the title of its card."""
MOST_TITLE_LINES = 6
"""A title longer than this ends in an ellipsis: no card has room for it either."""
BULLET_W = 5.0
BADGE_W = 6.5
LABEL_LINES = 4
"""A badge and the gap after it."""


@dataclass(frozen=True, slots=True)
class Panel:
    """A shaded ground with a bar on its left; strips on the same panel that follow each other share one drawing."""

    x: float
    w: float


class Strip(NamedTuple):
    """A slice of a page: its height, what is drawn on it (y from its top), and what holds it to the next one."""

    high: float
    drawn: tuple[Drawn, ...] = ()
    keep: bool = False
    """It stands on the same page as the next strip."""
    panel: Panel | None = None
    bookmark: Bookmark | None = None
    again: "tuple[Strip, ...]" = ()
    """What stands above the strips under it where they go on over a page, for the eye only."""

    @property
    def space(self) -> bool:
        """It is nothing but distance: not needed at the head of a page."""
        return not self.drawn and self.panel is None


@dataclass(frozen=True, slots=True)
class Stack:
    """Strips that belong together: whole on one page where that is sensible, else with a heading that resumes them."""

    strips: tuple[Strip, ...]
    resume: Callable[[], Sequence[Strip]] = tuple
    """What stands above it on a further page, if it goes on there with what another stack began."""
    within: Callable[[], Sequence[Strip]] = tuple
    """What stands above the rest of it, if it is broken itself. Both are made only where they are needed."""
    goes_on: bool = False
    """It goes on with what the stack before it began."""
    rows: bool = False
    """It is made of rows: a page may end after each of them."""

    @property
    def high(self) -> float:
        """All of it."""
        return sum(strip.high for strip in self.strips)


def said(runs: Runs) -> str:
    """A text as it is printed. Words that run backward are set apart from the sentence that they are put into."""
    text = lettering.printed(text_of(runs))
    if len(runs) == 1 or text.isascii() or not scripts.BACKWARD.search(text):
        return text
    return "".join(scripts.apart(lettering.printed(run.text)) for run in runs)


def continued(title: str) -> str:
    """A title where what it names goes on over a page."""
    words = phrases.CONTINUED_ASKED if title.endswith(("?", "!", ".")) else phrases.CONTINUED
    return words.replace("{title}", title)


@lru_cache(maxsize=64)
def space(high: float, *, keep: bool = False) -> Strip:
    """Distance."""
    return Strip(high, keep=keep)


@lru_cache(maxsize=64)
def rule(weight: float, after: float) -> Strip:
    """A line across the page, kept with what stands under it."""
    line = Stroke(((LEFT, 0), (LEFT + WIDE, 0)), Colour.INK, weight)
    return Strip(after, (Drawn(None, (line,)),), keep=True)


def line_strips(
    lines: Sequence[str],
    element: Element | None,
    x: float,
    size: float,
    leading: float,
    *,
    bold: bool = False,
    colour: Colour = Colour.INK,
    whole: bool = False,
    panel: Panel | None = None,
    backward: bool = False,
) -> list[Strip]:
    """One strip a line. The first two lines stay together, and the last two; a `whole` text and what follows, all.

    Of a text that is written from right to left, `x` is where its lines begin, on the right.
    """
    go_on()
    base = lettering.capital(size, bold)
    anchor: Anchor = "right" if backward else "left"
    kept = {*range(len(lines))} if whole else {0, len(lines) - 2} if len(lines) > 1 else set()
    return [
        Strip(leading, (Drawn(element, (Words(x, base, line, size, bold, colour, anchor),)),), row in kept, panel)
        for row, line in enumerate(lines)
    ]


def heading(runs: Runs, parent: Element, level: int) -> Element:
    """The element of a heading."""
    return Element(Role.HEADING, parent, level, language=language_of(runs))


def paragraph(runs: Runs, parent: Element) -> Element:
    """The element of a paragraph, with the languages that it is in."""
    return Element(Role.PARAGRAPH, parent, language=language_of(runs), spoken=in_languages(runs))


def paragraph_strips(block: Paragraph, parent: Element, x: float, w: float, panel: Panel | None = None) -> list[Strip]:
    """A paragraph in the text column; a remark is quiet."""
    element = paragraph(block.runs, parent)
    colour = Colour.QUIET if block.tone is Tone.ASIDE else Colour.INK
    text = said(block.runs)
    backward = lettering.right_to_left(text)
    begins = x + w if backward else x
    lines = lettering.lines(text, w, BODY)
    return line_strips(lines, element, begins, BODY, LINE, colour=colour, panel=panel, backward=backward)


def list_strips(block: ItemList, parent: Element, x: float, w: float) -> list[Strip]:
    """A list, its bullets or numbers hanging; every item keeps its first two lines."""
    whole = Element(Role.LIST, parent, numbering="Decimal" if block.ordered else "Disc")
    strips: list[Strip] = []
    for number, item in enumerate(block.items, 1):
        both = Element(Role.ITEM, whole, language=language_of(item))
        sign, element = Element(Role.LABEL, both), Element(Role.ITEM_BODY, both, spoken=in_languages(item))
        hang = BULLET_W + 3 if block.ordered else BULLET_W
        text = said(item)
        backward = lettering.right_to_left(text)
        begins, edge = (x + w - hang, x + w) if backward else (x + hang, x)
        broken = lettering.lines(text, w - hang, BODY)
        lines = line_strips(broken, element, begins, BODY, LINE, backward=backward)
        if lines:
            anchor: Anchor = "right" if backward else "left"
            label = tuple(text_lines((f"{number}." if block.ordered else "•",), edge, 0, BODY, LINE, anchor=anchor))
            strips.append(lines[0]._replace(drawn=(Drawn(sign, label), *lines[0].drawn)))
            strips += [*lines[1:], space(1.2)]
    return strips


def voice_strips(block: Dissent | Spoken, parent: Element, x: float, w: float) -> list[Strip]:
    """Somebody's words on a panel of their own. Where a page ends, so does the panel, and begins anew."""
    panel, element = Panel(x, w), Element(Role.QUOTE, parent)
    title = Element(Role.PARAGRAPH, element, language=language_of(block.title))
    marks: tuple[Mark, ...] = tuple(text_lines((said(block.title),), x + 10, 0, BODY, LINE, bold=True))
    strips = [
        Strip(2.6, (), True, panel),
        Strip(LINE, (Drawn(None, (speech(x + 4, -0.3, 4),)), Drawn(title, marks)), True, panel),
    ]
    for number, paragraph in enumerate(block.blocks):
        if number:
            strips.append(Strip(1.5, (), False, panel))
        strips += paragraph_strips(paragraph, element, x + 4, w - 8, panel)
    strips[-1] = strips[-1]._replace(keep=True)
    return [*strips, Strip(1.0, (), False, panel), space(1.0)]


def told_strips(block: Told, parent: Element, x: float, w: float) -> list[Strip]:
    """A few bold words, and what stands under them."""
    title = Element(Role.PARAGRAPH, parent, language=language_of(block.title))
    lines = lettering.lines(said(block.title), w, BODY, True)
    strips = line_strips(lines, title, x, BODY, LINE, bold=True, whole=True)
    return [*strips, *block_strips(block.blocks, parent, x, w)]


def mentions_strips(block: Mentions, parent: Element, x: float, w: float) -> list[Strip]:
    """Cards under a few quiet words: each with its badge and its title in bold, and what was said of it under that."""
    title = Element(Role.PARAGRAPH, parent, language=language_of(block.title))
    lines = lettering.lines(said(block.title), w, SMALL)
    strips = line_strips(lines, title, x, SMALL, SMALL_LINE, colour=Colour.QUIET, whole=True)
    strips.append(space(0.8, keep=True))
    whole = Element(Role.LIST, parent)
    for mention in block.items:
        strips += _mention_strips(mention, Element(Role.ITEM_BODY, Element(Role.ITEM, whole)), x, w)
    return strips


def _mention_strips(mention: Mention, parent: Element, x: float, w: float) -> list[Strip]:
    name = Element(Role.PARAGRAPH, parent, language=language_of(mention.title))
    x, w = x + BADGE_W, w - BADGE_W
    titles = lettering.cut(said(mention.title), w, MOST_TITLE_LINES, BODY, True)
    strips = line_strips(titles, name, x, BODY, LINE, bold=True, whole=True)
    strips[0] = strips[0]._replace(drawn=(Drawn(None, tuple(badge(mention.kind, x - BADGE_W, -0.8))), *strips[0].drawn))
    for fact in mention.facts:
        strips += fact_strips(fact, parent, x)
    if not mention.blocks:
        strips[-1] = strips[-1]._replace(keep=False)
    for number, paragraph in enumerate(mention.blocks):
        if number:
            strips.append(space(1.5))
        strips += paragraph_strips(paragraph, parent, x, w)
    return [*strips, space(2.4)]


def fact_strips(fact: Runs, parent: Element, x: float) -> list[Strip]:
    """What is known of a card, small and quiet under its title."""
    element = paragraph(fact, parent)
    return line_strips([_capital(said(fact))], element, x, SMALL, SMALL_LINE, colour=Colour.QUIET, whole=True)


def block_strips(blocks: Iterable[EntryBlock], parent: Element, x: float, w: float) -> Iterator[Strip]:
    """Blocks of an entry one under the other, a little apart."""
    for number, block in enumerate(blocks):
        if number:
            yield space({Dissent: 1.5, Mentions: 3.0}.get(type(block), 2.0))
        match block:
            case Paragraph():
                yield from paragraph_strips(block, parent, x, w)
            case ItemList():
                yield from list_strips(block, parent, x, w)
            case Dissent() | Spoken():
                yield from voice_strips(block, parent, x, w)
            case Told():
                yield from told_strips(block, parent, x, w)
            case Mentions():
                yield from mentions_strips(block, parent, x, w)


def section_stacks(section: Section, parent: Element, level: int, kind_names: Mapping[Kind, str]) -> Iterator[Stack]:
    """A section: its name in the label column under a rule, what it holds beside it, a stack for each."""
    element = Element(Role.SECTION, parent)
    title = said(section.title)
    beside = 14.0 if section.blocks and isinstance(section.blocks[0], Entry) else BODY
    label = _label_lines(title, heading(section.title, element, level), beside=beside)
    opening: Strip | None = rule(0.5, 5.0)._replace(bookmark=Bookmark(title, 1, 0))
    opens: list[Strip] = []
    for number, block in enumerate(section.blocks):
        match block:
            case Entry():
                strips = _entry_beside(block, element, level + 1, kind_names)
            case Paragraph():
                strips = paragraph_strips(block, element, TEXT_X, TEXT_W)
            case ItemList():
                strips = list_strips(block, element, TEXT_X, TEXT_W)
            case Spoken() | Told():
                strips = list(block_strips((block,), element, TEXT_X, TEXT_W))
        last = number == len(section.blocks) - 1
        if isinstance(block, Paragraph) and block.tone is Tone.ASIDE and not last:
            # a remark stands on the page of what it is about
            opens += [*(strip._replace(keep=True) for strip in strips), space(2.0, keep=True)]
            continue
        strips = [*opens, *strips]
        if opening is not None:
            strips = [opening, *_beside(label, strips)]
        resume = partial(_again, title, 14.0, rule(0.5, 5.0))
        within = partial(_again, title, 14.0, rule(0.5, 5.0), block) if isinstance(block, Entry) else resume
        yield Stack((*strips, space(5.0 if last else 3.5)), resume, within, goes_on=opening is None)
        opening, opens = None, []


def entry_stack(entry: Entry, parent: Element, level: int, kind_names: Mapping[Kind, str]) -> Stack:
    """An entry of its own: a fine rule, its label, kind and facts in the label column, its words beside them."""
    element = Element(Role.SECTION, parent)
    title = said(entry.title)
    head = heading(entry.title, element, level)
    titles = lettering.cut(title, TEXT_W, MOST_TITLE_LINES, 13, True)
    strips = line_strips(titles, head, TEXT_X, 13, LINE, bold=True, whole=True)
    strips.append(space(0.4, keep=True))
    strips += block_strips(entry.blocks, element, TEXT_X, TEXT_W)
    margin = list(_margin(entry, element, kind_names))
    opening = rule(0.3, 4.2)._replace(bookmark=Bookmark(title, 1, 0))
    within = partial(_again, title, BODY, rule(0.3, 4.2))
    return Stack((opening, *_beside(margin, strips, len(titles)), space(3.6)), within=within)


def _entry_beside(entry: Entry, parent: Element, level: int, kind_names: Mapping[Kind, str]) -> list[Strip]:
    """An entry within a section: its number or its kind, its title, and its words under the title."""
    element = Element(Role.SECTION, parent)
    inset = _inset(entry)
    head = heading(entry.title, element, level)
    x, w = TEXT_X + inset, TEXT_W - inset
    titles = lettering.cut(said(entry.title), w, MOST_TITLE_LINES, 14, True)
    strips = line_strips(titles, head, x, 14, LINE, bold=True, whole=True)
    if entry.number is not None and strips:
        number = tuple(text_lines((str(entry.number),), TEXT_X, 0, 14, LINE, bold=True))
        strips[0] = strips[0]._replace(drawn=(Drawn(head, number), *strips[0].drawn))
    elif entry.kind is not None and strips:
        sign = Element(Role.FIGURE, element, alternative=kind_names.get(entry.kind, str(entry.kind)))
        strips[0] = strips[0]._replace(drawn=(*strips[0].drawn, Drawn(sign, tuple(badge(entry.kind, TEXT_X, -0.4)))))
    for fact in entry.facts:
        strips += fact_strips(fact, element, x)
    strips.append(space(0.8, keep=True))
    return [*strips, *block_strips(entry.blocks, element, x, w)]


def _continued(title: str, wide: float, most: int, size: float) -> str:
    """A title that goes on, in so many bold lines: where it is too long, it is cut and not the word that says so."""
    again = continued(title)
    words = title.split(" ")
    while len(words) > 1 and lettering.cut(again, wide, most, size, True)[-1].endswith("…"):
        words.pop()
        again = continued(f"{' '.join(words).rstrip(' ,.;:-·')}…")
    return again


def _inset(entry: Entry) -> float:
    """The room before an entry's title, for its number or the badge of its kind."""
    return NUMBER_W if entry.number is not None else BADGE_W + 1.5 if entry.kind is not None else 0.0


def _again(title: str, size: float, above: Strip, entry: Entry | None = None) -> list[Strip]:
    """A label again where what it names goes on over a page, with the title of its entry: for the eye only."""
    label = _label_lines(_continued(title, LABEL_W, LABEL_LINES, size), None, size)
    return [above, Strip(0, tuple(label), keep=True), *(_title_again(entry) if entry else ())]


def _title_again(entry: Entry) -> list[Strip]:
    """An entry's title where its words go on over a page: for the eye only."""
    inset = _inset(entry)
    lines = lettering.cut(_continued(said(entry.title), TEXT_W - inset, 2, 14), TEXT_W - inset, 2, 14, True)
    strips = line_strips(lines, None, TEXT_X + inset, 14, LINE, bold=True, whole=True)
    return [*strips, space(0.8, keep=True)]


def _capital(text: str) -> str:
    """A remark that stands on its own begins with a capital."""
    return text[:1].upper() + text[1:]


def _label_lines(title: str, element: Element | None, size: float = 14.0, beside: float = 0.0) -> list[Drawn]:
    """A text in the label column, on one baseline with the text `beside` it, of that size.

    It is a little smaller where that saves a line.
    """
    lines = lettering.cut(title, LABEL_W, LABEL_LINES, size, True)
    smaller = lettering.cut(title, LABEL_W, LABEL_LINES, size - 1, True)
    if len(smaller) < len(lines) and size > BODY:
        lines, size = smaller, size - 1
    return [Drawn(element, tuple(text_lines(lines, LEFT, _rise(size, beside or size), size, LINE, bold=True)))]


def _rise(size: float, beside: float) -> float:
    """How far a text of one size begins below the top of a text of another, for both to stand on one line."""
    return lettering.capital(beside, True) - lettering.capital(size, True)


def _margin(entry: Entry, parent: Element, kind_names: Mapping[Kind, str]) -> Iterator[Drawn]:
    """What stands beside an entry: its label in bold, the kind's badge, and the facts, quiet and small."""
    top = 0.0
    if label := said(entry.label):
        lines = lettering.cut(label, LABEL_W, 4, BODY, True)
        element = Element(Role.PARAGRAPH, parent, language=language_of(entry.label))
        yield Drawn(element, tuple(text_lines(lines, LEFT, _rise(BODY, 13), BODY, 5.4, bold=True)))
        top += 5.4 * len(lines)
    inset = 0.0
    if entry.kind is not None:
        sign = Element(Role.FIGURE, parent, alternative=kind_names.get(entry.kind, str(entry.kind)))
        yield Drawn(sign, tuple(badge(entry.kind, LEFT, top - 0.6)))
        inset = BADGE_W
    for fact in entry.facts:
        lines = lettering.cut(_capital(said(fact)), LABEL_W - inset, 3, SMALL)
        element = Element(Role.PARAGRAPH, parent, language=language_of(fact))
        marks = text_lines(lines, LEFT + inset, top + 0.2, SMALL, SMALL_LINE, colour=Colour.QUIET)
        yield Drawn(element, tuple(marks))
        top += SMALL_LINE * len(lines)


def _beside(margin: Sequence[Drawn], strips: Sequence[Strip], after: int = 0) -> list[Strip]:
    """Strips with something in the label column: as high as it, and kept so far together.

    It begins level with the first strip; it is read out before strip number `after`.
    """
    deep = max((mark.y for drawn in margin for mark in drawn.marks if isinstance(mark, Words)), default=0.0) + 2.0
    result: list[Strip] = []
    high = 0.0
    for strip in strips:
        high += strip.high
        result.append(strip if strip.keep or high >= deep else strip._replace(keep=True))
    if not result:
        result.append(Strip(0.0))
    if after:
        up = sum(strip.high for strip in result[: after - 1])
        moved = (drawn.lower(-up) for drawn in margin)
        result[after - 1] = result[after - 1]._replace(drawn=(*result[after - 1].drawn, *moved))
    else:
        result[0] = result[0]._replace(drawn=(*margin, *result[0].drawn))
    if high < deep:
        result.append(Strip(deep - high))
    return result
