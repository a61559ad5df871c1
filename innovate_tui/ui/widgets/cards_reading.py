"""What there is to read: the toolkit, the kinds, every card, the stages, and how to open, save and export.

`Library` is the deck and the session as a shelf of entries, each with its text as `Reading`: pieces that say what they
are, and nothing of how wide the column is. How it looks is in `cards_painter`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from innovate_tui.ui.widgets.frame import SIGNS
from innovate_tui.workshop import prose
from innovate_tui.workshop.deck import Deck, Mode, Quotation, Tool
from innovate_tui.workshop.features import Feature, Judgement, Kind
from innovate_tui.workshop.people import minutes_to_read, read_by
from innovate_tui.workshop.session import Cards, Session, cards_of
from innovate_tui.workshop.spelling import count
from innovate_tui.workshop.stages import PAIRS, Stage, StageCard

TOOLKIT, STAGES, TIPS = "about:toolkit", "about:stages", "about:tips"
"""Entries that are no cards. No card's id has a colon."""
OF_TOOL = "about:tool:"
"""With this begins the entry that introduces a tool (D1–D9, Q1–Q9, R1–R10)."""
READS = "reads:"
"""With this begins the entry that has all cards of one person and one kind, one after another (D23, Q26, Q34)."""
MARKS = {Judgement.STRENGTH: "+", Judgement.DEVELOPMENT: "-"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A heading, a paragraph, a bullet or a line that leads to another entry."""

    text: str
    ink: str = "text"
    lead: tuple[tuple[str, str], ...] = ()
    """Words and their inks that stand before the first line; the text is set in behind them."""
    indent: int = 0
    near: bool = False
    """Follows what is above it without an empty row."""
    leads_on: bool = False
    """Belongs to what follows: never the last line of a page."""
    target: str = ""
    """The entry that a click on it opens."""
    anchor: str = ""
    """What a jump into the middle of an entry looks for."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that is to be read of one entry."""

    title: str
    facts: str = ""
    """Under the title: its kind, and what the group said of it."""
    aside: str = ""
    """At the right of the title: who read it for the others."""
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the list."""

    id: str
    section: str
    name: str
    label: str = ""
    """For narrow lists, of at most seven characters; cards have their letter there."""
    kind: str = ""
    letter: str = ""
    mark: str = ""
    """+ a strength, - to develop."""

    @property
    def is_card(self) -> bool:
        """A card, and not something about cards."""
        return ":" not in self.id


def reads_entry(person: str, kind: Kind) -> str:
    """The entry with all cards of one kind that a person reads for the others."""
    return f"{READS}{person}:{kind}"


@dataclass(frozen=True)
class Library:
    """The deck with what a session says of it. A value: every change of the session makes another."""

    session: Session
    deck: Deck
    reads: str = ""
    """The entry with a person's cards, if that is to stand before the others."""

    @cached_property
    def theirs(self) -> tuple[Feature, ...]:
        """The cards of that entry."""
        person, _, kind = self.reads.removeprefix(READS).partition(":")
        known = self.reads and person in self.session.people
        return read_by(self.session, self.deck, person, Kind(kind)) if known else ()

    @cached_property
    def reader(self) -> str:
        """What the person of that entry is called."""
        return self.session.called(self.reads.removeprefix(READS).partition(":")[0])

    @cached_property
    def cards(self) -> Cards:
        """All cards."""
        return cards_of(self.session, self.deck)

    @cached_property
    def shelf(self) -> tuple[Entry, ...]:
        """The list, from top to bottom (C3–C5, G13, G14): each kind's introduction stands before its cards."""
        return tuple(self._shelf())

    @cached_property
    def position(self) -> dict[str, int]:
        """Where each entry stands in the list."""
        return {entry.id: number for number, entry in enumerate(self.shelf)}

    def reading(self, entry: str) -> Reading:
        """The text of an entry."""
        if entry == TOOLKIT:
            return self._toolkit()
        if entry.startswith(READS):
            return self._theirs()
        if entry == STAGES:
            return self._stages()
        if entry == TIPS:
            return Reading(
                "Opening, saving, exporting", "The digital version", "", tuple(_told(self.deck.toolkit.digital))
            )
        if entry.startswith(OF_TOOL):
            return _tool(self.deck.tools[entry.removeprefix(OF_TOOL)])
        if entry.startswith("about:"):
            return self._kind(Kind(entry.removeprefix("about:")))
        return self._card(self.cards.all[entry])

    def _shelf(self) -> Iterator[Entry]:
        if self.theirs:
            yield Entry(self.reads, self.reads, f"Read by {self.reader}", "theirs")
        yield Entry(TOOLKIT, TOOLKIT, "About the toolkit", "Intro")
        for number, tool in enumerate(self._introduced, 1):
            yield Entry(f"{OF_TOOL}{tool.id}", TOOLKIT, tool.title, f"Tool {number}")
        for kind in Kind:
            section = f"about:{kind}"
            yield Entry(section, section, self.deck.kinds[kind].plural, "kind", kind)
            for feature in self.cards.of_kind(kind):
                judged = self.session.about(feature.id).judgement
                mark = MARKS[judged] if judged else ""
                yield Entry(feature.id, section, feature.in_list, "", kind, feature.letter, mark)
        if self.deck.stages:
            yield Entry(STAGES, STAGES, "Stages of innovation", "Stages")
        yield Entry(TIPS, TIPS, "Opening and saving", "Saving")

    @property
    def _introduced(self) -> tuple[Tool, ...]:
        """The tools of which the deck says what they are for."""
        return tuple(tool for tool in self.deck.tools.values() if tool.introduction or tool.about)

    # --- one card -----------------------------------------------------------------------------------------------------

    def _card(self, feature: Feature) -> Reading:
        said = self.session.about(feature.id)
        words = self.deck.kinds[feature.kind]
        judged = {Judgement.STRENGTH: "strength", Judgement.DEVELOPMENT: "to develop"}
        facts = (words.name, judged[said.judgement] if said.judgement else "", "own card" if feature.own else "")
        expert = "" if self.session.mode is Mode.INDIVIDUAL else self.session.expert_for(feature.id)
        return Reading(
            feature.title,
            " · ".join(fact for fact in facts if fact),
            f"expert: {expert}" if expert else "",
            tuple(self._card_pieces(feature, said.note)),
        )

    def _theirs(self) -> Reading:
        """All that one person reads for the others, one card after another, and how long that takes."""
        minutes = minutes_to_read(self.theirs)
        facts = f"{count(len(self.theirs), 'card')}, about {count(minutes, 'minute')} to read"
        pieces: list[Piece] = []
        for feature in self.theirs:
            pieces.append(Piece(feature.title, "step", _named(feature), leads_on=True, target=feature.id))
            pieces += self._card_words(feature, self.session.about(feature.id).note)
        return Reading(f"To read: {self.reader}", facts, "", tuple(pieces))

    def _card_pieces(self, feature: Feature, note: str) -> Iterator[Piece]:
        yield from self._card_words(feature, note)
        if feature.related:
            yield _heading("Goes with")
            for card, how in feature.related.items():
                if other := self.cards.all.get(card):
                    yield from self._towards(other, how)
        if feature.stages:
            yield _heading("In the stages of innovation")
            for name, why in feature.stages.items():
                yield from self._in_stage(name, why)
        if feature.based_on:
            yield Piece(f"Based on: {feature.based_on}", "dim")

    def _card_words(self, feature: Feature, note: str) -> Iterator[Piece]:
        """What stands on a card: its summary, its takeaway, its question, and the note on it."""
        if feature.own:
            nothing = "Nothing more is written on this card. m puts it in other words."
            yield Piece(feature.summary) if feature.summary.strip() else Piece(nothing, "dim")
        else:
            if heading := self.deck.kinds[feature.kind].summaries:
                yield _heading(heading)
            yield from _after_heading(_told(feature.summary))
        for heading, text in (("To take away", feature.takeaway), ("To think about", feature.question)):
            if text:
                yield from (_heading(heading), Piece(text, near=True))
        if note.strip():
            yield _heading("My note" if self.session.mode is Mode.INDIVIDUAL else "Our note")
            yield Piece(note.strip(), near=True)

    def _towards(self, feature: Feature, how: str = "") -> Iterator[Piece]:
        """A line that leads to another card (G15), and how the two hang together."""
        yield Piece(feature.title, "strong", _named(feature), near=True, leads_on=bool(how), target=feature.id)
        if how:
            yield Piece(how, indent=4, near=True)

    def _in_stage(self, name: str, why: str) -> Iterator[Piece]:
        stage = self.deck.stage(Stage(name)) if name in tuple(Stage) else None
        title = stage.title if stage else name
        target = f"{STAGES}:{name}" if stage else ""
        yield Piece(title, "strong", near=True, leads_on=True, target=target)
        yield Piece(why, indent=4, near=True)

    # --- what stands before and after the cards -----------------------------------------------------------------------

    def _toolkit(self) -> Reading:
        toolkit = self.deck.toolkit
        return Reading(toolkit.title, toolkit.subtitle, "", tuple(self._toolkit_pieces()))

    def _toolkit_pieces(self) -> Iterator[Piece]:
        toolkit = self.deck.toolkit
        yield from _told(toolkit.introduction)
        if toolkit.asked:
            yield _heading("What the experts were asked")
            for quotation in toolkit.asked:
                yield from _quoted(quotation)
        if self.deck.tools:
            yield _heading("The tools")
            for tool in self.deck.tools.values():
                name = f"{tool.title}: {tool.full_title}" if tool.full_title else tool.title
                target = f"{OF_TOOL}{tool.id}" if tool in self._introduced else ""
                yield Piece(name, "strong", near=True, leads_on=True, target=target)
                yield Piece(tool.purpose, indent=4, near=True)
        yield _heading("What there is to read here")
        yield from self._contents()
        yield Piece(self.deck.based_on or self.deck.credit, "dim")
        yield Piece(toolkit.web, "dim", near=True)

    def _contents(self) -> Iterator[Piece]:
        for kind in Kind:
            cards = self.cards.of_kind(kind)
            letters = [card.letter for card in cards if card.letter and not card.own]
            span = f", {letters[0]} to {letters[-1]}" if len(letters) > 1 else ""
            text = f"{self.deck.kinds[kind].plural}: {len(cards)} summaries{span}"
            yield Piece(text, "text", ((f"{SIGNS[kind]} ", kind),), near=True, target=f"about:{kind}")
        if self.deck.stages:
            yield Piece("The six stages of innovation", lead=(("  ", "text"),), near=True, target=STAGES)
        yield Piece("Opening, saving and exporting in this app", lead=(("  ", "text"),), near=True, target=TIPS)

    def _kind(self, kind: Kind) -> Reading:
        words = self.deck.kinds[kind]
        cards = self.cards.of_kind(kind)
        pieces = list(_told(words.introduction))
        if cards:
            pieces.append(_heading("The cards"))
            pieces += [piece for card in cards for piece in self._towards(card)]
        return Reading(words.plural, f"{SIGNS[kind]} on the boards", "", tuple(pieces))

    def _stages(self) -> Reading:
        return Reading("Stages of innovation", "Six stages in three pairs", "", tuple(self._stage_pieces()))

    def _stage_pieces(self) -> Iterator[Piece]:
        deck = self.deck
        for text in (deck.stages_benefit, deck.stages_note):
            if text:
                yield Piece(text)
        if deck.stages_caveats:
            yield _heading("To bear in mind")
            for caveat in deck.stages_caveats:
                yield _bullet(caveat)
        for number, pair in enumerate(PAIRS):
            if number < len(deck.pair_titles):
                yield Piece(deck.pair_titles[number], "step", leads_on=True)
            for stage in pair:
                if card := deck.stage(stage):
                    yield from _stage(card)


def _tool(tool: Tool) -> Reading:
    """What a tool is for, and how it is meant."""
    pieces = list(_told(tool.introduction))
    if tool.about:
        pieces += [_heading("About this tool"), *_after_heading(_told(tool.about))]
    if tool.based_on:
        pieces.append(Piece(f"Based on: {tool.based_on}", "dim"))
    return Reading(tool.title, tool.full_title, "", tuple(pieces))


def _stage(card: StageCard) -> Iterator[Piece]:
    yield Piece(card.title, "strong", leads_on=True, anchor=f"{STAGES}:{card.stage}")
    yield Piece(f"Purpose: {card.purpose}", near=True)
    yield Piece(f"Outcome: {card.outcome}", near=True)
    for question in card.questions:
        yield _bullet(question)
    if card.based_on:
        yield Piece(f"Based on: {card.based_on}", "dim", near=True)


def _quoted(quotation: Quotation) -> Iterator[Piece]:
    """Somebody else's words, marked as such, and where they are from (G5)."""
    yield Piece(f"“{quotation.text}”", "strong", near=True, leads_on=True)
    yield Piece(f"{quotation.by}, {quotation.source}", "dim", indent=4, near=True)


def _named(feature: Feature) -> tuple[tuple[str, str], ...]:
    return ((f"{feature.letter or ' '} ", "key"), (f"{SIGNS[feature.kind]} ", feature.kind))


def _told(text: str) -> Iterator[Piece]:
    """A deck's running text. Bullets stand close together and to what leads up to them, text to its heading."""
    near = headed = False
    for block in prose.blocks(text):
        if block.kind == "heading":
            yield _heading(block.text)
        elif block.kind == "bullet":
            yield _bullet(block.text, near=near)
        else:
            leads_on = block.text.endswith(":")
            yield Piece(block.text, near=near and headed, leads_on=leads_on)
        headed = block.kind == "heading"
        near = block.kind in ("bullet", "heading") or block.text.endswith(":")


def _after_heading(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The same pieces, the first of them close to the heading above."""
    for number, piece in enumerate(pieces):
        yield piece if number else Piece(piece.text, piece.ink, piece.lead, piece.indent, True, piece.leads_on)


def _heading(text: str) -> Piece:
    return Piece(text, "strong", leads_on=True)


def _bullet(text: str, *, near: bool = True) -> Piece:
    return Piece(text, lead=(("• ", "text"),), near=near)
