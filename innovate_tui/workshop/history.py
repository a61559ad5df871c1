"""Undo and redo: the sessions of this run of the program and the edits between them.

Undo goes back to the earlier session value, redo forward again; both have no limit within a run. Typing in one field
is one step until the field is left.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from innovate_tui.workshop.becoming import Become
from innovate_tui.workshop.deck import Deck
from innovate_tui.workshop.edits import Edit
from innovate_tui.workshop.road_rounds import keeping_how_it_was, taken_back
from innovate_tui.workshop.session import Session


@dataclass(frozen=True, slots=True)
class Step:
    """One undo step: the last of its edits, and the sessions before and after it."""

    edit: Edit
    before: Session
    after: Session
    open: bool = False
    """Typing that may go on."""


@dataclass(frozen=True, slots=True)
class History:
    """Where the session is now, what led there and what was undone."""

    now: Session
    past: tuple[Step, ...] = ()
    """The steps that can be undone, oldest first."""
    future: tuple[Step, ...] = ()
    """The steps that can be done again, the next one last."""

    def do(self, edit: Edit, deck: Deck, moment: datetime | None = None) -> "History":
        """With an edit made; what was undone before can no longer be done again. May raise `Refused`.

        An edit that changes nothing is no step, and takes no redo away. With the moment at which it is made, a roadmap
        that was last worked on before that day is kept as a round, in the same step.
        """
        after = edit.apply(self.now, deck)
        if moment is not None:
            after = keeping_how_it_was(self.now, after, moment)
        last = self.past[-1] if self.past else None
        if last is not None and last.open and edit.typed and edit.continues(last.edit):
            if taken_back(last.before, after) == last.before:
                return History(last.before, self.past[:-1])
            return History(after, (*self.past[:-1], replace(last, edit=edit, after=after)))
        if after == self.now:
            return self
        return History(after, (*self.leave_field().past, Step(edit, self.now, after, open=edit.typed)))

    def noted(self, edit: Edit, deck: Deck) -> "History":
        """With an edit that is no step of anybody's, such as time that has passed: no undo takes it back.

        It is made to the session as it is now and to every one that undo and redo lead to. May raise `Refused`.
        """
        known: dict[int, Session] = {}

        def after(session: Session) -> Session:
            if id(session) not in known:
                known[id(session)] = edit.apply(session, deck)
            return known[id(session)]

        def with_it(steps: tuple[Step, ...]) -> tuple[Step, ...]:
            return tuple(replace(step, before=after(step.before), after=after(step.after)) for step in steps)

        return History(after(self.now), with_it(self.past), with_it(self.future))

    def become(self, session: Session, words: str) -> "History":
        """With another session as a whole, as a step that undo takes back; `words` say what it was."""
        if session == self.now:
            return self
        return History(session, (*self.leave_field().past, Step(Become(words), self.now, session)))

    def leave_field(self) -> "History":
        """With typing closed: the next letter begins a new step."""
        if not self.past or not self.past[-1].open:
            return self
        return replace(self, past=(*self.past[:-1], replace(self.past[-1], open=False)))

    def undo(self) -> "History":
        """One step back; the same where there is none."""
        if not self.past:
            return self
        past = self.leave_field().past
        return History(past[-1].before, past[:-1], (*self.future, past[-1]))

    def redo(self) -> "History":
        """One step forward again; the same where there is none."""
        if not self.future:
            return self
        step = self.future[-1]
        return History(step.after, (*self.past, step), self.future[:-1])
