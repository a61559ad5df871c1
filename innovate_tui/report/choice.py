"""What a group chose to leave out of an export (E6) is taken out of the session before anything is told of it.

So it cannot come back by another way: not in a table, a picture, a list or a bookmark.
"""

from collections.abc import Mapping
from dataclasses import replace

from innovate_tui.report import attached_phrases, phrases
from innovate_tui.workshop.session import NOTHING, Boards, PeopleShown, Person, Round, Session


def as_chosen(session: Session) -> Session:
    """The session without what is left out: what remains is all that a summary may know."""
    included = session.included
    if not included.notes:
        said = {card: said._replace(note="") for card, said in session.said.items()}
        session = replace(session, said={card: each for card, each in said.items() if each != NOTHING})
    if not included.dissent:
        rounds = tuple(Round(each.id, each.name, each.taken, each.by, _agreed(each.boards)) for each in session.rounds)
        session = replace(session, boards=_agreed(session.boards), rounds=rounds)
    if not included.parked:
        session = replace(session, parked={})
    if not included.time:
        session = replace(session, spent={})
    return replace(session, people=_people(session))


def left_out(session: Session) -> list[str]:
    """What the choice takes out of this session, in words; nothing that was not there."""
    included, boards = session.included, session.boards
    dissents = [
        *(standing.dissent for standing in boards.diamond.cards.values()),
        *(position.dissent for position in boards.quadrants.cards.values()),
    ]
    gone = (
        (included.people is PeopleShown.NONE and session.people, phrases.LEFT_OUT_PEOPLE),
        (not included.notes and any(said.note.strip() for said in session.said.values()), phrases.LEFT_OUT_NOTES),
        (not included.dissent and any(dissent.strip() for dissent in dissents), phrases.LEFT_OUT_DISSENT),
        (not included.parked and session.parked, phrases.LEFT_OUT_PARKED),
    )
    return [words for left, words in gone if left]


def given_away(session: Session) -> list[str]:
    """What goes out with a session that is attached, although its choice keeps the summary from telling it, in words.

    The attached session is whole: it is altered by no choice.
    """
    included, said = session.included, left_out(session)
    told = {phrases.LEFT_OUT_PEOPLE} & {*said}
    named = included.people is not PeopleShown.NAMES and any(each.name.strip() for each in session.people.values())
    rounds = any(each.boards != _agreed(each.boards) for each in session.rounds)
    if rounds and not included.dissent and phrases.LEFT_OUT_DISSENT not in said:
        said.append(phrases.LEFT_OUT_DISSENT)
    return [*([attached_phrases.ATTACHED_NAMES] if named else []), *(words for words in said if words not in told)]


def said_of_attached(session: Session) -> str:
    """That a session went with its PDF, in a sentence for whoever sends it on."""
    gone = given_away(session)
    return attached_phrases.WENT_WITH_IT_TOO.format(what=", ".join(gone)) if gone else attached_phrases.WENT_WITH_IT


def initials(name: str) -> str:
    """The first letters of the words of a name, or of a role, up to a comma; initials stay what they are."""
    words = name.split(",")[0].replace("-", " ").split()
    if len(words) == 1 and words[0].isupper():
        return words[0]
    return "".join(word[0].upper() for word in words)


def _people(session: Session) -> Mapping[str, Person]:
    match session.included.people:
        case PeopleShown.NAMES:
            return session.people
        case PeopleShown.INITIALS:
            return {key: person._replace(name=initials(person.name)) for key, person in session.people.items()}
        case PeopleShown.NUMBERS:
            return {key: person._replace(name="") for key, person in session.people.items()}
        case PeopleShown.NONE:
            return {}


def _agreed(boards: Boards) -> Boards:
    """Boards without a word of dissent."""
    diamond, grid = boards.diamond, boards.quadrants
    cards = {card: standing._replace(dissent="") for card, standing in diamond.cards.items()}
    placed = {card: position._replace(dissent="") for card, position in grid.cards.items()}
    return replace(boards, diamond=diamond._replace(cards=cards), quadrants=grid._replace(cards=placed))
