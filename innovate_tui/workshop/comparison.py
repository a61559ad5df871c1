"""What has changed between two states of the boards, in words: "Trust and confidence rose from 6 to 2".

Boards with a label are compared, never sessions, so that rounds, people and groups are told by the same code. The
biggest change of a board comes first. Nothing is judged: what went up or down is said, and nobody says why.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from innovate_tui.workshop.diamond import PLACES, Diamond, Standing, row_of
from innovate_tui.workshop.grid_wording import axes
from innovate_tui.workshop.quadrants import Position, Quadrant, Quadrants
from innovate_tui.workshop.reflections import Answer, Reflections
from innovate_tui.workshop.road_comparison import checks_changed, road_changed, written
from innovate_tui.workshop.session import Boards
from innovate_tui.workshop.spelling import Speaking, count, listed

ROWS_APART = 10
"""A row of the diamond counts for more than any number of places in one."""

NAMED = 3
"""Cards that a sentence names; more of them are counted."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """The boards at one moment, and what that moment is called."""

    label: str
    boards: Boards


@dataclass(frozen=True, slots=True)
class Changed:
    """What has changed on one board: its name as `Boards` calls it, and sentences."""

    board: str
    said: tuple[str, ...]


def what_changed(before: Labelled, after: Labelled, speaking: Speaking) -> tuple[Changed, ...]:
    """What has changed from one state to another, board by board; a board on which nothing has is left out."""
    was, now = before.boards, after.boards
    told = (
        ("diamond", _diamond(was.diamond, now.diamond, speaking)),
        ("quadrants", _quadrants(was.quadrants, now.quadrants, speaking)),
        ("roadmap", road_changed(was.roadmap, now.roadmap, speaking)),
        ("checks", checks_changed(was.checks, now.checks)),
        ("reflections", _answers(was.reflections, now.reflections, speaking)),
    )
    return tuple(Changed(board, found) for board, said in told if (found := tuple(said)))


def headline(before: Labelled, after: Labelled, changed: Iterable[Changed]) -> str:
    """The sentence over what has changed, or that nothing has."""
    between = f"from {before.label} to {after.label}" if after.label else f"since {before.label}"
    return f"What has changed {between}" if tuple(changed) else f"Nothing has changed {between}."


# --- the diamond ------------------------------------------------------------------------------------------------------


def _diamond(was: Diamond, now: Diamond, speaking: Speaking) -> Iterator[str]:
    """A diamond that was not begun at all is told in one sentence: nobody wants each of its cards as news."""
    if was == Diamond() and len(now.placed) > NAMED:
        yield f"The diamond was begun: {len(now.placed)} of {len(PLACES)} places are filled."
        return
    moved, came, went = [], [], []
    for card in dict.fromkeys((*was.placed, *now.placed)):
        old, new, name = was.place_of(card), now.place_of(card), speaking.card(card)
        if old == new:
            continue
        if old is None:
            came.append((new or 0, f"{name} came on at {new}."))
        elif new is None:
            went.append((old, f"{name} went back to the tray; it stood at {old}."))
        else:
            moved.append((-_how_far(old, new), new, f"{name} {_way(old, new)}."))
    yield from (said[-1] for said in sorted(moved))
    yield from (said for _, said in sorted(came))
    yield from (said for _, said in sorted(went))
    yield from _words(was.cards, now.cards, Standing(), speaking)
    yield from _fixed("The diamond", was.fixed, now.fixed)


def _how_far(old: int, new: int) -> int:
    return ROWS_APART * abs(row_of(old) - row_of(new)) + abs(old - new)


def _way(old: int, new: int) -> str:
    """Places of one row are equals (decision 1), so there nothing rises or falls."""
    if row_of(old) == row_of(new):
        return f"moved from {old} to {new}, in the same row"
    return f"{'rose' if new < old else 'fell'} from {old} to {new}"


# --- the quadrants ----------------------------------------------------------------------------------------------------


def _quadrants(was: Quadrants, now: Quadrants, speaking: Speaking) -> Iterator[str]:
    """A grid that was not begun at all is told in one sentence too."""
    if was == Quadrants() and now.placed:
        matches = sum(len(helpers) for helpers in now.mitigations.values())
        chosen = f", and {count(matches, 'match was', 'matches were')} chosen" if matches else ""
        yield f"The grid was begun: {count(len(now.placed), 'influence was', 'influences were')} placed{chosen}."
        return
    moved, came, went = [], [], []
    for card in dict.fromkeys((*now.placed, *was.placed, *now.cards, *was.cards)):
        old, new, name = was.position(card), now.position(card), speaking.card(card)
        if (old.importance, old.threat) == (new.importance, new.threat):
            continue
        if old.placed and new.placed:
            moved.append((_distance(old, new), f"{name} moved {_from_to(old, new)}."))
        elif new.placed:
            came.append(f"{name} came on: {_where(new)}.")
        elif old.placed:
            went.append(f"{name} went back to the tray; it stood at {_where(old)}.")
        else:
            went.append(f"{name}: {axes(new)}.")
    yield from (said for _, said in sorted(moved, key=lambda each: each[0], reverse=True))
    yield from (*came, *went, *_matches(was, now, speaking))
    yield from _words(was.cards, now.cards, Position(), speaking)
    yield from _fixed("The grid", was.fixed, now.fixed)


def _distance(old: Position, new: Position) -> tuple[bool, int]:
    """A card that came into another quadrant has gone further than any that stayed in its own."""
    return old.quadrant is not new.quadrant, sum(abs(by) for by in _moves(old, new))


def _moves(old: Position, new: Position) -> tuple[int, int]:
    return (new.importance or 0) - (old.importance or 0), (new.threat or 0) - (old.threat or 0)


def _from_to(old: Position, new: Position) -> str:
    if old.quadrant is not new.quadrant:
        return f"from {_where(old)} to {_where(new)}"
    importance, threat = _moves(old, new)
    ways = []
    if importance:
        ways.append(f"{'more' if importance > 0 else 'less'} important")
    if threat:
        ways.append(f"{'more' if threat > 0 else 'less'} of a threat")
    return f"and is still {_where(new)}: {listed(ways)} now"


def _where(position: Position) -> str:
    if position.quadrant is Quadrant.HIGH_IMPORTANCE_HIGH_THREAT:
        return "high on both"
    return "low on both" if position.quadrant is Quadrant.LOW_IMPORTANCE_LOW_THREAT else axes(position)


def _matches(was: Quadrants, now: Quadrants, speaking: Speaking) -> Iterator[str]:
    for influence in dict.fromkeys((*now.mitigations, *was.mitigations)):
        old, new = was.mitigations.get(influence, {}), now.mitigations.get(influence, {})
        for helper in dict.fromkeys((*new, *old)):
            name, helped = speaking.card(helper), speaking.card(influence)
            if helper not in old:
                yield f"{name} was chosen to help with {helped}."
            elif helper not in new:
                yield f"{name} no longer helps with {helped}."
            elif old[helper].why != new[helper].why:
                yield f"Why {name} helps with {helped} was {written(old[helper].why, new[helper].why)}."


# --- words ------------------------------------------------------------------------------------------------------------


def _answers(was: Reflections, now: Reflections, speaking: Speaking) -> Iterator[str]:
    answered: list[str] = []
    for prompt in dict.fromkeys((*now.answers, *was.answers)):
        old, new = was.answer(prompt), now.answer(prompt)
        asked = f"“{_question(prompt, new if new.question else old, speaking)}”"
        if new.tool and not old.tool:
            yield f"A question was added: {asked}."
        elif old.tool and not new.tool:
            yield f"A question was taken out: {asked}."
            continue
        elif old.question != new.question:
            yield f"{asked} is asked in other words." if new.question else f"{asked} is asked in the deck’s words."
        if old.text != new.text:
            answered.append(f"The answer to {asked} was {written(old.text, new.text)}.")
        if old.skipped != new.skipped:
            yield f"{asked} was left out." if new.skipped else f"{asked} was taken in again."
    yield from answered if len(answered) <= NAMED else (f"{len(answered)} answers were written or changed.",)


def _question(prompt: str, answer: Answer, speaking: Speaking) -> str:
    return speaking.typed(answer.question) if answer.question else speaking.question(prompt)


def _words(
    was: Mapping[str, Standing] | Mapping[str, Position],
    now: Mapping[str, Standing] | Mapping[str, Position],
    nothing: Standing | Position,
    speaking: Speaking,
) -> Iterator[str]:
    """Reasons that were written, changed or cleared, and other views: each sort in one sentence."""
    against = _what_speaks_against if speaking.alone else _other_views
    sorts: tuple[tuple[Callable[[list[str]], str], Callable[[Standing | Position], str]], ...] = (
        (_reasons, lambda each: each.why),
        (against, lambda each: each.dissent),
    )
    for about, words in sorts:
        by_way: dict[str, list[str]] = {"written": [], "changed": [], "cleared": []}
        for card in dict.fromkeys((*now, *was)):
            old, new = words(was.get(card, nothing)), words(now.get(card, nothing))
            if old != new:
                by_way[written(old, new)].append(speaking.card(card))
        yield from (f"{about(names)} {way}." for way, names in by_way.items() if names)


def _reasons(cards: list[str]) -> str:
    if len(cards) > NAMED:
        return f"{len(cards)} reasons were"
    return f"The reason for {cards[0]} was" if len(cards) == 1 else f"The reasons for {listed(cards)} were"


def _other_views(cards: list[str]) -> str:
    if len(cards) > NAMED:
        return f"{len(cards)} other views were"
    return f"Another view on {cards[0]} was" if len(cards) == 1 else f"Other views on {listed(cards)} were"


def _what_speaks_against(cards: list[str]) -> str:
    """Who works alone disagrees with nobody (F15)."""
    return f"What speaks against {listed(cards) if len(cards) <= NAMED else count(len(cards), 'card')} was"


def _fixed(board: str, was: datetime | None, now: datetime | None) -> Iterator[str]:
    if was != now:
        yield f"{board} was opened again." if now is None else f"{board} was fixed{' anew' if was else ''}."
