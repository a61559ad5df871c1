"""Sharing the reading out: who reads which card for the others, and how long that takes (D21–D24, Q25, Q33, F7)."""

import re
from collections.abc import Iterable, Mapping, Sequence

from innovate_tui.workshop.deck import Deck
from innovate_tui.workshop.features import Feature, Kind
from innovate_tui.workshop.session import Person, Session, cards_of
from innovate_tui.workshop.spoken import clean, one_line

MOST_CARDS = 3
"""Cards for each person at the most, where there are people enough (D22, decision 4)."""
WORDS_A_MINUTE = 230
"""How fast people read. The toolkit's cards have 232 words on average, and three of them take about three minutes
(ACCEPTANCE, C13–C32), which is what it means by a few minutes (D23)."""
MOST_UNNAMED = 30
"""So many people without a name can be added by one number; a larger number is taken for a name."""


def next_person(people: Mapping[str, Person], id_: str, name: str, number: int = 0) -> Person:
    """Somebody who comes after these, with a number beyond all of theirs: the given one where it can be that."""
    place = len(people) + 1
    last = max((each.number or at for at, each in enumerate(people.values(), 1)), default=0)
    theirs = number if number > last else max(place, last + 1)
    return Person(id_, name, theirs if theirs != place else 0)


# --- dealing ----------------------------------------------------------------------------------------------------------


def dealt(
    people: Sequence[str],
    cards: Sequence[str],
    held: Mapping[str, str] | None = None,
    others: Mapping[str, int] | None = None,
) -> dict[str, str]:
    """Who reads each card, by the card's id and in its order: nobody has two cards more than anybody else.

    So nobody has more than `MOST_CARDS` where there are people enough. Who holds a card in `held` keeps it as far as
    that is fair. Where it does not come out even, one more goes to those who hold the most already, then to those who
    read fewest of the `others`, then to those who come first. The same people and cards always give the same.
    """
    held, others = held or {}, others or {}
    if not people:
        return {}
    theirs: dict[str, list[str]] = {person: [] for person in people}
    for card in cards:
        if (person := held.get(card, "")) in theirs:
            theirs[person].append(card)
    fewest, over = divmod(len(cards), len(people))
    first = sorted(people, key=lambda person: (-len(theirs[person]), others.get(person, 0)))
    share = {person: fewest + (number < over) for number, person in enumerate(first)}
    given = {card: person for person in people for card in theirs[person][: share[person]]}
    count = {person: min(len(theirs[person]), share[person]) for person in people}
    for card in cards:
        if card not in given:
            person = min((each for each in first if count[each] < share[each]), key=lambda each: count[each])
            given[card] = person
            count[person] += 1
    return {card: given[card] for card in cards}


def to_deal(session: Session, deck: Deck, kind: Kind, *, own: bool = False) -> tuple[Feature, ...]:
    """The cards of a kind that are shared out: the deck's, as the group wrote its own itself, unless those are asked
    for too."""
    return tuple(card for card in cards_of(session, deck).of_kind(kind) if own or not card.own)


def experts(session: Session, cards: Iterable[Feature]) -> dict[str, str]:
    """The id of the one who reads a card for the others, for the cards that have one."""
    found = ((card.id, session.about(card.id).expert) for card in cards)
    return {card: person for card, person in found if person in session.people}


def read_by(session: Session, deck: Deck, person: str, kind: Kind | None = None) -> tuple[Feature, ...]:
    """The cards that a person reads for the others, of one kind or of all, in the order of the deck."""
    cards = cards_of(session, deck).all.values()
    return tuple(
        card for card in cards if session.about(card.id).expert == person and (kind is None or card.kind is kind)
    )


def read_by_nobody(session: Session, deck: Deck, kind: Kind) -> tuple[Feature, ...]:
    """The cards of a kind that are to be shared out and have no expert yet."""
    cards = to_deal(session, deck, kind)
    taken = experts(session, cards)
    return tuple(card for card in cards if card.id not in taken)


def shared_out(session: Session, deck: Deck, kind: Kind, *, own: bool = False) -> Session:
    """The session with the cards of a kind dealt among its people."""
    cards = to_deal(session, deck, kind, own=own)
    ids = {card.id for card in cards}
    elsewhere = [said.expert for card, said in session.said.items() if card not in ids]
    others = {person: elsewhere.count(person) for person in session.people}
    for card, person in dealt(
        list(session.people), [card.id for card in cards], experts(session, cards), others
    ).items():
        session = session.saying(card, session.about(card)._replace(expert=person))
    return session


# --- reading ----------------------------------------------------------------------------------------------------------


def minutes_to_read(cards: Iterable[Feature]) -> int:
    """Whole minutes that it takes to read these cards once, their takeaways and questions too; 0 for none."""
    words = sum(len(f"{card.summary} {card.takeaway} {card.question}".split()) for card in cards)
    return max(1, round(words / WORDS_A_MINUTE)) if words else 0


# --- names ------------------------------------------------------------------------------------------------------------

_COUNT = re.compile(r"[0-9]{1,2}")


def names_in(text: str) -> tuple[str, ...]:
    """The people of what somebody typed: names one per line, or with commas or semicolons between.

    A number alone is so many people without a name. What follows a comma in small letters stays with a name that has
    a capital: "RK, team manager" is one person, "asha, bo" are two.
    """
    names: list[str] = []
    for line in re.split(r"[\n;]", clean(text)):
        parts: list[str] = []
        for part in map(one_line, line.split(",")):
            if parts and part[:1].islower() and parts[-1][:1].isupper():
                parts[-1] = f"{parts[-1]}, {part}"
            elif part:
                parts.append(part)
        for part in parts:
            several = _COUNT.fullmatch(part) is not None and 1 <= int(part) <= MOST_UNNAMED
            names += [""] * int(part) if several else [part]
    return tuple(names)
