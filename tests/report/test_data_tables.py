"""A session as tables: one row a fact, and no cell that acts."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innovate_tui.report.data_tables import DataTable, data_tables, harmless, to_csv
from innovate_tui.workshop.checks import Check, Checks, Lens, Verdict
from innovate_tui.workshop.features import Judgement
from innovate_tui.workshop.reflections import Answer, Reflections
from innovate_tui.workshop.session import Included, PeopleShown, Session
from tests.decks import deck, session
from tests.workshop.every_edit import BUSY


def table(name: str, *sessions: Session) -> DataTable:
    tables = data_tables((each, deck()) for each in sessions)
    return next(each for each in tables if each.name == name)


def read_back(made: DataTable) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(to_csv(made).decode("utf-8-sig"))))


def test_every_placement_is_a_row_with_its_card_its_place_and_its_words() -> None:
    rows = {row["card"]: row for row in read_back(table("placements", BUSY))}
    assert (rows["trust"]["board"], rows["trust"]["place"], rows["trust"]["why"]) == (
        "diamond",
        "1",
        "Families come back.",
    )
    assert rows["trust"]["judgement"] == "strength"
    assert (rows["funding"]["board"], rows["funding"]["importance"], rows["funding"]["threat"]) == (
        "quadrants",
        "75",
        "25",
    )
    assert rows["own-k3f9"]["own"] == "yes"


def test_matches_roadmap_cards_links_and_actions_have_tables_of_their_own() -> None:
    assert [(row["influence"], row["helper"], row["due"]) for row in read_back(table("mitigations", BUSY))] == [
        ("funding", "risk", "yes")
    ]
    assert [(row["id"], row["period"], row["energy"]) for row in read_back(table("roadmap", BUSY))] == [
        ("c-a1", "Apr–Jun 2026", "large"),
        ("c-m3", "Jul–Sep 2026", "medium"),
        ("c-b7", "Oct–Dec 2026", "medium"),
    ]
    assert [(row["from"], row["to"], row["kind"]) for row in read_back(table("links", BUSY))] == [
        ("c-a1", "c-b7", "dependency")
    ]
    assert [row["id"] for row in read_back(table("actions", BUSY))] == ["a-1"]


def test_stages_events_and_what_was_answered_have_tables_too() -> None:
    checks = Checks({Lens.FEASIBILITY: Check(Verdict.NOT_YET, "Nearly.", "HR")})
    said = replace(BUSY, boards=replace(BUSY.boards, checks=checks))
    (stage,) = read_back(table("stages", said))
    assert (stage["stage"], stage["from"], stage["to"], stage["guess"]) == ("designing", "2026-04", "2026-09", "yes")
    (event,) = read_back(table("events", said))
    assert (event["title"], event["kind"], event["on"]) == ("Local elections", "other", "2026-05-07")
    answers = {row["id"]: row for row in read_back(table("reflections", said))}
    assert answers["q-7h"]["answer"] == "Us."
    assert answers["q-7h"]["own"] == "yes"
    assert [answers["feasibility"][key] for key in ("tool", "verdict", "answer", "who_else")] == [
        "roadmap",
        "not-yet",
        "Nearly.",
        "HR",
    ]


def test_a_question_that_was_left_out_or_not_answered_has_no_row() -> None:
    said = Reflections({"readiness": Answer("Secret", skipped=True), "q-7h": Answer(question="Who?", tool="diamond")})
    assert not read_back(table("reflections", replace(BUSY, boards=replace(BUSY.boards, reflections=said))))


def test_several_sessions_stand_in_the_same_tables_and_each_row_says_whose_it_is() -> None:
    first, second = session(title="North", at={1: "trust"}), session(title="South", at={1: "team"})
    assert [(row["session"], row["card"]) for row in read_back(table("placements", first, second))] == [
        ("North", "trust"),
        ("South", "team"),
    ]


def test_a_card_that_was_only_judged_has_a_row_without_a_board() -> None:
    rows = read_back(table("placements", session(judged={"vision": Judgement.DEVELOPMENT})))
    assert [(row["board"], row["card"], row["judgement"]) for row in rows] == [("", "vision", "development")]


def test_what_the_group_left_out_is_in_no_table() -> None:
    said = session(at={1: "trust"}, notes={"trust": "SECRET"}, dissent={"trust": "SECRET"})
    chosen = replace(said, included=Included(PeopleShown.NONE, notes=False, dissent=False, parked=False))
    assert all(b"SECRET" not in to_csv(each) for each in data_tables([(chosen, deck())]))
    assert any(b"SECRET" in to_csv(each) for each in data_tables([(said, deck())]))


@pytest.mark.parametrize(
    "words",
    [
        "=1+1",
        "+44 7700",
        "-2",
        "@SUM(A1)",
        "\t=1",
        "  =1",
        "\u00a0@x",
        "fine\n=HYPERLINK(1)",
        "＝1",
        "\u3000=1",
        "\u2060=1",
    ],
)
def test_no_cell_begins_a_formula(words: str) -> None:
    rows = read_back(table("placements", session(at={1: "trust"}, why={"trust": words})))
    assert all(line.lstrip().startswith(("'", "fine")) for line in rows[0]["why"].split("\n"))


def test_a_cell_has_no_empty_lines_at_its_ends() -> None:
    rows = read_back(table("placements", session(at={1: "trust"}, why={"trust": "\nOne.\n\nTwo.\n"})))
    assert rows[0]["why"] == "One.\n\nTwo."


@given(st.text())
def test_a_cell_that_is_made_harmless_says_the_same_and_twice_is_once(text: str) -> None:
    assert harmless(text).replace("'", "") == text.replace("'", "")
    assert harmless(harmless(text)) == harmless(text)
