"""Comparing a painted picture with the text file it was last seen as, under `tests/ui/golden/`.

`INNOVATE_UPDATE_GOLDEN=1 python -m pytest tests/ui` writes the files anew; look at the difference before you commit.
"""

import os
from pathlib import Path

FOLDER = Path(__file__).parent / "golden"
SWITCH = "INNOVATE_UPDATE_GOLDEN"


def looks_like(name: str, text: str) -> None:
    """Assert that a picture is the one of that name, or write it down where the switch is set."""
    file = FOLDER / f"{name}.txt"
    if os.environ.get(SWITCH):
        FOLDER.mkdir(exist_ok=True)
        file.write_text(f"{text}\n", encoding="utf-8", newline="\n")
    assert file.exists(), f"No {file.name} yet. {SWITCH}=1 writes it."
    assert text == file.read_text(encoding="utf-8").removesuffix("\n"), (
        f"{file.name} differs. {SWITCH}=1 writes it anew."
    )
