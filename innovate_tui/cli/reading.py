"""The verbs that only read: check and show."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from innovate_tui.cli.parsing import DONE, NOT_DONE, Parser, content_of, open_aloud
from innovate_tui.cli.saying import say


def _check(words: Sequence[str], folder: Path | None) -> int:
    parser = Parser(
        prog="innovate-tui check",
        description="Say what is wrong with sessions and how to mend it, a line for each problem.",
        allow_abbrev=False,
    )
    parser.add_argument("files", metavar="FILE.toml", type=Path, nargs="+")
    asked = parser.parse_args(words)
    content = content_of(folder)
    code = DONE
    for file in asked.files:
        opened = open_aloud(file, content)
        if opened is None or opened.session.troubles:
            code = NOT_DONE
    return code


def _show(words: Sequence[str], folder: Path | None) -> int:
    parser = Parser(prog="innovate-tui show", description="Print a session as plain text.", allow_abbrev=False)
    parser.add_argument("file", metavar="FILE.toml", type=Path)
    asked = parser.parse_args(words)
    opened = open_aloud(asked.file, content_of(folder))
    if opened is None:
        return NOT_DONE
    from innovate_tui.report.plain import to_plain
    from innovate_tui.report.summary import summarise

    say(to_plain(summarise(opened.session, opened.deck, whole=True)))  # it stays on this machine
    return DONE


VERBS: Mapping[str, Callable[[Sequence[str], Path | None], int]] = {"check": _check, "show": _show}
