"""What the app does with files: finds, opens and starts sessions, and writes exports. Knows no screens.

Only `app` uses it. Storage, rules and report are imported where they are needed, so that the first paint waits for
none of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from innovate_tui.ui.minting import mint, now
from innovate_tui.ui.widgets.frame import SaveState
from innovate_tui.ui.widgets.home_menu import HomeFacts, LastSession

if TYPE_CHECKING:  # for the type checker alone
    from innovate_tui.storage.deck_files import Content
    from innovate_tui.storage.keeper import Keeper, Status
    from innovate_tui.storage.listing import Listed
    from innovate_tui.storage.scribe import Scribe
    from innovate_tui.storage.session_file import OpenFile
    from innovate_tui.workshop.deck import Deck
    from innovate_tui.workshop.history import History
    from innovate_tui.workshop.session import Session


LATEST = 20
"""Sessions among which Home looks for the one to go on with."""


class NotBegun(Exception):  # noqa: N818 - an answer to the user, not an error of the program
    """A session could not be opened or made; the words say why, and what would help."""


class Stopped(Exception):  # noqa: N818 - an answer, not an error of the program
    """Somebody stopped what was being made."""


@dataclass(frozen=True)
class Folder:
    """The folder that work is kept in, and the session in it to go on with."""

    last: Path | None
    keeps: str
    """Who keeps a new session and where, in a sentence."""
    facts: HomeFacts
    """What Home says of it."""


@dataclass(frozen=True)
class Export:
    """A summary that was written, or why it was not."""

    path: Path | None
    trouble: str = ""
    unprintable: tuple[str, ...] = ()
    """What the fonts at hand could not print."""
    stopped: bool = False
    """Somebody stopped it."""
    attached: str = ""
    """That the session went with it, and what that holds, in a sentence."""

    @property
    def said(self) -> str:
        """Where the summary is, and what could not be printed; or why there is none."""
        if self.stopped:
            return "Stopped: nothing was written."
        if self.path is None:
            return f"Not written: {self.trouble}"
        missing = f". Not printed: {'; '.join(self.unprintable)}" if self.unprintable else ""
        return f"Written: {self.path}{missing}{f'. {self.attached}' if self.attached else ''}"


@dataclass(frozen=True)
class Sitting:
    """The session that is open: its history, its deck, and who keeps it."""

    history: History
    deck: Deck
    keeper: Keeper | None = None
    """None while cards are only read, without a session."""
    saved: SaveState = field(default_factory=SaveState)
    scribe: Scribe | None = None
    """Who writes down what happens, on this machine alone."""
    closed: str = ""
    """Why nothing can be changed, in a sentence: somebody else writes the session. Empty where it can."""

    def kept(self, timeout: float) -> bool:
        """Whether everything is on disk, now or within so many seconds."""
        return self.keeper is None or self.keeper.flush(timeout)

    def close(self, timeout: float = 2.0) -> None:
        """Put on disk what can be put there, and keep no longer."""
        if self.keeper is not None:
            kept = self.keeper.close(timeout)
            if self.scribe is not None:
                self.scribe.close(done=kept)

    @property
    def safe(self) -> bool:
        """Whether what is done is written down on this machine, whatever becomes of the file."""
        return self.scribe is not None and self.scribe.kept

    @property
    def trouble(self) -> str:
        """Why the work is not on disk, where it is meanwhile, and the way out; as short as a row of 80 columns is."""
        if self.keeper is None:
            return ""
        reason = self.keeper.status.reason
        if self.safe:
            return f"! Not saved: {reason} Safe on this laptop; ctrl+s elsewhere."
        return f"! Not saved anywhere: {reason} ctrl+s saves elsewhere."

    @property
    def elsewhere(self) -> str:
        """The same, for whoever is asked for another folder."""
        status = self.keeper.status if self.keeper is not None else None
        reason = f"{status.reason} {status.mend}" if status is not None else ""
        if self.safe:
            where = "Your work is safe on this laptop, and is saved there again as soon as that can be."
        else:
            where = "Nothing but this window has your work."
        return f"{reason} {where} Or where shall it be kept from now on?".strip()

    @property
    def left(self) -> str:
        """What is said in the terminal once somebody has left with work that is not in its file."""
        if self.keeper is None:
            return ""
        where = (
            "They are kept on this laptop: open the session again to go on." if self.safe else "They are kept nowhere."
        )
        return f"The last changes are not in {self.keeper.path}: {self.keeper.status.reason} {where}"

    def leaving(self, key: str) -> str:
        """What becomes of the work if the key that leaves is pressed again."""
        if self.safe:
            return f"! Not saved. {key} again leaves, safe on this laptop; ctrl+s saves elsewhere."
        return f"! Not saved anywhere. {key} again loses it; ctrl+s saves elsewhere."


class Desk:
    """Sessions, samples and exports, for one run of the program."""

    def __init__(self, content: Content | None = None) -> None:
        self._content = content

    @property
    def content(self) -> Content:
        """The decks that this program was started with; opened when first needed."""
        if self._content is None:
            from innovate_tui.storage.deck_files import open_content
            from innovate_tui.storage.locations import content_folder

            self._content = open_content(content_folder())
        return self._content

    def look(self) -> Folder:
        """The folder, and how far the session is that is gone on with: few heads are read, and one file."""
        from innovate_tui.storage.listing import how_many
        from innovate_tui.storage.locations import sessions_folder, synchronised_by
        from innovate_tui.ui.rescuing import without_file

        path = sessions_folder()
        cloud = f", which goes to {name}" if (name := synchronised_by(path)) else ""
        last = _to_go_on_with(path)
        facts = HomeFacts(
            folder=f"Your work is kept in {path}{cloud}",
            others=how_many(path),
            gone=len(without_file(path)),
            last=self._last(last) if last else None,
        )
        return Folder(last.path if last else None, f"You keep it: one file in {path}{cloud}.", facts)

    def half_typed(self, title: str) -> None:
        """Keep the title of a session that is about to begin, letter by letter; an empty one lets go of it."""
        from innovate_tui.storage.half_typed import keep
        from innovate_tui.storage.locations import state_folders

        keep(state_folders(), title)

    def title_left(self) -> str:
        """The title that was being typed when the program was killed; nothing where none was."""
        from innovate_tui.storage.half_typed import kept
        from innovate_tui.storage.locations import state_folders

        return kept(state_folders())

    def open(self, path: Path) -> OpenFile:
        """The session in a file. Raises `NotReadable` or `DeckTrouble`."""
        from innovate_tui.storage.session_file import open_session

        return open_session(path, self.content)

    def go_on(self, path: Path) -> OpenFile:
        """The session in a file of the folder. Raises `NotBegun`."""
        with as_an_answer("It cannot be read"):
            return self.open(path)

    def blank(self, *, alone: bool = True, title: str = "") -> tuple[Session, Deck]:
        """A session in which nothing has been done, with its deck."""
        from innovate_tui.workshop.deck import Mode
        from innovate_tui.workshop.session import DeckStamp, Session

        deck, moment = self.content.deck(), now()
        session = Session(
            id=mint("s", 8),
            title=title,
            started=moment,
            deck=DeckStamp(deck.id, deck.version, deck.title),
            mode=Mode.INDIVIDUAL if alone else Mode.GROUP,
            held=moment.date(),
            language=deck.language,
        )
        return session, deck

    def path_for(self, session: Session) -> Path:
        """Where a new session is to be kept. Makes the folder; raises `NotBegun` where that cannot be."""
        from innovate_tui.storage.locations import free_path, make_private, sessions_folder
        from innovate_tui.storage.session_file import file_words

        folder = sessions_folder()
        with as_an_answer("Nothing can be kept in the folder for sessions"):
            make_private(folder)
        return free_path(folder, file_words(session), ".toml")

    def wanted_for(self, session: Session | None) -> Path:
        """Where a new session, or the sample, would be kept if it could be."""
        from innovate_tui.storage.locations import sessions_folder, slug
        from innovate_tui.storage.session_file import file_words

        return sessions_folder() / f"{slug(file_words(session)) if session is not None else 'practice'}.toml"

    def sample(self, path: Path | None = None) -> OpenFile:
        """A rehearsal with the sample: at a path, else one that is there and untouched or new. Raises `NotBegun`."""
        with as_an_answer("The sample cannot be written"):
            return self._sample(path)

    def _sample(self, path: Path | None) -> OpenFile:
        from innovate_tui.storage.listing import recent_sessions
        from innovate_tui.storage.locations import sessions_folder
        from innovate_tui.storage.safe_write import write_safely
        from innovate_tui.storage.session_reading import read_session
        from innovate_tui.storage.session_text import session_bytes

        deck = self.content.deck()
        session = replace(read_session(self.content.sample(), deck).session, id=mint("s", 8), practice=True)
        for each in () if path else recent_sessions(sessions_folder(), LATEST):
            if each.practice and each.title == session.title and not each.damaged:
                opened = self.open(each.path)
                if replace(opened.session, id=session.id) == session:
                    return opened
        path = path or self.path_for(session)
        write_safely(path, session_bytes(session, deck), new=True)
        return self.open(path)

    @property
    def exports_to(self) -> str:
        """The folder that summaries are written to."""
        from innovate_tui.storage.locations import exports_folder

        return str(exports_folder())

    def near_export(self) -> None:
        """An export is near: what it needs is loaded, off the interface's thread."""
        from innovate_tui.ui.handing_out import load

        load()

    def not_printed(self, session: Session, deck: Deck) -> str:
        """What no font at hand can print of the summary as it is chosen, in a line; empty where all can be."""
        from innovate_tui.report.summary import summarise
        from innovate_tui.report.unprintable import stretches

        return ", ".join(stretches(summarise(session, deck)))

    def export(self, session: Session, deck: Deck, step: Callable[[str], object] = len) -> Export:
        """What the session's choice asks for, in the exports folder. Never raises; never overwrites.

        `step` is told what is done next, and raises `Stopped` where it shall not be done: then nothing is written.
        """
        from innovate_tui.ui.handing_out import hand_out

        return hand_out(session, deck, step)

    def for_a_workshop(self, tool: str, what: str) -> Export:
        """A guide or a pack as a PDF in the exports folder. Never raises; never overwrites."""
        from innovate_tui.ui.press import for_a_workshop

        return for_a_workshop(lambda: self.content, tool, what)

    def _last(self, listed: Listed) -> LastSession:
        from innovate_tui.storage.bounded_toml import NotReadable
        from innovate_tui.storage.deck_tables import DeckTrouble
        from innovate_tui.ui.rescuing import WAITS, waits
        from innovate_tui.ui.sharing import copy_in_short
        from innovate_tui.workshop.going_on import going_on_at
        from innovate_tui.workshop.wording import ago, board_state

        name = " · ".join(part for part in (listed.title, listed.group) if part) or listed.path.stem
        name = f"Practice: {name}" if listed.practice else name
        when = ago(listed.modified.astimezone(), now())
        try:
            opened = self.open(listed.path)
        except (NotReadable, DeckTrouble):
            return LastSession(name, "It cannot be read as it is; enter says why.", when)
        place = going_on_at(opened.session, opened.deck)
        state = f"{opened.deck.tools[place].title}: {board_state(place, opened.session, opened.deck)}"
        first = WAITS if waits(opened) else copy_in_short(opened)
        return LastSession(name, f"{first} · {state}" if first else state, when)


def _to_go_on_with(folder: Path) -> Listed | None:
    """The session that was worked on last; a rehearsal only where there is no real work among the latest.

    One whose file says nothing any more is passed over only where this machine never had it.
    """
    from innovate_tui.storage.listing import recent_sessions
    from innovate_tui.storage.locations import state_folders
    from innovate_tui.storage.whereabouts import kept_in

    recent = recent_sessions(folder, LATEST)
    latest = [each for each in recent if not each.damaged or any(kept_in(state_folders(), each.path))]
    last = next((each for each in latest if not each.practice), next(iter(latest), None))
    # the newest may be a copy that a synchronised folder left beside it: that is asked for when the session is opened
    whole = [each for each in latest if last and last.id and each.id == last.id and _begins(each.path, last.path)]
    return min(whole, key=lambda each: len(each.path.stem), default=last)


def _begins(one: Path, other: Path) -> bool:
    return other.stem.casefold().startswith(one.stem.casefold())


def said_of_file(opened: OpenFile) -> str:
    """What is to be said of a file that was opened; nothing where all is well."""
    troubles = len(opened.session.troubles)
    listed = (f"{troubles} of its entries cannot stand as they are; ! lists them.",) if troubles else ()
    return " ".join((*opened.notices, *listed))


def save_state(status: Status) -> SaveState:
    """How the work stands, in the words of the title row."""
    if status.keeping == "lost":
        return SaveState("Taken over", trouble=True)
    if status.keeping == "not-saved":
        return SaveState("Not saved", trouble=True)
    if status.conflict_with is not None:
        return SaveState("Saved as a copy", f"{status.moment:%H:%M}" if status.moment else "")
    return SaveState("Saved", f"{status.moment:%H:%M}" if status.moment else "")


@contextmanager
def as_an_answer(what: str, mend: str = "") -> Iterator[None]:
    """Whatever the files answer, as a `NotBegun` with a sentence to show."""
    from innovate_tui.storage.bounded_toml import NotReadable
    from innovate_tui.storage.deck_tables import DeckTrouble
    from innovate_tui.storage.safe_write import NotWritten, in_plain_words

    try:
        yield
    except NotReadable as trouble:  # a whole path would leave a row of 80 columns no room for what is wrong
        raise NotBegun(f"{Path(trouble.path).name}: {trouble.what} {trouble.mend}") from trouble
    except (DeckTrouble, NotWritten) as trouble:
        raise NotBegun(str(trouble)) from trouble
    except OSError as error:
        reason, other = in_plain_words(error)
        raise NotBegun(f"{what}. {reason} {mend or other}") from error
