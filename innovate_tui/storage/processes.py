"""Which process wrote something, and whether it is provably gone: by its number and the moment it was started.

A number alone proves little: systems give it again. Whoever runs on another machine is never proved gone from here.
"""

import contextlib
import os
import platform
import re
import secrets
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from innovate_tui.storage.locations import make_private, state_folders
from innovate_tui.storage.safe_write import make_whole

MACHINE = "machine"
"""The file in the state folder with the word that this machine has for itself."""
_WORD = re.compile("[0-9a-f]{16}")
_INVALID_PARAMETER = 87
"""What Windows answers where no process has that number."""


class Process(NamedTuple):
    """A process, as others can recognise it."""

    number: int
    started: str
    """When it was started, in the system's own words; empty where the system does not tell."""
    host: str
    """The name of the machine."""
    machine: str = ""
    """A random word that the machine has for itself, since two may have one name; empty where it is not known."""

    @property
    def is_of_this_machine(self) -> bool:
        """Whether it runs, or ran, where this is asked. One that does not say its machine is known by the name."""
        here = this_process()
        return self.host == here.host and (not self.machine or not here.machine or self.machine == here.machine)

    def plain(self) -> dict[str, Any]:
        """As plain values, for a file."""
        machine = {"machine": self.machine} if self.machine else {}
        return {"process": self.number, "started": self.started, "host": self.host, **machine}


def process_in(plain: Mapping[str, Any]) -> Process | None:
    """The process that plain values tell of; none where they tell of none."""
    number, started, host = (plain.get(key) for key in ("process", "started", "host"))
    machine = plain.get("machine", "")
    if type(number) is int and isinstance(started, str) and isinstance(host, str) and 0 < number < 1 << 32:
        return Process(number, started, host, machine if isinstance(machine, str) else "")
    return None


def this_process() -> Process:
    """The process that asks."""
    return _process_here(os.getpid(), state_folders())


@cache
def _process_here(number: int, states: Path) -> Process:
    return Process(number, _started(number) or "", platform.node() or "this computer", _machine(states))


def _machine(states: Path) -> str:
    """The word that this machine has for itself; empty where it cannot be kept. It says nothing of any person."""
    path = states / MACHINE
    for _ in range(2):
        with contextlib.suppress(OSError, ValueError):
            known = path.read_text(encoding="ascii").strip()
            if _WORD.fullmatch(known):
                return known
            path.unlink()  # damaged: a new one does no harm
        with contextlib.suppress(OSError):
            make_private(states)
            make_whole(path, secrets.token_hex(8).encode("ascii"))
    return ""


def is_gone(process: Process) -> bool:
    """Whether it is proved that the process runs no more. No proof, no: it may still be at work."""
    if not process.is_of_this_machine:
        return False
    now = _started(process.number)
    return now is None or bool(now and process.started and now != process.started)


def _started(number: int) -> str | None:
    """When the process of that number was started; empty where that cannot be told, none where there is no such one."""
    if sys.platform == "win32":
        return _started_on_windows(number)
    try:
        os.kill(number, 0)
    except (ProcessLookupError, OverflowError):
        return None
    except OSError:
        pass  # it runs, for somebody else
    with contextlib.suppress(OSError, IndexError, ValueError):
        # the name of a process may hold blanks and brackets; what follows the last bracket does not
        words = Path(f"/proc/{number}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        if words[0] in ("Z", "X"):
            return None  # dead, and not yet fetched by its parent
        return f"{_boot()}:{words[19]}"
    return ""


@cache
def _boot() -> str:
    """Which start of the machine this is: processes are counted anew after each."""
    with contextlib.suppress(OSError):
        return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()[:8]
    return ""


if sys.platform == "win32":

    def _started_on_windows(number: int) -> str | None:
        import ctypes
        from ctypes import wintypes

        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.OpenProcess.restype = wintypes.HANDLE
        handle = kernel.OpenProcess(0x1000, False, number)  # PROCESS_QUERY_LIMITED_INFORMATION
        if not handle:
            return None if ctypes.get_last_error() == _INVALID_PARAMETER else ""
        try:
            code = wintypes.DWORD()
            if kernel.GetExitCodeProcess(wintypes.HANDLE(handle), ctypes.byref(code)) and code.value != 259:
                return None  # it has ended, and somebody still holds on to it
            times = [wintypes.FILETIME() for _ in range(4)]
            if not kernel.GetProcessTimes(wintypes.HANDLE(handle), *(ctypes.byref(each) for each in times)):
                return ""
            return f"{times[0].dwHighDateTime << 32 | times[0].dwLowDateTime}"
        finally:
            kernel.CloseHandle(wintypes.HANDLE(handle))
