"""Reading what a deck says of a tool: `diamond.toml`, `quadrants.toml`, `roadmap.toml`. All its words are the deck's.

What a tool can do is the program's: which acts its steps may have, what its axes are, of which cards it asks, and
through which lenses it looks at a plan.
"""

from collections.abc import Mapping
from typing import TypedDict

from innovate_tui.storage.deck_tables import ID, DeckTable
from innovate_tui.workshop.checks import Lens
from innovate_tui.workshop.deck import Act, CheckWords, Factor, Mode, Prompt, Quotation, Step, StepWords, Timing, Tool
from innovate_tui.workshop.features import Feature, Kind

TOOLS = ("diamond", "quadrants", "roadmap")
STEP_TITLE, STEP_BAR, STEP_DO, PROMPT_SHORT = 22, 12, 240, 26
STEP_SAY, STEP_STUCK = 240, 160
"""Characters there is room for on the screen."""
MEANING, ASK, AXIS_QUESTION, QUADRANT_NAME = 90, 70, 40, 22
"""The same, for a tool with axes."""
CHECK_QUESTION = 120
"""The same, for a question to a finished plan."""
_EVERYWHERE = (Act.SHARE, Act.READ, Act.MISSING, Act.FIX, Act.REVIEW, Act.TELL)
ACTS: Mapping[str, tuple[Act, ...]] = {
    "diamond": (*_EVERYWHERE, Act.CHOOSE, Act.ORDER, Act.FILL),
    "quadrants": (*_EVERYWHERE, Act.PLACE, Act.HELPERS, Act.MATCH),
    "roadmap": (
        *_EVERYWHERE,
        *(Act.TIMEFRAME, Act.STAGES, Act.BEGIN, Act.BUILD, Act.REPEAT, Act.STORY, Act.CHECK),
    ),
}
"""What the steps of a tool can be for."""
AXES: Mapping[str, tuple[str, str]] = {"quadrants": ("importance", "threat")}
"""Tools that place cards on two axes, and the ids of the factors that are these axes."""
KINDS = {"diamond": Kind.ENABLER, "quadrants": Kind.INFLUENCE}
"""Which cards a tool places."""
CHECKED = ("roadmap",)
"""Tools that end in a plan, which is looked at through the lenses."""
MEANINGS = (
    *("high-importance-high-threat", "high-importance-low-threat"),
    *("low-importance-high-threat", "low-importance-low-threat"),
)
"""The four quadrants, as the keys of [meanings] and of [names]."""
OWN = "own"
"""The key in [ask] that stands for every card of the group's own."""


def quoted(table: DeckTable, key: str, quotation: str, quotations: Mapping[str, Quotation]) -> Quotation | None:
    """The quotation of that name; none, with a complaint, where there is none."""
    if quotation not in quotations:
        table.complain(key, f"There is no quotation “{quotation}” in quotations.toml.", "Check its name.")
        return None
    return quotations[quotation]


def read_tool(name: str, file: DeckTable, quotations: Mapping[str, Quotation], features: tuple[Feature, ...]) -> Tool:
    """A tool as its file has it, for a deck of these features."""
    explain = file.table("explain", required=False)
    timings, totals = _timings(file)
    group_size, people = _group_size(file)
    axes = AXES.get(name, ())
    acts = [str(act) for act in ACTS.get(name, tuple(Act))]
    tool = Tool(
        id=name,
        title=file.line("title"),
        purpose=file.line("purpose"),
        full_title=file.line("full-title", required=False),
        introduction=file.text("introduction", required=False),
        about=file.text("about", required=False),
        factors=tuple(_factor(table, axes) for table in file.tables("factors")),
        explain={} if explain is None else explain.each_text(),
        steps=tuple(step for table in file.tables("steps") if (step := _step(table, acts)) is not None),
        prompts=tuple(_prompt(table, quotations) for table in file.tables("prompts")),
        prompts_note=file.line("prompts-note", required=False),
        timings=timings,
        totals=totals,
        **_materials(file),
        group_size=group_size,
        people=people,
        meanings=_of_each_quadrant(file, "meanings", MEANING) if axes else {},
        names=_names(file) if axes else {},
        ask=_ask(file, [card.id for card in features if card.kind is KINDS.get(name)]),
        based_on=file.line("based-on", required=False),
        checks=_checks(file) if name in CHECKED else (),
    )
    factors = [factor.id for factor in tool.factors]
    _need_once(file, "factors", factors)
    _need_once(file, "prompts", [prompt.id for prompt in tool.prompts])
    for axis in axes:
        if axis not in factors:
            file.complain("factors", f"The axis “{axis}” is missing.", f'Add [[factors]] with id = "{axis}".')
    file.done()
    return tool


def _of_each_quadrant(file: DeckTable, key: str, most: int) -> dict[str, str]:
    """Words for each of the four quadrants, of at most so many characters; all of them, or none."""
    table = file.table(key, required=False)
    if table is None:
        return {}
    found = {quadrant: table.line(quadrant, most=most) for quadrant in MEANINGS}
    table.done()
    return found


def _names(file: DeckTable) -> dict[str, str]:
    """What the deck calls the four quadrants; two of one name could not be told apart."""
    found = _of_each_quadrant(file, "names", QUADRANT_NAME)
    said = [name.casefold() for name in found.values()]
    for quadrant, name in found.items():
        if name and said.count(name.casefold()) > 1:
            what = f"Another quadrant is called “{name}” too."
            file.complain(f"names.{quadrant}", what, "Give each a name of its own.")
    return found


def _ask(file: DeckTable, cards: list[str]) -> dict[str, str]:
    """A question about each card that the tool places, as far as the deck has one."""
    table = file.table("ask", required=False)
    if table is None:
        return {}
    known = [key for key in table.values if key in (*cards, OWN)]
    found = {key: table.line(key, most=ASK) for key in known}
    for key in table.values:
        if key not in known:
            what = "This tool places no card of that name."
            table.complain(key, what, f"Use one of: {', '.join((*cards, OWN))}.")
    return found


def _need_once(file: DeckTable, key: str, ids: list[str]) -> None:
    for name in sorted({name for name in ids if name and ids.count(name) > 1}):
        file.complain(key, f"The id “{name}” stands there more than once.", "Choose another for one of them.")


def _id(table: DeckTable) -> str:
    name = table.line("id")
    if name and not ID.fullmatch(name):
        table.complain("id", "This cannot be an id.", "Use small letters, digits and hyphens.")
    return name


def _factor(table: DeckTable, axes: tuple[str, ...]) -> Factor:
    """Something to weigh; for a tool with axes it is one of these, and its two ends have names."""
    name = _id(table)
    if axes and name:
        _one_of(table, "id", name, list(axes))
    factor = Factor(
        name,
        table.line("title"),
        table.line("question", most=AXIS_QUESTION if axes else 0),
        table.text("explain", required=False),
        low=table.line("low") if axes else "",
        high=table.line("high") if axes else "",
    )
    table.done()
    return factor


def _step(table: DeckTable, acts: list[str]) -> Step | None:
    """A step with its words for each of its modes; one person alone may have other words.

    Who has other words is told nothing of what is said to a room: one person has nobody to say it to (F15).
    """
    act = _one_of(table, "act", table.line("act"), acts)
    modes = table.lines("modes", required=False) or tuple(str(mode) for mode in Mode)
    words = StepWords(
        table.line("title", most=STEP_TITLE),
        table.line("bar", most=STEP_BAR),
        table.text("do", most=STEP_DO),
        table.text("more", required=False),
        table.text("say", required=False, most=STEP_SAY),
        *(_minutes(table) or (0, 0)),
        table.text("stuck", required=False, most=STEP_STUCK),
        table.lines("tips", required=False),
    )
    by_mode = {Mode(mode): words for mode in modes if _one_of(table, "modes", mode, [str(mode) for mode in Mode])}
    for mode in Mode:
        other = table.table(mode, required=False)
        if other is None:
            continue
        if mode not in by_mode:
            table.complain(mode, "This step is not for that mode.", "Add it to modes, or take its words out.")
        to_a_room = words._replace(say="", stuck="", tips=()) if mode is Mode.INDIVIDUAL else words
        by_mode[mode] = StepWords(
            other.line("title", required=False, most=STEP_TITLE) or words.title,
            other.line("bar", required=False, most=STEP_BAR) or words.bar,
            other.text("do", required=False, most=STEP_DO) or words.do,
            other.text("more", required=False) or words.more,
            other.text("say", required=False, most=STEP_SAY) or to_a_room.say,
            *(_minutes(other) or (words.least, words.most)),
            other.text("stuck", required=False, most=STEP_STUCK) or to_a_room.stuck,
            other.lines("tips", required=False) or to_a_room.tips,
        )
        other.done()
    table.done()
    return Step(Act(act), by_mode) if act else None


def _minutes(table: DeckTable) -> tuple[int, int] | None:
    """How many minutes a step takes, at the least and at the most; none where nothing is said."""
    inner = table.table("minutes", required=False)
    if inner is None:
        return None
    least, most = inner.whole("from"), inner.whole("to")
    if least > most:
        inner.complain("to", "It ends before it begins.", "Make “to” at least as large as “from”.")
    inner.done()
    return least, most


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
    quotation = quoted(table, "quote", quote, quotations) if quote else None
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


def _checks(file: DeckTable) -> tuple[CheckWords, ...]:
    """The questions to a finished plan: one for each lens, or none at all."""
    lenses = [str(lens) for lens in Lens]
    found = []
    for table in file.tables("checks"):
        lens = _one_of(table, "id", table.line("id"), lenses)
        title, question = table.line("title", most=PROMPT_SHORT), table.line("question", most=CHECK_QUESTION)
        who_else = table.line("who-else", required=False, most=CHECK_QUESTION)
        hint = table.line("hint", required=False)
        table.done()
        if lens:
            found.append(CheckWords(Lens(lens), title, question, who_else, hint))
    there = [str(check.lens) for check in found]
    _need_once(file, "checks", there)
    for lens in lenses:
        if there and lens not in there:
            file.complain("checks", f"The one for {lens} is missing.", f'Add [[checks]] with id = "{lens}".')
    return tuple(found)


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


class _Ready(TypedDict):
    """What is to be had ready, by the names of `Tool`."""

    materials: tuple[str, ...]
    sets: str
    set_up: tuple[str, ...]
    set_up_alone: tuple[str, ...]


def _materials(file: DeckTable) -> _Ready:
    table = file.table("materials", required=False)
    if table is None:
        return _Ready(materials=(), sets="", set_up=(), set_up_alone=())
    found = _Ready(
        materials=table.lines("list", required=False),
        sets=table.line("sets", required=False),
        set_up=table.lines("set-up", required=False),
        set_up_alone=table.lines("set-up-alone", required=False),
    )
    table.done()
    return found


def _group_size(file: DeckTable) -> tuple[str, tuple[int, int]]:
    """The advice on how many people a group should have, and its two numbers."""
    table = file.table("group-size", required=False)
    if table is None:
        return "", (0, 0)
    least, most = table.whole("from"), table.whole("to")
    if least > most:
        table.complain("to", "It is smaller than “from”.", "Mend the two numbers.")
    advice = table.text("advice")
    table.done()
    return advice, (least, most)
