"""Writing a session: the value as TOML, always in the same order, sealed by its last line.

What the program does not model stands in `Session.kept` and is written back at its place, unless something real
stands there by now. Nothing default is written.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from typing import Any

from innovate_tui.storage.bounded_toml import LARGEST, NotReadable, look_over
from innovate_tui.storage.migrations import FORMAT
from innovate_tui.workshop.deck import Deck, Mode
from innovate_tui.workshop.diamond import Diamond
from innovate_tui.workshop.features import Kind
from innovate_tui.workshop.quadrants import Quadrants
from innovate_tui.workshop.reflections import Answer, Reflections
from innovate_tui.workshop.session import Boards, Included, OwnFeature, PeopleShown, Said, Session

HEADER = """\
# An innovate-tui session. It may be edited by hand, in any text editor, while the program is closed.
# Words between quotes are yours. The short names (trust, own-k3f9, c-a1) tie things together: keep them.
# Notes of your own go into a key, e.g. x-note = "...": the program keeps unknown keys, but not # lines like these.
"""
END = "# end"
KIND_TABLES = {Kind.ENABLER: "enablers", Kind.INFLUENCE: "influences", Kind.NEXT_LEVEL: "next-level"}
"""What the file calls each kind's table of titles."""
LENSES = ("desirability", "feasibility", "viability")
"""The three ways to look at a plan; their reflections have keys of their own."""
LATER = ("actions", "time", "unsettled")
"""Tables that belong to the format and that this version only carries along."""
LATER_BOARDS = ("roadmap",)

_BOARDS = ("diamond", "quadrants", *LATER_BOARDS, "reflections")
_TOP = (
    *("format", "id", "title", "workshop", "group", "place", "held", "started", "mode", "language"),
    *("deck", "people", "features", *_BOARDS, "parked"),
    *("actions", "time", "export", "unsettled", "rounds"),
)
_DECK = ("id", "version", "title", *KIND_TABLES.values())
FEATURE = ("title", "short", "kind", "summary", "made-in", "letter", "judgement", "expert", "note")
_STANDING = ("place", "why", "dissent")
_POSITION = ("importance", "threat", "why", "dissent")
_DIAMOND = ("fixed", "cards")
_QUADRANTS = ("fixed", "cards", "mitigations")
ANSWER = ("question", "answer", "skipped", "tool")
_EXPORT = ("people", "notes", "dissent", "parked")
_ROUND = ("name", "taken", "by", *_BOARDS)

Table = dict[str, Any]


class Seal(Enum):
    """What the last line of a file says of all before it."""

    RIGHT = "right"
    OTHER = "other"
    """It was changed since the program wrote it."""
    BARE = "bare"
    """It was made or edited by hand, and says so."""
    MISSING = "missing"
    """It was cut short."""


def session_bytes(session: Session, deck: Deck) -> bytes:
    """The file of a session. The same session gives the same bytes.

    Raises `NotReadable` if the file would be larger than the program itself would open again.
    """
    import tomli_w  # here, so that reading a session does not wait for it

    text = HEADER + tomli_w.dumps(_table_of(session, deck), multiline_strings=True)
    data = sealed(text)
    if len(data) > LARGEST:
        raise NotReadable("", "The session is larger than a file may be.", "Shorten its longest notes.")
    look_over(text, "")
    return data


def sealed(text: str) -> bytes:
    """The text with its last line, set off by an empty one that belongs to it."""
    body = text.encode("utf-8")
    return body + f"\n{END} sha256={_hash(body)}\n".encode()


def seal_of(text: str) -> Seal:
    """What the last line of a file's text says; its line ends are LF."""
    body, _, last = text.rstrip().rpartition("\n")
    if last == END:
        return Seal.BARE
    if not last.startswith(f"{END} "):
        return Seal.MISSING
    found = re.fullmatch(rf"{END} sha256=([0-9a-f]{{32}})", last)
    right = found is not None and found[1] == _hash(body.encode("utf-8"))
    return Seal.RIGHT if right else Seal.OTHER


def _hash(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()[:32]


def _table_of(session: Session, deck: Deck) -> Table:
    """The whole session as nested dicts in the order of the file."""
    table: Table = {
        "format": FORMAT,
        "id": session.id,
        **_said(
            title=session.title,
            workshop=session.workshop,
            group=session.group,
            place=session.place,
            held=session.held,
        ),
        "started": session.started,
        **_said(
            mode=str(session.mode) if session.mode is not Mode.INDIVIDUAL else "",
            language=session.language,
        ),
        "deck": {"id": session.deck.id, **_said(version=session.deck.version, title=session.deck.title)},
        **_said(
            people={person.id: {"name": person.name} for person in session.people.values()},
            features=_features(session, deck),
        ),
        **_boards(session.boards, deck),
        **_said(
            parked={parked.id: {"text": parked.text} for parked in session.parked.values()},
            export=_export(session.included),
            rounds={
                each.id: {
                    **_said(name=each.name),
                    "taken": each.taken,
                    **_said(by=each.by),
                    **_boards(each.boards, deck),
                }
                for each in session.rounds
            },
        ),
    }
    for kept in session.kept:
        _put_back(table, kept.path, kept.value)
    _write_titles(table, session, deck)
    return _arranged(table)


def _said(**values: Any) -> Table:
    """Those of the values that say anything, under the keys of the file."""
    return {
        key.replace("_", "-"): value
        for key, value in values.items()
        if value is not None and value is not False and value != "" and value != {}
    }


def _features(session: Session, deck: Deck) -> Table:
    """The deck's features of which something was said, then the group's own: their order gives them their letters."""
    table: Table = {key: _about(said) for key, said in session.said.items() if key not in session.own}
    for own in session.own.values():
        table[own.id] = {**_own(own), **_about(session.about(own.id))}
    return {key: value for key, value in table.items() if value}


def _own(own: OwnFeature) -> Table:
    return {
        "title": own.title,
        **_said(short=own.short),
        "kind": str(own.kind),
        **_said(summary=own.summary, made_in=own.made_in, letter=own.letter),
    }


def _about(said: Said) -> Table:
    return _said(judgement=str(said.judgement or ""), expert=said.expert, note=said.note)


def _boards(boards: Boards, deck: Deck) -> Table:
    return _said(
        diamond=_diamond(boards.diamond),
        quadrants=_quadrants(boards.quadrants),
        reflections=_reflections(boards.reflections, deck),
    )


def _diamond(diamond: Diamond) -> Table:
    cards = {
        card: _said(place=standing.place, why=standing.why, dissent=standing.dissent)
        for card, standing in diamond.cards.items()
    }
    return _said(fixed=diamond.fixed, cards={card: table for card, table in cards.items() if table})


def _quadrants(quadrants: Quadrants) -> Table:
    """An empty table under an influence and a helper is a choice without a reason, and so says something."""
    cards = {
        card: _said(importance=position.importance, threat=position.threat, why=position.why, dissent=position.dissent)
        for card, position in quadrants.cards.items()
    }
    mitigations = {
        influence: {helper: _said(why=chosen.why) for helper, chosen in helpers.items()}
        for influence, helpers in quadrants.mitigations.items()
        if helpers
    }
    return _said(
        fixed=quadrants.fixed, cards={card: table for card, table in cards.items() if table}, mitigations=mitigations
    )


def _reflections(reflections: Reflections, deck: Deck) -> Table:
    questions = {prompt.id: prompt.question for tool in deck.tools.values() for prompt in tool.prompts}
    return {
        key: _said(
            question=answer.question or questions.get(key, ""),
            answer=answer.text,
            skipped=answer.skipped,
            tool=answer.tool,
        )
        for key, answer in reflections.answers.items()
        if answer != Answer()
    }


def _export(included: Included) -> Table:
    """What is left out of an export, and how its people stand in it; everything, with names, needs no words."""
    people = {} if included.people is PeopleShown.NAMES else {"people": str(included.people)}
    each = {"notes": included.notes, "dissent": included.dissent, "parked": included.parked}
    return {**people, **{key: False for key, value in each.items() if not value}}


def _put_back(table: Table, path: tuple[str, ...], value: object) -> None:
    """Write a kept value at its path, unless something real stands there."""
    for key in path[:-1]:
        inner = table.setdefault(key, {})
        if not isinstance(inner, dict):
            return
        table = inner
    table.setdefault(path[-1], _copied(value))


def _copied(value: object) -> object:
    """The value with tables and lists of its own: what the session holds is never changed."""
    if isinstance(value, dict):
        return {key: _copied(inner) for key, inner in value.items()}
    return [_copied(inner) for inner in value] if isinstance(value, list) else value


def _write_titles(table: Table, session: Session, deck: Deck) -> None:
    """Add to [deck] the titles of all features that the file names, so that it reads without its deck."""
    named = set(_named(table))
    own_place = table["deck"]
    for kind, key in KIND_TABLES.items():
        titles = {card.id: card.title for card in deck.of_kind(kind) if card.id in named}
        older = session.deck.titles.get(kind, {})
        titles |= {card: title for card, title in older.items() if card not in deck.by_id}
        kept = own_place.get(key, {})
        if isinstance(kept, dict):
            own_place[key] = {**titles, **{card: value for card, value in kept.items() if card not in titles}}
        if own_place.get(key) == {}:
            del own_place[key]


def _named(table: Mapping[str, Any]) -> Iterator[str]:
    """The ids of all cards that anything in the file is about."""
    yield from _inner(table, "features")
    for boards in (table, *_inner(table, "rounds").values()):
        yield from _inner(boards, "diamond", "cards")
        yield from _inner(boards, "quadrants", "cards")
        for influence, answers in _inner(boards, "quadrants", "mitigations").items():
            yield influence
            yield from answers if isinstance(answers, dict) else ()
        for card in _inner(boards, "roadmap", "cards").values():
            feature = card.get("feature") if isinstance(card, dict) else None
            if isinstance(feature, str):
                yield feature


def _inner(table: object, *path: str) -> Table:
    """The table at a path; an empty one where there is none."""
    for key in path:
        table = table.get(key) if isinstance(table, dict) else None
    return table if isinstance(table, dict) else {}


def _arranged(table: Table) -> Table:
    """The same table with every item's keys in the order of the format, and unknown ones after them."""
    for feature in _tables_in(table, "features"):
        _sort(feature, FEATURE)
    for boards in (table, *_tables_in(table, "rounds")):
        for card in _tables_in(boards, "diamond", "cards"):
            _sort(card, _STANDING)
        _sort(_inner(boards, "diamond"), _DIAMOND)
        for card in _tables_in(boards, "quadrants", "cards"):
            _sort(card, _POSITION)
        _sort(_inner(boards, "quadrants"), _QUADRANTS)
        for key, answer in _inner(boards, "reflections").items():
            if key not in LENSES and isinstance(answer, dict):
                _sort(answer, ANSWER)
    for each in _tables_in(table, "rounds"):
        _sort(each, _ROUND)
    _sort(_inner(table, "deck"), _DECK)
    _sort(_inner(table, "export"), _EXPORT)
    _sort(table, _TOP)
    return table


def _tables_in(table: object, *path: str) -> Iterable[Table]:
    return [value for value in _inner(table, *path).values() if isinstance(value, dict)]


def _sort(table: Table, order: tuple[str, ...]) -> None:
    """Bring the keys of a table into an order; those not named in it keep theirs, at the end."""
    values = dict(table)
    table.clear()
    for key in (*(key for key in order if key in values), *(key for key in values if key not in order)):
        table[key] = values[key]
