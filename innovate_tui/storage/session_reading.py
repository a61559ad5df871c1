"""Reading a session: from the bytes of a file to the value, with everything that cannot stand kept and named."""

import hashlib
from datetime import UTC, datetime
from typing import Any, NamedTuple

from innovate_tui.storage.bounded_toml import NotReadable, decoded, parse
from innovate_tui.storage.kept_items import ID, Findings, Item, shown
from innovate_tui.storage.migrations import migrated
from innovate_tui.storage.session_text import ANSWER, FEATURE, KIND_TABLES, LATER, LATER_BOARDS, LENSES, Seal, seal_of
from innovate_tui.workshop.deck import Deck, Mode
from innovate_tui.workshop.diamond import NOTHING_SAID, PLACES, Diamond, Standing
from innovate_tui.workshop.features import Judgement, Kind
from innovate_tui.workshop.reflections import Answer, Reflections
from innovate_tui.workshop.session import (
    CAPITALS,
    NOTHING,
    Boards,
    DeckStamp,
    Included,
    OwnFeature,
    Parked,
    PeopleShown,
    Person,
    Round,
    Said,
    Session,
)
from innovate_tui.workshop.spoken import one_line

TOOLS = ("diamond", "quadrants", "roadmap")


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
        self.questions = {prompt.id: prompt.question for tool in deck.tools.values() for prompt in tool.prompts}
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
        language = top.line("language")
        stamp = self._stamp(top.item("deck") if "deck" in top.left else None)
        self._read_people()
        self._read_features()
        boards = self._boards(top)
        parked = {item.id: Parked(item.id, text) for item in top.items("parked") if (text := self._parked(item))}
        included = self._included(top.item("export"))
        for key in LATER:
            self._ride_along(top, key)
        rounds = tuple(each for item in top.items("rounds") if (each := self._round(item)) is not None)
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
            held=held,
            language=language,
            people=self.people,
            own=self.own,
            said=self.said,
            boards=boards,
            parked=parked,
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
            if not _is_line(item.left.get("name")):
                item.keep_whole("This person has no name.", 'Add name = "...", or take the table out.')
                continue
            self.people[item.id] = Person(item.id, item.line("name"))
            item.keep_rest()

    def _read_features(self) -> None:
        """What was said of the deck's features, and the group's own with what was said of them."""
        own_letters: dict[str, str] = {}
        for item in self.top.items("features"):
            if item.id not in self.deck.by_id and not self._read_own(item, own_letters):
                continue
            said = Said(item.choice("judgement", Judgement), self._person(item, "expert"), item.text("note"))
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
        if not _is_line(title):
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

    def _person(self, item: Item, key: str) -> str:
        """The id of somebody who took part."""
        name = item.text(key)
        if name and name not in self.people:
            item.trouble(key, name, "Nobody among the people has this id.", "Check it, or add them to [people].")
            return ""
        return name

    def _kind_of(self, card: str) -> Kind | None:
        known = self.deck.by_id.get(card) or self.own.get(card)
        return known.kind if known else None

    def _is_card(self, card: str) -> bool:
        return self._kind_of(card) is not None

    def _boards(self, item: Item) -> Boards:
        """The boards of the session or of a round; those of later tools ride along."""
        diamond = self._diamond(item.item("diamond"))
        for key in LATER_BOARDS:
            self._ride_along(item, key)
        return Boards(diamond=diamond, reflections=self._reflections(item))

    def _ride_along(self, item: Item, key: str) -> None:
        """Keep a table of the format that this version does not model, in its place."""
        if key in item.left:
            self.findings.keep((*item.path, key), item.left.pop(key))

    def _diamond(self, item: Item) -> Diamond:
        fixed = item.moment("fixed")
        cards: dict[str, Standing] = {}
        places: dict[int, str] = {}
        for card in item.items("cards", known=self._is_card):
            if self._kind_of(card.id) is not Kind.ENABLER:
                card.keep_whole("Diamond 9 sorts enablers, and this card is none.", "Take it out.")
                continue
            place = self._place(card, places)
            standing = Standing(place, card.text("why"), card.text("dissent"))
            if standing != NOTHING_SAID:
                cards[card.id] = standing
            card.keep_rest()
        item.keep_rest()
        return Diamond(cards, fixed)

    def _place(self, card: Item, places: dict[int, str]) -> int | None:
        value: object = card.left.pop("place", None)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int) or value not in PLACES:
            mend = "Write a whole number from 1 to 9, or take the line out."
            card.trouble("place", value, f"The diamond has no place {shown(value)}.", mend)
            return None
        if value in places:
            what = f"Place {value} is taken by “{places[value]}”."
            card.trouble("place", value, what, "Give one of them another place.")
            return None
        places[value] = card.id
        return value

    def _reflections(self, boards: Item) -> Reflections:
        answers: dict[str, Answer] = {}
        for item in boards.items("reflections"):
            if item.id in LENSES:
                item.keep_whole()
                continue
            answer = self._answer(item)
            if answer is not None and answer != Answer():
                answers[item.id] = answer
        return Reflections(answers)

    def _answer(self, item: Item) -> Answer | None:
        """An answer; the deck's own question beside it is no rewording. None where nobody can say what was asked."""
        known = self.questions.get(item.id)
        if known is None and not _is_line(item.left.get("question")):
            item.keep_whole("Nobody can say what the question was.", 'Add question = "...", or take it out.')
            return None
        tool = "" if known is not None else item.left.pop("tool", TOOLS[0])
        if known is None and tool not in TOOLS:
            item.left["tool"] = tool
            item.keep_whole("There is no such tool to step back from.", f"Write tool as one of: {', '.join(TOOLS)}.")
            return None
        question, text, skipped = item.line("question"), item.text("answer"), item.flag("skipped")
        item.keep_rest(ANSWER)
        return Answer(text, "" if question == known else question, skipped, tool)

    def _included(self, item: Item) -> Included:
        """What goes into an export; all of it, where nothing is said."""
        people = item.choice("people", PeopleShown) or PeopleShown.NAMES
        notes, dissent, parked = (item.flag(key, otherwise=True) for key in ("notes", "dissent", "parked"))
        item.keep_rest()
        return Included(people, notes, dissent, parked)

    def _parked(self, item: Item) -> str:
        if not _is_text(item.left.get("text")):
            item.keep_whole("This thought has no words.", 'Add text = "...", or take the table out.')
            return ""
        text = item.text("text")
        item.keep_rest()
        return text

    def _round(self, item: Item) -> Round | None:
        if not isinstance(item.left.get("taken"), datetime):
            item.keep_whole("This round does not say when it was taken.", "Add taken = 2026-03-12 10:18:00+00:00")
            return None
        name, taken = item.line("name"), item.moment("taken")
        assert taken is not None
        by = self._person(item, "by")
        boards = self._boards(item)
        item.keep_rest()
        return Round(item.id, name, taken, by, boards)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_line(value: object) -> bool:
    """Whether it is words of which something can be seen in one line."""
    return isinstance(value, str) and bool(one_line(value))
