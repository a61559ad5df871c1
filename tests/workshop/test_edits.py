"""Every change that a group can make, and every reason for which it is refused."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import get_args

import pytest

from innovate_tui.workshop.deck import Act, Mode
from innovate_tui.workshop.edits import (
    EDITS,
    AddFeature,
    AddPeople,
    AddPrompt,
    AddToRoad,
    Arrange,
    ChooseMode,
    Deal,
    Describe,
    Edit,
    Fix,
    Frame,
    Hold,
    Insert,
    Judge,
    KeepRound,
    LetGo,
    Lift,
    LinkCards,
    MakeExpert,
    Match,
    MoveOnRoad,
    Park,
    Place,
    PlaceStage,
    Put,
    RemoveFeature,
    RemovePerson,
    RemovePrompt,
    RemoveRound,
    RenamePerson,
    RenameRound,
    RewordFeature,
    RewordPrompt,
    SetOwner,
    SkipPrompt,
    Spend,
    Stretch,
    Unfix,
    Words,
    WriteAnswer,
    WriteNote,
    WriteReason,
)
from innovate_tui.workshop.features import Judgement, Kind
from innovate_tui.workshop.reflections import Answer, Asked, asked
from innovate_tui.workshop.refusal import Reason, Refused
from innovate_tui.workshop.roadmap import LANES
from innovate_tui.workshop.session import MOST_MINUTES, Kept, Round, Said, Session, cards_of
from innovate_tui.workshop.stages import Stage
from innovate_tui.workshop.timeline import Month
from tests.decks import LATER, PROMPTS, deck, full, own_card, session
from tests.workshop.every_edit import APRIL, BUSY, DECK, EXAMPLES


def after(start: Session, *edits: Edit) -> Session:
    """The session after these edits."""
    for edit in edits:
        start = edit.apply(start, DECK)
    return start


def questions(now: Session) -> Mapping[str, Asked]:
    """The diamond's prompts as the group sees them, by id, in order."""
    tool = DECK.tools["diamond"]
    return {prompt.id: prompt for prompt in asked(tool.id, tool.prompts, now.boards.reflections)}


# --- every edit -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", EDITS.values(), ids=EDITS)
def test_every_edit_makes_a_new_session_and_leaves_the_one_before_as_it_was(kind: type[Edit]) -> None:
    before, edit = EXAMPLES[kind]
    as_it_was = repr(before)
    assert edit.apply(before, DECK) != before
    assert repr(before) == as_it_was


@pytest.mark.parametrize("kind", EDITS.values(), ids=EDITS)
def test_an_edit_is_typing_when_it_goes_on_in_its_own_field_and_never_otherwise(kind: type[Edit]) -> None:
    _, edit = EXAMPLES[kind]
    assert edit.continues(edit) is kind.typed
    assert not any(edit.continues(other) for _, other in EXAMPLES.values() if other != edit)


# --- judging ----------------------------------------------------------------------------------------------------------


def test_a_feature_is_judged_and_the_judgement_changed_and_taken_back() -> None:
    now = after(session(), Judge("trust", Judgement.STRENGTH))
    assert now.about("trust").judgement is Judgement.STRENGTH
    now = after(now, Judge("trust", Judgement.DEVELOPMENT))
    assert now.about("trust").judgement is Judgement.DEVELOPMENT
    assert after(now, Judge("trust", None)) == session()


def test_judging_keeps_the_note_and_the_expert() -> None:
    start = session(notes={"trust": "Ask them."}, experts={"trust": "AB"})
    now = after(start, Judge("trust", Judgement.STRENGTH))
    assert now.about("trust") == Said(Judgement.STRENGTH, "AB", "Ask them.")
    assert now.expert_for("trust") == "AB"
    assert now.expert_for("team") == ""


def test_a_card_can_be_judged_and_noted_on_a_fixed_board() -> None:
    now = after(session(at=full(), fixed=True), Judge("trust", Judgement.STRENGTH), WriteNote("trust", "Still true."))
    assert now.about("trust") == Said(Judgement.STRENGTH, "", "Still true.")


# --- the board --------------------------------------------------------------------------------------------------------


def test_edits_of_the_board_are_the_diamonds_rules() -> None:
    now = after(session(), Put("trust", 1), Put("team", 2), Insert("vision", 1), Lift("team"), Fix(LATER))
    assert now.boards.diamond.placed == ("vision", "trust")
    assert now.boards.diamond.fixed == LATER
    assert after(now, Unfix()).boards.diamond.fixed is None


def test_a_reason_is_written_on_a_fixed_board_and_keeps_its_line_ends() -> None:
    now = after(session(at=full(), fixed=True), WriteReason("trust", "why", "One.\r\nTwo."))
    assert now.boards.diamond.standing("trust").why == "One.\nTwo."


def test_a_reason_and_a_dissent_are_two_texts() -> None:
    now = after(session(), WriteReason("trust", "why", "Yes."), WriteReason("trust", "dissent", "No."))
    assert (now.boards.diamond.standing("trust").why, now.boards.diamond.standing("trust").dissent) == ("Yes.", "No.")


def test_a_card_of_the_groups_own_is_placed_like_any_other() -> None:
    now = after(session(own=[own_card()]), Put("own-k3f9", 1))
    assert now.boards.diamond.top == ("own-k3f9",)


def test_a_card_of_another_kind_that_a_file_put_on_the_diamond_can_be_lifted() -> None:
    assert after(session(at={1: "media"}), Lift("media")).boards.diamond.placed == ()


# --- the group's own cards --------------------------------------------------------------------------------------------


def test_a_blank_card_becomes_a_feature_of_the_groups_own() -> None:
    add = AddFeature("own-k3f9", " A  building\npeople like ", Kind.ENABLER, " Good\tbuilding", "Warm.\r\n", "diamond")
    now = after(session(), add)
    card = now.own["own-k3f9"]
    assert (card.title, card.short, card.summary) == ("A building people like", "Good building", "Warm.\n")
    assert (card.kind, card.made_in) == (Kind.ENABLER, "diamond")
    assert cards_of(now, DECK).all["own-k3f9"].own


def test_a_reworded_card_keeps_its_kind_its_place_and_its_capital() -> None:
    start = after(session(), AddFeature("own-1", "One", Kind.ENABLER, made_in="diamond"))
    start = after(start, AddFeature("own-2", "Two", Kind.ENABLER), Put("own-2", 4), RemoveFeature("own-1"))
    now = after(start, RewordFeature("own-2", "Another", "Other", "In other words."))
    card = cards_of(now, DECK).all["own-2"]
    assert (card.title, card.letter, card.kind) == ("Another", "V", Kind.ENABLER)
    assert now.boards.diamond.place_of("own-2") == 4


def test_a_card_that_is_taken_out_takes_all_that_was_said_of_it_along() -> None:
    now = after(BUSY, RemoveFeature("own-k3f9"))
    assert "own-k3f9" not in repr(now)
    assert now.boards.diamond.placed == ("trust", "team", "space")


def test_what_another_program_wrote_beside_a_card_goes_with_it_and_the_rest_stays() -> None:
    start = session(
        own=[own_card()],
        kept=(
            Kept(("features", "own-k3f9", "x-vote"), "5 of 6"),
            Kept(("diamond", "cards", "own-k3f9", "place"), 12, "There is no place 12."),
            Kept(("features", "own-k3", "x-vote"), "1 of 6"),
            Kept(("x-council-ref",), "CF/118"),
        ),
    )
    assert [kept.path[-1] for kept in after(start, RemoveFeature("own-k3f9")).kept] == ["x-vote", "x-council-ref"]


def test_a_card_that_a_round_still_shows_stays_until_it_does_not() -> None:
    start = after(BUSY, KeepRound("r-8x", "Before sharing", LATER), Lift("own-k3f9"))
    with pytest.raises(Refused) as refused:
        after(start, RemoveFeature("own-k3f9"))
    assert refused.value.reason is Reason.IN_A_ROUND


# --- prompts ----------------------------------------------------------------------------------------------------------


def test_the_decks_prompts_come_in_order_then_the_groups_own() -> None:
    now = after(session(), AddPrompt("q-2", "diamond", " What would\nthe children say? "))
    assert tuple(questions(now)) == (*PROMPTS, "q-2")
    own = questions(now)["q-2"]
    assert (own.question, own.own, own.answered) == ("What would the children say?", True, False)


def test_a_question_of_the_groups_own_is_asked_with_its_own_tool_only() -> None:
    start = session(answers={"q-2": Answer("Us.", "Who pays?", tool="roadmap")})
    assert tuple(questions(start)) == PROMPTS


def test_a_prompt_is_answered_and_an_answer_of_nothing_but_blanks_is_none() -> None:
    now = after(session(), WriteAnswer("readiness", "More than we thought.\r\n\r\nBut only by day."))
    assert questions(now)["readiness"].text == "More than we thought.\n\nBut only by day."
    assert questions(now)["readiness"].answered
    assert not questions(after(now, WriteAnswer("readiness", " \n")))["readiness"].answered
    assert after(now, WriteAnswer("readiness", "")) == session()


def test_a_reworded_prompt_is_asked_in_the_groups_words_without_the_decks_hint_or_source() -> None:
    now = after(session(), RewordPrompt("readiness", " Are we\nready? "), RewordPrompt("develop", "Where first?"))
    readiness, develop = questions(now)["readiness"], questions(now)["develop"]
    assert (readiness.question, readiness.short, readiness.hint) == ("Are we ready?", "Are we ready?", "")
    assert (readiness.reworded, readiness.own) == (True, False)
    assert develop.quoted_from == ""
    assert questions(session())["develop"].quoted_from == "A toolkit"


@pytest.mark.parametrize(
    "words", ["", "  ", "How ready does this picture say we are?", " How ready does this picture\nsay we are? "]
)
def test_the_decks_words_or_none_bring_the_decks_question_back(words: str) -> None:
    now = after(session(), RewordPrompt("readiness", "Are we ready?"), RewordPrompt("readiness", words))
    assert now == session()
    assert questions(now)["readiness"].short == "Readiness"


def test_a_question_that_the_file_wrote_out_in_the_decks_words_is_not_reworded() -> None:
    now = session(answers={"readiness": Answer("Yes.", "How ready does this picture say we are?")})
    assert not questions(now)["readiness"].reworded


def test_a_prompt_left_out_keeps_its_answer_for_when_it_is_taken_in_again() -> None:
    now = after(BUSY, SkipPrompt("readiness", True))
    assert questions(now)["readiness"].skipped
    assert questions(now)["readiness"].text == "More than we thought."
    assert after(now, SkipPrompt("readiness", False)) == BUSY


def test_a_prompt_of_the_groups_own_is_reworded_answered_and_taken_out_with_its_answer() -> None:
    now = after(session(), AddPrompt("q-2", "diamond", "Who pays?"))
    now = after(now, RewordPrompt("q-2", "Who pays for it?"), WriteAnswer("q-2", "Us."), SkipPrompt("q-2", True))
    own = questions(now)["q-2"]
    assert (own.question, own.text, own.skipped, own.reworded) == ("Who pays for it?", "Us.", True, False)
    assert after(now, RemovePrompt("q-2")) == session()


def test_what_another_program_wrote_beside_a_prompt_goes_with_it() -> None:
    start = after(session(kept=(Kept(("reflections", "q-2", "x"), 1),)), AddPrompt("q-2", "diamond", "Who pays?"))
    assert after(start, RemovePrompt("q-2")).kept == ()


# --- parked, the session itself, rounds -------------------------------------------------------------------------------


def test_a_thought_is_parked_rewritten_in_its_place_and_let_go_by_clearing_it() -> None:
    now = after(session(), Park("n-1", "Parking."), Park("n-2", "Keys."), Park("n-1", "Car parking.\r\nAgain."))
    assert [(each.id, each.text) for each in now.parked.values()] == [("n-1", "Car parking.\nAgain."), ("n-2", "Keys.")]
    assert list(after(now, Park("n-1", " \n")).parked) == ["n-2"]


def test_an_empty_thought_is_not_parked() -> None:
    assert after(session(), Park("n-1", "  ")) == session()


def test_what_another_program_wrote_beside_a_thought_goes_with_it() -> None:
    start = session(parked=["Keys."], kept=(Kept(("parked", "n-1", "x"), 1), Kept(("parked", "n-2", "x"), 2)))
    assert [kept.path[1] for kept in after(start, Park("n-1", "")).kept] == ["n-2"]


@pytest.mark.parametrize("which", get_args(Words))
def test_each_text_that_describes_the_session_is_one_line_and_leaves_the_others(which: Words) -> None:
    now = after(session(title="Family hubs", group="Team A"), Describe(which, " New\nwords "))
    described = {each: getattr(now, each) for each in get_args(Words)}
    assert described == {"title": "Family hubs", "workshop": "", "group": "Team A", "place": "", which: "New words"}


def test_the_day_is_set_and_taken_out() -> None:
    now = after(session(), Hold(date(2026, 3, 12)))
    assert now.held == date(2026, 3, 12)
    assert after(now, Hold(None)) == session()


def test_nothing_is_lost_by_choosing_another_mode() -> None:
    now = after(BUSY, ChooseMode(Mode.GROUPS))
    assert now.mode is Mode.GROUPS
    assert after(now, ChooseMode(Mode.INDIVIDUAL)) == BUSY


def test_a_round_keeps_the_boards_as_they_were() -> None:
    now = after(
        BUSY, KeepRound("r-8x", " Before\nsharing ", LATER, "p-4c"), Put("vision", 1), KeepRound("r-9", "x", LATER)
    )
    assert now.rounds[1] == Round("r-8x", "Before sharing", LATER, "p-4c", BUSY.boards)
    assert [kept.id for kept in now.rounds] == ["r-0", "r-8x", "r-9"]
    assert now.boards.diamond.at(1) == "vision"


def test_what_cannot_stand_is_let_go_and_the_rest_of_the_file_stays() -> None:
    kept = (Kept(("diamond", "cards", "gone"), {"place": 3}, "No such card."), Kept(("x-ref",), "CF/118"))
    start = session(kept=kept)
    assert [each.where for each in start.troubles] == ["diamond.cards.gone"]
    now = after(start, LetGo(("diamond", "cards", "gone")))
    assert (now.troubles, now.kept) == ((), kept[1:])


# --- why not ----------------------------------------------------------------------------------------------------------

FIXED = session(at={1: "trust", 2: "own-k3f9"}, own=[own_card()], fixed=True)
INVISIBLE = "\x1b\x07\u202e\u200b\u200e \u2028"
REFUSALS: list[tuple[str, Session, Edit, Reason]] = [
    ("judge an unknown card", BUSY, Judge("nobody", None), Reason.NO_SUCH_CARD),
    ("put an unknown card", BUSY, Put("nobody", 1), Reason.NO_SUCH_CARD),
    ("insert an unknown card", BUSY, Insert("nobody", 1), Reason.NO_SUCH_CARD),
    ("lift an unknown card", BUSY, Lift("nobody"), Reason.NO_SUCH_CARD),
    ("reason for an unknown card", BUSY, WriteReason("nobody", "why", "x"), Reason.NO_SUCH_CARD),
    ("note on an unknown card", BUSY, WriteNote("nobody", "x"), Reason.NO_SUCH_CARD),
    ("put an influence on the diamond", BUSY, Put("media", 1), Reason.OTHER_KIND),
    ("insert a next-level feature", BUSY, Insert("skills", 1), Reason.OTHER_KIND),
    ("a reason for an influence on the diamond", BUSY, WriteReason("media", "why", "x"), Reason.OTHER_KIND),
    ("a reason for an enabler on the grid", BUSY, WriteReason("trust", "why", "x", "quadrants"), Reason.OTHER_KIND),
    ("call a round nothing", BUSY, RenameRound("r-0", " "), Reason.NO_NAME),
    ("call a round that is gone", BUSY, RenameRound("r-9", "Later"), Reason.NO_SUCH_ITEM),
    ("take out a round that is gone", BUSY, RemoveRound("r-9"), Reason.NO_SUCH_ITEM),
    ("lift from the tray", BUSY, Lift("vision"), Reason.NOT_PLACED),
    ("put at 10", BUSY, Put("trust", 10), Reason.NO_SUCH_PLACE),
    ("insert at 0", BUSY, Insert("trust", 0), Reason.NO_SUCH_PLACE),
    ("type in a diamond with one card twice", BUSY, Arrange(("team", "team", *[""] * 7)), Reason.TWICE),
    ("type in a diamond of ten places", BUSY, Arrange(("team", *[""] * 9)), Reason.NO_SUCH_PLACE),
    ("type in an influence", BUSY, Arrange(("media", *[""] * 8)), Reason.OTHER_KIND),
    ("type in an unknown card", BUSY, Arrange(("nobody", *[""] * 8)), Reason.NO_SUCH_CARD),
    ("type onto a fixed board", FIXED, Arrange(("team", *[""] * 8)), Reason.FIXED),
    ("put on a fixed board", FIXED, Put("team", 3), Reason.FIXED),
    ("insert on a fixed board", FIXED, Insert("team", 1), Reason.FIXED),
    ("lift from a fixed board", FIXED, Lift("trust"), Reason.FIXED),
    ("take a card out of a fixed board", FIXED, RemoveFeature("own-k3f9"), Reason.FIXED),
    ("fix twice", FIXED, Fix(LATER), Reason.ALREADY_FIXED),
    ("unfix an open board", BUSY, Unfix(), Reason.NOT_FIXED),
    ("add with an id of the deck", BUSY, AddFeature("trust", "T", Kind.ENABLER), Reason.ID_TAKEN),
    ("add with an id of our own", BUSY, AddFeature("own-k3f9", "T", Kind.ENABLER), Reason.ID_TAKEN),
    ("add without a title", BUSY, AddFeature("own-2", " ", Kind.ENABLER), Reason.NO_TITLE),
    ("add a title nobody can see", BUSY, AddFeature("own-2", INVISIBLE, Kind.ENABLER), Reason.NO_TITLE),
    ("reword a card of the deck", BUSY, RewordFeature("trust", "T"), Reason.NOT_OWN),
    ("reword to no title", BUSY, RewordFeature("own-k3f9", INVISIBLE), Reason.NO_TITLE),
    ("take out a card of the deck", BUSY, RemoveFeature("trust"), Reason.NOT_OWN),
    ("answer an unknown prompt", BUSY, WriteAnswer("nothing", "x"), Reason.NO_SUCH_PROMPT),
    ("reword an unknown prompt", BUSY, RewordPrompt("nothing", "x"), Reason.NO_SUCH_PROMPT),
    ("skip an unknown prompt", BUSY, SkipPrompt("nothing", True), Reason.NO_SUCH_PROMPT),
    ("add a prompt with an id of the deck", BUSY, AddPrompt("readiness", "diamond", "x"), Reason.ID_TAKEN),
    ("add a prompt with an id of our own", BUSY, AddPrompt("q-7h", "diamond", "x"), Reason.ID_TAKEN),
    ("add a prompt without words", BUSY, AddPrompt("q-2", "diamond", INVISIBLE), Reason.NO_WORDS),
    ("spend time on no tool", BUSY, Spend("chess", Act.ORDER, 3), Reason.NO_SUCH_TOOL),
    ("add a prompt to no tool", BUSY, AddPrompt("q-2", "", "Who pays?"), Reason.NO_SUCH_TOOL),
    ("reword our own prompt to nothing", BUSY, RewordPrompt("q-7h", " "), Reason.NO_WORDS),
    ("take out a prompt of the deck", BUSY, RemovePrompt("readiness"), Reason.NOT_OWN),
    ("take out an unknown prompt", BUSY, RemovePrompt("nothing"), Reason.NOT_OWN),
    ("keep a round without a name", BUSY, KeepRound("r-1", INVISIBLE, LATER), Reason.NO_NAME),
    ("keep a round twice", session(rounds=(Round("r-1", "x", LATER),)), KeepRound("r-1", "y", LATER), Reason.ID_TAKEN),
    ("keep a round by nobody", BUSY, KeepRound("r-1", "x", LATER, "p-gone"), Reason.NO_SUCH_PERSON),
    ("place off the grid", BUSY, Place("funding", 101, 50), Reason.OFF_THE_GRID),
    ("match twice", BUSY, Match("funding", "risk"), Reason.MATCHED_ALREADY),
    ("take back a match that is none", BUSY, Match("funding", "identity", matched=False), Reason.NOT_MATCHED),
    ("a timeframe of two hundred years", BUSY, Frame(APRIL, 2400), Reason.NO_SUCH_TIMEFRAME),
    ("a timeframe that goes past the calendar", BUSY, Frame(Month(9999, 12), 2), Reason.NO_SUCH_MONTH),
    ("a card after the calendar", BUSY, AddToRoad("c-9", "trust", Month(10000, 1)), Reason.NO_SUCH_MONTH),
    ("a card before the calendar", BUSY, MoveOnRoad("c-a1", Month(0, 12)), Reason.NO_SUCH_MONTH),
    ("a card that goes on after it", BUSY, Stretch("c-a1", Month(10000, 1)), Reason.NO_SUCH_MONTH),
    ("a card in a thirteenth month", BUSY, MoveOnRoad("c-a1", Month(2026, 13)), Reason.NO_SUCH_MONTH),
    ("a stage after it", BUSY, PlaceStage(Stage.GROWING, APRIL, Month(10000, 1)), Reason.NO_SUCH_MONTH),
    ("a row above the first", BUSY, MoveOnRoad("c-a1", APRIL, 0), Reason.NO_SUCH_LANE),
    ("a row far below", BUSY, AddToRoad("c-9", "trust", APRIL, lane=LANES + 1), Reason.NO_SUCH_LANE),
    ("a card offered by no tool", BUSY, AddToRoad("c-9", "trust", APRIL, came_from="chance"), Reason.NO_SUCH_TOOL),
    ("a card without a timeline", session(), AddToRoad("c-1", "trust", APRIL), Reason.NO_TIMELINE),
    ("an end before its start", BUSY, Stretch("c-b7", APRIL), Reason.ENDS_BEFORE_IT_STARTS),
    ("a link to itself", BUSY, LinkCards("l-9", "c-a1", "c-a1"), Reason.LINK_TO_ITSELF),
    ("an owner who is nobody", BUSY, SetOwner("c-a1", "p-gone"), Reason.NO_SUCH_PERSON),
    ("add nobody", BUSY, AddPeople(()), Reason.NO_PEOPLE),
    ("add somebody twice", BUSY, AddPeople(("p-5d", "p-5d")), Reason.ID_TAKEN),
    ("another name for nobody", BUSY, RenamePerson("p-gone", "Bo"), Reason.NO_SUCH_PERSON),
    ("take out nobody", BUSY, RemovePerson("p-gone"), Reason.NO_SUCH_PERSON),
    ("deal among nobody", session(), Deal(Kind.ENABLER), Reason.NO_PEOPLE),
    ("an expert who is nobody", BUSY, MakeExpert("trust", "p-gone"), Reason.NO_SUCH_PERSON),
    ("an expert for an unknown card", BUSY, MakeExpert("nobody", "p-4c"), Reason.NO_SUCH_CARD),
    ("let go of what is not there", BUSY, LetGo(("diamond",)), Reason.NO_SUCH_ITEM),
]


@pytest.mark.parametrize(
    ("start", "edit", "reason"), [case[1:] for case in REFUSALS], ids=[case[0] for case in REFUSALS]
)
def test_what_cannot_be_is_refused_with_its_reason(start: Session, edit: Edit, reason: Reason) -> None:
    as_it_was = repr(start)
    with pytest.raises(Refused) as refused:
        edit.apply(start, DECK)
    assert refused.value.reason is reason
    assert repr(start) == as_it_was


def test_a_round_is_called_otherwise_and_taken_out_and_the_others_stay() -> None:
    now = after(BUSY, KeepRound("r-5", "After lunch", LATER), RenameRound("r-0", "  Before\nsharing it "))
    assert [kept.name for kept in now.rounds] == ["Before sharing it", "After lunch"]
    assert now.rounds[0].boards == BUSY.rounds[0].boards
    ride = Kept(("rounds", "r-0", "x-note"), "Ours")
    now = after(replace(now, kept=(*now.kept, ride)), RemoveRound("r-0"))
    assert [kept.id for kept in now.rounds] == ["r-5"]
    assert ride not in now.kept


def test_time_spent_adds_up_by_tool_and_act_and_never_past_what_a_file_may_say() -> None:
    now = after(BUSY, Spend("diamond", Act.ORDER, 3), Spend("diamond", Act.FILL, 1), Spend("diamond", Act.ORDER, 2))
    now = after(now, Spend("diamond", Act.READ, 0), Spend("diamond", Act.FIX, -2))
    assert now.spent == {"diamond": {"order": 5, "fill": 1}}
    assert after(now, Spend("diamond", Act.FILL, MOST_MINUTES)).spent["diamond"]["fill"] == MOST_MINUTES


def test_time_that_could_not_stand_in_the_file_gives_way_to_what_is_counted() -> None:
    wrong = Kept(("time", "diamond", "order"), -3, "Time is whole minutes.", "Write a number.")
    now = after(replace(BUSY, kept=(*BUSY.kept, wrong)), Spend("diamond", Act.ORDER, 3))
    assert wrong not in now.kept
    assert now.spent == {"diamond": {"order": 3}}


def test_every_reason_has_its_case() -> None:
    assert {reason for *_, reason in REFUSALS} | {Reason.IN_A_ROUND} == set(Reason)


def test_another_deck_of_other_numbers_needs_no_other_rules() -> None:
    french = deck(7, 2, 3)
    now = session()
    for place, card in enumerate(french.features[:7], 1):
        now = Put(card.id, place).apply(now, french)
    assert now.boards.diamond.free == (8, 9)
    assert AddFeature("own-1", "Treizième", Kind.ENABLER).apply(now, french).own["own-1"].title == "Treizième"
    assert cards_of(AddFeature("own-1", "x", Kind.ENABLER).apply(now, french), french).all["own-1"].letter == "M"
