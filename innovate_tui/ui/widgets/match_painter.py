"""Matching as a picture: at the left who asks for help, at the right, numbered, what may help; gaps in plain sight."""

from dataclasses import dataclass

from rich.cells import cell_len

from innovate_tui.ui.cells import Picture, Sheet, fitted, wrapped
from innovate_tui.ui.widgets.beside_board import Box
from innovate_tui.ui.widgets.frame import SIGNS
from innovate_tui.ui.widgets.guide_painter import pages_in, paint_guide
from innovate_tui.ui.widgets.match_view import NONE_DUE, MatchScene, MatchView, pair
from innovate_tui.workshop.grid_wording import axes

FEW = 9
"""Cells that a name keeps for the next ones in a row of names."""
NO_MATCH = "? no match yet"
KEPT = "not asking now; kept"
NOT_CHOSEN = "not chosen yet"
BOXED, WHOLE, SHORT = 4, 3, 2
"""Rows from one item of the left list to the next: with a box around the chosen one, without, without position."""


@dataclass(frozen=True, slots=True)
class MatchLayout:
    """Where the two lists stand."""

    left: Box
    right: Box

    def pitch(self, count: int) -> int:
        """Rows from one item of the left list to the next."""
        room = self.left.height - 2
        return next((rows for rows in (BOXED, WHOLE, SHORT) if count * rows + (rows == BOXED) <= room), 1)

    def first(self, count: int, at: int) -> int:
        """The first item in sight."""
        room = max(1, (self.left.height - 2) // self.pitch(count))
        return max(0, min(at - room // 2, count - room))


def match_layout(width: int, height: int) -> MatchLayout:
    """Where the two lists stand in a board of this size."""
    across = min(max(28, (width * 36) // 80), 60)
    return MatchLayout(Box(0, 1, across, height - 1), Box(across + 2, 1, min(width - across - 3, 70), height - 1))


def item_rows(scene: MatchScene, view: MatchView, plan: MatchLayout) -> dict[str, int]:
    """The first row of each item of the left list that is in sight."""
    items = scene.left(view)
    if not items:
        return {}
    pitch = plan.pitch(len(items))
    first = plan.first(len(items), items.index(view.at) if view.at in items else 0)
    top = plan.left.y + (2 if pitch == BOXED else 1)
    rows = {card: top + number * pitch for number, card in enumerate(items[first:])}
    return {card: y for card, y in rows.items() if y + min(pitch, WHOLE) <= plan.left.bottom}


def choice_rows(scene: MatchScene, view: MatchView, plan: MatchLayout) -> dict[str, int]:
    """The row of each numbered choice at the right that is in sight."""
    choices = scene.right(view)
    room = plan.right.height - 2
    pitch = 2 if len(choices) * 2 <= room else 1
    at = choices.index(view.match) if view.match in choices else 0
    seen = room // pitch
    first = max(0, min(at - seen // 2, len(choices) - seen))
    top = plan.right.y + (2 if pitch == 2 or len(choices) < room else 1)
    return {card: top + number * pitch for number, card in enumerate(choices[first : first + seen])}


def paint_match(scene: MatchScene, view: MatchView, width: int, height: int) -> Picture:
    """Both lists, or the guide in place of the left one."""
    sheet, plan = Sheet(width, height), match_layout(width, height)
    if scene.guide:
        paint_guide(sheet, plan.left, scene.guide)
    else:
        _items(sheet, plan, scene, view)
    if view.at in scene.cards:
        _choices(sheet, plan, scene, view)
    return sheet.picture()


def match_guide_pages(scene: MatchScene, width: int, height: int) -> int:
    """How many pages the guide has in place of the left list; none while it is closed."""
    return pages_in(scene.guide, match_layout(width, height).left) if scene.guide else 0


def _items(sheet: Sheet, plan: MatchLayout, scene: MatchScene, view: MatchView) -> None:
    box, items = plan.left, scene.left(view)
    whole = "What may help" if view.turned else "Influences that ask for help"
    sheet.words(box.x + 2, box.y, whole if len(whole) <= box.width - 3 else "Asking for help", "dim", box.width - 3)
    if not items:
        for row, line in enumerate(wrapped(scene.notes[0] if scene.notes else NONE_DUE, box.width - 3)):
            sheet.words(box.x + 2, box.y + 2 + row, line)
        return
    pitch, rows = plan.pitch(len(items)), item_rows(scene, view, plan)
    for card, y in rows.items():
        _item(sheet, box, scene, view, card, y, pitch)
    hidden = len(items) - len(rows)
    if hidden > 0 and view.at in items:
        sheet.right(box.right - 1, box.y, f"{items.index(view.at) + 1} of {len(items)}", "dim")


def _item(sheet: Sheet, box: Box, scene: MatchScene, view: MatchView, card: str, y: int, pitch: int) -> None:
    feature, chosen = scene.cards[card], card == view.at
    here = chosen and not view.inside
    ink = "chosen" if here else "text"
    rows = min(pitch, WHOLE)
    if here:
        sheet.fill(box.x + 1, y, box.width - 2, rows, ink)
    if here and pitch == BOXED:
        sheet.double(box.x, y - 1, box.width, rows + 2)
    if chosen:
        sheet.words(box.x + 1, y, "►", "chosen" if here else "strong")
    sheet.words(box.x + 2, y, feature.letter, ink if here else "strong")
    sheet.words(box.x + 4, y, SIGNS[feature.kind], ink if here else feature.kind)
    room = box.width - 8
    whole = pitch > 1 and len(feature.title) <= room
    sheet.words(box.x + 6, y, feature.title if whole else feature.in_list, ink if here else "strong", room)
    words, gap = _matches(scene, view, card, room)
    if rows == WHOLE:
        about = f"expert: {scene.experts[card]}" if view.turned and card in scene.experts else ""
        if not view.turned:
            about = KEPT if card in scene.kept else _where(scene, card, room)
        sheet.words(box.x + 6, y + 1, about, ink if here else "dim", room)
    if rows > 1:
        sheet.words(box.x + 6, y + rows - 1, words, "chosen" if here else "warning" if gap else "text", room)
    elif gap:
        sheet.words(box.right - 2, y, "?", "chosen" if here else "warning")


def _where(scene: MatchScene, card: str, room: int) -> str:
    """Where an influence stands, with the quadrant's name where the deck has one and there is room for all of it."""
    position = scene.quadrants.position(card)
    where = axes(position)
    called = scene.names.get(position.quadrant, "") if position.quadrant else ""
    named = f"{where} ({called})"
    return named if called and cell_len(named) <= room else where


def _matches(scene: MatchScene, view: MatchView, card: str, room: int) -> tuple[str, bool]:
    """What a row of the left list is matched with, by number and name; and whether that is a gap to see."""
    names = [
        (number, scene.cards[other].in_list)
        for number, other in enumerate(scene.right(view), 1)
        if scene.matched(card, other)
    ]
    if names:
        left = room - 5 * len(names) + 3
        shown = []
        for after, (number, name) in zip(range(len(names) - 1, -1, -1), names, strict=True):
            share = max(left // (after + 1), left - FEW * after)
            shown.append(f"{number} {fitted(name, share)}")
            left -= min(cell_len(name), share)
        return " · ".join(shown), False
    return (NOT_CHOSEN, False) if view.turned else (NO_MATCH, True)


def _choices(sheet: Sheet, plan: MatchLayout, scene: MatchScene, view: MatchView) -> None:
    box, name = plan.right, scene.cards[view.at].in_list
    question = f"What does {name} help with?" if view.turned else f"What would help with {name}?"
    if cell_len(question) > box.width:  # the name is what tells the lists apart
        question = f"Helped by {name}" if view.turned else f"Help with {name}"
    sheet.words(box.x, box.y, question, "strong", box.width)
    choices, rows = scene.right(view), choice_rows(scene, view, plan)
    pitch = 2 if len(choices) * 2 <= box.height - 2 else 1
    for card, y in rows.items():
        _choice(sheet, box, scene, view, card, y, pitch)
    if not choices:
        sheet.words(box.x, box.y + 2, "Nothing is here to choose from.", "text", box.width)
    _why(sheet, box, max(rows.values(), default=box.y) + pitch + 1, scene, view)


def _choice(sheet: Sheet, box: Box, scene: MatchScene, view: MatchView, card: str, y: int, pitch: int) -> None:
    feature, on = scene.cards[card], scene.matched(view.at, card)
    number = scene.right(view).index(card) + 1
    here = view.inside and card == view.match
    ink = "chosen" if here else "strong" if on else "text"
    if here:
        sheet.fill(box.x - 1, y, box.width + 1, 1, ink)
        sheet.words(box.x - 1, y, "►", ink)
    sheet.words(box.x, y, str(number) if number <= 9 else " ", ink if here else "key")
    sheet.words(box.x + 2, y, "[x]" if on else "[ ]", ink)
    sheet.words(box.x + 6, y, SIGNS[feature.kind], ink if here else feature.kind)
    sheet.words(box.x + 8, y, feature.letter, ink if here else "strong")
    end = sheet.words(box.x + 10, y, feature.in_list, ink, box.width - 10)
    others = [scene.cards[each].in_list for each in scene.left(view) if each != view.at and scene.matched(each, card)]
    below = f"also {', '.join(others)}" if others else ""
    if view.turned:
        below = _where(scene, card, box.width - 10)
    right = box.right
    expert = "" if view.turned else scene.experts.get(card, "").partition(",")[0]
    if expert and right - end > 5:  # whom to ask what it can do (Q34)
        right = sheet.right(right, y, fitted(expert, right - end - 2), ink if here else "dim")
    if pitch > 1:
        sheet.words(box.x + 10, y + 1, below, "dim", box.width - 10)
    elif below and right - end > 8 and not here:
        sheet.words(end + 2, y, below, "dim", right - end - 2)


def _why(sheet: Sheet, box: Box, y: int, scene: MatchScene, view: MatchView) -> None:
    """Why the match that the cursor is about: in the group's words, or how to say it."""
    influence, helper = pair(scene, view)
    if not influence or not helper or y >= box.bottom:
        return
    name = scene.cards[helper].in_list if not view.turned else scene.cards[influence].in_list
    why = " ".join(scene.quadrants.mitigations[influence][helper].why.split())
    lines = wrapped(f"Why {name}: {why}" if why else f"{name}: w says why it helps.", box.width)
    for row, line in enumerate(lines[: box.bottom - y]):
        cut = row == box.bottom - y - 1 and len(lines) > box.bottom - y
        sheet.words(box.x, y + row, fitted(f"{line} …", box.width) if cut else line, "text" if why else "dim")
