"""The questions to step back with and the parked thoughts, as values, and what each key means, as pure functions."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from innovate_tui.workshop.reflections import Asked
from innovate_tui.workshop.session import CAPITALS, Parked


@dataclass(frozen=True)
class Scene:
    """What the page shows of a session."""

    prompts: tuple[Asked, ...] = ()
    parked: tuple[Parked, ...] = ()
    note: str = ""
    """What the deck says of its questions, once, above them."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """By the first question of each tool what the tool is called; nothing where one tool alone asks."""

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """Everything that can be chosen, from top to bottom."""
        return (*(prompt.id for prompt in self.prompts), *(thought.id for thought in self.parked))

    def prompt(self, at: str) -> Asked | None:
        """The question of that id."""
        return next((prompt for prompt in self.prompts if prompt.id == at), None)

    def thought(self, at: str) -> Parked | None:
        """The parked thought of that id."""
        return next((thought for thought in self.parked if thought.id == at), None)


@dataclass(frozen=True, slots=True)
class View:
    """What is chosen."""

    at: str = ""
    top: int | None = None
    """The first row in sight when it was chosen with the mouse: it stays where it is, under the mouse."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a key comes to: another view, perhaps a word on why nothing happened."""

    view: View
    say: str = ""


def settled(before: Scene, scene: Scene, view: View) -> View:
    """The view after the session changed: what is gone gives way to what stands in its place now."""
    if view.at in scene.ids or not scene.ids:
        return view
    number = before.ids.index(view.at) if view.at in before.ids else 0
    return replace(view, at=scene.ids[min(number, len(scene.ids) - 1)])


def moved(scene: Scene, view: View, by: int) -> View:
    """Up or down the page, wrapping."""
    if view.at not in scene.ids:
        return View(scene.ids[0]) if scene.ids else view
    return View(scene.ids[(scene.ids.index(view.at) + by) % len(scene.ids)])


def ended(scene: Scene, view: View, last: bool) -> View:
    """To the first or the last of all."""
    return View(scene.ids[-1 if last else 0]) if scene.ids else view


def pressed(scene: Scene, view: View, char: str) -> Answer | None:
    """A digit goes to its question; a capital is a card, and there are none here. Other keys are not for the page."""
    if char in CAPITALS:
        return Answer(view, "Capitals choose cards, and the cards are not on this page. F7 opens them.")
    if char not in "123456789":
        return None
    if int(char) > len(scene.prompts):
        return Answer(view, f"There is no question {char}. a adds one.")
    return Answer(View(scene.prompts[int(char) - 1].id))
