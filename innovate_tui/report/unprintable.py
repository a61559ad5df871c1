"""Characters that no font at hand can print: found before they reach paper, and named with the words around them."""

import unicodedata
from collections.abc import Iterator, Mapping
from itertools import groupby

from innovate_tui.report import lettering
from innovate_tui.report.document import Document, Run

AROUND = 18
"""How many characters of the neighbourhood are quoted on either side."""


def unprintable(document: Document) -> tuple[str, ...]:
    """One line for every stretch of text that cannot be printed: its characters, and where they stand.

    Each prints as a boxed question mark. Stretches that say the same twice are named once.
    """
    named: dict[str, None] = {}
    for shown in _unusual(document):
        at = 0
        for missing, run in _stretches(shown):
            if missing:
                named[_line(" ".join(run.split()), shown, at, at + len(run))] = None
            at += len(run)
    return tuple(named)


def stretches(document: Document) -> tuple[str, ...]:
    """The same without what stands around them: the words alone, each once."""
    found: dict[str, None] = {}
    for shown in _unusual(document):
        found |= {" ".join(run.split()): None for missing, run in _stretches(shown) if missing}
    return tuple(found)


def _stretches(text: str) -> Iterator[tuple[bool, str]]:
    """A text cut into what cannot be printed and what can; the spaces between two words that cannot belong to them."""
    runs = [(not letters, run) for letters, run in lettering.script_runs(text)]
    for at in range(1, len(runs) - 1):
        if runs[at - 1][0] and runs[at + 1][0] and runs[at][1].isspace():
            runs[at] = True, runs[at][1]
    for missing, group in groupby(runs, key=lambda each: each[0]):
        yield missing, "".join(run for _, run in group)


def _line(missing: str, text: str, start: int, end: int) -> str:
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    near = " ".join(
        f"{'…' if start > AROUND else ''}{before}{missing}{after}{'…' if end + AROUND < len(text) else ''}".split()
    )
    if len(missing) == 1:
        name = unicodedata.name(missing, "").lower()
        code = f"U+{ord(missing):04X}"
        return f"{missing} ({f'{name}, {code}' if name else code}) in “{near}”"
    return f"{missing} in “{near}”" if missing != near else missing


def _unusual(document: Document) -> Iterator[str]:
    """Every text, as it is printed, that is not in the fonts that ship."""
    for text in _texts(document):
        if text.isascii():
            continue
        shown = lettering.printed(text)
        if not (shown.isascii() or lettering.has_glyphs(shown)):
            yield shown


_PLAIN = (str, int, type(None))
"""Numbers, and names of kinds: most of what is in a document besides its texts."""


def _texts(document: object) -> Iterator[str]:
    """Every text within a value, in order."""
    values = [document]
    while values:
        value = values.pop()
        if isinstance(value, Run):
            yield value.text
        elif isinstance(value, tuple):
            values += value[::-1]
        elif isinstance(value, _PLAIN):
            continue
        elif names := getattr(value, "__dataclass_fields__", None):
            values += [getattr(value, name) for name in names][::-1]
        elif isinstance(value, Mapping):
            values += [*value.values()][::-1]
