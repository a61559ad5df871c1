"""Every user command once, as data: its key, its words. Bindings, footer, palette and help are made from these.

The same key means the same thing on every screen (INTERACTION, section 1). Capitals are cards, small letters are
commands, digits are places. A screen takes the commands it answers and may word them for itself with `saying`.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from textual.binding import Binding, BindingType

GO, CHOOSE, SAY, KEEP = "Go", "Choose and place", "Say", "Keep"
SECTIONS = (CHOOSE, GO, SAY, KEEP)
"""The parts of the help page, in order."""


@dataclass(frozen=True, slots=True)
class Command:
    """Something that a person can ask for."""

    action: str
    """The method `action_…` of the screen or widget that does it, with its arguments in brackets if it has any."""
    keys: tuple[str, ...]
    """Textual's names of the keys; the first is the one that is shown."""
    key: str
    """The key as people read it."""
    words: str
    """What it does, in the footer."""
    section: str = GO
    help: str = ""
    """What it does, on the help page and in the palette; the footer's words where it needs no more."""

    @property
    def explained(self) -> str:
        """What it does, for the help page and the palette."""
        return self.help or self.words

    def saying(self, words: str, explained: str = "") -> "Command":
        """The same command in the words of one screen."""
        return replace(self, words=words, help=explained or self.help)


MOVE = Command("", ("up", "down", "left", "right"), "arrows", "move", CHOOSE, "move about")
CARD = Command("", (), "A-Z", "that card", CHOOSE, "shift+letter: go to that card")
PLACE = Command("", (), "1-9", "place", CHOOSE, "put the chosen card there")
LIFT = Command("lift", ("0", "delete", "backspace"), "0", "to the tray", CHOOSE, "back to the tray")
CARRY = Command("carry", ("space",), "space", "pick up", CHOOSE, "pick up, put down")
READ = Command("read", ("r",), "r", "read", CHOOSE, "read the card")
ENTER = Command("enter", ("enter",), "enter", "read", CHOOSE, "read the card, or put it down")
NEXT_THING = Command("next_thing", ("tab",), "tab", "next", CHOOSE, "next card")
INSERT = Command("insert", ("i",), "i", "insert", CHOOSE, "i and a digit: push in there")
LETTERS = Command("letters", ("l",), "l", "type in from paper", CHOOSE, "type in a paper diamond: nine letters")
QUADRANT = Command("", (), "1-4", "quadrant", CHOOSE, "put it into that quadrant")
SAY_HIGH = Command("say_level(True)", ("h",), "h", "in hand: high", CHOOSE, "card in hand: high")
SAY_LOW = Command("say_level(False)", ("l",), "l", "low", CHOOSE, "card in hand: low")
HELPER = Command("", (), "1-9", "match on/off", CHOOSE, "matching: on or off")
PAGE = Command("read_on", ("space",), "space", "page", CHOOSE, "next page, then next card")
TURN = (
    Command("turn(1)", ("pagedown",), "pgdn", "next page", CHOOSE),
    Command("turn(-1)", ("pageup",), "pgup", "page before", CHOOSE),
)
ENDS = (
    Command("end(False)", ("home",), "home", "first page", CHOOSE),
    Command("end(True)", ("end",), "end", "last page", CHOOSE),
)
NEXT_CARD = Command("entry(1)", ("tab",), "tab", "next", CHOOSE, "next card")
FIND = Command("find", ("slash",), "/", "find", CHOOSE, "find by letter or word")
MORE = Command("more", ("plus", "equals_sign"), "+", "strength", SAY, "a strength; again: not judged")
LESS = Command("less", ("minus",), "-", "to develop", SAY, "to develop; again: not judged")
WHY = Command("why", ("w",), "w", "why", SAY, "why it stands here")
DISSENT = Command("dissent", ("d",), "d", "not all agree", SAY, "not everyone agrees")
NOTE = Command("note", ("n",), "n", "note", SAY, "a note on the card")
ADD = Command("add", ("a",), "a", "add a card", SAY, "add a card of your own")
SIZES = tuple(
    Command(f"size('{energy}')", (energy[0],), energy[0], energy, SAY, f"{energy}: how much energy it takes")
    for energy in ("small", "medium", "large")
)
LONGER = Command("stretch(1)", ("plus", "equals_sign"), "+", "longer", SAY, "a period longer")
SHORTER = Command("stretch(-1)", ("minus",), "-", "shorter", SAY, "a period shorter")
LINK = Command("link", ("k",), "k", "link to", SAY, "link to another card")
JUMP = Command("jump", ("j",), "j", "along a link", CHOOSE, "go along a link")
COPY = Command("copy", ("c",), "c", "copy", CHOOSE, "c and a digit: once more there")
ZOOM = Command("zoom", ("z",), "z", "zoom", GO, "months, quarters, half-years")
FIRST_PERIODS = Command("pan(False)", ("home",), "home", "first periods", GO)
LAST_PERIODS = Command("pan(True)", ("end",), "end", "last periods", GO)
HOME_END = Command("", (), "home end", "pan", GO)
OWNER = Command("owner", ("x",), "x", "owner", SAY, "owner: who looks after it")
EXPERT = Command("expert", ("x",), "x", "expert", SAY, "in a group: the card's expert")
REWORD = Command("reword", ("m",), "m", "reword", SAY, "put it in other words")
REMOVE = Command("remove", ("delete",), "del", "take out", SAY, "take out what you added")
PARK = Command("park", ("semicolon", "k"), ";", "park a thought", SAY, "park a thought for later")
SKIP = Command("skip", ("s",), "s", "leave out", SAY, "leave out, or take in again")
STEP_BACK = Command("step(-1)", ("comma", "less_than_sign"), ", <", "step before", GO, "step before")
STEP_ON = Command("step(1)", ("full_stop", "greater_than_sign"), ". >", "next step", GO, "next step")
GUIDE = Command("guide", ("g", "f8"), "g", "what to do", GO, "what to do in this step")
LARGE = Command("large", ("v", "f9"), "v", "show large", GO, "show the board large")
TIMER = Command("timer", ("t",), "t", "timer, break", GO, "the timer of a step; breaks")
SOUND = Command("sound", (), "", "sound", GO, "a sound when time is up, or none")
BLANK = Command("blank", ("ctrl+b", "f12"), "ctrl+b", "blank", GO, "blank the screen")
OVERVIEW = Command("overview", ("o", "f2"), "o", "overview", GO, "overview; then a digit")
TO_DIAMOND = Command("go('diamond')", ("f3",), "F3", "Diamond 9", GO, "Diamond 9")
TO_QUADRANTS = Command("go('quadrants')", ("f4",), "F4", "quadrants", GO, "Four Quadrants")
TO_ROADMAP = Command("go('roadmap')", ("f5",), "F5", "roadmap", GO, "Roadmap")
TO_QUESTIONS = Command("go('reflections')", ("f6",), "F6", "questions", GO, "questions to step back with")
TO_CARDS = Command("go('cards')", ("f7",), "F7", "cards", GO, "the cards to read")
TO_PEOPLE = Command("go('people')", (), "o 6", "people", GO, "the people, and who reads what")
BACK = Command("back", ("escape",), "esc", "back", GO, "back; nothing is lost")
LEAVE = Command("leave", ("q",), "q", "leave", GO, "leave this screen")
FIX = Command("fix", ("f",), "f", "fix", KEEP, "fix or unfix the board")
UNDO = Command("undo", ("u", "ctrl+z"), "u", "undo", KEEP, "undo")
REDO = Command("redo", ("y", "ctrl+y"), "y", "redo", KEEP, "do again what was undone")
ROUND = Command("round", ("b",), "b", "keep a round", KEEP, "keep a copy as a round")
TO_ROUNDS = Command("go('rounds')", (), "o 8", "rounds", GO, "rounds: what has changed")
TO_READBACK = Command("go('readback')", (), "o 9", "read back", GO, "read back what was said")
EXPORT = Command("export", ("e",), "e", "export", KEEP, "write the summary as a PDF")
SAVE = Command("save", ("ctrl+s",), "ctrl+s", "save now", KEEP, "save now (it saves itself)")
VERSIONS = Command("versions", ("ctrl+r",), "ctrl+r", "versions", KEEP, "go back to an earlier version")
STRIKE = Command("strike", (), "", "strike words", SAY, "strike words out for good")
WIPE = Command("wipe", (), "", "versions", KEEP, "wipe this session's earlier versions")
QUIT = Command("quit", ("ctrl+q", "f10"), "ctrl+q", "leave Innovate", KEEP, "leave Innovate")
PALETTE = Command("palette", ("p", "ctrl+p"), "p", "all commands", GO, "all commands")
HELP = Command("help", ("question_mark", "f1"), "?", "help", GO, "help")
TROUBLES = Command(
    "troubles",
    ("exclamation_mark",),
    "!",
    "what cannot stand",
    KEEP,
    "entries that cannot stand",
)
TURN_ROUND = Command("turn_round", ("z",), "z", "other way round", GO, "matching: the other way")
THEME = Command("theme", ("z",), "z", "light or dark", GO, "dark, light, or high contrast")

EVERYWHERE = (
    UNDO,
    REDO,
    PARK,
    OVERVIEW,
    TO_DIAMOND,
    TO_QUADRANTS,
    TO_ROADMAP,
    TO_QUESTIONS,
    TO_CARDS,
    TO_PEOPLE,
    TO_ROUNDS,
    TO_READBACK,
    EXPORT,
    SAVE,
    STRIKE,
    ROUND,
    VERSIONS,
    WIPE,
    TROUBLES,
    TIMER,
    BLANK,
    SOUND,
    PALETTE,
    HELP,
    BACK,
    LEAVE,
    QUIT,
)
"""What every screen of a session answers."""


IN_GROUPS = (EXPERT.action, TO_PEOPLE.action)
"""What only a group asks for: who works alone has no experts to choose, and nobody to name (F15)."""
AGAINST = DISSENT.saying("speaks against", "what speaks against it")
"""What is the view of others in a group is another thought of one's own where one works alone."""


def by_oneself(commands: Iterable[Command]) -> tuple[Command, ...]:
    """Commands as who works alone has them."""
    left = (command for command in commands if command.action not in IN_GROUPS)
    return tuple(AGAINST if command.action == DISSENT.action else command for command in left)


def bindings(commands: Iterable[Command]) -> list[BindingType]:
    """Textual's bindings of some commands, each with an id."""
    return [
        Binding(",".join(command.keys), command.action, command.words, id=command.action, tooltip=command.explained)
        for command in commands
        if command.action and command.keys
    ]
