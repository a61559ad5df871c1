"""The four quadrants as a picture: golden texts at the sizes that matter, and what must hold at any size."""

from dataclasses import replace

import pytest
from rich.cells import cell_len

from innovate_tui.ui.palette import INKS
from innovate_tui.ui.widgets import grid_words
from innovate_tui.ui.widgets.board_view import Guide, SideItem
from innovate_tui.ui.widgets.grid_painter import (
    grid_guide_pages,
    grid_layout,
    grid_question_rows,
    list_rows,
    paint_grid,
)
from innovate_tui.ui.widgets.grid_view import GridScene, GridView
from innovate_tui.ui.widgets.guide_painter import pages
from innovate_tui.workshop import grid_wording
from innovate_tui.workshop.deck import Act, Deck, Mode
from innovate_tui.workshop.features import Kind
from innovate_tui.workshop.guide_wording import KNOW, GuidePart, beside_board
from innovate_tui.workshop.quadrants import Mitigation, Position, Quadrant, Quadrants
from innovate_tui.workshop.session import OwnFeature, cards_of
from tests.decks import session
from tests.ui.golden import looks_like

BOARDS = {"80x24": (80, 20), "100x30": (100, 26), "200x60": (200, 56), "60x20": (60, 16)}
"""The board that each window leaves: the chosen card has no rows of its own here."""
OWN = OwnFeature("own-1", "The housing market", Kind.INFLUENCE, made_in="quadrants")
PLACES = {
    "politics": Position(12, 90, "Elections in May."),
    "regulation": Position(80, 65, "", "Not for us."),
    "funding": Position(90, 90),
    "culture": Position(75, 25),
    "own-1": Position(75, 25),
}


@pytest.fixture(scope="module")
def placed(deck: Deck) -> GridScene:
    """Five on the grid, one in the tray."""
    return GridScene(
        cards_of(session(own=[OWN]), deck).all,
        Quadrants(PLACES, {"funding": {"evidence": Mitigation()}}),
        experts={"media": "Ceri"},
        notes=("1 influence to place.",),
        ask=deck.tools["quadrants"].ask,
        meanings={quadrant: grid_wording.meaning(deck, quadrant) for quadrant in Quadrant},
    )


@pytest.fixture(scope="module")
def crowd(deck: Deck) -> GridScene:
    """Fourteen cards, nine of them in the middle of one quadrant."""
    own = [OwnFeature(f"own-{each}", f"A matter of our own {each}", Kind.INFLUENCE) for each in range(1, 10)]
    cards = cards_of(session(own=own), deck).all
    ids = [card for card, feature in cards.items() if feature.kind is Kind.INFLUENCE]
    positions = {card: Position(75, 75) if number < 9 else Position(80, 70) for number, card in enumerate(ids)}
    return GridScene(cards, Quadrants(positions))


@pytest.fixture(scope="module")
def review(placed: GridScene) -> GridScene:
    """Stepping back."""
    questions = (SideItem("q1", "What should come first as you plan?", "What first?"), SideItem("q2", "Who else?"))
    return replace(placed, questions=questions)


@pytest.fixture(scope="module")
def guided(deck: Deck, placed: GridScene) -> GridScene:
    """The guide of placing."""
    tool = deck.tools["quadrants"]
    words = next(words for act, words in tool.steps_for(Mode.GROUP) if act is Act.PLACE)
    parts = beside_board(words, Mode.GROUP, GuidePart(KNOW, grid_words.know(tool, Act.PLACE)))
    return replace(placed, guide=Guide(words.title, "9 min planned, 2 used", parts))


def sized(scene: GridScene, width: int, height: int, *, large: bool = False) -> GridScene:
    plan = grid_layout(width, height, reviewing=bool(scene.questions), large=large)
    return replace(scene, cells=plan.cells, as_list=plan.as_list)


def shown(scene: GridScene, view: GridView, width: int, height: int, *, ascii_only: bool = False) -> str:
    return paint_grid(sized(scene, width, height), view, width, height).as_text(ascii_only=ascii_only)


@pytest.mark.parametrize("window", BOARDS)
@pytest.mark.parametrize("ascii_only", [False, True], ids=["", "ascii"])
def test_the_grid_looks_as_it_did(placed: GridScene, window: str, ascii_only: bool) -> None:
    text = shown(placed, GridView(at="regulation"), *BOARDS[window], ascii_only=ascii_only)
    assert text.isascii() or not ascii_only
    looks_like(f"grid-{window}{'-ascii' if ascii_only else ''}", text)


@pytest.mark.parametrize("window", ["80x24", "60x20"])
def test_a_card_in_hand_looks_as_it_did(placed: GridScene, window: str) -> None:
    view = GridView(at="media", hand="media", over=(25, 62))
    looks_like(f"grid-in-hand-{window}", shown(placed, view, *BOARDS[window]))


def test_a_crowd_looks_as_it_did(crowd: GridScene) -> None:
    looks_like("grid-crowd-80x24", shown(crowd, GridView(at="regulation"), 80, 20))


@pytest.mark.parametrize("window", ["80x24", "100x30", "60x20"])
def test_stepping_back_looks_as_it_did(review: GridScene, window: str) -> None:
    looks_like(f"grid-review-{window}", shown(review, GridView(at="q1"), *BOARDS[window]))


def test_the_guide_beside_the_grid_looks_as_it_did(guided: GridScene) -> None:
    looks_like("grid-guide-80x24", shown(guided, GridView(at="regulation"), 80, 20))


def test_the_grid_shown_large_looks_as_it_did(placed: GridScene) -> None:
    scene = sized(placed, 80, 22, large=True)
    looks_like("grid-large-80x24", paint_grid(scene, GridView(), 80, 22, large=True).as_text())


@pytest.mark.parametrize("window", ["80x24", "100x30", "200x60"])
def test_every_one_of_fourteen_cards_shows_sign_and_capital(crowd: GridScene, window: str) -> None:
    for chosen in crowd.placed:
        text = shown(crowd, GridView(at=chosen), *BOARDS[window])
        for card in crowd.placed:
            letter = crowd.cards[card].letter
            assert f"▲ {letter}" in text or f"{letter} ▲" in text


@pytest.mark.parametrize("over", [(50, 50), (75, 75), (80, 65), (80, 70), (90, 90), (0, 0), (49, 50), (100, 100)])
def test_a_card_in_hand_hides_no_other(crowd: GridScene, placed: GridScene, over: tuple[int, int]) -> None:
    for scene in (crowd, placed):
        for hand in scene.placed:
            text = shown(scene, GridView(at=hand, hand=hand, over=over), 80, 20)
            for card in scene.placed:
                letter = scene.cards[card].letter
                assert f"▲ {letter}" in text or f"{letter} ▲" in text


def test_both_axes_are_always_in_words(placed: GridScene, crowd: GridScene, review: GridScene) -> None:
    for scene in (placed, crowd, review):
        text = shown(scene, GridView(at="regulation"), 80, 20)
        assert text.count("high threat") == text.count("low threat") == 2
        assert "low importance" in text
        assert "high importance" in text


def test_the_chosen_card_is_named_in_full_with_what_its_position_means(placed: GridScene) -> None:
    words = " ".join(shown(placed, GridView(at="regulation"), 80, 20).split())
    assert "Ask the table" in words
    beside = " ".join(line[:27].strip() for line in shown(placed, GridView(at="culture"), 80, 20).split("\n"))
    assert " ".join(placed.meanings[Quadrant.HIGH_IMPORTANCE_LOW_THREAT].split()) in " ".join(beside.split())
    assert placed.cards["culture"].title in " ".join(beside.split())


def test_before_the_group_has_answered_a_card_in_hand_means_nothing(placed: GridScene) -> None:
    beside = " ".join(
        line[:27].strip() for line in shown(placed, GridView(at="media", hand="media"), 80, 20).split("\n")
    )
    assert "danger" not in beside


SIZES = [*BOARDS.values(), (80, 17), (79, 18), (99, 23), (61, 15), (120, 20), (5, 3), (1, 1), (400, 120)]


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("large", [False, True])
def test_at_any_size_the_picture_has_that_size_and_known_inks(
    placed: GridScene, crowd: GridScene, review: GridScene, guided: GridScene, width: int, height: int, large: bool
) -> None:
    for scene in (placed, crowd, review, guided):
        scene = sized(scene, width, height, large=large)
        for view in (GridView(), GridView(at="regulation"), GridView(at="media", hand="media", over=(3, 50))):
            picture = paint_grid(scene, view, width, height, large=large)
            assert (picture.width, picture.height) == (width, height)
            assert {ink for row in picture.rows for _, ink in row} <= set(INKS)
            assert all(cell_len(line) <= width for line in picture.as_text().split("\n"))


@pytest.mark.parametrize("window", ["80x24", "100x30", "200x60"])
def test_every_cell_of_the_grid_is_where_the_mouse_finds_it(window: str) -> None:
    plan = grid_layout(*BOARDS[window])
    for x in range(2 * plan.cells.columns):
        for y in range(2 * plan.cells.rows):
            assert plan.cell(*plan.at(x, y)) == (x, y)
    assert plan.cell(plan.frame.x - 1, plan.frame.y) is None


def test_all_questions_and_pages_stand_beside_the_grid(review: GridScene, guided: GridScene) -> None:
    plan = grid_layout(80, 20, reviewing=True)
    rows = grid_question_rows(review, GridView(at="q1"), plan.side)
    assert all(plan.side.y <= y and y + len(lines) <= plan.side.bottom for _, y, lines in rows)
    assert guided.guide is not None
    assert grid_guide_pages(guided, 80, 20) == len(pages(guided.guide, plan.side.width - 3, plan.side.height))
    assert grid_guide_pages(review, 80, 20) == 0


@pytest.mark.parametrize("at", [0, 1, 2])
def test_the_shipped_questions_are_whole_in_a_small_window_beside_what_helps_with_four(
    deck: Deck, placed: GridScene, at: int
) -> None:
    asked = tuple(SideItem(each.id, each.question, each.short) for each in deck.tools["quadrants"].prompts)
    due = Quadrants()
    for card in ("regulation", "media", "funding", "politics"):
        due = due.put(card, 80, 80)
    scene = replace(placed, quadrants=due, questions=asked)
    side = grid_layout(80, 20, reviewing=True).side
    rows = grid_question_rows(scene, GridView(at=asked[at].id), side)
    assert [" ".join(lines) for _, _, lines in rows] == [
        each.question if number == at else each.short for number, each in enumerate(asked)
    ]


def test_in_a_small_window_every_card_of_a_crowd_can_be_seen_when_it_is_chosen(crowd: GridScene) -> None:
    scene = sized(crowd, 60, 14)
    plan = grid_layout(60, 14)
    for card in scene.placed:
        assert 0 <= list_rows(scene, GridView(at=card), plan)[card] < 14
