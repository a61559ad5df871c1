"""The bin: sessions that somebody took out of their folder, kept on this machine until the bin is emptied.

It lies in the state folder of each session, never beside the sessions. To move a file means: its bytes are written
there and read back, and only then does it go from where it was. So at every moment one whole copy stands, whatever
happens and whichever disks they are on.
"""

import contextlib
import json
import os
import secrets
import shutil
import stat
from collections.abc import Collection, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from innovate_tui.storage.bounded_toml import NotReadable, read_bytes
from innovate_tui.storage.listing import Listed, listed
from innovate_tui.storage.locations import free_path, make_private
from innovate_tui.storage.locks import holder_of, lock_path
from innovate_tui.storage.processes import is_gone
from innovate_tui.storage.safe_write import NotWritten, write_safely

FOLDER = "bin"
_MOMENT = "%Y%m%dT%H%M%SZ"
_LARGEST_NOTE = 16_384


class Binned(NamedTuple):
    """A session in the bin."""

    session: Listed
    """What its head says; its path is in the bin, and its moment is when it was put there."""
    came_from: Path
    """The file that it was."""


def put_in(path: Path, state: Path, moment: datetime) -> Path:
    """Move a session's file into the bin in its state folder; where it is now.

    Raises `NotWritten` or `NotReadable`, and then the file is where it was.
    """
    need_closed(path)
    into = state / FOLDER
    name = f"{moment.astimezone(UTC).strftime(_MOMENT)}-{secrets.token_hex(4)}"
    try:
        make_private(into)
    except OSError as error:
        raise NotWritten(into, "The bin's folder cannot be made.", "Is there room on this disk?") from error
    note = into / f"{name}.json"
    write_safely(note, json.dumps({"from": str(path.absolute())}).encode("ascii"), new=True)
    try:
        _move(path, into / f"{name}.toml")
    except (NotWritten, NotReadable):
        with contextlib.suppress(OSError):
            note.unlink()
        raise
    return into / f"{name}.toml"


def need_closed(path: Path) -> None:
    """Raise `NotWritten` for a session that a window has open."""
    holder = holder_of(lock_path(path))
    if holder is not None and not is_gone(holder.process):
        raise NotWritten(path, "It is open in another window.", "Close it there first.")


def in_bins(states: Path) -> tuple[Binned, ...]:
    """Every session in the bins under the folder of all state folders, the last one put there first."""
    found = [binned for path in _files(states) if (binned := _binned(path)) is not None]
    return tuple(sorted(found, key=lambda each: (each.session.modified, each.session.path), reverse=True))


def put_back(binned: Binned, otherwise: Path) -> Path:
    """Move a session out of the bin to where it was; beside what stands there now, or into `otherwise`; where it is.

    Raises `NotWritten` or `NotReadable`, and then it is still in the bin.
    """
    target = binned.came_from
    if not os.path.isdir(target.parent):  # noqa: PTH112 - a disk that fails is answered, not raised
        try:
            make_private(otherwise)
        except OSError as error:
            raise NotWritten(otherwise, "The folder cannot be made.", "INNOVATE_FOLDER names another.") from error
        target = otherwise / target.name
    if os.path.lexists(target):
        target = free_path(target.parent, target.stem, ".toml")
    _move(binned.session.path, target)
    _tidy(binned.session.path)
    return target


def let_go(binned: Binned, in_use: Collection[Path]) -> None:
    """Take a session out of the bin for good, and with it what this machine keeps of it besides.

    `in_use` are the state folders of sessions that are still in their folder: those keep the rest. Raises
    `NotWritten` where the file cannot be removed.
    """
    path = binned.session.path
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise NotWritten(path, "It cannot be removed.", "Is the disk read-only?") from error
    _tidy(path)
    state = path.parent.parent
    if state not in in_use and not any(_of_one(state / FOLDER)):
        shutil.rmtree(state, ignore_errors=True)


def _move(source: Path, target: Path) -> None:
    """The bytes of one file to another, verified, and only then away with the first."""
    data = read_bytes(source)
    write_safely(target, data, new=True)
    try:
        if read_bytes(source) != data:
            raise NotWritten(source, "Another program is writing it.", "Try again in a moment.")
        source.unlink()
    except (OSError, NotReadable, NotWritten) as trouble:
        if os.path.lexists(source):  # else it is gone, and the copy is all there is
            with contextlib.suppress(OSError):
                target.unlink()
        if isinstance(trouble, OSError):
            raise NotWritten(source, "It cannot be taken out of its folder.", "Is the disk read-only?") from trouble
        raise


def _files(states: Path) -> Iterator[Path]:
    try:
        folders = [each for each in states.iterdir() if each.is_dir() and not each.is_symlink()]
    except OSError:
        return
    for folder in folders:
        yield from _of_one(folder / FOLDER)


def _of_one(folder: Path) -> Iterator[Path]:
    try:
        yield from (path for path in folder.iterdir() if path.suffix == ".toml" and stat.S_ISREG(path.lstat().st_mode))
    except OSError:
        return


def _binned(path: Path) -> Binned | None:
    try:
        moment = datetime.strptime(path.name.partition("-")[0], _MOMENT).replace(tzinfo=UTC)
    except ValueError:
        return None
    there = _note(path)
    came_from = there.get("from")
    head = listed(path, moment) or Listed(path, "", "", moment, damaged=True)
    return Binned(head, Path(came_from) if isinstance(came_from, str) and _is_file_name(came_from) else path)


def _note(path: Path) -> Mapping[str, Any]:
    try:
        with path.with_suffix(".json").open("rb") as file:
            found = json.loads(file.read(_LARGEST_NOTE))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _is_file_name(text: str) -> bool:
    """Whether a path leads to a file such as sessions are kept in; what nobody of ours wrote is not followed."""
    return "\0" not in text and Path(text).is_absolute() and Path(text).suffix.casefold() == ".toml"


def _tidy(path: Path) -> None:
    """Away with the note beside a file that has left the bin, and with a bin that is empty."""
    with contextlib.suppress(OSError):
        path.with_suffix(".json").unlink()
    with contextlib.suppress(OSError):
        path.parent.rmdir()
