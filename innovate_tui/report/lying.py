"""A picture that needs the width stands on pages of their own that lie on their side, its headline beside the title."""

from collections.abc import Mapping

from innovate_tui.report import lettering
from innovate_tui.report.document import Figure, Paragraph, RoadmapPicture, Runs, language_of
from innovate_tui.report.figures.legend import road_legend
from innovate_tui.report.figures.marks import text_lines
from innovate_tui.report.figures.roadmap import RING, sheets
from innovate_tui.report.figures.shapes import Disc
from innovate_tui.report.pages import (
    LYING_BOTTOM,
    LYING_LEFT,
    LYING_TOP,
    LYING_WIDE,
    Bookmark,
    Drawn,
    Element,
    Page,
    Role,
)
from innovate_tui.report.strips import continued, heading, paragraph, said
from innovate_tui.workshop.features import Kind

TITLE, HEADLINE = 26.0, 13.0
HEAD_H = 13.0
"""The room for the title and the headline beside it."""


def lying_pages(
    title: Runs, headline: Paragraph | None, figure: Figure, parent: Element, kind_names: Mapping[Kind, str]
) -> list[Page]:
    """A page for each sheet of the picture, the key under it."""
    assert isinstance(figure.picture, RoadmapPicture)
    for rings in (False, True):
        key = road_legend(figure.picture, kind_names, LYING_WIDE, rings=rings)
        drawings = sheets(figure.picture, LYING_WIDE, LYING_BOTTOM - LYING_TOP - HEAD_H - key.h - 2)
        if not any(isinstance(mark, Disc) and mark.r == RING for drawing in drawings for mark in drawing.marks):
            break
    element = Element(
        Role.FIGURE, parent, alternative=said(figure.alternative), language=language_of(figure.alternative)
    )
    head = heading(title, parent, 2)
    pages = []
    for number, drawing in enumerate(drawings):
        page = Page(lying=True)
        name = continued(said(title)) if number else said(title)
        name = lettering.cut(name, LYING_WIDE / 2, 1, TITLE, True)[0]
        marks = text_lines((name,), LYING_LEFT, LYING_TOP, TITLE, 10, bold=True)
        page.drawn.append(Drawn(None if number else head, tuple(marks)))
        if not number:
            page.bookmarks.append(Bookmark(said(title), 0, LYING_TOP))
            if headline is not None:
                page.drawn.append(_beside(headline, parent, lettering.width(name, TITLE, True)))
        top = LYING_TOP + HEAD_H
        page.drawn.append(Drawn(element, drawing.marks, LYING_LEFT, top))
        page.drawn.append(Drawn(element, key.marks, LYING_LEFT, top + drawing.h + 2))
        pages.append(page)
    return pages


def _beside(headline: Paragraph, parent: Element, after: float) -> Drawn:
    """The headline in one line, or in two, beside a title that is so wide."""
    element = paragraph(headline.runs, parent)
    left, text = LYING_LEFT + after + 6, said(headline.runs)
    lines = lettering.cut(text, LYING_WIDE - after - 6, 2, HEADLINE)
    rise = lettering.capital(TITLE, True) - lettering.capital(HEADLINE)
    top = LYING_TOP + (rise if len(lines) == 1 else 0.0)
    return Drawn(element, tuple(text_lines(lines, left, top, HEADLINE, 5.6)))
