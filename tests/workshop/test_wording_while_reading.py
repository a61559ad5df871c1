"""What is said of a card that is being read, and of a question that is chosen."""

from innovate_tui.workshop import wording
from innovate_tui.workshop.deck import Mode
from innovate_tui.workshop.features import Judgement
from innovate_tui.workshop.reflections import Answer, Reflections, asked
from tests import decks


def test_a_card_is_counted_and_what_was_said_of_it_told_in_the_voice_of_the_session() -> None:
    deck = decks.deck()
    judged = {"trust": Judgement.STRENGTH, "team": Judgement.DEVELOPMENT}
    alone = decks.session(judged=judged)
    group = decks.session(mode=Mode.GROUP, judged=judged, notes={"team": "Agency staff."})
    assert wording.of_card(alone, deck, "trust") == "Card 1 of 20. You see it as a strength."
    assert wording.of_card(group, deck, "team") == "Card 2 of 20. The group sees it as one to develop. 1 note."
    assert wording.of_card(group, deck, "data") == "Card 20 of 20."


def test_a_question_says_whether_it_is_answered_whose_it_is_and_what_to_press() -> None:
    answers = {
        "readiness": Answer("Ready."),
        "capitalise": Answer(question="What are we good at?"),
        "develop": Answer("Here.", skipped=True),
        "q-1": Answer(question="And the children?", tool="diamond"),
    }
    prompts = asked("diamond", decks.diamond_tool().prompts, Reflections(answers))
    assert [wording.of_question(prompts, prompt.id) for prompt in prompts] == [
        "Question 1 of 5 is answered. Enter writes more.",
        "Question 2 of 5, in other words, is not answered yet. Any order is fine.",
        "Question 3 of 5 is left out. s takes it in again.",
        "Question 4 of 5 is not answered yet. Any order is fine.",
        "Question 5 of 5, your own, is not answered yet. Any order is fine.",
    ]
