"""What this machine remembers of sessions besides their files: journals, and earlier versions. Knows no screens.

Only apps use it. Storage and rules are imported where they are needed, so that the first paint waits for none of them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from innovate_tui.ui.desk import NotBegun
from innovate_tui.ui.minting import mint, now

if TYPE_CHECKING:  # for the type checker alone
    from innovate_tui.storage.recovery import Recovered
    from innovate_tui.storage.scribe import Scribe
    from innovate_tui.storage.session_file import OpenFile
    from innovate_tui.workshop.deck import Deck
    from innovate_tui.workshop.history import History
    from innovate_tui.workshop.session import Session

LONGEST_DRAFT = 90
"""Characters of words that were being typed that a question quotes."""


LONGEST_END = 24
"""Characters of the words that were typed last that are quoted, from their end: whoever typed them looks for it."""


@dataclass(frozen=True)
class Ways:
    """What was recovered of a session, in words, and the two ways to go on."""

    said: str
    keep: str
    back: str


@dataclass(frozen=True)
class Earlier:
    """A version that can be gone back to, in words."""

    path: str
    when: str
    """Such as 14:02, or 6 May, 14:02."""
    words: str


class Memory:
    """The journals and versions of one machine."""

    def __init__(self) -> None:
        self.open: Scribe | None = None
        """Who writes down what happens to the session that is open."""
        self.unharmed = ""
        """That a crash took nothing of the session that was just opened, in a sentence; else nothing."""

    def scribe(
        self,
        history: History,
        session: Session,
        deck: Deck,
        path: Path,
        data: bytes | None,
        changes: int | None,
        tell: Callable[[str], None],
    ) -> Scribe:
        """Who writes down what happens to a session from now on.

        `data` are the bytes of its file and `session` is what they say; `changes` how many were made, if that is known.
        """
        from innovate_tui.storage.locations import state_folder
        from innovate_tui.storage.recovery import steps_ahead
        from innovate_tui.storage.scribe import Scribe
        from innovate_tui.storage.versions import versions

        folder = state_folder(history.now.id)
        if changes is None:
            changes = max((each.changes for each in versions(folder)), default=0)
        ahead = 0 if history.now is session else steps_ahead(history, session)
        self.open = Scribe(folder, history, deck, path, data=data, changes=changes, ahead=ahead, tell=tell)
        return self.open

    # --- earlier versions ---------------------------------------------------------------------------------------------

    def earlier(self, session: Session, deck: Deck) -> tuple[Earlier, ...]:
        """The versions of a session other than it is now, the newest first, each with what was done next."""
        from innovate_tui.storage.locations import state_folder
        from innovate_tui.storage.session_text import session_bytes
        from innovate_tui.storage.versions import done_next, read_version, versions
        from innovate_tui.workshop.wording import count

        present, today = session_bytes(session, deck), now().date()
        so_far = self.open.changes if self.open else 0
        found: list[Earlier] = []
        for version in versions(state_folder(session.id)):
            if not found and read_version(version) == present:
                continue
            moment = version.moment.astimezone()
            when = f"{moment:%H:%M}" if moment.date() == today else f"{moment.day} {moment:%b}, {moment:%H:%M}"
            ago = max(0, so_far - version.changes)
            words = (when, f"{count(ago, 'change')} ago" if ago else "", _before(done_next(version)))
            found.append(Earlier(str(version.path), when, ", ".join(each for each in words if each)))
        return tuple(found)

    def go_back(self, earlier: Earlier, session: Session, deck: Deck) -> Session:
        """The session as it was; how it is becomes a version first. Raises `NotBegun`."""
        from innovate_tui.storage.bounded_toml import NotReadable
        from innovate_tui.storage.locations import state_folder
        from innovate_tui.storage.session_reading import read_session
        from innovate_tui.storage.session_text import session_bytes
        from innovate_tui.storage.versions import read_version, versions

        folder = state_folder(session.id)
        there = next((each for each in versions(folder) if str(each.path) == earlier.path), None)
        data = read_version(there) if there else None
        if data is None:
            raise NotBegun("That version is not as it was written any more. Choose another one.")
        try:
            was = read_session(data, deck).session
        except NotReadable as trouble:
            raise NotBegun(f"That version cannot be read: {trouble.what}") from trouble
        self._need_version(folder, session_bytes(session, deck), self.open.changes if self.open else 0)
        return replace(was, id=session.id, spent=session.spent)

    def wipe(self, session: Session) -> str:
        """Take away what is kept of the session besides its file, but for the journal of this run; what was done."""
        from innovate_tui.storage.locations import state_folders
        from innovate_tui.storage.remembered import remembered, wipe
        from innovate_tui.workshop.wording import count

        there = next((each for each in remembered(state_folders()) if each.folder == self._folder(session)), None)
        if there is None or not there.versions + there.binned:
            return "There is nothing to wipe: no earlier version is kept."
        wipe(there)
        return f"Wiped: {count(there.versions, 'earlier version')}. The session itself stays as it is."

    def strike(self, session: Session, deck: Deck, words: str) -> str:
        """Take words out of versions, bin and old journals; what was done, in words."""
        from innovate_tui.storage.striking import strike_beside
        from innovate_tui.workshop.wording import count

        done = strike_beside(self._folder(session), words, deck)
        said = f" and of {count(done.changed, 'earlier version')}" if done.changed else ""
        if done.gone:
            said += f"; {count(done.gone, 'version')} that could not be read went whole"
        if done.left:
            said += f"; {count(done.left, 'file')} of the program's own could not be changed: innovate-tui kept"
        return said

    def _folder(self, session: Session) -> Path:
        from innovate_tui.storage.locations import state_folder

        return state_folder(session.id)

    # --- after a crash ------------------------------------------------------------------------------------------------

    def lost(self, opened: OpenFile) -> Recovered | None:
        """What journals have of a session beyond its file. Where that is nothing, `unharmed` says so."""
        from innovate_tui.storage.locations import state_folder
        from innovate_tui.storage.recovery import is_waiting, recovered, rescued

        folder, self.unharmed = state_folder(opened.session.id), ""
        if not is_waiting(folder, opened.path):
            return None
        was = rescued(folder, opened.path, opened.session.id, opened.deck)
        lost = recovered(folder, opened.path, opened.session, opened.deck)
        if lost is None and was is not None and was.changes:
            self.unharmed = f"Welcome back. Nothing is missing. {_last_of(was, opened.deck, short=True)}".rstrip()
        return lost

    def ways(self, opened: OpenFile, lost: Recovered) -> Ways:
        """What was recovered, in words, and the two ways to go on."""
        from innovate_tui.workshop import wording

        what = f"{wording.count(lost.changes, 'change')} from before the laptop stopped"
        said = f"Welcome back. {what} {'was' if lost.changes == 1 else 'were'} recovered."
        if not lost.changes:
            said = "Welcome back. Words that were being typed when the laptop stopped were recovered."
        if lost.elsewhere:
            said += " The file has been changed elsewhere since."
        last = f"{_last_of(lost, opened.deck)} " if lost.changes else ""
        last = last.lstrip()
        if lost.draft is not None:
            last += f"“{_shortened(lost.draft.words)}” was being typed; it will be with the parked thoughts. "
        return Ways(
            said,
            f"Go on with what was recovered. {last}The file as it is stays among the earlier versions.",
            "Go back to the file as it is. What was recovered stays among the earlier versions.",
        )

    def keep(self, opened: OpenFile, lost: Recovered) -> History:
        """Go on with what was recovered: the file as it is becomes a version first. Raises `NotBegun`."""
        from innovate_tui.storage.locations import state_folder
        from innovate_tui.storage.scribe import as_version
        from innovate_tui.workshop.edits import Park
        from innovate_tui.workshop.refusal import Refused

        folder = state_folder(opened.session.id)
        self._keep_others(opened, lost, folder)
        before = max(0, lost.so_far - lost.changes)
        self._need_version(folder, as_version(opened.data, opened.session, opened.deck), before)
        history = lost.history
        if lost.draft is not None:
            try:
                words = f"{lost.draft.box}: {lost.draft.words}"
                history = history.do(Park(mint("n"), words), opened.deck).leave_field()
            except Refused:
                pass
        return history

    def back(self, opened: OpenFile, lost: Recovered) -> None:
        """Go back to the file: what was recovered becomes a version first. Raises `NotBegun`."""
        from innovate_tui.storage.locations import state_folder
        from innovate_tui.storage.session_text import session_bytes

        folder = state_folder(opened.session.id)
        self._keep_others(opened, lost, folder)
        self._need_version(folder, session_bytes(lost.history.now, opened.deck), lost.so_far)

    def forget(self, lost: Recovered) -> None:
        """It was chosen, and everything is kept elsewhere: the journals go."""
        from innovate_tui.storage.recovery import let_go

        let_go(lost.journals)

    def _keep_others(self, opened: OpenFile, lost: Recovered, folder: Path) -> None:
        from innovate_tui.storage.session_text import session_bytes

        for other in lost.others:
            self._need_version(folder, session_bytes(other, opened.deck), lost.so_far)

    def _need_version(self, folder: Path, data: bytes, changes: int) -> None:
        from innovate_tui.storage.versions import is_kept, keep_version

        if not keep_version(folder, data, changes, now(), soon=True) and not is_kept(folder, data):
            raise NotBegun(
                "Nothing was changed: there is no room on this laptop to keep both. Make some, then open it."
            )


def _last_of(lost: Recovered, deck: Deck, *, short: bool = False) -> str:
    """The last change, when it was and how its words end, in a sentence; nothing where it is not known.

    In `short`, for one row, the end of the words stands for the change.
    """
    from innovate_tui.workshop import wording
    from innovate_tui.workshop.spoken import one_line

    if lost.last is None:
        return ""
    edit = lost.last.edit
    said = wording.change(edit, lost.last.before, lost.last.after, deck)
    words = one_line(str(getattr(edit, "text", ""))) if edit.typed else ""
    end = (
        words
        if len(words) <= LONGEST_END
        else f"… {words[2 - LONGEST_END :].partition(' ')[2] or words[2 - LONGEST_END :]}"
    )
    quoted = f" (“{end}”)" if end else ""
    done = f"“{end}”" if short and end else f"{said}{quoted}"
    return f"The last, {lost.moment.astimezone():%H:%M}: {done}."


def _end_of(words: str) -> str:
    """The last of some words."""
    if len(words) <= LONGEST_END:
        return words
    end = words[2 - LONGEST_END :]
    return f"… {end.partition(' ')[2] or end}"


def _shortened(words: str) -> str:
    """The beginning of words, on one line: a question has to stay within its window."""
    from innovate_tui.workshop.spoken import one_line

    line = one_line(words)
    return line if len(line) <= LONGEST_DRAFT else f"{line[: LONGEST_DRAFT - 2].rstrip()} …"


def _before(done: str) -> str:
    return f"before: {done}" if done else ""
