"""The long proofs that nothing is lost and nothing leaks: `python -m tests.proofs [NAME…]`. Quick parts are tests.

A proof is a module with `prove(rounds: int, seed: int) -> Proof`; it is seeded, so that what it finds can be found
again, and one that is shared out has other seeds in each share.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Proof:
    """What a proof came to."""

    name: str
    done: str
    """What was done, with figures."""
    faults: Sequence[str] = field(default=())
    """What should not have happened, one line each."""

    @property
    def verdict(self) -> str:
        """Whether it holds."""
        return f"FAILS {len(self.faults)} times" if self.faults else "holds"

    def __str__(self) -> str:
        """In one line, and one for each of the first faults."""
        return "\n".join((f"{self.name}: {self.verdict}. {self.done}", *(f"  {each}" for each in self.faults[:20])))
