"""The session attached to its own PDF: whole, as PDF/A-3 has it, said on the page, and only where somebody chose it."""

from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from innovate_tui.report.choice import given_away, said_of_attached
from innovate_tui.report.formats import chosen, written
from innovate_tui.storage.session_text import session_bytes
from innovate_tui.workshop.session import ExportAs, Included, PeopleShown, Session
from tests.decks import deck
from tests.report.test_left_out import CANARIES, SHY, everything, laden

DECK = deck()


def attached(session: Session, *, brief: bool = False) -> bytes:
    """The PDF of a session with that in it."""
    return written(session, DECK, "pdf", brief=brief, attached=session_bytes(session, DECK)).data


def text(data: bytes) -> str:
    """All words on the pages, in one line."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages).split())


@pytest.mark.parametrize("brief", [False, True])
def test_the_attached_session_is_the_file_byte_for_byte_whatever_the_choice(brief: bool) -> None:
    shy = replace(laden(), included=SHY._replace(attach=True))
    reader = PdfReader(BytesIO(attached(shy, brief=brief)))
    assert reader.attachments == {"session.toml": [session_bytes(shy, DECK)]}
    whole = session_bytes(shy, DECK).decode()
    assert all(word in whole for words in CANARIES.values() for word in words)


def test_it_is_attached_as_the_standard_asks() -> None:
    root: Any = PdfReader(BytesIO(attached(laden()))).trailer["/Root"]
    (spec,) = [each.get_object() for each in root["/AF"]]
    assert root["/Names"]["/EmbeddedFiles"]["/Names"][1].get_object() == spec
    assert (spec["/AFRelationship"], spec["/F"], spec["/UF"]) == ("/Source", "session.toml", "session.toml")
    assert "innovate-tui opens it" in spec["/Desc"]
    file = spec["/EF"]["/F"]
    assert file["/Subtype"] == "/application/toml"
    assert file["/Params"]["/Size"] == len(session_bytes(laden(), DECK))
    assert file["/Params"]["/ModDate"] == f"D:{laden().started:%Y%m%d%H%M%S}Z"  # the session's own moment


@pytest.mark.parametrize("brief", [False, True])
def test_the_same_session_gives_the_same_bytes(brief: bool) -> None:
    assert attached(laden(), brief=brief) == attached(laden(), brief=brief)


@pytest.mark.parametrize("brief", [False, True])
def test_the_page_says_so_and_what_that_means(brief: bool) -> None:
    plain = text(attached(laden(), brief=brief))
    assert "All of that session is attached to this file: whoever has it has every word" in plain
    shy = text(attached(replace(laden(), included=SHY), brief=brief))
    assert "attached to this file, names in full, notes, disagreements, parked thoughts included" in shy
    assert "Left out of this summary: who took part, notes, disagreements, parked thoughts." in shy + "."
    assert "attached" not in text(written(laden(), DECK, "pdf", brief=brief).data)


def test_it_is_really_not_in_the_file_where_nobody_chose_it() -> None:
    found = everything(replace(laden(), included=SHY))
    assert "EmbeddedFile" not in found
    assert "Filespec" not in found
    assert "canary" not in found.lower()
    assert not Included().attach


@pytest.mark.parametrize("to", [to for to in ExportAs if to is not ExportAs.PDF])
def test_only_a_pdf_takes_it(to: ExportAs) -> None:
    session = replace(laden(), included=SHY._replace(attach=True, to=to))
    assert not session.included.attaches
    files = chosen(session, DECK, attached=session_bytes(session, DECK))
    assert files == chosen(session, DECK)
    assert not any(b"canary" in each.data.lower() or b"attached" in each.data for each in files.values())


def test_what_goes_out_against_the_choice_is_named() -> None:
    def gone(**choice: Any) -> list[str]:
        return given_away(replace(laden(), included=Included(**choice)))

    assert gone() == []
    assert gone(people=PeopleShown.INITIALS) == gone(people=PeopleShown.NUMBERS) == ["names in full"]
    assert gone(people=PeopleShown.NONE, parked=False) == ["names in full", "parked thoughts"]
    only_before = replace(laden(), boards=laden().rounds[0].boards, included=Included(dissent=False))
    then = replace(only_before, boards=replace(only_before.boards, diamond=type(only_before.boards.diamond)()))
    calm = replace(then, boards=replace(then.boards, quadrants=type(then.boards.quadrants)()))
    assert given_away(calm) == ["disagreements"]  # in a round
    assert said_of_attached(laden()) == "The whole session is attached to it."
    assert said_of_attached(calm).endswith("does not tell: disagreements.")
