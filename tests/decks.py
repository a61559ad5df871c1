"""A small deck and sessions with it, for tests: `deck()` is shaped like the real one, in words of its own.

    >>> session(at={1: "trust", 9: "learning"}, why={"trust": "Families come back."})

The ids of the enablers are `ENABLERS`, with the capitals A to I; more than nine are called `enabler-10` and so on.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime

from innovate_tui.workshop.checks import Action
from innovate_tui.workshop.deck import (
    Act,
    Deck,
    Factor,
    KindWords,
    Mode,
    Prompt,
    Step,
    StepWords,
    Timing,
    Tool,
    Toolkit,
)
from innovate_tui.workshop.diamond import PLACES, Diamond, Standing
from innovate_tui.workshop.features import Feature, Judgement, Kind
from innovate_tui.workshop.quadrants import Quadrants
from innovate_tui.workshop.reflections import Answer, Reflections
from innovate_tui.workshop.roadmap import Roadmap
from innovate_tui.workshop.session import (
    CAPITALS,
    Boards,
    DeckStamp,
    Kept,
    OwnFeature,
    Parked,
    Person,
    Round,
    Said,
    Session,
)

MOMENT = datetime(2026, 3, 12, 9, 31, tzinfo=UTC)
"""When test sessions begin."""
LATER = datetime(2026, 3, 12, 10, 18, tzinfo=UTC)
"""When their boards are fixed and their rounds kept."""

TITLES = {
    "trust": "Trust and confidence",
    "team": "A stable and capable team",
    "partners": "Effective partnerships",
    "leadership": "Inspiring and consistent leadership",
    "vision": "Shared vision",
    "openness": "Openness to new ideas",
    "case": "A strong case",
    "learning": "Learning and evaluation",
    "space": "Space and time",
    "politics": "Politics",
    "regulation": "Regulation",
    "funding": "Funding",
    "culture": "Social work culture",
    "media": "Media",
    "coproduction": "Coproduction",
    "buy-in": "Buy-in at all levels",
    "risk": "Sharing risk",
    "networks": "Networks",
    "skills": "Skills",
    "data": "Evidence, data and stories",
}
_IDS = tuple(TITLES)
ENABLERS, INFLUENCES, NEXT_LEVEL = _IDS[:9], _IDS[9:14], _IDS[14:]
PROMPTS = ("readiness", "capitalise", "develop", "who-else")
"""The ids of the diamond's prompts."""


def feature(card: str, kind: Kind = Kind.ENABLER, letter: str = "", title: str = "") -> Feature:
    """A feature of the deck; without a title it has the one of `TITLES`, or a made-up one."""
    return Feature(card, title or TITLES.get(card, f"Card {card}"), kind, letter)


def deck(
    enablers: int = 9,
    influences: int = 5,
    next_level: int = 6,
    *,
    titles: Mapping[str, str] | None = None,
    prompts: tuple[Prompt, ...] | None = None,
) -> Deck:
    """A deck with so many features of each kind, capitals in deck order, and one tool: the diamond."""
    ids = [
        *((card, Kind.ENABLER) for card in _ids("enabler", ENABLERS, enablers)),
        *((card, Kind.INFLUENCE) for card in _ids("influence", INFLUENCES, influences)),
        *((card, Kind.NEXT_LEVEL) for card in _ids("next-level", NEXT_LEVEL, next_level)),
    ]
    letters = [*CAPITALS, *[""] * len(ids)]
    features = tuple(
        feature(card, kind, letters[number], (titles or {}).get(card, "")) for number, (card, kind) in enumerate(ids)
    )
    return Deck(
        id="test",
        version="1",
        title="A deck for tests",
        language="en-GB",
        credit="Nobody's",
        toolkit=Toolkit("A toolkit", "For tests", "example.org", "An introduction."),
        kinds={
            Kind.ENABLER: KindWords("Local system enabler", "Local system enablers", "enabler", "They enable."),
            Kind.INFLUENCE: KindWords("Wider system influence", "Wider system influences", "influence", "They press."),
            Kind.NEXT_LEVEL: KindWords(
                "Next-level facilitator", "Next-level facilitators", "next-level facilitator", "They help."
            ),
        },
        features=features,
        tools={"diamond": diamond_tool() if prompts is None else diamond_tool(prompts)},
    )


def diamond_tool(
    prompts: tuple[Prompt, ...] = (
        Prompt("readiness", "How ready does this picture say we are?", "Readiness", "Look at the whole."),
        Prompt("capitalise", "What would make the most of our strengths?", "Strengths"),
        Prompt("develop", "Where might we start?", "Where to start", quoted_from="A toolkit"),
        Prompt("who-else", "Who else needs to be here?", "Who else"),
    ),
) -> Tool:
    """Diamond 9 in four steps: sharing cards out is for groups, telling the others for several of them."""
    together = (Mode.GROUP, Mode.GROUPS)
    return Tool(
        id="diamond",
        title="Diamond 9",
        purpose="Explore what is there.",
        factors=(Factor("strength", "Strength", "How strong is it here?", "The top needs care."),),
        steps=(
            _step(Act.SHARE, "Share the cards out", together),
            _step(Act.ORDER, "Order the strengths", (Mode.INDIVIDUAL, *together)),
            _step(Act.REVIEW, "Step back", (Mode.INDIVIDUAL, *together)),
            _step(Act.TELL, "Tell the others", (Mode.GROUPS,)),
        ),
        prompts=prompts,
        timings={Mode.INDIVIDUAL: (Timing("The diamond", 20, 30),)},
    )


def session(
    *,
    title: str = "Family hubs",
    mode: Mode = Mode.INDIVIDUAL,
    group: str = "",
    held: date | None = None,
    at: Mapping[int, str] | None = None,
    why: Mapping[str, str] | None = None,
    dissent: Mapping[str, str] | None = None,
    fixed: bool = False,
    judged: Mapping[str, Judgement] | None = None,
    notes: Mapping[str, str] | None = None,
    experts: Mapping[str, str] | None = None,
    own: Iterable[OwnFeature] = (),
    answers: Mapping[str, Answer | str] | None = None,
    parked: Iterable[str] = (),
    rounds: tuple[Round, ...] = (),
    kept: tuple[Kept, ...] = (),
    grid: Quadrants | None = None,
    road: Roadmap | None = None,
    people: Iterable[str] = (),
    actions: Iterable[str] = (),
) -> Session:
    """A session with `deck()`. `at` says which card stands at which place; the rest of the board is as little."""
    notes, judged, experts = notes or {}, judged or {}, experts or {}
    known = {name: Person(name, name) for name in (*experts.values(), *people)}
    said = {
        card: Said(judged.get(card), experts.get(card, ""), notes.get(card, ""))
        for card in {**judged, **notes, **experts}
    }
    replies = {
        prompt: answer if isinstance(answer, Answer) else Answer(answer) for prompt, answer in (answers or {}).items()
    }
    board = diamond(at, why, dissent, fixed=fixed)
    return Session(
        id="s-test",
        title=title,
        started=MOMENT,
        deck=DeckStamp("test", "1", "A deck for tests"),
        mode=mode,
        group=group,
        held=held,
        people=known,
        own={card.id: card for card in own},
        said=said,
        boards=Boards(board, grid or Quadrants(), Reflections(replies), road or Roadmap()),
        actions={key: Action(key, f"Do {key}.") for key in actions},
        parked={f"n-{number}": Parked(f"n-{number}", text) for number, text in enumerate(parked, 1)},
        rounds=rounds,
        kept=kept,
    )


def diamond(
    at: Mapping[int, str] | None = None,
    why: Mapping[str, str] | None = None,
    dissent: Mapping[str, str] | None = None,
    *,
    fixed: bool = False,
) -> Diamond:
    """A diamond with these cards at these places, and these words about cards on it or in the tray."""
    places = {card: place for place, card in (at or {}).items()}
    why, dissent = why or {}, dissent or {}
    cards = {
        card: Standing(places.get(card), why.get(card, ""), dissent.get(card, ""))
        for card in {**places, **why, **dissent}
    }
    return Diamond(cards, LATER if fixed else None)


def full(cards: Iterable[str] = ENABLERS) -> dict[int, str]:
    """Cards on the places from 1 on, as many as there are places, for `at`."""
    return dict(zip(PLACES, cards, strict=False))


def own_card(card: str = "own-k3f9", title: str = "A good building", **more: str) -> OwnFeature:
    """An enabler of the group's own."""
    return OwnFeature(card, title, Kind.ENABLER, made_in="diamond", **more)


def _ids(kind: str, known: tuple[str, ...], number: int) -> list[str]:
    return [*known[:number], *(f"{kind}-{each}" for each in range(len(known) + 1, number + 1))]


def _step(act: Act, title: str, modes: tuple[Mode, ...]) -> Step:
    return Step(
        act, {mode: StepWords(f"{title} ({mode})", title.split()[0], "Do it.", "More of it.") for mode in modes}
    )
