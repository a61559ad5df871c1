"""Writing a session: the value as TOML, always in the same order, sealed by its last line.

What the program does not model stands in `Session.kept` and is written back at its place, unless something real
stands there by now that somebody said. Nothing default is written.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any

from innovate_tui.storage.bounded_toml import LARGEST, NotReadable, look_over
from innovate_tui.storage.migrations import FORMAT
from innovate_tui.storage.road_text import CHECK, arrange, checks_table, roadmap_table, taken_for
from innovate_tui.storage.session_tables import Table, inner, sort, stated, tables_in
from innovate_tui.workshop.checks import Lens
from innovate_tui.workshop.deck import Act, Deck, Mode
from innovate_tui.workshop.diamond import Diamond
from innovate_tui.workshop.features import Kind
from innovate_tui.workshop.quadrants import Quadrants
from innovate_tui.workshop.reflections import Answer, Reflections
from innovate_tui.workshop.session import Boards, ExportAs, Included, OwnFeature, PeopleShown, Said, Session

HEADER = """\
# An innovate-tui session. It may be edited by hand, in any text editor, while the program is closed.
# Words between quotes are yours. The short names (trust, own-k3f9, c-a1) tie things together: keep them.
# Notes of your own go into a key, e.g. x-note = "...": the program keeps unknown keys, but not # lines like these.
"""
END = "# end"
KIND_TABLES = {Kind.ENABLER: "enablers", Kind.INFLUENCE: "influences", Kind.NEXT_LEVEL: "next-level"}
"""What the file calls each kind's table of titles."""
LENSES = tuple(map(str, Lens))
"""The three ways to look at a plan; their reflections have keys of their own."""
LATER = ("unsettled",)
"""Tables that belong to the format and that this version only carries along."""

_BOARDS = ("diamond", "quadrants", "roadmap", "reflections")
_TOP = (
    *("format", "id", "title", "workshop", "group", "place", "held", "started", "mode", "practice", "language"),
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
ACTION = ("text", "owner", "due")
_EXPORT = ("people", "notes", "dissent", "parked", "rounds", "time", "cards", "brief", "to", "attach")
_ROUND = ("name", "taken", "by", *_BOARDS)


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

    text = HEADER + tomli_w.dumps(session_table(session, deck), multiline_strings=True)
    data = within(sealed(text))
    look_over(text, "")
    return data


def within(data: bytes) -> bytes:
    """The bytes of a file, if it may be so large; else raises `NotReadable`."""
    if len(data) > LARGEST:
        raise NotReadable("", "The session is larger than a file may be.", "Shorten its longest notes.")
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


def session_table(session: Session, deck: Deck) -> Table:
    """The whole session as nested dicts in the order of the file."""
    table: Table = {
        "format": FORMAT,
        "id": session.id,
        **stated(
            title=session.title,
            workshop=session.workshop,
            group=session.group,
            place=session.place,
            held=session.held,
        ),
        "started": session.started,
        **stated(
            mode=str(session.mode) if session.mode is not Mode.INDIVIDUAL else "",
            practice=session.practice,
            language=session.language,
        ),
        "deck": {"id": session.deck.id, **stated(version=session.deck.version, title=session.deck.title)},
        **stated(
            people={each.id: stated(name=each.name, number=each.number or None) for each in session.people.values()},
            features=_features(session, deck),
        ),
        **_boards(session.boards, deck),
        **stated(
            parked={parked.id: {"text": parked.text} for parked in session.parked.values()},
            actions={
                action.id: {"text": action.text, **stated(owner=action.owner, due=action.due)}
                for action in session.actions.values()
            },
            time=_spent(session.spent),
            export=_export(session.included),
            rounds={
                each.id: {
                    **stated(name=each.name),
                    "taken": each.taken,
                    **stated(by=each.by),
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


def _features(session: Session, deck: Deck) -> Table:
    """The deck's features of which something was said, then the group's own: their order gives them their letters."""
    table: Table = {key: _about(said) for key, said in session.said.items() if key not in session.own}
    for own in session.own.values():
        table[own.id] = {**_own(own), **_about(session.about(own.id))}
    return {key: value for key, value in table.items() if value}


def _own(own: OwnFeature) -> Table:
    return {
        "title": own.title,
        **stated(short=own.short),
        "kind": str(own.kind),
        **stated(summary=own.summary, made_in=own.made_in, letter=own.letter),
    }


def _about(said: Said) -> Table:
    return stated(judgement=str(said.judgement or ""), expert=said.expert, note=said.note)


def _boards(boards: Boards, deck: Deck) -> Table:
    return stated(
        diamond=_diamond(boards.diamond),
        quadrants=_quadrants(boards.quadrants),
        roadmap=roadmap_table(boards.roadmap),
        reflections={**_reflections(boards.reflections, deck), **checks_table(boards.checks)},
    )


def _diamond(diamond: Diamond) -> Table:
    cards = {
        card: stated(place=standing.place, why=standing.why, dissent=standing.dissent)
        for card, standing in diamond.cards.items()
    }
    return stated(fixed=diamond.fixed, cards={card: table for card, table in cards.items() if table})


def _quadrants(quadrants: Quadrants) -> Table:
    """An empty table under an influence and a helper is a choice without a reason, and so says something."""
    cards = {
        card: stated(importance=position.importance, threat=position.threat, why=position.why, dissent=position.dissent)
        for card, position in quadrants.cards.items()
    }
    mitigations = {
        influence: {helper: stated(why=chosen.why) for helper, chosen in helpers.items()}
        for influence, helpers in quadrants.mitigations.items()
        if helpers
    }
    return stated(
        fixed=quadrants.fixed, cards={card: table for card, table in cards.items() if table}, mitigations=mitigations
    )


def _reflections(reflections: Reflections, deck: Deck) -> Table:
    questions = {prompt.id: prompt.question for tool in deck.tools.values() for prompt in tool.prompts}
    return {
        key: stated(
            question=answer.question or questions.get(key, ""),
            answer=answer.text,
            skipped=answer.skipped,
            tool=answer.tool,
        )
        for key, answer in reflections.answers.items()
        if answer != Answer()
    }


def _spent(spent: Mapping[str, Mapping[str, int]]) -> Table:
    """The minutes by tool and act, in one order whatever was done first."""
    acts = tuple(map(str, Act))
    return {
        tool: {act: spent[tool][act] for act in acts if act in spent[tool]} for tool in sorted(spent) if spent[tool]
    }


def _export(included: Included) -> Table:
    """What is left out of an export, and how its people stand in it; everything, with names, needs no words."""
    people = {} if included.people is PeopleShown.NAMES else {"people": str(included.people)}
    each = {"notes": included.notes, "dissent": included.dissent, "parked": included.parked}
    asked = {"rounds": included.rounds, "time": included.time, "cards": included.cards, "brief": included.brief}
    left_out = {key: False for key, value in each.items() if not value}
    to = {} if included.to is ExportAs.PDF else {"to": str(included.to)}
    attached = {"attach": True} if included.attach else {}
    return {**people, **left_out, **{key: True for key, value in asked.items() if value}, **to, **attached}


def _put_back(table: Table, path: tuple[str, ...], value: object) -> None:
    """Write a kept value at its path, unless something real stands there."""
    for key in path[:-1]:
        inner = table.setdefault(key, {})
        if not isinstance(inner, dict):
            return
        table = inner
    if taken_for(path):
        table.pop(path[-1], None)
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
    yield from inner(table, "features")
    for boards in (table, *inner(table, "rounds").values()):
        yield from inner(boards, "diamond", "cards")
        yield from inner(boards, "quadrants", "cards")
        for influence, answers in inner(boards, "quadrants", "mitigations").items():
            yield influence
            yield from answers if isinstance(answers, dict) else ()
        for card in inner(boards, "roadmap", "cards").values():
            feature = card.get("feature") if isinstance(card, dict) else None
            if isinstance(feature, str):
                yield feature


def _arranged(table: Table) -> Table:
    """The same table with every item's keys in the order of the format, and unknown ones after them."""
    for feature in tables_in(table, "features"):
        sort(feature, FEATURE)
    for boards in (table, *tables_in(table, "rounds")):
        for card in tables_in(boards, "diamond", "cards"):
            sort(card, _STANDING)
        sort(inner(boards, "diamond"), _DIAMOND)
        for card in tables_in(boards, "quadrants", "cards"):
            sort(card, _POSITION)
        sort(inner(boards, "quadrants"), _QUADRANTS)
        arrange(boards)
        for key, answer in inner(boards, "reflections").items():
            if isinstance(answer, dict):
                sort(answer, CHECK if key in LENSES else ANSWER)
    for action in tables_in(table, "actions"):
        sort(action, ACTION)
    for each in tables_in(table, "rounds"):
        sort(each, _ROUND)
    sort(inner(table, "deck"), _DECK)
    sort(inner(table, "export"), _EXPORT)
    sort(table, _TOP)
    return table
