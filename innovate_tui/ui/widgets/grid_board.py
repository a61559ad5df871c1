"""The quadrants with their tray as one canvas. What keys mean is in `grid_view`, how it looks in `grid_painter`."""

from dataclasses import replace
from typing import ClassVar

from textual.binding import BindingType

from innovate_tui.ui.cells import Picture
from innovate_tui.ui.commands import SAY_HIGH, SAY_LOW, bindings
from innovate_tui.ui.widgets import grid_view
from innovate_tui.ui.widgets.beside_board import tray_rows
from innovate_tui.ui.widgets.board import Board
from innovate_tui.ui.widgets.grid_cells import SMALLEST, Values
from innovate_tui.ui.widgets.grid_painter import (
    GridLayout,
    grid_guide_pages,
    grid_layout,
    grid_question_rows,
    list_heads,
    list_rows,
    paint_grid,
)
from innovate_tui.ui.widgets.grid_view import GridScene, GridView
from innovate_tui.workshop.edits import Edit, Place, TakeOff
from innovate_tui.workshop.quadrants import Quadrants


class GridBoard(Board[GridScene, GridView]):
    """The four quadrants."""

    BINDINGS: ClassVar[list[BindingType]] = bindings((SAY_HIGH, SAY_LOW))

    def __init__(self) -> None:
        super().__init__(grid_view, GridScene({}, Quadrants()), GridView())

    def paint(self, width: int, height: int) -> Picture:
        """The board at a size."""
        return paint_grid(self.scene, self.view, width, height, large=self.large)

    @property
    def plan(self) -> GridLayout:
        """Where things stand at this size."""
        return grid_layout(*self.size, reviewing=bool(self.scene.questions), large=self.large)

    def fitting(self, scene: GridScene) -> GridScene:
        """The scene with the cells that there are at this size."""
        if not all(self.size):
            return scene
        plan = grid_layout(*self.size, reviewing=bool(scene.questions), large=self.large)
        return replace(scene, as_list=plan.as_list, cells=plan.cells)

    @property
    def guide_page_count(self) -> int:
        """How many pages the guide beside the board has at this size."""
        return grid_guide_pages(self.scene, *self.size)

    def action_say_level(self, high: bool) -> None:
        """High or low, for the card in hand."""
        self.ask(lambda scene, view: grid_view.say_level(scene, view, high=high))

    # --- mouse --------------------------------------------------------------------------------------------------------

    def item_at(self, x: int, y: int) -> str:
        """The card or question under a cell; the one painted last where labels meet."""
        plan = self.plan
        if plan.as_list and plan.field.holds(x, y):
            return next((card for card, row in list_rows(self.scene, self.view, plan).items() if row == y), "")
        if not plan.as_list:
            for card, sign in self.scene.signs.items():
                first, end = sign.cells
                left, row = plan.at(first, sign.y)
                if row == y and left <= x < left + max(end - first, SMALLEST):
                    return card
        if self.large or self.scene.guide or not plan.side.holds(x, y):
            return ""
        if self.scene.questions:
            rows = grid_question_rows(self.scene, self.view, plan.side)
            return next((item.id for item, row, lines in rows if row <= y < row + len(lines)), "")
        return next((card for card, row in tray_rows(self.scene, plan.side).items() if row == y), "")

    def values_at(self, x: int, y: int) -> Values | None:
        """The position under a cell, none beside the grid."""
        plan = self.plan
        if plan.as_list:
            heads = {row: quadrant for quadrant, row in list_heads(self.scene, self.view, plan).items()}
            above = [quadrant for row, quadrant in heads.items() if row <= y]
            return above[-1].middle if above and plan.field.holds(x, y) else None
        cell = plan.cell(x, y)
        return plan.cells.values(*cell) if cell else None

    def point(self, x: int, y: int) -> object:
        """The cell itself."""
        return x, y

    def grabbing(self, x: int, y: int) -> GridView | None:
        """The cursor on what stands under a cell."""
        item = self.item_at(x, y)
        return replace(self.view, at=item, last="", hand="", answered=False) if item else None

    def hovering(self, view: GridView, x: int, y: int) -> GridView | None:
        """The hand over a position; cards that are only to be read stay where they are."""
        values = self.values_at(x, y)
        return replace(view, over=values) if values and view.hand not in self.scene.to_read else None

    def dropped(self, pressed: GridView, card: str, x: int, y: int) -> Edit | None:
        """Where the mouse is on the grid, else back to the tray."""
        if card in self.scene.to_read:
            return None
        values = self.values_at(x, y)
        if values:
            return Place(card, *values) if self.scene.placed.get(card) != values else None
        return TakeOff(card) if self.scene.stands(card) else None
