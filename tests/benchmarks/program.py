"""A program in a pseudo-terminal, for measuring: when each byte came, and what it cost the program.

Nothing of the terminal is emulated while the clock runs: bytes are kept with their moments and read afterwards.
"""

import fcntl
import os
import pty
import select
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pyte

COLUMNS, LINES = 80, 24
ROOT = Path(__file__).parents[2]
BARE = Path(__file__).with_name("bare")
PATIENCE = 30.0


class Program:
    """A running program; its clock starts just before it is started."""

    def __init__(self, words: Sequence[str], folder: Path) -> None:
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
        self.folder = folder
        """Where it runs, and where its own folder is."""
        self.sent = b""
        """Every byte that the program has sent."""
        self.started = time.perf_counter()
        self.process = subprocess.Popen(
            words,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=environment(folder),
            cwd=folder,
            start_new_session=True,
        )
        os.close(slave)

    @property
    def screen(self) -> str:
        """What stands on the screen after all bytes so far."""
        screen = pyte.Screen(COLUMNS, LINES)
        pyte.ByteStream(screen).feed(self.sent)
        return "\n".join(screen.display)

    def until(self, words: str) -> float:
        """Read until these words have come; the seconds from the start until then. Afterwards they must be seen."""
        wanted = words.encode()
        while wanted not in self.sent:
            taken = time.perf_counter() - self.started
            if taken > PATIENCE or not self.read(PATIENCE - taken):
                raise TimeoutError(f"“{words}” did not come:\n{self.screen}")
        return time.perf_counter() - self.started

    def read(self, seconds: float) -> bytes:
        """What comes within so many seconds, in one piece; nothing where nothing comes."""
        if not select.select([self.master], [], [], seconds)[0]:
            return b""
        try:
            data = os.read(self.master, 1 << 17)
        except OSError:  # the other side is closed
            return b""
        self.sent += data
        return data

    def answer(self, key: bytes, quiet: float = 0.012) -> bytes:
        """Press a key; everything that is sent for it, until nothing more has come for a moment."""
        before = len(self.sent)
        os.write(self.master, key)
        self.read(1.0)
        while self.read(quiet):
            pass
        return self.sent[before:]

    def settle(self, quiet: float = 0.5) -> None:
        """Wait until the program is silent."""
        while self.read(quiet):
            pass

    def hold(self) -> None:
        """Stop the program where it is, to look at it."""
        self.process.send_signal(signal.SIGSTOP)

    def go_on(self) -> None:
        """Let it run again."""
        self.process.send_signal(signal.SIGCONT)

    def peak(self) -> int:
        """The most memory it has had so far, in bytes."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return next(int(line.split()[1]) * 1024 for line in status.splitlines() if line.startswith("VmHWM"))

    def processor_time(self) -> float:
        """Seconds of processor time that all its threads have used."""
        return sum(
            int(thread.read_text().split()[0]) / 1e9
            for thread in Path(f"/proc/{self.process.pid}").glob("task/*/schedstat")
        )

    def end(self) -> None:
        """End it, whatever it does."""
        self.process.kill()
        self.process.wait()
        os.close(self.master)


def environment(folder: Path) -> dict[str, str]:
    """A person's environment with a home of its own."""
    return {
        "PATH": os.defpath,
        "HOME": str(folder),
        "INNOVATE_FOLDER": str(folder / "Innovate"),
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "PYTHONPATH": str(ROOT),
    }


@contextmanager
def running(*words: str, session: Path | None = None) -> Iterator[Program]:
    """A program in a folder of its own, ended at the end. A session is copied there, and named after the words."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if session is not None:
            words = (*words, str(shutil.copy(session, folder / session.name)))
        program = Program(words, folder)
        try:
            yield program
        finally:
            program.end()


def bare(name: str, *words: str) -> tuple[str, ...]:
    """The command of one of the bare programs that ours is measured against."""
    return (sys.executable, str(BARE / f"{name}.py"), *words)


def innovate(*words: str) -> tuple[str, ...]:
    """The command of our program."""
    return (sys.executable, "-m", "innovate_tui", *words)


def console_script(*words: str) -> tuple[str, ...]:
    """The same by the command that an installation makes."""
    return (str(Path(sys.executable).with_name("innovate-tui")), *words)


def watched(figures: Path) -> tuple[str, ...]:
    """The command of our program, watched from within: at its end there are figures in that file."""
    return (sys.executable, "-m", "tests.benchmarks.watched", str(figures))
