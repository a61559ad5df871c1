"""What the program says of the four quadrants: what a position means, what asks for help, what a move has changed."""

from collections.abc import Callable, Mapping

from innovate_tui.workshop.board_edits import Place, TakeOff
from innovate_tui.workshop.deck import Act, Deck, Mode
from innovate_tui.workshop.features import Feature, Kind
from innovate_tui.workshop.guide_wording import next_step
from innovate_tui.workshop.quadrants import HIGH, Position, Quadrant
from innovate_tui.workshop.reflections import unanswered
from innovate_tui.workshop.session import Cards, Session, cards_of
from innovate_tui.workshop.spelling import ONE_ROW, Naming, count, fitting, listed

FIGURES = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six"}


def level(value: int) -> str:
    """High or low."""
    return "high" if value >= HIGH else "low"


def axes(position: Position) -> str:
    """A position in words: "high importance, low threat"; what is not said yet is said so."""
    if position.importance is None and position.threat is None:
        return "not placed"
    parts = [
        f"{level(value)} {axis}" if value is not None else f"{axis} not said yet"
        for axis, value in (("importance", position.importance), ("threat", position.threat))
    ]
    return ", ".join(parts)


def moved(was: Position, now: Position) -> str:
    """What an influence did, as a clause without its name: "went from low to high threat"."""
    if not (was.placed and now.placed):
        return f"went to {axes(now)}"
    turns = [
        (axis, level(old), level(new))
        for axis, old, new in (
            ("importance", was.importance or 0, now.importance or 0),
            ("threat", was.threat or 0, now.threat or 0),
        )
        if level(old) != level(new)
    ]
    if not turns:
        return f"moved within {axes(now)}"
    axis, before, after = turns[0]
    if len(turns) == 1:
        return f"went from {before} to {after} {axis}"
    return f"went from {before} to {after} on both axes" if turns[1][1:] == (before, after) else f"went to {axes(now)}"


def stands_in(deck: Deck, position: Position) -> str:
    """A position in words, with what the deck calls its quadrant: "high importance, low threat (Watch)"."""
    return _with_name(axes(position), quadrant_name(deck, position.quadrant) if position.quadrant else "")


def quadrant_name(deck: Deck, quadrant: Quadrant) -> str:
    """What the deck calls a quadrant; nothing where it has no names, as the toolkit has none."""
    return deck.tools["quadrants"].names.get(_key(quadrant), "") if "quadrants" in deck.tools else ""


def meaning(deck: Deck, quadrant: Quadrant) -> str:
    """What the deck says that a quadrant means for a group; nothing where it says nothing."""
    return deck.tools["quadrants"].meanings.get(_key(quadrant), "")


def _key(quadrant: Quadrant) -> str:
    """A quadrant as a key of the deck's tables."""
    return f"{'high' if quadrant.important else 'low'}-importance-{'high' if quadrant.threatening else 'low'}-threat"


def _with_name(where: str, called: str) -> str:
    return f"{where} ({called})" if called else where


def _in_sight(told: Callable[[Naming, str], str], position: Position, deck: Deck, cards: Mapping[str, Feature]) -> str:
    """A sentence about a position that ends in sight: the cards' names shrink first, then the quadrant's gives way."""
    named, plain = stands_in(deck, position), axes(position)
    said = fitting(lambda name: told(name, named), cards)
    return said if len(said) <= ONE_ROW or named == plain else fitting(lambda name: told(name, plain), cards)


def placed(edit: Place, before: Session, after: Session, deck: Deck) -> str:
    """What putting an influence somewhere has come to, and what that changes of what is due."""
    position = after.boards.quadrants.position(edit.card)

    def told(name: Naming, where: str) -> str:
        return _placed(edit, before, after, name(edit.card), where)

    return _in_sight(told, position, deck, cards_of(after, deck).all)


def _placed(edit: Place, before: Session, after: Session, card: str, where: str) -> str:
    was, now = before.boards.quadrants, after.boards.quadrants
    position = now.position(edit.card)
    if not position.placed:
        return f"{card}: {where}."
    matches = len(now.helpers(edit.card))
    if was.asks_for_help(edit.card) and not now.asks_for_help(edit.card):
        kept = f" Its {FIGURES.get(matches, matches)} matches are kept." if matches > 1 else ""
        kept = " Its match is kept." if matches == 1 else kept
        return f"{card} is low on both now.{kept} u undoes."
    if now.asks_for_help(edit.card) and not was.asks_for_help(edit.card) and was.position(edit.card).placed:
        return f"{card} asks for help now: {where}. u undoes."
    if was.position(edit.card).quadrant is position.quadrant:
        return f"{card} moved; still {where}. u undoes."
    keys = "w says why, u undoes." if where == axes(position) else "u undoes."  # a quadrant's name needs the room
    return f"{card} is {where}. {keys}"


def taken_off(edit: TakeOff, before: Session, name: Naming) -> str:
    """What taking an influence off the grid has come to."""
    quadrants = before.boards.quadrants
    position = quadrants.position(edit.card)
    matches = len(quadrants.helpers(edit.card))
    kept = ""
    if position.why:
        kept = " Reason and matches stay." if matches else " Its reason stays."
    elif matches:
        kept = " Its matches stay." if matches > 1 else " Its match stays."
    return f"{name(edit.card)} went back to the tray.{kept} u undoes."


def in_hand(cards: Cards, deck: Deck, card: str, importance: int, threat: int) -> str:
    """What the card in hand would be here."""

    position = Position(importance, threat)

    def told(name: Naming, where: str) -> str:
        if where == axes(position):
            return f"In hand: {name(card)}. It would be {where}."
        return f"In hand: {name(card)}. {where[:1].upper()}{where[1:]}."  # shorter, so that the quadrant's name is seen

    return _in_sight(told, position, deck, cards.all)


def chosen(session: Session, deck: Deck, card: str) -> str:
    """Where the chosen influence stands, and whether it asks for help."""
    quadrants = session.boards.quadrants
    position = quadrants.position(card)
    cards = cards_of(session, deck)
    if not position.placed:
        return fitting(lambda name: f"{name(card)} is in the tray. 1-4 puts it into a quadrant.", cards.all)
    matches = len(quadrants.helpers(card))
    helped = ""
    if quadrants.asks_for_help(card):
        helped = f" {count(matches, 'match', 'matches')}." if matches else " It asks for help."
    return _in_sight(lambda name, where: f"{name(card)}: {where}.{helped}", position, deck, cards.all)


def matching_state(session: Session, deck: Deck) -> str:
    """What asks for help and has no match yet. Leaving it so is fine (string 22)."""
    quadrants = session.boards.quadrants
    cards = cards_of(session, deck)
    if not quadrants.placed:
        return "No influence is placed yet. , goes back to placing them."
    if not quadrants.due:
        return "Nothing asks for help: no influence is high on either axis."
    open_ = quadrants.unanswered
    if not open_:
        return (
            f"All {len(quadrants.due)} that ask for help have a match." if len(quadrants.due) > 1 else "It has a match."
        )
    if len(open_) == 1:
        return fitting(
            lambda name: f"{name(open_[0])} asks for help and has no match yet. Leaving it so is fine.", cards.all
        )
    named = fitting(
        lambda name: f"{len(open_)} influences still ask for help: {listed([name(each) for each in open_])}.", cards.all
    )
    return named if len(named) <= ONE_ROW else f"{len(open_)} influences still ask for help."


def matches_of(session: Session, deck: Deck, influence: str) -> str:
    """What an influence is matched with, and who still asks for a match: "Regulation: 2 matched. ..." """
    cards, quadrants = cards_of(session, deck), session.boards.quadrants
    state = matching_state(session, deck)
    if influence not in cards.all or not quadrants.due:
        return state
    matched = len(quadrants.helpers(influence))
    if not quadrants.asks_for_help(influence):
        matches = FIGURES.get(matched, matched)
        return fitting(
            lambda name: f"{name(influence)} is low on both now. "
            + (f"Its {matches} matches are kept." if matched > 1 else "Its match is kept."),
            cards.all,
        )
    if not matched:
        return fitting(
            lambda name: f"{name(influence)} asks for help and has no match yet. Leaving it so is fine.", cards.all
        )
    others = [other for other in quadrants.unanswered if other != influence]
    if len(others) == 1:
        return fitting(
            lambda name: f"{name(influence)}: {matched} matched. {name(others[0])} still asks for a match.",
            cards.all,
        )
    still = f"{len(others)} influences still ask for one." if others else "All that ask for help have a match."
    return fitting(lambda name: f"{name(influence)}: {matched} matched. {still}", cards.all)


def help_of(session: Session, deck: Deck, helper: str) -> str:
    """What a next-level feature was chosen for."""
    cards, helped = cards_of(session, deck), session.boards.quadrants.helped_by(helper)
    if not helped:
        return fitting(lambda name: f"{name(helper)} is not chosen for any influence. That is fine.", cards.all)
    named = fitting(lambda name: f"{name(helper)} is chosen for {listed([name(each) for each in helped])}.", cards.all)
    if len(named) <= ONE_ROW:
        return named
    return fitting(lambda name: f"{name(helper)} is chosen for {len(helped)} influences.", cards.all)


def grid_state(session: Session, deck: Deck) -> str:
    """How far the quadrants are, in a few words."""
    quadrants = session.boards.quadrants
    if not quadrants.cards and not quadrants.mitigations:
        return "not started"
    influences = cards_of(session, deck).of_kind(Kind.INFLUENCE)
    parts = [f"{len(quadrants.placed)} of {len(influences)} placed"]
    if quadrants.due:
        answered = len(quadrants.due) - len(quadrants.unanswered)
        parts.append(f"{answered} of {len(quadrants.due)} matched")
    if quadrants.fixed:
        parts.append("fixed")
    return " · ".join(parts)


def tray_state(session: Session, deck: Deck) -> str:
    """What is still in the tray."""
    quadrants = session.boards.quadrants
    waiting = quadrants.set_aside(feature.id for feature in cards_of(session, deck).of_kind(Kind.INFLUENCE))
    if not waiting:
        return "All influences are placed."
    if quadrants.fixed:
        return f"{count(len(waiting), 'influence')} set aside."
    return f"{count(len(waiting), 'influence')} to place, one at a time."


def next_due(session: Session, deck: Deck) -> str:
    """What is still to do on the quadrants, as one sentence; never more than a suggestion."""
    quadrants = session.boards.quadrants
    waiting = quadrants.set_aside(feature.id for feature in cards_of(session, deck).of_kind(Kind.INFLUENCE))
    if not quadrants.placed:
        return "Next: place the influences one at a time. 1-4 chooses a quadrant."
    if waiting and not quadrants.fixed:
        return f"Next: {count(len(waiting), 'influence')} to place."
    if quadrants.unanswered and not quadrants.fixed:
        return f"Next: choose what helps. {count(len(quadrants.unanswered), 'influence')} without a match."
    if not quadrants.fixed:
        return "Next: f fixes the board when you are happy with it. Then step back."
    return "Next: step back and look at it together. e exports the summary."


# --- what is next at a step -------------------------------------------------------------------------------------------


def complete(session: Session, deck: Deck, act: Act) -> str:
    """That what a step is for is done, as a sentence; nothing while it is not. No step waits for it (Q25–Q37)."""
    quadrants, cards = session.boards.quadrants, cards_of(session, deck)
    influences = [feature.id for feature in cards.of_kind(Kind.INFLUENCE)]
    if act is Act.SHARE:
        return "Every influence has its expert." if all(map(session.expert_for, influences)) else ""
    if act is Act.PLACE:
        return "" if quadrants.set_aside(influences) else "All influences are placed."
    if act is Act.MATCH and quadrants.placed and not quadrants.unanswered:
        return matching_state(session, deck)
    if act is Act.FIX:
        return "The quadrants are fixed." if quadrants.fixed else ""
    if act is Act.REVIEW:
        return "" if unanswered(deck.tools["quadrants"], session.boards.reflections) else "Every question is answered."
    return ""


def at_step(session: Session, deck: Deck, act: Act) -> str:
    """What is next at a step, as one sentence, never more than a suggestion."""
    quadrants = session.boards.quadrants
    going_on = next_step(deck.tools["quadrants"], session.mode, act) or "e exports the summary."
    if quadrants.fixed and act in (Act.MISSING, Act.PLACE, Act.HELPERS, Act.MATCH):
        return f"The quadrants are fixed; f unfixes them. {going_on}"
    if done := complete(session, deck, act):
        said = f"{done} {going_on}"
        return said if len(said) <= ONE_ROW else done
    return _to_do(session, deck, act) or going_on


def _to_do(session: Session, deck: Deck, act: Act) -> str:
    """What there is to do at a step whose work is not done."""
    quadrants, cards = session.boards.quadrants, cards_of(session, deck)
    waiting = quadrants.set_aside(feature.id for feature in cards.of_kind(Kind.INFLUENCE))
    alone = session.mode is Mode.INDIVIDUAL
    match act:
        case Act.SHARE:
            return "Share the influences out. x says who reads what."
        case Act.READ:
            return (
                "Read the cards you do not know well. Enter opens one." if alone else "Read your card. Enter opens it."
            )
        case Act.MISSING:
            return f"Is anything missing? a adds a card. {next_step(deck.tools['quadrants'], session.mode, act)}"
        case Act.PLACE:
            return f"{count(len(waiting), 'influence')} to place, one at a time. 1-4 chooses a quadrant."
        case Act.HELPERS:
            return "Read what could help. Enter opens a card. Then match it with what is high."
        case Act.MATCH:
            return matching_state(session, deck)
        case Act.FIX:
            return "f fixes the quadrants when you are happy with them."
        case Act.REVIEW:
            left = len(unanswered(deck.tools["quadrants"], session.boards.reflections))
            return f"Say what it shows, then take the questions: {left} not answered yet. Enter answers."
        case Act.TELL if any(each.boards.quadrants.placed for each in session.rounds):
            change = "f unfixes the quadrants." if session.boards.quadrants.fixed else "A digit moves a card."
            return f"Show the other groups. Does anything change? {change}"
        case Act.TELL:
            return "b keeps a round of what you have now. Then show the other groups."
    return ""
