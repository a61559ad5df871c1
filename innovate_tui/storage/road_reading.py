"""Reading the roadmap and its three checks: what cannot stand is kept with its mend, and the rest of it stands."""

from collections.abc import Callable, Mapping

from innovate_tui.storage.kept_items import Item, is_line, shown
from innovate_tui.storage.road_text import CARD, CHECK, EVENT, LINK, ROADMAP, STAGE
from innovate_tui.workshop.checks import Check, Verdict
from innovate_tui.workshop.roadmap import (
    LANES,
    ORIGINS,
    Energy,
    Event,
    EventKind,
    Link,
    LinkKind,
    RoadCard,
    Roadmap,
    Span,
)
from innovate_tui.workshop.session import Person
from innovate_tui.workshop.stages import Stage
from innovate_tui.workshop.timeline import LONGEST, SHORTEST, YEAR, Division, Month, Timeline


def read_roadmap(item: Item, is_feature: Callable[[str], bool], people: Mapping[str, Person]) -> Roadmap:
    """The roadmap of the session or of a round."""
    timeline = _timeline(item)
    revisit, fixed, worked = item.day("revisit"), item.moment("fixed"), item.day("worked")
    stages = {Stage(each.id): span for each in item.items("stages") if (span := _span(each))}
    events = {each.id: event for each in item.items("events") if (event := _event(each))}
    cards = {each.id: card for each in item.items("cards") if (card := _card(each, is_feature, people))}
    links: dict[str, Link] = {}
    pairs: dict[frozenset[str], str] = {}
    for each in item.items("links"):
        link = _link(each, cards, pairs)
        if link is not None:
            links[link.id] = link
            pairs[frozenset((link.first, link.second))] = link.id
    item.keep_rest(ROADMAP)
    return Roadmap(timeline, stages, events, cards, links, revisit, fixed, worked)


def read_check(item: Item) -> Check:
    """What was said through a lens."""
    check = Check(item.choice("verdict", Verdict), item.text("answer"), item.text("who-else"))
    item.keep_rest(CHECK)
    return check


def _timeline(item: Item) -> Timeline | None:
    """The timeframe; without the month that it begins in there is none, whatever else is said of it."""
    nothing_said = "from" not in item.left
    start = _month(item, "from")
    if start is None:
        for key in ("months", "divide"):
            if nothing_said and key in item.left:
                what = "Nothing says when the timeframe begins."
                item.trouble(key, item.left.pop(key), what, 'Add from = "2026-04" beside it.')
        return None
    months: object = item.left.pop("months", YEAR)
    if isinstance(months, bool) or not isinstance(months, int) or not SHORTEST <= months <= LONGEST:
        mend = f"Write a whole number from {SHORTEST} to {LONGEST}; a year is taken meanwhile."
        item.trouble("months", months, f"A timeframe cannot have {shown(months)} months.", mend)
        months = YEAR
    assert isinstance(months, int)
    return Timeline(start, months, _divide(item))


def _divide(item: Item) -> tuple[Division, ...]:
    value: object = item.left.pop("divide", [])
    known = {str(each): each for each in Division}
    if isinstance(value, list) and all(isinstance(each, str) and each in known for each in value):
        return tuple(known[each] for each in value)
    mend = f"Write one word for each year, in square brackets, each of them one of: {', '.join(known)}."
    item.trouble("divide", value, "The years cannot be divided so.", mend)
    return ()


def _span(item: Item) -> Span | None:
    if item.id not in {str(stage) for stage in Stage}:
        item.keep_whole("There is no such stage.", f"Use one of: {', '.join(Stage)}.")
        return None
    first, last = _month_of(item.left.get("from")), _month_of(item.left.get("to"))
    if first is None or last is None:
        what = "A stage needs the month that it begins in, and the one it ends in."
        item.keep_whole(what, 'Write from = "2026-04" and to = "2026-09".')
        return None
    if last < first:
        item.keep_whole(f"It ends in {last}, before it begins in {first}.", "Change one of the two months.")
        return None
    del item.left["from"], item.left["to"]
    span = Span(first, last, item.flag("guess"))
    item.keep_rest(STAGE)
    return span


def _event(item: Item) -> Event | None:
    if not is_line(item.left.get("title")):
        item.keep_whole("This event has no title.", 'Add title = "...", or take the table out.')
        return None
    if not item.has_day("on"):
        item.keep_whole("An event needs its day.", "Write on = 2027-05-06, without quotation marks.")
        return None
    on = item.day("on")
    assert on is not None
    event = Event(item.id, on, kind=item.choice("kind", EventKind) or EventKind.OTHER, title=item.line("title"))
    item.keep_rest(EVENT)
    return event


def _card(item: Item, is_feature: Callable[[str], bool], people: Mapping[str, Person]) -> RoadCard | None:
    feature, first = item.left.get("feature"), _month_of(item.left.get("from"))
    if not isinstance(feature, str) or not is_feature(feature):
        mend = "Write feature as the id of a card, or take the table out."
        item.keep_whole(
            "It does not say which feature it is." if feature is None else f"No card has the id {shown(feature)}.", mend
        )
        return None
    if first is None:
        item.keep_whole("A card needs the month that it begins in.", 'Write from = "2026-04".')
        return None
    del item.left["feature"], item.left["from"]
    last = _month(item, "to")
    if last is not None and last < first:
        item.trouble("to", str(last), f"It ends before it begins in {first}.", "Change the month, or take it out.")
        last = None
    energy = item.choice("energy", Energy) or Energy.MEDIUM
    why, lane, owner = item.text("why"), _lane(item), item.person("owner", people)
    came_from = item.text("came-from")
    if came_from and came_from not in ORIGINS:
        mend = f"Write one of: {', '.join(ORIGINS)}; or take the line out."
        item.trouble("came-from", came_from, f"No card is offered by {shown(came_from)}.", mend)
        came_from = ""
    item.keep_rest(CARD)
    return RoadCard(item.id, feature, first, last, energy, why, owner, lane, came_from)


def _lane(item: Item) -> int | None:
    value: object = item.left.pop("lane", None)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= LANES:
        mend = f"Write a whole number from 1 to {LANES}, or take the line out."
        item.trouble("lane", value, f"There is no lane {shown(value)}.", mend)
        return None
    return value


def _link(item: Item, cards: Mapping[str, RoadCard], pairs: Mapping[frozenset[str], str]) -> Link | None:
    """A link, if both its ends are cards that stand, and it is the first one between them."""
    first, second = item.left.get("from"), item.left.get("to")
    for end in (first, second):
        if not isinstance(end, str) or end not in cards:
            what = (
                "A link needs a card at both ends." if end is None else f"No card {shown(end)} stands on the roadmap."
            )
            item.keep_whole(what, "Mend that card, write the id of another, or take the link out.")
            return None
    assert isinstance(first, str)
    assert isinstance(second, str)
    if first == second:
        item.keep_whole("It links a card to itself.", "Write the id of another card at one of its ends.")
        return None
    kind = item.left.get("kind", str(LinkKind.DEPENDENCY))
    if not isinstance(kind, str) or kind not in {str(each) for each in LinkKind}:
        item.keep_whole(f"A link cannot be {shown(kind)}.", f"Write kind as one of: {', '.join(LinkKind)}.")
        return None
    older = pairs.get(frozenset((first, second)))
    if older is not None:
        item.keep_whole(f"“{older}” links the same two cards.", "Take one of the two links out.")
        return None
    for key in ("from", "to", "kind"):
        item.left.pop(key, None)
    link = Link(item.id, first, second, LinkKind(kind), item.text("why"))
    item.keep_rest(LINK)
    return link


def _month_of(value: object) -> Month | None:
    try:
        return Month.parse(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _month(item: Item, key: str) -> Month | None:
    """A month of the calendar; one that is none is kept."""
    value: object = item.left.pop(key, None)
    month = _month_of(value)
    if value is not None and month is None:
        item.trouble(key, value, f"{shown(value)} is no month.", 'Write it like "2026-04", between quotation marks.')
    return month
