"""What the frame around the timeline says: the chosen card with its links and cautions, the keys that matter. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from innovate_tui.ui import commands as key
from innovate_tui.ui.commands import Command
from innovate_tui.ui.widgets.frame import Detail
from innovate_tui.ui.widgets.road_heads import events_shown, on_head, stages_shown
from innovate_tui.ui.widgets.road_scene import NO_TIMEFRAME, RoadScene, RoadView, zoomed
from innovate_tui.workshop.deck import Act, StepWords
from innovate_tui.workshop.guide_wording import KNOW, STORY, THINK, GuidePart
from innovate_tui.workshop.road_wording import STAGES, month_words, period_words, when
from innovate_tui.workshop.roadmap import Link, LinkKind, RoadCard
from innovate_tui.workshop.spelling import ONE_ROW, Naming, count, fitting, listed, long_date
from innovate_tui.workshop.stages import Stage

BENEATH = 73
"""Characters of a line beneath the lanes at 80 columns."""
ORDINALS = {1: "1st", 2: "2nd", 3: "3rd"}
PERIODS = Command("", (), "1-9", "period", key.CHOOSE, "put it into that period in sight")
SIZES = Command("", (), "s m l", "size")
TURN = Command("", (), "←→", "period")
LENGTH = Command("", (), "+ -", "longer")
READ_ALL = "enter shows all"
STEPPING_BACK = (Act.STORY, Act.CHECK, Act.FIX)
"""The steps at which the whole is looked at."""
QUESTIONING = (
    key.TO_QUESTIONS.saying("three questions to the plan"),
    key.MOVE.saying("go"),
    key.LARGE,
    key.STEP_ON,
    key.HELP,
)

FIXING = (key.FIX.saying("fix the roadmap"), key.EXPORT, key.ROUND, key.MOVE.saying("go"), key.LARGE, key.HELP)


@dataclass(frozen=True, slots=True)
class RoadDetail:
    """What stands beneath the lanes: the chosen card, and lines of words with their ink."""

    head: Detail
    lines: tuple[tuple[str, str], ...] = ()
    read_all: str = ""
    """The key that shows all of it, for where there is too little room."""


@dataclass(frozen=True, slots=True)
class Told:
    """A paragraph of a box, and the key that chooses it, if any does."""

    id: str
    key: str
    words: str


# --- the chosen card --------------------------------------------------------------------------------------------------


def detail(scene: RoadScene, view: RoadView) -> RoadDetail:
    """The chosen card of the timeline, stage or event in full."""
    if scene.road.timeline is None:
        return RoadDetail(
            Detail(title="Agree a timeframe that makes sense for your innovation"),
            (("A year is divided into quarters, later years into half-years. You may choose otherwise.", "text"),),
        )
    card = scene.road.cards.get(view.at) if view.where == "road" else None
    if card is not None:
        shown = _card(scene, card, view.link)
        reading = not (view.hand or view.linking or view.copying or view.link)
        return replace(shown, read_all=READ_ALL) if reading else shown
    if view.where == "stage" and Stage(view.at) in scene.road.stages:
        return _stage(scene, Stage(view.at))
    if view.where == "event" and view.at in scene.road.events:
        event = scene.road.events[view.at]
        kind = "" if event.kind == "other" else str(event.kind)
        words = "Space carries it by the month, 0 takes it off."
        return RoadDetail(Detail(title=event.title, facts=kind), ((long_date(event.on), "text"), (words, "dim")))
    if view.where == "tray" and view.at in scene.cards:
        feature = scene.cards[view.at]
        waits = f"{scene.tray.index(view.at) + 1} of {len(scene.tray)} waiting" if view.at in scene.tray else ""
        expert = f"expert: {scene.experts[view.at]}" if view.at in scene.experts else ""
        facts = " · ".join(part for part in (origin_short(scene, view.at), waits, expert) if part)
        return RoadDetail(Detail(feature.letter, feature.kind, feature.title, facts))
    return RoadDetail(Detail())


def _card(scene: RoadScene, card: RoadCard, line: str) -> RoadDetail:
    feature = scene.cards[card.feature]
    road = scene.road
    appearances = [each.id for each in road.appearances(card.feature)]
    number = appearances.index(card.id) + 1
    nth = f"{ORDINALS.get(number, f'{number}th')} of {len(appearances)}" if len(appearances) > 1 else ""
    owner = scene.people.get(card.owner, "")
    facts = " · ".join(part for part in (nth, owner) if part)
    said = (road.links[line].first, road.links[line].second) if line else ()
    links = " ".join(
        part
        for part in (
            origin(scene, card),
            *(
                _ends(scene, what, tuple(each for each in ends if each not in said))
                for what, ends in (
                    ("Needs", road.needs(card.id)),
                    ("Leads to", road.needed_by(card.id)),
                    ("Goes with", road.goes_with(card.id)),
                )
            ),
        )
        if part
    )
    lines = [(_link_in_row(scene, road.links[line]), "text")] if line else []
    if links:
        lines.append((links, "text"))
    lines += [(f"To think about: {words}", "warning") for words in scene.cautions.get(card.id, ())]
    if why := _quoted(card.why):
        lines.append((why, "text"))
    if not lines:
        lines.append(("k links it to another card, c copies it to another period, w says why.", "dim"))
    return RoadDetail(Detail(feature.letter, feature.kind, feature.title, facts), tuple(lines))


def _quoted(words: str) -> str:
    """A group's own words in one line, in quotes; nothing where there are none."""
    line = " ".join(words.split())
    return f"“{line}”" if line else ""


def _because(link: Link) -> str:
    return f" {_quoted(link.why)}" if link.why.strip() else ""


def _link_in_row(scene: RoadScene, link: Link) -> str:
    """What a link says and why, its cards by shorter names where the row beneath the lanes would cut it."""
    whole, short = (f"{link_words(scene, link, short=short)}." for short in (False, True))
    return f"{whole if len(whole) <= BENEATH else short}{_because(link)}"


def link_words(scene: RoadScene, link: Link, *, short: bool = False) -> str:
    """What a link says, by its two cards and their periods, without a full stop."""
    first, second = (_named(scene, each, short=short) for each in (link.first, link.second))
    if link.kind is LinkKind.CONNECTION:
        return f"{first}, and {second}, go together"
    return f"{first}, {'needed' if short else 'is needed'} before {second}"


def told(scene: RoadScene, which: str) -> list[Told]:
    """All that is said of an appearance, paragraph by paragraph; those with a key can be changed."""
    road, card = scene.road, scene.road.cards[which]
    first, last = road.span(card)
    months = month_words(first) if first == last else f"{month_words(first)} to {month_words(last)}"
    owner, expert = scene.people.get(card.owner, ""), scene.experts.get(card.feature, "")
    lines = [line for line in road.links.values() if which in (line.first, line.second)]
    return [
        Told("", "", f"{scene.cards[card.feature].title}. {str(card.energy).capitalize()}, {months}."),
        Told("why", "w", f"Why here: {_quoted(card.why) or 'nothing written yet.'}"),
        *([Told("", "", origin(scene, card))] if origin(scene, card) else []),
        *(
            Told(line.id, str(number) if number <= 9 else "", f"{link_words(scene, line)}.{_because(line)}")
            for number, line in enumerate(lines, 1)
        ),
        *(Told("", "", f"To think about: {words}") for words in scene.cautions.get(which, ())),
        Told("owner", "x", f"{owner} looks after it." if owner else "Nobody is named who looks after it."),
        Told("read", "r", f"Read the card{f'; its expert is {expert}' if expert else ''}."),
    ]


def told_of_link(scene: RoadScene, link: Link) -> list[Told]:
    """What a link may say, what is written on it, and taking it away."""
    before, after = link._replace(kind=LinkKind.DEPENDENCY), Link("", link.second, link.first)
    together = link._replace(kind=LinkKind.CONNECTION)
    ways = (("before", before), ("after", after), ("with", together))
    return [
        *(
            Told(id_, str(number), f"{link_words(scene, way)}{' (so it is now)' if way == link else ''}.")
            for number, (id_, way) in enumerate(ways, 1)
        ),
        Told("why", "w", f"Why: {_quoted(link.why) or 'nothing written yet.'}"),
        Told("off", "0", "Take the link away."),
    ]


def _stage(scene: RoadScene, stage: Stage) -> RoadDetail:
    span = scene.road.stages[stage]
    head = Detail(title=scene.stage_titles.get(stage, STAGES[stage]), facts="best guess" if span.guess else "")
    months = f"{month_words(span.first)} to {month_words(span.last)}."
    words = "Space carries it by the month, 0 takes it off."
    return RoadDetail(head, ((months, "text"), (words, "dim")))


def _ends(scene: RoadScene, what: str, cards: tuple[str, ...]) -> str:
    return f"{what} {listed([_named(scene, card) for card in cards])}." if cards else ""


def _named(scene: RoadScene, card: str, *, short: bool = False) -> str:
    """An appearance by its name and its period."""
    there = scene.road.cards[card]
    feature = scene.cards.get(there.feature)
    called = feature.in_list if short and feature else name(scene, there.feature)
    return f"{called}, {_when(scene, there)}"


def _when(scene: RoadScene, card: RoadCard) -> str:
    timeline = scene.road.timeline
    period = timeline.period_of(card.first) if timeline else None
    return period_words(period) if period else when(timeline, card.first)


def name(scene: RoadScene, feature: str) -> str:
    """A feature's name on a board, in one line."""
    known = scene.cards.get(feature)
    return " ".join(known.short) if known else feature


def origin(scene: RoadScene, card: RoadCard) -> str:
    """Where a placed card came from, as a sentence: the golden thread (R40)."""
    offer = scene.offer_of.get(card.feature)
    if card.came_from and offer and offer.answers:
        return f"Answers {listed([name(scene, each) for each in offer.answers])}."
    if card.came_from == "diamond":
        return f"From diamond place {offer.place}." if offer and offer.place else "From the diamond: to develop."
    return "From the quadrants." if card.came_from else ""


def origin_short(scene: RoadScene, feature: str) -> str:
    """Where a card of the tray comes from, in a few words."""
    offer = scene.offer_of.get(feature)
    if offer is None or not offer.came_from:
        return ""
    if offer.came_from == "diamond":
        return f"diamond place {offer.place}" if offer.place else "diamond, to develop"
    return f"answers {listed([name(scene, each) for each in offer.answers])}"


# --- the status line --------------------------------------------------------------------------------------------------


def where(scene: RoadScene, view: RoadView) -> str:
    """What is in hand, or what is chosen, as one sentence."""
    look = zoomed(scene, view)
    if scene.road.timeline is None:
        return NO_TIMEFRAME
    if view.hand and on_head(view):
        return _head_in_hand(scene, view)
    if view.hand:
        feature = scene.road.cards[view.hand].feature if view.hand in scene.road.cards else view.hand
        period = look.periods[min(view.over[0], len(look.periods) - 1)]
        lane = ", a new lane" if view.over[1] >= look.lanes.count else f", lane {view.over[1] + 1}"
        there = period_words(period, year=True) + ("" if scene.as_list else lane)
        down = "" if scene.as_list else " Enter puts it down."
        return f"In hand: {name(scene, feature)}. {there}.{down}"
    card = scene.road.cards.get(view.at) if view.where == "road" else None
    if view.linking:
        return _linking(scene, view, card)
    if view.link in scene.road.links:
        return _on_link(scene, scene.road.links[view.link])
    if card is not None:
        first, last = scene.road.span(card)
        long = len([period for period in look.periods if period.meets(first, last)])
        span = f" for {count(long, 'period')}" if long > 1 else ""
        said = f"{name(scene, card.feature)}, {card.energy}, {_when(scene, card)}{span}."
        needs = scene.road.needs(card.id)
        if needs:
            before = scene.road.cards[needs[0]]
            order = "which comes after it" if card.first < before.first else "which comes before it"
            order = "in the same time" if card.first == before.first else order
            whole = f"{said} Needs {name(scene, before.feature)}, {order}."
            short = f"{said} Needs {scene.cards[before.feature].in_list}, {order}."
            said = next((words for words in (whole, short) if len(words) <= ONE_ROW), said)
        return said
    if view.where == "tray" and view.at in scene.cards:
        last_card = scene.road.cards.get(view.last)
        if last_card:
            return f"s m l size {name(scene, last_card.feature)}. Next: {name(scene, view.at)}."
        shown = min(scene.columns, len(look.periods))
        return f"{name(scene, view.at)} is in the tray. 1-{shown} puts it into a period."
    if view.where == "stage":
        return "A stage: your best guess. Enter or w changes it."
    if view.where == "event":
        return "A known moment. Enter or w changes its words and its day."
    return "a adds a card, an event or a stage."


def _head_in_hand(scene: RoadScene, view: RoadView) -> str:
    """The stage or the event in hand, and when it would be."""
    if view.where == "event":
        event = events_shown(scene, view)[view.hand]
        return f"In hand: {event.title}. {long_date(event.on)}. Enter puts it down."
    stage = Stage(view.hand)
    span = stages_shown(scene, view)[stage]
    title = scene.stage_titles.get(stage, STAGES[stage])
    return f"In hand: {title}. {month_words(span.first)} to {month_words(span.last)}. Enter puts it down."


def _on_link(scene: RoadScene, link: Link) -> str:
    """The link just drawn or gone along, and that w says why."""

    def said(named: Naming) -> str:
        first, second = (named(scene.road.cards[card].feature) for card in (link.first, link.second))
        if link.kind is LinkKind.CONNECTION:
            return f"{first} and {second} go together. w says why."
        return f"{first} is needed before {second}. w says why."

    return fitting(said, scene.cards)


def _linking(scene: RoadScene, view: RoadView, card: RoadCard | None) -> str:
    first = scene.road.cards[view.linking].feature
    if card is None or card.id == view.linking:
        return fitting(lambda named: f"A link from {named(first)} to which card? Its capital, or arrows.", scene.cards)
    second = card.feature
    if scene.road.link_between(view.linking, card.id):
        unlinks = "The same key unlinks."
        return fitting(lambda named: f"{named(first)} and {named(second)} are linked. {unlinks}", scene.cards)

    def said(before: str) -> str:
        both = "k: they go together."
        return fitting(lambda named: f"Enter: {named(first)} {before} {named(second)}. {both}", scene.cards)

    whole = said("is needed before")
    return whole if len(whole) <= ONE_ROW else said("before")


# --- the keys that matter now -----------------------------------------------------------------------------------------


def footer(scene: RoadScene, view: RoadView, act: Act) -> tuple[Command, ...]:
    """The keys that matter at a step, where the cursor is; help comes last."""
    busy = view.hand or view.linking or view.copying or scene.road.timeline is None
    if act is Act.CHECK and not busy:
        return QUESTIONING
    if act is Act.FIX and not busy and not scene.fixed:
        return FIXING
    return (*_footer(scene, view, act), key.HELP)


def _footer(scene: RoadScene, view: RoadView, act: Act) -> Iterator[Command]:
    shown = min(scene.columns, len(zoomed(scene, view).periods), 9)
    place = Command("", (), f"1-{shown}" if shown > 1 else "1", "place")
    if scene.road.timeline is None:
        yield key.ENTER.saying("agree a timeframe")
        yield from (key.READ.saying("about the stages"), key.GUIDE, key.STEP_ON)
    elif view.hand:
        move = key.MOVE.saying("by a month") if on_head(view) else key.MOVE
        yield from (move, key.ENTER.saying("put down"), place.saying("straight there"), key.BACK.saying("put back"))
    elif view.linking:
        yield from (key.MOVE.saying("choose"), key.ENTER.saying("comes after"), key.LINK.saying("go together"))
        yield key.BACK.saying("not now")
    elif view.copying:
        yield from (place.saying("copy there"), key.HOME_END, key.BACK.saying("not now"))
    elif scene.fixed:
        yield from (
            key.MOVE.saying("go"),
            key.FIX.saying("unfix"),
            key.EXPORT,
            key.ENTER,
            key.WHY,
            key.ZOOM,
            key.STEP_ON,
        )
    elif scene.as_list:
        yield TURN
        yield from _chosen_keys(scene, view, place, act)
    else:
        yield from _chosen_keys(scene, view, place, act)


def _chosen_keys(scene: RoadScene, view: RoadView, place: Command, act: Act) -> Iterator[Command]:
    """The keys of what the cursor is on."""
    if view.where == "stage":
        yield from (key.CARRY, place.saying("move"), LENGTH, key.READ.saying("its text"), key.ENTER.saying("change"))
        yield from (key.LIFT.saying("take off"), key.ADD.saying("add"))
    elif view.where == "event":
        yield from (key.CARRY, place.saying("move"), key.ENTER.saying("change"), key.LIFT.saying("take off"))
        yield key.ADD.saying("add")
    elif view.link:
        yield from (key.WHY.saying("why linked"), key.ENTER.saying("change link"), key.LIFT.saying("unlink"))
        yield from (key.JUMP.saying("along"), key.LINK.saying("link on"), key.MOVE.saying("go"))
    elif view.subject:
        yield from (key.MOVE.saying("go"), place, SIZES, key.LINK.saying("link"), key.COPY.saying("copy"), key.ZOOM)
        yield from (LENGTH, key.JUMP.saying("follow link"), key.WHY, key.LIFT.saying("take off"), key.STEP_ON)
    elif act in (Act.TIMEFRAME, Act.STAGES):
        yield from (key.ADD.saying("add an event, a stage"), key.STEP_ON, key.GUIDE, key.CARD, place)
    else:
        yield from (key.CARD, place, key.MOVE.saying("go"), key.ENTER, key.ADD.saying("add"), key.GUIDE, key.STEP_ON)


def know(
    act: Act, step: StepWords, to_think_about: tuple[str, ...], story: tuple[str, ...] = ()
) -> tuple[GuidePart, ...]:
    """What is good to know in a step; where one steps back, first what deserves thought and the whole story."""
    return (
        GuidePart(THINK, to_think_about if act in STEPPING_BACK else ()),
        GuidePart(STORY, story if act is Act.STORY else ()),
        GuidePart(KNOW, tuple(step.more.strip().split("\n\n"))),
    )


def in_short(text: str, room: int) -> str:
    """What to do in a step in one row: as many of its sentences as end in sight, and the key that shows all of them."""
    sentences = re.findall(r"\S.*?[.?!](?=\s|$)", text)
    for many in range(len(sentences), 0, -1):
        said = " ".join(sentences[:many])
        said = said if many == len(sentences) else f"{said} g says more."
        if len(said) <= room:
            return said
    return "g says what to do in this step."


def next_due(scene: RoadScene, act: Act | None, to_think_about: tuple[str, ...] = ()) -> str:
    """What is next, as one sentence."""
    road = scene.road
    if road.timeline is None:
        return NO_TIMEFRAME
    if not road.cards:
        return "Choose a card with its capital or the arrows, then press the number of a period."
    if road.fixed:
        return "Fixed. Looking and writing still work. f unfixes."
    if act is Act.CHECK:
        return "F6, or o and 4, opens the three questions to the plan."
    if act is Act.STORY and to_think_about:
        things = count(len(to_think_about), "thing")
        return f"{things} to think about; g lists them, and tells the story of the roadmap."
    waiting = [offer for offer in scene.offers if offer.came_from and not scene.stands(offer.feature)]
    if waiting:
        return f"{count(len(waiting), 'priority', 'priorities')} of the earlier tools not on the timeline yet."
    return f"{count(len(road.cards), 'card')}, {count(len(road.links), 'link')}. k links two cards."
