"""The boxes of the Roadmap: its timeframe, an event, a stage, the day to look again; and the text of a stage."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from innovate_tui.ui.minting import mint, now
from innovate_tui.ui.screens.chooser import Choice, Chooser
from innovate_tui.ui.screens.words_box import Field, Heading, WordsBox
from innovate_tui.ui.widgets.road_typing import (
    day_text,
    division_text,
    month_text,
    typed_day,
    typed_division,
    typed_month,
    typed_number,
)
from innovate_tui.workshop.road_edits import Frame, MarkEvent, PlaceStage, SetRevisit
from innovate_tui.workshop.road_wording import STAGES
from innovate_tui.workshop.roadmap import EventKind
from innovate_tui.workshop.stages import Stage
from innovate_tui.workshop.timeline import YEAR, Month

if TYPE_CHECKING:  # for the type checker alone: the screen imports this module
    from innovate_tui.ui.screens.roadmap import RoadmapScreen

Words = dict[str, str]
KINDS = {
    EventKind.ELECTION: "election",
    EventKind.BUDGET: "budget decision",
    EventKind.POLICY: "policy or regulation",
    EventKind.INSPECTION: "inspection",
    EventKind.OTHER: "other",
}


def _ask(
    screen: "RoadmapScreen",
    title: str,
    heading: str,
    fields: tuple[Field, ...],
    made: Callable[[Words], str],
    *,
    status: str,
    promise: str,
) -> None:
    """A box whose words become an edit. What cannot be read is said, and the box comes back with the same words."""

    def closed(words: Words | None) -> None:
        if words is None:
            return
        trouble = made(words)
        if trouble:
            again = tuple(Field(each.key, each.label, words[each.key], 1, single=True) for each in fields)
            _ask(screen, title, heading, again, made, status=trouble, promise=promise)

    box = WordsBox(screen.styles_in_use, title, Heading(heading), fields, status=status, promise=promise)
    screen.app.push_screen(box, closed)


def _field(name: str, label: str, text: str) -> Field:
    return Field(name, label, text, rows=1, single=True)


# --- the timeframe ----------------------------------------------------------------------------------------------------


def frame(screen: "RoadmapScreen") -> None:
    """When the roadmap begins and how long it is (R23–R26); as suggested, one key takes it."""
    timeline = screen.session.boards.roadmap.timeline
    this = Month.of(now().date())
    start = timeline.start if timeline else this + -((this.month - 1) % 3)
    months = timeline.months if timeline else YEAR

    def made(words: Words) -> str:
        if not words["start"] and not words["months"]:
            screen.say("No timeframe was agreed.")
            return ""
        first, length = typed_month(words["start"], timeline), typed_number(words["months"])
        if first is None:
            return "A month such as April 2027 or 2027-04."
        if length is None or not 1 <= length <= 120:
            return "A number of months from 1 to 120."
        parts = typed_division(words["divide"], -(-length // YEAR))
        if parts is None:
            return "Months, quarters or half-years; for each year its own, with commas between."
        screen.perform(Frame(first, length, parts))
        return ""

    _ask(
        screen,
        "A timeframe",
        "Agree a timeframe that makes sense for your innovation.",
        (
            _field("start", "Begins in", month_text(start)),
            _field("months", "How many months", str(months)),
            _field("divide", "Divided into months, quarters or half-years", division_text(timeline)),
        ),
        made,
        status="Enter takes it as it stands. You can change it at any time: a, then 4.",
        promise="Enter agrees it; u undoes.",
    )


# --- events -----------------------------------------------------------------------------------------------------------


def event(screen: "RoadmapScreen", known: str = "") -> None:
    """A known outside moment, new or to be changed (R27, R28)."""
    road = screen.session.boards.roadmap
    old = road.events.get(known)

    def made(words: Words) -> str:
        if not words["title"]:
            screen.say("No event was marked: it had no name." if old is None else "Nothing was changed.")
            return ""
        day = typed_day(words["on"], road.timeline)
        if day is None:
            return "A day such as 6 May 2027, or a month such as May 2027."
        kind = next((kind for kind, name in KINDS.items() if name.startswith(words["kind"].casefold().strip())), None)
        if kind is None:
            return "One of: election, budget, policy, inspection, other."
        screen.perform(MarkEvent(old.id if old else mint("e"), day, words["title"], kind))
        return ""

    kind = KINDS[old.kind] if old else KINDS[EventKind.OTHER]
    _ask(
        screen,
        "An event",
        "A moment that is known, and might affect the innovation: elections, a budget decision, a new policy.",
        (
            _field("title", "What", old.title if old else ""),
            _field("on", "When (6 May 2027, or May 2027)", day_text(old.on) if old else ""),
            _field("kind", "Election, budget, policy, inspection or other", kind),
        ),
        made,
        status="tab goes to the next field.",
        promise="Enter marks it. Without a name none is marked.",
    )


# --- stages -----------------------------------------------------------------------------------------------------------


def choose_stage(screen: "RoadmapScreen", title: str, then: Callable[[Stage], None]) -> None:
    """Which of the six stages; any may come first (R30, R33)."""
    choices = [Choice(str(stage), str(at), _title(screen, stage)) for at, stage in enumerate(Stage, 1)]
    chooser = Chooser(screen.styles_in_use, title, "a number, or a word of it", choices, digits=True)
    screen.app.push_screen(chooser, lambda chosen: then(Stage(chosen)) if chosen else None)


def stage(screen: "RoadmapScreen", which: Stage) -> None:
    """From when to when a stage goes, as a best guess (R34)."""
    road = screen.session.boards.roadmap
    timeline = road.timeline
    if timeline is None:
        screen.say("Agree a timeframe first: enter.")
        return
    old = road.stages.get(which)
    before = max((span.last for span in road.stages.values()), default=None)
    start = before + 1 if before and before < timeline.last else timeline.start
    first = old.first if old else start
    last = old.last if old else min(first + 2, timeline.last)

    def made(words: Words) -> str:
        if not words["first"] and not words["last"]:
            screen.say("Nothing was changed.")
            return ""
        begins, ends = typed_month(words["first"], timeline), typed_month(words["last"], timeline)
        if begins is None or ends is None:
            return "Months such as April 2027 or 2027-04."
        if ends < begins:
            return "The end cannot come before the start."
        guess = not words["guess"].casefold().startswith("n")
        screen.perform(PlaceStage(which, begins, ends, guess))
        return ""

    card = screen.deck.stage(which)
    _ask(
        screen,
        _title(screen, which),
        card.purpose if card and card.purpose else "When does it begin, and when do you move on?",
        (
            _field("first", "Begins in", month_text(first)),
            _field("last", "Goes on to the end of", month_text(last)),
            _field("guess", "A best guess for now? yes or no", "no" if old and not old.guess else "yes"),
        ),
        made,
        status="It need not be exact, and stages may overlap.",
        promise="Enter notes it; u undoes.",
    )


def stage_text(screen: "RoadmapScreen", which: Stage) -> None:
    """What the framework says of a stage (R35), to be read; any key that closes a box closes it."""
    card = screen.deck.stage(which)
    if card is None:
        screen.say("The deck has no text for this stage.")
        return
    texts = [card.purpose, f"At its end: {card.outcome}" if card.outcome else "", *card.questions]
    choices = [Choice(str(at), "", line) for at, text in enumerate(texts) if text for line in _lines(text)]
    title = f"{card.title}: what it is for"
    screen.app.push_screen(Chooser(screen.styles_in_use, title, "esc closes it", choices))


def _lines(text: str) -> tuple[str, ...]:
    from innovate_tui.ui.cells import wrapped

    return wrapped(text, 50)


def _title(screen: "RoadmapScreen", which: Stage) -> str:
    card = screen.deck.stage(which)
    return card.title if card else STAGES[which]


# --- what a adds ------------------------------------------------------------------------------------------------------


def add(screen: "RoadmapScreen", own_card: Callable[[], None]) -> None:
    """Ask what is to be added (INTERACTION, section 1)."""
    framed = screen.session.boards.roadmap.timeline is not None
    choices = [Choice("card", "1", "a card of your own")]
    if framed:
        choices += [Choice("event", "2", "an event: a known outside moment"), Choice("stage", "3", "a stage")]
    choices.append(Choice("frame", "4", "another timeframe" if framed else "a timeframe"))
    if framed:
        choices.append(Choice("revisit", "5", "the day to look at the roadmap again"))
    does: dict[str, Callable[[], None]] = {
        "card": own_card,
        "event": lambda: event(screen),
        "stage": lambda: choose_stage(screen, "Which stage", lambda which: stage(screen, which)),
        "frame": lambda: frame(screen),
        "revisit": lambda: revisit(screen),
    }
    chooser = Chooser(screen.styles_in_use, "Add", "a number, or a word of it", choices, digits=True)
    screen.app.push_screen(chooser, lambda chosen: does[chosen]() if chosen else None)


def revisit(screen: "RoadmapScreen") -> None:
    """When the group means to look at its roadmap again (R22, R59)."""
    road = screen.session.boards.roadmap

    def made(words: Words) -> str:
        day = typed_day(words["day"], road.timeline) if words["day"] else None
        if words["day"] and day is None:
            return "A day such as 6 May 2027, or a month such as May 2027."
        screen.perform(SetRevisit(day))
        return ""

    _ask(
        screen,
        "Look again",
        "When do you want to look at this roadmap again, and bring it up to date?",
        (_field("day", "On (6 May 2027, or May 2027)", day_text(road.revisit) if road.revisit else ""),),
        made,
        status="With nothing here no day is set.",
        promise="Enter keeps it; u undoes.",
    )
