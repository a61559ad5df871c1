"""What the frame around the diamond says: the chosen card, what to do in a step, the keys that matter now. Pure."""

from innovate_tui.ui import commands as key
from innovate_tui.ui.commands import Command
from innovate_tui.ui.widgets.diamond_view import Scene, View
from innovate_tui.ui.widgets.frame import Detail
from innovate_tui.workshop.deck import Act, Deck, Mode, Tool
from innovate_tui.workshop.diamond import PLACES
from innovate_tui.workshop.features import Feature, Judgement
from innovate_tui.workshop.session import Session

TOOL = "diamond"
CARRYING = (
    key.MOVE,
    key.ENTER.saying("put down"),
    key.PLACE.saying("straight there"),
    key.BACK.saying("put back"),
    key.HELP,
)
INSERTING = (key.PLACE.saying("insert there"), key.BACK.saying("not now"), key.HELP)
PLACED = (key.PLACE, key.WHY, key.DISSENT, key.CARRY, key.LIFT, key.UNDO, key.STEP_ON, key.HELP)
ALL_PLACED = (key.PLACE, key.WHY, key.DISSENT, key.CARRY, key.STEP_ON, key.LIFT, key.UNDO, key.HELP)
READING = (key.MOVE, key.ENTER, key.CARD, key.GUIDE, key.STEP_ON, key.NOTE, key.HELP)
JUDGING = (key.MOVE, key.MORE, key.LESS, key.ENTER, key.STEP_ON, key.NOTE, key.HELP)
MISSING = (key.ADD.saying("add a card of your own"), key.MOVE, key.ENTER, key.STEP_ON, key.HELP)
PLACING = (key.CARD, key.PLACE, key.CARRY, key.ENTER, key.GUIDE, key.STEP_ON, key.HELP)
FIXED = (key.MOVE, key.FIX.saying("unfix"), key.ENTER, key.WHY, key.STEP_ON, key.DISSENT, key.HELP)
FIXING = (key.FIX, key.PLACE, key.WHY, key.DISSENT, key.STEP_ON, key.HELP)
REVIEWING = (
    key.ENTER.saying("answer"),
    key.MOVE,
    key.LARGE,
    key.FIX,
    key.TO_READBACK,
    key.EXPORT,
    key.STEP_BACK,
    key.HELP,
)
TELLING = (key.ROUND, key.LARGE, key.FIX.saying("unfix"), key.TO_READBACK, key.MOVE, key.EXPORT, key.HELP)
"""The keys that matter while the groups tell each other of boards that are fixed: it is the last step."""
TELLING_OPEN = (key.ROUND, key.LARGE, key.PLACE, key.WHY, key.TO_READBACK, key.EXPORT, key.HELP)
"""The same of boards that are not: what was heard may move a card."""


def footer(act: Act, scene: Scene, view: View) -> tuple[Command, ...]:
    """The keys that matter at a step, where the cursor is; help comes last."""
    if view.hand:
        return CARRYING
    if view.inserting:
        return INSERTING
    if act is Act.REVIEW:
        fix = key.FIX.saying("unfix" if scene.diamond.fixed else "fix")
        first = key.ENTER if view.at.place else REVIEWING[0]  # a card is read, a question is answered
        return (first, *(fix if command is key.FIX else command for command in REVIEWING[1:]))
    if act is Act.TELL:
        return TELLING if scene.diamond.fixed else TELLING_OPEN
    if scene.diamond.fixed:
        return FIXED
    if act is Act.FIX:
        return FIXING
    if view.at.place or view.last:
        return ALL_PLACED if len(scene.diamond.placed) == len(PLACES) else PLACED
    return {Act.CHOOSE: JUDGING, Act.MISSING: MISSING, Act.ORDER: PLACING, Act.FILL: PLACING}.get(act, READING)


def know(tool: Tool, act: Act, *, alone: bool = False) -> tuple[str, ...]:
    """What is good to know in a step: what to weigh, and what it is for, paragraph by paragraph (D28–D38).

    Who works alone is told nothing of agreeing (F15).
    """
    explain = tool.explain
    weigh = tuple(f"{factor.title}: {factor.explain}" for factor in tool.factors)
    more = {
        Act.READ: (),
        Act.MISSING: (explain.get("missing", ""),),
        Act.ORDER: (*weigh, explain.get("top", ""), "" if alone else explain.get("agreeing", "")),
        Act.FILL: (explain.get("bottom", ""),),
        Act.FIX: (explain.get("set-aside", ""),),
        Act.REVIEW: (explain.get("story", ""),),
        Act.TELL: (explain.get("comparing", ""),),
    }
    return tuple(text for text in more.get(act, ()) if text)


def detail(session: Session, deck: Deck, scene: Scene, target: str) -> Detail:
    """The chosen card with why it stands there, or what to ask of it; or the chosen question with its answer."""
    feature = scene.cards.get(target)
    if feature is None:
        question = next((item.question for item in scene.questions if item.id == target), "")
        answer = _flat(session.boards.reflections.answer(target).text)
        return Detail(title=question, line=f"“{answer}”" if answer else question and "Not answered yet.")
    standing = scene.diamond.standing(target)
    if standing.why.strip():
        line = f"“{_flat(standing.why)}”"
    elif standing.dissent.strip():
        against = "Against it" if session.mode is Mode.INDIVIDUAL else "Not everyone agrees"
        line = f"{against}: “{_flat(standing.dissent)}”"
    else:
        line = " ".join(factor.question for factor in deck.tools[TOOL].factors)
    return Detail(feature.letter, feature.kind, feature.title, facts(session, feature), line)


def facts(session: Session, feature: Feature) -> str:
    """What the group said of a card, in a few words."""
    said = session.about(feature.id)
    judged = {Judgement.STRENGTH: "strength", Judgement.DEVELOPMENT: "to develop"}
    expert = "" if session.mode is Mode.INDIVIDUAL else session.expert_for(feature.id)
    parts = (
        judged[said.judgement] if said.judgement else "",
        "own card" if feature.own else "",
        "1 note" if said.note.strip() else "",
        f"expert: {expert}" if expert else "",
    )
    return " · ".join(part for part in parts if part)


def _flat(text: str) -> str:
    return " ".join(text.split())
