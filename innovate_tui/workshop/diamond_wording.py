"""What the program says of the diamond: where a card stands, what a move has come to, what is due."""

from innovate_tui.workshop.board_edits import Insert, Lift, Put
from innovate_tui.workshop.deck import Act, Deck, Mode
from innovate_tui.workshop.diamond import PLACES, Diamond
from innovate_tui.workshop.features import Judgement, Kind
from innovate_tui.workshop.guide_wording import next_step
from innovate_tui.workshop.people import read_by_nobody
from innovate_tui.workshop.reflections import unanswered
from innovate_tui.workshop.session import Cards, Session, cards_of
from innovate_tui.workshop.spelling import Naming, count, fitting, listed, name_of

# --- what an edit did -------------------------------------------------------------------------------------------------


def placed(edit: Put | Insert, before: Session, after: Session, name: Naming) -> str:
    """What putting a card on the diamond has come to."""
    old, new = before.boards.diamond, after.boards.diamond
    card, was, here, there = name(edit.card), old.place_of(edit.card), edit.place, old.at(edit.place)
    off = [other for other in old.placed if new.place_of(other) is None]
    if off:
        return f"{card} is at {here}, {name(off[0])} back in the tray. u undoes."
    if there is not None and isinstance(edit, Insert):
        aside = "those between moved up" if was is not None and was < here else "those below moved down"
        return f"{card} is now at {here}; {aside}. u undoes."
    if there is not None:
        return f"{card} and {name(there)} changed places. u undoes."
    if was is not None:
        return f"{card} moved from {was} to {here}. u puts it back."
    return f"{card} is now at {here}. w says why, u undoes."


def lifted(edit: Lift, before: Session, name: Naming) -> str:
    """What taking a card off the diamond has come to."""
    standing = before.boards.diamond.standing(edit.card)
    kept = " Its reason is kept." if standing.why or standing.dissent else ""
    return f"{name(edit.card)} went back to the tray.{kept} u undoes."


# --- where things stand -----------------------------------------------------------------------------------------------


def in_hand(cards: Cards, diamond: Diamond, card: str, place: int) -> str:
    """What would happen if the card in hand were put down here."""
    return fitting(lambda name: _in_hand(diamond, card, place, name), cards.all)


def _in_hand(diamond: Diamond, card: str, place: int, name: Naming) -> str:
    there = diamond.at(place)
    if there == card:
        return f"In hand: {name(card)}. It stands here, at {place}."
    if there is None:
        return f"In hand: {name(card)}. Place {place} is free."
    if diamond.place_of(card) is None:
        return f"In hand: {name(card)}. {name(there)}, at {place}, would go to the tray."
    return f"In hand: {name(card)}. It would change places with {name(there)}."


def chosen(session: Session, deck: Deck, card: str, suggested: int) -> str:
    """Where the chosen card stands; in the tray, where filling would go on with it."""
    name = name_of(cards_of(session, deck), card)
    standing = session.boards.diamond.standing(card)
    if standing.place is None:
        if session.boards.diamond.fixed or not session.boards.diamond.free:
            return f"{name} is set aside. w says why."
        return f"{name} is in the tray. {suggested} is the next free place."
    said = [word for word, text in (("a reason", standing.why), ("another view", standing.dissent)) if text.strip()]
    return f"{name} is at {standing.place}" + (f", with {listed(said)}." if said else ".")


def free_place(diamond: Diamond, place: int) -> str:
    """A place that nobody has used."""
    return (
        f"Place {place} stayed free." if diamond.fixed else f"Place {place} is free. Choose a card, then press {place}."
    )


def diamond_state(session: Session) -> str:
    """How far the diamond is, in a few words."""
    diamond = session.boards.diamond
    if not diamond.cards and not diamond.fixed:
        return "not started"
    parts = [f"{len(diamond.placed)} of {len(PLACES)} placed"]
    reasons = sum(1 for card in diamond.placed if diamond.standing(card).why.strip())
    dissents = sum(1 for card in diamond.placed if diamond.standing(card).dissent.strip())
    if reasons:
        parts.append(count(reasons, "reason"))
    if dissents:
        alone = session.mode is Mode.INDIVIDUAL
        parts.append(f"{dissents} with something against it" if alone else f'{dissents} "not all agree"')
    if diamond.fixed:
        parts.append("fixed")
    return " · ".join(parts)


def tray_state(session: Session, deck: Deck) -> str:
    """What the tray and the free places add up to (decisions 2 and 3)."""
    diamond = session.boards.diamond
    cards = cards_of(session, deck)
    waiting = diamond.set_aside(feature.id for feature in cards.of_kind(Kind.ENABLER))
    free = len(diamond.free)
    if diamond.fixed or not free:
        if not waiting:
            return "All nine places are filled." if not free else f"{count(free, 'place')} stayed free."
        who = name_of(cards, waiting[0]) if len(waiting) == 1 else count(len(waiting), "card")
        said = f"Set aside: {who}." if len(waiting) == 1 else f"{who} are set aside."
        return f"All nine places are filled. {said}" if not free else f"{count(free, 'place')} stayed free. {said}"
    if not waiting:
        return f"All cards are placed; {count(free, 'place')} stay{'s' if free == 1 else ''} free."
    over = len(waiting) - free
    text = f"{count(free, 'place')} {'is' if free == 1 else 'are'} free."
    if over > 0:
        text += f" {'One card' if over == 1 else f'{over} cards'} will be set aside, and the summary will say which."
    return text


def next_due(session: Session, deck: Deck) -> str:
    """What is still to do on the diamond, as one sentence (what is due is never more than a suggestion)."""
    diamond = session.boards.diamond
    cards = cards_of(session, deck)
    enablers = cards.of_kind(Kind.ENABLER)
    waiting = diamond.set_aside(feature.id for feature in enablers)
    judged = [feature for feature in enablers if session.about(feature.id).judgement]
    if not diamond.placed:
        if not judged:
            shared = not read_by_nobody(session, deck, Kind.ENABLER)
            alone = session.mode is Mode.INDIVIDUAL
            first = "read the cards" if alone or shared else "share out the cards and read them"
            return f"Next: {first}. + says a strength, - to develop."
        return "Next: order the strengths. The strongest and most useful goes to 1."
    if not diamond.fixed and diamond.free and waiting:
        return f"Next: {count(len(diamond.free), 'place')} to fill. Strengths from the top, the rest up from 9."
    if not diamond.fixed:
        return "Next: f fixes the diamond when you are happy with it. Then step back."
    if left := unanswered(deck.tools["diamond"], session.boards.reflections):
        return f"Next: step back. {count(len(left), 'question')} not answered yet."
    return "All done here. e exports the summary."


# --- what is next at a step -------------------------------------------------------------------------------------------


def complete(session: Session, deck: Deck, act: Act) -> str:
    """That what a step is for is done, as a sentence; nothing while it is not. No step waits for it (D25–D38)."""
    diamond, enablers = session.boards.diamond, cards_of(session, deck).of_kind(Kind.ENABLER)
    judgements = {feature.id: session.about(feature.id).judgement for feature in enablers}
    waiting = diamond.set_aside(judgements)
    if act is Act.SHARE:
        return "Every card has its expert." if all(session.expert_for(card) for card in judgements) else ""
    if act is Act.CHOOSE:
        return "Every card is judged." if all(judgements.values()) else ""
    if act in (Act.ORDER, Act.FILL) and not diamond.free:
        return "All nine places are filled."
    if act is Act.ORDER:
        strengths = [card for card, judged in judgements.items() if judged is Judgement.STRENGTH]
        return "All strengths are placed." if strengths and not set(strengths) & set(waiting) else ""
    if act is Act.FILL:
        return "" if waiting else "All cards are placed."
    if act is Act.FIX:
        return "The diamond is fixed." if diamond.fixed else ""
    if act is Act.REVIEW:
        return "" if unanswered(deck.tools["diamond"], session.boards.reflections) else "Every question is answered."
    return ""


def at_step(session: Session, deck: Deck, act: Act) -> str:
    """What is next at a step, as one sentence, never more than a suggestion: from the top, then up from the bottom."""
    tool, diamond = deck.tools["diamond"], session.boards.diamond
    going_on = next_step(tool, session.mode, act) or "e exports the summary."
    if diamond.fixed and act in (Act.CHOOSE, Act.MISSING, Act.ORDER, Act.FILL):
        return f"The diamond is fixed; f unfixes it. {going_on}"
    if done := complete(session, deck, act):
        return f"{done} {going_on}"
    return _to_do(session, deck, act) or going_on


def _to_do(session: Session, deck: Deck, act: Act) -> str:
    """What there is to do at a step whose work is not done."""
    diamond, enablers = session.boards.diamond, cards_of(session, deck).of_kind(Kind.ENABLER)
    waiting = [feature for feature in enablers if diamond.place_of(feature.id) is None]
    strengths = [feature for feature in waiting if session.about(feature.id).judgement is Judgement.STRENGTH]
    alone = session.mode is Mode.INDIVIDUAL
    match act:
        case Act.SHARE:
            return "Share the cards out, three at most for each person. x says who reads what."
        case Act.READ:
            return (
                "Read the cards you do not know well. Enter opens one."
                if alone
                else "Read your cards. Enter opens one."
            )
        case Act.CHOOSE:
            open_ = sum(1 for feature in enablers if session.about(feature.id).judgement is None)
            return f"{count(open_, 'card')} not judged yet. + is a strength, - is to develop."
        case Act.MISSING:
            return f"Is anything missing? a adds a card. {next_step(deck.tools['diamond'], session.mode, act)}"
        case Act.ORDER if strengths:
            first = diamond.next_free(from_bottom=False)
            return f"{count(len(strengths), 'strength')} to place, from 1 down. Place {first} is next."
        case Act.ORDER:
            return "No card is marked as a strength. + marks one, or go on to fill up from 9."
        case Act.FILL if len(strengths) == len(waiting):
            return f"{count(len(strengths), 'strength')} not placed yet. , goes back to ordering them."
        case Act.FILL:
            others, last = len(waiting) - len(strengths), diamond.next_free(from_bottom=True)
            return f"{count(others, 'card')} to place, from 9 up. Place {last} is next."
        case Act.FIX:
            return "f fixes the diamond when you are happy with it."
        case Act.REVIEW:
            left = len(unanswered(deck.tools["diamond"], session.boards.reflections))
            return f"Tell its story, then take the questions: {left} not answered yet. Enter answers."
        case Act.TELL if any(each.boards.diamond.placed for each in session.rounds):
            change = "f unfixes the diamond." if diamond.fixed else "A digit moves a card."
            return f"Tell the other groups. Does anything change? {change}"
        case Act.TELL:
            return "b keeps a round of what you have now. Then tell the other groups."
    return ""
