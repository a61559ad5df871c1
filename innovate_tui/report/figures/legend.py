"""The legend under a board: only the signs that occur on it."""

from collections.abc import Mapping

from innovate_tui.report import lettering, phrases, road_phrases
from innovate_tui.report.document import DiamondPicture, Picture, PictureCard, RoadmapPicture
from innovate_tui.report.figures.marks import badge, speech, text_lines
from innovate_tui.report.figures.roadmap import RING, energy_bars, line
from innovate_tui.report.figures.shapes import Colour, Disc, Drawing, Mark, Stroke, Words, moved
from innovate_tui.workshop.features import Kind
from innovate_tui.workshop.roadmap import Energy, LinkKind

SIZE = 10.5
APART, CLOSEST = 10.0, 5.0
"""Between two signs; closer where that keeps all of them in one row."""


def legend(picture: Picture, kind_names: Mapping[Kind, str], w: float) -> Drawing:
    """One or two rows of signs with their words, one line 6 mm high each."""
    cards = _cards(picture)
    helpers = () if isinstance(picture, DiamondPicture) else tuple(h for each in picture.cards for h in each.helpers)
    kinds = {card.kind for card in cards} | ({Kind.NEXT_LEVEL} if helpers else set())
    items: list[tuple[float, list[Mark], str]] = [
        (6.0, badge(kind, 0, -3.3), kind_names.get(kind, str(kind))) for kind in Kind if kind in kinds
    ]
    if any([*(card.own for card in cards), *(helper.own for helper in helpers)]):
        dashes: list[Mark] = [Stroke(((0, -1.3), (8, -1.3)), weight=0.45, dash=(1.6, 1.0))]
        items.append((10.0, dashes, phrases.KEY_OWN_ALONE if picture.alone else phrases.KEY_OWN))
    if any(card.dissent for card in cards):
        items.append((6.0, [speech(0, -3.6)], phrases.KEY_DISSENT_ALONE if picture.alone else phrases.KEY_DISSENT))
    return _row(items, w)


def road_legend(picture: RoadmapPicture, kind_names: Mapping[Kind, str], w: float, *, rings: bool) -> Drawing:
    """The same for the roadmap, with what the sizes of cards, the lines between them and letters in `rings` say."""
    kinds = {each.card.kind for each in picture.cards}
    items: list[tuple[float, list[Mark], str]] = [
        (6.0, badge(kind, 0, -3.3), kind_names.get(kind, str(kind))) for kind in Kind if kind in kinds
    ]
    energies = {each.energy for each in picture.cards}
    names = zip(Energy, (road_phrases.KEY_SMALL, road_phrases.KEY_MEDIUM, road_phrases.KEY_LARGE), strict=True)
    items += [(5.4, energy_bars(each, 0, 0, Colour.INK), name) for each, name in names if each in energies]
    for kind, name in (
        (LinkKind.DEPENDENCY, road_phrases.KEY_NEEDED),
        (LinkKind.CONNECTION, road_phrases.KEY_GOES),
    ):
        if any(link.kind is kind for link in picture.links):
            items.append((12.0, list(line(((0.0, -1.3), (9.6, -1.3)), kind)), name))
    if rings:
        ring: list[Mark] = [
            Disc(RING, -1.3, RING, Colour.PAPER, Colour.INK, 0.4),
            *text_lines(("A",), RING, -1.3 - lettering.capital(10, True) / 2, 10, 5, bold=True, anchor="centre"),
        ]
        items.append((6.2, ring, road_phrases.KEY_RINGS))
    if any(each.card.own for each in picture.cards):
        dashes: list[Mark] = [Stroke(((0, -1.3), (8, -1.3)), weight=0.45, dash=(1.6, 1.0))]
        items.append((10.0, dashes, phrases.KEY_OWN_ALONE if picture.alone else phrases.KEY_OWN))
    return _row(items, w)


def _row(items: list[tuple[float, list[Mark], str]], w: float) -> Drawing:
    marks: list[Mark] = []
    longs = [indent + lettering.width(lettering.printed(said), SIZE) for indent, _, said in items]
    spare = (w - sum(longs)) / max(1, len(longs) - 1)
    x, y, between = 0.0, 4.0, spare if CLOSEST <= spare < APART else APART
    for (indent, drawn, said), long in zip(items, longs, strict=True):
        said = lettering.printed(said)
        if x and x + long > w + 0.01:
            x, y = 0.0, y + 6.0
        marks += (moved(mark, x, y) for mark in drawn)
        marks.append(Words(x + indent, y, said, SIZE, colour=Colour.QUIET))
        x += long + between
    return Drawing(w, y + 2.0 if items else 0.0, tuple(marks))


def _cards(picture: Picture) -> tuple[PictureCard, ...]:
    if isinstance(picture, DiamondPicture):
        return tuple(picture.cards.values())
    return tuple(each.card for each in picture.cards)
