"""The four quadrants drawn twice: large with every influence where it was put, and small with its sign only.

Importance runs from left to right, threat from bottom to top; both ends of both axes are worded. What was chosen to
help hangs under its influence, touching it. A card is moved only as far as it takes to be readable: the order of threat
is kept from top to bottom, that of importance from left to right, and no card leaves its quadrant. Where a quadrant is
crowded, cards shrink, then names become numbers; then the quadrant takes room from the others, and its cards stand in
two columns. What has no room even so is counted.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from innovate_tui.report import lettering, phrases
from innovate_tui.report.document import GridCard, PictureHelper, QuadrantsPicture, text_of
from innovate_tui.report.figures.marks import kind_card, speech, text_lines
from innovate_tui.report.figures.shapes import Box, Colour, Drawing, Mark, Shape, Stroke, Words, moved
from innovate_tui.report.lettering import LEADING, MM
from innovate_tui.workshop.features import Kind
from innovate_tui.workshop.quadrants import HIGH, MOST, Quadrant, quadrant_at

GUTTER, FOOT = 17.0, 8.0
"""The room for the words of the two axes."""
EDGE = 3.0
"""Between the lines of the grid and the cards."""
INDENT = 5.0
"""How far what hangs under an influence is drawn in."""
LEAST_CARD, MOST_CARD = 44.0, 70.5
REMARK = 5.2
"""The room under a card for a remark or a speech bubble."""
BETWEEN = 2.0
"""Between two columns of cards."""
ALL = 1_000_000


@dataclass(frozen=True, slots=True)
class Style:
    """One way to lay out a quadrant, from roomy to crowded."""

    head: float
    sizes: tuple[float, ...]
    strip: float
    strip_sizes: tuple[float, ...]
    gap: float
    most: int = ALL
    """How many helpers of an influence are named; 1 is none of them, only their number."""
    columns: int = 1
    least: float = 0.0
    """How wide a card must be for this, at least."""


ROOMY = Style(12, (14, 13, 12, 11), 8, (12, 11, 10), 2.5)
TIGHT = Style(10, (13, 12, 11, 10), 6.4, (11, 10), 1.8)
COUNTED = (11.0, 10.0), 5.6, (10.0,)
STYLES = (
    ROOMY,
    TIGHT,
    *(Style(10, (13, 12, 11, 10), 6.4, (11, 10), 1.8, most) for most in (4, 3, 2, 1)),
    Style(13, *COUNTED, 1.6, 1, 2, LEAST_CARD),
    Style(10.4, *COUNTED, 1.4, 1, 2, LEAST_CARD),
    Style(13, *COUNTED, 1.6, 1, 2),
    Style(9, *COUNTED, 1.2, 1, 2),
    Style(8.8, (10.0,), 5.0, (10.0,), 0.6, 1, 2),
)


@dataclass(frozen=True, slots=True)
class Area:
    """Where the cards of a quadrant may stand."""

    x: float
    y: float
    w: float
    h: float


MIDDLES = (0.5, 0.4, 0.6, 0.34, 0.66)
"""Where the middle lines may stand, as a share of the grid: off its middle only where a quadrant is crowded."""
CROWDED = next(number for number, style in enumerate(STYLES) if style.columns > 1)
"""The first style in two columns: rather than that, a crowded quadrant takes room from the others."""


def quadrants(picture: QuadrantsPicture, w: float, h: float) -> Drawing:
    """The grid with its cards, filling `w` by `h`."""
    wide, high = w - GUTTER, h - FOOT
    cards = {quadrant: _in(picture, quadrant) for quadrant in Quadrant}
    fields = _fields(picture, cards, wide, high)
    shaded = fields[Quadrant.HIGH_IMPORTANCE_HIGH_THREAT]
    marks: list[Mark] = [
        Box(shaded.x, 0, shaded.w, shaded.h, Colour.PANEL),
        Box(GUTTER, 0, wide, high, None, Colour.INK, 0.35),
        Stroke(((shaded.x, 0), (shaded.x, high)), weight=0.35),
        Stroke(((GUTTER, shaded.h), (w, shaded.h)), weight=0.35),
        *_importance_axis(picture, w, h),
        *_threat_axis(picture, high),
    ]
    for meant in (True, False):
        labels = {quadrant: _label(picture, quadrant, field.w, meant) for quadrant, field in fields.items()}
        areas = {quadrant: _area(field, labels[quadrant][1]) for quadrant, field in fields.items()}
        if not meant or not any(_style(cards[quadrant], area, picture.fixed) for quadrant, area in areas.items()):
            break
    for quadrant, field in fields.items():
        marks += (moved(mark, field.x, field.y) for mark in labels[quadrant][0])
        marks += _settled(cards[quadrant], areas[quadrant], quadrant, picture.fixed)
    return Drawing(w, h, tuple(marks))


def _fields(
    picture: QuadrantsPicture, cards: Mapping[Quadrant, Sequence[GridCard]], wide: float, high: float
) -> dict[Quadrant, Area]:
    """The four fields of the grid: of one size, or else the crowded ones larger, as far as it helps."""
    best: dict[Quadrant, Area] = {}
    least = (0, 0, 0.0)
    for across, down in sorted(product(MIDDLES, MIDDLES), key=lambda shares: sum(abs(s - 0.5) for s in shares)):
        x, y = wide * across, high * down
        fields = {
            quadrant: Area(
                GUTTER + x * quadrant.important,
                y * (not quadrant.threatening),
                wide - x if quadrant.important else x,
                y if quadrant.threatening else high - y,
            )
            for quadrant in Quadrant
        }
        styles = [
            _style(cards[quadrant], _area(field, _label(picture, quadrant, field.w, False)[1]), picture.fixed)
            for quadrant, field in fields.items()
        ]
        cost = (max(styles), sum(styles), abs(across - 0.5) + abs(down - 0.5))
        if not best or cost < least:
            best, least = fields, cost
        if max(styles) < CROWDED:
            break
    return best


def _area(field: Area, label: float) -> Area:
    """What of a field is left to its cards."""
    return Area(field.x + EDGE, field.y + label, field.w - 2 * EDGE, field.h - label - EDGE)


def _style(cards: Sequence[GridCard], area: Area, fixed: bool) -> int:
    """How crowded a quadrant is: the number of the first style in which all its cards have room.

    Beyond the last of them it is a number for each millimetre that is missing.
    """
    for number, style in enumerate(STYLES):
        columns = _columns(cards, style, fixed)
        if _fits(columns, style, area):
            return number
    return len(STYLES) + int(max(_needed(blocks, style) for blocks in columns) - area.h)


def _in(picture: QuadrantsPicture, quadrant: Quadrant) -> list[GridCard]:
    """The cards of a quadrant from the top of the page down: the greatest threat first."""
    cards = [card for card in picture.cards if quadrant_at(card.importance, card.threat) is quadrant]
    return sorted(cards, key=lambda card: (-card.threat, -card.importance))


def _label(picture: QuadrantsPicture, quadrant: Quadrant, w: float, meant: bool) -> tuple[list[Mark], float]:
    """What a quadrant is called, its position, with what it means where there is room; and how high that is."""
    field = picture.fields[quadrant]
    wide = w - 2 * EDGE
    size, lines = lettering.fit(lettering.printed(text_of(field.name)), wide, 10.0, (12, 11, 10))
    if called := lettering.printed(text_of(field.called)):
        lines = [*lettering.cut(called, wide, 1, size, True), *lines]
    said = text_lines(lines, EDGE, 3.0, size, 5.0, bold=True)
    high = 4.0 + 5.0 * len(lines)
    if meant and (meaning := lettering.printed(text_of(field.meaning))):
        said += text_lines(lettering.cut(meaning, wide, 2, 10), EDGE, high - 0.6, 10, 4.4, colour=Colour.QUIET)
        high += 4.4 * 2 + 1.0
    return said, high


# The axes


def _importance_axis(picture: QuadrantsPicture, w: float, h: float) -> list[Mark]:
    """Under the grid: the low end on the left, the high end on the right, an arrow from one to the other."""
    low, high = (_said_end(text_of(runs), w / 3) for runs in picture.importance)
    base = h - 1.5
    start = GUTTER + lettering.width(low, 11, True) + 4
    end = w - lettering.width(high, 11, True) - 4
    y = base - lettering.capital(11, True) / 2
    return [
        Words(GUTTER, base, low, 11, True),
        Words(w, base, high, 11, True, anchor="right"),
        Stroke(((start, y), (end - 2, y)), weight=0.4),
        Shape(((end, y), (end - 2.8, y - 1.5), (end - 2.8, y + 1.5)), Colour.INK),
    ]


def _said_end(text: str, wide: float) -> str:
    return lettering.cut(_capital(lettering.printed(text)), wide, 1, 11, True)[0]


def _threat_axis(picture: QuadrantsPicture, foot: float) -> list[Mark]:
    """On the left of the grid: the high end at the top, the low end at the bottom, an arrow from it upward."""
    wide = GUTTER - EDGE
    (low_size, low), (high_size, high) = (
        lettering.fit(_capital(lettering.printed(text_of(runs))), wide, 14.0, (11, 10)) for runs in picture.threat
    )
    low_step, high_step = (size * MM * LEADING for size in (low_size, high_size))
    low_top = foot - lettering.capital(low_size, True) - (len(low) - 1) * low_step
    start, end = low_top - 4, lettering.capital(high_size, True) + (len(high) - 1) * high_step + 4
    x = 4.0
    return [
        *text_lines(high, 0, 0, high_size, high_step, bold=True),
        *text_lines(low, 0, low_top, low_size, low_step, bold=True),
        Stroke(((x, start), (x, end + 2)), weight=0.4),
        Shape(((x, end), (x - 1.5, end + 2.8), (x + 1.5, end + 2.8)), Colour.INK),
    ]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


# The cards


class _Block:
    """An influence with what hangs under it, in one style."""

    def __init__(self, card: GridCard, style: Style, fixed: bool) -> None:
        self.card = card
        self.style = style
        named = card.helpers if len(card.helpers) <= style.most and style.most > 1 else card.helpers[: style.most - 1]
        self.named: tuple[PictureHelper, ...] = named
        self.counted = len(card.helpers) - len(named)
        self.remark = ""
        if card.unanswered:
            self.remark = phrases.NOTHING_CHOSEN if fixed else phrases.NOTHING_CHOSEN_YET
        under = style.strip * (len(named) + bool(self.counted))
        self.high = style.head + max(under, REMARK if card.card.dissent or self.remark else 0.0)

    @property
    def more(self) -> str:
        """The number of helpers that are not named."""
        words = phrases.MORE_TO_HELP if self.named else phrases.TO_HELP
        return words.replace("{count}", str(self.counted))

    def wide(self) -> float:
        """No wider than its words need, so that it can stand near its true place."""
        title = lettering.balanced(lettering.printed(self.card.card.title.text), MOST_CARD - 9.6, 14, True)
        needs = [max(lettering.width(line, 14, True) for line in title) + 9.8 if title else LEAST_CARD]
        needs += [lettering.width(_short(helper), 12, True) + INDENT + 9.8 for helper in self.named]
        return min(max(*needs, LEAST_CARD), MOST_CARD)

    def marks(self, x: float, y: float, w: float) -> list[Mark]:
        """All of it, its upper left corner at a point."""
        card, style = self.card.card, self.style
        title = lettering.printed(card.title.text)
        marks = kind_card(card.kind, title, x, y, w, style.head, style.sizes, own=card.own, like=card.like)
        foot = y + style.head
        strips = [(_short(helper), helper.own, helper.like) for helper in self.named]
        strips += [(self.more, False, 0)] if self.counted else []
        for number, (text, own, like) in enumerate(strips):
            top = foot + number * style.strip
            box = (x + INDENT, top, w - INDENT, style.strip)
            marks += kind_card(Kind.NEXT_LEVEL, text, *box, style.strip_sizes, own=own, like=like)
        if self.remark:
            beside = INDENT + (1.2 if card.dissent else 0.0)
            marks += text_lines(
                lettering.cut(self.remark, w - beside, 1, 10), x + beside, foot + 1.4, 10, REMARK, colour=Colour.QUIET
            )
        if card.dissent:
            marks.append(speech(x + 0.1, foot + 0.7))
        return marks


def _short(helper: PictureHelper) -> str:
    """A helper's title where it stands on one line, or else its short name, where it has one."""
    title, short = lettering.printed(helper.title.text), lettering.printed(helper.short.text)
    stands = lettering.width(title, 11, True) <= MOST_CARD - INDENT - 9.8
    return title if stands or short.endswith("…") else short


def _needed(blocks: Sequence[_Block], style: Style) -> float:
    """The height of blocks one under the other."""
    return sum(block.high for block in blocks) + style.gap * max(0, len(blocks) - 1)


def _fits(columns: Sequence[Sequence[_Block]], style: Style, area: Area) -> bool:
    """Whether all blocks have room."""
    wide = (area.w - BETWEEN * (style.columns - 1)) / style.columns
    return wide >= style.least and all(_needed(blocks, style) <= area.h for blocks in columns)


def _settled(cards: Sequence[GridCard], area: Area, quadrant: Quadrant, fixed: bool) -> list[Mark]:
    """The cards of a quadrant in the first style in which all of them have room; in the last, as many as have."""
    for style in STYLES:
        columns = _columns(cards, style, fixed)
        if _fits(columns, style, area):
            return _placed(columns, area, quadrant)
    shown = list(cards)
    room = Area(area.x, area.y, area.w, area.h - REMARK)
    while any(_needed(blocks, style) > room.h for blocks in columns):
        del shown[-1]
        columns = _columns(shown, style, fixed)
    more = phrases.MORE_INFLUENCES.replace("{count}", str(len(cards) - len(shown)))
    said = text_lines((more,), area.x, area.y + area.h - 2.4, 10, REMARK, colour=Colour.QUIET)
    return [*_placed(columns, room, quadrant), *said]


def _columns(cards: Sequence[GridCard], style: Style, fixed: bool) -> list[list[_Block]]:
    """The cards as blocks; in two columns the more important half stands on the right."""
    blocks = [_Block(card, style, fixed) for card in cards]
    if style.columns == 1:
        return [blocks]
    by_importance = sorted(blocks, key=lambda block: block.card.importance)
    left = {id(block) for block in by_importance[: len(blocks) // 2]}
    return [[block for block in blocks if (id(block) in left) == side] for side in (True, False)]


def _placed(columns: Sequence[Sequence[_Block]], area: Area, quadrant: Quadrant) -> list[Mark]:
    """Blocks near their places: in one column each as far to the right as it is important."""
    marks: list[Mark] = []
    for number, blocks in enumerate(columns):
        if not blocks:
            continue
        ideals = [
            (1 - _share(block.card.threat, quadrant.threatening)) * (area.h - block.style.head) for block in blocks
        ]
        tops = pushed_apart(ideals, [block.high for block in blocks], blocks[0].style.gap, area.h)
        wide = (area.w - BETWEEN * (len(columns) - 1)) / len(columns)
        if len(columns) == 1:
            wide = min(wide, max(block.wide() for block in blocks))
        for block, top in zip(blocks, tops, strict=True):
            across = _share(block.card.importance, quadrant.important) * (area.w - wide)
            x = area.x + (across if len(columns) == 1 else number * (wide + BETWEEN))
            marks += block.marks(x, area.y + top, wide)
    return marks


def _share(value: int, high: bool) -> float:
    """How far a value lies from the low end of its half to the high end of it."""
    return (value - HIGH) / (MOST - HIGH) if high else value / (HIGH - 1)


def pushed_apart(ideals: Sequence[float], heights: Sequence[float], gap: float, room: float) -> list[float]:
    """Tops as near to the ideal ones as they can be, in the same order, `gap` apart and within the room.

    Least squares: what overlaps is pooled and stands round its common mean.
    """
    offsets = [0.0]
    for high in heights[:-1]:
        offsets.append(offsets[-1] + high + gap)
    slack = max(0.0, room - offsets[-1] - heights[-1])
    pools: list[tuple[float, int]] = []
    for ideal, offset in zip(ideals, offsets, strict=True):
        pools.append((ideal - offset, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (before, many), (last, few) = pools[-2], pools[-1]
            pools[-2:] = [((before * many + last * few) / (many + few), many + few)]
    starts = [min(max(start, 0.0), slack) for start, count in pools for _ in range(count)]
    return [start + offset for start, offset in zip(starts, offsets, strict=True)]
