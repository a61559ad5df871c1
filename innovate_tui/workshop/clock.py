"""The clock of a session while it is open: the timer of each step, breaks, and the time really spent.

Moments are handed in, in seconds of a clock that nobody can set; nothing here looks at one. Time counts from one look
to the next, so a laptop that slept shows as a look that came late, and the gap counts for nothing. A clock that went
back counts nothing either. Only a break ends by the clock on the wall, because that is what the room was told.

The timer belongs to the step in sight and remembers every step: who looks back and comes again finds the minutes that
were left. Planned are the most minutes of the toolkit's range for the step (F6, D16-D19, Q20-Q23, R20, R21).

Time is spent on a step while its board, or what was opened from it, is on the screen; not in a break, not while the
timer is paused, and not beyond `IDLE` after the last key. Whoever only looks spends nothing: it is written down from
the first change, or the first start of the timer, on.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from math import ceil, floor
from types import MappingProxyType

from innovate_tui.workshop.deck import Act, StepWords

MINUTE = 60.0
SOON = 2 * MINUTE
"""What is left when the timer begins to count in seconds."""
SHORT = 4 * MINUTE
"""A step for no longer than this has no last two minutes: it would be pressed for time from its beginning."""
LATE = 3 * MINUTE
"""What a step has run over when that is said, once."""
ASLEEP = 3 * MINUTE
"""A longer gap between two looks is a laptop that slept: while it is awake it looks once a minute at least."""
LOOK = MINUTE
"""The longest time between two looks."""
IDLE = 30 * MINUTE
"""How long a room may talk without a key; no step is planned for longer."""
BREAK = timedelta(minutes=10)
"""A break at the least; it ends on the next five minutes of the clock on the wall."""
LONGER = timedelta(minutes=5)

StepId = tuple[str, Act]
"""A step of a tool."""
Steps = tuple[tuple[Act, StepWords], ...]
"""The steps of a tool in one mode, in order."""
Seconds = Mapping[StepId, float]
InSight = tuple[str, Steps, int]
"""The steps of a tool, and which of them is in sight."""


class Timing(StrEnum):
    """Whether the timer runs."""

    NEVER = "never"
    """Nobody has asked for it: nothing is shown, so that no room is hurried unasked."""
    RUNNING = "running"
    PAUSED = "paused"


class Tone(StrEnum):
    """How near the end is. The words say it too; colour alone never does."""

    QUIET = "quiet"
    SOON = "soon"
    LATE = "late"


class Signal(StrEnum):
    """What is said once, when it is due."""

    SLEPT = "slept"
    BREAK_OVER = "break-over"
    SOON = "soon"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Clock:
    """How the time of an open session stands, up to the moment of the last look."""

    seen: float
    """The moment of the last look."""
    tool: str = ""
    steps: Steps = ()
    """The steps of the tool in sight."""
    number: int = 0
    """Which of them is in sight."""
    peeked: InSight | None = None
    """Where another tool is only looked at while the timer runs for a step of this one."""
    timing: Timing = Timing.NEVER
    until: datetime | None = None
    """When the break ends; none where there is no break."""
    ran: Seconds = field(default_factory=lambda: MappingProxyType({}))
    """How long the timer ran for each step."""
    added: Seconds = field(default_factory=lambda: MappingProxyType({}))
    """What was added to each step, a minute at a time."""
    spent: Seconds = field(default_factory=lambda: MappingProxyType({}))
    """What was spent on each step and is not written down yet."""
    working: bool = False
    """Whether anything was changed, or the timer started, since the session was opened."""
    slept: float = 0.0
    """How long the laptop slept while the timer ran, not yet said."""
    said: frozenset[tuple[str, Signal]] = frozenset()
    """What was said, and of which step."""

    # --- time goes by -------------------------------------------------------------------------------------------------

    def up_to(self, moment: float, touched: float) -> "Clock":
        """Counted up to a moment; the last key was pressed at `touched`."""
        passed = moment - self.seen
        if passed <= 0 or not self.steps:
            return replace(self, seen=moment)
        if passed > ASLEEP:
            return replace(self, seen=moment, slept=self.slept + passed if self.runs else self.slept)
        awake = min(passed, max(0.0, touched + IDLE - self.seen))
        return replace(
            self,
            seen=moment,
            ran=_more(self.ran, self.step, passed) if self.runs else self.ran,
            spent=_more(self.spent, self.step, awake) if self.spends else self.spent,
        )

    def at(self, tool: str, steps: Steps, act: Act, *, working: bool = False) -> "Clock":
        """With another step in sight; the timer goes on with the minutes of that one.

        A running timer stays with its step while another tool is only looked at: until somebody is `working` there,
        or asks for another of its steps.
        """
        number = next((at for at, (each, _) in enumerate(steps) if each is act), 0)
        here = (tool, steps, number)
        another = self.peeked is None or self.peeked[0] != tool
        looking = tool != self.tool and (another or self.peeked == here) and not working
        if looking and self.timing is Timing.RUNNING and self.steps:
            return replace(self, peeked=here)
        return replace(self, tool=tool, steps=steps, number=number, peeked=None)

    def worked(self) -> "Clock":
        """Something was changed: from now on the time spent is written down."""
        return self if self.working else replace(self, working=True)

    # --- the timer ----------------------------------------------------------------------------------------------------

    def turned(self) -> "Clock":
        """The timer started, or paused, or after a break set going on as it was."""
        if self.until is not None:
            return replace(self, until=None, said=self.said - self._about(Signal.BREAK_OVER))
        if self.timing is Timing.RUNNING:
            return replace(self, timing=Timing.PAUSED, working=True)
        tool, steps, number = self.peeked or (self.tool, self.steps, self.number)
        return replace(self, tool=tool, steps=steps, number=number, peeked=None, timing=Timing.RUNNING, working=True)

    def longer(self) -> "Clock":
        """A minute more for the step, or five for the break. What is no longer so may be said again."""
        if self.until is not None:
            return replace(self, until=self.until + LONGER, said=self.said - self._about(Signal.BREAK_OVER))
        if not self.steps:
            return self
        after = replace(self, added=_more(self.added, self.step, MINUTE))
        left = after.left
        if left is None:
            return self
        past = [signal for signal, so in ((Signal.SOON, left > SOON), (Signal.LATE, left > 0)) if so]
        return replace(after, said=after.said - after._about(*past))

    def rest(self, now: datetime) -> "Clock":
        """A break begun at this time of day; the same again ends it."""
        if self.until is not None:
            return self.turned()
        return replace(self, until=back_at(now))

    # --- how it stands ------------------------------------------------------------------------------------------------

    @property
    def step(self) -> StepId:
        """The step in sight. There must be one."""
        return self.tool, self.steps[self.number][0]

    @property
    def words(self) -> StepWords:
        """Its words. There must be one."""
        return self.steps[self.number][1]

    @property
    def shown(self) -> bool:
        """Whether there is anything to show: a timer that somebody started, or a break."""
        return self.until is not None or (self.timing is not Timing.NEVER and bool(self.steps))

    @property
    def runs(self) -> bool:
        """Whether the timer counts."""
        return self.timing is Timing.RUNNING and self.until is None

    @property
    def spends(self) -> bool:
        """Whether time is spent on the step."""
        return self.timing is not Timing.PAUSED and self.until is None

    @property
    def planned(self) -> float | None:
        """Seconds that the step is for, with what was added; none where it takes as long as it takes."""
        return self.words.most * MINUTE + self.added.get(self.step, 0.0) if self.words.most else None

    @property
    def run(self) -> float:
        """Seconds that the timer ran for the step."""
        return self.ran.get(self.step, 0.0)

    @property
    def left(self) -> float | None:
        """Seconds that are left, less than none where the step has run over; none at all for a step without a plan."""
        return None if self.planned is None else self.planned - self.run

    @property
    def soon(self) -> float:
        """Seconds before its end from which the step is told to be nearly over; none for a short one."""
        return SOON if self.planned is not None and self.planned > SHORT else 0.0

    @property
    def behind(self) -> float:
        """Seconds behind the plan, ahead of it where less than none: the steps before this one, and how far it is over.

        Steps that the timer never ran for are nobody's delay, nor their gain; minutes that were added are a delay.
        """
        before = (
            self.ran[self.tool, act] - words.most * MINUTE
            for act, words in self.steps[: self.number]
            if words.most and (self.tool, act) in self.ran
        )
        over = max(0.0, self.run - self.words.most * MINUTE) if self.words.most else 0.0
        return sum(before) + over

    @property
    def to_come(self) -> tuple[StepWords, ...]:
        """The steps after this one that have a plan."""
        return tuple(words for _, words in self.steps[self.number + 1 :] if words.most)

    def tone(self, now: datetime) -> Tone:
        """How near the end is, at this time of day."""
        if self.until is not None:
            return Tone.LATE if now >= self.until else Tone.QUIET
        left = self.left if self.steps and self.runs else None
        if left is None or left > self.soon:
            return Tone.QUIET
        return Tone.SOON if left > 0 else Tone.LATE

    # --- what is due --------------------------------------------------------------------------------------------------

    def due(self, now: datetime) -> Signal | None:
        """What is to be said at this time of day and has not been."""
        signal = self._so(now)
        return None if signal is None or self._about(signal) <= self.said else signal

    def _so(self, now: datetime) -> Signal | None:
        if self.slept:
            return Signal.SLEPT
        if self.until is not None:
            return Signal.BREAK_OVER if now >= self.until else None
        if not self.steps or not self.runs or self.left is None:
            return None
        if 0 < self.left <= self.soon:
            return Signal.SOON
        return Signal.LATE if self.left <= -LATE else None

    def after_saying(self, signal: Signal) -> "Clock":
        """So that it is not said again."""
        if signal is Signal.SLEPT:
            return replace(self, slept=0.0)
        return replace(self, said=self.said | self._about(signal))

    def rings(self, before: "Clock") -> bool:
        """Whether the time for the step has come to its end since an earlier look at the same step."""
        if not (self.steps and before.steps and self.step == before.step and self.runs):
            return False
        return self.left is not None and before.left is not None and self.left <= 0 < before.left

    def next_look(self, now: datetime) -> float:
        """Seconds until the words may change: at the next full minute, in the last two minutes at the next second."""
        if self.until is not None:
            wait = (self.until - now).total_seconds()
            return min(LOOK, wait) if wait > 0 else LOOK
        if not self.steps or not self.runs:
            return LOOK
        left = self.left
        if left is None or left <= 0:
            over = self.run if left is None else -left
            return MINUTE * (floor(over / MINUTE) + 1) - over
        if left <= self.soon:
            return left - (ceil(left) - 1)
        return left - MINUTE * (ceil(left / MINUTE) - 1)

    # --- the time spent -----------------------------------------------------------------------------------------------

    def minutes(self, *, closing: bool = False) -> Mapping[StepId, int]:
        """The whole minutes that are to be written down now. On closing, half a minute counts as a whole one."""
        if not self.working:
            return {}
        full = {step: floor((seconds + MINUTE / 2 * closing) / MINUTE) for step, seconds in self.spent.items()}
        return {step: minutes for step, minutes in full.items() if minutes}

    def after_writing(self, minutes: Mapping[StepId, int]) -> "Clock":
        """With so much of it written down."""
        rest = {step: seconds - minutes.get(step, 0) * MINUTE for step, seconds in self.spent.items()}
        return replace(self, spent=rest)

    def _about(self, *signals: Signal) -> frozenset[tuple[str, Signal]]:
        """Signals of the step in sight; a break is of no step."""
        here = ".".join(self.step) if self.steps else ""
        return frozenset(("" if signal is Signal.BREAK_OVER else here, signal) for signal in signals)


def back_at(now: datetime) -> datetime:
    """When a break that begins now ends: on a time of day that people can keep in mind."""
    end = (now + BREAK).replace(second=0, microsecond=0)
    if end < now + BREAK:
        end += timedelta(minutes=1)
    return end + timedelta(minutes=-end.minute % 5)


def _more(seconds: Seconds, step: StepId, more: float) -> Seconds:
    return {**seconds, step: seconds.get(step, 0.0) + more} if more else seconds
