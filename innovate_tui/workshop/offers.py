"""The golden thread: what the earlier tools offer to the roadmap, first things first, and why each is there.

Source: ACCEPTANCE R2, R3, R40. First the diamond's areas for development, the bottom rows first; then what was chosen
to help with influences that ask for it; then everything else. With neither tool done all cards are simply offered.
"""

from dataclasses import dataclass

from innovate_tui.workshop.diamond import BOTTOM, PLACES
from innovate_tui.workshop.features import Judgement
from innovate_tui.workshop.session import Boards, Cards, Session


@dataclass(frozen=True, slots=True)
class Offer:
    """A feature in the roadmap's tray."""

    feature: str
    came_from: str = ""
    """The tool that leaves it to be worked on: `diamond`, `quadrants`, or nothing."""
    place: int | None = None
    """Its place on the diamond, for one that comes from there."""
    answers: tuple[str, ...] = ()
    """The influences that it was chosen to help with, for one that comes from the quadrants."""


def offers(session: Session, cards: Cards) -> tuple[Offer, ...]:
    """Everything that can go on the roadmap, the priorities first; each feature once."""
    first = priorities(session)
    taken = {offer.feature for offer in first}
    rest = tuple(Offer(feature) for feature in cards.all if feature not in taken)
    return (*(offer for offer in first if offer.feature in cards.all), *rest)


def priorities(session: Session) -> tuple[Offer, ...]:
    """What the diamond and the quadrants leave to be worked on."""
    boards = session.boards
    found = {offer.feature: offer for offer in _to_develop(session)}
    for offer in _that_help(boards):
        both = found.setdefault(offer.feature, offer)
        if both.came_from == "diamond":  # chosen to help as well: the place says why it comes first
            found[offer.feature] = Offer(both.feature, both.came_from, both.place, offer.answers)
    return tuple(found.values())


def _to_develop(session: Session) -> list[Offer]:
    """The bottom three, and what else was judged to develop, from place 9 upwards; then what has no place."""
    diamond = session.boards.diamond
    found = []
    for place in reversed(PLACES):
        card = diamond.at(place)
        if card and (place in BOTTOM or session.about(card).judgement is Judgement.DEVELOPMENT):
            found.append(Offer(card, "diamond", place))
    aside = [card for card, said in session.said.items() if said.judgement is Judgement.DEVELOPMENT]
    return found + [Offer(card, "diamond") for card in aside if diamond.place_of(card) is None]


def _that_help(boards: Boards) -> list[Offer]:
    """The next-level features that were chosen for influences which ask for help, the heaviest influence first."""
    quadrants = boards.quadrants
    answers: dict[str, list[str]] = {}
    for influence in quadrants.due:
        for helper in quadrants.helpers(influence):
            answers.setdefault(helper, []).append(influence)
    return [Offer(helper, "quadrants", None, tuple(influences)) for helper, influences in answers.items()]
