"""The boards of a document as drawings, each with its key under it: for a web page, and one by one for slides."""

from collections.abc import Iterator, Mapping

from innovate_tui.report import lettering
from innovate_tui.report.document import Document, Figure, RoadmapPicture, language_of
from innovate_tui.report.figures import boards
from innovate_tui.report.figures.legend import legend, road_legend
from innovate_tui.report.figures.roadmap import RING, sheets
from innovate_tui.report.figures.shapes import Disc, Drawing, Words
from innovate_tui.report.figures.svg import stacked, svg_file
from innovate_tui.report.pages import LYING_WIDE, WIDE
from innovate_tui.report.strips import said
from innovate_tui.workshop.features import Kind

HIGH = 120.0
"""How high a board is drawn where it stands on a screen: all of it is to be seen at once."""
MARKED = 12.0
"""The size of what is said over a board by itself."""
ROAD_HIGH = 158.0
"""The same for a sheet of the roadmap, which is wider."""
SHEET = "Sheet {number} of {count}."
"""Which a picture is of several."""


def drawings(figure: Figure, kind_names: Mapping[Kind, str]) -> tuple[Drawing, ...]:
    """A figure's pictures with their keys: one, or for a long roadmap several sheets."""
    picture = figure.picture
    if not isinstance(picture, RoadmapPicture):
        high = max(HIGH, 0.75 * boards.height(picture))
        return (stacked((boards.board(picture, WIDE, high), legend(picture, kind_names, WIDE))),)
    folded = sheets(picture, LYING_WIDE, ROAD_HIGH)
    rings = any(isinstance(mark, Disc) and mark.r == RING for each in folded for mark in each.marks)
    key = road_legend(picture, kind_names, LYING_WIDE, rings=rings)
    return tuple(stacked((each, key), 2.0) for each in folded)


def sheet(told: str, number: int, count: int) -> str:
    """What is told of a figure, of one of its pictures: no two of them are called the same."""
    return told if count == 1 else f"{told} {SHEET.format(number=number, count=count)}"


def figures(document: Document) -> Iterator[Figure]:
    """The figures of a document, in order."""
    for part in document.parts:
        for block in part.blocks:
            if isinstance(block, Figure):
                yield block


def _mark(words: str, wide: float) -> Drawing:
    """A line over a board that leaves the room without its document."""
    line = Words(0, 5, "".join(lettering.cut(words, wide, 1, MARKED, bold=True)), MARKED, bold=True)
    return Drawing(wide, 7, (line,))


def board_files(document: Document) -> dict[str, bytes]:
    """Each board that was begun as a file of its own, by the file's name without its ending; sheets are numbered."""
    files: dict[str, bytes] = {}
    for figure in figures(document):
        drawn = drawings(figure, document.kind_names)
        for number, each in enumerate(drawn, 1):
            drawing = each
            name = figure.picture.board if len(drawn) == 1 else f"{figure.picture.board}-{number}"
            tongue = language_of(figure.alternative) or document.language
            told = sheet(said(figure.alternative), number, len(drawn))
            if document.marked:
                mark = said(document.marked)
                drawing, told = stacked((_mark(mark, drawing.w), drawing)), f"{mark}. {told}"
            files[name] = svg_file(drawing, told, tongue)
    return files
