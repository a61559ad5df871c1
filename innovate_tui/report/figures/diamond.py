"""The diamond drawn twice: large with its cards, and small with its numbers only."""

from collections.abc import Mapping
from dataclasses import replace

from innovate_tui.report import lettering, phrases
from innovate_tui.report.document import DiamondPicture
from innovate_tui.report.figures.marks import badge, empty_place, ranked_card, speech, text_lines
from innovate_tui.report.figures.shapes import Colour, Drawing, Mark, Shape, Stroke, Words, dashed_outline
from innovate_tui.workshop.diamond import BOTTOM, PLACES, ROWS, TOP
from innovate_tui.workshop.features import Kind

GAP = 4.0
"""Between the cards of a row."""
ROW_GAP = 6.5
"""Between a row with its judgements and the next."""
JUDGEMENT = 5.2
"""The room under a card for its judgement."""
KEY_SIZE = 10.5
FILLED, OPEN = 0.965, 0.91
"""How much of its field a small lozenge fills: an empty one less, so that dashes do not lie beside dashes."""


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


def key(picture: DiamondPicture, kind_names: Mapping[Kind, str], w: float) -> Drawing:
    """The legend: only the signs that occur, one or two rows of them, one line 6 mm high each."""
    cards = picture.cards.values()
    items: list[tuple[float, list[Mark], str]] = [
        (6.0, badge(kind, 0, -3.3), kind_names.get(kind, str(kind)))
        for kind in Kind
        if any(card.kind is kind for card in cards)
    ]
    if any(card.own for card in cards):
        items.append(
            (
                10.0,
                [Stroke(((0, -1.3), (8, -1.3)), weight=0.45, dash=(1.6, 1.0))],
                phrases.KEY_OWN_ALONE if picture.alone else phrases.KEY_OWN,
            )
        )
    if any(card.dissent for card in cards):
        items.append((6.0, [speech(0, -3.6)], phrases.KEY_DISSENT_ALONE if picture.alone else phrases.KEY_DISSENT))
    marks: list[Mark] = []
    x, y, between = 0.0, 4.0, 10.0
    for indent, drawn, said in items:
        said = lettering.printed(said)
        long = indent + lettering.width(said, KEY_SIZE)
        if x and x + long > w:
            x, y = 0.0, y + 6.0
        marks += (moved(mark, x, y) for mark in drawn)
        marks.append(Words(x + indent, y, said, KEY_SIZE, colour=Colour.QUIET))
        x += long + between
    return Drawing(w, y + 2.0 if items else 0.0, tuple(marks))


def small_diamond(picture: DiamondPicture, w: float, h: float) -> Drawing:
    """Nine lozenges with numbers, `w` by `h`: 1 to 3 yellow, 4 to 6 pale, 7 to 9 ink, empty ones dashed."""
    half_w, half_h = w / 6, h / 6
    marks: list[Mark] = []
    for row, places in enumerate(ROWS):
        for column, place in enumerate(places):
            x = w / 2 + (2 * column - (len(places) - 1)) * half_w
            y = half_h * (row + 1)
            taken = place in picture.cards
            across, down = (side * (FILLED if taken else OPEN) for side in (half_w, half_h))
            corners = ((x, y - down), (x + across, y), (x, y + down), (x - across, y))
            fill, colour = _lozenge_colours(place) if taken else (Colour.PAPER, Colour.QUIET)
            if taken:
                marks.append(Shape(corners, fill, Colour.INK, 0.25))
            else:
                marks += dashed_outline(corners, colour=Colour.RULE, weight=0.3)
            top = y - lettering.capital(15, True) / 2
            marks += text_lines((str(place),), x, top, 15, 6, bold=True, colour=colour, anchor="centre")
    return Drawing(w, h, tuple(marks))


def moved(mark: Mark, dx: float, dy: float) -> Mark:
    """A mark somewhere else."""
    if isinstance(mark, Shape | Stroke):
        return replace(mark, points=tuple((x + dx, y + dy) for x, y in mark.points))
    return replace(mark, x=mark.x + dx, y=mark.y + dy)


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


def _lozenge_colours(place: int) -> tuple[Colour, Colour]:
    if place in TOP:
        return Colour.ENABLER, Colour.INK
    if place in BOTTOM:
        return Colour.INK, Colour.PAPER
    return Colour.ENABLER_FACE, Colour.INK
