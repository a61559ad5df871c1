"""Matching: influences that ask for help, and what the group chose to help with each. Keys as pure functions.

The cursor is on a row of the left list; the right list says what belongs to it, with a number for each. Turned round,
next-level features stand at the left and influences at the right. Nothing is ever chosen for the group.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from innovate_tui.ui.widgets import board_view
from innovate_tui.ui.widgets.board_view import BoardScene, BoardView, Direction
from innovate_tui.workshop.edits import Edit, Match
from innovate_tui.workshop.features import Feature, Kind
from innovate_tui.workshop.quadrants import Quadrant, Quadrants

NONE_DUE = "Nothing asks for help: no influence is high on either axis."


@dataclass(frozen=True)
class MatchScene(BoardScene):
    """All that matching shows of a session."""

    quadrants: Quadrants
    ends: tuple[str, str, str, str] = ("low importance", "high importance", "low threat", "high threat")
    names: Mapping[Quadrant, str] = field(default_factory=dict)
    """What the deck calls the quadrants: all four of them, or none."""

    @property
    def fixed(self) -> bool:
        """Whether the quadrants are stuck down."""
        return self.quadrants.fixed is not None

    @property
    def shelves(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """There is no tray here."""
        return ()

    @cached_property
    def due(self) -> tuple[str, ...]:
        """The influences that ask for help, in the order of the deck."""
        due = set(self.quadrants.due)
        return tuple(card for card in self.of_kind(Kind.INFLUENCE) if card in due)

    @cached_property
    def kept(self) -> tuple[str, ...]:
        """Influences that do not ask for help now and have matches, which are kept."""
        return tuple(
            card
            for card in self.of_kind(Kind.INFLUENCE)
            if self.quadrants.helpers(card) and not self.quadrants.asks_for_help(card)
        )

    @property
    def influences(self) -> tuple[str, ...]:
        """What stands in the list of influences."""
        return (*self.due, *self.kept)

    @cached_property
    def helpers(self) -> tuple[str, ...]:
        """What may help: the next-level features, the group's own too."""
        return self.of_kind(Kind.NEXT_LEVEL)

    def of_kind(self, kind: Kind) -> tuple[str, ...]:
        """The cards of a kind."""
        return tuple(card for card, feature in self.cards.items() if feature.kind is kind)

    def left(self, view: "MatchView") -> tuple[str, ...]:
        """The list that the cursor goes through first."""
        return self.helpers if view.turned else self.influences

    def right(self, view: "MatchView") -> tuple[str, ...]:
        """The list with the numbers."""
        return self.influences if view.turned else self.helpers

    def takes(self, feature: Feature) -> bool:
        """Influences and what helps with them."""
        return feature.kind in (Kind.INFLUENCE, Kind.NEXT_LEVEL)

    def stands(self, card: str) -> bool:
        """Whether a card is in one of the two lists."""
        return card in self.influences or card in self.helpers

    def hides(self, card: str) -> bool:
        """An influence that asks for nothing is not here."""
        return not self.stands(card)

    def marks(self, card: str) -> str:
        """≡ a reason is written, ≠ not everyone agrees."""
        position = self.quadrants.position(card)
        return ("≡" if position.why.strip() else "") + ("≠" if position.dissent.strip() else "")

    def matched(self, one: str, other: str) -> bool:
        """Whether two cards, in whichever order, are matched."""
        return other in self.quadrants.helpers(one) or one in self.quadrants.helpers(other)


@dataclass(frozen=True, slots=True)
class MatchView(BoardView):
    """Where the person is."""

    at: str = ""
    """The chosen row of the left list."""
    match: str = ""
    """The row of the right list that `w` is about: the one just switched on, or under the cursor."""
    inside: bool = False
    """Whether the cursor is in the right list."""
    turned: bool = False
    """Whether what helps stands at the left."""


Answer = board_view.Answer[MatchView]
"""What a key comes to."""


def chosen(scene: MatchScene, view: MatchView) -> str:
    """The card under the cursor."""
    return view.match if view.inside else view.at


def subject(scene: MatchScene, view: MatchView) -> str:
    """The same: nothing is placed here."""
    return chosen(scene, view)


def pair(scene: MatchScene, view: MatchView) -> tuple[str, str]:
    """Influence and helper that `w` and the reason shown are about; one is empty where there is no match."""
    one = view.at
    matched = [each for each in scene.right(view) if scene.matched(one, each)]
    other = view.match if view.match in matched else "" if view.inside else next(iter(matched), "")
    return (other, one) if view.turned else (one, other)


def settled(scene: MatchScene, view: MatchView) -> MatchView:
    """The view after the session changed: a row that is gone gives way to the first."""
    left, right = scene.left(view), scene.right(view)
    at = view.at if view.at in left else next(iter(left), "")
    match = view.match if view.match in right else ""
    return replace(view, hand="", last="", at=at, match=match, inside=view.inside and bool(match))


def reach(scene: MatchScene, view: MatchView, card: str) -> MatchView:
    """The cursor on a card, in whichever list it is."""
    if card in scene.left(view):
        return replace(view, at=card, inside=False, match="")
    return replace(view, match=card, inside=card in scene.right(view))


def after_edit(before: MatchScene, scene: MatchScene, view: MatchView, edit: Edit) -> MatchView:
    """What was just matched is what `w` is about."""
    if isinstance(edit, Match):
        other = edit.influence if view.turned else edit.helper
        return replace(view, match=other if edit.matched or view.inside else "")
    return view


def arrow(scene: MatchScene, view: MatchView, way: Direction) -> Answer:
    """Up and down in the list; right into the numbered one, left out of it."""
    fresh = replace(view, capitals=0)
    left, right = scene.left(view), scene.right(view)
    if not left or not right:
        return Answer(fresh)
    if way == "right":
        return Answer(replace(fresh, inside=True, match=view.match or right[0]))
    if way == "left":
        return Answer(replace(fresh, inside=False))
    if view.inside:
        return Answer(replace(fresh, match=board_view.stepped(right, view.match, way)))
    return Answer(replace(fresh, at=board_view.stepped(left, view.at, way), match=""))


def capital(scene: MatchScene, view: MatchView, letter: str) -> Answer:
    """A capital chooses an influence, or what helps."""
    card = next((card for card, feature in scene.cards.items() if feature.letter == letter), "")
    if card and scene.cards[card].kind is Kind.INFLUENCE and scene.hides(card):
        name = scene.cards[card].in_list
        why = "is low on both" if scene.quadrants.position(card).placed else "is not placed yet"
        return Answer(replace(view, capitals=0), say=f"{name} {why}, so it does not ask for help.")
    return board_view.capital(scene, view, letter, lambda fresh, card: reach(scene, fresh, card))


def digit(scene: MatchScene, view: MatchView, place: int) -> Answer:
    """A digit switches that match on or off."""
    view, right = replace(view, capitals=0), scene.right(view)
    if not view.at:
        return Answer(view, say=NONE_DUE)
    if place > len(right):
        return Answer(view, say=f"There are {len(right)} to choose from.")
    return switch(scene, view, right[place - 1])


def switch(scene: MatchScene, view: MatchView, other: str) -> Answer:
    """The match with a row of the right list, on or off."""
    influence, helper = (other, view.at) if view.turned else (view.at, other)
    return Answer(view, edit=Match(influence, helper, not scene.matched(influence, helper)))


def carry(scene: MatchScene, view: MatchView) -> Answer:
    """Space switches the match under the cursor; from the left list it goes over to the right one."""
    if view.inside and view.at:
        return switch(scene, replace(view, capitals=0), view.match)
    return arrow(scene, view, "right") if view.at else Answer(view, say=NONE_DUE)


enter = carry


def lift(scene: MatchScene, view: MatchView) -> Answer:
    """0 takes the match that is chosen back."""
    influence, helper = pair(scene, view)
    if not influence or not helper:
        return Answer(replace(view, capitals=0), say="No match is chosen here. A number switches one on.")
    return Answer(replace(view, capitals=0), edit=Match(influence, helper, matched=False))


def next_thing(scene: MatchScene, view: MatchView) -> Answer:
    """Tab: the next influence that has no match yet, else the next row."""
    left = scene.left(view)
    if not left:
        return Answer(view, say=NONE_DUE)
    here = left.index(view.at) if view.at in left else 0
    order = (*left[here + 1 :], *left[: here + 1])
    open_ = [card for card in order if not any(scene.matched(card, other) for other in scene.right(view))]
    return Answer(replace(view, capitals=0, inside=False, match="", at=(open_ or order)[0]))


def turn(scene: MatchScene, view: MatchView) -> Answer:
    """z: the same matches from the other side."""
    turned = replace(view, turned=not view.turned, inside=False, match="", capitals=0)
    influence, helper = pair(scene, view)
    return Answer(settled(scene, replace(turned, at=helper if turned.turned else influence)))


def waiting(view: MatchView) -> bool:
    """Whether esc has something to go back from."""
    return view.inside or view.turned


def put_back(scene: MatchScene, view: MatchView) -> Answer:
    """Esc: out of the numbered list, then the view the first way round."""
    if view.inside:
        return Answer(replace(view, inside=False, capitals=0))
    return turn(scene, view)
