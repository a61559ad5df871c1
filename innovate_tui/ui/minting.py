"""New ids and the present moment: what edits and the clock are given and never make themselves."""

import secrets
import sys
import time
from datetime import datetime

ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
"""No letters that look like digits: ids stand in files that people read and edit."""


def mint(prefix: str, length: int = 4) -> str:
    """A new random id such as `own-k3f9`. Random, so that two laptops never make the same one."""
    return f"{prefix}-{''.join(secrets.choice(ALPHABET) for _ in range(length))}"


def now() -> datetime:
    """This moment, with its offset, to the second."""
    return datetime.now().astimezone().replace(microsecond=0)


def steady() -> float:
    """Seconds of a clock that nobody can set and that goes on while the laptop sleeps, where there is one.

    Windows' own does; Linux and macOS have another beside the usual one. Where it stands still asleep nothing is lost:
    what is not counted by it is not counted as work either.
    """
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    if sys.platform == "darwin":
        return time.clock_gettime(time.CLOCK_MONOTONIC)
    return time.monotonic()
