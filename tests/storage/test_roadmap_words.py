"""What the toolkit says of the Roadmap and the stages stands in the deck, row by row of ACCEPTANCE."""

import re
from collections.abc import Mapping

import pytest

from innovate_tui.workshop.checks import Lens
from innovate_tui.workshop.deck import Deck, Mode
from innovate_tui.workshop.stages import PAIRS, Stage

POINTS: Mapping[str, tuple[str, str]] = {
    "G9": ("purpose", "act first.* conditions in your local system.* good for innovation"),
    "G17": ("introduction", "neither of them.* first tool"),
    "R1": ("introduction", "plan.* ethical and effective"),
    "R2": ("introduction", "nine local system enablers to develop"),
    "R3": ("introduction", "next level facilitators could help.* wider system influences.* not threaten"),
    "R4": ("about", "where you are now, where you want to be.* steps and stages"),
    "R5": ("about", "matters most.* comes before.* wait for something else"),
    "R6": ("about", "stages of innovation framework.* six stages.* what it is for and what comes out"),
    "R7": ("about", "priorities may differ from stage to stage"),
    "R7 while deciding": ("stages", "different stages may ask for different priorities"),
    "R8": ("about", "strong case.* all six.* mobilising, integrating and growing"),
    "R8 while deciding": ("stages", "strong case.* all six.* mobilising, integrating and growing"),
    "R9, F13": ("about", "how differently people see.* consensus.* strategy that is best"),
    "R10": ("about", "plan of action that many people own"),
    "R11": ("materials", "sheet .a3 light card"),
    "R12": ("materials", "brown or lining paper.* 1.5 to 2 metres.* wall or window"),
    "R13": ("materials", "marker pens"),
    "R14": ("materials", "blue or white tack.* any card can be moved.* scissors and glue"),
    "R15": ("materials", "several sets of the feature cards"),
    "R16": ("materials", "yellow.* enablers, orange.* influences, blue.* facilitators"),
    "R17, C12": ("materials", "three sizes"),
    "R18": ("materials", "one set of summaries.* .a4"),
    "R19": ("materials", "one copy of the stages of innovation framework"),
    "R22": ("about", "come back to it.* up to date"),
    "R23": ("timeframe", "how far ahead does it make sense"),
    "R24": ("timeframe", "divide"),
    "R25": ("timeframe", "one year can be divided into quarters, or into months"),
    "R26": ("timeframe", "longer.* months or quarters in the first two years or so, and half-years from year 3"),
    "R27": ("timeframe", "major events"),
    "R28": ("timeframe", "elections, local and national.* budgets.* new policy or new regulations"),
    "R29": ("stages", "which stages of innovation"),
    "R30": ("stages", "any of the six stages as its first"),
    "R31": ("stages", "conditions in your system, not the innovation itself"),
    "R32": ("stages", "already being developed or integrated.* opens with that stage"),
    "R33": ("stages", "mobilising and designing alone"),
    "R34": ("stages", "when will designing begin.* developing turn into integrating.* best guess"),
    "R35": ("stages", "r reads it"),
    "R36": ("begin", "spread out"),
    "R37": ("begin", "larger it is, the more energy"),
    "R38": ("begin", "where you think you should begin.* every card can be moved"),
    "R39": ("begin", "any feature will do, at whatever point.* build out"),
    "R40": ("begin", "completed a diamond 9 or a four quadrants.* excellent start"),
    "R41": ("build", "connects the features"),
    "R42": ("build", "one after another, or side by side in groups, as makes sense"),
    "R43": ("build", "strong case.* shared and compelling vision often go hand in hand"),
    "R44": ("build", "evidence and good stories.* capability in learning and evaluation"),
    "R45": ("build", "summaries.* connections.* agree on what comes first"),
    "R46, R47": ("build", "draw what you see.* needed before.* go together"),
    "R48": ("repeat", "hard to think of a feature.* only once"),
    "R49": ("repeat", "a card on the timeline for each of these moments"),
    "R50": ("repeat", "every one its own size"),
    "R51": ("repeat", "coproduction.* growing.* largest card stands in designing, and two or three medium ones"),
    "R52": ("story", "step back.* follow the story"),
    "R57": ("fix", "happy with its roadmap.* cards are stuck in place"),
    "R58": ("fix", "as your innovation makes progress, look back"),
    "R59": ("fix", "bring it up to date.* important moments"),
    "S11": ("designing", "create an approach, or choose one"),
    "S12": ("developing", "prototyping, testing"),
    "S13": ("developing", "safe from the usual pressures"),
    "S14": ("integrating", "into everyday work"),
    "S15": ("growing", "more people, teams or places"),
    "S16": ("framework", "where you are, what there is to do there, and what should be in place before you move on"),
    "S17": ("framework", "no stage lasts a fixed time"),
    "S18": ("framework", "not always come in order.* more than once.* stages of grief"),
    "S19": ("framework", "scale.* begin at the very start.* people.* evidence.* young people"),
}
"""Where each point is made, and the words of the deck that make it."""


@pytest.fixture(scope="module")
def told(deck: Deck) -> Mapping[str, str]:
    """The deck's words by where they stand, in one line each and in small letters."""
    tool = deck.tools["roadmap"]
    texts = {
        "purpose": tool.purpose,
        "introduction": tool.introduction,
        "about": tool.about,
        "materials": " ".join(tool.materials),
        "framework": " ".join((deck.stages_benefit, *deck.stages_caveats)),
        **{str(act): f"{step.do} {step.more}" for act, step in tool.steps_for(Mode.GROUP)},
    }
    for stage in Stage:
        card = deck.stage(stage)
        assert card is not None
        texts[str(stage)] = f"{card.purpose} {card.outcome} {card.based_on}"
    return {place: " ".join(text.split()).lower() for place, text in texts.items()}


@pytest.mark.parametrize("row", POINTS)
def test_every_point_of_the_toolkit_is_made_where_it_is_needed(row: str, told: Mapping[str, str]) -> None:
    place, words = POINTS[row]
    assert re.search(words, told[place]), told[place]


def test_the_timings_are_the_toolkits_and_there_is_none_for_several_groups(deck: Deck) -> None:
    """R20, R21, R60."""
    timings = deck.tools["roadmap"].timings
    spans = {mode: [(part.at_least, part.at_most) for part in parts] for mode, parts in timings.items()}
    assert spans == {Mode.INDIVIDUAL: [(45, 45)], Mode.GROUP: [(60, 90)]}
    assert deck.tools["roadmap"].people == (5, 8)


def test_the_six_stages_stand_in_order_and_in_their_three_pairs_with_purpose_and_outcome(deck: Deck) -> None:
    """S1-S10."""
    assert [card.stage for card in deck.stages] == list(Stage)
    assert [card.title for card in deck.stages] == [
        *("Mobilising", "Designing", "Developing"),
        *("Integrating", "Growing", "System change"),
    ]
    assert deck.pair_titles == ("Mobilising and designing", "Developing and integrating", "Growing and system change")
    assert [stage for pair in PAIRS for stage in pair] == list(Stage)
    assert all(card.purpose and card.outcome for card in deck.stages)


def test_three_questions_are_put_to_the_plan_and_who_else_is_asked_with_each(deck: Deck) -> None:
    """R53-R56, F14."""
    checks = {check.lens: check for check in deck.tools["roadmap"].checks}
    assert list(checks) == list(Lens)
    assert "want to go along" in checks[Lens.DESIRABILITY].question
    assert re.search("skills.*permissions", checks[Lens.FEASIBILITY].question)
    assert checks[Lens.FEASIBILITY].who_else == "Who else should be brought into this talk?"
    assert re.search("time.*resources", checks[Lens.VIABILITY].question)
    assert all(check.who_else for check in checks.values())
