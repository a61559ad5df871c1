"""Every beginning of a session's file and of a journal, and flipped bits of both: each is noticed, and nothing made up.

A session says that it is cut short, does not read, or was changed outside the program. A journal gives a beginning of
what happened.
"""

import random
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

from innovate_tui.storage.bounded_toml import NotReadable, decoded
from innovate_tui.storage.deck_files import open_content
from innovate_tui.storage.journal import ENDING, Journal, opening_of, read_journal
from innovate_tui.storage.locations import content_folder
from innovate_tui.storage.session_reading import read_session
from innovate_tui.storage.session_text import Seal, seal_of
from innovate_tui.workshop.deck import Deck
from innovate_tui.workshop.edits import Park
from innovate_tui.workshop.events import Did
from tests.proofs import Proof

FORMATS = sorted((Path(__file__).parent.parent / "formats").glob("*.toml"))
OPENED = FORMATS[0].read_bytes()
OUTSIDE = "It was changed outside the program, and is taken as it stands now."
READ_WHOLE = 10
"""Of so many flipped bits one is read to the end; of the others too where the last line does not decide it."""
EVENTS = tuple(
    Did(Park(f"n-{number}", f"Thought {number}, ŵ."), datetime(2026, 3, 12, tzinfo=UTC)) for number in range(20)
)


def prove(rounds: int, seed: int = 1) -> Proof:
    """Every beginning, and so many flipped bits of sessions and of a journal."""
    deck = open_content(content_folder()).deck()
    chance, beginnings = random.Random(seed), 0
    faults: list[str] = []
    files = FORMATS if seed == 1 else []
    for each in files:
        data = each.read_bytes()
        beginnings += len(data)
        faults += (f"{each.name} cut at {end}: nothing is said" for end in cuts_unsaid(data, deck))
    for number in range(rounds):
        each = chance.choice(FORMATS)
        bit = chance.randrange(8 * each.stat().st_size)
        data = flipped(each.read_bytes(), bit)
        decided = number % READ_WHOLE and unsealed(data)
        if not decided and not noticed(data, deck):
            faults.append(f"{each.name}, bit {bit}: nothing is said")
    with tempfile.TemporaryDirectory(prefix="innovate-bits-") as name:
        whole = written(Path(name)).read_bytes()
        ends = range(len(whole)) if seed == 1 else range(0)
        beginnings += len(ends)
        torn = [(f"cut at {end}", whole[:end]) for end in ends]
        bits = (chance.randrange(8 * len(whole)) for _ in range(rounds))
        for what, data in chain(torn, ((f"bit {bit}", flipped(whole, bit)) for bit in bits)):
            if made_up(Path(name) / f"torn{ENDING}", data):
                faults.append(f"journal, {what}: something was made up")
    done = f"{beginnings:,} beginnings, {rounds:,} flipped bits of sessions, {rounds:,} of a journal."
    return Proof("bits", done, faults)


def cuts_unsaid(data: bytes, deck: Deck) -> Iterator[int]:
    """Where a file can be cut without that it is said, but for its last line: before that, words would be gone."""
    for end in range(data.rindex(b"# end") + len(b"# end")):
        try:
            read_session(data[:end], deck)
        except NotReadable:
            continue
        yield end


def flipped(data: bytes, bit: int) -> bytes:
    """The same with one other bit."""
    changed = bytearray(data)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


def unsealed(data: bytes) -> bool:
    """Whether the last line says that something is not as it was written, or the file is no text any more."""
    try:
        return seal_of(decoded(data, "")) is not Seal.RIGHT
    except NotReadable:
        return True


def noticed(data: bytes, deck: Deck) -> bool:
    """Whether a damaged session is said to be one: it does not read, or it was changed outside the program."""
    try:
        opened = read_session(data, deck)
    except NotReadable as trouble:
        return bool(trouble.what)
    return OUTSIDE in opened.notices


def made_up(path: Path, data: bytes) -> bool:
    """Whether a damaged journal gives anything but a beginning of what happened."""
    path.write_bytes(data)
    found = read_journal(path)
    return found is not None and (found.toml != OPENED or found.events != EVENTS[: len(found.events)])


def written(folder: Path) -> Path:
    """A journal of a score of events."""
    opening = opening_of("s-1", Path("ours.toml"), "")
    journal = Journal(folder / "state", opening, OPENED, lambda trouble: None)
    for event in EVENTS:
        journal.write(event)
    journal.close(done=False)
    return journal.path
