"""Whether a folder can keep sessions: found out by doing there what the program does, in a folder that goes again.

What is found is said in words that can be sent to somebody: no name of a person, of a file or of the machine.
"""

import contextlib
import os
import secrets
import shutil
import statistics
import threading
import time
from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from innovate_tui.storage.bounded_toml import NotReadable, read_bytes
from innovate_tui.storage.locations import LONGEST_STEM, synchronised_by
from innovate_tui.storage.locks import Hold, Lock
from innovate_tui.storage.safe_write import NotWritten, in_plain_words, write_safely
from innovate_tui.storage.session_text import Seal, seal_of, sealed

STRESS = 100
"""How many saves a folder is put to."""
LITTLE_SPACE, NO_SPACE = 50_000_000, 1_000_000
"""Free bytes below which it is said, and below which nothing can be kept."""
SLOW = 1.0
"""Seconds for one save from which it is said."""
FAR_OFF = 120.0
"""Seconds by which a folder's clock may differ from this machine's."""
LONGEST_PATH = 240
"""Characters of a path at which some programs on Windows end."""
_NOTE = "A line of a note, long enough to be worth a look. " * 20


class Verdict(StrEnum):
    """How a finding is to be taken."""

    GOOD = "ok"
    LOOK = "look"
    """Worth knowing; nothing is lost by it."""
    BAD = "BAD"
    """Sessions cannot be kept here as they should be."""


class Finding(NamedTuple):
    """Something that was found out."""

    verdict: Verdict
    words: str


def examine(folder: Path, *, stress: bool = False) -> tuple[Finding, ...]:
    """Everything that matters of a folder for sessions. Raises nothing, and leaves nothing there."""
    found = _standing(folder)
    if found is None:
        return (Finding(Verdict.BAD, "There is no such folder, and nothing above it can be read."),)
    if found != folder and os.path.lexists(folder):
        return (Finding(Verdict.BAD, "What stands there is no folder, or may not be read."),)
    first = () if found == folder else (Finding(Verdict.LOOK, "It is not there yet. What holds it was looked at."),)
    trial = found / f"innovate-check-{secrets.token_hex(4)}"
    try:
        trial.mkdir(mode=0o700)
    except OSError as error:
        return (*first, Finding(Verdict.BAD, f"Nothing can be made in it. {_said(error)}"))
    try:
        space = tuple(_safely(_space, trial))
        if any(each.verdict is Verdict.BAD for each in space):
            return (*first, *space, *_place(folder))  # whatever else is tried fails for that
        checks = (_replacing, _locking, _names, _case, _clock, _private)
        asked = (*checks, _stress) if stress else checks
        everything = (*first, *space, *(each for check in asked for each in _safely(check, trial)), *_place(folder))
        return tuple(dict.fromkeys(everything))  # one fault, however often it was met
    finally:
        shutil.rmtree(trial, ignore_errors=True)


def shortened(path: Path, home: Path | None = None) -> str:
    """A path as it may be sent: what is above its last name is left out, but for whether it is the user's own."""
    with contextlib.suppress(RuntimeError):
        own = home or Path.home()
        if path == own:
            return "~"
        if path.is_relative_to(own):
            return f"~/{path.name}" if path.parent == own else f"~/…/{path.name}"
    return str(path) if len(path.parts) <= 2 else f"{path.anchor}…/{path.name}"


def _standing(folder: Path) -> Path | None:
    """The folder, or the nearest above it that is there."""
    for each in (folder, *folder.parents):
        with contextlib.suppress(OSError):
            if each.is_dir():
                return each
    return None


def _safely(check: Callable[[Path], Iterator[Finding]], trial: Path) -> list[Finding]:
    """What a check finds; that the system does not let it look is a finding too."""
    found = []
    try:
        for each in check(trial):
            found.append(each)
    except NotWritten as trouble:
        found.append(Finding(Verdict.BAD, f"Files cannot be kept: {trouble.reason}"))
    except NotReadable as trouble:
        found.append(Finding(Verdict.BAD, f"Files cannot be read back: {trouble.what}"))
    except OSError as error:
        found.append(Finding(Verdict.BAD, f"Files cannot be kept: {_said(error)}"))
    return found


def _said(error: OSError) -> str:
    """Why, in a sentence."""
    return in_plain_words(error)[0]


def _space(trial: Path) -> Iterator[Finding]:
    free = shutil.disk_usage(trial).free
    words = f"{free / 1_000_000:,.0f} MB are free."
    if free < NO_SPACE:
        yield Finding(Verdict.BAD, f"The disk is full: {words}")
    else:
        yield Finding(Verdict.LOOK if free < LITTLE_SPACE else Verdict.GOOD, words)


def _replacing(trial: Path) -> Iterator[Finding]:
    """A file is written, read back and replaced, while somebody else reads it, and nothing is left beside it."""
    path = trial / "session.toml"
    times = []
    for number in range(5):
        data = _file(number, 200)
        begun = time.perf_counter()
        if number:
            with path.open("rb") as reader:
                reader.read(10)
                _replace_beside(path, data, reader.close)
        else:
            write_safely(path, data)
        times.append(time.perf_counter() - begun)
        if read_bytes(path) != data:
            yield Finding(Verdict.BAD, "What is written there reads back otherwise.")
            return
    left = len(list(trial.iterdir())) - 1
    if left:
        yield Finding(Verdict.BAD, f"{left} files are left behind by saving.")
    middle = statistics.median(times)
    words = f"A file is written, read back and replaced in one step: {max(1.0, middle * 1000):.0f} ms for 200 kB."
    yield Finding(Verdict.LOOK if middle > SLOW else Verdict.GOOD, words)


def _replace_beside(path: Path, data: bytes, let_go: Callable[[], None]) -> None:
    """Replace a file that somebody reads; on Windows that waits until they let go."""
    letting_go = threading.Timer(0.1, let_go) if os.name == "nt" else None
    if letting_go is not None:
        letting_go.start()
    try:
        write_safely(path, data)
    finally:
        if letting_go is not None:
            letting_go.join()


def _locking(trial: Path) -> Iterator[Finding]:
    """A second window is told, may take over, and the first one notices."""
    path = trial / "session.toml"
    first, second = Lock(path), Lock(path)
    if first.take() is not Hold.OURS:
        yield Finding(Verdict.LOOK, "No lock can be made: a second window is not told that a session is open.")
        return
    held = second.take() is Hold.HELD
    taken = second.take_over() is Hold.OURS and not first.is_ours() and second.is_ours()
    second.let_go()
    if held and taken and first.take() is Hold.OURS:
        yield Finding(Verdict.GOOD, "A session that is open is locked; a second window is told, and may take over.")
    else:
        yield Finding(Verdict.BAD, "Locks do not hold: two windows could write the same session.")
    first.let_go()


def _names(trial: Path) -> Iterator[Finding]:
    """The longest name that the program gives, and one in letters that are not English."""
    for name in (f"{'n' * LONGEST_STEM}.conflict-{'c' * 20}-20260101-000000.toml", "żółć-ß-日本.toml"):
        path = trial / name
        write_safely(path, b"x")
        there = {each.name for each in trial.iterdir()}
        path.unlink()
        if name not in there:
            yield Finding(Verdict.LOOK, "Names of files come back otherwise than they were given.")
            return
    long = len(str(trial.parent)) + LONGEST_STEM + 40 > LONGEST_PATH
    words = "Its path is so long that some programs may not open files in it." if long else "Names of files are kept."
    yield Finding(Verdict.LOOK if long else Verdict.GOOD, words)


def _case(trial: Path) -> Iterator[Finding]:
    """Whether capitals make another file, and whether a file can be renamed."""
    lower, upper = trial / "case-a.toml", trial / "CASE-A.toml"
    write_safely(lower, b"a")
    same = upper.exists()
    lower.rename(upper)
    names = {each.name for each in trial.iterdir()}
    renamed = upper.name in names and lower.name not in names
    upper.unlink()
    yield Finding(
        Verdict.GOOD if renamed else Verdict.LOOK,
        f"Capitals in a name make {'no other' if same else 'another'} file"
        + ("." if renamed else ", and renaming to them does not work."),
    )


def _clock(trial: Path) -> Iterator[Finding]:
    path = trial / "clock"
    path.write_bytes(b"x")
    off = path.stat().st_mtime - time.time()
    path.unlink()
    if abs(off) > FAR_OFF:
        way = "ahead" if off > 0 else "behind"
        yield Finding(
            Verdict.LOOK,
            f"Its clock is {abs(off) / 60:.0f} minutes {way}. Nothing is decided by it but the order in lists.",
        )
    else:
        yield Finding(Verdict.GOOD, "Its clock agrees with this machine's.")


def _private(trial: Path) -> Iterator[Finding]:
    """Whether new files can be read by their owner alone, where a folder can say so."""
    if os.name == "nt":
        yield Finding(Verdict.GOOD, "Who may read files is up to the folder, as always on Windows.")
        return
    path = trial / "private.toml"
    write_safely(path, b"x")
    mode = path.stat().st_mode & 0o777
    path.unlink()
    if mode & 0o077:
        words = (
            f"Others on this machine may read files in it ({mode:03o}): the folder's disk does not keep permissions."
        )
        yield Finding(Verdict.LOOK, words)
    else:
        yield Finding(Verdict.GOOD, "New files can be read by their owner alone.")


def _place(folder: Path) -> Iterator[Finding]:
    cloud = synchronised_by(folder)
    if cloud:
        words = f"It goes to {cloud}. Locks do not reach other machines at once; what two wrote is merged, not lost."
        yield Finding(Verdict.LOOK, words)


def _stress(trial: Path) -> Iterator[Finding]:
    """Many saves while somebody reads: no reader ever sees half a file, no save fails, no lock is lost."""
    path, moved = trial / "stress.toml", trial / "stress-moved.toml"
    write_safely(path, _file(0, 100))
    ended = threading.Event()
    torn: list[bytes] = []
    reads = 0

    def read() -> None:
        nonlocal reads
        while not ended.wait(0.002):
            with contextlib.suppress(NotReadable, OSError):
                data = read_bytes(path)
                reads += 1
                if seal_of(data.decode("utf-8", "replace")) is not Seal.RIGHT:
                    torn.append(data)

    reader = threading.Thread(target=read, daemon=True)
    reader.start()
    times, failed, lost = [], 0, 0
    try:
        for number in range(1, STRESS + 1):
            lock, data = Lock(path), _file(number, 100 + number)
            lost += lock.take() is not Hold.OURS or Lock(path).take() is not Hold.HELD
            begun = time.perf_counter()
            try:
                write_safely(path, data)
                failed += read_bytes(path) != data
            except (NotWritten, NotReadable):
                failed += 1
            times.append(time.perf_counter() - begun)
            lock.let_go()
            if number % 10 == 0:
                path.rename(moved)
                moved.rename(path)
    finally:
        ended.set()
        reader.join(5.0)
    words = (
        f"{STRESS} saves while it was read {reads} times: {failed} failed, {len(torn)} read by halves, "
        f"{lost} locks did not hold; {statistics.median(times) * 1000:.0f} ms each, {max(times) * 1000:.0f} at most."
    )
    yield Finding(Verdict.BAD if failed or torn or lost else Verdict.GOOD, words)


def _file(number: int, notes: int) -> bytes:
    """A file as sessions are, about as many thousand bytes long as it has notes, and no two alike."""
    return sealed("\n".join(f'note-{each} = "{number} {_NOTE}"' for each in range(notes)))
