"""Everyone's part, from the keys to the session: who is in the room, who reads what, and the card's expert."""

import pytest

from innovate_tui.ui.screens.cards import CardsScreen
from innovate_tui.ui.screens.checks import ChecksScreen
from innovate_tui.ui.screens.chooser import ChoiceList
from innovate_tui.ui.screens.diamond import DiamondScreen
from innovate_tui.ui.screens.people import PeopleScreen
from innovate_tui.ui.screens.quadrants import QuadrantsScreen
from innovate_tui.ui.screens.roadmap import RoadmapScreen
from innovate_tui.ui.screens.session_screen import SessionScreen
from innovate_tui.ui.screens.words_box import WordsBox
from innovate_tui.ui.screens.working_screen import WorkingScreen
from innovate_tui.ui.widgets.canvas import Canvas
from innovate_tui.ui.widgets.cards_reader import CardsReader
from innovate_tui.ui.widgets.cards_reading import reads_entry
from innovate_tui.ui.widgets.frame import DetailRows, StepBar
from innovate_tui.ui.widgets.help_page import help_pages
from innovate_tui.ui.widgets.people_page import PeoplePage
from innovate_tui.ui.widgets.people_painter import planned
from innovate_tui.ui.widgets.people_view import NOT_ALONE
from innovate_tui.ui.widgets.road_words import told
from innovate_tui.workshop.deck import Act, Deck, Mode
from innovate_tui.workshop.edits import AddPeople, ChooseMode, Deal, MakeExpert, Place, WriteAction
from innovate_tui.workshop.features import Kind
from innovate_tui.workshop.history import History
from innovate_tui.workshop.people import read_by
from innovate_tui.workshop.session import Session
from tests import decks
from tests.ui.pilot import Stage, run

SIX = "Asha, Bo\nCeri\nDev\n2"


def group(deck: Deck, *names: str, dealt: bool = False, mode: Mode = Mode.GROUP) -> Session:
    """A session with these people, its enablers perhaps shared out."""
    now = decks.session(mode=mode)
    if names:
        now = AddPeople(tuple(f"p-{number}" for number in range(1, len(names) + 1)), names).apply(now, deck)
    return Deal(Kind.ENABLER).apply(now, deck) if dealt else now


def people(deck: Deck, now: Session, focus: str = "") -> PeopleScreen:
    return PeopleScreen(History(now), deck, focus)


def page(stage: Stage) -> str:
    return stage.screen.query_one(PeoplePage).picture.as_text()


def went(stage: Stage) -> tuple[str, str]:
    """Where the screen asked to go last."""
    asked = [each for each in stage.heard if isinstance(each, WorkingScreen.GoTo)][-1]
    return asked.place, asked.focus


async def test_six_names_in_one_box_are_dealt_to_reassigned_undone_and_done_again(deck: Deck) -> None:
    start = group(deck)
    async with run(people(deck, start)) as stage:
        assert stage.status.startswith("Nobody is here yet.")
        await stage.press("a")
        await stage.type(SIX)
        await stage.press("escape")
        assert [stage.session.called(each) for each in stage.session.people] == [
            *("Asha", "Bo", "Ceri", "Dev"),
            *("person 5", "person 6"),
        ]
        assert stage.status == "6 people, 9 cards. l shares them out."
        await stage.press("l")
        assert stage.status == "Shared out. 6 people, 9 cards: 3 have 2, the others 1."
        assert "Nobody yet" not in page(stage)
        await stage.press("D", "2")
        assert stage.status == "The expert for Trust and confidence is Bo. u undoes."
        assert stage.session.expert_for("trust") == "Bo"
        await stage.press("0")
        assert stage.session.expert_for("trust") == ""
        assert "Nobody yet" in page(stage)
        await stage.press("l")
        assert stage.session.expert_for("trust") == "Dev"
        done = stage.session
        await stage.press("u", "u", "u", "u", "u")
        assert stage.session == start
        await stage.press("y", "y", "y", "y", "y")
        assert stage.session == done


async def test_cards_of_nobodys_are_given_away_one_after_another(deck: Deck) -> None:
    async with run(people(deck, group(deck, "Asha", "Bo"))) as stage:
        await stage.press("A", *"121212121")
        assert [len(read_by(stage.session, deck, each)) for each in ("p-1", "p-2")] == [5, 4]
        assert "Nobody yet" not in page(stage)


async def test_somebody_is_renamed_and_taken_out_and_undo_brings_back_all_that_was_theirs(deck: Deck) -> None:
    now = group(deck, "Asha", "Bo", dealt=True)
    async with run(people(deck, now)) as stage:
        await stage.press("2", "m")
        assert isinstance(stage.screen, WordsBox)
        await stage.type("B")
        await stage.press("enter")
        assert stage.session.called("p-2") == "BoB"
        assert stage.status == "Kept the name. u brings the old one back."
        await stage.press("delete")
        assert list(stage.session.people) == ["p-1"]
        assert "4 cards have nobody now" in stage.status
        await stage.press("u", "u")
        assert stage.session == now


async def test_enter_opens_all_cards_of_a_person_on_one_page_and_a_card_alone(deck: Deck) -> None:
    async with run(people(deck, group(deck, "Asha", "Bo", "Ceri", dealt=True), Kind.ENABLER)) as stage:
        await stage.press("2", "enter")
        assert went(stage) == ("cards", reads_entry("p-2", Kind.ENABLER))
        await stage.press("D", "r")
        assert went(stage) == ("cards", "trust")
        await stage.press("escape", "full_stop", "enter")
        assert stage.status.startswith("No card of this kind yet for")


async def test_the_reading_page_has_every_word_of_a_persons_cards_and_says_how_long_it_takes(deck: Deck) -> None:
    now = group(deck, "Asha", "Bo", "Ceri", dealt=True)
    theirs = read_by(now, deck, "p-2", Kind.ENABLER)
    async with run(CardsScreen(History(now), deck, reads_entry("p-2", Kind.ENABLER))) as stage:
        reader = stage.screen.query_one(CardsReader)
        first = reader.picture.as_text()
        assert "To read: Bo" in first
        assert "3 cards, about 3 minutes to read" in first
        text = first
        for _ in range(len(reader.pages) - 1):
            await stage.press("space")
            text += reader.picture.as_text()
        for card in theirs:
            assert card.title in text
            assert card.question.split()[-1] in text
        await stage.press("space")
        assert stage.status == "That was the last of them. esc goes back."
        assert reader.view.at == reads_entry("p-2", Kind.ENABLER)
        await stage.press("D")
        assert reader.view.at == "trust"


async def test_a_reading_page_of_somebody_who_is_gone_is_none(deck: Deck) -> None:
    async with run(CardsScreen(History(group(deck, "Asha")), deck, reads_entry("p-9", Kind.ENABLER))) as stage:
        assert stage.screen.query_one(CardsReader).view.at == "about:toolkit"


async def test_the_kinds_stand_where_steps_stand_and_the_first_that_waits_comes_first(deck: Deck) -> None:
    async with run(people(deck, group(deck, "Asha", "Bo", dealt=True))) as stage:
        assert "►2 Wider system influences" in stage.screen.query_one(StepBar).picture.as_text()
        await stage.press("l")
        assert stage.status == "Shared out. 2 people, 5 cards: one has 3, the other 2."
        await stage.press("comma", "full_stop")
        assert stage.status == "2 people, 5 cards: one has 3, the other 2. Reading takes about 4 minutes."
        await stage.press("comma")
        assert stage.status == "2 people: 5 and 4 cards, more than three each; allow more time."
        await stage.press("comma")
        assert stage.status == "This is the first kind."
        await stage.press("K")
        assert "a card of another kind" in stage.status


async def test_a_card_is_chosen_for_a_person_by_its_letter_or_a_word(deck: Deck) -> None:
    async with run(people(deck, group(deck, "Asha", "Bo", dealt=True), Kind.ENABLER)) as stage:
        await stage.press("2", "x")
        await stage.type("A")
        await stage.press("enter")
        assert stage.session.expert_for("team") == "Bo"
        await stage.press("D", "x", "1")
        assert stage.session.expert_for("trust") == "Asha"
        await stage.press("slash")
        await stage.type("shared")
        await stage.press("enter")
        assert stage.screen.query_one(PeoplePage).view.card == "vision"


async def test_the_mouse_chooses_a_person_then_opens_their_cards(deck: Deck) -> None:
    async with run(people(deck, group(deck, "Asha", "Bo", dealt=True), Kind.ENABLER)) as stage:
        canvas = stage.screen.query_one(PeoplePage)
        block = planned(canvas.scene, canvas.view, *canvas.size).blocks[1]
        await stage.click(canvas, 6, block.y)
        assert canvas.view.at == "p-2"
        await stage.click(canvas, block.lines[0][0][0], block.y)
        assert canvas.view.card == block.lines[0][0][1]
        await stage.press("escape")
        assert canvas.view.card == ""
        await stage.click(canvas, 6, block.y)
        assert went(stage) == ("cards", reads_entry("p-2", Kind.ENABLER))


def test_the_help_of_the_screen_is_one_page_and_tells_of_people_not_of_cards_to_add() -> None:
    (whole,) = help_pages(PeopleScreen.commands, 80, 21)
    for words in ("add people, several at once", "share the cards out evenly", "choose, or give a card to"):
        assert words in whole.as_text()


# --- the expert on the boards -----------------------------------------------------------------------------------------


def at_step(screen: DiamondScreen | QuadrantsScreen, act: Act) -> DiamondScreen | QuadrantsScreen:
    screen.at_step = [each for each, _ in screen.tool.steps_for(screen.session.mode)].index(act)
    return screen


@pytest.mark.parametrize(
    ("make", "act", "kind"),
    [
        (DiamondScreen, Act.SHARE, Kind.ENABLER),
        (DiamondScreen, Act.READ, Kind.ENABLER),
        (QuadrantsScreen, Act.SHARE, Kind.INFLUENCE),
        (QuadrantsScreen, Act.READ, Kind.INFLUENCE),
        (QuadrantsScreen, Act.HELPERS, Kind.NEXT_LEVEL),
    ],
)
async def test_the_steps_of_sharing_and_reading_lead_to_the_people(
    deck: Deck, make: type[DiamondScreen] | type[QuadrantsScreen], act: Act, kind: Kind
) -> None:
    async with run(at_step(make(History(group(deck)), deck), act)) as stage:
        assert "x who reads what" in stage.keys
        await stage.press("x")
        assert went(stage) == ("people", kind)


async def test_x_on_the_diamond_chooses_the_expert_and_adds_one_on_the_way(deck: Deck) -> None:
    async with run(at_step(DiamondScreen(History(group(deck)), deck), Act.ORDER)) as stage:
        await stage.press("D", "x")
        await stage.type("Asha")
        await stage.press("escape")
        assert stage.session.expert_for("trust") == "Asha"
        assert "expert: Asha" in stage.screen.query_one(DetailRows).picture.as_text()
        await stage.press("x")
        assert stage.screen.query_one(ChoiceList)
        await stage.press("+")
        await stage.type("Bo\nCeri")
        await stage.press("escape")
        assert stage.screen.query_one(ChoiceList)
        await stage.press("3")
        assert stage.session.expert_for("trust") == "Ceri"
        await stage.press("x", "0")
        assert stage.session.expert_for("trust") == ""


@pytest.mark.parametrize("width", [100, 160])
async def test_the_expert_stands_in_the_tray_from_100_columns(deck: Deck, width: int) -> None:
    now = group(deck, "Asha", "Bo", "Ceri, team manager", dealt=True)
    async with run(at_step(DiamondScreen(History(now), deck), Act.ORDER), (width, 30)) as stage:
        assert isinstance(stage.screen, DiamondScreen)
        tray = stage.screen.board.picture.as_text()
        assert all(tray.count(name) == 3 for name in ("Asha", "Bo ", "Ceri"))
        assert "manager" not in tray
        assert "Ceri," not in tray


async def test_when_matching_everybody_sees_whom_to_ask(deck: Deck) -> None:
    now = Place("regulation", 80, 80).apply(Deal(Kind.NEXT_LEVEL).apply(group(deck, "Asha", "Bo"), deck), deck)
    async with run(at_step(QuadrantsScreen(History(now), deck), Act.MATCH)) as stage:
        assert isinstance(stage.screen, QuadrantsScreen)
        rows = stage.screen.board.picture.as_text().splitlines()
        coproduction = next(row for row in rows if "Coproduction" in row)
        assert coproduction.rstrip().endswith("Bo")
        await stage.press("right")
        assert stage.screen.board.picture.as_text().count("Asha") == 3
        await stage.press("v")
        assert "Coproduction" in stage.screen.board.picture.as_text()
        assert "Asha" not in stage.screen.board.picture.as_text(), "names stand on a board shown large"


async def test_x_on_the_cards_and_on_the_quadrants_does_the_same(deck: Deck) -> None:
    now = group(deck, "Asha", "Bo")
    for screen in (CardsScreen(History(now), deck), at_step(QuadrantsScreen(History(now), deck), Act.PLACE)):
        async with run(screen) as stage:
            await stage.press("K", "x", "2")
            assert stage.session.expert_for("regulation") == "Bo"


async def test_who_looks_after_a_card_of_the_roadmap_can_be_added_where_it_is_asked(
    deck: Deck, sample: Session
) -> None:
    async with run(RoadmapScreen(History(sample), deck, "coproduction")) as stage:
        await stage.press("x", "+")
        await stage.type("Zoë")
        await stage.press("escape")
        newest = list(stage.session.people)[-1]
        assert stage.session.called(newest) == "Zoë"
        assert newest in [card.owner for card in stage.session.boards.roadmap.cards.values()]


async def test_on_the_roadmap_it_is_said_whom_to_ask_of_a_card(deck: Deck, sample: Session) -> None:
    now = MakeExpert("coproduction", next(iter(sample.people))).apply(sample, deck)
    screen = RoadmapScreen(History(now), deck, "coproduction")
    async with run(screen) as stage:
        scene = screen.scene()
        card = next(card for card in scene.road.cards.values() if card.feature == "coproduction")
        words = " ".join(line.words for line in told(scene, card.id))
        assert f"its expert is {now.expert_for('coproduction')}" in words
        assert stage.session == now


async def test_who_does_an_action_can_be_added_where_it_is_asked(deck: Deck) -> None:
    now = WriteAction("a-1", "Ring the legal team").apply(group(deck), deck)
    async with run(ChecksScreen(History(now), deck, "a-1")) as stage:
        await stage.press("x")
        await stage.type("1")
        await stage.press("escape")
        assert stage.session.called(stage.session.actions["a-1"].owner) == "person 1"
        await stage.press("x", "0")
        assert stage.session.actions["a-1"].owner == ""
        await stage.press("up", "x")
        assert stage.status.startswith("Only an action is done by somebody.")


async def test_who_goes_on_alone_sees_no_experts_and_a_group_that_comes_back_has_them_all(deck: Deck) -> None:
    now = group(deck, "Asha", "Bo", dealt=True)
    alone = ChooseMode(Mode.INDIVIDUAL).apply(now, deck)
    for screen in (DiamondScreen(History(alone), deck, "trust"), CardsScreen(History(alone), deck, "trust")):
        async with run(screen, (100, 30)) as stage:
            shown = "\n".join(canvas.picture.as_text() for canvas in stage.screen.query(Canvas))
            assert "Bo" not in shown.replace("Board", "")
            assert "expert:" not in shown
    assert ChooseMode(Mode.GROUP).apply(alone, deck) == now


# --- alone ------------------------------------------------------------------------------------------------------------


async def test_who_works_alone_is_offered_nothing_of_sharing_out(deck: Deck) -> None:
    now = group(deck, mode=Mode.INDIVIDUAL)
    async with run(people(deck, now)) as stage:
        assert "no cards to share out" in page(stage)
        await stage.press("p")
        offered = " ".join(choice.words for choice in stage.screen.query_one(ChoiceList).choosing.choices)
        assert "share" not in offered
        assert "expert" not in offered
        await stage.press("escape", "l")
        assert stage.status == NOT_ALONE
        await stage.press("a")
        await stage.type("Asha")
        await stage.press("escape")
        assert "share out" not in stage.keys
        assert "Asha" in page(stage)


@pytest.mark.parametrize("make", [DiamondScreen, QuadrantsScreen, CardsScreen])
async def test_alone_no_board_offers_an_expert(deck: Deck, make: type[SessionScreen]) -> None:
    async with run(make(History(group(deck, mode=Mode.INDIVIDUAL)), deck)) as stage:
        assert "who reads what" not in stage.keys
        await stage.press("p")
        offered = " ".join(choice.words for choice in stage.screen.query_one(ChoiceList).choosing.choices)
        assert "expert" not in offered
        await stage.press("escape", "x")
        assert stage.status == NOT_ALONE


async def test_enter_on_an_empty_line_is_the_end_of_the_list(deck: Deck) -> None:
    async with run(PeopleScreen(History(group(deck)), deck)) as stage:
        await stage.press("a", "enter")
        assert isinstance(stage.screen, WordsBox), "nobody is there yet"
        await stage.type("Amina")
        await stage.press("enter")
        await stage.type("Bo")
        assert isinstance(stage.screen, WordsBox)
        await stage.press("enter", "enter")
        assert not isinstance(stage.screen, WordsBox)
        assert [person.name for person in stage.session.people.values()] == ["Amina", "Bo"]
