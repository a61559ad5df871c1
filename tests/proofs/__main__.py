"""All proofs, or those that are named: `python -m tests.proofs [NAME…] [--part N]`. Exit code 1 where one fails."""

import argparse
import importlib
import sys
import time

from tests.proofs import Proof

PROOFS = {
    "kills": 500,
    "machine": 500,
    "power": 10_000,
    "writers": 1_000,
    "faults": 0,
    "strangers": 0,
    "network": 0,
    "monkey": 50_000,
    "guards": 0,
}
"""Every proof, a module of this package, and how many rounds it has in full; 0 where it knows itself."""


def main() -> int:
    """Run them, and print what each came to; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.proofs", description="Run the long proofs.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"which of {', '.join(PROOFS)}; all otherwise")
    parser.add_argument("--part", type=int, default=1, metavar="N", help="only one N-th of the rounds")
    asked = parser.parse_args()
    if unknown := [name for name in asked.names if name not in PROOFS]:
        parser.error(f"there is no proof {', '.join(unknown)}; the proofs are {', '.join(PROOFS)}")
    failed = False
    for name in asked.names or PROOFS:
        begun = time.monotonic()
        proof: Proof = importlib.import_module(f"tests.proofs.{name}").prove(PROOFS[name] // asked.part)
        failed |= bool(proof.faults)
        print(f"{proof} ({time.monotonic() - begun:.0f} s)", flush=True)  # noqa: T201 - printing is its work
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
