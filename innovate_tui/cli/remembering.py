"""The verb for what the program keeps for itself: kept."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from innovate_tui.cli.parsing import DONE, NOT_DONE, Parser
from innovate_tui.cli.saying import problem, say, visible
from innovate_tui.storage import half_typed, locations
from innovate_tui.storage.remembered import Remembered, remembered, wipe
from innovate_tui.workshop.spelling import count

ALL = "all"


def _kept(words: Sequence[str], folder: Path | None) -> int:
    parser = Parser(
        prog="innovate-tui kept",
        description="Say what the program keeps on this computer besides the files of sessions: earlier versions, "
        "journals of what was typed, and the bin. With --wipe it is taken away; the sessions' own files stay.",
        allow_abbrev=False,
    )
    parser.add_argument(
        "--wipe", metavar="SESSION-ID", nargs="?", const=ALL, help="take away what is kept of that session, or of all"
    )
    asked = parser.parse_args(words)
    there = remembered(locations.state_folders())
    if asked.wipe is None:
        say("".join(f"{_line(each)}\n" for each in there) or "Nothing is kept.\n")
        if there:
            say(f"All of it is in {visible(str(locations.state_folders()))}\n")
        return DONE
    wanted = [each for each in there if asked.wipe in (ALL, each.session)]
    if not wanted and asked.wipe != ALL:
        problem(f"Nothing is kept of {asked.wipe}. Without --wipe all that is kept is listed.")
        return NOT_DONE
    code = DONE
    for each in wanted:
        if wipe(each):
            say(f"wiped  {_line(each)}\n")
        elif each.in_use:
            problem(f"{each.session}: it is open in a window. Close it there; then the rest of it can be wiped.")
            code = NOT_DONE
        else:
            problem(f"{each.session}: not everything could be taken away. It is in {each.folder}.")
            code = NOT_DONE
    if not wanted:
        say("Nothing is kept.\n")
    return code


def _line(one: Remembered) -> str:
    """What is kept of a session, in one line."""
    parts = [
        count(number, what)
        for number, what in (
            (one.versions, "earlier version"),
            (one.journals, "journal"),
            (one.binned, "session in the bin"),
        )
        if number
    ]
    parts = [part.replace("session in the bins", "sessions in the bin") for part in parts]
    if one.session == half_typed.FOLDER:
        parts = ["the title of a session that was about to begin"]
    return "  ".join(part for part in (one.session, ", ".join(parts), f"{-(-one.size // 1024)} KiB", one.title) if part)


VERBS: Mapping[str, Callable[[Sequence[str], Path | None], int]] = {"kept": _kept}
