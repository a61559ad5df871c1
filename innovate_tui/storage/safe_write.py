"""Writing a file so that it is the old one or the new one, whatever happens, and never half of either.

The new bytes go into a file of their own beside the target, are brought to the disk and read back; only then do they
take the target's place in one step. If anything fails the target is as it was, and the caller is told in plain words.
"""

import contextlib
import errno
import os
import re
import secrets
import stat
import sys
import time
from pathlib import Path

RETRIES = (0.05, 0.1, 0.2, 0.4, 0.8, 1.0)
"""Seconds between the attempts to take the place of a file that Windows says somebody is reading."""
_SHARING = (5, 32, 33)
"""What Windows calls that."""
_STALE = 3600
"""Seconds after which a temporary file of a program that ended is swept away."""
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL
_NEW |= getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
"""How a new file is opened: never one that is there, and never through a link."""
_TEMPORARY = re.compile(r"\.innovate-(\d+)-[0-9a-f]{8}\.tmp")


class NotWritten(Exception):  # noqa: N818 - an answer to the user, not an error of the program
    """A file that could not be written: where, why in plain words, and what would help. What stood there is intact."""

    def __init__(self, path: Path | str, reason: str, mend: str) -> None:
        self.path = str(path)
        self.reason = reason
        self.mend = mend
        super().__init__(f"{self.path}: {reason} {mend}".strip())


def write_safely(path: Path, data: bytes, *, new: bool = False, over: bytes | None = None) -> None:
    """Put these bytes where `path` leads, or raise `NotWritten` and leave what was there.

    With `new`, nothing may stand there yet; with `over`, those bytes have to stand there to the end. A file that was
    there keeps its permissions; another can be read by its owner alone. Links are followed, and the file they lead to
    is replaced; but for `new` a link stands there too.
    """
    try:
        if new and os.path.islink(path):  # one that leads nowhere too: who planted it knows where to  # noqa: PTH114
            raise FileExistsError(errno.EEXIST, "a file stands there", str(path))
        _write(Path(os.path.realpath(path)), data, new=new, over=over)
    except OSError as error:
        raise NotWritten(path, *in_plain_words(error)) from error
    except ValueError as error:
        raise NotWritten(path, "This cannot be the name of a file.", "Choose another.") from error


def make_whole(path: Path, data: bytes) -> None:
    """Make a small new file that is there with all of its bytes or not at all, whoever looks.

    Raises `FileExistsError` where there is one already, `OSError` where none can be made. It is not brought to the disk
    itself: it is for what says something of now. Where a folder knows no hard links it appears empty for an instant.
    """
    temporary = _beside(path)
    _new_file(temporary, data)
    try:
        if sys.platform == "win32":
            os.rename(temporary, path)  # noqa: PTH104 - never over a file there
        else:
            os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:
        _new_file(path, data)
    finally:
        with contextlib.suppress(OSError):
            os.unlink(temporary)  # noqa: PTH108 - as above


def put_lightly(path: Path, data: bytes) -> None:
    """Put a few bytes in the place of a file, whole or not at all, without waiting for the disk itself.

    For what has to outlive the program and not the machine. Raises `OSError`.
    """
    temporary = _beside(path)
    _new_file(temporary, data)
    try:
        os.replace(temporary, path)  # noqa: PTH105 - as above
    except OSError:
        with contextlib.suppress(OSError):
            os.unlink(temporary)  # noqa: PTH108 - as above
        raise


def _new_file(path: Path, data: bytes) -> None:
    handle = os.open(path, _NEW, 0o600)
    try:
        try:
            _write_all(handle, data)
        finally:
            os.close(handle)
    except OSError:
        with contextlib.suppress(OSError):
            os.unlink(path)  # noqa: PTH108 - as above
        raise


def _beside(target: Path) -> Path:
    """A name of its own beside a file, by which it is swept away should the program be killed."""
    return target.with_name(f".innovate-{os.getpid()}-{secrets.token_hex(4)}.tmp")


def sweep(folder: Path, now: float) -> None:
    """Remove temporary files that a program of ours left in a folder when it was killed; never those in use."""
    with contextlib.suppress(OSError):
        for each in folder.iterdir():
            found = _TEMPORARY.fullmatch(each.name)
            with contextlib.suppress(OSError):
                if found and not _runs(int(found[1])) and now - each.lstat().st_mtime > _STALE:
                    each.unlink()


def _write(target: Path, data: bytes, *, new: bool, over: bytes | None) -> None:
    mode = _mode_of(target, new=new)
    temporary = _beside(target)
    handle = os.open(temporary, _NEW, 0o600)
    try:
        try:
            _write_all(handle, data)
            if mode is not None and hasattr(os, "fchmod"):
                with contextlib.suppress(OSError):
                    os.fchmod(handle, mode)
            _to_disk(handle)
        finally:
            os.close(handle)
        if _read_back(temporary) != data:
            raise OSError(errno.EIO, "what was written reads back otherwise")
        if new and os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, "a file stands there", str(target))
        if over is not None and os.path.lexists(target) and _read_back(target) != over:
            raise OSError(errno.EAGAIN, "somebody else has written it")
        _take_place(temporary, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)  # noqa: PTH108 - one module's worth of system calls, for faults to be injected
        raise
    folder_to_disk(target.parent)


def _mode_of(target: Path, *, new: bool) -> int | None:
    """The permissions of the file that will be replaced; none where there is none. Raises where it cannot be."""
    try:
        found = os.stat(target)  # noqa: PTH116 - as above
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, "a folder stands there", str(target))
    if new:
        raise FileExistsError(errno.EEXIST, "a file stands there", str(target))
    if not stat.S_ISREG(found.st_mode):
        raise OSError(errno.EINVAL, "a device stands there", str(target))
    if not os.access(target, os.W_OK):
        raise OSError(errno.EROFS if _is_read_only(target) else errno.EACCES, "it may only be read", str(target))
    return stat.S_IMODE(found.st_mode)


def _is_read_only(target: Path) -> bool:
    """Whether the disk itself takes nothing, as a stick with its switch on."""
    try:
        return hasattr(os, "statvfs") and bool(os.statvfs(target).f_flag & os.ST_RDONLY)
    except OSError:
        return False


def _write_all(handle: int, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[os.write(handle, left) :]


def _to_disk(handle: int) -> None:
    """Wait until the bytes are on the disk itself."""
    if sys.platform == "darwin":
        import fcntl

        with contextlib.suppress(OSError):
            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
            return
    os.fsync(handle)


def _read_back(path: Path) -> bytes:
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0))
    try:
        parts = []
        while part := os.read(handle, 1 << 20):
            parts.append(part)
        return b"".join(parts)
    finally:
        os.close(handle)


def _take_place(temporary: Path, target: Path) -> None:
    for wait in (*RETRIES, None):
        try:
            os.replace(temporary, target)  # noqa: PTH105 - as above
        except OSError as error:
            if wait is None or getattr(error, "winerror", None) not in _SHARING:
                raise
            time.sleep(wait)
        else:
            return


def folder_to_disk(folder: Path) -> None:
    """Wait until the folder knows of its new file, where a system can tell."""
    if sys.platform == "win32":
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP, errno.EACCES, errno.EPERM):
            raise


def _runs(process: int) -> bool:
    """Whether a process of that number may still run. Windows has no safe way to ask: there, only our own counts."""
    if sys.platform == "win32":
        return process == os.getpid()
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


_REASONS = {
    errno.ENOSPC: ("The disk is full.", "Make room on it, or choose another place."),
    errno.EDQUOT: ("Your share of it is full.", "Make room on it, or choose another place."),
    errno.EROFS: ("The disk can only be read.", "Choose another place."),
    errno.EACCES: ("You may not write there.", "Choose another place."),
    errno.EPERM: ("You may not write there.", "Choose another place."),
    errno.ENOENT: ("The folder is not there.", "Make the folder first, or choose another place."),
    errno.ENOTDIR: ("The folder is not there.", "Make the folder first, or choose another place."),
    errno.EISDIR: ("A folder stands there.", "Choose another name."),
    errno.EEXIST: ("A file stands there already.", "Choose another name."),
    errno.EINVAL: ("No file can stand there.", "Choose another place."),
    errno.ENAMETOOLONG: ("The name is too long.", "Choose a shorter one."),
    errno.ELOOP: ("The link leads nowhere.", "Choose another place."),
    errno.ENODEV: ("The disk is not there.", "Put it back in, or choose another place."),
    errno.ESTALE: ("The shared folder is gone.", "Connect to it again, or choose another place."),
    errno.EAGAIN: ("Somebody else wrote it.", "It is tried again, with theirs."),
    errno.EIO: ("The disk fails to write.", "Choose another place; the disk may be failing."),
}


def in_plain_words(error: OSError) -> tuple[str, str]:
    """Why a file could not be written, and what would help."""
    if getattr(error, "winerror", None) in _SHARING:
        return "Another program holds it.", "Close it there."
    known = _REASONS.get(error.errno or 0)
    return known or (f"The system says: {error.strerror or error}.", "Choose another place.")
