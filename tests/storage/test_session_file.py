"""The session file: the contract's example byte for byte, its last line, and content that cannot stand."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from innovate_tui.storage.bounded_toml import NotReadable
from innovate_tui.storage.deck_files import Content
from innovate_tui.storage.session_file import open_session
from innovate_tui.storage.session_reading import read_session
from innovate_tui.storage.session_text import HEADER, sealed, session_bytes
from innovate_tui.workshop.deck import Deck, Mode
from innovate_tui.workshop.diamond import Standing
from innovate_tui.workshop.edits import Insert, LetGo, Match, Place, Put, RemoveFeature, WriteMatchReason, WriteReason
from innovate_tui.workshop.features import Judgement, Kind
from innovate_tui.workshop.quadrants import Mitigation, Position, Quadrants
from innovate_tui.workshop.session import Included, Kept, PeopleShown, Person, Session

FORMATS = Path(__file__).parent.parent / "formats"
EXAMPLE = (FORMATS / "issue-2.toml").read_bytes()
HEAD = 'format = 1\nid = "s-1"\nstarted = 2026-03-12 09:31:00+00:00\n'


ODD = [
    "quadrants.cards.culture.threat",
    "quadrants.cards.funding.dissent",
    "quadrants.cards.hope",
    "quadrants.cards.media",
    "quadrants.cards.politics.importance",
    "quadrants.cards.politics.threat",
    "quadrants.cards.regulation.importance",
    "quadrants.cards.trust",
    "quadrants.fixed",
    "quadrants.mitigations.culture",
    "quadrants.mitigations.funding.data",
    "quadrants.mitigations.hope",
    "quadrants.mitigations.regulation.buy-in",
    "quadrants.mitigations.regulation.politics",
    "quadrants.mitigations.regulation.risk.why",
    "quadrants.mitigations.trust",
    "rounds.r-8x.quadrants.cards.media.importance",
    "rounds.r-8x.quadrants.mitigations.case",
]


def by_hand(text: str, head: str = HEAD) -> bytes:
    """A file as somebody might write it in a text editor."""
    return f"{head}{text}\n# end\n".encode()


def session_of(text: str, deck: Deck) -> Session:
    return read_session(by_hand(text), deck).session


def troubles(session: Session) -> dict[str, str]:
    return {kept.where: kept.trouble for kept in session.troubles}


@pytest.mark.parametrize("path", sorted(FORMATS.glob("*.toml")), ids=lambda path: path.stem)
def test_every_file_of_an_older_program_opens_and_is_written_as_it_was(path: Path, deck: Deck) -> None:
    opened = read_session(path.read_bytes(), deck)
    assert opened.notices == ()
    assert bool(opened.session.troubles) is path.stem.endswith("-odd")
    assert session_bytes(opened.session, deck) == path.read_bytes()


def test_the_odd_file_has_one_of_every_trouble_of_the_quadrants(deck: Deck) -> None:
    session = read_session((FORMATS / "issue-3-odd.toml").read_bytes(), deck).session
    assert sorted(kept.where for kept in session.troubles) == ODD
    assert session.boards.quadrants.position("regulation") == Position(None, 75, "Inspection is due.")
    assert session.boards.quadrants.helpers("regulation") == ("risk",)
    assert session.rounds[0].boards.quadrants.placed == ("funding",)


def test_the_example_is_read_as_what_it_says(deck: Deck) -> None:
    session = read_session(EXAMPLE, deck).session
    assert (session.id, session.title, session.mode) == (
        "s-7f3k9q2m",
        "Family hubs: a calmer front door",
        Mode.GROUP,
    )
    assert session.held == date(2026, 3, 12)
    assert session.expert_for("trust") == "AB"
    assert session.about("learning").judgement is Judgement.DEVELOPMENT
    own = session.own["own-k3f9"]
    assert (own.title, own.short, own.kind, own.made_in) == (
        "A building people like to walk into",
        "A good building",
        Kind.ENABLER,
        "diamond",
    )
    diamond = session.boards.diamond
    assert diamond.placed == ("trust", "case", "own-k3f9", "learning")
    assert diamond.standing("trust") == Standing(
        1, 'Families come back; "they remembered me".\nWe see it every week.\n', "Not true yet for the night team."
    )
    assert diamond.standing("team").place is None
    assert session.included == Included(PeopleShown.INITIALS, notes=False)
    assert session.parked["n-5h"].text == "Car parking came up three times."
    assert [each.name for each in session.rounds] == ["Before sharing"]
    assert session.rounds[0].boards.diamond.placed == ("case", "trust", "learning")
    quadrants = session.boards.quadrants
    assert quadrants.cards == {
        "regulation": Position(80, 75, "Inspection is due.", "It helps as often as it hinders."),
        "funding": Position(75, 25),
    }
    assert quadrants.helpers("regulation") == ("risk", "coproduction")
    assert quadrants.mitigations["regulation"]["coproduction"] == Mitigation()
    assert quadrants.mitigations["funding"]["coproduction"] == Mitigation("A story money listens to.")
    assert {kept.path[0] for kept in session.kept if len(kept.path) == 1} == {"x-council-ref", "unsettled"}
    assert session.spent == {"diamond": {"read": 9, "order": 17}}
    assert not session.practice


def test_nothing_default_is_written(deck: Deck) -> None:
    session = session_of('title = "T"\nmode = "individual"\nplace = ""\n[features.trust]\n[diamond.cards.case]\n', deck)
    text = session_bytes(session, deck).decode()
    assert text.removeprefix(HEADER).startswith('format = 1\nid = "s-1"\ntitle = "T"\nstarted = ')
    for absent in ("mode =", "place =", "[features", "[diamond", "[deck."):
        assert absent not in text.removeprefix(HEADER)


def test_titles_of_all_cards_in_use_stand_in_the_file(deck: Deck) -> None:
    text = (
        "[features.space]\nnote = 'x'\n[diamond.cards.trust]\nplace = 1\n"
        "[quadrants.cards.media]\nthreat = 3\n[quadrants.mitigations.funding.risk]\n"
        "[roadmap.cards.c-1]\nfeature = 'vision'\n"
        "[rounds.r-1]\ntaken = 2026-03-12 09:31:00Z\n[rounds.r-1.roadmap.cards.c-2]\nfeature = 'buy-in'\n"
    )
    written = session_bytes(session_of(text, deck), deck).decode()
    deck_tables = re.findall(r"^\[deck\.([\w-]+)\]\n((?:[\w-]+ = .*\n)+)", written, re.MULTILINE)
    assert [(name, re.findall(r"^([\w-]+) =", lines, re.MULTILINE)) for name, lines in deck_tables] == [
        ("enablers", ["trust", "vision", "space"]),
        ("influences", ["funding", "media"]),
        ("next-level", ["risk", "buy-in"]),
    ]


def test_titles_that_this_deck_does_not_have_stay(deck: Deck) -> None:
    stamp = '[deck]\nid = "other"\ntitle = "Other cards"\n[deck.enablers]\nodd = "An odd card"\n'
    text = f"{stamp}[diamond.cards.odd]\nplace = 1\n"
    opened = read_session(by_hand(text), deck)
    assert opened.notices == ("It was made with another deck, “Other cards”. Open it with that one: --content FOLDER",)
    assert troubles(opened.session) == {"diamond.cards.odd": "No card has this id."}
    written = session_bytes(opened.session, deck).decode()
    assert '[deck.enablers]\nodd = "An odd card"\n' in written
    assert "[diamond.cards.odd]\nplace = 1\n" in written


def test_what_the_program_wrote_passes_in_silence_and_other_changes_are_said(deck: Deck) -> None:
    assert read_session(EXAMPLE, deck).notices == ()
    for same in (EXAMPLE.replace(b"\n", b"\r\n"), b"\xef\xbb\xbf" + EXAMPLE, EXAMPLE + b"\n\n", EXAMPLE.rstrip()):
        assert read_session(same, deck).notices == ()
        assert session_bytes(read_session(same, deck).session, deck) == EXAMPLE
    changed = read_session(EXAMPLE.replace(b"Team A", b"Team B"), deck)
    assert changed.notices == ("It was changed outside the program, and is taken as it stands now.",)
    assert changed.session.group == "Team B"
    for damaged in (b"# end sha256=0", b"# end of it", b"# end sha256=" + b"0" * 32):
        assert read_session(EXAMPLE[: EXAMPLE.rindex(b"# end")] + damaged, deck).notices == changed.notices
    assert read_session(by_hand(""), deck).notices == ()


def test_a_file_that_was_cut_short_is_refused_wherever_the_cut_is(deck: Deck) -> None:
    last_line = EXAMPLE.rindex(b"# end")
    for length in range(5, last_line + 5, 7):
        with pytest.raises(NotReadable) as refused:
            read_session(EXAMPLE[:length], deck, "a.toml")
        assert "\n" not in str(refused.value)
    with pytest.raises(NotReadable, match=r"cut short: its last line “# end” is missing\. Open a copy of it\."):
        read_session(EXAMPLE[:last_line], deck)
    with pytest.raises(NotReadable, match=r"never closed\. The last line “# end” is missing too"):
        read_session(EXAMPLE[: EXAMPLE.index(b"Two of us")], deck)


@pytest.mark.parametrize(
    ("head", "words"),
    [
        ("", "This is no session of innovate-tui"),
        ("format = 2\n", "format 2; this program reads up to format 1. Open it with a newer innovate-tui"),
        ("format = 0\n", "must be a whole number"),
        ("format = true\n", "must be a whole number"),
        ('format = "1"\n', "must be a whole number"),
        ("format = 1.0\n", "must be a whole number"),
    ],
)
def test_other_formats_are_refused_by_name_and_number(head: str, words: str, deck: Deck) -> None:
    with pytest.raises(NotReadable, match=words):
        read_session(by_hand("", head), deck)


CANNOT_STAND = {
    "an unknown card": ("[diamond.cards.hope]\nplace = 1\n", "diamond.cards.hope", "No card has this id."),
    "a card of another kind": ("[diamond.cards.media]\nplace = 1\n", "diamond.cards.media", "sorts enablers"),
    "place 0": ("[diamond.cards.trust]\nplace = 0\n", "diamond.cards.trust.place", "The diamond has no place “0”."),
    "place 10": ("[diamond.cards.trust]\nplace = 10\n", "diamond.cards.trust.place", "The diamond has no place “10”."),
    "a place in words": ("[diamond.cards.trust]\nplace = 'top'\n", "diamond.cards.trust.place", "no place “top”"),
    "a place that is so": ("[diamond.cards.trust]\nplace = true\n", "diamond.cards.trust.place", "no place “true”"),
    "half a place": ("[diamond.cards.trust]\nplace = 1.5\n", "diamond.cards.trust.place", "no place “1.5”"),
    "two in one place": (
        "[diamond.cards.trust]\nplace = 1\n[diamond.cards.case]\nplace = 1\n",
        "diamond.cards.case.place",
        "Place 1 is taken by “trust”.",
    ),
    "a reason that is a number": ("[diamond.cards.trust]\nwhy = 3\n", "diamond.cards.trust.why", "must be text"),
    "a card that is a number": ("[diamond.cards]\ntrust = 3\n", "diamond.cards.trust", "must be a table"),
    "cards that are a list": ("[diamond]\ncards = [1]\n", "diamond.cards", "must be a table"),
    "a diamond that is text": ("diamond = 'x'\n", "diamond", "must be a table"),
    "fixed on a day": ("[diamond]\nfixed = 2026-03-12\n", "diamond.fixed", "must be a date with a time"),
    "an influence nobody knows": (
        "[quadrants.cards.hope]\nthreat = 1\n",
        "quadrants.cards.hope",
        "No card has this id.",
    ),
    "an enabler among influences": (
        "[quadrants.cards.trust]\nthreat = 1\n",
        "quadrants.cards.trust",
        "places influences, and this card is none",
    ),
    "an own card that is no influence": (
        "[features.own-1]\ntitle = 'x'\nkind = 'enabler'\n[quadrants.cards.own-1]\nthreat = 1\n",
        "quadrants.cards.own-1",
        "places influences, and this card is none",
    ),
    "importance 140": (
        "[quadrants.cards.media]\nimportance = 140\n",
        "quadrants.cards.media.importance",
        "“140” is not on the grid.",
    ),
    "importance below 0": (
        "[quadrants.cards.media]\nimportance = -1\n",
        "quadrants.cards.media.importance",
        "“-1” is not on the grid.",
    ),
    "threat 101": ("[quadrants.cards.media]\nthreat = 101\n", "quadrants.cards.media.threat", "“101” is not on"),
    "a threat with a point": ("[quadrants.cards.media]\nthreat = 40.0\n", "quadrants.cards.media.threat", "“40.0” is"),
    "a threat that is so": (
        "[quadrants.cards.media]\nthreat = true\n",
        "quadrants.cards.media.threat",
        "“true” is not",
    ),
    "a threat in words": (
        "[quadrants.cards.media]\nthreat = 'high'\n",
        "quadrants.cards.media.threat",
        "“high” is not",
    ),
    "a reason in a list": ("[quadrants.cards.media]\nwhy = ['x']\n", "quadrants.cards.media.why", "must be text"),
    "a number of dissent": ("[quadrants.cards.media]\ndissent = 3\n", "quadrants.cards.media.dissent", "must be text"),
    "an influence that is a number": ("[quadrants.cards]\nmedia = 3\n", "quadrants.cards.media", "must be a table"),
    "influences in a list": ("[quadrants]\ncards = [1]\n", "quadrants.cards", "must be a table"),
    "quadrants that are text": ("quadrants = 'x'\n", "quadrants", "must be a table"),
    "quadrants fixed in words": ("[quadrants]\nfixed = 'yes'\n", "quadrants.fixed", "must be a date with a time"),
    "help in a list": ("[quadrants]\nmitigations = ['risk']\n", "quadrants.mitigations", "must be a table"),
    "help for nobody knows what": (
        "[quadrants.mitigations.hope.risk]\n",
        "quadrants.mitigations.hope",
        "No card has this id.",
    ),
    "help for an enabler": (
        "[quadrants.mitigations.trust.risk]\n",
        "quadrants.mitigations.trust",
        "Help is chosen for influences, and this card is none.",
    ),
    "help that is a word": (
        "[quadrants.mitigations]\nmedia = 'risk'\n",
        "quadrants.mitigations.media",
        "must be a table",
    ),
    "a helper nobody knows": (
        "[quadrants.mitigations.media.hope]\n",
        "quadrants.mitigations.media.hope",
        "No card has this id.",
    ),
    "a helper of another kind": (
        "[quadrants.mitigations.media.funding]\nwhy = 'x'\n",
        "quadrants.mitigations.media.funding",
        "Only a next-level facilitator can help",
    ),
    "a helper that is text": (
        "[quadrants.mitigations.media]\nrisk = 'x'\n",
        "quadrants.mitigations.media.risk",
        "must be a table",
    ),
    "a reason to help that is a number": (
        "[quadrants.mitigations.media.risk]\nwhy = 3\n",
        "quadrants.mitigations.media.risk.why",
        "must be text",
    ),
    "a bad position in a round": (
        "[rounds.r-1]\ntaken = 2026-03-12 09:31:00Z\n[rounds.r-1.quadrants.cards.media]\nthreat = 101\n",
        "rounds.r-1.quadrants.cards.media.threat",
        "“101” is not on the grid.",
    ),
    "a bad helper in a round": (
        "[rounds.r-1]\ntaken = 2026-03-12 09:31:00Z\n[rounds.r-1.quadrants.mitigations.media.trust]\n",
        "rounds.r-1.quadrants.mitigations.media.trust",
        "Only a next-level facilitator can help",
    ),
    "an unknown judgement": ("[features.trust]\njudgement = 'good'\n", "features.trust.judgement", "“good” is not"),
    "an expert who is nobody": ("[features.trust]\nexpert = 'p-1'\n", "features.trust.expert", "Nobody among"),
    "a feature nobody knows": ("[features.hope]\nnote = 'x'\n", "features.hope", "No card has this id."),
    "an own card without title": ("[features.own-1]\nkind = 'enabler'\n", "features.own-1", "needs a title"),
    "an own card without kind": ("[features.own-1]\ntitle = 'x'\n", "features.own-1", "needs a kind"),
    "an own card of no kind": ("[features.own-1]\ntitle = 'x'\nkind = 'y'\n", "features.own-1", "needs a kind"),
    "a letter that is taken": (
        "[features.own-1]\ntitle = 'x'\nkind = 'enabler'\nletter = 'A'\n",
        "features.own-1.letter",
        "“team” has the letter A.",
    ),
    "an export in words": ("[export]\nnotes = 'no'\n", "export.notes", "true or false"),
    "an export of faces": ("[export]\npeople = 'faces'\n", "export.people", "“faces” is not known"),
    "an odd id": ("[people.'a b']\nname = 'x'\n", "people.a b", "This cannot be an id."),
    "a name nobody can see": ("[people.p-1]\nname = '\u200b'\n", "people.p-1", "cannot be seen"),
    "a name that is a number": ("[people.p-1]\nname = 3\n", "people.p-1", "cannot be seen"),
    "practice in words": ("practice = 'yes'\n", "practice", "true or false"),
    "half a minute": ("[time.diamond]\nread = 0.5\n", "time.diamond.read", "whole minutes"),
    "time that runs backwards": ("[time.diamond]\norder = -4\n", "time.diamond.order", "whole minutes"),
    "an unknown mode": ("mode = 'crowd'\n", "mode", "“crowd” is not known here."),
    "held in words": ("held = 'in March'\n", "held", "must be a date"),
    "an answer to nothing": (
        "[reflections.x]\nanswer = 'y'\n",
        "reflections.x",
        "Nobody can say what the question was",
    ),
    "a question of no tool": (
        "[reflections.x]\nquestion = 'q?'\ntool = 'saw'\n",
        "reflections.x",
        "There is no such tool",
    ),
    "skipped in words": (
        "[reflections.readiness]\nskipped = 'yes'\n",
        "reflections.readiness.skipped",
        "true or false",
    ),
    "a thought without words": ("[parked.n-1]\ntext = ' '\n", "parked.n-1", "no words"),
    "a round without moment": ("[rounds.r-1]\nname = 'x'\n", "rounds.r-1", "does not say when"),
    "a round by nobody": (
        "[rounds.r-1]\ntaken = 2026-03-12 09:31:00Z\nby = 'p-1'\n",
        "rounds.r-1.by",
        "Nobody among",
    ),
    "a bad place in a round": (
        "[rounds.r-1]\ntaken = 2026-03-12 09:31:00Z\n[rounds.r-1.diamond.cards.trust]\nplace = 11\n",
        "rounds.r-1.diamond.cards.trust.place",
        "no place “11”",
    ),
}


@pytest.mark.parametrize("name", CANNOT_STAND)
def test_what_cannot_stand_is_kept_listed_and_written_back(name: str, deck: Deck) -> None:
    text, where, words = CANNOT_STAND[name]
    session = session_of(text, deck)
    assert list(troubles(session)) == [where]
    assert words in troubles(session)[where]
    assert session.troubles[0].mend
    written = session_bytes(session, deck)
    again = read_session(written, deck)
    assert (again.session, again.notices) == (session, ())
    assert session_bytes(again.session, deck) == written


def test_the_rest_of_an_item_stands(deck: Deck) -> None:
    session = session_of("[diamond.cards.trust]\nplace = 10\nwhy = 'We said so.'\ndissent = 4\n", deck)
    assert session.boards.diamond.standing("trust") == Standing(None, "We said so.")
    assert session_bytes(session, deck).decode().count('place = 10\nwhy = "We said so."\ndissent = 4\n') == 1


def test_the_rest_of_an_influence_and_its_help_stands(deck: Deck) -> None:
    card = '[quadrants.cards.media]\nimportance = 140\nthreat = 0\nwhy = "We said so."\ndissent = 4\n'
    text = f'{card}\n[quadrants.mitigations.media.risk]\nwhy = "So."\nx-1 = 1\n\n[quadrants.mitigations.media.trust]\n'
    session = session_of(text, deck)
    quadrants = session.boards.quadrants
    assert quadrants.position("media") == Position(None, 0, "We said so.")
    assert quadrants.mitigations == {"media": {"risk": Mitigation("So.")}}
    assert text in session_bytes(session, deck).decode()


def test_the_quadrants_are_written_as_the_contract_has_them(deck: Deck) -> None:
    text = (
        "[quadrants]\nfixed = 2026-03-12 11:02:00+00:00\n\n[quadrants.cards.media]\nimportance = 0\nthreat = 100\n\n"
        "[quadrants.cards.funding]\nthreat = 50\n\n[quadrants.mitigations.media.risk]\n\n"
        '[quadrants.mitigations.media.coproduction]\nwhy = "Because."\nx-by = "AB"\n'
    )
    session = session_of(text, deck)
    assert session.troubles == ()
    assert session.boards.quadrants.placed == ("media",)
    assert session.boards.quadrants.helpers("media") == ("risk", "coproduction")
    assert text in session_bytes(session, deck).decode()
    nothing = session_of("[quadrants.cards.media]\nwhy = ''\n[quadrants.mitigations.media]\n", deck)
    assert nothing.boards.quadrants == Quadrants()
    assert b"[quadrants" not in session_bytes(nothing, deck)
    odd = "[quadrants.cards.hope]\n\n[quadrants.mitigations.media.risk]\n\n[quadrants.x-table]\na = 1\n"
    assert odd in session_bytes(session_of(odd, deck), deck).decode()


@pytest.mark.parametrize("bad", ["media = 3\n", "[quadrants.cards.media]\nimportance = 140\nthreat = 'x'\n"])
def test_an_influence_placed_anew_takes_the_place_of_what_could_not_stand(bad: str, deck: Deck) -> None:
    session = session_of(f"[quadrants.cards]\n{bad}[parked.n-1]\n", deck)
    put = Place("media", 30, 60).apply(session, deck)
    assert list(troubles(put)) == ["parked.n-1"]
    assert b"[quadrants.cards.media]\nimportance = 30\nthreat = 60\n" in session_bytes(put, deck)
    assert troubles(read_session(session_bytes(put, deck), deck).session) == troubles(put)


def test_an_axis_that_is_still_open_keeps_what_the_file_said_of_it(deck: Deck) -> None:
    session = session_of("[quadrants.cards.media]\nimportance = 140\nthreat = 'x'\n", deck)
    put = Place("media", None, 60).apply(session, deck)
    assert list(troubles(put)) == ["quadrants.cards.media.importance"]
    assert b"importance = 140\nthreat = 60\n" in session_bytes(put, deck)


def test_what_is_said_anew_takes_the_place_of_what_could_not_stand(deck: Deck) -> None:
    session = session_of("[diamond.cards.trust]\nplace = 10\nwhy = 3\n", deck)
    for edit in (Put("trust", 1), Insert("trust", 1)):
        assert WriteReason("trust", "why", "So.").apply(edit.apply(session, deck), deck).troubles == ()
    session = session_of("[quadrants.mitigations.media]\nrisk = 'x'\n", deck)
    assert Match("media", "risk").apply(session, deck).troubles == ()
    session = session_of("[quadrants.mitigations.media.risk]\nwhy = 3\n", deck)
    said = WriteMatchReason("media", "risk", "So.").apply(session, deck)
    assert said.troubles == ()
    assert b'risk]\nwhy = "So."\n' in session_bytes(said, deck)


def test_a_real_value_takes_the_place_of_a_kept_one(deck: Deck) -> None:
    session = session_of("[diamond.cards.trust]\nplace = 10\n", deck)
    put = Put("trust", 3).apply(session, deck)
    assert b"place = 3\n" in session_bytes(put, deck)
    assert b"place = 10" not in session_bytes(put, deck)


def test_a_card_of_their_own_that_is_taken_out_leaves_no_trace(deck: Deck) -> None:
    own = "[features.own-1]\ntitle = 'x'\nkind = 'next-level'\n"
    session = session_of(f"{own}[quadrants.mitigations.media.own-1]\nwhy = 'So.'\nx-1 = 1\n", deck)
    gone = RemoveFeature("own-1").apply(session, deck)
    assert b"own-1" not in session_bytes(gone, deck).replace(HEADER.encode(), b"")


def test_what_is_let_go_is_gone(deck: Deck) -> None:
    session = session_of("[diamond.cards.hope]\nplace = 1\n", deck)
    assert b"hope" not in session_bytes(LetGo(("diamond", "cards", "hope")).apply(session, deck), deck)


def test_writing_never_changes_what_the_session_keeps(deck: Deck) -> None:
    value = {"place": 1, "why": "x", "x-1": {"b": 1, "a": [{"c": 1}]}}
    session = session_of("", deck)
    kept = Kept(("diamond", "cards", "hope"), {"x-1": value["x-1"], "why": "x", "place": 1}, "t", "m")
    session = Session(session.id, "", session.started, session.deck, kept=(kept,))
    session_bytes(session, deck)
    assert list(kept.value) == ["x-1", "why", "place"]  # type: ignore[call-overload]  # a table


def test_unknown_keys_ride_along_at_their_place(deck: Deck) -> None:
    text = (
        'x-top = 1\n[diamond]\nx-board = "b"\n[diamond.cards.trust]\nplace = 1\nx-vote = "5 of 6"\n'
        "[diamond.cards.trust.x-table]\na = 1\n[surprise]\na = [1, 2]\n"
    )
    session = session_of(text, deck)
    assert session.troubles == ()
    written = session_bytes(session, deck).decode()
    assert 'place = 1\nx-vote = "5 of 6"\n\n[diamond.cards.trust.x-table]\na = 1\n' in written
    assert '[diamond]\nx-board = "b"\n' in written
    assert written.index("x-top = 1") < written.index("[deck]") < written.index("[surprise]")


def test_a_question_is_written_beside_every_answer_and_is_no_rewording(deck: Deck) -> None:
    prompt = deck.tools["diamond"].prompts[0]
    session = session_of(f"[reflections.{prompt.id}]\nanswer = 'Not yet.'\n", deck)
    written = session_bytes(session, deck)
    assert f'question = "{prompt.question}"\nanswer = "Not yet."\n' in written.decode()
    assert read_session(written, deck).session == session
    assert session.boards.reflections.answer(prompt.id).question == ""


def test_a_question_of_another_deck_is_not_lost(deck: Deck) -> None:
    session = session_of("[reflections.old]\nquestion = 'Why?'\nanswer = 'So.'\n", deck)
    answer = session.boards.reflections.answer("old")
    assert (answer.question, answer.text, answer.tool) == ("Why?", "So.", "diamond")


def test_control_characters_are_taken_out_and_counted(deck: Deck) -> None:
    text = 'title = "a\\u001b]52;c;x\\u0007b"\nx-key = ["\\u202Ey"]\n[parked.n-1]\ntext = "l\\r\\nm\\tn"\n'
    opened = read_session(by_hand(text), deck)
    assert opened.session.title == "a]52;c;xb"
    assert opened.session.kept[0].value == ["y"]
    assert opened.session.parked["n-1"].text == "l\nm    n"
    assert opened.notices == ("3 control characters were taken out of its text.",)


def test_a_file_without_id_or_beginning_opens_and_says_what_it_took(deck: Deck) -> None:
    data = by_hand("held = 2026-02-01\n", "format = 1\n")
    opened = read_session(data, deck)
    assert opened == read_session(data, deck)
    assert re.fullmatch(r"s-[0-9a-f]{8}", opened.session.id)
    assert opened.session.started == datetime(2026, 2, 1, tzinfo=UTC)
    assert len(opened.notices) == 2


def test_a_time_without_offset_is_taken_as_utc_and_said(deck: Deck) -> None:
    opened = read_session(by_hand("", 'format = 1\nid = "s-1"\nstarted = 2026-03-12 09:31:00\n'), deck)
    assert opened.session.started == datetime(2026, 3, 12, 9, 31, tzinfo=UTC)
    assert "no offset" in opened.notices[0]


def test_what_could_not_be_opened_again_is_never_written(deck: Deck) -> None:
    session = session_of("", deck)
    with pytest.raises(NotReadable, match="more than 50,000 lines"):
        session_bytes(Session("s", "", session.started, session.deck, kept=(Kept(("x",), "\n" * 60_000),)), deck)
    with pytest.raises(NotReadable, match="larger than a file may be"):
        session_bytes(Session("s", "x" * 5_000_000, session.started, session.deck), deck)


def test_a_session_is_opened_with_the_deck_that_it_names(tmp_path: Path, content: Content, french: Content) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(by_hand('[deck]\nid = "francais"\n[diamond.cards.equipe]\nplace = 1\n'))
    assert open_session(path, french).session.boards.diamond.placed == ("equipe",)
    opened = open_session(path, content)
    assert opened.deck.id == "innovate"
    assert opened.data == path.read_bytes()
    assert "another deck" in opened.notices[0]


def test_the_last_line_is_over_all_before_it() -> None:
    import hashlib

    digest = hashlib.sha256(b"a = 1\n").hexdigest()[:32]
    assert sealed("a = 1\n") == f"a = 1\n\n# end sha256={digest}\n".encode()


def test_a_rehearsal_unnamed_people_and_the_time_spent_come_back_as_they_were(deck: Deck) -> None:
    begun = read_session((FORMATS / "issue-2.toml").read_bytes(), deck).session
    session = replace(
        begun,
        practice=True,
        people={"p-1": Person("p-1"), "p-2": Person("p-2", "Bo")},
        spent={"diamond": {"order": 17}, "roadmap": {"build": 30}},
        included=begun.included._replace(rounds=True, time=True),
        kept=(),
    )
    data = session_bytes(session, deck)
    opened = read_session(data, deck).session
    assert opened.practice
    assert opened.people == session.people
    assert opened.called("p-1") == "person 1"
    assert opened.called("p-2") == "Bo"
    assert opened.spent == session.spent
    assert opened.included == session.included
    assert session_bytes(opened, deck) == data
