"""A deck's own names for the quadrants: on the grid, beside it, in lists, in sentences. The toolkit has none."""

from dataclasses import replace
from pathlib import Path

import pytest

from innovate_tui.storage.deck_files import open_content
from innovate_tui.ui.cells import ASCII
from innovate_tui.ui.screens.quadrants import QuadrantsScreen
from innovate_tui.ui.widgets.board_view import SideItem
from innovate_tui.ui.widgets.grid_painter import grid_layout, list_rows, paint_grid
from innovate_tui.ui.widgets.grid_view import GridScene, GridView
from innovate_tui.ui.widgets.match_painter import paint_match
from innovate_tui.ui.widgets.match_view import MatchScene, MatchView
from innovate_tui.workshop.deck import Act, Deck, Mode
from innovate_tui.workshop.edits import Place
from innovate_tui.workshop.features import Kind
from innovate_tui.workshop.grid_wording import chosen, in_hand, meaning, quadrant_name
from innovate_tui.workshop.history import History
from innovate_tui.workshop.quadrants import Position, Quadrant, Quadrants
from innovate_tui.workshop.session import OwnFeature, Session, cards_of
from innovate_tui.workshop.wording import ONE_ROW, done
from tests.decks import session
from tests.ui.golden import looks_like
from tests.ui.pilot import run
from tests.ui.test_grid_painter import BOARDS

NAMES = ("À désamorcer", "À traiter d’abord", "À laisser de côté", "À garder à l’œil")
ACROSS = sorted(BOARDS.keys() - {"60x20"})
"""The windows in which the four are a grid, not lists."""
OWN = (
    OwnFeature("own-1", "Le logement", Kind.INFLUENCE, made_in="quadrants"),
    OwnFeature("own-2", "La presse", Kind.INFLUENCE, made_in="quadrants"),
)
PLACES = {
    "budget": Position(90, 90, "Voté pour un an."),
    "loi": Position(78, 30),
    "own-1": Position(20, 80),
}
IN_EVERY_CORNER = {
    "budget": Position(51, 98),
    "loi": Position(99, 98),
    "own-1": Position(51, 51),
    "own-2": Position(99, 51),
}
"""All of one quadrant, each in a corner of it."""


@pytest.fixture(scope="module")
def french() -> Deck:
    """A deck that names its quadrants."""
    return open_content(Path(__file__).parent.parent / "decks" / "francais").deck()


@pytest.fixture(scope="module")
def started(french: Deck) -> Session:
    """A group at work, three cards placed."""
    return session(own=OWN, grid=Quadrants(PLACES))


@pytest.fixture(scope="module")
def scene(french: Deck, started: Session) -> GridScene:
    """The grid of that group, as the screen makes it."""
    factors = french.tools["quadrants"].factors
    return GridScene(
        cards_of(started, french).all,
        started.boards.quadrants,
        ask=french.tools["quadrants"].ask,
        meanings={quadrant: meaning(french, quadrant) for quadrant in Quadrant},
        names={quadrant: quadrant_name(french, quadrant) for quadrant in Quadrant},
        ends=(factors[0].low, factors[0].high, factors[1].low, factors[1].high),
    )


def shown(scene: GridScene, view: GridView, width: int, height: int, *, large: bool = False) -> str:
    plan = grid_layout(width, height, reviewing=bool(scene.questions), large=large)
    fitted = replace(scene, cells=plan.cells, as_list=plan.as_list)
    return paint_grid(fitted, view, width, height, large=large).as_text()


@pytest.mark.parametrize("window", BOARDS)
@pytest.mark.parametrize("ascii_only", [False, True], ids=["", "ascii"])
def test_the_grid_of_a_deck_with_names_looks_as_it_did(scene: GridScene, window: str, ascii_only: bool) -> None:
    text = shown(scene, GridView(at="loi"), *BOARDS[window])
    looks_like(f"grid-names-{window}{'-ascii' if ascii_only else ''}", text.translate(ASCII) if ascii_only else text)


@pytest.mark.parametrize("window", BOARDS)
@pytest.mark.parametrize("view", [GridView(at="own-2"), GridView(at="own-2", hand="own-2", over=(10, 10))])
def test_every_name_is_seen_whole_whatever_is_done(scene: GridScene, window: str, view: GridView) -> None:
    review = replace(scene, questions=(SideItem("q1", "Par quoi commencer ?"),))
    for each in (scene, review):
        assert all(name in shown(each, view, *BOARDS[window]) for name in NAMES)
    assert all(name in shown(scene, view, 80, 22, large=True) for name in NAMES)


@pytest.mark.parametrize("window", ACROSS)
def test_no_name_crosses_a_line_and_each_is_in_its_quadrant(scene: GridScene, window: str) -> None:
    width, height = BOARDS[window]
    plan = grid_layout(width, height)
    named = shown(scene, GridView(at="own-2"), width, height).split("\n")
    for quadrant, name in scene.names.items():
        (place,) = [(line.index(name), y) for y, line in enumerate(named) if name in line]
        ends = [plan.cell(x, place[1]) for x in (place[0], place[0] + len(name) - 1)]
        for cell in ends:
            assert cell is not None
            assert (cell[0] >= plan.cells.columns, cell[1] < plan.cells.rows) == (
                quadrant.important,
                quadrant.threatening,
            )


def test_cards_come_first_where_every_corner_has_one_and_the_name_stands_beside(scene: GridScene) -> None:
    full = replace(scene, quadrants=Quadrants(IN_EVERY_CORNER))
    for card in IN_EVERY_CORNER:
        text = shown(full, GridView(at=card), 80, 20)
        beside, grid = ("\n".join(line[part] for line in text.split("\n")) for part in (slice(27), slice(27, None)))
        assert NAMES[1] in beside
        assert NAMES[1] not in grid
        assert all(f"▲ {full.cards[each].letter}" in grid or f"{full.cards[each].letter} ▲" in grid for each in PLACES)


def test_a_cursor_does_not_move_or_cut_a_name(scene: GridScene) -> None:
    def found(view: GridView) -> list[tuple[int, int]]:
        lines = [line[27:] for line in shown(scene, view, 80, 20).split("\n")]
        return [(line.index(name), y) for name in NAMES for y, line in enumerate(lines) if name in line]

    assert len(found(GridView(at="own-2"))) == 4
    for card in (*PLACES, "own-2"):
        assert found(GridView(at=card)) == found(GridView(at="own-2"))
        assert found(GridView(at=card, hand=card, over=(75, 65))) == found(GridView(at="own-2"))


def test_a_name_as_wide_as_no_quadrant_is_cut_before_the_line(scene: GridScene) -> None:
    wide = replace(scene, names=dict.fromkeys(Quadrant, "二" * 20))
    text = shown(wide, GridView(at="own-2"), 80, 20)
    assert text.count("二" * 10 + "…") == 4


@pytest.mark.parametrize("size", [(60, 16), (100, 16), (60, 8), (60, 2)])
def test_in_lists_no_card_stands_where_a_heading_does(scene: GridScene, size: tuple[int, int]) -> None:
    plan = grid_layout(*size)
    fitted = replace(scene, as_list=plan.as_list, cells=plan.cells)
    assert plan.as_list
    for card in fitted.placed:
        view = GridView(at=card)
        rows = list_rows(fitted, view, plan)
        lines = paint_grid(fitted, view, *size).as_text().split("\n")
        assert 0 <= rows[card] < size[1]
        assert fitted.cards[card].in_list in lines[rows[card]]
        listed = [lines[row][: plan.field.width] for row in rows.values() if 0 <= row < size[1]]
        assert not any(name in line for line in listed for name in NAMES)


def test_without_names_nothing_of_the_grid_changes(scene: GridScene) -> None:
    for size in (*BOARDS.values(), (100, 16)):
        unnamed = shown(replace(scene, names={}), GridView(at="loi"), *size)
        assert not any(name in unnamed for name in NAMES)


def test_what_is_said_of_a_position_has_its_name(french: Deck, started: Session) -> None:
    name = "(À garder à l’œil)"
    assert chosen(started, french, "loi").startswith(f"La loi: high importance, low threat {name}.")
    said = in_hand(cards_of(started, french), french, "own-1", 99, 0)
    assert said == f"In hand: Le logement. High importance, low threat {name}."
    edit = Place("own-2", 75, 25)
    assert done(edit, started, edit.apply(started, french), french) == (
        f"La presse is high importance, low threat {name}. u undoes."
    )


def test_where_a_sentence_has_no_room_the_name_gives_way_before_the_position_does(french: Deck) -> None:
    long = OwnFeature("own-1", "Tout ce que nos partenaires attendent de nous ici", Kind.INFLUENCE)
    at = session(own=(long,), grid=Quadrants({"own-1": Position(20, 80)}))
    for there in (Place("own-1", 75, 75), Place("own-1", 25, 25), Place("own-1", 30, 80)):
        said = done(there, at, there.apply(at, french), french)
        assert len(said) <= ONE_ROW
        assert said.endswith("u undoes.")
    assert len(chosen(at, french, "own-1")) <= ONE_ROW


def test_matching_says_the_name_where_all_of_it_has_room(scene: GridScene) -> None:
    matching = MatchScene(scene.cards, scene.quadrants, names=scene.names)
    wide = paint_match(matching, MatchView(at="loi"), 160, 46).as_text()
    assert "high importance, low threat (À garder à l’œil)" in wide
    narrow = paint_match(matching, MatchView(at="loi"), 80, 20).as_text()
    assert "high importance, low threat" in narrow
    assert "low threat…" not in narrow
    assert "À garder" not in narrow


def test_in_a_wide_list_a_name_follows_its_position_on_one_row(scene: GridScene) -> None:
    text = shown(scene, GridView(at="loi"), 120, 16)
    assert "1 peu important, très menaçant · À désamorcer" in text
    assert len([line for line in text.split("\n") if any(name in line[:60] for name in NAMES)]) == 4


async def test_the_screen_shows_the_names_its_deck_has(french: Deck, started: Session) -> None:
    screen = QuadrantsScreen(History(started), french)
    screen.at_step = [act for act, _ in screen.tool.steps_for(Mode.GROUP)].index(Act.PLACE)
    async with run(screen, size=(160, 50)) as stage:
        assert all(name in screen.board.picture.as_text() for name in NAMES)
        await stage.press("I")
        assert stage.status == "La loi: high importance, low threat (À garder à l’œil). It asks for help."
        assert screen.why_title("loi") == "Why high importance, low threat (À garder à l’œil)"
        await stage.press(".", ".")
        assert screen.step[0] is Act.MATCH
        assert "(À garder à l’œil)" in screen.board.picture.as_text()


async def test_a_screen_whose_deck_has_no_names_shows_none(deck: Deck) -> None:
    screen = QuadrantsScreen(History(session(grid=Quadrants({"media": Position(80, 80)}))), deck)
    async with run(screen) as stage:
        assert screen.grid.scene.names == {}
        await stage.press("N")
        assert stage.status == "Media: high importance, high threat. It asks for help."
