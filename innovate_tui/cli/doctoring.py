"""The verb that looks whether this machine can run the program and keep its sessions: doctor."""

import os
import platform
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import metadata, resources
from pathlib import Path

from innovate_tui import __version__
from innovate_tui.cli.opening import is_terminal
from innovate_tui.cli.parsing import DONE, NOT_DONE, Parser, content_of
from innovate_tui.cli.saying import say
from innovate_tui.storage import locations
from innovate_tui.storage.bounded_toml import NotReadable
from innovate_tui.storage.deck_tables import DeckTrouble
from innovate_tui.storage.doctor import Finding, Verdict, examine, shortened

NEEDED = ("textual", "tomli-w", "fpdf2", "fonttools", "platformdirs")
SIGNS = "■ ▲ ● ► ≡ ≠ … – ’ ┌─┬─┐ ╔═╗ é ł"
WIDTH, HEIGHT = 80, 24


def _doctor(words: Sequence[str], folder: Path | None) -> int:
    parser = Parser(
        prog="innovate-tui doctor",
        description="Look whether this machine, its console and a folder are fit for sessions. "
        "The report holds no names and may be sent.",
        allow_abbrev=False,
    )
    parser.add_argument("folder", metavar="FOLDER", type=Path, nargs="?", help="the folder; yours if you name none")
    parser.add_argument("--stress", action="store_true", help="put the folder to a hundred saves as well")
    asked = parser.parse_args(words)
    sessions = locations.sessions_folder() if asked.folder is None else asked.folder.expanduser().absolute()
    state = locations.state_folders()
    parts = (
        ("This machine", _machine(folder)),
        ("The console", tuple(_console())),
        ("Fonts of the summary", tuple(_fonts())),
        (f"The folder for sessions, {shortened(sessions)}", examine(sessions, stress=asked.stress)),
        ("The folder of the program's own, on this machine alone", examine(state)),
    )
    say(f"innovate-tui {__version__}, doctor\n")
    for heading, findings in parts:
        say(f"\n{heading}\n")
        for each in findings:
            say(f"  {each.verdict:<4}  {each.words}\n")
    bad = sum(each.verdict is Verdict.BAD for _, findings in parts for each in findings)
    say(f"\n{_conclusion(bad)}\n")
    return NOT_DONE if bad else DONE


def _conclusion(bad: int) -> str:
    if not bad:
        return "Nothing stands in the way."
    return f"{bad} of these must be mended before sessions are safe here. Another folder: INNOVATE_FOLDER names it."


def _machine(content: Path | None) -> tuple[Finding, ...]:
    good = sys.version_info >= (3, 11)
    found = [
        Finding(Verdict.GOOD, f"{platform.system()} {platform.release()}, {platform.machine()}"),
        Finding(Verdict.GOOD if good else Verdict.BAD, f"Python {platform.python_version()}"),
    ]
    versions = []
    for name in NEEDED:
        try:
            versions.append(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            found.append(Finding(Verdict.BAD, f"The package {name} is not installed."))
    found.append(Finding(Verdict.GOOD, ", ".join(versions)))
    try:
        deck = content_of(content).deck()
    except (NotReadable, DeckTrouble):
        found.append(Finding(Verdict.BAD, "The cards cannot be read: innovate-tui check says why."))
    else:
        found.append(Finding(Verdict.GOOD, f"The cards can be read: {len(deck.by_id)} of them."))
    return tuple(found)


def _console() -> Iterable[Finding]:
    if not is_terminal():
        yield Finding(Verdict.LOOK, "This is no terminal, or not asked from one: the app itself needs one.")
    else:
        size = os.get_terminal_size(sys.stdout.fileno())
        fits = size.columns >= WIDTH and size.lines >= HEIGHT
        yield Finding(
            Verdict.GOOD if fits else Verdict.LOOK,
            f"A window of {size.columns} by {size.lines}" + ("." if fits else f"; {WIDTH} by {HEIGHT} is at ease."),
        )
    from innovate_tui.ui.console import needs_ascii

    term = os.environ.get("TERM", "") or "not said"
    colours = "asked for none (NO_COLOR)" if os.environ.get("NO_COLOR") else _colours()
    yield Finding(Verdict.GOOD, f"Kind of terminal: {_known(term)}; colours: {colours}")
    encoding = getattr(sys.stdout, "encoding", None) or "not said"
    if needs_ascii():
        yield Finding(Verdict.LOOK, f"Letters: {encoding}. The app shows ASCII alone, as asked or as it must.")
    else:
        yield Finding(Verdict.GOOD, f"Letters: {encoding}. If these signs are not all there, set INNOVATE_ASCII=1:")
        yield Finding(Verdict.GOOD, SIGNS)


def _colours() -> str:
    from rich.console import Console

    return {"truecolor": "all", "256": "256", "standard": "16", "windows": "16"}.get(
        Console(file=sys.stdout).color_system or "", "none here"
    )


def _known(term: str) -> str:
    """What the environment says, as far as it is a plain word: it may hold anything."""
    return term if term.isascii() and term.replace("-", "").isalnum() and len(term) < 40 else "of its own"


def _fonts() -> Iterable[Finding]:
    from innovate_tui.report.lettering import FACES, face

    folder = resources.files("innovate_tui.report").joinpath("fonts")
    missing = [name for name in FACES.values() if not folder.joinpath(name).is_file()]
    if missing:
        yield Finding(Verdict.BAD, f"{len(missing)} of {len(FACES)} are missing: install the program again.")
        return
    letters = min(len(face(bold).advances) for bold in FACES)
    yield Finding(Verdict.GOOD, f"Both are there, with {letters} characters. What they lack is named at each export.")


VERBS: Mapping[str, Callable[[Sequence[str], Path | None], int]] = {"doctor": _doctor}
