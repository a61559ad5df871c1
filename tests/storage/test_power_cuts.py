"""Power cuts, the quick part: none of some leaves anything but an old or a new file; each safeguard is needed."""

import pytest

from tests.proofs.power import MUTANTS, cuts, prove


def test_no_power_cut_loses_what_was_promised() -> None:
    assert not prove(500, mutants=False).faults


@pytest.mark.parametrize("mutant", MUTANTS)
def test_without_a_safeguard_something_is_lost(mutant: str) -> None:
    assert next(cuts(2000, 1, mutant), "")
