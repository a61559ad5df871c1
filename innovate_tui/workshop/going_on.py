"""Where a session goes on."""

from innovate_tui.workshop.board_edits import FixedName
from innovate_tui.workshop.deck import Deck
from innovate_tui.workshop.session import Session


def going_on_at(session: Session, deck: Deck) -> FixedName:
    """The board that a group goes on with: the quadrants while they are open, else the first that was begun."""
    diamond, quadrants = session.boards.diamond, session.boards.quadrants
    alone = session.boards.roadmap.timeline is not None and not diamond.cards and not quadrants.cards
    if alone and "roadmap" in deck.tools:
        return "roadmap"
    begun = bool(quadrants.cards or quadrants.mitigations)
    wanted = begun and (quadrants.fixed is None or not diamond.cards)
    return "quadrants" if wanted and "quadrants" in deck.tools else "diamond"
