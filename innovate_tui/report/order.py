"""The order in which a line is seen: what is written from right to left stands backward among what is not."""

from collections.abc import Iterator
from itertools import groupby

from innovate_tui.report import lettering
from innovate_tui.report.figures.shapes import Anchor
from innovate_tui.report.scripts import BACKWARD, Letters

_MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
"""What opens on one side, opens on the other in a line that runs the other way."""


def in_sight(text: str, bold: bool, anchor: Anchor) -> Iterator[tuple[Letters, str, bool]]:
    """The runs of a line as they stand from left to right: what prints them, their letters, and whether backward.

    The letters of a run are in the order in which they are read; a run is in one font and one direction. A line that
    begins on the right is backward as a whole; of any other its first letter says, but not that of words set apart.
    """
    if not BACKWARD.search(text):
        for letters, run in lettering.script_runs(text, bold):
            yield letters, run, False
        return
    from fpdf.bidi import BidiParagraph  # its order of characters is that of the Unicode standard
    from fpdf.enums import TextDirection

    runs_back = anchor == "right" or lettering.right_to_left(text)
    whole = TextDirection.RTL if runs_back else TextDirection.LTR
    seen = BidiParagraph(text, whole).get_reordered_characters()
    for backward, group in groupby(seen, key=lambda each: each.get_direction_from_level() == "R"):
        run = "".join(each.character for each in group)
        read = run[::-1] if backward else run
        parts = lettering.script_runs(read, bold)
        for letters, part in reversed(parts) if backward else parts:
            plain = backward and isinstance(letters, bool)
            yield letters, part[::-1].translate(_MIRRORED) if plain else part, backward
