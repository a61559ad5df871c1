"""Sessions in which the roadmap was begun, of every awkward shape, built by hand."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime

from innovate_tui.workshop.checks import Action, Check, Checks, Lens, Verdict
from innovate_tui.workshop.deck import Mode
from innovate_tui.workshop.diamond import Diamond, Standing
from innovate_tui.workshop.features import Kind
from innovate_tui.workshop.quadrants import Mitigation, Position, Quadrants
from innovate_tui.workshop.roadmap import Energy, Event, EventKind, Link, LinkKind, RoadCard, Roadmap, Span
from innovate_tui.workshop.session import Boards, OwnFeature, Person, Session
from innovate_tui.workshop.stages import Stage
from innovate_tui.workshop.timeline import Division, Month, Timeline, timeframe
from tests.report.sessions import DECK, HOSTILE, session

APRIL = Month(2026, 4)
ALL = tuple(feature.id for feature in DECK.features)
ENERGIES = tuple(Energy)
NOON = datetime(2026, 3, 12, 12, 17, tzinfo=UTC)


def road(*cards: RoadCard, months: int = 12, links: tuple[Link, ...] = (), **more: object) -> Roadmap:
    """A roadmap from April 2026 with these cards and links."""
    timeline = more.pop("timeline", timeframe(APRIL, months))
    return Roadmap(
        timeline,  # type: ignore[arg-type]  # fields by name
        cards={card.id: card for card in cards},
        links={link.id: link for link in links},
        **more,  # type: ignore[arg-type]  # fields by name
    )


def planned(roadmap: Roadmap, **more: object) -> Session:
    """A session with this roadmap and nothing on the other boards."""
    return session(boards=Boards(roadmap=roadmap, checks=more.pop("checks", Checks())), **more)  # type: ignore[arg-type]  # fields by name


def year_plan() -> Session:
    """All three tools, and every kind of thing that there is to say of a roadmap."""
    made = road(
        RoadCard("c-1", "space", APRIL, APRIL + 8, Energy.MEDIUM, "Thursdays.\nKept free.", "p-1", 1, "diamond"),
        RoadCard("c-2", "evidence", APRIL, energy=Energy.SMALL, came_from="quadrants"),
        RoadCard("c-3", "coproduction", APRIL + 3, energy=Energy.LARGE, why="The big one."),
        RoadCard("c-4", "learning", APRIL + 6, energy=Energy.MEDIUM, why="Word " * 200, owner="p-gone"),
        RoadCard("c-5", "own-p", APRIL + 9, energy=Energy.SMALL, why="They run it.", came_from="quadrants"),
        RoadCard("c-6", "coproduction", APRIL + 9, energy=Energy.LARGE),
        RoadCard("c-7", "no-such-card", APRIL + 20),
        links=(
            Link("l-1", "c-1", "c-3", why="No table without the hour."),
            Link("l-2", "c-4", "c-2"),
            Link("l-3", "c-5", "c-6", LinkKind.CONNECTION, "The same people."),
            Link("l-4", "c-3", "c-6", LinkKind.CONNECTION),
        ),
        stages={
            Stage.DESIGNING: Span(APRIL, APRIL + 5),
            Stage.DEVELOPING: Span(APRIL + 4, APRIL + 20, guess=False),
            Stage.GROWING: Span(APRIL + 14, APRIL + 14),
        },
        events={
            "e-1": Event("e-1", date(2026, 5, 7), "Local elections", EventKind.ELECTION),
            "e-2": Event("e-2", date(2026, 7, 9), "Summer party"),
            "e-3": Event("e-3", date(2025, 7, 9), "", EventKind.BUDGET),
        },
        revisit=date(2026, 9, 1),
        fixed=NOON,
    )
    grid = Quadrants({"funding": Position(80, 80)}, {"funding": {"evidence": Mitigation(), "risk": Mitigation()}})
    checks = Checks(
        {
            Lens.DESIRABILITY: Check(Verdict.YES, "They asked for it.\n\nMost of them.", "Two head teachers"),
            Lens.VIABILITY: Check(Verdict.UNKNOWN, "", "Finance"),
        }
    )
    actions = {
        "a-1": Action("a-1", "Ask each agency, in writing.", "p-1", date(2026, 4, 28)),
        "a-2": Action("a-2", "Book the hall."),
        "a-3": Action("a-3", "  "),
    }
    return session(
        people={"p-1": Person("p-1", "Amina")},
        own={"own-p": OwnFeature("own-p", "Parents who run groups", Kind.ENABLER, made_in="roadmap")},
        boards=Boards(Diamond({"space": Standing(9), "trust": Standing(8)}), grid, roadmap=made, checks=checks),
        actions=actions,
    )


def only_timeframe() -> Session:
    """A timeframe was agreed, and nothing else."""
    return planned(road(months=1), mode=Mode.INDIVIDUAL)


def no_timeframe() -> Session:
    """Cards of a file that names no timeframe, and one person's doubts."""
    made = road(RoadCard("c-1", "trust", APRIL), RoadCard("c-2", "team", APRIL + 30), timeline=None)
    checks = Checks({Lens.FEASIBILITY: Check(Verdict.UNKNOWN)})
    return planned(made, mode=Mode.INDIVIDUAL, checks=checks)


def only_actions() -> Session:
    """No roadmap, but something to do."""
    return session(actions={"a-1": Action("a-1", "Ask them.")})


def hostile_road() -> Session:
    """What could be markup, a link, a placeholder or an escape, wherever somebody can type about the roadmap."""
    made = road(
        RoadCard("c-1", "own-h", APRIL, energy=Energy.LARGE, why=HOSTILE, owner="p-1"),
        RoadCard("c-2", "team", APRIL + 2),
        links=(Link("l-1", "c-2", "c-1", why=HOSTILE),),
        events={"e-1": Event("e-1", date(2026, 4, 7), HOSTILE)},
    )
    return planned(
        made,
        people={"p-1": Person("p-1", HOSTILE)},
        own={"own-h": OwnFeature("own-h", HOSTILE, Kind.INFLUENCE, made_in="roadmap")},
        checks=Checks({Lens.FEASIBILITY: Check(Verdict.NOT_YET, HOSTILE, HOSTILE)}),
        actions={"a-1": Action("a-1", HOSTILE, "p-1", date(2026, 5, 1))},
    )


def many_cards(count: int = 60, months: int = 48) -> Session:
    """So many cards over so many months, every third linked to one before it."""
    cards = [
        RoadCard(f"c-{n}", ALL[n * 7 % len(ALL)], APRIL + n * 11 % months, energy=ENERGIES[n % 3]) for n in range(count)
    ]
    links = [
        Link(f"l-{n}", f"c-{n}", f"c-{(n * 5 + 3) % count}", tuple(LinkKind)[n % 2])
        for n in range(0, count, 3)
        if n != (n * 5 + 3) % count
    ]
    monthly = Timeline(APRIL, months, (Division.MONTH,))
    return planned(road(*cards, links=tuple(links), timeline=monthly))


def crowded_month() -> Session:
    """Far more cards in one month than anybody should have, with titles longer than any card."""
    own = {f"own-{n}": OwnFeature(f"own-{n}", f"So {'long ' * 20}{n}", Kind.ENABLER) for n in range(90)}
    cards = [RoadCard(f"c-{n}", f"own-{n}", APRIL, energy=Energy.LARGE, why="Because. " * n * 8) for n in range(90)]
    return planned(road(*cards), own=own)


ROAD_SESSIONS: Mapping[str, Callable[[], Session]] = {
    make.__name__: make
    for make in (year_plan, only_timeframe, no_timeframe, only_actions, hostile_road, many_cards, crowded_month)
}
