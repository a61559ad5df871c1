"""The roadmap drawn: stages and events above, periods across, cards as large as their energy, and lines between them.

A card begins at its left edge; how wide it is says how much energy it takes, not how long. Where the cards have no
room, or the months would be too narrow to read, the timeline is folded over several sheets of about equal length; a
line that would run from one sheet to another ends in the same letter in a ring on both. What has no room even so is
counted.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import cos, hypot, pi, sin

from innovate_tui.report import lettering, road_phrases
from innovate_tui.report.document import PictureLink, RoadmapPicture, TimedCard
from innovate_tui.report.figures.marks import LOOKS, kind_card, text_lines
from innovate_tui.report.figures.road_lanes import Slot, Spot, fits, lanes, packed
from innovate_tui.report.figures.road_routes import routes
from innovate_tui.report.figures.shapes import Box, Colour, Disc, Drawing, Mark, Point, Shape, Stroke, Words
from innovate_tui.workshop.road_wording import short_month
from innovate_tui.workshop.roadmap import Energy, LinkKind
from innovate_tui.workshop.timeline import Month, Period

STAGE_ROW, AXIS, EVENT_ROW = 8.4, 11.0, 5.6
LEAST_PERIOD = 8.5
"""How narrow a period may be: three letters have room in it."""
MOST_MONTHS = 36
"""On one sheet, where it can be folded."""
MOST_SHEETS = 12
MOST_EVENT_ROWS = 3
FOOT = 5.0
"""What is kept free below for a line of words."""
RING = 2.3
"""Round a letter."""
MOST_LINKS = 60
"""More lines than this on one sheet would be a tangle."""
MOST_RINGS = 8
"""So many of the lines that are not drawn end in letters; of the others it is said that the table tells them."""

Sizes = Mapping[Energy, tuple[float, float, tuple[float, ...]]]
"""Width, height and sizes of the title of a card, by its energy."""
_SMALL, _MEDIUM, _LARGE = (12.0, 11.0, 10.0), (14.0, 13.0, 12.0, 11.0, 10.0), (16.0, 15.0, 14.0, 13.0, 12.0, 11.0, 10.0)
LAYOUTS: tuple[tuple[int, Sizes], ...] = (
    (
        5,
        {
            Energy.SMALL: (36.0, 12.0, _SMALL),
            Energy.MEDIUM: (42.0, 15.6, _MEDIUM),
            Energy.LARGE: (49.5, 19.5, _LARGE),
        },
    ),
    (
        6,
        {
            Energy.SMALL: (34.5, 11.0, _SMALL),
            Energy.MEDIUM: (40.0, 13.8, _MEDIUM),
            Energy.LARGE: (46.5, 16.6, _LARGE),
        },
    ),
    (
        7,
        {
            Energy.SMALL: (31.5, 10.4, _SMALL),
            Energy.MEDIUM: (37.0, 12.4, _MEDIUM),
            Energy.LARGE: (43.5, 14.4, _LARGE),
        },
    ),
)
"""Rows and sizes of cards, from roomy to crowded."""


@dataclass(frozen=True, slots=True)
class Fold:
    """What of the timeline stands on one sheet."""

    periods: tuple[Period, ...]
    w: float

    @property
    def first(self) -> Month:
        return self.periods[0].first

    @property
    def last(self) -> Month:
        return self.periods[-1].last

    @property
    def month(self) -> float:
        """How wide a month is."""
        return self.w / (self.last - self.first + 1)

    def at(self, month: Month) -> float:
        """Where a month begins."""
        return (month - self.first) * self.month

    def on(self, day: date) -> float:
        """Where a day lies."""
        return self.at(Month.of(day)) + (day.day - 1) / 31 * self.month

    def holds(self, month: Month) -> bool:
        """Whether a month is on this sheet."""
        return self.first <= month <= self.last


def sheets(picture: RoadmapPicture, w: float, h: float) -> tuple[Drawing, ...]:
    """The roadmap on as many sheets of `w` by `h` as it needs."""
    folds = _folds(picture, w)
    folds = [fold for fold in folds if _used(picture, fold)] or folds
    cards = [_on(picture, fold) for fold in folds]
    drawn = {card.id: number for number, here in enumerate(cards) for card in here}
    far = [link for link in picture.links if link.first in drawn and link.second in drawn]
    far = [link for link in far if drawn[link.first] != drawn[link.second]]
    letters = {link: _letter(number) for number, link in enumerate(far)}
    return tuple(_Sheet(picture, fold, here, letters, h).drawing() for fold, here in zip(folds, cards, strict=True))


def _used(picture: RoadmapPicture, fold: Fold) -> bool:
    """Whether a card begins on a sheet, or an event lies on it."""
    return bool(_on(picture, fold)) or any(fold.holds(Month.of(event.on)) for event in picture.events)


def _letter(number: int) -> str:
    return chr(65 + number) if number < 26 else str(number - 25)


def _on(picture: RoadmapPicture, fold: Fold) -> list[TimedCard]:
    return [card for card in picture.cards if fold.holds(card.first)]


def _folds(picture: RoadmapPicture, w: float) -> list[Fold]:
    """The timeline on as few sheets as give its cards and its periods room."""
    periods, months = picture.timeline.periods, picture.timeline.months
    folds: list[Fold] = []
    for count in range(1, min(MOST_SHEETS, len(periods)) + 1):
        parts: list[list[Period]] = [[] for _ in range(count)]
        for period in periods:
            middle = period.first - picture.timeline.start + period.months / 2
            parts[min(count - 1, int(middle * count / months))].append(period)
        folds = [Fold(tuple(part), w) for part in parts if part]
        rows, sizes = LAYOUTS[-1]
        if all(_readable(fold) and fits(_slots(picture, fold, sizes), rows, w) for fold in folds):
            break
    return folds


def _readable(fold: Fold) -> bool:
    if len(fold.periods) == 1:
        return True
    narrow = min(period.months for period in fold.periods[:-1]) * fold.month
    return narrow >= LEAST_PERIOD and fold.last - fold.first < MOST_MONTHS


def _slots(picture: RoadmapPicture, fold: Fold, sizes: Sizes) -> list[Slot]:
    """The cards of a sheet as they want to stand; one may be pushed to the right within the period it begins in."""
    slots = []
    for card in _on(picture, fold):
        wide, high, _ = sizes[card.energy]
        period = next(period for period in fold.periods if period.holds(card.first))
        x = min(fold.at(card.first) + 1.5, fold.w - wide)
        latest = min(fold.at(period.last) + fold.month - 6.0, fold.w - wide)
        slots.append(Slot(card.id, card.feature, x, latest, wide, high, None if card.lane is None else card.lane - 1))
    return slots


class _Sheet:
    """One sheet in the making."""

    def __init__(
        self,
        picture: RoadmapPicture,
        fold: Fold,
        cards: Sequence[TimedCard],
        letters: Mapping[PictureLink, str],
        h: float,
    ) -> None:
        self.picture, self.fold, self.h = picture, fold, h
        self.cards = {card.id: card for card in cards}
        self.letters = letters
        self.stages = [stage for stage in picture.stages if stage.first <= fold.last and fold.first <= stage.last]
        self.stage_rows = _rows([(fold.at(stage.first), fold.at(stage.last) + fold.month) for stage in self.stages])
        self.bands = STAGE_ROW * (max(self.stage_rows, default=-1) + 1)
        self.flags = list(self._flags())
        self.field = self.bands + AXIS + EVENT_ROW * (max((row for *_, row in self.flags), default=-1) + 1) + 1.0

    def drawing(self) -> Drawing:
        """All of it; where something has no room, how much that is stands below."""
        h, marks = self.h, self._marks()
        if self._left_out():
            self.h = h - FOOT
            marks = self._marks()
            if words := self._left_out():
                marks.append(Words(self.fold.w, h - 0.6, words, 11, anchor="right"))
        return Drawing(self.fold.w, h, tuple(marks))

    def _marks(self) -> list[Mark]:
        """The ground, what stands above, the lines, the cards."""
        boxes = self._boxes()
        marks = [*self._periods(), *self._bands(), *self._events(), *self._links(boxes)]
        for card, (x, y, w, h) in boxes.items():
            marks += _card(self.cards[card], x, y + self.field, w, h, self.sizes)
        marks += self._rings(boxes)
        self.missing = len(self.cards) - len(boxes)
        return marks

    def _left_out(self) -> str:
        """How many cards and links have no room here, in words."""
        counted = (
            (self.missing, road_phrases.MORE_CARD, road_phrases.MORE_CARDS),
            (self.untold, road_phrases.MORE_LINK, road_phrases.MORE_LINKS),
        )
        told = [
            (one if number == 1 else many).replace("{count}", str(number)) for number, one, many in counted if number
        ]
        return road_phrases.TOLD_IN_TABLE.replace("{what}", " and ".join(told)) if told else ""

    # What stands above

    def _periods(self) -> Iterator[Mark]:
        """Every second period shaded; its name, and its year where a year begins."""
        fold, top = self.fold, self.bands
        for period in fold.periods:
            x, wide = fold.at(period.first), period.months * fold.month
            if period.number % 2:
                yield Box(x, top, wide, self.h - top, Colour.PANEL)
            whole = _months(period)
            short = short_month(period.first)
            names = (name for name in (whole, short) if lettering.width(name, 11) <= wide - 1.6)
            yield Words(x + 1.2, top + 9.4, next(names, ""), 11)
        years = {period.first.year: period.first for period in reversed(fold.periods)}
        for year, first in years.items():
            begins = Month(year, 1) if fold.first <= Month(year, 1) else first
            x = fold.at(begins)
            if x:
                yield Stroke(((x, top), (x, self.h)), Colour.RULE, 0.4)
            if x + lettering.width(str(year), 11, True) + 1.4 <= fold.w:
                yield Words(x + 1.2, top + 4.5, str(year), 11, True)
        yield Stroke(((0, top), (0, self.h)), Colour.INK, 0.5)

    def _bands(self) -> Iterator[Mark]:
        """The stages as arrows: an open end goes on over the edge of the sheet."""
        fold, foot = self.fold, STAGE_ROW - 1.4
        for stage, row in zip(self.stages, self.stage_rows, strict=True):
            y = row * STAGE_ROW
            x, x_2 = max(0.0, fold.at(stage.first)) + 0.4, min(fold.w, fold.at(stage.last) + fold.month) - 0.4
            tip = min(2.6, (x_2 - x) / 3)
            outline = ((x, y), (x_2 - tip, y), (x_2, y + foot / 2), (x_2 - tip, y + foot), (x, y + foot))
            yield Shape(outline, Colour.INK)
            room, text = x_2 - x - tip - 2.4, lettering.printed(stage.title.text)
            if room > 4:
                fitting = (size for size in (13.0, 12.0, 11.0) if lettering.width(text, size, True) <= room)
                size = next(fitting, 11.0)
                line = lettering.cut(text, room, 1, size, True)
                middle = y + (foot - lettering.capital(size, True)) / 2
                yield from text_lines(line, x + 2.0, middle, size, 5, bold=True, colour=Colour.PAPER)

    def _flags(self) -> Iterator[tuple[float, float, str, str, int]]:
        """Each event: where it lies, where its words begin, its title and day, and the row it stands in.

        One that has no room for words stands in the first row without any.
        """
        fold = self.fold
        ends = [-4.0] * MOST_EVENT_ROWS
        for event in sorted(self.picture.events, key=lambda event: event.on):
            if not fold.holds(Month.of(event.on)):
                continue
            x = fold.on(event.on)
            title = "".join(lettering.cut(lettering.printed(event.title.text), fold.w / 4, 1, 11, True))
            day = f", {event.on.day} {short_month(Month.of(event.on))} {event.on.year}"
            wide = lettering.width(title, 11, True) + lettering.width(day, 11)
            for row, end in enumerate(ends):
                right, left = x + 3.4, x - 3.4 - wide
                if right + wide <= fold.w and x - 2.2 >= end + 1:
                    ends[row] = right + wide
                    yield x, right, title, day, row
                    break
                if right + wide > fold.w and left >= end + 2:
                    ends[row] = x + 2.2
                    yield x, left, title, day, row
                    break
            else:
                yield x, 0.0, "", "", 0

    def _events(self) -> Iterator[Mark]:
        """A mark for every event with a dotted line down, and its words."""
        for x, *_, row in self.flags:
            y = self.bands + AXIS + EVENT_ROW * row + EVENT_ROW / 2
            edge = min(max(x, 0.0), self.fold.w)
            yield Stroke(((edge, y + 2.0), (edge, self.h)), Colour.INK, 0.4, (0.6, 1.2))
        for x, left, title, day, row in self.flags:
            y = self.bands + AXIS + EVENT_ROW * row + EVENT_ROW / 2
            yield Shape(((x, y - 2.0), (x + 2.0, y), (x, y + 2.0), (x - 2.0, y)), Colour.INK)
            if title:
                wide, base = lettering.width(title, 11, True), y + lettering.capital(11) / 2
                ground = wide + lettering.width(day, 11) + 0.8
                yield Box(left - 0.4, y - 2.3, ground, 4.6, Colour.PAPER)
                yield Words(left, base, title, 11, True)
                yield Words(left + wide, base, day, 11)

    # The cards

    def _boxes(self) -> dict[str, tuple[float, float, float, float]]:
        """Where each card stands, counted from the head of the field; those without room are left out."""
        fold = self.fold
        room = self.h - self.field
        where: dict[str, Spot] | None = None
        pairs = [(link.first, link.second) for link in self._near]
        for rows, sizes in LAYOUTS:
            self.sizes = sizes
            slots = _slots(self.picture, fold, sizes)
            if rows >= max((slot.lane + 1 for slot in slots if slot.lane is not None), default=0):
                where = lanes(slots, pairs, rows, fold.w)
            if where is not None:
                break
        if where is None:
            slots = [Slot(s.id, s.feature, s.x, s.latest, s.w, s.h) for s in slots]
            where = lanes(slots, pairs, rows, fold.w)
        if where is None:
            room -= 5.0
            slots = packed(slots, rows, fold.w)
            kept = {slot.id for slot in slots}
            where = lanes(slots, [pair for pair in pairs if kept >= set(pair)], rows, fold.w) or {}
        boxes = _stood(slots, where, rows, room, 0.0)
        ended = {card for link in self.letters for card in (link.first, link.second)}
        head = max((2 * RING + 0.4 - boxes[card][1] for card in ended if card in boxes), default=0.0)
        if head > 0:  # a ring of the first row stands above its card
            boxes = _stood(slots, where, rows, room, head / (1 - 0.5 / rows))
        return boxes

    @property
    def _near(self) -> list[PictureLink]:
        return [link for link in self.picture.links if link.first in self.cards and link.second in self.cards]

    def _links(self, boxes: Mapping[str, tuple[float, float, float, float]]) -> Iterator[Mark]:
        """The lines between the cards of this sheet, each with a white edge: a crossing reads as a bridge."""
        near = [link for link in self._near if link.first in boxes and link.second in boxes]
        self.unrouted = near[MOST_LINKS:]
        near = near[:MOST_LINKS]
        paths = routes(boxes, [(link.first, link.second) for link in near], self.fold.w, self.h - self.field)
        for link, path in zip(near, paths, strict=True):
            if path:
                yield from line([(x, y + self.field) for x, y in path], link.kind)
            else:
                self.unrouted.append(link)

    def _rings(self, boxes: Mapping[str, tuple[float, float, float, float]]) -> Iterator[Mark]:
        """The same letter in a ring at both ends of a line that is not drawn."""
        outs: dict[str, int] = {}
        ins: dict[str, int] = {}
        letters = dict(self.letters)
        for link in self.letters:
            outs[link.first], ins[link.second] = outs.get(link.first, 0) + 1, ins.get(link.second, 0) + 1
        self.untold = 0
        for link in self.unrouted:
            number = len(letters) - len(self.letters)
            if number < MOST_RINGS and outs.get(link.first, 0) < 3 and ins.get(link.second, 0) < 3:
                letters[link] = chr(97 + number)
                outs[link.first], ins[link.second] = outs.get(link.first, 0) + 1, ins.get(link.second, 0) + 1
            else:
                self.untold += 1
        outs, ins = {}, {}
        for link, letter in letters.items():
            for card, ends, leaves in ((link.first, outs, True), (link.second, ins, False)):
                if card not in boxes or ends.get(card, 0) > 3:
                    continue
                x, y, w, _ = boxes[card]
                step = 2.6 + 5.2 * ends.get(card, 0)
                ends[card] = ends.get(card, 0) + 1
                centre = x + w - step if leaves else x + step
                middle = self.field + max(y - RING - 0.2, RING + 0.2)  # on no letter of the title
                yield Disc(centre, middle, RING, Colour.PAPER, Colour.INK, 0.4)
                yield Words(centre, middle + lettering.capital(10, True) / 2, letter, 10, True, anchor="centre")


def _stood(
    slots: Sequence[Slot], where: Mapping[str, Spot], rows: int, room: float, head: float
) -> dict[str, tuple[float, float, float, float]]:
    """Where the cards of rows stand, of equal height below a head."""
    pitch, boxes = (room - head) / rows, {}
    for slot in slots:
        row, x = where[slot.id]
        high = min(slot.h, pitch - 3.0)
        boxes[slot.id] = (x, head + (row + 0.5) * pitch - high / 2, slot.w, high)
    return boxes


def _months(period: Period) -> str:
    first, last = short_month(period.first), short_month(period.last)
    return first if period.months == 1 else f"{first}–{last}"


def _rows(spans: Sequence[tuple[float, float]]) -> list[int]:
    """For each span the first row in which it overlaps none before it."""
    rows: list[int] = []
    for number, (start, end) in enumerate(spans):
        taken = {
            rows[other]
            for other, (start_2, end_2) in enumerate(spans[:number])
            if start < end_2 - 0.01 and start_2 < end - 0.01
        }
        rows.append(next(row for row in range(len(spans)) if row not in taken))
    return rows


def _card(card: TimedCard, x: float, y: float, w: float, h: float, sizes: Sizes) -> list[Mark]:
    """A card with its kind's sign on the band, and its energy in bars under the sign."""
    shown, look = card.card, LOOKS[card.card.kind]
    title = lettering.printed(card.short.text)
    marks = kind_card(shown.kind, title, x, y, w, h, sizes[card.energy][2], own=shown.own, like=shown.like)
    return [*marks, *energy_bars(card.energy, x + 0.7, y + h - 0.8, look.on_band)]


def energy_bars(energy: Energy, x: float, foot: float, colour: Colour) -> list[Mark]:
    """Three rising bars, one to three of them filled: 3.6 wide and 2.4 high."""
    bars: list[Mark] = []
    for number, high in enumerate((0.9, 1.6, 2.4)):
        left = x + number * 1.3
        if number < energy.weight:
            bars.append(Box(left, foot - high, 1.0, high, colour))
        else:
            bars.append(Box(left + 0.1, foot - high + 0.1, 0.8, high - 0.2, None, colour, 0.15))
    return bars


def line(path: Sequence[Point], kind: LinkKind) -> Iterator[Mark]:
    """A dependency is solid and ends in an arrow, a connection is dashed between two rings."""
    way = _rounded(path)
    (x, y), (x_2, y_2) = path[-2], path[-1]
    long = hypot(x_2 - x, y_2 - y) or 1.0
    dx, dy = (x_2 - x) / long, (y_2 - y) / long
    yield Stroke(way, Colour.PAPER, 1.8)
    if kind is LinkKind.DEPENDENCY:
        base = (x_2 - dx * min(2.2, long), y_2 - dy * min(2.2, long))
        yield Stroke((*way[:-1], base), Colour.INK, 0.55)
        yield Shape(
            ((x_2, y_2), (base[0] - dy * 1.3, base[1] + dx * 1.3), (base[0] + dy * 1.3, base[1] - dx * 1.3)), Colour.INK
        )
        return
    yield Stroke(way, Colour.INK, 0.55, (1.5, 1.1))
    for point, before in ((path[0], path[1]), (path[-1], path[-2])):
        away = hypot(before[0] - point[0], before[1] - point[1]) or 1.0
        centre = (
            point[0] + (before[0] - point[0]) / away * 0.9,
            point[1] + (before[1] - point[1]) / away * 0.9,
        )
        yield Disc(*centre, 0.9, Colour.PAPER, Colour.INK, 0.45)


def _rounded(path: Sequence[Point], radius: float = 1.8) -> tuple[Point, ...]:
    """The same way with its corners rounded."""
    points: list[Point] = [path[0]]
    for before, here, after in zip(path, path[1:], path[2:], strict=False):
        one, two = hypot(here[0] - before[0], here[1] - before[1]), hypot(after[0] - here[0], after[1] - here[1])
        r = min(radius, one / 2, two / 2)
        a = ((before[0] - here[0]) / one, (before[1] - here[1]) / one)
        b = ((after[0] - here[0]) / two, (after[1] - here[1]) / two)
        for step in range(5):
            angle = step / 4 * pi / 2
            u, v = r * (1 - sin(angle)), r * (1 - cos(angle))
            points.append((here[0] + a[0] * u + b[0] * v, here[1] + a[1] * u + b[1] * v))
    points.append(path[-1])
    return tuple(points)
