"""What the program says of the people and of who reads what: what an edit did, how even it is, what is due."""

from collections.abc import Sequence
from functools import singledispatch

from innovate_tui.workshop import people_edits
from innovate_tui.workshop.deck import Deck
from innovate_tui.workshop.edit import Edit
from innovate_tui.workshop.features import Kind
from innovate_tui.workshop.people import MOST_CARDS, minutes_to_read, read_by, read_by_nobody, to_deal
from innovate_tui.workshop.session import Session
from innovate_tui.workshop.spelling import ONE_ROW, Naming, count

KINDS = {Kind.ENABLER: "enabler", Kind.INFLUENCE: "influence", Kind.NEXT_LEVEL: "next-level feature"}


def people_count(number: int) -> str:
    """1 person, 6 people."""
    return count(number, "person", "people")


# --- how even it is ---------------------------------------------------------------------------------------------------


def shares(counts: Sequence[int]) -> str:
    """How so many cards each are spread, as one sentence: "4 people, 9 cards: one has 3, the others 2."

    More than three each is said, as then reading takes longer (decision 4).
    """
    most, fewest, number, cards = max(counts), min(counts), len(counts), sum(counts)
    if number == 1:
        spread = f"{people_count(1)}: {count(most, 'card')}"
    elif most - fewest > 1 or (number == 2 and most > MOST_CARDS):
        spread = f"{people_count(number)}: {_in_a_row(sorted(counts, reverse=True))} cards"
    else:
        spread = f"{people_count(number)}, {count(cards, 'card')}: {_even(most, fewest, counts.count(most), number)}"
    if most <= MOST_CARDS:
        return f"{spread}."
    above = ", more than three" if fewest > MOST_CARDS and (number <= 2 or most == fewest) else ""
    each = " each" if above and number > 1 else ""
    return f"{spread}{above}{each}; allow more time."


def _even(most: int, fewest: int, with_most: int, number: int) -> str:
    """9 cards among 4 people in words; the smaller part of the people is named, and a share of nothing last."""
    if most == fewest:
        return f"{most} each"
    first, share, rest, other = with_most, most, number - with_most, fewest
    if fewest and rest < with_most:
        first, share, rest, other = rest, fewest, with_most, most
    named = f"one has {share}" if first == 1 else f"{first} have {share}"
    if not other:
        return f"{named}, {'the other reads' if rest == 1 else 'the others read'} along"
    return f"{named}, {'the other' if rest == 1 else 'the others'} {other}"


def _in_a_row(counts: Sequence[int]) -> str:
    shown = [str(each) for each in counts]
    return f"{', '.join(shown[:-1])} and {shown[-1]}"


def state(session: Session, deck: Deck, kind: Kind) -> str:
    """How it is with the cards of a kind, and what to press."""
    people, cards = session.people, to_deal(session, deck, kind)
    if not people:
        return "Nobody is here yet. a adds people: names, initials, or only how many."
    waiting = read_by_nobody(session, deck, kind)
    if waiting:
        if len(waiting) == len(cards):
            return f"{people_count(len(people))}, {count(len(cards), 'card')}. l shares them out."
        return f"{count(len(waiting), 'card')} {'has' if len(waiting) == 1 else 'have'} nobody yet. l shares out anew."
    if not cards:
        return "There are no cards of this kind to share out."
    theirs = [read_by(session, deck, person, kind) for person in people]
    words = shares([len(each) for each in theirs])
    longest = max(minutes_to_read(each) for each in theirs)
    timed = f"{words} Reading takes about {count(longest, 'minute')}."
    return timed if longest and len(timed) <= ONE_ROW else words


def of_person(session: Session, deck: Deck, person: str, kind: Kind) -> str:
    """What somebody reads of a kind, and how long that takes."""
    cards = read_by(session, deck, person, kind)
    if not cards:
        return f"No card of this kind yet for {session.called(person)}."
    minutes = minutes_to_read(cards)
    time = f", about {count(minutes, 'minute')} of reading" if minutes else ""
    return f"{count(len(cards), 'card')}{time}: {session.called(person)}."


def dealt(edit: people_edits.Deal, before: Session, after: Session, deck: Deck) -> str:
    """How the cards of a kind were shared out; or that they were so already."""
    cards = to_deal(after, deck, edit.kind, own=edit.own)
    if not cards:
        return "There are no cards of this kind to share out."
    readers = [after.about(card.id).expert for card in cards]
    words = shares([readers.count(person) for person in after.people])
    return f"Shared out. {words}" if before != after else f"It is as even as can be. {words}"


def taken_out(edit: people_edits.RemovePerson, before: Session) -> str:
    """Who was taken out, and how many cards nobody reads now."""
    cards = sum(said.expert == edit.id for said in before.said.values())
    left = f". {count(cards, 'card')} {'has' if cards == 1 else 'have'} nobody now" if cards else ""
    return f"taken out: {before.called(edit.id)}{left}"


# --- what an edit did -------------------------------------------------------------------------------------------------


@singledispatch
def change(edit: Edit, before: Session, after: Session, name: Naming) -> str:
    """An edit as a clause. It begins with words of ours: people's own stay as they are written."""
    raise TypeError(f"no words for {type(edit).__name__}")


@change.register
def _(edit: people_edits.AddPeople, before: Session, after: Session, name: Naming) -> str:
    if len(edit.ids) > 1:
        return f"added: {people_count(len(edit.ids))}"
    session = after if edit.ids[0] in after.people else before
    return f"added: {session.called(edit.ids[0])}"


@change.register
def _(edit: people_edits.RenamePerson, before: Session, after: Session, name: Naming) -> str:
    return f"another name: {after.called(edit.id)}"


@change.register
def _(edit: people_edits.RemovePerson, before: Session, after: Session, name: Naming) -> str:
    return f"taken out: {before.called(edit.id)}"


@change.register
def _(edit: people_edits.Deal, before: Session, after: Session, name: Naming) -> str:
    return f"the {KINDS[edit.kind]} cards were shared out"


@change.register
def _(edit: people_edits.MakeExpert, before: Session, after: Session, name: Naming) -> str:
    if not edit.person:
        return f"no expert any more for {name(edit.card)}"
    return f"the expert for {name(edit.card)} is {after.called(edit.person)}"
