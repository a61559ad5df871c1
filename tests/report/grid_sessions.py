"""Sessions in which the four quadrants were begun, of every awkward shape, built by hand."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime

from innovate_tui.workshop.deck import Mode
from innovate_tui.workshop.features import Kind
from innovate_tui.workshop.quadrants import Mitigation, Position, Quadrants
from innovate_tui.workshop.reflections import Answer, Reflections
from innovate_tui.workshop.session import Boards, OwnFeature, Person, Said, Session
from tests.report.sessions import DECK, HOSTILE, full, session

NOON = datetime(2026, 3, 12, 12, 17, tzinfo=UTC)
HELPERS = tuple(feature.id for feature in DECK.of_kind(Kind.NEXT_LEVEL))
SIX = {helper: Mitigation(f"What {helper} would do here.") for helper in HELPERS}
SIXTY = "Families who are moved between boroughs lose the help they g"


def gridded(cards: Mapping[str, Position], matches: Mapping[str, Mapping[str, Mitigation]], **more: object) -> Session:
    """A session with these influences on the grid, and these matches."""
    fixed = more.pop("fixed", None)
    reflections = more.pop("reflections", Reflections())
    assert fixed is None or isinstance(fixed, datetime)
    assert isinstance(reflections, Reflections)
    return session(boards=Boards(quadrants=Quadrants(cards, matches, fixed), reflections=reflections), **more)


def numbered(count: int, title: str = "An influence of our own, number") -> dict[str, OwnFeature]:
    """So many influences of the group's own."""
    return {f"own-{n}": OwnFeature(f"own-{n}", f"{title} {n}", Kind.INFLUENCE) for n in range(count)}


def both_tools() -> Session:
    """A group that did the diamond and then the quadrants: every kind of thing there is to say."""
    base = full()
    cards = {
        "politics": Position(60, 65),
        "regulation": Position(78, 84, "Inspectors any week from April.\nLast time everything new stopped."),
        "funding": Position(88, 22, "Cuts everywhere.\n\nBut our grant is signed until 2028."),
        "culture": Position(35, 30, "Settled on Tuesdays.", "Settled for you."),
        "media": Position(30, None, "Is it a threat at all?"),
        "own-w": Position(92, 58, "Eleven months, and none of the six makes a list shorter."),
    }
    matches = {
        "politics": {"evidence": Mitigation("Three stories, on paper before May."), "buyin": Mitigation()},
        "regulation": {"risk": Mitigation("Write down what could go wrong.\n\nSend it before they come.")},
        "funding": {"evidence": Mitigation("Two years to show what it saves.")},
        "culture": {"own-c": Mitigation("They would say it better.")},
    }
    own = {
        "own-w": OwnFeature("own-w", "The wait for mental health help", Kind.INFLUENCE, summary="Most of a year."),
        "own-c": OwnFeature("own-c", "A council of young people", Kind.NEXT_LEVEL),
    }
    answers = {
        "next-steps": Answer("The two councillors, while they may come."),
        "invest": Answer("Asking a family how it went.", question="What should we learn to do?"),
        "wider": Answer("", skipped=True),
        "q-9": Answer("The college.", question="Who could teach us?", tool="quadrants"),
        "q-8": Answer("", question="And who pays?", tool="quadrants"),
    }
    return replace(
        base,
        own={**base.own, **own},
        said={**base.said, "risk": Said(expert="p-3"), "funding": Said(expert="p-1")},
        boards=replace(
            base.boards,
            quadrants=Quadrants(cards, matches, NOON),
            reflections=Reflections({**base.boards.reflections.answers, **answers}),
        ),
    )


def one_influence() -> Session:
    """One influence, and not even a reason."""
    return gridded({"media": Position(75, 75)}, {})


def low_on_both() -> Session:
    """Nothing asks for help any more; what was chosen before is kept."""
    cards = {"media": Position(20, 10, "Quiet since the autumn."), "funding": Position(49, 49)}
    matches = {
        "media": {"identity": Mitigation("Tell our own story first."), "change": Mitigation()},
        "regulation": {"risk": Mitigation("It was on the grid in the morning.")},
    }
    return gridded(cards, matches)


def either() -> Session:
    """Nothing high on both; one alone, who has matched all that asks for help."""
    cards = {"funding": Position(80, 20, "", "Perhaps it is a threat."), "media": Position(10, 50)}
    matches = {"funding": {"buyin": Mitigation()}, "media": {"buyin": Mitigation("Nobody rings me.")}}
    people = {"p-1": Person("p-1", "Jo")}
    said = {"media": Said(None, "p-1", "Ring them first."), "change": Said(None, "p-1")}
    reflections = Reflections({"invest": Answer("Time.")})
    return gridded(cards, matches, mode=Mode.INDIVIDUAL, people=people, said=said, reflections=reflections)


def twelve() -> Session:
    """Twelve influences all over the grid, each with six mitigations."""
    own = numbered(7)
    ids = [*(feature.id for feature in DECK.of_kind(Kind.INFLUENCE)), *own]
    cards = {
        card: Position(n * 37 % 101, n * 61 % 101, "Because.", "No." if n % 3 else "") for n, card in enumerate(ids)
    }
    return gridded(cards, dict.fromkeys(ids, SIX), own=own, fixed=NOON)


def crowded() -> Session:
    """Twelve influences in one quadrant, two of them on one spot, each with six mitigations."""
    own = numbered(7)
    ids = [*(feature.id for feature in DECK.of_kind(Kind.INFLUENCE)), *own]
    cards = {card: Position(60 + n * 7 % 36, 50 + max(1, n) * 4, "Because.") for n, card in enumerate(ids)}
    return gridded(cards, dict.fromkeys(ids, SIX), own=own)


def long_names() -> Session:
    """Titles of sixty characters on both sides of a match."""
    own = {f"own-{n}": OwnFeature(f"own-{n}", f"{SIXTY[:-2]}{n:>2}", Kind.INFLUENCE) for n in range(1, 6)}
    own |= {f"own-h{n}": OwnFeature(f"own-h{n}", f"{SIXTY[:-2]}h{n}", Kind.NEXT_LEVEL) for n in range(3)}
    cards = {f"own-{n}": Position(20 * n, 95 - 15 * n, "Because it does.", "It does not.") for n in range(1, 6)}
    matches = {f"own-{n}": {f"own-h{m}": Mitigation("They would help.") for m in range(n % 3 + 1)} for n in range(1, 6)}
    return gridded(cards, matches, own=own, fixed=NOON)


def hostile_grid() -> Session:
    """What could be markup, a link, a placeholder or an escape, wherever somebody can type about the quadrants."""
    own = {"own-h": OwnFeature("own-h", HOSTILE, Kind.INFLUENCE, summary=HOSTILE)}
    own["own-n"] = OwnFeature("own-n", HOSTILE, Kind.NEXT_LEVEL, summary=HOSTILE)
    answers = {"invest": Answer(HOSTILE), "q-1": Answer(HOSTILE, question=HOSTILE, tool="quadrants")}
    return gridded(
        {"own-h": Position(70, 70, HOSTILE, HOSTILE)},
        {"own-h": {"own-n": Mitigation(HOSTILE)}},
        own=own,
        reflections=Reflections(answers),
    )


def only_begun() -> Session:
    """Words about influences, half a position, and nothing on the grid."""
    cards = {"media": Position(None, 80), "funding": Position(None, None, "We could not agree on this one.")}
    return gridded(cards, {"politics": {"buyin": Mitigation()}})


def endless_grid() -> Session:
    """Far more of everything than anybody should have."""
    own = numbered(30, "So " + "long " * 60) | numbered(60, "Wwww" * 100)
    cards = {card: Position(n * 13 % 101, 50 + n * 7 % 51, "Because. " * n) for n, card in enumerate(own)}
    return gridded(cards, dict.fromkeys(own, SIX), own=own)


GRID_SESSIONS: Mapping[str, Callable[[], Session]] = {
    make.__name__: make
    for make in (
        both_tools,
        one_influence,
        low_on_both,
        either,
        twelve,
        crowded,
        long_names,
        hostile_grid,
        only_begun,
        endless_grid,
    )
}
