"""The neutral document: what a summary says, as values that carry meaning only.

A document is a cover and parts; a part holds sections, entries, tables, lists, figures and paragraphs. Nothing here
knows fonts, millimetres, Markdown or PDF: each writer decides how a heading or a dissent looks. Levels follow from
nesting. Text is made of runs, so that a change of language can be told to whoever reads it aloud.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import ClassVar, NamedTuple

from innovate_tui.workshop.features import Judgement, Kind
from innovate_tui.workshop.quadrants import Quadrant
from innovate_tui.workshop.roadmap import Energy, LinkKind
from innovate_tui.workshop.timeline import Month, Timeline


class Run(NamedTuple):
    """A stretch of text in one language. A line end in it is a line end that somebody typed."""

    text: str
    language: str = ""
    """BCP 47; empty is the document's own."""


Runs = tuple[Run, ...]
"""One text: a title, a sentence, a paragraph."""


def text_of(runs: Runs) -> str:
    """The characters of a text, without its languages."""
    return runs[0].text if len(runs) == 1 else "".join([run.text for run in runs])


def language_of(runs: Runs) -> str:
    """The language of a text where all of it is in one; otherwise empty, the document's own."""
    if len(runs) == 1:
        return runs[0].language if runs[0].text.strip() else ""
    languages = {run.language for run in runs if run.text.strip()}
    return languages.pop() if len(languages) == 1 else ""


def in_languages(runs: Runs) -> Runs:
    """A text that is in several languages; nothing where one does for all of it."""
    return runs if len(runs) > 1 and len({run.language for run in runs if run.text.strip()}) > 1 else ()


class Tone(StrEnum):
    """What a paragraph is: the sentence that says it all, the words themselves, or a remark beside them."""

    HEADLINE = "headline"
    BODY = "body"
    ASIDE = "aside"


class Paragraph(NamedTuple):
    """One paragraph."""

    runs: Runs
    tone: Tone = Tone.BODY


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list. An ordered one counts from 1 without a gap."""

    items: tuple[Runs, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Dissent:
    """What those who do not agree would say, under the words that announce it."""

    title: Runs
    blocks: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Spoken:
    """What somebody is to say aloud, under the words that announce it."""

    title: Runs
    blocks: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """Paragraphs and lists under a few words that say what they are."""

    title: Runs
    blocks: tuple[Paragraph | ItemList, ...]


class Cell(NamedTuple):
    """A field of a table. With a kind it names a card of that kind."""

    runs: Runs
    kind: Kind | None = None
    note: Runs = ()
    """A remark under it."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its header, which holds for all below, and its share of the width."""

    title: Runs
    share: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """Short facts in rows. The first cell of each row is the row's header.

    A row of one cell says what the rows under it have in common.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class PictureCard:
    """A card as a picture shows it."""

    title: Run
    kind: Kind
    judgement: Judgement | None = None
    own: bool = False
    """The group added it."""
    dissent: bool = False
    """Not everyone agrees with where it stands."""
    like: int = 0
    """How many words its name begins with as another card's does."""


@dataclass(frozen=True, slots=True)
class DiamondPicture:
    """The nine places with their cards; a place that is not in `cards` is empty."""

    cards: Mapping[int, PictureCard]
    alone: bool = False
    """It is one person's, not a group's."""
    board: ClassVar[str] = "diamond"


@dataclass(frozen=True, slots=True)
class PictureHelper:
    """A next-level feature as it hangs under the influence that it was chosen for."""

    title: Run
    short: Run
    """Its name where the title has no room."""
    own: bool = False
    like: int = 0
    """How many words this begins with as another one's does."""


@dataclass(frozen=True, slots=True)
class GridCard:
    """An influence where the group put it, with what was chosen to help with it."""

    card: PictureCard
    importance: int
    threat: int
    """Both from 0 to 100; 50 and more is high."""
    helpers: tuple[PictureHelper, ...] = ()
    unanswered: bool = False
    """It asks for help and nothing was chosen."""


@dataclass(frozen=True, slots=True)
class Field:
    """A quadrant: its position in words, what it means for the group, and the deck's name for it, if it has one."""

    name: Runs
    meaning: Runs = ()
    called: Runs = ()


@dataclass(frozen=True, slots=True)
class QuadrantsPicture:
    """The grid of importance, from left to right, and threat, from bottom to top."""

    cards: tuple[GridCard, ...]
    importance: tuple[Runs, Runs]
    threat: tuple[Runs, Runs]
    """What the low end and the high end of each axis are called."""
    fields: Mapping[Quadrant, Field]
    alone: bool = False
    """It is one person's, not a group's."""
    fixed: bool = False
    """Nothing on it moves any more."""
    board: ClassVar[str] = "quadrants"


@dataclass(frozen=True, slots=True)
class PictureStage:
    """A stage over the timeline, both months in it."""

    title: Run
    first: Month
    last: Month


@dataclass(frozen=True, slots=True)
class PictureEvent:
    """A known moment."""

    title: Run
    on: date


@dataclass(frozen=True, slots=True)
class TimedCard:
    """One appearance of a card on the timeline."""

    id: str
    feature: str
    card: PictureCard
    short: Run
    """Its name where the title has no room."""
    first: Month
    energy: Energy
    lane: int | None = None
    """The row that the group gave it, counted from 1."""


@dataclass(frozen=True, slots=True)
class PictureLink:
    """A line between two appearances, by their ids."""

    first: str
    second: str
    kind: LinkKind


@dataclass(frozen=True, slots=True)
class RoadmapPicture:
    """The timeline with everything that stands on it; the cards by when they begin."""

    timeline: Timeline
    stages: tuple[PictureStage, ...]
    events: tuple[PictureEvent, ...]
    cards: tuple[TimedCard, ...]
    links: tuple[PictureLink, ...]
    alone: bool = False
    """It is one person's, not a group's."""
    board: ClassVar[str] = "roadmap"


Picture = DiamondPicture | QuadrantsPicture
"""A board that stands on a page held upright, and small on the cover."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture, one sentence for those who do not see it, and the same content as a list."""

    alternative: Runs
    picture: Picture | RoadmapPicture
    equivalent: ItemList
    """Empty where a table that follows says the same."""
    told_below: bool = False
    """The parts that follow tell all of it again: a page with the picture on it needs no list as well."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A card that is spoken of under another one: its kind, its title, and what was said of it there."""

    title: Runs
    kind: Kind
    blocks: tuple[Paragraph, ...] = ()
    facts: tuple[Runs, ...] = ()


@dataclass(frozen=True, slots=True)
class Mentions:
    """Several of them, under a few words that say what they are to the card above."""

    title: Runs
    items: tuple[Mention, ...]


EntryBlock = Paragraph | Dissent | Spoken | Told | ItemList | Mentions


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that something was said about: a card with its reasons or note, a question with its answer."""

    title: Runs
    blocks: tuple[EntryBlock, ...] = ()
    number: int | None = None
    """The place it stands at."""
    kind: Kind | None = None
    label: Runs = ()
    """A word or two to find it by."""
    facts: tuple[Runs, ...] = ()
    """What is known of it, a few words each."""


@dataclass(frozen=True, slots=True)
class Section:
    """Entries or other blocks under a common name."""

    title: Runs
    blocks: tuple["Paragraph | ItemList | Spoken | Told | Entry", ...]


Block = Paragraph | ItemList | Table | Figure | Entry | Section


@dataclass(frozen=True, slots=True)
class Part:
    """A chapter: a tool, or what was said about it."""

    title: Runs
    blocks: tuple[Block, ...]
    opens_page: bool = False
    """It is long or weighty enough to begin a page of its own whatever stands before it."""
    listed: Runs | None = None
    """What the contents call it, where that is not its title; a part that is listed as nothing stands under another."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A label with one or more values: who was there, when it was held."""

    label: Runs
    values: tuple[Runs, ...]


@dataclass(frozen=True, slots=True)
class CoverPicture:
    """A board as the cover shows it: its name, a few words on how to read it, and a sentence on what it shows."""

    title: Runs
    key: tuple[Runs, ...]
    picture: Picture | RoadmapPicture
    alternative: Runs


@dataclass(frozen=True, slots=True)
class Cover:
    """What the first page says."""

    sort: Runs
    """What sort of document this is."""
    lines: tuple[tuple[Fact, ...], ...]
    """Whose it is and from when, line by line; the labels are for those who do not see the page."""
    pictures: tuple[CoverPicture, ...]
    """The boards, small."""
    people: Fact | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A whole summary, or a guide."""

    title: Runs
    language: str
    created: datetime
    """The moment that the document bears: the session's, so that the same session gives the same bytes."""
    cover: Cover
    parts: tuple[Part, ...]
    source: Fact
    """Where all this comes from: the last words of the document."""
    footer: tuple[Runs, ...] = ()
    """What stands at the foot of every page beside its number; where it is too long, the first of it is cut."""
    kind_names: Mapping[Kind, str] = field(default_factory=lambda: MappingProxyType({}))
    """What the deck calls the three kinds."""
    subject: str = ""
    """What it is, where it is no summary of a session."""
    marked: Runs = ()
    """What has to be said on each picture that leaves the document; nothing on those of real work."""
