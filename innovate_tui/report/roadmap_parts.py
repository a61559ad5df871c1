"""What the summary says of the roadmap: the plan as a whole, period by period, whether it will work, and what to do.

The headline follows from the cards alone: what the first period begins with, and where most energy begins. A card is
told in the period in which it begins; what goes on for longer says until when.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from innovate_tui.report import phrases, road_phrases
from innovate_tui.report.card_words import ROADMAP, CardWords
from innovate_tui.report.document import (
    Block,
    Cell,
    Column,
    Entry,
    EntryBlock,
    Figure,
    ItemList,
    Paragraph,
    Part,
    PictureCard,
    PictureEvent,
    PictureLink,
    PictureStage,
    RoadmapPicture,
    Run,
    Runs,
    Section,
    Table,
    TimedCard,
    Tone,
    text_of,
)
from innovate_tui.report.likeness import alike
from innovate_tui.report.voices import separators
from innovate_tui.workshop.cautions import Worry, cautions
from innovate_tui.workshop.checks import Check, Lens, Verdict
from innovate_tui.workshop.offers import Offer, priorities
from innovate_tui.workshop.road_story import chapters
from innovate_tui.workshop.road_wording import STAGES, caution_words, month_words
from innovate_tui.workshop.roadmap import Event, LinkKind, RoadCard
from innovate_tui.workshop.spelling import Naming, called
from innovate_tui.workshop.spoken import clean
from innovate_tui.workshop.stages import Stage
from innovate_tui.workshop.timeline import LONGEST, Month, Period, Timeline, timeframe

NAMED = 3
"""A sentence names up to so many cards; it counts more of them."""
LONG = 600
"""Characters of a reason beyond which the table has its beginning, and the rest stands below."""


@dataclass
class _Named:
    """Names that stand in sentences as numbers between zeros, until each is printed in its own language."""

    names: list[Runs] = field(default_factory=list)

    def by(self, how: Callable[[str], Runs]) -> Naming:
        """Names things by their ids, in this way."""

        def name(key: str) -> str:
            self.names.append(how(key))
            return f"\0{len(self.names) - 1}\0"

        return name


_NAME = "\0\\d+\0(?: again)?"
_IN_A_ROW = re.compile(f"{_NAME}(?:(?:, | and ){_NAME})*(?: and )(?:{_NAME}|\\d+ more)")


def _told_apart(words: str, named: _Named) -> str:
    """A sentence with its rows of names put so that it can be heard where one ends and the next begins."""

    def put(row: re.Match[str]) -> str:
        names = re.split(", | and ", row[0])
        texts = [text_of(named.names[int(name.split("\0")[1])]) for name in names if "\0" in name]
        between, before_last = separators([*texts, *names[len(texts) :]])
        return f"{between.join(names[:-1])}{before_last}{names[-1]}"

    return _IN_A_ROW.sub(put, words)


class RoadmapParts(CardWords):
    """The roadmap of one session."""

    @cached_property
    def timeline(self) -> Timeline:
        """The timeframe, or where none was agreed the one that the cards span."""
        if self.road.timeline is not None:
            return self.road.timeline
        spans = [self.road.span(card) for card in self.road.cards.values()]
        first = min((first for first, _ in spans), default=Month.of(self.session.started))
        last = max((last for _, last in spans), default=first)
        return timeframe(first, min(last - first + 1, LONGEST))

    @cached_property
    def periods(self) -> tuple[Period, ...]:
        """The columns of it."""
        return self.timeline.periods

    @cached_property
    def in_time(self) -> tuple[RoadCard, ...]:
        """The cards by when they begin."""
        return self.road.in_time

    @cached_property
    def begun(self) -> dict[int, list[RoadCard]]:
        """The cards that begin in each period, by its number; what is outside the timeframe is in none."""
        found: dict[int, list[RoadCard]] = {}
        for card in self.in_time:
            if (period := self.timeline.period_of(card.first)) is not None:
                found.setdefault(period.number, []).append(card)
        return found

    @cached_property
    def inside(self) -> list[RoadCard]:
        """The cards that begin within the timeframe."""
        return [card for cards in self.begun.values() for card in cards]

    @cached_property
    def offered(self) -> dict[str, Offer]:
        """What the earlier tools left to work on, by feature."""
        return {offer.feature: offer for offer in priorities(self.session)}

    # The plan as a whole

    def board(self) -> Part:
        """The plan in a sentence, its timeframe, stages and events, and what deserves a thought."""
        blocks: list[Block] = [Paragraph(self._headline(), Tone.HEADLINE)]
        if self.road.cards or self.road.stages or self.road.events:
            blocks.append(Figure(self._alternative(), self.picture, ItemList(()), told_below=True))
        blocks.append(Paragraph(self.joined(self._state(), "\n"), Tone.ASIDE))
        for title, items in (
            (road_phrases.STAGES, tuple(self._stage(stage) for stage in self.road.stages)),
            (road_phrases.EVENTS, tuple(self._event(event) for event in self._events)),
            (road_phrases.WORTH_A_THOUGHT, tuple(dict.fromkeys(self._cautions()))),
        ):
            if items:
                blocks.append(Section(self.ours(title), (ItemList(items),)))
        return Part(self.tool_title(ROADMAP), tuple(blocks), opens_page=True)

    @cached_property
    def picture(self) -> RoadmapPicture:
        """The timeline with everything that stands on it."""
        road = self.road
        stages = sorted(road.stages.items(), key=lambda item: item[1].first)
        return RoadmapPicture(
            self.timeline,
            tuple(PictureStage(self._run_of(self.stage_title(stage)), span.first, span.last) for stage, span in stages),
            tuple(PictureEvent(self._run_of(self.event_title(event)), event.on) for event in self._events),
            tuple(self._timed(card) for card in self.inside),
            tuple(
                PictureLink(link.first, link.second, link.kind)
                for link in road.links.values()
                if link.first in road.cards and link.second in road.cards and link.first != link.second
            ),
            self.alone,
        )

    def _run_of(self, runs: Runs) -> Run:
        return next(iter(runs), Run(""))

    def _shown(self, feature: str) -> str:
        """What a card is called in the picture: its short name, or the title where that was only cut from it."""
        short = " ".join(self.features[feature].short)
        return short if short and not short.endswith("…") else self._run_of(self.title(feature)).text

    @cached_property
    def _like(self) -> Mapping[str, int]:
        return alike(self._shown(card.feature) for card in self.inside)

    def _timed(self, card: RoadCard) -> TimedCard:
        feature, title = self.features[card.feature], self._run_of(self.title(card.feature))
        short = self._shown(card.feature)
        shown = PictureCard(title, feature.kind, own=feature.own, like=self._like.get(short, 0))
        return TimedCard(card.id, card.feature, shown, Run(short, title.language), card.first, card.energy, card.lane)

    def _alternative(self) -> Runs:
        """One sentence on what the picture shows."""
        picture = self.picture
        counts = {
            "stages": len(picture.stages),
            "events": len(picture.events),
            "cards": len(picture.cards),
            "links": len(picture.links),
        }
        told = {
            what: road_phrases.COUNTED[what][min(count, 2)].replace("{count}", str(count))
            for what, count in counts.items()
        }
        first, last = month_words(self.timeline.start), month_words(self.timeline.last)
        return self.ours(road_phrases.FIGURE_ALT, first=first, last=last, **told)

    def _headline(self) -> Runs:
        """One sentence by rule: what comes first, and when most energy begins."""
        begun = [period for period in self.periods if period.number in self.begun]
        if not begun:
            return self.ours(road_phrases.HEAD_NOTHING)
        first = begun[0]
        titles = self._some(self.begun[first.number])
        energies = {number: sum(card.energy.weight for card in cards) for number, cards in self.begun.items()}
        most = max(energies.values())
        heaviest = [period for period in begun if energies[period.number] == most]
        if len(begun) == 1 or len(heaviest) > 1 or not self._densest(heaviest[0], energies):
            return self.ours(road_phrases.HEAD_BEGIN, who=self.who, titles=titles)
        if heaviest[0] is first:
            return self.ours(road_phrases.HEAD_BEGIN_WITH_MOST, who=self.who, titles=titles)
        words = road_phrases.HEAD_BEGIN_AND_MOST
        return self.ours(words, who=self.who, titles=titles, period=self.period(heaviest[0]))

    def _densest(self, heaviest: Period, energies: Mapping[int, int]) -> bool:
        """Whether most begins in a period by the month as well: a half year beside months holds more by its length."""
        return all(
            energies[heaviest.number] * period.months > energies.get(period.number, 0) * heaviest.months
            for period in self.periods
            if period.number != heaviest.number
        )

    def _some(self, cards: Sequence[RoadCard]) -> Runs:
        titles = list({card.feature: self.title(card.feature) for card in cards}.values())
        if len(titles) <= NAMED:
            return self.listed(titles)
        return self.ours(road_phrases.AND_OTHERS, count=len(titles), titles=self.listed(titles[:2]))

    def _state(self) -> Iterator[Runs]:
        """The timeframe, whether cards may still move, and when it is looked at again."""
        if (timeline := self.road.timeline) is None:
            yield self.ours(road_phrases.NO_TIMEFRAME)
        else:
            words = road_phrases.TIMEFRAME if timeline.months > 1 else road_phrases.ONE_MONTH
            yield self.ours(words, first=month_words(timeline.start), last=month_words(timeline.last))
        if (fixed := self.road.fixed) is not None:
            yield self.ours(phrases.FIXED, day=phrases.day(fixed), time=phrases.clock(fixed))
        elif self.road.cards:
            yield self.ours(phrases.NOT_FIXED)
        if self.road.revisit is not None:
            yield self.ours(road_phrases.REVISIT, day=phrases.day(self.road.revisit))

    def stage_title(self, stage: Stage) -> Runs:
        """What the deck calls a stage."""
        card = self.deck.stage(stage)
        return (self.decks(card.title) if card else ()) or self.ours(STAGES[stage])

    def _stage(self, stage: Stage) -> Runs:
        span = self.road.stages[stage]
        words = road_phrases.STAGE_GUESS if span.guess else road_phrases.STAGE
        return self.ours(words, title=self.stage_title(stage), span=self._span(span.first, span.last))

    @property
    def _events(self) -> list[Event]:
        return sorted(self.road.events.values(), key=lambda event: event.on)

    def _event(self, event: Event) -> Runs:
        kind = road_phrases.EVENT_KINDS[event.kind] if event.title.strip() else ""
        words = road_phrases.EVENT_KIND if kind else road_phrases.EVENT
        return self.ours(words, title=self.event_title(event), day=phrases.day(event.on), kind=kind)

    def event_title(self, event: Event) -> Runs:
        """What the group calls an event, or else what kind it is."""
        kind = road_phrases.EVENT_KINDS[event.kind] or road_phrases.AN_EVENT
        return self.theirs(event.title) or self.capital(self.ours(kind))

    def _span(self, first: Month, last: Month) -> str:
        if first == last:
            return month_words(first)
        month, year = month_words(first).rsplit(" ", 1)
        begins = month if first.year == last.year else f"{month} {year}"
        return road_phrases.SPAN.format(first=begins, last=month_words(last))

    def period(self, period: Period) -> str:
        """A period in words: April to June 2026."""
        return self._span(period.first, period.last)

    def _cautions(self) -> Iterator[Runs]:
        """What the group left standing, each in a sentence; cards of the same names may say the same twice.

        What the earlier tools left to work on, and is not there, is one sentence.
        """
        found = list(cautions(self.road, self.offered))
        left = [self.title(caution.about[0]) for caution in found if caution.worry is Worry.PRIORITY_LEFT_OUT]
        for caution in found:
            if caution.worry is Worry.PRIORITY_LEFT_OUT:
                if left:
                    words = road_phrases.NOT_PLANNED_ONE if len(left) == 1 else road_phrases.NOT_PLANNED
                    yield self.ours(words, titles=self.listed(left))
                    left = []
                continue
            named = _Named()
            events = named.by(lambda event: self.event_title(self.road.events[event]))
            told = caution_words(caution, self.session, self.deck, named.by(self.title), events)
            yield self._with_names(told, named)

    def _with_names(self, words: str, named: "_Named") -> Runs:
        """Sentences of the program's with names in them, each in its own language."""
        runs: list[Run] = []
        for number, part in enumerate(_told_apart(words, named).split("\0")):
            if number % 2 and part.isdigit() and int(part) < len(named.names):
                runs += named.names[int(part)]
            elif part:
                runs += self.ours("{said}", said=clean(part).replace("\n", " "))
        return tuple(runs)

    # The story it tells

    def story(self) -> Part | None:
        """The roadmap told period by period, as the group would tell it from left to right (R52)."""
        named = _Named()
        told = chapters(
            self.road._replace(timeline=self.timeline),
            named.by(lambda stage: self.stage_title(Stage(stage))),
            named.by(self._called),
            named.by(lambda event: self.event_title(self.road.events[event])),
        )
        if not told or not self.road.cards:
            return None
        sections = tuple(
            Section(
                self.ours(self._span(each.first, each.last) if each.first and each.last else road_phrases.OUTSIDE),
                (Paragraph(self._with_names(each.words, named)),),
            )
            for each in told
        )
        return Part(self.ours(road_phrases.STORY), sections)

    def _called(self, card: str) -> Runs:
        """A card's name inside a sentence, as the picture has it where the title is long and the name was not cut."""
        feature = self.features[card]
        name = called(feature)
        if name.endswith("…"):
            return self.title(card)
        return self.theirs(name) if feature.own else self.decks(name)

    # Period by period

    def by_period(self) -> Part | None:
        """The table of cards by the period in which they begin."""
        rows = [row for period in self.periods for row in self._period_rows(period)]
        inside = {card.id for card in self.inside}
        outside = [card for card in self.in_time if card.id not in inside]
        if outside:
            rows += [(Cell(self.ours(road_phrases.OUTSIDE)),), *(self._row(card, None) for card in outside)]
        if not self.road.cards:
            return None
        columns = [
            Column(self.ours(road_phrases.COLUMN_CARD), 68),
            Column(self.ours(road_phrases.COLUMN_ENERGY), 21),
            Column(self.ours(road_phrases.COLUMN_WHY), 73),
        ]
        if not any(row[2].runs or row[2].note for row in rows if len(row) > 1):
            rows = [row[:2] for row in rows]
            columns = [replace(columns[0], share=141), columns[1]]
        blocks: list[Block] = [Table(tuple(columns), tuple(rows))]
        full = tuple(
            Entry(self.title(card.feature), self.paragraphs(card.why), facts=(self.ours(self._when(card)),))
            for card in self.in_time
            if len(card.why) > LONG
        )
        if full:
            blocks.append(Section(self.ours(road_phrases.WHY_IN_FULL), full))
        return Part(self.ours(road_phrases.BY_PERIOD), tuple(blocks))

    def _when(self, card: RoadCard) -> str:
        return self._span(*self.road.span(card))

    def _period_rows(self, period: Period) -> Iterator[tuple[Cell, ...]]:
        cards = self.begun.get(period.number, [])
        events = [event for event in self._events if period.holds(Month.of(event.on))]
        if not cards and not events:
            return
        stages = [
            self.stage_title(stage) for stage, span in self.road.stages.items() if period.meets(span.first, span.last)
        ]
        dated = [
            self.ours(road_phrases.EVENT, title=self.event_title(event), day=phrases.day(event.on)) for event in events
        ]
        yield (Cell(self.ours(self.period(period)), note=self.joined((*stages, *dated), "; ")),)
        for card in cards:
            yield self._row(card, period)

    def _row(self, card: RoadCard, period: Period | None) -> tuple[Cell, ...]:
        feature = self.features[card.feature]
        facts = list(self.own_fact(card.feature))
        first, last = self.road.span(card)
        if period is None:
            facts.append(self.ours(self._span(first, last)))
        elif last > period.last:
            facts.append(self.ours(road_phrases.UNTIL, month=month_words(last)))
        if name := self.person(card.owner):
            facts.append(self.ours(road_phrases.OWNER, name=name))
        why = self.theirs(card.why)
        if len(card.why) > LONG:
            why = self.ours(road_phrases.TOLD_BELOW, head=self.theirs(card.why[:LONG].rsplit(" ", 1)[0][:LONG]))
        ties = self.joined(self._ties(card), "\n")
        return (
            Cell(self.title(card.feature), feature.kind, self.joined(facts, "; ")),
            Cell(self.ours(str(card.energy))),
            Cell(why, note=ties) if why else Cell(ties),
        )

    def _ties(self, card: RoadCard) -> Iterator[Runs]:
        """Where a card comes from, what it needs first, and what it goes with; each with its reason."""
        yield self._origin(card)
        for kind, one, some in (
            (LinkKind.DEPENDENCY, road_phrases.NEEDS_WHY, road_phrases.NEEDS),
            (LinkKind.CONNECTION, road_phrases.GOES_WITH_WHY, road_phrases.GOES_WITH),
        ):
            bare: list[Runs] = []
            for link in self.road.links.values():
                ends = (link.first, link.second)
                told = link.second == card.id if kind is LinkKind.DEPENDENCY else card.id in ends
                if link.kind is not kind or not told:
                    continue
                other = self.road.cards[link.first if link.second == card.id else link.second]
                if why := self.theirs(link.why):
                    yield self.ours(one, title=self.title(other.feature), why=why)
                else:
                    bare.append(self.title(other.feature))
            if bare:
                yield self.ours(some, titles=self.listed(bare))

    def _origin(self, card: RoadCard) -> Runs:
        """Which tool left it to be worked on, and as what."""
        offer = self.offered.get(card.feature)
        if card.came_from == "diamond":
            place = self.diamond.place_of(card.feature)
            return self.ours(road_phrases.FROM_PLACE if place else road_phrases.FROM_DIAMOND, place=place or 0)
        if card.came_from == "quadrants":
            titles = [self.title(influence) for influence in offer.answers] if offer else []
            if titles:
                return self.ours(road_phrases.ANSWERS, titles=self.listed(titles))
            return self.ours(road_phrases.FROM_QUADRANTS)
        return ()

    # Whether it will work, and what to do

    def questions(self) -> Part | None:
        """Desirability, feasibility and viability: the verdict, the words, and who else to ask."""
        checks = self.session.boards.checks
        if not checks.answers:
            return None
        return Part(self.ours(road_phrases.QUESTIONS), tuple(self._question(lens, checks.of(lens)) for lens in Lens))

    def _question(self, lens: Lens, check: Check) -> Entry:
        tool = self.deck.tools.get(ROADMAP)
        words = next((words for words in tool.checks if words.lens is lens), None) if tool else None
        label = (self.decks(words.title) if words else ()) or self.ours(road_phrases.LENSES[lens])
        question = self.decks(words.question) if words else ()
        blocks: list[EntryBlock] = [*self.paragraphs(check.answer)]
        if who := self.theirs(check.who_else):
            blocks.append(Paragraph(self.ours(road_phrases.WHO_ELSE, words=who), Tone.ASIDE))
        if check == Check():
            return Entry(question or label, (self.remark(road_phrases.NO_ANSWER),), label=label if question else ())
        verdict = road_phrases.VERDICTS[check.verdict]
        if self.alone and check.verdict is Verdict.UNKNOWN:
            verdict = road_phrases.UNKNOWN_ALONE
        return Entry(question or label, tuple(blocks), label=label if question else (), facts=(self.ours(verdict),))

    def actions(self) -> Part | None:
        """What to do, who does it, and until when."""
        told = [action for action in self.session.actions.values() if action.text.strip()]
        if not told:
            return None
        owners = [self.person_first(each.owner) for each in told]
        columns = [Column(self.ours(road_phrases.COLUMN_ACTION), 86)]
        if any(owners):
            columns.append(Column(self.ours(road_phrases.COLUMN_OWNER), 34))
        if any(action.due for action in told):
            columns.append(Column(self.ours(road_phrases.COLUMN_DUE), 42))
        rows = []
        for action, owner in zip(told, owners, strict=True):
            cells = [Cell(self.theirs(action.text))]
            if any(owners):
                cells.append(Cell(owner or self.ours(road_phrases.NO_WORDS)))
            if any(each.due for each in told):
                cells.append(Cell(self.ours(phrases.day(action.due) if action.due else road_phrases.NO_WORDS)))
            rows.append(tuple(cells))
        return Part(self.ours(road_phrases.ACTIONS), (Table(tuple(columns), tuple(rows)),))
