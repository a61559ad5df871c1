"""Faults of the system, put in at its own functions: the Nth call within a folder fails, once or from then on."""

import builtins
import errno
import io
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

ERRORS = (
    errno.ENOSPC,
    errno.EIO,
    errno.EROFS,
    errno.EACCES,
    errno.ENOENT,
    errno.EBUSY,
    errno.EDQUOT,
    errno.ESTALE,
    errno.ENODEV,
)
"""A disk that is full, failing, read-only; a right that is missing; a file, a share, a stick that is gone; a lock."""
BY_PATH = (
    *("open", "stat", "lstat", "unlink", "mkdir", "rmdir", "replace", "rename", "link", "listdir", "scandir"),
    *("access", "chmod"),
)
BY_HANDLE = ("write", "read", "fsync", "fstat", "fchmod", "close")


class Faults:
    """Counts the calls that concern a folder, and fails those that it is told to."""

    def __init__(self, folder: Path, at: int = -1, error: int = 0, *, for_ever: bool = False) -> None:
        self.folder, self.at, self.error, self.for_ever = str(folder), at, error, for_ever
        self.calls: list[str] = []
        self._handles: set[int] = set()
        self._ours = threading.get_ident()

    @property
    def fell(self) -> bool:
        """Whether the fault has come."""
        return len(self.calls) > self.at >= 0

    @contextmanager
    def falling(self) -> Iterator["Faults"]:
        """Let them fall while this is open, on this thread alone."""
        with ExitStack() as held:
            for name in BY_PATH:
                held.enter_context(mock.patch.object(os, name, self._by_path(name, getattr(os, name))))
            for name in BY_HANDLE:
                if hasattr(os, name):
                    held.enter_context(mock.patch.object(os, name, self._by_handle(name, getattr(os, name))))
            opening = self._by_path("open", builtins.open)
            held.enter_context(mock.patch.object(builtins, "open", opening))
            held.enter_context(mock.patch.object(io, "open", opening))
            yield self

    def _by_path(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(path: Any = ".", *rest: Any, **named: Any) -> Any:
            if not str(path if not isinstance(path, bytes) else path.decode()).startswith(self.folder):
                return real(path, *rest, **named)
            self._fall(name)
            result = real(path, *rest, **named)
            if isinstance(result, int) and name == "open":
                self._handles.add(result)
            return result

        return call

    def _by_handle(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(handle: Any, *rest: Any, **named: Any) -> Any:
            if handle not in self._handles:
                return real(handle, *rest, **named)
            if name == "close":
                self._handles.discard(handle)
                real(handle)
                return self._fall(name)
            self._fall(name)
            return real(handle, *rest, **named)

        return call

    def _fall(self, name: str) -> None:
        if threading.get_ident() != self._ours:
            return
        number = len(self.calls)
        self.calls.append(name)
        if self.at >= 0 and (number == self.at or (self.for_ever and number > self.at)):
            raise OSError(self.error, os.strerror(self.error))
