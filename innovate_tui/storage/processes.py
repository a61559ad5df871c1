"""Which process wrote something, and whether it is provably gone: by its number and the moment it was started.

A number alone proves little: systems give it again. Whoever runs on another machine is never proved gone from here.
"""

import contextlib
import os
import platform
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

_INVALID_PARAMETER = 87
"""What Windows answers where no process has that number."""


class Process(NamedTuple):
    """A process, as others can recognise it."""

    number: int
    started: str
    """When it was started, in the system's own words; empty where the system does not tell."""
    host: str
    """The name of the machine."""

    def plain(self) -> dict[str, Any]:
        """As plain values, for a file."""
        return {"process": self.number, "started": self.started, "host": self.host}


def process_in(plain: Mapping[str, Any]) -> Process | None:
    """The process that plain values tell of; none where they tell of none."""
    number, started, host = (plain.get(key) for key in ("process", "started", "host"))
    if type(number) is int and isinstance(started, str) and isinstance(host, str) and 0 < number < 1 << 32:
        return Process(number, started, host)
    return None


@cache
def this_process() -> Process:
    """The process that asks."""
    return Process(os.getpid(), _started(os.getpid()) or "", _host())


def is_gone(process: Process) -> bool:
    """Whether it is proved that the process runs no more. No proof, no: it may still be at work."""
    if process.host != _host():
        return False
    now = _started(process.number)
    return now is None or bool(now and process.started and now != process.started)


def _host() -> str:
    return platform.node() or "this computer"


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
