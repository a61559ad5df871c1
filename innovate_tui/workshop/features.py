"""Features and their kinds. A feature is what stands on a card: one of the deck's, or one that the group added."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

NO_WORDS: Mapping[str, str] = MappingProxyType({})
SHORT_WIDTH = 13
"""Characters in one line of a board name; a diamond place shows two such lines (INTERACTION, section 2)."""
LIST_WIDTH = 19
"""Characters of a name in a list or on the grid."""
ROAD_WIDTH = 10
"""Characters in one line of a name on the roadmap, which shows two."""


class Kind(StrEnum):
    """The three kinds of system feature (C1). Fixed in code; their names on the screen are the deck's."""

    ENABLER = "enabler"
    INFLUENCE = "influence"
    NEXT_LEVEL = "next-level"


class Judgement(StrEnum):
    """What the group said of a feature before ordering (D25). Undecided is no judgement at all."""

    STRENGTH = "strength"
    DEVELOPMENT = "development"


class Feature(NamedTuple):
    """A system feature with all that its card shows."""

    id: str
    title: str
    kind: Kind
    letter: str = ""
    """Its capital for life (A–Z), or nothing once the alphabet has run out."""
    short: tuple[str, ...] = ()
    """Its name on a board: one or two lines of at most `SHORT_WIDTH` characters."""
    in_list: str = ""
    """Its name in lists and on the grid, at most `LIST_WIDTH` characters."""
    on_road: tuple[str, ...] = ()
    """Its name on the roadmap: one or two lines of at most `ROAD_WIDTH` characters."""
    summary: str = ""
    takeaway: str = ""
    question: str = ""
    related: Mapping[str, str] = NO_WORDS
    """Other features' ids and, in a sentence, how they hang together."""
    stages: Mapping[str, str] = NO_WORDS
    """Stages that a source ties it to, and why."""
    based_on: str = ""
    own: bool = False
    """The group added it (D28, Q28)."""


def name_lines(text: str, width: int, rows: int = 2) -> tuple[str, ...]:
    """A name broken into at most `rows` lines of `width` characters; what does not fit ends in `…`.

    A word is cut only where it alone is too long for a line.
    """
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        elif len(lines) < rows:
            lines.append(word)
        else:
            last = lines[-1]
            lines[-1] = f"{last.rpartition(' ')[0] or last}…" if len(last) == width else f"{last}…"
            break
    return tuple(line if len(line) <= width else f"{line[: width - 1].rstrip()}…" for line in lines)


def named(feature: Feature) -> Feature:
    """The feature with every short name filled in that was not given: each follows from the board name or the title."""
    short = feature.short or name_lines(feature.title, SHORT_WIDTH)
    whole = " ".join(short)
    in_list = feature.in_list or (whole if len(whole) <= LIST_WIDTH else name_lines(whole, LIST_WIDTH, 1)[0])
    return feature._replace(short=short, in_list=in_list, on_road=feature.on_road or name_lines(whole, ROAD_WIDTH))
