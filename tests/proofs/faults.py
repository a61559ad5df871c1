"""Every file operation of open, save, export, backup, journal, lock and bin fails, with each of nine errors.

Once, and from then on. Nothing may be lost, nothing may fail silently, and nothing but an answer may come back.
"""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from datetime import UTC, datetime
from functools import cache
from io import StringIO
from pathlib import Path
from typing import NamedTuple
from unittest import mock

from innovate_tui import cli
from innovate_tui.report import pdf
from innovate_tui.report.summary import summarise
from innovate_tui.storage import bin as bin_module
from innovate_tui.storage.bounded_toml import NotReadable
from innovate_tui.storage.deck_files import Content, open_content
from innovate_tui.storage.journal import Journal, opening_of, read_journal
from innovate_tui.storage.keeper import Keeper, Keeping
from innovate_tui.storage.listing import recent_sessions
from innovate_tui.storage.locations import content_folder
from innovate_tui.storage.locks import Lock
from innovate_tui.storage.safe_write import NotWritten
from innovate_tui.storage.session_file import open_session
from innovate_tui.storage.session_reading import read_session
from innovate_tui.storage.session_text import session_bytes
from innovate_tui.storage.versions import keep_version, versions
from innovate_tui.ui.desk import Desk
from innovate_tui.workshop.edits import Park
from innovate_tui.workshop.events import Did
from innovate_tui.workshop.session import Session
from tests.proofs import Proof
from tests.proofs.injection import ERRORS, Faults
from tests.proofs.writers import InTurns

MOMENT = datetime(2026, 3, 12, 10, 18, tzinfo=UTC)
Scenario = Callable[[Path, Faults], str]
"""Does something in a folder with a session `a.toml` in it while faults fall; what went wrong, or nothing."""


class Given(NamedTuple):
    """What every scenario begins with."""

    content: Content
    old: bytes
    new: bytes
    opened: Session
    later: Session
    printed: pdf.Printed


@cache
def given() -> Given:
    """A session, and the same with a thought more."""
    content = open_content(content_folder())
    deck = content.deck()
    opened = read_session((Path(__file__).parent.parent / "formats" / "issue-4.toml").read_bytes(), deck).session
    later = Park("n-later", "What must not be lost.").apply(opened, deck)
    old, new = (session_bytes(each, deck) for each in (opened, later))
    return Given(content, old, new, opened, later, pdf.to_pdf(summarise(opened, deck)))


def opening(folder: Path, faults: Faults) -> str:
    """Open the session."""
    with faults.falling():
        try:
            found = open_session(folder / "a.toml", given().content).session
        except NotReadable as trouble:
            return "" if trouble.what else "not said"
    return "" if found == given().opened else "another session was read"


def listing(folder: Path, faults: Faults) -> str:
    """List the folder."""
    with faults.falling():
        recent_sessions(folder)
    return "" if len(recent_sessions(folder)) == 1 else "not listed afterwards"


def saving(folder: Path, faults: Faults) -> str:
    """Save a change, and again when all is well."""
    path = folder / "a.toml"
    keeper = InTurns(path, given().content.deck(), given().old, lambda _: None)
    keeper.save(given().later)
    with faults.falling():
        keeper.flush()
        stands = keeper.status
    return _kept(keeper, path, saved=stands.keeping is Keeping.SAVED, said=stands.reason)


def saving_over(folder: Path, faults: Faults) -> str:
    """Save a change where another laptop has made one too."""
    path, deck = folder / "a.toml", given().content.deck()
    keeper = InTurns(path, deck, given().old, lambda _: None)
    theirs = Park("n-theirs", "Theirs.").apply(given().opened, deck)
    path.write_bytes(session_bytes(theirs, deck))
    keeper.save(given().later)
    with faults.falling():
        keeper.flush()
        stands = keeper.status
    if stands.keeping is not Keeping.SAVED and not stands.reason:
        return "not said"
    keeper.flush()
    there = b"".join(each.read_bytes() for each in folder.glob("a*.toml"))
    return "" if b"Theirs." in there and b"must not be lost" in there else "lost"


def saving_locked(folder: Path, faults: Faults) -> str:
    """Take a lock, save, give a sign of life, let go."""
    path = folder / "a.toml"
    lock = Lock(path)
    lock.take()
    keeper = InTurns(path, given().content.deck(), given().old, lambda _: None, lock=lock)
    keeper.save(given().later)
    with faults.falling():
        keeper.flush()
        stands = keeper.status
        lock.say_alive(datetime.now(UTC).replace(year=2099))
    if stands.keeping is not Keeping.SAVED and not stands.reason and stands.keeping is not Keeping.LOST:
        return "not said"
    keeper.flush()
    there = b"".join(each.read_bytes() for each in folder.glob("a*.toml"))
    lock.let_go()
    return "" if b"must not be lost" in there else "lost"


def locking(folder: Path, faults: Faults) -> str:
    """Everything that is asked of a lock."""
    path = folder / "a.toml"
    with faults.falling():
        lock, other = Lock(path), Lock(path)
        lock.take()
        other.take()
        other.take_over()
        lock.is_ours()
        other.let_go()
    return "" if path.read_bytes() == given().old else "the session was touched"


def quitting(folder: Path, faults: Faults) -> str:
    """Save, and close at once."""
    path = folder / "a.toml"
    keeper = InTurns(path, given().content.deck(), given().old, lambda _: None)
    keeper.save(given().later)
    with faults.falling():
        kept = keeper.close(0.0)
    if kept and path.read_bytes() != given().new:
        return "said to be kept, and is not"
    return "" if path.read_bytes() in (given().old, given().new) else "lost"


def exporting(folder: Path, faults: Faults) -> str:
    """Write the summary."""
    desk = Desk(given().content)
    with (
        mock.patch.dict("os.environ", {"INNOVATE_FOLDER": str(folder)}),
        mock.patch.object(pdf, "to_pdf", return_value=given().printed),
        faults.falling(),
    ):
        export = desk.export(given().opened, given().content.deck())
    if export.path is None:
        return "" if export.trouble and "mistake" not in export.trouble else f"said: {export.trouble!r}"
    return "" if export.path.read_bytes() == given().printed.data else "written otherwise"


def commanding(folder: Path, faults: Faults) -> str:
    """Begin a session on the command line."""
    path, said = folder / "b.toml", StringIO()
    with redirect_stderr(said), redirect_stdout(StringIO()), faults.falling():
        try:
            code = cli.main(["new", str(path), "--title", "B"])
        except OSError as error:
            code = 1  # `run` says what the system says, in one line
            said.write(str(error))
    if code == 0:
        return (
            "" if read_session(path.read_bytes(), given().content.deck()).session.title == "B" else "written otherwise"
        )
    return "" if said.getvalue().strip() else "not said"


def backing_up(folder: Path, faults: Faults) -> str:
    """Keep a version."""
    with faults.falling():
        kept = keep_version(folder, given().old, 3, MOMENT)
    if kept and [each.path.read_bytes() for each in versions(folder)] != [given().old]:
        return "said to be kept, and is not"
    return "" if kept or faults.fell else "not kept"


def journalling(folder: Path, faults: Faults) -> str:
    """Begin a journal, and write what happens."""
    said: list[str] = []
    opening = opening_of(given().opened.id, folder / "a.toml", "")
    with faults.falling():
        journal = Journal(folder, opening, given().old, said.append)
        for number in range(3):
            journal.write(Did(Park("n-later", "What"[: number + 1]), MOMENT))
        journal.force()
        journal.close(done=False)
    if said:
        return ""
    found = read_journal(journal.path)
    return "" if found is not None and len(found.events) == 3 else "not written, and not said"


def binning(folder: Path, faults: Faults) -> str:
    """Put a session into the bin, and bring it back."""
    path, state = folder / "a.toml", folder / "state"
    try:
        with faults.falling():
            bin_module.put_in(path, state, MOMENT)
            for binned in bin_module.in_bins(folder):
                bin_module.put_back(binned, folder)
    except (NotWritten, NotReadable) as trouble:
        if not str(trouble):
            return "not said"
    there = [each for each in folder.rglob("*.toml") if each.read_bytes() == given().old]
    return "" if there else "lost"


def _kept(keeper: Keeper, path: Path, *, saved: bool, said: str) -> str:
    there = path.read_bytes()
    if there not in (given().old, given().new):
        return "neither old nor new"
    if saved and there != given().new:
        return "said to be saved, and is not"
    if not saved and not said:
        return "not said"
    keeper.flush()
    return "" if path.read_bytes() == given().new else "not saved when all was well again"


SCENARIOS: tuple[Scenario, ...] = (
    *(opening, listing, saving, saving_over, saving_locked, locking, quitting, exporting, commanding, backing_up),
    *(journalling, binning),
)


def fall(scenario: Scenario, at: int = -1, error: int = 0, *, for_ever: bool = False) -> tuple[str, list[str]]:
    """One run of a scenario in a folder of its own; what went wrong, and every call that it made."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve() / "there"
        folder.mkdir()
        (folder / "a.toml").write_bytes(given().old)
        faults = Faults(folder, at, error, for_ever=for_ever)
        try:
            return scenario(folder, faults), faults.calls
        except Exception as trouble:  # noqa: BLE001 - whatever comes is a finding
            return f"{type(trouble).__name__}: {trouble}", faults.calls
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def every_fault(every: int = 1) -> Iterator[tuple[str, str]]:
    """Each fault, or each so-manieth, as what it was and what went wrong."""
    number = 0
    for scenario in SCENARIOS:
        wrong, calls = fall(scenario)
        yield f"{scenario.__name__}, no fault", wrong
        for at, call in enumerate(calls):
            for error in ERRORS:
                for for_ever in (False, True):
                    number += 1
                    if number % every == 0:
                        what = f"{scenario.__name__}, call {at} ({call}), error {error}{', for ever' * for_ever}"
                        yield what, fall(scenario, at, error, for_ever=for_ever)[0]


def prove(rounds: int, seed: int = 1) -> Proof:
    """All of them; of so many rounds, about so many."""
    given()
    found = list(every_fault(max(1, 2000 // rounds) if rounds else 1))
    wrong = [f"{what}: {why}" for what, why in found if why]
    return Proof("faults", f"{len(found):,} faults in {len(SCENARIOS)} things that are done with files.", wrong)
