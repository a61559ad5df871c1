"""The command line: what each verb does, and the one way in which results and problems are said.

Results go to standard output, problems to standard error in one line each, and nothing is said where all is well.
Textual is imported when the app opens and fpdf2 when a PDF is made, and not before.
"""

import argparse
import contextlib
import errno
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import IO, Any, NoReturn

from innovate_tui.storage import locations
from innovate_tui.storage.bounded_toml import NotReadable, read_bytes
from innovate_tui.storage.deck_files import Content, open_content
from innovate_tui.storage.deck_tables import DeckTrouble
from innovate_tui.storage.safe_write import NotWritten, write_safely
from innovate_tui.storage.session_file import OpenFile, open_session
from innovate_tui.workshop.deck import Mode
from innovate_tui.workshop.spoken import is_control, one_line

DONE, NOT_DONE, MISUSED = 0, 1, 2

HELP = """\
usage: innovate-tui [--content FOLDER] [FILE.toml]
       innovate-tui [--content FOLDER] VERB ...

Workshop tools for innovators in work with children, young people and families.

  innovate-tui                   open the app at its start screen
  innovate-tui FILE.toml         open that session
  innovate-tui new FILE.toml     begin a session there:
                              [--title T] [--group G] [--mode individual|group]
  innovate-tui sample FILE.toml  write a complete sample session there
  innovate-tui check FILE...     say what is wrong, and how to mend it
  innovate-tui show FILE.toml    print a session as plain text
  innovate-tui export FILE...    write sessions as documents:
                              [--to pdf|md] [-o PATH] [--force]

  --content FOLDER               use another deck of cards
  --version                      print the version
  --help                         print this; VERB --help says more

A file that is named like a verb: ./check
Sessions and exports go to Documents/Innovate, or where INNOVATE_FOLDER says.
Exit codes: 0 done, 1 it could not be done, 2 the command was not understood.
"""


def run() -> NoReturn:
    """The console entry: everything a user can cause ends in one line and an exit code, never in a traceback."""
    _prepare(sys.stdout)
    _prepare(sys.stderr)
    try:
        code = main(sys.argv[1:])
        if sys.stdout is not None:
            sys.stdout.flush()
    except KeyboardInterrupt:
        code = NOT_DONE
    except OSError as error:
        if not isinstance(error, BrokenPipeError):
            _problem(f"The system says: {error.strerror or error}.")
        code = NOT_DONE
        _let_go_of_output()
    sys.exit(code)


def main(arguments: Sequence[str]) -> int:
    """Do what the words of a command line ask for; the exit code."""
    early = _Parser(prog="innovate-tui", add_help=False, allow_abbrev=False, usage=argparse.SUPPRESS)
    early.add_argument("--content", type=Path)
    try:
        chosen, rest = early.parse_known_args(arguments)
        if rest and rest[0] in VERBS:
            return VERBS[rest[0]](rest[1:], chosen.content)
        return _open_app(rest, chosen.content)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else MISUSED
    except DeckTrouble as trouble:
        for problem in trouble.problems:
            _problem(str(problem))
    except (NotReadable, NotWritten) as trouble:
        _problem(str(trouble))
    return NOT_DONE


def _open_app(words: Sequence[str], folder: Path | None) -> int:
    """Open the app, at a session if one is named. What is wrong with its file is said before anything is shown."""
    parser = _Parser(
        prog="innovate-tui", add_help=False, allow_abbrev=False, usage="innovate-tui [FILE.toml]; see --help"
    )
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("-h", "--help", action="store_true")
    parser.add_argument("--version", action="store_true")
    asked = parser.parse_args(words)
    if asked.help:
        _say(HELP)
        return DONE
    if asked.version:
        from innovate_tui import __version__

        _say(f"innovate-tui {__version__}\n")
        return DONE
    if asked.file is not None:
        read_bytes(asked.file)  # a name that is mistyped is said before Textual is loaded
    if not _is_terminal():
        if asked.file is not None:
            open_session(asked.file, _content(folder))
        _problem("The app needs a terminal. Without one, use: innovate-tui show FILE.toml, or export FILE.toml")
        return NOT_DONE
    from innovate_tui.ui.app import run_app

    code: int = run_app(asked.file, folder)
    return code


def _new(words: Sequence[str], folder: Path | None) -> int:
    parser = _Parser(prog="innovate-tui new", description="Begin a session in a file of its own.", allow_abbrev=False)
    parser.add_argument("file", metavar="FILE.toml", type=Path)
    parser.add_argument("--title", default="", help="what the session is about")
    parser.add_argument("--group", default="", help="what the group calls itself")
    parser.add_argument("--mode", choices=[str(Mode.INDIVIDUAL), str(Mode.GROUP)], default=str(Mode.INDIVIDUAL))
    parser.add_argument("--force", action="store_true", help="write over a file that stands there")
    asked = parser.parse_args(words)
    deck = _content(folder).deck()
    from innovate_tui.storage.session_text import session_bytes
    from innovate_tui.ui.minting import mint, now
    from innovate_tui.workshop.session import DeckStamp, Session

    session = Session(
        id=mint("s", 8),
        title=one_line(asked.title),
        started=now(),
        deck=DeckStamp(deck.id, deck.version, deck.title),
        mode=Mode(asked.mode),
        group=one_line(asked.group),
        language=deck.language,
    )
    _write(asked.file, session_bytes(session, deck), force=asked.force)
    return DONE


def _sample(words: Sequence[str], folder: Path | None) -> int:
    parser = _Parser(prog="innovate-tui sample", description="Write a complete sample session.", allow_abbrev=False)
    parser.add_argument("file", metavar="FILE.toml", type=Path)
    parser.add_argument("--force", action="store_true", help="write over a file that stands there")
    asked = parser.parse_args(words)
    _write(asked.file, _content(folder).sample(), force=asked.force)
    return DONE


def _check(words: Sequence[str], folder: Path | None) -> int:
    parser = _Parser(
        prog="innovate-tui check",
        description="Say what is wrong with sessions and how to mend it, a line for each problem.",
        allow_abbrev=False,
    )
    parser.add_argument("files", metavar="FILE.toml", type=Path, nargs="+")
    asked = parser.parse_args(words)
    content = _content(folder)
    code = DONE
    for file in asked.files:
        opened = _opened(file, content)
        if opened is None or opened.session.troubles:
            code = NOT_DONE
    return code


def _show(words: Sequence[str], folder: Path | None) -> int:
    parser = _Parser(prog="innovate-tui show", description="Print a session as plain text.", allow_abbrev=False)
    parser.add_argument("file", metavar="FILE.toml", type=Path)
    asked = parser.parse_args(words)
    opened = _opened(asked.file, _content(folder))
    if opened is None:
        return NOT_DONE
    from innovate_tui.report.plain import to_plain
    from innovate_tui.report.summary import summarise

    _say(to_plain(summarise(opened.session, opened.deck)))
    return DONE


def _export(words: Sequence[str], folder: Path | None) -> int:
    parser = _Parser(prog="innovate-tui export", description="Write sessions as documents.", allow_abbrev=False)
    parser.add_argument("files", metavar="FILE.toml", type=Path, nargs="+")
    parser.add_argument("--to", choices=["pdf", "md"], default="pdf", help="PDF or Markdown; PDF if you do not say")
    parser.add_argument(
        "-o", "--output", metavar="PATH", type=Path, help="the file to write; with several sessions, a folder"
    )
    parser.add_argument("--force", action="store_true", help="write over files that stand there")
    asked = parser.parse_args(words)
    content = _content(folder)
    exact: Path | None = asked.output if len(asked.files) == 1 else None
    written: set[Path] = set()
    code = DONE
    for file in asked.files:
        opened = _opened(file, content)
        if opened is None:
            code = NOT_DONE
            continue
        try:
            data = _document(opened, asked.to)
            if exact is not None:
                _write(exact, data, force=asked.force)
                continue
            into = _made(asked.output or locations.exports_folder())
            target = _named(opened, into, f".{asked.to}", written if asked.force else None)
            _write(target, data, force=asked.force)
            written.add(target)
            _say(f"{_visible(str(target))}\n")
        except NotWritten as trouble:
            _problem(str(trouble))
            code = NOT_DONE
    return code


VERBS: dict[str, Callable[[Sequence[str], Path | None], int]] = {
    "new": _new,
    "sample": _sample,
    "check": _check,
    "show": _show,
    "export": _export,
}


def _content(folder: Path | None) -> Content:
    """The decks to choose from: those of the folder that was named, else those of the program."""
    return open_content(locations.content_folder() if folder is None else folder)


def _opened(file: Path, content: Content) -> OpenFile | None:
    """A session with its notices and troubles said; none, with the reason said, where it cannot be opened."""
    try:
        opened = open_session(file, content)
    except NotReadable as trouble:
        _problem(str(trouble))
        return None
    for notice in opened.notices:
        _problem(f"{file}: {notice}")
    for kept in opened.session.troubles:
        _problem(f"{file}: {kept.where}: {kept.trouble} {kept.mend}".strip())
    return opened


def _document(opened: OpenFile, to: str) -> bytes:
    """A session as the bytes of a document; what cannot be printed is said."""
    from innovate_tui.report.summary import summarise

    document = summarise(opened.session, opened.deck)
    if to == "md":
        from innovate_tui.report.markdown import to_markdown

        return to_markdown(document).encode("utf-8")
    from innovate_tui.report.pdf import to_pdf

    printed = to_pdf(document)
    for line in printed.unprintable:
        _problem(f"{opened.path}: {line}")
    return printed.data


def _named(opened: OpenFile, folder: Path, ending: str, written: set[Path] | None) -> Path:
    """Where a document goes whose name nobody gave: its session's title and group, and a number if that is taken.

    With what this run has `written`, files from before do not count as taken.
    """
    session = opened.session
    words = " ".join(part for part in (session.title, session.group) if part) or opened.path.stem
    plain = folder / f"{locations.slug(words)}{ending}"
    if written is not None and plain not in written:
        return plain
    return locations.free_path(folder, words, ending)


def _made(folder: Path) -> Path:
    """The folder, made if it is not there."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise NotWritten(folder, "The folder cannot be made.", "Choose another with -o.") from error
    return folder


def _write(path: Path, data: bytes, *, force: bool) -> None:
    try:
        write_safely(path, data, new=not force)
    except NotWritten as trouble:
        there = isinstance(trouble.__cause__, FileExistsError)
        if there:
            raise NotWritten(path, trouble.reason, "Choose another name, or write over it with --force.") from trouble
        raise


def _is_terminal() -> bool:
    """Whether there is a terminal that can show the app."""
    ends = all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))
    return ends and os.environ.get("TERM") != "dumb"


def _visible(text: str) -> str:
    """Text in one line that does nothing to a terminal: a file's name may hold anything."""
    return "".join("?" if is_control(each) else each for each in text)


def _say(text: str) -> None:
    """Print a result."""
    if sys.stdout is None:
        raise OSError(errno.EBADF, "there is no standard output")
    lines = text.split("\n")
    sys.stdout.write("\n".join(_visible(line) for line in lines))


def _problem(line: str) -> None:
    """Print a problem, in one line."""
    if sys.stderr is not None:
        with contextlib.suppress(OSError):
            print(_visible(line), file=sys.stderr)


def _prepare(stream: IO[str] | None) -> None:
    """Let a stream take every character: as UTF-8 on Windows, and elsewhere by its number if need be."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8" if sys.platform == "win32" else None, errors="backslashreplace")


def _let_go_of_output() -> None:
    """Keep Python from complaining at its end that nobody reads its output any more."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class _Parser(argparse.ArgumentParser):
    """A parser whose complaints do nothing to a terminal."""

    def _print_message(self, message: str, file: Any = None) -> None:
        super()._print_message("\n".join(_visible(line) for line in message.split("\n")), file)
