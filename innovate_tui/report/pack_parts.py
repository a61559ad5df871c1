"""The pack to print for groups who want paper: what to print, the summaries, then cards and boards to cut and glue.

ACCEPTANCE D10–D15, Q13–Q19, R11–R19, F2, F5. Words to read are a document on A4, as every other; the sheets stand
behind it. Pure: the deck and a moment in, values out.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby
from types import MappingProxyType
from typing import NamedTuple

from innovate_tui.report import pack_phrases as say
from innovate_tui.report import pack_sheets as sheets
from innovate_tui.report import phrases
from innovate_tui.report.card_words import DIAMOND, QUADRANTS
from innovate_tui.report.document import (
    Block,
    Cell,
    Column,
    Cover,
    Document,
    Fact,
    Field,
    ItemList,
    Paragraph,
    Part,
    QuadrantsPicture,
    Runs,
    Section,
    Table,
    Tone,
)
from innovate_tui.report.grid_words import GridWords
from innovate_tui.report.guide_phrases import MADE_WITH
from innovate_tui.report.layout import lay_out
from innovate_tui.report.pack_faces import LARGE, MEDIUM, Face
from innovate_tui.report.pack_sheets import Group, Paper
from innovate_tui.report.pages import Sheet
from innovate_tui.report.strips import said
from innovate_tui.workshop.deck import Deck, Mode, Tool
from innovate_tui.workshop.features import Feature, Kind, named
from innovate_tui.workshop.prose import blocks
from innovate_tui.workshop.quadrants import Quadrant
from innovate_tui.workshop.session import CAPITALS, DeckStamp, Session
from innovate_tui.workshop.spelling import listed
from innovate_tui.workshop.stages import PAIRS

KINDS = MappingProxyType({DIAMOND: (Kind.ENABLER,), QUADRANTS: (Kind.INFLUENCE, Kind.NEXT_LEVEL)})
"""The kinds of card that a tool uses; the roadmap uses all."""


class Pack(NamedTuple):
    """A pack: the words to read, and the sheets behind them."""

    document: Document
    sheets: tuple[Sheet, ...]


class Item(NamedTuple):
    """Something to print: what it is, on which pages and paper, and how often for one group."""

    what: Runs
    first: int
    last: int
    paper: str
    each: int = 1


def pack(deck: Deck, tool: Tool, paper: Paper, made: datetime, *, groups: int = 1) -> Pack:
    """The pack of a tool. Raises `ValueError` for fewer than one group."""
    if groups < 1:
        raise ValueError("there is at least one group")
    making = _Pack(deck, tool, paper, made, groups)
    behind = tuple(making.sheets())
    # laid out once with no page numbers in it, to find out which they are: they take the same room
    pages = lay_out(making.document([0] * (len(deck.features) + 9)), behind)
    begun = [number for number, page in enumerate(pages, 1) for mark in page.bookmarks if mark.level == 0]
    return Pack(making.document([*begun, len(pages) + 1]), behind)


class _Pack(GridWords):
    """One pack in the making."""

    def __init__(self, deck: Deck, tool: Tool, paper: Paper, made: datetime, groups: int) -> None:
        stamp = DeckStamp(deck.id, deck.version, deck.title)
        super().__init__(Session("", "", made, stamp, Mode.GROUP, language=deck.language), deck)
        self.tool, self.paper, self.made, self.groups = tool, paper, made, groups
        self.kinds = KINDS.get(tool.id, tuple(Kind))

    # Words to read

    def document(self, begun: Sequence[int]) -> Document:
        """What is read; `begun` are the pages on which its parts and the kinds of sheet behind them begin."""
        title = self.decks(self.tool.title)
        whom = self.ours(say.WHOM_GROUPS if self.groups > 1 else say.WHOM, count=self.groups)
        paper = self.ours(say.PAPER_A3 if self.paper is Paper.A3 else say.PAPER_A4)
        lines = ((say.PRINT, self.decks(self.tool.full_title)), (say.COPIES, whom), (say.PAPER, paper))
        facts = tuple((Fact(self.ours(label), (value,)),) for label, value in lines if value)
        credit = [self.decks(text) for text in (self.deck.credit, self.tool.based_on) if text]
        sort = self.ours(say.SORT)
        read = tuple(self._to_read())
        return Document(
            title=title,
            language=self.language,
            created=self.made,
            cover=Cover(sort, facts, ()),
            parts=(Part(self.ours(say.PRINT), tuple(self._to_print(begun))), *read),
            source=Fact(self.ours(phrases.SOURCE), (self.ours(MADE_WITH), *credit)),
            footer=(title, sort, whom),
            kind_names=MappingProxyType({kind: words.name for kind, words in self.deck.kinds.items()}),
            subject=say.SUBJECT.format(title=self.tool.title),
        )

    def _to_print(self, begun: Sequence[int]) -> Iterator[Block]:
        shares = ((say.WHAT, 6), (say.PAGES, 2), (say.PAPER, 1), (say.COPIES, 4))
        columns = tuple(Column(self.ours(name), share) for name, share in shares)
        yield Table(columns, tuple(self._row(item) for item in self._items(begun)))
        yield Section(self.ours(say.HOW), (ItemList(tuple(map(self.ours, self._how()))),))
        yield Section(self.ours(say.LETTERS), (ItemList(tuple(self._letters())),))

    def _items(self, begun: Sequence[int]) -> Iterator[Item]:
        """The words to read, a line a kind, then the sheets."""
        at = 1
        for kind in self.kinds:
            if count := len(self.deck.of_kind(kind)):
                yield Item(self._summaries_of(kind), begun[at], begun[at + count] - 1, "A4")
                at += count
        if self._has_stages:
            yield Item(self.ours(say.STAGES), begun[at], begun[at + 1] - 1, "A4")
            at += 1
        for name in self._sheet_names:
            each = 2 if name == say.CARDS and self.tool.id not in KINDS else 1
            yield Item(self.ours(name), begun[at], begun[at + 1] - 1, self.paper.name_of_page, each)
            at += 1

    def _row(self, item: Item) -> tuple[Cell, ...]:
        pages = self.ours(say.PAGE_ONE if item.first >= item.last else say.PAGE_RANGE, first=item.first, last=item.last)
        words = say.IN_ALL if self.groups > 1 else say.EACH
        copies = self.ours(words, each=item.each, total=item.each * self.groups)
        return Cell(item.what), Cell(pages), Cell(self.ours(item.paper)), Cell(copies)

    def _how(self) -> Iterator[str]:
        yield say.FULL_SIZE
        if self.paper is Paper.A4:
            yield say.LARGER
        yield say.SIDES
        if self.tool.id in KINDS:
            yield say.FOLD
        else:
            yield say.SIZES
            yield say.SEVERAL
            yield say.WALL
        yield say.TOOLS
        yield say.DEAL

    def _letters(self) -> Iterator[Runs]:
        yield self.ours(say.SAME_LETTERS)
        taken = {feature.letter for feature in self.deck.features}
        if free := [letter for letter in CAPITALS if letter not in taken]:
            in_a_row = len(free) > 2 and "".join(free) in CAPITALS
            letters = f"{free[0]} to {free[-1]}" if in_a_row else listed(free)
            yield self.ours(say.OWN_LETTERS, letters=letters)
        kinds = (
            self.ours(say.KIND_SIGN, kind=self.decks(self._name(kind)), sign=say.SIGNS[kind]) for kind in self.kinds
        )
        yield self.ours(say.KINDS, kinds=self.joined(kinds, "; "))
        yield self.ours(say.TYPE_BACK if self.tool.id == DIAMOND else say.PUT_BACK)

    def _name(self, kind: Kind) -> str:
        words = self.deck.kinds.get(kind)
        return words.name if words else str(kind)

    def _summaries_of(self, kind: Kind) -> Runs:
        words = self.deck.kinds.get(kind)
        return self.ours(say.SUMMARIES_OF, kind=self.decks(words.plural if words else str(kind)))

    def _to_read(self) -> Iterator[Part]:
        """The summaries, each on a page or two of its own so that they can be shared out (D13, Q16, Q17, R18)."""
        for kind in self.kinds:
            for number, feature in enumerate(self.deck.of_kind(kind)):
                entry = () if number else self._summaries_of(kind)
                yield Part(self._lettered(feature), tuple(self._summary(feature)), opens_page=True, listed=entry)
        if self._has_stages:
            yield Part(self.ours(say.STAGES), tuple(self._stages()), opens_page=True)

    def _lettered(self, feature: Feature) -> Runs:
        title = self.decks(feature.title)
        return (*self.ours(f"{feature.letter} · "), *title) if feature.letter else title

    def _summary(self, feature: Feature) -> Iterator[Block]:
        words = self.deck.kinds.get(feature.kind)
        kind = (words.name, words.summaries) if words else (str(feature.kind),)
        yield Paragraph(self.joined((self.decks(text) for text in kind), " · "), Tone.ASIDE)
        yield from self._prose(feature.summary)
        for name, text in ((say.TAKEAWAY, feature.takeaway), (say.QUESTION, feature.question)):
            if told := self.decks(text):
                yield Section(self.ours(name), (Paragraph(told),))
        if based := self.decks(feature.based_on):
            yield Paragraph(based, Tone.ASIDE)

    def _prose(self, text: str) -> Iterator[Block]:
        """Running text across the page, and what stands under a sub-heading of it as a section."""
        name: Runs = ()
        under: list[Paragraph | ItemList] = []
        for sort, together in groupby(blocks(text), lambda block: block.kind):
            found = [self.decks(block.text) for block in together]
            if sort == "heading":
                yield from (Section(name, tuple(under)),) if name else under
                name, under = found[-1], []
            else:
                under += [ItemList(tuple(found))] if sort == "bullet" else [Paragraph(each) for each in found]
        yield from (Section(name, tuple(under)),) if name else under

    @property
    def _has_stages(self) -> bool:
        """The stages belong to the roadmap, where the deck tells of them (R19)."""
        return self.tool.id not in KINDS and bool(self.deck.stages)

    def _stages(self) -> Iterator[Block]:
        if self.deck.stages_benefit:
            yield Paragraph(self.decks(self.deck.stages_benefit), Tone.HEADLINE)
        for stage in self.deck.stages:
            asked = ItemList(tuple(map(self.decks, stage.questions)))
            told = [
                Paragraph(self.ours("{name}: {text}", name=self.ours(name), text=self.decks(text)))
                for name, text in ((say.FOR_WHAT, stage.purpose), (say.OUTCOME, stage.outcome))
                if text
            ]
            yield Section(self.decks(stage.title), (*told, *((asked,) if stage.questions else ())))
        if self.deck.stages_caveats:
            yield Section(self.ours(say.GOOD_TO_KNOW), (ItemList(tuple(map(self.decks, self.deck.stages_caveats))),))
        if self.deck.stages_note:
            yield Paragraph(self.decks(self.deck.stages_note), Tone.ASIDE)

    # Sheets

    @property
    def _sheet_names(self) -> tuple[str, ...]:
        if self.tool.id in KINDS:
            return say.BOARD, say.CARDS
        return (say.BOARD, say.STRIPS, say.CARDS) if self.deck.stages else (say.BOARD, say.CARDS)

    def sheets(self) -> Iterator[Sheet]:
        """The board, the strips of the roadmap, and the cards."""
        yield from self._named(say.BOARD, [self._board()], "", lying=self.tool.id != DIAMOND)
        if say.STRIPS in self._sheet_names:
            yield from self._named(say.STRIPS, [sheets.strips(self._strips())], say.HEAD_CUT, lying=True)
        faces = [self._face(feature) for kind in self.kinds for feature in self.deck.of_kind(kind)]
        blank = [Face(kind, self.decks(self._name(kind))) for kind in self.kinds]
        if self.tool.id in KINDS:
            size = LARGE if self.tool.id == DIAMOND else MEDIUM
            yield from self._named(say.CARDS, list(sheets.folding_cards(faces, size, blank)), say.HEAD_FOLD)
        else:
            yield from self._named(say.CARDS, list(sheets.sized_cards(faces, blank)), say.HEAD_CUT)

    def _named(
        self, name: str, pages: Sequence[Sequence[Group]], remark: str, *, lying: bool = False
    ) -> Iterator[Sheet]:
        for number, groups in enumerate(pages, 1):
            count = f" {number}/{len(pages)}" if len(pages) > 1 else ""
            parts = (said(self.decks(self.tool.title)), f"{name}{count}", remark, say.ONE_HUNDRED)
            head = " · ".join(part for part in parts if part)
            title = self.ours(name) if number == 1 else ()
            yield sheets.sheet(title, head, groups, self.paper, lying=lying)

    def _board(self) -> list[Group]:
        if self.tool.id == DIAMOND:
            return [sheets.diamond_board(self.ours(say.DIAMOND_ALT))]
        if self.tool.id == QUADRANTS:
            fields = {quadrant: self.field(quadrant) for quadrant in Quadrant}
            bare = {quadrant: Field(field.name, (), field.called) for quadrant, field in fields.items()}
            picture = QuadrantsPicture((), self.importance, self.threat, bare)
            return [sheets.quadrants_board(picture, self.ours(say.QUADRANTS_ALT))]
        return [sheets.road_board(self.ours(say.ROAD_ALT))]

    def _strips(self) -> list[tuple[Runs, Runs]]:
        """The stages with the names of their pairs."""
        pairs = {stage: number for number, pair in enumerate(PAIRS) for stage in pair}
        titles = self.deck.pair_titles
        found = []
        for card in self.deck.stages:
            number = pairs[card.stage]
            found.append((self.decks(card.title), self.decks(titles[number]) if number < len(titles) else ()))
        return found

    def _face(self, feature: Feature) -> Face:
        name = self.decks(self._name(feature.kind))
        short = self.decks(" ".join(named(feature).short))
        return Face(feature.kind, name, feature.letter, self.decks(feature.title), self.decks(feature.takeaway), short)
