"""Every sentence that the summary says in the program's own voice. Group words and card words are never in here.

Those on the roadmap stand in `road_phrases`. Names in braces are filled in. Where a group says "we", a person alone
says "I". What stands here is English; the content of cards comes from the deck in its own language.
"""

from datetime import date, datetime

from innovate_tui.workshop.features import Judgement

LANGUAGE = "en-GB"
"""The language of everything in this file."""

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

# The cover
SORT_GROUP = "Workshop summary"
SORT_ALONE = "Summary of a reflection"
WORKSHOP, GROUP, PLACE, HELD, BEGUN = "Workshop", "Group", "Place", "Held", "Begun"
IN_THE_ROOM = "In the room"
BY_ALONE = "By"
INSIDE = "Inside"
LEADS_TO = "{title}, page {page}"
AND_MORE = "and {count} more"
COVER_KEY = ("1 to 3: build on", "4 to 6: in between", "7 to 9: work on")
COVER_DIAMOND_GROUP, COVER_DIAMOND_ALONE = "Our diamond", "My diamond"
COVER_NOT_STARTED = "not started yet"
COVER_DIAMOND_ALT = "A small diamond of nine numbered places; {taken}."
TAKEN_ALL, TAKEN_NONE, TAKEN_SOME = "all are taken", "all are empty", "{count} of them taken"
COVER_QUADRANTS_GROUP, COVER_QUADRANTS_ALONE = "Our quadrants", "My quadrants"
COVER_QUADRANTS_KEY = ("right: important", "up: a threat", "shaded: both")
COVER_NOTHING_PLACED = "nothing placed yet"
COVER_QUADRANTS_ALT = "A small grid of importance and threat; {taken}."
PLACED_NONE, PLACED_ONE, PLACED_SOME = (
    "no influence is placed",
    "1 influence is placed",
    "{count} influences are placed",
)
COVER_ROADMAP_GROUP, COVER_ROADMAP_ALONE = "Our roadmap", "My roadmap"
COVER_ROADMAP_KEY = ("{first} to", "{last}", "larger: more energy")
COVER_ROADMAP_ALT = "A small timeline from {first} to {last} with {cards}."
UNTITLED = "Untitled session"

# The diamond
DIAMOND = "Diamond 9"
STRONGEST = ("Strongest", "Keep these in good health and build on them.")
WEAKEST = ("Weakest", "Work here first to make room for innovation.")
KEY_OWN, KEY_OWN_ALONE = "a card the group added", "a card of my own"
KEY_DISSENT, KEY_DISSENT_ALONE = "not everyone agrees", "something speaks against it"
JUDGEMENTS = {Judgement.STRENGTH: "Strength", Judgement.DEVELOPMENT: "Area for development"}
NOT_JUDGED = "Not judged"

HEAD_FIRST_AND_LAST = "{who} put {first} first and {last} last."
HEAD_FIRST = "{who} put {first} first; {empty}."
HEAD_LAST = "{who} put {last} last; {empty}."
HEAD_ONE = "{who} put {first} at {place}; the other places are empty."
HEAD_SOME = "{who} placed {count} cards; {empty}."
HEAD_NOTHING = "No card has been placed yet."
EMPTY_ONE, EMPTY_SOME = "1 of the 9 places is empty", "{count} of the 9 places are empty"
FIXED = "Fixed on {day} at {time}."
NOT_FIXED = "Not fixed yet: the cards may still move."
JUDGED = "Judged: {counts}."
STRENGTHS = ("1 strength", "{count} strengths")
DEVELOPMENTS = ("1 area for development", "{count} areas for development")
UNJUDGED = ("1 not judged", "{count} not judged")

FIGURE_ALT = "The diamond, place by place: {first} stands at {place}{last}."
FIGURE_ALT_LAST = ", {last} at {place}"
LISTED = "{title} ({facts})"
EMPTY_PLACE = "Empty"
OWN_CARD = "the group’s own card"
OWN_CARD_ALONE = "my own card"

REASONS = "Why they stand there"
TOP_THREE, BOTTOM_THREE, MIDDLE = "Top three", "Bottom three", "In the middle"
NO_REASON = "No reason was written."
NO_REASONS = "No reasons were written."
NOT_EVERYONE_AGREES = "Not everyone agrees"
ALONE_DISSENT = "What speaks against it"
SET_ASIDE = "Set aside"
NOT_PLACED_YET = "Not placed yet"

# The quadrants
QUADRANTS = "Four Quadrants"
TOOLS = {"diamond": DIAMOND, "quadrants": QUADRANTS, "roadmap": "Roadmap"}
LOW_IMPORTANCE, HIGH_IMPORTANCE = "low importance", "high importance"
LOW_THREAT, HIGH_THREAT = "low threat", "high threat"
IMPORTANCE_OPEN, THREAT_OPEN = "importance not said yet", "threat not said yet"
QUADRANT_NAMED = "{name}: {where}"
IN_NAMED = "{where}, “{name}”"
POSITION_FINE = "importance {importance}, threat {threat} of 100"

HEAD_NO_INFLUENCE = "No influence has been placed yet."
HEAD_BOTH = "{who} put {titles} high on both importance and threat."
HEAD_ONE_AXIS = "{who} put {parts}, and nothing high on both."
HEAD_IMPORTANT, HEAD_THREATENING = "{titles} high on importance", "{titles} high on threat"
HEAD_LOW = "{who} put {titles} low on both importance and threat."
SOME_OF_MANY = "{count} influences (among them {titles})"
MATCHED_ALL = "Something was chosen to help with each of the {count} influences that ask for it."
MATCHED_ONE = "Something was chosen to help with the influence that asks for it."
UNMATCHED_YET = "Nothing has been chosen yet to help with {titles}."
UNMATCHED = "Nothing was chosen to help with {titles}."
NOTHING_DUE = "Nothing asks for help: no influence is high on either."

GRID_ALT = (
    "Importance runs from left to right and threat from bottom to top: {both} high on both, {important} high on "
    "importance only, {threatening} high on threat only, {neither} on neither."
)
INFLUENCES = ("no influence", "1 influence", "{count} influences")
HELPED_BY = "chosen to help: {titles}"
NOTHING_CHOSEN_YET, NOTHING_CHOSEN = "nothing chosen yet", "nothing chosen"
TO_HELP = "{count} to help"
MORE_TO_HELP = "and {count} more"
MORE_INFLUENCES = "and {count} more influences, told below"

PRESSES, PRESSES_ALONE = "What presses on us, and what helps", "What presses on me, and what helps"
CHOSEN_TO_HELP = "Chosen to help:"
KEPT_THOUGH_LOW = "Kept, though it is low on both and asks for no help:"
KEPT_UNPLACED = "Chosen to help, and kept:"
NOTHING_HELPS_YET, NOTHING_HELPS = (
    "Nothing has been chosen yet to help with this.",
    "Nothing was chosen to help with this.",
)
HELPS_WITH_WHAT = "What helps with what"
HELPS_FOR = "{title} – for {titles}"
COLUMN_HELPER = "What helps"
NOT_CHOSEN = "Not chosen: {titles}."

# Cards
CARDS = "Card by card"
COLUMN_CARD, COLUMN_PLACE, COLUMN_JUDGEMENT, COLUMN_EXPERT = "Card", "Place", "Judgement", "Read by"
COLUMN_GRID = "On the grid"
CHOSEN_FOR = ("not chosen", "chosen for 1 influence", "chosen for {count} influences")
AT_PLACE = "Place {place}"
ON_NO_PLACE = "–"
NOTES = "Notes by card"
OWN_CARDS, OWN_CARDS_ALONE = "Cards the group added", "Cards of my own"
NO_NOTES = "No notes were written."
NOTHING_SAID = "No card has been judged, and no notes were written."
NOTHING_JUDGED = "No card has been judged."

# Answers
NOT_ANSWERED = "Not answered"
REWORDED = "reworded by the group"
REWORDED_ALONE = "reworded"
OWN_QUESTION = "the group’s own question"
OWN_QUESTION_ALONE = "my own question"
QUOTED_FROM = "Question quoted from {source}"
REFLECTIONS = "Stepping back"
NO_ANSWERS = "No question has been answered yet."

# The rest
KEPT = "Kept for later"
PARKED = "Parked"
ROUNDS = "Earlier rounds"
MOMENT = "{day} at {time}"
ROUND_BY = "{round}, by {person}"
SOURCE = "Source"
MADE_WITH = "Made with innovate-tui from the session of {day}."
LEFT_OUT = "Left out of this summary: {what}."
LEFT_OUT_PEOPLE, LEFT_OUT_NOTES = "who took part", "notes"
LEFT_OUT_DISSENT, LEFT_OUT_PARKED = "disagreements", "parked thoughts"
NOT_SHOWN_ONE = "One thing in the session’s file could not be shown here; checking the file says which."
NOT_SHOWN_SOME = "{count} things in the session’s file could not be shown here; checking the file says which."

# The page
CONTINUED, CONTINUED_ASKED = "{title}, continued", "{title} (continued)"
PAGE_OF = "{page} of {pages}"
SUMMARY = "Summary of the session {title}"


def day(moment: date) -> str:
    """A day in words: 12 March 2026."""
    return f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}"


def clock(moment: datetime) -> str:
    """The time of day as the session's file has it: 10:18."""
    return f"{moment.hour:02}:{moment.minute:02}"
