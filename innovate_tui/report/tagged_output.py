"""How fpdf2 is brought to write a tagged file. With `pdf` and `order` all that knows fpdf2; imported for a PDF only.

Some of this has no public way: it uses names that may change with any release of fpdf2. That is why fpdf2 is pinned,
and why `tests/report/test_fpdf_names.py` says what to look at when one of them is gone.
"""

from collections import defaultdict
from typing import Any

from fpdf import FPDF
from fpdf.annotations import PDFAnnotation
from fpdf.enums import OutputIntentSubType, TextDirection
from fpdf.fonts import TTFFont
from fpdf.output import OutputProducer, PDFICCProfile, PDFXrefAndTrailer
from fpdf.syntax import DestinationXYZ, Name, PDFObject
from fpdf.util import builtin_srgb2014_bytes

from innovate_tui.report.packing import AT_MOST, cross_reference, packed
from innovate_tui.report.tagging import Link, Tags
from innovate_tui.report.waiting import go_on

PDF_VERSION = "1.7"
"""What both standards build on."""
CUT_SHORT = "\r\nendstream\nendobj"
"""Where the first character is the last of some data, a reader may take it for half of the line's end."""
NOTHING = 0x200B
"""A space without width: what a glyph stands for whose character another glyph has told already."""


def colours_of_screens() -> dict[str, Any]:
    """What `add_output_intent` is to be told: the colours of the file are those of sRGB, whose profile goes in."""
    return {
        "subtype": OutputIntentSubType.PDFA,
        "output_condition_identifier": "sRGB",
        "output_condition": "IEC 61966-2-1:1999",
        "registry_name": "http://www.color.org",
        "dest_output_profile": PDFICCProfile(contents=builtin_srgb2014_bytes(), n=3, alternate="DeviceRGB"),
        "info": "sRGB2014",
    }


def producer_of(tags: Tags, language: str) -> type[OutputProducer]:
    """A producer that writes this structure."""

    class Tagged(OutputProducer):
        """The file of fpdf2, with the structure tree, links and letters as readers of both standards want them."""

        def bufferize(self) -> bytearray:
            """The whole file."""
            pages = self.fpdf.pages
            for font in self.fpdf.fonts.values():
                if isinstance(font, TTFFont):
                    _tell_letters(font)
            for number, page in pages.items():
                page.struct_parents = number - 1
                page.tabs = Name("S")  # type: ignore[attr-defined]  # fpdf2 writes whatever is set on a page
            self._links = []
            for key, link in enumerate(tags.links, len(pages)):
                annotation = _annotation(link, key, pages[link.target].dimensions()[1])
                self._links.append(annotation)
                pages[link.page].add_annotation(annotation)
            self.offsets = defaultdict(int)  # the tree's objects have none, and fpdf2's own table asks for them
            return self._with_tree(super().bufferize())

        def _add_structure_tree(self) -> PDFObject:
            """In place of fpdf2's own tree, which has one level and calls everything a figure."""
            go_on()
            self._first = self.obj_id + 1
            pages = [page.id for _, page in sorted(self.fpdf.pages.items())]
            self._tree = tags.objects(self._first, pages, [link.id for link in self._links], language)
            self.obj_id += len(self._tree)
            root = PDFObject()
            root.id = self._first
            return root

        def _with_tree(self, written: bytearray) -> bytearray:
            """The file with its tree in packed streams, and with a packed table in place of fpdf2's."""
            file, table = written[: written.rindex(b"xref\n", 0, written.rindex(b"trailer"))], self.pdf_objs[-1]
            assert isinstance(table, PDFXrefAndTrailer)
            assert table.catalog_obj is not None
            assert table.info_obj is not None
            inside: dict[int, tuple[int, int]] = {}
            number = self.obj_id
            for start, stream in enumerate(packed(self._first, self._tree)):
                number += 1
                places = range(start * AT_MOST, min(len(self._tree), (start + 1) * AT_MOST))
                inside |= {self._first + place: (number, place - start * AT_MOST) for place in places}
                self.offsets[number] = len(file)
                file += b"%d 0 obj\n%b\nendobj\n" % (number, stream)
            number += 1
            self.offsets[number] = at = len(file)
            name = self.fpdf._default_file_id(file)
            more = f"/Root {table.catalog_obj.ref}/Info {table.info_obj.ref}/ID[{name}]"
            found = cross_reference(self.offsets, inside, number, more)
            file += b"%d 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (number, found, at)
            return file

        def _out(self, data: bytes | bytearray | str) -> None:
            """One object into the file; packed data that ends like a line gets a second sign that its line ends."""
            go_on()
            if isinstance(data, str) and data.endswith(CUT_SHORT):
                data = data.removesuffix(CUT_SHORT) + "\r" + CUT_SHORT
            super()._out(data)

    return Tagged


def _annotation(link: Link, key: int, top: float) -> PDFAnnotation:
    """The place to click, found again in the structure by its key; it opens the head of its page."""
    left, foot, right, head = link.frame
    annotation = PDFAnnotation(
        "Link", left, head, right - left, head - foot, contents=link.words, dest=DestinationXYZ(link.target, top)
    )
    annotation.struct_parent = key  # type: ignore[attr-defined]  # fpdf2 writes whatever is set on it
    return annotation


def shaped(pdf: FPDF, run: str, x: float, y: float, *, backward: bool) -> str:
    """The operators that print a run in the font that is set, its letters joined and in their places."""
    font = pdf.current_font
    assert isinstance(font, TTFFont)
    scale, across, up = pdf.font_size_pt / 1000 * font.scale, x * pdf.k, (pdf.h - y) * pdf.k
    direction = TextDirection.RTL if backward else TextDirection.LTR
    drawn = [] if pdf.current_font_is_set_on_page else [pdf._set_font_for_page(font, pdf.font_size_pt)]
    drawn.append("BT")
    for each in font.shape_text(run, pdf.font_size_pt, {"fragment_direction": direction, "features": {}}):
        if each["mapped_char"] is not None:
            left, foot = across + each["x_offset"] * scale, up + each["y_offset"] * scale
            letter = font.escape_text(chr(each["mapped_char"]))
            drawn.append(f"1 0 0 1 {left:.2f} {foot:.2f} Tm ({letter}) Tj")
        across += each["x_advance"] * scale
    if pdf.text_color is not None and pdf.fill_color != pdf.text_color:
        drawn = ["q", pdf.text_color.serialize().lower(), *drawn, "ET Q"]
    else:
        drawn.append("ET")
    return " ".join(drawn)


def _tell_letters(font: TTFFont) -> None:
    """Every glyph says which letters it stands for.

    Left alone, the glyph for "no such letter" says that it is U+0000, and one that a shaper put beside another says
    nothing: the one is forbidden, the other must not be.
    """
    for glyph, _ in font.subset.items():
        if glyph is None:
            continue
        if glyph.glyph_name == ".notdef" or glyph.unicode in (0, (0,)):
            glyph.unicode = ()
        elif glyph.unicode == ():
            glyph.unicode = (NOTHING,)
