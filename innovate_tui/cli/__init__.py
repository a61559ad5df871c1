"""The command line. Results go to standard output, problems to standard error, and nothing is said where all is well.

What a word needs is imported when the word is there: without any, nothing is loaded but the app; Textual is imported
when the app opens and fpdf2 when a PDF is made, and not before.
"""

import gc
import sys
from collections.abc import Sequence
from typing import NoReturn

from innovate_tui.cli.saying import let_go_of_output, prepare, problem

VERBS = ("new", "sample", "check", "show", "export", "guide", "doctor", "kept")


def run() -> NoReturn:
    """The console entry: everything a user can cause ends in one line and an exit code, never in a traceback."""
    gc.disable()  # until everything is imported: nothing of that can be collected, and looking for it takes time
    prepare(sys.stdout)
    prepare(sys.stderr)
    try:
        code = main(sys.argv[1:])
        if sys.stdout is not None:
            sys.stdout.flush()
    except KeyboardInterrupt:
        code = 1
    except OSError as error:
        if not isinstance(error, BrokenPipeError):
            problem(f"The system says: {error.strerror or error}.")
        code = 1
        let_go_of_output()
    gc.freeze()  # at its end Python would look through all of it once more, and there is nothing left to collect
    sys.exit(code)


def main(arguments: Sequence[str]) -> int:
    """Do what the words of a command line ask for; the exit code."""
    if arguments:
        from innovate_tui.cli.words import obey

        return obey(arguments)
    from innovate_tui.cli.opening import open_app

    return open_app()
