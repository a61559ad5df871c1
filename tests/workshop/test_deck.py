"""What a deck holds for a workshop."""

import pytest

from innovate_tui.workshop.deck import Act, Mode
from innovate_tui.workshop.features import Kind
from innovate_tui.workshop.stages import PAIRS, Stage
from tests.decks import deck

DECK = deck()


@pytest.mark.parametrize(
    ("mode", "acts"),
    [
        (Mode.INDIVIDUAL, [Act.ORDER, Act.REVIEW]),
        (Mode.GROUP, [Act.SHARE, Act.ORDER, Act.REVIEW]),
        (Mode.GROUPS, [Act.SHARE, Act.ORDER, Act.REVIEW, Act.TELL]),
    ],
)
def test_each_mode_has_its_own_steps_in_order_in_its_own_words(mode: Mode, acts: list[Act]) -> None:
    steps = DECK.tools["diamond"].steps_for(mode)
    assert [act for act, _ in steps] == acts
    assert all(words.title.endswith(f"({mode})") for _, words in steps)


def test_features_are_found_by_id_and_by_kind_in_the_decks_order() -> None:
    assert DECK.by_id["media"].title == "Media"
    assert [len(DECK.of_kind(kind)) for kind in Kind] == [9, 5, 6]
    assert [feature.id for feature in DECK.of_kind(Kind.ENABLER)][:2] == ["trust", "team"]


def test_features_with_names_are_the_same_features_with_every_name_filled_in() -> None:
    assert [feature.id for feature in DECK.with_names] == [feature.id for feature in DECK.features]
    assert all(feature.short and feature.in_list and feature.on_road for feature in DECK.with_names)


def test_there_are_six_stages_in_three_pairs_and_a_deck_may_say_nothing_of_them() -> None:
    assert [stage for pair in PAIRS for stage in pair] == list(Stage)
    assert DECK.stage(Stage.GROWING) is None
