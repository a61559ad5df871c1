"""What whoever leads says, what helps when a step sticks, and tips: read from the deck (G12, F1, F13, F14, E11)."""

import shutil
from pathlib import Path

import pytest

from innovate_tui.storage.deck_files import open_content
from innovate_tui.storage.deck_tables import DeckTrouble
from innovate_tui.storage.locations import content_folder
from innovate_tui.workshop.deck import Act, Deck, Mode, Tool

TOOLS = ("diamond", "quadrants", "roadmap")


def changed(folder: Path, old: str, new: str) -> Tool:
    """Diamond 9 of the shipped deck, with something written otherwise."""
    shutil.copytree(str(content_folder()), folder / "content")
    file = folder / "content" / "decks" / "innovate" / "diamond.toml"
    words = file.read_text(encoding="utf-8")
    assert old in words
    file.write_text(words.replace(old, new), encoding="utf-8")
    return open_content(folder / "content").deck().tools["diamond"]


@pytest.mark.parametrize("tool", TOOLS)
@pytest.mark.parametrize("mode", Mode)
def test_every_step_says_what_to_say_and_what_helps_when_it_sticks(deck: Deck, tool: str, mode: Mode) -> None:
    for act, words in deck.tools[tool].steps_for(mode):
        assert words.say, act
        assert words.stuck, act
        assert words.tips or mode is Mode.INDIVIDUAL, act


@pytest.mark.parametrize("tool", TOOLS)
def test_one_person_is_told_nothing_that_is_said_to_a_room(deck: Deck, tool: str) -> None:
    group = dict(deck.tools[tool].steps_for(Mode.GROUP))
    for act, words in deck.tools[tool].steps_for(Mode.INDIVIDUAL):
        assert words.say != group[act].say
        assert not set(words.tips) & set(group[act].tips)
        said = f" {words.say} {words.stuck} ".lower()
        assert not any(word in said for word in (" us ", " we ", " our ", "expert", "group", "somebody is"))


def test_without_words_of_its_own_one_person_is_told_what_all_are(tmp_path: Path) -> None:
    own = 'say = "What matters for innovation here that no card names?"\n'
    tool = changed(tmp_path, own, "")
    assert dict(tool.steps_for(Mode.INDIVIDUAL))[Act.MISSING].say == ""
    assert dict(tool.steps_for(Mode.INDIVIDUAL))[Act.MISSING].do == dict(tool.steps_for(Mode.GROUP))[Act.MISSING].do
    assert dict(tool.steps_for(Mode.GROUPS))[Act.MISSING].say


@pytest.mark.parametrize(
    ("old", "key", "most"),
    [
        ('say = "What matters for innovation here that no card names?"', "say", 240),
        ('stuck = "Nothing comes? Go on. A card can be added at any step."', "stuck", 160),
    ],
)
def test_what_has_no_room_beside_the_board_is_named(tmp_path: Path, old: str, key: str, most: int) -> None:
    with pytest.raises(DeckTrouble, match=f"{most}"):
        changed(tmp_path, old, f'{key} = "{"a" * (most + 1)}"')


@pytest.mark.parametrize(("tool", "people"), [("diamond", (3, 6)), ("quadrants", (3, 6)), ("roadmap", (5, 8))])
def test_the_size_of_a_group_and_what_to_have_ready_are_there_for_every_mode(
    deck: Deck, tool: str, people: tuple[int, int]
) -> None:
    found = deck.tools[tool]
    assert found.people == people
    assert found.materials
    assert found.sets
    assert found.set_up
    assert found.set_up_alone
    assert not any("group" in line for line in (*found.materials, *found.set_up_alone))


def test_who_else_is_asked_with_every_tool(deck: Deck) -> None:
    for tool in TOOLS:
        asked = [tip for _, words in deck.tools[tool].steps_for(Mode.GROUP) for tip in words.tips]
        assert any("who else" in tip for tip in asked)


def test_one_operator_different_views_and_consensus_are_in_the_tips(deck: Deck) -> None:
    tips = {
        tool: " ".join(tip for _, words in deck.tools[tool].steps_for(Mode.GROUP) for tip in words.tips)
        for tool in TOOLS
    }
    assert all("projector" in said for said in tips.values())
    assert "differently people see" in tips["diamond"]
    assert "differently they see" in tips["quadrants"]
    assert "all can stand behind" in tips["roadmap"]
