"""What a group leaves out is in no file of any format: each thing that can be left out carries a word of its own."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from pypdf import PdfReader
from pypdf.generic import StreamObject

from innovate_tui.report.formats import chosen
from innovate_tui.storage.deck_files import open_content
from innovate_tui.workshop.checks import Action
from innovate_tui.workshop.deck import Deck
from innovate_tui.workshop.diamond import Diamond, Standing
from innovate_tui.workshop.features import Judgement
from innovate_tui.workshop.quadrants import Position, Quadrants
from innovate_tui.workshop.session import ExportAs, Included, Parked, PeopleShown, Person, Round, Said, Session
from tests.decks import deck
from tests.report.documents import CONTENT
from tests.report.sessions import session

CANARIES: Mapping[str, tuple[str, ...]] = {
    "people": ("Canaryname", "Canarysurname"),
    "notes": ("canarynote",),
    "dissent": ("canarydissent", "canaryagainst", "canaryround"),
    "parked": ("canaryparked",),
}
SHY = Included(PeopleShown.NONE, notes=False, dissent=False, parked=False)
FORMATS = [(to, brief) for to in ExportAs for brief in (False, True) if to.one_file or not brief]


def laden() -> Session:
    """A session with a canary in everything that can be left out."""
    base = session()
    diamond = Diamond({"trust": Standing(1, "why", "canarydissent")})
    grid = Quadrants({"politics": Position(90, 90, "why", "canaryagainst")})
    before = replace(base.boards, diamond=Diamond({"trust": Standing(9, "then", "canaryround")}))
    return replace(
        base,
        people={"p-1": Person("p-1", "Canaryname Canarysurname")},
        said={"trust": Said(Judgement.STRENGTH, "p-1", "canarynote")},
        boards=replace(base.boards, diamond=diamond, quadrants=grid),
        parked={"n-1": Parked("n-1", "canaryparked")},
        actions={"a-1": Action("a-1", "Ring them", "p-1", date(2026, 9, 1))},
        rounds=(Round("r-1", "Before", datetime(2026, 3, 1, tzinfo=UTC), "p-1", before),),
    )


def everything(made: Session, by: Deck | None = None) -> str:
    """All that anybody could find in the files of an export: their bytes, and of a PDF its text and what is hidden."""
    found = ""
    for name, file in chosen(made, by or deck()).items():
        found += name + file.data.decode("utf-8", "replace")
        if file.data.startswith(b"%PDF"):
            reader = PdfReader(BytesIO(file.data))
            found += " ".join(page.extract_text() for page in reader.pages)
            found += str(reader.metadata) + str(reader.outline)
            for number in range(len(reader.xref[0]) + 1):
                thing = reader.get_object(number) if number else None
                found += str(thing)
                if isinstance(thing, StreamObject):
                    found += thing.get_data().decode("latin-1")
    return found


@pytest.mark.parametrize(("to", "brief"), FORMATS)
def test_nothing_that_is_left_out_is_in_a_file(to: ExportAs, brief: bool) -> None:
    found = everything(replace(laden(), included=SHY._replace(to=to, brief=brief, rounds=True)))
    assert re.findall("canary", found, re.IGNORECASE) == []
    assert found


@pytest.mark.parametrize("to", [ExportAs.PDF, ExportAs.HTML, ExportAs.MARKDOWN, ExportAs.TEXT])
@pytest.mark.parametrize("field", list(CANARIES))
def test_each_choice_leaves_out_its_own_and_nothing_else(to: ExportAs, field: str) -> None:
    shy = PeopleShown.NONE if field == "people" else False
    found = everything(replace(laden(), included=Included(to=to, rounds=True)._replace(**{field: shy})))  # type: ignore[arg-type]  # by name
    for each, words in CANARIES.items():
        there = [word for word in words if word in found]
        if each == field:
            assert there == []
        else:
            assert there, each


@pytest.mark.parametrize("to", [ExportAs.PDF, ExportAs.HTML, ExportAs.TEXT, ExportAs.TABLES])
def test_people_may_stand_as_initials_or_as_numbers(to: ExportAs) -> None:
    for shown, called in ((PeopleShown.INITIALS, "CC"), (PeopleShown.NUMBERS, "erson 1")):
        found = everything(replace(laden(), included=Included(shown, to=to)))
        assert "anaryname" not in found
        assert called in found


def test_the_texts_of_the_cards_come_where_somebody_wants_them() -> None:
    ours = open_content(CONTENT).deck()
    card = next(each for each in ours.features if each.id == "trust")
    without, within = (
        everything(replace(laden(), included=Included(cards=cards, to=ExportAs.TEXT)), ours) for cards in (False, True)
    )
    line = " ".join(card.takeaway.split()[:4])
    assert line not in without
    assert line in within
    assert "The cards in full" in within
    assert within.count("A question to think about") == 2  # of the two cards that are on a board
