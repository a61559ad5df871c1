"""The diamond with its tray as one canvas. What keys mean is in `diamond_view`, how it looks in `diamond_painter`."""

from dataclasses import replace
from typing import ClassVar

from textual.binding import BindingType

from innovate_tui.ui.cells import Picture
from innovate_tui.ui.commands import INSERT, bindings
from innovate_tui.ui.widgets import diamond_view
from innovate_tui.ui.widgets.board import Board
from innovate_tui.ui.widgets.diamond_painter import guide_pages, layout, paint_diamond, question_rows, tray_rows
from innovate_tui.ui.widgets.diamond_view import Scene, Spot, View
from innovate_tui.workshop.diamond import Diamond
from innovate_tui.workshop.edits import Edit, Lift, Put


class DiamondBoard(Board[Scene, View]):
    """The diamond."""

    BINDINGS: ClassVar[list[BindingType]] = bindings((INSERT,))

    def __init__(self) -> None:
        super().__init__(diamond_view, Scene({}, Diamond()), View())

    def paint(self, width: int, height: int) -> Picture:
        """The board at a size."""
        return paint_diamond(self.scene, self.view, width, height, large=self.large)

    def fitting(self, scene: Scene) -> Scene:
        """Where there is little room the places are a list."""
        plan = layout(*self.size, reviewing=bool(scene.questions), large=self.large) if all(self.size) else None
        return replace(scene, as_list=plan.as_list if plan else False)

    @property
    def guide_page_count(self) -> int:
        """How many pages the guide beside the board has at this size."""
        return guide_pages(self.scene, *self.size)

    def action_insert(self) -> None:
        """Wait for a digit that says where to insert."""
        self.ask(diamond_view.insert)

    # --- mouse --------------------------------------------------------------------------------------------------------

    def spot_at(self, x: int, y: int) -> Spot | None:
        """What stands under a cell."""
        plan = layout(*self.size, reviewing=bool(self.scene.questions), large=self.large)
        if place := plan.place_at(x, y):
            return Spot(place=place)
        if self.large or self.scene.guide or not plan.side.holds(x, y):
            return None
        if self.scene.questions:
            for item, row, lines in question_rows(self.scene, self.view, plan.side):
                if row <= y < row + len(lines):
                    return Spot(item=item.id)
            return None
        return next((Spot(item=card) for card, row in tray_rows(self.scene, plan.side).items() if row == y), None)

    def point(self, x: int, y: int) -> object:
        """A place or an item."""
        return self.spot_at(x, y)

    def grabbing(self, x: int, y: int) -> View | None:
        """The cursor on what stands under a cell."""
        if (spot := self.spot_at(x, y)) is None:
            return None
        return replace(self.view, at=spot, over=spot.place or self.view.over, last="", hand="")

    def hovering(self, view: View, x: int, y: int) -> View | None:
        """The hand over a place."""
        spot = self.spot_at(x, y)
        return replace(view, over=spot.place) if spot and spot.place else None

    def dropped(self, pressed: View, card: str, x: int, y: int) -> Edit | None:
        """Into the place under the mouse, else back to the tray."""
        stands, spot = self.scene.diamond.place_of(card), self.spot_at(x, y)
        if spot and spot.place:
            return Put(card, spot.place) if stands != spot.place else None
        return Lift(card) if stands else None
