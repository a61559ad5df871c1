"""What all tests share: nothing of this machine is read, and nothing is left on it."""

import gc
from pathlib import Path

import pytest

gc.set_threshold(100_000, 20, 100)  # apps come and go here by the hundred: looking for what they leave takes a tenth


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What the program keeps for itself goes into a folder of the test's own."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "state"))
    monkeypatch.setenv("INNOVATE_FONTS", str(tmp_path / "fonts"))
    return tmp_path / "state"
