"""The timeline as a picture, and where things stand on it. Pure functions of scene, view and size.

Periods across, stages and events over them, lanes of cards in three heights, links between them; beneath, the chosen
card in words, or the tray where the cursor is in it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from innovate_tui.ui.cells import Picture, Sheet, fitted, wrapped
from innovate_tui.ui.widgets.beside_board import Box, guide_in, paint_guide
from innovate_tui.ui.widgets.frame import SIGNS
from innovate_tui.ui.widgets.road_lanes import ROWS, Standing
from innovate_tui.ui.widgets.road_links import Block, Wire, drawn
from innovate_tui.ui.widgets.road_scene import RoadScene, RoadView, Where, Zoomed, zoomed
from innovate_tui.ui.widgets.road_words import detail, name, origin_short
from innovate_tui.workshop.road_wording import STAGES, period_words
from innovate_tui.workshop.roadmap import LinkKind, RoadCard
from innovate_tui.workshop.stages import Stage
from innovate_tui.workshop.timeline import Month

MARGIN, GUTTER = 3, 2
PITCH, WIDEST = 15, 24
"""Columns of a period with its gutter, at least and at most."""
DIGITS = 9
"""Periods that a digit can name."""
GUIDE = 32
LIST_BELOW = (80, 20)
"""Columns and rows of the board below which it is a list (a window of 80×24 leaves it 80×20)."""
TALL = 34
EDGES = {1: "│", 2: "▌", 3: "▌"}


@dataclass(frozen=True, slots=True)
class RoadLayout:
    """Where everything stands at a size."""

    width: int
    height: int
    pitch: int
    columns: int
    """Periods in sight."""
    bands: int
    """Rows of stages."""
    events: int
    """Rows of events."""
    lanes: Box
    bottom: Box
    side: Box | None
    """The tray beside the chosen card, in a wide window."""
    guide: Box | None
    energy: bool
    as_list: bool

    @property
    def heads(self) -> int:
        """The first row of the stages."""
        return 2

    def x(self, column: int) -> int:
        """Where a column that is in sight begins, counted from the first one in sight."""
        return MARGIN + column * self.pitch


def road_layout(width: int, height: int, scene: RoadScene, view: RoadView, *, large: bool = False) -> RoadLayout:
    """Where everything stands."""
    listed = width < LIST_BELOW[0] or height < LIST_BELOW[1] - 2 * large
    guide = GUIDE if scene.guide and not listed and not large else 0
    field = width - guide
    periods = max(1, len(zoomed(scene, view).periods))
    columns = max(1, min(DIGITS, periods, (field - MARGIN + 1) // PITCH))
    pitch = min(WIDEST, (field - MARGIN) // columns)
    tall = height >= TALL
    bands = max(1, len(band_rows(scene))) if scene.road.timeline else 0
    events = _event_rows(scene, view, pitch, 3 if tall else 2) if scene.road.timeline else 0
    top = 2 + bands + events + 1
    below = 0 if large else 3 if height < 26 else 5 if not tall else 8
    wide = tall and width >= 120 and not large
    energy = tall and bool(scene.road.cards)
    room = height - top - below - (1 if below else 0) - (3 if energy else 0)
    bottom = Box(0, height - below, width - (width // 2 - 2 if wide else 0), below)
    side = Box(bottom.right, bottom.y, width - bottom.right, below) if wide else None
    if listed:
        below = 0 if large else 3
        lanes = Box(0, 0, width, height - below - (1 if below else 0))
        return RoadLayout(width, height, width, DIGITS, 0, 0, lanes, Box(0, height - below, width, below), None,
                          Box(0, 0, width, lanes.height) if scene.guide and not large else None,
                          energy=False, as_list=True)  # fmt: skip
    return RoadLayout(
        width,
        height,
        pitch,
        columns,
        bands,
        events,
        Box(0, top, field, max(1, room)),
        bottom,
        side,
        Box(field, 2, guide, top + room - 2) if guide else None,
        energy,
        as_list=False,
    )


def _event_rows(scene: RoadScene, view: RoadView, pitch: int, most: int) -> int:
    """How many rows keep the events' names apart, as far as there may be so many."""
    look, ends = zoomed(scene, view), [0]
    for event in sorted(scene.road.events.values(), key=lambda each: (each.on, each.id)):
        x = look.column(Month.of(event.on)) * pitch
        row = next((row for row, end in enumerate(ends) if end <= x), None)
        if row is None and len(ends) < most:
            ends.append(0)
            row = len(ends) - 1
        ends[row or 0] = x + len(event.title) + 3
    return len(ends)


def band_rows(scene: RoadScene) -> list[list[Stage]]:
    """The stages in as few rows as keep them apart, in the order in which they begin."""
    rows: list[list[Stage]] = []
    stages = scene.road.stages
    for stage in sorted(stages, key=lambda each: (stages[each].first.count, list(Stage).index(each))):
        row = next((row for row in rows if stages[row[-1]].last < stages[stage].first), None)
        if row is None:
            rows.append([stage])
        else:
            row.append(stage)
    return rows


# --- painting ---------------------------------------------------------------------------------------------------------


def paint_road(scene: RoadScene, view: RoadView, width: int, height: int, *, large: bool = False) -> Picture:
    """The whole board."""
    sheet = Sheet(width, height)
    plan = road_layout(width, height, scene, view, large=large)
    if plan.bottom.height:
        sheet.rule(1, plan.bottom.y - 1, width - 2)
    if scene.road.timeline is None:
        _invite(sheet, plan)
    elif plan.as_list:
        _list(sheet, plan, scene, view)
    else:
        _head(sheet, plan, scene, view)
        _lanes(sheet, plan, scene, view)
        if plan.energy:
            _energy(sheet, plan, scene, view)
    if plan.guide:
        sheet.fill(plan.guide.x, plan.guide.y, plan.guide.width, plan.guide.height, "text")
        if not plan.as_list:
            sheet.upright(plan.guide.x, plan.guide.y, plan.guide.height)
        paint_guide(sheet, Box(plan.guide.x + 1, plan.guide.y, plan.guide.width - 1, plan.guide.height), scene)
    if plan.bottom.height:
        _bottom(sheet, plan, scene, view)
    return sheet.picture()


def _invite(sheet: Sheet, plan: RoadLayout) -> None:
    """What stands where there is no timeline yet."""
    y = plan.height // 3
    for row, line in enumerate(
        ("No timeframe yet.", "", "Enter agrees one: the month it begins in, and how many months.")
    ):
        sheet.words(MARGIN, y + row, line, "text" if row else "strong", plan.lanes.width - 2 * MARGIN)


def _month_x(plan: RoadLayout, look: Zoomed, view: RoadView, month: Month) -> int:
    """Where a month begins, to the cell; beyond the sight it may be anywhere."""
    periods = look.periods
    if month > periods[-1].last:
        return plan.x(len(periods) - view.column)
    column = look.column(month)
    into = max(0, month - periods[column].first)
    return plan.x(column - view.column) + into * plan.pitch // periods[column].months


def _head(sheet: Sheet, plan: RoadLayout, scene: RoadScene, view: RoadView) -> None:
    """Years, periods, stages, events and the rule beneath them."""
    look = zoomed(scene, view)
    sight = look.periods[view.column : view.column + plan.columns]
    here = _current(scene, view, look)
    right = plan.lanes.width - 1
    for column, period in enumerate(sight):
        x = plan.x(column)
        if column == 0 or period.first.year != sight[column - 1].first.year:
            sheet.words(x, 0, str(period.first.year), "dim")
        sheet.words(x, 1, str(column + 1), "key")
        ink = "strong" if here == view.column + column else "text"
        sheet.words(x + 2, 1, period_words(period), ink, plan.pitch - 3)
    if len(look.periods) > plan.columns:
        last = view.column + plan.columns
        words = f"{view.column + 1}–{last} of {len(look.periods)}"
        before, after = "◄ " if view.column else "", " ►" if last < len(look.periods) else ""
        sheet.right(right, 0, f"{before}{words}{after}", "dim")
    for row, stages in enumerate(band_rows(scene)):
        for stage in stages:
            _band(sheet, plan, scene, view, stage, 2 + row)
    for x, y, room, event in _events(plan, scene, view):
        focused = view.where == "event" and view.at == event and not view.hand
        title = scene.road.events[event].title
        sheet.words(x, y, "▼", "chosen" if focused else "warning")
        sheet.words(x + 1, y, f" {title}", "chosen" if focused else "text", room - 1)
        if focused:
            sheet.words(x - 1, y, "►", "chosen")
    sheet.rule(1, plan.lanes.y - 1, plan.lanes.width - 2)


def _current(scene: RoadScene, view: RoadView, look: Zoomed) -> int:
    """The column of what is chosen, or over which the hand is."""
    if view.hand:
        return view.over[0]
    standing = look.lanes.standing.get(view.at) if view.where == "road" else None
    return standing.first if standing else -1


def _band(sheet: Sheet, plan: RoadLayout, scene: RoadScene, view: RoadView, stage: Stage, y: int) -> None:
    look, span = zoomed(scene, view), scene.road.stages[stage]
    start, end = _month_x(plan, look, view, span.first), _month_x(plan, look, view, span.last + 1) - 2
    left, right = MARGIN, plan.x(plan.columns) - GUTTER
    if end < left or start > right:
        return
    focused = view.where == "stage" and view.at == stage and not view.hand
    line, ink = ("═", "chosen") if focused else ("─", "line")
    x, last = max(start, left), max(min(end, right), max(start, left) + 3)
    sheet.fill(x, y, last - x + 1, 1, ink, line)
    if start >= left:
        sheet.words(x, y, "╠" if focused else "├", ink)
    if end <= right:
        sheet.words(last, y, "╣" if focused else "┤", ink)
    title = scene.stage_titles.get(stage, STAGES[stage]) + ("?" if span.guess else "")
    room = last - x - 3
    if room > 2:
        sheet.words(x + 2, y, f" {fitted(title, room - 1)} ", "chosen" if focused else "text")


def _events(plan: RoadLayout, scene: RoadScene, view: RoadView) -> Iterator[tuple[int, int, int, str]]:
    """Each event in sight: where its sign stands, and the room for it."""
    look = zoomed(scene, view)
    right = plan.lanes.width - 1
    ends = [0] * plan.events
    found: list[tuple[int, int, str, int]] = []
    for event in sorted(scene.road.events.values(), key=lambda each: (each.on, each.id)):
        month = Month.of(event.on)
        if not look.periods[0].first <= month <= look.periods[-1].last:
            continue
        start, after = _month_x(plan, look, view, month), _month_x(plan, look, view, month + 1)
        x = start + (event.on.day - 1) * max(0, after - start) // 31
        if not MARGIN <= x < plan.x(plan.columns) - 1:
            continue
        row = next((row for row, end in enumerate(ends) if end <= x), 0)
        row = row if ends[row] <= x or plan.events == 1 else min(range(plan.events), key=lambda each: ends[each])
        ends[row] = x + len(event.title) + 3
        found.append((x, row, event.id, len(event.title) + 2))
    for at, (x, row, event_id, needs) in enumerate(found):
        beside = next((other[0] for other in found[at + 1 :] if other[1] == row and other[0] > x), right)
        yield x, 2 + plan.bands + row, max(1, min(needs, beside - x - (beside < right), right - x)), event_id


# --- lanes ------------------------------------------------------------------------------------------------------------


def scroll(plan: RoadLayout, scene: RoadScene, view: RoadView) -> int:
    """How many rows of the lanes are above the sight, so that what is chosen is in it."""
    lanes = zoomed(scene, view).lanes
    if view.hand:
        y, rows = _hover(scene, view)
    elif view.where == "road" and view.at in lanes.standing:
        y, rows = lanes.standing[view.at].y, lanes.standing[view.at].rows
    else:
        return 0
    return max(0, y + rows - plan.lanes.height)


def _hover(scene: RoadScene, view: RoadView) -> tuple[int, int]:
    """The first row and the rows of the card in hand."""
    lanes = zoomed(scene, view).lanes
    card = scene.road.cards.get(view.hand)
    rows = ROWS[card.energy] if card else 2
    lane = view.over[1]
    top = lanes.tops[lane] if lane < lanes.count else lanes.height + (1 if lanes.count else 0)
    return top, rows


def block_of(plan: RoadLayout, view: RoadView, standing: Standing) -> Block | None:
    """A card's rectangle, counted from the top of all lanes; none where it is out of sight."""
    first, last = standing.first - view.column, standing.last - view.column
    if last < 0 or first >= plan.columns:
        return None
    x = plan.x(max(first, 0))
    right = plan.x(min(last, plan.columns - 1) + 1) - GUTTER
    return Block(standing.card, x, standing.y, right - x, standing.rows)


def blocks_in(plan: RoadLayout, scene: RoadScene, view: RoadView) -> tuple[Block, ...]:
    """Every card in sight across."""
    found = (block_of(plan, view, each) for each in zoomed(scene, view).lanes.standing.values())
    return tuple(block for block in found if block)


def wires_in(scene: RoadScene, view: RoadView, blocks: tuple[Block, ...]) -> tuple[Wire, ...]:
    """The links with an end in sight."""
    seen = {block.card for block in blocks}
    standing = zoomed(scene, view).lanes.standing
    wires = []
    for link in scene.road.links.values():
        if link.first not in seen and link.second not in seen:
            continue
        beyond = [
            0 if end in seen else -1 if standing[end].last < view.column else 1 for end in (link.first, link.second)
        ]
        wires.append(Wire(link.first, link.second, link.kind is LinkKind.DEPENDENCY, *beyond))
    return tuple(sorted(wires, key=lambda wire: (wire.first, wire.second)))


def _lanes(sheet: Sheet, plan: RoadLayout, scene: RoadScene, view: RoadView) -> None:
    lanes = zoomed(scene, view).lanes
    off, box = scroll(plan, scene, view), plan.lanes
    card = view.at if view.where == "road" else ""
    blocks = blocks_in(plan, scene, view)
    shown = Sheet(box.width, box.height)
    wires = wires_in(scene, view, blocks)
    if wires:
        lines = drawn(blocks, wires, box.width - 1, max(lanes.height + 1, box.height), card)
        if lines.tangled and plan.bottom.height:
            words = f" {len(wires)} links here: only the chosen card's are drawn, j follows them "
            sheet.right(plan.width - 3, plan.bottom.y - 1, words, "dim")
        for (x, y), (char, owners) in lines.cells.items():
            mine = any(wire.ends(card) for wire in owners)
            shown.words(x, y - off, char, "strong" if mine or char in "►◄" else "line")
    for block in blocks:
        if block.y + block.height > off and block.y < off + box.height:
            _card(shown, scene, view, block, block.y - off)
    if view.hand:
        _in_hand(shown, plan, scene, view, off)
    sheet.paste(0, box.y, shown.picture())
    if off > 0:
        sheet.words(box.width - 2, box.y, "↑", "dim")
    if lanes.height > off + box.height:
        sheet.words(box.width - 2, box.bottom - 1, "↓", "dim")


def _card(sheet: Sheet, scene: RoadScene, view: RoadView, block: Block, y: int) -> None:
    card = scene.road.cards[block.card]
    feature = scene.cards.get(card.feature)
    if feature is None:
        return
    kind = feature.kind
    focused = view.where == "road" and view.at == card.id and not view.hand
    away = view.hand == card.id
    begun = view.linking == card.id
    ink = "chosen" if focused else "strong" if begun else f"face-{kind}"
    sheet.fill(block.x, y, block.width, block.height, ink)
    for row in range(block.height):
        edge = "║" if focused or begun else EDGES[block.height]
        sheet.words(block.x, y + row, edge, ink if focused or begun else f"sign-{kind}")
    sheet.words(block.x + 1, y, SIGNS[kind], ink if focused or begun else f"sign-{kind}")
    room = block.width - 3
    mark = scene.marks(card.id)
    lines = ("(in hand)",) if away else _name(scene, card, room, block.height)
    for row, line in enumerate(lines):
        sheet.words(block.x + 3, y + row, line, ink, room)
    if focused or begun:  # a name that fills its line is not cut by the border
        for row in range(block.height):
            if row >= len(lines) or len(lines[row]) < room:
                sheet.words(block.right - 1, y + row, "║", ink)
        room -= 1
    if mark and not away:
        row = len(lines) - 1 if len(lines[-1]) + 2 <= room else min(len(lines), block.height - 1)
        if row > len(lines) - 1 or len(lines[-1]) + 2 <= room:
            x = block.x + 3 + (len(lines[row]) + 1 if row < len(lines) else 0)
            sheet.words(x, y + row, mark, ink)


def _name(scene: RoadScene, card: RoadCard, room: int, rows: int) -> tuple[str, ...]:
    """A card's name in the lines that it has."""
    feature = scene.cards[card.feature]
    if len(feature.title) <= room:
        return (feature.title,)
    if rows == 1:
        names = (feature.in_list, " ".join(feature.on_road))
        return (next((each for each in names if len(each) <= room), _cut(names[1], room)),)
    for lines in (feature.short, feature.on_road):
        if max(map(len, lines), default=0) <= room:
            return lines
    return feature.on_road


def _cut(name: str, room: int) -> str:
    """A name cut to its room, without a comma before the sign for it."""
    return fitted(name, room) if len(name) <= room else f"{name[: room - 1].rstrip(' ,')}…"


def _in_hand(sheet: Sheet, plan: RoadLayout, scene: RoadScene, view: RoadView, off: int) -> None:
    """The card in hand, where it would stand: a double border and the words."""
    look = zoomed(scene, view)
    card = scene.road.cards.get(view.hand)
    y, rows = _hover(scene, view)
    standing = look.lanes.standing.get(view.hand)
    long = standing.last - standing.first if standing else 0
    ghost = Standing("", view.over[0], min(view.over[0] + long, len(look.periods) - 1), view.over[1], y, rows)
    block = block_of(plan, view, ghost)
    if block is None:
        return
    feature = scene.cards[card.feature if card else view.hand]
    for row in range(rows):
        sheet.fill(block.x, y - off + row, block.width, 1, "in-hand")
        sheet.words(block.x, y - off + row, "║", "in-hand")
        sheet.words(block.right - 1, y - off + row, "║", "in-hand")
    sheet.words(block.x + 1, y - off, SIGNS[feature.kind], "in-hand")
    lines = (*feature.on_road, "in hand")[: max(rows, 1)]
    for row, line in enumerate(lines):
        sheet.words(block.x + 3, y - off + row, line, "in-hand", block.width - 4)


def _energy(sheet: Sheet, plan: RoadLayout, scene: RoadScene, view: RoadView) -> None:
    """The energy that begins in each period in sight, as a number and a bar."""
    y = plan.lanes.bottom
    sheet.words(MARGIN, y, "energy in each period: small 1, medium 2, large 3", "dim", plan.lanes.width - MARGIN - 1)
    for column, energy in enumerate(zoomed(scene, view).energies[view.column : view.column + plan.columns]):
        bar = "█" * min(energy, plan.pitch - 5)
        end = sheet.words(plan.x(column), y + 1, bar, "line") if bar else plan.x(column) - 1
        sheet.words(end + 1, y + 1, str(energy), "text")


# --- as a list --------------------------------------------------------------------------------------------------------


def list_lines(scene: RoadScene, view: RoadView) -> list[tuple[str, Where | None, str]]:
    """The list of a small window: each period with its stages and events, then its cards: words, sort and id."""
    look = zoomed(scene, view)
    lines: list[tuple[str, Where | None, str]] = []
    for number, period in enumerate(look.periods):
        digit = f"{number - view.column + 1} " if 0 <= number - view.column < DIGITS else ""
        lines.append((f"{digit}{period_words(period, year=True)}", None, ""))
        for stage, span in scene.road.stages.items():
            if period.holds(span.first) or (number == 0 and span.first < period.first):
                title = scene.stage_titles.get(stage, STAGES[stage])
                lines.append((f"├─ {title}{'?' if span.guess else ''}", "stage", str(stage)))
        for event in sorted(scene.road.events.values(), key=lambda each: each.on):
            if period.holds(Month.of(event.on)):
                lines.append((f"▼ {event.title}", "event", event.id))
        for card in scene.road.in_time:
            if look.column(card.first) == number:
                lines.append((name(scene, card.feature), "road", card.id))
    return lines


def list_window(plan: RoadLayout, scene: RoadScene, view: RoadView) -> tuple[int, list[tuple[str, Where | None, str]]]:
    """The rows of the list in sight, and how many are above them."""
    lines = list_lines(scene, view)
    at = next((row for row, line in enumerate(lines) if line[1:] == (view.where, view.at)), 0)
    if view.hand:
        look = zoomed(scene, view)
        wanted = period_words(look.periods[view.over[0]], year=True)
        at = next((row for row, line in enumerate(lines) if line[1] is None and line[0].endswith(wanted)), 0)
    room = plan.lanes.height
    first = max(0, min(at - room // 2, len(lines) - room))
    return first, lines[first : first + room]


def _list(sheet: Sheet, plan: RoadLayout, scene: RoadScene, view: RoadView) -> None:
    look = zoomed(scene, view)
    over = period_words(look.periods[view.over[0]], year=True) if view.hand else ""
    _, lines = list_window(plan, scene, view)
    for y, (words, where, at) in enumerate(lines):
        here = where is not None and (view.where, view.at) == (where, at) and not view.hand
        here = here or bool(over and where is None and words.endswith(over))
        ink = "in-hand" if here and view.hand else "chosen" if here else "text"
        if here:
            sheet.fill(1, y, plan.width - 2, 1, ink)
            sheet.words(1, y, "►", ink)
        if where is None:
            sheet.words(2, y, words, ink if here else "strong", plan.width - 4)
            continue
        if where != "road":
            sheet.words(5, y, words, ink, plan.width - 7)
            continue
        card = scene.road.cards[at]
        feature = scene.cards[card.feature]
        sheet.words(5, y, feature.letter or " ", ink if here else "strong")
        sheet.words(7, y, SIGNS[feature.kind], ink if here else feature.kind)
        right = sheet.right(plan.width - 2, y, str(card.energy), ink)
        sheet.words(9, y, f"{feature.title} {scene.marks(at)}".rstrip(), ink, right - 10)


# --- beneath the lanes ------------------------------------------------------------------------------------------------


def _bottom(sheet: Sheet, plan: RoadLayout, scene: RoadScene, view: RoadView) -> None:
    box = plan.bottom
    in_tray = view.where == "tray" and scene.road.timeline is not None and bool(scene.tray)
    shown = detail(scene, view)
    head = shown.head
    y, right = box.y, box.right - 2
    if head.title:
        if in_tray and plan.side is None:
            sheet.words(1, y, "►", "strong")
        x = sheet.words(2, y, head.letter or " ", "strong") + 1
        x = sheet.words(x, y, SIGNS[head.kind], head.kind) + 1 if head.kind else 2
        roomy = box.height > 3
        facts = "" if roomy else head.facts
        if facts:
            right = sheet.right(right, y, fitted(facts, max(14, right - x - len(head.title) - 2)), "dim") - 2
        title = wrapped(head.title, right - x) if roomy else (head.title,)
        for more, line in enumerate(title):
            sheet.words(x, y + more, line, "strong", right - x)
        row = y + len(title)
        texts = ((head.facts, "dim"), *shown.lines) if roomy and head.facts else shown.lines
        lines = [(line, ink) for text, ink in texts for line in wrapped(text, box.width - 8)]
        room = box.bottom - row
        for at, (line, ink) in enumerate(lines[:room]):
            cut = at + 1 == room and len(lines) > room
            sheet.words(6, row + at, f"{line} …" if cut else line, ink, box.width - 8)
    if plan.side is not None:
        sheet.upright(plan.side.x, plan.side.y, plan.side.height)
        _tray(sheet, Box(plan.side.x + 1, plan.side.y, plan.side.width - 1, plan.side.height), scene, view)
    elif in_tray:
        _tray(sheet, Box(0, y + 1, box.width, box.height - 1), scene, view)


def tray_cells(box: Box, scene: RoadScene, view: RoadView) -> Iterator[tuple[str, int, int, int]]:
    """The cards of the tray in sight in a box: each with its cell and its width."""
    wide = scene.tray_columns
    top, rows = (box.y + 1, box.height - 1) if wide == 1 else (box.y, box.height)
    page = max(1, wide * rows)
    at = scene.tray.index(view.at) if view.where == "tray" and view.at in scene.tray else 0
    if wide == 1:
        first = max(0, min(at - rows + 1, len(scene.tray) - rows)) if at >= rows else 0
    else:
        first = at // page * page
    room = (box.width - 2) // wide
    for number, card in enumerate(scene.tray[first : first + page]):
        yield card, box.x + 1 + (number % wide) * room, top + number // wide, room - 1


def _tray(sheet: Sheet, box: Box, scene: RoadScene, view: RoadView) -> None:
    if scene.tray_columns == 1:
        words = f"Waiting to be placed · {len(scene.tray)}" if scene.tray else "Every card has a place."
        sheet.words(box.x + 1, box.y, words, "dim", box.width - 2)
    for card, x, y, room in tray_cells(box, scene, view):
        feature = scene.cards[card]
        here = view.where == "tray" and view.at == card and not view.hand
        ink = "in-hand" if view.hand == card else "chosen" if here else "text"
        if here or view.hand == card:
            sheet.fill(x, y, room, 1, ink)
            sheet.words(x, y, "►", ink)
        plain = ink == "text"
        sheet.words(x + 1, y, feature.letter or " ", "strong" if plain else ink)
        sheet.words(x + 3, y, SIGNS[feature.kind], feature.kind if plain else ink)
        end = sheet.words(x + 5, y, feature.in_list, ink, room - 5)
        more = origin_short(scene, card) if scene.tray_columns == 1 else ""
        if more and x + room - end > 8:
            sheet.right(x + room - 1, y, fitted(more, x + room - end - 3), "dim" if plain else ink)
        elif not more and scene.offer_of[card].came_from and scene.tray_columns > 1 and end < x + room - 2:
            sheet.words(end + 1, y, "•", "key" if plain else ink)


def guide_pages(scene: RoadScene, view: RoadView, width: int, height: int) -> int:
    """How many pages the guide has at a size."""
    plan = road_layout(width, height, scene, view)
    return len(guide_in(scene, plan.guide)) if plan.guide else 0


# --- the mouse --------------------------------------------------------------------------------------------------------


def item_at(plan: RoadLayout, scene: RoadScene, view: RoadView, x: int, y: int) -> tuple[Where, str] | None:
    """What stands under a cell: a card, a stage, an event, or a card of the tray."""
    if scene.road.timeline is None:
        return None
    trays = Box(0, plan.bottom.y + 1, plan.bottom.width, plan.bottom.height - 1)
    tray = plan.side and Box(plan.side.x + 1, plan.side.y, plan.side.width - 1, plan.side.height)
    if tray or view.where == "tray":
        for card, left, row, room in tray_cells(tray or trays, scene, view):
            if row == y and left <= x < left + room:
                return "tray", card
    if plan.as_list:
        _, lines = list_window(plan, scene, view)
        if plan.lanes.holds(x, y) and y < len(lines):
            _, where, at = lines[y]
            return (where, at) if where else None
        return None
    if plan.lanes.holds(x, y):
        row = y - plan.lanes.y + scroll(plan, scene, view)
        for block in blocks_in(plan, scene, view):
            if block.x <= x < block.right and block.y <= row < block.y + block.height:
                return "road", block.card
    for left, row, room, event in _events(plan, scene, view):
        if row == y and left <= x < left + room:
            return "event", event
    look = zoomed(scene, view)
    for number, stages in enumerate(band_rows(scene)):
        for stage in stages:
            span = scene.road.stages[stage]
            start, end = _month_x(plan, look, view, span.first), _month_x(plan, look, view, span.last + 1) - 2
            if y == 2 + number and start <= x <= end:
                return "stage", str(stage)
    return None


def over_at(plan: RoadLayout, scene: RoadScene, view: RoadView, x: int, y: int) -> tuple[int, int] | None:
    """The column and the lane under a cell."""
    if plan.as_list or not plan.lanes.holds(x, y):
        return None
    look = zoomed(scene, view)
    column = min(max((x - MARGIN) // plan.pitch, 0), plan.columns - 1) + view.column
    row = y - plan.lanes.y + scroll(plan, scene, view)
    lane = sum(1 for top in look.lanes.tops if top <= row) - 1
    beyond = row > look.lanes.height
    return min(column, len(look.periods) - 1), look.lanes.count if beyond else max(0, lane)
