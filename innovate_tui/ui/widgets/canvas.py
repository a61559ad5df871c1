"""The one widget that puts a picture on the screen, repainting only the cells that changed."""

from collections.abc import Mapping

from rich.segment import Segment
from rich.style import Style
from textual.color import TRANSPARENT
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from innovate_tui.ui.cells import Picture, Sheet
from innovate_tui.ui.palette import DARK, inks


class Canvas(Widget):
    """A rectangle of cells painted by `paint`, which a subclass writes as a pure function of its own values.

    Call `repaint` when those values change: the new picture is compared with the old one, and only what differs is
    sent to the terminal.
    """

    DEFAULT_CSS = "Canvas { width: 1fr; height: 1; }"

    inks: Mapping[str, Style] = inks(DARK)
    """The style of each ink; the screen hands it down when the theme changes."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._picture: Picture | None = None
        self._strips: dict[int, Strip] = {}
        """The rows that are on the screen, as they were handed to Textual; those that changed are taken out."""

    def paint(self, width: int, height: int) -> Picture:
        """The picture of this canvas at a size in cells."""
        raise NotImplementedError

    @property
    def picture(self) -> Picture:
        """What is on the screen now, painted if it has not been yet."""
        if self._picture is None or (self._picture.width, self._picture.height) != tuple(self.size):
            self._picture = self._painted()
            self._strips.clear()
        return self._picture

    def repaint(self) -> None:
        """Paint again and show what has changed."""
        old = self._picture
        if old is None or not self.is_mounted or (old.width, old.height) != tuple(self.size):
            self.repaint_whole()
            return
        new = self._painted()
        stretches = list(old.changes(new))
        self._picture = new
        if stretches:
            for _, y, _ in stretches:
                self._strips.pop(y, None)
            self.refresh(*(Region(x, y, width, 1) for x, y, width in stretches))

    def repaint_whole(self) -> None:
        """Paint everything again, as after a change of theme."""
        self._picture = None
        self._strips.clear()
        self.refresh()

    def wear(self, styles: Mapping[str, Style]) -> None:
        """Take the inks of another theme."""
        self.inks = styles
        self.repaint_whole()

    def render_line(self, y: int) -> Strip:
        """One row, for Textual's compositor."""
        picture = self.picture
        if y >= picture.height:
            return Strip.blank(self.size.width, self.inks["text"])
        return Strip([Segment(text, self.inks[ink]) for text, ink in picture.runs(y)], picture.width)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Rows for Textual's compositor. A canvas has no border and no style of its own, so none is worked out."""
        width = self.picture.width
        changed = [y for y in crop.line_range if y not in self._strips]
        filters, ground = self.get_line_filters(), self.background_colors[1] if changed else TRANSPARENT
        for y in changed:
            strip = self.render_line(y)
            for line_filter in filters:
                strip = strip.apply_filter(line_filter, ground)
            self._strips[y] = strip
        strips = [self._strips[y] for y in crop.line_range]
        return strips if crop.column_span == (0, width) else [strip.crop(*crop.column_span) for strip in strips]

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """As wide as it is let."""
        return container.width

    def _painted(self) -> Picture:
        width, height = self.size
        return self.paint(width, height) if width and height else Sheet(width, height).picture()
