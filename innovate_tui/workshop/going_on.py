"""Where a session goes on."""

from innovate_tui.workshop.board_edits import FixedName
from innovate_tui.workshop.deck import Deck
from innovate_tui.workshop.session import Session

ORDER: tuple[FixedName, ...] = ("diamond", "quadrants", "roadmap")
"""The boards in the order in which a group comes to them."""


def going_on_at(session: Session, deck: Deck) -> FixedName:
    """The last board with work on it that is not stuck down; else the last with work; else the first of the deck."""
    boards = session.boards
    open_of: dict[FixedName, bool] = {}
    """Whether each board that was begun is still open."""
    if boards.diamond.cards:
        open_of["diamond"] = boards.diamond.fixed is None
    if boards.quadrants.cards or boards.quadrants.mitigations:
        open_of["quadrants"] = boards.quadrants.fixed is None
    if boards.roadmap.timeline is not None:
        open_of["roadmap"] = boards.roadmap.fixed is None
    begun = [board for board in ORDER if board in open_of and board in deck.tools]
    still_open = [board for board in begun if open_of[board]]
    if begun:
        return (still_open or begun)[-1]
    return next((board for board in ORDER if board in deck.tools), "diamond")
