"""The PDF read back: what a recipient's reader makes of it."""

import gc
import hashlib
import logging
import os
import subprocess
import sys
import tempfile
import zipfile
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from innovate_tui.report.pdf import to_pdf
from innovate_tui.report.summary import summarise
from innovate_tui.report.unprintable import unprintable
from tests.report.conftest import SESSIONS, document, laid_out, printed, read_back
from tests.report.sessions import DECK, session

ROOT = Path(__file__).parents[2]


def reader(name: str) -> PdfReader:
    """A session's PDF, opened strictly."""
    return PdfReader(BytesIO(printed(name).data), strict=True)


def run(code: str, **environment: str) -> str:
    """What a fresh Python prints."""
    settings = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=settings, capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
    return done.stdout.strip()


def test_the_same_session_gives_the_same_bytes_here_and_in_another_process() -> None:
    code = (
        "import hashlib; from innovate_tui.report.pdf import to_pdf; from innovate_tui.report.summary import summarise;"
        "from tests.report.sessions import DECK, full;"
        "print(hashlib.sha256(to_pdf(summarise(full(), DECK)).data).hexdigest())"
    )
    again = to_pdf(summarise(SESSIONS["full"](), DECK)).data
    assert again == printed("full").data
    here = hashlib.sha256(again).hexdigest()
    assert (
        run(code, PYTHONHASHSEED="1", TZ="America/New_York") == run(code, PYTHONHASHSEED="2", TZ="Asia/Tokyo") == here
    )


def test_it_says_what_it_is(every: str) -> None:
    pdf = reader(every)
    assert pdf.metadata is not None
    assert pdf.metadata.title == " ".join("".join(run.text for run in document(every).title).split())
    assert pdf.metadata.creation_date == document(every).created
    root: Any = pdf.trailer["/Root"]
    assert root["/Lang"] == document(every).language
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    sizes = [(float(page.mediabox.width), float(page.mediabox.height)) for page in pdf.pages]
    assert sizes == [(841.89, 595.28) if page.lying else (595.28, 841.89) for page in laid_out(every)]


def test_every_page_but_the_cover_has_its_number(every: str) -> None:
    pages = read_back(every)
    assert len(pages) == printed(every).pages
    for number, text in enumerate(pages[1:], 2):
        assert text.endswith(f"{number} of {len(pages)}")
    assert " of " not in pages[0] or "1 of" not in pages[0]


def test_every_font_is_embedded_and_the_file_is_small(every: str) -> None:
    for page in reader(every).pages:
        fonts: Any = page["/Resources"]["/Font"]  # type: ignore[index]  # pypdf types it loosely
        for font in fonts.values():
            descriptor = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
            assert "/FontFile2" in descriptor
            assert "AtkinsonHyperlegible" in descriptor["/FontName"]
    assert len(printed(every).data) < 300 * 1024


def test_the_text_reads_back_in_the_order_in_which_it_is_meant() -> None:
    told = " ".join(read_back("full"))
    at = -1
    for words in (
        "Workshop summary",
        "Family hubs redesign",
        "Eastmere, 12 March",
        "Team A, Invented Borough of Eastmere",
        "Our diamond",
        "In the room",
        "Marek Zieliński",
        "Inside",
        "Diamond 9",
        "We put Trust and confidence first",
        "Fixed on 12 March 2026 at 10:18.",
        "Why they stand there",
        "Top three",
        "Partners ring each other before things go wrong. Families say so without being asked.",
        "Not everyone agrees",
        "Two of us would put this fifth",
        "Bottom three",
        "In the middle",
        "Set aside",
        "The case has been made",
        "Card by card",
        "Notes by card",
        "Thursday mornings may be free.",
        "Stepping back",
        "More than we thought.",
        "But only by day.",
        "Not answered",
        "Kept for later",
        "Car parking came up three times.",
        "Source",
        "theinnovateproject.co.uk",
    ):
        found = told.find(words, at + 1)
        assert found > at, words
        at = found


def test_every_word_of_a_long_note_is_there() -> None:
    told = " ".join(read_back("long_words"))
    assert all(f"word{number}" in told for number in range(3000))
    assert told.count("w") >= 3000


def test_the_contents_name_the_pages_on_which_parts_begin(every: str) -> None:
    pages = read_back(every)
    inside = pages[0].split("Inside")[-1]
    titles = ["".join(run.text for run in part.title) for part in document(every).parts]
    assert titles
    for title in titles:
        number = int(inside.split(title, 1)[1].split()[0])
        assert title in pages[number - 1]
        assert not any(
            f" {title} " in f" {page} " and f"{title}, continued" not in page
            for page in pages[1 : number - 1]
            if not page.startswith("In short")  # the story at the front names the tools too
        )


def test_bookmarks_lead_to_parts_and_what_is_in_them() -> None:
    pdf = reader("full")
    outline: list[Any] = pdf.outline
    parts = [item.title for item in outline if not isinstance(item, list)]
    assert parts == [
        "In short",
        "Diamond 9",
        "Why they stand there",
        "Card by card",
        "Notes by card",
        "Stepping back",
        "Kept for later",
    ]
    below = [item.title for group in outline if isinstance(group, list) for item in group]
    assert below[:5] == ["Diamond 9", "Top three", "Bottom three", "In the middle", "Set aside"]
    for item in (item for item in outline if not isinstance(item, list)):
        number = pdf.get_destination_page_number(item)
        assert number is not None
        assert item.title in read_back("full")[number]


def test_headings_go_down_one_level_at_a_time_from_the_only_title(every: str) -> None:
    names = [name for _, name in printed(every).structure if name[0] == "H" and name[1:].isdigit()]
    levels = [int(name[1:]) for name in names]
    assert levels[0] == 1
    assert levels.count(1) == 1
    for before, after in pairwise(levels):
        assert after <= before + 1


def test_the_structure_is_in_the_order_of_pages_and_has_the_figures() -> None:
    structure = printed("full").structure
    assert [page for page, _ in structure] == sorted(page for page, _ in structure)
    assert [page for page, name in structure if name == "Figure"][:2] == [1, 3]


def test_nothing_is_drawn_outside_an_element_or_an_artifact() -> None:
    for page in reader("full").pages:
        content = page.get_contents()
        assert content is not None
        inside: list[bytes] = []
        for _, operator in content.operations:
            if operator in (b"BDC", b"BMC"):
                inside.append(operator)
            elif operator == b"EMC":
                inside.pop()
            elif operator in (b"Tj", b"TJ", b"S", b"s", b"f", b"F", b"B", b"b"):
                assert inside
        assert not inside


def test_hostile_text_is_text() -> None:
    data = printed("hostile").data
    assert b"/URI" not in data
    assert b"/JavaScript" not in data
    held = [note.get_object() for page in reader("hostile").pages for note in page.get("/Annots", ())]
    assert {str(note["/Subtype"]) for note in held} == {"/Link"}
    assert all("/Dest" in note and "/A" not in note for note in held)  # the contents, and nothing that leads out
    told = " ".join(read_back("hostile"))
    assert "**x** _y_ [a](http://b.example) {nb} <b>bold</b> `c` # d" in told
    assert "\x1b" not in told
    assert "\u202e" not in told


def test_what_cannot_be_printed_is_named_and_leaves_a_mark() -> None:
    assert printed("languages").unprintable == (
        "我们没有时间 in “我们没有时间 to meet 😀, decomp…”",
        "😀 (grinning face, U+1F600) in “我们没有时间 to meet 😀, decomposed ŵ is …”",
    )
    told = " ".join(read_back("languages"))
    assert "? ? ? ? ? ? to meet ?, decomposed ŵ is ŵ." in told
    assert "Zespół jest zżyty: ąćęłńóśźż ĄĆĘŁŃÓŚŹŻ." in told
    assert "Mae’r teuluoedd yn dod yn ôl; dŵr, tŷ, Ŵyr, ẁ ẃ ẅ ỳ." in told


def test_what_can_be_printed_is_not_named(every: str) -> None:
    assert bool(printed(every).unprintable) == (every == "languages")
    assert unprintable(document(every)) == printed(every).unprintable


def test_an_unprintable_title_is_named_once() -> None:
    assert unprintable(summarise(session(title="工作坊"), DECK)) == ("工作坊",)


def test_writing_warns_of_nothing(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        to_pdf(document("languages"))
        gc.collect()  # a file left open would be warned of here
    assert caplog.records == []


def test_fpdf_is_loaded_for_a_pdf_and_for_nothing_else() -> None:
    code = (
        "import sys; import innovate_tui.report.pdf; from innovate_tui.report.plain import to_plain;"
        "from innovate_tui.report.markdown import to_markdown; from innovate_tui.report.summary import summarise;"
        "from tests.report.sessions import DECK, full;"
        "made = summarise(full(), DECK); to_plain(made); to_markdown(made);"
        "print([name for name in ('fpdf', 'fontTools', 'PIL') if name in sys.modules])"
    )
    assert run(code) == "[]"


def test_fonts_inside_a_zip_are_unpacked_for_the_export_and_removed(tmp_path: Path) -> None:
    packed = tmp_path / "program.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        for file in sorted((ROOT / "innovate_tui").rglob("*")):
            if file.suffix in (".py", ".ttf", ".txt"):
                archive.write(file, file.relative_to(ROOT))
    own = tmp_path / "tmp"
    own.mkdir()
    tests = tmp_path / "tests"
    for name in ("__init__.py", "report/__init__.py", "report/sessions.py"):
        (tests / name).parent.mkdir(exist_ok=True, parents=True)
        (tests / name).write_bytes((ROOT / "tests" / name).read_bytes())
    code = (
        "import hashlib, os, innovate_tui; from innovate_tui.report.pdf import to_pdf;"
        "from innovate_tui.report.summary import summarise; from tests.report.sessions import DECK, full;"
        "assert '.zip' in innovate_tui.__file__;"
        f"print(hashlib.sha256(to_pdf(summarise(full(), DECK)).data).hexdigest(), os.listdir({str(own)!r}))"
    )
    settings = {**os.environ, "PYTHONPATH": f"{packed}{os.pathsep}{tmp_path}", "TMPDIR": str(own), "TEMP": str(own)}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=settings, capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    assert done.stdout.split() == [hashlib.sha256(printed("full").data).hexdigest(), "[]"]
    assert Path(tempfile.gettempdir()) != own
