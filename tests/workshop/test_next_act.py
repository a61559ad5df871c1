"""The next sensible act is always said: from the top, then up from 9, then fixing, then stepping back; never a must."""

from dataclasses import replace
from typing import Any

import pytest

from innovate_tui.storage.deck_files import open_content
from innovate_tui.storage.locations import content_folder
from innovate_tui.workshop import diamond_wording, grid_wording, road_wording
from innovate_tui.workshop.checks import Check, Checks, Lens, Verdict
from innovate_tui.workshop.deck import Act, Mode
from innovate_tui.workshop.features import Judgement, Kind
from innovate_tui.workshop.guide_wording import next_step
from innovate_tui.workshop.quadrants import Mitigation, Position, Quadrants
from innovate_tui.workshop.roadmap import RoadCard, Roadmap
from innovate_tui.workshop.session import Round, Session
from innovate_tui.workshop.spelling import ONE_ROW
from innovate_tui.workshop.timeline import Month, Timeline
from tests import decks

DECK = open_content(content_folder()).deck()
CARDS = [feature.id for feature in DECK.of_kind(Kind.ENABLER)]
PRESSING = [feature.id for feature in DECK.of_kind(Kind.INFLUENCE)]
HELPER = DECK.of_kind(Kind.NEXT_LEVEL)[0].id
STRENGTHS = dict.fromkeys(CARDS[:3], Judgement.STRENGTH)
JUDGED = {**STRENGTHS, **dict.fromkeys(CARDS[3:], Judgement.DEVELOPMENT)}
TOP = dict(zip((1, 2, 3), CARDS, strict=False))
FULL = decks.full(CARDS)
ANSWERS = {tool: {prompt.id: "Yes." for prompt in DECK.tools[tool].prompts} for tool in ("diamond", "quadrants")}
KEPT = (Round("r-1", "Before sharing", decks.LATER),)
HIGH, LOW = Position(80, 80), Position(20, 20)


def on_diamond(act: Act, mode: Mode = Mode.GROUP, **what: Any) -> str:
    """What is next at a step of the diamond."""
    return diamond_wording.at_step(decks.session(mode=mode, **what), DECK, act)


@pytest.mark.parametrize(
    ("act", "what", "said"),
    [
        (Act.SHARE, {}, "Share the cards out, three at most for each person. x says who reads what."),
        (Act.SHARE, {"experts": dict.fromkeys(CARDS, "Bo")}, "Every card has its expert. Next: 2 Read your cards."),
        (Act.READ, {}, "Read your cards. Enter opens one."),
        (Act.CHOOSE, {"judged": STRENGTHS}, "6 cards not judged yet. + is a strength, - is to develop."),
        (Act.CHOOSE, {"judged": JUDGED}, "Every card is judged. Next: 4 Is anything missing?"),
        (Act.MISSING, {}, "Is anything missing? a adds a card. Next: 5 Order the strengths."),
        (Act.ORDER, {}, "No card is marked as a strength. + marks one, or go on to fill up from 9."),
        (Act.ORDER, {"judged": JUDGED}, "3 strengths to place, from 1 down. Place 1 is next."),
        (Act.ORDER, {"judged": JUDGED, "at": {1: CARDS[0]}}, "2 strengths to place, from 1 down. Place 2 is next."),
        (Act.ORDER, {"judged": JUDGED, "at": TOP}, "All strengths are placed. Next: 6 Fill up from 9."),
        (Act.ORDER, {"judged": JUDGED, "at": FULL}, "All nine places are filled. Next: 6 Fill up from 9."),
        (Act.FILL, {"judged": JUDGED, "at": TOP}, "6 cards to place, from 9 up. Place 9 is next."),
        (Act.FILL, {"judged": JUDGED, "at": {**TOP, 9: CARDS[8]}}, "5 cards to place, from 9 up. Place 8 is next."),
        (
            Act.FILL,
            {"judged": JUDGED, "at": dict(zip(range(4, 10), CARDS[3:], strict=True))},
            "3 strengths not placed yet. , goes back to ordering them.",
        ),
        (Act.FILL, {"at": FULL}, "All nine places are filled. Next: 7 Fix the diamond."),
        (Act.FIX, {"at": FULL}, "f fixes the diamond when you are happy with it."),
        (Act.FIX, {"at": FULL, "fixed": True}, "The diamond is fixed. Next: 8 Step back."),
        (Act.ORDER, {"at": TOP, "fixed": True}, "The diamond is fixed; f unfixes it. Next: 6 Fill up from 9."),
        (Act.REVIEW, {"at": FULL}, "Tell its story, then take the questions: 4 not answered yet. Enter answers."),
        (Act.REVIEW, {"answers": ANSWERS["diamond"]}, "Every question is answered. e exports the summary."),
    ],
)
def test_every_state_of_a_step_of_the_diamond_names_what_is_next(act: Act, what: dict[str, Any], said: str) -> None:
    assert on_diamond(act, **what) == said


def test_several_groups_go_on_to_tell_and_keep_a_round_before() -> None:
    answered = on_diamond(Act.REVIEW, Mode.GROUPS, answers=ANSWERS["diamond"])
    assert answered == "Every question is answered. Next: 9 Tell the other groups."
    assert on_diamond(Act.TELL, Mode.GROUPS) == "b keeps a round of what you have now. Then tell the other groups."
    kept = (KEPT[0]._replace(boards=decks.session(at=FULL).boards),)
    assert on_diamond(Act.TELL, Mode.GROUPS, rounds=KEPT).startswith("b keeps a round"), "it holds no diamond"
    assert on_diamond(Act.TELL, Mode.GROUPS, rounds=kept).endswith("A digit moves a card.")
    assert on_diamond(Act.TELL, Mode.GROUPS, rounds=kept, fixed=True).endswith("f unfixes the diamond.")


def test_a_tenth_card_does_not_hold_anything_up() -> None:
    own = [decks.own_card()]
    assert on_diamond(Act.FILL, at=FULL, own=own) == "All nine places are filled. Next: 7 Fix the diamond."


def on_grid(act: Act, grid: Quadrants | None = None, mode: Mode = Mode.GROUP, **what: Any) -> str:
    """What is next at a step of the quadrants."""
    return grid_wording.at_step(decks.session(mode=mode, grid=grid, **what), DECK, act)


ALL_LOW = Quadrants(dict.fromkeys(PRESSING, LOW))
ONE_HIGH = Quadrants({**dict.fromkeys(PRESSING, LOW), PRESSING[4]: HIGH})
MATCHED = Quadrants(ONE_HIGH.cards, {PRESSING[4]: {HELPER: Mitigation()}})


@pytest.mark.parametrize(
    ("act", "grid", "said"),
    [
        (Act.SHARE, Quadrants(), "Share the influences out. x says who reads what."),
        (Act.READ, Quadrants(), "Read your card. Enter opens it."),
        (Act.MISSING, Quadrants(), "Is anything missing? a adds a card. Next: 4 Place each influence."),
        (Act.PLACE, Quadrants(), "5 influences to place, one at a time. 1-4 chooses a quadrant."),
        (Act.PLACE, Quadrants({PRESSING[0]: HIGH}), "4 influences to place, one at a time. 1-4 chooses a quadrant."),
        (Act.PLACE, ALL_LOW, "All influences are placed. Next: 5 Read what could help."),
        (Act.HELPERS, ALL_LOW, "Read what could help. Enter opens a card. Then match it with what is high."),
        (Act.MATCH, Quadrants(), "No influence is placed yet. , goes back to placing them."),
        (Act.MATCH, ONE_HIGH, "Media asks for help and has no match yet. Leaving it so is fine."),
        (Act.MATCH, MATCHED, "It has a match. Next: 7 Fix the quadrants."),
        (Act.MATCH, ALL_LOW, "Nothing asks for help: no influence is high on either axis."),
        (Act.FIX, MATCHED, "f fixes the quadrants when you are happy with them."),
        (Act.FIX, Quadrants(MATCHED.cards, fixed=decks.LATER), "The quadrants are fixed. Next: 8 Step back."),
        (
            Act.PLACE,
            Quadrants(fixed=decks.LATER),
            "The quadrants are fixed; f unfixes them. Next: 5 Read what could help.",
        ),
        (Act.REVIEW, MATCHED, "Say what it shows, then take the questions: 3 not answered yet. Enter answers."),
    ],
)
def test_every_state_of_a_step_of_the_quadrants_names_what_is_next(act: Act, grid: Quadrants, said: str) -> None:
    assert on_grid(act, grid) == said


def test_the_quadrants_are_told_to_others_after_the_last_question() -> None:
    answered = on_grid(Act.REVIEW, MATCHED, Mode.GROUPS, answers=ANSWERS["quadrants"])
    assert answered == "Every question is answered. Next: 9 Tell the other groups."
    assert on_grid(Act.TELL, MATCHED, Mode.GROUPS).startswith("b keeps a round")
    kept = (KEPT[0]._replace(boards=replace(decks.session().boards, quadrants=MATCHED)),)
    assert on_grid(Act.TELL, MATCHED, Mode.GROUPS, rounds=KEPT).startswith("b keeps a round"), "it holds no quadrants"
    assert on_grid(Act.TELL, MATCHED, Mode.GROUPS, rounds=kept).endswith("A digit moves a card.")
    fixed = MATCHED.fix(decks.LATER)
    assert on_grid(Act.TELL, fixed, Mode.GROUPS, rounds=kept).endswith("f unfixes the quadrants.")
    experts = dict.fromkeys(PRESSING, "Bo")
    assert on_grid(Act.SHARE, experts=experts) == "Every influence has its expert. Next: 2 Read your influence."


def sessions() -> list[Session]:
    """Boards in many states."""
    places: tuple[dict[int, str], ...] = ({}, TOP, FULL, TOP, FULL)
    grids = (Quadrants(), ALL_LOW, ONE_HIGH, MATCHED, Quadrants(dict.fromkeys(PRESSING, HIGH)))
    return [
        decks.session(mode=mode, at=at, fixed=fixed, judged=judged, grid=grid)
        for mode in Mode
        for at, grid in zip(places, grids, strict=True)
        for fixed in (False, True)
        for judged in ({}, JUDGED)
    ]


def test_at_every_step_in_every_state_something_is_said_that_fits_in_one_row() -> None:
    for now in sessions():
        for name, wording in (("diamond", diamond_wording), ("quadrants", grid_wording)):
            for act, _ in DECK.tools[name].steps_for(now.mode):
                said = wording.at_step(now, DECK, act)
                assert said.endswith((".", "?"))
                assert len(said) <= ONE_ROW, said
                assert now.mode is not Mode.INDIVIDUAL or not any(
                    word in said for word in ("expert", "groups", "who reads", "each person")
                )


def test_the_step_after_is_named_with_its_number_and_after_the_last_there_is_none() -> None:
    tool = DECK.tools["diamond"]
    assert next_step(tool, Mode.GROUP, Act.ORDER) == "Next: 6 Fill up from 9."
    assert next_step(tool, Mode.GROUP, Act.CHOOSE) == "Next: 4 Is anything missing?"
    assert next_step(tool, Mode.GROUP, Act.REVIEW) == ""
    assert next_step(tool, Mode.INDIVIDUAL, Act.SHARE) == ""


def test_the_roadmap_names_the_step_after_one_that_is_complete() -> None:
    timeline = Timeline(Month(2026, 4), 12)
    framed = Roadmap(timeline)
    begun = framed._replace(cards={"c-1": RoadCard("c-1", HELPER, Month(2026, 4))})
    answered = {lens: Check(Verdict.NOT_YET) for lens in Lens}
    for road, checks, act, said in (
        (Roadmap(), {}, Act.TIMEFRAME, ""),
        (framed, {}, Act.TIMEFRAME, "The timeframe is agreed. Next: 2 Note the stages."),
        (framed, {}, Act.BEGIN, ""),
        (begun, {}, Act.BEGIN, "A first card is placed. Next: 4 Build and connect."),
        (begun, {}, Act.BUILD, ""),
        (begun, {Lens.VIABILITY: Check(Verdict.YES)}, Act.CHECK, ""),
        (begun, answered, Act.CHECK, "All three questions are answered. Next: 8 Fix the roadmap."),
        (begun, {}, Act.FIX, ""),
        (begun._replace(fixed=decks.LATER), {}, Act.FIX, "The roadmap is fixed. e exports the summary."),
    ):
        now = decks.session(road=road)
        now = replace(now, boards=replace(now.boards, checks=Checks(checks)))
        assert road_wording.going_on(now, DECK, act) == said
        assert bool(road_wording.complete(now, act)) == bool(said)
