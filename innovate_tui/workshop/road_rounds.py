"""A roadmap that is changed on a later day is kept as it was, as a round (R58, R59).

The day on which a roadmap was changed last stands with it; where none does, it is the day on which it was fixed. What
is kept is kept once a day, and belongs to the change that made it so: undoing that change takes the round away too.
"""

from dataclasses import replace
from datetime import date, datetime

from innovate_tui.workshop.edit import mended, with_boards
from innovate_tui.workshop.roadmap import Roadmap
from innovate_tui.workshop.session import Round, Session
from innovate_tui.workshop.spelling import long_date

ID, NAME = "r-{day}", "Roadmap before {day}"
"""How such a round is called: its id by the day itself, so that there is one a day at most."""


def keeping_how_it_was(before: Session, after: Session, moment: datetime) -> Session:
    """The session after a change made at this moment, with a round of how its roadmap was before a later day began.

    Only a roadmap with cards is worth a round, and none is kept of what a round shows already. A card or a person that
    a change takes out altogether would be in the round and nowhere else, so such a change keeps none, and the next one
    does.
    """
    was, now, today = before.boards.roadmap, after.boards.roadmap, moment.date()
    if not _changed(was, now) or set(before.own) - set(after.own) or set(before.people) - set(after.people):
        return after
    last = last_worked(was)
    if was.cards and last is not None and last < today and not _kept(before, today):
        fresh = Round(ID.format(day=today), NAME.format(day=long_date(today)), moment, boards=before.boards)
        after = replace(after, rounds=(*after.rounds, fresh))
    stamped = now._replace(worked=max(last or today, today) if now.cards else None)
    return mended(with_boards(after, roadmap=stamped), ("roadmap", "worked"))


def taken_back(before: Session, after: Session) -> Session:
    """The session without the round and the day that a change left, as when its words are all deleted again."""
    if not kept_by_rule(before, after) and before.boards.roadmap.worked == after.boards.roadmap.worked:
        return after
    rounds = tuple(kept for kept in after.rounds if kept in before.rounds)
    roadmap = after.boards.roadmap._replace(worked=before.boards.roadmap.worked)
    return with_boards(replace(after, rounds=rounds), roadmap=roadmap)


def last_worked(road: Roadmap) -> date | None:
    """The day on which a roadmap was changed last, as far as anybody can say."""
    return road.worked or (road.fixed.date() if road.fixed else None)


def kept_by_rule(before: Session, after: Session) -> bool:
    """Whether a change has kept the roadmap as it was."""
    older = {kept.id for kept in before.rounds}
    return any(kept.id not in older and kept.id == ID.format(day=kept.taken.date()) for kept in after.rounds)


def _kept(session: Session, today: date) -> bool:
    return any(
        kept.id == ID.format(day=today) or kept.boards.roadmap == session.boards.roadmap for kept in session.rounds
    )


def _changed(was: Roadmap, now: Roadmap) -> bool:
    """Whether anything on it is another. Fixing it or naming a day for it changes nothing; unfixing begins a change."""
    opened = was.fixed is not None and now.fixed is None
    return opened or _as_it_stands(was) != _as_it_stands(now)


def _as_it_stands(road: Roadmap) -> Roadmap:
    return road._replace(revisit=None, fixed=None, worked=None)
