"""Decks: the one that ships, another one, and every complaint with its file, its key and its mend."""

import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from innovate_tui.storage import locations
from innovate_tui.storage.deck_files import Content, Folder, load_deck, open_content
from innovate_tui.storage.deck_tables import DeckTrouble
from innovate_tui.workshop.checks import Lens
from innovate_tui.workshop.deck import Act, Deck, Mode
from innovate_tui.workshop.features import Kind
from innovate_tui.workshop.grid_wording import meaning, quadrant_name
from innovate_tui.workshop.quadrants import Quadrant
from innovate_tui.workshop.stages import Stage

FRENCH = Path(__file__).parent.parent / "decks" / "francais"


def test_the_deck_that_ships_is_whole(deck: Deck) -> None:
    assert [len(deck.of_kind(kind)) for kind in Kind] == [9, 5, 6]
    assert "".join(feature.letter for feature in deck.features) == "ABCDEFGHIJKLMNOPQRST"
    assert [card.stage for card in deck.stages] == list(Stage)
    assert len(deck.pair_titles) == 3
    diamond = deck.tools["diamond"]
    assert [act for act, _ in diamond.steps_for(Mode.GROUPS)][-1] is Act.TELL
    assert Act.SHARE not in [act for act, _ in diamond.steps_for(Mode.INDIVIDUAL)]
    assert len(diamond.prompts) == 4
    assert [quotation.by for quotation in deck.toolkit.asked] == ["The Innovate Project"] * 2


def test_one_person_alone_reads_other_words(deck: Deck) -> None:
    group = dict(deck.tools["diamond"].steps_for(Mode.GROUP))[Act.READ]
    alone = dict(deck.tools["diamond"].steps_for(Mode.INDIVIDUAL))[Act.READ]
    assert (alone.title, alone.do != group.do) == (group.title, True)


def test_another_deck_needs_no_change_of_code(french: Content) -> None:
    deck = french.deck()
    assert (deck.id, deck.language) == ("francais", "fr-FR")
    assert [len(deck.of_kind(kind)) for kind in Kind] == [7, 2, 3]
    assert deck.by_id["equipe"].related == {"confiance": "La confiance vient avec le temps passé ensemble."}
    quoted = deck.tools["diamond"].prompts[1]
    assert (quoted.question, quoted.quoted_from) == ("Et demain ?", "Une voisine, Conversation inventée")
    grid = deck.tools["quadrants"]
    assert [(axis.id, axis.low, axis.high) for axis in grid.factors] == [
        ("importance", "peu important", "très important"),
        ("threat", "peu menaçant", "très menaçant"),
    ]
    assert grid.ask["budget"] == "Qui paie, et jusqu’à quand ?"
    assert meaning(deck, Quadrant.HIGH_IMPORTANCE_LOW_THREAT) == "Compte ici, sans mettre ce projet en danger."
    names = [quadrant_name(deck, quadrant) for quadrant in Quadrant]
    assert names == ["À désamorcer", "À traiter d’abord", "À laisser de côté", "À garder à l’œil"]

    road = deck.tools["roadmap"]
    assert [(check.lens, check.title, check.who_else, check.hint) for check in road.checks] == [
        (Lens.DESIRABILITY, "Envie", "", ""),
        (Lens.FEASIBILITY, "Faisabilité", "À qui faut-il encore parler ?", "Qui peut dire non ?"),
        (Lens.VIABILITY, "Viabilité", "", ""),
    ]
    acts = [act for act, _ in road.steps_for(Mode.GROUP)]
    assert acts == [Act.TIMEFRAME, Act.BEGIN, Act.STORY, Act.CHECK]
    assert not grid.checks


def test_a_deck_needs_no_quadrants_and_no_roadmap(folder: Path) -> None:
    for file in ("quadrants.toml", "roadmap.toml"):
        (folder / "decks" / "francais" / file).unlink()
    change = _without("\n[tools.quadrants]")
    path = folder / "decks" / "francais" / "deck.toml"
    path.write_text(change(path.read_text("utf-8")), "utf-8")
    assert list(open_content(folder).deck().tools) == ["diamond"]


def test_quadrants_need_no_meanings_no_names_and_no_questions(folder: Path) -> None:
    path = folder / "decks" / "francais" / "quadrants.toml"
    text = re.sub(r"\[(meanings|names|ask)\]\n([^\n]+\n)+", "", path.read_text("utf-8"))
    path.write_text(text, "utf-8")
    grid = open_content(folder).deck().tools["quadrants"]
    assert (grid.meanings, grid.names, grid.ask, len(grid.factors)) == ({}, {}, {}, 2)


def test_the_quadrants_that_ship_say_what_each_position_means(deck: Deck) -> None:
    assert all(meaning(deck, quadrant) for quadrant in Quadrant)
    assert not deck.tools["quadrants"].names  # the toolkit names none, and none is made up (issue 3)
    assert set(deck.tools["quadrants"].ask) == {*(card.id for card in deck.of_kind(Kind.INFLUENCE)), "own"}
    acts = [act for act, _ in deck.tools["quadrants"].steps_for(Mode.GROUP)]
    assert acts == [Act.SHARE, Act.READ, Act.MISSING, Act.PLACE, Act.HELPERS, Act.MATCH, Act.FIX, Act.REVIEW]


def test_a_roadmap_needs_no_checks(folder: Path) -> None:
    path = folder / "decks" / "francais" / "roadmap.toml"
    text = re.sub(r"\[\[checks\]\]\n([^\n]+\n)+", "", path.read_text("utf-8"))
    path.write_text(text, "utf-8")
    assert open_content(folder).deck().tools["roadmap"].checks == ()


def test_the_roadmap_that_ships_has_its_steps_and_its_three_checks(deck: Deck) -> None:
    road = deck.tools["roadmap"]
    begun = [Act.TIMEFRAME, Act.STAGES, Act.BEGIN, Act.BUILD, Act.REPEAT]
    for mode in Mode:
        assert [act for act, _ in road.steps_for(mode)] == [*begun, Act.STORY, Act.CHECK, Act.FIX]
    assert [check.lens for check in road.checks] == list(Lens)
    assert all(check.who_else and check.hint for check in road.checks)
    assert Mode.GROUPS not in road.timings  # the toolkit has none, and none is made up (R60)


def test_a_folder_that_is_a_deck_will_do() -> None:
    content = open_content(FRENCH / "decks" / "francais")
    with pytest.raises(DeckTrouble, match="There is no quotation “question”"):
        content.deck()  # its quotations stand two folders up, and are not looked for there


def test_a_deck_is_read_out_of_a_zip(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for file in FRENCH.rglob("*.toml"):
            archive.write(file, f"content/{file.relative_to(FRENCH)}")
    root: Folder = zipfile.Path(tmp_path / "a.zip", "content/")
    assert open_content(root).deck() == open_content(FRENCH).deck()


def test_the_deck_that_a_session_names_is_taken(tmp_path: Path) -> None:
    shutil.copytree(FRENCH, tmp_path / "content")
    both = tmp_path / "content" / "decks"
    shutil.copytree(str(locations.content_folder() / "decks" / "innovate"), both / "innovate")
    shutil.copy(str(locations.content_folder() / "quotations.toml"), tmp_path / "all.toml")
    with (tmp_path / "content" / "quotations.toml").open("a", encoding="utf-8") as file:
        file.write("\n" + (tmp_path / "all.toml").read_text("utf-8"))
    content = open_content(tmp_path / "content")
    assert list(content.decks) == ["innovate", "francais"]
    assert content.deck("francais").id == "francais"
    assert content.deck("nobody").id == content.deck().id == "innovate"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the French deck, to be spoilt."""
    shutil.copytree(FRENCH, tmp_path / "content")
    return tmp_path / "content"


def _instead(old: str, new: str) -> Callable[[str], str]:
    def change(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return change


def _without(start: str) -> Callable[[str], str]:
    def change(text: str) -> str:
        assert start in text
        return text[: text.index(start)] + "\n"

    return change


SPOILT = {
    "no title": ("enablers.toml", _instead('title = "Une équipe stable"\n', ""), "equipe.title: This is missing. Add"),
    "no words": ("enablers.toml", _instead('"Une équipe stable"', '" "'), "equipe.title: This has no words"),
    "a typing error": ("enablers.toml", _instead("takeaway", "takaway"), "equipe.takaway: .* Do you mean “takeaway”"),
    "a number for text": ("enablers.toml", _instead('"Une équipe stable"', "7"), "equipe.title: This must be text"),
    "text for a list": (
        "enablers.toml",
        _instead('["Équipe", "stable"]', '"Équipe"'),
        "equipe.short: This must be a list",
    ),
    "a long short name": (
        "enablers.toml",
        _instead('["Équipe", "stable"]', '["Une équipe bien stable"]'),
        "equipe.short: “Une équipe bien stable” has 22 characters; there is room for 13",
    ),
    "three short lines": (
        "enablers.toml",
        _instead('["Équipe", "stable"]', '["a", "b", "c"]'),
        "equipe.short: It has 3",
    ),
    "a long list name": ("enablers.toml", _instead('letter = "A"', f'list = "{"x" * 20}"'), "equipe.list: .* 19"),
    "a long road name": ("enablers.toml", _instead('letter = "A"', f'road = ["{"x" * 11}"]'), "equipe.road: .* 10"),
    "a letter twice": ("enablers.toml", _instead('letter = "B"', 'letter = "A"'), "confiance.letter: “equipe” has the"),
    "a small letter": ("enablers.toml", _instead('letter = "B"', 'letter = "b"'), "confiance.letter: “b” is not one"),
    "an id in two files": ("influences.toml", _instead("[budget]", "[equipe]"), "equipe: Another card has the same id"),
    "an id in capitals": ("influences.toml", _instead("[budget]", "[Budget]"), "Budget: This cannot be an id"),
    "an id for groups": ("influences.toml", _instead("[budget]", "[own-b]"), "own-b: Ids that begin with own-"),
    "related to nothing": (
        "enablers.toml",
        _instead("confiance = ", "espoir = "),
        "equipe.related.espoir: No card has",
    ),
    "related to itself": ("enablers.toml", _instead("confiance = ", "equipe = "), "equipe.related.equipe: This is the"),
    "no such stage": ("enablers.toml", _instead("designing = ", "dreaming = "), "temps.stages.dreaming: There is no"),
    "a stage missing": (
        "stages.toml",
        _instead("[stages.growing]", "[stages.going]"),
        "stages.growing: This is missing",
    ),
    "a stage unknown": (
        "stages.toml",
        _instead("[stages.growing]", "[stages.going]"),
        "stages.going: Nothing is known",
    ),
    "pairs mixed up": ("stages.toml", _instead('"mobilising", ', '"growing", '), "pairs 1.stages: The three pairs are"),
    "a kind missing": ("deck.toml", _instead("[kinds.influence]", "[kinds.other]"), "kinds.influence: This is missing"),
    "a newer format": ("deck.toml", _instead("format = 1", "format = 2"), "format: The deck has format 2"),
    "another id": ("deck.toml", _instead('id = "francais"', 'id = "english"'), "id: The deck stands in a folder named"),
    "no such act": ("diamond.toml", _instead('act = "choose"', 'act = "chose"'), "steps 1.act: “chose” is not known"),
    "no such mode": ("diamond.toml", _instead('modes = ["groups"]', 'modes = ["all"]'), "steps 3.modes: “all” is not"),
    "a long bar": ("diamond.toml", _instead('bar = "Choisir"', f'bar = "{"x" * 13}"'), "steps 1.bar: .* room for 12"),
    "a prompt twice": ("diamond.toml", _instead('id = "suite"', 'id = "pret"'), "prompts: The id “pret” stands there"),
    "no such quotation": (
        "diamond.toml",
        _instead('quote = "question"', 'quote = "q"'),
        "prompts 2.quote: There is no",
    ),
    "minutes backwards": (
        "diamond.toml",
        _instead("from = 15", "from = 45"),
        "timings.individual.parts 1.to: It ends before it begins",
    ),
    "minutes in words": (
        "diamond.toml",
        _instead("from = 15", 'from = "15"'),
        "timings.individual.parts 1.from: This must be a whole",
    ),
    "an unknown meaning": (
        "quadrants.toml",
        _instead("high-importance-low-threat", "high-importance-no-threat"),
        "meanings.high-importance-no-threat: Nothing is known by this name here. Do you mean “high-importance-low-",
    ),
    "three meanings": (
        "quadrants.toml",
        _instead('low-importance-low-threat = "Compte peu ici, sans danger pour ce projet."', ""),
        "meanings.low-importance-low-threat: This is missing",
    ),
    "a long meaning": (
        "quadrants.toml",
        _instead("sans danger pour ce projet.", "x" * 80),
        "meanings.low-importance-low-threat: .* room for 90",
    ),
    "meanings without axes": (
        "diamond.toml",
        _instead("[explain]", '[meanings]\nhigh-importance-low-threat = "x"\n[explain]'),
        "meanings: Nothing is known by this name here",
    ),
    "an unknown name": (
        "quadrants.toml",
        _instead('low-importance-high-threat = "À', 'low-importance-threat = "À'),
        "names.low-importance-threat: Nothing is known by this name here. Do you mean “low-importance-",
    ),
    "three names": (
        "quadrants.toml",
        _instead('low-importance-high-threat = "À désamorcer"', ""),
        "names.low-importance-high-threat: This is missing",
    ),
    "a long name": (
        "quadrants.toml",
        _instead("À désamorcer", "À désamorcer dès que possible"),
        "names.low-importance-high-threat: .* room for 22",
    ),
    "one name for two": (
        "quadrants.toml",
        _instead("À désamorcer", "à TRAITER d’abord"),
        "names.low-importance-high-threat: Another quadrant is called “à TRAITER d’abord” too. Give each a name",
    ),
    "a name that is none": (
        "quadrants.toml",
        _instead('"À désamorcer"', "1"),
        "names.low-importance-high-threat: This must be text",
    ),
    "names without axes": (
        "diamond.toml",
        _instead("[explain]", '[names]\nhigh-importance-low-threat = "x"\n[explain]'),
        "names: Nothing is known by this name here",
    ),
    "a question about nothing": (
        "quadrants.toml",
        _instead("budget = ", "argent = "),
        "ask.argent: This tool places no card of that name. Use one of: budget, loi, own.",
    ),
    "a question about another kind": (
        "quadrants.toml",
        _instead("budget = ", "equipe = "),
        "ask.equipe: This tool places no card of that name. Use one of: budget, loi, own.",
    ),
    "a long question about a card": (
        "quadrants.toml",
        _instead("Qui paie", "x" * 70),
        "ask.budget: .* room for 70",
    ),
    "a question that is a number": (
        "quadrants.toml",
        _instead('own = "Quand', 'own = 3 # "Quand'),
        "ask.own: This must",
    ),
    "an axis without its low end": (
        "quadrants.toml",
        _instead('low = "peu menaçant"', ""),
        "factors 2.low: This is missing. Add low = ...",
    ),
    "an axis without its high end": (
        "quadrants.toml",
        _instead('high = "très important"', ""),
        "factors 1.high: This is missing",
    ),
    "another axis": (
        "quadrants.toml",
        _instead('id = "threat"', 'id = "danger"'),
        "factors 2.id: “danger” is not known here. Use one of: importance, threat.",
    ),
    "an axis missing": (
        "quadrants.toml",
        _instead('id = "threat"', 'id = "danger"'),
        "factors: The axis “threat” is missing",
    ),
    "an axis twice": ("quadrants.toml", _instead('id = "threat"', 'id = "importance"'), "factors: The id “importance”"),
    "a long question of an axis": (
        "quadrants.toml",
        _instead("Menace-t-elle ce projet ?", "x" * 41),
        "factors 2.question: .* room for 40",
    ),
    "an end where there is no axis": (
        "diamond.toml",
        _instead('title = "Force"', 'title = "Force"\nlow = "faible"'),
        "factors 1.low: Nothing is known by this name here",
    ),
    "an act of the other tool": (
        "quadrants.toml",
        _instead('act = "place"', 'act = "order"'),
        "steps 1.act: “order” is not known here. Use one of: .*place, helpers, match",
    ),
    "an act of the quadrants": (
        "diamond.toml",
        _instead('act = "order"', 'act = "match"'),
        "steps 2.act: “match” is not known here",
    ),
    "a prompt of two tools": (
        "quadrants.toml",
        _instead('id = "premier-pas"', 'id = "suite"'),
        "prompts: diamond.toml has a prompt with the id “suite” too. Choose another.",
    ),
    "an act of the roadmap": (
        "quadrants.toml",
        _instead('act = "place"', 'act = "build"'),
        "steps 1.act: “build” is not known here",
    ),
    "no such check": (
        "roadmap.toml",
        _instead('id = "viability"', 'id = "thrift"'),
        "checks 3.id: “thrift” is not known here. Use one of: desirability, feasibility, viability.",
    ),
    "a check missing": (
        "roadmap.toml",
        _instead('id = "viability"', 'id = "thrift"'),
        'checks: The one for viability is missing. Add .* id = "viability"',
    ),
    "a check twice": (
        "roadmap.toml",
        _instead('id = "viability"', 'id = "feasibility"'),
        "checks: The id “feasibility” stands there more than once",
    ),
    "a check without its question": (
        "roadmap.toml",
        _instead('question = "Avons-nous le temps et les moyens ?"', ""),
        "checks 3.question: This is missing",
    ),
    "a long check": (
        "roadmap.toml",
        _instead("Avons-nous le temps", "x" * 120),
        "checks 3.question: .* room for 120",
    ),
    "a typing error in a check": (
        "roadmap.toml",
        _instead("who-else", "who-els"),
        "checks 2.who-els: Nothing is known",
    ),
    "checks of no plan": (
        "quadrants.toml",
        _instead("[meanings]", '[[checks]]\nid = "viability"\n\n[meanings]'),
        "checks: Nothing is known by this name here",
    ),
    "damaged": ("diamond.toml", _instead("[explain]", "[explain"), "line 6: The name of a table"),
}


@pytest.mark.parametrize("name", SPOILT)
def test_every_mistake_in_a_deck_names_file_key_and_mend(name: str, folder: Path) -> None:
    file, change, words = SPOILT[name]
    path = folder / "decks" / "francais" / file
    path.write_text(change(path.read_text("utf-8")), "utf-8")
    with pytest.raises(DeckTrouble) as trouble:
        open_content(folder).deck()
    lines = str(trouble.value).splitlines()
    assert any(re.search(f"{file}: {words}", line) for line in lines), lines
    assert all(problem.mend for problem in trouble.value.problems)


def test_all_mistakes_are_listed_at_once(folder: Path) -> None:
    inner = folder / "decks" / "francais"
    for file in ("enablers.toml", "influences.toml"):
        text = (inner / file).read_text("utf-8")
        (inner / file).write_text(text.replace("takeaway", "takaway"), "utf-8")
    with pytest.raises(DeckTrouble) as trouble:
        load_deck(inner, folder)
    assert len(trouble.value.problems) == 2 * (7 + 2)


@pytest.mark.parametrize("file", ["enablers.toml", "stages.toml", "diamond.toml"])
def test_a_missing_file_is_one_problem(file: str, folder: Path) -> None:
    (folder / "decks" / "francais" / file).unlink()
    with pytest.raises(DeckTrouble) as trouble:
        open_content(folder).deck()
    assert [problem.what for problem in trouble.value.problems] == ["This file is missing or cannot be read."]


def test_a_folder_without_a_deck_is_said(tmp_path: Path) -> None:
    with pytest.raises(DeckTrouble, match="There is no deck in this folder"):
        open_content(tmp_path)
    (tmp_path / "decks").mkdir()
    with pytest.raises(DeckTrouble, match=r"No folder here has a deck\.toml"):
        open_content(tmp_path)


def test_control_characters_never_get_into_a_deck(folder: Path) -> None:
    path = folder / "decks" / "francais" / "enablers.toml"
    path.write_text(
        path.read_text("utf-8").replace("Une équipe stable", "Une \\u001b]52;équipe\\u202e stable"), "utf-8"
    )
    assert open_content(folder).deck().by_id["equipe"].title == "Une ]52;équipe stable"
