"""Any session that can be made is read back as it was written, kept items included, and written the same again."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import tomli_w
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from innovate_tui.storage import locations
from innovate_tui.storage.bounded_toml import NotReadable
from innovate_tui.storage.deck_files import open_content
from innovate_tui.storage.session_reading import read_session
from innovate_tui.storage.session_text import LENSES, session_bytes
from innovate_tui.workshop.checks import Action, Check, Checks, Lens, Verdict
from innovate_tui.workshop.deck import Mode
from innovate_tui.workshop.diamond import NOTHING_SAID, PLACES, Diamond, Standing
from innovate_tui.workshop.features import Judgement, Kind
from innovate_tui.workshop.quadrants import HIGH, LEAST, MOST, NOWHERE, Mitigation, Position, Quadrants
from innovate_tui.workshop.reflections import Answer, Reflections
from innovate_tui.workshop.roadmap import Energy, Event, EventKind, Link, LinkKind, RoadCard, Roadmap, Span
from innovate_tui.workshop.session import (
    NOTHING,
    Boards,
    DeckStamp,
    ExportAs,
    Included,
    OwnFeature,
    Parked,
    PeopleShown,
    Person,
    Round,
    Said,
    Session,
)
from innovate_tui.workshop.spoken import clean, one_line
from innovate_tui.workshop.stages import Stage
from innovate_tui.workshop.timeline import LONGEST, SHORTEST, Division, Month, Timeline

DECK = open_content(locations.content_folder()).deck()
CARDS = [card.id for card in DECK.features]
PROMPTS = {prompt.id: prompt.question for tool in DECK.tools.values() for prompt in tool.prompts}

texts = st.text(max_size=40).map(clean) | st.sampled_from(
    ["", 'a "b" \\ c', "# end", '"""', "'''", "a\n\n# end\n", "[red]"]
)
titles = texts.map(one_line)
words = titles.filter(bool)
ids = st.from_regex(r"[a-z]{1,2}-[0-9a-z]{2,6}", fullmatch=True)
days = st.dates()
moments = st.datetimes(
    timezones=st.sampled_from([UTC, timezone(timedelta(hours=5, minutes=30)), timezone(timedelta(hours=-3))])
)


def mappings(values: Any, most: int = 4) -> Any:
    return st.dictionaries(ids, values, max_size=most)


@st.composite
def diamonds(draw: Any, cards: list[str]) -> Diamond:
    chosen = draw(st.lists(st.sampled_from(cards), unique=True, max_size=12)) if cards else []
    places = draw(st.permutations([*PLACES, None, None, None]))
    standings = {card: Standing(place, draw(texts), draw(texts)) for card, place in zip(chosen, places, strict=False)}
    kept = {card: standing for card, standing in standings.items() if standing != NOTHING_SAID}
    return Diamond(kept, draw(st.none() | moments))


@st.composite
def grids(draw: Any, influences: list[str], helpers: list[str]) -> Quadrants:
    """Quadrants as no rule of the board forbids them: matches of what is not placed, words without a position."""
    axis = st.none() | st.integers(LEAST, MOST) | st.sampled_from([LEAST, HIGH, MOST])
    positions = st.builds(Position, axis, axis, texts, texts)
    placed = draw(st.dictionaries(st.sampled_from(influences), positions, max_size=6))
    chosen = st.dictionaries(st.sampled_from(helpers), st.builds(Mitigation, texts), min_size=1, max_size=4)
    mitigations = draw(st.dictionaries(st.sampled_from(influences), chosen, max_size=3))
    cards = {card: position for card, position in placed.items() if position != NOWHERE}
    return Quadrants(cards, mitigations, draw(st.none() | moments))


months = st.builds(Month, st.integers(1, 9999), st.integers(1, 12)) | st.sampled_from(
    [Month(2026, 4), Month(2026, 12), Month(2027, 1)]
)
lasts = st.integers(0, 40)


def later(month: Month, by: int) -> Month:
    """A month so much later, as far as the calendar goes."""
    return min(month + by, Month(9999, 12))


@st.composite
def roads(draw: Any, features: list[str], people: list[str]) -> Roadmap:
    """A roadmap as no rule of the board forbids it: without a timeframe, cards outside of it, all sorts of links."""
    divisions = st.lists(st.sampled_from(Division), max_size=4).map(tuple)
    frame = st.none() | st.builds(Timeline, months, st.integers(SHORTEST, LONGEST) | st.just(12), divisions)
    stages = {
        stage: Span(first := draw(months), later(first, draw(lasts)), draw(st.booleans()))
        for stage in draw(st.lists(st.sampled_from(Stage), unique=True, max_size=6))
    }
    events = {
        key: Event(key, draw(days), draw(words), draw(st.sampled_from(EventKind))) for key in draw(mappings(st.none()))
    }
    cards = {}
    for key in draw(mappings(st.none(), 6)):
        first = draw(months)
        cards[key] = RoadCard(
            key,
            draw(st.sampled_from(features)),
            first,
            draw(st.none() | st.builds(later, st.just(first), lasts)),
            draw(st.sampled_from(Energy)),
            draw(texts),
            draw(st.sampled_from(["", *people])),
            draw(st.none() | st.integers(1, 12)),
            draw(st.sampled_from(["", "diamond", "quadrants"])),
        )
    links: dict[str, Link] = {}
    road = Roadmap(cards=cards)
    for key in draw(mappings(st.none(), 6)) if len(cards) > 1 else ():
        first_end, second_end = draw(st.permutations(list(cards)))[:2]
        if road.link_between(first_end, second_end) is None:
            links[key] = Link(key, first_end, second_end, draw(st.sampled_from(LinkKind)), draw(texts))
            road = road._replace(links=links)
    looked, fixed, worked = draw(st.none() | days), draw(st.none() | moments), draw(st.none() | days)
    return Roadmap(draw(frame), stages, events, cards, links, looked, fixed, worked)


checks = st.dictionaries(
    st.sampled_from(Lens),
    st.builds(Check, st.none() | st.sampled_from(Verdict), texts, texts).filter(lambda check: check != Check()),
).map(Checks)


@st.composite
def answers(draw: Any) -> Reflections:
    found: dict[str, Answer] = {}
    for key, question in PROMPTS.items():
        asked = draw(st.just("") | words)
        found[key] = Answer(draw(texts), "" if asked == question else asked, draw(st.booleans()))
    for key in draw(st.lists(ids.filter(lambda each: each not in PROMPTS and each not in LENSES), max_size=2)):
        found[key] = Answer(
            draw(texts), draw(words), draw(st.booleans()), draw(st.sampled_from(["diamond", "roadmap"]))
        )
    return Reflections({key: answer for key, answer in found.items() if answer != Answer()})


@st.composite
def sessions(draw: Any) -> Session:
    people = {key: Person(key, name) for key, name in draw(mappings(words)).items()}
    somebody = st.sampled_from(["", *people])
    letters = draw(st.permutations([*"UVWXYZ"]))
    own = {}
    for key, title in draw(mappings(words)).items():
        if key in CARDS:
            continue
        letter = draw(st.sampled_from(["", letters.pop()]))
        own[key] = OwnFeature(key, title, draw(st.sampled_from(Kind)), draw(titles), draw(texts), draw(titles), letter)
    chosen = draw(st.lists(st.sampled_from([*CARDS, *own]), unique=True, max_size=8))
    judged = {card: Said(draw(st.none() | st.sampled_from(Judgement)), draw(somebody), draw(texts)) for card in chosen}
    kinds = {card.id: card.kind for card in DECK.features} | {card.id: card.kind for card in own.values()}
    enablers, influences, helpers = ([card for card, each in kinds.items() if each is kind] for kind in Kind)
    boards = st.builds(
        Boards,
        diamond=diamonds(enablers),
        quadrants=grids(influences, helpers),
        reflections=answers(),
        roadmap=roads([*kinds], [*people]),
        checks=checks,
    )
    rounds = tuple(
        Round(key, name, draw(moments), draw(somebody), draw(boards)) for key, name in draw(mappings(titles, 2)).items()
    )
    return Session(
        id=draw(ids),
        title=draw(titles),
        started=draw(moments),
        deck=DeckStamp(DECK.id, DECK.version, DECK.title),
        mode=draw(st.sampled_from(Mode)),
        workshop=draw(titles),
        group=draw(titles),
        place=draw(titles),
        held=draw(st.none() | days),
        language=draw(titles),
        people=people,
        own=own,
        said={card: said for card, said in judged.items() if said != NOTHING},
        boards=draw(boards),
        parked={key: Parked(key, text) for key, text in draw(mappings(texts.filter(str.strip))).items()},
        actions={
            key: Action(key, text, draw(somebody), draw(st.none() | days))
            for key, text in draw(mappings(texts.filter(str.strip))).items()
        },
        rounds=rounds,
        included=draw(
            st.builds(
                Included, st.sampled_from(PeopleShown), *[st.booleans()] * 7, st.sampled_from(ExportAs), st.booleans()
            )
        ),
    )


def boards_of(session: Session) -> list[Boards]:
    return [session.boards, *(each.boards for each in session.rounds)]


# making one of these takes far longer than writing it and reading it back: the suite is to end in two minutes
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(sessions())
def test_a_session_is_read_as_it_was_written(session: Session) -> None:
    data = session_bytes(session, DECK)
    opened = read_session(data, DECK)
    assert opened.session == session
    assert list(opened.session.own) == list(session.own)
    for before, after in zip(boards_of(session), boards_of(opened.session), strict=True):
        assert list(after.quadrants.cards) == list(before.quadrants.cards)
        assert [(card, list(helpers)) for card, helpers in after.quadrants.mitigations.items()] == [
            (card, list(helpers)) for card, helpers in before.quadrants.mitigations.items()
        ]
        for items in ("stages", "events", "cards", "links"):
            assert list(getattr(after.roadmap, items)) == list(getattr(before.roadmap, items))
        assert list(after.checks.answers) == list(before.checks.answers)
    assert list(opened.session.actions) == list(session.actions)
    assert opened.notices == ()
    assert session_bytes(opened.session, DECK) == data


scalars: Any = (
    st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8)
    | moments
    | st.dates()
    | st.times()
    | st.sampled_from([0, 1, 5, 9, 10, 50, 100, 101, "strength", "good", "enabler", "group", "p-1", "own-1", "trust"])
)
KEYS = [
    *("id", "title", "held", "started", "mode", "deck", "people", "features", "diamond", "quadrants", "roadmap"),
    *("reflections", "parked", "rounds", "actions", "cards", "fixed", "place", "why", "dissent", "note", "expert"),
    *("importance", "threat", "mitigations", "risk", "funding"),
    *("judgement", "kind", "letter", "made-in", "question", "answer", "skipped", "tool", "taken", "by", "name", "text"),
    *(
        "trust",
        "case",
        "media",
        "own-1",
        "p-1",
        "r-1",
        "readiness",
        "viability",
        "x-1",
        "enablers",
        "version",
        "odd id",
        *("from", "to", "months", "divide", "revisit", "stages", "events", "links", "feature", "energy", "lane"),
        *("owner", "came-from", "guess", "on", "verdict", "who-else", "due", "c-1", "l-1", "desirability"),
    ),
]


def tables(inner: Any) -> Any:
    return st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=3), inner, max_size=5)


anything = st.recursive(scalars, lambda inner: tables(inner) | st.lists(inner, max_size=3), max_leaves=12)
cards = st.dictionaries(
    st.sampled_from(["trust", "case", "media", "own-1", "hope"]), tables(scalars) | scalars, max_size=5
)
on_grid = st.fixed_dictionaries(
    {}, optional={"importance": scalars, "threat": scalars, "why": scalars, "dissent": scalars, "x-1": anything}
)
influence_ids = st.sampled_from(["media", "funding", "trust", "own-1", "hope"])
help_like = st.dictionaries(
    st.sampled_from(["risk", "coproduction", "trust", "media", "hope", "odd id"]),
    st.fixed_dictionaries({}, optional={"why": scalars, "x-1": anything}) | scalars,
    max_size=4,
)
grid_like = st.fixed_dictionaries(
    {},
    optional={
        "fixed": scalars,
        "cards": st.dictionaries(influence_ids, on_grid | scalars, max_size=5) | anything,
        "mitigations": st.dictionaries(influence_ids, help_like | scalars, max_size=4) | anything,
        "x-1": anything,
    },
)
road_words = scalars | st.sampled_from(
    ["2026-04", "2026-13", "2026-4", "2027-01", "large", "huge", "dependency", "connection", "election", "c-1", "c-2"]
)


def some_of(*keys: str) -> Any:
    """A table with any of these keys, and perhaps one that nobody knows."""
    return st.fixed_dictionaries({}, optional={**dict.fromkeys(keys, road_words), "x-1": anything})


def by_id(item: Any, *keys: str) -> Any:
    return st.dictionaries(st.sampled_from(keys), item | scalars, max_size=4) | anything


road_card = st.builds(
    lambda real, more: {**more, **real},
    st.fixed_dictionaries(
        {"feature": st.sampled_from(["trust", "risk", "hope"]), "from": st.sampled_from(["2026-04"])}
    ),
    some_of("to", "energy", "why", "lane", "owner", "came-from"),
)
road_link = st.fixed_dictionaries(
    {"from": st.sampled_from(["c-1", "c-2", "c-9"]), "to": st.sampled_from(["c-1", "c-2"])},
    optional={"kind": road_words, "why": scalars, "x-1": anything},
)
road_like = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(("from", "months", "revisit", "fixed"), road_words),
        "divide": st.lists(st.sampled_from(["month", "quarter", "half-year", "week", 3]), max_size=4) | anything,
        "stages": by_id(some_of("from", "to", "guess"), "growing", "designing", "shrinking"),
        "events": by_id(some_of("on", "kind", "title"), "e-1", "e-2", "odd id"),
        "cards": by_id(road_card | some_of("feature", "from", "to"), "c-1", "c-2", "odd id"),
        "links": by_id(road_link | some_of("from", "to", "kind"), "l-1", "l-2", "l-3", "odd id"),
        "x-1": anything,
    },
)
boards_like = st.fixed_dictionaries(
    {},
    optional={
        "diamond": st.fixed_dictionaries({}, optional={"cards": cards, "fixed": scalars, "x-1": anything}) | anything,
        "quadrants": grid_like | anything,
        "roadmap": road_like | anything,
        "reflections": st.dictionaries(
            st.sampled_from(["readiness", "viability", "desirability", "x"]),
            tables(scalars) | some_of("verdict", "answer", "who-else"),
        )
        | anything,
    },
)
own_card = st.fixed_dictionaries(
    {"title": scalars, "kind": st.sampled_from(["enabler", "influence", "saw"])},
    optional={"letter": st.sampled_from(["A", "Z", "zz", ""]), "expert": scalars, "x-2": anything, "note": scalars},
)
file_like = st.builds(
    lambda *parts: {key: value for part in parts for key, value in part.items()},
    tables(anything),
    boards_like,
    st.fixed_dictionaries(
        {},
        optional={
            "id": scalars,
            "started": scalars,
            "people": st.dictionaries(st.sampled_from(["p-1", "p 2"]), tables(scalars)),
            "features": st.fixed_dictionaries(
                {}, optional={"own-1": own_card, "trust": tables(scalars), "y": anything}
            ),
            "rounds": st.dictionaries(
                st.sampled_from(["r-1", "r-2"]),
                st.builds(lambda a, b: {**a, **b}, boards_like, tables(anything)),
                max_size=2,
            ),
            "deck": tables(anything),
            "actions": by_id(some_of("text", "owner", "due"), "a-1", "a-2", "odd id"),
            "export": tables(anything) | st.fixed_dictionaries({"people": scalars, "notes": scalars, "x": anything}),
        },
    ),
)


def _without_what_gives_way(session: Session) -> Session:
    """A session cannot be without these: what was taken instead may stand in their place."""
    stays = (kept for kept in session.kept if kept.path not in (("id",), ("started",)) and kept.path[0] != "deck")
    return replace(session, kept=tuple(stays))


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(file_like)
def test_whatever_a_file_holds_is_kept(table: dict[str, Any]) -> None:
    kept_as_it_was(table)


near_months = st.sampled_from(["2026-04", "2026-05", "2026-09", "2027-02", "2026-13", True])
near_kinds = st.sampled_from(["dependency", "connection", "budget", "huge", 3])
near_ends = st.sampled_from(["c-1", "c-2", "c-3", "c-4"])


def nearly(right: dict[str, Any], **more: Any) -> Any:
    """An item that can stand, with more keys that perhaps cannot."""
    return st.fixed_dictionaries(
        {key: value if isinstance(value, st.SearchStrategy) else st.just(value) for key, value in right.items()},
        optional={**{key.replace("_", "-").rstrip("-"): value for key, value in more.items()}, "x-1": scalars},
    )


near_road = st.fixed_dictionaries(
    {
        "from": near_months,
        "months": st.sampled_from([12, 30, 0, 2400]),
        "cards": st.dictionaries(
            near_ends,
            nearly(
                {"feature": st.sampled_from(["trust", "risk", "case", "hope"]), "from": near_months},
                to=near_months,
                energy=st.sampled_from(["small", "medium", "huge", 3]),
                why=scalars,
                lane=st.sampled_from([0, 1, 2, 10**9, "top"]),
                owner=st.sampled_from(["p-1", "p-2", 3]),
                came_from=st.sampled_from(["diamond", "saw", 3]),
            ),
            min_size=2,
        ),
        "links": st.dictionaries(
            st.sampled_from(["l-1", "l-2", "l-3", "l-4"]),
            nearly({"from": near_ends, "to": near_ends}, kind=near_kinds, why=scalars),
        ),
        "stages": st.dictionaries(
            st.sampled_from([*Stage, "shrinking"]), nearly({"from": near_months, "to": near_months}, guess=scalars)
        ),
        "events": st.dictionaries(
            st.sampled_from(["e-1", "e-2"]),
            nearly({"on": days | st.sampled_from([3, "May"]), "title": "Budget"}, kind=near_kinds),
        ),
    },
    optional={
        "divide": st.lists(st.sampled_from(["month", "quarter", "week"]), max_size=4),
        "revisit": days | scalars,
        "fixed": scalars,
    },
)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(near_road)
def test_whatever_a_roadmap_holds_is_kept(road: dict[str, Any]) -> None:
    start = datetime(2026, 3, 12, tzinfo=UTC)
    kept_as_it_was({"id": "s-1", "started": start, "people": {"p-1": {"name": "AB"}}, "roadmap": road})


def kept_as_it_was(table: dict[str, Any]) -> None:
    """A file with these tables is read and written, and nothing of it is lost or read otherwise the second time."""
    data = (
        tomli_w.dumps({"format": 1, **{key: value for key, value in table.items() if key != "format"}}) + "\n# end\n"
    ).encode()
    try:
        first = read_session(data, DECK).session
    except NotReadable:
        return
    written = session_bytes(first, DECK)
    second = read_session(written, DECK)
    assert _without_what_gives_way(second.session) == _without_what_gives_way(first)
    assert second.notices == () or all("another deck" in notice for notice in second.notices)
    assert session_bytes(second.session, DECK) == written


def test_the_sample_reads_without_trouble() -> None:
    sample = Path(str(locations.content_folder() / "samples" / "innovate.toml")).read_bytes()
    opened = read_session(sample, DECK)
    assert (opened.notices, opened.session.troubles) == ((), ())
