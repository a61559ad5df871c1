"""What the program says of the roadmap: what an edit did, where cards stand in time, what deserves thought."""

from datetime import date
from functools import singledispatch

from innovate_tui.workshop import road_edits
from innovate_tui.workshop.cautions import Caution, Worry
from innovate_tui.workshop.checks import Lens, Verdict
from innovate_tui.workshop.deck import Act, Deck
from innovate_tui.workshop.edit import Edit
from innovate_tui.workshop.guide_wording import next_step
from innovate_tui.workshop.roadmap import LinkKind, Roadmap
from innovate_tui.workshop.session import Session
from innovate_tui.workshop.spelling import MONTHS, Naming, count, listed, long_date
from innovate_tui.workshop.stages import Stage
from innovate_tui.workshop.timeline import Month, Period, Timeline

VERDICTS = {Verdict.YES: "yes", Verdict.NOT_YET: "not yet", Verdict.UNKNOWN: "don't know", None: "not answered"}
NAMED = 6
"""A sentence about a circle names up to so many of its cards."""
LENSES = {Lens.DESIRABILITY: "desirability", Lens.FEASIBILITY: "feasibility", Lens.VIABILITY: "viability"}
STAGES = {
    Stage.MOBILISING: "Mobilising",
    Stage.DESIGNING: "Designing",
    Stage.DEVELOPING: "Developing",
    Stage.INTEGRATING: "Integrating",
    Stage.GROWING: "Growing",
    Stage.SYSTEM_CHANGE: "System change",
}
"""The stages where no deck is at hand to name them."""


# --- time in words ----------------------------------------------------------------------------------------------------


def month_words(month: Month) -> str:
    """A month in words: April 2026."""
    return f"{MONTHS[month.month - 1]} {month.year}"


def short_month(month: Month) -> str:
    """A month in three letters: Apr."""
    return MONTHS[month.month - 1][:3]


def period_words(period: Period, *, year: bool = False) -> str:
    """A period in a few letters: "Apr–Jun", or "Apr–Jun 2026"."""
    if year:
        return span_words(period.first, period.last)
    first, last = short_month(period.first), short_month(period.last)
    return first if period.months == 1 else f"{first}–{last}"


def span_words(first: Month, last: Month) -> str:
    """Some months in a few letters: "Apr 2026", "Apr–Jun 2026", "Oct 2026–Mar 2027"."""
    begins, ends = short_month(first), f"{short_month(last)} {last.year}"
    if first.year != last.year:
        return f"{begins} {first.year}–{ends}"
    return ends if first == last else f"{begins}–{ends}"


def when(timeline: Timeline | None, month: Month) -> str:
    """When something begins: its period, or its month outside the timeframe."""
    period = timeline.period_of(month) if timeline else None
    return period_words(period, year=True) if period else month_words(month)


def timeframe_words(timeline: Timeline) -> str:
    """A timeframe in words: "April 2026 to March 2027, 4 periods"."""
    periods = count(len(timeline.periods), "period")
    return f"{month_words(timeline.start)} to {month_words(timeline.last)}, {periods}"


def road_state(session: Session) -> str:
    """How far the roadmap is, in a few words."""
    road = session.boards.roadmap
    if road.timeline is None:
        return "not started"
    parts = [timeframe_words(road.timeline), count(len(road.cards), "card")]
    if road.links:
        parts.append(count(len(road.links), "link"))
    if road.fixed:
        parts.append("fixed")
    return " · ".join(parts)


def to_look_again(session: Session, today: date) -> str:
    """That the day to look at the roadmap again has come, until something is changed on it or after it (R58, R59).

    A session to practise with never asks for it: its days are of long ago.
    """
    road = session.boards.roadmap
    day, worked = road.revisit, road.worked
    if session.practice or day is None or today < day or (worked is not None and worked >= day):
        return ""
    if today == day:
        return "Today is the day to look at the roadmap again."
    return f"The roadmap was to be looked at again on {long_date(day)}."


# --- what an edit did -------------------------------------------------------------------------------------------------


@singledispatch
def change(edit: Edit, before: Session, after: Session, name: Naming) -> str:
    """An edit of the roadmap as a clause, without a full stop."""
    raise TypeError(f"no words for {type(edit).__name__}")


def _card(session: Session, card: str, name: Naming) -> str:
    """An appearance by its feature's name and its period."""
    road = session.boards.roadmap
    found = road.cards.get(card)
    return f"{name(found.feature)}, {when(road.timeline, found.first)}" if found else "a card"


@change.register
def _(edit: road_edits.Frame, before: Session, after: Session, name: Naming) -> str:
    timeline = after.boards.roadmap.timeline
    return f"the timeframe is {timeframe_words(timeline)}" if timeline else "the timeframe was taken out"


@change.register
def _(edit: road_edits.PlaceStage, before: Session, after: Session, name: Naming) -> str:
    span = after.boards.roadmap.stages.get(edit.stage)
    if span is None:
        return f"{STAGES[edit.stage]} was taken off"
    return f"{STAGES[edit.stage]} goes from {month_words(span.first)} to {month_words(span.last)}"


@change.register
def _(edit: road_edits.MarkEvent, before: Session, after: Session, name: Naming) -> str:
    return f"{after.boards.roadmap.events[edit.id].title} is marked on {long_date(edit.on)}"


@change.register
def _(edit: road_edits.RemoveEvent, before: Session, after: Session, name: Naming) -> str:
    event = before.boards.roadmap.events.get(edit.id)
    return f"{event.title if event else 'an event'} was taken off the timeline"


@change.register
def _(edit: road_edits.AddToRoad, before: Session, after: Session, name: Naming) -> str:
    again = any(card.feature == edit.feature for card in before.boards.roadmap.cards.values())
    went = "came on once more in" if again else "went to"
    return f"{name(edit.feature)} {went} {when(after.boards.roadmap.timeline, edit.from_month)}"


@change.register
def _(edit: road_edits.MoveOnRoad, before: Session, after: Session, name: Naming) -> str:
    old, new = before.boards.roadmap, after.boards.roadmap
    card = new.cards[edit.id]
    if old.cards[edit.id].first == card.first:
        return f"{name(card.feature)} moved to another row"
    return (
        f"{name(card.feature)} moved from {when(old.timeline, old.cards[edit.id].first)} "
        f"to {when(new.timeline, card.first)}"
    )


@change.register
def _(edit: road_edits.Stretch, before: Session, after: Session, name: Naming) -> str:
    road = after.boards.roadmap
    card = road.cards[edit.id]
    first, last = road.span(card)
    return f"{name(card.feature)} goes from {month_words(first)} to {month_words(last)}"


@change.register
def _(edit: road_edits.SetEnergy, before: Session, after: Session, name: Naming) -> str:
    return f"{_card(after, edit.id, name)}, is {edit.energy}"


@change.register
def _(edit: road_edits.TakeOffRoad, before: Session, after: Session, name: Naming) -> str:
    links = len(before.boards.roadmap.links) - len(after.boards.roadmap.links)
    gone = f" with its {count(links, 'link')}" if links else ""
    return f"{_card(before, edit.id, name)}, was taken off{gone}"


@change.register
def _(edit: road_edits.LinkCards, before: Session, after: Session, name: Naming) -> str:
    cards = after.boards.roadmap.cards
    first, second = name(cards[edit.first].feature), name(cards[edit.second].feature)
    if edit.link_kind is LinkKind.CONNECTION:
        return f"{first} and {second} go together"
    return f"{first} is needed before {second}"


@change.register
def _(edit: road_edits.Unlink, before: Session, after: Session, name: Naming) -> str:
    link = before.boards.roadmap.links[edit.id]
    cards = before.boards.roadmap.cards
    return f"{name(cards[link.first].feature)} and {name(cards[link.second].feature)} are linked no longer"


@change.register
def _(edit: road_edits.WriteRoadReason, before: Session, after: Session, name: Naming) -> str:
    return f"{_wrote(edit.text)} the reason for {_card(after, edit.id, name)}"


@change.register
def _(edit: road_edits.WriteLinkReason, before: Session, after: Session, name: Naming) -> str:
    return f"{_wrote(edit.text)} why two cards are linked"


@change.register
def _(edit: road_edits.SetOwner, before: Session, after: Session, name: Naming) -> str:
    who = after.called(edit.owner) or "nobody"
    return f"{_card(after, edit.id, name)}: {who} looks after it"


@change.register
def _(edit: road_edits.SetRevisit, before: Session, after: Session, name: Naming) -> str:
    return f"to be looked at again on {long_date(edit.day)}" if edit.day else "the day to look again was taken out"


@change.register
def _(edit: road_edits.SetVerdict, before: Session, after: Session, name: Naming) -> str:
    return f"{LENSES[edit.lens]}: {VERDICTS[edit.verdict]}"


@change.register
def _(edit: road_edits.WriteCheck, before: Session, after: Session, name: Naming) -> str:
    what = "what you say of" if edit.which == "answer" else "who else to ask about"
    return f"{_wrote(edit.text)} {what} {LENSES[edit.lens]}"


@change.register
def _(edit: road_edits.WriteAction, before: Session, after: Session, name: Naming) -> str:
    return "an action was written down" if edit.text.strip() else "an action was let go"


@change.register
def _(edit: road_edits.AssignAction, before: Session, after: Session, name: Naming) -> str:
    who = after.called(edit.owner) or "nobody yet"
    return f"an action: {who}" + (f", by {long_date(edit.due)}" if edit.due else "")


def _wrote(text: str) -> str:
    return "wrote" if text.strip() else "cleared"


# --- what deserves thought --------------------------------------------------------------------------------------------


def caution_words(caution: Caution, session: Session, deck: Deck, name: Naming, events: Naming | None = None) -> str:
    """A thing to think about as one sentence. It never forbids anything.

    `events` gives the names of events, if not their titles.
    """
    road, about = session.boards.roadmap, caution.about
    worry = caution.worry
    if worry is Worry.AFTER_WHAT_NEEDS_IT:
        return f"{_feature(road, about[1], name)} comes before {_feature(road, about[0], name)}, which it needs."
    if worry is Worry.CIRCLE:
        names = [_feature(road, card, name) for card in about[:NAMED]]
        more = [f"{len(about) - NAMED} more"] if len(about) > NAMED else []
        return f"{listed([*names, *more])} need one another in a circle."
    if worry is Worry.HEAVY_PERIOD and road.timeline is not None:
        period = road.timeline.periods[int(about[0]) - 1]
        return f"{period_words(period, year=True)} holds far more energy than its neighbours."
    if worry is Worry.EVENT_ON_LARGE_CARD:
        event = events(about[0]) if events else road.events[about[0]].title
        return f"{_feature(road, about[1], name)} is large at the time of {event}."
    if worry is Worry.PRIORITY_LEFT_OUT:
        return f"{name(about[0])} was to be worked on, and is not on the roadmap yet."
    if worry is Worry.STAGE_WITHOUT_CARD:
        card = deck.stage(Stage(about[0]))
        return f"No card stands in the time of {card.title if card else STAGES[Stage(about[0])]}."
    return f"{_feature(road, about[0], name)} stands outside the timeframe."


def _feature(road: Roadmap, card: str, name: Naming) -> str:
    return name(road.cards[card].feature)


# --- what is next at a step -------------------------------------------------------------------------------------------


def complete(session: Session, act: Act) -> str:
    """That what a step is for is done, as a sentence; nothing while it is not, nor of a step that is never done.

    Stages, building and repeating end when the group says so (R33, R38, R48).
    """
    road, checks = session.boards.roadmap, session.boards.checks
    if act is Act.TIMEFRAME:
        return "The timeframe is agreed." if road.timeline else ""
    if act is Act.BEGIN:
        return "A first card is placed." if road.cards else ""
    if act is Act.CHECK:
        return "All three questions are answered." if all(checks.of(lens).verdict for lens in Lens) else ""
    if act is Act.FIX:
        return "The roadmap is fixed." if road.fixed else ""
    return ""


def going_on(session: Session, deck: Deck, act: Act) -> str:
    """What is next once a step is complete; nothing while it is not."""
    done = complete(session, act)
    return f"{done} {next_step(deck.tools['roadmap'], session.mode, act) or 'e exports the summary.'}" if done else ""
