"""Two windows write one session, in whatever order: no words of either are lost, and none turn up torn.

Both write without a lock, as through a synchronised folder: the worst there is. A text may go only where whoever wrote
over it, or took it out, had it before them.
"""

import os
import random
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from unittest import mock

from innovate_tui.storage.deck_files import open_content
from innovate_tui.storage.joining import taken_in
from innovate_tui.storage.keeper import Keeper
from innovate_tui.storage.locations import content_folder
from innovate_tui.storage.merging import texts_in
from innovate_tui.storage.session_reading import parsed_session, read_session
from innovate_tui.storage.session_text import session_bytes
from innovate_tui.workshop.board_edits import Put, Unfix
from innovate_tui.workshop.deck import Deck
from innovate_tui.workshop.edits import Describe, Edit, Park, WriteNote
from innovate_tui.workshop.session import Session
from tests.proofs import Proof

CARDS = ("trust", "team", "openness")
STEPS = 24


class InTurns(Keeper):
    """A keeper that writes when it is told to and not before, so that an interleaving can be had again."""

    def _run(self) -> None:
        """Nothing happens by itself."""

    def flush(self, timeout: float = 0) -> bool:
        """Write now."""
        self._turn()
        return self._is_kept


@dataclass
class Window:
    """One of the two: its keeper, and the session as it has it."""

    name: str
    keeper: InTurns
    now: Session
    deck: Deck
    written: int = 0
    said: set[str] = field(default_factory=set)
    gone: set[str] = field(default_factory=set)
    """Texts that this window has put away, knowing them."""

    def do(self, chance: random.Random) -> None:
        """Change something, and remember the text that it wrote and those that it put away."""
        self.written += 1
        text = f"{self.name}{self.written}"
        before = words_in(self.now, self.deck)
        card = chance.choice(CARDS)
        edit: Edit
        match chance.choice(("park", "note", "title", "out", "place")):
            case "note":
                edit = WriteNote(card, text)
            case "title":
                edit = Describe("title", text)
            case "out" if self.now.parked:
                edit = Park(chance.choice(list(self.now.parked)), "")
            case "place":
                edit = Put(card, chance.randint(1, 9))
            case _:
                edit = Park(f"n-{text}", text)
        self.now = edit.apply(self.now, self.deck)
        after = words_in(self.now, self.deck)
        self.said |= {text} & after
        self.gone |= before - after
        self.keeper.save(self.now)

    def take(self) -> None:
        """Take what came in from the other, as the app does when it hears of it."""
        came = self.keeper.status.joined
        if came is not None:
            self.now = taken_in(came, self.now, self.deck)
            self.keeper.take(came, self.now)


def words_in(session: Session, deck: Deck) -> set[str]:
    """Every text of a session."""
    return set(texts_in(parsed_session(session_bytes(session, deck), "")[0]))


def interleaved(seed: int, folder: Path, deck: Deck, data: bytes) -> list[str]:
    """One interleaving; what was lost in it."""
    chance = random.Random(seed)
    path = folder / f"s{seed}.toml"
    opened = read_session(data, deck).session
    opened = Unfix("diamond").apply(opened, deck)
    data = session_bytes(opened, deck)
    path.write_bytes(data)
    one, other = (Window(name, InTurns(path, deck, data, lambda _: None), opened, deck) for name in ("A", "B"))
    for _ in range(STEPS):
        window = chance.choice((one, other))
        match chance.choice(("do", "do", "flush", "take")):
            case "do":
                window.do(chance)
            case "flush":
                window.keeper.flush()
            case "take":
                window.take()
    for window in (one, other, one, other):
        window.keeper.flush()
        window.take()
    one.keeper.close()
    other.keeper.close()
    there = set[str]()
    for file in folder.glob(f"s{seed}*.toml"):
        there |= set(texts_in(parsed_session(file.read_bytes(), str(file))[0]))
    lost = (one.said | other.said) - there - one.gone - other.gone
    return [f"seed {seed}: the text {text}" for text in sorted(lost)]


def prove(rounds: int, seed: int = 1) -> Proof:
    """So many interleavings."""
    deck = open_content(content_folder()).deck()
    data = (Path(__file__).parent.parent / "formats" / "issue-2.toml").read_bytes()
    lost: list[str] = []
    with tempfile.TemporaryDirectory() as folder, mock.patch.object(os, "fsync"):  # no power is cut here
        for seed in range(rounds):
            lost += interleaved(seed, Path(folder), deck, data)
    return Proof("writers", f"{rounds:,} interleavings of two writers, {STEPS} steps each.", lost)
