"""What is to be said again in a moment, and the program has ended by then."""

from pathlib import Path
from typing import cast

import pytest
from textual.pilot import Pilot

from innovate_tui.ui.app import InnovateApp
from tests.ui.pilot import settle


async def test_it_is_said_to_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INNOVATE_FOLDER", str(tmp_path / "Innovate"))
    app = InnovateApp()
    async with app.run_test() as pilot:
        await settle(cast("Pilot[object]", pilot))
    app._say("Too late.")
