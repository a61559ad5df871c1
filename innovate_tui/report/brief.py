"""The summary on one page: what each tool came to, for somebody who has one minute.

Everything in it stands in the session: the three boards, the three highest and the three lowest cards of the diamond,
the influences that ask for help with what was chosen, what begins in the next twelve months, the three questions to the
plan, and the actions. Of a tool with nothing in it the page says so.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from innovate_tui.report import brief_phrases, phrases, road_phrases
from innovate_tui.report.card_words import DIAMOND, QUADRANTS, ROADMAP, CardWords
from innovate_tui.report.choice import as_chosen
from innovate_tui.report.document import (
    Block,
    Cell,
    Column,
    Document,
    Entry,
    EntryBlock,
    Figure,
    ItemList,
    Paragraph,
    Part,
    Runs,
    Section,
    Table,
    Tone,
    text_of,
)
from innovate_tui.report.summary import summarise
from innovate_tui.workshop.checks import Lens, Verdict
from innovate_tui.workshop.deck import Deck
from innovate_tui.workshop.diamond import BOTTOM, TOP
from innovate_tui.workshop.features import Kind
from innovate_tui.workshop.road_wording import span_words
from innovate_tui.workshop.roadmap import Energy, RoadCard
from innovate_tui.workshop.session import Session
from innovate_tui.workshop.timeline import Month

TWELVE, THREE = 12, 3
"""Months that the page looks ahead, and months that stand together."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A card at a place of the diamond."""

    place: int
    title: Runs
    dissent: bool


@dataclass(frozen=True, slots=True)
class Pressing:
    """An influence that asks for help, and what was chosen."""

    title: Runs
    helpers: tuple[Runs, ...]


@dataclass(frozen=True, slots=True)
class Beginning:
    """A card that begins in some months."""

    title: Runs
    energy: Energy


@dataclass(frozen=True, slots=True)
class Months:
    """Some months, and what begins in them, the largest energy first."""

    words: Runs
    cards: tuple[Beginning, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question to the plan: by its name, its verdict, and the words of the answer."""

    lens: Runs
    verdict: Runs
    words: Runs


@dataclass(frozen=True, slots=True)
class Doing:
    """An action."""

    text: Runs
    owner: Runs
    due: Runs


@dataclass(frozen=True, slots=True)
class Board:
    """A tool with its picture, if anything stands on it."""

    tool: Runs
    figure: Figure | None


@dataclass(frozen=True, slots=True)
class Brief:
    """All that the page says; `document` is the same for those who read it as text."""

    document: Document
    whose: tuple[Runs, ...]
    headlines: tuple[Runs, ...]
    boards: tuple[Board, ...]
    top: tuple[Ranked, ...]
    bottom: tuple[Ranked, ...]
    diamond: bool
    """Something stands on the diamond."""
    pressing: tuple[Pressing, ...]
    quadrants: bool
    """Something stands on the grid."""
    months: tuple[Months, ...]
    asked: tuple[Asked, ...]
    actions: tuple[Doing, ...]
    alone: bool
    no_help: Runs


def brief(session: Session, deck: Deck, *, attached: bool = False) -> Brief:
    """The page of a session, without what the group chose to leave out; with `attached` it says that the session goes
    with it.
    """
    return _Teller(session, deck, attached=attached).brief()


class _Teller(CardWords):
    """One page in the making."""

    def __init__(self, session: Session, deck: Deck, *, attached: bool) -> None:
        super().__init__(as_chosen(session), deck)
        self.whole = summarise(session, deck, attached=attached)

    def brief(self) -> Brief:
        """All of it."""
        told = Brief(
            document=self.whole,
            whose=self.whole.footer[1:],
            headlines=tuple(self._headlines()),
            boards=tuple(
                Board(self.tool_title(tool), self._figures.get(tool)) for tool in (DIAMOND, QUADRANTS, ROADMAP)
            ),
            top=tuple(self._ranked(TOP)),
            bottom=tuple(self._ranked(tuple(reversed(BOTTOM)))),
            diamond=bool(self.diamond.placed),
            pressing=tuple(self._pressing()),
            quadrants=bool(self.quadrants.placed),
            months=self._months,
            asked=tuple(self._asked()),
            actions=tuple(self._actions()),
            alone=self.alone,
            no_help=self.ours(brief_phrases.NO_HELP if self.quadrants.fixed else brief_phrases.NO_HELP_YET),
        )
        return replace(told, document=self._document(told))

    @cached_property
    def _figures(self) -> dict[str, Figure]:
        """The pictures of the whole summary, by board."""
        return {
            block.picture.board: replace(block, equivalent=ItemList(()))
            for part in self.whole.parts
            for block in part.blocks
            if isinstance(block, Figure)
        }

    def _headlines(self) -> Iterator[Runs]:
        """The sentence over each board that has something on it."""
        for part in self.whole.parts:
            if any(isinstance(block, Figure) for block in part.blocks):
                yield from (b.runs for b in part.blocks if isinstance(b, Paragraph) and b.tone is Tone.HEADLINE)

    def _ranked(self, places: tuple[int, ...]) -> Iterator[Ranked]:
        for place in places:
            if card := self.diamond.at(place):
                yield Ranked(place, self.title(card), bool(self.diamond.standing(card).dissent.strip()))

    def _pressing(self) -> Iterator[Pressing]:
        """What asks for help, those that weigh most first."""
        due = set(self.quadrants.due)
        for card in self.quadrants.placed:
            if card in due:
                yield Pressing(self.title(card), tuple(map(self._short, self.quadrants.helpers(card))))

    def _short(self, card: str) -> Runs:
        """A card by the name that it has on a board."""
        feature = self.features[card]
        name = " ".join(feature.short)
        if not name or name.endswith("…"):
            return self.title(card)
        return self.theirs(name) if feature.own else self.decks(name)

    @cached_property
    def _months(self) -> tuple[Months, ...]:
        """Twelve months from the day of the session, or from the first month of a plan that begins later or is past."""
        cards = self.road.in_time
        if not cards:
            return ()
        start = self.road.timeline.start if self.road.timeline else min(card.first for card in cards)
        end = self.road.timeline.last if self.road.timeline else max(card.first for card in cards)
        today = Month.of(self.session.held or self.session.started.date())
        first = today if start < today <= end else start
        quarters = (first + by for by in range(0, TWELVE, THREE))
        return tuple(self._quarter(each) for each in quarters if (each + (THREE - 1)).stands)

    def _quarter(self, first: Month) -> Months:
        last = first + (THREE - 1)
        begun: dict[str, RoadCard] = {}
        for card in self.road.in_time:
            if first <= card.first <= last:
                known = begun.get(card.feature)
                if known is None or known.energy.weight < card.energy.weight:
                    begun[card.feature] = card
        order = sorted(begun.values(), key=lambda card: -card.energy.weight)
        return Months(
            self.ours(span_words(first, last)),
            tuple(Beginning(self._short(card.feature), card.energy) for card in order),
        )

    def _asked(self) -> Iterator[Asked]:
        """The three questions, where one of them at least was answered."""
        checks = self.session.boards.checks
        if not checks.answers:
            return
        tool = self.deck.tools.get(ROADMAP)
        for lens in Lens:
            check = checks.of(lens)
            words = next((words for words in tool.checks if words.lens is lens), None) if tool else None
            name = (self.decks(words.title) if words else ()) or self.ours(road_phrases.LENSES[lens])
            verdict = road_phrases.VERDICTS[check.verdict]
            if self.alone and check.verdict is Verdict.UNKNOWN:
                verdict = road_phrases.UNKNOWN_ALONE
            if check.verdict is None and not check.answer.strip():
                verdict = road_phrases.NO_ANSWER.rstrip(".")
            yield Asked(name, self.ours(verdict), self.theirs(check.answer))

    def _actions(self) -> Iterator[Doing]:
        for action in self.session.actions.values():
            if action.text.strip():
                due = self.ours(phrases.day(action.due)) if action.due else ()
                yield Doing(self.theirs(action.text), self.person_first(action.owner), due)

    # The same as a document

    def _document(self, told: Brief) -> Document:
        """For a web page, Markdown and plain text: the same in the same order, and the boards at the end."""
        parts = (
            *self._standing(told),
            Part(self.ours(brief_phrases.PRESSING), (self._pressed(told),)),
            Part(self.ours(brief_phrases.NEXT), tuple(self._ahead(told))),
            Part(self.ours(brief_phrases.WILL_IT_WORK), tuple(self._questions(told))),
            Part(self.ours(brief_phrases.ACTIONS), (self._doings(told),)),
            *self._boards(told),
        )
        cover = replace(self.whole.cover, pictures=())
        return replace(self.whole, cover=cover, parts=parts)

    def _none(self, words: str = brief_phrases.NOT_DONE) -> Paragraph:
        return self.remark(words)

    def _standing(self, told: Brief) -> Iterator[Part]:
        for title, ranked in ((brief_phrases.BUILD_ON, told.top), (brief_phrases.WORK_ON, told.bottom)):
            empty = brief_phrases.NOTHING_HERE if told.diamond else brief_phrases.NOT_DONE
            block: Block = ItemList(tuple(map(self._place, ranked))) if ranked else self._none(empty)
            yield Part(self.ours(title), (block,))

    def _place(self, ranked: Ranked) -> Runs:
        title = ranked.title
        if ranked.dissent:
            said = brief_phrases.DISSENT_ALONE if self.alone else brief_phrases.DISSENT
            title = self.ours(brief_phrases.WITH_DISSENT, title=title, dissent=said)
        return self.ours(brief_phrases.PLACED, place=ranked.place, title=title)

    def _pressed(self, told: Brief) -> Block:
        if not told.pressing:
            return self._none(brief_phrases.NONE_DUE if told.quadrants else brief_phrases.NOT_DONE)
        columns = (Column(self.ours(road_phrases.COLUMN_CARD)), Column(self.ours(phrases.COLUMN_HELPER)))
        return Table(
            columns,
            tuple(
                (Cell(each.title, Kind.INFLUENCE), Cell(self.joined(each.helpers, ", ") or told.no_help))
                for each in told.pressing
            ),
        )

    def _ahead(self, told: Brief) -> Iterator[Block]:
        if not told.months:
            yield self._none()
        for each in told.months:
            cards = tuple(
                self.ours(brief_phrases.ENERGY, title=card.title, energy=str(card.energy)) for card in each.cards
            )
            yield Section(each.words, (ItemList(cards) if cards else self._none(brief_phrases.NOTHING_BEGINS),))

    def _questions(self, told: Brief) -> Iterator[Block]:
        if not told.asked:
            yield self._none(brief_phrases.NOT_ANSWERED)
        for each in told.asked:
            blocks: tuple[EntryBlock, ...] = (Paragraph(each.words),) if each.words else ()
            yield Entry(self.ours(brief_phrases.LENS, lens=each.lens, verdict=each.verdict), blocks)

    def _doings(self, told: Brief) -> Block:
        if not told.actions:
            return self._none(brief_phrases.NO_ACTIONS)
        return ItemList(tuple(map(self._doing, told.actions)))

    def _doing(self, action: Doing) -> Runs:
        due = self.ours(brief_phrases.BY, day=text_of(action.due)) if action.due else ()
        facts = self.joined((action.owner, due), ", ")
        return self.ours(brief_phrases.ACTION_WHO_DUE, text=action.text, facts=facts) if facts else action.text

    def _boards(self, told: Brief) -> Iterator[Part]:
        for board in told.boards:
            if board.figure is not None:
                yield Part(board.tool, (board.figure,))
