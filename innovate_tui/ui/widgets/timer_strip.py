"""The timer's own row: it stands in the place of the status line while it is asked for, and the board stays live.

Its keys are heard before those of the board; everything else is pressed as always, and what is said of that takes the
row again.
"""

from innovate_tui.ui import commands as key
from innovate_tui.ui.cells import Picture
from innovate_tui.ui.commands import Command
from innovate_tui.ui.widgets.canvas import Canvas
from innovate_tui.ui.widgets.frame import NO_TIME, TimeShown, paint_status

TURN = Command("turn_timer", ("space",), "space", "start")
MINUTE = Command("add_time", ("plus", "equals_sign"), "+", "a minute more")
REST = Command("rest", ("b",), "b", "break")
LONGER_BREAK = MINUTE.saying("5 minutes more")
CLOSE = Command("close_timer", ("escape", "t"), "esc", "close")
KEYS = (TURN, MINUTE, REST, CLOSE)
"""What the strip answers; `.` goes on to the next step as ever."""


def strip_keys(time: TimeShown, *, steps: bool) -> tuple[Command, ...]:
    """The keys for the last row; with steps, the next of them too. In a break they are about the break."""
    if time.resting:
        return (TURN.saying(time.turn), LONGER_BREAK, CLOSE, key.HELP)
    return (TURN.saying(time.turn), MINUTE, *((key.STEP_ON,) if steps else ()), REST, CLOSE, key.HELP)


class TimerStrip(Canvas):
    """The row itself."""

    DEFAULT_CSS = "TimerStrip { display: none; }"

    time = NO_TIME

    def paint(self, width: int, height: int) -> Picture:
        """The row at a width."""
        return paint_status(self.time.strip, width)

    def show(self, time: TimeShown) -> None:
        """Show how the time stands."""
        if self.time != time:
            self.time = time
            self.repaint()
