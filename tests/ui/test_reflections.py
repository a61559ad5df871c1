"""The Reflections screen: questions in any order, in any words, answers kept as they are typed."""

from dataclasses import replace

import pytest

from innovate_tui.ui.cells import Picture
from innovate_tui.ui.screens.reflections import ReflectionsScreen
from innovate_tui.ui.widgets import questions_view
from innovate_tui.ui.widgets.questions_page import QuestionsPage
from innovate_tui.ui.widgets.questions_painter import block_at, blocks, clicked, paint_questions, top_row
from innovate_tui.ui.widgets.questions_view import Scene, View
from innovate_tui.workshop.deck import Deck
from innovate_tui.workshop.history import History
from innovate_tui.workshop.quadrants import Quadrants
from innovate_tui.workshop.reflections import Answer, Reflections, asked
from innovate_tui.workshop.session import Parked
from tests import decks
from tests.ui.golden import looks_like
from tests.ui.pilot import run

SIZES = ((60, 16), (80, 20), (100, 26), (200, 56))
LONG = "We would begin with the evening phone, because the people are there already.\n" * 5


@pytest.fixture
def scene() -> Scene:
    """Four questions of a deck and one of the group's own: answered, long, left out, quoted, and two thoughts."""
    tool = decks.diamond_tool()
    answers = {
        "readiness": Answer("Ready to try something small."),
        "capitalise": Answer(LONG),
        "who-else": Answer("Health.", question="Who is missing?", skipped=True),
        "q-1": Answer(question="What would the children say?", tool="diamond"),
    }
    thoughts = (Parked("n-1", "Who holds the keys?"), Parked("n-2", "Agency contracts end in March."))
    return Scene(asked("diamond", tool.prompts, Reflections(answers)), thoughts, "These questions are examples.")


def painted(scene: Scene, at: str, size: tuple[int, int] = (80, 20)) -> Picture:
    """The page with something chosen."""
    return paint_questions(scene, View(at), *size)


# --- how it looks -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_questions_at_every_size(scene: Scene, size: tuple[int, int]) -> None:
    looks_like(f"questions-{size[0]}x{size[1]}", painted(scene, "capitalise", size).as_text())


def test_the_thoughts_in_ascii(scene: Scene) -> None:
    looks_like("questions-thoughts-80x20-ascii", painted(scene, "n-2").as_text(ascii_only=True))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_what_is_chosen_is_whole_in_sight_with_its_box(scene: Scene, size: tuple[int, int]) -> None:
    for at in scene.ids:
        page = blocks(scene, *size)
        first = top_row(page, View(at), size[1])
        block = next(block for block in page if block.id == at)
        assert block.top - 1 >= first
        assert block.bottom + 1 <= first + size[1]
        text = painted(scene, at, size).as_text()
        assert "╔" in text
        assert "╝" in text
        assert block_at(scene, View(at), size, block.top - first) == at


def test_a_long_answer_shows_its_first_lines_and_that_there_is_more(scene: Scene) -> None:
    text = painted(scene, "readiness").as_text()
    assert text.count("evening phone") in (2, 3)
    assert "…" in text


def test_a_quoted_question_is_marked_and_named(scene: Scene) -> None:
    text = painted(scene, "develop").as_text()
    assert "“Where might we start?”" in text
    assert "A toolkit" in text


def test_peoples_words_are_never_dim(scene: Scene) -> None:
    picture = painted(scene, "develop", (100, 40))
    rows = {"".join(char for char, _ in row): {ink for char, ink in row if char != " "} for row in picture.rows}
    for words in ("Ready to try something small.", "Who holds the keys?"):
        inks = next(inks for line, inks in rows.items() if words in line)
        assert "dim" not in inks


def test_nothing_to_ask_and_nothing_parked_is_a_page_too() -> None:
    assert "k parks a thought" in painted(Scene(), "").as_text()
    assert questions_view.moved(Scene(), View(), 1) == View()


def test_what_people_wrote_is_shown_and_never_obeyed() -> None:
    scene = Scene((), (Parked("n-1", "[red]x[/] \x1b]52;c;AA\x07\u202ez"),))
    text = painted(scene, "n-1").as_text()
    assert "[red]x[/]" in text
    assert not any(char in text for char in "\x1b\x07\u202e")


# --- what keys mean ---------------------------------------------------------------------------------------------------


def test_up_and_down_wrap_through_questions_and_thoughts(scene: Scene) -> None:
    assert questions_view.moved(scene, View("readiness"), -1).at == "n-2"
    assert questions_view.moved(scene, View("n-2"), 1).at == "readiness"


def test_digits_go_to_their_question_and_capitals_say_where_the_cards_are(scene: Scene) -> None:
    third = questions_view.pressed(scene, View(), "3")
    assert third is not None
    assert third.view.at == "develop"
    ninth = questions_view.pressed(scene, View("develop"), "9")
    assert ninth is not None
    assert (ninth.view.at, ninth.say) == ("develop", "There is no question 9. a adds one.")
    capital = questions_view.pressed(scene, View("develop"), "D")
    assert capital is not None
    assert "F7" in capital.say
    assert questions_view.pressed(scene, View(), "x") is None


def test_what_is_gone_gives_way_to_what_stands_in_its_place(scene: Scene) -> None:
    fewer = Scene(scene.prompts, scene.parked[1:], scene.note)
    assert questions_view.settled(scene, fewer, View("n-1")).at == "n-2"
    assert questions_view.settled(scene, Scene(scene.prompts), View("n-2")).at == "q-1"


# --- stories ----------------------------------------------------------------------------------------------------------


async def test_two_questions_are_answered_and_one_answer_is_undone(deck: Deck) -> None:
    async with run(ReflectionsScreen(History(decks.session()), deck)) as stage:
        assert stage.status == "Question 1 of 7 is not answered yet. Any order is fine."
        await stage.press("enter")
        await stage.type("Ready for\nsomething small")
        await stage.press("escape")
        assert stage.status == "Kept your answer. u brings the old words back."
        await stage.press("4", "enter")
        await stage.type("Health")
        await stage.press("escape")
        first, _, _, last = (prompt.id for prompt in deck.tools["diamond"].prompts)
        answers = stage.session.boards.reflections
        assert answers.answer(first).text == "Ready for\nsomething small"
        assert answers.answer(last).text == "Health"
        await stage.press("u")
        assert stage.session.boards.reflections.answer(last).text == ""
        assert stage.session.boards.reflections.answer(first).text
        await stage.press("y", "1")
        assert stage.session.boards.reflections.answer(last).text == "Health"
        assert stage.status == "Question 1 of 7 is answered. Enter writes more."


async def test_who_comes_to_answer_a_question_writes_at_once(deck: Deck) -> None:
    prompt = deck.tools["diamond"].prompts[2]
    async with run(ReflectionsScreen(History(decks.session()), deck, prompt.id)) as stage:
        await stage.type("Evenings")
        await stage.press("escape")
        assert stage.session.boards.reflections.answer(prompt.id).text == "Evenings"


async def test_a_question_is_reworded_put_back_and_left_out(deck: Deck) -> None:
    prompt = deck.tools["diamond"].prompts[1]
    async with run(ReflectionsScreen(History(decks.session()), deck, prompt.id)) as stage:
        await stage.press("escape", "m", *["backspace"] * len(prompt.question))
        await stage.type("What are we good at?")
        await stage.press("enter")
        assert stage.session.boards.reflections.answer(prompt.id).question == "What are we good at?"
        await stage.press("m", *["backspace"] * 20, "enter")
        assert stage.session.boards.reflections.answer(prompt.id).question == ""
        await stage.press("s")
        assert stage.session.boards.reflections.answer(prompt.id).skipped
        assert "s take in again" in stage.keys
        await stage.press("s")
        assert not stage.session.boards.reflections.answer(prompt.id).skipped
        await stage.press("delete")
        assert stage.status.startswith("This question is the deck's.")


async def test_a_question_of_our_own_is_asked_answered_and_taken_out(deck: Deck) -> None:
    async with run(ReflectionsScreen(History(decks.session()), deck)) as stage:
        await stage.press("a", "enter")
        await stage.type("What would the children say?")
        await stage.press("enter", "enter")
        await stage.type("Ask them")
        await stage.press("escape")
        own = next(answer for answer in stage.session.boards.reflections.answers.values() if answer.tool)
        assert (own.question, own.text) == ("What would the children say?", "Ask them")
        await stage.press("delete")
        assert not stage.session.boards.reflections.answers
        await stage.press("u")
        assert stage.session.boards.reflections.answers


async def test_a_thought_is_parked_changed_and_let_go(deck: Deck) -> None:
    async with run(ReflectionsScreen(History(decks.session()), deck)) as stage:
        await stage.press("k")
        await stage.type("The keys")
        await stage.press("enter", "up", "enter")
        await stage.type("!")
        await stage.press("enter")
        assert [thought.text for thought in stage.session.parked.values()] == ["The keys!"]
        await stage.press("delete")
        assert not stage.session.parked
        assert "u undoes" in stage.status
        await stage.press("u")
        assert len(stage.session.parked) == 1


async def test_a_question_of_our_own_may_be_about_a_tool_that_asks_none(deck: Deck) -> None:
    """D43: the roadmap's own questions are on a page of their own, and a group's further one finds its place here."""
    assert not deck.tools["roadmap"].prompts
    async with run(ReflectionsScreen(History(decks.session()), deck)) as stage:
        await stage.press("a", "escape")
        assert stage.status == "No question was added."
        await stage.press("a", "3")
        await stage.type("Who tells the story in a year?")
        await stage.press("enter")
        assert [answer.tool for answer in stage.session.boards.reflections.answers.values()] == ["roadmap"]
        assert "Questions · Roadmap" in stage.title
        await stage.press("enter")
        await stage.type("The young people")
        await stage.press("escape")
        assert [answer.text for answer in stage.session.boards.reflections.answers.values()] == ["The young people"]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_what_is_clicked_stays_under_the_mouse(scene: Scene, size: tuple[int, int]) -> None:
    for view in (View(at, top) for at in scene.ids for top in (None, 0, 3)):
        page = blocks(scene, *size)
        for y in range(size[1]):
            if not (target := block_at(scene, view, size, y)) or target == view.at:
                continue
            after = clicked(scene, view, size, y)
            assert after.at == target
            assert block_at(scene, after, size, y) == target
            block = next(block for block in page if block.id == target)
            first = top_row(page, view, size[1])
            if first < block.top and block.bottom < first + size[1]:
                assert top_row(page, after, size[1]) == first
            assert top_row(page, after, size[1]) < block.top
            assert block.bottom < top_row(page, after, size[1]) + size[1]


async def test_a_click_chooses_and_a_second_one_writes(deck: Deck) -> None:
    async with run(ReflectionsScreen(History(decks.session()), deck)) as stage:
        page = stage.screen.query_one(QuestionsPage)
        prompt = page.scene.prompts[2].id
        found = blocks(page.scene, *page.size)
        row = next(block.top for block in found if block.id == prompt) - top_row(found, page.view, page.size.height)
        for _ in range(2):
            await stage.click(page, 20, row)
            assert page.view.at == prompt
        await stage.type("Here")
        await stage.press("escape")
        assert stage.session.boards.reflections.answer(prompt).text == "Here"


# --- of every tool ----------------------------------------------------------------------------------------------------


async def test_the_questions_of_every_tool_are_answered_here_and_the_title_names_the_tool(deck: Deck) -> None:
    """Q38–Q41: whoever steps back from the quadrants comes here as well."""
    asks = deck.tools["quadrants"].prompts
    async with run(ReflectionsScreen(History(decks.session()), deck, asks[1].id)) as stage:
        await stage.type("A course on evidence")
        await stage.press("escape")
        assert stage.session.boards.reflections.answer(asks[1].id).text == "A course on evidence"
        assert "Questions · Four Quadrants" in stage.title
        await stage.press("5")
        assert stage.status == "Question 5 of 7 is not answered yet. Any order is fine."
        await stage.press("a", "enter")
        await stage.type("What would the children say?")
        await stage.press("enter")
        assert [answer.tool for answer in stage.session.boards.reflections.answers.values()] == ["", "quadrants"]
        await stage.press("1")
        assert "Questions · Diamond 9" in stage.title


async def test_the_page_begins_at_the_questions_of_a_tool_that_was_begun(deck: Deck) -> None:
    placed = decks.session(grid=Quadrants().put("media", 80, 80))
    async with run(ReflectionsScreen(History(placed), deck)) as stage:
        assert stage.screen.query_one(QuestionsPage).view.at == deck.tools["quadrants"].prompts[0].id


def test_where_several_tools_ask_each_is_named_over_its_questions(scene: Scene) -> None:
    titled = replace(scene, titles={"readiness": "Diamond 9", "develop": "Four Quadrants"})
    looks_like("questions-of-two-tools-80x40", painted(titled, "develop", (80, 40)).as_text())
