"""A board as it was, painted by the painters that paint it now: nothing is chosen, nothing can be moved."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from innovate_tui.ui.cells import Picture
from innovate_tui.ui.widgets.diamond_painter import paint_diamond
from innovate_tui.ui.widgets.diamond_view import Scene, View
from innovate_tui.ui.widgets.grid_painter import grid_layout, paint_grid
from innovate_tui.ui.widgets.grid_view import GridScene, GridView
from innovate_tui.ui.widgets.road_layout import DIGITS, road_layout
from innovate_tui.ui.widgets.road_painter import paint_road
from innovate_tui.ui.widgets.road_scene import RoadScene, RoadView
from innovate_tui.workshop.features import Feature
from innovate_tui.workshop.going_on import ORDER
from innovate_tui.workshop.session import Boards, Said
from innovate_tui.workshop.stages import Stage


@dataclass(frozen=True)
class Then:
    """The boards at a moment, with what is known of their cards now."""

    boards: Boards
    cards: Mapping[str, Feature]
    said: Mapping[str, Said]
    stages: Mapping[Stage, str]
    """The titles of the stages."""

    @property
    def begun(self) -> tuple[str, ...]:
        """The boards on which something stood."""
        there = {
            "diamond": bool(self.boards.diamond.cards),
            "quadrants": bool(self.boards.quadrants.cards or self.boards.quadrants.mitigations),
            "roadmap": self.boards.roadmap.timeline is not None,
        }
        return tuple(board for board in ORDER if there[board])

    def paint(self, board: str, width: int, height: int, page: int = 0) -> Picture:
        """One of the boards at a size, as large as it goes; of the roadmap the periods of a page."""
        if board == "diamond":
            scene = Scene(cards=self.cards, diamond=self.boards.diamond, said=self.said)
            return paint_diamond(scene, View(), width, height, large=True)
        if board == "quadrants":
            plan = grid_layout(width, height, large=True)
            grid = GridScene(self.cards, self.boards.quadrants, as_list=plan.as_list, cells=plan.cells)
            return paint_grid(grid, GridView(), width, height, large=True)
        road, view = self._road(width, height, page)
        return paint_road(road, view, width, height, large=True)

    def page_count(self, board: str, width: int, height: int) -> int:
        """In how many pages a board is seen whole: a long roadmap has several."""
        if board != "roadmap" or self.boards.roadmap.timeline is None:
            return 1
        road, _ = self._road(width, height, 0)
        in_sight = 1 if road.as_list else road.columns
        return -(-len(self.boards.roadmap.timeline.periods) // in_sight)

    def _road(self, width: int, height: int, page: int) -> tuple[RoadScene, RoadView]:
        road = RoadScene(cards=self.cards, road=self.boards.roadmap, stage_titles=self.stages)
        where = road_layout(width, height, road, RoadView(), large=True)
        road = replace(road, as_list=where.as_list, columns=where.columns, room=where.lanes.height)
        if where.as_list or self.boards.roadmap.timeline is None:
            return road, RoadView(column=page // DIGITS * DIGITS, page=page)
        last = len(self.boards.roadmap.timeline.periods) - where.columns
        return road, RoadView(column=min(page * where.columns, last))
