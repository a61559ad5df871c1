"""What every screen that works on a session is: the frame around it, its history, undo and redo.

A screen is given the history and the deck and hands every new history up as `Worked`; nothing here knows of files.
The round trip of a change: an edit is made, `workshop` gives the new session or a refusal, the screen shows itself
anew, the app keeps it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from textual.app import ComposeResult
from textual.events import Key
from textual.message import Message

from innovate_tui.ui.commands import Command
from innovate_tui.ui.minting import now
from innovate_tui.ui.screens.command_screen import CommandScreen
from innovate_tui.ui.widgets.frame import (
    Detail,
    DetailRows,
    KeyBar,
    SaveState,
    StatusLine,
    StepBar,
    Steps,
    TimeShown,
    Title,
    TitleBar,
)
from innovate_tui.ui.widgets.timer_strip import KEYS, TimerStrip, strip_keys
from innovate_tui.workshop import wording
from innovate_tui.workshop.deck import Deck
from innovate_tui.workshop.edits import Edit
from innovate_tui.workshop.events import Became, Did, Event, LeftField, Noted, Redid, Undid, after
from innovate_tui.workshop.history import History
from innovate_tui.workshop.refusal import Refused
from innovate_tui.workshop.road_rounds import kept_by_rule
from innovate_tui.workshop.session import Cards, Session, cards_of


class WorkingScreen(CommandScreen):
    """A screen that shows a session and changes it."""

    @dataclass
    class Worked(Message):
        """The session has changed: to be kept."""

        history: History

    @dataclass
    class GoTo(Message):
        """Another screen is wanted, perhaps at a card or a question."""

        place: str
        focus: str = ""
        undo: bool = False
        """Whether the last change is to be undone there."""

    @dataclass
    class TimeAsked(Message):
        """Something is wanted of the clock of the session: go on or wait, a minute more, a break, a sound."""

        what: Literal["turn", "longer", "rest", "sound"]

    def __init__(self, history: History, deck: Deck, focus: str = "") -> None:
        super().__init__()
        self.history = history
        self.deck = deck
        self.wanted = focus
        """A card or question to begin at."""
        self.save_state = SaveState()
        self.closed = ""
        """Why nothing can be changed here, in a sentence; nothing where it can."""
        self.write_down: Callable[[Event | Became, History], None] = lambda event, history: None
        """Writes down what has just happened, in the same turn and before it is seen; given by the app."""
        self._undo_asked = False
        # kept at hand: to look for them at every key would cost as much as to paint them
        self.title_bar, self.step_bar = TitleBar(id="title"), StepBar(id="steps")
        self.detail_rows, self.status_line = DetailRows(id="detail"), StatusLine(id="status")
        self.key_bar = KeyBar(id="keys")

    # --- what is shown ------------------------------------------------------------------------------------------------

    @property
    def session(self) -> Session:
        """The session as it is now."""
        return self.history.now

    @property
    def cards(self) -> Cards:
        """All cards of the session."""
        return cards_of(self.session, self.deck)

    def body(self) -> ComposeResult:
        """The frame around what the screen itself is for."""
        yield self.title_bar
        yield self.step_bar
        yield from self.middle()
        yield self.detail_rows
        yield self.status_line
        yield TimerStrip(id="timer")
        yield self.key_bar

    def middle(self) -> ComposeResult:
        """The widgets between the step bar and the chosen card."""
        yield from ()

    def begin(self) -> None:
        """Show the session as it is."""
        self.show_session()
        self.say(self.greeting())

    def show_session(self) -> None:
        """Bring everything on the screen up to the session."""
        self.title_bar.show(Title(self.heading(), self.state(), self.save_state, self.session.practice))
        self.step_bar.show(self.steps())
        self.show_chosen()

    def resume(self, history: History, focus: str = "") -> None:
        """Come back to this screen, perhaps at a card or a question; other screens may have changed the session."""
        self.history = history
        self.wanted = focus
        self.show_session()
        self.say(self.greeting())

    def show_chosen(self) -> None:
        """Bring what depends on the cursor up to it."""
        self.detail_rows.show(self.detail())
        keys = strip_keys(self.time, steps=bool(self.steps().titles)) if self.timing else self.footer()
        self.key_bar.offer(keys)

    def heading(self) -> str:
        """Session and group, at the left of the title."""
        return " · ".join(part for part in (self.session.title, self.session.group) if part)

    def state(self) -> str:
        """The tool and its state, in the middle of the title."""
        return ""

    def steps(self) -> Steps:
        """The step bar."""
        return Steps()

    def detail(self) -> Detail:
        """The chosen card."""
        return Detail()

    def footer(self) -> tuple[Command, ...]:
        """The keys that matter now; help comes last."""
        return ()

    def greeting(self) -> str:
        """The sentence to begin with."""
        return ""

    def say(self, sentence: str) -> None:
        """One sentence in the status line; the timer's strip gives way to it."""
        if self.timing:
            self.action_close_timer()
        self.status_line.say(sentence)

    def show_saved(self, state: SaveState) -> None:
        """How safe the work is has changed."""
        self.save_state = state
        if self.is_mounted:  # else it begins with it
            self.title_bar.show(Title(self.heading(), self.state(), state, self.session.practice))

    # --- the clock of the session -------------------------------------------------------------------------------------

    @property
    def timing(self) -> bool:
        """Whether the timer's strip stands in the place of the status line."""
        return self.has_class("-timing")

    @property
    def can_say(self) -> bool:
        """The status line is there unless the strip is, which says it too."""
        return not self.timing

    def show_time(self, time: TimeShown) -> None:
        """Show how the time stands, in the title row and in the strip."""
        super().show_time(time)
        for strip in self.query(TimerStrip):
            strip.show(time)
        if self.timing:
            self.show_chosen()

    def early_key(self, key: str) -> str:
        """While the strip is open its keys are heard before those of the board."""
        return next((command.action for command in KEYS if key in command.keys), "") if self.timing else ""

    def action_timer(self) -> None:
        """Open the timer's strip."""
        self.add_class("-timing")
        self.show_chosen()

    def action_close_timer(self) -> None:
        """Close it; the timer goes on."""
        self.remove_class("-timing")
        self.show_chosen()

    def action_turn_timer(self) -> None:
        """Start the timer, pause it, or go on after a break."""
        self.post_message(self.TimeAsked("turn"))

    def action_add_time(self) -> None:
        """A minute more for the step, or five for the break."""
        self.post_message(self.TimeAsked("longer"))

    def action_rest(self) -> None:
        """A break, or the end of it."""
        self.post_message(self.TimeAsked("rest"))

    def action_sound(self) -> None:
        """A sound when the time for a step is up, or none."""
        self.post_message(self.TimeAsked("sound"))

    def note(self, *edits: Edit) -> None:
        """Make edits that are no step of anybody's, and hand them up."""
        for edit in edits:
            self.happen(Noted(edit))
        self.post_message(self.Worked(self.history))

    # --- changing the session -----------------------------------------------------------------------------------------

    def happen(self, event: Event | Became) -> bool:
        """Go on from what an event makes of the history, and have it written down; whether it changed anything.

        Nothing is painted before it is written down: what everyone sees is kept. May raise `Refused`. Nothing happens
        to a session that somebody else writes.
        """
        if self.closed:
            return False
        history = after(self.history, event, self.deck)
        if history is self.history:
            return False
        self.history = history
        self.write_down(event, history)
        return True

    def perform(self, edit: Edit, *, quietly: bool = False) -> bool:
        """Make an edit, show it and hand it up; or say why not, and give False."""
        if self.closed:
            self.say(self.closed)
            return False
        before = self.history
        try:
            if self.happen(Did(edit, now())):
                self.take()
        except Refused as refusal:
            self.say(wording.refused(refusal, self.cards))
            return False
        if not quietly or kept_by_rule(before.now, self.session):
            self.say(wording.done(edit, before.now, self.session, self.deck))
        return True

    def take(self) -> None:
        """Show the history as it has become, and hand it up."""
        self.show_session()
        self.post_message(self.Worked(self.history))

    def leave_field(self) -> None:
        """Typing is done: the next letter begins a new step."""
        self.happen(LeftField())

    def on_key(self, event: Key) -> None:
        """Any other key takes back the question whether to undo elsewhere."""
        if event.key not in ("u", "ctrl+z"):
            self._undo_asked = False

    def action_undo(self) -> None:
        """Undo the last change; if it shows elsewhere, ask before going there."""
        if self.closed:
            self.say(self.closed)
            return
        if not self.history.past:
            self.say("Nothing more to undo. This is how the session opened.")
            return
        step = self.history.past[-1]
        seen_on = [place for place in step.edit.shows_on if place != "home"]
        elsewhere = bool(seen_on) and self.place not in seen_on
        if elsewhere and not self._undo_asked:
            self._undo_asked = True
            self.say(wording.elsewhere(step, self.deck))
            return
        self._undo_asked = False
        if elsewhere:
            self.post_message(self.GoTo(seen_on[0], undo=True))
            return
        self.happen(Undid())
        self.take()
        self.say(wording.undone(step, self.deck))

    def action_redo(self) -> None:
        """Do again what was undone."""
        if self.closed:
            self.say(self.closed)
            return
        if not self.history.future:
            self.say("Nothing to do again.")
            return
        step = self.history.future[-1]
        self.happen(Redid())
        self.take()
        self.say(wording.redone(step, self.deck))
