"""What stands in a folder, for tests that nothing is left behind."""

from pathlib import Path


def names_in(folder: Path) -> list[str]:
    """The names in a folder, in order."""
    return sorted(each.name for each in folder.iterdir())
