"""The program in a real pseudo-terminal: start it, press keys, read what stands on the screen and every byte sent.

    with open_console(tmp_path, str(file)) as console:
        console.wait("Diamond 9")
        console.press("D", "2")
        assert "is now at 2" in console.text

Nothing sleeps: everything waits for what it wants to see, for so many seconds at most.
"""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

import pyte

START = "import fcntl, os, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); os.execv(sys.argv[1], sys.argv[1:])"
"""Takes the pseudo-terminal as the controlling one, as a terminal window does, and becomes the program."""

RUN = "from innovate_tui.cli import run; run()"
"""The program, after something else was done in its process."""

PATIENCE = 15.0
"""Seconds after which what has not come will not come: this may run on a busy machine."""

ESCAPE = 0.15
"""Seconds after which an escape is taken for a key of its own and not for the beginning of another."""

KEYS = {
    "enter": "\r",
    "tab": "\t",
    "esc": "\x1b",
    "space": " ",
    "backspace": "\x7f",
    "delete": "\x1b[3~",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "f6": "\x1b[17~",
    "f1": "\x1bOP",
    "f10": "\x1b[21~",
    "ctrl+q": "\x11",
    "ctrl+s": "\x13",
    "ctrl+z": "\x1a",
    "ctrl+r": "\x12",
    "end": "\x1b[F",
}

COLOUR = re.compile(rb"\x1b\[(?:[0-9;:]*[;:])?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:[;:][0-9;:]*)?m")
"""An SGR sequence that asks for a colour; 39 and 49 ask for none."""

UNSEEN = re.compile("|".join("\u00ad\u200b\u200c\u200d\u2060\U000e0041").encode())
"""Characters without a width: at them the emulator, unlike a terminal, drops the rest of a run."""


class Console:
    """A running program and its terminal."""

    def __init__(self, process: subprocess.Popen[bytes], master: int, columns: int, lines: int) -> None:
        self.process = process
        self.master = master
        self.columns, self.rows = columns, lines
        self.raw = b""
        """Every byte that came, from the start."""
        self._screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self._screen)
        self._open = True

    @property
    def lines(self) -> list[str]:
        """The rows of the screen."""
        return [str(line).rstrip() for line in self._screen.display]

    @property
    def text(self) -> str:
        """The whole screen."""
        return "\n".join(self.lines)

    @property
    def status(self) -> str:
        """The row above the keys."""
        return self.lines[-2].strip()

    def send(self, text: str) -> None:
        """Bytes as a terminal would send them."""
        os.write(self.master, text.encode())

    def press(self, *keys: str) -> None:
        """Keys by name or by character; after each, what it sets going is waited for."""
        for key in keys:
            self.send(KEYS.get(key, key))
            if key == "esc":
                self.silence(ESCAPE)
            self.settle()

    def paste(self, text: str) -> None:
        """A bracketed paste."""
        self.send(f"\x1b[200~{text}\x1b[201~")

    def wait(self, *wanted: str | Callable[["Console"], bool], seconds: float = PATIENCE) -> None:
        """Read until all of it stands on the screen, or is so."""
        until = time.monotonic() + seconds
        while not all(each in self.text if isinstance(each, str) else each(self) for each in wanted):
            assert time.monotonic() < until, f"{wanted} did not come in {seconds} s:\n{self.text}"
            self._read(0.02)

    def settle(self, quiet: float = 0.04) -> bytes:
        """Read until something has come and then nothing more for a moment; what came."""
        before = len(self.raw)
        until = time.monotonic() + 0.25
        while len(self.raw) == before and time.monotonic() < until:
            self._read(0.02)
        while self._read(quiet):
            pass
        return self.raw[before:]

    def silence(self, seconds: float) -> bytes:
        """All that comes in so many seconds."""
        before, until = len(self.raw), time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            self._read(left)
        return self.raw[before:]

    def resize(self, columns: int, lines: int) -> None:
        """Another size of window."""
        self.columns, self.rows = columns, lines
        self._screen.resize(lines, columns)
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        self.process.send_signal(signal.SIGWINCH)

    def signal(self, number: int) -> None:
        """Send a signal to the program alone."""
        self.process.send_signal(number)

    def ended(self, seconds: float = PATIENCE) -> int:
        """The exit code; reads on until then."""
        until = time.monotonic() + seconds
        while self.process.poll() is None:
            assert time.monotonic() < until, f"still running after {seconds} s:\n{self.text}"
            self._read(0.02)
        while self._read(0.02):
            pass
        return self.process.returncode

    def hang_up(self) -> None:
        """Close the window."""
        self._open = False
        os.close(self.master)

    def shut(self) -> None:
        """End the program if it still runs, and close the terminal."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        if self._open:
            self.hang_up()

    def _read(self, seconds: float) -> bool:
        if not self._open or not select.select([self.master], [], [], seconds)[0]:
            return False
        with suppress(OSError):  # on Linux the end of the other side is EIO
            if data := os.read(self.master, 1 << 16):
                self.raw += data
                self._stream.feed(UNSEEN.sub(b"", data))
                return True
        return False


def environment(folder: Path, **more: str) -> dict[str, str]:
    """A person's environment with a home of its own: nothing of this machine leaks in."""
    return {
        "PATH": os.defpath,
        "HOME": str(folder),
        "XDG_STATE_HOME": str(folder / "state"),
        "INNOVATE_FOLDER": str(folder / "Innovate"),
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "PYTHONWARNINGS": "default",
        **more,
    }


@contextmanager
def open_console(
    folder: Path,
    *words: str,
    size: tuple[int, int] = (80, 24),
    environ: Mapping[str, str] | None = None,
    controlling: bool = True,
    before: str = "",
) -> Iterator[Console]:
    """`innovate-tui` with some words, in a pseudo-terminal of a size; one that is not `controlling` sends no signal.

    `before` is Python that its process runs first: what takes a guard away, makes a mistake, or turns the clock.
    """
    program = ("-c", f"{before}\n{RUN}") if before else ("-m", "innovate_tui")
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
    process = subprocess.Popen(
        [*((sys.executable, "-c", START) if controlling else ()), sys.executable, *program, *words],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env=environment(folder) | dict(environ or {}),
        start_new_session=True,
        close_fds=True,
    )
    os.close(slave)
    console = Console(process, master, *size)
    try:
        yield console
    finally:
        console.shut()
