"""What the diamond board shows and where its cursor is, as values; every key's meaning as a pure function.

`Scene` is what the session says, `View` is where the person is: the chosen spot, the card in hand, the card just
placed. A key turns a view into an `Answer`: another view, perhaps an edit that is wanted, perhaps a word on why
nothing happened. No Textual here; the rules of placing are in `workshop.diamond`.
"""

from dataclasses import dataclass, replace
from functools import cached_property

from innovate_tui.ui.widgets import board_view
from innovate_tui.ui.widgets.board_view import FIXED as FIXED
from innovate_tui.ui.widgets.board_view import IN_HAND as IN_HAND
from innovate_tui.ui.widgets.board_view import BoardScene, BoardView
from innovate_tui.ui.widgets.board_view import Direction as Direction
from innovate_tui.ui.widgets.board_view import SideItem as SideItem
from innovate_tui.workshop.diamond import PLACES, ROWS, Diamond, row_of
from innovate_tui.workshop.edits import Edit, Insert, Lift, Put
from innovate_tui.workshop.features import Feature, Judgement, Kind

MIDDLE = 5


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the cursor is: at a place of the board, or at an item of the list beside it."""

    place: int = 0
    item: str = ""


@dataclass(frozen=True)
class Scene(BoardScene):
    """All that the diamond shows of a session."""

    diamond: Diamond
    from_bottom: bool = False
    """Whether the step fills the diamond up from 9."""

    @cached_property
    def tray(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The cards that can stand here and do not, in groups with a heading: strengths, to develop, not judged yet."""
        waiting = [card for card in self.enablers if self.diamond.place_of(card) is None]
        if self.diamond.fixed or not self.diamond.free:
            return (("Set aside", tuple(waiting)),) if waiting else ()
        groups = (
            ("Strengths", Judgement.STRENGTH),
            ("To develop", Judgement.DEVELOPMENT),
            ("Not judged yet", None),
        )
        found = ((title, tuple(card for card in waiting if self.judged(card) is each)) for title, each in groups)
        return tuple((title, cards) for title, cards in found if cards)

    @cached_property
    def enablers(self) -> tuple[str, ...]:
        """The cards that this board takes."""
        return tuple(card for card, feature in self.cards.items() if feature.kind is Kind.ENABLER)

    @cached_property
    def side(self) -> tuple[SideItem, ...]:
        """What can be chosen in the list beside the board, from top to bottom."""
        if self.questions:
            return self.questions
        return tuple(SideItem(card) for _, cards in self.tray for card in cards)

    @property
    def fixed(self) -> bool:
        """Whether the diamond is stuck down."""
        return self.diamond.fixed is not None

    @property
    def shelves(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The tray."""
        return self.tray

    def takes(self, feature: Feature) -> bool:
        """Enablers stand on the diamond."""
        return feature.kind is Kind.ENABLER

    def stands(self, card: str) -> bool:
        """Whether a card has a place."""
        return self.diamond.place_of(card) is not None

    def marks(self, card: str) -> str:
        """≡ a reason is written, ≠ not everyone agrees."""
        standing = self.diamond.standing(card)
        return ("≡" if standing.why.strip() else "") + ("≠" if standing.dissent.strip() else "")

    def judged(self, card: str) -> Judgement | None:
        """What the group said of a card before ordering."""
        said = self.said.get(card)
        return said.judgement if said else None

    def suggested(self, card: str) -> int:
        """Where a card from the tray would go on filling: strengths from the top, the others up from 9."""
        judged = self.judged(card)
        up = judged is Judgement.DEVELOPMENT if judged else self.from_bottom
        return self.diamond.next_free(from_bottom=up) or MIDDLE


@dataclass(frozen=True, slots=True)
class View(BoardView):
    """Where the person is on the board."""

    at: Spot = Spot()
    over: int = MIDDLE
    """The place that the card in hand hovers over; the place to come back to when it is empty."""
    inserting: bool = False
    """A digit is awaited that says where to insert."""


Answer = board_view.Answer[View]
"""What a key comes to on the diamond."""


def chosen(scene: Scene, view: View) -> str:
    """The card or question under the cursor, or nothing."""
    return (scene.diamond.at(view.at.place) or "") if view.at.place else view.at.item


def subject(scene: Scene, view: View) -> str:
    """The placed card that a key without a place acts on: the one just placed, else the chosen one."""
    return view.last or chosen(scene, view)


def settled(scene: Scene, view: View) -> View:
    """The view after the session changed: a cursor on something that is gone moves to what is nearest."""
    if view.hand and view.hand not in scene.cards:
        view = replace(view, hand="")
    if view.last and scene.diamond.place_of(view.last) is None:
        view = replace(view, last="")
    if view.at.place:
        return view
    ids = [item.id for item in scene.side]
    if view.at.item in ids:
        return view
    place = scene.diamond.place_of(view.at.item) if view.at.item else None
    if place:
        return replace(view, at=Spot(place=place))
    return replace(view, at=Spot(item=ids[0]) if ids else Spot(place=view.over if view.over in PLACES else MIDDLE))


def arrow(scene: Scene, view: View, way: Direction) -> Answer:
    """An arrow key: by geometry on the board, wrapping in the list, left and right between the two."""
    fresh = replace(view, last="", capitals=0, inserting=False)
    step = beside_in_list if scene.as_list else beside
    to_list, to_board = ("right", "left") if scene.as_list or scene.questions else ("left", "right")
    if view.hand:
        return Answer(replace(fresh, over=step(view.over, way)))
    if view.at.place:
        place = step(view.at.place, way)
        if place == view.at.place and way == to_list and scene.side:
            return Answer(replace(fresh, at=_back_in_list(scene, view), over=view.at.place))
        return Answer(replace(fresh, at=Spot(place=place), over=place))
    if way == to_board or not scene.side:
        return Answer(replace(fresh, at=Spot(place=view.over)))
    if way == to_list:
        return Answer(fresh)
    ids = [item.id for item in scene.side]
    return Answer(replace(fresh, at=Spot(item=board_view.stepped(ids, view.at.item, way))))


def beside(place: int, way: Direction) -> int:
    """The place next to another in a direction; the same one at the edge. Up and down keep to the middle of the two."""
    row = row_of(place)
    column = ROWS[row].index(place)
    if way in ("left", "right"):
        column += 1 if way == "right" else -1
        return ROWS[row][column] if 0 <= column < len(ROWS[row]) else place
    target = row + (1 if way == "down" else -1)
    if not 0 <= target < len(ROWS):
        return place
    middle = column - (len(ROWS[row]) - 1) / 2
    others = ROWS[target]
    return min(others, key=lambda other: abs(others.index(other) - (len(others) - 1) / 2 - middle))


def beside_in_list(place: int, way: Direction) -> int:
    """The place above or below another where the nine stand in a list."""
    if way in ("left", "right"):
        return place
    return min(max(place + (1 if way == "down" else -1), PLACES[0]), PLACES[-1])


def reach(scene: Scene, view: View, card: str) -> View:
    """The cursor on a card, wherever it is, or on a question."""
    place = scene.diamond.place_of(card)
    return replace(view, at=Spot(place=place), over=place) if place else replace(view, at=Spot(item=card))


def capital(scene: Scene, view: View, letter: str) -> Answer:
    """A capital chooses its card, wherever it is."""
    return board_view.capital(scene, view, letter, lambda fresh, card: reach(scene, fresh, card))


def digit(scene: Scene, view: View, place: int) -> Answer:
    """A digit puts the chosen card there; after `i` it inserts it there."""
    view = replace(view, capitals=0)
    card = view.hand or chosen(scene, view)
    if scene.questions and view.at.item:
        return board_view.question_for(scene, view, place)
    if not card or card not in scene.cards:
        return Answer(replace(view, inserting=False), say="Nothing here yet. Choose a card, then press a number.")
    edit: Edit = Insert(card, place) if view.inserting else Put(card, place)
    return Answer(replace(view, inserting=False), edit=edit)


def after_edit(before: Scene, scene: Scene, view: View, edit: Edit) -> View:
    """Where the cursor goes once an edit of the board was made: to the next card of the tray, or with the card."""
    if isinstance(edit, Put | Insert):
        place = scene.diamond.place_of(edit.card)
        came_from_tray = before.diamond.place_of(edit.card) is None
        view = replace(view, hand="", last=edit.card, over=place or view.over)
        if not came_from_tray or not scene.side or scene.questions:
            return replace(view, at=Spot(place=place or edit.place))
        was, left = ([item.id for item in each.side] for each in (before, scene))
        return replace(view, at=Spot(item=board_view.following(was, left, edit.card)))
    if isinstance(edit, Lift):
        view = replace(view, hand="", last="")
        if scene.questions:
            return view
        return replace(view, at=Spot(item=edit.card))
    return view


def carry(scene: Scene, view: View) -> Answer:
    """Space: pick the chosen card up, or put the card in hand down where it hovers."""
    view = replace(view, capitals=0, inserting=False)
    if view.hand:
        return put_down(scene, view)
    card = chosen(scene, view)
    if card not in scene.cards:
        return Answer(view, say="Nothing here yet. Choose a card, then press space.")
    if scene.diamond.fixed:
        return Answer(view, say=FIXED)
    over = scene.diamond.place_of(card) or scene.suggested(card)
    return Answer(replace(view, hand=card, over=over, last=""))


def put_down(scene: Scene, view: View) -> Answer:
    """The card in hand down where it hovers; where it came from nothing changes."""
    if scene.diamond.place_of(view.hand) == view.over:
        return Answer(replace(view, hand="", at=Spot(place=view.over)), say="It stands where it stood.")
    return Answer(view, edit=Put(view.hand, view.over))


def waiting(view: View) -> bool:
    """Whether esc has something to put back."""
    return bool(view.hand) or view.inserting


def put_back(scene: Scene, view: View) -> Answer:
    """Esc with a card in hand, or while a digit is awaited."""
    return Answer(replace(view, hand="", inserting=False, capitals=0), say=board_view.PUT_BACK)


def lift(scene: Scene, view: View) -> Answer:
    """0: the chosen card back to the tray, or the one just placed."""
    view = replace(view, capitals=0, inserting=False)
    card = view.hand or (chosen(scene, view) if view.at.place else view.last or chosen(scene, view))
    if card not in scene.cards:
        return Answer(view, say="Nothing stands here.")
    return Answer(view, edit=Lift(card))


def insert(scene: Scene, view: View) -> Answer:
    """i: the next digit says where the chosen card goes, and the others move down."""
    card = view.hand or chosen(scene, view)
    if card not in scene.cards:
        return Answer(view, say="Choose a card first, then press i and a number.")
    if scene.diamond.fixed:
        return Answer(view, say=FIXED)
    return Answer(
        replace(view, inserting=True, capitals=0),
        say=f"Insert {' '.join(scene.cards[card].short)} where? Press 1-9; the others move down.",
    )


def enter(scene: Scene, view: View) -> Answer:
    """Enter: put down what is in hand, else read what is chosen."""
    view = replace(view, capitals=0, inserting=False)
    if view.hand:
        return put_down(scene, view)
    target = chosen(scene, view)
    if not target:
        return Answer(view, say=f"Nothing here yet. Choose a card, then press {view.at.place}.")
    return Answer(view, read=target)


def next_thing(scene: Scene, view: View) -> Answer:
    """Tab: the next thing in reading order, the list first, then the places."""
    if view.hand:
        return Answer(replace(view, capitals=0), say=IN_HAND)
    view = replace(view, capitals=0, inserting=False, last="")
    spots = [Spot(item=item.id) for item in scene.side] + [Spot(place=place) for place in PLACES]
    here = spots.index(view.at) if view.at in spots else -1
    spot = spots[(here + 1) % len(spots)]
    return Answer(replace(view, at=spot, over=spot.place or view.over))


def _back_in_list(scene: Scene, view: View) -> Spot:
    """Coming from the board into the list: to its first item."""
    ids = [item.id for item in scene.side]
    return Spot(item=view.at.item if view.at.item in ids else ids[0])
