"""The guide in a column of its own, at the right of a wide window. The board beside it keeps focus and every key."""

from innovate_tui.ui.cells import Picture
from innovate_tui.ui.widgets.board_view import Guide
from innovate_tui.ui.widgets.canvas import Canvas
from innovate_tui.ui.widgets.guide_painter import COLUMN, column, pages_in, paint_column


class GuideColumn(Canvas):
    """A page of the guide; hidden until there is one."""

    DEFAULT_CSS = f"""
    GuideColumn {{ display: none; width: {COLUMN}; height: 1fr; }}
    """

    guide: Guide | None = None

    def paint(self, width: int, height: int) -> Picture:
        """The column at a size."""
        return paint_column(self.guide, width, height)

    def show(self, guide: Guide | None) -> None:
        """Show another guide, or none."""
        if self.guide != guide:
            self.guide = guide
            self.repaint()

    @property
    def guide_page_count(self) -> int:
        """How many pages the guide has at this size."""
        return pages_in(self.guide, column(*self.size)) if self.guide else 0
