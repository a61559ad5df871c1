"""A session and its deck become one neutral document: the summary. Pure, so that the same session reads the same.

What is there is told, what is not is said plainly, nothing is praised and nothing is invented. A tool that nobody has
begun is left out where another was begun. Skipped questions are left out; people appear as the session names them. The
program's sentences stand in `phrases`; what each board says in `diamond_parts` and `quadrants_parts`.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, date

from innovate_tui.report import attached_phrases, phrases, practice, road_phrases
from innovate_tui.report.answers import AnswerParts
from innovate_tui.report.card_parts import CardParts
from innovate_tui.report.card_texts import CardTexts
from innovate_tui.report.card_words import DIAMOND, QUADRANTS, ROADMAP, CardWords
from innovate_tui.report.choice import as_chosen, given_away, left_out
from innovate_tui.report.diamond_parts import DiamondParts
from innovate_tui.report.document import (
    Cover,
    CoverPicture,
    Document,
    Fact,
    ItemList,
    Part,
    Runs,
    Section,
)
from innovate_tui.report.quadrants_parts import QuadrantsParts
from innovate_tui.report.roadmap_parts import RoadmapParts
from innovate_tui.report.rounds_parts import RoundsParts
from innovate_tui.report.story_parts import StoryParts
from innovate_tui.report.time_parts import TimeParts
from innovate_tui.workshop.deck import Deck
from innovate_tui.workshop.diamond import PLACES
from innovate_tui.workshop.road_wording import month_words
from innovate_tui.workshop.session import Session


def summarise(session: Session, deck: Deck, *, whole: bool = False, attached: bool = False) -> Document:
    """The summary of a session made with a deck, without what the group chose to leave out.

    With `whole` everything is in it: for those whose session it is. With `attached` it says that the session goes with
    it, and with what that the summary does not tell.
    """
    if whole:
        return _Summary(session, deck, ()).document()
    gone_with = given_away(session) if attached else None
    return _Summary(as_chosen(session), deck, left_out(session), gone_with).document()


class _Summary(CardWords):
    """One summary in the making: what the parts of it say."""

    def __init__(
        self, session: Session, deck: Deck, without: Sequence[str], gone_with: Sequence[str] | None = None
    ) -> None:
        super().__init__(session, deck, notes_in=phrases.LEFT_OUT_NOTES not in without)
        self.without = without
        """What was left out, in words."""
        self.gone_with = gone_with
        """What the session that is attached holds beyond the summary, in words; none where none is attached."""
        self.diamond_parts = DiamondParts(session, deck, self.known, notes_in=self.notes_in)
        self.quadrants_parts = QuadrantsParts(session, deck, self.known)
        self.roadmap_parts = RoadmapParts(session, deck, self.known)
        self.card_parts = CardParts(session, deck, self.known, notes_in=self.notes_in)

    def document(self) -> Document:
        """All of it."""
        title = self.theirs(self.session.title) or self.ours(phrases.UNTITLED)
        if self.session.practice:
            title = self.ours(practice.TITLE, title=title)
        started = self.session.started
        return Document(
            title=title,
            language=self.language,
            created=started if started.tzinfo else started.replace(tzinfo=UTC),
            cover=self._cover(),
            parts=tuple(part for part in self._parts() if part is not None),
            source=Fact(self.ours(phrases.SOURCE), tuple(self._source())),
            footer=tuple(text for text in (title, self._whose(), self.ours(phrases.day(self._day()))) if text),
            marked=title if self.session.practice else (),
            kind_names={kind: words.name for kind, words in self.deck.kinds.items()},
        )

    def _parts(self) -> Iterator[Part | None]:
        """The story, the tools that were begun, then what belongs to all of them."""
        yield StoryParts(self.session, self.deck, self.known).story()
        if DIAMOND in self.told:
            yield self.diamond_parts.board()
            yield self.diamond_parts.stands()
        if QUADRANTS in self.told:
            yield self.quadrants_parts.board()
            yield self.quadrants_parts.presses()
            yield self.quadrants_parts.helps()
        if ROADMAP in self.told:
            yield self.roadmap_parts.board()
            yield self.roadmap_parts.story()
            yield self.roadmap_parts.by_period()
        yield self.roadmap_parts.questions()
        yield self.roadmap_parts.actions()
        yield from self.card_parts.parts()
        yield AnswerParts(self.session, self.deck, self.known).answers()
        yield self._kept()
        if self.session.included.rounds:
            yield RoundsParts(self.session, self.deck, self.known).changes()
        yield from TimeParts(self.session, self.deck, self.known).spent()
        yield CardTexts(self.session, self.deck, self.known).part()

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
        names = tuple(map(self.person, session.people))
        sort = self.ours(phrases.SORT_ALONE if self.alone else phrases.SORT_GROUP)
        people = self.ours(phrases.BY_ALONE if self.alone else phrases.IN_THE_ROOM)
        return Cover(
            sort=self.ours(practice.SORT, sort=sort) if session.practice else sort,
            lines=tuple(line for line in lines if line),
            pictures=tuple(self._small_pictures()),
            people=Fact(people, names) if names else None,
        )

    def _small_pictures(self) -> Iterator[CoverPicture]:
        """The boards that were begun; of the roadmap, if there is anything on it."""
        if DIAMOND in self.told:
            yield self._small_diamond()
        if QUADRANTS in self.told:
            yield self._small_grid()
        if ROADMAP in self.told and (self.roadmap_parts.picture.cards or self.roadmap_parts.picture.stages):
            yield self._small_road()

    def _small_road(self) -> CoverPicture:
        timeline, count = self.roadmap_parts.timeline, len(self.roadmap_parts.picture.cards)
        months = {"first": month_words(timeline.start), "last": month_words(timeline.last)}
        cards = road_phrases.COUNTED["cards"][min(count, 2)].replace("{count}", str(count))
        return CoverPicture(
            self.ours(phrases.COVER_ROADMAP_ALONE if self.alone else phrases.COVER_ROADMAP_GROUP),
            tuple(self.ours(line, **months) for line in phrases.COVER_ROADMAP_KEY),
            self.roadmap_parts.picture,
            self.ours(phrases.COVER_ROADMAP_ALT, cards=cards, **months),
        )

    def _small_diamond(self) -> CoverPicture:
        count = len(self.diamond.placed)
        taken = phrases.TAKEN_ALL if count == len(PLACES) else phrases.TAKEN_SOME if count else phrases.TAKEN_NONE
        alternative = self.ours(phrases.COVER_DIAMOND_ALT, taken=self.ours(taken, count=count))
        key = phrases.COVER_KEY if count else (phrases.COVER_NOT_STARTED,)
        return CoverPicture(
            self.ours(phrases.COVER_DIAMOND_ALONE if self.alone else phrases.COVER_DIAMOND_GROUP),
            tuple(self.ours(line) for line in key),
            self.diamond_parts.picture,
            alternative,
        )

    def _small_grid(self) -> CoverPicture:
        count = len(self.quadrants.placed)
        placed = (phrases.PLACED_NONE, phrases.PLACED_ONE)[count] if count < 2 else phrases.PLACED_SOME
        alternative = self.ours(phrases.COVER_QUADRANTS_ALT, taken=self.ours(placed, count=count))
        key = phrases.COVER_QUADRANTS_KEY if count else (phrases.COVER_NOTHING_PLACED,)
        return CoverPicture(
            self.ours(phrases.COVER_QUADRANTS_ALONE if self.alone else phrases.COVER_QUADRANTS_GROUP),
            tuple(self.ours(line) for line in key),
            self.quadrants_parts.picture,
            alternative,
        )

    # The rest

    def _kept(self) -> Part | None:
        """Parked thoughts, and the rounds by name and moment."""
        parked = tuple(text for each in self.session.parked.values() if (text := self.theirs(each.text)))
        lists = ((phrases.PARKED, parked), (phrases.ROUNDS, tuple(self._rounds())))
        sections = tuple(Section(self.ours(name), (ItemList(items),)) for name, items in lists if items)
        return Part(self.ours(phrases.KEPT), sections) if sections else None

    def _rounds(self) -> Iterator[Runs]:
        for each in sorted(self.session.rounds, key=lambda kept: kept.taken):
            moment = self.ours(phrases.MOMENT, day=phrases.day(each.taken), time=phrases.clock(each.taken))
            told = self.joined((self.theirs(each.name), moment), ", ")
            person = self.person(each.by)
            yield self.ours(phrases.ROUND_BY, round=told, person=person) if person else told

    def _source(self) -> Iterator[Runs]:
        yield self.ours(phrases.MADE_WITH, day=phrases.day(self._day()))
        if self.gone_with is not None:  # at once: of a page where little has room only the first words are read
            words = attached_phrases.ATTACHED_WITH if self.gone_with else attached_phrases.ATTACHED
            yield self.ours(words, what=", ".join(self.gone_with))
        if self.deck.credit.strip():
            yield self.decks(self.deck.credit)
        if self.without:
            yield self.ours(phrases.LEFT_OUT, what=", ".join(self.without))
        if troubles := len(self.session.troubles):
            yield self.ours(phrases.NOT_SHOWN_ONE if troubles == 1 else phrases.NOT_SHOWN_SOME, count=troubles)
