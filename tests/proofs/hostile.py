"""Every payload at the beginning of every field, on every screen and in every box: nothing but pictures is sent.

With and without what cleans words at load, in a small and in a large window.
"""

import tempfile
from itertools import islice, product
from pathlib import Path

from tests.proofs import Proof
from tests.terminal.console import open_console
from tests.terminal.hostile import PAYLOADS, UNCLEANED, hostile_file, unharmed, walk

SIZES = ((80, 24), (160, 50))
SHARES = 4


def prove(rounds: int, seed: int = 1) -> Proof:
    """So many walks over all screens, from the share that the seed is."""
    ways = list(product(range(len(PAYLOADS)), (UNCLEANED, ""), SIZES))
    faults, walks, stops, sent = [], 0, 0, 0
    for turn, before, size in islice(ways, seed - 1, seed - 1 + rounds * SHARES, SHARES):
        what = f"payload {turn}, {size[0]} columns{', not cleaned' * bool(before)}"
        where, walks = "Home", walks + 1
        with tempfile.TemporaryDirectory(prefix="innovate-hostile-") as name:
            hostile_file(Path(name), turn)
            with open_console(Path(name), size=size, before=before) as console:
                try:
                    console.wait("Go on with")
                    console.press("enter")
                    console.wait("Roadmap", "Saved")
                    seen = 0
                    for stop in walk(console):
                        where, seen, stops = stop, unharmed(console, seen), stops + 1
                except AssertionError as fault:
                    faults.append(f"{what}, at {where}: {fault}")
                sent += len(console.raw)
    done = (
        f"{walks} walks, all {len(PAYLOADS)} payloads in every field, {stops} looks at {sent / 1e6:.0f} MB of pictures."
    )
    return Proof("hostile", done, faults)
