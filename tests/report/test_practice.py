"""A rehearsal says so in every export, so that nobody takes it for real work."""

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from innovate_tui.report.data_tables import data_tables
from innovate_tui.report.document import text_of
from innovate_tui.report.drawings import board_files
from innovate_tui.report.html import to_html
from innovate_tui.report.markdown import to_markdown
from innovate_tui.report.pdf import to_pdf
from innovate_tui.report.plain import to_plain
from innovate_tui.report.summary import summarise
from innovate_tui.storage.session_file import file_words
from tests.report.conftest import SESSIONS
from tests.report.sessions import DECK, full, session


@pytest.mark.parametrize("name", ["full", "empty", "hostile"])
def test_every_page_of_the_pdf_says_so(name: str) -> None:
    practice = replace(SESSIONS[name](), practice=True, title="A title that is so long " * 6, group="A group " * 12)
    reader = PdfReader(BytesIO(to_pdf(summarise(practice, DECK)).data))
    pages = [" ".join(page.extract_text().split()) for page in reader.pages]
    assert all("Practice: A title" in page for page in pages)
    assert "A rehearsal: nothing in it is real work." in pages[0]
    assert reader.metadata is not None
    assert str(reader.metadata.title).startswith("Practice: ")


def test_the_heads_of_texts_and_every_row_of_a_table_say_so() -> None:
    practice = replace(full(), practice=True)
    document = summarise(practice, DECK)
    assert to_markdown(document).startswith("# Practice: ")
    assert "<h1>Practice: " in to_html(document)
    assert to_plain(document).startswith("Practice: ")
    assert "A rehearsal: nothing in it is real work." in " ".join(to_plain(document).split("\n")[:4])
    rows = [row for table in data_tables([(practice, DECK)]) for row in table.rows]
    assert rows
    assert all(row[0].startswith("Practice: ") for row in rows)


def test_pictures_for_slides_say_so_by_themselves() -> None:
    practice, real = (board_files(summarise(replace(full(), practice=each), DECK)) for each in (True, False))
    assert set(practice) == set(real)
    assert practice
    assert all(b">Practice: Family hubs" in data and b">Practice: Family" in data for data in practice.values())
    assert not any(b"Practice" in data for data in real.values())


def test_a_rehearsal_without_a_title_says_so_too_and_braces_are_words() -> None:
    assert text_of(summarise(session(practice=True, title=""), DECK).title) == "Practice: Untitled session"
    odd = session(practice=True, title="{title} {0}")
    assert text_of(summarise(odd, DECK).title) == "Practice: {title} {0}"
    assert data_tables([(odd, DECK)])


def test_files_of_a_rehearsal_are_named_so_and_those_of_real_work_are_not() -> None:
    assert file_words(session(practice=True, title="T", group="G")) == "practice T G"
    assert file_words(session(title="T", group="G")) == "T G"
    assert file_words(session(practice=True, title="")) == "practice"


def test_real_work_says_nothing_of_it() -> None:
    document = summarise(full(), DECK)
    assert "ractice" not in text_of(document.title) + text_of(document.cover.sort)
    assert "rehearsal" not in to_plain(document)
