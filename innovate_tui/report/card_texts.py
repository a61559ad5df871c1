"""The full texts of the cards that the group used, for those who were not in the room; only where somebody wants them.

Each card keeps its source's heading (C6): what a deck says a summary is based on stands above it, once.
"""

from collections.abc import Iterator
from itertools import groupby

from innovate_tui.report.card_words import CardWords
from innovate_tui.report.document import Entry, ItemList, Paragraph, Part, Runs, Told, Tone
from innovate_tui.report.pack_phrases import QUESTION, TAKEAWAY
from innovate_tui.workshop.features import Feature
from innovate_tui.workshop.prose import blocks

CARDS_IN_FULL = "The cards in full"


class CardTexts(CardWords):
    """The cards of one session."""

    def part(self) -> Part | None:
        """Every card of the deck that stands on a board, in the order of the deck."""
        shown = [card for card in self.deck.features if self.session.boards.shows(card.id) and card.summary.strip()]
        if not self.session.included.cards or not shown:
            return None
        return Part(self.ours(CARDS_IN_FULL), tuple(map(self._card, shown)), opens_page=True)

    def _card(self, card: Feature) -> Entry:
        words = self.deck.kinds.get(card.kind)
        said = tuple(self._prose(card.summary))
        more = tuple(
            Told(self.ours(name), (Paragraph(told),))
            for name, text in ((TAKEAWAY, card.takeaway), (QUESTION, card.question))
            if (told := self.decks(text))
        )
        source = self.decks(card.based_on) or self.decks(words.summaries if words else "")
        above = (Paragraph(source, Tone.ASIDE),) if source else ()
        facts = (self.decks(words.name),) if words else ()
        return Entry(self.decks(card.title), (*above, *said, *more), kind=card.kind, facts=facts)

    def _prose(self, text: str) -> Iterator[Paragraph | ItemList | Told]:
        """Running text; what stands under a sub-heading is told under it."""
        name: Runs = ()
        under: list[Paragraph | ItemList] = []
        for sort, together in groupby(blocks(text), lambda block: block.kind):
            found = [self.decks(block.text) for block in together]
            if sort == "heading":
                yield from (Told(name, tuple(under)),) if name else under
                name, under = found[-1], []
            else:
                under += [ItemList(tuple(found))] if sort == "bullet" else [Paragraph(each) for each in found]
        yield from (Told(name, tuple(under)),) if name else under
