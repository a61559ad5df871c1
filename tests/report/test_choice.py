"""What a group leaves out of an export is in none of the files that leave the room."""

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from innovate_tui.report.choice import initials
from innovate_tui.report.markdown import to_markdown
from innovate_tui.report.pdf import to_pdf
from innovate_tui.report.plain import to_plain
from innovate_tui.report.summary import summarise
from innovate_tui.workshop.session import Included, PeopleShown, Session
from tests.report.sessions import DECK, full


def told(session: Session, **options: bool) -> str:
    """A session as Markdown and plain text, on one line."""
    made = summarise(session, DECK, **options)
    return " ".join(f"{to_markdown(made)} {to_plain(made)}".split())


def choosing(**choice: object) -> Session:
    """A full session with another choice."""
    return replace(full(), included=Included()._replace(**choice))  # type: ignore[arg-type]  # fields by name


@pytest.mark.parametrize(
    ("choice", "gone", "said"),
    [
        ({"notes": False}, ["Thursday mornings may be free", "One bad story", "Notes by card", "No notes"], "notes"),
        ({"dissent": False}, ["put this fifth", "vision last", "ot everyone agrees"], "disagreements"),
        ({"parked": False}, ["Car parking", "Parked"], "parked thoughts"),
        ({"people": PeopleShown.NONE}, ["Zieliński", "Second social worker", "AB", "Read by"], "who took part"),
        ({"people": PeopleShown.INITIALS}, ["Zieliński", "Second social worker"], ""),
    ],
)
def test_what_is_left_out_is_really_not_there(choice: dict[str, object], gone: list[str], said: str) -> None:
    # a round that somebody named after a person keeps the name that they typed
    session = choosing(**choice)
    whole = told(session)
    assert not [words for words in gone if words in whole]
    assert (f"Left out of this summary: {said}." in whole) == bool(said)
    before = told(full())
    assert all(words in before for words in gone if words != "No notes")


def test_nothing_is_left_out_unless_somebody_chose_so() -> None:
    assert "Left out" not in told(full())


def test_what_was_never_there_is_not_said_to_be_left_out() -> None:
    silent = replace(choosing(parked=False), parked={})
    assert "Left out" not in told(silent)


def test_initials_stand_for_names() -> None:
    whole = told(choosing(people=PeopleShown.INITIALS))
    assert "In the room: AB; SSW; MZ" in whole
    assert "read by: MZ" in whole


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Amina Khalid", "AK"),
        ("RK, team manager", "RK"),
        ("Youth worker", "YW"),
        ("jo", "J"),
        ("Ann-Marie Ó Sé", "AMÓS"),
        ("", ""),
    ],
)
def test_initials_of_a_name(name: str, short: str) -> None:
    assert initials(name) == short


def test_the_whole_is_there_for_those_whose_session_it_is() -> None:
    session = choosing(notes=False, dissent=False, parked=False, people=PeopleShown.NONE)
    assert told(session, whole=True) == told(full())


def test_the_pdf_holds_no_trace_either() -> None:
    session = choosing(notes=False, dissent=False, parked=False, people=PeopleShown.NONE)
    reader = PdfReader(BytesIO(to_pdf(summarise(session, DECK)).data))
    text = " ".join(page.extract_text() for page in reader.pages) + str(reader.outline) + str(reader.metadata)
    for words in ("Thursday mornings", "vision last", "Car parking", "Zieliński"):
        assert words not in text
    assert "Cards the group added" in text
