"""The printed guide: all that whoever leads needs, in order, in every format (F1–F7, F11–F14, G12).

The golden files are changed by one command only: INNOVATE_GOLDEN=write pytest tests/report/test_guide.py
"""

import os
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from innovate_tui.report.document import Document, text_of
from innovate_tui.report.guide_parts import guide_document
from innovate_tui.report.markdown import to_markdown
from innovate_tui.report.pdf import Printed, to_pdf
from innovate_tui.report.plain import to_plain
from innovate_tui.storage.deck_files import open_content
from innovate_tui.storage.locations import content_folder
from innovate_tui.workshop.deck import Mode
from innovate_tui.workshop.guide import run_sheet
from innovate_tui.workshop.prose import blocks

GOLDEN = Path(__file__).parent / "golden"
DECK = open_content(content_folder()).deck()
SHEETS = {
    "diamond-groups-3": ("diamond", Mode.GROUPS, 3),
    "diamond-individual": ("diamond", Mode.INDIVIDUAL, 1),
    "quadrants-group": ("quadrants", Mode.GROUP, 1),
    "roadmap-groups": ("roadmap", Mode.GROUPS, 1),
}
MADE = datetime(2026, 3, 12, 9, 31, tzinfo=UTC)


@cache
def document(name: str) -> Document:
    """The guide of one of the sheets."""
    tool, mode, groups = SHEETS[name]
    return guide_document(run_sheet(DECK.tools[tool], mode, groups=groups), DECK, MADE)


@cache
def printed(name: str) -> Printed:
    """Its PDF."""
    return to_pdf(document(name))


@cache
def read_back(name: str) -> str:
    """What a reader gets out of its PDF, line ends folded."""
    pages = PdfReader(BytesIO(printed(name).data)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def folded(text: str) -> str:
    """A text in one line."""
    return " ".join(text.split())


@pytest.mark.parametrize("name", SHEETS)
@pytest.mark.parametrize("ending", ["txt", "md"])
def test_the_words_of_the_guide_are_these(name: str, ending: str) -> None:
    golden = GOLDEN / f"guide-{name}.{ending}"
    text = to_plain(document(name)) if ending == "txt" else to_markdown(document(name))
    if os.environ.get("INNOVATE_GOLDEN") == "write":
        golden.write_text(text, encoding="utf-8", newline="\n")
    assert text == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", SHEETS)
def test_everything_that_a_step_says_is_printed_tips_too(name: str) -> None:
    tool, mode, _ = SHEETS[name]
    plain = folded(to_plain(document(name)))
    for _, words in DECK.tools[tool].steps_for(mode):
        said = (
            words.title,
            f"“{words.say}”",
            words.do,
            words.stuck,
            *words.tips,
            *(b.text for b in blocks(words.more)),
        )
        for text in said:
            assert folded(text) in plain


@pytest.mark.parametrize("name", SHEETS)
def test_a_pdf_has_every_word_and_can_print_all_of_them(name: str) -> None:
    tool, mode, _ = SHEETS[name]
    assert printed(name).unprintable == ()
    whole = read_back(name)
    for _, words in DECK.tools[tool].steps_for(mode):
        for text in (words.say, words.do, words.stuck, *words.tips):
            assert folded(text) in whole or _broken_over_a_page(text, whole)


def _broken_over_a_page(text: str, whole: str) -> bool:
    """Whether its words stand there, with the foot of a page in between."""
    words = folded(text).split()
    half = len(words) // 2
    return " ".join(words[: half // 2]) in whole and " ".join(words[-half // 2 :]) in whole


def test_it_says_of_itself_what_it_is() -> None:
    found = PdfReader(BytesIO(printed("diamond-groups-3").data)).metadata
    assert found is not None
    assert found.title == "Diamond 9"
    assert found.subject == "How to lead through Diamond 9"
    assert to_pdf(document("diamond-groups-3")).data == printed("diamond-groups-3").data


def test_for_several_groups_sets_laptops_and_people_are_counted() -> None:
    """F5, D15."""
    plain = folded(to_plain(document("diamond-groups-3")))
    assert "For 3 groups, 9 to 18 people in all" in plain
    assert "For 3 groups that is 3 sets: 3 laptops, and 3 sessions." in plain
    assert "once for each group of up to six" in plain
    assert "3 sets" not in to_plain(document("quadrants-group"))


def test_room_and_clock_are_there() -> None:
    """F4, F6, D20, Q24."""
    plain = folded(to_plain(document("diamond-groups-3")))
    assert "cabaret style" in plain
    assert "5 Order the strengths – begins at: 0:20; takes: 9 to 13 minutes" in plain
    assert "From 1:00, up to 30 minutes" in plain
    assert "wall or window" in folded(to_plain(document("roadmap-groups")))


def test_one_person_reads_nothing_of_a_room() -> None:
    """F15."""
    plain = to_plain(document("diamond-individual"))
    steps = plain[plain.index("Step by step") : plain.index("Questions to step back with")]
    assert "Facilitator guide" not in plain
    assert "Ask yourself:" in steps
    assert not any(word in steps for word in ("Say:", "The group", "For you who lead", "projector", "expert"))
    assert "Have ready" in plain
    assert "each group" not in plain[: plain.index("Step by step")]


def test_no_time_of_several_groups_is_made_up_and_that_is_said() -> None:
    """Decision 12."""
    plain = folded(to_plain(document("roadmap-groups")))
    assert "The toolkit has no time for several groups with this tool. These are the times of one group." in plain
    assert "no time for several groups" not in to_plain(document("diamond-groups-3"))
    assert "In all:" not in plain


def test_the_questions_and_who_else_are_asked() -> None:
    """F14: in every tool."""
    assert "Who else should have a part in this talk" in folded(to_plain(document("diamond-groups-3")))
    assert "Who else should have a part in this talk" in folded(to_plain(document("quadrants-group")))
    assert "Who else should be brought into this talk?" in folded(to_plain(document("roadmap-groups")))


def test_without_a_number_of_groups_none_is_named() -> None:
    assert "For several groups of 5 to 8 people" in folded(to_plain(document("roadmap-groups")))
    assert text_of(document("quadrants-group").footer[2]) == "For a group of 3 to 6 people"
