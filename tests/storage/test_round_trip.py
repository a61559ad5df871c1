"""Any session that can be made is read back as it was written, kept items included, and written the same again."""

from dataclasses import replace
from datetime import UTC, timedelta, timezone
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
from innovate_tui.workshop.deck import Mode
from innovate_tui.workshop.diamond import NOTHING_SAID, PLACES, Diamond, Standing
from innovate_tui.workshop.features import Judgement, Kind
from innovate_tui.workshop.quadrants import HIGH, LEAST, MOST, NOWHERE, Mitigation, Position, Quadrants
from innovate_tui.workshop.reflections import Answer, Reflections
from innovate_tui.workshop.session import (
    NOTHING,
    Boards,
    DeckStamp,
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
    boards = st.builds(Boards, diamond=diamonds(enablers), quadrants=grids(influences, helpers), reflections=answers())
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
        rounds=rounds,
        included=draw(st.builds(Included, st.sampled_from(PeopleShown), st.booleans(), st.booleans(), st.booleans())),
    )


def boards_of(session: Session) -> list[Boards]:
    return [session.boards, *(each.boards for each in session.rounds)]


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
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
boards_like = st.fixed_dictionaries(
    {},
    optional={
        "diamond": st.fixed_dictionaries({}, optional={"cards": cards, "fixed": scalars, "x-1": anything}) | anything,
        "quadrants": grid_like | anything,
        "reflections": st.dictionaries(st.sampled_from(["readiness", "viability", "x"]), tables(scalars)) | anything,
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
