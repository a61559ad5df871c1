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
    heard: int = 0
    """How much of what was noted its two sessions know."""


@dataclass(frozen=True, slots=True)
class History:
    """Where the session is now, what led there and what was undone."""

    now: Session
    past: tuple[Step, ...] = ()
    """The steps that can be undone, oldest first."""
    future: tuple[Step, ...] = ()
    """The steps that can be done again, the next one last."""
    notes: tuple[tuple[Edit, Deck], ...] = ()
    """What no undo takes back, oldest first: an older session is told of it when it is come back to."""

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
            before = self._told(last.before, last.heard)
            if taken_back(before, after) == before:
                return self._at(before, self.past[:-1])
            return self._at(after, (*self.past[:-1], Step(edit, before, after, open=True, heard=len(self.notes))))
        if after == self.now:
            return self
        return self._at(after, (*self.leave_field().past, self._step(edit, after, typed=edit.typed)))

    def noted(self, edit: Edit, deck: Deck) -> "History":
        """With an edit that is no step of anybody's, such as time that has passed: no undo takes it back.

        It is made to the session as it is now, and to every one that undo and redo lead to when they do. May raise
        `Refused`.
        """
        return replace(self, now=edit.apply(self.now, deck), notes=(*self.notes, (edit, deck)))

    def become(self, session: Session, words: str) -> "History":
        """With another session as a whole, as a step that undo takes back; `words` say what it was."""
        if session == self.now:
            return self
        return self._at(session, (*self.leave_field().past, self._step(Become(words), session)))

    def leave_field(self) -> "History":
        """With typing closed: the next letter begins a new step."""
        if not self.past or not self.past[-1].open:
            return self
        return replace(self, past=(*self.past[:-1], replace(self.past[-1], open=False)))

    def undo(self) -> "History":
        """One step back; the same where there is none."""
        if not self.past:
            return self
        *past, step = self.leave_field().past
        return self._at(self._told(step.before, step.heard), tuple(past), (*self.future, step))

    def redo(self) -> "History":
        """One step forward again; the same where there is none."""
        if not self.future:
            return self
        step = self.future[-1]
        return self._at(self._told(step.after, step.heard), (*self.past, step), self.future[:-1])

    def _at(self, session: Session, past: tuple[Step, ...], future: tuple[Step, ...] = ()) -> "History":
        return History(session, past, future, self.notes)

    def _step(self, edit: Edit, after: Session, *, typed: bool = False) -> Step:
        return Step(edit, self.now, after, open=typed, heard=len(self.notes))

    def _told(self, session: Session, heard: int) -> Session:
        """A session of a step with what has been noted since that step."""
        for edit, deck in self.notes[heard:]:
            session = edit.apply(session, deck)
        return session
