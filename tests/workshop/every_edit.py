"""Every edit, for tests that hold for all of them: one that changes something, and as many more as Hypothesis makes."""

import inspect
from dataclasses import fields
from datetime import UTC, date, datetime, timedelta, timezone
from typing import get_type_hints

from hypothesis import strategies as st

from innovate_tui.workshop import edits
from innovate_tui.workshop.checks import Lens, Verdict
from innovate_tui.workshop.deck import Act, Mode
from innovate_tui.workshop.features import Judgement, Kind
from innovate_tui.workshop.quadrants import Quadrants
from innovate_tui.workshop.reflections import Answer
from innovate_tui.workshop.roadmap import Energy, Event, EventKind, Link, LinkKind, RoadCard, Roadmap, Span
from innovate_tui.workshop.session import ExportAs, Kept, PeopleShown, Round, Session
from innovate_tui.workshop.stages import Stage
from innovate_tui.workshop.timeline import Division, Month, timeframe
from tests.decks import LATER, deck, full, own_card, session

DECK = deck()

APRIL = Month(2026, 4)
ROAD = (
    Roadmap(timeframe(APRIL, 12))
    .staged(Stage.DESIGNING, Span(APRIL, APRIL + 5))
    .with_event(Event("e-2d", date(2026, 5, 7), "Local elections"))
    .with_card(RoadCard("c-a1", "coproduction", APRIL, energy=Energy.LARGE))
    .with_card(RoadCard("c-b7", "team", APRIL + 6))
    .with_card(RoadCard("c-m3", "risk", APRIL + 3))
    .linked(Link("l-1", "c-a1", "c-b7"))
)

BUSY = session(
    title="Family hubs",
    at={1: "trust", 2: "team", 6: "own-k3f9", 9: "space"},
    why={"trust": "Families come back.", "own-k3f9": "It is warm."},
    notes={"own-k3f9": "Ask Mill Lane."},
    judged={"trust": Judgement.STRENGTH},
    people=["p-4c"],
    actions=["a-1"],
    own=[own_card()],
    answers={
        "readiness": "More than we thought.",
        "q-7h": Answer("Us.", "Who pays?", tool="diamond"),
    },
    parked=["Car parking."],
    grid=Quadrants().put("funding", 75, 25).match("funding", "risk").saying_why("funding", "risk", "Shared."),
    road=ROAD,
    rounds=(Round("r-0", "Before sharing", LATER),),
    kept=(
        Kept(("diamond", "cards", "gone"), {"place": 3}, "No card is called gone.", "Take it out."),
        Kept(("unsettled",), {"u-1": {"at": "group", "texts": ["Ours.", "Theirs."]}}),
    ),
)
"""A session in which every edit but `Unfix` finds something to do."""

EXAMPLES: dict[type[edits.Edit], tuple[Session, edits.Edit]] = {
    type(edit): (BUSY, edit)
    for edit in (
        edits.Judge("team", Judgement.DEVELOPMENT),
        edits.Put("vision", 1),
        edits.Insert("vision", 1),
        edits.Lift("trust"),
        edits.Arrange(("team", "", "trust", "vision", *[""] * 5)),
        edits.Place("regulation", 80, 75),
        edits.TakeOff("funding"),
        edits.Match("funding", "coproduction"),
        edits.WriteMatchReason("funding", "risk", "In writing."),
        edits.Frame(APRIL, 30, (Division.MONTH, Division.QUARTER)),
        edits.PlaceStage(Stage.GROWING, APRIL + 6, APRIL + 11, guess=False),
        edits.MarkEvent("e-9", date(2026, 11, 3), "Budget decision", EventKind.BUDGET),
        edits.RemoveEvent("e-2d"),
        edits.AddToRoad("c-z9", "trust", APRIL + 3, Energy.SMALL, "diamond", 2),
        edits.MoveOnRoad("c-a1", APRIL + 3),
        edits.Stretch("c-a1", APRIL + 8),
        edits.SetEnergy("c-a1", Energy.SMALL),
        edits.TakeOffRoad("c-a1"),
        edits.LinkCards("l-2", "c-b7", "c-m3", LinkKind.CONNECTION),
        edits.Unlink("l-1"),
        edits.WriteRoadReason("c-a1", "Start with families."),
        edits.WriteLinkReason("l-1", "No case without figures."),
        edits.SetOwner("c-a1", "p-4c"),
        edits.SetRevisit(date(2026, 10, 1)),
        edits.SetVerdict(Lens.VIABILITY, Verdict.NOT_YET),
        edits.WriteCheck(Lens.FEASIBILITY, "who_else", "Health visitors."),
        edits.WriteAction("a-1", "Ask legal about shared records, soon."),
        edits.AssignAction("a-1", "p-4c", date(2026, 4, 30)),
        edits.Fix(LATER),
        edits.WriteReason("trust", "dissent", "Not at night."),
        edits.WriteNote("trust", "Two of us have done this before."),
        edits.AddFeature("own-2", "A youth voice group", Kind.ENABLER, "Youth voice", "They meet.", "diamond"),
        edits.RewordFeature("own-k3f9", "A very good building", "Good building", "On Mill Lane."),
        edits.RemoveFeature("own-k3f9"),
        edits.WriteAnswer("readiness", "Less than we hoped."),
        edits.AddPrompt("q-2", "diamond", "What would the children say?"),
        edits.RewordPrompt("readiness", "Are we ready?"),
        edits.SkipPrompt("readiness", True),
        edits.RemovePrompt("q-7h"),
        edits.Park("n-9", "Who has the keys?"),
        edits.AddPeople(("p-5d", "p-6e"), ("Bo",)),
        edits.RenamePerson("p-4c", "Asha"),
        edits.RemovePerson("p-4c"),
        edits.Deal(Kind.ENABLER),
        edits.MakeExpert("trust", "p-4c"),
        edits.Describe("group", "Team A"),
        edits.Hold(date(2026, 3, 12)),
        edits.ChooseMode(Mode.GROUP),
        edits.KeepRound("r-8x", "Before sharing", LATER, "p-4c"),
        edits.RenameRound("r-0", "Before we shared"),
        edits.RemoveRound("r-0"),
        edits.Include(
            PeopleShown.NUMBERS,
            notes=False,
            dissent=True,
            parked=False,
            cards=True,
            brief=True,
            export_as=ExportAs.HTML,
            attach=True,
        ),
        edits.Spend("diamond", Act.ORDER, 3),
        edits.LetGo(("diamond", "cards", "gone")),
        edits.Settle("u-1", "Theirs."),
    )
} | {edits.Unfix: (session(at=full(), fixed=True), edits.Unfix())}
"""A session and a change to it, for every edit."""


def concrete() -> set[type[edits.Edit]]:
    """Every edit that the module defines, registered or not."""
    found = {each for _, each in inspect.getmembers(edits, inspect.isclass) if issubclass(each, edits.Edit)}
    return found - {edits.Edit}


def made(kind: type[edits.Edit]) -> st.SearchStrategy[edits.Edit]:
    """Edits of a kind with any values that its fields can hold."""
    hints = get_type_hints(kind)
    moments = st.datetimes(timezones=st.sampled_from((UTC, timezone(timedelta(hours=5, minutes=30)))))
    months = st.builds(Month, st.integers(1, 9999), st.integers(1, 12))
    known = {datetime: moments, int: st.integers(-1, 11), Month: months, Month | None: st.none() | months}
    return st.builds(
        kind, **{each.name: known.get(hints[each.name], st.from_type(hints[each.name])) for each in fields(kind)}
    )
