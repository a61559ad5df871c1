"""Random keys over all screens, and random sizes of the window: nothing that is pressed ends the program by a fault."""

import asyncio
import os
import random
import string
import tempfile
from typing import cast
from unittest import mock

from textual.app import App
from textual.pilot import Pilot

from innovate_tui.ui.app import InnovateApp
from tests.proofs import Proof
from tests.ui.pilot import press, settle

A_RUN = 500
"""Keys between two starts of the program."""
SEEDS = 10_000
"""A share's: the first of the second share is ten thousand."""
SMALLEST, LARGEST = (20, 5), (250, 80)
KEYS = (
    *(string.ascii_letters + string.digits + ",.;/?!+-[]"),
    *("up", "down", "left", "right", "enter", "escape", "tab", "shift+tab", "space", "backspace", "delete"),
    *("home", "end", "pageup", "pagedown", "ctrl+z", "ctrl+y", "ctrl+b", "ctrl+s", "ctrl+p"),
    *(f"f{number}" for number in range(1, 13) if number != 10),
)
BURSTS, LONGEST = 0.05, 6
"""How often several keys come at once, as over a slow line, and how many at most."""
OFTEN = ("enter", "escape", "o", "up", "down", "left", "right", *string.digits)
"""Keys that lead elsewhere: pressed more often, so that every screen is come to."""


async def run(seed: int, keys: int) -> tuple[int, set[str], str]:
    """One run of the program; how many keys were pressed, which screens were seen, and what fault there was."""
    chance, seen, pressed = random.Random(seed), set[str](), 0
    last: list[str] = []
    app = InnovateApp()
    try:
        async with app.run_test(size=(80, 24)) as pilot:
            anybody = cast("Pilot[object]", pilot)
            await settle(anybody)
            await press(anybody, chance.choice(("4", "4", "1", "2", "3", "5")))
            while pressed < keys and cast("App[object]", app).is_running and app.return_code is None:
                if chance.random() < 0.02:
                    size = [chance.randint(low, high) for low, high in zip(SMALLEST, LARGEST, strict=True)]
                    await pilot.resize_terminal(*size)
                burst = chance.randint(2, LONGEST) if chance.random() < BURSTS else 1
                together = [chance.choice(OFTEN if chance.random() < 0.4 else KEYS) for _ in range(burst)]
                last = [*last[-12:], "+".join(together)]
                await press(anybody, *together)
                pressed += burst
                seen.add(type(app.screen).__name__)
    except Exception as fault:  # noqa: BLE001 - whatever ends it is the finding
        return pressed, seen, f"seed {seed}, after {pressed} keys, {' '.join(last)}: {type(fault).__name__}: {fault}"
    return pressed, seen, ""


async def pressed(keys: int, share: int = 0) -> Proof:
    """So many keys, in runs of `A_RUN`; another share has other ones."""
    first = share * SEEDS
    count, seed, seen, faults = 0, first, set[str](), list[str]()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:  # a thread may still save
        around = {"HOME": name, "XDG_STATE_HOME": f"{name}/state", "INNOVATE_FOLDER": f"{name}/Innovate"}
        with mock.patch.dict(os.environ, around):
            while count < keys:
                done, screens, fault = await run(seed, min(A_RUN, keys - count))
                count, seed, seen = count + max(1, done), seed + 1, seen | screens
                faults += [fault] if fault else []
    return Proof("monkey", f"{count:,} keys in {seed - first} runs, over {len(seen)} screens and boxes.", faults)


def prove(rounds: int, seed: int = 1) -> Proof:
    """So many keys."""
    return asyncio.run(pressed(rounds, seed))
