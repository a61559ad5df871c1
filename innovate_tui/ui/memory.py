"""What this machine remembers of sessions besides their files: journals, and earlier versions. Knows no screens.

Only apps use it. Storage and rules are imported where they are needed, so that the first paint waits for none of them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Ways:
    """What was recovered of a session, in words, and the two ways to go on."""

    said: str
    keep: str
    back: str


class Memory:
    """The journals and versions of one machine."""

    def scribe(
        self,
        history: History,
        deck: Deck,
        path: Path,
        data: bytes | None,
        changes: int | None,
        tell: Callable[[str], None],
    ) -> Scribe:
        """Who writes down what happens to a session from now on.

        `data` are the bytes of its file, if that is how it stands now; `changes` how many were made, if that is known.
        """
        from innovate_tui.storage.locations import state_folder
        from innovate_tui.storage.scribe import Scribe
        from innovate_tui.storage.versions import versions

        folder = state_folder(history.now.id)
        if changes is None:
            changes = max((each.changes for each in versions(folder)), default=0)
        return Scribe(folder, history, deck, path, data=data, changes=changes, tell=tell)

    # --- after a crash ------------------------------------------------------------------------------------------------

    def lost(self, opened: OpenFile) -> Recovered | None:
        """What journals have of a session beyond its file."""
        from innovate_tui.storage.locations import state_folder
        from innovate_tui.storage.recovery import recovered

        return recovered(state_folder(opened.session.id), opened.path, opened.session, opened.deck)

    def ways(self, opened: OpenFile, lost: Recovered) -> Ways:
        """What was recovered, in words, and the two ways to go on."""
        from innovate_tui.workshop import wording

        what = f"{wording.count(lost.changes, 'change')} from before the laptop stopped"
        said = f"Welcome back. {what} {'was' if lost.changes == 1 else 'were'} recovered."
        if not lost.changes:
            said = "Welcome back. Words that were being typed when the laptop stopped were recovered."
        if lost.elsewhere:
            said += " The file has been changed elsewhere since."
        last = ""
        if lost.changes and lost.last is not None:
            last = wording.change(lost.last.edit, lost.last.before, lost.last.after, opened.deck)
        last = f"The last, {lost.moment.astimezone():%H:%M}: {last}. " if last else ""
        if lost.draft is not None:
            last += f"“{lost.draft.words}” was being typed; it will be with the parked thoughts. "
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
