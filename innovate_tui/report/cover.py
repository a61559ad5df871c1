"""The first page: whose summary it is, their boards as its only ornament, who was there, and what is inside."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from innovate_tui.report import lettering, phrases, scripts
from innovate_tui.report.document import CoverPicture, Document, Runs, language_of
from innovate_tui.report.figures.marks import text_lines
from innovate_tui.report.figures.shapes import Colour, Mark, Stroke
from innovate_tui.report.figures.small import RATIO, small
from innovate_tui.report.lettering import MM
from innovate_tui.report.pages import BODY, BOTTOM, LEFT, LINE, TEXT_W, TEXT_X, WIDE, Drawn, Element, Role
from innovate_tui.report.strips import heading, said

TITLE_SIZES = (44.0, 38.0, 32.0, 28.0, 24.0)
TITLE_W, TITLE_H = 150.0, 45.0
DIAMOND_H, LEAST_DIAMOND_H = 84.0, 45.0
"""The diamond's height, and the least to which names and contents may press it."""
LEAST_PAIR_H = 26.0
"""The least height to which two boards side by side may be pressed."""
BETWEEN = 8.0
"""Between two pictures."""
LEAST_SHARE = 0.75
"""Where three boards would be narrower than this share of their columns, how to read them is left to their pages."""
HALF = (TEXT_W - 4) / 2
NAME_COLUMNS = 8
"""Up to so many people stand in two columns; more of them stand in a row, one after another."""


def cover(document: Document, parent: Element, starts: Sequence[tuple[Runs, int]]) -> Iterator[Drawn]:
    """What is drawn on the cover, in reading order; `starts` are the parts and the pages they begin on."""
    about = document.cover
    yield _line(about.sort, parent, 22, 13, bold=True, colour=Colour.QUIET)
    size, lines = lettering.fit(said(document.title), TITLE_W, TITLE_H, TITLE_SIZES)
    step = size * MM * 1.12
    yield Drawn(heading(document.title, parent, 1), tuple(text_lines(lines, LEFT, 33, size, step, bold=True)))
    y = 33 + step * len(lines) + 6
    rows = [tuple(value for fact in facts for value in fact.values) for facts in about.lines]
    texts = [", ".join(scripts.apart(said(value)) for value in values) for values in rows]
    fitted = 18.0 if all(lettering.width(text, 18) <= WIDE for text in texts) else 15.0
    for values, text in zip(rows, texts, strict=True):
        told = lettering.cut(text, WIDE, 2, fitted)
        element = Element(Role.PARAGRAPH, parent, language=language_of(sum(values, ())))
        yield Drawn(element, tuple(text_lines(told, LEFT, y, fitted, 8.4)))
        y += 8.4 * len(told)
    inside = _inside(document, parent, starts)
    names = tuple(_names(document, parent, BOTTOM - _high(inside) - y - 18))
    foot = BOTTOM - _high(names) - _high(inside) + 3
    top = max(y + 8, 98.0 if foot - 104 > LEAST_DIAMOND_H else y + 8)
    if foot - 6 - top >= (LEAST_DIAMOND_H if len(about.pictures) == 1 else LEAST_PAIR_H):
        yield from _pictures(document, parent, top, min(DIAMOND_H, foot - 6 - top))
    for block in (names, inside):
        for drawn, offset in block:
            yield Drawn(drawn.element, drawn.marks, 0, foot + offset)
        foot += _high(block)


_Placed = tuple[Drawn, float]
"""Something drawn, and how far below the head of its block."""


def _pictures(document: Document, parent: Element, y: float, high: float) -> Iterator[Drawn]:
    """One board with its name and its key beside it; each of two under its own, or beside where that is larger."""
    pictures = document.cover.pictures
    if not pictures:
        return
    if len(pictures) == 1:
        wide = min(TEXT_W, high * RATIO)
        yield from _named(pictures[0], parent, LEFT, y)
        yield _small(pictures[0], parent, TEXT_X + (TEXT_W - wide) / 2, y, wide)
        return
    each = (WIDE - BETWEEN * (len(pictures) - 1)) / len(pictures)
    key_high = LINE * max(1 + len(picture.key) for picture in pictures) + 1.5
    keys = len(pictures) < 3 or (high - key_high) * RATIO >= each * LEAST_SHARE
    key_high = key_high if keys else LINE + 1.5
    wide = min(each, (high - key_high) * RATIO)
    texts = [lettering.width(said(line), BODY) for picture in pictures for line in picture.key]
    names = [lettering.width(said(picture.title), BODY, True) for picture in pictures]
    right = max(*texts, *names) + 4
    beside = min(each - right, high * RATIO) if keys else 0.0
    for number, picture in enumerate(pictures):
        x = LEFT + number * (each + BETWEEN)
        yield from _named(picture, parent, x, y, key=keys)
        if beside > wide:
            yield _small(picture, parent, x + right, y, beside)
        else:
            yield _small(picture, parent, x, y + key_high, wide)


def _named(picture: CoverPicture, parent: Element, x: float, y: float, *, key: bool = True) -> Iterator[Drawn]:
    """The name of a board and how to read it, line by line."""
    yield _line(picture.title, parent, y, BODY, bold=True, x=x)
    for number, line in enumerate(picture.key if key else (), 1):
        yield _line(line, parent, y + number * LINE, BODY, x=x)


def _small(picture: CoverPicture, parent: Element, x: float, y: float, wide: float) -> Drawn:
    drawing = small(picture.picture, wide, wide / RATIO)
    alternative = picture.alternative
    element = Element(Role.FIGURE, parent, alternative=said(alternative), language=language_of(alternative))
    return Drawn(element, drawing.marks, x, y)


def _names(document: Document, parent: Element, room: float) -> Iterator[_Placed]:
    """Who was there: two columns of names, or many of them in a row, in so much room at most."""
    people = document.cover.people
    if people is None:
        return
    yield Drawn(None, (_rule(0.5),)), 0.0
    yield _line(people.label, parent, 0, BODY, bold=True), 6.0
    names = [scripts.apart(said(value)) for value in people.values]
    short = all(lettering.width(name, BODY) <= HALF for name in names)
    lines: list[str] = []
    if len(names) <= NAME_COLUMNS and short:
        whole = Element(Role.LIST, parent)
        for number, (name, value) in enumerate(zip(names, people.values, strict=True)):
            element = Element(Role.ITEM_BODY, Element(Role.ITEM, whole), language=language_of(value))
            x, row = TEXT_X + (number % 2) * (HALF + 4), number // 2
            yield Drawn(element, tuple(text_lines((name,), x, 0, BODY, LINE))), 6.0 + row * LINE
        deep = 6.0 + (len(names) + 1) // 2 * LINE
    else:
        lines = _in_a_row(names, max(2, int(room / LINE)))
        element = Element(Role.PARAGRAPH, parent)
        yield Drawn(element, tuple(text_lines(lines, TEXT_X, 0, BODY, LINE))), 6.0
        deep = 6.0 + len(lines) * LINE
    yield Drawn(None, ()), deep + 3


def _in_a_row(names: list[str], most: int) -> list[str]:
    """Names one after another in at most so many lines; the rest of them are counted."""

    def told(count: int) -> list[str]:
        rest = len(names) - count
        more = (phrases.AND_MORE.replace("{count}", str(rest)),) if rest else ()
        return lettering.lines("; ".join((*names[:count], *more)), TEXT_W, BODY)

    fitting = bisect_right(range(1, len(names) + 1), most, key=lambda count: len(told(count)))
    return told(fitting) if fitting else lettering.cut(names[0], TEXT_W, most, BODY)


def _inside(document: Document, parent: Element, starts: Sequence[tuple[Runs, int]]) -> tuple[_Placed, ...]:
    """The contents: each part with its page, which a click on it opens."""
    label = Element(Role.PARAGRAPH, parent)
    contents = Element(Role.CONTENTS, parent)
    thick = 0.25 if document.cover.people else 0.5
    placed: list[_Placed] = [
        (Drawn(None, (_rule(thick),)), 0.0),
        (Drawn(label, tuple(text_lines((phrases.INSIDE,), LEFT, 0, BODY, LINE, bold=True))), 6.0),
    ]
    for number, (title, page) in enumerate(starts):
        item = Element(Role.CONTENTS_ITEM, contents, language=language_of(title))
        leads = phrases.LEADS_TO.replace("{page}", str(page)).replace("{title}", said(title))
        link = Element(Role.LINK, Element(Role.REFERENCE, item), alternative=leads, target=page)
        name = lettering.cut(said(title), TEXT_W - 14, 1, BODY)
        marks = [
            *text_lines(name, TEXT_X, 0, BODY, LINE),
            *text_lines((str(page),), TEXT_X + TEXT_W, 0, BODY, LINE, anchor="right"),
        ]
        placed.append((Drawn(link, tuple(marks)), 6.0 + number * LINE))
    placed.append((Drawn(None, ()), 6.0 + len(starts) * LINE))
    return tuple(placed)


def _line(
    runs: Runs,
    parent: Element,
    y: float,
    size: float,
    *,
    bold: bool = False,
    colour: Colour = Colour.INK,
    x: float = LEFT,
) -> Drawn:
    element = Element(Role.PARAGRAPH, parent, language=language_of(runs))
    return Drawn(element, tuple(text_lines((said(runs),), x, 0, size, LINE, bold=bold, colour=colour)), 0, y)


def _rule(weight: float) -> Mark:
    return Stroke(((LEFT, 0), (LEFT + WIDE, 0)), Colour.INK, weight)


def _high(block: Sequence[_Placed]) -> float:
    """How high a block is: the offset of its last, empty entry."""
    return block[-1][1] if block else 0.0
