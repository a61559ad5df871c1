"""Characters that no font at hand can print: found before they reach paper, and named with the words around them."""

import unicodedata
from collections.abc import Iterator, Mapping

from innovate_tui.report import lettering
from innovate_tui.report.document import Document, Run

AROUND = 18
"""How many characters of the neighbourhood are quoted on either side."""


def unprintable(document: Document) -> tuple[str, ...]:
    """One line for every stretch of text that cannot be printed: its characters, and where they stand.

    Each prints as a boxed question mark. Stretches that say the same twice are named once.
    """
    named: dict[str, None] = {}
    for text in _texts(document):
        shown = lettering.printed(text)
        if shown.isascii() or lettering.has_glyphs(shown):
            continue
        at = 0
        for has, run in lettering.script_runs(shown):
            missing = "" if has else "".join(character for character in run if character != "\n")
            if missing:
                named[_line(missing, shown, at, at + len(run))] = None
            at += len(run)
    return tuple(named)


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


def _texts(document: object) -> Iterator[str]:
    """Every text within a value, in order."""
    values = [document]
    while values:
        value = values.pop()
        if isinstance(value, Run):
            yield value.text
        elif isinstance(value, tuple):
            values += value[::-1]
        elif isinstance(value, Mapping):
            values += [*value.values()][::-1]
        elif names := getattr(value, "__dataclass_fields__", None):
            values += [getattr(value, name) for name in names][::-1]
