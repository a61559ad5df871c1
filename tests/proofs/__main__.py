"""All proofs, or those that are named, side by side: `python -m tests.proofs [NAME…] [--part N] [--jobs N]`.

Exit code 1 where one fails. Each is a process of its own, the longest first; a table of them all comes at the end.
"""

import argparse
import importlib
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from typing import NamedTuple

from tests.proofs import Proof


class Long(NamedTuple):
    """A proof in full."""

    rounds: int
    """0 where it knows itself."""
    minutes: float
    """What it takes one core, about."""
    what: str
    shares: int = 1
    """In how many pieces it is done, so that two cores are at it to the end."""


PROOFS = {
    "kills": Long(500, 33, "killed while somebody types, in a real pseudo-terminal", 4),
    "machine": Long(500, 1, "edits, saves, kills and reloads in any order"),
    "power": Long(10_000, 1, "power cuts, and each safeguard taken away"),
    "writers": Long(1_000, 6, "two windows write one session"),
    "faults": Long(0, 3, "every call for a file fails, once and for ever"),
    "bits": Long(100_000, 4, "every beginning of a session and of a journal, and flipped bits", 2),
    "strangers": Long(0, 1, "files made to harm"),
    "hostile": Long(48, 16, "words that drive terminals, in every field, on every screen", 4),
    "mistakes": Long(0, 1, "the program makes a mistake, on every screen"),
    "fuzz": Long(100_000, 10, "files at random, and every kind of value at every key", 2),
    "network": Long(0, 0.5, "system calls for a network, and who may read the files"),
    "monkey": Long(50_000, 8, "random keys and sizes of window", 2),
    "guards": Long(0, 2, "each guard taken away: a test has to go red"),
}
"""Every proof: a module of this package."""
WIDTH = 100


class Run(NamedTuple):
    """One share of one proof, and what came of it."""

    name: str
    share: int
    said: str
    """What it printed; the first line is its verdict."""
    seconds: float
    code: int


def main() -> int:
    """Run them, and print what each came to; the exit code."""
    told = "\n".join(f"  {name:<10} {long.minutes:>4g} min  {long.what}" for name, long in PROOFS.items())
    whole = sum(long.minutes for long in PROOFS.values())
    parser = argparse.ArgumentParser(
        prog="python -m tests.proofs",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        description=(
            f"Run the long proofs, side by side.\n\n{told}\n\n"
            f"The minutes are of one core; all of them take about {whole / 2:.0f} minutes on two."
        ),
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help="which of them; all otherwise")
    parser.add_argument("--part", type=int, default=1, metavar="N", help="only one N-th of the rounds")
    parser.add_argument("-j", "--jobs", type=int, default=2, metavar="N", help="how many side by side; 2 otherwise")
    parser.add_argument("--share", type=int, metavar="N", help="only this share of each, in this process")
    asked = parser.parse_args()
    if unknown := [name for name in asked.names if name not in PROOFS]:
        parser.error(f"there is no proof {', '.join(unknown)}; the proofs are {', '.join(PROOFS)}")
    names = asked.names or list(PROOFS)
    if asked.share is not None:
        return here(names, asked.part, asked.share)
    begun = time.monotonic()
    runs = list(side_by_side(names, asked.part, asked.jobs))
    failed, minutes = sum(each.code != 0 for each in runs), (time.monotonic() - begun) / 60
    print(f"{table(runs)}\n{len(runs) - failed} of {len(runs)} hold, {failed} do not; {minutes:.1f} min.")  # noqa: T201 - printing is its work
    return int(failed > 0)


def here(names: Sequence[str], part: int, share: int) -> int:
    """One share of each, in this process; the exit code."""
    failed = False
    for name in names:
        long = PROOFS[name]
        rounds = max(1, long.rounds // long.shares // part) if long.rounds else 0
        proof: Proof = importlib.import_module(f"tests.proofs.{name}").prove(rounds, share)
        failed |= bool(proof.faults)
        print(proof, flush=True)  # noqa: T201
    return int(failed)


def side_by_side(names: Sequence[str], part: int, jobs: int) -> Iterator[Run]:
    """So many at a time, the longest first; each as it ends."""
    longest = sorted(names, key=lambda name: -PROOFS[name].minutes / PROOFS[name].shares)
    with ThreadPoolExecutor(max(1, jobs)) as pool:
        waiting = [
            pool.submit(run, name, part, share) for name in longest for share in range(1, PROOFS[name].shares + 1)
        ]
        for done in as_completed(waiting):
            print(f"{done.result().said} ({done.result().seconds:.0f} s)", flush=True)  # noqa: T201
            yield done.result()


def run(name: str, part: int, share: int) -> Run:
    """One share of one proof, as a process of its own. What it says besides its verdict is told where it fails."""
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "tests.proofs", name, "--part", str(part), "--share", str(share)],
        capture_output=True,
        text=True,
        check=False,
    )
    said = done.stdout.strip()
    if f"{name}: " in said:
        said = said[said.rindex(f"{name}: ") :]  # a program that is ended by a fault has printed its own before
    if done.returncode:
        said = f"{said or f'{name}: FAILS, and says nothing.'}\n{done.stderr[-2000:]}".rstrip()
    return Run(name, share, said, time.monotonic() - begun, done.returncode)


def table(runs: Sequence[Run]) -> str:
    """All of them, a row each."""
    rows = ["", f"{'proof':<14}{'':<7}{'time':>8}  what was done"]
    for each in sorted(runs):
        shares = PROOFS[each.name].shares
        name = each.name + f" {each.share}/{shares}" * (shares > 1)
        done = each.said.splitlines()[0].partition(". ")[2] if each.said else ""
        minutes, seconds = divmod(round(each.seconds), 60)
        rows.append(f"{name:<14}{'FAILS' if each.code else 'holds':<7}{minutes:>5}:{seconds:02}  {done[:WIDTH]}")
    return "\n".join(rows)


if __name__ == "__main__":
    sys.exit(main())
