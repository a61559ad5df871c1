"""The app as the clock of its session meets it: one look a minute, the timer's keys, words for every screen.

It holds the one clock there is and hands screens what they show as a plain value; they ask by messages. What the clock
counts, and when something is due, are rules of `workshop.clock`; nothing of that is decided here.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from textual.events import Event, InputEvent, Key, Paste
from textual.timer import Timer

from innovate_tui.ui.hearing_app import HearingApp
from innovate_tui.ui.minting import now, steady
from innovate_tui.ui.screens.lean_screen import LeanScreen
from innovate_tui.ui.widgets.frame import NO_TIME, TimeShown

if TYPE_CHECKING:  # for the type checker alone: at run time these come after the first paint
    from innovate_tui.ui.screens.board_screen import BoardScreen
    from innovate_tui.ui.screens.working_screen import WorkingScreen
    from innovate_tui.workshop.clock import Clock
    from innovate_tui.workshop.deck import Deck
    from innovate_tui.workshop.edits import Edit
    from innovate_tui.workshop.session import Session

A_LITTLE = 0.02
"""Seconds by which a look comes late rather than early: the words have changed by then."""
LOOK_BENEATH = 60.0
"""Seconds between two looks at the clock that show under a box."""
NO_SESSION = "The timer belongs to a session, and none is open."


class TimedApp(HearingApp):
    """An app with a clock while a session is open, and none otherwise."""

    def __init__(self) -> None:
        super().__init__()
        self.steady: Callable[[], float] = steady
        self.wall: Callable[[], datetime] = now
        self.sound = False
        """Whether the terminal's bell rings when the time for a step is up; silent unless somebody asks."""
        self.time_shown: TimeShown = NO_TIME
        self._clock: Clock | None = None
        self._touched = 0.0
        self._shown_at = 0.0
        self._next_look: Timer | None = None

    # --- what an app of ours answers ----------------------------------------------------------------------------------

    def open_work(self) -> tuple[Session, Deck] | None:
        """The session that is open, with its deck."""
        return None

    # --- a session is opened and closed -------------------------------------------------------------------------------

    def begin_clock(self) -> None:
        """A session is opened: nothing has been counted yet, and nothing is shown."""
        from innovate_tui.workshop.clock import Clock

        self._touched = self.steady()
        self._take(Clock(self._touched))

    def last_minutes(self) -> tuple[Edit, ...]:
        """What is left to write down as the session is closed."""
        if self._clock is None:
            return ()
        self._count()
        return self._minutes(closing=True)

    def end_clock(self) -> None:
        """The session is closed: nothing counts until it is opened again."""
        self._clock, self.time_shown = None, NO_TIME
        if self._next_look is not None:
            self._next_look.stop()

    # --- time goes by -------------------------------------------------------------------------------------------------

    async def on_event(self, event: Event) -> None:
        """Somebody is there as long as keys come."""
        if isinstance(event, InputEvent):
            self._touched = self.steady()
        await super().on_event(event)

    async def hear(self, event: InputEvent | Paste) -> None:
        """The keys of the timer's strip are heard before those of the board."""
        if isinstance(event, Key) and isinstance(self.screen, LeanScreen):
            action = self.screen.early_key(event.key)
            if action:
                await self.screen.run_action(action)
                return
        await super().hear(event)

    def look(self) -> None:
        """Count up to now, write whole minutes down, say what is due, show how it stands."""
        if self._clock is None:
            return
        before = self._clock
        clock = self._count()
        if self.sound and clock.rings(before):
            self.bell()
        if edits := self._minutes():
            screen = self._working_screen()
            if screen is not None:
                screen.note(*edits)
        self._say_due()
        self._take(self._clock)

    def _count(self) -> Clock:
        assert self._clock is not None
        self._clock = self._clock.up_to(self.steady(), self._touched)
        return self._clock

    def _minutes(self, *, closing: bool = False) -> tuple[Edit, ...]:
        from innovate_tui.workshop.edits import Spend

        if self._clock is None:
            return ()
        minutes = self._clock.minutes(closing=closing)
        self._clock = self._clock.after_writing(minutes)
        return tuple(Spend(tool, act, count) for (tool, act), count in minutes.items())

    def _say_due(self) -> None:
        from innovate_tui.workshop import clock_wording

        assert self._clock is not None
        due = self._clock.due(self.wall())
        if due is not None and isinstance(self.screen, LeanScreen) and self.screen.can_say:
            self.screen.say(clock_wording.said(due, self._clock, self.wall(), self.size.width - 2))
            self._clock = self._clock.after_saying(due)

    def _take(self, clock: Clock) -> None:
        """Go on from a clock: show it where it says something else, and look again when it may."""
        from innovate_tui.workshop import clock_wording

        self._clock, moment = clock, self.wall()
        tone = clock.tone(moment)
        shown = TimeShown(
            clock_wording.in_title(clock, moment),
            tone.value,
            clock_wording.strip(clock, moment),
            clock_wording.turning(clock),
            clock.until is not None,
        )
        self.time_shown = shown
        screens = [screen for screen in self.screen_stack if isinstance(screen, LeanScreen)]
        for screen in screens:
            screen.time = shown
        # what is painted beneath another screen sends all of that one again: under a box it is once a minute
        if screens[-1] is self.screen or clock.seen - self._shown_at >= LOOK_BENEATH:
            self._shown_at = clock.seen
            screens[-1].show_time(shown)
        if self._next_look is not None:
            self._next_look.stop()
        self._next_look = self.set_timer(clock.next_look(moment) + A_LITTLE, self.look)

    def _working_screen(self) -> WorkingScreen | None:
        """The screen whose history is the newest."""
        from innovate_tui.ui.screens.working_screen import WorkingScreen

        return next((screen for screen in reversed(self.screen_stack) if isinstance(screen, WorkingScreen)), None)

    # --- what screens tell and ask ------------------------------------------------------------------------------------

    def on_board_screen_at_step(self, event: BoardScreen.AtStep) -> None:
        """Another step is in sight."""
        work = self.open_work()
        if self._clock is not None and work is not None:
            session, deck = work
            steps = deck.tools[event.tool].steps_for(session.mode)
            self._take(self._count().at(event.tool, steps, event.act, working=event.working))

    def on_working_screen_worked(self, event: WorkingScreen.Worked) -> None:
        """Something was changed. Textual runs the handlers of every base, so keeping it is another's."""
        if self._clock is not None:
            self._clock = self._clock.worked()

    def on_working_screen_time_asked(self, event: WorkingScreen.TimeAsked) -> None:
        """Do what is wanted of the clock."""
        if event.what == "sound":
            self.sound = not self.sound
            self._say(f"A sound when time is up: {'on' if self.sound else 'off'}.")
        elif self._clock is None:
            self._say(NO_SESSION)
        else:
            clock = self._count()
            match event.what:
                case "turn":
                    clock = clock.turned()
                case "longer":
                    clock = clock.longer()
                case "rest":
                    clock = clock.rest(self.wall())
            self._take(clock)
