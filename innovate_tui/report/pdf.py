"""The only file that knows fpdf2: a document becomes the bytes of a PDF.

fpdf2 is imported when a PDF is written and not before. All is drawn by `_draw`, which says first what it belongs to, so
that each mark is known to be part of the document's structure or none of it; the order of elements is kept for tagging.
Text is drawn a line at a time where the layout measured it; a person's text is never markup, nor a placeholder of any
kind.
"""

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from importlib import resources
from itertools import groupby, pairwise
from operator import itemgetter

from innovate_tui.report import attached_phrases, lettering, phrases, scripts, tagging
from innovate_tui.report.about_file import about_file
from innovate_tui.report.document import Document
from innovate_tui.report.figures.shapes import Box, Colour, Disc, Shape, Stroke, Words
from innovate_tui.report.layout import lay_out
from innovate_tui.report.lettering import MM
from innovate_tui.report.order import in_sight
from innovate_tui.report.pages import Drawn, Element, Page, Role, Sheet
from innovate_tui.report.scripts import Found
from innovate_tui.report.spoken import Spoken
from innovate_tui.report.strips import said
from innovate_tui.report.tagging import Tags
from innovate_tui.report.unprintable import unprintable
from innovate_tui.report.waiting import go_on

FAMILY = "body"
CELLS = (Role.HEADER, Role.CELL)
ATTACHED = "session.toml"
"""What the session is called inside its PDF. `storage.attached` looks for it by this name."""
PAGE = "Drawing page {page} of {pages}."
"""For somebody who waits."""
CREATOR, PRODUCER = "innovate-tui", "innovate-tui with fpdf2"


@dataclass(frozen=True, slots=True)
class Printed:
    """A finished PDF."""

    data: bytes
    unprintable: tuple[str, ...] = ()
    """What no font at hand could print, a line each; in the PDF a boxed question mark stands for every character."""
    pages: int = 0
    structure: tuple[tuple[int, str], ...] = ()
    """Every element in reading order: the page it begins on, and its name (H1, P, Figure)."""


def to_pdf(
    document: Document, sheets: Sequence[Sheet] = (), pages: Sequence[Page] = (), attached: bytes = b""
) -> Printed:
    """The document as a PDF, A4, with its fonts in it, and finished sheets after it. The same gives the same bytes.

    With `pages` these are all of it: it was laid out before. The session's own file goes into it where it is
    `attached`; the document says so.
    """
    pages = pages or lay_out(document, sheets)
    with ExitStack() as held:
        writer = _Writer(document, held)
        for number, page in enumerate(pages, 1):
            go_on(PAGE.format(page=number, pages=len(pages)))
            writer.page(page)
        if attached:
            writer.attach(attached, document.created)
        data = writer.finished()
    return Printed(data, unprintable(document), len(pages), tuple(writer.tags.order))


class _Writer:
    """One PDF in the making."""

    def __init__(self, document: Document, held: ExitStack) -> None:
        from fpdf import FPDF, ViewerPreferences

        from innovate_tui.report.tagged_output import PDF_VERSION, colours_of_screens

        self._pdf: FPDF = FPDF(unit="mm", format="A4")
        self.tags = Tags()
        self._language = document.language
        self._spoken: dict[Element, Spoken] = {}
        title = said(document.title)
        subject = document.subject or phrases.SUMMARY.replace("{title}", title)
        self._pdf.pdf_version = PDF_VERSION
        self._pdf.add_output_intent(**colours_of_screens())
        self._pdf.set_title(title)
        self._pdf.set_subject(subject)
        self._pdf.set_creator(CREATOR)
        self._pdf.set_producer(PRODUCER)
        self._pdf.set_xmp_metadata(about_file(title, subject, document.language, CREATOR, PRODUCER, document.created))
        self._pdf.set_lang(document.language)
        self._pdf.set_creation_date(document.created)
        self._pdf.set_auto_page_break(False)
        self._pdf.alias_nb_pages("")  # no text stands for the number of pages
        self._pdf.viewer_preferences = ViewerPreferences(display_doc_title=True)
        fonts = resources.files("innovate_tui.report").joinpath("fonts")
        for bold, name in lettering.FACES.items():
            # fpdf2 wants a path, and reads from it until the end: inside a zip this is a private copy, removed after
            path = held.enter_context(resources.as_file(fonts.joinpath(name)))
            self._pdf.add_font(FAMILY, "B" if bold else "", path)
        held.callback(self._let_go_of_fonts)

    def page(self, page: Page) -> None:
        """One page, in reading order; what lies under everything first."""
        self._pdf.add_page(orientation="landscape" if page.lying else "portrait", format=page.paper)
        # what is set on the page, so that nothing is set twice: font, and colours of text, lines and grounds
        self._face: tuple[str, float, bool] | None = None
        self._ink: Colour | None = None
        self._pen: Colour | None = None
        self._ground: Colour | None = None
        self._weight = -1.0
        for mark in page.bookmarks:
            self._pdf.set_y(mark.y)
            self._pdf.start_section(mark.title, mark.level, strict=False)
        for element, together in groupby((*page.under, *page.drawn), key=itemgetter(0)):  # the element of each
            run = [drawn for drawn in together if drawn.marks]
            if element is None:
                if run:
                    self._draw(tagging.ARTIFACT, run)
            elif run:
                self._draw(self.tags.begin(element, self._pdf.page), run)
                if element.role is not Role.FIGURE:
                    self.tags.read(element, run)
                if element.role is Role.FIGURE or element.target:
                    self.tags.placed(element, self._pdf.page, run, self._pdf.h)
            elif element.role in CELLS:
                self.tags.held(element)
        if page.foot is not None:
            self._draw(tagging.FOOT, [page.foot])

    def attach(self, session: bytes, moment: datetime) -> None:
        """The session's own file inside this one, as PDF/A-3 has it: what the document was made from."""
        self._pdf.embed_file(
            bytes=session,
            basename=ATTACHED,
            desc=attached_phrases.ATTACHMENT,
            modification_date=moment,  # the document's, so that bytes repeat
            mime_type="application/toml",
            associated_file_relationship="Source",
            compress=True,
        )

    def finished(self) -> bytes:
        """The file's bytes."""
        from innovate_tui.report.tagged_output import producer_of

        return bytes(self._pdf.output(output_producer_class=producer_of(self.tags, self._language)))

    def _let_go_of_fonts(self) -> None:
        """fpdf2 leaves the font files open; an open file cannot be removed on Windows."""
        for font in self._pdf.fonts.values():
            if (file := getattr(font, "ttfont", None)) is not None:
                file.close()

    def write(self, operator: str) -> None:
        """An operator of PDF onto the page."""
        self._pdf._out(operator)

    def _draw(self, begin: str, run: Sequence[Drawn]) -> None:
        """What belongs to one element, or to none, in one go: `begin` is the operator that says to which."""
        element = run[0].element
        spoken = self._follow(element) if element is not None and element.spoken else None
        self.write(begin)
        for _, marks, dx, dy in run:
            for mark in marks:
                if not isinstance(mark, Words):
                    self._form(mark, dx, dy)
                elif spoken is not None and mark.anchor == "left":
                    self._languages(mark, spoken, dx, dy)
                else:
                    self._words(mark, dx, dy)
        self.write(tagging.END)

    def _follow(self, element: Element) -> Spoken:
        """Where in its text an element has come to."""
        if element not in self._spoken:
            self._spoken[element] = Spoken(element.spoken)
        return self._spoken[element]

    def _languages(self, words: Words, spoken: Spoken, dx: float, dy: float) -> None:
        """A line that may change its language; what is not in the document's own says in which it is."""
        x = words.x
        for piece, language in list(spoken.pieces(words.text)):
            if language and language != self._language:
                self.write(f"/Span <</Lang{tagging.text_string(language)}>> BDC")
            self._words(words._replace(x=x, text=piece), dx, dy)
            if language and language != self._language:
                self.write(tagging.END)
            x += lettering.width(piece, words.size, words.bold)

    def _words(self, words: Words, dx: float, dy: float) -> None:
        x, y, text, size, bold, colour, anchor = words
        x, y = x + dx, y + dy
        if anchor != "left":
            wide = lettering.width(text, size, bold)
            x -= wide if anchor == "right" else wide / 2
        self._font(FAMILY, size, bold)
        if self._ink is not colour:
            self._ink = colour
            self._pdf.set_text_color(*colour.rgb)
        if text.isascii() or lettering.has_glyphs(text):
            self._pdf.text(x, y, text)
            return
        for letters, run, backward in in_sight(words.text, words.bold, words.anchor):
            if isinstance(letters, Found):
                self._found(letters, run, x, y, words, backward=backward)
                x += scripts.ems(letters, run) * words.size * MM
                continue
            self._font(FAMILY, size, bold)
            if letters:
                self._pdf.text(x, y, run)
            else:
                self._boxes(run, x, y, words)
            x += lettering.width(run, words.size, words.bold)

    def _found(self, font: Found, run: str, x: float, y: float, words: Words, *, backward: bool) -> None:
        """A run in a font of the machine, which goes into the file when its script occurs."""
        if font.key not in self._pdf.fonts:
            self._pdf.add_font(font.key, "", font.path)
        self._font(font.key, words.size)
        if not font.script.shaped:
            self._pdf.text(x, y, run)
            return
        from innovate_tui.report.tagged_output import shaped

        operators = shaped(self._pdf, run, x, y, backward=backward)
        # what is written backward is told in its own order by the element that it belongs to, not here
        self.write(operators if backward else f"/Span <</ActualText{tagging.text_string(run)}>> BDC {operators} EMC")

    def _boxes(self, run: str, x: float, y: float, words: Words) -> None:
        """For each character that no font has, a question mark in a box: seen by the eye, and read out as one."""
        em = words.size * MM
        step, high = lettering.MARK_EM * em, lettering.capital(words.size, words.bold)
        inset = (step - lettering.width("?", words.size, words.bold)) / 2
        for number in range(len(run)):
            left = x + number * step
            self._pdf.text(left + inset, y, "?")
            outline = Box(
                left + 0.06 * em, y - high - 0.08 * em, step - 0.12 * em, high + 0.16 * em, None, words.colour, 0.2
            )
            self._form(outline, 0, 0)

    def _form(self, form: Box | Shape | Stroke | Disc, dx: float, dy: float) -> None:
        if form.weight != self._weight:
            self._weight = form.weight
            self._pdf.set_line_width(form.weight)
        if isinstance(form, Stroke):
            self._stroke(form, dx, dy)
            return
        fill, stroke = form.fill, form.stroke
        if stroke:
            self._lines_in(stroke)
        if fill and fill is not self._ground:
            self._ground = fill
            self._pdf.set_fill_color(*fill.rgb)
        style = "DF" if stroke and fill else "D" if stroke else "F" if fill else ""
        match form:
            case Box(x, y, w, h, radius=radius):
                if radius:
                    self._pdf.rect(x + dx, y + dy, w, h, style=style, round_corners=True, corner_radius=radius)
                else:
                    self._pdf.rect(x + dx, y + dy, w, h, style=style)
            case Disc():
                self._pdf.circle(form.x + dx, form.y + dy, form.r, style=style)
            case Shape():
                self._pdf.polygon([(x + dx, y + dy) for x, y in form.points], style=style)

    def _stroke(self, stroke: Stroke, dx: float, dy: float) -> None:
        self._lines_in(stroke.colour)
        if stroke.dash:
            self._pdf.set_dash_pattern(*stroke.dash)
        for (x1, y1), (x2, y2) in pairwise(stroke.points):
            self._pdf.line(x1 + dx, y1 + dy, x2 + dx, y2 + dy)
        if stroke.dash:
            self._pdf.set_dash_pattern(0, 0)

    def _lines_in(self, colour: Colour) -> None:
        if colour is not self._pen:
            self._pen = colour
            self._pdf.set_draw_color(*colour.rgb)

    def _font(self, family: str, size: float, bold: bool = False) -> None:
        """Set the font, unless it is set so already: asked for every line of text, so it compares what it is told."""
        if self._face != (family, size, bold):
            self._face = family, size, bold
            self._pdf.set_font(family, "B" if bold else "", size)
