"""What the summary says of the four quadrants: the grid as a picture, what presses on the group, and what helps.

The headline follows from the positions alone: what is high on both, or else what is high on either. What was chosen to
help is told twice: under each influence with its reason, and the other way round.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from innovate_tui.report import phrases
from innovate_tui.report.card_words import QUADRANTS
from innovate_tui.report.document import (
    Block,
    Entry,
    EntryBlock,
    Figure,
    GridCard,
    ItemList,
    Mention,
    Mentions,
    Paragraph,
    Part,
    PictureCard,
    PictureHelper,
    QuadrantsPicture,
    Run,
    Runs,
    Section,
    Tone,
)
from innovate_tui.report.grid_words import GridWords
from innovate_tui.report.likeness import alike
from innovate_tui.workshop.quadrants import Quadrant
from innovate_tui.workshop.spelling import called

BOTH = Quadrant.HIGH_IMPORTANCE_HIGH_THREAT
IMPORTANT = Quadrant.HIGH_IMPORTANCE_LOW_THREAT
THREATENING = Quadrant.LOW_IMPORTANCE_HIGH_THREAT
NEITHER = Quadrant.LOW_IMPORTANCE_LOW_THREAT
TOLD = (BOTH, IMPORTANT, THREATENING, NEITHER)
"""The quadrants in the order in which they are told: what weighs most comes first."""
NAMED = 3
"""A sentence names up to so many influences; it counts more of them."""
LISTED = 6
"""The same where a list says what each was chosen for."""


class QuadrantsParts(GridWords):
    """The four quadrants of one session."""

    @cached_property
    def placed(self) -> tuple[str, ...]:
        """The influences on the grid, those that weigh most first."""
        return self.quadrants.placed

    @cached_property
    def within(self) -> dict[Quadrant, list[str]]:
        """The same by quadrant."""
        found: dict[Quadrant, list[str]] = {quadrant: [] for quadrant in Quadrant}
        for card in self.placed:
            if (quadrant := self.quadrants.position(card).quadrant) is not None:
                found[quadrant].append(card)
        return found

    # The picture

    @cached_property
    def picture(self) -> QuadrantsPicture:
        """The grid with its influences, those that weigh most first."""
        cards = []
        unanswered = self.quadrants.unanswered
        for card in self.placed:
            position, feature = self.quadrants.position(card), self.features[card]
            dissent, title = bool(position.dissent.strip()), self._run_of(card)
            like = self._like.get(title.text, 0)
            shown = PictureCard(title, feature.kind, own=feature.own, dissent=dissent, like=like)
            helpers = tuple(self._helper(helper) for helper in self.quadrants.helpers(card))
            place = position.importance or 0, position.threat or 0
            cards.append(GridCard(shown, *place, helpers, card in unanswered))
        fields = {quadrant: self.field(quadrant) for quadrant in Quadrant}
        fixed = self.quadrants.fixed is not None
        return QuadrantsPicture(tuple(cards), self.importance, self.threat, fields, self.alone, fixed)

    def _run_of(self, card: str) -> Run:
        return next(iter(self.title(card)), Run(card))

    def _helper(self, card: str) -> PictureHelper:
        feature, title = self.features[card], self._run_of(card)
        short = self._short(card)
        return PictureHelper(title, Run(short, title.language), feature.own, self._like.get(short, 0))

    def _short(self, card: str) -> str:
        """A short name, or the title where that was only cut from it."""
        short = " ".join(self.features[card].short)
        return short if short and not short.endswith("…") else self._run_of(card).text

    @cached_property
    def _like(self) -> Mapping[str, int]:
        """Which names begin alike in the picture."""
        helpers = {helper for card in self.placed for helper in self.quadrants.helpers(card)}
        return alike((*(self._run_of(card).text for card in self.placed), *map(self._short, helpers)))

    @cached_property
    def as_list(self) -> ItemList:
        """The same as a list."""
        return ItemList(tuple(self._item(card) for card in self.placed))

    def _item(self, card: str) -> Runs:
        position = self.quadrants.position(card)
        facts = [
            self.stands(card),
            self.ours(phrases.POSITION_FINE, importance=position.importance or 0, threat=position.threat or 0),
            *self.own_fact(card),
        ]
        if helpers := self.quadrants.helpers(card):
            facts.append(self.ours(phrases.HELPED_BY, titles=self.joined(map(self.title, helpers), ", ")))
        elif self.quadrants.asks_for_help(card):
            facts.append(self.ours(phrases.NOTHING_CHOSEN if self.quadrants.fixed else phrases.NOTHING_CHOSEN_YET))
        if position.dissent.strip():
            facts.append(self.ours(phrases.KEY_DISSENT_ALONE if self.alone else phrases.KEY_DISSENT))
        return self.ours(phrases.LISTED, title=self.title(card), facts=self.joined(facts, "; "))

    # The board

    def board(self) -> Part:
        """The grid as a picture, with what it comes to."""
        blocks: list[Block] = [Paragraph(self._headline(), Tone.HEADLINE)]
        if state := self.joined(self._state(), "\n"):
            blocks.append(Paragraph(state, Tone.ASIDE))
        if self.placed:
            blocks.append(Figure(self._alternative(), self.picture, self.as_list, told_below=True))
        elif section := self._unplaced():
            blocks.append(section)
        return Part(self.tool_title(QUADRANTS), tuple(blocks), opens_page=True)

    def _headline(self) -> Runs:
        """One sentence by rule: what is high on both, or else what is high on either."""
        placed = self.placed
        if not placed:
            return self.ours(phrases.HEAD_NO_INFLUENCE)
        if both := self.within[BOTH]:
            return self.ours(phrases.HEAD_BOTH, who=self.who, titles=self._some(both))
        parts = [
            self.ours(sentence, titles=self._some(cards))
            for sentence, quadrant in ((phrases.HEAD_IMPORTANT, IMPORTANT), (phrases.HEAD_THREATENING, THREATENING))
            if (cards := self.within[quadrant])
        ]
        if parts:
            return self.ours(phrases.HEAD_ONE_AXIS, who=self.who, parts=self.joined(parts, " and "))
        return self.ours(phrases.HEAD_LOW, who=self.who, titles=self._some(placed))

    def _some(self, cards: Sequence[str], most: int = NAMED) -> Runs:
        """A few influences by name; of more of them their number, and the two that weigh most."""
        if len(cards) <= most:
            return self.listed([self.title(card) for card in cards])
        return self.ours(phrases.SOME_OF_MANY, count=len(cards), titles=self.listed([*map(self.title, cards[:2])]))

    def _state(self) -> Iterator[Runs]:
        """Whether everything that asks for help has some, whether cards may still move, what nobody has begun."""
        due, unanswered, fixed = self.quadrants.due, self.quadrants.unanswered, self.quadrants.fixed
        if unanswered:
            titles = self.listed([self.title(card) for card in unanswered])
            yield self.ours(phrases.UNMATCHED if fixed else phrases.UNMATCHED_YET, titles=titles)
        elif due:
            yield self.ours(phrases.MATCHED_ONE if len(due) == 1 else phrases.MATCHED_ALL, count=len(due))
        elif self.placed:
            yield self.ours(phrases.NOTHING_DUE)
        if fixed is not None:
            yield self.ours(phrases.FIXED, day=phrases.day(fixed), time=phrases.clock(fixed))
        elif self.placed:
            yield self.ours(phrases.NOT_FIXED)
        if self.asked(QUADRANTS) and not self.answered(QUADRANTS):
            yield self.ours(phrases.NO_ANSWERS)

    def _alternative(self) -> Runs:
        counts = [len(self.within[quadrant]) for quadrant in TOLD]
        none, one, some = phrases.INFLUENCES
        first = self.ours((none, one)[counts[0]] if counts[0] < 2 else some, count=counts[0])
        important, threatening, neither = (str(count) if count else "none" for count in counts[1:])
        return self.ours(phrases.GRID_ALT, both=first, important=important, threatening=threatening, neither=neither)

    # What presses, and what helps

    def presses(self) -> Part | None:
        """By quadrant each influence with its reason, what speaks against it, and what was chosen to help."""
        if not self.placed:
            return None
        sections = [self._section(quadrant) for quadrant in TOLD if self.within[quadrant]]
        if unplaced := self._unplaced():
            sections.append(unplaced)
        if helps := self._helps():
            sections.append(Section(self.ours(phrases.HELPS_WITH_WHAT), helps))
        remark = () if self._reasoned else (self.remark(phrases.NO_REASONS),)
        return Part(self.ours(phrases.PRESSES_ALONE if self.alone else phrases.PRESSES), (*remark, *sections))

    @property
    def _reasoned(self) -> bool:
        grid = self.quadrants
        return any(grid.position(card).why.strip() or grid.position(card).dissent.strip() for card in self.placed)

    def _section(self, quadrant: Quadrant) -> Section:
        field = self.field(quadrant)
        meaning = (Paragraph(field.meaning, Tone.ASIDE),) if field.meaning else ()
        return Section(self.quadrant(quadrant), (*meaning, *(self._entry(card) for card in self.within[quadrant])))

    def _entry(self, card: str) -> Entry:
        position = self.quadrants.position(card)
        said = self.reasons(position.why, position.dissent)
        if not said and self._reasoned:
            said = (self.remark(phrases.NO_REASON),)
        return Entry(
            self.title(card), (*said, *self._help(card)), kind=self.features[card].kind, facts=self.own_fact(card)
        )

    def _help(self, card: str) -> Iterator[EntryBlock]:
        """What was chosen to help with an influence, each with its reason; or that nothing was."""
        chosen = self.quadrants.mitigations.get(card, {})
        asks = self.quadrants.asks_for_help(card)
        if chosen:
            low = phrases.KEPT_THOUGH_LOW if self.quadrants.position(card).placed else phrases.KEPT_UNPLACED
            items = (
                Mention(
                    self.title(helper), self.features[helper].kind, self.paragraphs(match.why), self.own_fact(helper)
                )
                for helper, match in chosen.items()
            )
            yield Mentions(self.ours(phrases.CHOSEN_TO_HELP if asks else low), tuple(items))
        elif asks:
            yield self.remark(phrases.NOTHING_HELPS if self.quadrants.fixed else phrases.NOTHING_HELPS_YET)

    def _unplaced(self) -> Section | None:
        """The influences that are not on the grid: those of which something was said, then the names of the others."""
        aside = self.quadrants.set_aside(self.influences)
        entries = {card: self._unplaced_entry(card) for card in aside}
        told = [entry for entry in entries.values() if entry is not None]
        rest = tuple(self.title(card) for card, entry in entries.items() if entry is None)
        blocks = (*told, *((ItemList(rest),) if rest and self.placed else ()))
        if not blocks:
            return None
        return Section(self.ours(phrases.SET_ASIDE if self.quadrants.fixed else phrases.NOT_PLACED_YET), blocks)

    def _unplaced_entry(self, card: str) -> Entry | None:
        position, stands = self.quadrants.position(card), self.stands(card)
        blocks = (*self.reasons(position.why, position.dissent), *self._help(card))
        if not blocks and not stands:
            return None
        facts = (*((stands,) if stands else ()), *self.own_fact(card))
        return Entry(self.title(card), blocks, kind=self.features[card].kind, facts=facts)

    # The other way round

    def helps(self) -> Part | None:
        """What was chosen to help, where no influence is on the grid under which it would be told."""
        blocks = () if self.placed else self._helps()
        return Part(self.ours(phrases.HELPS_WITH_WHAT), blocks) if blocks else None

    def _helps(self) -> tuple[ItemList | Paragraph, ...]:
        """Each next-level feature with the influences that it was chosen for; then those that were not chosen.

        Where there is one such influence, what it was chosen for has been told. The names are short, so that the list
        stands on the page of what presses if it can.
        """
        chosen = [helper for helper in self.helpers if self.quadrants.helped_by(helper)]
        if len({card for helper in chosen for card in self.quadrants.helped_by(helper)}) < 1 + bool(self.placed):
            return ()
        items = ItemList(tuple(self._helps_with(helper) for helper in chosen))
        if not (rest := [helper for helper in self.helpers if helper not in chosen]):
            return (items,)
        titles = self.listed([self._short_runs(helper) for helper in rest])
        return items, Paragraph(self.ours(phrases.NOT_CHOSEN, titles=titles), Tone.ASIDE)

    def _helps_with(self, helper: str) -> Runs:
        titles = self._some(self.quadrants.helped_by(helper), LISTED)
        return self.ours(phrases.HELPS_FOR, title=self._short_runs(helper), titles=titles)

    def _short_runs(self, card: str) -> Runs:
        """What a card is called inside a sentence."""
        name = called(self.features[card])
        return self.title(card) if name.endswith("…") else (Run(name, self._run_of(card).language),)
