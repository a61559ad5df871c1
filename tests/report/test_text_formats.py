"""Markdown and plain text: a person's words stay words, whatever they look like."""

import unicodedata
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from innovate_tui.report.document import Run, text_of
from innovate_tui.report.markdown import escaped, to_markdown
from innovate_tui.report.plain import columns, to_plain, wrap
from innovate_tui.report.summary import summarise
from innovate_tui.workshop.session import Said
from tests.report.conftest import document
from tests.report.sessions import DECK, HOSTILE, session

READER = MarkdownIt("gfm-like", {"linkify": True, "html": True})
ALLOWED = {"h1", "h2", "h3", "h4", "p", "ul", "ol", "li", "blockquote", "strong", "br", "hr"}
ALLOWED |= {"table", "thead", "tbody", "tr", "th", "td"}


class Tags(HTMLParser):
    """Which tags a page has, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def rendered(words: str) -> Tags:
    """A text as a reader of Markdown shows it, standing alone as a paragraph."""
    return Tags(READER.render(escaped((Run(words),))))


def test_nothing_in_a_hostile_session_becomes_markup_or_a_link() -> None:
    page = Tags(READER.render(to_markdown(document("hostile"))))
    assert set(page.tags) <= ALLOWED
    assert page.tags.count("strong") == 2  # "Not everyone agrees", a question's short name, and nobody else's
    assert page.tags.count("h1") == 1
    whole = " ".join(page.text.split())
    assert "**x** _y_ [a](http://b.example) {nb} <b>bold</b> `c` # d" in whole
    assert "www.j.example k@l.example" in whole


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=st.sampled_from(list("*_`[]()<>#+-=.!|~&:@/\\1 a\nw{}\"'$^")), max_size=40))
def test_no_text_at_all_becomes_markup(words: str) -> None:
    page = rendered(words)
    assert set(page.tags) <= {"p"}
    assert page.text.split() == words.split()


@pytest.mark.parametrize(
    "words", ["http://b.example/x_y", "www.b.example", "a@b.example", "b.example", "1. x", "1) x", "+ x", "---"]
)
def test_addresses_and_list_marks_are_not_live(words: str) -> None:
    page = rendered(words)
    assert page.tags == ["p"]
    assert page.text.strip() == words


def test_plain_text_fits_its_width_and_holds_no_control_character(every: str) -> None:
    for width in (80, 40):
        for line in to_plain(document(every), width).split("\n"):
            assert columns(line) <= width
            assert line == line.rstrip()
            assert not [c for c in line if unicodedata.category(c) in ("Cc", "Cs") or "\u202a" <= c <= "\u202e"]


def test_plain_text_keeps_every_word_of_a_long_note() -> None:
    told = to_plain(document("long_words")).split()
    assert all(f"word{number}" in told or f"word{number}." in told for number in range(3000))


def test_wide_letters_take_two_columns() -> None:
    assert list(wrap("时间时间", 5)) == ["时间", "时间"]
    assert list(wrap("one two three", 7, 1, 2)) == [" one", "   two", "   thre", "   e"]
    assert max(columns(line) for line in wrap("时间 " * 40, 33, 2)) <= 33


def test_a_note_in_the_hand_of_another_program_is_still_cleaned() -> None:
    told = summarise(session(said={"trust": Said(note=HOSTILE)}), DECK)
    assert "\x1b" not in to_markdown(told)
    assert "\u202e" not in to_plain(told)
    assert all("\x07" not in text_of(part.title) for part in told.parts)
