"""A document as one web page: no scripts, no requests, everything in it, for a phone as for a large screen.

What people typed stays text: it is escaped, and stands in no attribute but those that are only shown or read out. The
page forbids itself scripts and requests, should a reader's program have other ideas. Its fonts are in it.
"""

import base64
import hashlib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from html import escape
from importlib import resources

from innovate_tui.report import html_phrases, lettering, phrases
from innovate_tui.report.document import (
    Block,
    Cell,
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
    RoadmapPicture,
    Runs,
    Section,
    Spoken,
    Table,
    Told,
    Tone,
    text_of,
)
from innovate_tui.report.drawings import drawings, sheet
from innovate_tui.report.figures.marks import BADGE, badge
from innovate_tui.report.figures.svg import mark_svg, svg
from innovate_tui.report.waiting import go_on
from innovate_tui.workshop.features import Kind
from innovate_tui.workshop.spoken import clean


def to_html(document: Document) -> str:
    """The whole document as a page. The same document gives the same characters."""
    return "\n".join(_Page(document).lines()) + "\n"


def words(runs: Runs) -> str:
    """A text as it may stand in a page: nothing in it acts, and what is in another language says so.

    A name that runs from right to left leaves the words around it where they are.
    """
    apart = len(runs) > 1
    return "".join(_run(clean(run.text), run.language, apart=apart and _backward(run.text)) for run in runs)


def _run(text: str, language: str, *, apart: bool) -> str:
    told = escape(text, quote=True).replace("\n", "<br>")
    tongue = f' lang="{escape(language)}"' if language and text.strip() else ""
    if not tongue and not apart:
        return told
    tag = "bdi" if apart else "span"
    return f"<{tag}{tongue}>{told}</{tag}>"


def flat(runs: Runs) -> str:
    """A text in one line."""
    return words(tuple(run._replace(text=" ".join(clean(run.text).split("\n"))) for run in runs)).strip()


def _bare(runs: Runs) -> str:
    """A text in one line, without its languages: for what is only read out."""
    return escape(" ".join(clean(text_of(runs)).split()), quote=True)


def _backward(text: str) -> bool:
    """Whether any of it runs from right to left."""
    return not text.isascii() and any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in text)


def _way(*texts: Runs) -> str:
    """That it is for the reader to see which way a text runs, where any of it runs from right to left."""
    return ' dir="auto"' if any(_backward(run.text) for runs in texts for run in runs) else ""


class _Page:
    """One page in the making."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.pictures = 0

    def lines(self) -> Iterator[str]:
        """All of it."""
        document, style = self.document, stylesheet()
        guard = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
        policy = f"default-src 'none'; style-src 'sha256-{guard}'; font-src data:; base-uri 'none'; form-action 'none'"
        yield "<!DOCTYPE html>"
        yield f'<html lang="{escape(document.language)}">'
        yield "<head>"
        yield '<meta charset="utf-8">'
        yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
        yield '<meta name="color-scheme" content="light dark">'
        yield '<meta name="referrer" content="no-referrer">'
        yield f"<title>{_bare(document.title)}</title>"
        yield f"<style>{style}</style>"
        yield "</head>"
        yield "<body>"
        yield f'<a class="skip" href="#words">{html_phrases.SKIP}</a>'
        yield from self._signs()
        yield from self._head()
        yield '<main id="words" tabindex="-1">'
        for number, part in enumerate(document.parts, 1):
            yield from self._part(part, number)
        yield "</main>"
        yield "<footer>"
        for value in document.source.values:
            yield f"<p>{words(value)}</p>"
        yield "</footer>"
        yield "</body>"
        yield "</html>"

    def _signs(self) -> Iterator[str]:
        """The signs of the three kinds, drawn once and used beside every card."""
        yield '<svg width="0" height="0" class="away" aria-hidden="true" focusable="false">'
        for kind in Kind:
            drawn = "".join(map(mark_svg, badge(kind, 0.2, 0.2)))
            side = f"{BADGE + 0.4:g}"
            yield f'<symbol id="{kind}" viewBox="0 0 {side} {side}">{drawn}</symbol>'
        yield "</svg>"

    def _sign(self, kind: Kind) -> str:
        name = escape(self.document.kind_names.get(kind, str(kind)), quote=True)
        return f'<svg class="sign" role="img" aria-label="{name}"><use href="#{kind}"/></svg> '

    def _head(self) -> Iterator[str]:
        about = self.document.cover
        yield "<header>"
        yield f'<p class="sort">{words(about.sort)}</p>'
        yield f"<h1{_way(self.document.title)}>{flat(self.document.title)}</h1>"
        facts = [*(fact for line in about.lines for fact in line), *((about.people,) if about.people else ())]
        if facts:
            yield "<dl>"
            for fact in facts:
                yield f"<div><dt>{flat(fact.label)}</dt> {_values(fact)}</div>"
            yield "</dl>"
        listed = [
            (number, part.listed or part.title)
            for number, part in enumerate(self.document.parts, 1)
            if part.listed != ()
        ]
        if len(listed) > 1:
            yield f'<nav aria-label="{phrases.INSIDE}">'
            yield "<ul>"
            for number, title in listed:
                yield f'<li{_way(title)}><a href="#part-{number}">{flat(title)}</a></li>'
            yield "</ul>"
            yield "</nav>"
        yield "</header>"

    def _part(self, part: Part, number: int) -> Iterator[str]:
        go_on()
        yield f'<section id="part-{number}" aria-labelledby="head-{number}">'
        yield f'<h2 id="head-{number}"{_way(part.title)}>{flat(part.title)}</h2>'
        for block in part.blocks:
            yield from self._block(block, 3)
        yield "</section>"

    def _block(self, block: Block | EntryBlock, level: int) -> Iterator[str]:
        match block:
            case Paragraph():
                yield _paragraph(block)
            case ItemList():
                yield from _list(block)
            case Table():
                yield from self._table(block)
            case Figure():
                yield from self._figure(block)
            case Dissent() | Spoken():
                yield f'<div class="{"dissent" if isinstance(block, Dissent) else "spoken"}">'
                yield from self._under(block.title, block.blocks, level)
                yield "</div>"
            case Told():
                yield from self._under(block.title, block.blocks, level)
            case Mentions():
                yield f"<p>{flat(block.title)}</p>"
                yield '<ul class="cards">'
                for mention in block.items:
                    yield from self._mention(mention)
                yield "</ul>"
            case Entry():
                yield from self._entry(block, level)
            case Section():
                yield f"<h{level}{_way(block.title)}>{flat(block.title)}</h{level}>"
                for each in block.blocks:
                    yield from self._block(each, level + 1)

    def _under(self, title: Runs, blocks: Iterable[EntryBlock], level: int) -> Iterator[str]:
        """Blocks under the words that announce them."""
        yield f'<p class="label">{flat(title)}</p>'
        for block in blocks:
            yield from self._block(block, level)

    def _entry(self, entry: Entry, level: int) -> Iterator[str]:
        number = "" if entry.number is None else f"{phrases.AT_PLACE.replace('{place}', str(entry.number))}: "
        sign = self._sign(entry.kind) if entry.kind else ""
        label = f'<p class="label">{flat(entry.label)}</p>' if entry.label else ""
        yield f"<h{level}{_way(entry.title)}>{sign}{number}{flat(entry.title)}</h{level}>"
        if label:
            yield label
        if entry.facts:
            yield f'<p class="aside"{_way(*entry.facts)}>{"; ".join(map(flat, entry.facts))}</p>'
        for block in entry.blocks:
            yield from self._block(block, level + 1)

    def _mention(self, mention: Mention) -> Iterator[str]:
        facts = f' <bdi class="aside">({"; ".join(map(flat, mention.facts))})</bdi>' if mention.facts else ""
        yield f"<li{_way(mention.title)}>{self._sign(mention.kind)}<strong>{flat(mention.title)}</strong>{facts}"
        for paragraph in mention.blocks:
            yield _paragraph(paragraph)
        yield "</li>"

    def _figure(self, figure: Figure) -> Iterator[str]:
        """A picture, the widest of them to be scrolled on a narrow screen; and the same in words."""
        scrolls = isinstance(figure.picture, RoadmapPicture)
        drawn = drawings(figure, self.document.kind_names)
        for number, drawing in enumerate(drawn, 1):
            self.pictures += 1
            name = f"picture-{self.pictures}"
            region = f' wide" tabindex="0" role="region" aria-labelledby="{name}-title"' if scrolls else '"'
            yield f'<figure><div class="picture{region}>'
            told = sheet(" ".join(clean(text_of(figure.alternative)).split()), number, len(drawn))
            yield svg(drawing, told, name=name)
            yield "</div></figure>"
        if figure.equivalent.items:
            yield f"<details><summary>{html_phrases.IN_WORDS}</summary>"
            yield from _list(figure.equivalent)
            yield "</details>"

    def _table(self, table: Table) -> Iterator[str]:
        """A table with a header for every row that has more to say; on a narrow screen a row is a block of its own.

        The roles say again what the elements are: a browser forgets it where they are shown as blocks.
        """
        columns = table.columns
        yield '<table role="table">'
        yield '<thead role="rowgroup"><tr role="row">'
        for column in columns:
            yield f'<th scope="col" role="columnheader">{flat(column.title)}</th>'
        yield "</tr></thead>"
        yield '<tbody role="rowgroup">'
        for number, row in enumerate(table.rows):
            if len(row) == 1 < len(columns):
                if number:
                    yield '</tbody><tbody role="rowgroup">'
                over = f'scope="rowgroup" colspan="{len(columns)}" role="rowheader"{_way(row[0].runs)}'
                yield f'<tr role="row" class="band"><th {over}>{self._cell(row[0])}</th></tr>'
                continue
            yield '<tr role="row">'
            tag, scope = ("th", ' scope="row" role="rowheader"') if len(columns) > 1 else ("td", ' role="cell"')
            yield f"<{tag}{scope}{_way(row[0].runs)}>{self._cell(row[0])}</{tag}>"
            for column, cell in zip(columns[1:], row[1:], strict=True):
                blank = "" if cell.runs or cell.note else ' class="none"'
                shown = f'<td role="cell" data-label="{_bare(column.title)}"{blank}{_way(cell.runs, cell.note)}>'
                yield f"{shown}{self._cell(cell)}</td>"
            yield "</tr>"
        yield "</tbody></table>"

    def _cell(self, cell: Cell) -> str:
        note = f'<span class="note"{_way(cell.runs, cell.note)}>{words(cell.note)}</span>' if cell.note else ""
        return f"{self._sign(cell.kind) if cell.kind else ''}{words(cell.runs)}{note}"


_CLASSES: Mapping[Tone, str] = {Tone.HEADLINE: ' class="headline"', Tone.BODY: "", Tone.ASIDE: ' class="aside"'}


def _paragraph(paragraph: Paragraph) -> str:
    return f"<p{_CLASSES[paragraph.tone]}{_way(paragraph.runs)}>{words(paragraph.runs)}</p>"


def _list(block: ItemList) -> Iterator[str]:
    tag = "ol" if block.ordered else "ul"
    yield f"<{tag}>"
    for item in block.items:
        yield f"<li{_way(item)}>{words(item)}</li>"
    yield f"</{tag}>"


def _values(fact: Fact) -> str:
    return " ".join(f"<dd><bdi>{flat(value)}</bdi></dd>" for value in fact.values)


@cache
def stylesheet() -> str:
    """How the page looks, with its fonts in it."""
    package = resources.files("innovate_tui.report")
    faces = "".join(
        f"@font-face{{font-family:'Atkinson Hyperlegible Next';font-weight:{700 if bold else 400};font-display:swap;"
        f"src:url(data:font/ttf;base64,{base64.b64encode(package.joinpath('fonts', name).read_bytes()).decode()})}}\n"
        for bold, name in lettering.FACES.items()
    )
    return faces + package.joinpath("page.css").read_text(encoding="utf-8")
