"""The story at the front of a summary: what the tools came to, in a page at most, for somebody who was not there (R52).

By rule from the group's own placements, reasons, choices and energies. Each sentence says what an entry says, or quotes
the first sentence of a reason, or an action; nothing is praised, weighed or invented. A sentence of ours first says
what a board shows: whoever reads this page may read no other.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property

from innovate_tui.report import phrases, road_phrases, story_phrases
from innovate_tui.report.card_words import DIAMOND, QUADRANTS, ROADMAP, CardWords
from innovate_tui.report.document import Paragraph, Part, Runs, Section, text_of
from innovate_tui.workshop.checks import Lens, Verdict
from innovate_tui.workshop.diamond import BOTTOM, TOP
from innovate_tui.workshop.quadrants import Quadrant
from innovate_tui.workshop.road_wording import month_words
from innovate_tui.workshop.roadmap import Energy
from innovate_tui.workshop.spelling import called

BOTH_HIGH = Quadrant.HIGH_IMPORTANCE_HIGH_THREAT

LEAST = 4
"""Fewer sentences are no story: the boards say it."""
MOST = 1800
"""Characters of them all, but for what a board shows: more have no room on a page; the last of the longest part go."""
NAMED = 3
"""A sentence names up to so many cards, and counts the others."""
HELPS = 3
"""So many influences are told with what was chosen for them."""
LONGEST = 48
"""Characters of a name."""
WHOLE = 80
"""Characters of a name that is told whole, where it begins as another does."""
QUOTED = 140
"""Characters of a first sentence that is quoted; a longer one is not."""


class StoryParts(CardWords):
    """The story of one session."""

    def story(self) -> Part | None:
        """A paragraph for each tool that was begun, one for the questions and the actions; or nothing."""
        told = (
            (self.tool_title(DIAMOND), story_phrases.DIAMOND_SHOWS, list(self._diamond())),
            (self.tool_title(QUADRANTS), story_phrases.QUADRANTS_SHOW, list(self._quadrants())),
            (self.tool_title(ROADMAP), "", list(self._roadmap())),
            (self.ours(story_phrases.NEXT), "", list(self._next())),
        )
        if sum(len(sentences) for _, _, sentences in told) < LEAST:
            return None
        while sum(len(text_of(sentence)) for _, _, sentences in told for sentence in sentences) > MOST:
            max((sentences for _, _, sentences in told), key=lambda each: sum(map(len, map(text_of, each)))).pop()
        sections = tuple(
            Section(title, (Paragraph(self.joined(map(_ended, [self.ours(shows), *sentences]), " ")),))
            for title, shows, sentences in told
            if sentences
        )
        return Part(self.ours(story_phrases.TITLE), sections)

    # The diamond

    def _diamond(self) -> Iterator[Runs]:
        if DIAMOND not in self.told:
            return
        top = [card for place in TOP if (card := self.diamond.at(place))]
        bottom = [card for place in reversed(BOTTOM) if (card := self.diamond.at(place))]
        for cards, one, some in (
            (top, story_phrases.TOP_ONE, story_phrases.TOP),
            (bottom, story_phrases.BOTTOM_ONE, story_phrases.BOTTOM),
        ):
            if cards:
                yield self.ours(one if len(cards) == 1 else some, titles=self._some(cards))
                yield from self._quoted(cards[0], self.diamond.standing(cards[0]).why)
        against = [card for card in self.diamond.placed if self.diamond.standing(card).dissent.strip()]
        if against:
            alone = story_phrases.DISSENT_ALONE if len(against) == 1 else story_phrases.DISSENT_ALONE_SOME
            yield self.ours(alone if self.alone else story_phrases.DISSENT, titles=self._some(against))
        if bottom and self.road.cards:
            planned = {card.feature for card in self.road.cards.values()}
            yield from self._planned(bottom, [card for card in bottom if card in planned])

    def _planned(self, bottom: Sequence[str], taken: Sequence[str]) -> Iterator[Runs]:
        """Which of the cards at the bottom the roadmap takes up."""
        if len(bottom) == 1:
            yield self.ours(
                story_phrases.TAKEN_ONE if taken else story_phrases.NOT_TAKEN_ONE, titles=self._some(bottom)
            )
        elif len(taken) in (0, len(bottom)):
            yield self.ours(story_phrases.TAKEN_ALL if taken else story_phrases.TAKEN_NONE)
        else:
            yield self.ours(story_phrases.TAKEN_UP, titles=self._some(taken))
            left = [card for card in bottom if card not in taken]
            yield self.ours(story_phrases.NOT_TAKEN_UP, titles=self._some(left))

    def _quoted(self, card: str, why: str) -> Iterator[Runs]:
        """The first sentence of a reason, word for word, if it is short and whole."""
        words = self._first_sentence(why)
        if words:
            who = story_phrases.ME if self.alone else story_phrases.WE
            yield self.ours(story_phrases.BECAUSE, title=self._name(card), who=who, words=self.theirs(words))

    def _first_sentence(self, why: str) -> str:
        line = " ".join(why.strip().split("\n")[0].split())
        for number, letter in enumerate(line):
            if letter in ".!?" and line[number + 1 : number + 2] in ("", " ") and number > 12:
                return line[: number + 1] if number < QUOTED else ""
        return ""

    # The quadrants

    def _quadrants(self) -> Iterator[Runs]:
        if QUADRANTS not in self.told:
            return
        placed = self.quadrants.placed
        if not placed:
            return
        both = [card for card in placed if self.quadrants.position(card).quadrant is BOTH_HIGH]
        if both:
            yield self.ours(story_phrases.BOTH_ONE if len(both) == 1 else story_phrases.BOTH, titles=self._some(both))
        else:
            yield self.ours(story_phrases.NONE_BOTH)
        who = story_phrases.ME if self.alone else story_phrases.WE
        due = set(self.quadrants.due)
        answered = [card for card in placed if card in due and self.quadrants.helpers(card)]
        answered.sort(key=lambda card: card not in both)
        for card in answered[:HELPS]:
            helpers = self._some(self.quadrants.helpers(card))
            yield self.ours(story_phrases.HELPED, influence=self._name(card), who=who, titles=helpers)
        if rest := len(answered[HELPS:]):
            yield self.ours(story_phrases.HELPED_TOO_ONE if rest == 1 else story_phrases.HELPED_TOO, count=rest)
        if unanswered := self.quadrants.unanswered:
            words = story_phrases.NOT_HELPED if self.quadrants.fixed else story_phrases.NOT_HELPED_YET
            yield self.ours(words, titles=self._some(unanswered))

    # The roadmap

    def _roadmap(self) -> Iterator[Runs]:
        road = self.road
        if ROADMAP not in self.told or not road.cards:
            return
        if road.timeline is not None and road.timeline.months > 1:
            first, last = month_words(road.timeline.start), month_words(road.timeline.last)
            yield self.ours(story_phrases.RUNS, first=first, last=last)
            month = road.in_time[0].first
            begun = dict.fromkeys(card.feature for card in road.in_time if card.first == month)
            if month >= road.timeline.start:
                yield self.ours(story_phrases.BEGINS, month=month_words(month), titles=self._some(list(begun)))
        large = dict.fromkeys(card.feature for card in road.in_time if card.energy is Energy.LARGE)
        if large:
            yield self.ours(story_phrases.MUCH, titles=self._some(list(large)))
        counts: dict[str, int] = {}
        for card in road.in_time:
            counts[card.feature] = counts.get(card.feature, 0) + 1
        most = max(counts.values())
        often = [feature for feature, count in counts.items() if count == most]
        if most > 2 and len(often) == 1:
            yield self.ours(story_phrases.COMES_BACK, titles=self._name(often[0]), count=most)
        named = sorted((event for event in road.events.values() if event.title.strip()), key=lambda event: event.on)
        if named:
            first_event = named[0]
            title, day = self.theirs(_short(first_event.title)), phrases.day(first_event.on)
            yield self.ours(story_phrases.FIRST_EVENT, title=title, day=day)

    # What follows

    def _next(self) -> Iterator[Runs]:
        checks = self.session.boards.checks
        verdicts = [(lens, checks.of(lens).verdict) for lens in Lens if checks.of(lens).verdict is not None]
        if verdicts:
            told = [
                self.ours(story_phrases.VERDICT, lens=road_phrases.LENSES[lens].lower(), verdict=self._verdict(verdict))
                for lens, verdict in verdicts
            ]
            yield self.ours(story_phrases.VERDICTS, verdicts=self.joined(told, "; "))
        actions = [action for action in self.session.actions.values() if action.text.strip()]
        if actions:
            words = story_phrases.ACTIONS_ONE if len(actions) == 1 else story_phrases.ACTIONS
            yield self.ours(words, count=len(actions))
            dated = sorted((action.due, number) for number, action in enumerate(actions) if action.due)
            if dated:
                day, number = dated[0]
                yield self._first_due(phrases.day(day), actions[number].text.strip())

    def _first_due(self, day: str, text: str) -> Runs:
        """When the first action is due, and what it is, word for word, where that is short."""
        if "\n" in text or len(text) > QUOTED:
            return self.ours(story_phrases.FIRST_DUE, day=day)
        words = story_phrases.FIRST_DUE_SAYS if text[-1] in ".!?…" else story_phrases.FIRST_DUE_IS
        return self.ours(words, day=day, words=self.theirs(text))

    def _verdict(self, verdict: Verdict | None) -> str:
        if self.alone and verdict is Verdict.UNKNOWN:
            return road_phrases.UNKNOWN_ALONE
        return road_phrases.VERDICTS[verdict].lower()

    def _name(self, card: str) -> Runs:
        """A card inside a sentence: its title, or the name that it has on a board where that is long."""
        feature = self.features[card]
        name = called(feature)
        if name.endswith("…"):
            name = feature.title
        if name not in self._alike:
            name = _short(name)
        return self.theirs(name) if feature.own else self.decks(name)

    @cached_property
    def _alike(self) -> frozenset[str]:
        """The long titles that begin alike: cut, nobody could tell them apart, and so they are told whole."""
        titles = [feature.title for feature in self.features.values() if LONGEST < len(feature.title) <= WHOLE]
        counts = Counter(map(_short, titles))
        return frozenset(title for title in titles if counts[_short(title)] > 1)

    def _some(self, cards: Sequence[str]) -> Runs:
        """Cards by name; of many of them a few, and how many more."""
        titles = [self._name(card) for card in cards]
        if len(titles) > NAMED:
            titles = [*titles[: NAMED - 1], self.ours("{count} more", count=len(titles) - NAMED + 1)]
        return self.listed(titles)


def _short(name: str) -> str:
    """A name of so many characters at most; a longer one ends in an ellipsis, after a whole word if it can."""
    return name if len(name) <= LONGEST else f"{name[:LONGEST].rsplit(' ', 1)[0].rstrip(' ,.;:-·')}…"


def _ended(sentence: Runs) -> Runs:
    """A sentence without its full stop where the name before that ends in an ellipsis."""
    cut = len(sentence) > 1 and sentence[-1].text == "." and sentence[-2].text.endswith("…")
    return sentence[:-1] if cut else sentence
