"""Contrast is computed, not hoped for: words 7:1, lines and signs 3:1, in all three themes (INTERACTION, section 3)."""

import pytest
from rich.color import Color

from innovate_tui.ui.cells import ASCII, JOINS
from innovate_tui.ui.palette import COLOURS, CONTRAST, DARK, INKS, LIGHT, PLAIN, SIXTEEN, THEMES, inks, ratio
from innovate_tui.ui.widgets.frame import SIGNS

KINDS = ("enabler", "influence", "next-level")
GROUNDS = ("bg", "raised", "chosen", *(f"{kind}-tint" for kind in KINDS))
SIGN_INKS = frozenset({*KINDS, *(f"sign-{kind}" for kind in KINDS), "line"})
"""Inks of signs and lines; every other ink may carry words."""
DIM = frozenset({"dim", "bar-dim"})


def shown(theme: str, ink: str) -> tuple[str, str]:
    """The letters and the ground of an ink, as they reach the screen."""
    style = inks(theme)[ink]
    assert style.color is not None
    assert style.bgcolor is not None
    return hexed(style.color), hexed(style.bgcolor)


def hexed(colour: Color) -> str:
    return colour.get_truecolor().hex.upper()


def test_the_ratio_is_that_of_wcag() -> None:
    assert ratio("#FFFFFF", "#000000") == pytest.approx(21)
    assert ratio("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert ratio("#000000", "#FFFFFF") == ratio("#FFFFFF", "#000000")


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ink", sorted(set(INKS) - SIGN_INKS))
def test_words_have_seven_to_one_on_their_own_ground(theme: str, ink: str) -> None:
    assert ratio(*shown(theme, ink)) >= 7


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_has_seven_to_one_on_every_ground_that_words_may_stand_on(theme: str, ground: str) -> None:
    letters = "bg" if theme == CONTRAST and ground == "chosen" else "text"
    assert ratio(COLOURS[theme][letters], COLOURS[theme][ground]) >= 7


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ink", sorted(SIGN_INKS))
def test_lines_and_signs_have_three_to_one(theme: str, ink: str) -> None:
    assert ratio(*shown(theme, ink)) >= 3


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("kind", KINDS)
def test_borders_have_three_to_one_on_the_tints_they_enclose(theme: str, kind: str) -> None:
    for line in ("line", "focus"):
        assert ratio(COLOURS[theme][line], COLOURS[theme][f"{kind}-tint"]) >= 3


@pytest.mark.parametrize("theme", THEMES)
def test_dim_words_stand_on_plain_grounds_only(theme: str) -> None:
    for ink in DIM:
        assert INKS[ink].ground in ("bg", "raised")
        assert ratio(*shown(theme, ink)) >= 4.5
    assert {ink for ink, made in INKS.items() if made.letters == "dim"} == DIM


def test_the_enablers_sign_in_light_is_never_the_ink_of_words() -> None:
    assert ratio(COLOURS[LIGHT]["enabler"], COLOURS[LIGHT]["bg"]) < 7
    assert {ink for ink, made in INKS.items() if made.letters == "enabler"} == {"enabler", "sign-enabler"}


@pytest.mark.parametrize("theme", THEMES)
def test_the_three_kinds_have_three_colours_and_three_signs(theme: str) -> None:
    assert len({COLOURS[theme][kind] for kind in KINDS}) == 3
    assert set(SIGNS) == set(KINDS)
    assert len(set(SIGNS.values())) == 3
    assert len({sign.translate(ASCII) for sign in SIGNS.values()}) == 3


def test_every_theme_has_every_role() -> None:
    assert len({frozenset(roles) for roles in COLOURS.values()}) == 1
    assert {made.letters for made in INKS.values()} | {made.ground for made in INKS.values()} <= set(COLOURS[DARK])


def test_without_colour_no_ink_has_one_and_the_chosen_and_what_is_in_hand_still_show() -> None:
    plain = inks(PLAIN)
    assert all(style.color is None and style.bgcolor is None for style in plain.values())
    assert plain["chosen"].bold
    assert not plain["text"].bold
    assert plain["in-hand"].reverse
    assert plain["step"].underline


def test_sixteen_colours_come_from_the_terminal_and_the_chosen_is_reversed() -> None:
    sixteen = inks(SIXTEEN)
    for style in sixteen.values():
        assert style.bgcolor is None
        assert style.color is None or (style.color.number is not None and style.color.number < 16)
    assert sixteen["chosen"].reverse
    assert len({sixteen[kind].color for kind in KINDS}) == 3


def test_all_joins_have_one_sign_in_ascii() -> None:
    assert {sign.translate(ASCII) for sign in JOINS.values()} == {"|", "-", "+"}
