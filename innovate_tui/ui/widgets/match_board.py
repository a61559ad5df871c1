"""Matching as one canvas. What keys mean is in `match_view`, how it looks in `match_painter`."""

from dataclasses import replace

from innovate_tui.ui.cells import Picture
from innovate_tui.ui.widgets import match_view
from innovate_tui.ui.widgets.board import Board
from innovate_tui.ui.widgets.board_view import Answer
from innovate_tui.ui.widgets.match_painter import (
    choice_rows,
    item_rows,
    match_guide_pages,
    match_layout,
    paint_match,
)
from innovate_tui.ui.widgets.match_view import MatchScene, MatchView
from innovate_tui.workshop.quadrants import Quadrants


class MatchBoard(Board[MatchScene, MatchView]):
    """What would help with what."""

    def __init__(self) -> None:
        super().__init__(match_view, MatchScene({}, Quadrants()), MatchView(), id="match")

    def paint(self, width: int, height: int) -> Picture:
        """The two lists at a size."""
        return paint_match(self.scene, self.view, width, height)

    @property
    def guide_page_count(self) -> int:
        """How many pages the guide in place of the left list has at this size."""
        return match_guide_pages(self.scene, *self.size)

    @property
    def pair(self) -> tuple[str, str]:
        """The influence and what helps with it that `w` is about."""
        return match_view.pair(self.scene, self.view)

    def action_turn_round(self) -> None:
        """The same matches from the other side."""
        self.ask(match_view.turn)

    # --- mouse --------------------------------------------------------------------------------------------------------

    def point(self, x: int, y: int) -> object:
        """Nothing is dragged here."""
        return None

    def grabbing(self, x: int, y: int) -> MatchView | None:
        """A click on an item of the left list chooses it; one on a choice switches it."""
        plan = match_layout(*self.size)
        rows = item_rows(self.scene, self.view, plan)
        pitch = min(plan.pitch(len(self.scene.left(self.view))), 3)
        if not self.scene.guide and plan.left.holds(x, y):
            item = next((card for card, row in rows.items() if row <= y < row + pitch), "")
            return replace(self.view, at=item, inside=False, match="") if item else None
        choice = next((card for card, row in choice_rows(self.scene, self.view, plan).items() if row == y), "")
        if choice and plan.right.x - 1 <= x < plan.right.right and self.view.at:
            edit = match_view.switch(self.scene, self.view, choice).edit
            self.take(Answer(self.view, edit=edit))
        return None
