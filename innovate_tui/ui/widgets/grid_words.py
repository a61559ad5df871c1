"""What the frame around the quadrants says: the keys that matter now, what to do in a step. Pure."""

from dataclasses import replace

from innovate_tui.ui import commands as key
from innovate_tui.ui.commands import Command
from innovate_tui.ui.widgets.grid_view import GridScene, GridView
from innovate_tui.ui.widgets.match_view import MatchScene, MatchView
from innovate_tui.workshop.deck import Act, Tool

TOOL = "quadrants"
HIGH_OR_LOW = Command("", (), "h l", "high, low")
CARRYING = (
    key.MOVE,
    key.ENTER.saying("put down"),
    key.BACK.saying("put back"),
    key.QUADRANT.saying("there"),
    HIGH_OR_LOW,
    key.HELP,
)
PLACED = (key.QUADRANT, key.WHY, key.DISSENT, key.CARRY, key.LIFT, key.UNDO, key.STEP_ON, key.HELP)
ALL_PLACED = (key.QUADRANT, key.WHY, key.DISSENT, key.CARRY, key.STEP_ON, key.LIFT, key.UNDO, key.HELP)
READING = (key.MOVE, key.ENTER, key.STEP_ON, key.GUIDE, key.CARD, key.NOTE, key.HELP)
MISSING = (key.ADD.saying("add a card of your own"), key.MOVE, key.ENTER, key.STEP_ON, key.HELP)
PLACING = (key.CARD, key.QUADRANT, key.CARRY, key.ENTER, key.GUIDE, key.STEP_ON, key.HELP)
FIXED = (key.MOVE, key.FIX.saying("unfix"), key.ENTER, key.WHY, key.STEP_ON, key.DISSENT, key.HELP)
FIXING = (key.FIX, key.QUADRANT, key.WHY, key.DISSENT, key.STEP_ON, key.HELP)
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
TELLING_OPEN = (key.ROUND, key.LARGE, key.QUADRANT, key.WHY, key.TO_READBACK, key.EXPORT, key.HELP)
"""The same of boards that are not: what was heard may move a card."""
MATCHING = (
    key.MOVE.saying("choose"),
    key.HELPER,
    key.WHY,
    key.READ,
    key.TURN_ROUND,
    key.STEP_ON,
    key.HELP,
)
ALL_MATCHED = (*MATCHING[:3], key.STEP_ON, key.STEP_BACK, key.READ, key.TURN_ROUND, key.HELP)
"""Nothing is left to do here: how to go on, and how to go back to the places."""
MATCHING_FIXED = (key.MOVE.saying("choose"), key.FIX.saying("unfix"), *MATCHING[2:])
NOTHING_TO_MATCH = (key.STEP_BACK, key.STEP_ON, key.GUIDE, key.HELP)


def matching(scene: MatchScene, view: MatchView) -> tuple[Command, ...]:
    """The keys that matter when matching; the digits are those of the choices in sight."""
    choices = min(len(scene.right(view)), 9)
    if not scene.left(view) or not choices:
        return NOTHING_TO_MATCH
    if scene.fixed:
        return MATCHING_FIXED
    digits = replace(key.HELPER, key=f"1-{choices}" if choices > 1 else "1")
    commands = MATCHING if scene.quadrants.unanswered else ALL_MATCHED
    return tuple(digits if command is key.HELPER else command for command in commands)


def footer(act: Act, scene: GridScene, view: GridView) -> tuple[Command, ...]:
    """The keys that matter at a step, where the cursor is; help comes last."""
    if view.hand:
        return CARRYING
    if act is Act.REVIEW:
        fix = key.FIX.saying("unfix" if scene.fixed else "fix")
        first = key.ENTER if view.at in scene.placed else REVIEWING[0]  # a card is read, a question is answered
        return (first, *(fix if command is key.FIX else command for command in REVIEWING[1:]))
    if view.at in scene.to_read:
        return READING
    if act is Act.TELL:
        return TELLING if scene.fixed else TELLING_OPEN
    if scene.fixed:
        return FIXED
    if act is Act.FIX:
        return FIXING
    if view.at in scene.placed or view.last:
        return PLACED if scene.shelves else ALL_PLACED
    return {Act.MISSING: MISSING, Act.PLACE: PLACING}.get(act, READING)


def know(tool: Tool, act: Act) -> tuple[str, ...]:
    """What is good to know in a step: what to weigh, and what it is for, paragraph by paragraph (Q1–Q9, Q27–Q37)."""
    explain = tool.explain
    weigh = tuple(f"{factor.title}: {explain.get(factor.id) or factor.explain}" for factor in tool.factors)
    more = {
        Act.MISSING: (explain.get("missing", ""),),
        Act.PLACE: (*weigh, explain.get("independent", ""), explain.get("example", ""), explain.get("places", "")),
        Act.MATCH: (explain.get("due", ""), explain.get("serves-many", ""), explain.get("changed", "")),
        Act.FIX: (explain.get("fixing", ""),),
        Act.REVIEW: (explain.get("picture", ""),),
        Act.TELL: (explain.get("comparing", ""),),
    }
    return tuple(text for text in more.get(act, ()) if text)
