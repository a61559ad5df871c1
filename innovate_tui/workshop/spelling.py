"""How names, numbers and days stand in a sentence."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from innovate_tui.workshop.deck import Mode
from innovate_tui.workshop.edit import deck_prompts
from innovate_tui.workshop.features import Feature
from innovate_tui.workshop.session import Cards, Session
from innovate_tui.workshop.spoken import one_line

LONG_NAME = 36
"""Characters beyond which a sentence uses a card's shorter name."""
ONE_ROW = 78
"""Characters that the status line shows at 80 columns; a sentence about cards shortens their names to end in sight."""

Naming = Callable[[str], str]
"""A card's id to its name inside a sentence."""

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


@dataclass(frozen=True, slots=True)
class Speaking:
    """How what is known by an id stands in a sentence. Whose words they are is for those who make one to know."""

    card: Naming
    person: Naming
    question: Naming
    stage: Naming
    typed: Callable[[str], str] = one_line
    """Somebody's own words, such as the title of an event."""
    alone: bool = False
    """One person works, so that nobody disagrees with anybody."""


def speaking_of(session: Session, cards: Cards) -> Speaking:
    """How a session's own cards, people, questions and stages stand in a sentence."""
    questions = {key: prompt.question for key, prompt in deck_prompts(cards.deck).items()}
    stages = {str(card.stage): card.title for card in cards.deck.stages}
    return Speaking(
        card=partial(name_of, cards),
        person=session.called,
        question=lambda prompt: questions.get(prompt, prompt),
        stage=lambda stage: stages.get(stage, stage.replace("-", " ").capitalize()),
        alone=session.mode is Mode.INDIVIDUAL,
    )


def called(feature: Feature) -> str:
    """A card's name inside a sentence: its title, or its shorter name where the title is long."""
    return feature.title if len(feature.title) <= LONG_NAME else _on_board(feature)


def name_of(cards: Cards, card: str) -> str:
    """A card's name inside a sentence, by its id."""
    feature = cards.all.get(card)
    return called(feature) if feature else card


def fitting(sentence: Callable[[Naming], str], cards: Mapping[str, Feature]) -> str:
    """The sentence with its cards' names as long as one row can hold them: title, board name or name in a list."""
    said = ""
    for way in (called, _on_board, _in_list):
        said = sentence(partial(_named_by, way, cards))
        if len(said) <= ONE_ROW:
            break
    return said


def _named_by(way: Callable[[Feature], str], cards: Mapping[str, Feature], card: str) -> str:
    return way(cards[card]) if card in cards else card


def _on_board(feature: Feature) -> str:
    return " ".join(feature.short) or feature.title


def _in_list(feature: Feature) -> str:
    return feature.in_list or feature.title


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 card", "3 cards"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def listed(names: list[str]) -> str:
    """Names in a row: "A", "A and B", "A, B and C"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""


def long_date(day: date) -> str:
    """A day in words: 12 March 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def lately(moment: datetime, now: datetime) -> str:
    """When something was, in few letters: "today 16:40", "5 Feb 2026"."""
    if moment.date() == now.date():
        return f"today {moment:%H:%M}"
    return f"{moment.day} {MONTHS[moment.month - 1][:3]} {moment.year}"


def ago(moment: datetime, now: datetime) -> str:
    """When something was, as people say it: "Today at 16:40", "Yesterday at 16:40", "12 March 2026"."""
    days = (now.date() - moment.date()).days
    if days in (0, 1):
        return f"{'Yesterday' if days else 'Today'} at {moment:%H:%M}"
    return long_date(moment.date())
