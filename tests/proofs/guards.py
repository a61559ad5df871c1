"""Each guard taken away in turn, by patching: the named test has to go red, else it guards nothing."""

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from tests.proofs import Proof

ROOT = Path(__file__).parent.parent.parent


class Guard(NamedTuple):
    """A guard, how it is taken away, and the test that misses it."""

    name: str
    without: str
    """Python that is run before the test."""
    test: str


STORAGE = "import innovate_tui.storage."
GUARDS = (
    Guard(
        "fsync of the file",
        f"{STORAGE}safe_write as m; m._to_disk = lambda handle: None",
        "tests/storage/test_safe_write.py",
    ),
    Guard(
        "fsync of the folder",
        f"{STORAGE}safe_write as m; m.folder_to_disk = lambda folder: None",
        "tests/storage/test_safe_write.py",
    ),
    Guard(
        "replace in one step",
        f"{STORAGE}safe_write as m; m._take_place = lambda a, b: (b.write_bytes(a.read_bytes()), a.unlink())",
        "tests/storage/test_safe_write.py",
    ),
    Guard(
        "read back before it counts",
        f"{STORAGE}safe_write as m; m._read_back = lambda path: m_data[0]\n"
        "m_data = [b'']; real = m._write_all\n"
        "def write(handle, data): m_data[0] = data; real(handle, data)\n"
        "m._write_all = write",
        "tests/storage/test_safe_write.py",
    ),
    Guard(
        "lock",
        f"{STORAGE}locks as m\nm.Lock.take = lambda self: (self._path.write_bytes(self._said_by_us()), m.Hold.OURS)[1]",
        "tests/storage/test_locks.py",
    ),
    Guard(
        "lock looked at before each save",
        f"{STORAGE}locks as m; m.Lock.is_ours = lambda self: True",
        "tests/storage/test_two_writers.py",
    ),
    Guard(
        "what somebody else wrote is compared",
        f"{STORAGE}keeper as m; real = m.write_safely\n"
        "m._read = lambda path: None\n"
        "m.write_safely = lambda path, data, **named: real(path, data)",
        "tests/storage/test_two_writers.py",
    ),
    Guard(
        "end line of a session",
        f"{STORAGE}session_reading as m; m.seal_of = lambda text: m.Seal.RIGHT",
        "tests/storage/test_session_file.py",
    ),
    Guard(
        "checksum of a journal",
        "import zlib; zlib.crc32 = lambda *rest: 0",
        "tests/storage/test_journal.py",
    ),
    Guard(
        "look before the parser",
        f"{STORAGE}bounded_toml as m; m.look_over = lambda text, path: None",
        "tests/storage/test_bounded_toml.py",
    ),
    Guard(
        "bound of what is unpacked from a PDF",
        f"{STORAGE}attached as m; m.LARGEST = 10**10",
        "tests/test_attached_pdf.py",
    ),
    Guard(
        "bound of words within words in a PDF",
        f"{STORAGE}attached as m; m.DEEPEST = m.MOST_SIGNS = m.LONGEST = 10**9",
        "tests/test_attached_pdf.py",
    ),
    Guard(
        "text is cleaned at load",
        f"{STORAGE}kept_items as m; m.clean = lambda text: text",
        "tests/storage/test_session_file.py",
    ),
    Guard(
        "text is made visible at paint",
        "import innovate_tui.ui.cells as m; m.is_control = lambda each: False",
        "tests/ui/test_cells.py",
    ),
    Guard(
        "what is pasted is no key",
        "import innovate_tui.ui.pasted_input as m; m.ACTING = {}",
        "tests/ui/test_pasted_input.py",
    ),
    Guard(
        "no markup: a canvas paints cells, and words stay words",
        "import innovate_tui.ui.cells as m; from rich.text import Text; real = m.Sheet.words\n"
        "m.Sheet.words = lambda self, x, y, text, *rest: real(self, x, y, Text.from_markup(text).plain, *rest)",
        "tests/ui/test_no_markup.py",
    ),
    Guard(
        "formulas in CSV",
        "import innovate_tui.report.data_tables as m; m.harmless = lambda cell: cell",
        "tests/report/test_data_tables.py",
    ),
)


def red(guard: Guard | None, test: str) -> str:
    """The first test that goes red without a guard; nothing where all stay green."""
    words = [
        sys.executable,
        "-c",
        f"{guard.without if guard else ''}\nimport sys, pytest\nsys.exit(pytest.main({ARGS}))",
    ]
    done = subprocess.run(
        [*words, test], cwd=ROOT, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": "."}
    )
    if done.returncode == 0:
        return ""
    failed = [line for line in done.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))]
    return failed[0].split(" - ")[0] if failed else f"broken: {(done.stdout + done.stderr)[-200:]}"


ARGS = "['-q', '-x', '-p', 'no:cacheprovider', sys.argv[1]]"


def prove(rounds: int, seed: int = 1) -> Proof:
    """All of them."""
    told, faults = [], []
    for test in dict.fromkeys(guard.test for guard in GUARDS):
        if wrong := red(None, test):
            faults.append(f"{test} is red with every guard in its place: {wrong}")
    for guard in GUARDS:
        found = red(guard, guard.test)
        told.append(f"\n  without {guard.name}: {found or 'nothing goes red'}")
        if not found.startswith("FAILED"):
            faults.append(f"without {guard.name} nothing goes red in {guard.test} ({found})")
    return Proof("guards", f"{len(GUARDS)} guards taken away in turn.{''.join(told)}", faults)
