"""Which verb a command line has, if any, and what else can be asked for without one."""

import argparse
import gc
from collections.abc import Sequence
from pathlib import Path

from innovate_tui.cli import VERBS
from innovate_tui.cli.opening import is_terminal, open_app
from innovate_tui.cli.parsing import DONE, MISUSED, NOT_DONE, Parser, content_of, open_to_read
from innovate_tui.cli.saying import problem, say
from innovate_tui.storage.bounded_toml import NotReadable, is_pdf, read_bytes
from innovate_tui.storage.deck_tables import DeckTrouble

HELP = """\
usage: innovate-tui [--content FOLDER] [FILE.toml]
       innovate-tui [--content FOLDER] VERB ...

Workshop tools for innovators in work with children, young people and families.

  innovate-tui                   open the app at its start screen
  innovate-tui FILE.toml         open that session, or the one that is
                              attached to a PDF: FILE.pdf
  innovate-tui new FILE.toml     begin a session there:
                              [--title T] [--group G] [--mode individual|group]
  innovate-tui sample FILE.toml  write a complete sample session there
  innovate-tui check FILE...     say what is wrong, and how to mend it
  innovate-tui show FILE.toml    print a session as plain text
  innovate-tui export FILE...    write sessions as documents:
                              [--to pdf|html|md|txt|csv|svg]
                              [--brief] [--attach] [-o PATH] [--force]
  innovate-tui guide TOOL        print how to lead through a tool:
                              diamond, quadrants or roadmap
                              [--mode individual|group|groups] [--groups N]
                              [--to pdf|md] [-o PATH] [--force]
                              with --pack a4|a3 its cards and boards on paper
  innovate-tui doctor [FOLDER]   look whether this machine, its console and a
                              folder are fit for sessions  [--stress]
  innovate-tui kept              say what is kept besides: earlier versions,
                              journals, the bin  [--wipe [SESSION-ID]]

  --content FOLDER               use another deck of cards
  --version                      print the version
  --help                         print this; VERB --help says more

A file that is named like a verb: ./check
Sessions and exports go to Documents/Innovate, or where INNOVATE_FOLDER says.
Exit codes: 0 done, 1 it could not be done, 2 the command was not understood.
"""


def obey(arguments: Sequence[str]) -> int:
    """Do what the words ask for; the exit code."""
    early = Parser(prog="innovate-tui", add_help=False, allow_abbrev=False, usage=argparse.SUPPRESS)
    early.add_argument("--content", type=Path)
    try:
        chosen, rest = early.parse_known_args(arguments)
        if rest and rest[0] in VERBS:
            return _verb(rest[0], rest[1:], chosen.content)
        return _without_verb(rest, chosen.content)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else MISUSED
    except DeckTrouble as trouble:
        for each in trouble.problems:
            problem(str(each))
    except NotReadable as trouble:
        problem(str(trouble))
    return NOT_DONE


def _verb(verb: str, words: Sequence[str], content: Path | None) -> int:
    from innovate_tui.cli import reading

    if verb in reading.VERBS:
        return reading.VERBS[verb](words, content)
    gc.enable()
    from innovate_tui.cli import guiding, writing

    if verb in guiding.VERBS:
        return guiding.VERBS[verb](words, content)
    if verb == "doctor":
        from innovate_tui.cli import doctoring

        return doctoring.VERBS[verb](words, content)
    if verb == "kept":
        from innovate_tui.cli import remembering

        return remembering.VERBS[verb](words, content)
    return writing.VERBS[verb](words, content)


def _without_verb(words: Sequence[str], content: Path | None) -> int:
    """Open the app, at a session if one is named. What is wrong with its file is said before anything is shown."""
    parser = Parser(
        prog="innovate-tui", add_help=False, allow_abbrev=False, usage="innovate-tui [FILE.toml]; see --help"
    )
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("-h", "--help", action="store_true")
    parser.add_argument("--version", action="store_true")
    asked = parser.parse_args(words)
    if asked.help:
        say(HELP)
        return DONE
    if asked.version:
        from innovate_tui import __version__

        say(f"innovate-tui {__version__}\n")
        return DONE
    if asked.file is not None:
        if is_pdf(asked.file) or not is_terminal():
            open_to_read(asked.file, content_of(content))
        elif asked.file.exists() or not _is_left_of(asked.file):
            read_bytes(asked.file)  # a name that is mistyped is said before Textual is loaded
    return open_app(asked.file, content_of(content) if content else None)


def _is_left_of(file: Path) -> bool:
    """Whether this machine has something of a session whose file is gone, such as with a stick."""
    from innovate_tui.storage.locations import state_folders
    from innovate_tui.storage.recovery import journal_of

    return journal_of(state_folders(), file) is not None
