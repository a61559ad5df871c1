"""The four quadrants as a picture: a pure function of what there is to show, where the cursor is, and the size.

The ends of both axes are words on the border, so that position never stands alone. Each card is its sign, capital and
name, and the sign's cell is the position. At the left stand the tray and, in words, what the chosen card's position
means and what to ask of it. When stepping back the grid stands at the left and the questions at the right. In small
windows the four quadrants are lists.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from rich.cells import cell_len

from innovate_tui.ui.cells import Picture, Sheet, fitted, wrapped
from innovate_tui.ui.widgets.beside_board import (
    LIST_BELOW,
    Box,
    beside,
    paint_notes,
    paint_questions,
    paint_tray,
    question_rows_wanted,
    questions_from,
    tray_rows,
)
from innovate_tui.ui.widgets.board_view import SideItem
from innovate_tui.ui.widgets.frame import SIGNS
from innovate_tui.ui.widgets.grid_cells import SMALLEST, Cells, Sign, quadrant_cells, signs
from innovate_tui.ui.widgets.grid_view import GridScene, GridView, position
from innovate_tui.ui.widgets.guide_painter import pages_in, paint_guide
from innovate_tui.workshop.quadrants import Quadrant, quadrant_at

WIDEST, TALLEST = 77, 25
"""The largest quadrant in columns and rows."""
LISTED = 35
"""The columns of the quadrants as lists: their headings need as many."""
ASK = "Ask the table"


@dataclass(frozen=True)
class GridLayout:
    """Where things stand in a board of a size."""

    width: int
    height: int
    side: Box
    """The list beside the grid: tray, guide or questions."""
    field: Box
    """The room for the grid, with the row of words over it."""
    as_list: bool = False

    @cached_property
    def cells(self) -> Cells:
        """The cells of each quadrant."""
        across, down = (self.field.width - 3) // 2, (self.field.height - 4) // 2
        return Cells(max(1, min(across, WIDEST)), max(1, min(down, TALLEST)))

    @cached_property
    def frame(self) -> Box:
        """The border around the four."""
        cells = self.cells
        return Box(self.field.x, self.field.y + 1, 2 * cells.columns + 3, 2 * cells.rows + 3)

    def at(self, x: int, y: int) -> tuple[int, int]:
        """The cell of the sheet for a cell of the grid: the middle lines lie between."""
        cells, frame = self.cells, self.frame
        return frame.x + 1 + x + (x >= cells.columns), frame.y + 1 + y + (y >= cells.rows)

    def cell(self, x: int, y: int) -> tuple[int, int] | None:
        """The cell of the grid under a cell of the sheet; a middle line counts with what is right of or below it."""
        cells, frame = self.cells, self.frame
        across, down = x - frame.x - 1, y - frame.y - 1
        if not (-1 <= across <= 2 * cells.columns + 1 and -1 <= down <= 2 * cells.rows + 1):
            return None
        across, down = across - (across > cells.columns), down - (down > cells.rows)
        return min(max(across, 0), 2 * cells.columns - 1), min(max(down, 0), 2 * cells.rows - 1)


@lru_cache(maxsize=8)
def grid_layout(width: int, height: int, *, reviewing: bool = False, large: bool = False) -> GridLayout:
    """Where things stand in a board of this size."""
    if large:
        return GridLayout(width, height, Box(0, 0, 0, 0), Box(0, 0, width, height))
    if width < LIST_BELOW[0] or height < LIST_BELOW[1]:
        half = max(width // 2, LISTED)
        return GridLayout(width, height, Box(half, 0, width - half, height), Box(0, 0, half, height), as_list=True)
    across = beside(width) - 1
    if reviewing:
        field = Box(1, 1, width - across - 2, height - 1)
        return GridLayout(width, height, Box(width - across, 1, across, height - 1), field)
    return GridLayout(width, height, Box(0, 1, across, height - 2), Box(across, 1, width - across, height - 1))


def paint_grid(scene: GridScene, view: GridView, width: int, height: int, *, large: bool = False) -> Picture:
    """The whole board."""
    plan = grid_layout(width, height, reviewing=bool(scene.questions), large=large)
    if plan.as_list:
        sheet = Sheet(width, height)
        _lists(sheet, plan, scene, view)
    else:
        sheet = _cards(plan, scene, view)
    if not large:
        _side(sheet, plan, scene, view)
    return sheet.picture()


# --- the grid ---------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=4)
def _border(plan: GridLayout) -> Sheet:
    """A sheet with the four empty quadrants, the same at every key: paint on a copy."""
    sheet, frame, cells = Sheet(plan.width, plan.height), plan.frame, plan.cells
    for x in (frame.x, frame.x + cells.columns + 1):
        for y in (frame.y, frame.y + cells.rows + 1):
            sheet.frame(x, y, cells.columns + 2, cells.rows + 2)
    return sheet


def _axes(sheet: Sheet, plan: GridLayout, scene: GridScene) -> None:
    """The ends of the axes in words: importance over the grid, threat in the border of each quadrant."""
    frame, cells = plan.frame, plan.cells
    low, high, calm, threat = scene.ends
    for words, left in ((low, frame.x), (high, frame.x + cells.columns + 1)):
        sheet.words(
            left + 1 + max(0, (cells.columns - cell_len(words)) // 2), frame.y - 1, words, "text", cells.columns
        )
    for quadrant in Quadrant:
        column, row = quadrant_cells(cells, quadrant)
        x, y = frame.x + (cells.columns + 1 if column else 0), frame.y + (cells.rows + 1 if row else 0)
        x = sheet.words(x + 2, y, f" {int(quadrant)} ", "strong")
        x = sheet.words(x, y, f"{threat if quadrant.threatening else calm} ", "text", cells.columns - 4)
        if _named_in_border(plan, scene):
            sheet.words(x, y, f"· {scene.names[quadrant]} ", "strong")


def _named_in_border(plan: GridLayout, scene: GridScene) -> bool:
    """Whether the border has room for the whole name of each quadrant, after the threat in words."""
    _, _, calm, threat = scene.ends
    room = plan.cells.columns - 4
    return bool(scene.names) and all(
        cell_len(f"{threat if quadrant.threatening else calm} · {name} ") <= room
        for quadrant, name in scene.names.items()
    )


def _names(sheet: Sheet, plan: GridLayout, scene: GridScene) -> None:
    """The deck's names for the quadrants, each in a corner that no card needs, where the border has no room for them.

    A card's place comes first: where every corner has one, the name stands only in words beside the grid.
    """
    if _named_in_border(plan, scene):
        return
    taken = [_box(plan, sign) for sign in scene.signs.values()]
    for quadrant, name in scene.names.items():
        corner = next(
            (box for box in _corners(plan, quadrant, name) if not any(_near(box, each) for each in taken)), None
        )
        if corner is not None:
            sheet.words(corner.x, corner.y, name, "strong", corner.width)


def _corners(plan: GridLayout, quadrant: Quadrant, name: str) -> list[Box]:
    """Where the name of a quadrant can stand: in its four corners, a cell away from the lines at the sides."""
    column, row = quadrant_cells(plan.cells, quadrant)
    wide = min(cell_len(name), plan.cells.columns - 2)
    across = (column + 1, column + plan.cells.columns - 1 - wide)
    down = (row, row + plan.cells.rows - 1)
    return [Box(*plan.at(x, y), wide, 1) for y in down for x in across]


def _near(words: Box, label: Box) -> bool:
    """Whether words touch a label or the border that it has when it is chosen."""
    return label.y <= words.y < label.bottom and label.x < words.right + 1 and words.x - 1 < label.right


def _cards(plan: GridLayout, scene: GridScene, view: GridView) -> Sheet:
    """A sheet with the grid and every card on it."""
    focus = view.hand or view.at
    here = _in_hand(plan.cells, scene, view) if view.hand else scene.signs.get(focus)
    others = {card: sign for card, sign in scene.signs.items() if card != focus}
    if view.hand and here and any(_hides(here, sign) for sign in others.values()):
        names = {card: scene.name(card) for card in others}
        others = signs(scene.cells, {card: scene.placed[card] for card in others}, names, here)
        sheet = _labels(plan, scene, others)
    else:
        sheet = _at_rest(plan, scene, view.hand).copy()
    if here is None:
        return sheet
    box = _box(plan, here)
    crowded = any(_meet(box, _box(plan, sign)) for sign in others.values())
    if not crowded:
        sheet.double(box.x, box.y, box.width, box.height)
    _label(sheet, plan, scene, focus, here, chosen=True, hand=view.hand)
    if crowded:  # then two upright lines alone, in the gaps beside the label, so that no neighbour is covered
        first, end = here.cells
        x, y = plan.at(first, here.y)
        sheet.words(x - 1, y, "║", "focus")
        sheet.words(x + end - first, y, "║", "focus")
    _axes(sheet, plan, scene)
    return sheet


def _at_rest(plan: GridLayout, scene: GridScene, hand: str) -> Sheet:
    """The grid without a cursor and without the card in hand, the same at every key: paint on a copy."""
    sheet = scene.painted.get((plan, hand))
    if not isinstance(sheet, Sheet):
        resting = {card: sign for card, sign in scene.signs.items() if card != hand}
        sheet = scene.painted[plan, hand] = _labels(plan, scene, resting)
    return sheet


def _labels(plan: GridLayout, scene: GridScene, cards: Mapping[str, Sign]) -> Sheet:
    sheet = _border(plan).copy()
    _names(sheet, plan, scene)
    for card, sign in cards.items():
        _label(sheet, plan, scene, card, sign)
    _axes(sheet, plan, scene)
    return sheet


def _box(plan: GridLayout, sign: Sign) -> Box:
    """The box around a label, its ground included; its border may lie on the lines around the quadrant."""
    first, end = sign.cells
    half = plan.cells.columns if sign.x >= plan.cells.columns else 0
    x, y = plan.at(first, sign.y)
    left, right = first > half, end < half + plan.cells.columns
    return Box(x - left - 1, y - 1, end - first + left + right + 2, 3)


def _hides(hand: Sign, other: Sign) -> bool:
    """Whether the card in hand covers the sign or the capital of another."""
    first, end = replace(other, room=0).cells
    return hand.y == other.y and hand.cells[0] - 1 <= end and first <= hand.cells[1] + 1


def _meet(box: Box, other: Box) -> bool:
    """Whether a box covers the label of another: the middle row of that one, without its border."""
    return box.y <= other.y + 1 < box.bottom and box.x < other.right - 1 and other.x + 1 < box.right


def _in_hand(cells: Cells, scene: GridScene, view: GridView) -> Sign:
    """Where the card in hand shows: exactly where it hovers."""
    x, y = cells.at(*view.over)
    half = cells.columns if x >= cells.columns else 0
    needs = cell_len(scene.cards[view.hand].in_list)
    right, left = half + cells.columns - x - SMALLEST - 1, x + 1 - half - SMALLEST - 1
    side = 1 if right >= needs or right >= left else -1
    return Sign(x, y, side, max(0, min(needs, right if side > 0 else left)))


def _label(
    sheet: Sheet, plan: GridLayout, scene: GridScene, card: str, sign: Sign, *, chosen: bool = False, hand: str = ""
) -> None:
    """Sign, capital and name, cut to the room that there is."""
    feature = scene.cards[card]
    ink = "in-hand" if hand else "chosen" if chosen else f"face-{feature.kind}"
    box, letter = _box(plan, sign), feature.letter or " "
    sheet.fill(box.x + 1, box.y + 1, box.width - 2, 1, ink)
    first, end = sign.cells
    x, y = plan.at(first, sign.y)
    words = _name_in(feature.in_list, "" if hand else scene.marks(card), sign.room)
    if sign.side > 0:
        sheet.words(x, y, f"{SIGNS[feature.kind]} {letter}", ink)
        sheet.words(x + SMALLEST + 1, y, words, ink)
    else:
        right = x + end - first - SMALLEST
        sheet.right(right - 1, y, words, ink)
        sheet.words(right, y, f"{letter} {SIGNS[feature.kind]}", ink)


def _name_in(name: str, marks: str, room: int) -> str:
    """A name and its marks in so many cells; the marks stay whole where anything of the name does."""
    if not marks or room < len(marks) + 4:
        return fitted(name, room)
    return f"{fitted(name, room - len(marks) - 1)} {marks}"


def _lists(sheet: Sheet, plan: GridLayout, scene: GridScene, view: GridView) -> None:
    """The four quadrants as lists, one under the other."""
    box = plan.field
    for quadrant, y in list_heads(scene, view, plan).items():
        over = bool(view.hand) and quadrant_at(*view.over) is quadrant
        ink, name = ("chosen", "chosen") if over else ("dim", "strong")
        if over:
            sheet.fill(box.x, y, box.width - 1, _head_rows(scene, plan), ink)
            sheet.words(box.x, y, "►", ink)
        sheet.words(box.x + 1, y, str(int(quadrant)), name)
        x = sheet.words(box.x + 3, y, _in_list(scene, quadrant), ink, box.width - 4)
        if not scene.names:
            continue
        if _head_rows(scene, plan) == 1:
            sheet.words(x, y, f" · {scene.names[quadrant]}", name)
        else:
            sheet.words(box.x + 3, y + 1, scene.names[quadrant], name, box.width - 4)
    for card, y in list_rows(scene, view, plan).items():
        feature, chosen = scene.cards[card], card == view.at and not view.hand
        ink = "chosen" if chosen else "text"
        if chosen:
            sheet.fill(box.x, y, box.width - 1, 1, ink)
            sheet.words(box.x, y, "►", ink)
        sheet.words(box.x + 3, y, feature.letter, ink)
        sheet.words(box.x + 5, y, SIGNS[feature.kind], ink if chosen else feature.kind)
        name = "(in hand)" if card == view.hand else scene.name(card)
        sheet.words(box.x + 7, y, name, ink, box.width - 8)


def _in_list(scene: GridScene, quadrant: Quadrant) -> str:
    """The heading of a quadrant where the four are lists: its position in words."""
    low, high, calm, threat = scene.ends
    return f"{high if quadrant.important else low}, {threat if quadrant.threatening else calm}"


def _head_rows(scene: GridScene, plan: GridLayout) -> int:
    """Rows of each heading: the deck's name has one of its own, unless all four stand whole after their positions."""
    named = (f"{_in_list(scene, quadrant)} · {name}" for quadrant, name in scene.names.items())
    return 1 if all(cell_len(words) <= plan.field.width - 4 for words in named) else 2


def list_heads(scene: GridScene, view: GridView, plan: GridLayout) -> dict[Quadrant, int]:
    """The row of each quadrant's heading where they are lists; more than there is room for move with the cursor."""
    rows, y, focus, high = {}, plan.field.y, 0, _head_rows(scene, plan)
    for quadrant in Quadrant:
        rows[quadrant] = y
        cards = scene.quadrants.in_quadrant(quadrant)
        if view.hand and quadrant_at(*view.over) is quadrant:
            focus = y
        elif view.at in cards and not view.hand:
            focus = y + high + cards.index(view.at)
        y += high + len(cards)
    above = max(0, min(focus - plan.field.height // 2, y - plan.field.bottom))
    return {quadrant: row - above for quadrant, row in rows.items()}


def list_rows(scene: GridScene, view: GridView, plan: GridLayout) -> dict[str, int]:
    """The row of each card on the grid where the quadrants are lists."""
    heads, high = list_heads(scene, view, plan), _head_rows(scene, plan)
    return {
        card: heads[quadrant] + high + number
        for quadrant in Quadrant
        for number, card in enumerate(scene.quadrants.in_quadrant(quadrant))
    }


# --- beside the grid --------------------------------------------------------------------------------------------------


def _side(sheet: Sheet, plan: GridLayout, scene: GridScene, view: GridView) -> None:
    side = plan.side
    if scene.guide:
        paint_guide(sheet, side, scene.guide)
    elif scene.questions:
        _review(sheet, side, scene, view)
    else:
        end = paint_tray(sheet, side, scene, tray_rows(scene, side), view.at, view.hand)
        _chosen(sheet, side, end, scene, view)


def _chosen(sheet: Sheet, side: Box, y: int, scene: GridScene, view: GridView) -> None:
    """The chosen card, what its position means, and what to ask; as much as there is room for, the first first."""
    card = view.hand or view.at
    feature = scene.cards.get(card)
    if feature is None:
        paint_notes(sheet, side, y + 1, scene.notes)
        return
    room = side.width - 3
    title = wrapped(feature.title, room - 4)
    quadrant = position(scene, view, card).quadrant
    called = wrapped(scene.names.get(quadrant, ""), room) if quadrant and scene.names else ()
    meaning = (*called, *wrapped(scene.meanings.get(quadrant, ""), room)) if quadrant else ()
    question = scene.ask.get("own" if feature.own else card, "") if card not in scene.to_read else feature.question
    ask = wrapped(question, room) if question else ()
    expert = scene.experts.get(card, "")
    left = side.bottom - y - 1 - len(title)
    if left < 0:
        return
    gap = 1 if left else 0
    top = y + (2 if gap and left > 1 + len(meaning) + len(ask) + 4 else gap)
    sheet.words(side.x + 2, top, feature.letter, "strong")
    sheet.words(side.x + 4, top, SIGNS[feature.kind], feature.kind)
    for row, line in enumerate(title):
        sheet.words(side.x + 6, top + row, line, "strong")
    y = top + len(title)
    floor = side.bottom
    asked = bool(ask) and floor - y >= len(ask) + 2 + (len(meaning) + 1 if meaning else 0)
    if asked:
        floor -= len(ask) + 1
        sheet.words(side.x + 2, floor, ASK, "dim")
        for row, line in enumerate(ask):
            sheet.words(side.x + 2, floor + 1 + row, line)
        floor -= 1
    if expert and floor - y >= len(meaning) + 2:
        sheet.words(side.x + 6, y, f"expert: {expert}", "dim", room - 4)
        y += 1
    if meaning and floor - y > len(meaning):
        y += 1
    for number, line in enumerate(meaning[: max(0, floor - y)]):
        sheet.words(side.x + 2, y, line, "strong" if number < len(called) else "text")
        y += 1
    why = scene.quadrants.position(card).why.strip()
    if why and card != view.hand and floor - y >= 2:
        _spoken(sheet, side, y + 1, floor, why)


def _spoken(sheet: Sheet, side: Box, y: int, floor: int, why: str) -> None:
    """The group's reason in quotes, cut to the room."""
    lines = wrapped(f"“{' '.join(why.split())}”", side.width - 3)
    for row, line in enumerate(lines[: floor - y]):
        cut = row == floor - y - 1 and len(lines) > floor - y
        sheet.words(side.x + 2, y + row, f"{line[: side.width - 4]}…" if cut else line)


def grid_guide_pages(scene: GridScene, width: int, height: int) -> int:
    """How many pages the guide has beside a grid of this size; none while it is closed."""
    return pages_in(scene.guide, grid_layout(width, height, reviewing=bool(scene.questions)).side) if scene.guide else 0


def _matches(scene: GridScene) -> list[tuple[str, str]]:
    """Each influence that asks for help or has it, and in a few words what helps; what is open says so."""
    grid = scene.quadrants
    rows = []
    for card in grid.placed:
        helpers = [scene.cards[each].in_list for each in grid.helpers(card) if each in scene.cards]
        if card in scene.cards and (helpers or grid.asks_for_help(card)):
            rows.append((card, ", ".join(helpers) or "? no match yet"))
    return rows


def _review(sheet: Sheet, side: Box, scene: GridScene, view: GridView) -> None:
    y = side.y
    for index, (card, helps) in enumerate(_matches(scene)):
        if y + 2 + (index == 0) > _questions_at(scene, side) - 1:
            break
        if index == 0:
            sheet.words(side.x + 1, y, "What would help", "dim")
            y += 1
        feature = scene.cards[card]
        sheet.words(side.x + 1, y, f"{feature.letter} {feature.in_list}", "strong", side.width - 2)
        sheet.words(side.x + 3, y + 1, helps, "warning" if helps.startswith("?") else "text", side.width - 4)
        y += 2
    paint_questions(sheet, side, scene, view.at, view.hand, _questions_at(scene, side))


def _questions_at(scene: GridScene, side: Box) -> int:
    """The row of the first question: under what helps, as far as there is room for both, close up where it is tight."""
    wanted = side.y + 3 + 2 * len(_matches(scene))
    wanted -= wanted + question_rows_wanted(scene, side) > side.bottom
    return max(side.y + 1, min(wanted, side.bottom - len(scene.questions) - 3))


def grid_question_rows(scene: GridScene, view: GridView, side: Box) -> list[tuple[SideItem, int, tuple[str, ...]]]:
    """Each question with its first row and its lines."""
    return questions_from(scene, view.at, side, _questions_at(scene, side))
