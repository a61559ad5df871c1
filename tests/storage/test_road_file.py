"""The roadmap, its checks and the actions in the session file: what they say, and what of them cannot stand."""

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from innovate_tui.storage.session_reading import read_session
from innovate_tui.storage.session_text import session_bytes
from innovate_tui.workshop.checks import Action, Check, Lens, Verdict
from innovate_tui.workshop.deck import Deck
from innovate_tui.workshop.edits import (
    AddToRoad,
    AssignAction,
    Edit,
    Fix,
    Frame,
    LinkCards,
    MarkEvent,
    MoveOnRoad,
    PlaceStage,
    RemoveEvent,
    RemoveFeature,
    SetEnergy,
    SetOwner,
    SetRevisit,
    SetVerdict,
    Stretch,
    TakeOffRoad,
    Unlink,
    WriteAction,
    WriteCheck,
    WriteLinkReason,
    WriteRoadReason,
)
from innovate_tui.workshop.roadmap import Energy, Event, EventKind, Link, LinkKind, RoadCard, Roadmap, Span
from innovate_tui.workshop.session import Session
from innovate_tui.workshop.stages import Stage
from innovate_tui.workshop.timeline import Division, Month, Timeline

FORMATS = Path(__file__).parent.parent / "formats"
HEAD = 'format = 1\nid = "s-1"\nstarted = 2026-03-12 09:31:00+00:00\n'
PEOPLE = '[people.p-1]\nname = "AB"\n'
TWO = (
    '[roadmap.cards.c-1]\nfeature = "trust"\nfrom = "2026-04"\n'
    '[roadmap.cards.c-2]\nfeature = "case"\nfrom = "2026-09"\n'
)
"""Two cards for links to end on."""
ROUND = "[rounds.r-1]\ntaken = 2026-03-12 09:31:00Z\n"


def session_of(text: str, deck: Deck) -> Session:
    return read_session(f"{HEAD}{text}\n{PEOPLE}\n# end\n".encode(), deck).session


def road_of(text: str, deck: Deck) -> Roadmap:
    return session_of(text, deck).boards.roadmap


def troubles(session: Session) -> dict[str, str]:
    return {kept.where: kept.trouble for kept in session.troubles}


def card(more: str) -> str:
    return f'[roadmap.cards.c-1]\nfeature = "trust"\nfrom = "2026-04"\n{more}\n'


def test_the_roadmap_is_read_as_what_it_says(deck: Deck) -> None:
    session = read_session((FORMATS / "issue-4.toml").read_bytes(), deck).session
    road = session.boards.roadmap
    divide = (Division.MONTH, Division.QUARTER, Division.HALF_YEAR)
    assert road.timeline == Timeline(Month(2026, 10), 30, divide)
    assert road.revisit == date(2027, 4, 12)
    assert road.fixed == datetime(2026, 9, 18, 15, 40, tzinfo=timezone(timedelta(hours=1)))
    assert list(road.stages.items()) == [
        (Stage.DESIGNING, Span(Month(2026, 10), Month(2027, 1), guess=True)),
        (Stage.MOBILISING, Span(Month(2026, 10), Month(2026, 10), guess=False)),
        (Stage.SYSTEM_CHANGE, Span(Month(2028, 10), Month(2029, 6), guess=True)),
    ]
    assert list(road.events) == ["e-b1", "e-a7", "e-p3", "e-i9", "e-e2"]
    assert road.events["e-b1"] == Event("e-b1", date(2027, 2, 24), "Council budget", EventKind.BUDGET)
    assert road.events["e-a7"].kind is EventKind.OTHER
    assert list(road.cards) == ["c-z1", "c-a2", "c-m5", "c-a9", "c-x4"]
    why = 'Every second Thursday.\n"Bring the children", they said.\n'
    assert road.cards["c-z1"] == RoadCard(
        "c-z1", "own-g4", Month(2026, 10), Month(2027, 3), Energy.LARGE, why, "p-2k", 1
    )
    assert road.cards["c-a2"] == RoadCard("c-a2", "learning", Month(2026, 11), came_from="diamond")
    assert road.links == {
        "l-9": Link("l-9", "c-z1", "c-m5", LinkKind.DEPENDENCY, "The stories are told at that table."),
        "l-1": Link("l-1", "c-a9", "c-a2", LinkKind.CONNECTION),
    }
    assert session.boards.checks.answers == {
        Lens.VIABILITY: Check(Verdict.UNKNOWN),
        Lens.DESIRABILITY: Check(Verdict.YES, "Carers ask for it.\n\nSchools too.\n", who_else="Carers who never come"),
        Lens.FEASIBILITY: Check(Verdict.NOT_YET),
    }
    assert list(session.actions.values()) == [
        Action("a-9w", "Ask the hall about Thursdays", "p-2k", date(2026, 10, 2)),
        Action("a-1b", "Write to the carers who never come"),
    ]
    assert {kept.where for kept in session.kept} == {
        *("x-council-ref", "actions.a-1b.x-how", "reflections.viability.x-again", "roadmap.x-wall"),
        *("roadmap.cards.c-a2.x-vote", "roadmap.events.e-a7.x-who", "roadmap.links.l-1.x-colour"),
        "roadmap.stages.system-change.x-doubt",
    }


def test_the_odd_file_keeps_every_trouble_apart_and_the_rest_of_the_roadmap(deck: Deck) -> None:
    session = read_session((FORMATS / "issue-4-odd.toml").read_bytes(), deck).session
    assert len(session.troubles) == 37
    road = session.boards.roadmap
    assert road.timeline == Timeline(Month(2026, 10), 12)
    assert (list(road.stages), list(road.events)) == ([Stage.DESIGNING], ["e-1"])
    assert (list(road.cards), list(road.links)) == (["c-1", "c-2", "c-5"], ["l-1"])
    assert list(session.actions) == ["a-1"]
    assert [list(each.boards.roadmap.cards) for each in session.rounds] == [["c-1"]]


def test_a_round_has_a_roadmap_and_checks_of_its_own(deck: Deck) -> None:
    boards = read_session((FORMATS / "issue-4.toml").read_bytes(), deck).session.rounds[0].boards
    assert boards.roadmap == Roadmap(
        Timeline(Month(2026, 10), 12),
        {Stage.DEVELOPING: Span(Month(2027, 1), Month(2027, 9), guess=False)},
        {"e-b1": Event("e-b1", date(2027, 2, 24), "Council budget", EventKind.BUDGET)},
        {
            "c-z1": RoadCard("c-z1", "own-g4", Month(2026, 10)),
            "c-q2": RoadCard("c-q2", "vision", Month(2027, 1), Month(2027, 2), Energy.LARGE),
        },
        {"l-9": Link("l-9", "c-z1", "c-q2", LinkKind.CONNECTION)},
        date(2027, 1, 15),
    )
    assert boards.checks.answers == {Lens.VIABILITY: Check(Verdict.NOT_YET, "Money to March.")}


def test_what_a_hand_leaves_out_is_taken_as_the_toolkit_has_it(deck: Deck) -> None:
    text = f'[roadmap]\nfrom = "2026-04"\ndivide = []\n{TWO}[roadmap.links.l-1]\nfrom = "c-1"\nto = "c-2"\n'
    text += '[roadmap.events.e-1]\non = 2026-05-07\ntitle = "Elections"\n'
    text += '[roadmap.stages.growing]\nfrom = "2026-04"\nto = "2026-06"\n'
    session = session_of(text, deck)
    road = session.boards.roadmap
    assert session.kept == ()
    assert road.timeline == Timeline(Month(2026, 4), 12)
    assert road.cards["c-1"].energy is Energy.MEDIUM
    assert road.links["l-1"].kind is LinkKind.DEPENDENCY
    assert road.events["e-1"].kind is EventKind.OTHER
    assert not road.stages[Stage.GROWING].guess
    written = session_bytes(session, deck).decode()
    assert '[roadmap]\nfrom = "2026-04"\nmonths = 12\n\n' in written
    assert 'to = "2026-06"\n\n' in written
    assert 'on = 2026-05-07\ntitle = "Elections"\n' in written
    assert 'feature = "trust"\nfrom = "2026-04"\nenergy = "medium"\n\n' in written
    assert 'to = "c-2"\nkind = "dependency"\n\n' in written


def test_nothing_that_was_not_said_is_written(deck: Deck) -> None:
    text = "[roadmap]\n[reflections.viability]\nanswer = ''\n[actions]\n[roadmap.cards]\n"
    session = session_of(text, deck)
    assert session == session_of("", deck)
    assert session_bytes(session, deck) == session_bytes(session_of("", deck), deck)


CANNOT_STAND = {
    "a roadmap that is text": ("roadmap = 'x'\n", "roadmap", "must be a table"),
    "a start that is no month": ("[roadmap]\nfrom = '2026-13'\n", "roadmap.from", "“2026-13” is no month."),
    "a start in the year 0": ("[roadmap]\nfrom = '0000-04'\n", "roadmap.from", "is no month."),
    "a start on a day": ("[roadmap]\nfrom = 2026-04-01\nmonths = 12\n", "roadmap.from", "“2026-04-01” is no month."),
    "months of nothing": ("[roadmap]\nmonths = 12\n", "roadmap.months", "Nothing says when the timeframe begins."),
    "divisions of nothing": ("[roadmap]\ndivide = ['month']\n", "roadmap.divide", "Nothing says when the timeframe"),
    "0 months": ("[roadmap]\nfrom = '2026-04'\nmonths = 0\n", "roadmap.months", "cannot have “0” months"),
    "200 years": ("[roadmap]\nfrom = '2026-04'\nmonths = 2400\n", "roadmap.months", "cannot have “2400” months"),
    "121 months": ("[roadmap]\nfrom = '2026-04'\nmonths = 121\n", "roadmap.months", "cannot have “121” months"),
    "months that are so": ("[roadmap]\nfrom = '2026-04'\nmonths = true\n", "roadmap.months", "“true” months"),
    "months in words": ("[roadmap]\nfrom = '2026-04'\nmonths = 'some'\n", "roadmap.months", "“some” months"),
    "weeks": ("[roadmap]\nfrom = '2026-04'\ndivide = ['month', 'week']\n", "roadmap.divide", "cannot be divided so"),
    "a word for divisions": ("[roadmap]\nfrom = '2026-04'\ndivide = 'month'\n", "roadmap.divide", "be divided so"),
    "a number for divisions": ("[roadmap]\nfrom = '2026-04'\ndivide = [3]\n", "roadmap.divide", "be divided so"),
    "revisited in words": ("[roadmap]\nrevisit = 'soon'\n", "roadmap.revisit", "must be a date"),
    "revisited at a moment": ("[roadmap]\nrevisit = 2026-03-12 09:31:00Z\n", "roadmap.revisit", "must be a date"),
    "fixed on a day": ("[roadmap]\nfixed = 2026-03-12\n", "roadmap.fixed", "must be a date with a time"),
    "a stage nobody knows": (
        "[roadmap.stages.shrinking]\nfrom = '2026-04'\nto = '2026-05'\n",
        "roadmap.stages.shrinking",
        "There is no such stage.",
    ),
    "a stage without an end": (
        "[roadmap.stages.growing]\nfrom = '2026-04'\n",
        "roadmap.stages.growing",
        "needs the month that it begins in, and the one it ends in",
    ),
    "a stage that begins in no month": (
        "[roadmap.stages.growing]\nfrom = 'spring'\nto = '2026-04'\n",
        "roadmap.stages.growing",
        "needs the month that it begins in",
    ),
    "a stage that ends before it begins": (
        "[roadmap.stages.growing]\nfrom = '2026-04'\nto = '2026-03'\n",
        "roadmap.stages.growing",
        "It ends in 2026-03, before it begins in 2026-04.",
    ),
    "a guess in words": (
        "[roadmap.stages.growing]\nfrom = '2026-04'\nto = '2026-04'\nguess = 'yes'\n",
        "roadmap.stages.growing.guess",
        "true or false",
    ),
    "an event without a day": ("[roadmap.events.e-1]\ntitle = 'x'\n", "roadmap.events.e-1", "needs its day"),
    "an event some day": ("[roadmap.events.e-1]\ntitle = 'x'\non = 'May'\n", "roadmap.events.e-1", "needs its day"),
    "an event at a moment": (
        "[roadmap.events.e-1]\ntitle = 'x'\non = 2026-03-12 09:31:00Z\n",
        "roadmap.events.e-1",
        "needs its day",
    ),
    "an event without a title": ("[roadmap.events.e-1]\non = 2026-05-07\n", "roadmap.events.e-1", "has no title"),
    "an event of no kind": (
        "[roadmap.events.e-1]\non = 2026-05-07\ntitle = 'x'\nkind = 'flood'\n",
        "roadmap.events.e-1.kind",
        "“flood” is not known here.",
    ),
    "an event with an odd id": ("[roadmap.events.'e 1']\ntitle = 'x'\n", "roadmap.events.e 1", "cannot be an id"),
    "a card of nothing": ("[roadmap.cards.c-1]\nfrom = '2026-04'\n", "roadmap.cards.c-1", "which feature it is"),
    "a card of a feature nobody knows": (
        "[roadmap.cards.c-1]\nfeature = 'hope'\nfrom = '2026-04'\n",
        "roadmap.cards.c-1",
        "No card has the id “hope”.",
    ),
    "a card of a list": (
        "[roadmap.cards.c-1]\nfeature = ['trust']\nfrom = '2026-04'\n",
        "roadmap.cards.c-1",
        "No card has the id",
    ),
    "a card in no month": (
        "[roadmap.cards.c-1]\nfeature = 'trust'\nfrom = '2026-4'\n",
        "roadmap.cards.c-1",
        "needs the month that it begins in",
    ),
    "a card without a month": ("[roadmap.cards.c-1]\nfeature = 'trust'\n", "roadmap.cards.c-1", "needs the month"),
    "a card that ends in no month": (card("to = 'autumn'"), "roadmap.cards.c-1.to", "“autumn” is no month."),
    "a card that ends before it begins": (
        card("to = '2026-03'"),
        "roadmap.cards.c-1.to",
        "It ends before it begins in 2026-04.",
    ),
    "an energy nobody knows": (card("energy = 'huge'"), "roadmap.cards.c-1.energy", "“huge” is not known here."),
    "an energy that is a number": (card("energy = 3"), "roadmap.cards.c-1.energy", "“3” is not known here."),
    "a reason that is a number": (card("why = 3"), "roadmap.cards.c-1.why", "must be text"),
    "lane 0": (card("lane = 0"), "roadmap.cards.c-1.lane", "There is no lane “0”."),
    "a lane far below": (card("lane = 1000000000"), "roadmap.cards.c-1.lane", "There is no lane “1000000000”."),
    "a lane that is so": (card("lane = true"), "roadmap.cards.c-1.lane", "There is no lane “true”."),
    "an owner who is nobody": (card("owner = 'p-9'"), "roadmap.cards.c-1.owner", "Nobody among the people"),
    "a card from nowhere": (card("came-from = 'hat'"), "roadmap.cards.c-1.came-from", "No card is offered by “hat”."),
    "a card that is a word": ("[roadmap.cards]\nc-1 = 'x'\n", "roadmap.cards.c-1", "must be a table"),
    "a link to a card that is gone": (
        f"{TWO}[roadmap.links.l-1]\nfrom = 'c-1'\nto = 'c-9'\n",
        "roadmap.links.l-1",
        "No card “c-9” stands on the roadmap.",
    ),
    "a link with one end": (
        f"{TWO}[roadmap.links.l-1]\nfrom = 'c-1'\n",
        "roadmap.links.l-1",
        "needs a card at both ends",
    ),
    "a link to itself": (
        f"{TWO}[roadmap.links.l-1]\nfrom = 'c-1'\nto = 'c-1'\n",
        "roadmap.links.l-1",
        "links a card to itself",
    ),
    "a link the other way round": (
        f"{TWO}[roadmap.links.l-1]\nfrom = 'c-1'\nto = 'c-2'\n[roadmap.links.l-2]\nfrom = 'c-2'\nto = 'c-1'\n",
        "roadmap.links.l-2",
        "“l-1” links the same two cards.",
    ),
    "a link of no kind": (
        f"{TWO}[roadmap.links.l-1]\nfrom = 'c-1'\nto = 'c-2'\nkind = 'rope'\n",
        "roadmap.links.l-1",
        "A link cannot be “rope”.",
    ),
    "a word on why that is none": (
        f"{TWO}[roadmap.links.l-1]\nfrom = 'c-1'\nto = 'c-2'\nwhy = 3\n",
        "roadmap.links.l-1.why",
        "must be text",
    ),
    "a verdict nobody knows": (
        "[reflections.viability]\nverdict = 'maybe'\n",
        "reflections.viability.verdict",
        "“maybe” is not known here.",
    ),
    "an answer that is a number": ("[reflections.viability]\nanswer = 3\n", "reflections.viability.answer", "be text"),
    "who else in a list": (
        "[reflections.viability]\nwho-else = ['x']\n",
        "reflections.viability.who-else",
        "must be text",
    ),
    "an action without words": ("[actions.a-1]\nowner = 'p-1'\n", "actions.a-1", "This action has no words."),
    "an action of nobody": ("[actions.a-1]\ntext = 'x'\nowner = 'p-9'\n", "actions.a-1.owner", "Nobody among"),
    "an action due some day": ("[actions.a-1]\ntext = 'x'\ndue = 'soon'\n", "actions.a-1.due", "must be a date"),
    "a bad energy in a round": (
        f"{ROUND}[rounds.r-1.roadmap.cards.c-1]\nfeature = 'trust'\nfrom = '2026-04'\nenergy = 'huge'\n",
        "rounds.r-1.roadmap.cards.c-1.energy",
        "“huge” is not known here.",
    ),
    "a bad timeframe in a round": (
        f"{ROUND}[rounds.r-1.roadmap]\nfrom = '2026-04'\nmonths = 0\n",
        "rounds.r-1.roadmap.months",
        "cannot have “0” months",
    ),
    "a bad verdict in a round": (
        f"{ROUND}[rounds.r-1.reflections.viability]\nverdict = 'maybe'\n",
        "rounds.r-1.reflections.viability.verdict",
        "“maybe” is not known here.",
    ),
}


@pytest.mark.parametrize("name", CANNOT_STAND)
def test_what_cannot_stand_is_kept_listed_and_written_back(name: str, deck: Deck) -> None:
    text, where, words = CANNOT_STAND[name]
    session = session_of(text, deck)
    assert list(troubles(session)) == [where]
    assert words in troubles(session)[where]
    assert session.troubles[0].mend
    written = session_bytes(session, deck)
    again = read_session(written, deck)
    assert (again.session, again.notices) == (session, ())
    assert session_bytes(again.session, deck) == written


def test_the_rest_of_an_odd_roadmap_stands(deck: Deck) -> None:
    text = (
        '[roadmap]\nfrom = "2026-04"\nmonths = 2400\ndivide = [\n    "week",\n]\nrevisit = "soon"\n\n'
        '[roadmap.stages.growing]\nfrom = "2026-04"\nto = "2026-05"\nguess = 1\n\n'
        '[roadmap.events.e-1]\non = 2026-05-07\nkind = "flood"\ntitle = "Water"\n\n'
        '[roadmap.cards.c-1]\nfeature = "trust"\nfrom = "2026-04"\nto = "2026-03"\nenergy = "huge"\nwhy = "So."\n'
        'lane = 0\nowner = "p-9"\ncame-from = "hat"\nx-1 = 1\n\n'
        '[roadmap.cards.c-2]\nfeature = "case"\nfrom = "2026-09"\nenergy = "small"\n\n'
        '[roadmap.links.l-1]\nfrom = "c-1"\nto = "c-2"\nkind = "connection"\nwhy = 3\n'
    )
    session = session_of(text, deck)
    assert session.boards.roadmap == Roadmap(
        Timeline(Month(2026, 4), 12),
        {Stage.GROWING: Span(Month(2026, 4), Month(2026, 5), guess=False)},
        {"e-1": Event("e-1", date(2026, 5, 7), "Water")},
        {
            "c-1": RoadCard("c-1", "trust", Month(2026, 4), why="So."),
            "c-2": RoadCard("c-2", "case", Month(2026, 9), energy=Energy.SMALL),
        },
        {"l-1": Link("l-1", "c-1", "c-2", LinkKind.CONNECTION)},
    )
    assert text in session_bytes(session, deck).decode()


def test_a_roadmap_without_a_timeframe_keeps_all_that_stands_on_it(deck: Deck) -> None:
    frame = '[roadmap]\nfrom = "spring"\nmonths = 18\ndivide = [\n    "month",\n]\nrevisit = 2027-04-12\n'
    session = session_of(frame + TWO, deck)
    assert list(troubles(session)) == ["roadmap.from"]
    assert session.boards.roadmap.timeline is None
    assert list(session.boards.roadmap.cards) == ["c-1", "c-2"]
    assert frame in session_bytes(session, deck).decode()


def test_an_odd_action_keeps_the_order_of_its_lines(deck: Deck) -> None:
    text = '[actions.a-1]\ntext = "Ask."\nowner = "p-9"\ndue = 2026-04-30\n'
    assert text in session_bytes(session_of(text, deck), deck).decode()


def test_a_card_that_cannot_stand_keeps_its_links_until_it_is_mended(deck: Deck) -> None:
    text = f'{TWO}[roadmap.links.l-1]\nfrom = "c-1"\nto = "c-2"\nkind = "connection"\n'
    session = session_of(text.replace('"2026-09"', '"autumn"'), deck)
    assert list(troubles(session)) == ["roadmap.cards.c-2", "roadmap.links.l-1"]
    mended = session_bytes(session, deck).replace(b'"autumn"', b'"2026-09"')
    assert read_session(mended, deck).session == session_of(text, deck)


def after(session: Session, deck: Deck, *changes: Edit) -> Session:
    for change in changes:
        session = change.apply(session, deck)
    return session


SPRING, SUMMER = Month(2026, 4), Month(2026, 7)
SAID_ANEW = {
    "a timeframe": ("[roadmap]\nfrom = 'x'\nmonths = 0\ndivide = ['week']\n", Frame(SPRING, 12), b"months = 12\n"),
    "how long it is": (
        "[roadmap]\nfrom = '2026-01'\nmonths = 0\n",
        Frame(SPRING, 24),
        b'[roadmap]\nfrom = "2026-04"\nmonths = 24\n',
    ),
    "a roadmap of text": ("roadmap = 'x'\n", Frame(SPRING, 12), b"months = 12\n"),
    "a stage": (
        "[roadmap.stages]\ngrowing = 'x'\n",
        PlaceStage(Stage.GROWING, SPRING, SUMMER, guess=False),
        b'growing]\nfrom = "2026-04"\nto = "2026-07"\n',
    ),
    "a guess": (
        "[roadmap.stages.growing]\nfrom = '2026-04'\nto = '2026-07'\nguess = 'x'\n",
        PlaceStage(Stage.GROWING, SPRING, SUMMER, guess=False),
        b'to = "2026-07"\n\n',
    ),
    "what sort of event": (
        "[roadmap.events.e-1]\non = 2026-05-07\ntitle = 'x'\nkind = 'flood'\n",
        MarkEvent("e-1", date(2026, 5, 7), "x", EventKind.POLICY),
        b'kind = "policy"\n',
    ),
    "a card": (
        "[roadmap]\nfrom = '2026-04'\n[roadmap.cards]\nc-1 = 'x'\n",
        AddToRoad("c-1", "trust", SPRING),
        b'feature = "trust"\n',
    ),
    "an energy": (card("energy = 'huge'"), SetEnergy("c-1", Energy.MEDIUM), b'energy = "medium"\n'),
    "an end": (card("to = 'autumn'"), Stretch("c-1", SUMMER), b'to = "2026-07"\n'),
    "a lane": (card("lane = 0"), MoveOnRoad("c-1", SPRING, 2), b"lane = 2\n"),
    "a reason": (card("why = 3"), WriteRoadReason("c-1", "So."), b'why = "So."\n'),
    "an owner": (card("owner = 'p-9'"), SetOwner("c-1", "p-1"), b'owner = "p-1"\n'),
    "a link": (
        f"{TWO}[roadmap.links.l-1]\nfrom = 'c-1'\nto = 'c-2'\nkind = 'rope'\n",
        LinkCards("l-1", "c-1", "c-2", LinkKind.CONNECTION),
        b'kind = "connection"\n',
    ),
    "a word on why": (
        f"{TWO}[roadmap.links.l-1]\nfrom = 'c-1'\nto = 'c-2'\nwhy = 3\n",
        WriteLinkReason("l-1", "So."),
        b'why = "So."\n',
    ),
    "when to look again": ("[roadmap]\nrevisit = 'x'\n", SetRevisit(date(2027, 4, 12)), b"revisit = 2027-04-12\n"),
    "when it was stuck down": (
        "[roadmap]\nfixed = 'x'\n",
        Fix(datetime(2026, 3, 12, tzinfo=UTC), "roadmap"),
        b"fixed = 2026-03-12 00:00:00+00:00\n",
    ),
    "a verdict": (
        "[reflections.viability]\nverdict = 'maybe'\n",
        SetVerdict(Lens.VIABILITY, Verdict.YES),
        b'verdict = "yes"\n',
    ),
    "who else": (
        "[reflections.viability]\nwho-else = 3\n",
        WriteCheck(Lens.VIABILITY, "who_else", "Finance"),
        b'who-else = "Finance"\n',
    ),
    "an action": ("[actions]\na-1 = 3\n", WriteAction("a-1", "Ask."), b'[actions.a-1]\ntext = "Ask."\n'),
    "whose it is": (
        "[actions.a-1]\ntext = 'x'\nowner = 'p-9'\ndue = 'soon'\n",
        AssignAction("a-1", "p-1", date(2026, 4, 30)),
        b'owner = "p-1"\ndue = 2026-04-30\n',
    ),
}


@pytest.mark.parametrize("name", SAID_ANEW)
def test_what_is_said_anew_takes_the_place_of_what_could_not_stand(name: str, deck: Deck) -> None:
    text, change, written = SAID_ANEW[name]
    session = session_of(text, deck)
    assert session.troubles
    mended = after(session, deck, change)
    assert mended.troubles == ()
    data = session_bytes(mended, deck)
    assert written in data
    assert read_session(data, deck).session == mended


STILL_OPEN = {
    "a card that is only moved": (card("lane = 0\nto = 'x'\nenergy = 'huge'"), MoveOnRoad("c-1", SUMMER)),
    "a reason of no words": (card("why = 3"), WriteRoadReason("c-1", "")),
    "a link without a word": (
        f"{TWO}[roadmap.links.l-1]\nfrom = 'c-1'\nto = 'c-2'\nwhy = 3\n",
        WriteLinkReason("l-1", ""),
    ),
    "nobody": (card("owner = 'p-9'"), SetOwner("c-1", "")),
    "an event of no special kind": (
        "[roadmap.events.e-1]\non = 2026-05-07\ntitle = 'x'\nkind = 'flood'\n",
        MarkEvent("e-1", date(2026, 5, 8), "Water"),
    ),
    "no day": ("[roadmap]\nrevisit = 'x'\n", SetRevisit(None)),
    "no verdict": ("[reflections.viability]\nverdict = 'maybe'\n", SetVerdict(Lens.VIABILITY, None)),
    "no words": ("[reflections.viability]\nwho-else = 3\n", WriteCheck(Lens.VIABILITY, "who_else", "")),
    "an action of nobody": (
        "[actions.a-1]\ntext = 'x'\nowner = 'p-9'\ndue = 'soon'\n",
        AssignAction("a-1", "", None),
    ),
}


@pytest.mark.parametrize("name", STILL_OPEN)
def test_what_an_edit_does_not_say_stays_as_the_file_had_it(name: str, deck: Deck) -> None:
    text, change = STILL_OPEN[name]
    session = session_of(text, deck)
    changed = after(session, deck, change)
    assert changed.troubles == session.troubles
    assert read_session(session_bytes(changed, deck), deck).session == changed


LINKED = f"{TWO}[roadmap.links.l-1]\nfrom = 'c-1'\nto = 'c-2'\nx-3 = 1\n"
TAKEN_OUT = {
    "a card, with its links": (f"{LINKED}[roadmap.cards.c-1.x-table]\na = 1\n", TakeOffRoad("c-1")),
    "a link": (LINKED, Unlink("l-1")),
    "an event": ("[roadmap.events.e-1]\non = 2026-05-07\ntitle = 'x'\nx-3 = 1\n", RemoveEvent("e-1")),
    "a stage": (
        "[roadmap.stages.growing]\nfrom = '2026-04'\nto = '2026-07'\nx-3 = 1\n",
        PlaceStage(Stage.GROWING, None, None),
    ),
    "an action": ("[actions.a-1]\ntext = 'x'\nx-3 = 1\n", WriteAction("a-1", "")),
    "a feature of their own": (
        "[features.own-1]\ntitle = 'x'\nkind = 'enabler'\n"
        + LINKED.replace('"case"', '"own-1"')
        + "[roadmap.cards.c-2.x-table]\na = 1\n",
        RemoveFeature("own-1"),
    ),
}


@pytest.mark.parametrize("name", TAKEN_OUT)
def test_what_is_taken_out_leaves_no_trace_in_the_file(name: str, deck: Deck) -> None:
    text, change = TAKEN_OUT[name]
    session = session_of(text, deck)
    assert session.kept
    gone = after(session, deck, change)
    assert gone.kept == ()
    assert read_session(session_bytes(gone, deck), deck).session == gone
