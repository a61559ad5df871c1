"""What the app does with sessions that are not open: lists, copies, names and bins them. Knows no screens.

Storage is imported where it is needed, so that the first paint waits for none of it. Whatever cannot be done is a
`NotBegun` with a sentence, and then nothing has changed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from innovate_tui.ui.desk import Desk, NotBegun, as_an_answer
from innovate_tui.ui.minting import mint, now
from innovate_tui.ui.rescuing import JOURNAL, WAITS, waits, where_it_was, without_file
from innovate_tui.ui.sharing import copy_in_short
from innovate_tui.ui.widgets.sessions_painter import SessionRow, SessionsScene

if TYPE_CHECKING:  # for the type checker alone
    from innovate_tui.storage.bin import Binned
    from innovate_tui.storage.listing import Listed


@dataclass(frozen=True)
class Done:
    """Something was done: what to say, the session it left, and its title before."""

    said: str
    id: str = ""
    before: str = ""


class Shelf:
    """The sessions of the folder and those in the bin, each known by the path of its file."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._states: dict[tuple[str, datetime], str] = {}
        """How far the sessions are, by file and moment: a file that has not changed is not read again."""

    def scene(self, *, binned: bool) -> SessionsScene:
        """What there is in the folder, or in the bin. Reads the heads of files and no more."""
        from innovate_tui.storage.bin import in_bins
        from innovate_tui.storage.listing import recent_sessions
        from innovate_tui.storage.locations import sessions_folder, state_folders

        folder, bins = sessions_folder(), in_bins(state_folders())
        if binned:
            rows = tuple(_row(each.session, each.came_from.stem, "since ") for each in bins)
        else:
            gone = (
                replace(_row(each, "A session"), gone=True, away=where_it_was(each.path).exists())
                for each in without_file(folder)
            )
            rows = (*gone, *(self._known(each) for each in recent_sessions(folder)))
        return SessionsScene(rows, where=str(folder), binned=binned, in_bin=len(bins))

    def _known(self, head: Listed) -> SessionRow:
        """A row of the folder, with its state where that is known already."""
        state = self._states.get((str(head.path), head.modified), "")
        return replace(_row(head, head.path.stem), state=state)

    def state(self, wanted: str) -> tuple[str, bool]:
        """How far a session is, in words, and whether its file is damaged. Never raises."""
        from innovate_tui.storage.bounded_toml import NotReadable
        from innovate_tui.storage.deck_tables import DeckTrouble
        from innovate_tui.storage.listing import changed_at
        from innovate_tui.workshop.overview import in_short

        path = Path(wanted)
        try:
            if path.suffix == JOURNAL:
                was = where_it_was(path)
                return f"{WAITS if was.exists() else 'Its file is gone'}: {was}", False
            known = (wanted, changed_at(path))
            if known not in self._states:
                opened = self._desk.open(path)
                state = in_short(opened.session, opened.deck)
                first = WAITS if waits(opened) else copy_in_short(opened)
                if first:  # not for long: it is looked at again
                    return f"{first} · {state}", False
                self._states[known] = state
            return self._states[known], False
        except NotBegun as trouble:
            return str(trouble), True
        except NotReadable as trouble:
            return f"It cannot be read: {trouble.what}", True
        except DeckTrouble:
            return "Its deck cannot be read.", True
        except OSError:
            return "It cannot be reached any more.", True

    def copy(self, wanted: str) -> Done:
        """A copy with an id of its own, in a file of its own. Raises `NotBegun`."""
        from innovate_tui.storage.safe_write import write_safely
        from innovate_tui.storage.session_text import session_bytes

        with as_an_answer("It cannot be copied"):
            opened = self._desk.open(Path(wanted))
            session = replace(opened.session, id=mint("s", 8), title=f"{opened.session.title}, copy".lstrip(", "))
            path = self._desk.path_for(session)
            write_safely(path, session_bytes(session, opened.deck), new=True)
        return Done(f"Copied: {session.title}, in {path.name}. u puts the copy into the bin.", str(path))

    def rename(self, wanted: str, title: str) -> Done:
        """Another title; the file keeps its name, and what somebody else wrote meanwhile. Raises `NotBegun`."""
        from innovate_tui.storage.bin import need_closed
        from innovate_tui.storage.bounded_toml import NotReadable, read_bytes
        from innovate_tui.storage.safe_write import write_safely
        from innovate_tui.storage.session_text import session_bytes
        from innovate_tui.workshop.edits import Describe

        path = Path(wanted)
        with as_an_answer("It cannot be called otherwise"):
            need_closed(path)
            opened = self._desk.open(path)
            session = Describe("title", title).apply(opened.session, opened.deck)
            data = session_bytes(session, opened.deck)
            if read_bytes(path) != opened.data:
                raise NotReadable(path, "Another program is writing it.", "Try again in a moment.")
            write_safely(path, data, over=opened.data)
        said = f"It is called {session.title} now; its file is still {path.name}. u undoes."
        return Done(said, wanted, opened.session.title)

    def remove(self, wanted: str) -> Done:
        """Put one into the bin. Raises `NotBegun`."""
        from innovate_tui.storage.bin import put_in
        from innovate_tui.storage.listing import listed
        from innovate_tui.storage.locations import state_folder

        path = Path(wanted)
        with as_an_answer("It cannot be put into the bin"):
            head = listed(path, now())
            there = put_in(path, state_folder((head and head.id) or path.stem), now())
        name = (head and head.title) or path.stem
        return Done(f"In the bin: {name}. u brings it back, z shows the bin.", str(there))

    def restore(self, wanted: str) -> Done:
        """Put one back to where it was. Raises `NotBegun`."""
        from innovate_tui.storage.bin import put_back
        from innovate_tui.storage.locations import sessions_folder

        with as_an_answer("It cannot be put back"):
            path = put_back(self._binned(wanted), sessions_folder())
        return Done(f"Put back: {path}", str(path))

    def let_go(self, wanted: tuple[str, ...]) -> Done:
        """Take some out of the bin for good. Raises `NotBegun`; what went before that is gone."""
        from innovate_tui.storage.bin import let_go
        from innovate_tui.storage.listing import recent_sessions
        from innovate_tui.storage.locations import sessions_folder, state_folder

        in_use = {state_folder(each.id) for each in recent_sessions(sessions_folder()) if each.id}
        in_use |= {folder for each in wanted if _stands_elsewhere(folder := Path(each).parent.parent)}
        with as_an_answer("It cannot be taken out"):
            for each in wanted:
                let_go(self._binned(each), in_use)
        what = "It is gone" if len(wanted) == 1 else f"All {len(wanted)} are gone"
        if any(Path(each).parent.parent in in_use for each in wanted):
            return Done(f"{what} for good. Earlier versions of a session that still stands in a file stay.")
        return Done(f"{what} for good, with what this computer kept of earlier versions.")

    def _binned(self, wanted: str) -> Binned:
        from innovate_tui.storage.bin import in_bins
        from innovate_tui.storage.locations import state_folders

        found = next((each for each in in_bins(state_folders()) if str(each.session.path) == wanted), None)
        if found is None:
            raise NotBegun("It is not in the bin any more.")
        return found


def _stands_elsewhere(folder: Path) -> bool:
    """Whether a session stands in a file that this machine wrote somewhere else, such as on a stick."""
    from innovate_tui.storage.listing import listed
    from innovate_tui.storage.whereabouts import whereabouts

    known = whereabouts(folder)
    heads = (listed(path, now()) for path in known.paths if path.exists())
    return any(head is not None and head.id == known.session for head in heads)


def _row(head: Listed, file: str, since: str = "") -> SessionRow:
    from innovate_tui.workshop.spelling import lately, long_date

    when = lately(head.modified.astimezone(), now())
    return SessionRow(
        str(head.path),
        " · ".join(part for part in (head.title, head.group) if part) or file,
        long_date(head.held) if head.held else "",
        f"{since}{when}",
        practice=head.practice,
        damaged=head.damaged,
        title=head.title,
        file=file,
    )
