"""Every sentence that the printed guide says in the program's own voice. Names in braces are filled in."""

SORT_GROUP, SORT_ALONE = "Facilitator guide", "Guide for one person"
SUBJECT = "How to lead through {title}"
SUBJECT_ALONE = "How to work with {title}"
FOR_ONE = "For one person"
FOR_A_GROUP, FOR_A_GROUP_OF = "For a group", "For a group of {least} to {most} people"
FOR_SEVERAL, FOR_SEVERAL_OF = "For several groups", "For several groups of {least} to {most} people"
FOR_SO_MANY, FOR_SO_MANY_OF = "For {count} groups", "For {count} groups, {least} to {most} people in all"
WHOM, WHAT, HOW_LONG = "Run sheet", "Tool", "Time"

DIAMOND, DIAMOND_KEY = "The diamond", ("1: strongest", "9: weakest")
DIAMOND_ALT = "The diamond with its nine numbered places, all of them empty."
QUADRANTS, QUADRANTS_KEY = "The quadrants", ("right: important", "up: a threat", "shaded: both")
QUADRANTS_ALT = "The grid of importance and threat, empty."

BEFORE = "Before you begin"
TIME, TIME_OF, TIME_IN_ALL = "Time", "{part}: {minutes}", "In all: {total}"
BORROWED = "The toolkit has no time for several groups with this tool. These are the times of one group."
PEOPLE = "People and room"
IN_ALL = "{count} groups: {least} to {most} people in all."
HAVE_READY, SETS_OF = "Have ready", "For {count} groups that is {count} sets: {count} laptops, and {count} sessions."
ON_PAPER = "A group that wants paper: 6 on the first screen prints cards, board and summaries on A4 or A3."
KEYS = "A letter that stands alone, such as r or w, is a key to press."
SET_UP = "Set up"

AT_A_GLANCE = "At a glance"
ON_THE_CLOCK = (
    "The clock begins at 0:00 and gives every step its longest time. The steps are {least} to {most} minutes together."
)
ON_THE_CLOCK_EXACT = "The clock begins at 0:00. The steps are {most} minutes together."
STEP, BEGINS, TAKES = "Step", "Begins at", "Takes"
PART_TAKES = "{part}: {minutes}"
NO_TIME = "no time of its own"

STEP_BY_STEP = "Step by step"
NUMBERED = "{number} {title}"
FROM, FROM_FOR = "From {clock}", "From {clock}, {minutes}"
SAY, ASK_YOURSELF = "Say", "Ask yourself"
DO, DO_ALONE = "The group", "Do"
STUCK, TIPS, TIPS_ALONE = "If it sticks", "For you who lead", "Worth knowing"

QUESTIONS = "Questions to step back with"
THINK_OF = "To think of: {hint}"
AT_LENGTH = "The steps at length"
ABOUT = "About {title}"
MADE_WITH = "Made with innovate-tui."
