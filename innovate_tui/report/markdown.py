"""A document as Markdown. What people typed stays text: nothing in it can become markup, HTML, a list or a link."""

import re
from collections.abc import Iterable, Iterator

from innovate_tui.report import phrases
from innovate_tui.report.document import (
    Block,
    Dissent,
    Document,
    Entry,
    EntryBlock,
    Fact,
    Figure,
    ItemList,
    Mention,
    Mentions,
    Paragraph,
    Part,
    Runs,
    Section,
    Spoken,
    Table,
    Told,
    text_of,
)
from innovate_tui.report.waiting import go_on
from innovate_tui.workshop.spoken import clean

_WORD = re.compile(r"\S+")
_ADDRESS = re.compile(r"://|www\.|@|\w\.\w", re.IGNORECASE)
"""What makes an address of a word: many readers would turn it into a link."""
_ACTING = re.compile(r"[\\`*_\[\]<>|~&$]")
"""What would act wherever it stands."""
_IN_ADDRESS = re.compile(r"[\\`*_\[\]<>|~&$.:@/]")
_ACTING_FIRST = re.compile(r"^(?:[#+=:-]|\d{1,9}[.)](?=\s|$))", re.MULTILINE)
"""What would begin a heading, a list or a rule at the head of a line."""


def to_markdown(document: Document) -> str:
    """The whole document, in CommonMark with tables. A figure is its sentence and its list."""
    about = document.cover
    blocks = [f"# {escaped(document.title)}", escaped(about.sort)]
    facts = [*(fact for line in about.lines for fact in line), *((about.people,) if about.people else ())]
    if facts:
        blocks.append("\n".join(f"- {_fact(fact)}" for fact in facts))
    for part in document.parts:
        blocks += _part(part)
    blocks += ["---", "\\\n".join(map(_one_line, document.source.values))]
    return "\n\n".join(blocks) + "\n"


def escaped(runs: Runs) -> str:
    """A text in which nothing acts: what could be markup is escaped, and addresses are not live."""
    lines = (line.strip() for line in clean(text_of(runs)).split("\n"))
    harmless = (_WORD.sub(_escaped, line) if _ACTING.search(line) or _ADDRESS.search(line) else line for line in lines)
    return _ACTING_FIRST.sub(_escaped_first, "\n".join(harmless))


def _escaped(found: re.Match[str]) -> str:
    """A word. Looked at once, however long it is: a pattern of both would go through it from each of its letters."""
    acting = _IN_ADDRESS if _ADDRESS.search(found[0]) else _ACTING
    return acting.sub(r"\\\g<0>", found[0])


def _escaped_first(found: re.Match[str]) -> str:
    return f"{found[0][:-1]}\\{found[0][-1]}"


def _fact(fact: Fact) -> str:
    return f"{escaped(fact.label)}: {'; '.join(map(_one_line, fact.values))}"


def _one_line(runs: Runs) -> str:
    return " ".join(escaped(runs).split())


def _part(part: Part) -> Iterator[str]:
    go_on()
    yield f"## {_one_line(part.title)}"
    for block in part.blocks:
        yield from _block(block, 3)


def _block(block: Block | EntryBlock, level: int) -> Iterator[str]:
    match block:
        case Paragraph():
            yield _lines(block.runs)
        case ItemList():
            yield _list(block)
        case Table():
            yield _table(block)
        case Figure():
            yield _lines(block.alternative)
            if block.equivalent.items:
                yield _list(block.equivalent)
        case Dissent() | Spoken():
            told = [f"**{_one_line(block.title)}**", *(_lines(each.runs) for each in block.blocks)]
            yield "\n>\n".join(_quoted(told))
        case Told():
            yield f"**{_one_line(block.title)}**"
            for told_block in block.blocks:
                yield from _block(told_block, level)
        case Mentions():
            yield _lines(block.title)
            yield "\n".join(_mention(mention) for mention in block.items)
        case Entry():
            yield from _entry(block, level)
        case Section():
            yield f"{'#' * level} {_one_line(block.title)}"
            for each in block.blocks:
                yield from _block(each, level + 1)


def _entry(entry: Entry, level: int) -> Iterator[str]:
    number = "" if entry.number is None else f"{phrases.AT_PLACE.replace('{place}', str(entry.number))}: "
    yield f"{'#' * level} {number}{_one_line(entry.title)}"
    if entry.label:
        yield f"**{_one_line(entry.label)}**"
    if entry.facts:
        yield "; ".join(map(_one_line, entry.facts))
    for block in entry.blocks:
        yield from _block(block, level + 1)


def _mention(mention: Mention) -> str:
    """An item of a list: the card's title, and what was said of it in paragraphs of its own."""
    facts = f" ({'; '.join(map(_one_line, mention.facts))})" if mention.facts else ""
    told = [f"- {_one_line(mention.title)}{facts}", *(_lines(paragraph.runs) for paragraph in mention.blocks)]
    return "\n\n".join(told).replace("\n", "\n  ").replace("\n  \n", "\n\n")


def _lines(runs: Runs) -> str:
    """A paragraph; a line end that somebody typed stays one."""
    return "\\\n".join(line for line in escaped(runs).split("\n") if line)


def _list(block: ItemList) -> str:
    marks = (f"{number}." for number in range(1, len(block.items) + 1)) if block.ordered else ("-" for _ in block.items)
    return "\n".join(f"{mark} {_one_line(item)}" for mark, item in zip(marks, block.items, strict=True))


def _table(table: Table) -> str:
    rows = [[_one_line(column.title) for column in table.columns], ["---" for _ in table.columns]]
    for row in table.rows:
        if len(row) == 1 < len(table.columns):
            note = f" ({_one_line(row[0].note)})" if row[0].note else ""
            rows.append([f"**{_one_line(row[0].runs)}**{note}", *("" for _ in table.columns[1:])])
            continue
        rows.append([f"{_one_line(cell.runs)}{f' ({_one_line(cell.note)})' if cell.note else ''}" for cell in row])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _quoted(paragraphs: Iterable[str]) -> Iterator[str]:
    for paragraph in paragraphs:
        yield "\n".join(f"> {line}" for line in paragraph.split("\n"))
