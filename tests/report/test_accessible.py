"""Every PDF is PDF/UA-1 and PDF/A-3A in one file (E3, E4), and says the right things to those who only hear it.

A fast validator reads every kind of document here; the slow one, veraPDF, reads them in `.ci/run` (tests/verapdf.py).
What no validator can know is asked by reading the files back: whether figures, links and headings say something,
whether the order is the one that is meant, and whether a text is marked with its language.
"""

import re
from functools import cache
from io import BytesIO
from itertools import pairwise
from typing import Any

import page as validator
import pytest
from pypdf import PdfReader

from innovate_tui.report.document import Run, text_of
from innovate_tui.report.pages import Element, Role
from innovate_tui.report.spoken import Spoken
from innovate_tui.report.tagging import Tags
from tests.report.broken import FAULTS, nothing, written
from tests.report.conftest import SESSIONS, document
from tests.report.documents import DOCUMENTS
from tests.report.tagged_reading import Heard, heard, loose

BOTH = (validator.ValidationProfile.PDF_UA_1, validator.ValidationProfile.PDF_A_3A)

MOST = 300_000
"""Bytes of a document whose letters are all in the fonts that ship; fonts that are found on a machine are larger."""


def failed(data: bytes) -> set[str]:
    """The rules of both standards that a file breaks."""
    reports = [validator.validate_pdf_bytes(data, profile=profile) for profile in BOTH]
    assert all(report.rules.total > 90 for report in reports)
    return {failure.rule_id for report in reports for failure in report.failures}


@pytest.fixture(params=list(DOCUMENTS))
def data(request: pytest.FixtureRequest) -> bytes:
    """Each document in turn."""
    return DOCUMENTS[str(request.param)]().data


@cache
def structure(name: str) -> Heard:
    """What is heard of a document."""
    return heard(DOCUMENTS[name]().data)


@pytest.fixture(params=list(DOCUMENTS))
def told(request: pytest.FixtureRequest) -> Heard:
    """The structure of each document in turn."""
    return structure(str(request.param))


def test_every_document_keeps_both_standards(data: bytes) -> None:
    assert failed(data) == set()
    assert loose(data) == []


def test_no_document_is_larger_than_a_letter_with_a_picture(data: bytes) -> None:
    """Without fonts of other scripts at most 300 KB."""
    assert len(data) <= MOST


def test_headings_begin_with_the_title_and_leave_out_no_level(told: Heard) -> None:
    levels = [int(each.name[1:]) for each in told.all() if re.fullmatch(r"H\d", each.name)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))


def test_nothing_that_is_found_by_its_name_is_without_one(told: Heard) -> None:
    named = ("H1", "H2", "H3", "H4", "Figure", "Link", "LBody", "TOCI", "P")
    assert [each.name for each in told.all(*named) if not each.text] == []
    assert all("None" not in each.alternative for each in told.all("Figure"))


def test_a_figure_says_where_it_is_and_what_it_shows_in_a_sentence_or_a_name(told: Heard) -> None:
    for figure in told.all("Figure"):
        assert len(figure.alternative) < 700
        assert not re.search(r"\s{2}|\n", figure.alternative)
        if "/BBox" in figure.attributes:
            left, foot, right, top = figure.attributes["/BBox"]
            assert 0 <= left < right
            assert 0 <= foot < top


def test_a_table_has_as_many_cells_in_every_row_and_a_header_for_each(told: Heard) -> None:
    for table in told.all("Table"):
        rows = [row for row in table.kids if isinstance(row, Heard)]
        cells = [[cell for cell in row.kids if isinstance(cell, Heard)] for row in rows]
        wide = {sum(int(cell.attributes.get("/ColSpan", 1)) for cell in row) for row in cells}
        assert len(wide) == 1
        assert all(cell.attributes["/Scope"] == "/Column" for cell in cells[0])
        assert all(row[0].name == "TH" for row in cells)
        assert {cell.name for row in cells[1:] for cell in row[1:]} <= {"TD"}


def test_lists_hold_items_and_say_how_these_are_numbered(told: Heard) -> None:
    for each in told.all("L"):
        assert {kid.name for kid in each.kids if isinstance(kid, Heard)} == {"LI"}
        labels = [label.text for label in each.all("Lbl")]
        if labels:
            ordered = each.attributes["/ListNumbering"] == "/Decimal"
            assert labels == [f"{number}." if ordered else "•" for number in range(1, len(labels) + 1)]


def test_the_contents_lead_to_their_pages_and_say_so() -> None:
    items = list(structure("full").all("Link"))
    assert [item.links for item in items] == [1] * len(document("full").parts)
    assert [item.text.rsplit(" ", 1)[0] for item in items] == [text_of(part.title) for part in document("full").parts]
    pages = [kid.get_object() for kid in _pages("full")[0]["/Annots"]]
    assert str(pages[0]["/Contents"]) == f"{text_of(document('full').parts[0].title)}, page 2"
    starts = [int(item.text.rsplit(" ", 1)[1]) for item in items]
    numbers = [page.indirect_reference.idnum for page in _pages("full")]
    assert [note["/Dest"][0].idnum for note in pages] == [numbers[start - 1] for start in starts]


def _pages(name: str) -> list[Any]:
    return list(PdfReader(BytesIO(DOCUMENTS[name]().data)).pages)


def test_a_paragraph_that_goes_on_over_pages_is_read_as_one() -> None:
    (note,) = (text for text in (said.note for said in SESSIONS["long_words"]().said.values()) if "word0" in text)
    spoken = [each.text for each in structure("long_words").all("P") if re.search(r"word\d", each.text)]
    assert [" ".join(text.split()) for text in spoken] == [" ".join(text.split()) for text in note.split("\n\n")]


def test_the_foot_of_the_page_and_what_is_said_again_are_not_read_out(told: Heard) -> None:
    assert not re.search(r", continued\b", told.text)
    assert not re.search(r"\b\d+ of \d+$", told.text)


def test_another_language_is_told_wherever_it_begins() -> None:
    french, welsh = structure("french"), structure("languages")
    assert {each.language for each in french.all()} == {"", "fr-FR"}
    assert {each.text for each in french.all("LBody")} >= {"Une équipe stable"}
    assert all(item.language == "fr-FR" for item in french.all("LI") if "Une équipe stable" in item.text)
    assert {each.language for each in welsh.all()} == {"", "en-GB"}
    assert [each.text for each in welsh.all("H1") if not each.language] == ["Dŵr a thŷ"]


def test_a_line_says_where_its_language_changes() -> None:
    text = Spoken((Run("We put "), Run("faire confiance", "fr-FR"), Run(" first and "), Run("oser", "fr-FR"), Run(".")))
    assert list(text.pieces("We put faire con-")) == [("We put ", ""), ("faire con-", "fr-FR")]
    assert list(text.pieces("fiance first and")) == [("fiance ", "fr-FR"), ("first and", "")]
    assert list(text.pieces("oser.…")) == [("oser", "fr-FR"), (".…", "")]


def test_within_a_sentence_another_language_is_told_as_well() -> None:
    pieces = re.findall(rb"/Span <</Lang\((.*?)\)>> BDC", _pages("french")[1].get_contents().get_data())
    assert set(pieces) == {b"fr-FR"}
    assert not re.search(rb"/Span <</Lang", _pages("full")[1].get_contents().get_data())


def test_what_is_broken_on_purpose_is_found() -> None:
    assert failed(written(nothing, nothing)) == set()
    found = {name: failed(fault.file()) for name, fault in FAULTS.items()}
    assert {name: fault.rule for name, fault in FAULTS.items() if fault.rule not in found[name]} == {}


def test_an_element_is_opened_again_on_every_page_it_goes_on() -> None:
    tags, paragraph = Tags(), Element(Role.PARAGRAPH, Element(Role.DOCUMENT))
    assert tags.begin(paragraph, 1) == "/P <</MCID 0>> BDC"
    assert tags.begin(Element(Role.PARAGRAPH), 1) == "/P <</MCID 1>> BDC"
    assert tags.begin(paragraph, 2) == "/P <</MCID 0>> BDC"
    written = tags.objects(10, [5, 6], [], "en")
    assert written[3] == "<</S/P/P 12 0 R/Pg 5 0 R/K[0 <</Type/MCR/Pg 6 0 R/MCID 0>>]>>"
