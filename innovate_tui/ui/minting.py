"""New ids and the present moment: the two things that edits are given and never make themselves."""

import secrets
from datetime import datetime

ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
"""No letters that look like digits: ids stand in files that people read and edit."""


def mint(prefix: str, length: int = 4) -> str:
    """A new random id such as `own-k3f9`. Random, so that two laptops never make the same one."""
    return f"{prefix}-{''.join(secrets.choice(ALPHABET) for _ in range(length))}"


def now() -> datetime:
    """This moment, with its offset, to the second."""
    return datetime.now().astimezone().replace(microsecond=0)
