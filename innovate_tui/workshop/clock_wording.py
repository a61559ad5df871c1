"""What the timer says: a few words for the title row, its strip, and a sentence when something is due.

Whole minutes, so that nobody watches it; only the last two are told with their seconds (INTERACTION, section 2). The
minutes that are left are the toolkit's shortest (F6), and what to do about them is for the people in the room to say.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from math import ceil, floor

from innovate_tui.workshop.clock import MINUTE, Clock, Signal, Timing
from innovate_tui.workshop.guide_wording import range_words
from innovate_tui.workshop.spelling import ONE_ROW, count


def in_title(clock: Clock, now: datetime) -> str:
    """The timer in the title row: "13 min left", "1:50 left", "3 min over", "13 min, paused"; nothing if unasked."""
    if not clock.shown:
        return ""
    if clock.until is not None:
        return "break is over" if now >= clock.until else f"break until {clock.until:%H:%M}"
    words, what = _stands(clock)
    return f"{words}, paused" if clock.timing is Timing.PAUSED else f"{words}{what}"


def _stands(clock: Clock) -> tuple[str, str]:
    """How it stands, and what is said of it only while the timer runs."""
    left = clock.left
    if left is None:
        return f"{floor(clock.run / MINUTE)} min", " so far"
    if left > clock.soon:
        return f"{ceil(left / MINUTE)} min", " left"
    if left > 0:
        return f"{ceil(left) // 60}:{ceil(left) % 60:02}", " left"
    over = floor(-left / MINUTE)
    return (f"{over} min over" if over else "time is up"), ""


def turning(clock: Clock) -> str:
    """What the key does that starts and stops the timer."""
    if clock.until is not None:
        return "go on"
    return {Timing.NEVER: "start", Timing.RUNNING: "pause", Timing.PAUSED: "go on"}[clock.timing]


def strip(clock: Clock, now: datetime) -> str:
    """The timer's own row: the step and its minutes, how it stands, and how far behind or ahead the room is."""
    if clock.until is not None:
        until = f"{clock.until:%H:%M}"
        return f"The break was until {until}." if now >= clock.until else f"Break until {until}. Nothing is counted."
    if not clock.steps:
        return "The timer begins on a board."
    minutes = range_words(clock.words.least, clock.words.most)
    step = f"{clock.words.title}, {minutes}" if minutes else clock.words.title
    if clock.timing is Timing.NEVER:
        return f"{step}. The timer is not running."
    words = in_title(clock, now)
    return f"{step}: {words}.{_pace(clock)}"


def _pace(clock: Clock) -> str:
    minutes = floor(abs(clock.behind) / MINUTE)
    return f" In all {minutes} min {'behind' if clock.behind > 0 else 'ahead'}." if minutes else ""


def said(signal: Signal, clock: Clock, now: datetime, room: int = ONE_ROW) -> str:
    """The sentence for what is due at this time of day, in at most so many characters where that can be.

    It may stand for long, until somebody presses a key: so what is left is told with the time of day at which it ends.
    """
    if signal is Signal.SLEPT:
        return f"The laptop slept {count(max(1, round(clock.slept / MINUTE)), 'minute')}; the timer waited."
    if signal is Signal.BREAK_OVER:
        return f"The break was until {clock.until:%H:%M}. t and space go on."
    if signal is Signal.SOON:
        left = clock.left or 0.0
        end = now + timedelta(seconds=left)
        return f"{count(ceil(left / MINUTE), 'minute')} left for this step, until {end:%H:%M}. t adds time."
    return next((words for words in _late(clock) if len(words) <= room), "") or list(_late(clock))[-1]


def _late(clock: Clock) -> Iterator[str]:
    """Running late, the fullest words first."""
    behind, rest = floor(clock.behind / MINUTE), clock.to_come
    if behind < 1 or not rest:
        over = count(floor(-(clock.left or 0.0) / MINUTE), "minute")
        last = clock.number == len(clock.steps) - 1
        yield f"{over} over. This is the last step." if last else f"{over} over. The next step can wait, or . goes on."
        return
    least = sum(words.least for words in rest)
    late, at_least = f"{count(behind, 'minute')} behind.", f"at least {count(least, 'minute')}"
    names = ", ".join(words.bar for words in rest)
    yield f"{late} Left: {names}: {at_least} by the toolkit's shortest times. You decide."
    yield f"{late} Left: {names}: {at_least}. You decide."
    yield f"{behind} min behind. {count(len(rest), 'step')} to come: {least} min at the toolkit's shortest. You decide."
    yield f"{late} {count(len(rest), 'step')} to come: {at_least}. You decide."
