"""A canary: the names of fpdf2 that are not public, and that the tags are written with.

fpdf2 is pinned to one release because of these. When it is raised and a test here fails, look at the method named:

- `bufferize` numbers all objects, asks `_add_structure_tree` for the tree's root in between, and then writes them one
  by one with `_out`. `tagged_output` puts its own tree in there, and its own table at the end.
- `offsets`, `obj_id` and `pdf_objs` are where objects are, the last number given, and all objects, the table last.
- glyphs of `font.subset` say by `unicode` what they stand for. `.notdef` says U+0000 and must be told to say nothing.

Then see that tests/report/test_accessible.py and tests/verapdf.py pass, and only then change the pin.
"""

import inspect
import re
import tomllib
from importlib.metadata import version
from io import BytesIO
from pathlib import Path

from fpdf import FPDF
from fpdf.output import OutputProducer, PDFPage, PDFXrefAndTrailer
from pypdf import PdfReader

from innovate_tui.report import pdf
from tests.report.conftest import printed

HELP = "fpdf2 has changed: see the head of this file"
PYPROJECT = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))


def test_fpdf2_is_the_release_that_the_tags_were_written_for() -> None:
    assert f"fpdf2=={version('fpdf2')}" in PYPROJECT["project"]["dependencies"], HELP


def test_the_methods_that_are_taken_over_are_there_and_are_used() -> None:
    source = inspect.getsource(OutputProducer.bufferize)
    for name in ("self._add_structure_tree()", "self._out(", "PDFXrefAndTrailer(self)", "xref.catalog_obj = "):
        assert name in source, HELP
    assert source.index("self._add_pages()") < source.index("self._add_structure_tree()"), HELP
    assert source.index("self._add_annotations_as_objects()") < source.index("self._add_structure_tree()"), HELP
    assert "builder.offsets[obj_id]" in inspect.getsource(PDFXrefAndTrailer.serialize), HELP


def test_the_attributes_that_are_set_are_there() -> None:
    paper = FPDF()
    paper.add_page()
    producer = OutputProducer(paper)
    assert isinstance(producer.pdf_objs, list), HELP
    assert producer.obj_id == 0, HELP
    assert producer.offsets == {}, HELP
    page = paper.pages[1]
    assert isinstance(page, PDFPage), HELP
    assert page.struct_parents is None, HELP
    assert page.annots == [], HELP
    assert paper.struct_builder.empty(), HELP
    assert callable(paper._default_file_id), HELP
    assert paper._out("BT ET") is None, HELP  # type: ignore[func-returns-value]  # it is there and takes words


def test_no_glyph_says_that_it_is_nothing_at_all() -> None:
    reader = PdfReader(BytesIO(printed("full").data))
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]  # pypdf types it loosely
            told = font.get_object()["/ToUnicode"].get_object().get_data().decode("latin-1")
            assert "<0000>\n" not in re.sub(r"begincodespacerange.*?endcodespacerange", "", told, flags=re.DOTALL), HELP


def test_fpdf2_is_known_in_three_files_alone() -> None:
    here = Path(pdf.__file__).parents[1]
    knows = {file.name for file in here.rglob("*.py") if re.search(r"(from|import) fpdf\b", file.read_text("utf-8"))}
    assert knows == {"pdf.py", "tagged_output.py", "order.py"}
