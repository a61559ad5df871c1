"""Two files of one session made into one: what both say is merged by item, and read as a session again.

`merging` has the rule, on tables. Here are bytes before and after it, and what the app has to know of what came in.
"""

import contextlib
import hashlib
import re
from pathlib import Path
from typing import Any, NamedTuple

from innovate_tui.storage.bounded_toml import NotReadable
from innovate_tui.storage.listing import changed_at, listed
from innovate_tui.storage.merging import merge
from innovate_tui.storage.session_reading import parsed_session, session_in
from innovate_tui.storage.session_text import Seal, session_bytes
from innovate_tui.workshop.deck import Deck
from innovate_tui.workshop.session import Session


class Joined(NamedTuple):
    """What two sides make together."""

    mine: Session
    """Our side, as it went in."""
    session: Session
    data: bytes
    """Its file."""
    taken: int
    """How many values came from the other side."""
    clashes: int
    """How many values both sides had changed; both of each are kept, for the group to choose."""


def joined(base: bytes | None, mine: bytes, session: Session, theirs: bytes, deck: Deck) -> Joined:
    """Our file, with the session in it, and another side's, which both go back to `base`, as one.

    Raises `NotReadable` where theirs cannot be read, or is another session.
    """
    there, _ = parsed_session(theirs, "")
    ours, _ = parsed_session(mine, "")
    if there.get("id") != ours.get("id"):
        raise NotReadable("", "It is another session.", "Open it by itself.")
    both = merge(_tables(base), ours, there)
    found = session_in(both.table, Seal.RIGHT, deck, hashlib.sha256(mine).hexdigest()).session
    return Joined(session, found, session_bytes(found, deck), both.taken, len(both.clashes))


def taken_in(came: Joined, now: Session, deck: Deck) -> Session:
    """The session as it is now, which has gone on since, with what came in meanwhile."""
    if now == came.mine:
        return came.session
    base, mine = (session_bytes(each, deck) for each in (came.mine, now))
    return joined(base, mine, now, came.data, deck).session


def _tables(base: bytes | None) -> dict[str, Any]:
    """The tables of what both sides go back to; none where that is not known, and then nothing is taken for gone."""
    if base is None:
        return {}
    try:
        return parsed_session(base, "")[0]
    except NotReadable:
        return {}


def copies_of(session: Path, wanted: str) -> tuple[Path, ...]:
    """The copies of a session that stand beside it, under whatever name a synchronised folder gave them.

    Such a name begins as the file's does, and what makes it a copy is the session's own id, `wanted`: OneDrive's
    `name-HOST`, Syncthing's `name.sync-conflict-…`, Dropbox's and ours are all of that kind. The last changed first.
    """
    stem, found = session.stem.casefold(), []
    with contextlib.suppress(OSError):
        beside = [each for each in session.parent.iterdir() if each.stem.casefold().startswith(stem)]
        for path in beside:
            if path != session and path.suffix.casefold() == ".toml" and path.is_file():
                modified = changed_at(path)
                head = listed(path, modified)
                if head is not None and head.id == wanted:
                    found.append((modified, path))
    return tuple(path for _, path in sorted(found, reverse=True))


def original_of(copy: Path, wanted: str) -> Path | None:
    """The file that another one beside it, with the same id `wanted`, is a copy of; none where it is no copy."""
    with contextlib.suppress(OSError):
        stems = {each.stem.casefold(): each for each in copy.parent.iterdir() if each.suffix.casefold() == ".toml"}
        for stem in sorted(stems, key=len):
            if stem != copy.stem.casefold() and copy in copies_of(stems[stem], wanted):
                head = listed(stems[stem], changed_at(stems[stem]))
                return stems[stem] if head is not None and head.id == wanted else None
    return None


_FROM = (
    re.compile(r"\.conflict-(?P<host>.+)-\d{8}-\d{6}"),  # ours
    re.compile(r"\.sync-conflict-\d{8}-\d{6}(?:-\w+)?"),  # Syncthing's, which names a device by a number
    re.compile(r"\s?\((?P<host>.+?)['’]s conflicted copy.*\)"),  # Dropbox's
    re.compile(r"-(?P<host>[^\d-].*)"),  # OneDrive's
)
"""What programs write behind the name of a file to call its copy, and where in it a machine is named."""


def maker_of(copy: Path, session: Path) -> str:
    """Which machine, or whose, a copy is from, as far as its name tells; nothing where it does not."""
    rest = copy.stem[len(session.stem) :]
    for named in _FROM:
        found = named.fullmatch(rest)
        if found is not None:
            return found.groupdict().get("host") or ""
    return ""
