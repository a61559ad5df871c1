"""Power cuts: at every instant the disk holds an old or a new file, and a journal up to where it was brought to disk.

What the journal and the safe writing ask of the system is recorded, and then the power is cut after a random one of
these calls, many times. What had not been brought to disk may be there, be gone, be short, be zeroed or hold what stood
on the disk before, sector by sector; what a folder had not been told to keep may have happened or not, in order. This
is how POSIX systems of today behave at their worst; FAT and disks that lie are worse, and no program can promise
anything there.

The same is done with each safeguard taken away in turn: then faults have to be found, or this proof proves nothing.
"""

import contextlib
import os
import random
import shutil
import tempfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple
from unittest import mock

from innovate_tui.storage import journal, safe_write
from innovate_tui.storage.journal import Journal, Stood, opening_of, read_journal
from innovate_tui.storage.safe_write import write_safely
from innovate_tui.storage.session_text import Seal, seal_of, sealed
from innovate_tui.workshop.edits import Park
from innovate_tui.workshop.events import Did
from tests.proofs import Proof

CUTS_PER_RUN = 100
SECTOR = 512
MUTANTS = ("no fsync", "no folder fsync", "no replace", "no checksum")
Op = tuple[Any, ...]


class Promise(NamedTuple):
    """What had been promised before a call: values are counted, later ones are larger."""

    done: int
    saved: int
    forced: int


NOTHING = Promise(0, 0, 0)


@dataclass
class Disk:
    """What was asked of the system below one folder, in order."""

    root: Path
    ops: list[tuple[Op, Promise]] = field(default_factory=list)
    promise: Promise = field(default=NOTHING)
    handles: dict[int, tuple[str, int]] = field(default_factory=dict)
    files: int = 0

    def note(self, *op: Any) -> None:
        """One call."""
        self.ops.append(((str(op[0]), *op[1:]), self.promise))


def prove(rounds: int, seed: int = 1, mutants: bool = True) -> Proof:
    """Cut the power so many times, and see that each safeguard is needed."""
    faults = list(cuts(rounds, seed))
    found = {name: sum(1 for _ in cuts(max(1000, rounds // 5), seed, name)) for name in MUTANTS if mutants}
    blind = [f"without a safeguard ({name}) nothing was found" for name, count in found.items() if not count]
    told = ", ".join(f"{name} {count}" for name, count in found.items())
    done = f"{rounds} power cuts, {len(faults)} bad; bad without a safeguard, of {max(1000, rounds // 5)}: {told}."
    return Proof("power", done, [*faults, *blind])


def cuts(rounds: int, seed: int, mutant: str = "") -> Iterator[str]:
    """Cut the power so many times; what was wrong then."""
    chance = random.Random(f"{seed} {mutant}")
    while rounds > 0:
        with tempfile.TemporaryDirectory(prefix="innovate-power-") as place:
            disk = recorded(Path(place) / "run", chance, mutant)
            for _ in range(min(rounds, CUTS_PER_RUN)):
                at = chance.randrange(len(disk.ops))
                trouble = wrong(disk, at, chance, Path(place) / "after", mutant)
                if trouble:
                    yield f"{mutant} cut after call {at} of {len(disk.ops)}: {trouble}"
        rounds -= CUTS_PER_RUN


# --- what is asked of the system --------------------------------------------------------------------------------------


def recorded(root: Path, chance: random.Random, mutant: str) -> Disk:
    """A run with changes, saves and moments at which the journal is brought to disk."""
    disk = Disk(root)
    state = root / "state"
    state.mkdir(parents=True)
    with recording(disk, mutant), mock.patch.object(journal, "FORCE_EVERY", 1e6):
        file = root / "hubs.toml"
        write_safely(file, toml(0))
        kept = Journal(state, opening_of("s-1", file, ""), toml(0), print)
        for value in range(1, chance.randrange(4, 25)):
            disk.promise = disk.promise._replace(done=value)
            kept.write(Did(Park("n-1", words(value))))
            if chance.random() < 0.3:
                kept.force()
                disk.promise = disk.promise._replace(forced=value)
            if chance.random() < 0.3:
                write_safely(file, toml(value))
                disk.promise = disk.promise._replace(saved=value)
            if chance.random() < 0.1 and kept._next is None:
                kept.begin_anew(lambda value=value: toml(value))  # type: ignore[misc] # it is called at once
                assert kept._next is not None
                kept._next.ready.wait(10)
        kept._ended.set()
        kept._dirty.set()
        kept._thread.join()
    return disk


def words(value: int) -> str:
    """Words that say which value they are, of various lengths."""
    return f"{value} " + "a" * (value * 371 % 4000)


def toml(value: int) -> bytes:
    """A file that says which value it is."""
    return sealed(f'format = 1\nvalue = "{words(value)}"\n')


@contextlib.contextmanager
def recording(disk: Disk, mutant: str) -> Iterator[None]:
    """Every call goes to the system, and is written down."""
    real = {name: getattr(os, name) for name in ("open", "write", "fsync", "close", "replace", "unlink")}

    def opening(path: Any, flags: int, mode: int = 0o777) -> int:
        handle: int = real["open"](path, flags, mode)
        if Path(path).is_dir():
            disk.handles[handle] = ("folder", 0)
        else:
            if flags & os.O_CREAT:
                disk.files += 1
                disk.note("create", disk.files, str(path))
            disk.handles[handle] = (str(path), disk.files)
        return handle

    def writing(handle: int, data: bytes) -> int:
        count: int = real["write"](handle, data)
        if handle in disk.handles:
            disk.note("write", disk.handles[handle][1], bytes(data[:count]))
        return count

    def forcing(handle: int) -> None:
        path, file = disk.handles.get(handle, ("", 0))
        if path == "folder":
            if mutant != "no folder fsync":
                disk.note("folder")
        elif mutant != "no fsync":
            disk.note("force", file)

    def closing(handle: int) -> None:
        disk.handles.pop(handle, None)
        real["close"](handle)

    def replacing(source: Any, target: Any) -> None:
        if mutant == "no replace":  # as programs do that write a file where it stands
            data = Path(source).read_bytes()
            disk.note("empty", str(target))
            disk.note("into", str(target), data)
        else:
            disk.note("rename", str(source), str(target))
        real["replace"](source, target)

    def unlinking(path: Any, **_: Any) -> None:
        real["unlink"](path)
        disk.note("unlink", str(path))

    with contextlib.ExitStack() as stack:
        doubles: dict[str, Callable[..., Any]] = {
            "open": opening,
            "write": writing,
            "fsync": forcing,
            "close": closing,
            "replace": replacing,
            "unlink": unlinking,
        }
        for name, double in doubles.items():
            stack.enter_context(mock.patch.object(os, name, double))
        stack.enter_context(mock.patch.object(safe_write, "RETRIES", ()))
        yield


# --- what is there afterwards -----------------------------------------------------------------------------------------


def wrong(disk: Disk, at: int, chance: random.Random, after: Path, mutant: str) -> str:
    """What of the promises does not hold after a cut; nothing where all do."""
    promise = disk.ops[at][1]
    found = left_on(disk, at, chance)
    if not promise.done:
        return ""  # nothing has been promised before the first file is there
    file = found.get(str(disk.root / "hubs.toml"))
    values = [number for number in range(promise.saved, promise.done + 1) if file == toml(number)]
    if not values:
        return f"the file is none of those from {promise.saved} on: {None if file is None else bytes(file[:40])!r}"
    shutil.rmtree(after, ignore_errors=True)
    after.mkdir(parents=True)
    reached = []
    for number, (path, data) in enumerate(found.items()):
        if path.endswith(journal.ENDING):
            (after / f"{number}{journal.ENDING}").write_bytes(data)
            with checksum(on=mutant != "no checksum"):
                reached.append(value_of(after / f"{number}{journal.ENDING}"))
    if any(each is None or each > promise.done for each in reached):
        return "a journal tells of what never happened"
    if max([values[-1], *(each for each in reached if each is not None)]) < promise.forced:
        return f"{promise.forced} changes were on disk, and {reached} are told"
    return ""


@contextlib.contextmanager
def checksum(*, on: bool) -> Iterator[None]:
    """With or without a look at it."""
    if on:
        yield
        return

    class Anything(int):
        def __eq__(self, other: object) -> bool:
            return True

        def __ne__(self, other: object) -> bool:
            return False

        __hash__ = int.__hash__

    with mock.patch.object(zlib, "crc32", return_value=Anything()):
        yield


def value_of(path: Path) -> int | None:
    """Up to which value a journal tells; -1 where it tells of nothing, none where it tells of what cannot be."""
    found = read_journal(path)
    if found is None:
        return -1
    start = next((number for number in range(100) if found.toml == toml(number)), None)
    if start is None or seal_of(found.toml.decode()) is not Seal.RIGHT:
        return None
    value = start
    for event in found.events:
        if isinstance(event, Stood) or not isinstance(event, Did) or not isinstance(event.edit, Park):
            return None
        value += 1
        if event.edit.text != words(value):
            return None
    return value


def left_on(disk: Disk, at: int, chance: random.Random) -> dict[str, bytes]:
    """The files after a cut: what was brought to disk, and of the rest what chance leaves."""
    data: dict[int, bytearray] = {}
    sure: dict[int, int] = {}
    names: dict[str, int] = {}
    waiting: list[Op] = []
    for op, _ in disk.ops[: at + 1]:
        match op[0]:
            case "create":
                data[op[1]] = bytearray()
                sure[op[1]] = 0
                waiting.append(op)
            case "write":
                data[op[1]] += op[2]
            case "force":
                sure[op[1]] = len(data[op[1]])
            case "folder":
                for each in waiting:
                    happen(each, names)
                waiting = []
            case "empty" | "into":
                known = {**names}
                for each in waiting:
                    happen(each, known)
                there = known.get(op[1])
                if there is None:
                    there = max(data, default=0) + 10_000
                    data[there], sure[there] = bytearray(), 0
                    waiting.append(("create", there, op[1]))
                if op[0] == "empty":
                    data[there], sure[there] = bytearray(), 0
                else:
                    data[there] += op[2]
            case _:
                waiting.append(op)
    for each in waiting[: chance.randint(0, len(waiting))]:
        happen(each, names)
    return {path: left_of(bytes(data[file]), sure[file], chance) for path, file in names.items()}


def happen(op: Op, names: dict[str, int]) -> None:
    """What a folder was told."""
    if op[0] == "create":
        names[op[2]] = op[1]
    elif op[0] == "rename" and op[1] in names:
        names[op[2]] = names.pop(op[1])
    elif op[0] == "unlink":
        names.pop(op[1], None)


def left_of(data: bytes, sure: int, chance: random.Random) -> bytes:
    """What is there of a file of which so many bytes were brought to disk."""
    rest = bytearray(data[sure:])
    way = chance.choice(("all", "none", "short", "zeroed", "stale"))
    if way == "none":
        rest = bytearray()
    elif way == "short":
        rest = rest[: chance.randint(0, len(rest))]
    elif way in ("zeroed", "stale"):
        for start in range(sure - sure % SECTOR, len(data), SECTOR):
            if chance.random() < 0.5:
                begin, end = max(start - sure, 0), min(start + SECTOR - sure, len(rest))
                rest[begin:end] = (b"\0" if way == "zeroed" else b"b") * (end - begin)
    return data[:sure] + bytes(rest)
