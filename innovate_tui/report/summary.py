"""A session and its deck become one neutral document: the summary. Pure, so that the same session reads the same.

What is there is told, what is not is said plainly, nothing is praised and nothing is invented. Skipped questions are
left out; people appear as the session names them. The program's sentences stand in `phrases`.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, date

from innovate_tui.report import phrases
from innovate_tui.report.card_words import CardWords
from innovate_tui.report.choice import as_chosen, left_out
from innovate_tui.report.document import (
    Block,
    Cell,
    Column,
    Cover,
    DiamondPicture,
    Document,
    Entry,
    Fact,
    Figure,
    ItemList,
    Paragraph,
    Part,
    PictureCard,
    Run,
    Runs,
    Section,
    Table,
    Tone,
)
from innovate_tui.workshop.deck import Deck
from innovate_tui.workshop.diamond import BOTTOM, PLACES, TOP
from innovate_tui.workshop.features import Judgement
from innovate_tui.workshop.reflections import Asked, asked
from innovate_tui.workshop.session import Session

TOOL = "diamond"
MIDDLE = tuple(place for place in PLACES if place not in TOP + BOTTOM)


def summarise(session: Session, deck: Deck, *, whole: bool = False) -> Document:
    """The summary of a session made with a deck, without what the group chose to leave out.

    With `whole` everything is in it: for those whose session it is.
    """
    if whole:
        return _Summary(session, deck, ()).document()
    return _Summary(as_chosen(session), deck, left_out(session)).document()


class _Summary(CardWords):
    """One summary in the making: what the parts of it say."""

    def __init__(self, session: Session, deck: Deck, without: Sequence[str]) -> None:
        super().__init__(session, deck)
        self.without = without
        """What was left out, in words."""
        self.notes_in = phrases.LEFT_OUT_NOTES not in without

    def document(self) -> Document:
        """All of it."""
        title = self.theirs(self.session.title) or self.ours(phrases.UNTITLED)
        parts = (self._diamond(), self._reasons(), *self._cards(), self._answers(), self._kept())
        started = self.session.started
        return Document(
            title=title,
            language=self.language,
            created=started if started.tzinfo else started.replace(tzinfo=UTC),
            cover=self._cover(),
            parts=tuple(part for part in parts if part is not None),
            source=Fact(self.ours(phrases.SOURCE), tuple(self._source())),
            footer=tuple(text for text in (title, self._whose(), self.ours(phrases.day(self._day()))) if text),
            kind_names={kind: words.name for kind, words in self.deck.kinds.items()},
        )

    # The cover

    def _day(self) -> date:
        return self.session.held or self.session.started.date()

    def _whose(self) -> Runs:
        """The group's name, or else the place."""
        return self.theirs(self.session.group) or self.theirs(self.session.place)

    def _cover(self) -> Cover:
        session = self.session
        rows = (
            ((phrases.WORKSHOP, self.theirs(session.workshop)),),
            ((phrases.GROUP, self.theirs(session.group)), (phrases.PLACE, self.theirs(session.place))),
            ((phrases.HELD if session.held else phrases.BEGUN, self.ours(phrases.day(self._day()))),),
        )
        lines = (tuple(Fact(self.ours(name), (value,)) for name, value in row if value) for row in rows)
        names = tuple(name for person in session.people.values() if (name := self.theirs(person.name)))
        people = self.ours(phrases.BY_ALONE if self.alone else phrases.IN_THE_ROOM)
        count = len(self.diamond.placed)
        taken = phrases.TAKEN_ALL if count == len(PLACES) else phrases.TAKEN_SOME if count else phrases.TAKEN_NONE
        figure = Figure(
            self.ours(phrases.COVER_DIAMOND_ALT, taken=self.ours(taken, count=count)),
            self._picture(),
            self._place_list(),
            told_below=True,
        )
        key = phrases.COVER_KEY if count else (phrases.COVER_DIAMOND_EMPTY,)
        return Cover(
            sort=self.ours(phrases.SORT_ALONE if self.alone else phrases.SORT_GROUP),
            lines=tuple(line for line in lines if line),
            figure=figure,
            figure_title=self.ours(phrases.COVER_DIAMOND_ALONE if self.alone else phrases.COVER_DIAMOND_GROUP),
            figure_key=tuple(self.ours(line) for line in key),
            people=Fact(people, names) if names else None,
        )

    # The diamond

    def _picture(self) -> DiamondPicture:
        cards = {}
        for place in PLACES:
            if card := self.diamond.at(place):
                feature = self.features[card]
                cards[place] = PictureCard(
                    title=next(iter(self.title(card)), Run(card)),
                    kind=feature.kind,
                    judgement=self.judged(card),
                    own=feature.own,
                    dissent=bool(self.diamond.standing(card).dissent.strip()),
                )
        return DiamondPicture(cards, self.alone)

    def _place_list(self) -> ItemList:
        return ItemList(tuple(self.place_item(self.diamond.at(place)) for place in PLACES), ordered=True)

    def _diamond(self) -> Part:
        blocks: list[Block] = [Paragraph(self._headline(), Tone.HEADLINE)]
        placed = self.diamond.placed
        if state := self.joined(self._state(), "\n"):
            blocks.append(Paragraph(state, Tone.ASIDE))
        if placed:
            blocks.append(Figure(self._alternative(), self._picture(), self._place_list(), told_below=True))
        elif section := self._unplaced():
            blocks.append(section)
        tool = self.deck.tools.get(TOOL)
        title = self.decks(tool.title) if tool else ()
        return Part(title or self.ours(phrases.DIAMOND), tuple(blocks), opens_page=True)

    def _headline(self) -> Runs:
        """One sentence by rule, from the highest place, the lowest, and what is empty between them."""
        placed, free = self.diamond.placed, len(self.diamond.free)
        first, last = self.diamond.at(PLACES[0]), self.diamond.at(PLACES[-1])
        empty = self.ours(phrases.EMPTY_ONE if free == 1 else phrases.EMPTY_SOME, count=free)
        who = "I" if self.alone else "We"
        if not placed:
            return self.ours(phrases.HEAD_NOTHING)
        if len(placed) == 1:
            place = self.diamond.place_of(placed[0]) or 0
            return self.ours(phrases.HEAD_ONE, who=who, first=self.title(placed[0]), place=place)
        if first and last:
            return self.ours(phrases.HEAD_FIRST_AND_LAST, who=who, first=self.title(first), last=self.title(last))
        if first:
            return self.ours(phrases.HEAD_FIRST, who=who, first=self.title(first), empty=empty)
        if last:
            return self.ours(phrases.HEAD_LAST, who=who, last=self.title(last), empty=empty)
        return self.ours(phrases.HEAD_SOME, who=who, count=len(placed), empty=empty)

    def _state(self) -> Iterator[Runs]:
        """What has been judged, whether the cards may still move, and what nobody has begun."""
        if self.spoken_of():
            yield self._counted()
        else:
            yield self.ours(phrases.NOTHING_SAID if self.notes_in else phrases.NOTHING_JUDGED)
        fixed = self.diamond.fixed
        if fixed is not None:
            yield self.ours(phrases.FIXED, day=phrases.day(fixed), time=phrases.clock(fixed))
        elif self.diamond.placed:
            yield self.ours(phrases.NOT_FIXED)
        if (prompts := self._asked()) and not any(prompt.answered for prompt in prompts):
            yield self.ours(phrases.NO_ANSWERS)

    def _counted(self) -> Runs:
        judged = [self.judged(card) for card in self.diamond.placed]
        if not any(judged):
            return ()
        counts = (
            self.ours(words[0] if count == 1 else words[1], count=count)
            for words, judgement in (
                (phrases.STRENGTHS, Judgement.STRENGTH),
                (phrases.DEVELOPMENTS, Judgement.DEVELOPMENT),
                (phrases.UNJUDGED, None),
            )
            if (count := judged.count(judgement))
        )
        return self.ours(phrases.JUDGED, counts=self.joined(counts, ", "))

    def _alternative(self) -> Runs:
        placed = self.diamond.placed
        first, last = placed[0], placed[-1]
        return self.ours(
            phrases.FIGURE_ALT,
            first=self.title(first),
            place=self.diamond.place_of(first) or 0,
            last=self.ours(phrases.FIGURE_ALT_LAST, last=self.title(last), place=self.diamond.place_of(last) or 0)
            if len(placed) > 1
            else (),
        )

    # Reasons

    def _reasons(self) -> Part | None:
        if not self.diamond.placed:
            return None
        sections = [
            Section(self.ours(title), tuple(self._placed_entry(card) for card in cards))
            for title, places in ((phrases.TOP_THREE, TOP), (phrases.BOTTOM_THREE, BOTTOM), (phrases.MIDDLE, MIDDLE))
            if (cards := [card for place in places if (card := self.diamond.at(place))])
        ]
        if section := self._unplaced():
            sections.append(section)
        remark = () if self.reasoned else (self.remark(phrases.NO_REASONS),)
        return Part(self.ours(phrases.REASONS), (*remark, *sections))

    def _placed_entry(self, card: str) -> Entry:
        feature = self.features[card]
        return Entry(
            title=self.title(card),
            number=self.diamond.place_of(card),
            kind=feature.kind,
            facts=(self.own_card(),) if feature.own else (),
            blocks=self.why(card) or ((self.remark(phrases.NO_REASON),) if self.reasoned else ()),
        )

    def _unplaced(self) -> Section | None:
        """The cards that are not on the diamond: each with its reason, then the names of those without one."""
        aside = self.diamond.set_aside(self.tray)
        if not self.diamond.placed:
            aside = tuple(card for card in aside if self.why(card))
        if not aside:
            return None
        told = [
            Entry(self.title(card), self.why(card), kind=self.features[card].kind, facts=self.own_fact(card))
            for card in aside
            if self.why(card)
        ]
        rest = tuple(self.title(card) for card in aside if not self.why(card))
        blocks = (*told, *((ItemList(rest),) if rest else ()))
        return Section(self.ours(phrases.SET_ASIDE if self.done else phrases.NOT_PLACED_YET), blocks)

    # Card by card

    def _cards(self) -> Iterator[Part]:
        spoken_of = self.spoken_of()
        if not spoken_of:
            return
        placed = self.diamond.placed
        listed = [*placed, *(card for card in self.features if card not in placed)]
        noted = [card for card in listed if self.noted(card)]
        table = self._table([card for card in listed if self._in_table(card)])
        remark = () if noted or not self.notes_in else (self.remark(phrases.NO_NOTES),)
        yield Part(self.ours(phrases.CARDS), (table, *remark))
        if noted:
            own = phrases.OWN_CARDS_ALONE if self.alone else phrases.OWN_CARDS
            title = phrases.NOTES if self.notes_in else own
            yield Part(self.ours(title), tuple(self._note(card) for card in noted))

    def _in_table(self, card: str) -> bool:
        """The diamond's own cards, and others that were judged or that the group made."""
        return card in self.tray or self.judged(card) is not None or self.features[card].own

    def _table(self, cards: list[str]) -> Table:
        experts = any(self.session.expert_for(card) for card in cards)
        columns = [
            Column(self.ours(phrases.COLUMN_CARD), 30 if experts else 40),
            Column(self.ours(phrases.COLUMN_PLACE), 6),
            Column(self.ours(phrases.COLUMN_JUDGEMENT), 21),
        ]
        if experts:
            columns.append(Column(self.ours(phrases.COLUMN_EXPERT), 21))
        return Table(tuple(columns), tuple(self._row(card, experts) for card in cards))

    def _row(self, card: str, experts: bool) -> tuple[Cell, ...]:
        place, judged, feature = self.diamond.place_of(card), self.judged(card), self.features[card]
        cells = [
            Cell(self.title(card), feature.kind, self.own_card() if feature.own else ()),
            Cell(self.ours(str(place) if place else phrases.ON_NO_PLACE)),
            Cell(self.ours(phrases.JUDGEMENTS[judged] if judged else phrases.NOT_JUDGED)),
        ]
        if experts:
            cells.append(Cell(self.theirs(self.session.expert_for(card))))
        return tuple(cells)

    def _note(self, card: str) -> Entry:
        place, judged = self.diamond.place_of(card), self.judged(card)
        facts = [self.ours(phrases.AT_PLACE, place=place) if place else self.elsewhere(card)]
        if judged is not None:
            facts.append(self.ours(phrases.JUDGEMENTS[judged]))
        facts += self.own_fact(card)
        return Entry(self.title(card), self.noted(card), kind=self.features[card].kind, facts=tuple(facts))

    # Stepping back, and the rest

    def _asked(self) -> list[Asked]:
        """The questions that were kept: those skipped are left out, answered or not."""
        tool = self.deck.tools.get(TOOL)
        prompts = asked(TOOL, tool.prompts if tool else (), self.session.boards.reflections)
        return [prompt for prompt in prompts if not prompt.skipped and prompt.question.strip()]

    def _answers(self) -> Part | None:
        prompts = self._asked()
        blocks: list[Block] = [self._answer(prompt) for prompt in prompts if prompt.answered]
        if not blocks:
            return None
        if rest := tuple(self._question(prompt) for prompt in prompts if not prompt.answered):
            blocks.append(Section(self.ours(phrases.NOT_ANSWERED), (ItemList(rest),)))
        return Part(self.ours(phrases.REFLECTIONS), tuple(blocks))

    def _question(self, prompt: Asked) -> Runs:
        return self.theirs(prompt.question) if prompt.own or prompt.reworded else self.decks(prompt.question)

    def _answer(self, prompt: Asked) -> Entry:
        facts: list[Runs] = []
        if prompt.own:
            facts.append(self.ours(phrases.OWN_QUESTION_ALONE if self.alone else phrases.OWN_QUESTION))
        elif prompt.reworded:
            facts.append(self.ours(phrases.REWORDED_ALONE if self.alone else phrases.REWORDED))
        elif prompt.quoted_from:
            facts.append(self.ours(phrases.QUOTED_FROM, source=self.decks(prompt.quoted_from)))
        label = () if prompt.short == prompt.question else self.decks(prompt.short)
        return Entry(self._question(prompt), self.paragraphs(prompt.text), label=label, facts=tuple(facts))

    def _kept(self) -> Part | None:
        """Parked thoughts, and the rounds by name and moment."""
        parked = tuple(text for each in self.session.parked.values() if (text := self.theirs(each.text)))
        lists = ((phrases.PARKED, parked), (phrases.ROUNDS, tuple(self._rounds())))
        sections = tuple(Section(self.ours(name), (ItemList(items),)) for name, items in lists if items)
        return Part(self.ours(phrases.KEPT), sections) if sections else None

    def _rounds(self) -> Iterator[Runs]:
        for each in sorted(self.session.rounds, key=lambda kept: kept.taken):
            person = self.session.people.get(each.by)
            yield self.ours(
                phrases.ROUND_BY if person else phrases.ROUND_AT,
                name=self.theirs(each.name),
                day=phrases.day(each.taken),
                time=phrases.clock(each.taken),
                person=self.theirs(person.name) if person else (),
            )

    def _source(self) -> Iterator[Runs]:
        yield self.ours(phrases.MADE_WITH, day=phrases.day(self._day()))
        if self.deck.credit.strip():
            yield self.decks(self.deck.credit)
        if self.without:
            yield self.ours(phrases.LEFT_OUT, what=", ".join(self.without))
        if troubles := len(self.session.troubles):
            yield self.ours(phrases.NOT_SHOWN_ONE if troubles == 1 else phrases.NOT_SHOWN_SOME, count=troubles)
