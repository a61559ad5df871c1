"""Writing the roadmap and its three checks: their tables, and the order of the keys in them.

An event of no special kind, a stage that is no guess and a division as the toolkit has it are what is taken where
nothing is said, and so are not written. How long a timeframe is, how much energy a card takes and what sort of line a
link is are always written: the file reads by itself.
"""

from innovate_tui.storage.session_tables import Table, inner, sort, stated, tables_in
from innovate_tui.workshop.checks import Check, Checks
from innovate_tui.workshop.roadmap import EventKind, Roadmap

ROADMAP = ("from", "months", "divide", "revisit", "fixed", "worked", "stages", "events", "cards", "links")
STAGE = ("from", "to", "guess")
EVENT = ("on", "kind", "title")
CARD = ("feature", "from", "to", "energy", "why", "lane", "owner", "came-from")
LINK = ("from", "to", "kind", "why")
CHECK = ("verdict", "answer", "who-else")

_ITEMS = {"stages": STAGE, "events": EVENT, "cards": CARD, "links": LINK}


def roadmap_table(road: Roadmap) -> Table:
    """The roadmap as the file has it."""
    timeline = road.timeline
    frame: Table = {}
    if timeline is not None:
        frame = {
            "from": str(timeline.start),
            "months": timeline.months,
            **({"divide": [str(division) for division in timeline.divide]} if timeline.divide else {}),
        }
    stages = {
        str(stage): stated(from_=str(span.first), to=str(span.last), guess=span.guess)
        for stage, span in road.stages.items()
    }
    events = {
        event.id: stated(on=event.on, kind="" if event.kind is EventKind.OTHER else str(event.kind), title=event.title)
        for event in road.events.values()
    }
    cards = {
        card.id: stated(
            feature=card.feature,
            from_=str(card.first),
            to=None if card.last is None else str(card.last),
            energy=str(card.energy),
            why=card.why,
            lane=card.lane,
            owner=card.owner,
            came_from=card.came_from,
        )
        for card in road.cards.values()
    }
    links = {
        link.id: stated(from_=link.first, to=link.second, kind=str(link.kind), why=link.why)
        for link in road.links.values()
    }
    items = stated(
        revisit=road.revisit,
        fixed=road.fixed,
        worked=road.worked,
        stages=stages,
        events=events,
        cards=cards,
        links=links,
    )
    return {**frame, **items}


def checks_table(checks: Checks) -> Table:
    """What was said through each lens."""
    return {
        str(lens): stated(verdict=str(check.verdict or ""), answer=check.answer, who_else=check.who_else)
        for lens, check in checks.answers.items()
        if check != Check()
    }


def taken_for(path: tuple[str, ...]) -> bool:
    """Whether at this path stands what was taken for something that cannot stand, and is nobody's word.

    These two are written always. The edit that says them anew takes away what was kept.
    """
    return path[-2:] == ("roadmap", "months") or (path[-1] == "energy" and path[-4:-2] == ("roadmap", "cards"))


def arrange(boards: Table) -> None:
    """Bring the keys of the roadmap and of its items into the order of the format."""
    for items, order in _ITEMS.items():
        for item in tables_in(boards, "roadmap", items):
            sort(item, order)
    sort(inner(boards, "roadmap"), ROADMAP)
