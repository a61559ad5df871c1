"""What the guide says of itself: minutes in words, and the parts of it that stand beside a board."""

from typing import NamedTuple

from innovate_tui.workshop.deck import Act, Mode, StepWords, Tool
from innovate_tui.workshop.prose import sentences
from innovate_tui.workshop.session import Session
from innovate_tui.workshop.spelling import ONE_ROW, count

SAY, ASK_YOURSELF, DO, STUCK = "Say", "Ask yourself", "Do", "If it sticks"
KNOW, THINK, STORY = "Good to know", "To think about", "The story so far"


class GuidePart(NamedTuple):
    """A few words that say what follows, and the paragraphs under them. A part without words has no heading."""

    head: str
    paragraphs: tuple[str, ...]


def beside_board(words: StepWords, mode: Mode, *more: GuidePart) -> tuple[GuidePart, ...]:
    """What of a step stands beside the board, for all to read; never its tips (F1, F13). What is empty is left out."""
    say = ASK_YOURSELF if mode is Mode.INDIVIDUAL else SAY
    parts = (
        GuidePart(say, (f"“{words.say}”",) if words.say else ()),
        GuidePart(DO, (words.do,) if words.do else ()),
        GuidePart(STUCK, (words.stuck,) if words.stuck else ()),
        *more,
    )
    told = (GuidePart(part.head, tuple(text for text in part.paragraphs if text)) for part in parts)
    return tuple(part for part in told if part.paragraphs)


def planned_and_used(words: StepWords, used: int) -> str:
    """The minutes of a step: "15 min planned, 2 used"; nothing where there is nothing to say (F6)."""
    if not words.most:
        return f"{used} min used" if used else ""
    return f"{words.most} min planned, {used} used" if used else f"{words.most} min planned"


def used_for(session: Session, tool: str, act: Act) -> int:
    """The minutes really spent on a step so far."""
    return session.spent.get(tool, {}).get(act, 0)


def range_words(least: int, most: int) -> str:
    """Minutes from a least to a most: "9 to 13 minutes", "up to 30 minutes", "1 minute"; nothing for none."""
    if not most:
        return ""
    if least == most:
        return count(most, "minute")
    return f"{least} to {count(most, 'minute')}" if least else f"up to {count(most, 'minute')}"


def with_minutes(said: str, words: StepWords, room: int) -> str:
    """A sentence on a step that was asked for, with the step's minutes where so many characters hold both (F6)."""
    if not words.most:
        return said
    least = f"{words.least} to " if 0 < words.least < words.most else "" if words.least else "up to "
    whole = f"{said} {least[:1].upper()}{least[1:]}{words.most} min planned."
    return whole if len(whole) <= room else said


def clock(minutes: int) -> str:
    """Minutes from the beginning as a clock shows them: 0:07."""
    return f"{minutes // 60}:{minutes % 60:02}"


def next_step(tool: Tool, mode: Mode, act: Act) -> str:
    """What comes after the step for an act: "Next: 6 Fill up from 9."; nothing after the last."""
    steps = tool.steps_for(mode)
    acts = [each for each, _ in steps]
    number = acts.index(act) + 1 if act in acts else len(acts)
    if number >= len(steps):
        return ""
    title = steps[number][1].title
    return f"Next: {number + 1} {title}{'' if title[-1:] in '.?!' else '.'}"


def in_one_row(tool: Tool, mode: Mode, act: Act) -> str:
    """What a tool's step for an act wants, in one row: as many of its sentences as fit; nothing without such a step."""
    words = dict(tool.steps_for(mode)).get(act)
    if words is None:
        return ""
    found = sentences(words.do)
    for head in (f"{words.title}: ", ""):
        for many in range(len(found), 0, -1):
            said = head + " ".join(found[:many])
            if len(said) <= ONE_ROW:
                return said
    return words.title
