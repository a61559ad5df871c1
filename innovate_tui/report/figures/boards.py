"""Which drawing belongs to which board, and how high it is."""

from innovate_tui.report.document import DiamondPicture, Picture
from innovate_tui.report.figures.diamond import diamond
from innovate_tui.report.figures.quadrants import quadrants
from innovate_tui.report.figures.shapes import Drawing

HIGH, SPARSE = 198.0, 128.0
"""The height of a board's picture where the page has the room; a grid with few cards needs less."""
FEW = 2


def height(picture: Picture) -> float:
    """How high a board should be drawn."""
    sparse = not isinstance(picture, DiamondPicture) and len(picture.cards) <= FEW
    return SPARSE if sparse else HIGH


def board(picture: Picture, w: float, h: float) -> Drawing:
    """A board, filling `w` by `h`."""
    return diamond(picture, w, h) if isinstance(picture, DiamondPicture) else quadrants(picture, w, h)
