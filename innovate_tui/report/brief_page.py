"""The brief laid out: always one page, whatever is in it.

What does not fit is left out in one order: sentences at the head beyond the first, words under the questions, actions
beyond three, cards of little energy, influences beyond two; at last every title stands in one
line. Of what is left out
the page says how many there are.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from innovate_tui.report import brief_phrases, lettering, road_phrases, scripts
from innovate_tui.report.brief import Board, Brief, Months, Pressing, Ranked
from innovate_tui.report.document import RoadmapPicture, language_of
from innovate_tui.report.figures.diamond_badge import place_badge
from innovate_tui.report.figures.marks import badge, speech, text_lines
from innovate_tui.report.figures.roadmap import energy_bars
from innovate_tui.report.figures.shapes import Colour, Drawing, Stroke, dashed_outline
from innovate_tui.report.figures.small import RATIO, small
from innovate_tui.report.figures.small_road import small_roadmap
from innovate_tui.report.pages import BODY, BOTTOM, LEFT, SMALL, WIDE, Bookmark, Drawn, Element, Page, Role
from innovate_tui.report.strips import heading, said
from innovate_tui.workshop.features import Kind
from innovate_tui.workshop.roadmap import Energy

TOP = 16.0
GAP = 3.2
THIRD, HALF, QUARTER = 54.0, 83.0, 39.5
"""Columns of the page, 4 apart."""
ROW, SMALL_ROW = 5.4, 4.8
"""From line to line."""
HEAD = 8.2
"""The title of a section, with what stands above it."""
FOOT_SIZE, FOOT_ROW = 10.0, 4.4
MOST_AT_FOOT = 5
"""Lines of the source: with an attached session and all that was left out it has most."""
MOST_SPARE = 3.0
"""What a page with room to spare adds between two sections."""


@dataclass(frozen=True, slots=True)
class Cut:
    """How much is told."""

    words: int = 3
    """Lines under each question."""
    actions: int = 5
    months: int = 4
    """Cards in three months."""
    pressing: int = 5
    headlines: int = 3
    lines: int = 2
    """Of a title or an action."""
    sentence: int = 2
    """Lines of a headline."""


CUTS = (
    Cut(sentence=3),
    Cut(),
    Cut(words=2),
    Cut(words=2, headlines=1),
    Cut(words=1, headlines=1),
    Cut(words=0, headlines=1),
    Cut(words=0, headlines=1, actions=3),
    Cut(words=0, headlines=1, actions=3, months=3),
    Cut(words=0, headlines=1, actions=3, months=2),
    Cut(words=0, headlines=1, actions=3, months=2, pressing=3),
    Cut(words=0, headlines=1, actions=3, months=2, pressing=2),
    Cut(words=0, headlines=0, actions=3, months=2, pressing=2),
    Cut(words=0, headlines=1, actions=3, months=2, pressing=4, lines=1),
    Cut(words=0, headlines=0, actions=3, months=2, pressing=2, lines=1),
)
"""From all of it to the least; the last one fits whatever is in it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Something drawn from its own head downward."""

    high: float
    drawn: tuple[Drawn, ...]


def brief_pages(brief: Brief) -> tuple[Page, ...]:
    """The one page."""
    room = BOTTOM + 12 - TOP
    for cut in CUTS:
        made = _Sheet(brief, cut)
        if made.high <= room:
            break
    return (made.page(room),)


class _Sheet:
    """The page with so much on it."""

    def __init__(self, brief: Brief, cut: Cut) -> None:
        self.brief = brief
        self.cut = cut
        root = Element(Role.DOCUMENT, language=brief.document.language)
        self.part = Element(Role.PART, root)
        self.head = self._head()
        self.sections = [
            self._standing(),
            self._pressing(),
            self._ahead(),
            self._questions(),
            self._actions(),
        ]
        self.source = self._source()

    @property
    def high(self) -> float:
        """All of it, as close as may be."""
        return self.head.high + sum(section.high + GAP for section in self.sections) + self.source.high + GAP

    def page(self, room: float) -> Page:
        """The finished page; what room it has to spare stands between the sections."""
        page = Page(bookmarks=[Bookmark(said(self.brief.document.title), 0, 0)])
        gap = GAP + min(MOST_SPARE, max(0.0, room - self.high) / (len(self.sections) + 1))
        y = TOP
        for piece in (self.head, *self.sections):
            page.drawn += [drawn.lower(y) for drawn in piece.drawn]
            y += piece.high + gap
        foot = max(y, TOP + room - self.source.high)
        page.drawn += [drawn.lower(foot) for drawn in self.source.drawn]
        return page

    # The head

    def _head(self) -> Piece:
        brief = self.brief
        drawn: list[Drawn] = []
        title = said(brief.document.title)
        size, lines = lettering.fit(title, WIDE, 20.0, (26.0, 22.0, 20.0))
        step = size * lettering.MM * 1.16
        drawn.append(
            Drawn(heading(brief.document.title, self.part, 1), tuple(text_lines(lines, LEFT, 0, size, step, bold=True)))
        )
        y = step * len(lines) + 1.5
        about = (brief.document.cover.sort, *brief.whose)
        whose = " · ".join(scripts.apart(said(each)) for each in about if each)
        for line in lettering.cut(whose, WIDE, 1, SMALL):
            drawn.append(self._line(Role.PARAGRAPH, self.part, line, LEFT, y, SMALL, colour=Colour.QUIET))
            y += 6.4
        for sentence in brief.headlines[: self.cut.headlines]:
            rows = lettering.cut(said(sentence), WIDE, self.cut.sentence, 13)
            element = Element(Role.PARAGRAPH, self.part, language=language_of(sentence))
            drawn.append(Drawn(element, tuple(text_lines(rows, LEFT, y, 13, 6.0)), 0, 0))
            y += 6.0 * len(rows) + 0.6
        y += 2.0
        wide = THIRD
        high = wide / RATIO
        for number, board in enumerate(brief.boards):
            x = LEFT + number * (THIRD + 4)
            drawn.append(self._board(board, x, y, wide, high))
        y += high + 2.6
        for number, board in enumerate(brief.boards):
            name = lettering.cut(said(board.tool), THIRD, 1, SMALL, True)
            x = LEFT + number * (THIRD + 4)
            caption = Element(Role.PARAGRAPH, self.part, language=language_of(board.tool))
            drawn.append(Drawn(caption, tuple(text_lines(name, x, y, SMALL, 5, bold=True))))
        return Piece(y + 4.0, tuple(drawn))

    def _board(self, board: Board, x: float, y: float, wide: float, high: float) -> Drawn:
        """A board small, or its empty place."""
        if board.figure is None:
            words = brief_phrases.EMPTY_BOARD.replace("{tool}", said(board.tool))
            element = Element(Role.FIGURE, self.part, alternative=words)
            marks = [
                *dashed_outline(((0, 0), (wide, 0), (wide, high), (0, high)), colour=Colour.RULE, weight=0.3),
                *text_lines(
                    (brief_phrases.ROAD_NONE,), wide / 2, high / 2 - 1.5, SMALL, 5, colour=Colour.QUIET, anchor="centre"
                ),
            ]
            return Drawn(element, tuple(marks), x, y)
        picture, told = board.figure.picture, board.figure.alternative
        drawing: Drawing = (
            small_roadmap(picture, wide, high) if isinstance(picture, RoadmapPicture) else small(picture, wide, high)
        )
        element = Element(Role.FIGURE, self.part, alternative=said(told), language=language_of(told))
        return Drawn(element, drawing.marks, x, y)

    # The diamond

    def _standing(self) -> Piece:
        brief = self.brief
        drawn: list[Drawn] = []
        high = 0.0
        dissent = False
        for title, ranked, x in (
            (brief_phrases.BUILD_ON, brief.top, LEFT),
            (brief_phrases.WORK_ON, brief.bottom, LEFT + HALF + 4),
        ):
            head = self._section(title, x, HALF)
            drawn += head
            y = HEAD
            if not ranked:
                words = brief_phrases.NOTHING_HERE if brief.diamond else brief_phrases.NOT_DONE
                drawn.append(self._line(Role.PARAGRAPH, self.part, words, x, y, BODY))
                y += ROW
            whole = Element(Role.LIST, self.part)
            for each in ranked:
                y += self._place(each, whole, x, y, drawn)
                dissent = dissent or each.dissent
            high = max(high, y)
        if dissent:
            said_ = brief_phrases.DISSENT_ALONE if brief.alone else brief_phrases.DISSENT
            drawn.append(
                Drawn(
                    Element(Role.PARAGRAPH, self.part),
                    (
                        speech(LEFT + WIDE - lettering.width(said_, SMALL) - 6, 2.6, 3.6),
                        *text_lines((said_,), LEFT + WIDE, 3.0, SMALL, 5, colour=Colour.QUIET, anchor="right"),
                    ),
                )
            )
        return Piece(high, tuple(drawn))

    def _place(self, ranked: Ranked, whole: Element, x: float, y: float, drawn: list[Drawn]) -> float:
        """A card with its place; how high it is."""
        item = Element(Role.ITEM, whole)
        body = Element(Role.ITEM_BODY, item, language=language_of(ranked.title))
        label = Element(Role.SPAN, body)
        lines = lettering.cut(said(ranked.title), HALF - 9 - (6 if ranked.dissent else 0), self.cut.lines, BODY)
        drawn.append(Drawn(label, tuple(place_badge(ranked.place, 0, 0)), x, y - 0.7))
        drawn.append(Drawn(body, tuple(text_lines(lines, x + 7, y, BODY, ROW))))
        if ranked.dissent:
            words = brief_phrases.DISSENT_ALONE if self.brief.alone else brief_phrases.DISSENT
            sign = Element(Role.FIGURE, body, alternative=words)
            drawn.append(Drawn(sign, (speech(x + HALF - 4.5, y - 0.4, 3.8),)))
        return ROW * len(lines) + 0.8

    # The quadrants

    def _pressing(self) -> Piece:
        brief = self.brief
        drawn = list(self._section(brief_phrases.PRESSING, LEFT, WIDE))
        y = HEAD
        if not brief.pressing:
            words = brief_phrases.NONE_DUE if brief.quadrants else brief_phrases.NOT_DONE
            drawn.append(self._line(Role.PARAGRAPH, self.part, words, LEFT, y, BODY))
            return Piece(y + ROW, tuple(drawn))
        whole = Element(Role.LIST, self.part)
        shown = brief.pressing[: self.cut.pressing]
        for each in shown:
            y += self._influence(each, Element(Role.ITEM, whole), y, drawn)
        if rest := len(brief.pressing) - len(shown):
            drawn.append(self._more(rest, LEFT + 7, y))
            y += ROW
        return Piece(y, tuple(drawn))

    def _influence(self, each: Pressing, item: Element, y: float, drawn: list[Drawn]) -> float:
        """An influence, and beside it what will help."""
        body = Element(Role.ITEM_BODY, item)
        first = Element(Role.SPAN, body, language=language_of(each.title))
        lines = lettering.cut(said(each.title), HALF - 8, self.cut.lines, BODY)
        drawn.append(Drawn(None, tuple(badge(Kind.INFLUENCE, LEFT, y - 0.6))))
        drawn.append(Drawn(first, tuple(text_lines(lines, LEFT + 7, y, BODY, ROW))))
        right = LEFT + HALF + 4
        helpers = ", ".join(said(helper) for helper in each.helpers)
        second = Element(Role.SPAN, body, language=language_of(each.helpers[0]) if each.helpers else "")
        helps = lettering.cut(helpers or said(self.brief.no_help), HALF - 8, self.cut.lines, BODY)
        if helpers:
            drawn.append(Drawn(None, tuple(badge(Kind.NEXT_LEVEL, right, y - 0.6))))
        colour = Colour.INK if helpers else Colour.QUIET
        drawn.append(Drawn(second, tuple(text_lines(helps, right + 7, y, BODY, ROW, colour=colour))))
        return ROW * max(len(lines), len(helps)) + 0.8

    # The roadmap

    def _ahead(self) -> Piece:
        drawn = list(self._section(brief_phrases.NEXT, LEFT, WIDE))
        if not self.brief.months:
            drawn.append(self._line(Role.PARAGRAPH, self.part, brief_phrases.NOT_DONE, LEFT, HEAD, BODY))
            return Piece(HEAD + ROW, tuple(drawn))
        deep = [
            self._quarter(months, LEFT + number * (QUARTER + 4), drawn)
            for number, months in enumerate(self.brief.months)
        ]
        return Piece(max(deep), tuple(drawn))

    def _quarter(self, months: Months, x: float, drawn: list[Drawn]) -> float:
        drawn.append(self._line(Role.PARAGRAPH, self.part, said(months.words), x, HEAD, SMALL, colour=Colour.QUIET))
        y = HEAD + ROW
        if not months.cards:
            drawn.append(self._line(Role.PARAGRAPH, self.part, brief_phrases.NOTHING_BEGINS, x, y, SMALL))
            return y + ROW
        whole = Element(Role.LIST, self.part)
        shown = months.cards[: self.cut.months]
        for card in shown:
            item = Element(Role.ITEM, whole)
            body = Element(Role.ITEM_BODY, item, language=language_of(card.title))
            bars = Element(Role.FIGURE, body, alternative=road_phrases.COLUMN_ENERGY + f": {card.energy}")
            bold = card.energy is Energy.LARGE
            lines = lettering.cut(said(card.title), QUARTER - 5.4, self.cut.lines, SMALL, bold)
            drawn.append(Drawn(bars, tuple(energy_bars(card.energy, 0, 2.6, Colour.INK)), x, y))
            drawn.append(Drawn(body, tuple(text_lines(lines, x + 5.4, y, SMALL, SMALL_ROW, bold=bold))))
            y += SMALL_ROW * len(lines) + 0.6
        if rest := len(months.cards) - len(shown):
            drawn.append(self._more(rest, x + 5.4, y))
            y += SMALL_ROW
        return y

    # The questions, and what to do

    def _questions(self) -> Piece:
        drawn = list(self._section(brief_phrases.WILL_IT_WORK, LEFT, WIDE))
        if not self.brief.asked:
            drawn.append(self._line(Role.PARAGRAPH, self.part, brief_phrases.NOT_ANSWERED, LEFT, HEAD, BODY))
            return Piece(HEAD + ROW, tuple(drawn))
        deep = HEAD
        for number, each in enumerate(self.brief.asked):
            x, y = LEFT + number * (THIRD + 4), HEAD
            name = lettering.cut(said(each.lens), THIRD, 1, BODY, True)
            lens = Element(Role.PARAGRAPH, self.part, language=language_of(each.lens))
            drawn.append(Drawn(lens, tuple(text_lines(name, x, y, BODY, ROW, bold=True))))
            verdict = lettering.cut(said(each.verdict), THIRD, 1, BODY)
            drawn.append(self._line(Role.PARAGRAPH, self.part, verdict[0], x, y + ROW, BODY))
            y += 2 * ROW
            if each.words and self.cut.words:
                lines = lettering.cut(said(each.words), THIRD, self.cut.words, SMALL)
                words = Element(Role.PARAGRAPH, self.part, language=language_of(each.words))
                at, side = lettering.edge(said(each.words), x, THIRD)
                marks = text_lines(lines, at, y, SMALL, SMALL_ROW, colour=Colour.QUIET, anchor=side)
                drawn.append(Drawn(words, tuple(marks)))
                y += SMALL_ROW * len(lines)
            deep = max(deep, y)
        return Piece(deep, tuple(drawn))

    def _actions(self) -> Piece:
        drawn = list(self._section(brief_phrases.ACTIONS, LEFT, WIDE))
        y = HEAD
        actions = self.brief.actions
        if not actions:
            drawn.append(self._line(Role.PARAGRAPH, self.part, brief_phrases.NO_ACTIONS, LEFT, y, BODY))
            return Piece(y + ROW, tuple(drawn))
        owned, dated = any(each.owner for each in actions), any(each.due for each in actions)
        left = LEFT + (QUARTER + 4 if owned else 0)
        wide = LEFT + WIDE - left - (38 if dated else 0)
        whole = Element(Role.LIST, self.part)
        shown = actions[: self.cut.actions]
        for each in shown:
            body = Element(Role.ITEM_BODY, Element(Role.ITEM, whole))
            lines = lettering.cut(said(each.text), wide, self.cut.lines, BODY)
            if each.owner:
                owner = Element(Role.SPAN, body, language=language_of(each.owner))
                name = lettering.cut(said(each.owner), QUARTER, self.cut.lines, BODY, True)
                drawn.append(Drawn(owner, tuple(text_lines(name, LEFT, y, BODY, ROW, bold=True))))
            else:
                name = []
            text = Element(Role.SPAN, body, language=language_of(each.text))
            at, side = lettering.edge(said(each.text), left, wide - 6)
            drawn.append(Drawn(text, tuple(text_lines(lines, at, y, BODY, ROW, anchor=side))))
            if each.due:
                due = Element(Role.SPAN, body, language=language_of(each.due))
                marks = text_lines((said(each.due),), LEFT + WIDE, y, SMALL, ROW, anchor="right")
                drawn.append(Drawn(due, tuple(marks)))
            y += ROW * max(len(lines), len(name)) + 0.8
        if rest := len(actions) - len(shown):
            drawn.append(self._more(rest, left, y))
            y += ROW
        return Piece(y, tuple(drawn))

    def _source(self) -> Piece:
        words = ". ".join(said(value).rstrip(".") for value in self.brief.document.source.values)
        lines = lettering.cut(words, WIDE, MOST_AT_FOOT, FOOT_SIZE)
        element = Element(Role.PARAGRAPH, self.part)
        marks = tuple(text_lines(lines, LEFT, 0, FOOT_SIZE, FOOT_ROW, colour=Colour.QUIET))
        return Piece(FOOT_ROW * len(lines), (Drawn(element, marks),))

    # What they are made of

    def _section(self, title: str, x: float, wide: float) -> Iterator[Drawn]:
        yield Drawn(None, (Stroke(((x, 0), (x + wide, 0)), Colour.INK, 0.4),))
        head = Element(Role.HEADING, self.part, level=2)
        yield Drawn(head, tuple(text_lines((title,), x, 2.4, BODY, ROW, bold=True)))

    def _more(self, count: int, x: float, y: float) -> Drawn:
        words = brief_phrases.MORE.replace("{count}", str(count))
        return self._line(Role.PARAGRAPH, self.part, words, x, y, SMALL, colour=Colour.QUIET)

    def _line(
        self, role: Role, parent: Element, text: str, x: float, y: float, size: float, *, colour: Colour = Colour.INK
    ) -> Drawn:
        return Drawn(Element(role, parent), tuple(text_lines((text,), x, y, size, ROW, colour=colour)))
