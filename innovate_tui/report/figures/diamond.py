"""The diamond with its cards, as large as a page allows."""

from innovate_tui.report import lettering, phrases
from innovate_tui.report.document import DiamondPicture
from innovate_tui.report.figures.marks import empty_place, ranked_card, speech, text_lines
from innovate_tui.report.figures.shapes import Colour, Drawing, Mark, Words
from innovate_tui.workshop.diamond import PLACES, ROWS

GAP = 4.0
"""Between the cards of a row."""
ROW_GAP = 6.5
"""Between a row with its judgements and the next."""
JUDGEMENT = 5.2
"""The room under a card for its judgement."""


def diamond(picture: DiamondPicture, w: float, h: float) -> Drawing:
    """The diamond with its cards, filling `w` by `h`. The empty corners say how to read it."""
    card_w, row_h = (w - 2 * GAP) / 3, (h - (len(ROWS) - 1) * ROW_GAP) / len(ROWS)
    card_h = row_h - JUDGEMENT
    marks: list[Mark] = []
    for place, (x, y) in _card_corners(w, card_w, row_h + ROW_GAP).items():
        card = picture.cards.get(place)
        if card is None:
            marks += empty_place(place, x, y, card_w, card_h)
            continue
        title = lettering.printed(card.title.text)
        marks += ranked_card(card.kind, place, title, x, y, card_w, card_h, own=card.own)
        if card.judgement is not None:
            said = phrases.JUDGEMENTS[card.judgement]
            marks.append(Words(x, y + row_h - 0.6, said, 10, colour=Colour.QUIET))
        if card.dissent:
            marks.append(speech(x + card_w - 4.6, y + row_h - 4.1))
    side = (w - card_w) / 2 - 2 * GAP
    marks += _instruction(*phrases.STRONGEST, 0, side)
    marks += _instruction(*phrases.WEAKEST, 4 * (row_h + ROW_GAP), side)
    return Drawing(w, h, tuple(marks))


def _card_corners(w: float, card_w: float, step: float) -> dict[int, tuple[float, float]]:
    corners = {}
    for row, places in enumerate(ROWS):
        left = (w - len(places) * card_w - (len(places) - 1) * GAP) / 2
        for column, place in enumerate(places):
            corners[place] = (left + column * (card_w + GAP), row * step)
    assert tuple(corners) == PLACES
    return corners


def _instruction(title: str, words: str, y: float, w: float) -> list[Mark]:
    said = lettering.lines(words, w, 11)
    return [*text_lines((title,), 0, y + 0.5, 14, 7, bold=True), *text_lines(said, 0, y + 7.5, 11, 5)]
