"""Every sentence that the summary says of the roadmap in the program's own voice. Names in braces are filled in."""

from innovate_tui.workshop.checks import Lens, Verdict
from innovate_tui.workshop.roadmap import EventKind

HEAD_NOTHING = "No card has been placed on the roadmap yet."
HEAD_BEGIN = "{who} begin with {titles}."
HEAD_BEGIN_AND_MOST = "{who} begin with {titles}, and most energy begins in {period}."
HEAD_BEGIN_WITH_MOST = "{who} begin with {titles}; no later period begins as much."
AND_OTHERS = "{count} cards (among them {titles})"
TIMEFRAME = "From {first} to {last}."
ONE_MONTH = "In {first}."
NO_TIMEFRAME = "No timeframe has been agreed yet."
REVISIT = "To be looked at again on {day}."
STAGES, EVENTS = "Stages", "Known events"
STAGE = "{title}: {span}"
STAGE_GUESS = "{title}: {span} (a best guess)"
EVENT = "{title}, {day}"
EVENT_KIND = "{title}, {day} ({kind})"
EVENT_KINDS = {
    EventKind.ELECTION: "election",
    EventKind.BUDGET: "budget decision",
    EventKind.POLICY: "policy or regulation",
    EventKind.INSPECTION: "inspection",
    EventKind.OTHER: "",
}
AN_EVENT = "event"
WORTH_A_THOUGHT = "Worth a thought"
NOT_PLANNED_ONE = "The earlier tools put this forward, and it is not on the roadmap yet: {titles}."
NOT_PLANNED = "The earlier tools put these forward, and they are not on the roadmap yet: {titles}."
SPAN = "{first} to {last}"

STORY = "The story it tells"
BY_PERIOD = "Roadmap by period"
COLUMN_CARD, COLUMN_ENERGY, COLUMN_WHY = "Card", "Energy", "Why"
OUTSIDE = "Outside the timeframe"
UNTIL = "until {month}"
OWNER = "looked after by {name}"
FROM_DIAMOND = "From the diamond."
FROM_PLACE = "From the diamond, place {place}."
FROM_QUADRANTS = "From the quadrants."
ANSWERS = "From the quadrants, to help with {titles}."
NEEDS = "Needs {titles} first."
NEEDS_WHY = "Needs {title} first: {why}"
GOES_WITH = "Goes with {titles}."
GOES_WITH_WHY = "Goes with {title}: {why}"
NO_WORDS = "–"
WHY_IN_FULL = "Reasons in full"
TOLD_BELOW = "{head}… (in full below)"

QUESTIONS = "Will the plan work?"
LENSES = {Lens.DESIRABILITY: "Desirability", Lens.FEASIBILITY: "Feasibility", Lens.VIABILITY: "Viability"}
VERDICTS = {Verdict.YES: "Yes", Verdict.NOT_YET: "Not yet", Verdict.UNKNOWN: "We don’t know", None: "No verdict"}
UNKNOWN_ALONE = "I don’t know"
WHO_ELSE = "Who else to ask: {words}"
NO_ANSWER = "Not answered."

ACTIONS = "Actions"
COLUMN_ACTION, COLUMN_OWNER, COLUMN_DUE = "Action", "Who", "By"

FIGURE_ALT = "A timeline from {first} to {last} with {stages}, {events}, {cards} and {links}."
COUNTED = {
    "stages": ("no stage", "1 stage", "{count} stages"),
    "events": ("no event", "1 event", "{count} events"),
    "cards": ("no card", "1 card", "{count} cards"),
    "links": ("no link", "1 link", "{count} links"),
}
MORE_CARD, MORE_CARDS = "1 more card", "{count} more cards"
MORE_LINK, MORE_LINKS = "1 more link", "{count} more links"
TOLD_IN_TABLE = "and {what}, told in the table"
KEY_SMALL, KEY_MEDIUM, KEY_LARGE = "small", "medium", "large energy"
KEY_RINGS = "linked to the same letter"
KEY_NEEDED, KEY_GOES = "needed first", "goes with"
