"""The roadmap with its tray as one canvas. What keys mean is in `road_view`, how it looks in `road_painter`."""

from dataclasses import replace
from typing import ClassVar

from textual.actions import parse
from textual.binding import BindingType
from textual.events import Key

from innovate_tui.ui import commands as key
from innovate_tui.ui.cells import Picture
from innovate_tui.ui.commands import bindings
from innovate_tui.ui.widgets import road_linking, road_sight, road_view
from innovate_tui.ui.widgets.board import ON_BOARD, Board
from innovate_tui.ui.widgets.board_view import Answer
from innovate_tui.ui.widgets.road_heads import begins, hovering, on_head
from innovate_tui.ui.widgets.road_layout import RoadLayout, road_layout
from innovate_tui.ui.widgets.road_mouse import item_at, month_at, over_at
from innovate_tui.ui.widgets.road_painter import guide_pages, paint_road
from innovate_tui.ui.widgets.road_scene import RoadScene, RoadView
from innovate_tui.workshop.edits import Edit
from innovate_tui.workshop.roadmap import Roadmap

ON_ROAD = (
    *key.SIZES,
    key.LONGER,
    key.SHORTER,
    key.LINK,
    key.JUMP,
    key.COPY,
    key.ZOOM,
    key.FIRST_PERIODS,
    key.LAST_PERIODS,
)
"""The commands that this board answers besides those of every board."""
AT_ONCE = {name: command.action for command in (*ON_ROAD, *ON_BOARD) for name in command.keys}
"""What each of their keys does."""


class RoadBoard(Board[RoadScene, RoadView]):
    """The timeline."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(ON_ROAD)

    def __init__(self) -> None:
        super().__init__(road_view, RoadScene({}, Roadmap()), RoadView())

    def paint(self, width: int, height: int) -> Picture:
        """The board at a size."""
        return paint_road(self.scene, self.view, width, height, large=self.large)

    @property
    def plan(self) -> RoadLayout:
        """Where things stand at this size."""
        return road_layout(*self.size, self.scene, self.view, large=self.large)

    def fitting(self, scene: RoadScene) -> RoadScene:
        """The scene with the periods and lanes that there is room for at this size."""
        if not all(self.size):
            return scene
        plan = road_layout(*self.size, scene, self.view, large=self.large)
        return replace(
            scene,
            as_list=plan.as_list,
            columns=plan.columns,
            room=plan.lanes.height,
            tray_columns=1 if plan.side else max(1, self.size.width // 26),
        )

    def take(self, answer: Answer[RoadView]) -> None:
        """Go on from an answer; another way of looking may have other periods in sight."""
        if answer.view.zoom != self.view.zoom:
            self.view = answer.view
            self.scene = self.fitting(self.scene)
            answer = replace(answer, view=road_sight.in_sight(self.scene, road_view.settled(self.scene, self.view)))
        super().take(answer)

    # --- keys ---------------------------------------------------------------------------------------------------------

    def on_key(self, event: Key) -> None:
        """The board's own commands at once, in the order of the keys: a binding is looked up later than a capital.

        So `P k T enter` links those two, however fast it is typed or sent.
        """
        if action := AT_ONCE.get(event.key):
            event.stop()
            event.prevent_default()
            self.view = replace(self.view, capitals=0)
            _, name, words = parse(action)
            getattr(self, f"action_{name}")(*words)

    def action_size(self, energy: str) -> None:
        """Small, medium or large."""
        self.ask(lambda scene, view: road_view.size(scene, view, energy))

    def action_stretch(self, by: int) -> None:
        """Longer or shorter."""
        self.ask(lambda scene, view: road_view.stretch(scene, view, by))

    def action_link(self) -> None:
        """Begin a link; on the other card, the two go together."""
        self.ask(road_linking.link)

    def action_jump(self) -> None:
        """Along a link."""
        self.ask(road_linking.jump)

    def action_copy(self) -> None:
        """Once more, in another period."""
        self.ask(road_linking.copy)

    def action_zoom(self) -> None:
        """Months, quarters, half-years."""
        self.ask(road_sight.zoom)

    def action_pan(self, end: bool) -> None:
        """The first or the last periods."""
        self.ask(lambda scene, view: road_sight.pan(scene, view, end=end))

    @property
    def guide_page_count(self) -> int:
        """How many pages the guide has at this size."""
        return guide_pages(self.scene, self.view, *self.size)

    # --- mouse --------------------------------------------------------------------------------------------------------

    def point(self, x: int, y: int) -> object:
        """The cell itself."""
        return x, y

    def grabbing(self, x: int, y: int) -> RoadView | None:
        """The cursor on what stands under a cell."""
        item = item_at(self.plan, self.scene, self.view, x, y)
        if item is None:
            return None
        return replace(self.view, where=item[0], at=item[1], last="", hand="", copying="")

    def draggable(self, pressed: RoadView) -> str:
        """A stage or an event too."""
        return pressed.at if on_head(pressed) else super().draggable(pressed)

    def hovering(self, view: RoadView, x: int, y: int) -> RoadView | None:
        """The hand over a period and a lane; over a month with a stage or an event, by where it was taken hold of."""
        if on_head(view):
            if not 0 <= y < self.plan.bottom.y or self.plan.as_list:
                return None
            month = month_at(self.plan, self.scene, view, x)
            if isinstance(self._pressed_at, tuple) and self._pressed is not None:
                held = month_at(self.plan, self.scene, self._pressed, self._pressed_at[0])
                month += begins(self.scene, self._pressed) - held
            return hovering(self.scene, view, month)
        over = over_at(self.plan, self.scene, view, x, y)
        return replace(view, over=over, laned=over[1] != view.over[1] or view.laned) if over else None

    def dropped(self, pressed: RoadView, card: str, x: int, y: int) -> Edit | None:
        """Where the mouse is on the timeline; elsewhere nothing changes."""
        if self.hovering(pressed, x, y) is None:
            return None
        return road_view.put_down(self.scene, self.view).edit

    def _in_hand(self, view: RoadView, card: str) -> RoadView:
        return road_view.carry(self.scene, view).view
