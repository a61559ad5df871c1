"""Reading a session: from the bytes of a file to the value, with everything that cannot stand kept and named."""

import hashlib
from datetime import UTC, datetime
from typing import Any, NamedTuple

from innovate_tui.storage.board_reading import BoardReading
from innovate_tui.storage.bounded_toml import NotReadable, decoded, parse
from innovate_tui.storage.kept_items import ID, Findings, Item, is_line, is_text
from innovate_tui.storage.migrations import migrated
from innovate_tui.storage.session_text import ACTION, FEATURE, KIND_TABLES, LATER, Seal, seal_of
from innovate_tui.workshop.checks import Action
from innovate_tui.workshop.deck import Act, Deck, Mode
from innovate_tui.workshop.features import Judgement, Kind
from innovate_tui.workshop.people import next_person
from innovate_tui.workshop.session import (
    CAPITALS,
    MOST_MINUTES,
    NOTHING,
    DeckStamp,
    ExportAs,
    Included,
    OwnFeature,
    Parked,
    PeopleShown,
    Person,
    Round,
    Said,
    Session,
)

MOST_PEOPLE = 9999
"""The largest number that somebody in the room can have."""


class Opened(NamedTuple):
    """A session as it was read, and what is worth telling whoever opened it. Troubles are `session.troubles`."""

    session: Session
    notices: tuple[str, ...] = ()


def read_session(data: bytes, deck: Deck, path: str = "") -> Opened:
    """The session in the bytes of a file; `path` only names the file in a trouble.

    What is not a session of ours, or was cut short, raises `NotReadable`. Content that cannot stand does not.
    """
    table, seal = parsed_session(data, path)
    return session_in(table, seal, deck, hashlib.sha256(data).hexdigest())


def parsed_session(data: bytes, path: str) -> tuple[dict[str, Any], Seal]:
    """The tables of a session's file in the newest format and what its last line says; else `NotReadable`."""
    seal = seal_of(decoded(data, path))
    try:
        table = parse(data, path)
    except NotReadable as trouble:
        if seal is Seal.MISSING:
            what = f"{trouble.what} The last line “# end” is missing too: the file may be cut short."
            raise NotReadable(path, what, "Open a copy of it, or mend it in a text editor.", trouble.where) from trouble
        raise
    table = migrated(table, path)
    if seal is Seal.MISSING:
        raise NotReadable(
            path,
            "The file is cut short: its last line “# end” is missing.",
            "Open a copy of it. If nothing is missing, write # end as its last line.",
        )
    return table, seal


def session_in(table: dict[str, Any], seal: Seal, deck: Deck, fingerprint: str) -> Opened:
    """The session in a file's tables. The fingerprint gives it an id where the file has none."""
    findings = Findings()
    reading = _Reading(Item((), findings.cleaned(table), findings), deck)
    session = reading.session(fingerprint)
    notices = []
    if seal is Seal.OTHER:
        notices.append("It was changed outside the program, and is taken as it stands now.")
    if session.deck.id != deck.id:
        name = session.deck.title or session.deck.id
        notices.append(f"It was made with another deck, “{name}”. Open it with that one: --content FOLDER")
    if findings.removed:
        letters = "1 control character was" if findings.removed == 1 else f"{findings.removed} control characters were"
        notices.append(f"{letters} taken out of its text.")
    if findings.without_offset:
        notices.append("A time in it has no offset (such as +00:00) and is taken as UTC.")
    notices.extend(reading.notices)
    return Opened(session, tuple(notices))


class _Reading:
    """One reading of one file: what it needs to know all the way down."""

    def __init__(self, top: Item, deck: Deck) -> None:
        self.top = top
        self.deck = deck
        self.findings = top.findings
        self.notices: list[str] = []
        self.people: dict[str, Person] = {}
        self.own: dict[str, OwnFeature] = {}
        self.said: dict[str, Said] = {}

    def session(self, fingerprint: str) -> Session:
        """The whole session; call it once."""
        top = self.top
        top.left.pop("format", None)
        session_id = self._id(fingerprint)
        title, workshop, group, place = (top.line(key) for key in ("title", "workshop", "group", "place"))
        held = top.day("held")
        started = top.moment("started")
        mode = top.choice("mode", Mode) or Mode.INDIVIDUAL
        practice = top.flag("practice", otherwise=False)
        language = top.line("language")
        stamp = self._stamp(top.item("deck") if "deck" in top.left else None)
        self._read_people()
        self._read_features()
        reading = BoardReading(self.deck, self.own, self.people)
        boards = reading.boards(top)
        parked = {item.id: Parked(item.id, text) for item in top.items("parked") if (text := self._parked(item))}
        actions = {item.id: action for item in top.items("actions") if (action := self._action(item)) is not None}
        spent = {tool.id: minutes for tool in top.items("time") if (minutes := self._minutes(tool))}
        included = self._included(top.item("export"))
        for key in LATER:
            top.ride_along(key)
        rounds = tuple(each for item in top.items("rounds") if (each := self._round(item, reading)) is not None)
        top.keep_rest()
        if started is None:
            started = (
                datetime(held.year, held.month, held.day, tzinfo=UTC) if held else datetime(2000, 1, 1, tzinfo=UTC)
            )
            self.notices.append(f"It does not say when it was started; {started:%Y-%m-%d} is taken.")
        return Session(
            id=session_id,
            title=title,
            workshop=workshop,
            group=group,
            place=place,
            started=started,
            deck=stamp,
            mode=mode,
            practice=practice,
            held=held,
            language=language,
            people=self.people,
            own=self.own,
            said=self.said,
            boards=boards,
            parked=parked,
            actions=actions,
            spent=spent,
            rounds=rounds,
            included=included,
            kept=self.findings.in_order(),
        )

    def _id(self, fingerprint: str) -> str:
        value = self.top.left.pop("id", None)
        if isinstance(value, str) and ID.fullmatch(value):
            return value
        made = f"s-{fingerprint[:8]}"
        if value is None:
            self.notices.append(f"It has no id; {made} is taken.")
        else:
            self.top.trouble("id", value, "This cannot be an id.", f"Use letters, digits and hyphens; {made} will be.")
        return made

    def _stamp(self, item: Item | None) -> DeckStamp:
        """Which deck the file names. Of its titles only those are needed that this deck does not have."""
        if item is None:
            return DeckStamp(self.deck.id, self.deck.version, self.deck.title)
        stamp_id = item.line("id") or self.deck.id
        version, title = item.line("version"), item.line("title")
        titles: dict[Kind, dict[str, str]] = {}
        for kind, key in KIND_TABLES.items():
            table = item.item(key)
            for card in list(table.left):
                words = table.line(card)
                if words and card not in self.deck.by_id:
                    titles.setdefault(kind, {})[card] = words
        item.keep_rest()
        return DeckStamp(stamp_id, version, title, titles)

    def _read_people(self) -> None:
        for item in self.top.items("people"):
            if "name" in item.left and not is_line(item.left["name"]):
                item.keep_whole("This name cannot be seen.", 'Write name = "...", or take the line out.')
                continue
            self.people[item.id] = next_person(self.people, item.id, item.line("name"), _number(item))
            item.keep_rest()

    def _read_features(self) -> None:
        """What was said of the deck's features, and the group's own with what was said of them."""
        own_letters: dict[str, str] = {}
        for item in self.top.items("features"):
            if item.id not in self.deck.by_id and not self._read_own(item, own_letters):
                continue
            said = Said(item.choice("judgement", Judgement), item.person("expert", self.people), item.text("note"))
            if said != NOTHING:
                self.said[item.id] = said
            item.keep_rest(FEATURE)

    def _read_own(self, item: Item, taken: dict[str, str]) -> bool:
        """Take in a card of the group's own; whether it can stand."""
        known = {str(kind): kind for kind in Kind}
        title, kind = item.left.get("title"), item.left.get("kind")
        if title is None and kind is None:
            item.keep_whole("No card has this id.", "Check its name, or give it a title and a kind.")
            return False
        if not is_line(title):
            item.keep_whole("A card of your own needs a title.", 'Add title = "...".')
            return False
        if not isinstance(kind, str) or kind not in known:
            item.keep_whole("A card of your own needs a kind.", f"Write kind as one of: {', '.join(known)}.")
            return False
        words = item.line("title"), known[item.left.pop("kind")], item.line("short"), item.text("summary")
        made_in = item.line("made-in")
        letter = item.line("letter")
        owner = taken.get(letter) or next((card.id for card in self.deck.features if card.letter == letter), "")
        if letter and (len(letter) != 1 or letter not in CAPITALS or owner):
            what = f"“{owner}” has the letter {letter}." if owner else "A letter is one capital from A to Z."
            item.trouble("letter", letter, what, "Choose another, or take the line out.")
            letter = ""
        if letter:
            taken[letter] = item.id
        self.own[item.id] = OwnFeature(item.id, *words, made_in, letter)
        return True

    def _included(self, item: Item) -> Included:
        """What goes into an export; all of it, where nothing is said."""
        people = item.choice("people", PeopleShown) or PeopleShown.NAMES
        notes, dissent, parked = (item.flag(key, otherwise=True) for key in ("notes", "dissent", "parked"))
        asked = (item.flag(key, otherwise=False) for key in ("rounds", "time", "cards", "brief"))
        rounds, time, cards, brief = asked
        to = item.choice("to", ExportAs) or ExportAs.PDF
        attach = item.flag("attach", otherwise=False)
        item.keep_rest()
        return Included(people, notes, dissent, parked, rounds, time, cards, brief, to, attach)

    def _minutes(self, tool: Item) -> dict[str, int]:
        """The minutes spent on a tool by act; what is no whole number of minutes cannot stand."""
        minutes: dict[str, int] = {}
        for act in map(str, Act):
            value = tool.left.pop(act, 0)
            if type(value) is int and 0 <= value <= MOST_MINUTES:
                minutes |= {act: value} if value else {}
            else:
                tool.trouble(act, value, "Time is whole minutes.", f"Write a number from 0 to {MOST_MINUTES}.")
        tool.keep_rest()
        return minutes

    def _parked(self, item: Item) -> str:
        if not is_text(item.left.get("text")):
            item.keep_whole("This thought has no words.", 'Add text = "...", or take the table out.')
            return ""
        text = item.text("text")
        item.keep_rest()
        return text

    def _action(self, item: Item) -> Action | None:
        if not is_text(item.left.get("text")):
            item.keep_whole("This action has no words.", 'Add text = "...", or take the table out.')
            return None
        action = Action(item.id, item.text("text"), item.person("owner", self.people), item.day("due"))
        item.keep_rest(ACTION)
        return action

    def _round(self, item: Item, reading: BoardReading) -> Round | None:
        if not isinstance(item.left.get("taken"), datetime):
            item.keep_whole("This round does not say when it was taken.", "Add taken = 2026-03-12 10:18:00+00:00")
            return None
        name, taken = item.line("name"), item.moment("taken")
        assert taken is not None
        by = item.person("by", self.people)
        boards = reading.boards(item)
        item.keep_rest()
        return Round(item.id, name, taken, by, boards)


def _number(item: Item) -> int:
    """The number of somebody in the room, or 0 where it is their place."""
    value: object = item.left.pop("number", None)
    if value is None:
        return 0
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= MOST_PEOPLE:
        item.trouble("number", value, "Nobody can have this number.", "Write a whole number, or take the line out.")
        return 0
    return value
