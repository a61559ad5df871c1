"""What is known of each card in a session: its name, its judgement, its reasons, and whether it was set aside."""

from innovate_tui.report import phrases
from innovate_tui.report.document import Dissent, Paragraph, Runs
from innovate_tui.report.voices import Voices
from innovate_tui.workshop.deck import Deck
from innovate_tui.workshop.features import Feature, Judgement, Kind
from innovate_tui.workshop.session import NOTHING, Session, cards_of


class CardWords(Voices):
    """The cards of one session, as a summary tells of them."""

    def __init__(self, session: Session, deck: Deck) -> None:
        super().__init__(session, deck)
        self.diamond = session.boards.diamond
        self.features = dict(cards_of(session, deck).all)
        """Every card by id: the deck's, the group's own, and any that only the file knows."""
        for card in [*self.diamond.cards, *session.said]:
            self.features.setdefault(card, self._stranger(card))
        self.tray = [card for card, feature in self.features.items() if feature.kind is Kind.ENABLER]
        """The cards that belong to the diamond, placed or not."""
        self.tray += [card for card in self.diamond.cards if card not in self.tray]

    def _stranger(self, card: str) -> Feature:
        """A card that the deck does not know, by what the session's file wrote in."""
        for kind, titles in self.session.deck.titles.items():
            if card in titles:
                return Feature(card, titles[card], kind)
        return Feature(card, card, Kind.ENABLER)

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
        """Why it stands where it does, and what others would say."""
        standing = self.diamond.standing(card)
        said: list[Paragraph | Dissent] = [*self.paragraphs(standing.why)]
        if dissent := self.paragraphs(standing.dissent):
            title = phrases.ALONE_DISSENT if self.alone else phrases.NOT_EVERYONE_AGREES
            said.append(Dissent(self.ours(title), dissent))
        return tuple(said)

    def noted(self, card: str) -> tuple[Paragraph, ...]:
        """Its note, after what the group wrote on a card of its own."""
        described = self.paragraphs(self.features[card].summary) if self.features[card].own else ()
        return described + self.paragraphs(self.session.about(card).note)

    def elsewhere(self, card: str) -> Runs:
        """Where a card is that is not on the diamond."""
        feature = self.features[card]
        if card not in self.tray:
            kind = self.deck.kinds.get(feature.kind)
            return self.decks(kind.name if kind else str(feature.kind))
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
        kind = self.deck.kinds.get(feature.kind)
        facts = [self.decks(kind.name if kind else str(feature.kind))]
        if judged is not None:
            facts.append(self.ours(phrases.JUDGEMENTS[judged].lower()))
        if feature.own:
            facts.append(self.own_card())
        if self.diamond.standing(card).dissent.strip():
            facts.append(self.ours(phrases.KEY_DISSENT_ALONE if self.alone else phrases.KEY_DISSENT))
        return self.ours(phrases.LISTED, title=self.title(card), facts=self.joined(facts, "; "))
