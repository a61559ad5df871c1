"""Reading a deck from a content folder: everything that a council may edit, checked as a whole.

A content folder is shaped like `content/`: `decks/<id>/` with a TOML file for each kind of card,
for the stages and for each tool, `quotations.toml`, `samples/<id>.toml`.
A folder that itself holds a `deck.toml` will do too. It may stand on disk or in a zip: only what both can do is used.
"""

from collections.abc import Iterator, Mapping
from typing import Protocol

from innovate_tui.storage.bounded_toml import LARGEST, NotReadable, parse
from innovate_tui.storage.deck_tables import ID, DeckTable, DeckTrouble, Problem
from innovate_tui.storage.deck_tools import TOOLS, quoted, read_tool
from innovate_tui.workshop.deck import Deck, KindWords, Quotation, Tool, Toolkit
from innovate_tui.workshop.features import LIST_WIDTH, ROAD_WIDTH, SHORT_WIDTH, Feature, Kind
from innovate_tui.workshop.stages import PAIRS, Stage, StageCard

DECK_FORMAT = 1
DEFAULT_DECK = "innovate"
CARD_FILES = {Kind.ENABLER: "enablers.toml", Kind.INFLUENCE: "influences.toml", Kind.NEXT_LEVEL: "next-level.toml"}


class Folder(Protocol):
    """A folder or a file, on disk or in a zip: `Path` and what `importlib.resources` gives."""

    @property
    def name(self) -> str: ...
    def is_dir(self) -> bool: ...
    def is_file(self) -> bool: ...
    def read_bytes(self) -> bytes: ...
    def iterdir(self) -> "Iterator[Folder]": ...
    def __truediv__(self, child: str, /) -> "Folder": ...


class Content:
    """A content folder and the decks in it, by id, the one to begin with first."""

    def __init__(self, root: Folder, decks: Mapping[str, Folder]) -> None:
        self.root = root
        self.decks = decks
        self._read: dict[str, Deck] = {}

    def deck(self, deck_id: str = "") -> Deck:
        """The deck of that id, or the first where there is none of that id. Raises `DeckTrouble`."""
        name = deck_id if deck_id in self.decks else next(iter(self.decks))
        if name not in self._read:
            self._read[name] = load_deck(self.decks[name], self.root)
        return self._read[name]

    def sample(self, deck_id: str = "") -> bytes:
        """The complete sample session of a deck, as its file has it. Raises `NotReadable` where a deck has none."""
        name = deck_id or next(iter(self.decks))
        return _bytes(self.root / "samples" / f"{name}.toml")


def open_content(root: Folder) -> Content:
    """The decks in a content folder. Raises `DeckTrouble` where there are none."""
    if (root / "deck.toml").is_file():
        return Content(root, {root.name: root})
    shelf = root / "decks"
    if not root.is_dir() or not shelf.is_dir():
        raise DeckTrouble(
            [Problem(str(root), "", "There is no deck in this folder.", "Name one that holds decks/NAME/deck.toml.")]
        )
    found = {
        folder.name: folder for folder in sorted(shelf.iterdir(), key=_first_of_all) if (folder / "deck.toml").is_file()
    }
    if not found:
        raise DeckTrouble([Problem(str(shelf), "", "No folder here has a deck.toml.", "Add one: NAME/deck.toml")])
    return Content(root, found)


def load_deck(folder: Folder, root: Folder | None = None) -> Deck:
    """The deck in a folder, with the quotations of the content folder. Raises `DeckTrouble` with all its problems."""
    problems: list[Problem] = []
    quotations_file = next(
        (q for q in ((root or folder) / "quotations.toml", folder / "quotations.toml") if q.is_file()), None
    )
    quotations = _quotations(_table(quotations_file, problems)) if quotations_file is not None else {}
    deck = _table(folder / "deck.toml", problems)
    if not deck.values:
        raise DeckTrouble(problems)
    _need_format(deck)
    identity = {key: deck.line(key) for key in ("id", "version", "title", "language", "credit")}
    based_on = deck.line("based-on", required=False)
    if identity["id"] and not ID.fullmatch(identity["id"]):
        deck.complain("id", "This cannot be an id.", "Use small letters, digits and hyphens.")
    if root is not None and root != folder and identity["id"] not in ("", folder.name):
        deck.complain("id", f"The deck stands in a folder named “{folder.name}”.", "Give both the same name.")
    toolkit = _toolkit(deck, quotations)
    kinds = _kinds(deck)
    tools = _tools(deck)
    deck.done()
    features = tuple(
        card for kind, name in CARD_FILES.items() for card in _cards(_table(folder / name, problems), kind)
    )
    _check_cards(features, folder, problems)
    stages = _table(folder / "stages.toml", problems)
    pairs, stage_cards = _stages(stages)
    note, benefit = stages.text("note"), stages.text("benefit", required=False)
    caveats = stages.lines("caveats", required=False)
    stages.done()
    for tool in TOOLS:
        file = folder / f"{tool}.toml"
        if file.is_file():
            tools[tool] = read_tool(tool, _table(file, problems), quotations, features)
        elif tool == "diamond":
            _table(file, problems)
    _check_prompts(tools, folder, problems)
    if problems:
        raise DeckTrouble(problems)
    return Deck(
        **identity,
        toolkit=toolkit,
        kinds=kinds,
        features=features,
        tools=tools,
        stages=stage_cards,
        stages_note=note,
        stages_benefit=benefit,
        stages_caveats=caveats,
        pair_titles=pairs,
        based_on=based_on,
    )


def _first_of_all(folder: Folder) -> tuple[bool, str]:
    return folder.name != DEFAULT_DECK, folder.name


def _bytes(file: Folder) -> bytes:
    try:
        data = file.read_bytes()
    except (OSError, KeyError, ValueError) as error:
        raise NotReadable(
            str(file), "This file is missing or cannot be read.", "Copy it from the deck you began with."
        ) from error
    if len(data) > LARGEST:
        raise NotReadable(str(file), "The file is too large.", "Shorten it.")
    return data


def _table(file: Folder, problems: list[Problem]) -> DeckTable:
    """A file of a deck as a table; an empty one, and a problem, where it cannot be read."""
    try:
        return DeckTable(str(file), "", parse(_bytes(file), str(file)), problems)
    except NotReadable as trouble:
        problems.append(Problem(trouble.path, trouble.where, trouble.what, trouble.mend))
        return _Unread(str(file), "", {}, problems)


class _Unread(DeckTable):
    """A file that could not be read: its own problem is noted, and every key it lacks is none besides."""

    def complain(self, key: str, what: str, mend: str) -> None:
        pass


def _need_format(deck: DeckTable) -> None:
    number = deck.values.get("format")
    deck.whole("format")
    if isinstance(number, int) and number != DECK_FORMAT:
        newer = number > DECK_FORMAT
        deck.complain(
            "format",
            f"The deck has format {number}; this program reads format {DECK_FORMAT}.",
            "Use a newer innovate-tui." if newer else f"Write format = {DECK_FORMAT}.",
        )


def _quotations(file: DeckTable) -> dict[str, Quotation]:
    found = {}
    for key, table in file.each_table():
        found[key] = Quotation(table.line("text"), table.line("by"), table.line("source"))
        if len(found[key].text.split()) > 25:
            table.complain("text", "A quotation has at most 25 words.", "Shorten it.")
        table.done()
    return found


def _toolkit(deck: DeckTable, quotations: Mapping[str, Quotation]) -> Toolkit:
    table = deck.table("toolkit")
    if table is None:
        return Toolkit("", "", "", "")
    asked = (quoted(table, "asked", name, quotations) for name in table.lines("asked", required=False))
    toolkit = Toolkit(
        title=table.line("title"),
        subtitle=table.line("subtitle", required=False),
        web=table.line("web", required=False),
        introduction=table.text("introduction"),
        asked=tuple(quotation for quotation in asked if quotation is not None),
        digital=table.text("digital", required=False),
    )
    table.done()
    return toolkit


def _kinds(deck: DeckTable) -> dict[Kind, KindWords]:
    found: dict[Kind, KindWords] = {}
    kinds = deck.table("kinds")
    if kinds is None:
        return found
    for kind in Kind:
        table = kinds.table(kind)
        if table is None:
            continue
        found[kind] = KindWords(
            name=table.line("name"),
            plural=table.line("plural"),
            short=table.line("short"),
            introduction=table.text("introduction"),
            summaries=table.line("summaries", required=False),
        )
        table.done()
    kinds.done()
    return found


def _tools(deck: DeckTable) -> dict[str, Tool]:
    found: dict[str, Tool] = {}
    tools = deck.table("tools")
    if tools is None:
        return found
    for name in TOOLS:
        table = tools.table(name, required=False)
        if table is None:
            continue
        found[name] = Tool(
            name, table.line("title"), table.line("purpose"), full_title=table.line("full-title", required=False)
        )
        table.done()
    tools.done()
    return found


def _cards(file: DeckTable, kind: Kind) -> list[Feature]:
    cards = []
    for key, table in file.each_table():
        if key.startswith("own-"):
            table.complain("", "Ids that begin with own- are for cards that groups add.", "Choose another.")
        cards.append(
            Feature(
                id=key,
                title=table.line("title"),
                kind=kind,
                letter=_letter(table),
                short=table.lines("short", most=2, width=SHORT_WIDTH),
                in_list=table.line("list", required=False, most=LIST_WIDTH),
                on_road=table.lines("road", required=False, most=2, width=ROAD_WIDTH),
                summary=table.text("summary"),
                takeaway=table.line("takeaway"),
                question=table.line("question"),
                related=_each(table, "related"),
                stages=_each(table, "stages"),
                based_on=table.line("based-on", required=False),
            )
        )
        table.done()
    return cards


def _letter(table: DeckTable) -> str:
    letter = table.line("letter", required=False)
    if letter and not (len(letter) == 1 and "A" <= letter <= "Z"):
        table.complain("letter", f"“{letter}” is not one capital from A to Z.", "Use one, or leave it out.")
        return ""
    return letter


def _each(table: DeckTable, key: str) -> dict[str, str]:
    inner = table.table(key, required=False)
    return {} if inner is None else inner.each_text()


def _check_cards(features: tuple[Feature, ...], folder: Folder, problems: list[Problem]) -> None:
    """What only shows when all cards are known: ids and letters given twice, relations to nothing."""
    ids: set[str] = set()
    letters: dict[str, str] = {}
    known = {feature.id for feature in features}
    stages = {str(stage) for stage in Stage}
    for card in features:
        file = str(folder / CARD_FILES[card.kind])
        if card.id in ids:
            problems.append(Problem(file, card.id, "Another card has the same id.", "Choose another."))
        if card.letter in letters:
            other = letters[card.letter]
            problems.append(
                Problem(file, f"{card.id}.letter", f"“{other}” has the letter {card.letter} too.", "Choose another.")
            )
        ids.add(card.id)
        if card.letter:
            letters[card.letter] = card.id
        for other in card.related:
            if other not in known or other == card.id:
                what = "No card has this id." if other != card.id else "This is the card itself."
                problems.append(Problem(file, f"{card.id}.related.{other}", what, "Check its name, or take it out."))
        for stage in card.stages:
            if stage not in stages:
                listed = ", ".join(stages)
                problems.append(
                    Problem(file, f"{card.id}.stages.{stage}", "There is no such stage.", f"Use one of: {listed}.")
                )


def _check_prompts(tools: Mapping[str, Tool], folder: Folder, problems: list[Problem]) -> None:
    """A session keeps its answers by the ids of the prompts, so two tools cannot have the same."""
    owners: dict[str, str] = {}
    for name, tool in tools.items():
        for prompt in {prompt.id for prompt in tool.prompts if prompt.id}:
            other = owners.setdefault(prompt, name)
            if other != name:
                what = f"{other}.toml has a prompt with the id “{prompt}” too."
                problems.append(Problem(str(folder / f"{name}.toml"), "prompts", what, "Choose another."))


def _stages(file: DeckTable) -> tuple[tuple[str, ...], tuple[StageCard, ...]]:
    """The titles of the three pairs and the six stages."""
    titles = []
    pairs = list(file.tables("pairs"))
    for table, pair in zip(pairs, PAIRS, strict=False):
        titles.append(table.line("title"))
        if table.lines("stages") != tuple(pair):
            table.complain("stages", "The three pairs are fixed.", f"Write stages = {[str(stage) for stage in pair]}.")
        table.done()
    if len(pairs) != len(PAIRS):
        file.complain("pairs", f"There are {len(pairs)} pairs of stages; there must be {len(PAIRS)}.", "Mend the list.")
    cards = []
    stages = file.table("stages")
    for stage in Stage:
        each = None if stages is None else stages.table(stage)
        if each is None:
            continue
        cards.append(
            StageCard(
                stage=stage,
                title=each.line("title"),
                purpose=each.text("purpose"),
                outcome=each.text("outcome"),
                questions=each.lines("questions", required=False),
                based_on=each.line("based-on", required=False),
            )
        )
        each.done()
    if stages is not None:
        stages.done()
    return tuple(titles), tuple(cards)
