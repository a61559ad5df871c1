"""The program opens no connection, and its files are private: seen in its system calls, over a whole session."""

import os
import re
import shutil
import stat
import sys
import tempfile
from pathlib import Path
from unittest import mock

from tests.proofs import Proof
from tests.terminal.console import open_console

CALL = re.compile(r"\b(?:socket|connect|bind|sendto|sendmsg)\([^)]*AF_(?!UNIX|LOCAL)\w+")
SCRIPT = """\
#!/bin/sh
if [ "$1" = -c ]; then exec {python} "$@"; fi
exec strace -f -qq -e trace=network -o {out} {python} "$@"
"""
"""What takes the terminal is not traced: a traced program is no leader of its session."""


def prove(rounds: int, seed: int = 1) -> Proof:
    """One session: Home, the sample, every screen, words, an export, and out."""
    if shutil.which("strace") is None:
        return Proof("network", "Nothing was looked at.", ["strace is not here: apt-get install strace"])
    with tempfile.TemporaryDirectory() as name:
        folder, out = Path(name), Path(name) / "calls"
        script = folder / "python"
        script.write_text(SCRIPT.format(python=sys.executable, out=out), encoding="ascii")
        script.chmod(0o700)
        with mock.patch.object(sys, "executable", str(script)), open_console(folder) as console:
            console.wait("INNOVATE")
            console.press("4")
            console.wait("Diamond 9")
            console.press("D", "w")
            console.send("No word of this leaves.")
            console.press("esc", "o", "2", "o", "3", "o", "4", "o", "5", "o", "8", "o", "9", "e")
            console.wait("summary")
            console.press("enter")
            console.settle(0.5)
            console.press("esc", "ctrl+q")
            console.ended()
        calls = out.read_text(encoding="utf-8", errors="replace").splitlines() if out.exists() else []
        faults = [line for line in calls if CALL.search(line)]
        if not calls:
            faults.append("strace wrote nothing down")
        files = [each for each in folder.rglob("*") if each not in (script, out) and not each.is_symlink()]
        private = [each for each in files if each.is_file() and "cache" not in each.parts]
        for each in private:
            if stat.S_IMODE(each.stat().st_mode) & 0o077:
                faults.append(f"others may read {each.relative_to(folder)}: {stat.S_IMODE(os.stat(each).st_mode):03o}")  # noqa: PTH116 - the mode alone
    done = f"{len(calls)} calls about sockets, none to a network; {len(private)} files, each its owner's alone."
    return Proof("network", done, faults)
