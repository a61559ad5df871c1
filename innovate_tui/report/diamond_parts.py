"""What the summary says of the diamond: the board as a picture, what it comes to, and why each card stands there."""

from collections.abc import Iterator
from functools import cached_property

from innovate_tui.report import phrases
from innovate_tui.report.card_words import DIAMOND, CardWords
from innovate_tui.report.document import (
    Block,
    DiamondPicture,
    Entry,
    Figure,
    ItemList,
    Paragraph,
    Part,
    PictureCard,
    Run,
    Runs,
    Section,
    Tone,
)
from innovate_tui.workshop.diamond import BOTTOM, PLACES, TOP
from innovate_tui.workshop.features import Judgement

MIDDLE = tuple(place for place in PLACES if place not in TOP + BOTTOM)


class DiamondParts(CardWords):
    """The diamond of one session."""

    @cached_property
    def picture(self) -> DiamondPicture:
        """The places with their cards."""
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

    @cached_property
    def place_list(self) -> ItemList:
        """The same as a list."""
        return ItemList(tuple(self.place_item(self.diamond.at(place)) for place in PLACES), ordered=True)

    def board(self) -> Part:
        """The diamond as a picture, with what it comes to."""
        blocks: list[Block] = [Paragraph(self._headline(), Tone.HEADLINE)]
        placed = self.diamond.placed
        if state := self.joined(self._state(), "\n"):
            blocks.append(Paragraph(state, Tone.ASIDE))
        if placed:
            blocks.append(Figure(self._alternative(), self.picture, self.place_list, told_below=True))
        elif section := self._unplaced():
            blocks.append(section)
        return Part(self.tool_title(DIAMOND), tuple(blocks), opens_page=True)

    def _headline(self) -> Runs:
        """One sentence by rule, from the highest place, the lowest, and what is empty between them."""
        placed, free = self.diamond.placed, len(self.diamond.free)
        first, last = self.diamond.at(PLACES[0]), self.diamond.at(PLACES[-1])
        empty = self.ours(phrases.EMPTY_ONE if free == 1 else phrases.EMPTY_SOME, count=free)
        if not placed:
            return self.ours(phrases.HEAD_NOTHING)
        if len(placed) == 1:
            place = self.diamond.place_of(placed[0]) or 0
            return self.ours(phrases.HEAD_ONE, who=self.who, first=self.title(placed[0]), place=place)
        if first and last:
            return self.ours(phrases.HEAD_FIRST_AND_LAST, who=self.who, first=self.title(first), last=self.title(last))
        if first:
            return self.ours(phrases.HEAD_FIRST, who=self.who, first=self.title(first), empty=empty)
        if last:
            return self.ours(phrases.HEAD_LAST, who=self.who, last=self.title(last), empty=empty)
        return self.ours(phrases.HEAD_SOME, who=self.who, count=len(placed), empty=empty)

    def _state(self) -> Iterator[Runs]:
        """What has been judged, whether the cards may still move, and what nobody has begun."""
        if set(self.spoken_of()) & {*self.tray} or (self.spoken_of() and not self.quadrants_begun):
            yield self._counted()
        else:
            silent = self.notes_in and not self.spoken_of()
            yield self.ours(phrases.NOTHING_SAID if silent else phrases.NOTHING_JUDGED)
        fixed = self.diamond.fixed
        if fixed is not None:
            yield self.ours(phrases.FIXED, day=phrases.day(fixed), time=phrases.clock(fixed))
        elif self.diamond.placed:
            yield self.ours(phrases.NOT_FIXED)
        if self.asked(DIAMOND) and not self.answered(DIAMOND):
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

    def stands(self) -> Part | None:
        """Why each card stands where it does."""
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
