"""The run sheet of a tool becomes a neutral document: the guide to print (F1–F7). Pure, like the summary.

What has to be ready comes first, then the steps at a glance, then each step with what to say, what the group does, what
helps when it sticks, and tips; at the end the questions, and all that the deck says of the steps and of the tool.
"""

from collections.abc import Iterator
from datetime import datetime
from itertools import groupby
from types import MappingProxyType

from innovate_tui.report import guide_phrases as say
from innovate_tui.report import phrases
from innovate_tui.report.card_words import DIAMOND, QUADRANTS
from innovate_tui.report.document import (
    Cell,
    Column,
    Cover,
    CoverPicture,
    DiamondPicture,
    Document,
    Fact,
    ItemList,
    Paragraph,
    Part,
    QuadrantsPicture,
    Runs,
    Section,
    Spoken,
    Table,
    Told,
    Tone,
)
from innovate_tui.report.voices import Voices
from innovate_tui.workshop.deck import Deck, Mode
from innovate_tui.workshop.guide import RunSheet, RunStep
from innovate_tui.workshop.guide_wording import clock, range_words
from innovate_tui.workshop.prose import blocks
from innovate_tui.workshop.session import DeckStamp, Session


def guide_document(sheet: RunSheet, deck: Deck, made: datetime) -> Document:
    """The guide of a run sheet out of a deck, as it was made at a moment."""
    return _Guide(sheet, deck, made).document()


class _Guide(Voices):
    """One guide in the making."""

    def __init__(self, sheet: RunSheet, deck: Deck, made: datetime) -> None:
        stamp = DeckStamp(deck.id, deck.version, deck.title)
        super().__init__(Session("", "", made, stamp, sheet.mode, language=deck.language), deck)
        self.sheet = sheet
        self.tool = sheet.tool
        self.made = made

    def document(self) -> Document:
        """All of it."""
        title = self.decks(self.tool.title)
        subject = say.SUBJECT_ALONE if self.alone else say.SUBJECT
        sort = self.ours(say.SORT_ALONE if self.alone else say.SORT_GROUP)
        credit = [self.decks(text) for text in (self.deck.credit, self.tool.based_on) if text]
        return Document(
            title=title,
            language=self.language,
            created=self.made,
            cover=self._cover(sort),
            parts=tuple(self._parts()),
            source=Fact(self.ours(phrases.SOURCE), (self.ours(say.MADE_WITH), *credit)),
            footer=(title, sort, self._whom()),
            kind_names=MappingProxyType({kind: words.name for kind, words in self.deck.kinds.items()}),
            subject=subject.format(title=self.tool.title),
        )

    def _parts(self) -> Iterator[Part]:
        yield Part(self.ours(say.BEFORE), tuple(self._before()))
        if self.sheet.most:
            yield Part(self.ours(say.AT_A_GLANCE), tuple(self._at_a_glance()))
        yield Part(self.ours(say.STEP_BY_STEP), tuple(map(self._step, self.sheet.steps)), opens_page=True)
        if questions := tuple(self._questions()):
            yield Part(self.ours(say.QUESTIONS), questions)
        longer = ((step, self._prose(step.words.more)) for step in self.sheet.steps)
        if at_length := tuple(Section(self._numbered(step), told) for step, told in longer if told):
            yield Part(self.ours(say.AT_LENGTH), at_length)
        if about := (*self._prose(self.tool.introduction), *self._prose(self.tool.about)):
            name = self.ours(say.ABOUT, title=self.decks(self.tool.title))
            yield Part(name, (Section(self.decks(self.tool.full_title or self.tool.title), about),))

    # The cover

    def _cover(self, sort: Runs) -> Cover:
        lines = (
            (say.WHAT, self.decks(self.tool.full_title)),
            (say.WHOM, self._whom()),
            (say.HOW_LONG, self.decks(self.sheet.total)),
        )
        facts = tuple((Fact(self.ours(label), (value,)),) for label, value in lines if value)
        return Cover(sort, facts, tuple(self._pictures()))

    def _pictures(self) -> Iterator[CoverPicture]:
        """The empty board; the Roadmap's lies across a page and has no place here."""
        if self.tool.id == DIAMOND:
            key = tuple(map(self.ours, say.DIAMOND_KEY))
            yield CoverPicture(self.ours(say.DIAMOND), key, DiamondPicture({}), self.ours(say.DIAMOND_ALT))
        elif self.tool.id == QUADRANTS:
            key = tuple(map(self.ours, say.QUADRANTS_KEY))
            empty = QuadrantsPicture((), ((), ()), ((), ()), {})
            yield CoverPicture(self.ours(say.QUADRANTS), key, empty, self.ours(say.QUADRANTS_ALT))

    def _whom(self) -> Runs:
        """For whom it is, with how many people if the deck says so."""
        if self.alone:
            return self.ours(say.FOR_ONE)
        least, most = self.sheet.people
        if self.sheet.mode is Mode.GROUP:
            plain, counted = say.FOR_A_GROUP, say.FOR_A_GROUP_OF
        elif self.sheet.groups > 1:
            plain, counted = say.FOR_SO_MANY, say.FOR_SO_MANY_OF
        else:
            plain, counted = say.FOR_SEVERAL, say.FOR_SEVERAL_OF
        return self.ours(counted if most else plain, count=self.sheet.groups, least=least, most=most)

    # What has to be ready

    def _before(self) -> Iterator[Paragraph | Section]:
        yield Paragraph(self.decks(self.tool.purpose), Tone.HEADLINE)
        if times := tuple(self._times()):
            borrowed = (self.remark(say.BORROWED),) if self.sheet.borrowed else ()
            yield Section(self.ours(say.TIME), (*borrowed, ItemList(times)))
        if people := tuple(self._people()):
            yield Section(self.ours(say.PEOPLE), people)
        if ready := tuple(self._ready()):
            yield Section(self.ours(say.HAVE_READY), ready)
        if self.sheet.set_up:
            yield Section(self.ours(say.SET_UP), (self._list(self.sheet.set_up),))

    def _times(self) -> Iterator[Runs]:
        for part in self.sheet.parts:
            minutes = range_words(part.timing.at_least, part.timing.at_most)
            if part.timing.part and minutes:
                yield self.ours(say.TIME_OF, part=self.decks(part.timing.part), minutes=minutes)
        if self.sheet.total and len(self.sheet.parts) > 1:
            yield self.ours(say.TIME_IN_ALL, total=self.decks(self.sheet.total))

    def _people(self) -> Iterator[Paragraph]:
        if self.sheet.group_size:
            yield Paragraph(self.decks(self.sheet.group_size))
        least, most = self.sheet.people
        if self.sheet.groups > 1 and most:
            yield Paragraph(self.ours(say.IN_ALL, count=self.sheet.groups, least=least, most=most))

    def _ready(self) -> Iterator[Paragraph | ItemList]:
        if self.sheet.materials:
            yield self._list(self.sheet.materials)
        if self.sheet.sets:
            yield Paragraph(self.decks(self.sheet.sets))
        if self.sheet.groups > 1:
            yield Paragraph(self.ours(say.SETS_OF, count=self.sheet.groups))
        if not self.alone:
            yield Paragraph(self.ours(say.ON_PAPER))
        yield Paragraph(self.ours(say.KEYS))

    # The steps

    def _at_a_glance(self) -> Iterator[Paragraph | Table]:
        exact = self.sheet.least == self.sheet.most
        clock_words = say.ON_THE_CLOCK_EXACT if exact else say.ON_THE_CLOCK
        yield Paragraph(self.ours(clock_words, least=self.sheet.least, most=self.sheet.most))
        shares = ((say.STEP, 6), (say.BEGINS, 2), (say.TAKES, 3))
        columns = tuple(Column(self.ours(name), share) for name, share in shares)
        rows: list[tuple[Cell, ...]] = []
        for part in self.sheet.parts:
            if len(self.sheet.parts) > 1:
                minutes = range_words(part.timing.at_least, part.timing.at_most)
                whole = say.PART_TAKES if minutes else "{part}"
                rows.append((Cell(self.ours(whole, part=self.decks(part.timing.part), minutes=minutes)),))
            rows += [self._row(step) for step in part.steps]
        yield Table(columns, tuple(rows))

    def _row(self, step: RunStep) -> tuple[Cell, ...]:
        minutes = range_words(step.words.least, step.words.most) or say.NO_TIME
        return Cell(self._numbered(step)), Cell(self.ours(clock(step.at))), Cell(self.ours(minutes))

    def _step(self, step: RunStep) -> Section:
        minutes = range_words(step.words.least, step.words.most)
        when = self.remark((say.FROM_FOR if minutes else say.FROM).format(clock=clock(step.at), minutes=minutes))
        return Section(self._numbered(step), (*((when,) if self.sheet.most else ()), *self._words_of(step)))

    def _words_of(self, step: RunStep) -> Iterator[Spoken | Told]:
        words = step.words
        if words.say:
            spoken = self.ours("“{said}”", said=self.decks(words.say))
            yield Spoken(self.ours(say.ASK_YOURSELF if self.alone else say.SAY), (Paragraph(spoken),))
        if words.do:
            yield Told(self.ours(say.DO_ALONE if self.alone else say.DO), self._prose(words.do))
        if words.stuck:
            yield Told(self.ours(say.STUCK), self._prose(words.stuck))
        if words.tips:
            yield Told(self.ours(say.TIPS_ALONE if self.alone else say.TIPS), (self._list(words.tips),))

    def _numbered(self, step: RunStep) -> Runs:
        return self.ours(say.NUMBERED, number=step.number, title=self.decks(step.words.title))

    # What comes after them

    def _questions(self) -> Iterator[Section | Paragraph]:
        """The questions of the tool with their hints, or those to a finished plan (F14)."""
        if self.tool.prompts_note:
            yield Paragraph(self.decks(self.tool.prompts_note))
        for prompt in self.tool.prompts:
            yield Section(self.decks(prompt.short or prompt.question), tuple(self._asked(prompt.question, prompt.hint)))
        for check in self.tool.checks:
            asked = tuple(self._asked(check.question, check.hint, check.who_else))
            yield Section(self.decks(check.title), asked)

    def _asked(self, question: str, hint: str, who_else: str = "") -> Iterator[Paragraph]:
        yield Paragraph(self.decks(question))
        if who_else:
            yield Paragraph(self.decks(who_else))
        if hint:
            yield Paragraph(self.ours(say.THINK_OF, hint=self.decks(hint)), Tone.ASIDE)

    def _prose(self, text: str) -> tuple[Paragraph | ItemList, ...]:
        """Running text of the deck: its paragraphs, and its bullets as lists."""
        told: list[Paragraph | ItemList] = []
        for bullets, together in groupby(blocks(text), lambda block: block.kind == "bullet"):
            found = [self.decks(block.text) for block in together]
            told += [ItemList(tuple(found))] if bullets else [Paragraph(each) for each in found]
        return tuple(told)

    def _list(self, lines: tuple[str, ...]) -> ItemList:
        return ItemList(tuple(self.decks(line) for line in lines))
