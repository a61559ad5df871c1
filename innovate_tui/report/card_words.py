"""What is known of each card in a session: its name, its judgement, its reasons, and whether it was set aside."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from innovate_tui.report import phrases
from innovate_tui.report.document import Dissent, Paragraph, Runs
from innovate_tui.report.voices import Voices
from innovate_tui.workshop.deck import Deck
from innovate_tui.workshop.features import Feature, Judgement, Kind
from innovate_tui.workshop.reflections import Asked, asked
from innovate_tui.workshop.session import NOTHING, Session, cards_of

DIAMOND, QUADRANTS, ROADMAP = "diamond", "quadrants", "roadmap"


@dataclass(frozen=True)
class Known:
    """Every card of a session: found out once for a summary."""

    features: Mapping[str, Feature]
    """By id: the deck's, the group's own, and any that only the file knows."""
    tray: Sequence[str]
    """The cards that belong to the diamond, placed or not."""
    influences: Sequence[str]
    """The cards that belong to the grid, placed or not."""
    helpers: Sequence[str]
    """The cards that can be chosen to help with them."""


def known_cards(session: Session, deck: Deck) -> Known:
    """Every card of a session, and the board that it belongs to."""
    diamond, grid = session.boards.diamond, session.boards.quadrants
    features = dict(cards_of(session, deck).all)
    chosen = dict.fromkeys(helper for helpers in grid.mitigations.values() for helper in helpers)
    pressing = dict.fromkeys([*grid.cards, *grid.mitigations])
    for cards, kind in (
        ([*diamond.cards, *session.said], Kind.ENABLER),
        (pressing, Kind.INFLUENCE),
        (chosen, Kind.NEXT_LEVEL),
    ):
        for card in cards:
            if card not in features:
                features[card] = _stranger(session, card, kind)
    kinds = {card: feature.kind for card, feature in features.items()}
    tray = [card for card, kind in kinds.items() if kind is Kind.ENABLER]
    for placed in session.boards.roadmap.cards.values():
        if placed.feature not in features:
            features[placed.feature] = _stranger(session, placed.feature, Kind.ENABLER)
    return Known(
        features,
        [*tray, *(card for card in diamond.cards if card not in tray)],
        [card for card, kind in kinds.items() if kind is Kind.INFLUENCE or card in pressing],
        [card for card, kind in kinds.items() if kind is Kind.NEXT_LEVEL or card in chosen],
    )


def _stranger(session: Session, card: str, kind: Kind) -> Feature:
    """A card that the deck does not know, by what the session's file wrote in."""
    for known, titles in session.deck.titles.items():
        if card in titles:
            return Feature(card, titles[card], known)
    return Feature(card, card, kind)


class CardWords(Voices):
    """The cards of one session, as a summary tells of them."""

    def __init__(self, session: Session, deck: Deck, known: Known | None = None, *, notes_in: bool = True) -> None:
        super().__init__(session, deck)
        self.notes_in = notes_in
        """No note was left out."""
        self.diamond = session.boards.diamond
        self.quadrants = session.boards.quadrants
        self.road = session.boards.roadmap
        self.known = known or known_cards(session, deck)
        self.features = self.known.features
        self.tray, self.influences, self.helpers = self.known.tray, self.known.influences, self.known.helpers

    @cached_property
    def quadrants_begun(self) -> bool:
        """Somebody has done something with the quadrants."""
        grid = self.quadrants
        made = any(own.made_in == QUADRANTS for own in self.session.own.values())
        return bool(grid.cards or grid.mitigations or grid.fixed or made or self.answered(QUADRANTS))

    @cached_property
    def diamond_told(self) -> bool:
        """The diamond is told of: somebody has done something with it, or with no tool at all."""
        grid = {*self.influences, *self.helpers}
        said = any(self.session.about(card) != NOTHING for card in self.tray if card not in grid)
        made = any(own.made_in == DIAMOND for own in self.session.own.values())
        begun = self.diamond.cards or self.diamond.fixed or said or made or self.answered(DIAMOND)
        return bool(begun) or not (self.quadrants_begun or self.roadmap_told)

    @cached_property
    def roadmap_told(self) -> bool:
        """The roadmap is told of: it has a timeframe, or a card at least."""
        return self.road.timeline is not None or bool(self.road.cards)

    @cached_property
    def told(self) -> tuple[str, ...]:
        """The tools that the summary tells of, in order."""
        shown = ((DIAMOND, self.diamond_told), (QUADRANTS, self.quadrants_begun), (ROADMAP, self.roadmap_told))
        return tuple(tool for tool, told in shown if told)

    def asked(self, tool: str) -> list[Asked]:
        """The questions of a tool that were kept: those skipped are left out, answered or not."""
        words = self.deck.tools.get(tool)
        prompts = asked(tool, words.prompts if words else (), self.session.boards.reflections)
        return [prompt for prompt in prompts if not prompt.skipped and prompt.question.strip()]

    def answered(self, tool: str) -> bool:
        """Whether one of them at least was answered."""
        return any(prompt.answered for prompt in self.asked(tool))

    def tool_title(self, tool: str) -> Runs:
        """What the deck calls a tool."""
        words = self.deck.tools.get(tool)
        return (self.decks(words.title) if words else ()) or self.ours(phrases.TOOLS[tool])

    def title(self, card: str) -> Runs:
        """Its title, in whose words it is."""
        feature = self.features[card]
        return self.theirs(feature.title) if feature.own else self.decks(feature.title)

    def own_card(self) -> Runs:
        """That they made it themselves."""
        return self.ours(phrases.OWN_CARD_ALONE if self.alone else phrases.OWN_CARD)

    def judged(self, card: str) -> Judgement | None:
        """What it was judged to be; undecided is none."""
        return self.session.about(card).judgement

    def own_fact(self, card: str) -> tuple[Runs, ...]:
        """The same as a fact of the card, for those of which it is true."""
        return (self.own_card(),) if self.features[card].own else ()

    def why(self, card: str) -> tuple[Paragraph | Dissent, ...]:
        """Why it stands where it does on the diamond, and what others would say."""
        standing = self.diamond.standing(card)
        return self.reasons(standing.why, standing.dissent)

    def reasons(self, why: str, against: str) -> tuple[Paragraph | Dissent, ...]:
        """A reason, and what those who do not agree would say."""
        said: list[Paragraph | Dissent] = [*self.paragraphs(why)]
        if dissent := self.paragraphs(against):
            title = phrases.ALONE_DISSENT if self.alone else phrases.NOT_EVERYONE_AGREES
            said.append(Dissent(self.ours(title), dissent))
        return tuple(said)

    def noted(self, card: str) -> tuple[Paragraph, ...]:
        """Its note, after what the group wrote on a card of its own."""
        described = self.paragraphs(self.features[card].summary) if self.features[card].own else ()
        return described + self.paragraphs(self.session.about(card).note)

    def kind_name(self, card: str) -> Runs:
        """What the deck calls its kind."""
        kind = self.features[card].kind
        words = self.deck.kinds.get(kind)
        return self.decks(words.name if words else str(kind))

    def elsewhere(self, card: str) -> Runs:
        """Where a card is that is not on the diamond."""
        if card not in self.tray:
            return self.kind_name(card)
        return self.ours(phrases.SET_ASIDE if self.done else phrases.NOT_PLACED_YET)

    @property
    def done(self) -> bool:
        """What is not placed now was left out on purpose."""
        return self.diamond.fixed is not None or not self.diamond.free

    @property
    def reasoned(self) -> bool:
        """Something was written about at least one of the cards placed."""
        return any(self.why(card) for card in self.diamond.placed)

    def spoken_of(self) -> list[str]:
        """The cards that were judged, noted, given to somebody to read, or described by the group."""
        said = [card for card in self.features if self.session.about(card) != NOTHING]
        return said + [card for card in self.features if card not in said and self.noted(card)]

    def place_item(self, card: str | None) -> Runs:
        """What a place of the diamond holds, in one line."""
        if card is None:
            return self.ours(phrases.EMPTY_PLACE)
        feature, judged = self.features[card], self.judged(card)
        facts = [self.kind_name(card)]
        if judged is not None:
            facts.append(self.ours(phrases.JUDGEMENTS[judged].lower()))
        if feature.own:
            facts.append(self.own_card())
        if self.diamond.standing(card).dissent.strip():
            facts.append(self.ours(phrases.KEY_DISSENT_ALONE if self.alone else phrases.KEY_DISSENT))
        return self.ours(phrases.LISTED, title=self.title(card), facts=self.joined(facts, "; "))
