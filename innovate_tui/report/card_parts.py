"""What the summary says card by card: tables of what was judged and placed, and the notes."""

from collections.abc import Iterator
from dataclasses import replace

from innovate_tui.report import phrases
from innovate_tui.report.card_words import DIAMOND, QUADRANTS
from innovate_tui.report.document import Cell, Column, Entry, Part, Runs, Table
from innovate_tui.report.grid_words import GridWords


class CardParts(GridWords):
    """The cards of one session, whichever board they belong to."""

    def parts(self) -> Iterator[Part]:
        """The tables, and the notes."""
        spoken_of = self.spoken_of()
        if not spoken_of:
            return
        aside = self.diamond.set_aside(self.tray) if DIAMOND in self.told else ()
        on_board = (*self.diamond.placed, *aside, *self.quadrants.placed)
        listed = [*on_board, *(card for card in self.features if card not in on_board)]
        noted = [card for card in listed if self.noted(card)]
        tables = [table for table in (self._diamond_table(listed), self._grid_table(listed)) if table is not None]
        remark = () if noted or not self.notes_in else (self.remark(phrases.NO_NOTES),)
        if tables:
            yield Part(self.ours(phrases.CARDS), (*tables, *remark))
        if noted:
            own = phrases.OWN_CARDS_ALONE if self.alone else phrases.OWN_CARDS
            title = phrases.NOTES if self.notes_in else own
            yield Part(self.ours(title), tuple(self._note(card) for card in noted))

    def _diamond_table(self, listed: list[str]) -> Table | None:
        """The diamond's own cards, and others that were judged, or that the group made and no other board holds."""
        if DIAMOND not in self.told:
            return None
        elsewhere = {*self.influences, *self.helpers} if QUADRANTS in self.told else set()
        cards = [
            card
            for card in listed
            if card in self.tray or self.judged(card) is not None or (self.features[card].own and card not in elsewhere)
        ]
        if elsewhere and not set(cards) & {*self.spoken_of()}:
            return None
        columns = [(phrases.COLUMN_CARD, 40), (phrases.COLUMN_PLACE, 6), (phrases.COLUMN_JUDGEMENT, 21)]
        return self._table(columns, [self._diamond_row(card) for card in cards], cards)

    def _grid_table(self, listed: list[str]) -> Table | None:
        """Influences and what can help with them, where somebody read one or wrote of one."""
        if QUADRANTS not in self.told:
            return None
        cards = [card for kind in (self.influences, self.helpers) for card in listed if card in kind]
        cards = list(dict.fromkeys(cards))
        if not set(cards) & {*self.spoken_of()}:
            return None
        columns = [(phrases.COLUMN_CARD, 44), (phrases.COLUMN_GRID, 23)]
        return self._table(columns, [self._grid_row(card) for card in cards], cards)

    def _table(self, columns: list[tuple[str, int]], rows: list[tuple[Cell, ...]], cards: list[str]) -> Table:
        """A table of cards; who read which is a column where anybody did."""
        shown = [Column(self.ours(title), share) for title, share in columns]
        if any(self.session.expert_for(card) for card in cards):
            shares = (30, 6, 21) if len(columns) > 2 else (26, 31)
            shown = [replace(column, share=share) for column, share in zip(shown, shares, strict=True)]
            shown.append(Column(self.ours(phrases.COLUMN_EXPERT), 21))
            rows = [
                (*row, Cell(self.person_first(self.session.about(card).expert)))
                for row, card in zip(rows, cards, strict=True)
            ]
        return Table(tuple(shown), tuple(rows))

    def _card_cell(self, card: str) -> Cell:
        feature = self.features[card]
        return Cell(self.title(card), feature.kind, self.own_card() if feature.own else ())

    def _diamond_row(self, card: str) -> tuple[Cell, ...]:
        place, judged = self.diamond.place_of(card), self.judged(card)
        unjudged = phrases.NOT_JUDGED if card in self.tray else phrases.ON_NO_PLACE
        return (
            self._card_cell(card),
            Cell(self.ours(str(place) if place else phrases.ON_NO_PLACE)),
            Cell(self.ours(phrases.JUDGEMENTS[judged] if judged else unjudged)),
        )

    def _grid_row(self, card: str) -> tuple[Cell, ...]:
        return self._card_cell(card), Cell(self.capital(self._on_grid(card)))

    def _on_grid(self, card: str) -> Runs:
        """Where an influence stands, or for how many of them a next-level feature was chosen."""
        if card in self.influences:
            unplaced = phrases.SET_ASIDE if self.quadrants.fixed else phrases.NOT_PLACED_YET
            return self.stands(card) or self.ours(unplaced)
        count = len(self.quadrants.helped_by(card))
        return self.ours(phrases.CHOSEN_FOR[min(count, 2)], count=count)

    def _note(self, card: str) -> Entry:
        place, judged = self.diamond.place_of(card), self.judged(card)
        on_grid = self.capital(self.stands(card)) if place is None else ()
        facts = [self.ours(phrases.AT_PLACE, place=place) if place else on_grid or self.elsewhere(card)]
        if judged is not None:
            facts.append(self.ours(phrases.JUDGEMENTS[judged]))
        facts += self.own_fact(card)
        return Entry(self.title(card), self.noted(card), kind=self.features[card].kind, facts=tuple(facts))
