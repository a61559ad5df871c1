"""A document as plain text: for `show`, for pipes and for screen readers. No markup, no rules drawn with characters.

Structure shows in blank lines and indents alone; nothing in it can act on a terminal.
"""

import unicodedata
from collections.abc import Iterator, Sequence

from innovate_tui.report import phrases
from innovate_tui.report.document import (
    Block,
    Cell,
    Dissent,
    Document,
    Entry,
    EntryBlock,
    Figure,
    ItemList,
    Mentions,
    Paragraph,
    Runs,
    Section,
    Spoken,
    Table,
    Told,
    text_of,
)
from innovate_tui.report.waiting import go_on
from innovate_tui.workshop.spoken import clean

INDENT = 2


def to_plain(document: Document, width: int = 80) -> str:
    """The whole document in lines of at most `width` columns."""
    return "\n".join(_document(document, width)).rstrip() + "\n"


def _document(document: Document, width: int) -> Iterator[str]:
    about = document.cover
    yield from _wrapped(document.title, width)
    yield from _wrapped(about.sort, width)
    yield ""
    for fact in [*(fact for line in about.lines for fact in line), *((about.people,) if about.people else ())]:
        values = "; ".join(_flat(value) for value in fact.values)
        yield from wrap(f"{_flat(fact.label)}: {values}", width, hang=INDENT)
    for part in document.parts:
        go_on()
        yield from ("", "")
        yield from _wrapped(part.title, width)
        for block in part.blocks:
            yield ""
            yield from _block(block, width, 0)
    yield from ("", "")
    for value in document.source.values:
        yield from _wrapped(value, width)


def _block(block: Block | EntryBlock, width: int, indent: int) -> Iterator[str]:
    match block:
        case Paragraph():
            for line in clean(text_of(block.runs)).split("\n"):
                yield from wrap(line, width, indent)
        case ItemList():
            yield from _list(block, width, indent)
        case Table():
            yield from _table(block, width, indent)
        case Figure():
            yield from wrap(_flat(block.alternative), width, indent)
            yield from _list(block.equivalent, width, indent)
        case Dissent() | Spoken() | Told():
            yield from wrap(f"{_flat(block.title)}:", width, indent)
            yield from _spaced(block.blocks, width, indent + INDENT)
        case Mentions():
            yield from wrap(_flat(block.title), width, indent)
            for mention in block.items:
                facts = f" ({'; '.join(map(_flat, mention.facts))})" if mention.facts else ""
                yield from wrap(f"- {_flat(mention.title)}{facts}", width, indent, hang=INDENT)
                yield from _spaced(mention.blocks, width, indent + INDENT)
        case Entry():
            yield from _entry(block, width, indent)
        case Section():
            yield from wrap(_flat(block.title), width, indent)
            for number, each in enumerate(block.blocks):
                if number and isinstance(each, Entry):
                    yield ""
                yield from _block(each, width, indent + INDENT)


def _entry(entry: Entry, width: int, indent: int) -> Iterator[str]:
    number = "" if entry.number is None else f"{phrases.AT_PLACE.replace('{place}', str(entry.number))}: "
    known = (*((entry.label,) if entry.label else ()), *entry.facts)
    facts = f" ({'; '.join(map(_flat, known))})" if known else ""
    yield from wrap(f"{number}{_flat(entry.title)}{facts}", width, indent)
    yield from _spaced(entry.blocks, width, indent + INDENT)


def _spaced(blocks: Sequence[EntryBlock], width: int, indent: int) -> Iterator[str]:
    """Blocks of an entry; a blank line stands between paragraphs."""
    for number, block in enumerate(blocks):
        if number and isinstance(block, Paragraph):
            yield ""
        yield from _block(block, width, indent)


def _list(block: ItemList, width: int, indent: int) -> Iterator[str]:
    for number, item in enumerate(block.items, 1):
        mark = f"{number}. " if block.ordered else "- "
        yield from wrap(mark + _flat(item), width, indent, hang=len(mark))


def _table(table: Table, width: int, indent: int) -> Iterator[str]:
    """A row a line, every field after the first with its column's name: it reads well aloud and in any width."""
    within = 0
    for number, row in enumerate(table.rows):
        if len(row) == 1 < len(table.columns):
            if number:
                yield ""
            yield from wrap(_cell(row[0]), width, indent, hang=INDENT)
            within = INDENT
            continue
        fields = [
            f"{_flat(column.title).lower()}: {_cell(cell)}"
            for column, cell in zip(table.columns[1:], row[1:], strict=True)
            if cell.runs
        ]
        told = " – ".join(words for words in (_cell(row[0]), "; ".join(fields)) if words)
        yield from wrap(told, width, indent + within, hang=INDENT)


def _cell(cell: Cell) -> str:
    return f"{_flat(cell.runs)}{f' ({_flat(cell.note)})' if cell.note else ''}"


def _flat(runs: Runs) -> str:
    return " ".join(clean(text_of(runs)).split())


def _wrapped(runs: Runs, width: int) -> Iterator[str]:
    yield from wrap(_flat(runs), width)


def wrap(text: str, width: int, indent: int = 0, hang: int = 0) -> Iterator[str]:
    """Lines of at most `width` columns, the first indented by `indent`, the others by `hang` more.

    A letter of East Asian width takes two columns; a word longer than a line is cut.
    """
    line, filled = " " * indent, 0
    for word in text.split(" "):
        while word:
            room = width - columns(line) - (1 if filled else 0)
            if columns(word) <= room:
                line, filled, word = f"{line}{' ' if filled else ''}{word}", filled + 1, ""
            elif filled:
                yield line
                line, filled = " " * (indent + hang), 0
            else:
                head = _head(word, max(room, 2))
                yield line + head
                line, word = " " * (indent + hang), word[len(head) :]
    if filled:
        yield line


def columns(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return len(text) if text.isascii() else sum(map(_column, text))


def _column(character: str) -> int:
    if unicodedata.combining(character) or character in "\u200b\u200c\u200d\ufe0f":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _head(word: str, room: int) -> str:
    """As much of a word as fits, at least one letter."""
    taken = 0
    for number, character in enumerate(word):
        taken += _column(character)
        if taken > room and number:
            return word[:number]
    return word
