"""Running text as a deck writes it: paragraphs, bullets and sub-headings, and nothing else.

A deck's summary is plain text. A blank line ends a paragraph, a line that starts with `- ` is a bullet, one that
starts with `## ` a sub-heading. There is no inline markup: what looks like it is text.
"""

import re
from dataclasses import dataclass
from typing import Literal

BlockKind = Literal["paragraph", "bullet", "heading"]


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, bullet or sub-heading, its line ends folded into spaces."""

    kind: BlockKind
    text: str


def blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a deck's text, in order; empty text has none."""
    found: list[Block] = []
    open_kind: BlockKind | None = None
    for raw in text.splitlines():
        line = raw.strip()
        if not line:
            open_kind = None
        elif line.startswith("## "):
            found.append(Block("heading", line[3:].strip()))
            open_kind = None
        elif line.startswith("- "):
            found.append(Block("bullet", line[2:].strip()))
            open_kind = "bullet"
        elif open_kind is None:
            found.append(Block("paragraph", line))
            open_kind = "paragraph"
        else:
            last = found.pop()
            found.append(Block(last.kind, f"{last.text} {line}"))
    return tuple(found)


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text in one line; a full stop, question mark or exclamation mark and a space end one."""
    return tuple(found for found in re.split(r"(?<=[.?!])\s+", text.strip()) if found)
