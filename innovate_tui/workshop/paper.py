"""A diamond made on paper, typed back: nine letters in reading order, and what is wrong with them, at once."""

from collections.abc import Mapping
from dataclasses import dataclass

from innovate_tui.workshop.diamond import PLACES
from innovate_tui.workshop.features import Feature, Kind
from innovate_tui.workshop.spelling import called

EMPTY = ".-"
"""What is typed for a place that is empty on paper."""
APART = " ,;/|\t\n"
"""What may stand between letters and means nothing."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What letters come to: a card for each place that was typed so far, nothing for an empty one."""

    cards: tuple[str, ...] = ()
    trouble: str = ""
    """The first of them that cannot be, in a sentence with its place; what comes after it is not read."""

    @property
    def complete(self) -> bool:
        """All nine places are told."""
        return not self.trouble and len(self.cards) == len(PLACES)

    @property
    def next_place(self) -> int:
        """The place that the next letter is for; 0 when all are told."""
        return len(self.cards) + 1 if len(self.cards) < len(PLACES) else 0


def read_letters(typed: str, by_letter: Mapping[str, Feature]) -> Reading:
    """The cards that letters name, from place 1 to 9; small letters are as good as capitals."""
    cards: list[str] = []
    for character in typed:
        if character in APART:
            continue
        place = len(cards) + 1
        if place > len(PLACES):
            return Reading(tuple(cards), f"{len(PLACES)} places are told already: “{character}” is too much.")
        if character in EMPTY:
            cards.append("")
            continue
        feature = by_letter.get(character.upper())
        if feature is None:
            return Reading(tuple(cards), f"Place {place}: no card has the letter “{character.upper()}”.")
        if feature.kind is not Kind.ENABLER:
            return Reading(tuple(cards), f"Place {place}: {feature.letter} is {called(feature)}, not for this board.")
        if feature.id in cards:
            there = cards.index(feature.id) + 1
            return Reading(tuple(cards), f"Place {place}: {feature.letter} stands at {there} already.")
        cards.append(feature.id)
    return Reading(tuple(cards))


def told(reading: Reading) -> str:
    """What there is to say of a reading: its trouble, what comes next, or that it can be kept."""
    if reading.trouble:
        return f"{reading.trouble} Backspace takes it back."
    if reading.complete:
        return "Compare it with the paper. Enter keeps it, esc leaves the board as it was."
    if not reading.cards:
        return "The letter at place 1? A full stop for a place that is empty."
    return f"The letter at place {reading.next_place}?"
