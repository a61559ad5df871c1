"""Edits, saves, kills and reloads in any order, as a machine of states: nothing that was seen is ever lost.

What is recovered is just what was seen, however often it is killed again before the file is written, and what is said
of it is true: how many changes it was, and that nobody else has changed the file.
"""

import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.errors import HypothesisException
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from innovate_tui.storage.deck_files import open_content
from innovate_tui.storage.locations import content_folder
from innovate_tui.storage.recovery import let_go, recovered, steps_ahead
from innovate_tui.storage.safe_write import write_safely
from innovate_tui.storage.scribe import Scribe, as_version
from innovate_tui.storage.session_reading import read_session
from innovate_tui.storage.session_text import session_bytes
from innovate_tui.storage.versions import is_kept, keep_version
from innovate_tui.ui.minting import now
from innovate_tui.workshop.events import Did, Event, LeftField, Redid, Undid, after
from innovate_tui.workshop.history import History
from innovate_tui.workshop.refusal import Refused
from tests.proofs import Proof
from tests.storage.test_scribe import EVENTS, EXAMPLE, silent

DECK = open_content(content_folder()).deck()
STEPS = 15
"""What happens in one round."""


class Crashes(RuleBasedStateMachine):
    """One session on one machine that is killed now and then."""

    @initialize()
    def begin(self) -> None:
        """A session that is opened."""
        self.place = Path(tempfile.mkdtemp(prefix="innovate-crashes-"))
        self.file, self.state = self.place / "hubs.toml", self.place / "state"
        self.file.write_bytes(EXAMPLE)
        self.seen = read_session(EXAMPLE, DECK).session
        self.open(History(self.seen), EXAMPLE)

    def open(self, history: History, data: bytes) -> None:
        """A new run of the program."""
        self.history = history
        ahead = steps_ahead(history, read_session(data, DECK).session)
        self.scribe = Scribe(self.state, history, DECK, self.file, data=data, ahead=ahead, tell=silent)

    @rule(events=st.lists(EVENTS, min_size=1, max_size=6))
    def work(self, events: list[Event]) -> None:
        """Edits, undo and redo."""
        for event in events:
            try:
                then = after(self.history, event, DECK)
            except Refused:
                continue
            if then is not self.history and isinstance(event, Did | Undid | Redid | LeftField):
                self.scribe.write(event, then)
                self.history = then
        self.seen = self.history.now

    @rule()
    def save(self) -> None:
        """The keeper has written the file."""
        write_safely(self.file, session_bytes(self.history.now, DECK))
        self.scribe.saved(self.file)

    @rule(keep=st.booleans())
    def kill_and_open(self, keep: bool) -> None:
        """The program is killed and opened again; somebody goes on with what was recovered, or back to the file."""
        self.scribe.close(done=False)
        data = self.file.read_bytes()
        in_file = read_session(data, DECK).session
        lost = recovered(self.state, self.file, in_file, DECK)
        if lost is None:
            assert in_file == self.seen
            self.open(History(in_file), data)
            return
        assert lost.history.now == self.seen
        assert lost.changes > 0
        assert not lost.elsewhere
        other = as_version(data, in_file, DECK) if keep else session_bytes(lost.history.now, DECK)
        assert keep_version(self.state, other, lost.so_far, now(), soon=True) or is_kept(self.state, other)
        self.open(lost.history if keep else History(in_file), data)
        let_go(lost.journals)
        self.seen = self.history.now

    @rule()
    def leave(self) -> None:
        """Everything on disk, out, and in again."""
        self.save()
        self.scribe.close(done=True)
        data = self.file.read_bytes()
        assert not list(self.state.glob("*.journal"))
        self.open(History(read_session(data, DECK).session), data)

    @invariant()
    def nothing_is_lost(self) -> None:
        """What is seen is what the history says."""
        if hasattr(self, "history"):
            assert self.history.now == self.seen

    def teardown(self) -> None:
        """Away with it."""
        if hasattr(self, "place"):
            self.scribe.close(done=True)
            shutil.rmtree(self.place, ignore_errors=True)


def prove(rounds: int, seed: int = 1) -> Proof:
    """So many rounds; what went wrong in the shortest one that fails."""
    bounds = settings(
        max_examples=rounds,
        stateful_step_count=STEPS,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    try:
        run_state_machine_as_test(Crashes, settings=bounds)
        faults = []
    except (AssertionError, HypothesisException) as fault:
        faults = ["\n".join((str(fault), *getattr(fault, "__notes__", ())))]
    return Proof("machine", f"{rounds} rounds of edits, saves, kills and reloads, {len(faults)} bad.", faults)
