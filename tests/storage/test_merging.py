"""Two laptops' work in one: what one side changed is taken, where both did both texts are kept, nothing is lost."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innovate_tui.storage.merging import Clash, merge, texts_in
from innovate_tui.storage.session_reading import parsed_session, read_session
from innovate_tui.storage.session_text import sealed
from innovate_tui.workshop.deck import Deck

EXAMPLE = (Path(__file__).parent.parent / "formats" / "issue-2.toml").read_bytes()
BASE: dict[str, Any] = {
    "format": 1,
    "id": "s-1",
    "title": "Hubs",
    "diamond": {"cards": {"trust": {"place": 1, "why": "Families come back."}, "case": {"place": 2}}},
    "parked": {"n-1": {"text": "Car parking."}},
}


def with_(path: str, value: object) -> dict[str, Any]:
    """BASE with another value at a path; none takes it out."""
    changed = {**BASE}
    table: dict[str, Any] = changed
    *way, last = path.split(".")
    for key in way:
        table[key] = {**table.get(key, {})}
        table = table[key]
    if value is None:
        del table[last]
    else:
        table[last] = value
    return changed


def at(table: dict[str, Any], path: str) -> Any:
    value: Any = table
    for key in path.split("."):
        value = value.get(key) if isinstance(value, dict) else None
    return value


CHANGES = [
    ("title", "Hubs in spring"),
    ("diamond.cards.trust.why", "They remembered me."),
    ("diamond.cards.case.place", 7),
    ("diamond.cards.team", {"place": 3, "why": "Half the posts are empty."}),
    ("parked.n-2", {"text": "Who pays?"}),
    ("parked.n-1", None),
    ("x-council-ref", "CF/2026/118"),
]


@pytest.mark.parametrize(("path", "value"), CHANGES)
def test_what_one_side_changed_is_taken(path: str, value: object) -> None:
    changed = with_(path, value)
    for mine, theirs in ((changed, BASE), (BASE, changed)):
        merged = merge(BASE, mine, theirs)
        assert at(merged.table, path) == value
        assert merged.clashes == ()
        assert "unsettled" not in merged.table


@pytest.mark.parametrize(("path", "value"), CHANGES)
def test_what_both_changed_alike_is_one_change(path: str, value: object) -> None:
    merged = merge(BASE, with_(path, value), with_(path, value))
    assert merged.table == with_(path, value)
    assert merged.clashes == ()
    assert merged.taken == 0


def test_where_both_changed_a_text_both_are_kept() -> None:
    mine = with_("diamond.cards.trust.why", "They remembered me.")
    theirs = with_("diamond.cards.trust.why", "We see it every week.")
    merged = merge(BASE, mine, theirs)
    assert merged.clashes == (
        Clash(("diamond", "cards", "trust", "why"), "They remembered me.", "We see it every week."),
    )
    assert merged.table["diamond"] == mine["diamond"]
    ((name, entry),) = merged.table["unsettled"].items()
    assert entry == {"at": "diamond.cards.trust.why", "texts": ["They remembered me.", "We see it every week."]}
    assert list(merge(BASE, theirs, mine).table["unsettled"]) == [name], "two laptops that both merge agree on its id"


def test_what_one_took_out_and_the_other_changed_stays() -> None:
    gone, changed = with_("parked.n-1", None), with_("parked.n-1.text", "Car parking came up three times.")
    for mine, theirs in ((gone, changed), (changed, gone)):
        assert at(merge(BASE, mine, theirs).table, "parked.n-1.text") == "Car parking came up three times."


@pytest.mark.parametrize("odd", [[1], {"x": 1}, "one", 2.5, True])
def test_what_is_no_place_stops_no_merge(odd: object) -> None:
    both = merge(BASE, with_("diamond.cards.case.place", odd), with_("title", "Ours"))
    assert at(both.table, "diamond.cards.case.place") == odd
    assert at(both.table, "title") == "Ours"


def test_whatever_stands_in_the_place_of_what_is_to_be_settled_is_kept() -> None:
    mine, theirs = ({**with_("title", title), "unsettled": 3} for title in ("Ours", "Theirs"))
    table = merge(BASE, mine, theirs).table["unsettled"]
    assert table.pop("x-before") == 3
    assert [entry["texts"] for entry in table.values()] == [["Ours", "Theirs"]]


def test_one_place_holds_one_card_and_the_other_is_asked_of() -> None:
    merged = merge(BASE, with_("diamond.cards.team", {"place": 3}), with_("diamond.cards.vision", {"place": 3}))
    assert at(merged.table, "diamond.cards.team.place") == 3
    assert at(merged.table, "diamond.cards.vision.place") is None
    assert merged.clashes == (Clash(("diamond", "cards", "vision", "place"), "", 3),)


def test_a_merged_session_reads_and_keeps_what_is_unsettled(deck: Deck) -> None:
    table, _ = parsed_session(EXAMPLE, "")
    theirs = {**table, "title": "Another title"}
    merged = merge(table, {**table, "title": "Mine"}, theirs)
    import tomli_w

    session = read_session(sealed(tomli_w.dumps(merged.table)), deck).session
    assert session.title == "Mine"
    kept = {each.path: each.value for each in session.kept}
    assert {tuple(entry["texts"]) for entry in kept[("unsettled",)].values()} >= {("Mine", "Another title")}  # type: ignore[attr-defined]  # a table


KEYS = st.sampled_from(["trust", "case", "why", "note"])
TABLES: st.SearchStrategy[dict[str, Any]] = st.dictionaries(
    KEYS,
    st.recursive(
        st.one_of(st.text("abc", min_size=1, max_size=3), st.integers(0, 3), st.booleans()),
        lambda inner: st.dictionaries(KEYS, inner, max_size=3),
        max_leaves=6,
    ),
    max_size=4,
)


@given(TABLES, TABLES, TABLES)
def test_no_text_that_somebody_wrote_since_is_lost(
    base: dict[str, Any], mine: dict[str, Any], theirs: dict[str, Any]
) -> None:
    merged = merge(base, mine, theirs)
    there = " ".join(texts_in(merged.table))
    for side in (mine, theirs):
        for text in texts_in(side):
            assert text in there or text in set(texts_in(base))


@given(TABLES, TABLES)
def test_merging_with_the_base_or_with_oneself_gives_the_changed_side(
    base: dict[str, Any], mine: dict[str, Any]
) -> None:
    assert merge(base, mine, mine).table == mine
    assert merge(mine, mine, base).clashes == ()
    assert merge(base, mine, base).clashes == ()


def test_true_is_not_1() -> None:
    assert merge({"x-a": True}, {"x-a": True}, {"x-a": 1}).table["x-a"] is not True


def test_minutes_are_each_laptops_own_and_never_clash() -> None:
    base, mine, theirs = ({**BASE, "time": {"diamond": {"play": each}}} for each in (5, 9, 12))
    assert merge(base, mine, theirs).table["time"] == {"diamond": {"play": 9}}
    assert not merge({}, mine, theirs).clashes
    assert merge({}, BASE, theirs).table["time"] == {"diamond": {"play": 12}}
