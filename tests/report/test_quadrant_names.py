"""A deck's own names for the quadrants in the summary: in the picture, in its words, in headings; else none at all."""

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from innovate_tui.report.document import Figure, QuadrantsPicture, Section, text_of
from innovate_tui.report.figures.quadrants import quadrants
from innovate_tui.report.figures.shapes import Words
from innovate_tui.report.markdown import to_markdown
from innovate_tui.report.pdf import to_pdf
from innovate_tui.report.plain import to_plain
from innovate_tui.report.summary import summarise
from innovate_tui.workshop.deck import Deck
from innovate_tui.workshop.quadrants import Quadrant
from tests.report.grid_sessions import both_tools
from tests.report.sessions import DECK

NAMES = {
    "high-importance-high-threat": "Act now",
    "high-importance-low-threat": "Keep in view",
    "low-importance-high-threat": "Fend off",
    "low-importance-low-threat": "Let be",
}


WHERE = (
    "High importance, high threat",
    "High importance, low threat",
    "Low importance, high threat",
    "Low importance, low threat",
)
"""The positions of the four, in the same order."""


@pytest.fixture(scope="module")
def named() -> Deck:
    """The small deck with names for its quadrants, in a language of its own."""
    grid = DECK.tools["quadrants"]._replace(names=NAMES)
    return replace(DECK, tools={**DECK.tools, "quadrants": grid}, language="fr-FR")


def figure(deck: Deck) -> Figure:
    blocks = [block for part in summarise(both_tools(), deck).parts for block in part.blocks]
    return next(block for block in blocks if isinstance(block, Figure) and isinstance(block.picture, QuadrantsPicture))


def read(pdf: bytes) -> str:
    """What a reader gets out of a PDF, line ends folded."""
    return " ".join(word for page in PdfReader(BytesIO(pdf)).pages for word in page.extract_text().split())


def test_each_quadrant_of_the_picture_bears_its_name_and_its_position(named: Deck) -> None:
    picture = figure(named).picture
    assert isinstance(picture, QuadrantsPicture)
    assert [text_of(picture.fields[quadrant].called) for quadrant in Quadrant] == [
        "Fend off",
        "Act now",
        "Let be",
        "Keep in view",
    ]
    drawn = [mark for mark in quadrants(picture, 267, 150).marks if isinstance(mark, Words)]
    texts = [mark.text for mark in drawn]
    for name, where in zip(NAMES.values(), WHERE, strict=True):
        at = texts.index(name)
        assert texts[at + 1] == where, "the position follows, on a line of its own"
        assert drawn[at].y < drawn[at + 1].y
        assert drawn[at].bold


def test_a_name_is_said_to_be_of_the_decks_language(named: Deck) -> None:
    picture = figure(named).picture
    assert isinstance(picture, QuadrantsPicture)
    field = picture.fields[Quadrant.LOW_IMPORTANCE_LOW_THREAT]
    assert [(run.text, run.language) for run in field.called] == [("Let be", "fr-FR")]
    assert all(run.language != "fr-FR" for run in field.name)


def test_who_cannot_see_the_picture_is_told_the_name_with_the_position(named: Deck) -> None:
    items = [text_of(item) for item in figure(named).equivalent.items]
    assert any(item.startswith("Regulation (high importance, high threat, “Act now”;") for item in items)
    assert all(sum(f"“{name}”" in item for name in NAMES.values()) == 1 for item in items)


def test_the_headings_of_what_presses_bear_the_names(named: Deck) -> None:
    headings = [
        text_of(block.title)
        for part in summarise(both_tools(), named).parts
        for block in part.blocks
        if isinstance(block, Section)
    ]
    assert "Keep in view: high importance, low threat" in headings


def test_markdown_text_and_pdf_have_the_names_and_none_where_the_deck_has_none(named: Deck) -> None:
    told = summarise(both_tools(), named)
    for text in (to_markdown(told), " ".join(to_plain(told).split()), read(to_pdf(told).data)):
        assert "Act now: high importance, high threat" in text
        assert "“Keep in view”" in text
    plain = to_plain(summarise(both_tools(), DECK))
    assert not any(name in plain for name in NAMES.values())
    assert "High importance, high threat" in plain
