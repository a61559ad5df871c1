"""Where a session has been kept, and how this machine left its file: a note in the session's state folder.

By it a file that says nothing of itself any more is matched to its versions, a file that this machine wrote is not
taken for somebody else's, and what is kept of a session is not let go of while its file stands on a stick. It holds
paths and a checksum, no words of anybody.
"""

import contextlib
import hashlib
import json
import os
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

NAME = "whereabouts.json"
MOST = 8
"""Files of one session that are remembered."""
_LARGEST = 65_536


class Whereabouts(NamedTuple):
    """What the note of one session says."""

    session: str = ""
    """The session's id; nothing where there is no note that can be understood."""
    paths: tuple[Path, ...] = ()
    """Its files, the last one written first."""
    digest: str = ""
    """The SHA-256 of the bytes that this machine wrote last."""


def whereabouts(folder: Path) -> Whereabouts:
    """The note in a session's state folder. Never raises."""
    try:
        with (folder / NAME).open("rb") as file:
            plain = json.loads(file.read(_LARGEST))
        session, paths, digest = plain["session"], plain["paths"], plain["sha256"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return Whereabouts()
    if not (isinstance(session, str) and isinstance(paths, list) and isinstance(digest, str)):
        return Whereabouts()
    return Whereabouts(session, tuple(Path(each) for each in paths[:MOST] if isinstance(each, str)), digest)


def remember(folder: Path, session: str, path: Path, data: bytes) -> None:
    """Note that these bytes were just written to a session's file. Where that cannot be noted, nothing is lost."""
    known = whereabouts(folder)
    here = path.absolute()
    plain = {
        "session": session,
        "paths": [str(each) for each in (here, *(each for each in known.paths if each != here))][:MOST],
        "sha256": hashlib.sha256(data).hexdigest(),
    }
    fresh = folder / f".{NAME}-{secrets.token_hex(4)}"
    with contextlib.suppress(OSError):
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0), 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(json.dumps(plain).encode("ascii"))
        os.replace(fresh, folder / NAME)  # noqa: PTH105 - a system call, for faults to be injected
    with contextlib.suppress(OSError):
        fresh.unlink(missing_ok=True)


def is_as_left(folder: Path, path: Path) -> bool:
    """Whether a file is still as this machine wrote it last."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest() == whereabouts(folder).digest
    except OSError:
        return False


def kept_in(states: Path, path: Path) -> Iterator[str]:
    """The ids of the sessions that were kept in a file."""
    here = path.absolute()
    with contextlib.suppress(OSError):
        for folder in sorted(states.iterdir()):
            known = whereabouts(folder)
            if known.session and here in known.paths:
                yield known.session
