"""A small deck and sessions of every awkward shape, built by hand: what the summary must read well for."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime

from innovate_tui.workshop.deck import Deck, KindWords, Mode, Prompt, Tool, Toolkit
from innovate_tui.workshop.diamond import Diamond, Standing
from innovate_tui.workshop.features import Feature, Judgement, Kind
from innovate_tui.workshop.reflections import Answer, Reflections
from innovate_tui.workshop.session import (
    Boards,
    DeckStamp,
    Included,
    Kept,
    OwnFeature,
    Parked,
    Person,
    Round,
    Said,
    Session,
)

MORNING = datetime(2026, 3, 12, 9, 31, tzinfo=UTC)
TITLES = {
    "team": "A stable and capable team",
    "openness": "Openness to new ideas and learning",
    "leadership": "Inspiring and consistent leadership",
    "trust": "Trust and confidence",
    "partnerships": "Effective partnerships",
    "case": "A strong case for innovation",
    "vision": "A compelling, shared vision",
    "space": "Space and time for collaboration",
    "learning": "Capability in learning and evaluation",
}
PROMPTS = (
    Prompt("readiness", "What does the picture say about how ready you are?", "How ready are we?"),
    Prompt("strengths", "How could you use your strengths?", "Use our strengths"),
    Prompt("develop", "What would you work on first?", "What first?", quoted_from="A handbook of 1998"),
    Prompt("who", "Who else should be here?", "Who else?"),
)
DECK = Deck(
    id="small",
    version="1",
    title="A small deck",
    language="en-GB",
    credit="Based on materials by The Innovate Project, theinnovateproject.co.uk",
    toolkit=Toolkit("Toolkit", "", "", ""),
    kinds={
        Kind.ENABLER: KindWords("Local system enabler", "Local system enablers", "enabler", ""),
        Kind.INFLUENCE: KindWords("Wider system influence", "Wider system influences", "influence", ""),
        Kind.NEXT_LEVEL: KindWords("Next-level facilitator", "Next-level facilitators", "next level", ""),
    },
    features=(
        *(
            Feature(key, title, Kind.ENABLER, letter)
            for (key, title), letter in zip(TITLES.items(), "ABCDEFGHI", strict=True)
        ),
        Feature("media", "Media", Kind.INFLUENCE, "N"),
        Feature("politics", "Politics and policy", Kind.INFLUENCE, "J"),
        Feature("regulation", "Regulation", Kind.INFLUENCE, "K"),
        Feature("funding", "Funding", Kind.INFLUENCE, "L"),
        Feature("culture", "Social work culture and practice", Kind.INFLUENCE, "M"),
        Feature("buyin", "Buy in at all levels", Kind.NEXT_LEVEL, "T"),
        Feature(
            "identity", "Shared identity: a story of place and purpose", Kind.NEXT_LEVEL, "O", ("Shared", "identity")
        ),
        Feature("coproduction", "Coproduction with families", Kind.NEXT_LEVEL, "P"),
        Feature(
            "evidence",
            "Sources of evidence and stories of progress and impact",
            Kind.NEXT_LEVEL,
            "Q",
            ("Evidence and", "stories"),
        ),
        Feature(
            "risk", "Strategies for evaluating, managing and sharing risk", Kind.NEXT_LEVEL, "R", ("Sharing risk",)
        ),
        Feature("change", "Skilled project management", Kind.NEXT_LEVEL, "S"),
    ),
    tools={
        "diamond": Tool("diamond", "Diamond 9", "To explore", prompts=PROMPTS),
        "quadrants": Tool(
            "quadrants",
            "Four Quadrants",
            "To uncover",
            prompts=(
                Prompt("next-steps", "What should come first as you plan?", "What comes first?"),
                Prompt("invest", "Which investments would be worth the most?", "Where to invest"),
                Prompt("wider", "Who else should join in?", "Who else should join in?"),
            ),
            meanings={
                "high-importance-high-threat": "Matters here, and a danger to this innovation in particular.",
                "high-importance-low-threat": "Matters here; little danger to this innovation.",
                "low-importance-high-threat": "Matters little here, but a danger to this innovation.",
            },
        ),
    },
)
ORDER = ("trust", "partnerships", "team", "openness", "leadership", "vision", "learning", "case", "space")
WHY = {
    "trust": "Partners ring each other before things go wrong. Families say so without being asked.",
    "partnerships": "Health visitors already share the building on Tuesdays.\nThe police join when we ask.",
    "team": "Only one person has left the east hub in two years. The west hub covers three with agency staff.",
    "vision": "Ask six of us what a hub is for and you get six answers.",
    "learning": "We count who walks in. Nobody can yet say what changed for them.",
    "space": "There is no hour in the week when the people round this table could meet again.",
}
DISSENT = {
    "team": "Two of us would put this fifth: “stable on one side of the river only.”",
    "space": "I would put vision last.",
}


def session(**changes: object) -> Session:
    """A session with nothing in it but a title and a moment."""
    base = Session(id="s-1", title="Family hubs redesign", started=MORNING, deck=DeckStamp("small"), mode=Mode.GROUP)
    return replace(base, **changes)  # type: ignore[arg-type]  # fields by name


def empty() -> Session:
    """Opened, and closed again."""
    return session()


def full() -> Session:
    """A group that did everything there is to do."""
    places = {card: Standing(place, WHY.get(card, ""), DISSENT.get(card, "")) for place, card in enumerate(ORDER, 1)}
    places["case"] = Standing(None, "The case has been made; what is missing is the time to act on it.")
    places["own-p"] = Standing(8, "Four parents run groups with no help from us.")
    strong = ("trust", "partnerships", "team", "openness")
    said = {card: Said(Judgement.STRENGTH, "p-1" if card == "trust" else "") for card in strong}
    said |= {card: Said(Judgement.DEVELOPMENT) for card in ("leadership", "vision", "learning", "space")}
    said["space"] = Said(
        Judgement.DEVELOPMENT, "p-3", "Everyone said it, in different words.\n\nThursday mornings may be free."
    )
    said["media"] = Said(None, "", "One bad story could close a building.")
    return session(
        workshop="Eastmere, 12 March",
        group="Team A",
        place="Invented Borough of Eastmere",
        held=date(2026, 3, 12),
        language="en-GB",
        people={
            f"p-{n}": Person(f"p-{n}", name)
            for n, name in enumerate(("AB", "Second social worker", "Marek Zieliński"), 1)
        },
        own={
            "own-p": OwnFeature(
                "own-p",
                "Parents who run groups",
                Kind.ENABLER,
                summary="Four parents on the estate.",
                made_in="diamond",
            )
        },
        said=said,
        boards=Boards(
            Diamond(places, fixed=datetime(2026, 3, 12, 10, 18, tzinfo=UTC)),
            reflections=Reflections(
                {
                    "readiness": Answer("More than we thought.\n\nBut only by day."),
                    "strengths": Answer("Ask the schools.", question="How do we use what we are good at?"),
                    "who": Answer("", skipped=True),
                    "q-1": Answer("Thursday.", question="When do we meet again?", tool="diamond"),
                }
            ),
        ),
        parked={"n-1": Parked("n-1", "Car parking came up three times."), "n-2": Parked("n-2", "Ask about keys.")},
        rounds=(
            Round("r-1", "Before sharing", datetime(2026, 3, 12, 10, 5, tzinfo=UTC)),
            Round("r-2", "Marek’s own", datetime(2026, 3, 12, 9, 50, tzinfo=UTC), by="p-3"),
        ),
    )


def one_card() -> Session:
    """One card, and not even a reason."""
    return session(boards=Boards(Diamond({"trust": Standing(4)})))


def only_bottom() -> Session:
    """Filled from the bottom, and left there; a judgement without a place."""
    cards = {"space": Standing(9, "No hour in the week."), "vision": Standing(8)}
    return session(boards=Boards(Diamond(cards)), said={"trust": Said(Judgement.STRENGTH)})


def only_reasons() -> Session:
    """Words about cards, but nothing placed."""
    return session(
        boards=Boards(Diamond({"trust": Standing(None, "We could not agree on this one.")})),
        said={"team": Said(Judgement.DEVELOPMENT, "", "Half the posts are empty.")},
    )


def alone() -> Session:
    """Twenty minutes, one person, one-word answers."""
    cards = {card: Standing(place, "Yes." if place == 1 else "") for place, card in enumerate(ORDER, 1)}
    cards["space"] = Standing(9, "Never.", "Some weeks there is.")
    return session(
        title="Am I ready?",
        mode=Mode.INDIVIDUAL,
        people={"p-1": Person("p-1", "Jo")},
        boards=Boards(Diamond(cards), reflections=Reflections({"readiness": Answer("Almost."), "who": Answer("Sam")})),
    )


def long_titles() -> Session:
    """Nine cards of the group's own with sixty characters each, under a long name."""
    sixty = "Parents who already run groups and are trusted on the estate"
    own = {f"own-{n}": OwnFeature(f"own-{n}", f"{sixty[:-2]}{n:>2}", Kind.ENABLER) for n in range(1, 10)}
    cards = {key: Standing(place, WHY["trust"], DISSENT["team"]) for place, key in enumerate(own, 1)}
    return session(
        title="Redesigning what families, schools and health visitors meet at the front door of seven hubs",
        workshop="A whole-day workshop for the eastern half of the county, part two of three",
        group="Practitioners of the two northern localities and their partners",
        place="Invented Metropolitan Borough of Upper Eastmere and Sallowby",
        own=own,
        boards=Boards(Diamond(cards)),
        people={f"p-{n}": Person(f"p-{n}", f"Participant number {n}, their role") for n in range(1, 25)},
    )


def long_words() -> Session:
    """A note of 3,000 words, a reason of 600, a dissent of 500 and an answer of one word of 3,000 letters."""
    note = " ".join(f"word{n}" if n % 97 else f"word{n}.\n\nAnd" for n in range(3000))
    reason = " ".join("Because the hubs are open when families can come." for _ in range(66))
    dissent = " ".join("We would not say so." for _ in range(100))
    base = full()
    cards = {**base.boards.diamond.cards, "trust": Standing(1, reason, dissent)}
    said = {**base.said, "trust": Said(Judgement.STRENGTH, "", note)}
    answers = {**base.boards.reflections.answers, "readiness": Answer("w" * 3000)}
    return replace(base, said=said, boards=Boards(Diamond(cards), reflections=Reflections(answers)))


HOSTILE = (
    "**x** _y_ [a](http://b.example) {nb} <b>bold</b> `c` # d\n- e"
    "\n1. f\n> g | h & &amp; ~~i~~ \x1b]52;c\x07 \u202eRTL www.j.example k@l.example"
)


def hostile() -> Session:
    """What could be markup, a link, a placeholder or an escape, wherever somebody can type."""
    own = {"own-h": OwnFeature("own-h", HOSTILE, Kind.ENABLER, summary=HOSTILE)}
    return session(
        title=HOSTILE,
        workshop=HOSTILE,
        group=HOSTILE,
        place=HOSTILE,
        people={"p-1": Person("p-1", HOSTILE)},
        own=own,
        said={"own-h": Said(Judgement.STRENGTH, "p-1", HOSTILE)},
        boards=Boards(
            Diamond({"own-h": Standing(1, HOSTILE, HOSTILE)}),
            reflections=Reflections(
                {"readiness": Answer(HOSTILE), "q-1": Answer(HOSTILE, question=HOSTILE, tool="diamond")}
            ),
        ),
        parked={"n-1": Parked("n-1", HOSTILE)},
        kept=(Kept(("diamond", "cards", "ghost"), {}, "No card is called ghost."),),
    )


def languages() -> Session:
    """Welsh and Polish, which print, and Chinese and emoji, which the base fonts cannot."""
    cards = {
        "trust": Standing(1, "Mae’r teuluoedd yn dod yn ôl; dŵr, tŷ, Ŵyr, ẁ ẃ ẅ ỳ."),
        "team": Standing(2, "Zespół jest zżyty: ąćęłńóśźż ĄĆĘŁŃÓŚŹŻ."),
        "space": Standing(9, "我们没有时间 to meet 😀, decomposed w\u0302 is ŵ."),
    }
    return session(title="Dŵr a thŷ", language="cy", boards=Boards(Diamond(cards)))


def many_own() -> Session:
    """Every kind of card of the group's own, and more set aside than the diamond holds."""
    kinds = list(Kind)
    own = {f"own-{n}": OwnFeature(f"own-{n}", f"Our own card number {n}", kinds[n % 3]) for n in range(12)}
    cards = {f"own-{n}": Standing(n + 1) for n in range(9)}
    cards["trust"] = Standing(None, "", "Nobody should set this aside.")
    moment = datetime(2026, 3, 12, 10, 18, tzinfo=UTC)
    return session(own=own, boards=Boards(Diamond(cards, fixed=moment)))


def overfull() -> Session:
    """Far more of everything than anybody should have: titles without an end, two hundred people, sixty own cards."""
    endless = "Wwww" * 300
    own = {
        f"own-{n}": OwnFeature(f"own-{n}", f"{endless} {n}" if n % 2 else f"So {'long ' * 200}{n}", Kind.ENABLER)
        for n in range(60)
    }
    cards = {f"own-{n}": Standing(n + 1, WHY["team"], DISSENT["team"]) for n in range(9)}
    return session(
        title=endless,
        workshop=endless,
        group=endless,
        place=endless,
        people={f"p-{n}": Person(f"p-{n}", f"Participant number {n}") for n in range(200)}
        | {"p-x": Person("p-x", endless)},
        own=own,
        said={f"own-{n}": Said(Judgement.STRENGTH, "p-x", WHY["space"] * (n + 1)) for n in range(12)},
        boards=Boards(
            Diamond(cards),
            reflections=Reflections(
                {f"q-{n}": Answer(endless, question="Why? " * 400, tool="diamond") for n in range(3)}
            ),
        ),
        parked={f"n-{n}": Parked(f"n-{n}", WHY["space"] * (n % 5 + 1)) for n in range(80)},
        rounds=tuple(Round(f"r-{n}", endless, MORNING) for n in range(12)),
    )


def rounds_told() -> Session:
    """A group that wants to see what has changed since its rounds: one of an empty board, one of another order."""
    made = full()
    cards = made.boards.diamond.cards
    turned = {card: Standing(10 - standing.place if standing.place else None) for card, standing in cards.items()}
    kept = Round("r-3", "Before lunch, long before anybody had seen the others’ boards", MORNING)
    kept = kept._replace(boards=replace(made.boards, diamond=Diamond(turned)))
    return replace(made, rounds=(*made.rounds, kept), included=Included(rounds=True))


def endless_rounds() -> Session:
    """As much of everything as there can be, with what has changed since two rounds of endless names."""
    made = overfull()
    return replace(made, rounds=made.rounds[:2], included=Included(rounds=True))


SESSIONS: Mapping[str, Callable[[], Session]] = {
    make.__name__: make
    for make in (
        empty,
        full,
        one_card,
        only_bottom,
        only_reasons,
        alone,
        long_titles,
        long_words,
        hostile,
        languages,
        many_own,
        overfull,
        rounds_told,
        endless_rounds,
    )
}
