"""What has changed since each round goes into the summary when it is asked for, and only then."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from innovate_tui.report.document import Entry, ItemList, Part, Runs, Section, text_of
from innovate_tui.report.layout import lay_out
from innovate_tui.report.markdown import to_markdown
from innovate_tui.report.plain import to_plain
from innovate_tui.report.rounds_parts import CHANGED
from innovate_tui.report.summary import summarise
from innovate_tui.workshop.diamond import Diamond, Standing
from innovate_tui.workshop.roadmap import Event, RoadCard, Roadmap
from innovate_tui.workshop.session import Boards, Included, PeopleShown, Person, Round, Session
from innovate_tui.workshop.timeline import Month, timeframe
from tests.report.sessions import DECK, MORNING, session

LATE = Boards(Diamond({"trust": Standing(2, "So.", "Not so."), "team": Standing(1)}))
EARLY = Boards(Diamond({"trust": Standing(6), "team": Standing(1)}))


def made(**more: object) -> Session:
    """A session with two rounds, of which the first is told last."""
    kept = (
        Round("r-2", "Latest", MORNING + timedelta(hours=2), "", LATE),
        Round("r-1", "Before [sharing]", MORNING, "", EARLY),
    )
    return session(**{"boards": LATE, "rounds": kept, "included": Included(rounds=True), **more})


def texts(found: Part) -> list[Runs]:
    """Every sentence of the part."""
    entries = [entry for block in found.blocks if isinstance(block, Section) for entry in block.blocks]
    lists = [block for entry in entries if isinstance(entry, Entry) for block in entry.blocks]
    return [runs for block in lists if isinstance(block, ItemList) for runs in block.items]


def part(of: Session) -> Part | None:
    """The part about rounds, if there is one."""
    return next((each for each in summarise(of, DECK).parts if text_of(each.title) == CHANGED), None)


@pytest.mark.parametrize("write", [to_markdown, to_plain])
def test_rounds_go_in_only_when_asked_for(write: object) -> None:
    assert callable(write)
    assert "rose from 6 to 2" in str(write(summarise(made(), DECK)))
    assert "rose from 6 to 2" not in str(write(summarise(made(included=Included()), DECK)))
    assert "rose from 6 to 2" not in str(write(summarise(made(included=Included()), DECK, whole=True)))


def test_each_round_is_told_the_earliest_first_and_that_nothing_changed_is_said() -> None:
    told = to_plain(summarise(made(), DECK))
    changes = told[told.rindex(CHANGED) :]
    assert changes.index("Since 12 March 2026 at 09:31, “Before [sharing]”") < changes.index("at 11:31, “Latest”")
    assert "Nothing has changed since then." in changes[changes.index("“Latest”") :]


def test_without_rounds_there_is_no_part() -> None:
    assert part(made(rounds=())) is None


def test_what_was_left_out_is_not_told_by_the_changes() -> None:
    assert "Another view on Trust and confidence was written." in to_plain(summarise(made(), DECK))
    agreed = made(included=Included(dissent=False, rounds=True))
    assert "nother view" not in to_plain(summarise(agreed, DECK))


def test_words_keep_their_language_and_signs_in_them_stay_words() -> None:
    title = "{name} \ue0000\ue001 etholiad"
    road = Roadmap(timeframe(Month(2026, 4), 12)).with_card(RoadCard("c-1", "trust", Month(2026, 4)))
    marked = road.with_event(Event("e-1", date(2026, 5, 7), title))
    kept = Round("r-1", "Cyn rhannu", MORNING, "", replace(LATE, roadmap=road))
    found = part(made(language="cy", boards=replace(LATE, roadmap=marked), rounds=(kept,)))
    assert found is not None
    sentences = [runs for runs in texts(found) if "etholiad" in text_of(runs)]
    assert [(run.text, run.language) for run in sentences[0]] == [
        (title, ""),
        (" is marked on 7 May 2026.", "en-GB"),
    ]


@pytest.mark.parametrize(
    ("shown", "told"),
    [
        (PeopleShown.NAMES, "Amina Khan looks after it now."),
        (PeopleShown.INITIALS, "AK looks after it now."),
        (PeopleShown.NONE, "somebody else looks after it now."),
    ],
)
def test_who_looks_after_a_card_is_told_as_the_group_chose(shown: PeopleShown, told: str) -> None:
    road = Roadmap(timeframe(Month(2026, 4), 12)).with_card(RoadCard("c-1", "trust", Month(2026, 4)))
    kept = Round("r-1", "Before", MORNING, "", replace(LATE, roadmap=road))
    after = made(
        people={"p-1": Person("p-1", "Amina Khan")},
        boards=replace(LATE, roadmap=road.owned("c-1", "p-1")),
        rounds=(kept,),
        included=Included(shown, rounds=True),
    )
    assert f"Trust and confidence, Apr–Jun 2026: {told}" in to_plain(summarise(after, DECK))


def test_it_is_laid_out_like_the_rest() -> None:
    assert lay_out(summarise(made(), DECK))


def test_a_round_without_a_name_is_told_by_its_moment() -> None:
    """Only a file can have one: no edit makes it."""
    kept = (Round("r-1", "", MORNING, "", EARLY), Round("r-2", "", MORNING, "p-1", EARLY))
    now = made(rounds=kept, people={"p-1": Person("p-1", "Jo")})
    told = to_plain(summarise(now, DECK)).split("\n")
    assert "  - 12 March 2026 at 09:31" in told
    assert "  - 12 March 2026 at 09:31, by Jo" in told
    assert "Since 12 March 2026 at 09:31" in told
