"""The time in a summary: planned and spent by step, only where it is asked for, and in full for its own people."""

from dataclasses import replace
from io import BytesIO

from pypdf import PdfReader

from innovate_tui.report.markdown import to_markdown
from innovate_tui.report.pdf import to_pdf
from innovate_tui.report.plain import to_plain
from innovate_tui.report.summary import summarise
from innovate_tui.storage.deck_files import open_content
from innovate_tui.storage.locations import content_folder
from innovate_tui.storage.session_reading import read_session
from innovate_tui.workshop.deck import Mode
from innovate_tui.workshop.session import Session

CONTENT = open_content(content_folder())
DECK = CONTENT.deck()
SPENT = {"diamond": {"share": 2, "read": 9, "order": 65}, "roadmap": {"build": 30}}


def timed(**changed: object) -> Session:
    """The sample, with time on it."""
    sample = read_session(CONTENT.sample(), DECK).session
    included = sample.included._replace(time=True)
    return replace(sample, **{"spent": SPENT, "included": included, "mode": Mode.GROUP, **changed})  # type: ignore[arg-type]  # fields by name


def lines(session: Session) -> list[str]:
    """The rows of Markdown that are tables of time."""
    return [" ".join(line.split()) for line in to_markdown(summarise(session, DECK)).splitlines()]


def test_every_step_of_a_tool_that_was_timed_has_its_plan_and_what_was_spent() -> None:
    told = lines(timed())
    assert "## Time: Diamond 9" in told
    assert "| Step | Planned | Spent |" in told
    assert "| Read your cards | 4 to 6 minutes | 9 minutes |" in told
    assert "| Order the strengths | 9 to 13 minutes | 1 hour 5 minutes |" in told
    assert "| Fill up from 9 | 7 to 10 minutes | – |" in told
    assert "| Together | 45 to 60 minutes | 1 hour 16 minutes |" in told
    assert "| Build and connect | 18 to 27 minutes | 30 minutes |" in told
    assert not any("Place each influence |" in line for line in told), "nothing was counted on that tool"


def test_it_is_left_out_unless_somebody_asked_for_it_and_whole_where_it_is_shown_to_its_own() -> None:
    session = timed(included=timed().included._replace(time=False))
    assert not any(line.startswith("## Time") for line in lines(session))
    whole = " ".join(to_plain(summarise(session, DECK, whole=True)).split())
    assert "Order the strengths – planned: 9 to 13 minutes; spent: 1 hour 5 minutes" in whole


def test_without_a_minute_there_is_no_table() -> None:
    assert not any(line.startswith("## Time") for line in lines(timed(spent={})))
    assert not any(line.startswith("## Time") for line in lines(timed(spent={"diamond": {}})))


def test_time_from_before_the_mode_was_changed_is_told_too() -> None:
    told = lines(timed(mode=Mode.INDIVIDUAL))
    assert any(line.startswith("| Share out the cards |") and line.endswith("| 2 minutes |") for line in told)
    assert any(line.startswith("| Together |") and line.endswith("| 1 hour 16 minutes |") for line in told)


def test_a_step_without_a_plan_says_so() -> None:
    assert any("| as long as it takes |" in line for line in lines(timed(mode=Mode.INDIVIDUAL)))


def test_the_pdf_has_it() -> None:
    pages = PdfReader(BytesIO(to_pdf(summarise(timed(), DECK)).data)).pages
    text = " ".join(" ".join(page.extract_text().split()) for page in pages)
    assert "Order the strengths 9 to 13 minutes 1 hour 5 minutes" in text
