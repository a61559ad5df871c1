"""What the program says: every edit and every reason has its words, and people's own words come out unchanged."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from innovate_tui.workshop.deck import Mode
from innovate_tui.workshop.diamond_wording import diamond_state, in_hand, next_due, tray_state
from innovate_tui.workshop.edits import (
    EDITS,
    AddFeature,
    AddToRoad,
    ChooseMode,
    Describe,
    Edit,
    Fix,
    Hold,
    Insert,
    Judge,
    KeepRound,
    LetGo,
    Lift,
    Park,
    Put,
    RemoveFeature,
    RewordFeature,
    SkipPrompt,
    Unfix,
    WriteAnswer,
    WriteNote,
    WriteReason,
)
from innovate_tui.workshop.features import Feature, Judgement, Kind
from innovate_tui.workshop.history import History
from innovate_tui.workshop.reflections import Answer
from innovate_tui.workshop.refusal import Reason, Refused
from innovate_tui.workshop.session import Kept, Session, cards_of
from innovate_tui.workshop.wording import (
    ONE_ROW,
    ago,
    called,
    change,
    count,
    done,
    listed,
    long_date,
    name_of,
    redone,
    refused,
    undone,
)
from tests.decks import ENABLERS, LATER, PROMPTS, deck, full, own_card, session
from tests.workshop.every_edit import APRIL, BUSY, DECK, EXAMPLES

HOSTILE = "[red]A[/] [@click=app.quit] %s {0} `"
"""Text that looks like markup, a format string and a command, and is a title."""


def says(start: Session, edit: Edit) -> str:
    """What is said when an edit has been made."""
    return done(edit, start, edit.apply(start, DECK), DECK)


def says_undone(start: Session, edit: Edit) -> str:
    """What is said when it has been undone."""
    history = History(start).do(edit, DECK)
    return undone(history.past[-1], DECK)


# --- every edit, every reason -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", EDITS.values(), ids=EDITS)
def test_every_edit_has_words_for_done_undone_and_done_again(kind: type[Edit]) -> None:
    before, edit = EXAMPLES[kind]
    step = History(before).do(edit, DECK).past[-1]
    clause = change(edit, step.before, step.after, DECK)
    assert clause
    assert not clause.endswith(".")
    assert undone(step, DECK) == f"Undid: {clause}."
    assert redone(step, DECK) == f"Did again: {clause}."
    said = done(edit, before, step.after, DECK)
    assert said[0].isupper()
    assert said.endswith(".")


@pytest.mark.parametrize("kind", EDITS.values(), ids=EDITS)
def test_no_words_blame_anybody(kind: type[Edit]) -> None:
    before, edit = EXAMPLES[kind]
    said = says(before, edit).lower()
    assert not any(word in said for word in ("error", "invalid", "please", "you must", "oops", "!"))


@pytest.mark.parametrize("kind", EDITS.values(), ids=EDITS)
def test_an_edit_that_changed_nothing_does_not_offer_an_undo_that_would_undo_something_else(kind: type[Edit]) -> None:
    start, edit = EXAMPLES[kind]
    said = done(edit, start, start, DECK)
    assert "undo" not in said
    assert "u puts" not in said


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_words(reason: Reason) -> None:
    said = refused(Refused(reason, "trust"), cards_of(session(), DECK))
    assert said[0].isupper()
    assert said.endswith(".")
    assert not any(word in said.lower() for word in ("error", "invalid", "please", "you must", "oops", "!"))


@pytest.mark.parametrize(
    ("reason", "about", "words"),
    [
        (Reason.FIXED, "", "This board is fixed. f unfixes it."),
        (Reason.NO_SUCH_PLACE, "10", "There are 9 places, so 0 means back to the tray."),
        (Reason.NOT_PLACED, "trust", "Trust and confidence is in the tray already."),
        (Reason.OTHER_KIND, "media", "Media is not a card for this board."),
        (Reason.NO_SUCH_CARD, "nobody", "No card is called nobody here."),
        (Reason.NO_NAME, "", "A round needs a name."),
    ],
)
def test_why_not_and_what_to_press(reason: Reason, about: str, words: str) -> None:
    assert refused(Refused(reason, about), cards_of(session(), DECK)) == words


# --- the strings of INTERACTION, section 4 ----------------------------------------------------------------------------


def test_string_4_a_card_placed() -> None:
    said = says(session(), Put("trust", 2))
    assert said == "Trust and confidence is now at 2. w says why, u undoes."


def test_string_5_two_cards_changed_places() -> None:
    said = says(session(at={1: "trust", 2: "partners"}), Put("trust", 2))
    assert said == "Trust and confidence and Effective partnerships changed places. u undoes."


def test_string_6_a_card_went_back_to_the_tray() -> None:
    assert says(session(at={1: "case"}), Lift("case")) == "A strong case went back to the tray. u undoes."


def test_string_8_undone() -> None:
    assert says_undone(session(at={6: "trust"}), Put("trust", 2)) == "Undid: Trust and confidence moved from 6 to 2."


def test_string_9_done_again() -> None:
    history = History(session()).do(Judge("trust", Judgement.STRENGTH), DECK)
    assert redone(history.past[-1], DECK) == "Did again: Trust and confidence is a strength."


def test_string_13_fixed_and_open_again() -> None:
    assert says(session(), Fix(LATER)) == "Fixed. Looking and writing still work. f unfixes."
    assert says(session(fixed=True), Unfix()) == "Open again. Cards can be moved."


# --- what happened on the board ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "edit", "words"),
    [
        (
            session(at={2: "case"}),
            Put("trust", 2),
            "Trust and confidence is at 2, A strong case back in the tray. u undoes.",
        ),
        (session(at={6: "trust"}), Put("trust", 2), "Trust and confidence moved from 6 to 2. u puts it back."),
        (session(at={6: "trust"}), Put("trust", 6), "Trust and confidence is at 6 already."),
        (session(at={6: "trust"}), Insert("trust", 6), "Trust and confidence is at 6 already."),
        (session(), Insert("trust", 2), "Trust and confidence is now at 2. w says why, u undoes."),
        (
            session(at={2: "case"}),
            Insert("trust", 2),
            "Trust and confidence is now at 2; those below moved down. u undoes.",
        ),
        (
            session(at=full(ENABLERS[:9]), own=[own_card()]),
            Insert("own-k3f9", 2),
            "A good building is at 2, Space and time back in the tray. u undoes.",
        ),
        (
            session(at={1: "case"}, why={"case": "It is strong."}),
            Lift("case"),
            "A strong case went back to the tray. Its reason is kept. u undoes.",
        ),
        (
            session(at={1: "case"}, dissent={"case": "It is not."}),
            Lift("case"),
            "A strong case went back to the tray. Its reason is kept. u undoes.",
        ),
        (
            session(),
            AddFeature("own-1", "A good building", Kind.ENABLER),
            "Added: a card of your own, A good building. It is in the tray.",
        ),
        (session(), SkipPrompt("readiness", True), "Left out of the summary. s takes it in again."),
        (session(answers={"readiness": Answer(skipped=True)}), SkipPrompt("readiness", False), "Taken in again."),
        (session(), Park("n-1", "Keys."), "A thought was parked. u undoes."),
        (session(), Judge("trust", Judgement.DEVELOPMENT), "Trust and confidence is to develop. u undoes."),
        (session(), ChooseMode(Mode.GROUPS), "Working as several groups. u undoes."),
    ],
)
def test_what_happened_is_said_and_then_what_to_press(start: Session, edit: Edit, words: str) -> None:
    assert says(start, edit) == words


@pytest.mark.parametrize(
    ("start", "edit", "words"),
    [
        (session(), Put("trust", 2), "Trust and confidence went to 2"),
        (session(), Insert("trust", 2), "Trust and confidence went to 2"),
        (session(at={6: "trust"}), Insert("trust", 2), "Trust and confidence moved from 6 to 2"),
        (
            session(at={1: "trust", 2: "partners"}),
            Put("trust", 2),
            "Trust and confidence and Effective partnerships changed places",
        ),
        (session(at={6: "trust"}), Lift("trust"), "Trust and confidence went from 6 to the tray"),
        (session(), WriteReason("trust", "why", "x"), "wrote the reason for Trust and confidence"),
        (session(why={"trust": "x"}), WriteReason("trust", "why", ""), "cleared the reason for Trust and confidence"),
        (session(), WriteReason("trust", "dissent", "x"), "wrote what speaks against Trust and confidence"),
        (session(), WriteNote("trust", "x"), "wrote the note on Trust and confidence"),
        (session(answers={"readiness": "x"}), WriteAnswer("readiness", " "), "cleared an answer"),
        (session(parked=["x"]), Park("n-1", ""), "a parked thought was let go"),
        (session(judged={"trust": Judgement.STRENGTH}), Judge("trust", None), "Trust and confidence is not judged yet"),
        (session(), Hold(date(2026, 3, 12)), "the day is 12 March 2026"),
        (session(held=date(2026, 3, 12)), Hold(None), "the day was taken out"),
        (session(mode=Mode.GROUP), ChooseMode(Mode.INDIVIDUAL), "working alone"),
        (session(), ChooseMode(Mode.GROUP), "working as a group"),
        (session(), Describe("group", "Team A"), "wrote the group"),
        (session(), KeepRound("r-1", " Before\n\x1b[2Jsharing", LATER), "the round Before [2Jsharing was kept"),
        (session(kept=(Kept(("x\x1b]", "y"), 1, "No."),)), LetGo(("x\x1b]", "y")), "x].y was let go"),
    ],
)
def test_an_edit_is_a_clause_for_undo_and_redo(start: Session, edit: Edit, words: str) -> None:
    assert says_undone(start, edit) == f"Undid: {words}."


def test_a_card_that_was_taken_out_is_still_called_by_its_name() -> None:
    start, edit = EXAMPLES[EDITS["remove-feature"]]
    assert says_undone(start, edit) == "Undid: the card A good building was taken out."


# --- people's own words -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "edit",
    [
        Put("own-k3f9", 2),
        Lift("own-k3f9"),
        Judge("own-k3f9", Judgement.STRENGTH),
        WriteReason("own-k3f9", "why", "x"),
        WriteNote("own-k3f9", "x"),
        RewordFeature("own-k3f9", HOSTILE, summary="x"),
    ],
)
def test_a_title_that_looks_like_markup_comes_out_as_it_was_typed(edit: Edit) -> None:
    start = session(own=[own_card(title=HOSTILE)], at={4: "own-k3f9"})
    assert HOSTILE in says(start, edit)
    assert HOSTILE in says_undone(start, edit)


def test_a_card_in_small_letters_stays_so_at_the_start_of_a_sentence() -> None:
    start = session(own=[own_card(title="iPads for all")], at={4: "own-k3f9"})
    assert says(start, Judge("own-k3f9", Judgement.STRENGTH)) == "iPads for all is a strength. u undoes."
    assert says(start, Lift("own-k3f9")).startswith("iPads for all went")


def test_the_name_of_a_round_comes_out_as_it_was_typed() -> None:
    assert HOSTILE in says(session(), KeepRound("r-1", HOSTILE, LATER))


def test_a_long_title_gives_way_to_the_shorter_name_in_a_sentence() -> None:
    long = Feature("x", "Capability in learning and evaluation", Kind.ENABLER, short=("Learning and", "evaluation"))
    assert called(long) == "Learning and evaluation"
    assert called(Feature("x", "x" * 36, Kind.ENABLER, short=("Short",))) == "x" * 36
    assert called(Feature("x", "x" * 37, Kind.ENABLER)) == "x" * 37


LONG = "Relationships between everybody who is in it for the long haul, here"
ROWS_OF_LONG_NAMES = [
    (session(at={9: "long-1"}), Put("long-2", 9)),
    (session(at={9: "long-1", 8: "long-2"}), Put("long-2", 9)),
    (session(at={8: "long-2"}), Put("long-2", 9)),
    (session(at={9: "long-1"}), Insert("long-2", 9)),
    (session(at={5: "long-1"}), Insert("long-2", 5)),
    (session(at={8: "long-2"}, why={"long-2": "x"}), Lift("long-2")),
    (session(), Judge("long-2", Judgement.DEVELOPMENT)),
    (session(judged={"long-2": Judgement.STRENGTH}), Judge("long-2", None)),
    (session(dissent={"long-2": "x"}), WriteReason("long-2", "dissent", "")),
    (session(), WriteNote("long-2", "x")),
    (session(), RewordFeature("long-2", f"{LONG}, and there")),
    (session(), RemoveFeature("long-2")),
    (session(), AddFeature("long-3", LONG, Kind.ENABLER)),
]


@pytest.mark.parametrize(("start", "edit"), ROWS_OF_LONG_NAMES, ids=lambda value: getattr(value, "name", ""))
def test_what_happened_ends_in_sight_on_one_row_however_long_the_titles_are(start: Session, edit: Edit) -> None:
    start = replace(start, own={card: own_card(card, LONG) for card in ("long-1", "long-2")})
    assert len(says(start, edit)) <= ONE_ROW
    assert len(says_undone(start, edit)) <= ONE_ROW
    assert len(redone(History(start).do(edit, DECK).past[-1], DECK)) <= ONE_ROW


@pytest.mark.parametrize("at", [{}, {4: "long-1"}, {4: "long-2"}, {4: "long-1", 5: "long-2"}])
def test_what_would_happen_ends_in_sight_on_one_row_too(at: dict[int, str]) -> None:
    start = session(at=at, own=[own_card("long-1", LONG), own_card("long-2", LONG)])
    assert len(in_hand(cards_of(start, DECK), start.boards.diamond, "long-2", 4)) <= ONE_ROW


@pytest.mark.parametrize("reason", Reason)
def test_why_not_ends_in_sight_on_one_row_too(reason: Reason) -> None:
    start = session(own=[own_card("long-1", LONG)])
    assert len(refused(Refused(reason, "long-1"), cards_of(start, DECK))) <= ONE_ROW


def test_a_name_is_only_as_short_as_the_row_asks() -> None:
    start = session(
        at={2: "partners"}, own=[own_card("own-1", "A building people like to walk into", short="A good building")]
    )
    assert says(start, Judge("own-1", Judgement.STRENGTH)).startswith("A building people like to walk into is")
    assert says(start, Put("own-1", 2)) == "A good building is at 2, Effective partnerships back in the tray. u undoes."


def test_a_card_nobody_knows_is_called_by_its_id() -> None:
    assert name_of(cards_of(session(), DECK), "gone") == "gone"


# --- small words ------------------------------------------------------------------------------------------------------


def test_numbers_names_and_days_in_words() -> None:
    assert [count(number, "card") for number in (0, 1, 2)] == ["0 cards", "1 card", "2 cards"]
    assert count(2, "person", "people") == "2 people"
    assert [listed(names) for names in ([], ["A"], ["A", "B"], ["A", "B", "C"])] == ["", "A", "A and B", "A, B and C"]
    assert long_date(date(2026, 3, 1)) == "1 March 2026"
    assert long_date(date(2025, 12, 31)) == "31 December 2025"


def test_when_something_was_is_said_as_people_say_it() -> None:
    now = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
    assert ago(datetime(2026, 3, 1, 8, 5, tzinfo=UTC), now) == "Today at 08:05"
    assert ago(datetime(2026, 2, 28, 23, 59, tzinfo=UTC), now) == "Yesterday at 23:59"
    assert ago(datetime(2026, 2, 27, 12, 0, tzinfo=UTC), now) == "27 February 2026"


# --- where things stand -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "card", "place", "words"),
    [
        (session(), "leadership", 4, "In hand: Inspiring and consistent leadership. Place 4 is free."),
        (session(at={4: "trust"}), "trust", 4, "In hand: Trust and confidence. It stands here, at 4."),
        (
            session(at={4: "case"}),
            "space",
            4,
            "In hand: Space and time. A strong case, at 4, would go to the tray.",
        ),
        (
            session(at={4: "trust", 5: "case"}),
            "case",
            4,
            "In hand: A strong case. It would change places with Trust and confidence.",
        ),
    ],
)
def test_what_would_happen_is_said_before_it_does(start: Session, card: str, place: int, words: str) -> None:
    assert in_hand(cards_of(start, DECK), start.boards.diamond, card, place) == words


@pytest.mark.parametrize(
    ("start", "words"),
    [
        (session(), "not started"),
        (session(fixed=True), "0 of 9 placed · fixed"),
        (session(at={1: "trust"}), "1 of 9 placed"),
        (session(at={1: "trust"}, why={"trust": "x", "team": "in the tray"}), "1 of 9 placed · 1 reason"),
        (
            session(at=full(), why={"trust": "x", "team": "y"}, dissent={"case": "z"}, fixed=True),
            "9 of 9 placed · 2 reasons · 1 with something against it · fixed",
        ),
    ],
)
def test_how_far_the_diamond_is(start: Session, words: str) -> None:
    assert diamond_state(start) == words


@pytest.mark.parametrize(
    ("start", "words"),
    [
        (session(), "9 places are free."),
        (session(at=full(ENABLERS[:8])), "1 place is free."),
        (
            session(at=full(ENABLERS[:5]), own=[own_card()]),
            "4 places are free. One card will be set aside, and the summary will say which.",
        ),
        (
            session(own=[own_card("own-1"), own_card("own-2")]),
            "9 places are free. 2 cards will be set aside, and the summary will say which.",
        ),
        (session(at=full()), "All nine places are filled."),
        (session(at=full(), own=[own_card()]), "All nine places are filled. Set aside: A good building."),
        (
            session(at=full(), own=[own_card("own-1"), own_card("own-2")]),
            "All nine places are filled. 2 cards are set aside.",
        ),
        (session(at=full(ENABLERS[:8]), fixed=True), "1 place stayed free. Set aside: Space and time."),
    ],
)
def test_what_the_tray_and_the_free_places_add_up_to(start: Session, words: str) -> None:
    assert tray_state(start, DECK) == words


def test_a_deck_of_seven_leaves_places_free() -> None:
    small = deck(enablers=7)
    assert tray_state(session(at=full(ENABLERS[:7])), small) == "All cards are placed; 2 places stay free."
    assert tray_state(session(at=full(ENABLERS[:7]), fixed=True), small) == "2 places stayed free."
    assert tray_state(session(at=full(ENABLERS[:8])), deck(enablers=8)) == "All cards are placed; 1 place stays free."


@pytest.mark.parametrize(
    ("start", "words"),
    [
        (
            session(judged={"trust": Judgement.STRENGTH}),
            "Next: order the strengths. The strongest and most useful goes to 1.",
        ),
        (session(at=full(ENABLERS[:6])), "Next: 3 places to fill. Strengths from the top, the rest up from 9."),
        (session(at=full()), "Next: f fixes the diamond when you are happy with it. Then step back."),
        (session(at=full(), fixed=True), "Next: step back. 4 questions not answered yet."),
        (session(at=full(ENABLERS[:6]), fixed=True), "Next: step back. 4 questions not answered yet."),
        (session(at=full(), fixed=True, answers=dict.fromkeys(PROMPTS, "x")), "All done here. e exports the summary."),
        (
            session(at=full(), fixed=True, answers=dict.fromkeys(PROMPTS, Answer(skipped=True))),
            "All done here. e exports the summary.",
        ),
    ],
)
def test_what_is_still_to_do_is_one_sentence(start: Session, words: str) -> None:
    assert next_due(start, DECK) == words
    assert len(words) <= ONE_ROW


def test_the_first_thing_to_do_is_to_read_and_to_judge() -> None:
    said = next_due(session(), DECK)
    assert said.startswith("Next: read the cards")
    assert "+" in said
    assert len(said) <= ONE_ROW


def test_a_card_that_stands_on_the_roadmap_comes_on_once_more_and_has_not_moved() -> None:
    again = says(BUSY, AddToRoad("c-z", "team", APRIL))
    assert again == "A stable and capable team came on once more in Apr–Jun 2026. u undoes."
    alone = says(BUSY, AddToRoad("c-z", "vision", APRIL))
    assert alone.endswith("went to Apr–Jun 2026. u undoes.")
