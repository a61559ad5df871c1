"""The one widget that puts a picture on the screen, repainting only the cells that changed."""

from collections.abc import Mapping, Sequence

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from innovate_tui.ui.cells import Picture, Sheet
from innovate_tui.ui.palette import DARK, inks

ROWS_KEPT = 128
"""Rows that a canvas remembers, so as not to make them again."""


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
        self._seen: dict[tuple[tuple[str, ...], tuple[str, ...]], Strip] = {}
        """Rows that were on the screen before, by their characters and inks: a cursor comes back to where it was."""

    def paint(self, width: int, height: int) -> Picture:
        """The picture of this canvas at a size in cells."""
        raise NotImplementedError

    @property
    def picture(self) -> Picture:
        """What is on the screen now, painted if it has not been yet."""
        if self._picture is None or (self._picture.width, self._picture.height) != tuple(self.size):
            self._picture = self._painted()
            self._strips.clear()
            self._seen.clear()
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

    def rows(self, wanted: Sequence[int]) -> list[Strip]:
        """Rows as they go to the terminal, filters and all. A canvas has no border and no style of its own."""
        picture, strips = self.picture, self._strips
        if changed := [y for y in wanted if y not in strips]:
            filters, ground = self.get_line_filters(), self.background_colors[1]
            for y in changed:
                looks = (picture.chars[y], picture.inks[y]) if y < picture.height else ((), ())
                strip = self._seen.get(looks)
                if strip is None:
                    strip = self.render_line(y)
                    for line_filter in filters:
                        strip = strip.apply_filter(line_filter, ground)
                    if len(self._seen) >= ROWS_KEPT:
                        self._seen.clear()
                    self._seen[looks] = strip
                strips[y] = strip
        return [strips[y] for y in wanted]

    def render_lines(self, crop: Region) -> list[Strip]:
        """Rows for Textual's compositor."""
        strips = self.rows(crop.line_range)
        whole = crop.column_span == (0, self.picture.width)
        return strips if whole else [strip.crop(*crop.column_span) for strip in strips]

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """As wide as it is let."""
        return container.width

    def _painted(self) -> Picture:
        width, height = self.size
        return self.paint(width, height) if width and height else Sheet(width, height).picture()
