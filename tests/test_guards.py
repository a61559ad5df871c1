"""A few guards taken away: their tests go red. All of them are `python -m tests.proofs guards`."""

import pytest

from tests.proofs.guards import GUARDS, red

QUICK = ("what is pasted is no key", "text is made visible at paint")


@pytest.mark.parametrize("name", QUICK)
def test_without_a_guard_a_test_goes_red(name: str) -> None:
    (guard,) = (each for each in GUARDS if each.name == name)
    assert red(guard, guard.test).startswith("FAILED")
