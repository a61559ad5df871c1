"""The three questions to a plan and what follows from them, as values; every key's meaning. No Textual here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from innovate_tui.workshop.checks import Action, Checks, Lens, Verdict
from innovate_tui.workshop.deck import CheckWords
from innovate_tui.workshop.edits import Edit
from innovate_tui.workshop.road_edits import SetVerdict
from innovate_tui.workshop.road_wording import VERDICTS

ANSWERS = (Verdict.YES, Verdict.NOT_YET, Verdict.UNKNOWN)
"""In the order of the digits."""
CAPITALS_HERE = "Capitals choose cards. Is Caps Lock on?"


@dataclass(frozen=True)
class ChecksScene:
    """What the page shows of a session."""

    words: tuple[CheckWords, ...] = ()
    checks: Checks = field(default_factory=Checks)
    actions: tuple[Action, ...] = ()
    people: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """What can be chosen, from top to bottom."""
        return (*(str(each.lens) for each in self.words), *(action.id for action in self.actions))

    def lens(self, at: str) -> CheckWords | None:
        """The question of that name."""
        return next((each for each in self.words if each.lens == at), None)

    def action(self, at: str) -> Action | None:
        """The action of that id."""
        return next((each for each in self.actions if each.id == at), None)


@dataclass(frozen=True, slots=True)
class ChecksAnswer:
    """What a key comes to."""

    at: str
    edit: Edit | None = None
    say: str = ""


def settled(scene: ChecksScene, at: str) -> str:
    """What is chosen after the session changed."""
    return at if at in scene.ids else next(iter(scene.ids), "")


def moved(scene: ChecksScene, at: str, by: int) -> str:
    """Up or down the page, wrapping."""
    here = scene.ids.index(at) if at in scene.ids else 0
    return scene.ids[(here + by) % len(scene.ids)] if scene.ids else ""


def pressed(scene: ChecksScene, at: str, char: str) -> ChecksAnswer | None:
    """1, 2 and 3 answer the chosen question; the same again takes the answer back."""
    if char.isascii() and char.isupper():
        return ChecksAnswer(at, say=CAPITALS_HERE)
    if not (char.isascii() and char.isdecimal()):
        return None
    if scene.lens(at) is None:
        return ChecksAnswer(at, say="1, 2 and 3 answer a question. Enter writes in the action.")
    number = int(char) - 1
    if not 0 <= number < len(ANSWERS):
        return ChecksAnswer(at, say="1 is yes, 2 is not yet, 3 is don't know.")
    verdict = ANSWERS[number]
    again = scene.checks.of(Lens(at)).verdict is verdict
    return ChecksAnswer(at, edit=SetVerdict(Lens(at), None if again else verdict))


def said_of(scene: ChecksScene, at: str) -> str:
    """How it is with what is chosen, as one sentence."""
    words = scene.lens(at)
    if words is not None:
        check = scene.checks.of(words.lens)
        if check.verdict is None and not check.answer.strip():
            return f"{words.title} is not answered yet. Any order is fine."
        return f"{words.title}: {VERDICTS[check.verdict]}. Enter writes what you say."
    action = scene.action(at)
    if action is not None:
        return f"{' '.join(action.text.split())}. Enter changes it."
    return "a writes down an action."
