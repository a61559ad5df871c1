"""Naughty words stand in the text of the PDF, or are named as what no font at hand can print."""

import unicodedata
from io import BytesIO

import pypdf

from innovate_tui.report import lettering
from innovate_tui.report.pdf import to_pdf
from innovate_tui.report.plain import to_plain
from innovate_tui.report.summary import summarise
from innovate_tui.workshop.session import Parked
from innovate_tui.workshop.spoken import clean, one_line
from tests.naughty import NAUGHTY
from tests.report.sessions import DECK, session

A_PAGE = 900
THERE = [clean(words) for words in NAUGHTY if one_line(words)]


def without_spaces(text: str) -> str:
    """Its letters alone: where lines are broken is the page's matter."""
    return "".join(
        each for each in unicodedata.normalize("NFC", text) if not each.isspace() and unicodedata.category(each) != "Cf"
    )


def test_every_one_is_printed_or_named() -> None:
    document = summarise(session(parked={f"n-{n}": Parked(f"n-{n}", text) for n, text in enumerate(THERE)}), DECK)
    printed = to_pdf(document)
    pages = "".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(printed.data)).pages)
    there = without_spaces(pages)
    named = without_spaces("".join(printed.unprintable))
    lost = []
    for text in THERE:
        shown = without_spaces(lettering.printed(text))
        if shown.isascii() and len(shown) < A_PAGE:
            found = shown in there
        elif shown.isascii():  # a page ends within it
            found = all(there.count(each) >= shown.count(each) for each in shown[:1])
        else:
            found = set(shown) <= set(there) | set(named)
        if not found:
            lost.append(ascii(text[:40]))
    assert lost == []


def test_plain_text_has_them_all() -> None:
    document = summarise(session(parked={f"n-{n}": Parked(f"n-{n}", text) for n, text in enumerate(THERE)}), DECK)
    there = without_spaces(to_plain(document))
    assert [ascii(text[:40]) for text in THERE if without_spaces(text) not in there] == []
