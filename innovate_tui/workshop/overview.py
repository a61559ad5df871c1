"""Where a session is, in words, and what is the next sensible thing to do in it (rows E11, F9 to F11).

Nothing is ever locked: the next thing is a suggestion, made by rules from what is there. A board that was begun and is
not stuck down comes first; then stepping back from one that is; then the tool that follows; at the end reading back.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from innovate_tui.workshop.board_edits import FixedName
from innovate_tui.workshop.checks import Lens
from innovate_tui.workshop.deck import Deck, Mode
from innovate_tui.workshop.diamond import PLACES
from innovate_tui.workshop.features import Kind
from innovate_tui.workshop.going_on import ORDER
from innovate_tui.workshop.people import read_by_nobody
from innovate_tui.workshop.reflections import taken_in
from innovate_tui.workshop.road_wording import timeframe_words
from innovate_tui.workshop.session import Round, Session, cards_of
from innovate_tui.workshop.spelling import ONE_ROW, count, long_date, name_of

FIGURES = ("nobody", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
HOUR = 60


@dataclass(frozen=True, slots=True)
class Next:
    """The next sensible thing: the screen that it is done on, and a sentence without its end."""

    place: str
    words: str


@dataclass(frozen=True, slots=True)
class ToolState:
    """A tool as the overview shows it."""

    tool: str
    title: str
    state: str
    """Not started, going on, fixed."""
    line: str
    """How far it is, or what there is to do."""


# --- the session ------------------------------------------------------------------------------------------------------


def facts(session: Session) -> str:
    """Place, day, who works and the time spent: "Meadowbank, 12 November 2026 · one group of six · 1 h 05 spent"."""
    day = long_date(session.held) if session.held else ""
    parts = (", ".join(part for part in (session.place, day) if part), who_works(session), time_spent(session))
    return " · ".join(part for part in parts if part)


def who_works(session: Session) -> str:
    """One person, one group, or one of several groups."""
    if session.mode is Mode.INDIVIDUAL:
        return "one person"
    number = len(session.people)
    of = f" of {FIGURES[number] if number < len(FIGURES) else number}" if number else ""
    return f"{'one group' if session.mode is Mode.GROUP else 'one of several groups'}{of}"


def time_spent(session: Session) -> str:
    """The minutes really spent, of all steps: "1 h 05 spent"; nothing where none were counted."""
    minutes = sum(minutes for steps in session.spent.values() for minutes in steps.values())
    if not minutes:
        return ""
    return f"{minutes // HOUR} h {minutes % HOUR:02} spent" if minutes >= HOUR else f"{minutes} min spent"


# --- the tools --------------------------------------------------------------------------------------------------------


def tools(session: Session, deck: Deck) -> tuple[ToolState, ...]:
    """Every tool of the deck with its state in words."""
    lines = {"diamond": _diamond, "quadrants": _quadrants, "roadmap": _roadmap}
    return tuple(
        ToolState(board, deck.tools[board].title, _state(session, board), lines[board](session, deck))
        for board in ORDER
        if board in deck.tools
    )


def in_short(session: Session, deck: Deck) -> str:
    """How far every tool is, in one line: "Diamond 9: fixed · Four Quadrants: 3 of 5 · Roadmap: not started"."""
    if not any(begun(session, board) for board in ORDER):
        return "nothing placed yet"
    return " · ".join(
        f"{deck.tools[board].title}: {_how_far(session, deck, board)}" for board in ORDER if board in deck.tools
    )


def _how_far(session: Session, deck: Deck, board: FixedName) -> str:
    if fixed(session, board) or not begun(session, board):
        return _state(session, board)
    if board == "roadmap":
        return count(len(session.boards.roadmap.cards), "card")
    return (_diamond if board == "diamond" else _quadrants)(session, deck).partition(" · ")[0].removesuffix(" placed")


def begun(session: Session, board: FixedName) -> bool:
    """Whether anything was done on a board."""
    boards = session.boards
    if board == "diamond":
        return bool(boards.diamond.cards) or boards.diamond.fixed is not None
    if board == "quadrants":
        return bool(boards.quadrants.cards or boards.quadrants.mitigations) or boards.quadrants.fixed is not None
    return boards.roadmap.timeline is not None or bool(boards.roadmap.cards)


def fixed(session: Session, board: FixedName) -> bool:
    """Whether a board is stuck down."""
    boards = {
        "diamond": session.boards.diamond.fixed,
        "quadrants": session.boards.quadrants.fixed,
        "roadmap": session.boards.roadmap.fixed,
    }
    return boards[board] is not None


def _state(session: Session, board: FixedName) -> str:
    if fixed(session, board):
        return "fixed"
    return "going on" if begun(session, board) else "not started"


def _diamond(session: Session, deck: Deck) -> str:
    diamond, cards = session.boards.diamond, cards_of(session, deck).of_kind(Kind.ENABLER)
    if not begun(session, "diamond"):
        judged = sum(1 for card in cards if session.about(card.id).judgement)
        return (
            f"{count(judged, 'card')} judged, {len(PLACES)} places free" if judged else f"{len(cards)} cards to order"
        )
    placed = [diamond.standing(card) for card in diamond.placed]
    said = _said(session, [each.why for each in placed], [each.dissent for each in placed])
    return " · ".join((f"{len(placed)} of {len(PLACES)} placed", *said))


def _quadrants(session: Session, deck: Deck) -> str:
    grid, influences = session.boards.quadrants, cards_of(session, deck).of_kind(Kind.INFLUENCE)
    if not begun(session, "quadrants"):
        return f"{count(len(influences), 'influence')} to place"
    placed = [grid.position(card) for card in grid.placed]
    parts = [f"{len(placed)} of {len(influences)} placed"]
    if grid.due:
        parts.append(f"{len(grid.due) - len(grid.unanswered)} of {len(grid.due)} matched")
    return " · ".join((*parts, *_said(session, [each.why for each in placed], [each.dissent for each in placed])))


def _roadmap(session: Session, deck: Deck) -> str:
    road = session.boards.roadmap
    if road.timeline is None:
        others = [board for board in ORDER if board in deck.tools and board != "roadmap"]
        both = "the other two" if len(others) > 1 else "the other tool"
        return f"builds on {both}; may also start here" if others else "a timeframe to agree"
    parts = [timeframe_words(road.timeline), count(len(road.cards), "card")]
    return " · ".join((*parts, count(len(road.links), "link")) if road.links else parts)


def _said(session: Session, reasons: Iterable[str], views: Iterable[str]) -> Iterator[str]:
    """How many reasons were written, and how many other views; who works alone disagrees with nobody."""
    if written := sum(1 for why in reasons if why.strip()):
        yield count(written, "reason")
    if other := sum(1 for view in views if view.strip()):
        yield f"{other} with something against it" if session.mode is Mode.INDIVIDUAL else f'{other} "not all agree"'


# --- what belongs to all of them --------------------------------------------------------------------------------------


def questions(session: Session, deck: Deck) -> str:
    """How many of the questions to step back with were answered; those left out do not count."""
    prompts = [prompt for tool in deck.tools.values() for prompt in taken_in(tool, session.boards.reflections)]
    answered = sum(1 for prompt in prompts if prompt.answered)
    thoughts = f" · {count(len(session.parked), 'parked thought')}" if session.parked else ""
    return f"{answered} of {len(prompts)} answered{thoughts}"


def cards(session: Session, deck: Deck) -> str:
    """What was said of the cards apart from the boards."""
    known = cards_of(session, deck).all
    said = [session.about(card) for card in known]
    experts = 0 if session.mode is Mode.INDIVIDUAL else sum(1 for each in said if each.expert)
    notes = sum(1 for each in said if each.note.strip())
    parts = [f"{len(known)} to read"]
    parts += [f"{experts} with an expert"] if experts else []
    parts += [count(notes, "note")] if notes else []
    return " · ".join(parts)


def people(session: Session) -> str:
    """Who takes part."""
    names = [session.called(person) for person in session.people]
    between = "; " if any("," in name for name in names) else ", "
    return between.join(names) or "nobody named; names are not needed"


def rounds(session: Session) -> str:
    """The kept rounds, the latest first."""
    latest = sorted(session.rounds, key=lambda kept: kept.taken, reverse=True)
    return "; ".join(round_words(kept) for kept in latest) or "none kept yet; b keeps one"


def round_words(kept: Round) -> str:
    """A round by its name and its moment: "Before sharing, 14:00"."""
    return f"{kept.name}, {kept.taken:%H:%M}"


# --- what is next -----------------------------------------------------------------------------------------------------


def next_thing(session: Session, deck: Deck) -> Next:
    """The next sensible thing in the session."""
    there = [board for board in ORDER if board in deck.tools]
    going = [board for board in there if begun(session, board) and not fixed(session, board)]
    if going:
        return _go_on(session, deck, going[-1])
    started = [board for board in there if begun(session, board)]
    for board in there[there.index(started[-1]) if started else 0 :]:
        if not begun(session, board):
            return _start(session, deck, board)
        if (back := _step_back(session, deck, board)) is not None:
            return back
    return Next("readback", "read back what was said, and export it with e")


def _start(session: Session, deck: Deck, board: FixedName) -> Next:
    alone, title = session.mode is Mode.INDIVIDUAL, deck.tools[board].title
    if board == "quadrants":
        return Next(board, f"place the influences on {title}")
    if board == "roadmap":
        return Next(board, "agree a timeframe for the roadmap")
    if any(session.about(card.id).judgement for card in cards_of(session, deck).of_kind(Kind.ENABLER)):
        return Next(board, "order the strengths on the diamond")
    if alone or not read_by_nobody(session, deck, Kind.ENABLER):
        return Next(board, f"read the cards of {title}")
    return Next(board, f"share out the cards of {title} and read them")


def _go_on(session: Session, deck: Deck, board: FixedName) -> Next:
    if board == "diamond":
        return Next(board, _on_diamond(session, deck))
    return Next(board, _on_quadrants(session, deck) if board == "quadrants" else _on_roadmap(session))


def _on_diamond(session: Session, deck: Deck) -> str:
    diamond = session.boards.diamond
    waiting = diamond.set_aside(card.id for card in cards_of(session, deck).of_kind(Kind.ENABLER))
    if not diamond.placed:
        return "order the strengths on the diamond"
    if diamond.free and waiting:
        return f"go on with the diamond: {count(len(diamond.free), 'place')} to fill"
    return "fix the diamond when it is as you want it"


def _on_quadrants(session: Session, deck: Deck) -> str:
    grid, known = session.boards.quadrants, cards_of(session, deck)
    waiting = grid.set_aside(card.id for card in known.of_kind(Kind.INFLUENCE))
    if waiting:
        names = name_of(known, waiting[0]) if len(waiting) == 1 else count(len(waiting), "influence")
        return f"place {names} on the grid"
    if grid.unanswered:
        asks = [name_of(known, card) for card in grid.unanswered]
        return f"choose what helps with {asks[0] if len(asks) == 1 else count(len(asks), 'influence')}"
    return "fix the grid when it is as you want it"


def _on_roadmap(session: Session) -> str:
    road = session.boards.roadmap
    if not road.cards:
        return "put the first cards on the roadmap"
    if not road.links:
        return "go on with the roadmap, and link what belongs together"
    return "fix the roadmap when it is as you want it"


def _step_back(session: Session, deck: Deck, board: FixedName) -> Next | None:
    """Stepping back from a board that is stuck down, until something was said about it (F11)."""
    if board == "roadmap":
        checks = session.boards.checks
        if not any(checks.of(lens).verdict or checks.of(lens).answer.strip() for lens in Lens):
            return Next("checks", "ask whether the plan is desirable, feasible and viable")
        return None if session.actions else Next("checks", "write down who does what next")
    prompts = taken_in(deck.tools[board], session.boards.reflections)
    if not prompts or any(prompt.answered for prompt in prompts):
        return None
    board_words = "the diamond" if board == "diamond" else "the grid"
    return Next(
        "reflections" if board == "diamond" else board,
        f"step back from {board_words}: {count(len(prompts), 'question')} to think about",
    )


def sentence(thing: Next) -> str:
    """The next thing as the status line says it."""
    whole = f"Next: {thing.words}. Enter goes there."
    return whole if len(whole) <= ONE_ROW else f"Next: {thing.words}."
