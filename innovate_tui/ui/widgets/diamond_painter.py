"""The diamond as a picture: a pure function of what there is to show, where the cursor is, and the size.

At 80×24 the tray stands at the left and the diamond at the right, in slots of 17 by 4 that share their borders; larger
windows give larger slots with full titles and the first words of the reason. When stepping back the diamond stands at
the left and the questions at the right. In small windows the nine places are a numbered list.
"""

from dataclasses import dataclass
from functools import lru_cache

from innovate_tui.ui.cells import Picture, Sheet, wrapped
from innovate_tui.ui.widgets.beside_board import (
    LIST_BELOW,
    Box,
    beside,
    paint_notes,
    paint_questions,
    paint_tray,
    question_rows_wanted,
    questions_from,
)
from innovate_tui.ui.widgets.beside_board import tray_rows as tray_rows
from innovate_tui.ui.widgets.board_view import SideItem
from innovate_tui.ui.widgets.diamond_view import Scene, View
from innovate_tui.ui.widgets.frame import SIGNS
from innovate_tui.ui.widgets.guide_painter import pages_in, paint_guide
from innovate_tui.workshop.diamond import BOTTOM, PLACES, ROWS, TOP, row_of
from innovate_tui.workshop.features import Feature

WIDEST, TALLEST = 32, 7
"""The largest pitch of a slot in columns and rows: more would only be empty."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where things stand in a board of a size."""

    width: int
    height: int
    side: Box
    """The list beside the board: tray, guide or questions."""
    field: Box
    """The room for the diamond."""
    as_list: bool

    @property
    def pitch(self) -> tuple[int, int]:
        """Columns and rows from one slot to the next; the columns are even, so that rows stand half a slot aside."""
        across = min((self.field.width - 1) // 3, WIDEST)
        return across - across % 2, min((self.field.height - 1) // 5, TALLEST)

    def slot(self, place: int) -> Box:
        """The slot of a place, its border included."""
        if self.as_list:
            return Box(self.field.x, self.field.y + place - 1, self.field.width, 1)
        across, down = self.pitch
        row = row_of(place)
        left = self.field.x + (self.field.width - 3 * across - 1) // 2
        top = self.field.y + (self.field.height - 5 * down - 1) // 2
        inset = (3 - len(ROWS[row])) * across // 2
        return Box(left + inset + ROWS[row].index(place) * across, top + row * down, across + 1, down + 1)

    def place_at(self, x: int, y: int) -> int:
        """The place under a cell, or 0. On a shared border the lower slot is meant: its number stands there."""
        return next((place for place in reversed(PLACES) if self.slot(place).holds(x, y)), 0)


def layout(width: int, height: int, *, reviewing: bool = False, large: bool = False) -> Layout:
    """Where things stand in a board of this size."""
    if large:
        return Layout(width, height, Box(0, 0, 0, 0), Box(0, 0, width, height), as_list=False)
    if width < LIST_BELOW[0] or height < LIST_BELOW[1]:
        half = width // 2
        return Layout(width, height, Box(half, 1, width - half, height - 1), Box(0, 1, half, height - 1), as_list=True)
    across = beside(width, reviewing=reviewing)
    if reviewing:
        field = Box(1, 1, width - across - 2, height - 1)
        return Layout(width, height, Box(width - across, 1, across, height - 1), field, as_list=False)
    field = Box(across + 1, 1, width - across - 2, height - 1)
    return Layout(width, height, Box(0, 1, across, height - 1), field, as_list=False)


def paint_diamond(scene: Scene, view: View, width: int, height: int, *, large: bool = False) -> Picture:
    """The whole board."""
    plan = layout(width, height, reviewing=bool(scene.questions), large=large)
    sheet = Sheet(width, height) if plan.as_list else _borders(plan).copy()
    if plan.as_list:
        _places_as_list(sheet, plan, scene, view)
    else:
        _places(sheet, plan, scene, view)
    if not large:
        _side(sheet, plan, scene, view)
    return sheet.picture()


# --- the nine places --------------------------------------------------------------------------------------------------


@lru_cache(maxsize=4)
def _borders(plan: Layout) -> Sheet:
    """A sheet with nine empty places, the same at every key: paint on a copy."""
    sheet = Sheet(plan.width, plan.height)
    for place in PLACES:
        slot = plan.slot(place)
        sheet.frame(slot.x, slot.y, slot.width, slot.height)
    return sheet


def _places(sheet: Sheet, plan: Layout, scene: Scene, view: View) -> None:
    standing = _standing(scene, view)
    slots = {place: plan.slot(place) for place in PLACES}
    focus = view.over if view.hand else view.at.place
    for place, slot in slots.items():
        card = standing[place]
        if card or place == focus:
            _face(sheet, slot, scene, card, chosen=place == focus)
    if focus:
        slot = slots[focus]
        sheet.double(slot.x, slot.y, slot.width, slot.height)
    for place, slot in slots.items():  # last, so that no border of a neighbour covers a number
        _label(sheet, slot, place, scene, standing[place], in_hand=bool(view.hand) and place == focus)


def _standing(scene: Scene, view: View) -> dict[int, str]:
    """The card to show at each place: the one in hand where it hovers and no longer where it stood."""
    shown = {place: scene.diamond.at(place) or "" for place in PLACES}
    if view.hand:
        shown = {place: "" if card == view.hand else card for place, card in shown.items()}
        shown[view.over] = view.hand
    return shown


def _face(sheet: Sheet, slot: Box, scene: Scene, card: str, *, chosen: bool) -> None:
    feature = scene.cards.get(card)
    ink = "chosen" if chosen else f"face-{feature.kind}" if feature else "text"
    sheet.fill(slot.x + 1, slot.y + 1, slot.width - 2, slot.height - 2, ink)
    if feature is None:
        return
    room, rows = slot.width - 4, slot.height - 2
    lines = name_in_slot(feature, room, rows)
    top = slot.y + 1 + (1 if rows >= 5 and len(lines) <= rows - 2 else 0)
    left = slot.y + slot.height - 1 - top - len(lines)
    why = scene.diamond.standing(card).why.strip()
    spoken_too = bool(why) and left >= 2
    for row, line in enumerate(lines):
        sheet.words(slot.x + 2, top + row, line, f"title-{feature.kind}" if spoken_too and not chosen else ink, room)
    if spoken_too:
        spoken = wrapped(f"“{' '.join(why.split())}”", room)
        for row, line in enumerate(spoken[:left]):
            cut = row == left - 1 and len(spoken) > left
            sheet.words(slot.x + 2, top + len(lines) + row, f"{line[: room - 1]}…" if cut else line, ink, room)


def name_in_slot(feature: Feature, room: int, rows: int) -> tuple[str, ...]:
    """The card's name for a slot: its full title where that stands whole, else its board name."""
    whole = wrapped(feature.title, room)
    if rows >= 3 and len(whole) <= rows and not any(len(word) > room for word in feature.title.split()):
        return whole
    return feature.short[:rows]


def _label(sheet: Sheet, slot: Box, place: int, scene: Scene, card: str, *, in_hand: bool) -> None:
    x = sheet.words(slot.x + 1, slot.y, f" {place} ", "strong" if card else "dim")
    feature = scene.cards.get(card)
    if feature is None:
        return
    x = sheet.words(x, slot.y, f"{SIGNS[feature.kind]} ", feature.kind)
    if in_hand:
        sheet.words(x, slot.y, "in hand ", "strong")
        return
    if marks := scene.marks(card):
        sheet.words(x, slot.y, f"{marks} ", "text")
    if feature.letter:
        sheet.words(slot.x + slot.width - 4, slot.y, f" {feature.letter} ", "strong")


def _places_as_list(sheet: Sheet, plan: Layout, scene: Scene, view: View) -> None:
    standing = _standing(scene, view)
    focus = view.over if view.hand else view.at.place
    for place in PLACES:
        row = plan.slot(place)
        feature = scene.cards.get(standing[place])
        ink = "chosen" if place == focus else "text"
        if place == focus:
            sheet.fill(row.x, row.y, row.width - 1, 1, ink)
            sheet.words(row.x, row.y, "►", "chosen")
        sheet.words(row.x + 1, row.y, str(place), "chosen" if place == focus else "strong" if feature else "dim")
        if feature is None:
            continue
        sheet.words(row.x + 3, row.y, SIGNS[feature.kind], ink if place == focus else feature.kind)
        sheet.words(row.x + 5, row.y, feature.letter, ink)
        marks = "in hand" if view.hand and place == focus else scene.marks(feature.id)
        room = row.width - 9 - len(marks)
        end = sheet.words(row.x + 7, row.y, feature.in_list, ink, room)
        sheet.words(end + 1, row.y, marks, ink)


# --- beside the board -------------------------------------------------------------------------------------------------


def _side(sheet: Sheet, plan: Layout, scene: Scene, view: View) -> None:
    side = plan.side
    if scene.guide:
        paint_guide(sheet, side, scene.guide)
    elif scene.questions:
        _review(sheet, side, scene, view)
    else:
        end = paint_tray(sheet, side, scene, tray_rows(scene, side), view.at.item, view.hand)
        paint_notes(sheet, side, end + 1, scene.notes)


def guide_pages(scene: Scene, width: int, height: int) -> int:
    """How many pages the guide has beside a board of this size; none while it is closed."""
    return pages_in(scene.guide, layout(width, height, reviewing=bool(scene.questions)).side) if scene.guide else 0


def _review(sheet: Sheet, side: Box, scene: Scene, view: View) -> None:
    y = side.y
    for title, places in (("Strengths", TOP), ("To work on", BOTTOM)) if _names_top_and_bottom(scene, side) else ():
        sheet.words(side.x + 1, y, title, "dim")
        y += 1
        for place in places:
            feature = scene.cards.get(scene.diamond.at(place) or "")
            name = feature.in_list if feature else "free"
            sheet.words(side.x + 1, y, f"{place} {name}", "text" if feature else "dim", side.width - 2)
            y += 1
        y += 1
    aside = [scene.cards[card].in_list for _, cards in scene.tray for card in cards]
    if aside:
        sheet.words(side.x + 1, y, f"Set aside: {', '.join(aside)}", "dim", side.width - 2)
    paint_questions(sheet, side, scene, view.at.item, view.hand, _questions_at(scene, side))


def _names_top_and_bottom(scene: Scene, side: Box) -> bool:
    """Whether there is room for the top and the bottom three over whole questions; the diamond shows them anyway."""
    return side.height >= len(TOP) + len(BOTTOM) + 4 + bool(scene.tray) + 1 + question_rows_wanted(scene, side)


def _questions_at(scene: Scene, side: Box) -> int:
    """The row of the first question: under the two lists, what is set aside, and a heading."""
    lists = len(TOP) + len(BOTTOM) + 4 if _names_top_and_bottom(scene, side) else 0
    above = side.y + lists + bool(scene.tray) + 1
    return above + (1 if scene.tray and side.y + side.height - above > len(scene.questions) + 2 else 0)


def question_rows(scene: Scene, view: View, side: Box) -> list[tuple[SideItem, int, tuple[str, ...]]]:
    """Each question with its first row and its lines: the chosen one whole, the others in a few words."""
    return questions_from(scene, view.at.item, side, _questions_at(scene, side))
