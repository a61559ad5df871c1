"""The timeline as a picture. Pure functions of scene, view and size.

Periods across, stages and events over them, lanes of cards in three heights, links between them; beneath, the chosen
card in words, or the tray where the cursor is in it.
"""

from innovate_tui.ui.cells import Picture, Sheet, fitted
from innovate_tui.ui.widgets.beside_board import Box
from innovate_tui.ui.widgets.frame import SIGNS
from innovate_tui.ui.widgets.guide_painter import pages_in, paint_guide
from innovate_tui.ui.widgets.road_beneath import paint_beneath
from innovate_tui.ui.widgets.road_head import paint_head
from innovate_tui.ui.widgets.road_heads import on_head
from innovate_tui.ui.widgets.road_lanes import Standing
from innovate_tui.ui.widgets.road_layout import (
    MARGIN,
    RoadLayout,
    block_of,
    hover,
    in_sight_across,
    road_layout,
    scroll,
)
from innovate_tui.ui.widgets.road_links import Block, Drawing, drawn
from innovate_tui.ui.widgets.road_list import paint_list
from innovate_tui.ui.widgets.road_scene import RoadScene, RoadView, zoomed
from innovate_tui.workshop.roadmap import RoadCard

EDGES = {1: "│", 2: "▌", 3: "▌"}


def paint_road(scene: RoadScene, view: RoadView, width: int, height: int, *, large: bool = False) -> Picture:
    """The whole board."""
    sheet = Sheet(width, height)
    plan = road_layout(width, height, scene, view, large=large)
    if plan.bottom.height:
        sheet.rule(1, plan.bottom.y - 1, width - 2)
    if scene.road.timeline is None:
        _invite(sheet, plan)
    elif plan.as_list:
        paint_list(sheet, plan, scene, view)
    else:
        paint_head(sheet, plan, scene, view)
        _lanes(sheet, plan, scene, view)
        if plan.energy:
            _energy(sheet, plan, scene, view)
    if plan.guide and scene.guide:
        sheet.fill(plan.guide.x, plan.guide.y, plan.guide.width, plan.guide.height, "text")
        if not plan.as_list:
            sheet.upright(plan.guide.x, plan.guide.y, plan.guide.height)
        paint_guide(sheet, guide_box(plan.guide), scene.guide)
    if plan.bottom.height:
        paint_beneath(sheet, plan, scene, view)
    return sheet.picture()


def _invite(sheet: Sheet, plan: RoadLayout) -> None:
    """What stands where there is no timeline yet."""
    y = plan.height // 3
    for row, line in enumerate(
        ("No timeframe yet.", "", "Enter agrees one: the month it begins in, and how many months.")
    ):
        sheet.words(MARGIN, y + row, line, "text" if row else "strong", plan.lanes.width - 2 * MARGIN)


# --- lanes ------------------------------------------------------------------------------------------------------------


def _lanes(sheet: Sheet, plan: RoadLayout, scene: RoadScene, view: RoadView) -> None:
    lanes = zoomed(scene, view).lanes
    off, box = scroll(plan, scene, view), plan.lanes
    card = view.at if view.where == "road" else ""
    blocks, wires = in_sight_across(plan, scene, view)
    shown = Sheet(box.width, box.height)
    if wires:
        lines = drawn(blocks, wires, box.width - 1, max(lanes.height + 1, box.height), card)
        if (lines.tangled or lines.undrawn) and plan.bottom.height:
            sheet.right(plan.width - 3, plan.bottom.y - 1, f" {_left_to_words(lines, len(wires))} ", "dim")
        for (x, y), (char, owners) in lines.cells.items():
            mine = any(wire.ends(card) for wire in owners)
            shown.words(x, y - off, char, "strong" if mine or char in "►◄" else "line")
    for block in blocks:
        if block.y + block.height > off and block.y < off + box.height:
            _card(shown, scene, view, block, block.y - off)
    if view.hand and not on_head(view):
        _in_hand(shown, plan, scene, view, off)
    sheet.paste(0, box.y, shown.picture())
    if off > 0:
        sheet.words(box.width - 2, box.y, "↑", "dim")
    if lanes.height > off + box.height:
        sheet.words(box.width - 2, box.bottom - 1, "↓", "dim")


def _left_to_words(lines: Drawing, links: int) -> str:
    """Why some links in sight have no line; `j` and the words beneath tell of each."""
    if lines.tangled and any(wire.arrow for wire in lines.undrawn):
        return f"{links} links here: too many to draw, j follows"
    if lines.tangled:
        return f"{links} links here: only the chosen card's are drawn, j follows them"
    return f"{len(lines.undrawn)} of {links} links here without a line: j follows"


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
    y, rows = hover(scene, view)
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


def guide_box(box: Box) -> Box:
    """The room for the guide's words, right of its line."""
    return Box(box.x + 1, box.y, box.width - 1, box.height)


def guide_pages(scene: RoadScene, view: RoadView, width: int, height: int) -> int:
    """How many pages the guide has at a size; none while it is closed."""
    plan = road_layout(width, height, scene, view)
    return pages_in(scene.guide, guide_box(plan.guide)) if plan.guide and scene.guide else 0
