"""Files at random are read or refused, and nothing else; a hundred thousand are `python -m tests.proofs fuzz`."""

import pytest

from innovate_tui.storage.session_reading import read_session
from innovate_tui.workshop.deck import Deck
from tests.proofs.fuzz import prove


def test_of_some_hundred_files_at_random_each_is_read_or_refused() -> None:
    faults = [each for each in prove(300, seed=2).faults if not each.endswith(" MB")]  # the suite is larger than that
    assert not faults, faults


@pytest.mark.parametrize("value", ["[]", '["dependency"]', "{}", "7", "true", '"rope"'])
def test_a_link_of_a_kind_that_is_no_word_is_kept_and_named(deck: Deck, value: str) -> None:
    text = f"""format = 1
id = "s-1"
[roadmap]
from = "2026-04"
months = 12
[roadmap.cards.a]
feature = "trust"
from = "2026-04"
energy = "small"
[roadmap.cards.b]
feature = "team"
from = "2026-05"
energy = "small"
[roadmap.links.l]
from = "a"
to = "b"
kind = {value}
# end
"""
    session = read_session(text.encode(), deck).session
    assert [each.path for each in session.troubles] == [("roadmap", "links", "l")]
    assert session.boards.roadmap.links == {}
