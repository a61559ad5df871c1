"""What the summary says of the roadmap beyond its picture: the story, and what deserves a thought."""

from innovate_tui.report.document import Section, text_of
from innovate_tui.report.plain import to_plain
from innovate_tui.report.summary import summarise
from innovate_tui.workshop.features import Kind
from innovate_tui.workshop.roadmap import Energy, Link, RoadCard, Span
from innovate_tui.workshop.session import OwnFeature, Session
from innovate_tui.workshop.stages import Stage
from tests.report.road_sessions import APRIL, planned, road
from tests.report.sessions import DECK


def parts(session: Session) -> dict[str, list[Section]]:
    """The sections of each part, by its title."""
    told = summarise(session, DECK).parts
    return {text_of(part.title): [block for block in part.blocks if isinstance(block, Section)] for part in told}


def test_the_story_has_a_section_for_each_period_and_names_a_card_of_the_groups_in_full() -> None:
    long = "People who have been through it and now help others"
    made = road(RoadCard("c-1", "own-p", APRIL), RoadCard("c-2", "trust", APRIL + 9))
    told = parts(planned(made, own={"own-p": OwnFeature("own-p", long, Kind.ENABLER, made_in="roadmap")}))
    story = told["The story it tells"]
    assert [text_of(section.title) for section in story] == [
        "April to June 2026",
        "July to December 2026",
        "January to March 2027",
    ]
    assert f"Some energy goes to {long}." in to_plain(
        summarise(planned(made, own={"own-p": OwnFeature("own-p", long, Kind.ENABLER)}), DECK)
    ).replace("\n  ", " ")


def test_a_plan_of_stages_alone_has_no_story_yet() -> None:
    made = road(stages={Stage.DESIGNING: Span(APRIL, APRIL + 5)})
    assert "The story it tells" not in parts(planned(made))


def test_what_deserves_a_thought_is_not_said_twice_in_the_same_words() -> None:
    cards = [RoadCard(f"c-{n}", "trust" if n < 2 else "team", APRIL + (0 if n < 2 else 6)) for n in range(4)]
    made = road(*cards, links=(Link("l-1", "c-2", "c-0"), Link("l-2", "c-3", "c-1")))
    said = to_plain(summarise(planned(made), DECK))
    assert said.count("comes before") == 1


def test_most_energy_is_said_of_no_period_that_is_only_the_longest() -> None:
    near = [RoadCard(f"c-{n}", "trust", APRIL + n, energy=Energy.LARGE) for n in range(3)]
    late = [RoadCard(f"l-{n}", "team", APRIL + 43, energy=Energy.LARGE) for n in range(4)]
    made = road(*near, *late, months=48)
    assert "most energy begins" not in to_plain(summarise(planned(made), DECK)).replace("\n  ", " ")
    even = [RoadCard(f"e-{n}", "team", APRIL + 43, energy=Energy.LARGE) for n in range(6)]
    made = road(*near, *even, months=48)  # twice as much in twice the time
    assert "most energy begins" not in to_plain(summarise(planned(made), DECK)).replace("\n  ", " ")
    soon = [RoadCard(f"s-{n}", "team", APRIL + 3, energy=Energy.LARGE) for n in range(4)]
    made = road(*near, *soon, months=48)
    assert "most energy begins in July" in to_plain(summarise(planned(made), DECK)).replace("\n  ", " ")
