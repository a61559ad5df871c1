"""What the grid of the quadrants shows and where its cursor is, as values; every key's meaning as a pure function.

The cursor is on a card, in the tray or on the grid, or on a question beside it. A card in hand hovers over a position.
No Textual here; the rules of placing are in `workshop.quadrants`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from innovate_tui.ui.widgets import board_view
from innovate_tui.ui.widgets.board_view import FIXED, IN_HAND, BoardScene, BoardView, Direction
from innovate_tui.ui.widgets.grid_cells import Cells, Sign, Values, signs
from innovate_tui.workshop.edits import Edit, Place, TakeOff
from innovate_tui.workshop.features import Feature, Kind
from innovate_tui.workshop.quadrants import HIGH, Position, Quadrant, Quadrants, quadrant_at

CENTRE = (HIGH, HIGH)
"""Where a card from the tray is picked up: where the lines cross, so that nothing is suggested."""
NOT_HERE = "What helps is chosen in the step of matching. Here enter reads it."
QUADRANTS_ARE = "There are four quadrants, 1 to 4. 0 means back to the tray."
CELLS = Cells()
ENDS = ("low importance", "high importance", "low threat", "high threat")


@dataclass(frozen=True)
class GridScene(BoardScene):
    """All that the grid shows of a session."""

    quadrants: Quadrants
    to_read: tuple[str, ...] = ()
    """The next-level cards, at the step of reading them; they stand in place of the tray."""
    ask: Mapping[str, str] = field(default_factory=dict)
    """A question for the table about each card."""
    meanings: Mapping[Quadrant, str] = field(default_factory=dict)
    """What each quadrant means for the group."""
    names: Mapping[Quadrant, str] = field(default_factory=dict)
    """What the deck calls the quadrants: all four of them, or none."""
    ends: tuple[str, str, str, str] = ENDS
    """The ends of both axes in words: low and high importance, low and high threat."""
    cells: Cells = CELLS
    """The cells of the grid at its size."""
    painted: dict[object, object] = field(default_factory=dict, init=False, compare=False, repr=False)
    """What a painter has painted of this scene already, to go on from at the next key."""

    @property
    def fixed(self) -> bool:
        """Whether the grid is stuck down."""
        return self.quadrants.fixed is not None

    @cached_property
    def shelves(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The influences that are not placed; at the step of reading what helps, the cards to read."""
        if self.to_read:
            return (("To read", self.to_read),)
        waiting = self.quadrants.set_aside(self.influences)
        return (("Set aside" if self.fixed else "To place", waiting),) if waiting else ()

    @cached_property
    def influences(self) -> tuple[str, ...]:
        """The cards that this board takes."""
        return tuple(card for card, feature in self.cards.items() if feature.kind is Kind.INFLUENCE)

    @cached_property
    def side(self) -> tuple[str, ...]:
        """What can be chosen in the list beside the grid, from top to bottom."""
        if self.questions:
            return tuple(item.id for item in self.questions)
        return tuple(card for _, cards in self.shelves for card in cards)

    @cached_property
    def placed(self) -> Mapping[str, Values]:
        """The position of every card on the grid."""
        positions = ((card, self.quadrants.position(card)) for card in self.quadrants.placed if card in self.cards)
        return {card: (each.importance or 0, each.threat or 0) for card, each in positions}

    @cached_property
    def signs(self) -> Mapping[str, Sign]:
        """Where every card's sign stands."""
        return signs(self.cells, self.placed, {card: self.name(card) for card in self.placed})

    @cached_property
    def in_reading_order(self) -> tuple[str, ...]:
        """The cards on the grid, row by row; in a list, quadrant by quadrant."""
        if self.as_list:
            return tuple(card for quadrant in Quadrant for card in self.quadrants.in_quadrant(quadrant))
        return tuple(sorted(self.signs, key=lambda card: (self.signs[card].y, self.signs[card].x)))

    def name(self, card: str) -> str:
        """A card's name on the grid, with its marks."""
        marks = self.marks(card)
        return f"{self.cards[card].in_list} {marks}" if marks else self.cards[card].in_list

    def takes(self, feature: Feature) -> bool:
        """Influences stand on the grid; what helps is read beside it."""
        return feature.kind is Kind.INFLUENCE or feature.id in self.to_read

    def stands(self, card: str) -> bool:
        """Whether a card is on the grid."""
        return self.quadrants.position(card).placed

    def hides(self, card: str) -> bool:
        """Whether a card is neither on the grid nor beside it at this step."""
        return not self.stands(card) and card not in self.side

    def marks(self, card: str) -> str:
        """≡ a reason is written, ≠ not everyone agrees."""
        position = self.quadrants.position(card)
        return ("≡" if position.why.strip() else "") + ("≠" if position.dissent.strip() else "")


@dataclass(frozen=True, slots=True)
class GridView(BoardView):
    """Where the person is on the grid."""

    at: str = ""
    """The chosen card, wherever it is, or the chosen question."""
    over: Values = CENTRE
    """The position that the card in hand hovers over."""
    back: str = ""
    """The item of the list that one came from, to come back to."""
    answered: bool = False
    """Whether the first of the two axis questions has been answered for the card in hand."""


Answer = board_view.Answer[GridView]
"""What a key comes to on the grid."""


def chosen(scene: GridScene, view: GridView) -> str:
    """The card or question under the cursor, or nothing."""
    return view.at


def subject(scene: GridScene, view: GridView) -> str:
    """The card just placed, else the chosen one."""
    return view.last or view.at


def reach(scene: GridScene, view: GridView, card: str) -> GridView:
    """The cursor on a card or a question."""
    return replace(view, at=card)


def settled(scene: GridScene, view: GridView) -> GridView:
    """The view after the session changed: a cursor on something that is gone moves to what is there."""
    if view.hand and (view.hand not in scene.cards or scene.fixed):
        view = replace(view, hand="", answered=False)
    if view.last and not scene.stands(view.last):
        view = replace(view, last="")
    if view.at in scene.side or view.at in scene.placed:
        return view
    return replace(view, at=next(iter((*scene.side, *scene.in_reading_order)), ""))


def after_edit(before: GridScene, scene: GridScene, view: GridView, edit: Edit) -> GridView:
    """Where the cursor goes: after placing from the tray to the next card there, else with the card."""
    if isinstance(edit, Place):
        view = replace(view, hand="", answered=False, last=edit.card, at=edit.card)
        if not before.stands(edit.card) and scene.shelves and not scene.questions and not scene.to_read:
            return replace(view, at=board_view.following(before.side, scene.side, edit.card))
        return view
    if isinstance(edit, TakeOff):
        return replace(view, hand="", answered=False, last="", at=edit.card)
    return view


# --- choosing ---------------------------------------------------------------------------------------------------------


def arrow(scene: GridScene, view: GridView, way: Direction) -> Answer:
    """An arrow: the nearest card that way, wrapping in the list, left and right between the two; or it carries."""
    fresh = replace(view, last="", capitals=0)
    if view.hand:
        return Answer(replace(fresh, over=_carried(scene, view.over, way)))
    on_right = bool(scene.questions) or scene.as_list
    to_list, to_grid = ("right", "left") if on_right else ("left", "right")
    if view.at in scene.placed:
        there = _beside(scene, view.at, way)
        if there:
            return Answer(replace(fresh, at=there))
        if way == to_list and scene.side:
            return Answer(replace(fresh, at=view.back if view.back in scene.side else scene.side[0]))
        return Answer(fresh)
    if way == to_grid and scene.placed:
        return Answer(replace(fresh, at=_nearest_to_list(scene, on_right=on_right), back=view.at))
    if way in ("left", "right") or not scene.side:
        return Answer(fresh)
    return Answer(replace(fresh, at=board_view.stepped(scene.side, view.at, way)))


def _carried(scene: GridScene, over: Values, way: Direction) -> Values:
    if scene.as_list:
        number = quadrant_at(*over) + (1 if way in ("down", "right") else -1)
        return Quadrant(min(max(number, 1), 4)).middle
    across = {"left": -1, "right": 1}.get(way, 0)
    return scene.cells.moved(over, across, {"up": 1, "down": -1}.get(way, 0))


def _beside(scene: GridScene, card: str, way: Direction) -> str:
    """The nearest card in a direction; sideways counts twice, and a row is as high as two columns are wide."""
    if scene.as_list:
        order = scene.in_reading_order
        at = order.index(card) + {"down": 1, "up": -1}.get(way, 0)
        return order[at] if way in ("up", "down") and 0 <= at < len(order) else ""
    here = scene.signs[card]
    best, least = "", (0, 0)
    for other, sign in scene.signs.items():
        across, down = sign.x - here.x, 2 * (sign.y - here.y)
        ahead = {"right": across, "left": -across, "down": down, "up": -down}[way]
        aside = abs(down if way in ("left", "right") else across)
        if ahead <= 0:
            continue
        distance = (ahead + 2 * aside, ahead)
        if not best or distance < least:
            best, least = other, distance
    return best


def _nearest_to_list(scene: GridScene, *, on_right: bool) -> str:
    if scene.as_list:
        return scene.in_reading_order[0]
    return min(scene.signs, key=lambda card: (-scene.signs[card].x if on_right else scene.signs[card].x, card))


def capital(scene: GridScene, view: GridView, letter: str) -> Answer:
    """A capital chooses its card, wherever it is."""
    return board_view.capital(scene, view, letter, lambda fresh, card: reach(scene, fresh, card))


def next_thing(scene: GridScene, view: GridView) -> Answer:
    """Tab: the next thing in reading order, the list first, then the cards on the grid, those that overlap too."""
    if view.hand:
        return Answer(replace(view, capitals=0), say=IN_HAND)
    everything = (*scene.side, *scene.in_reading_order)
    at = board_view.stepped(everything, view.at, "down") if everything else ""
    return Answer(replace(view, capitals=0, last="", at=at))


def enter(scene: GridScene, view: GridView) -> Answer:
    """Enter: put down what is in hand, else read what is chosen."""
    view = replace(view, capitals=0)
    if view.hand:
        return put_down(scene, view)
    return Answer(view, read=view.at) if view.at else Answer(view, say="Nothing here yet. a adds a card of your own.")


# --- placing ----------------------------------------------------------------------------------------------------------


def digit(scene: GridScene, view: GridView, place: int) -> Answer:
    """A digit from 1 to 4 puts the chosen card into that quadrant."""
    view = replace(view, capitals=0)
    card = view.hand or view.at
    if not view.hand and scene.questions and card not in scene.cards:
        return board_view.question_for(scene, view, place)
    if card in scene.to_read:
        return Answer(view, say=NOT_HERE)
    if card not in scene.cards:
        return Answer(view, say="Choose a card, then press a number.")
    if place > len(Quadrant):
        return Answer(view, say=QUADRANTS_ARE)
    return Answer(view, edit=Place(card, *Quadrant(place).middle))


def carry(scene: GridScene, view: GridView) -> Answer:
    """Space: pick the chosen card up, or put the card in hand down where it hovers."""
    view = replace(view, capitals=0)
    if view.hand:
        return put_down(scene, view)
    if view.at in scene.to_read:
        return Answer(view, say=NOT_HERE)
    if view.at not in scene.cards:
        return Answer(view, say="Choose a card, then press space.")
    if scene.fixed:
        return Answer(view, say=FIXED)
    over = scene.placed.get(view.at, CENTRE)
    return Answer(replace(view, hand=view.at, over=over, last="", answered=False))


def put_down(scene: GridScene, view: GridView) -> Answer:
    """The card in hand down where it hovers; where it came from nothing changes."""
    if scene.placed.get(view.hand) == view.over:
        return Answer(replace(view, hand="", answered=False), say="It stands where it stood.")
    return Answer(view, edit=Place(view.hand, *view.over))


def waiting(view: GridView) -> bool:
    """Whether esc has something to put back."""
    return bool(view.hand)


def put_back(scene: GridScene, view: GridView) -> Answer:
    """Esc with a card in hand."""
    return Answer(replace(view, hand="", answered=False, capitals=0), say=board_view.PUT_BACK)


def say_level(scene: GridScene, view: GridView, *, high: bool) -> Answer:
    """h or l with a card in hand: first its importance, then its threat; then it stands there."""
    view = replace(view, capitals=0)
    if not view.hand:
        return Answer(view, say="Pick a card up first: space. Then h and l say high or low.")
    importance, threat = view.over
    middle = Quadrant.HIGH_IMPORTANCE_HIGH_THREAT.middle if high else Quadrant.LOW_IMPORTANCE_LOW_THREAT.middle
    if not view.answered:
        kept = importance if scene.stands(view.hand) and (importance >= HIGH) is high else middle[0]
        return Answer(replace(view, over=(kept, threat), answered=True))
    kept = threat if scene.stands(view.hand) and (threat >= HIGH) is high else middle[1]
    return Answer(replace(view, over=(importance, kept)), edit=Place(view.hand, importance, kept))


def lift(scene: GridScene, view: GridView) -> Answer:
    """0: the chosen card back to the tray, or the one just placed."""
    view = replace(view, capitals=0)
    card = view.hand or (view.at if view.at in scene.placed else view.last or view.at)
    if card not in scene.cards or card in scene.to_read:
        return Answer(view, say="Nothing stands here.")
    return Answer(view, edit=TakeOff(card))


def position(scene: GridScene, view: GridView, card: str) -> Position:
    """Where a card stands, or would stand if it were put down now."""
    if card != view.hand:
        return scene.quadrants.position(card)
    if untouched(scene, view):
        return Position(view.over[0] if view.answered else None)
    return Position(*view.over)


def untouched(scene: GridScene, view: GridView) -> bool:
    """Whether a card of the tray is in hand and one of the two questions is still to be answered."""
    return bool(view.hand) and not scene.stands(view.hand) and (view.answered or view.over == CENTRE)
