"""Where everything stands on the roadmap at a size: periods, stages, events, cards, the tray. Pure."""

from collections.abc import Iterator, Set
from dataclasses import dataclass

from innovate_tui.ui.widgets.beside_board import Box
from innovate_tui.ui.widgets.road_heads import events_shown, on_head, stages_shown
from innovate_tui.ui.widgets.road_lanes import ROWS, Standing
from innovate_tui.ui.widgets.road_links import Block, Wire
from innovate_tui.ui.widgets.road_scene import RoadScene, RoadView, Sight, Zoomed, zoomed
from innovate_tui.workshop.roadmap import LinkKind
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
    bands = max(1, len(band_rows(scene, view, columns))) if scene.road.timeline else 0
    events = _event_rows(scene, view, pitch, columns, 3 if tall else 2) if scene.road.timeline else 0
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


def _event_rows(scene: RoadScene, view: RoadView, pitch: int, columns: int, most: int) -> int:
    """How many rows keep the events' names apart, as far as there may be so many."""
    look, ends = zoomed(scene, view), [0]
    first, last = _sight(scene, view, columns)
    for event in sorted(events_shown(scene, view).values(), key=lambda each: (each.on, each.id)):
        if not first <= Month.of(event.on) <= last:
            continue
        x = look.column(Month.of(event.on)) * pitch
        row = next((row for row, end in enumerate(ends) if end <= x), None)
        if row is None and len(ends) < most:
            ends.append(0)
            row = len(ends) - 1
        ends[row or 0] = x + len(event.title) + 3
    return len(ends)


def _sight(scene: RoadScene, view: RoadView, columns: int) -> tuple[Month, Month]:
    """The first and the last month in sight."""
    periods = zoomed(scene, view).periods[view.column : view.column + columns]
    return periods[0].first, periods[-1].last


def band_rows(scene: RoadScene, view: RoadView, columns: int) -> list[list[Stage]]:
    """The stages in sight in as few rows as keep them apart, in the order in which they begin."""
    rows: list[list[Stage]] = []
    first, last = _sight(scene, view, columns)
    spans = stages_shown(scene, view).items()
    stages = {stage: span for stage, span in spans if span.first <= last and first <= span.last}
    for stage in sorted(stages, key=lambda each: (stages[each].first.count, list(Stage).index(each))):
        row = next((row for row in rows if stages[row[-1]].last < stages[stage].first), None)
        if row is None:
            rows.append([stage])
        else:
            row.append(stage)
    return rows


def month_x(plan: RoadLayout, look: Zoomed, view: RoadView, month: Month) -> int:
    """Where a month begins, to the cell; beyond the sight it may be anywhere."""
    periods = look.periods
    if month > periods[-1].last:
        return plan.x(len(periods) - view.column)
    column = look.column(month)
    into = max(0, month - periods[column].first)
    return plan.x(column - view.column) + into * plan.pitch // periods[column].months


def events_at(plan: RoadLayout, scene: RoadScene, view: RoadView) -> Iterator[tuple[int, int, int, str]]:
    """Each event in sight: where its sign stands, and the room for it."""
    look = zoomed(scene, view)
    right = plan.lanes.width - 1
    ends = [0] * plan.events
    found: list[tuple[int, int, str, int]] = []
    for event in sorted(events_shown(scene, view).values(), key=lambda each: (each.on, each.id)):
        month = Month.of(event.on)
        if not look.periods[0].first <= month <= look.periods[-1].last:
            continue
        start, after = month_x(plan, look, view, month), month_x(plan, look, view, month + 1)
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


def scroll(plan: RoadLayout, scene: RoadScene, view: RoadView) -> int:
    """How many rows of the lanes are above the sight, so that what is chosen is in it."""
    lanes = zoomed(scene, view).lanes
    if view.hand and not on_head(view):
        y, rows = hover(scene, view)
    elif view.where == "road" and view.at in lanes.standing:
        y, rows = lanes.standing[view.at].y, lanes.standing[view.at].rows
    else:
        return 0
    return max(0, y + rows - plan.lanes.height)


def hover(scene: RoadScene, view: RoadView) -> tuple[int, int]:
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


def in_sight_across(plan: RoadLayout, scene: RoadScene, view: RoadView) -> Sight:
    """Every card in sight across, and the links with an end there."""
    look = zoomed(scene, view)
    key = view.column, plan.columns, plan.pitch
    if key not in look.sights:
        found = (block_of(plan, view, each) for each in look.lanes.standing.values())
        blocks = tuple(block for block in found if block)
        look.sights[key] = blocks, _wires(scene, view, {block.card for block in blocks})
    return look.sights[key]


def _wires(scene: RoadScene, view: RoadView, seen: Set[str]) -> tuple[Wire, ...]:
    """The links with an end among some cards."""
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
