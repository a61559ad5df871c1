"""The diamond as a picture: golden texts at every size that matters, and what must hold at any size."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from rich.cells import cell_len

from innovate_tui.ui.palette import INKS
from innovate_tui.ui.widgets import diamond_words
from innovate_tui.ui.widgets.board_view import Guide
from innovate_tui.ui.widgets.diamond_painter import (
    guide_pages,
    layout,
    paint_diamond,
    question_rows,
    tray_rows,
)
from innovate_tui.ui.widgets.diamond_view import Scene, SideItem, Spot, View
from innovate_tui.workshop.deck import Act, Deck, Mode
from innovate_tui.workshop.diamond import PLACES
from innovate_tui.workshop.features import Judgement, Kind
from innovate_tui.workshop.guide_wording import KNOW, GuidePart, beside_board
from innovate_tui.workshop.reflections import asked
from innovate_tui.workshop.session import Said, Session, cards_of
from tests.decks import diamond, full
from tests.ui.golden import looks_like

BOARDS = {"80x24": (80, 18), "100x30": (100, 24), "160x50": (160, 44), "200x60": (200, 54), "60x20": (60, 14)}
"""The board that each window leaves."""
WHY = "Families come back to us, and they bring a friend. That was not so two years ago."


@pytest.fixture(scope="module")
def ids(deck: Deck) -> tuple[str, ...]:
    return tuple(feature.id for feature in deck.features if feature.kind is Kind.ENABLER)


@pytest.fixture(scope="module")
def half_done(deck: Deck, sample: Session, ids: tuple[str, ...]) -> Scene:
    """Four cards placed, one with a reason, one with another view; the others judged and not."""
    a, b, c, d, e, f, *_ = ids
    blank = replace(sample, own={}, said={}, boards=replace(sample.boards, diamond=diamond()))
    return Scene(
        cards_of(blank, deck).all,
        diamond({1: d, 2: e, 3: a, 9: f}, {d: WHY, f: "No."}, {a: "Not at night."}),
        said={b: Said(Judgement.STRENGTH), c: Said(Judgement.DEVELOPMENT)},
        experts={b: "Bo"},
        notes=("5 places are free.",),
    )


@pytest.fixture(scope="module")
def review(deck: Deck, sample: Session) -> Scene:
    """The sample, stepping back."""
    tool = deck.tools["diamond"]
    prompts = asked("diamond", tool.prompts, sample.boards.reflections)
    questions = tuple(SideItem(each.id, each.question, each.short, each.answered) for each in prompts)
    return Scene(cards_of(sample, deck).all, sample.boards.diamond, said=sample.said, questions=questions)


@pytest.fixture(scope="module")
def guided(deck: Deck, half_done: Scene) -> Scene:
    """The guide of the step of ordering, beside the board."""
    tool = deck.tools["diamond"]
    step = next(words for act, words in tool.steps_for(Mode.GROUP) if act is Act.ORDER)
    parts = beside_board(step, Mode.GROUP, GuidePart(KNOW, diamond_words.know(tool, Act.ORDER)))
    return replace(half_done, guide=Guide(step.title, "9 min planned, 2 used", parts))


@pytest.mark.parametrize("window", BOARDS)
def test_the_board_looks_as_it_did(half_done: Scene, ids: tuple[str, ...], window: str) -> None:
    width, height = BOARDS[window]
    scene = replace(half_done, as_list=window == "60x20")
    looks_like(f"diamond-{window}", paint_diamond(scene, View(Spot(item=ids[1])), width, height).as_text())


@pytest.mark.parametrize("window", ["80x24", "60x20"])
def test_a_card_in_hand_looks_as_it_did(half_done: Scene, ids: tuple[str, ...], window: str) -> None:
    view = View(Spot(item=ids[1]), hand=ids[1], over=4)
    looks_like(f"diamond-in-hand-{window}", paint_diamond(half_done, view, *BOARDS[window]).as_text())


@pytest.mark.parametrize("window", ["80x24", "160x50", "60x20"])
def test_stepping_back_looks_as_it_did(review: Scene, window: str) -> None:
    view = View(Spot(item=review.questions[0].id))
    looks_like(f"diamond-review-{window}", paint_diamond(review, view, *BOARDS[window]).as_text())


@pytest.mark.parametrize("window", ["80x24", "160x50"])
def test_the_guide_beside_the_board_looks_as_it_did(guided: Scene, window: str) -> None:
    looks_like(f"diamond-guide-{window}", paint_diamond(guided, View(Spot(place=1)), *BOARDS[window]).as_text())


def test_the_board_shown_large_looks_as_it_did(review: Scene) -> None:
    looks_like("diamond-large-80x24", paint_diamond(review, View(), 80, 22, large=True).as_text())


def test_the_board_in_ascii_looks_as_it_did(half_done: Scene) -> None:
    shown = paint_diamond(half_done, View(Spot(place=2)), 80, 18).as_text(ascii_only=True)
    assert shown.isascii()
    looks_like("diamond-80x24-ascii", shown)


SIZES = [*BOARDS.values(), (80, 17), (79, 18), (99, 23), (61, 15), (120, 20), (5, 3), (1, 1), (400, 120)]


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("large", [False, True])
def test_at_any_size_the_picture_has_that_size_and_known_inks(
    half_done: Scene, review: Scene, guided: Scene, width: int, height: int, large: bool
) -> None:
    for scene in (half_done, review, guided):
        for view in (View(), View(Spot(place=5)), View(Spot(item=scene.side[0].id), hand=scene.side[0].id, over=9)):
            picture = paint_diamond(scene, view, width, height, large=large)
            assert (picture.width, picture.height) == (width, height)
            assert {ink for row in picture.rows for _, ink in row} <= set(INKS)
            assert all(cell_len(line) <= width for line in picture.as_text().split("\n"))


@pytest.mark.parametrize("window", BOARDS)
def test_every_place_has_its_number_and_every_card_its_name_and_letter(review: Scene, window: str) -> None:
    shown = paint_diamond(review, View(), *BOARDS[window]).as_text()
    for place in PLACES:
        card = review.cards[review.diamond.at(place) or ""]
        assert f"{place} ■" in shown
        assert card.letter in shown
        assert any(name.split()[0] in shown for name in (card.title[2:], card.short[0], card.in_list))


@pytest.mark.parametrize("window", ["80x24", "100x30", "160x50", "200x60"])
def test_no_border_covers_the_number_of_a_neighbour(review: Scene, window: str) -> None:
    for place in PLACES:
        shown = paint_diamond(review, View(Spot(place=place)), *BOARDS[window]).as_text()
        assert all(f" {other} " in shown for other in PLACES)
        assert shown.count("╔") == shown.count("╝") == 1


@pytest.mark.parametrize("window", BOARDS)
def test_the_mouse_finds_every_place_where_it_is_painted(window: str) -> None:
    plan = layout(*BOARDS[window])
    for place in PLACES:
        box = plan.slot(place)
        assert plan.place_at(box.x + box.width // 2, box.y + box.height // 2) == place
        assert box.x >= 0
        assert box.x + box.width <= plan.width
        assert box.y + box.height <= plan.height
    assert plan.place_at(0, 0) == 0


@pytest.mark.parametrize("window", BOARDS)
def test_all_cards_of_the_tray_can_be_seen(half_done: Scene, window: str) -> None:
    plan = layout(*BOARDS[window])
    everything = replace(half_done, diamond=diamond())
    rows = tray_rows(everything, plan.side)
    assert len(set(rows.values())) == len(everything.enablers)
    assert max(rows.values()) < plan.height


def test_a_reason_and_another_view_are_marked_on_the_card(half_done: Scene, ids: tuple[str, ...]) -> None:
    shown = paint_diamond(half_done, View(), 80, 18).as_text()
    assert "1 ■ ≡ " in shown
    assert "3 ■ ≠ " in shown
    assert "9 ■ ≡ " in shown
    assert "2 ■ ──" in shown


def test_the_chosen_spot_is_seen_without_colour(half_done: Scene, ids: tuple[str, ...]) -> None:
    assert "►B ■" in paint_diamond(half_done, View(Spot(item=ids[1])), 80, 18).as_text()
    assert "╔ 2 ■" in paint_diamond(half_done, View(Spot(place=2)), 80, 18).as_text()
    assert "►2 ■" in paint_diamond(half_done, View(Spot(place=2)), 60, 14).as_text()


def test_words_of_the_group_are_never_dim(half_done: Scene, review: Scene) -> None:
    for scene in (half_done, review):
        picture = paint_diamond(scene, View(), 200, 54)
        dim = "".join(char for row in picture.rows for char, ink in row if ink == "dim")
        assert "Families" not in dim


def test_no_group_is_too_large_for_the_tray(half_done: Scene) -> None:
    assert tray_rows(replace(half_done, diamond=diamond(full(half_done.enablers))), layout(80, 18).side) == {}


def test_every_question_is_seen_and_the_chosen_one_whole_where_there_is_room(review: Scene) -> None:
    side = layout(160, 44, reviewing=True).side
    chosen = review.questions[1]
    rows = question_rows(review, View(Spot(item=chosen.id)), side)
    assert [item.id for item, _, _ in rows] == [item.id for item in review.questions]
    assert " ".join(rows[1][2]) == chosen.question
    assert rows[-1][1] + len(rows[-1][2]) <= side.y + side.height


@pytest.mark.parametrize("at", [0, 1, 2, 3])
@pytest.mark.parametrize("window", BOARDS)
def test_all_questions_stand_below_one_another_in_sight_whichever_is_chosen(
    review: Scene, at: int, window: str
) -> None:
    side = layout(*BOARDS[window], reviewing=True).side
    rows = question_rows(review, View(Spot(item=review.questions[at].id)), side)
    taken = [y + number for _, y, lines in rows for number in range(len(lines))]
    assert taken == sorted(set(taken))
    assert taken[-1] < side.y + side.height


@pytest.mark.parametrize("at", [0, 1, 2, 3])
@pytest.mark.parametrize("size", [(80, 18), (100, 24), (160, 44)])
def test_no_question_is_cut_whichever_is_chosen(review: Scene, at: int, size: tuple[int, int]) -> None:
    side = layout(*size, reviewing=True).side
    rows = question_rows(review, View(Spot(item=review.questions[at].id)), side)
    assert [" ".join(lines) for _, _, lines in rows] == [
        item.question if number == at else item.short for number, item in enumerate(review.questions)
    ]


def test_the_guide_has_pages_while_it_is_open(guided: Scene, half_done: Scene) -> None:
    assert guide_pages(guided, 80, 18) > 1
    assert guide_pages(half_done, 80, 18) == 0


def test_hostile_words_are_painted_as_words(half_done: Scene, ids: tuple[str, ...]) -> None:
    why: Mapping[str, str] = {ids[3]: "[red]x[/] \x1b]52;c;aGk=\x07 \u202egod"}
    scene = replace(half_done, diamond=diamond({1: ids[3]}, why))
    shown = paint_diamond(scene, View(), 200, 54).as_text()
    assert "[red]x[/] ·]52;c;aGk=·" in " ".join(shown.split())
    assert "\x1b" not in shown
    assert "\u202e" not in shown
