"""Reading a deck from a content folder: everything that a council may edit, checked as a whole.

A content folder is shaped like `content/`: `decks/<id>/` with six TOML files, `quotations.toml`, `samples/<id>.toml`.
A folder that itself holds a `deck.toml` will do too. It may stand on disk or in a zip: only what both can do is used.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from innovate_tui.storage.bounded_toml import LARGEST, NotReadable, parse
from innovate_tui.storage.deck_tables import ID, DeckTable, DeckTrouble, Problem
from innovate_tui.workshop.deck import (
    Act,
    Deck,
    Factor,
    KindWords,
    Mode,
    Prompt,
    Quotation,
    Step,
    StepWords,
    Timing,
    Tool,
    Toolkit,
)
from innovate_tui.workshop.features import LIST_WIDTH, ROAD_WIDTH, SHORT_WIDTH, Feature, Kind
from innovate_tui.workshop.stages import PAIRS, Stage, StageCard

DECK_FORMAT = 1
DEFAULT_DECK = "innovate"
CARD_FILES = {Kind.ENABLER: "enablers.toml", Kind.INFLUENCE: "influences.toml", Kind.NEXT_LEVEL: "next-level.toml"}
TOOLS = ("diamond", "quadrants", "roadmap")
STEP_TITLE, STEP_BAR, STEP_DO, PROMPT_SHORT = 22, 12, 240, 26
"""Characters there is room for on the screen."""


class Folder(Protocol):
    """A folder or a file, on disk or in a zip: `Path` and what `importlib.resources` gives."""

    @property
    def name(self) -> str: ...
    def is_dir(self) -> bool: ...
    def is_file(self) -> bool: ...
    def read_bytes(self) -> bytes: ...
    def __truediv__(self, child: str, /) -> "Folder": ...


@dataclass(frozen=True)
class Content:
    """A content folder and the decks in it, by id, the one to begin with first."""

    root: Folder
    decks: Mapping[str, Folder]
    _read: dict[str, Deck] = field(default_factory=dict, repr=False, compare=False)

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
    listed: list[Folder] = list(shelf.iterdir())  # type: ignore[attr-defined]
    found = {folder.name: folder for folder in sorted(listed, key=_first_of_all) if (folder / "deck.toml").is_file()}
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
            tools[tool] = _tool(tool, _table(file, problems), quotations)
        elif tool == "diamond":
            _table(file, problems)
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


def _quoted(table: DeckTable, key: str, quotation: str, quotations: Mapping[str, Quotation]) -> Quotation | None:
    if quotation not in quotations:
        table.complain(key, f"There is no quotation “{quotation}” in quotations.toml.", "Check its name.")
        return None
    return quotations[quotation]


def _toolkit(deck: DeckTable, quotations: Mapping[str, Quotation]) -> Toolkit:
    table = deck.table("toolkit")
    if table is None:
        return Toolkit("", "", "", "")
    asked = (_quoted(table, "asked", name, quotations) for name in table.lines("asked", required=False))
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


def _tool(name: str, file: DeckTable, quotations: Mapping[str, Quotation]) -> Tool:
    explain = file.table("explain", required=False)
    timings, totals = _timings(file)
    materials, set_up = _materials(file)
    tool = Tool(
        id=name,
        title=file.line("title"),
        purpose=file.line("purpose"),
        full_title=file.line("full-title", required=False),
        introduction=file.text("introduction", required=False),
        about=file.text("about", required=False),
        factors=tuple(_factor(table) for table in file.tables("factors")),
        explain={} if explain is None else explain.each_text(),
        steps=tuple(step for table in file.tables("steps") if (step := _step(table)) is not None),
        prompts=tuple(_prompt(table, quotations) for table in file.tables("prompts")),
        prompts_note=file.line("prompts-note", required=False),
        timings=timings,
        totals=totals,
        materials=materials,
        set_up=set_up,
        group_size=_group_size(file),
        meanings=_each(file, "meanings"),
        ask=_each(file, "ask"),
        based_on=file.line("based-on", required=False),
    )
    _need_once(file, "factors", [factor.id for factor in tool.factors])
    _need_once(file, "prompts", [prompt.id for prompt in tool.prompts])
    file.done()
    return tool


def _need_once(file: DeckTable, key: str, ids: list[str]) -> None:
    for name in sorted({name for name in ids if name and ids.count(name) > 1}):
        file.complain(key, f"The id “{name}” stands there more than once.", "Choose another for one of them.")


def _id(table: DeckTable) -> str:
    name = table.line("id")
    if name and not ID.fullmatch(name):
        table.complain("id", "This cannot be an id.", "Use small letters, digits and hyphens.")
    return name


def _factor(table: DeckTable) -> Factor:
    factor = Factor(
        _id(table),
        table.line("title"),
        table.line("question"),
        table.text("explain", required=False),
        low=table.line("low", required=False),
        high=table.line("high", required=False),
    )
    table.done()
    return factor


def _step(table: DeckTable) -> Step | None:
    """A step with its words for each of its modes; one person alone may have other words."""
    act = _one_of(table, "act", table.line("act"), [str(act) for act in Act])
    modes = table.lines("modes", required=False) or tuple(str(mode) for mode in Mode)
    words = StepWords(
        table.line("title", most=STEP_TITLE),
        table.line("bar", most=STEP_BAR),
        table.text("do", most=STEP_DO),
        table.text("more", required=False),
    )
    by_mode = {Mode(mode): words for mode in modes if _one_of(table, "modes", mode, [str(mode) for mode in Mode])}
    for mode in Mode:
        other = table.table(mode, required=False)
        if other is None:
            continue
        if mode not in by_mode:
            table.complain(mode, "This step is not for that mode.", "Add it to modes, or take its words out.")
        by_mode[mode] = StepWords(
            other.line("title", required=False, most=STEP_TITLE) or words.title,
            other.line("bar", required=False, most=STEP_BAR) or words.bar,
            other.text("do", required=False, most=STEP_DO) or words.do,
            other.text("more", required=False) or words.more,
        )
        other.done()
    table.done()
    return Step(Act(act), by_mode) if act else None


def _one_of(table: DeckTable, key: str, value: str, allowed: list[str]) -> str:
    if value in allowed:
        return value
    if value:
        table.complain(key, f"“{value}” is not known here.", f"Use one of: {', '.join(allowed)}.")
    return ""


def _prompt(table: DeckTable, quotations: Mapping[str, Quotation]) -> Prompt:
    """A prompt in our words, or quoted from `quotations.toml`."""
    name = _id(table)
    quote = table.line("quote", required=False)
    quotation = _quoted(table, "quote", quote, quotations) if quote else None
    question = table.line("question", required=not quote)
    if quote and question:
        table.complain("quote", "A prompt has a question or a quotation, not both.", "Take one of them out.")
    prompt = Prompt(
        id=name,
        question=quotation.text if quotation else question,
        short=table.line("short", most=PROMPT_SHORT),
        hint=table.line("hint", required=False),
        quoted_from=f"{quotation.by}, {quotation.source}" if quotation else "",
    )
    table.done()
    return prompt


def _timings(file: DeckTable) -> tuple[dict[Mode, tuple[Timing, ...]], dict[Mode, str]]:
    timings: dict[Mode, tuple[Timing, ...]] = {}
    totals: dict[Mode, str] = {}
    table = file.table("timings", required=False)
    if table is None:
        return timings, totals
    for mode in Mode:
        inner = table.table(mode, required=False)
        if inner is None:
            continue
        parts = []
        for part in inner.tables("parts"):
            timing = Timing(part.line("part"), part.whole("from"), part.whole("to"))
            if timing.at_least > timing.at_most:
                part.complain("to", "It ends before it begins.", "Make “to” at least as large as “from”.")
            part.done()
            parts.append(timing)
        timings[mode] = tuple(parts)
        totals[mode] = inner.line("total", required=False)
        inner.done()
    table.done()
    return timings, totals


def _materials(file: DeckTable) -> tuple[tuple[str, ...], tuple[str, ...]]:
    table = file.table("materials", required=False)
    if table is None:
        return (), ()
    found = table.lines("list", required=False), table.lines("set-up", required=False)
    table.done()
    return found


def _group_size(file: DeckTable) -> str:
    """The advice on how many people a group should have; its two numbers are checked and stand in the words."""
    table = file.table("group-size", required=False)
    if table is None:
        return ""
    if table.whole("from") > table.whole("to"):
        table.complain("to", "It is smaller than “from”.", "Mend the two numbers.")
    advice = table.text("advice")
    table.done()
    return advice
