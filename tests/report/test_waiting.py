"""Whoever waits for a document is told how far it is, and can stop it at any moment: it is asked all the time."""

from dataclasses import replace

import pytest

from innovate_tui.report.formats import DRAWN, TOGETHER, chosen
from innovate_tui.report.waiting import go_on
from innovate_tui.workshop.session import ExportAs, Said, Session
from tests.report.conftest import SESSIONS
from tests.report.sessions import DECK, full


class Enough(Exception):  # noqa: N818 - an answer, not an error
    """It is not wanted any more."""


def long(to: ExportAs) -> Session:
    """Some sixty pages, most of them one note."""
    note = " ".join(f"word{number}" if number % 60 else f"word{number}.\n\nAnd" for number in range(9000))
    return replace(full(), said={"trust": Said(note=note)}, included=full().included._replace(to=to))


def asked(made: Session) -> list[str]:
    """What was said, and where it was only asked, while an export was made."""
    words: list[str] = []
    chosen(made, DECK, words.append)
    return words


def test_a_long_pdf_is_told_page_by_page_and_asks_between_them() -> None:
    words = asked(long(ExportAs.PDF))
    told = [each for each in words if each]
    pages = len(told) - 2
    assert pages > 40
    assert told == [TOGETHER, DRAWN, *(f"Drawing page {number} of {pages}." for number in range(1, pages + 1))]
    first, last = words.index("Drawing page 1 of " + told[-1].split()[-1]), words.index(told[-1])
    assert first > 4 * pages  # while it is laid out
    assert len(words) - last > pages  # while it is put together


@pytest.mark.parametrize("part", [0.0, 0.1, 0.4, 0.6, 0.9, 0.99])
def test_wherever_it_is_stopped_nothing_comes_out_and_the_next_one_is_whole(part: float) -> None:
    made = long(ExportAs.PDF)
    times, left = len(asked(made)), 0

    def until(_: str) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise Enough

    left = int(times * part)
    with pytest.raises(Enough):
        chosen(made, DECK, until)
    go_on()  # nobody is asked any more
    left = 10 * times
    assert chosen(made, DECK, until) == chosen(made, DECK)


@pytest.mark.parametrize("to", list(ExportAs))
def test_every_format_can_be_stopped_between_its_parts(to: ExportAs) -> None:
    made = SESSIONS["year_plan"]()
    words = asked(replace(made, included=made.included._replace(to=to)))
    assert words[0] == TOGETHER
    if to != ExportAs.TABLES:
        assert words.count("") > 5


def test_a_word_without_an_end_takes_no_longer_than_its_letters() -> None:
    from innovate_tui.report.document import Run
    from innovate_tui.report.markdown import escaped

    word = "Wwww" * 50_000
    assert escaped((Run(word),)) == word
